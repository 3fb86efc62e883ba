//! How often a key asks for memory, from the press to the frame: most time that can be
//! saved goes into that.

use allocation_counter::measure;

use crate::support::driver::Driver;

/// What is pressed one after the other, from the list on, and how often memory was asked
/// for when that was last recorded, in a window of 80 by 24 in French.
const RECORDED: [(&str, u64); 11] = [
    ("j", 283),
    ("PageDown", 246),
    ("/", 214),
    ("f", 573),
    ("a", 247),
    ("Esc", 293),
    ("Enter", 1167),
    ("Right", 247),
    ("r", 10766),
    ("Esc", 208),
    ("Space", 208),
];

#[test]
fn a_key_asks_for_memory_no_more_often_than_it_did() {
    let mut driver = Driver::new("fr", (80, 24));
    driver.buffer();
    let now: Vec<_> = RECORDED
        .into_iter()
        .map(|(key, recorded)| {
            let asked = measure(|| {
                driver.press(key).buffer();
            });
            (key, asked.count_total, recorded)
        })
        .collect();
    for (key, asked, recorded) in &now {
        assert!(
            asked * 10 <= recorded * 11,
            "{key}: {asked} times, and {recorded} before. Where it has to be, record it anew: {now:?}"
        );
    }
}
