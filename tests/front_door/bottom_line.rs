//! The bottom line says first what there is to do at a place, in every language and in
//! windows where there is room for little else.

use nonmerci::actions::keymap::Key;
use nonmerci::catalogue::Role;
use nonmerci::checklist::{Checklist, Mark};
use nonmerci::words::Interface;
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
    let buffer = driver.buffer();
    let cells = buffer
        .content
        .rchunks(usize::from(buffer.area.width))
        .next();
    let cells = cells.expect("a line");
    let line: String = cells.iter().map(Cell::symbol).collect();
    let interface = &driver.model.texts.interface;
    let names = keys.iter().map(|key| key.name(interface, false));
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

/// A key stands on the line, wherever.
fn assert_there(place: &str, driver: &mut Driver, key: Key) {
    let screen = driver.screen();
    let line = screen.lines().last().expect("a line");
    let name = key.name(&driver.model.texts.interface, false);
    let there = |words: &str| words.contains(&format!(" {name} "));
    assert!(there(&format!(" {line}")), "{place}: no {name} in {line:?}");
}

/// What there is to do at the step the reader is at.
fn main_keys(driver: &Driver) -> &'static [Key] {
    let model = &driver.model;
    let step = model.step().expect("a step");
    let opens = step.addresses().next().is_some();
    let asks = model.facts(model.platform()).kind.asks();
    match step.role {
        Role::Open if opens => &[Key::Letter('o')],
        Role::Confirm if asks => &[Key::Enter],
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
            let keys = main_keys(driver);
            assert_first(&place, driver, keys);
            let step = driver.model.step().map(|step| step.role);
            driver.press("x");
            // What cannot be missing has nothing behind it.
            if driver.model.step().map(|step| step.role) != step {
                let keys = main_keys(driver);
                assert_first(&format!("{place}, not seen"), driver, keys);
                driver.press("x");
                let keys = main_keys(driver);
                assert_first(&format!("{place}, to be told"), driver, keys);
                behind += 1;
            }
        });
    });
    assert!(behind > 500, "{behind}");
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
        let mut at = |keys: &str, first: &[Key]| {
            driver.press(keys);
            assert_first(&format!("{window} after {keys}"), driver, first);
        };
        at("g", &[Key::Enter]);
        at("/", &[Key::Enter]);
        at("z z z", &[Key::Enter]);
        at("Esc ?", &[Key::Escape]);
        at("Esc L", &[Key::Enter]);
        at("Esc i", &[Key::Escape]);
        at("Esc a", GO_ON);
        at("h w Space", &[Key::Enter]);
        assert_there(window, driver, Key::Space);
        driver.press("Esc").select("linkedin");
        // Out of a walk that may have been followed, it is asked whether it is done.
        driver.press("Enter Right Right Right h");
        assert_first(&format!("{window}, leaving"), driver, &[Key::Enter]);
        let narrow = driver.model.size.0 < 60;
        let back = if narrow { Key::Right } else { Key::Escape };
        assert_there(window, driver, back);
    });
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
