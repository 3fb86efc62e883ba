//! The real program in the smallest terminal, without colours.

use tempfile::TempDir;

use crate::terminal::Session;

const SIZE: (u16, u16) = (40, 12);

/// The parameters of every SGR that was written.
fn styles(written: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(written);
    let sequences = text.split("\x1b[").skip(1);
    let styles = sequences.filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';')?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    styles.collect()
}

#[test]
fn linkedin_is_walked_to_the_end_on_40_by_12_without_colours() {
    let drawings = [("", "41", "● LinkedIn"), ("--ascii", "82", "[x] LinkedIn")];
    for (ascii, needed, done) in drawings {
        let home = TempDir::new().expect("a folder for the test");
        let mut arguments = vec!["--lang", "fr"];
        arguments.extend((!ascii.is_empty()).then_some(ascii));
        let variables = [("NO_COLOR", "1"), ("TERM", "vt220")];
        let mut session = Session::nonmerci_in(SIZE, home.path(), &arguments, &variables);
        session.wait_for("LinkedIn").type_keys("\r");
        session.wait_for("LinkedIn 1/5").type_keys("\r");
        session.wait_for("LinkedIn 2/5");
        // The address, on lines that join to it.
        session.wait_until("the address", |screen| {
            let lines: Vec<String> = screen.rows(0, SIZE.0).collect();
            let joined = lines.concat();
            joined.contains(crate::update::LINKEDIN)
        });
        session.type_keys("c").wait_for("presse-papiers");
        session.type_keys("r").wait_for(needed);
        session.type_keys("\x1b").wait_for("LinkedIn 2/5");
        session.type_keys("\r").wait_for("LinkedIn 3/5");
        // What does not fit is a page away.
        session.type_keys("\x1b[6~").wait_for("2 sur ");
        session.type_keys("\r").wait_for("LinkedIn 4/5");
        session.type_keys(" ").wait_for("LinkedIn: fait.");
        session.type_keys("\r").wait_for("LinkedIn 5/5");
        session.type_keys("\r").wait_for("LinkedIn +1/2");
        session.type_keys("\r").wait_for("LinkedIn +2/2");
        session.type_keys("\r").wait_for(done);
        session.type_keys("q").end();
        // Off, bold, dim, underlined, reversed, the end of each, and the
        // terminal's own colours.
        let plain = [
            "", "0", "1", "2", "4", "7", "22", "24", "27", "39", "49", "59",
        ];
        let used = styles(&session.written);
        assert!(
            used.iter().all(|style| plain.contains(&style.as_str())),
            "{used:?}"
        );
        for needed in ["1", "7"] {
            assert!(
                used.iter().any(|style| style == needed),
                "no style {needed}"
            );
        }
    }
}
