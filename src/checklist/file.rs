//! The checklist's file: one small TOML file that the person may read and edit.
//!
//! Changes are made to what the file holds at that moment, so that two running
//! programs lose nothing; whatever this version does not know stays as it is,
//! comments included.

use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, TableLike, value};

use super::damage::{Damage, Skipped, line_of, parse};
use super::layout::Layout;
use super::{Change, Checklist, Mark, Record};
use crate::outside::folders;
use crate::outside::private_file::PrivateFile;

/// The number of the file's layout that this program reads and writes.
const FORMAT: i64 = 1;

/// What stands among the steps of a platform that was there when the person said which
/// ones they use: programs that know nothing of it keep it as they keep a step.
const CHOSEN: &str = "chosen";

/// The most letters of a value that are shown to say that it cannot be read.
const LONGEST_VALUE: usize = 60;

/// The checklist's file.
#[derive(Debug, Clone)]
pub struct ChecklistFile {
    file: PrivateFile,
}

/// Why the file cannot be used. Whichever it is, the file was not touched.
#[derive(Debug)]
pub enum FileError {
    /// The system names no place for such files.
    NoPlace,
    /// It cannot be read.
    Unreadable(PathBuf, io::Error),
    /// It is a device, a pipe or the like: to read one may never end, and a file in
    /// its place would take it from everybody.
    NotAFile(PathBuf),
    /// It cannot be written.
    Unwritable(PathBuf, io::Error),
    /// It does not read as a checklist.
    Damaged(PathBuf, Damage),
    /// It was written by a newer version, in the layout of this number.
    Newer(PathBuf, i64),
}

/// A file that was read.
struct Parsed {
    document: DocumentMut,
    checklist: Checklist,
    skipped: Vec<Skipped>,
    layout: Layout,
}

impl ChecklistFile {
    /// The file at `path`.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self {
            file: PrivateFile::new(path),
        }
    }

    /// The file where the system keeps such files: `nonmerci/checklist.toml`
    /// below `$XDG_STATE_HOME`, or the place that stands for it elsewhere.
    ///
    /// # Errors
    /// If the system names no such place.
    pub fn in_its_place() -> Result<Self, FileError> {
        let folder = folders::state().ok_or(FileError::NoPlace)?;
        Ok(Self::new(folder.join("checklist.toml")))
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Reads it. A file that is not there yet is an empty checklist.
    ///
    /// # Errors
    /// If it cannot be read, is damaged, or was written by a newer version.
    pub fn load(&self) -> Result<Checklist, FileError> {
        self.load_and_tell().map(|(checklist, _)| checklist)
    }

    /// Reads it, and says what had to be passed over.
    ///
    /// # Errors
    /// As [`ChecklistFile::load`].
    pub fn load_and_tell(&self) -> Result<(Checklist, Vec<Skipped>), FileError> {
        self.refuse_special()?;
        match self.file.read() {
            Ok(Some(bytes)) => {
                let parsed = self.read(&bytes)?;
                Ok((parsed.checklist, parsed.skipped))
            }
            Ok(None) => Ok((Checklist::default(), Vec::new())),
            Err(error) => Err(self.unreadable(error)),
        }
    }

    /// Makes a change, and returns the checklist as it then is: with what other
    /// programs have written in the meantime.
    ///
    /// # Errors
    /// As [`ChecklistFile::load`], and if it cannot be written. The file is then
    /// as it was.
    pub fn change(&self, change: &Change) -> Result<Checklist, FileError> {
        self.refuse_special()?;
        let locked = self.file.lock().map_err(|error| self.unwritable(error))?;
        let bytes = locked.read().map_err(|error| self.unreadable(error))?;
        let Parsed {
            mut document,
            mut checklist,
            layout,
            ..
        } = self.read(&bytes)?;
        let mut made = false;
        for change in change.each() {
            if checklist.apply(change) {
                write_change(&mut document, change);
                made = true;
            }
        }
        if !made {
            return Ok(checklist);
        }
        locked
            .replace(layout.lay_out(&document.to_string()).as_bytes())
            .map_err(|error| self.unwritable(error))?;
        Ok(checklist)
    }

    /// Renames a damaged file to one that says so, and returns the new path. No
    /// other file is overwritten. None where the file is not damaged any more:
    /// another program may have set it aside, and have written a new one.
    ///
    /// # Errors
    /// As [`ChecklistFile::load`], and if it cannot be renamed.
    pub fn set_aside(&self, today: Date) -> Result<Option<PathBuf>, FileError> {
        let locked = self.file.lock().map_err(|error| self.unwritable(error))?;
        let bytes = locked.read().map_err(|error| self.unreadable(error))?;
        match self.read(&bytes) {
            Ok(_) => return Ok(None),
            Err(FileError::Damaged(..)) => {}
            Err(error) => return Err(error),
        }
        let stem = locked.path().file_stem().unwrap_or_default();
        let stem = stem.to_string_lossy().into_owned();
        let names = (1..).map(|number| match number {
            1 => format!("{stem}-damaged-{today}.toml"),
            _ => format!("{stem}-damaged-{today}-{number}.toml"),
        });
        let renamed = locked.rename(names);
        renamed.map(Some).map_err(|error| self.unwritable(error))
    }

    /// Refuses what only looks like a file. A folder is left to fail by itself, which
    /// says more.
    fn refuse_special(&self) -> Result<(), FileError> {
        if self.file.is_special() {
            return Err(FileError::NotAFile(self.path().to_owned()));
        }
        Ok(())
    }

    /// That it was to be written, and nobody knows whether it was.
    #[must_use]
    pub fn no_answer(&self) -> FileError {
        self.unwritable(io::ErrorKind::TimedOut.into())
    }

    fn unreadable(&self, error: io::Error) -> FileError {
        FileError::Unreadable(self.path().to_owned(), error)
    }

    fn unwritable(&self, error: io::Error) -> FileError {
        FileError::Unwritable(self.path().to_owned(), error)
    }

    fn read(&self, bytes: &[u8]) -> Result<Parsed, FileError> {
        let damaged = |damage| FileError::Damaged(self.path().to_owned(), damage);
        let text = std::str::from_utf8(bytes).map_err(|error| {
            damaged(Damage {
                line: line_of(bytes, error.valid_up_to()),
                value: None,
            })
        })?;
        let (text, layout, skipped) = Layout::of(text).map_err(damaged)?;
        let mut skipped = skipped;
        let document = parse(&text).map_err(damaged)?;
        let bytes = text.as_bytes();
        let root = document.as_table();
        let format = match root.get("format") {
            None => FORMAT,
            Some(item) => item
                .as_integer()
                .ok_or_else(|| damaged(wrong(bytes, "format", item)))?,
        };
        if format > FORMAT {
            return Err(FileError::Newer(self.path().to_owned(), format));
        }
        let mut checklist = Checklist::default();
        if let Some(item) = root.get("platforms") {
            let platforms = item
                .as_table_like()
                .ok_or_else(|| damaged(wrong(bytes, "platforms", item)))?;
            for (id, item) in platforms.iter() {
                let record = item
                    .as_table_like()
                    .ok_or_else(|| (Record::default(), wrong(bytes, id, item)))
                    .and_then(|table| read_record(table, bytes));
                let record = record.unwrap_or_else(|(record, damage)| {
                    skipped.push(Skipped {
                        platform: id.to_owned(),
                        damage,
                    });
                    record
                });
                checklist.records.insert(id.to_owned(), record);
            }
        }
        Ok(Parsed {
            document: document.into_mut(),
            checklist,
            skipped,
            layout,
        })
    }
}

/// Reads a record. Of one that cannot be, what is left of it is whether the person was
/// asked about the platform.
fn read_record(table: &dyn TableLike, bytes: &[u8]) -> Result<Record, (Record, Damage)> {
    let mut record = Record::default();
    let mut damage = None;
    for (key, item) in table.iter() {
        let read = match key {
            "state" => {
                let mark = item.as_str().and_then(Mark::from_name);
                mark.map(|mark| record.mark = mark)
            }
            "on" => read_date(item).map(|on| record.on = Some(on)),
            "facts" => read_date(item).map(|facts| record.facts = Some(facts)),
            "address" => item
                .as_str()
                .map(|address| record.address = Some(address.to_owned())),
            "steps" => {
                let steps = item.as_array().and_then(|steps| {
                    let steps = steps.iter().map(|step| step.as_str().map(str::to_owned));
                    steps.collect::<Option<Vec<_>>>()
                });
                steps.map(|steps| {
                    record.chosen = steps.iter().any(|step| step == CHOSEN);
                    record.steps = steps;
                    record.steps.retain(|step| step != CHOSEN);
                })
            }
            _ => Some(()),
        };
        if read.is_none() {
            damage.get_or_insert_with(|| wrong(bytes, key, item));
        }
    }
    match damage {
        None => Ok(record),
        Some(damage) => {
            let chosen = record.chosen;
            let rest = Record {
                chosen,
                ..Record::default()
            };
            Err((rest, damage))
        }
    }
}

/// A day, written as TOML has it, with a time or without, or, by hand, as a string.
fn read_date(item: &Item) -> Option<Date> {
    if let Some(moment) = item.as_datetime() {
        let day = moment.date?;
        let (month, day) = (i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?);
        return Date::new(i16::try_from(moment.date?.year).ok()?, month, day).ok();
    }
    item.as_str()?.parse().ok()
}

fn wrong(bytes: &[u8], key: &str, item: &Item) -> Damage {
    let start = item.span().map_or(0, |span| span.start);
    Damage {
        line: line_of(bytes, start),
        value: Some((key.escape_debug().to_string(), short(&item.to_string()))),
    }
}

/// The first line of a value, which may be long.
fn short(value: &str) -> String {
    let line = value.trim().lines().next().unwrap_or_default();
    let short: String = line.chars().take(LONGEST_VALUE).collect();
    if short.len() < value.trim().len() {
        short + "…"
    } else {
        short
    }
}

/// Makes a change to one platform in the document, leaving everything else as it
/// stands.
fn write_change(document: &mut DocumentMut, change: &Change) {
    if !document.contains_key("format") {
        document.insert("format", value(FORMAT));
    }
    let (Change::Set { platform, .. }
    | Change::Restore { platform, .. }
    | Change::Walked { platform, .. }) = change
    else {
        return;
    };
    let platforms = document.entry("platforms").or_insert_with(|| {
        let mut table = Table::new();
        // The heading `[platforms]` alone would say nothing.
        table.set_implicit(true);
        Item::Table(table)
    });
    let inline = platforms.is_inline_table();
    let Some(platforms) = platforms.as_table_like_mut() else {
        return;
    };
    // What can be no record gives way to one.
    let is_record = |item: &Item| item.is_table_like();
    if !platforms.get(platform).is_some_and(is_record) {
        let table = if inline {
            value(InlineTable::new())
        } else {
            toml_edit::table()
        };
        platforms.insert(platform, table);
    }
    let entry = platforms.get_mut(platform);
    let Some(table) = entry.and_then(Item::as_table_like_mut) else {
        return;
    };
    match change {
        Change::Set { record, .. }
        | Change::Restore {
            before: Some(record),
            ..
        } => {
            set(table, "state", Some(value(record.mark.name())));
            set(table, "on", record.on.map(date_item));
            set(table, "address", record.address.as_deref().map(value));
            set(table, "facts", record.facts.map(date_item));
            let chosen = record.chosen.then_some(CHOSEN);
            let steps = record.steps.iter().map(String::as_str);
            let steps: Array = chosen.into_iter().chain(steps).collect();
            set(table, "steps", (!steps.is_empty()).then(|| value(steps)));
        }
        Change::Restore { before: None, .. } => {
            for key in ["state", "on", "address", "facts", "steps"] {
                table.remove(key);
            }
            if table.is_empty() {
                platforms.remove(platform);
            }
        }
        Change::Several(_) => {}
        Change::Walked { step, .. } => {
            if !table.contains_key("state") {
                set(table, "state", Some(value(Mark::Todo.name())));
            }
            if !table.contains_key("steps") {
                set(table, "steps", Some(value(Array::new())));
            }
            let steps = table.get_mut("steps");
            if let Some(steps) = steps.and_then(Item::as_array_mut)
                && !steps.iter().any(|known| known.as_str() == Some(step))
            {
                steps.push(step);
            }
        }
    }
}

/// Sets or removes a key. One that stays keeps its comment.
fn set(table: &mut dyn TableLike, key: &str, item: Option<Item>) {
    let Some(mut item) = item else {
        table.remove(key);
        return;
    };
    let old = table.get(key).and_then(Item::as_value);
    if let (Some(old), Some(new)) = (old, item.as_value_mut()) {
        *new.decor_mut() = old.decor().clone();
    }
    table.insert(key, item);
}

fn date_item(date: Date) -> Item {
    date.to_string()
        .parse::<toml_edit::Datetime>()
        .map_or_else(|_| value(date.to_string()), value)
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests look at what lies on the disk"
)]
mod tests {
    use std::fs;

    use jiff::civil::date;
    use tempfile::TempDir;

    use super::*;

    fn place() -> (TempDir, ChecklistFile) {
        let dir = TempDir::new().expect("a folder for the test");
        let file = ChecklistFile::new(dir.path().join("state").join("checklist.toml"));
        (dir, file)
    }

    fn holding(text: &str) -> (TempDir, ChecklistFile) {
        let (dir, file) = place();
        fs::create_dir(dir.path().join("state")).expect("a folder");
        fs::write(file.path(), text).expect("a file");
        (dir, file)
    }

    fn text(file: &ChecklistFile) -> String {
        fs::read_to_string(file.path()).expect("the file")
    }

    fn done(platform: &str) -> Change {
        Change::Set {
            platform: platform.to_owned(),
            record: Record {
                mark: Mark::Done,
                on: Some(date(2026, 11, 23)),
                address: Some("https://www.linkedin.com/x".to_owned()),
                facts: Some(date(2026, 11, 23)),
                steps: vec!["open".to_owned(), "switch".to_owned()],
                chosen: false,
            },
        }
    }

    #[test]
    fn the_file_is_written_as_documented_and_read_back() {
        let (_dir, file) = place();
        assert_eq!(file.load().expect("no file yet"), Checklist::default());
        let written = file.change(&done("linkedin")).expect("a change");
        assert_eq!(file.load().expect("the file"), written);
        assert_eq!(
            text(&file),
            "format = 1\n\n[platforms.linkedin]\nstate = \"done\"\non = 2026-11-23\n\
             address = \"https://www.linkedin.com/x\"\nfacts = 2026-11-23\n\
             steps = [\"open\", \"switch\"]\n"
        );
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let (_dir, file) = holding("");
        fs::set_permissions(file.path(), fs::Permissions::from_mode(0o644)).expect("a mode");
        file.change(&done("linkedin")).expect("a change");
        let mode = fs::metadata(file.path())
            .expect("the file")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
        let names: Vec<_> = fs::read_dir(file.path().parent().expect("a folder"))
            .expect("the folder")
            .collect();
        assert_eq!(names.len(), 1, "{names:?}");
    }

    /// As with `sudo`. What anybody can show, that nobody else may read it, stands
    /// above.
    #[cfg(unix)]
    #[test]
    #[ignore = "needs root, who alone may give a file away"]
    fn a_file_that_root_changes_stays_its_owner_s() {
        use std::os::unix::fs::{MetadataExt as _, chown};
        let (_dir, file) = holding("");
        chown(file.path(), Some(65_534), Some(65_533)).expect("root gives a file away");
        file.change(&done("linkedin")).expect("a change");
        let there = fs::metadata(file.path()).expect("the file");
        assert_eq!((there.uid(), there.gid()), (65_534, 65_533));
    }

    #[test]
    fn what_is_not_known_stays() {
        let before = "# mine\nformat = 1\ncolour = \"blue\"\n\n[platforms.linkedin]\n\
                      state = \"todo\" # soon\nfriend = \"Anna\"\n\n[platforms.gone]\nstate = \"done\"\n\n\
                      [other]\nx = 1\n";
        let (_dir, file) = holding(before);
        file.change(&done("linkedin")).expect("a change");
        let after = text(&file);
        for kept in [
            "# mine",
            "colour = \"blue\"",
            "state = \"done\" # soon",
            "friend = \"Anna\"",
            "[platforms.gone]\nstate = \"done\"",
            "[other]\nx = 1",
        ] {
            assert!(after.contains(kept), "{kept} is lost in:\n{after}");
        }
    }

    /// Programs that know nothing of a choice keep it as they keep a step.
    #[test]
    fn a_choice_stands_among_the_steps_and_is_taken_back_to_the_letter() {
        let before = "format = 1\n\n[platforms.linkedin]\nstate = \"done\"\non = 2026-11-01\n\
                      steps = [\"open\"]\n";
        let (_dir, file) = holding(before);
        let record = |platform: &str, mark, chosen| Record {
            chosen,
            ..file.load().expect("the file").record(platform).marked(
                mark,
                date(2026, 11, 23),
                None,
                date(2026, 11, 23),
            )
        };
        let set = |platform: &str, record| Change::Set {
            platform: platform.to_owned(),
            record,
        };
        let linkedin = file.load().expect("the file").record("linkedin");
        let ours = [
            (
                "linkedin",
                Record {
                    chosen: true,
                    ..linkedin.clone()
                },
                Some(linkedin),
            ),
            ("x", record("x", Mark::NotConcerned, true), None),
            ("chatgpt", record("chatgpt", Mark::Todo, true), None),
        ];
        let sets = ours.iter().map(|(id, record, _)| set(id, record.clone()));
        let chosen = file
            .change(&Change::Several(sets.collect()))
            .expect("a change");
        assert!(chosen.has_choice());
        assert_eq!(file.load().expect("the file"), chosen);
        let after = text(&file);
        for written in [
            "steps = [\"chosen\", \"open\"]",
            "[platforms.chatgpt]\nstate = \"todo\"\non = 2026-11-23\nsteps = [\"chosen\"]",
        ] {
            assert!(after.contains(written), "{written}:\n{after}");
        }
        let restores = ours.into_iter().map(|(id, ours, before)| Change::Restore {
            platform: id.to_owned(),
            ours,
            before,
        });
        file.change(&Change::Several(restores.collect()))
            .expect("a change");
        assert_eq!(text(&file), before);
    }

    #[test]
    fn what_a_killed_program_left_is_gone_with_the_next_change() {
        let (_dir, file) = holding("");
        let folder = file.path().parent().expect("a folder");
        fs::write(folder.join(".checklist.toml.new"), "format =").expect("a file");
        file.change(&done("linkedin")).expect("a change");
        let names = fs::read_dir(folder).expect("the folder");
        let names: Vec<_> = names.map(|entry| entry.expect("a file").path()).collect();
        assert_eq!(names, [file.path()]);
        assert!(text(&file).contains("[platforms.linkedin]"));
    }

    #[test]
    fn two_programs_lose_nothing() {
        let (_dir, file) = place();
        let threads: Vec<_> = (0..8)
            .map(|number| {
                let file = file.clone();
                std::thread::spawn(move || {
                    for platform in 0..10 {
                        let platform = format!("p{number}-{platform}");
                        file.change(&done(&platform)).expect("a change");
                    }
                })
            })
            .collect();
        for thread in threads {
            thread.join().expect("a thread");
        }
        assert_eq!(file.load().expect("the file").records.len(), 80);
    }

    #[test]
    fn what_another_program_has_changed_is_not_taken_back() {
        let (_dir, file) = place();
        let ours = file.change(&done("linkedin")).expect("a change");
        let restore = Change::Restore {
            platform: "linkedin".to_owned(),
            ours: ours.record("linkedin"),
            before: None,
        };
        let later = Change::Set {
            platform: "linkedin".to_owned(),
            record: Record {
                mark: Mark::Later,
                ..Record::default()
            },
        };
        let theirs = file.change(&later).expect("a change");
        let before = text(&file);
        assert_eq!(file.change(&restore).expect("no change"), theirs);
        assert_eq!(text(&file), before);
        file.change(&done("linkedin")).expect("a change");
        let restored = file.change(&restore).expect("a change");
        assert_eq!(restored.record("linkedin"), Record::default());
    }

    // On Windows, what another program locks can be neither read nor replaced.
    #[cfg(unix)]
    #[expect(clippy::disallowed_types, reason = "the lock of another program")]
    #[test]
    fn a_file_that_another_program_keeps_is_not_waited_for_for_ever() {
        let (_dir, file) = holding("");
        let holder = fs::File::open(file.path()).expect("the file");
        holder.lock().expect("a lock");
        let Err(FileError::Unwritable(_, error)) = file.change(&done("linkedin")) else {
            panic!("it is written although it is locked");
        };
        assert_eq!(error.kind(), io::ErrorKind::ResourceBusy);
        assert_eq!(text(&file), "");
        drop(holder);
        file.change(&done("linkedin")).expect("a change");
    }

    #[test]
    fn a_damaged_file_is_named_to_the_line_and_left_alone() {
        for (before, line, value) in [
            ("format = 1\n[platforms", 2, None),
            ("\n\nstate = = 1\n", 3, None),
            ("format = \"x\"\n", 1, Some("format")),
            ("format = 1\nplatforms = 3\n", 2, Some("platforms")),
            ("format = 1\n[other]\nx = = 1\n", 3, None),
        ] {
            let (_dir, file) = holding(before);
            for result in [file.load().err(), file.change(&done("linkedin")).err()] {
                let Some(FileError::Damaged(_, damage)) = result else {
                    panic!("{before:?}: {result:?}");
                };
                assert_eq!(damage.line, line, "{before:?}");
                assert_eq!(
                    damage.value.map(|(key, _)| key).as_deref(),
                    value,
                    "{before:?}"
                );
            }
            assert_eq!(text(&file), before);
        }
    }

    /// Each stands between two good ones, which are read and can be changed; and it
    /// stays in the file to the letter.
    #[test]
    fn one_record_that_cannot_be_read_condemns_no_other() {
        let good = "[platforms.first]\nstate = \"done\"\non = 2026-11-01\n\n";
        let last = "[platforms.last]\nstate = \"later\"\n";
        for (bad, line, value) in [
            ("[platforms.x]\nstate = \"dnoe\"\n", 6, Some("state")),
            ("[platforms.x]\nstate = 3\n", 6, Some("state")),
            (
                "[platforms.x]\nstate = \"done\"\non = 2026-02-30\n",
                7,
                None,
            ),
            ("[platforms.x]\non = 23.11.2026\n", 6, None),
            ("[platforms.x]\non = \"23.11.2026\"\n", 6, Some("on")),
            ("[platforms.x]\non = \"soon\"\n", 6, Some("on")),
            ("[platforms.x]\nsteps = [1]\n", 6, Some("steps")),
            ("[platforms.x]\naddress = [\n[1]\n]\n", 6, Some("address")),
            ("[platforms.x]\nstate = \"done\nfriend = 1\n", 6, None),
            ("[platforms.first]\nstate = \"todo\"\n", 5, None),
            (
                "[platforms.x.y]\n[platforms.x]\nstate = \"dnoe\"\n",
                7,
                Some("state"),
            ),
            (
                "[platforms.\"\u{202e}x\"]\n\"\\u001bon\" = 1\nstate = 1\n",
                7,
                Some("state"),
            ),
        ] {
            let before = format!("{good}{bad}\n{last}");
            let (_dir, file) = holding(&before);
            let (checklist, skipped) = file.load_and_tell().expect(bad);
            assert_eq!(skipped.len(), 1, "{bad}: {skipped:?}");
            assert_eq!(skipped[0].damage.line, line, "{bad}");
            let key = skipped[0].damage.value.as_ref().map(|(key, _)| &**key);
            assert_eq!(key, value, "{bad}");
            assert_eq!(checklist.record("first").mark, Mark::Done, "{bad}");
            assert_eq!(checklist.record("last").mark, Mark::Later, "{bad}");
            for platform in ["first", "new"] {
                file.change(&done(platform)).expect(bad);
            }
            let after = text(&file);
            assert!(after.contains(bad), "{bad} is lost in:\n{after}");
            let (checklist, told) = file.load_and_tell().expect(bad);
            assert_eq!(told.len(), 1, "{after}");
            for (platform, mark) in [
                ("first", Mark::Done),
                ("new", Mark::Done),
                ("last", Mark::Later),
            ] {
                assert_eq!(checklist.record(platform).mark, mark, "{after}");
            }
        }
    }

    #[test]
    fn a_platform_that_cannot_be_read_can_be_marked_anew() {
        for bad in [
            "[platforms.linkedin]\nstate = \"dnoe\"\n",
            "[platforms.linkedin]\non = 23.11.2026\n",
            "[platforms]\nlinkedin = 3\n",
        ] {
            let (_dir, file) = holding(bad);
            file.change(&done("linkedin")).expect(bad);
            let record = file.load().expect(bad).record("linkedin");
            assert_eq!(record.mark, Mark::Done, "{}", text(&file));
        }
    }

    #[test]
    fn a_day_with_a_time_is_that_day() {
        for moment in [
            "2026-11-23T23:30:00+01:00",
            "2026-11-23T10:00:00Z",
            "2026-11-23 10:00:00",
        ] {
            let (_dir, file) =
                holding(&format!("[platforms.x]\nstate = \"done\"\non = {moment}\n"));
            let (checklist, skipped) = file.load_and_tell().expect(moment);
            assert_eq!(skipped, []);
            assert_eq!(checklist.record("x").on, Some(date(2026, 11, 23)));
        }
    }

    /// Whatever form TOML has for it, with commas wherever they may stand.
    #[test]
    fn records_of_any_form_can_be_changed() {
        for before in [
            "platforms = { linkedin = { state = \"todo\", }, }\n",
            "platforms = { }\n",
            "platforms = { x = { }, }\n",
            "platforms = {\n  linkedin = { state = \"todo\", }, # mine\n}\n",
            "[platforms]\nlinkedin = { state = \"todo\", }\n",
            "[platforms]\nlinkedin = { steps = [ \"open\", ], }\n",
            "[platforms]\nlinkedin.state = \"todo\"\n",
            "platforms.linkedin.state = \"todo\"\n",
            "[platforms]\n[[platforms.linkedin]]\nstate = \"done\"\n",
        ] {
            let (_dir, file) = holding(before);
            let walked = |step: &str| Change::Walked {
                platform: "facebook".to_owned(),
                step: step.to_owned(),
            };
            let set = done("linkedin");
            for change in [
                walked("what"),
                walked("open"),
                set,
                walked("more"),
                done("x"),
            ] {
                file.change(&change).expect(before);
            }
            let checklist = file.load().expect(before);
            assert_eq!(
                checklist.record("linkedin").mark,
                Mark::Done,
                "{}",
                text(&file)
            );
            assert_eq!(
                checklist.record("facebook").steps.len(),
                3,
                "{}",
                text(&file)
            );
            assert_eq!(checklist.record("x").mark, Mark::Done, "{}", text(&file));
        }
    }

    #[test]
    fn the_ends_of_lines_and_a_mark_of_the_byte_order_stay() {
        let before = "\u{feff}format = 1\r\n\r\n[platforms.x]\r\nstate = \"done\"\r\n";
        let (_dir, file) = holding(before);
        assert_eq!(file.load().expect("the file").record("x").mark, Mark::Done);
        file.change(&done("linkedin")).expect("a change");
        let after = text(&file);
        assert!(after.starts_with(before), "{after:?}");
        assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
        assert_eq!(after.matches('\u{feff}').count(), 1);
    }

    #[test]
    fn a_file_that_would_fill_the_memory_is_refused() {
        let (_dir, file) = holding("");
        let long = fs::File::create(file.path()).expect("the file");
        long.set_len(1 << 40).expect("a hole");
        assert!(matches!(file.load(), Err(FileError::Unreadable(..))));
        assert!(matches!(
            file.change(&done("x")),
            Err(FileError::Unreadable(..))
        ));
    }

    #[test]
    fn a_damaged_file_is_set_aside_without_overwriting_another() {
        let today = date(2026, 11, 23);
        let (_dir, file) = holding("one");
        let set_aside = || file.set_aside(today).expect("a new name");
        let first = set_aside().expect("a damaged file");
        fs::write(file.path(), "two").expect("a file");
        let second = set_aside().expect("a damaged file");
        assert_eq!(fs::read_to_string(first).expect("the first"), "one");
        assert_eq!(fs::read_to_string(second).expect("the second"), "two");
        assert!(!file.path().exists());
    }

    #[test]
    fn what_another_program_wrote_after_the_damage_is_not_set_aside() {
        let (_dir, file) = holding("one");
        assert!(matches!(file.load(), Err(FileError::Damaged(..))));
        // Meanwhile, another program sets it aside and goes on.
        let today = date(2026, 11, 23);
        file.set_aside(today).expect("a new name");
        file.change(&done("linkedin")).expect("a change");
        assert_eq!(file.set_aside(today).expect("a good file"), None);
        assert!(text(&file).contains("[platforms.linkedin]"));
    }

    #[cfg(unix)]
    #[test]
    fn behind_a_link_the_file_is_set_aside_and_not_the_link() {
        let (dir, file) = holding("one");
        let link = dir.path().join("link.toml");
        std::os::unix::fs::symlink("state/checklist.toml", &link).expect("a link");
        let linked = ChecklistFile::new(link.clone());
        let aside = linked.set_aside(date(2026, 11, 23)).expect("a new name");
        let aside = aside.expect("a damaged file");
        assert_eq!(fs::read_to_string(&aside).expect("the damaged file"), "one");
        assert!(!aside.is_symlink() && link.is_symlink());
        linked.change(&done("linkedin")).expect("a change");
        assert!(link.is_symlink());
        assert!(text(&file).contains("[platforms.linkedin]"));
    }

    #[test]
    fn a_newer_file_is_not_touched() {
        let before = "format = 2\n[platforms]\nlinkedin = \"another shape\"\n";
        let (_dir, file) = holding(before);
        assert!(matches!(file.load(), Err(FileError::Newer(_, 2))));
        assert!(matches!(
            file.change(&done("x")),
            Err(FileError::Newer(_, 2))
        ));
        assert_eq!(text(&file), before);
    }

    #[test]
    fn a_folder_in_its_place_is_an_error() {
        let (dir, _) = place();
        let file = ChecklistFile::new(dir.path().to_owned());
        assert!(matches!(file.load(), Err(FileError::Unreadable(..))));
        assert!(matches!(
            file.change(&done("x")),
            Err(FileError::Unwritable(..))
        ));
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_neither_read_nor_replaced() {
        use std::os::unix::fs::FileTypeExt as _;
        let (dir, _) = place();
        let path = dir.path().join("checklist.toml");
        let _listener = std::os::unix::net::UnixListener::bind(&path).expect("a socket");
        let link = dir.path().join("link.toml");
        std::os::unix::fs::symlink(&path, &link).expect("a link");
        for path in [&path, &link] {
            let file = ChecklistFile::new(path.clone());
            assert!(matches!(file.load(), Err(FileError::NotAFile(_))));
            assert!(matches!(
                file.change(&done("x")),
                Err(FileError::NotAFile(_))
            ));
        }
        let there = fs::metadata(&path).expect("the socket");
        assert!(there.file_type().is_socket());
        // One that would be read for ever, by a name that leads to no other.
        for endless in ["/dev/zero", "/dev/null"] {
            let file = ChecklistFile::new(endless.into());
            assert!(matches!(file.load(), Err(FileError::NotAFile(_))));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_not_replaced() {
        let (dir, file) = holding("");
        let link = dir.path().join("link.toml");
        std::os::unix::fs::symlink(file.path(), &link).expect("a link");
        ChecklistFile::new(link.clone())
            .change(&done("linkedin"))
            .expect("a change");
        assert!(link.symlink_metadata().expect("the link").is_symlink());
        assert!(text(&file).contains("[platforms.linkedin]"));
        // The same where the link leads to no file yet.
        fs::remove_file(file.path()).expect("the file");
        let link = ChecklistFile::new(link);
        link.change(&done("facebook")).expect("a change");
        assert!(text(&file).contains("[platforms.facebook]"));
    }
}
