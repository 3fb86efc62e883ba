//! How many bytes a frame takes. A line may be slow, and a terminal far away: whoever
//! makes a frame longer by a tenth is to know it.

use tempfile::TempDir;

use crate::support::mirror::Mirror;

const WINDOW: (&str, (u16, u16)) = ("fr", (80, 24));

/// What is pressed one after the other, from the list on, and how many bytes its frame
/// took when that was last recorded, in a window of 80 by 24 in French. They stand in
/// `docs/performance.md` too.
const RECORDED: [(&str, usize); 8] = [
    ("j", 337),
    ("j", 196),
    ("PageDown", 950),
    ("j", 606),
    ("g", 1069),
    ("Enter", 1134),
    ("Right", 1004),
    ("r", 2755),
];

/// The same for the first frame, and for sixty lines down from the top of the list.
const FIRST: usize = 1303;
const SIXTY: usize = 38_069;

/// How many bytes the frame of a key takes.
fn bytes(mirror: &mut Mirror, key: &str) -> usize {
    mirror.session.take_rest();
    mirror.session.written.clear();
    mirror.press(key);
    let bytes = mirror.session.written.len();
    assert!(bytes > 0, "{key}: nothing was drawn");
    bytes
}

fn assert_no_more(what: &str, bytes: usize, recorded: usize) {
    assert!(
        bytes * 10 <= recorded * 11,
        "{what}: {bytes} bytes, and {recorded} before. Where it has to be, record it anew."
    );
}

#[test]
fn a_frame_takes_no_more_bytes_than_it_did() {
    let home = TempDir::new().expect("a folder for the test");
    let mut mirror = Mirror::new(WINDOW, home.path(), &["--no-save"], &[]);
    // What was said at the first start goes.
    mirror.press("Esc");
    for (key, recorded) in RECORDED {
        let bytes = bytes(&mut mirror, key);
        println!("{key}: {bytes}");
        assert_no_more(key, bytes, recorded);
    }
    mirror.press("Esc h g");
    let sixty = (0..60).map(|_| bytes(&mut mirror, "j")).sum();
    println!("sixty lines: {sixty}");
    assert_no_more("sixty lines", sixty, SIXTY);
    mirror.quit();
}

#[test]
fn the_first_frame_takes_no_more_bytes_than_it_did() {
    let home = TempDir::new().expect("a folder for the test");
    let mut mirror = Mirror::first(WINDOW, home.path());
    let bytes = mirror.session.written.len();
    println!("first: {bytes}");
    assert_no_more("the first frame", bytes, FIRST);
    mirror.press("Esc").quit();
}
