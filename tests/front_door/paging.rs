//! Reading a page that is longer than its window: what is not torn, and on which page one
//! is.

use nonmerci::catalogue::Step;
use nonmerci::words::StepOf;

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
        let of = screens.len().to_string();
        let position = &driver.model.texts.interface.walk.position;
        for (number, screen) in screens.iter().enumerate() {
            let step = (number + 1).to_string();
            let of = of.clone();
            let said = position.fill(&StepOf { step, of });
            let rule = screen.lines().rev().nth(1).expect("a rule");
            assert!(rule.contains(&said), "{language}: no {said} in {rule}");
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
