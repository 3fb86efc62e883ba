//! What the program does when something happens: a key here, an effect there.

use crate::support::addresses::linkedin;
use crate::support::checklists::{all_done_but, checklist};
use crate::support::conversation::{Talk, heading};
use crate::support::day::TODAY;
use crate::support::driver::Driver;
use crate::support::edition::built_in;
use crate::support::languages::languages;
use crate::support::phrases::in_words;
use crate::support::short_list::short_list;
use jiff::civil::date;
use nonmerci::actions::keymap::{Action, Key};
use nonmerci::actions::time_words;
use nonmerci::actions::{Copied, Offer};
use nonmerci::app::{Effect, Filter, Message, NotOpened, Overlay, hints, offers};
use nonmerci::catalogue::{Role, fold};
use nonmerci::checklist::{Change, Checklist, Mark, Record, State};
use nonmerci::words::{DoneOf, Letter, Name, Reason, Time};

const SIZE: (u16, u16) = (80, 24);

/// Somebody who never used the program, in front of the list.
fn newcomer() -> Driver {
    Driver::new("fr", SIZE)
}

/// What the keys on the bottom line ask for, in order.
fn actions(driver: &Driver) -> Vec<Action> {
    hints(&driver.model, driver.model.reads_on())
        .iter()
        .map(|hint| hint.action)
        .collect()
}

/// What the step offers, in order.
fn offered(driver: &Driver) -> Vec<Offer> {
    let offers = offers(&driver.model, driver.model.reads_on()).into_iter();
    offers.map(|(offer, _)| offer).collect()
}

#[test]
fn a_walk_goes_through_its_steps_and_comes_back_to_what_is_next() {
    let mut driver = newcomer();
    driver.select("linkedin").press("Enter");
    let mut seen = Vec::new();
    while let Some(id) = driver.step_id() {
        if id == "confirm" {
            driver.press("Space");
        }
        driver.press("Enter");
        let walked = Change::Walked {
            platform: "linkedin".to_owned(),
            step: id.clone(),
        };
        let saved: Vec<_> = driver.saved().into_iter().flat_map(Change::each).collect();
        assert_eq!(*saved[0], walked);
        assert_eq!((driver.effects.len(), saved.len()), (1, 2));
        seen.push(id);
    }
    let expected = [
        "what",
        "open",
        "switch",
        "confirm",
        "remains",
        "objection-form",
        "research",
    ];
    assert_eq!(seen, expected);
    assert_eq!(driver.model.checklist().record("linkedin").steps, expected);
    assert_eq!(driver.state("linkedin"), State::Done(Some(TODAY)));
    assert_eq!(driver.selected(), "facebook");
}

#[test]
fn a_form_has_its_own_steps() {
    let mut driver = newcomer();
    driver.select("facebook").press("Enter");
    let mut seen = Vec::new();
    while let Some(step) = driver.model.step() {
        if step.role != Role::Extra {
            seen.push(step.id.clone());
        }
        driver.press("Right");
    }
    assert_eq!(seen, ["what", "open", "fill", "confirm", "remains"]);
}

#[test]
fn a_walk_begun_goes_on_where_it_was_left_and_one_done_starts_over() {
    let mut driver = newcomer();
    for (keys, step) in [
        ("Enter Enter Enter Left Left Left Left", None),
        ("Enter", Some("switch")),
        ("Right Space Right Left Left Left Left Left", None),
        ("Enter", Some("what")),
    ] {
        let at = driver.press(keys).step_id();
        assert_eq!(at.as_deref(), step, "{keys}");
    }
}

/// The list says whether a walk is to be begun, gone on with or only looked at, and
/// how far it is, also where it was put off.
#[test]
fn the_list_says_what_going_in_means() {
    let mut driver = newcomer();
    let texts = driver.model.texts.clone();
    let words = &texts.interface;
    let begins_with = |driver: &mut Driver, offer: &str| {
        let screen = driver.screen();
        let keys = screen.lines().last().expect("the keys");
        let offer = format!(" {} {offer} ", words.keys.enter);
        assert!(keys.starts_with(&offer), "{keys}");
    };
    begins_with(&mut driver, &words.hints.begin);
    driver.press("Enter Right Right s h").select("linkedin");
    begins_with(&mut driver, &words.hints.resume);
    let put_off = driver.screen();
    let started = words.list.started.fill(&DoneOf {
        done: "2".to_owned(),
        of: "5".to_owned(),
    });
    assert!(put_off.contains(&started), "{put_off}");
    driver.press("Space");
    begins_with(&mut driver, &words.hints.view);
    driver.select("zoom");
    begins_with(&mut driver, &words.hints.view);
}

/// Whoever left in the middle of a walk finds the program there again, in line mode
/// too; but not at one that was put off.
#[test]
fn the_program_starts_at_the_walk_that_was_broken_off() {
    let mut driver = newcomer();
    driver.go_to("chatgpt", 2);
    let left = driver.model.checklist().clone();
    let mut driver = Driver::marked("fr", SIZE, &left);
    assert_eq!(driver.selected(), "chatgpt");
    let words = &driver.model.texts.interface;
    let name = "ChatGPT".to_owned();
    let go_on = words.line_mode.choice.proceed.fill(&Name { name });
    let said = Talk::new("fr").marked(&left).answer(&["q"]);
    assert!(said.contains(&format!("1: {go_on}")), "{said}");
    driver.press("s");
    let put_off = driver.model.checklist().clone();
    assert_eq!(Driver::marked("fr", SIZE, &put_off).selected(), "linkedin");
}

#[test]
fn ticking_saves_the_day_the_address_and_the_date_of_the_facts() {
    let mut driver = newcomer();
    driver.select("linkedin").press("Space");
    let record = Record {
        mark: Mark::Done,
        on: Some(TODAY),
        address: Some(linkedin().to_owned()),
        facts: Some(driver.model.facts(driver.model.list.selected).checked),
        ..Record::default()
    };
    let platform = "linkedin".to_owned();
    let saved: Vec<_> = driver.saved().into_iter().flat_map(Change::each).collect();
    // What undoes it goes along.
    assert_eq!(saved.len(), 2);
    assert_eq!(*saved[0], Change::Set { platform, record });
}

#[test]
fn each_mark_can_be_taken_back_by_its_key_and_by_undo() {
    for (key, mark) in [
        ("Space", Mark::Done),
        ("s", Mark::Later),
        ("n", Mark::NotConcerned),
    ] {
        let mut driver = newcomer();
        driver.select("linkedin");
        for (pressed, after) in [
            (key, mark),
            (key, Mark::Todo),
            ("u", mark),
            ("u", Mark::Todo),
        ] {
            driver.select("linkedin").press(pressed);
            let now = driver.model.checklist().record("linkedin").mark;
            assert_eq!(now, after, "{key}, {pressed}");
            assert_eq!(driver.saved().len(), 1, "{key}, {pressed}");
        }
        driver.press("u");
        assert!(driver.effects.is_empty(), "nothing is left to undo");
        let words = &driver.model.texts.interface.status;
        assert_eq!(driver.said(), Some(&*words.nothing_to_undo));
    }
}

/// Whoever has put it off, or said it is not for them, is not asked whether it is
/// done, nor told of the key that would take that back.
#[test]
fn the_step_that_ticks_off_says_what_was_decided_instead() {
    let mut driver = newcomer();
    let texts = driver.model.texts.clone();
    let words = &texts.interface;
    let (undecided, not_yet) = (&*words.walk.not_done, &*texts.kinds.common.confirm_next);
    let asked = driver.go_to("linkedin", 3).words();
    assert!(asked.contains(&format!("○ {undecided}")), "{asked}");
    assert!(asked.contains(not_yet), "{asked}");
    for (key, sign, state) in [
        ("s", '○', &*words.states.later),
        ("n", '–', &*words.states.not_concerned),
    ] {
        let platform = driver.press(key).model.catalogue.position("linkedin");
        let decided = driver.put_at(platform.expect("LinkedIn"), 3).words();
        assert!(decided.contains(&format!("{sign} {state}")), "{decided}");
        assert!(!decided.contains(undecided), "{decided}");
        assert!(!decided.contains(not_yet), "{decided}");
        assert!(decided.contains(&*words.offers.tick), "{decided}");
    }
    let marks = checklist(&[("linkedin", Mark::Later, TODAY)]);
    let answers = ["/linkedin", "", "", "", "q"];
    let said = Talk::new("fr").marked(&marks).answer(&answers);
    let heading = heading(&short_list(), "fr", "linkedin", 3);
    let (_, step) = said.split_once(&heading).expect("the step");
    let state = format!("LinkedIn, {}.", words.states.later);
    assert!(step.contains(&state), "{said}");
    assert!(!step.contains(undecided), "{said}");
    assert!(!step.contains(not_yet), "{said}");
}

/// Where nothing can be refused, nothing is ticked off, be it of no concern before.
#[test]
fn what_asks_for_nothing_is_never_done() {
    let mut driver = newcomer();
    driver.select("youtube").press("n").select("youtube");
    let offered = actions(&driver);
    assert!(!offered.contains(&Action::Toggle), "{offered:?}");
    for key in ["Space", "s"] {
        driver.press(key);
        let words = &driver.model.texts.interface.status;
        assert_eq!(driver.said(), Some(&*words.nothing_to_tick));
        assert!(driver.saved().is_empty());
    }
    driver.press("n");
    assert_eq!(driver.state("youtube"), State::NoOptOut);
}

#[test]
fn undo_gives_back_what_was_there_before_to_the_last_key() {
    let before = checklist(&[("linkedin", Mark::Later, date(2026, 3, 1))]);
    let mut driver = Driver::marked("de", SIZE, &before);
    driver.select("linkedin").press("Space u");
    assert_eq!(*driver.model.checklist(), before);
}

#[test]
fn a_tick_that_has_aged_is_renewed_not_taken_away() {
    let old = checklist(&[("linkedin", Mark::Done, date(2025, 1, 1))]);
    let mut driver = Driver::marked("de", SIZE, &old);
    driver.select("linkedin").press("Space");
    assert_eq!(driver.state("linkedin"), State::Done(Some(TODAY)));
}

#[test]
fn opening_hands_over_exactly_the_address() {
    for (keys, opened) in [
        ("o", &[linkedin()][..]),
        // The first step has no address.
        ("Enter o", &[]),
        ("Enter Enter o", &[linkedin()]),
        ("Enter Enter Esc o", &[]),
        ("Enter Enter Esc Esc o o", &[linkedin(), linkedin()]),
    ] {
        let mut driver = newcomer();
        assert_eq!(driver.press(keys).opened(), opened, "{keys}");
    }
}

#[test]
fn the_arrows_choose_among_a_step_s_addresses() {
    let mut driver = Driver::new("it", SIZE);
    let step = driver.go_to("facebook", 1).model.step().expect("a step");
    let forms: Vec<_> = step.addresses().map(ToString::to_string).collect();
    assert_eq!(forms.len(), 3);
    for (keys, form) in [
        ("o", 0),
        ("Down o", 1),
        ("Down o", 2),
        ("Down o", 2),
        ("Up o", 1),
        ("Up Up o", 0),
    ] {
        assert_eq!(driver.press(keys).opened(), [&forms[form]], "{keys}");
    }
}

#[test]
fn a_failure_to_open_is_told_with_the_address_where_it_is_not_on_the_screen() {
    for reason in [
        NotOpened::NoDisplay,
        NotOpened::OverSsh,
        NotOpened::Failed("…".to_owned()),
    ] {
        for language in languages() {
            let mut driver = Driver::new(language, (100, 24));
            for keys in ["o", "Enter Right"] {
                driver.press(keys).tell_opened(Err(reason.clone()));
                let screen = driver.screen();
                let lines = screen.lines().filter(|line| *line == linkedin());
                assert_eq!(lines.count(), 1, "{keys}:\n{screen}");
            }
        }
    }
}

/// It may take a while, and whoever asked is elsewhere by then.
#[test]
fn what_comes_of_opening_is_said_of_the_address_that_was_opened() {
    let mut driver = newcomer();
    let texts = driver.model.texts.clone();
    let status = &texts.interface.status;
    let page = driver.go_to("linkedin", 1).model.address();
    let page = page.expect("an address");
    driver.press("h").go_to("slack", 1);
    let mail = driver.model.address().expect("an address");
    driver.tell(Message::Opened(page, Err(NotOpened::OverSsh)));
    let screen = driver.screen();
    assert!(screen.lines().any(|line| line == linkedin()), "{screen}");
    driver.press("h").go_to("linkedin", 1);
    driver.tell(Message::Opened(mail, Ok(())));
    assert_eq!(driver.said(), Some(&*status.asked_mail));
}

/// A mail is opened in no browser, and what can be copied there is its text.
/// The list says how well the address is documented: where that is one of a mail, the keys
/// for it mean the mail.
#[test]
fn from_the_list_a_mail_is_opened_and_copied_as_in_its_walk() {
    let mut driver = newcomer();
    driver.select("slack").press("o");
    let from_list: Vec<_> = driver.opened().into_iter().map(str::to_owned).collect();
    driver.press("c");
    let copied = driver.effects.clone();
    driver.press("r");
    assert!(matches!(driver.model.overlay, Some(Overlay::Qr { .. })));
    driver.press("Esc").go_to("slack", 1).press("o");
    assert_eq!(driver.opened(), from_list);
    assert!(from_list[0].starts_with("mailto:"));
    driver.press("c");
    assert_eq!(driver.effects, copied);
    assert!(matches!(copied[..], [Effect::Copy(Copied::Text, _)]));
}

#[test]
fn what_comes_of_opening_a_mail_is_said_of_the_mail() {
    let mut driver = newcomer();
    let texts = driver.model.texts.clone();
    let words = &texts.interface;
    driver.go_to("slack", 1).press("o");
    assert_eq!(driver.said(), Some(&*words.status.opening_mail));
    driver.tell_opened(Ok(()));
    assert_eq!(driver.said(), Some(&*words.status.asked_mail));
    let failed = |reason: &str| {
        let reason = reason.to_owned();
        words.status.mail_failed.fill(&Reason { reason })
    };
    for (reason, words) in [
        (NotOpened::NoDisplay, &*words.errors.no_display),
        (NotOpened::OverSsh, &*words.errors.over_ssh),
        (NotOpened::Failed("introuvable".to_owned()), "introuvable"),
    ] {
        driver.tell_opened(Err(reason));
        assert_eq!(driver.said(), Some(&*failed(words)));
    }
    let said = Talk::new("fr").answer(&["/slack", "", "o", "q"]);
    assert!(said.contains(&failed(&words.errors.no_display)), "{said}");
    assert!(!said.contains("mailto:"), "{said}");
}

#[test]
fn copying_sends_the_address_or_the_text_to_paste() {
    let mut driver = newcomer();
    driver.select("linkedin").press("c");
    let address = Effect::Copy(Copied::Address, linkedin().to_owned());
    assert_eq!(driver.effects, [address]);
    driver.tell(Message::Copied(Ok(Copied::Address)));
    let words = &driver.model.texts.interface.status;
    assert_eq!(driver.said(), Some(&*words.copied));
    let mut driver = Driver::new("de", SIZE);
    let step = driver.go_to("facebook", 2).model.step().expect("a step");
    let text = Effect::Copy(Copied::Text, step.paste().expect("a text").to_owned());
    assert_eq!(driver.press("c").effects, [text]);
}

#[test]
fn one_key_shows_the_letter_and_copies_it_and_it_is_named_where_no_switch_helps() {
    for language in languages() {
        for (id, named_at) in [("facebook", "remains"), ("reddit", "helps")] {
            let mut driver = Driver::new(language, SIZE);
            driver.select(id).press("Enter");
            assert!(!actions(&driver).contains(&Action::Letter), "{id}");
            while driver.step_id().as_deref() != Some(named_at) {
                driver.press("Right");
            }
            assert!(actions(&driver).contains(&Action::Letter), "{id}");
            driver.press("e");
            let Some(Overlay::Letter { letter, .. }) = &driver.model.overlay else {
                panic!("{language} {id}: nothing shown");
            };
            let copied = Effect::Copy(Copied::Text, letter.to_copy());
            assert_eq!(driver.effects, [copied], "{language} {id}");
            driver.press("Esc");
            assert_eq!(driver.step_id().as_deref(), Some(named_at));
        }
    }
    // It is there in other walks, too.
    let mut driver = newcomer();
    driver.select("linkedin").press("Enter e");
    assert!(matches!(driver.model.overlay, Some(Overlay::Letter { .. })));
    // Where nothing was found, it is what is left.
    for (mark, named) in [(Mark::NotFound, true), (Mark::Done, false)] {
        let mut driver = Driver::marked("fr", SIZE, &checklist(&[("linkedin", mark, TODAY)]));
        driver.go_to("linkedin", 4);
        assert_eq!(driver.step_id().as_deref(), Some("remains"));
        assert_eq!(offered(&driver).contains(&Offer::Letter), named, "{mark:?}");
    }
}

#[test]
fn the_drawn_switch_flips_and_the_lists_open() {
    let mut driver = newcomer();
    let refused = driver.go_to("linkedin", 2).screen();
    assert!(refused.contains(" ○──"), "{refused}");
    let found = driver.press("Space").screen();
    assert!(found.contains(" ──●"), "{found}");
    assert_eq!(driver.press("Space").screen(), refused);
    assert!(driver.effects.is_empty(), "a drawing changes nothing");
    driver.press("Left Left");
    let prose = driver.model.texts.prose(driver.model.list.selected);
    let first = prose.used[0].clone();
    let closed = driver.screen();
    let open = driver.press("Space").words();
    assert!(!closed.contains(&first) && open.contains(&first), "{open}");
    assert_eq!(driver.press("Space").screen(), closed);
}

/// Whoever goes by the phone's app is offered the address as a code there, and no
/// key for what that way does not show; at the other steps nothing is withheld.
#[test]
fn going_by_the_phone_s_app_names_the_keys_that_serve_there() {
    let mut driver = newcomer();
    driver.go_to("linkedin", 1).press("m");
    assert_eq!(offered(&driver), [Offer::NotSeen, Offer::Web, Offer::Qr]);
    let keys = actions(&driver);
    assert!(keys.contains(&Action::Qr) && keys.contains(&Action::Phone));
    assert!(!keys.contains(&Action::Open) && !keys.contains(&Action::Copy));
    driver.tell_opened(Err(NotOpened::NoDisplay));
    let told = driver.screen();
    assert!(told.lines().any(|line| line == linkedin()), "{told}");
    driver.press("Right Right Right Right");
    assert_eq!(driver.step_id().as_deref(), Some("objection-form"));
    assert_eq!(
        offered(&driver),
        [
            Offer::Tick,
            Offer::Open(0),
            Offer::NotSeen,
            Offer::Copy(0),
            Offer::Qr
        ]
    );
    assert!(actions(&driver).contains(&Action::Open));
    let mut driver = newcomer();
    let drawn = driver.go_to("perplexity", 2).screen();
    assert!(offered(&driver).contains(&Offer::Flip));
    let by_phone = driver.press("m").screen();
    assert!(!offered(&driver).contains(&Offer::Flip));
    assert_eq!(driver.press("Space").screen(), by_phone);
    assert_eq!(driver.press("m").screen(), drawn);
}

#[test]
fn the_language_changes_under_the_reader_who_stays_where_they_are() {
    let mut driver = Driver::new("de", SIZE);
    driver.go_to("facebook", 1).press("Down L");
    for expected in languages().filter(|language| *language != "de") {
        driver.press("Down Enter");
        assert_eq!(driver.model.language().tag(), expected);
        assert_eq!(driver.step_id().as_deref(), Some("open"));
        assert_eq!(
            driver.model.walk_place().map(|place| place.address),
            Some(1)
        );
        driver.press("L");
    }
    let last = driver.model.language().clone();
    driver.press("Esc");
    assert_eq!(*driver.model.language(), last);
}

/// The platforms that the list shows, by their ids.
fn listed(driver: &Driver) -> Vec<&str> {
    let visible = driver.model.visible();
    let ids = visible.iter();
    ids.map(|place| &*driver.model.facts(*place).id).collect()
}

#[test]
fn search_finds_whatever_the_case_and_accents_and_esc_clears_it() {
    let mut driver = newcomer();
    let group = driver.model.texts.interface.groups["social"].to_string();
    let unaccented = fold(&group).to_uppercase();
    driver.press("/").type_text(&unaccented);
    assert!(listed(&driver).contains(&"x"));
    assert!(!listed(&driver).contains(&"chatgpt"));
    driver.press(&"Backspace ".repeat(unaccented.chars().count()));
    driver.type_text("openai");
    assert_eq!(listed(&driver), ["chatgpt"]);
    driver.press("Enter");
    assert_eq!(listed(&driver), ["chatgpt"], "the selection is kept");
    driver.press("Esc");
    assert!(listed(&driver).len() > 1);
    assert_eq!(driver.selected(), "chatgpt");
    // By the name it once had, and by the word that commands know it by; each
    // search begins anew.
    driver.press("/").type_text("twitter");
    assert_eq!(listed(&driver), ["x"]);
    driver.press("Enter /").type_text("own-web");
    assert_eq!(listed(&driver), ["own-website"]);
}

/// The selected one is what Enter leads into: its own name counts before those of what it
/// also offers.
#[test]
fn a_search_selects_what_fits_best() {
    let mut driver = Driver::of(&built_in(), "fr", SIZE, &Checklist::default());
    for (typed, expected) in [
        ("photos", "google-photos"),
        ("photo", "google-photos"),
        ("photoshop", "adobe"),
        ("x", "x"),
        ("chat", "chatgpt"),
        ("gpt", "chatgpt"),
    ] {
        driver.press("/").type_text(typed);
        assert_eq!(driver.selected(), expected, "{typed}");
        driver.press("Esc");
    }
}

/// A search in vain leaves the reader where they were, though its first letters found
/// something.
#[test]
fn after_a_search_in_vain_the_same_platform_is_selected_as_before() {
    let mut driver = newcomer();
    driver.select("pinterest");
    for keys in ["Esc", "Enter Esc", "Enter h"] {
        driver.press("/").type_text("lizzz");
        assert!(listed(&driver).is_empty());
        driver.press(keys);
        assert_eq!(driver.selected(), "pinterest", "after {keys}");
    }
    // What a search has found stays.
    driver.press("/").type_text("tikt");
    driver.press("Esc");
    assert_eq!(driver.selected(), "tiktok");
}

#[test]
fn what_can_be_done_where_nothing_is_found_is_read_on_with_enter() {
    let mut driver = Driver::new("fr", (40, 12));
    driver.press("/").type_text("zzz");
    assert!(driver.model.reads_on());
    let read_on = driver.model.texts.interface.hints.read_on.to_string();
    while driver.model.reads_on() {
        let (before, screen) = (driver.model.list.scroll, driver.screen());
        let last = screen.lines().last().expect("a line");
        assert!(last.contains(&read_on), "{last}");
        driver.press("Enter");
        assert!(driver.model.list.scroll > before);
    }
    assert!(!driver.screen().contains(&read_on));
    assert!(driver.model.list.searching);
}

/// Whoever has gone round to a view with nothing in it is told the ways out of it.
#[test]
fn from_an_empty_view_two_keys_lead_on() {
    let done = all_done_but(&short_list().catalogue, &[]);
    for language in languages() {
        let mut driver = Driver::marked(language, (40, 12), &done);
        let all = listed(&driver).len();
        driver.press("f");
        assert!(listed(&driver).is_empty());
        let words = driver.words();
        let list = &driver.model.texts.interface.list;
        let letter = "f".to_owned();
        let way_on = list.whole_list.fill(&Letter { letter });
        assert!(words.contains(&in_words(&way_on)), "{language}: {words}");
        let show_all = &driver.model.texts.interface.hints.show_all;
        assert!(words.contains(&**show_all), "{language}: {words}");
        driver.press("Esc");
        assert_eq!(listed(&driver).len(), all);
        // From one that has something in it, too.
        let mut driver = Driver::new(language, SIZE);
        driver.press("f Esc");
        assert_eq!(driver.model.filter(), Filter::All);
    }
}

/// What is nearly typed is found where nothing else is, line by line too.
#[test]
fn search_forgives_a_slip_of_the_finger() {
    for (typed, expected) in [
        ("twiter", "x"),
        ("you tube", "youtube"),
        ("pintrest", "pinterest"),
    ] {
        let mut driver = newcomer();
        driver.press("/").type_text(typed);
        assert_eq!(listed(&driver), [expected], "{typed}");
        assert_eq!(driver.selected(), expected, "{typed}");
    }
    let said = Talk::new("fr").answer(&["/facebok", "q"]);
    assert!(said.contains("\nFacebook, "), "{said}");
}

#[test]
fn a_search_does_not_grow_without_end() {
    let mut driver = newcomer();
    driver.press("/").type_text(&"é".repeat(600));
    let letters = |driver: &Driver| driver.model.list.query.chars().count();
    assert_eq!(letters(&driver), 512);
    driver.press("Backspace");
    assert_eq!(letters(&driver), 511);
}

#[test]
fn nothing_is_done_to_a_platform_that_the_search_hides() {
    let mut driver = newcomer();
    driver.press("Esc Esc / z z z Enter");
    for key in ["o", "c", "r", "i", "Space", "s", "n", "Enter", "Down"] {
        driver.press(key);
        assert!(driver.effects.is_empty(), "{key}");
        assert!(driver.model.overlay.is_none() && driver.model.stack.is_empty());
    }
    assert_eq!(*driver.model.checklist(), Checklist::default());
    // The bottom line tells the way out.
    let words = &driver.model.texts.interface;
    let clear = format!("{} {}", Key::Escape.name(words, false), words.hints.clear);
    let screen = driver.screen();
    let last = screen.lines().last().expect("a line");
    assert!(last.contains(&clear), "{last}");
}

#[test]
fn a_walk_says_the_minutes_left_until_it_is_done() {
    let mut driver = Driver::new("en", SIZE);
    let words = driver.model.texts.clone();
    let left = |minutes: usize| {
        let list = &words.interface.list;
        let time = time_words(minutes, list);
        list.remaining.fill(&Time { time })
    };
    let title = |driver: &mut Driver| {
        let screen = driver.screen();
        screen.lines().next().expect("the title").to_owned()
    };
    driver.go_to("facebook", 0);
    let whole = usize::from(driver.model.facts(driver.model.list.selected).minutes);
    // As if each of the five steps took as long; never said to be less than it may be.
    for done in 0..3 {
        let expected = left((whole * (5 - done)).div_ceil(5));
        let title = title(&mut driver);
        assert!(title.contains(&expected), "{title}");
        driver.press("Right");
    }
    assert!(driver.model.is_confirming());
    driver.press("Space");
    let title = title(&mut driver);
    assert!(
        (0..=whole).all(|minutes| !title.contains(&left(minutes))),
        "{title}"
    );
}

#[test]
fn q_is_a_letter_in_the_search_line_and_leaves_everywhere_else() {
    let mut driver = newcomer();
    driver.press("/ q");
    assert!(driver.effects.is_empty());
    assert_eq!(&*driver.model.list.query, "q");
    for keys in ["", "Enter", "a", "?", "i", "L", "r"] {
        let mut driver = newcomer();
        driver.press(keys).press("q");
        assert_eq!(driver.effects, [Effect::Quit], "after {keys:?}");
    }
    for keys in ["", "/", "Enter", "a", "?", "L"] {
        let mut driver = newcomer();
        driver.press(keys).press("Ctrl-c");
        assert_eq!(driver.effects, [Effect::Quit], "Ctrl-C after {keys:?}");
        driver.press("Ctrl-z");
        assert_eq!(driver.effects, [Effect::Suspend], "Ctrl-Z after {keys:?}");
    }
}

#[test]
fn each_page_of_the_story_leads_into_a_walk_and_back() {
    let mut driver = newcomer();
    driver.press("a");
    let pages = driver.model.catalogue.story.page.to_vec();
    for page in &pages {
        driver.press("v");
        let walk = driver.model.walk_place().expect("a walk");
        assert_eq!(driver.model.facts(walk.platform).id, page.platform);
        while driver.model.walk_place().is_some() {
            driver.press("Esc");
        }
        driver.press("Enter");
    }
    assert!(
        driver.model.story_place().is_none(),
        "the last page leads out"
    );
}

#[test]
fn what_another_program_saved_shows_up() {
    let mut driver = newcomer();
    let theirs = checklist(&[("x", Mark::Done, TODAY)]);
    driver
        .press("Space")
        .tell(Message::Saved(Ok(theirs.clone().into())));
    assert_eq!(*driver.model.checklist(), theirs);
}

#[test]
fn a_change_that_could_not_be_saved_is_told_and_stays_in_view() {
    let mut driver = newcomer();
    let reason = "§".to_owned();
    driver.failing = Some(reason.clone());
    driver.select("linkedin").press("Space");
    let words = &driver.model.texts.interface.status;
    let told = words.not_saved.fill(&Reason { reason });
    assert_eq!(driver.said(), Some(&*told));
    assert!(driver.words().contains(&told));
    assert_eq!(driver.state("linkedin"), State::Done(Some(TODAY)));
}

/// The platforms that each change among the effects is to, by their ids.
fn of_platforms(driver: &Driver) -> Vec<Vec<&str>> {
    let changes = driver.saved().into_iter();
    let platforms = changes.map(|change| change.each().iter().filter_map(Change::platform));
    platforms.map(Iterator::collect).collect()
}

/// Nobody is told that something is done before it is saved.
#[test]
fn a_tick_is_confirmed_once_it_is_saved_and_those_that_come_meanwhile_go_together() {
    let mut driver = newcomer();
    let words = driver.model.texts.interface.status.saving.to_string();
    let done = |driver: &Driver, id: &str| {
        let platform = driver.model.catalogue.position(id).expect(id);
        let name = driver.model.name(platform).to_owned();
        let status = &driver.model.texts.interface.status;
        status.now_done.fill(&Name { name })
    };
    driver.slow = true;
    driver.select("linkedin").press("Space");
    assert_eq!(of_platforms(&driver), [["linkedin"]]);
    let linkedin = done(&driver, "linkedin");
    assert!(driver.words().contains(&words));
    assert!(!driver.words().contains(&linkedin));
    let mut file = Checklist::default();
    file.apply(driver.saved()[0]);
    for _ in 0..3 {
        driver.press("Down Space");
        assert_eq!(driver.saved(), [] as [&Change; 0], "one at a time");
        assert!(driver.words().contains(&words));
    }
    // Nor where another page says something else meanwhile, and comes back.
    driver.press("? Esc");
    assert!(driver.words().contains(&words));
    driver
        .press("Space Space")
        .tell(Message::Saved(Ok(file.clone().into())));
    let changes: Vec<Change> = driver.saved().into_iter().cloned().collect();
    assert_eq!(changes.len(), 1);
    assert_eq!(of_platforms(&driver)[0].len(), 5);
    assert!(driver.words().contains(&words));
    file.apply(&changes[0]);
    driver.tell(Message::Saved(Ok(file.clone().into())));
    let selected = driver.selected().to_owned();
    let last = done(&driver, &selected);
    assert!(driver.words().contains(&last));
    assert!(!driver.words().contains(&words));
    assert_eq!(*driver.model.checklist(), file);
}

#[test]
fn what_could_not_be_saved_stays_told_and_is_tried_again_when_asked() {
    let mut driver = newcomer();
    let words = &driver.model.texts.clone().interface.status;
    driver.press("Ctrl-s");
    assert_eq!(driver.said(), Some(&*words.all_saved));
    driver.failing = Some("§".to_owned());
    driver.select("linkedin").press("Space Down");
    assert!(driver.words().contains(&*words.unsaved));
    driver.press("Ctrl-s");
    let reason = "§".to_owned();
    let told = words.not_saved.fill(&Reason { reason });
    assert_eq!(driver.said(), Some(&*told));
    driver.failing = None;
    driver.press("Ctrl-s");
    assert_eq!(of_platforms(&driver), [["linkedin"]]);
    assert_eq!(driver.said(), Some(&*words.all_saved));
    driver.press("Down");
    assert!(!driver.words().contains(&*words.unsaved));
}

/// What is changed while saving fails does not wait for yet another change.
#[test]
fn a_failure_is_followed_by_another_try_where_something_was_changed_meanwhile() {
    let mut driver = newcomer();
    driver.slow = true;
    driver.select("linkedin").press("Space Down Space");
    driver.tell(Message::Saved(Err("§".to_owned())));
    assert_eq!(of_platforms(&driver), [["linkedin", "facebook"]]);
    driver.tell(Message::Saved(Err("§".to_owned())));
    assert_eq!(driver.saved(), [] as [&Change; 0]);
}

#[test]
fn what_could_not_be_saved_is_saved_once_before_what_comes_after_it() {
    let mut driver = newcomer();
    driver.failing = Some("§".to_owned());
    driver.select("linkedin").press("Space");
    driver.failing = None;
    driver.press("Down Space");
    assert_eq!(of_platforms(&driver), [["linkedin", "facebook"]]);
    assert_eq!(*driver.model.checklist(), driver.saved);
}

/// Another window may have changed what is to be undone, and this one not know of it
/// yet.
#[test]
fn undo_leaves_alone_what_another_program_has_changed() {
    let mut driver = newcomer();
    driver.select("linkedin").press("Space");
    let theirs = checklist(&[("linkedin", Mark::Later, TODAY)]);
    driver.saved = theirs.clone();
    driver.press("u");
    assert_eq!(driver.saved, theirs);
    assert_eq!(*driver.model.checklist(), theirs);
    let name = "LinkedIn".to_owned();
    let words = &driver.model.texts.interface.status;
    let told = words.changed_since.fill(&Name { name });
    assert_eq!(driver.said(), Some(&*told));
    driver.press("u");
    assert_eq!(driver.saved(), [] as [&Change; 0], "nothing is left");
}

#[test]
fn scrolling_stops_at_both_ends() {
    let mut driver = Driver::new("fr", (40, 12));
    driver.press("Enter");
    let top = driver.screen();
    assert_eq!(driver.press("Up PageUp g").screen(), top);
    let bottom = driver.press("G").screen();
    assert_ne!(bottom, top);
    assert_eq!(driver.press("Down PageDown j").screen(), bottom);
    assert_ne!(driver.press("Up").screen(), bottom, "no key press is lost");
    assert_eq!(driver.press("Home").screen(), top);
}

#[test]
fn in_a_window_too_small_to_show_it_no_key_does_anything_but_leave() {
    let mut driver = newcomer();
    driver.resize((20, 5));
    driver.press("Space n Down s Enter");
    assert_eq!(driver.effects, []);
    driver.resize(SIZE);
    assert!(driver.model.checklist().is_empty());
    assert!(driver.model.walk_place().is_none());
    driver.resize((20, 5)).press("q");
    assert_eq!(driver.effects, [Effect::Quit]);
}

#[test]
fn the_choice_of_platforms_has_help_and_is_as_it_was_after_it() {
    for language in languages() {
        for size in [(80, 24), (40, 12)] {
            let mut driver = Driver::new(language, size);
            let texts = driver.model.texts.clone();
            let help = &texts.interface.help;
            driver.press("w Down Space");
            let chosen = |driver: &Driver| match &driver.model.overlay {
                Some(Overlay::Which(place)) => Some((place.selected, place.chosen.clone())),
                _ => None,
            };
            let before = chosen(&driver);
            assert!(before.is_some());
            let bottom = driver.screen().lines().last().expect("a line").to_owned();
            assert!(bottom.contains('?'), "{language} {size:?}: {bottom}");
            driver.press("?");
            // What the keys do here stands first.
            assert!(driver.words().contains(&*help.which), "{language} {size:?}");
            for line in driver.whole_page() {
                let (keys, _) = line.trim().split_once("  ").unwrap_or_default();
                let mut keys: Vec<_> = keys.split(", ").collect();
                let all = keys.len();
                keys.sort_unstable();
                keys.dedup();
                assert_eq!(keys.len(), all, "{language} {size:?}: {line}");
            }
            for key in ["Esc", "?", "h Esc"] {
                driver.press(key);
                let expected = if key == "?" { None } else { before.clone() };
                assert_eq!(chosen(&driver), expected, "{language} after {key}");
            }
        }
    }
}
