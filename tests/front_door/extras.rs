//! Second levers: what comes before the first, what can be ticked off by itself, and what
//! another platform has covered already.

use jiff::civil::date;
use nonmerci::catalogue::{Block, Kind};
use nonmerci::checklist::{Checklist, Mark, State};

use crate::support::checklists::checklist;
use crate::support::conversation::Talk;
use crate::support::day::TODAY;
use crate::support::driver::Driver;
use crate::support::edition::built_in;
use crate::support::languages::languages;
use crate::support::phrases::in_words;

/// The place and the number of steps of a platform.
fn place(id: &str) -> usize {
    built_in().catalogue.position(id).expect(id)
}

/// Somebody at the step of a platform that has this id.
fn at(driver: &mut Driver, id: &str, step: &str) {
    let steps = &driver.model.walk(place(id)).steps;
    let number = steps.iter().position(|it| it.id == step).expect(step);
    driver.put_at(place(id), number);
}

#[test]
fn where_no_setting_was_found_an_objection_is_ticked_off() {
    let edition = built_in();
    let mut driver = Driver::of(&edition, "fr", (80, 24), &Checklist::default());
    let before = driver.model.overview().progress();
    assert_eq!(driver.state("reddit"), State::NoOptOut);
    // From the list.
    driver.select("reddit").press("Space");
    assert_eq!(driver.state("reddit"), State::Objected(TODAY));
    let after = driver.model.overview().progress();
    // It counts as done, and nothing that was left to do is less.
    assert_eq!((after.done, after.of), (before.done + 1, before.of + 1));
    assert_eq!(after.minutes, before.minutes);
    driver.press("u");
    assert_eq!(driver.state("reddit"), State::NoOptOut);
    // On its own step; and what was ticked is taken away with the same key.
    at(&mut driver, "reddit", "objection-form");
    driver.press("Space");
    assert_eq!(driver.state("reddit"), State::Objected(TODAY));
    let kept = driver.saved.record("reddit");
    assert_eq!(kept.mark, Mark::Done);
    assert_eq!(kept.extras["objection-form"], TODAY);
    driver.press("Space");
    assert_eq!(driver.state("reddit"), State::NoOptOut);
    assert!(driver.saved.record("reddit").extras.is_empty());
    // Reading on ticks nothing.
    driver.press("Enter");
    assert_eq!(driver.state("reddit"), State::NoOptOut);
}

/// The menus of a second lever may go on from its address: nothing says “or”.
#[test]
fn no_menus_of_a_second_lever_are_said_to_be_another_way() {
    for language in languages() {
        let edition = built_in();
        let mut driver = Driver::of(&edition, language, (80, 24), &Checklist::default());
        let common = &edition.texts(language).kinds.common;
        assert_ne!(common.menus, common.menus_of_app);
        at(&mut driver, "youtube", "studio");
        let blocks = &driver.model.step().expect("a step").blocks;
        let titles = blocks.iter().filter_map(|block| match block {
            Block::Menus { title, .. } => Some(title.as_str()),
            _ => None,
        });
        assert!(titles.eq([&*common.menus_of_app]), "{language}");
    }
}

/// The list, the walk and line mode agree on what can be ticked off.
#[test]
fn where_there_is_nothing_to_send_there_is_nothing_to_tick() {
    let edition = built_in();
    let none = edition.catalogue.platforms.iter();
    let none = none.filter(|facts| !facts.kind.asks());
    for facts in none {
        let sends = facts.kind == Kind::None && facts.extra.iter().any(|extra| extra.form);
        let mut driver = Driver::of(&edition, "fr", (80, 24), &Checklist::default());
        driver.select(&facts.id).press("Space");
        assert_eq!(driver.state(&facts.id).is_done(), sends, "{}", facts.id);
        let texts = edition.texts("fr");
        let done = texts.interface.line_mode.answers.done.first();
        let said = format!("{done} {}", facts.name_in(&texts));
        let kept = Talk::new("fr").about(edition.clone()).leaves(&[&said]);
        let is_done = kept.record(&facts.id).mark == Mark::Done;
        assert_eq!(is_done, sends, "{}", facts.id);
    }
}

#[test]
fn a_form_beside_a_switch_is_ticked_off_by_itself() {
    let done = checklist(&[("linkedin", Mark::Done, date(2026, 10, 1))]);
    let mut driver = Driver::of(&built_in(), "de", (80, 24), &done);
    let state = driver.state("linkedin");
    at(&mut driver, "linkedin", "objection-form");
    driver.press("Space");
    assert_eq!(driver.state("linkedin"), state);
    let kept = driver.saved.record("linkedin");
    assert_eq!(kept.extras["objection-form"], TODAY);
    // What is said of the platform says nothing of the form.
    driver.press("h").select("linkedin").press("Space");
    assert_eq!(driver.state("linkedin"), State::Todo);
    assert_eq!(driver.saved.record("linkedin").extras, kept.extras);
    driver.press("u u");
    assert_eq!(driver.saved, done);
}

#[test]
fn line_mode_ticks_off_the_form_of_the_step() {
    let edition = built_in();
    for language in languages() {
        let texts = edition.texts(language);
        let answers = &texts.interface.line_mode.answers;
        for id in ["reddit", "linkedin"] {
            let walk = Driver::of(&edition, language, (80, 24), &Checklist::default());
            let steps = walk.model.walk(place(id)).steps.clone();
            let form = steps.iter().position(|it| it.id == "objection-form");
            let mut said = vec![id];
            for step in &steps[..form.expect("a form")] {
                // Where it is asked whether it is done, one goes on without.
                let asks = step.id == "confirm";
                said.push(if asks { answers.no.first() } else { "" });
            }
            said.push(answers.done.first());
            let talk = Talk::new(language).about(edition.clone());
            let kept = talk.leaves(&said).record(id);
            assert_eq!(kept.extras.get("objection-form"), Some(&TODAY), "{id}");
            let is_done = kept.mark == Mark::Done;
            assert_eq!(is_done, id == "reddit", "{language}: {id}");
            said.push(answers.undo.first());
            let kept = talk.leaves(&said).record(id);
            assert!(kept.extras.is_empty(), "{language}: {id}");
        }
    }
}

#[test]
fn what_helps_most_comes_first() {
    let driver = Driver::of(&built_in(), "fr", (80, 24), &Checklist::default());
    let walk = driver.model.walk(place("whatsapp"));
    let ids: Vec<_> = walk.steps.iter().map(|step| &*step.id).collect();
    let expected = [
        "what",
        "advanced-chat-privacy",
        "delete-chat",
        "open",
        "fill",
        "confirm",
        "remains",
        "meta-form",
    ];
    assert_eq!(ids, expected);
    assert_eq!(walk.main, 7);
}

/// Both modes say first that an objection elsewhere may be enough, and know of it.
#[test]
fn what_another_platform_covers_is_said_first() {
    let edition = built_in();
    let done = checklist(&[("facebook", Mark::Done, TODAY)]);
    for language in languages() {
        let texts = edition.texts(language);
        let covered = texts.prose(place("instagram")).covered.clone();
        let covered = in_words(&covered.expect("a text"));
        let name = "Facebook".to_owned();
        let name = nonmerci::words::Name { name };
        let known = in_words(&texts.interface.walk.covered.fill(&name));
        for (list, is_known) in [(&Checklist::default(), false), (&done, true)] {
            let mut driver = Driver::of(&edition, language, (80, 24), list);
            driver.select("instagram").press("Enter");
            let talk = Talk::new(language).about(edition.clone()).marked(list);
            let said = in_words(&talk.answer(&["instagram"]));
            for shown in [driver.words(), said] {
                assert!(shown.contains(&covered), "{language}: {shown}");
                let both = shown.contains(&format!("{known} {covered}"));
                assert_eq!(both, is_known, "{language}: {shown}");
            }
        }
    }
}

/// A field that is known is drawn; what is not known is no form to try.
#[test]
fn the_forms_that_are_known_can_be_tried() {
    let texts = built_in().texts("fr");
    let words = &texts.kinds.form.replica;
    let mut driver = Driver::of(&built_in(), "fr", (80, 50), &Checklist::default());
    for (id, drawn) in [
        ("facebook", vec![&words.question, &words.email]),
        ("instagram", vec![&words.question, &words.email]),
        ("threads", vec![&words.question, &words.email]),
        ("meta-ai", vec![&words.question, &words.email]),
        (
            "whatsapp",
            vec![
                &words.choice,
                &words.phone,
                &words.email,
                &words.filled_reason,
            ],
        ),
        ("snapchat", vec![]),
        ("tiktok", vec![]),
    ] {
        at(&mut driver, id, "fill");
        assert!(!driver.words().contains(&in_words(&words.sense)), "{id}");
        let shown = driver.press("Space").words();
        let is_drawn = shown.contains(&in_words(&words.sense));
        assert_eq!(is_drawn, !drawn.is_empty(), "{id}");
        for text in drawn {
            assert!(shown.contains(&in_words(text)), "{id}: {text} {shown}");
        }
    }
}
