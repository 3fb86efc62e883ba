//! The checklist's file: one small TOML file that the person may read and edit.
//!
//! Changes are made to what the file holds at that moment, so that two running
//! programs lose nothing; whatever this version does not know stays as it is,
//! comments included. What the file has lost since it was last read or written, it
//! is given back.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;

use super::copies::name_set_aside;
use super::damage::{Damage, Skipped};
use super::reading::{Contents, Unread};
use super::reconcile::{Reconciled, reconcile};
use super::{Change, Checklist};
use crate::outside::folders;
use crate::outside::private_file::{Locked, PrivateFile};

/// The checklist's file. Clones of it know the same of it.
#[derive(Debug, Clone)]
pub struct ChecklistFile {
    file: PrivateFile,
    known: Arc<Mutex<Known>>,
}

/// What a program knows of its file.
#[derive(Debug, Clone, Default)]
struct Known {
    /// What it held when it was last read or written. None where it never was.
    bytes: Option<Vec<u8>>,
    /// The platforms that this program has changed, by their ids.
    changed: BTreeSet<String>,
}

/// A checklist that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// As it then is: with what other programs have written in the meantime.
    pub checklist: Checklist,
    /// What was found in its place that this program had not left there.
    pub found: Vec<Found>,
}

/// What is found in place of a checklist that this program has read or written before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing. It was written again.
    Gone,
    /// What does not read as a checklist. It lies there now, and the checklist was
    /// written again.
    Damaged(PathBuf, Damage),
    /// Somebody has said something else of these platforms, by their ids. That holds.
    TakenIn(Vec<String>),
    /// Of these platforms, by their ids, it said nothing any more, or something older.
    /// What was known of them was written again.
    Restored(Vec<String>),
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

impl ChecklistFile {
    /// The file at `path`.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self {
            file: PrivateFile::new(path),
            known: Arc::default(),
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
        self.load_with_skipped().map(|(checklist, _)| checklist)
    }

    /// Reads it, along with the records that had to be passed over.
    ///
    /// # Errors
    /// As [`ChecklistFile::load`].
    pub fn load_with_skipped(&self) -> Result<(Checklist, Vec<Skipped>), FileError> {
        self.refuse_special()?;
        match self.file.read() {
            Ok(Some(bytes)) => {
                let contents = self.parse(&bytes)?;
                self.known().bytes = Some(bytes);
                Ok((contents.checklist, contents.skipped))
            }
            Ok(None) => {
                self.known().bytes = Some(Vec::new());
                Ok((Checklist::default(), Vec::new()))
            }
            Err(error) => Err(self.unreadable(error)),
        }
    }

    /// Makes a change, and returns the checklist as it then is, on the day `today`.
    ///
    /// What this program has read or written before and is no longer there, because the
    /// file was removed, emptied, damaged or replaced, is written again; what somebody
    /// else has changed holds, see [`Found`].
    ///
    /// # Errors
    /// As [`ChecklistFile::load`], and if it cannot be written. The file is then
    /// as it was. It is never damaged where it was once read.
    pub fn change(&self, change: &Change, today: Date) -> Result<Changed, FileError> {
        self.refuse_special()?;
        let locked = self.file.lock().map_err(|error| self.unwritable(error))?;
        let bytes = locked.read().map_err(|error| self.unreadable(error))?;
        let mut found = Vec::new();
        let held = self.held(&locked, &bytes, today, &mut found)?;
        let (mut contents, mut is_changed) = held;
        is_changed |= change.make_each(|change| contents.apply(change));
        let mut text = bytes;
        if is_changed {
            text = contents.text(today).into_bytes();
            locked
                .replace(&text)
                .map_err(|error| self.unwritable(error))?;
        }
        let mut known = self.known();
        known.bytes = Some(text);
        let changed = change.each().iter().filter_map(Change::platform);
        known.changed.extend(changed.map(str::to_owned));
        Ok(Changed {
            checklist: contents.checklist,
            found,
        })
    }

    /// What the file holds, with what it has lost; and whether it is to be written for
    /// that.
    fn held(
        &self,
        locked: &Locked,
        bytes: &[u8],
        today: Date,
        found: &mut Vec<Found>,
    ) -> Result<(Contents, bool), FileError> {
        let known = self.known().clone();
        let before = known.bytes.filter(|before| before != bytes);
        let Some(before) = before.and_then(|before| Contents::read(&before).ok()) else {
            return Ok((self.parse(bytes)?, false));
        };
        let aside = |damage| {
            let names = aside_names(locked.path(), today);
            let aside = locked.copy(bytes, names);
            let aside = aside.map_err(|error| self.unwritable(error));
            aside.map(|path| Found::Damaged(path, damage))
        };
        let mut theirs = match self.parse(bytes) {
            Ok(theirs) => theirs,
            Err(FileError::Damaged(_, damage)) => {
                found.push(aside(damage)?);
                return Ok((before, true));
            }
            Err(error) => return Err(error),
        };
        if theirs.is_blank() && !before.is_blank() {
            found.push(Found::Gone);
            return Ok((before, true));
        }
        let Reconciled {
            taken,
            kept,
            damage,
            is_changed,
        } = reconcile(&mut theirs, &before, &known.changed);
        if let Some(damage) = damage {
            found.push(aside(damage)?);
        }
        let some = |platforms: Vec<String>, found: fn(Vec<String>) -> Found| {
            (!platforms.is_empty()).then(|| found(platforms))
        };
        found.extend(some(taken, Found::TakenIn));
        found.extend(some(kept, Found::Restored));
        Ok((theirs, is_changed))
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        // It is whole whatever happened to who held it.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
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
        match self.parse(&bytes) {
            Ok(_) => return Ok(None),
            Err(FileError::Damaged(..)) => {}
            Err(error) => return Err(error),
        }
        let names = aside_names(locked.path(), today);
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

    fn parse(&self, bytes: &[u8]) -> Result<Contents, FileError> {
        let path = || self.path().to_owned();
        Contents::read(bytes).map_err(|unread| match unread {
            Unread::Damaged(damage) => FileError::Damaged(path(), damage),
            Unread::Newer(format) => FileError::Newer(path(), format),
        })
    }
}

/// The names for what is set aside, one after the other.
fn aside_names(path: &Path, today: Date) -> impl Iterator<Item = String> + use<> {
    let original = path.file_name().unwrap_or_default();
    let original = original.to_string_lossy().into_owned();
    (1..).map(move |number| name_set_aside(&original, today, number))
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

    use super::super::trial::{DAY, done, holding, place, text};
    use super::super::{Mark, Record};
    use super::*;

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let (_dir, file) = holding("");
        fs::set_permissions(file.path(), fs::Permissions::from_mode(0o644)).expect("a mode");
        file.change(&done("linkedin"), DAY).expect("a change");
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
        file.change(&done("linkedin"), DAY).expect("a change");
        let there = fs::metadata(file.path()).expect("the file");
        assert_eq!((there.uid(), there.gid()), (65_534, 65_533));
    }

    #[test]
    fn what_a_killed_program_left_is_gone_with_the_next_change() {
        let (_dir, file) = holding("");
        let folder = file.path().parent().expect("a folder");
        fs::write(folder.join(".checklist.toml.new"), "format =").expect("a file");
        file.change(&done("linkedin"), DAY).expect("a change");
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
                let file = ChecklistFile::new(file.path().to_owned());
                std::thread::spawn(move || {
                    for platform in 0..10 {
                        let platform = format!("p{number}-{platform}");
                        file.change(&done(&platform), DAY).expect("a change");
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
        let ours = file.change(&done("linkedin"), DAY).expect("a change");
        let ours = ours.checklist;
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
        let theirs = file.change(&later, DAY).expect("a change");
        let before = text(&file);
        assert_eq!(file.change(&restore, DAY).expect("no change"), theirs);
        assert_eq!(text(&file), before);
        file.change(&done("linkedin"), DAY).expect("a change");
        let restored = file.change(&restore, DAY).expect("a change");
        assert_eq!(restored.checklist.record("linkedin"), Record::default());
    }

    // On Windows, what another program locks can be neither read nor replaced.
    #[cfg(unix)]
    #[expect(clippy::disallowed_types, reason = "the lock of another program")]
    #[test]
    fn a_file_that_another_program_keeps_is_not_waited_for_for_ever() {
        let (_dir, file) = holding("");
        let holder = fs::File::open(file.path()).expect("the file");
        holder.lock().expect("a lock");
        let Err(FileError::Unwritable(_, error)) = file.change(&done("linkedin"), DAY) else {
            panic!("it is written although it is locked");
        };
        assert_eq!(error.kind(), io::ErrorKind::ResourceBusy);
        assert_eq!(text(&file), "");
        drop(holder);
        file.change(&done("linkedin"), DAY).expect("a change");
    }

    #[test]
    fn a_file_that_would_fill_the_memory_is_refused() {
        let (_dir, file) = holding("");
        let long = fs::File::create(file.path()).expect("the file");
        long.set_len(1 << 40).expect("a hole");
        assert!(matches!(file.load(), Err(FileError::Unreadable(..))));
        assert!(matches!(
            file.change(&done("x"), DAY),
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
        file.change(&done("linkedin"), DAY).expect("a change");
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
        linked.change(&done("linkedin"), DAY).expect("a change");
        assert!(link.is_symlink());
        assert!(text(&file).contains("[platforms.linkedin]"));
    }

    #[test]
    fn a_newer_file_is_not_touched() {
        let before = "format = 2\n[platforms]\nlinkedin = \"another shape\"\n";
        let (_dir, file) = holding(before);
        assert!(matches!(file.load(), Err(FileError::Newer(_, 2))));
        assert!(matches!(
            file.change(&done("x"), DAY),
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
            file.change(&done("x"), DAY),
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
                file.change(&done("x"), DAY),
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
            .change(&done("linkedin"), DAY)
            .expect("a change");
        assert!(link.symlink_metadata().expect("the link").is_symlink());
        assert!(text(&file).contains("[platforms.linkedin]"));
        // The same where the link leads to no file yet.
        fs::remove_file(file.path()).expect("the file");
        let link = ChecklistFile::new(link);
        link.change(&done("facebook"), DAY).expect("a change");
        assert!(text(&file).contains("[platforms.facebook]"));
    }
}
