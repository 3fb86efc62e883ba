//! The names of copies beside a file: of those that a synchronised folder makes where two
//! computers have changed it, and of those that we set aside.

use jiff::civil::Date;

/// What is added to the name of a file that is set aside, before the day.
const SET_ASIDE: &str = "-damaged-";

/// Whether a file of this name beside the file `original` is such a copy, as Dropbox,
/// Syncthing, `OneDrive`, Nextcloud, `ownCloud`, iCloud or Google Drive name theirs.
#[must_use]
pub fn is_conflict_copy(name: &str, original: &str) -> bool {
    let Some(middle) = added_to(original, name) else {
        return false;
    };
    let within = |open, close| middle.strip_prefix(open)?.strip_suffix(close);
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|it| it.is_ascii_digit());
    // Dropbox and Nextcloud, in whatever language they speak; Google Drive: (1).
    if within(" (", ")").is_some_and(|inside: &str| !inside.is_empty()) {
        return true;
    }
    // iCloud: a number.
    if middle.strip_prefix(' ').is_some_and(is_number) {
        return true;
    }
    if [".sync-conflict-", "_conflict-", ".conflict-"]
        .iter()
        .any(|begins| middle.starts_with(begins))
    {
        return true;
    }
    // OneDrive: the name of the computer. What we have set aside ourselves is none.
    middle.len() > 1 && middle.starts_with('-') && !middle.starts_with(SET_ASIDE)
}

/// The name for what is set aside of the file `original`: the first of a day, the second
/// and so on.
pub(super) fn name_set_aside(original: &str, today: Date, number: u32) -> String {
    let (stem, ending) = parts(original);
    let number = match number {
        1 => String::new(),
        more => format!("-{more}"),
    };
    format!("{stem}{SET_ASIDE}{today}{number}{ending}")
}

/// Whether a file of this name beside the file `original` is one that was set aside as
/// damaged: perhaps by an older version, which could not read it.
#[must_use]
pub fn is_set_aside(name: &str, original: &str) -> bool {
    added_to(original, name).is_some_and(|added| added.starts_with(SET_ASIDE))
}

/// What stands in the name of a copy between the two parts of the original’s.
fn added_to<'a>(original: &str, name: &'a str) -> Option<&'a str> {
    let (stem, ending) = parts(original);
    name.strip_prefix(stem)?.strip_suffix(ending)
}

/// The two parts of a name between which copies have something added: all up to the last
/// dot, and the rest.
fn parts(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(dot) if dot > 0 => name.split_at(dot),
        _ => (name, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_their_names() {
        for (name, expected) in [
            ("checklist (Anna's conflicted copy 2026-11-23).toml", true),
            ("checklist (Copie en conflit de Anna 2026-11-23).toml", true),
            (
                "checklist (In Konflikt stehende Kopie von Anna 2026-11-23).toml",
                true,
            ),
            (
                "checklist (copia in conflitto di Anna 2026-11-23).toml",
                true,
            ),
            ("checklist (conflicted copy 2026-11-23 101112).toml", true),
            ("checklist.sync-conflict-20261123-101112-ABCDEFG.toml", true),
            ("checklist_conflict-20261123-101112.toml", true),
            ("checklist-DESKTOP-4F2K.toml", true),
            ("checklist 2.toml", true),
            ("checklist (1).toml", true),
            ("checklist.toml", false),
            ("checklist-damaged-2026-11-23.toml", false),
            ("checklist old.toml", false),
            ("checklist().toml", false),
            ("mychecklist 2.toml", false),
            ("checklist 2.txt", false),
            ("workshop.json", false),
            (".checklist.toml.new", false),
        ] {
            assert_eq!(is_conflict_copy(name, "checklist.toml"), expected, "{name}");
            let aside = name == "checklist-damaged-2026-11-23.toml";
            assert_eq!(is_set_aside(name, "checklist.toml"), aside, "{name}");
        }
    }

    #[test]
    fn what_is_set_aside_is_known_whatever_the_file_is_called() {
        let day = jiff::civil::date(2026, 11, 23);
        for (original, first, second) in [
            (
                "list.txt",
                "list-damaged-2026-11-23.txt",
                "list-damaged-2026-11-23-2.txt",
            ),
            (
                "list",
                "list-damaged-2026-11-23",
                "list-damaged-2026-11-23-2",
            ),
            (
                ".list",
                ".list-damaged-2026-11-23",
                ".list-damaged-2026-11-23-2",
            ),
            (
                "my.list.toml",
                "my.list-damaged-2026-11-23.toml",
                "my.list-damaged-2026-11-23-2.toml",
            ),
        ] {
            for (number, expected) in [(1, first), (2, second)] {
                let name = name_set_aside(original, day, number);
                assert_eq!(name, expected);
                assert!(is_set_aside(&name, original), "{name}");
                assert!(!is_conflict_copy(&name, original), "{name}");
            }
        }
    }
}
