//! A file that the program keeps for one person: only they can read it; it is
//! changed under a lock, so that two running programs lose nothing; and it is
//! replaced whole or not at all.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use same_file::Handle;

use super::at_work::AtWork;
use super::files::{self, PathKind};
use super::folders::create_private;
use super::patience::within;
use super::replace::{
    Readers, Temporary, behind_links, create, folder_of, hidden_beside, rename_over, replace_by,
};

/// A file that its owner alone can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrivateFile {
    path: PathBuf,
}

impl PrivateFile {
    /// The file at `path`, which need not be there yet.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether there is a device, a pipe or the like in its place: to read one may
    /// never end, and a file in its place would take it from everybody.
    #[must_use]
    pub fn is_special(&self) -> bool {
        matches!(files::kind(&self.path), Ok(PathKind::Special))
    }

    /// What it holds. None where there is no such file.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn read(&self) -> io::Result<Option<Vec<u8>>> {
        read(&self.path)
    }

    /// Keeps other programs from changing it, for as long as what is returned lives.
    /// Makes its folder if need be. Takes some seconds if another program does not
    /// let go of it.
    ///
    /// # Errors
    /// If another program does not let go of it, or it could not be written anyway.
    pub fn lock(&self) -> io::Result<Locked> {
        self.lock_on(LockedFile::HERE)
    }

    fn lock_on(&self, which: LockedFile) -> io::Result<Locked> {
        let path = behind_links(&self.path);
        if files::is_folder(&path) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        create_private(folder_of(&path))?;
        let lock_path = match which {
            LockedFile::Itself => path.clone(),
            LockedFile::Beside => hidden_beside(&path, "lock"),
        };
        let started = Instant::now();
        let mut locked = Locked {
            path,
            remove: None,
            lock: None,
            at_work: None,
        };
        for _ in 0..LOOKS {
            let (file, is_new) = match open_or_create(&lock_path) {
                Ok(opened) => opened,
                Err(error) if which == LockedFile::Itself => return Err(error),
                // Windows refuses as long as one of this name is being removed.
                Err(error)
                    if error.kind() == io::ErrorKind::PermissionDenied
                        && started.elapsed() < PATIENCE =>
                {
                    thread::sleep(Duration::from_millis(1));
                    continue;
                }
                Err(_) => break,
            };
            if is_new || which == LockedFile::Beside {
                locked.remove = Some(lock_path.clone());
            }
            let Some(file) = hold(file)? else {
                break;
            };
            locked.at_work = Some(AtWork::begin());
            // Another program may have replaced or removed it in the meantime.
            if leads_to(&lock_path, &file) {
                locked.lock = Some(file);
                break;
            }
            drop(file);
            locked.at_work = None;
            locked.remove = None;
            // A disk that is slow to look at as well would be looked at for ever.
            if started.elapsed() >= PATIENCE {
                break;
            }
        }
        Ok(locked)
    }
}

/// Which file is locked.
///
/// Elsewhere than on Windows, a lock binds only those who ask for it: the file itself
/// is locked, so that other versions and tools notice, and no other file is needed.
///
/// On Windows, nobody else can read what is locked, and nothing takes the place of
/// what is open: there a file beside it is locked, and removed again. One that a
/// killed program leaves is used by the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LockedFile {
    Itself,
    Beside,
}

impl LockedFile {
    const HERE: Self = if cfg!(windows) {
        Self::Beside
    } else {
        Self::Itself
    };
}

/// The most bytes that such a file holds. To read as TOML what is longer takes a hundred
/// times its size.
const MOST: u64 = 4 << 20;

/// How long to wait for a program that holds the file. None does for longer than
/// it takes to write it, unless it was stopped, or is another program.
const PATIENCE: Duration = Duration::from_secs(5);

/// How often to look whether what was locked is still there: once for each other
/// program that was quicker. Some network file systems say of a file, at each look,
/// that it is another.
const LOOKS: u32 = 1000;

/// A file that no other program changes meanwhile, as far as the file system knows
/// locks. Where it does not, the change is saved without one.
#[derive(Debug)]
pub struct Locked {
    /// The file itself, behind links.
    path: PathBuf,
    /// What is there for the lock alone, and is to be removed.
    remove: Option<PathBuf>,
    lock: Option<File>,
    /// For as long as others wait for the lock. It goes last.
    at_work: Option<AtWork>,
}

impl Locked {
    /// What the file holds: nothing where there is none.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        Ok(read(&self.path)?.unwrap_or_default())
    }

    /// Replaces what the file holds.
    ///
    /// # Errors
    /// If it cannot be written. It is then as it was.
    pub fn replace(mut self, bytes: &[u8]) -> io::Result<()> {
        let temporary = match self.lock {
            Some(_) => Temporary::Known,
            None => Temporary::OfItsOwn,
        };
        replace_by(&self.path, bytes, Readers::Owner, temporary)?;
        self.keep();
        Ok(())
    }

    /// Gives the file the first of these names that is free, and returns its new
    /// path.
    ///
    /// # Errors
    /// If it cannot be renamed.
    pub fn rename(mut self, names: impl Iterator<Item = String>) -> io::Result<PathBuf> {
        let mut paths = names.map(|name| self.path.with_file_name(name));
        let free = paths.find(|path| !files::is_there(path));
        let free = free.ok_or(io::ErrorKind::AlreadyExists)?;
        rename_over(&self.path, &free)?;
        self.keep();
        Ok(free)
    }

    /// Writes what it holds, as [`Locked::read`] has read it, into a file beside it of
    /// the first of these names that is free, and returns its path. One that holds the
    /// same already is left as it is.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn copy(&self, bytes: &[u8], names: impl Iterator<Item = String>) -> io::Result<PathBuf> {
        for path in names.map(|name| self.path.with_file_name(name)) {
            if files::is_there(&path) {
                if !files::is_file(&path)
                    || !read(&path).is_ok_and(|it| it.as_deref() == Some(bytes))
                {
                    continue;
                }
                return Ok(path);
            }
            match create(&path, bytes, Readers::Owner) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                result => return result.map(|()| path),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Where it is, behind links.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What was made for the lock is now the file itself.
    fn keep(&mut self) {
        self.remove.take_if(|made| *made == self.path);
    }
}

impl Drop for Locked {
    fn drop(&mut self) {
        // While it is still locked, so that nobody locks what is about to go; and
        // empty, so that nothing goes that somebody has put in its place.
        if let Some(made) = &self.remove
            && fs::metadata(made).is_ok_and(|made| made.len() == 0)
        {
            let _ = fs::remove_file(made);
        }
    }
}

fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match files::read(path, MOST + 1) {
        Ok(bytes) if bytes.len() as u64 > MOST => Err(io::ErrorKind::FileTooLarge.into()),
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        // Windows says no more than that it may not be read.
        Err(_) if files::is_folder(path) => Err(io::ErrorKind::IsADirectory.into()),
        Err(error) => Err(error),
    }
}

/// Opens a file, and creates it if need be. Returns whether it did.
fn open_or_create(path: &Path) -> io::Result<(File, bool)> {
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        result => return result.map(|file| (file, false)),
    }
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.clone().create_new(true).open(path) {
        // Another program was quicker; or the name is a link that leads nowhere.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            let file = options.create(true).truncate(false).open(path)?;
            Ok((file, false))
        }
        result => result.map(|file| (file, true)),
    }
}

/// Locks a file. None where the file system knows no locks, or they fail. It does
/// not wait for ever: the person would sit before a screen that takes no key.
fn hold(file: File) -> io::Result<Option<File>> {
    match file.try_lock() {
        Ok(()) => return Ok(Some(file)),
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(_)) => return Ok(None),
    }
    // If it gets the lock when nobody waits any more, it gives it back.
    let locked = within(PATIENCE, move || file.lock().ok().map(|()| file));
    locked.ok_or_else(|| io::ErrorKind::ResourceBusy.into())
}

/// Whether a path leads to this opened file.
pub(super) fn leads_to(path: &Path, file: &File) -> bool {
    let opened = file.try_clone().and_then(Handle::from_file);
    matches!((Handle::from_path(path), opened), (Ok(there), Ok(opened)) if there == opened)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn place() -> (TempDir, PrivateFile) {
        let dir = TempDir::new().expect("a folder for the test");
        let file = PrivateFile::new(dir.path().join("state").join("file.toml"));
        (dir, file)
    }

    fn names(file: &PrivateFile) -> Vec<String> {
        let folder = file.path().parent().expect("a folder");
        let names = fs::read_dir(folder).expect("the folder");
        let name = |entry: io::Result<fs::DirEntry>| entry.expect("a file").file_name();
        let mut names: Vec<_> = names
            .map(|entry| name(entry).to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// The way of Windows is tried elsewhere too; the other does not work there.
    const WAYS: &[LockedFile] = if cfg!(windows) {
        &[LockedFile::Beside]
    } else {
        &[LockedFile::Itself, LockedFile::Beside]
    };

    #[test]
    fn programs_that_change_it_at_once_lose_nothing_and_leave_nothing() {
        for &way in WAYS {
            let (_dir, file) = place();
            thread::scope(|scope| {
                for number in 0..8u8 {
                    let file = &file;
                    scope.spawn(move || {
                        for _ in 0..10 {
                            let locked = file.lock_on(way).expect("a lock");
                            let mut bytes = locked.read().expect("the file");
                            bytes.push(number);
                            locked.replace(&bytes).expect("a change");
                        }
                    });
                }
            });
            let bytes = file.read().expect("the file").expect("it is there");
            assert_eq!(bytes.len(), 80, "{way:?}");
            assert_eq!(names(&file), ["file.toml"], "{way:?}");
        }
    }

    #[test]
    fn who_locks_it_and_changes_nothing_leaves_nothing() {
        for &way in WAYS {
            let (_dir, file) = place();
            drop(file.lock_on(way).expect("a lock"));
            assert_eq!(names(&file), [""; 0], "{way:?}");
            fs::write(file.path(), "mine").expect("a file");
            drop(file.lock_on(way).expect("a lock"));
            assert_eq!(names(&file), ["file.toml"], "{way:?}");
            assert_eq!(fs::read(file.path()).expect("the file"), b"mine");
        }
    }

    #[test]
    fn what_could_not_be_saved_leaves_no_empty_file() {
        for &way in WAYS {
            let (_dir, file) = place();
            let locked = file.lock_on(way).expect("a lock");
            let in_the_way = file.path().with_file_name(".file.toml.new");
            fs::create_dir(&in_the_way).expect("a folder");
            locked.replace(b"new").expect_err("a folder is in the way");
            assert_eq!(names(&file), [".file.toml.new"], "{way:?}");
        }
    }

    #[test]
    fn the_lock_file_of_a_killed_program_is_in_nobody_s_way() {
        let (_dir, file) = place();
        create_private(folder_of(file.path())).expect("a folder");
        fs::write(file.path().with_file_name(".file.toml.lock"), "").expect("a file");
        let locked = file.lock_on(LockedFile::Beside).expect("a lock");
        locked.replace(b"new").expect("a change");
        assert_eq!(names(&file), ["file.toml"]);
    }

    #[test]
    fn a_program_that_does_not_let_go_of_it_is_not_waited_for_for_ever() {
        let (_dir, file) = place();
        let held = file.lock_on(LockedFile::Beside).expect("a lock");
        let refused = file.lock_on(LockedFile::Beside).expect_err("it is held");
        assert_eq!(refused.kind(), io::ErrorKind::ResourceBusy);
        drop(held);
        let locked = file.lock_on(LockedFile::Beside).expect("a lock");
        locked.replace(b"new").expect("a change");
    }

    #[test]
    fn a_lock_that_cannot_be_had_is_no_reason_not_to_save() {
        let (_dir, file) = place();
        let in_the_way = file.path().with_file_name(".file.toml.lock");
        fs::create_dir_all(&in_the_way).expect("a folder");
        let locked = file.lock_on(LockedFile::Beside).expect("no lock");
        locked.replace(b"new").expect("a change");
        assert_eq!(file.read().expect("the file").as_deref(), Some(&b"new"[..]));
        assert_eq!(names(&file), [".file.toml.lock", "file.toml"]);
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_removed_that_somebody_put_in_the_place_of_what_was_made_for_the_lock() {
        let (_dir, file) = place();
        let locked = file.lock_on(LockedFile::Itself).expect("a lock");
        fs::write(file.path(), "mine").expect("a file");
        drop(locked);
        assert_eq!(fs::read(file.path()).expect("the file"), b"mine");
    }
}
