//! Addresses as links: the real program in a pseudo-terminal, and what it writes.

use tempfile::TempDir;

use crate::driver::Driver;
use crate::terminal::Session;

const LINKEDIN: &str = "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement";

/// What begins every OSC 8.
const MARK: &str = "\x1b]8;";

/// Keys by their names, and as a terminal sends them.
const KEYS: [(&str, &str); 7] = [
    ("Right", "\x1b[C"),
    // The other address is chosen, and the first changes its style.
    ("Down", "\x1b[B"),
    ("PageDown", "\x1b[6~"),
    ("Right", "\x1b[C"),
    ("Left", "\x1b[D"),
    ("i", "i"),
    ("Esc", "\x1b"),
];

/// Walks about where there are addresses, and holds each screen against what
/// the program draws without a terminal. Returns all that was written.
fn walk(size: (u16, u16), arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let home = TempDir::new().expect("a folder for the test");
    let mut all = vec!["walk", "linkedin", "--lang", "en", "--no-save"];
    all.extend(arguments);
    let mut session = Session::nonmerci_in(size, home.path(), &all, variables);
    let mut driver = Driver::new("en", size);
    driver.select("linkedin").press("Enter");
    session.wait_for_screen(&driver.screen());
    for (name, sent) in KEYS {
        session.type_keys(sent);
        session.wait_for_screen(&driver.press(name).screen());
    }
    session.type_keys("q").end();
    String::from_utf8(session.written.clone()).expect("UTF-8")
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

#[test]
fn each_line_of_an_address_is_a_link_to_all_of_it() {
    let written = walk((40, 12), &["--links", "always"], &[]);
    for line in [
        "https://www.linkedin.com/mypreferences/",
        "d/settings/data-for-ai-improvement",
    ] {
        let link = format!("{MARK}id=nonmerci;{LINKEDIN}\x1b\\{line}{MARK};\x1b\\");
        assert!(written.contains(&link), "{line}");
    }
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
