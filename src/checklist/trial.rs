//! Files and changes for the tests of this room.

use std::fs;

use jiff::civil::{Date, date};
use tempfile::TempDir;

use super::{Change, ChecklistFile, Mark, Record};

/// The day it is.
pub(super) const DAY: Date = date(2026, 11, 23);

pub(super) fn place() -> (TempDir, ChecklistFile) {
    let dir = TempDir::new().expect("a folder for the test");
    let file = ChecklistFile::new(dir.path().join("state").join("checklist.toml"));
    (dir, file)
}

pub(super) fn holding(text: &str) -> (TempDir, ChecklistFile) {
    let (dir, file) = place();
    fs::create_dir(dir.path().join("state")).expect("a folder");
    fs::write(file.path(), text).expect("a file");
    (dir, file)
}

pub(super) fn text(file: &ChecklistFile) -> String {
    fs::read_to_string(file.path()).expect("the file")
}

pub(super) fn done(platform: &str) -> Change {
    Change::Set {
        platform: platform.to_owned(),
        record: Record {
            mark: Mark::Done,
            on: Some(date(2026, 11, 23)),
            address: Some("https://www.linkedin.com/x".to_owned()),
            facts: Some(date(2026, 11, 23)),
            steps: vec!["open".to_owned(), "switch".to_owned()],
            ..Record::default()
        },
    }
}
