//! Reading a page that is longer than its window: which address is meant, what is not
//! torn, and on which page one is.

use nonmerci::app::{Model, ScrollExtent};
use nonmerci::catalogue::Step;
use nonmerci::words::StepOf;

use crate::support::addresses::linkedin;
use crate::support::driver::Driver;
use crate::support::languages::languages;
use crate::support::places::each_step;

/// Windows in which steps are longer than the page.
const SIZES: [(u16, u16); 3] = [(40, 12), (53, 18), (80, 24)];

/// Looks at each page of what the reader is at, from its top to its end.
fn each_page(driver: &mut Driver, mut look_at: impl FnMut(&mut Driver, &str)) {
    driver.press("Home");
    loop {
        let screen = driver.screen();
        look_at(driver, &screen);
        if !driver.model.reads_on() {
            return;
        }
        driver.press("PageDown");
    }
}

/// The numbers of the addresses that are in sight.
fn in_sight(model: &Model) -> Vec<usize> {
    let scroll = model.scroll().unwrap_or(0);
    let ScrollExtent {
        height, addresses, ..
    } = &model.extent;
    let lines = addresses.iter().enumerate();
    let seen = lines.filter(|(_, line)| (scroll..scroll + height).contains(line));
    seen.map(|(number, _)| number).collect()
}

#[test]
fn the_address_that_is_meant_is_one_that_is_seen() {
    for size in SIZES {
        let mut driver = Driver::new("fr", size);
        each_step(&mut driver, |driver, step| {
            for keys in ["", "x"] {
                driver.press(keys);
                each_page(driver, |driver, _| {
                    let seen = in_sight(&driver.model);
                    let place = driver.model.walk_place().expect("a walk");
                    // At the step itself, the first is meant whatever is read.
                    let first = keys.is_empty() && place.address == 0;
                    let meant = first || seen.is_empty() || seen.contains(&place.address);
                    assert!(meant, "{step} {keys} at {size:?}: not {}", place.address);
                });
            }
        });
    }
    // Whoever reads a step to its end opens the setting, not what is there if that fails;
    // which can be chosen where it is seen.
    let mut driver = Driver::new("fr", (40, 12));
    driver.go_to("linkedin", 1).press("End o");
    assert_eq!(driver.opened(), [linkedin()]);
    driver.press("Home Enter Enter");
    assert_eq!(in_sight(&driver.model), [1]);
    assert_ne!(driver.press("Down o").opened(), [linkedin()]);
    // At the end of what can be tried for LinkedIn, the form is the only one.
    let mut driver = Driver::new("fr", (80, 24));
    driver.go_to("linkedin", 2).press("x End o");
    let form = driver.model.facts(driver.model.platform()).form_address();
    let form = form.expect("a form").to_string();
    assert_eq!(driver.opened(), [&*form]);
    // And back at the top, the first of those there.
    driver.press("Home o");
    assert_ne!(driver.opened(), [&*form]);
    // From a page without any, the arrows go the way they point.
    for (arrow, is_further) in [("Down", true), ("Up", false)] {
        driver.press("Home PageDown");
        assert!(in_sight(&driver.model).is_empty());
        let before = driver.model.scroll();
        driver.press(arrow);
        assert_ne!(driver.model.scroll(), before, "{arrow}");
        assert_eq!(driver.model.scroll() > before, is_further, "{arrow}");
    }
}

#[test]
fn a_drawing_that_has_room_on_a_page_is_not_torn() {
    for size in SIZES {
        for language in languages() {
            let mut driver = Driver::new(language, size);
            each_step(&mut driver, |driver, step| {
                let turns = driver.model.step().is_some_and(Step::turns);
                for keys in ["", "Space"].into_iter().filter(|_| turns) {
                    driver.press(keys);
                    let mut whole = false;
                    each_page(driver, |driver, screen| {
                        let extent = &driver.model.extent;
                        let fits = |height: usize| height <= extent.height;
                        if extent.drawings.iter().all(|drawing| fits(drawing.len())) {
                            let edges = ['╭', '╰'].map(|edge| screen.matches(edge).count());
                            let place = format!("{language} {step} at {size:?}");
                            assert_eq!(edges[0], edges[1], "{place}:\n{screen}");
                            whole |= edges[0] > 0;
                        } else {
                            whole = true;
                        }
                    });
                    let drawn = !driver.model.extent.drawings.is_empty();
                    assert_eq!(whole, drawn, "{language} {step} at {size:?}");
                }
            });
        }
    }
}

/// Pages are counted on the rule: from the first to the last, none twice and none left
/// out, though what is said at the bottom makes the first one shorter.
#[test]
fn the_pages_of_a_letter_are_counted_one_by_one() {
    for language in languages() {
        let mut driver = Driver::new(language, (80, 24));
        driver.go_to("facebook", 4).press("e");
        driver.tell(nonmerci::app::Message::Copied(Ok(
            nonmerci::actions::Copied::Text,
        )));
        let mut screens = vec![driver.screen()];
        while driver.model.reads_on() {
            screens.push(driver.press("Enter").screen());
        }
        assert!(screens.len() > 2, "{language}");
        let position = &driver.model.texts.interface.walk.position;
        let count = screens.len();
        for (number, screen) in screens.iter().enumerate() {
            // What is said takes room, and may make one more of the pages while it stands.
            let of = count..=count + usize::from(number == 0);
            let mut said = of.map(|of| {
                let (step, of) = ((number + 1).to_string(), of.to_string());
                position.fill(&StepOf { step, of })
            });
            let rule = screen.lines().rev().nth(1).expect("a rule");
            assert!(said.any(|said| rule.contains(&said)), "{language}: {rule}");
        }
    }
}

#[test]
fn a_page_back_is_the_page_before_as_it_was_read() {
    let mut driver = Driver::new("it", (40, 12));
    driver.go_to("linkedin", 2);
    let mut screens = Vec::new();
    each_page(&mut driver, |_, screen| screens.push(screen.to_owned()));
    assert!(screens.len() > 2);
    for screen in screens.iter().rev().skip(1) {
        assert_eq!(driver.press("PageUp").screen(), *screen);
    }
}
