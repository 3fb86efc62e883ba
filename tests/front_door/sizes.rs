//! Windows of any size, and what must hold in all of them.

use nonmerci::actions::keymap::{Action, Key};
use nonmerci::app::{Message, NotOpened, hints};
use nonmerci::checklist::Checklist;
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr as _;

use crate::support::driver::Driver;
use crate::support::edition::built_in;
use crate::support::languages::languages;
use crate::support::places::SCREENS;

const KEYS: [&str; 28] = [
    "Enter",
    "Space",
    "Esc",
    "Backspace",
    "Up",
    "Down",
    "Left",
    "Right",
    "PageUp",
    "PageDown",
    "Home",
    "End",
    "k",
    "j",
    "g",
    "G",
    "s",
    "n",
    "o",
    "c",
    "r",
    "m",
    "i",
    "a",
    "/",
    "L",
    "u",
    "?",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_screen_panics_at_any_size(
        size in (0u16..=300, 0u16..=100),
        then in (0u16..=300, 0u16..=100),
        language in proptest::sample::select(languages().collect::<Vec<_>>()),
        keys in proptest::collection::vec(proptest::sample::select(&KEYS[..]), 0..24),
    ) {
        let mut driver = Driver::of(&built_in(), language, size, &Checklist::default());
        let (before, after) = keys.split_at(keys.len() / 2);
        driver.press(&before.join(" ")).resize(then).press(&after.join(" "));
        driver.screen();
    }
}

/// Goes to every step of every platform.
fn each_step(size: (u16, u16), mut look_at: impl FnMut(&str, &mut Driver)) {
    let edition = built_in();
    for language in languages() {
        for (platform, facts) in edition.catalogue.platforms.iter().enumerate() {
            let mut driver = Driver::of(&built_in(), language, size, &Checklist::default());
            let steps = driver.model.walk(platform).steps.len();
            driver.select(&facts.id).press("Enter");
            for _ in 0..steps {
                let step = driver.model.step().expect("a step").id.clone();
                look_at(&format!("{language} {} {step}", facts.id), &mut driver);
                driver.press("Right");
            }
        }
    }
}

#[test]
fn every_address_starts_in_the_first_column_with_nothing_beside_it() {
    // Tall enough for any step, so that nothing has to be scrolled.
    for (width, height) in [(40, 100), (80, 45), (120, 45), (200, 45)] {
        each_step((width, height), |place, driver| {
            let step = driver.model.step().expect("a step").clone();
            if step.is_mail() {
                return;
            }
            let screen = driver.screen();
            let lines: Vec<&str> = screen.lines().collect();
            for address in step.addresses() {
                let found = (0..lines.len()).any(|first| {
                    let mut joined = String::new();
                    lines[first..].iter().any(|line| {
                        joined += line;
                        joined == address.as_str()
                    })
                });
                assert!(
                    found,
                    "{place} at {width}: {address} is not alone on its lines:\n{screen}"
                );
            }
        });
    }
}

#[test]
fn no_line_of_a_step_is_longer_than_the_eye_follows() {
    each_step((300, 60), |place, driver| {
        let screen = driver.screen();
        let lines = screen.lines().skip(2).filter(|line| !line.contains('─'));
        // The keys are no text to read along.
        let keys = screen.lines().last();
        for line in lines.filter(|line| Some(*line) != keys) {
            assert!(line.width() <= 120, "{place}: {line}");
            // The list beside it begins in column 80.
            let text: String = line.chars().take(79).collect();
            let address = text.starts_with("https://");
            assert!(address || text.trim_end().width() <= 75, "{place}: {text}");
        }
    });
}

/// The last line tells the way on, the way out and where help is, wherever there
/// are such ways.
fn assert_ways(place: &str, driver: &mut Driver) {
    let model = &driver.model;
    let (interface, ascii) = (&model.texts.interface, driver.look.ascii);
    let hints = hints(model);
    let first_of = |wanted: &[Action]| {
        let hint = hints.iter().find(|hint| wanted.contains(&hint.action))?;
        Some(format!("{} {}", hint.key(interface, ascii), hint.text))
    };
    let ways = [
        first_of(&[Action::Enter, Action::Forward]),
        first_of(&[Action::Back, Action::Quit]),
        first_of(&[Action::Help]),
    ];
    let screen = driver.screen();
    let last = screen.lines().last().expect("a line");
    for way in ways.into_iter().flatten() {
        assert!(last.contains(&way), "{place}: no {way:?} in {last:?}");
    }
    assert!(last.width() <= usize::from(driver.model.size.0), "{place}");
}

#[test]
fn the_last_line_always_tells_the_way_on_the_way_out_and_where_help_is() {
    // Where there is more room there is more on it.
    for ascii in [false, true] {
        each_step((40, 12), |place, driver| {
            driver.look.ascii = ascii;
            assert_ways(&format!("{place}, ASCII: {ascii}"), driver);
        });
        for language in languages() {
            for size in [(40, 12), (80, 24), (120, 40)] {
                for keys in SCREENS {
                    let mut driver = Driver::new(language, size);
                    driver.look.ascii = ascii;
                    driver.press(keys);
                    let place = format!("{language} {keys:?} at {size:?}, ASCII: {ascii}");
                    assert_ways(&place, &mut driver);
                }
            }
        }
    }
}

#[test]
fn what_ticks_off_is_in_sight_in_the_smallest_window() {
    each_step((40, 12), |place, driver| {
        if driver.model.is_confirming() {
            let interface = &driver.model.texts.interface;
            let key = Key::Space.name(interface, false);
            let tick = interface.offers.tick.split(' ').next().expect("a word");
            let offer = format!("{key}  {tick}");
            let screen = driver.screen();
            assert!(screen.contains(&offer), "{place}:\n{screen}");
        }
    });
}

#[test]
fn a_window_made_small_and_large_again_shows_what_it_showed() {
    for language in languages() {
        for keys in SCREENS {
            for size in [(40, 12), (80, 24), (120, 40)] {
                let mut driver = Driver::of(&built_in(), language, size, &Checklist::default());
                let before = driver.press(keys).screen();
                for other in [(10, 3), (120, 40), (40, 12), (0, 0), (80, 24), (300, 100)] {
                    driver.resize(other);
                }
                assert_eq!(driver.resize(size).screen(), before, "{language} {keys:?}");
            }
        }
    }
}

#[test]
fn scrolling_shows_every_line_of_every_step_in_the_smallest_window() {
    let mut whole: Vec<Vec<String>> = Vec::new();
    let body = |driver: &mut Driver| {
        let screen = driver.screen();
        let lines: Vec<_> = screen.lines().map(str::to_owned).collect();
        lines[2..lines.len() - 2].to_vec()
    };
    each_step((40, 200), |_, driver| whole.push(body(driver)));
    let mut whole = whole.into_iter();
    each_step((40, 12), |place, driver| {
        let mut seen = body(driver);
        loop {
            let before = driver.screen();
            driver.press("PageDown");
            if driver.screen() == before {
                break;
            }
            seen.extend(body(driver));
        }
        for line in whole.next().expect("the same steps") {
            assert!(seen.contains(&line), "{place}: no scrolling shows {line:?}");
        }
    });
}

#[test]
fn a_window_of_eighty_by_twenty_four_holds_every_step() {
    let mut scrolled = Vec::new();
    each_step((80, 24), |place, driver| {
        let more = driver.model.texts.interface.walk.more.to_string();
        if driver.screen().contains(&format!("· {more} ─")) {
            scrolled.push(place.to_owned());
        }
    });
    assert!(
        scrolled.is_empty(),
        "shorten these, or part them: {scrolled:#?}"
    );
}

#[test]
fn what_is_said_of_an_address_leaves_it_in_sight() {
    each_step((40, 12), |place, driver| {
        let Some(address) = driver.model.address() else {
            return;
        };
        let step = driver.model.step().expect("a step");
        if step.addresses().next().is_none() || step.is_mail() || driver.model.is_confirming() {
            return;
        }
        for message in [
            Message::Opened(Ok(())),
            Message::Opened(Err(NotOpened::OverSsh)),
        ] {
            let screen = driver.tell(message).screen();
            let rows: String = screen.lines().map(str::trim_end).collect();
            assert!(
                rows.contains(address.as_str()),
                "{place}: {address} is not to be seen:\n{screen}"
            );
        }
    });
}
