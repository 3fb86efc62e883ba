//! The copies that a synchronised folder makes of a file which two computers have changed.

/// Whether a file of this name beside the file `original` is such a copy, as Dropbox,
/// Syncthing, `OneDrive`, Nextcloud, `ownCloud`, iCloud or Google Drive name theirs.
#[must_use]
pub fn is_conflict_copy(name: &str, original: &str) -> bool {
    let (stem, extension) = original.rsplit_once('.').unwrap_or((original, ""));
    let rest = name.strip_prefix(stem);
    let rest = rest.and_then(|rest| rest.strip_suffix(extension));
    let Some(middle) = rest.and_then(|rest| rest.strip_suffix('.')) else {
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
    middle
        .strip_prefix('-')
        .is_some_and(|computer| !computer.is_empty() && !computer.starts_with("damaged-"))
}

/// Whether a file of this name beside the file `original` is one that was set aside as
/// damaged: perhaps by an older version, which could not read it.
#[must_use]
pub fn is_set_aside(name: &str, original: &str) -> bool {
    let (stem, extension) = original.rsplit_once('.').unwrap_or((original, ""));
    let rest = name.strip_prefix(stem);
    let rest = rest.and_then(|rest| rest.strip_suffix(extension));
    rest.is_some_and(|rest| rest.starts_with("-damaged-") && rest.ends_with('.'))
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
}
