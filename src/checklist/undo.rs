//! A change that can be undone, and how the file keeps the last one: so that it can be
//! undone when the program runs again.

use std::collections::BTreeMap;

use toml_edit::{DocumentMut, Item, Table, TableLike, value};

use super::Record;
use super::history::said;
use super::record::{read_record, write_record};

/// The table of the file that holds it, below the records.
const TABLE: &str = "undo";

/// What can be undone at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo {
    /// What kind of change it was.
    pub what: Undoable,
    /// The records that it changed.
    pub records: Vec<UndoRecord>,
}

/// What kind of change it is that can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undoable {
    /// What the person said of a platform.
    Mark,
    /// Which platforms they use.
    Choice,
}

/// A record that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoRecord {
    /// The platform's id.
    pub platform: String,
    /// The record before the change, if there was one.
    pub before: Option<Record>,
    /// The record as we left it, with the steps that we walked through since.
    pub ours: Record,
}

impl Undo {
    /// Reads the last change, as far as what it left is still what the records say.
    pub(super) fn read(root: &dyn TableLike, records: &BTreeMap<String, Record>) -> Option<Self> {
        let table = root.get(TABLE)?.as_table_like()?;
        let what = match table.get("what")?.as_str()? {
            "choice" => Undoable::Choice,
            _ => Undoable::Mark,
        };
        let before = table.get("before").and_then(Item::as_table_like);
        let left = table.get("left")?.as_table_like()?;
        let records = left.iter().filter_map(|(platform, left)| {
            let ours = records.get(platform)?;
            if left.as_str()? != said(Some(ours)) || ours.unread.is_some() {
                return None;
            }
            let before = match before.and_then(|before| before.get(platform)) {
                None => None,
                Some(item) => Some(read_before(item.as_table_like()?)?),
            };
            Some(UndoRecord {
                platform: platform.to_owned(),
                before,
                ours: ours.clone(),
            })
        });
        let records: Vec<_> = records.collect();
        (!records.is_empty()).then_some(Self { what, records })
    }

    /// Writes the last change, or that there is none.
    pub(super) fn write(last: Option<&Self>, document: &mut DocumentMut) {
        document.remove(TABLE);
        let Some(last) = last else {
            return;
        };
        let (mut left, mut before) = (Table::new(), Table::new());
        before.set_implicit(true);
        for record in &last.records {
            left.insert(&record.platform, value(said(Some(&record.ours))));
            if let Some(was) = &record.before {
                let mut table = Table::new();
                write_record(&mut table, was);
                if let Some(unread) = &was.unread {
                    table.insert("unread", value(unread));
                }
                before.insert(&record.platform, Item::Table(table));
            }
        }
        let mut table = Table::new();
        table.insert(
            "what",
            value(match last.what {
                Undoable::Mark => "mark",
                Undoable::Choice => "choice",
            }),
        );
        table.insert("left", Item::Table(left));
        if !before.is_empty() {
            table.insert("before", Item::Table(before));
        }
        document.insert(TABLE, Item::Table(table));
    }
}

fn read_before(table: &dyn TableLike) -> Option<Record> {
    let record = read_record(table, &[]).ok()?;
    let unread = table.get("unread").and_then(Item::as_str);
    Some(Record {
        unread: unread.map(str::to_owned),
        ..record
    })
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "the tests do to the file what others do"
)]
mod tests {
    use std::fs;

    use super::super::trial::{DAY, done, holding, text};
    use super::super::{Change, ChecklistFile, Mark};
    use super::*;

    /// The changes that mark these platforms, what undoes them going along.
    fn marking(what: Undoable, file: &ChecklistFile, platforms: &[&str]) -> Change {
        let before = file.load().expect("the file");
        let mut changes: Vec<_> = platforms.iter().map(|id| done(id)).collect();
        let records = changes.iter().map(|change| match change {
            Change::Set { platform, record } => UndoRecord {
                platform: platform.clone(),
                before: before.get(platform).cloned(),
                ours: record.clone(),
            },
            other => panic!("{other:?}"),
        });
        let records = records.collect();
        changes.push(Change::Remember(Some(Undo { what, records })));
        Change::Several(changes)
    }

    /// What is to be undone, as a program finds it that begins.
    fn last(file: &ChecklistFile) -> Option<Undo> {
        let file = ChecklistFile::new(file.path().to_owned());
        file.load().expect("the file").last().cloned()
    }

    fn undoing(last: Undo) -> Change {
        let records = last.records.into_iter();
        let changes = records.map(|undo| Change::Restore {
            platform: undo.platform,
            ours: undo.ours,
            before: undo.before,
        });
        Change::Several(changes.chain([Change::Remember(None)]).collect())
    }

    const BEFORE: &str = "format = 1\n\n[platforms.linkedin] # mine\nstate = \"later\"\n\
                          on = 2026-11-01\nsteps = [\"chosen\", \"open\"]\nfriend = \"Anna\"\n\n\
                          [platforms.quora]\nstate = \"dnoe\" # when?\nsteps = [\"chosen\"]\n";

    #[test]
    fn the_last_change_is_undone_by_the_next_run_to_the_letter() {
        for (what, platforms) in [
            (Undoable::Mark, &["linkedin"][..]),
            (Undoable::Mark, &["reddit"]),
            (Undoable::Mark, &["quora"]),
            (Undoable::Choice, &["linkedin", "reddit", "quora", "x"]),
        ] {
            let (_dir, file) = holding(BEFORE);
            file.change(&marking(what, &file, platforms), DAY)
                .expect("a change");
            let marked = text(&file);
            assert!(marked.contains("[undo.left]"), "{marked}");
            let last = last(&file).expect("something to undo");
            assert_eq!(last.what, what);
            assert_eq!(last.records.len(), platforms.len());
            let next = ChecklistFile::new(file.path().to_owned());
            next.change(&undoing(last), DAY).expect("a change");
            let after = text(&file);
            assert!(!after.contains("[undo"), "{after}");
            let records = after.split("\n[history]").next().expect("the records");
            assert_eq!(records, BEFORE, "{platforms:?}");
            assert_eq!(super::tests::last(&file), None);
        }
    }

    #[test]
    fn what_somebody_else_has_changed_since_is_not_undone_by_the_next_run() {
        let (_dir, file) = holding(BEFORE);
        let marks = marking(Undoable::Choice, &file, &["linkedin", "reddit"]);
        file.change(&marks, DAY).expect("a change");
        let marked = text(&file);
        let of = |text: &str| {
            fs::write(file.path(), text).expect("an edit");
            last(&file).map(|last| last.records.into_iter().map(|undo| undo.platform))
        };
        let ids = |text: &str| of(text).map(Iterator::collect::<Vec<_>>);
        let both = vec!["linkedin".to_owned(), "reddit".to_owned()];
        assert_eq!(ids(&marked), Some(both.clone()));
        let edited = marked.replacen("state = \"done\"", "state = \"todo\"", 1);
        assert_eq!(ids(&edited), Some(both[1..].to_vec()));
        // Of the platforms it was about, something else was said by hand.
        assert_eq!(ids(&marked.replace("\"done\"", "\"later\"")), None);
        for faulty in ["undo = 3\n", "[undo]\n", "[undo]\nwhat = 1\nleft = 1\n"] {
            let records = marked.split("\n[undo]").next().expect("the records");
            assert_eq!(ids(&format!("{faulty}{records}")), None, "{faulty}");
        }
    }

    /// A change that was not made leaves what can be undone as it is.
    #[test]
    fn what_is_not_made_is_not_remembered() {
        let (_dir, file) = holding(BEFORE);
        file.change(&marking(Undoable::Mark, &file, &["reddit"]), DAY)
            .expect("a change");
        let before = text(&file);
        let ours = Record {
            mark: Mark::Done,
            ..Record::default()
        };
        let undo = Change::Several(vec![
            Change::Restore {
                platform: "linkedin".to_owned(),
                ours,
                before: None,
            },
            Change::Remember(None),
        ]);
        file.change(&undo, DAY).expect("no change");
        assert_eq!(text(&file), before);
    }
}
