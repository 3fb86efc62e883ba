//! How many bytes a frame takes. A line may be slow, and a terminal far away: whoever
//! makes a frame longer by a tenth is to know it.

use tempfile::TempDir;

use crate::support::mirror::Mirror;

/// What is pressed one after the other, from the list on, and how many bytes its frame
/// took when that was last recorded, in a window of 80 by 24 in French. They stand in
/// `docs/performance.md` too.
const RECORDED: [(&str, usize); 7] = [
    ("j", 340),
    ("j", 201),
    ("PageDown", 974),
    ("g", 1099),
    ("Enter", 1163),
    ("Right", 1031),
    ("r", 5650),
];

#[test]
fn a_frame_takes_no_more_bytes_than_it_did() {
    let home = TempDir::new().expect("a folder for the test");
    let mut mirror = Mirror::new(("fr", (80, 24)), home.path(), &["--no-save"], &[]);
    // What was said at the first start goes.
    mirror.press("Esc");
    for (key, recorded) in RECORDED {
        mirror.session.take_rest();
        mirror.session.written.clear();
        mirror.press(key);
        let bytes = mirror.session.written.len();
        assert!(bytes > 0, "{key}: nothing was drawn");
        assert!(
            bytes * 10 <= recorded * 11,
            "{key}: {bytes} bytes, and {recorded} before. Where it has to be, record it anew."
        );
    }
    mirror.press("Esc h").quit();
}
