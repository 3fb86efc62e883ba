//! How often a key asks for memory, from the press to the frame: most time that can be
//! saved goes into that.

use allocation_counter::measure;

use crate::support::driver::Driver;

/// What is pressed one after the other, from the list on, and how often memory was asked
/// for when that was last recorded, in a window of 80 by 24 in French.
const RECORDED: [(&str, u64); 11] = [
    ("j", 336),
    ("PageDown", 292),
    ("/", 251),
    ("f", 3425),
    ("a", 381),
    ("Esc", 328),
    ("Enter", 1251),
    ("Right", 257),
    ("r", 10782),
    ("Esc", 226),
    ("Space", 226),
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
