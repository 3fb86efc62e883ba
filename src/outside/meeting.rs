//! Where running programs of one person meet: small files in a private folder, each
//! of which one program keeps and others follow. Whether that program still runs, the
//! system tells by a lock that ends with it, however it ends.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use super::files;
use super::folders;
use super::private_file::leads_to;
use super::replace::{Readers, replace};

/// No file is anywhere near so long, in bytes.
const LONGEST: u64 = 1 << 20;

/// The beginning and the end of the names of these files.
const BEGINNING: &str = "workshop-";
const ENDING: &str = ".json";

/// How often a seat is asked for, and how long lies between. Whoever looks whether it is
/// taken holds it for a moment.
const LOOKS: u32 = 10;
const LOOK: Duration = Duration::from_millis(5);

/// The folder in which they meet.
#[derive(Debug, Clone)]
pub struct Meeting {
    folder: PathBuf,
}

/// What a program does there: no two do the same with one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// It keeps the file.
    Keeper,
    /// It follows it.
    Follower,
}

impl Seat {
    fn ending(self) -> &'static str {
        match self {
            Self::Keeper => "keeper",
            Self::Follower => "follower",
        }
    }
}

/// A seat that is taken, until this is dropped or the program ends.
#[derive(Debug)]
pub struct Taken {
    path: PathBuf,
    /// Locked, and only held.
    _file: File,
}

impl Drop for Taken {
    fn drop(&mut self) {
        // While it is still locked; so that whoever watches the folder sees it go.
        let _ = fs::remove_file(&self.path);
    }
}

impl Meeting {
    /// The folder for what running programs share.
    ///
    /// # Errors
    /// If there is none, or it cannot be written.
    pub fn open() -> io::Result<Self> {
        let folder = folders::runtime()?;
        // What cannot be written is said now, not in the middle of an evening.
        files::try_folder(&folder)?;
        Ok(Self { folder })
    }

    /// The folder itself, to be watched.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The names of the files, the newest last where names begin with their time.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let listed = files::list(&self.folder).unwrap_or_default();
        let names = listed.into_iter().filter_map(|path| {
            let name = path.file_name()?.to_str()?.to_owned();
            let inner = name.strip_prefix(BEGINNING)?.strip_suffix(ENDING)?;
            Some(inner.to_owned())
        });
        names.collect()
    }

    /// Where the file of a name is.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{BEGINNING}{name}{ENDING}"))
    }

    /// Whether there is a file of a name.
    #[must_use]
    pub fn is_there(&self, name: &str) -> bool {
        files::is_there(&self.path(name))
    }

    /// What the file of a name holds.
    ///
    /// # Errors
    /// If it cannot be read, or is not one.
    pub fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        let path = self.path(name);
        if !files::is_file(&path) {
            return Err(io::ErrorKind::NotFound.into());
        }
        files::read(&path, LONGEST)
    }

    /// Replaces what the file of a name holds, for its owner alone.
    ///
    /// # Errors
    /// If it cannot be written. It is then as it was.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        replace(&self.path(name), bytes, Readers::Owner)
    }

    /// Removes the file of a name.
    pub fn remove(&self, name: &str) {
        // That it is gone already is what was asked for.
        let _ = fs::remove_file(self.path(name));
    }

    fn lock_path(&self, name: &str, seat: Seat) -> PathBuf {
        self.folder
            .join(format!(".{BEGINNING}{name}.{}", seat.ending()))
    }

    /// Takes a seat. None where another program has it.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn take(&self, name: &str, seat: Seat) -> io::Result<Option<Taken>> {
        let path = self.lock_path(name, seat);
        let file = open_seat(&path)?;
        take(path, file)
    }

    /// Whether a program that runs has a seat.
    #[must_use]
    pub fn is_taken(&self, name: &str, seat: Seat) -> bool {
        let Ok(file) = File::open(self.lock_path(name, seat)) else {
            return false;
        };
        matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock))
    }
}

fn open_seat(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Takes the seat whose file was opened. None where another program has it.
fn take(path: PathBuf, mut file: File) -> io::Result<Option<Taken>> {
    for _ in 0..LOOKS {
        match file.try_lock() {
            Ok(()) if leads_to(&path, &file) => {
                // Whoever saw the file come may have looked before it was locked: now
                // there is something to see.
                let _ = file.set_modified(SystemTime::now());
                return Ok(Some(Taken { path, _file: file }));
            }
            // Whoever had the seat has removed its file: the next one would lock its own.
            Ok(()) => file = open_seat(&path)?,
            Err(TryLockError::WouldBlock) => thread::sleep(LOOK),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn a_seat_is_taken_once_though_it_was_left_while_somebody_asked() {
        let dir = TempDir::new().expect("a folder for the test");
        let meeting = Meeting {
            folder: dir.path().to_owned(),
        };
        let seat = || meeting.take("a", Seat::Keeper).expect("a seat");
        let first = seat().expect("it is free");
        // The next one has opened the file when the first one leaves.
        let path = meeting.lock_path("a", Seat::Keeper);
        let opened = open_seat(&path).expect("its file");
        drop(first);
        let second = take(path, opened).expect("a seat");
        assert!(second.is_some());
        assert!(meeting.is_taken("a", Seat::Keeper));
        assert!(seat().is_none());
        drop(second);
        assert!(!meeting.is_taken("a", Seat::Keeper));
        assert!(seat().is_some());
    }
}
