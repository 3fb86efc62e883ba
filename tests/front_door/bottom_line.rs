//! The bottom line says first what there is to do at a place, in every language and in
//! windows where there is room for little else.

use nonmerci::actions::keymap::Key;
use nonmerci::app::Model;
use nonmerci::catalogue::Role;
use nonmerci::checklist::{Checklist, Mark};
use nonmerci::words::{Interface, Name};
use ratatui::buffer::Cell;
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr as _;

use crate::support::checklists::checklist;
use crate::support::day::TODAY;
use crate::support::driver::Driver;
use crate::support::edition::built_in;
use crate::support::languages::languages;
use crate::support::places::each_step;

/// The smallest window, what a projector shows in large letters, and the usual one.
const SIZES: [(u16, u16); 3] = [(40, 12), (53, 18), (80, 24)];

/// The keys that go on where nothing else is to be done.
const GO_ON: &[Key] = &[Key::Enter, Key::Right];

/// Of the keys that could stand first, one does, drawn as what there is to do is.
fn assert_first(place: &str, driver: &mut Driver, keys: &[Key]) {
    assert_any_first(place, driver, |_| keys);
}

/// The same of keys that depend on how much of a step was seen when it was drawn.
fn assert_any_first<'k>(place: &str, driver: &mut Driver, keys: impl FnOnce(&Model) -> &'k [Key]) {
    let buffer = driver.buffer();
    let cells = buffer
        .content
        .rchunks(usize::from(buffer.area.width))
        .next();
    let cells = cells.expect("a line");
    let line: String = cells.iter().map(Cell::symbol).collect();
    let interface = &driver.model.texts.interface;
    let names = keys(&driver.model)
        .iter()
        .map(|key| key.name(interface, false));
    let names: Vec<_> = names.collect();
    let starts = |name: &String| line.trim_start().starts_with(&format!("{name} "));
    assert!(
        names.iter().any(starts),
        "{place}: none of {names:?} first in {line:?}"
    );
    let first = cells.iter().find(|cell| cell.symbol() != " ");
    let style = first.expect("a letter").modifier;
    assert!(style.contains(Modifier::REVERSED), "{place}: {line:?}");
}

/// Whether keys are called by the shortest of their names.
fn is_narrow(driver: &Driver) -> bool {
    driver.model.size.0 < 60
}

/// A key stands on the line, wherever.
fn assert_there(place: &str, driver: &mut Driver, key: Key) {
    let screen = driver.screen();
    let line = screen.lines().last().expect("a line");
    let name = key.name(&driver.model.texts.interface, false);
    let there = |words: &str| words.contains(&format!(" {name} "));
    assert!(there(&format!(" {line}")), "{place}: no {name} in {line:?}");
}

/// What there is to do at the step the reader is at.
fn main_keys(model: &Model) -> &'static [Key] {
    let step = model.step().expect("a step");
    let opens = step.addresses().next().is_some();
    let asks = model.facts(model.platform()).kind.asks();
    match step.role {
        Role::Open if opens => &[Key::Letter('o')],
        Role::Confirm if asks => &[Key::Enter],
        Role::Unseen if model.reads_on() => &[Key::Enter],
        // Of a further step nothing is noted.
        Role::Unseen if step.can_be_missing() => &[Key::Space],
        Role::Unseen => &[Key::Left],
        Role::Report => &[Key::Letter('c')],
        _ => GO_ON,
    }
}

fn everywhere(checklist: &Checklist, mut look_at: impl FnMut(&mut Driver, &str)) {
    for size in SIZES {
        for language in languages() {
            let mut driver = Driver::of(&built_in(), language, size, checklist);
            look_at(&mut driver, &format!("{language} at {size:?}"));
        }
    }
}

#[test]
fn at_every_step_what_there_is_to_do_stands_first() {
    let mut behind = 0;
    everywhere(&Checklist::default(), |driver, window| {
        each_step(driver, |driver, step| {
            let place = format!("{window}: {step}");
            assert_any_first(&place, driver, main_keys);
            let step = driver.model.step().map(|step| step.role);
            driver.press("x");
            // What cannot be missing has nothing behind it.
            if driver.model.step().map(|step| step.role) != step {
                assert_any_first(&format!("{place}, not seen"), driver, main_keys);
                driver.press("x");
                assert_any_first(&format!("{place}, to be told"), driver, main_keys);
                behind += 1;
            }
        });
    });
    assert!(behind > 500, "{behind}");
}

/// What is left, once all that can be tried is read, has room on a projector even before.
#[test]
fn where_something_is_not_seen_noting_that_has_room() {
    for language in languages() {
        let checklist = Checklist::default();
        let mut driver = Driver::of(&built_in(), language, SIZES[1], &checklist);
        driver.go_to("linkedin", 2).press("x");
        assert_there(language, &mut driver, Key::Enter);
        assert_there(language, &mut driver, Key::Space);
        driver.press("End");
        assert_there(language, &mut driver, Key::Space);
    }
}

/// What is noted once is not noted again: the way on stands first.
#[test]
fn where_it_is_noted_as_not_found_the_way_on_stands_first() {
    let noted = checklist(&[("linkedin", Mark::NotFound, TODAY)]);
    everywhere(&noted, |driver, window| {
        driver.go_to("linkedin", 2).press("x");
        assert_first(window, driver, GO_ON);
    });
}

#[test]
fn wherever_one_is_what_there_is_to_do_stands_first() {
    everywhere(&Checklist::default(), |driver, window| {
        let narrow = is_narrow(driver);
        let mut at = |keys: &str, first: &[Key]| {
            driver.press(keys);
            assert_first(&format!("{window} after {keys}"), driver, first);
        };
        at("g", &[Key::Enter]);
        at("/", &[Key::Enter]);
        at("z z z", &[Key::Enter, Key::Escape]);
        let close = &[if narrow { Key::Left } else { Key::Escape }];
        at("Esc ?", &[Key::Enter, close[0]]);
        at("End", close);
        at("Esc L", &[Key::Enter]);
        at("Esc i End", close);
        at("Esc a", GO_ON);
        at("h w Space", &[Key::Enter]);
        assert_there(window, driver, Key::Space);
        driver.press("Esc").select("linkedin");
        // Out of a walk that may have been followed, it is asked whether it is done.
        driver.press("Enter Right Right Right h");
        assert_first(&format!("{window}, leaving"), driver, &[Key::Enter]);
        let back = if narrow { Key::Right } else { Key::Escape };
        assert_there(window, driver, back);
    });
}

/// Where the line of keys has room for a key, it says that it does this.
fn assert_says(place: &str, driver: &mut Driver, key: Key, word: &str) {
    let screen = driver.screen();
    let line = screen.lines().last().expect("a line");
    let key = key.name(&driver.model.texts.interface, false);
    let has_room = driver.model.size.0 >= 80;
    if has_room || format!(" {line}").contains(&format!(" {key} ")) {
        let hint = format!("{key} {word}");
        assert!(line.contains(&hint), "{place}: no {hint:?} in {line:?}");
    }
}

/// What the key that goes in says depends on what is in there.
#[test]
fn a_walk_that_is_begun_is_gone_on_with() {
    everywhere(&Checklist::default(), |driver, window| {
        let words = built_in().texts(driver.model.language().tag());
        let words = &words.interface.hints;
        driver.select("linkedin");
        assert_says(window, driver, Key::Enter, &words.begin);
        driver.press("Enter Right Left Left");
        assert!(driver.model.walk_place().is_none(), "{window}");
        assert_says(window, driver, Key::Enter, &words.resume);
        driver.press("Space");
        assert_says(window, driver, Key::Enter, &words.view);
    });
}

/// Where nothing can be ticked off but an objection that was sent, that is what it is
/// called, before and after.
#[test]
fn an_objection_is_called_so_wherever_it_is_noted() {
    everywhere(&Checklist::default(), |driver, window| {
        let texts = built_in().texts(driver.model.language().tag());
        let words = &texts.interface;
        let name = Name {
            name: "Reddit".to_owned(),
        };
        driver.select("reddit");
        assert_says(window, driver, Key::Space, &words.states.objected);
        driver.press("Space");
        assert_eq!(driver.said(), Some(&*words.status.now_sent.fill(&name)));
        // Nothing is left to do there either.
        driver.press("Space");
        let said = words.status.now_unmarked.fill(&name);
        assert_eq!(driver.said(), Some(&*said));
    });
}

/// Where the line says what Enter does, it says that it reads on where it does, and
/// there alone. Says whether it does.
fn assert_reads_on(place: &str, driver: &mut Driver) -> bool {
    let screen = driver.screen();
    let line = screen.lines().last().expect("a line");
    let interface = &driver.model.texts.interface;
    let key = Key::Enter.name(interface, false);
    let says = line.contains(&format!("{key} {}", interface.hints.read_on));
    let reads_on = driver.model.reads_on();
    if says || line.contains(&format!("{key} ")) {
        assert_eq!(says, reads_on, "{place}:\n{screen}");
    }
    reads_on
}

#[test]
fn enter_reads_a_page_to_its_end_before_it_does_anything_else() {
    let mut pages = 0;
    everywhere(&Checklist::default(), |driver, window| {
        let over = |driver: &Driver| driver.model.overlay.is_some();
        let narrow = is_narrow(driver);
        driver.select("linkedin");
        for keys in [
            "?",
            "i",
            "a",
            "a Right",
            "Enter",
            "Enter i",
            "Enter Right e",
        ] {
            let place = format!("{window} after {keys}");
            driver.press(keys);
            let wide = !narrow && over(driver);
            let back = if wide { Key::Escape } else { Key::Left };
            let title = |screen: String| screen.lines().next().map(str::to_owned);
            let here = title(driver.screen());
            while assert_reads_on(&place, driver) {
                assert_there(&place, driver, Key::Enter);
                assert_there(&place, driver, back);
                let scrolled = driver.model.scroll();
                driver.press("Enter");
                assert!(driver.model.scroll() > scrolled, "{place}");
                assert_eq!(title(driver.screen()), here, "{place}");
                pages += 1;
            }
            driver.press("Enter");
            assert_ne!(title(driver.screen()), here, "{place}");
            driver.press("h h");
        }
    });
    assert!(pages > 50, "{pages}");
}

#[test]
fn at_no_step_is_enter_said_to_do_what_it_does_only_further_down() {
    for language in languages() {
        let mut driver = Driver::of(&built_in(), language, SIZES[0], &Checklist::default());
        each_step(&mut driver, |driver, step| {
            for keys in ["", "c", "Down", "x"] {
                driver.press(keys);
                assert_reads_on(&format!("{language}: {step} {keys}"), driver);
            }
        });
    }
}

/// Whoever comes for the first time chooses first.
#[test]
fn at_the_first_start_choosing_stands_first_and_then_the_end() {
    everywhere(&Checklist::default(), |driver, window| {
        nonmerci::app::ask_which(&mut driver.model);
        driver.resize(driver.model.size);
        assert_first(window, driver, &[Key::Space]);
        assert_there(window, driver, Key::Enter);
    });
}

/// What a translator may not make longer.
#[test]
fn a_step_s_own_key_has_room_beside_help_on_forty_columns() {
    for language in languages() {
        let texts = built_in().texts(language);
        let interface: &Interface = &texts.interface;
        let hints = &interface.hints;
        let help = format!("? {}", hints.help);
        for (key, word) in [
            (Key::Space, &hints.not_found),
            (Key::Enter, &hints.tick),
            (Key::Space, &hints.choose),
            (Key::Enter, &hints.begin),
        ] {
            let line = format!("{} {word}  {help}", key.name(interface, false));
            assert!(line.width() <= 40, "{language}: {line}");
        }
    }
}
