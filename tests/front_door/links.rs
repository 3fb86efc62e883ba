//! Addresses as links: the real program in a pseudo-terminal, and what it writes.

use tempfile::TempDir;

use crate::support::addresses::linkedin;
use crate::support::driver::Driver;
use crate::support::mirror::Mirror;

/// What begins every OSC 8.
const MARK: &str = "\x1b]8;";

/// Walks about where there are addresses; on the way, another address is chosen, and
/// the first changes its style. Each screen is what the program draws without a
/// terminal. Returns all that was written.
fn walk(size: (u16, u16), arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let home = TempDir::new().expect("a folder for the test");
    let arguments = [&["walk", "linkedin"], arguments].concat();
    let mut mirror = Mirror::new(("en", size), home.path(), &arguments, variables);
    mirror.driver.go_to("linkedin", 0);
    mirror
        .wait()
        .press("Right Down PageDown Right Left i Esc")
        .quit();
    String::from_utf8(mirror.session.written.clone()).expect("UTF-8")
}

#[test]
fn a_link_changes_no_letter_on_the_screen() {
    for size in [(40, 12), (80, 24), (120, 40)] {
        for (links, expected) in [("never", false), ("always", true)] {
            let written = walk(size, &["--links", links], &[]);
            assert_eq!(written.contains(MARK), expected, "{links}");
        }
    }
}

/// So that three clicks take all of it.
#[test]
fn an_address_on_more_than_one_line_is_one_line_to_the_terminal() {
    let size = (40, 12);
    let screen = Driver::new("en", size).go_to("linkedin", 1).screen();
    let lines: Vec<_> = screen.lines().collect();
    let is_first = |line: &&str| line.starts_with("https://");
    let first = lines.iter().position(is_first).expect("an address");
    let lines = &lines[first..first + 2];
    assert_eq!(lines.concat(), linkedin(), "an address on two lines");
    assert_eq!(lines[0].len(), usize::from(size.0), "full to the edge");
    let written = walk(size, &["--links", "never"], &[]);
    assert!(written.contains(linkedin()), "{written}");
    // And one link.
    let written = walk(size, &["--links", "always"], &[]);
    let link = format!("{MARK}id=nonmerci;{0}\x1b\\{0}{MARK};\x1b\\", linkedin());
    assert!(written.contains(&link), "{written}");
}

#[test]
fn only_a_terminal_known_for_them_is_sent_links() {
    let tmux = [
        ("TERM", "tmux-256color"),
        ("TERM_PROGRAM", "tmux"),
        ("TERM_PROGRAM_VERSION", "3.5a"),
    ];
    let cases: &[(&[(&str, &str)], bool)] = &[
        (&[], false),
        (&[("TERM", "linux")], false),
        (&[("TERM", "screen")], false),
        (&[("VTE_VERSION", "4803")], false),
        (&[("VTE_VERSION", "7600")], true),
        (&[("VTE_VERSION", "7600"), ("STY", "7.pts-0.anna")], false),
        (&[("VTE_VERSION", "7600"), ("FORCE_HYPERLINK", "0")], false),
        (&[("FORCE_HYPERLINK", "1")], true),
        (&[("TERM_PROGRAM", "Apple_Terminal")], false),
        (&[("TERM_PROGRAM", "iTerm.app")], true),
        (&[("TERM_PROGRAM", "WezTerm")], true),
        (&[("TERM", "xterm-kitty")], true),
        (&[("TERM", "foot")], true),
        (&[("WT_SESSION", "0-0")], true),
        (&tmux, true),
        (&tmux[..2], false),
    ];
    for (variables, expected) in cases {
        let written = walk((80, 24), &[], variables);
        assert_eq!(written.contains(MARK), *expected, "{variables:?}");
    }
    // The option decides, whatever the terminal.
    let written = walk((80, 24), &["--links", "never"], &[("VTE_VERSION", "7600")]);
    assert!(!written.contains(MARK));
}
