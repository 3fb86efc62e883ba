//! Where somebody can be: the screens, the windows they are in, and every step of
//! every platform.

use nonmerci::catalogue::Course;

use super::driver::Driver;

/// The smallest window, the usual one and a large one.
pub(crate) const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (120, 40)];

/// Screens of every sort, by the keys that lead to them from the list.
pub(crate) const SCREENS: [&str; 16] = [
    "",
    "Enter",
    "Enter Space",
    "Enter Right",
    "Enter Right m",
    "Enter Right r",
    "Enter Right Right",
    "Enter Right Right Right Space",
    "Enter Right Right Right Right",
    "?",
    "L",
    "i",
    "a",
    "/ z z z",
    "/ ( )",
    "Space",
];

/// A platform of each kind.
pub(crate) const KINDS: [&str; 7] = [
    "linkedin",
    "facebook",
    "perplexity",
    "slack",
    "figma",
    "reddit",
    "zoom",
];

/// Puts the reader at every step of every platform, of its whole walk and of its short
/// one, and says which it is.
pub(crate) fn each_step(driver: &mut Driver, mut look_at: impl FnMut(&mut Driver, &str)) {
    for platform in 0..driver.model.catalogue.platforms.len() {
        let facts = driver.model.facts(platform);
        let (id, asks) = (facts.id.clone(), facts.kind.asks());
        for (course, again) in [(Course::Full, ""), (Course::Short, " again")] {
            if course == Course::Short && !asks {
                continue;
            }
            driver.put_in(platform, course, 0);
            let place = driver.model.walk_place().expect("a walk").clone();
            for step in 0..driver.model.walk_at(&place).steps.len() {
                driver.put_in(platform, course, step);
                let step = driver.step_id().expect("a step");
                look_at(driver, &format!("{id} {step}{again}"));
            }
        }
    }
    driver.model.stack.clear();
}
