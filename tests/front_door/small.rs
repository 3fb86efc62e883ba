//! The real program in the smallest terminal, without colours.

use nonmerci::actions::Copied;
use nonmerci::app::{Message, Overlay};
use tempfile::TempDir;

use crate::support::addresses::linkedin;
use crate::support::mirror::Mirror;

const SIZE: (u16, u16) = (40, 12);

/// The parameters of every SGR that was written.
fn styles(written: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(written);
    let sequences = text.split("\x1b[").skip(1);
    let styles = sequences.filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';')?;
        rest[end..].starts_with('m').then(|| &rest[..end])
    });
    styles
        .flat_map(|style| style.split(';').map(str::to_owned))
        .collect()
}

#[test]
fn linkedin_is_walked_to_the_end_on_40_by_12_without_colours() {
    for ascii in [false, true] {
        let home = TempDir::new().expect("a folder for the test");
        let mut arguments = vec!["walk", "linkedin"];
        arguments.extend(ascii.then_some("--ascii"));
        let variables = [("NO_COLOR", "1"), ("TERM", "vt220")];
        let mut mirror = Mirror::new(("fr", SIZE), home.path(), &arguments, &variables);
        mirror.driver.look.ascii = ascii;
        mirror.driver.go_to("linkedin", 0);
        // The address, on lines that join to it.
        mirror.wait().press("Right");
        let joined: String = mirror.session.contents().lines().collect();
        assert!(joined.contains(linkedin()), "{joined}");
        mirror.press_and_hear("c", Message::Copied(Ok(Copied::Address)));
        mirror.press("r");
        assert!(matches!(
            mirror.driver.model.overlay,
            Some(Overlay::Qr { .. })
        ));
        // What does not fit is a page away.
        mirror.press("Esc Right PageDown Right");
        assert!(mirror.driver.model.is_confirming());
        while mirror.driver.model.walk_place().is_some() {
            mirror.press("Enter");
        }
        assert_eq!(mirror.quit(), 0);
        // Off, bold, dim, underlined, reversed, the end of each, and the
        // terminal's own colours.
        let plain = [
            "", "0", "1", "2", "4", "7", "22", "24", "27", "39", "49", "59",
        ];
        let used = styles(&mirror.session.written);
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
