//! Inputs that nobody thought of. Each property is tried for some seconds with the other
//! tests; `.ci/fuzz` goes on for as long as one likes.

use std::collections::BTreeMap;
use std::fs;

use nonmerci::catalogue::{Catalogue, Walk, walk_text};
use nonmerci::check::{Files, check};
use nonmerci::checklist::{Change, ChecklistFile, FileError, Mark, Record};
use nonmerci::content::Source;
use nonmerci::guard::caught;
use nonmerci::language::Language;
use nonmerci::settings::SettingsFile;
use nonmerci::workshop::Position;
use proptest::prelude::*;
use tempfile::TempDir;

use crate::hostile::leaked;
use crate::support::cases::cases;
use crate::support::content_folder::content;
use crate::support::conversation::Talk;
use crate::support::day::TODAY;

/// What is put into a text, of which some parts mean something to its readers.
const PIECES: &[&str] = &[
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "=",
    ".",
    ",",
    "#",
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "\\",
    "\\u",
    "\\U0010FFFF",
    "\\x1b",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\u{feff}",
    "\u{202e}",
    "\u{0}",
    "\u{1b}[2J",
    "é",
    "漢",
    "\u{301}",
    "0",
    "-1",
    "1e999",
    "nan",
    "0x",
    "2026-11-30",
    "9999-99-99",
    "true",
    "a = 1",
    "a.b.c = 2",
    "[platforms]",
    "[platforms.linkedin]",
    "{ a = 1, }",
    "[1, ]",
    "99999999999999999999",
    "<b>",
    "{name}",
];

/// What is done to a text: at which place, how much goes, and what comes.
type Edits = Vec<(prop::sample::Index, usize, &'static str)>;

fn edits() -> impl Strategy<Value = Edits> {
    let edit = (
        any::<prop::sample::Index>(),
        0usize..12,
        prop::sample::select(PIECES),
    );
    prop::collection::vec(edit, 0..8)
}

fn edited(text: &str, edits: &Edits) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for (place, gone, come) in edits {
        let start = place.index(letters.len() + 1);
        let end = (start + gone).min(letters.len());
        letters.splice(start..end, come.chars());
    }
    letters.into_iter().collect()
}

/// A checklist with a record of each sort.
const CHECKLIST: &str = "\
# mine
format = 1

[platforms.linkedin]
state = \"done\"
on = 2026-11-23
address = \"https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement\"
facts = 2026-11-23
steps = [\"open\", \"switch\"]

[platforms.facebook]
state = \"later\" # after the holidays
on = 2026-11-20T10:00:00+01:00

[platforms.unheard-of]
state = \"not-concerned\"
more = { x = [1, 2], y = \"z\" }
";

/// Settings with a value of each sort.
const SETTINGS: &str = "\
lang = \"fr\" # mine
plain = true
theme = 'dark'
browser = \"firefox %s\"
";

/// Part of what the two windows of a workshop share.
const POSITION: &str = r#"{"format":1,"change":0,"opened":"2026-11-30T19:30:00","language":"fr","second":null,"people":20,"minutes":45,"start":null,"screens":[],"hands":{"a":[1,null]}}"#;

fn tick(platform: &str) -> Change {
    Change::Set {
        platform: platform.to_owned(),
        record: Record {
            mark: Mark::Done,
            on: Some(TODAY),
            ..Record::default()
        },
    }
}

proptest! {
    #![proptest_config(cases(256))]

    /// Whatever stands in the file: it is read or refused, and what is refused stays to
    /// the letter; a change to it can be read again, and changes nothing else.
    #[test]
    fn a_checklist_of_any_text_is_read_or_refused(edits in edits()) {
        let home = TempDir::new().expect("a folder");
        let path = home.path().join("checklist.toml");
        let text = edited(CHECKLIST, &edits);
        fs::write(&path, &text).expect("a checklist");
        let file = ChecklistFile::new(path.clone());
        let read = file.load_with_skipped();
        let changed = file.change(&tick("reddit"), TODAY);
        match (read, changed) {
            (Ok((before, skipped)), Ok(after)) => {
                let (again, still) = file.load_with_skipped().expect("what it wrote");
                prop_assert_eq!(&again, &after.checklist);
                prop_assert_eq!(still.len(), skipped.len());
                prop_assert_eq!(again.record("reddit").mark, Mark::Done);
                for id in ["linkedin", "facebook", "unheard-of"] {
                    prop_assert_eq!(again.record(id), before.record(id), "{}", id);
                }
            }
            (Err(_), Err(error)) => {
                prop_assert_eq!(fs::read_to_string(&path).expect("it"), text.clone());
                if matches!(error, FileError::Damaged(..)) {
                    let aside = file.set_aside(TODAY).expect("it can be renamed");
                    let aside = aside.expect("it is damaged");
                    prop_assert_eq!(fs::read_to_string(aside).expect("it"), text);
                    file.change(&tick("reddit"), TODAY).expect("a new one");
                }
            }
            (read, changed) => prop_assert!(false, "{read:?}, then {changed:?}"),
        }
        prop_assert_eq!(caught(), 0, "a crate panicked");
    }

    /// Whatever takes its place while the program runs: the next tick is kept, or refused.
    #[test]
    fn a_checklist_that_turns_into_any_text_loses_no_tick(edits in edits()) {
        let home = TempDir::new().expect("a folder");
        let path = home.path().join("checklist.toml");
        fs::write(&path, CHECKLIST).expect("a checklist");
        let file = ChecklistFile::new(path.clone());
        file.load().expect("it is read");
        file.change(&tick("reddit"), TODAY).expect("it is kept");
        let text = edited(CHECKLIST, &edits);
        fs::write(&path, &text).expect("another text");
        match file.change(&tick("quora"), TODAY) {
            Ok(_) => {
                let (again, _) = file.load_with_skipped().expect("what it wrote");
                prop_assert_eq!(again.record("quora").mark, Mark::Done);
            }
            Err(_) => prop_assert_eq!(fs::read_to_string(&path).expect("it"), text),
        }
        prop_assert_eq!(caught(), 0, "a crate panicked");
    }

    /// Keeping a language loses none of the settings.
    #[test]
    fn settings_of_any_text_are_read_or_refused(edits in edits()) {
        let home = TempDir::new().expect("a folder");
        let path = home.path().join("settings.toml");
        let text = edited(SETTINGS, &edits);
        fs::write(&path, &text).expect("settings");
        let file = SettingsFile::new(path.clone());
        let (mut before, _) = file.load();
        match file.keep_language(&Language::new("it")) {
            Ok(()) => {
                before.lang = Some("it".to_owned());
                prop_assert_eq!(file.load().0, before);
            }
            Err(_) => prop_assert_eq!(fs::read_to_string(&path).expect("it"), text),
        }
        prop_assert_eq!(caught(), 0, "a crate panicked");
    }

    /// What the two windows of a workshop share is read or refused.
    #[test]
    fn a_position_of_any_text_is_read_or_refused(
        edits in edits(),
        json in "[\\[\\]{}\":,a-z0-9.\\-]{0,60}",
    ) {
        for text in [edited(POSITION, &edits), json, "[".repeat(10_000)] {
            if let Ok(position) = Position::from_json(text.as_bytes()) {
                prop_assert!(position.current().is_some());
            }
        }
        prop_assert_eq!(caught(), 0, "a crate panicked");
    }
}

/// Files of each sort, of which one is spoiled at a time.
const FILES: &[&str] = &[
    "catalogue.toml",
    "story.toml",
    "unlisted.toml",
    "workshop.toml",
    "addressees.toml",
    "platforms/linkedin.toml",
    "platforms/chatgpt.toml",
    "fr/interface.toml",
    "fr/kinds.toml",
    "fr/letters.toml",
    "fr/export.toml",
    "fr/story.toml",
    "fr/workshop.toml",
    "fr/platforms/linkedin.toml",
];

/// What somebody may answer in line mode.
const ANSWERS: &[&str] = &[
    "",
    "1",
    "2",
    "3",
    "0",
    "99",
    "o",
    "c",
    "r",
    "x",
    "m",
    "s",
    "n",
    "u",
    "w",
    "l",
    "aide",
    "oui",
    "non",
    "plus tard",
    "/tube",
    "?",
    "fait",
    "linkedin",
    "n pinterest, quora",
];

proptest! {
    #![proptest_config(cases(32))]

    /// A folder of any texts is read or refused, the check says why, and what is read has
    /// nothing hidden in it.
    #[test]
    fn a_folder_of_any_texts_is_read_or_refused(
        file in prop::sample::select(FILES),
        edits in edits(),
    ) {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        let text = fs::read_to_string(content().join(file)).expect(file);
        let text = edited(&text, &edits);
        fs::write(&path, &text).expect("a file");
        let read = Source::with_folder(folder.path()).and_then(|source| {
            let catalogue = Catalogue::load(source)?;
            let french = catalogue.texts(&Language::french())?;
            catalogue.workshop()?;
            catalogue.workshop_words(&Language::french())?;
            catalogue.addressees()?;
            catalogue.letter_words(&Language::french())?;
            catalogue.export_words(&Language::french())?;
            Ok((catalogue, french))
        });
        let found = check(&Files::of(BTreeMap::from([(file.to_owned(), text)])), TODAY);
        match read {
            Ok((catalogue, french)) => {
                for id in ["linkedin", "chatgpt"] {
                    let Some(place) = catalogue.position(id) else {
                        continue;
                    };
                    let facts = &catalogue.platforms[place];
                    let walk = Walk::new(facts, french.prose(place), &french, TODAY);
                    let text = walk_text(&french, facts, &walk);
                    prop_assert_eq!(leaked(&text), None);
                }
            }
            Err(error) => prop_assert!(!found.is_empty(), "{file}: the check finds nothing, but {error}"),
        }
        prop_assert_eq!(caught(), 0, "a crate panicked");
    }

    /// Line mode ends by itself, whatever it is told.
    #[test]
    fn a_conversation_of_any_answers_ends(
        answers in prop::collection::vec(
            prop_oneof![prop::sample::select(ANSWERS).prop_map(str::to_owned), "\\PC{0,12}"],
            0..40,
        ),
    ) {
        let answers: Vec<_> = answers.iter().map(String::as_str).collect();
        prop_assert!(!Talk::new("fr").first().answer(&answers).is_empty());
    }
}
