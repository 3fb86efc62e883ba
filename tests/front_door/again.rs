//! What somebody finds who comes back to what they did a while ago.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use nonmerci::actions::Copied;
use nonmerci::app::Effect;
use nonmerci::catalogue::Course;
use nonmerci::checklist::{Change, Checklist, Mark, Record, State};

use crate::support::conversation::{Talk, heading};
use crate::support::day::TODAY;
use crate::support::driver::Driver;
use crate::support::edition::built_in;
use crate::support::languages::{IN_SNAPSHOTS, languages};
use crate::support::phrases::in_words;
use crate::support::places::SIZES;

/// Over a year ago.
const ONCE: Date = date(2025, 6, 1);

/// The checklist of somebody who did these once, and has walked through their steps.
fn done_once(ids: &[&str]) -> Checklist {
    let mut list = Checklist::default();
    for id in ids {
        let place = built_in().catalogue.position(id).expect(id);
        let facts = &built_in().catalogue.platforms[place];
        let steps = [
            "what", "open", "switch", "path", "fill", "mail", "ask", "confirm",
        ];
        let steps = steps.map(str::to_owned).to_vec();
        let address = facts
            .main_address()
            .map(nonmerci::catalogue::Address::as_str);
        list.apply(&Change::Set {
            platform: (*id).to_owned(),
            record: Record::new(Mark::Done, ONCE, address, TODAY, steps),
        });
    }
    list
}

/// The steps of the walk that the reader is in, by their ids.
fn steps(driver: &Driver) -> Vec<&str> {
    let place = driver.model.walk_place().expect("a walk");
    let steps = driver.model.walk_at(place).steps.iter();
    steps.map(|step| &*step.id).collect()
}

#[test]
fn after_a_year_a_walk_asks_whether_it_still_holds() {
    for (id, expected) in [
        ("linkedin", &["open", "switch", "confirm"][..]),
        ("perplexity", &["open", "path", "confirm"]),
        ("figma", &["ask", "confirm"]),
        ("facebook", &["confirm"]),
        ("slack", &["confirm"]),
    ] {
        let mut driver = Driver::marked("fr", (80, 24), &done_once(&[id]));
        driver.select(id).press("Enter");
        assert_eq!(steps(&driver), expected, "{id}");
        assert_eq!(driver.step_id().as_deref(), Some(expected[0]), "{id}");
        // All of it is one key away.
        driver.press("v");
        assert_eq!(driver.step_id().as_deref(), Some("what"), "{id}");
        assert!(steps(&driver).len() > 3, "{id}");
    }
}

#[test]
fn the_whole_walk_comes_where_the_short_one_would_not_do() {
    let record = |mark, on| Record::new(mark, on, None, TODAY, Vec::new());
    let changed = built_in().catalogue.platforms.iter().find_map(|facts| {
        let changed = facts.changed.filter(|_| facts.kind.asks())?;
        Some((facts.id.clone(), changed.saturating_sub(1.day())))
    });
    let (changed, before) = changed.expect("a setting that has changed");
    for (id, record, course) in [
        ("linkedin", record(Mark::Done, ONCE), Course::Short),
        (
            "linkedin",
            record(Mark::Done, TODAY + 1.day()),
            Course::Short,
        ),
        ("linkedin", record(Mark::NotFound, ONCE), Course::Full),
        (
            "linkedin",
            record(Mark::NotFound, TODAY + 1.day()),
            Course::Full,
        ),
        ("linkedin", record(Mark::Done, TODAY), Course::Full),
        ("linkedin", record(Mark::Later, ONCE), Course::Full),
        ("reddit", record(Mark::Done, ONCE), Course::Full),
        (&changed, record(Mark::Done, before), Course::Full),
    ] {
        let mut list = Checklist::default();
        list.apply(&Change::Set {
            platform: id.to_owned(),
            record: record.clone(),
        });
        let mut driver = Driver::of(&built_in(), "fr", (80, 24), &list);
        driver.select(id).press("Enter");
        let place = driver.model.walk_place().expect("a walk");
        assert_eq!((place.course, place.step), (course, 0), "{id}: {record:?}");
        let walk = &driver.model.texts.clone().interface.walk;
        let asks_for_all = driver.words().contains(&in_words(&walk.all_again));
        assert_eq!(asks_for_all, id == changed, "{id}: {record:?}");
    }
}

#[test]
fn a_short_walk_stays_one_though_it_is_ticked_in_the_middle() {
    let mut driver = Driver::marked("fr", (80, 24), &done_once(&["linkedin"]));
    driver.select("linkedin").press("Enter Right Right Space");
    assert_eq!(driver.state("linkedin"), State::Done(Some(TODAY)));
    assert_eq!(steps(&driver), ["open", "switch", "confirm"]);
    driver.press("Left x");
    assert_eq!(driver.step_id().as_deref(), Some("not-seen"));
    // Nor does another language change it.
    driver.press("Esc L Down Enter");
    assert_eq!(steps(&driver), ["open", "switch", "confirm"]);
    assert_eq!(driver.step_id().as_deref(), Some("switch"));
    driver.press("u");
    assert!(matches!(driver.state("linkedin"), State::CheckAgain(..)));
    assert_eq!(driver.step_id().as_deref(), Some("switch"));
    // What is done now has its whole walk again.
    driver.press("Right Enter");
    assert!(driver.model.walk_place().is_none());
    driver.select("linkedin").press("Enter");
    assert_eq!(driver.step_id().as_deref(), Some("what"));
}

/// Steps walked through a year ago tell nothing of today.
#[test]
fn only_whoever_came_past_the_setting_is_asked_whether_it_is_done() {
    for (id, keys, asked) in [
        ("linkedin", "Enter Esc", false),
        ("linkedin", "Enter h", false),
        ("linkedin", "Enter Right h", true),
        ("linkedin", "Enter v Esc", false),
        ("linkedin", "Enter v Right Right h", true),
        ("facebook", "Enter Right", false),
        ("facebook", "Enter Esc", false),
    ] {
        let mut driver = Driver::marked("fr", (80, 24), &done_once(&[id]));
        driver.select(id).press(keys);
        assert_eq!(driver.model.walk_place().is_some(), asked, "{id}: {keys}");
        assert!(matches!(driver.state(id), State::CheckAgain(..)), "{id}");
    }
}

/// Nothing is to be sent again: Enter says that the proof is there, and the letter asks
/// for access.
#[test]
fn of_a_form_that_was_sent_the_proof_is_asked_for() {
    for id in ["facebook", "slack"] {
        let mut driver = Driver::marked("de", (80, 24), &done_once(&[id]));
        driver.select(id).press("Enter");
        let texts = driver.model.texts.clone();
        let letters = driver.model.catalogue.letter_words(&texts.language);
        driver.press("e");
        let copied = driver.effects.iter().find_map(|effect| match effect {
            Effect::Copy(Copied::Text, text) => Some(in_words(text)),
            _ => None,
        });
        let letters = letters.expect("the letters");
        // Nobody is known to write to at the one without.
        let point = match id {
            "facebook" => letters.access.points.last().expect("a point"),
            _ => &letters.short.access,
        };
        let copied = copied.expect("a letter");
        assert!(copied.contains(&in_words(point)), "{id}: {copied}");
        driver.press("Esc Enter");
        assert_eq!(driver.state(id), State::Done(Some(TODAY)), "{id}");
    }
}

#[test]
fn line_mode_takes_the_same_walk() {
    for language in languages() {
        let texts = built_in().texts(language);
        let words = &texts.interface;
        let all_steps = words.line_mode.answers.all_steps.first();
        let list = done_once(&["linkedin", "facebook"]);
        let talk = Talk::new(language).about(built_in()).marked(&list);
        let said = talk.answer(&["LinkedIn", all_steps, all_steps]);
        assert!(said.contains(&*words.walk.short), "{language}: {said}");
        assert!(said.contains(&*texts.kinds.switch.open_title), "{language}");
        let whole = heading(&built_in(), language, "linkedin", 0);
        assert!(said.contains(&whole), "{language}: {said}");
        assert!(
            said.contains(&*words.status.already_all_steps),
            "{language}"
        );
        let done = words.line_mode.answers.done.first();
        let kept = talk.leaves(&["Facebook", done]);
        assert_eq!(kept.record("facebook").on, Some(TODAY), "{language}");
        let said = talk.answer(&["Facebook", words.line_mode.answers.letter.first()]);
        assert!(said.contains(&*texts.kinds.again.kept_form), "{language}");
        assert!(said.contains(&*texts.kinds.again.lost_form), "{language}");
    }
}

/// What is left takes the time of the walks that there are to take.
#[test]
fn the_time_that_is_left_is_that_of_the_short_walk() {
    let minutes = |list: &Checklist| {
        let driver = Driver::of(&built_in(), "fr", (80, 24), list);
        driver.model.overview().progress().minutes
    };
    let all = minutes(&Checklist::default());
    for (id, short) in [("facebook", 1), ("slack", 1), ("linkedin", 1)] {
        let place = built_in().catalogue.position(id).expect(id);
        let full = usize::from(built_in().catalogue.platforms[place].minutes);
        let again = minutes(&done_once(&[id]));
        assert_eq!(again, all - full + short, "{id}");
    }
}

#[test]
fn the_short_walks() {
    let mut frames = String::new();
    for language in IN_SNAPSHOTS {
        for size in SIZES.into_iter().take(2) {
            for (id, steps) in [("linkedin", 3), ("figma", 2), ("facebook", 1), ("slack", 1)] {
                let mut driver = Driver::marked(language, size, &done_once(&[id]));
                driver.select(id).press("Enter");
                for step in 0..steps {
                    let (width, height) = size;
                    frames += &format!("=== {language} {width}×{height} {id} {step}\n");
                    frames += &driver.screen();
                    frames += "\n";
                    driver.press("Right");
                }
            }
        }
    }
    insta::assert_snapshot!("short_walks", frames);
}
