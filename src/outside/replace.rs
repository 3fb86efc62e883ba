//! Files replaced whole or not at all, whatever happens in the middle of it.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::signals;

/// Who may read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// Its owner alone.
    Owner,
    /// Everybody, as far as the person's own settings allow.
    Everybody,
}

/// Puts `bytes` in the place of what is at `path`, in one go. A link stays: what it
/// leads to is replaced.
///
/// # Errors
/// If it cannot be written. What was there is then still there.
pub fn replace(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    replace_by(&behind_links(path), bytes, readers, Temporary::OfItsOwn)
}

/// The name of the file that takes another's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Temporary {
    /// Always the same, for whoever holds the lock: what a program leaves that is
    /// killed in the middle of it is gone with the next change.
    Known,
    /// One that no other program has.
    OfItsOwn,
}

/// Puts `bytes` into a file that is not there yet, in one go.
///
/// # Errors
/// If there is anything of its name already, or it cannot be written. There is then no
/// part of it.
pub fn create(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    let file = written_beside(path, bytes, readers, Temporary::OfItsOwn)?;
    sync(file.as_file())?;
    file.persist_noclobber(path).map_err(|error| error.error)?;
    sync_folder(folder_of(path));
    Ok(())
}

/// As [`replace`]; `path` has no link left in it.
pub(super) fn replace_by(
    path: &Path,
    bytes: &[u8],
    readers: Readers,
    temporary: Temporary,
) -> io::Result<()> {
    let file = written_beside(path, bytes, readers, temporary)?;
    #[cfg(unix)]
    keep_owner(path, file.as_file());
    sync(file.as_file())?;
    // Windows does not move a file that is still open; and it marks temporary files,
    // which some backups leave out, until the mark is taken off.
    let (file, name) = file.keep().map_err(|error| error.error)?;
    drop(file);
    rename_over(&name, path).inspect_err(|_| {
        // What cannot be removed either is gone with the next change.
        let _ = fs::remove_file(&name);
    })?;
    sync_folder(folder_of(path));
    Ok(())
}

/// A hidden file beside `path` with `bytes` in it, which goes again unless it is
/// given another name.
fn written_beside(
    path: &Path,
    bytes: &[u8],
    readers: Readers,
    temporary: Temporary,
) -> io::Result<NamedTempFile> {
    let name = hidden_beside(path, "new");
    let mut builder = tempfile::Builder::new();
    builder.prefix(name.file_name().unwrap_or_default());
    if temporary == Temporary::Known {
        match fs::remove_file(&name) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        builder.rand_bytes(0);
    }
    #[cfg(unix)]
    if readers == Readers::Everybody {
        // Otherwise they are created with mode 0600.
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    }
    #[cfg(not(unix))]
    let _ = readers;
    // Created only where nothing of that name is, so that no link is followed.
    let mut file = builder.tempfile_in(folder_of(path))?;
    signals::survive_limit_of_size();
    file.write_all(bytes)?;
    Ok(file)
}

/// A new name is on the disk only once its folder is. Where the system does not do
/// that for folders, the change is made all the same.
fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    #[cfg(not(unix))]
    let _ = folder;
}

/// The folder that a file lies in.
pub(super) fn folder_of(path: &Path) -> &Path {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// The path of a hidden file beside another: `.checklist.toml.new`.
pub(super) fn hidden_beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".");
    name.push(ending);
    folder_of(path).join(name)
}

/// The file that a name stands for. Somebody may keep it elsewhere behind a link,
/// which may also lead to a file that is not there yet.
pub(super) fn behind_links(path: &Path) -> PathBuf {
    if let Ok(path) = fs::canonicalize(path) {
        return path;
    }
    let mut path = path.to_owned();
    // Links that lead round in a circle fail when the file is opened.
    for _ in 0..40 {
        match fs::read_link(&path) {
            Ok(target) => path = path.with_file_name("").join(target),
            Err(_) => break,
        }
    }
    path
}

/// Gives what will take the place of `path` to the same owner: with `sudo`, the file
/// would become one that the person can no longer read. Where the system does not
/// allow that, the change counts for more.
#[cfg(unix)]
fn keep_owner(path: &Path, file: &File) {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    if let (Ok(before), Ok(after)) = (fs::metadata(path), file.metadata())
        && before.uid() != after.uid()
    {
        let _ = fchown(file, Some(before.uid()), Some(before.gid()));
    }
}

/// Waits until a file is on the disk, where the file system can tell, and allows it.
fn sync(file: &File) -> io::Result<()> {
    use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
    match file.sync_all() {
        Err(error) if matches!(error.kind(), InvalidInput | PermissionDenied | Unsupported) => {
            Ok(())
        }
        result => result,
    }
}

/// Gives a file another's name, in whose place it then is.
#[cfg(not(windows))]
pub(super) fn rename_over(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// As elsewhere. Windows refuses as long as another program has one of the two open
/// in a way that does not allow for it, as those do for a moment that look for
/// viruses, or make an index.
#[cfg(windows)]
pub(super) fn rename_over(from: &Path, to: &Path) -> io::Result<()> {
    /// “Access is denied” and “used by another process”.
    const IN_USE: [i32; 2] = [5, 32];
    /// Waits of 1, 2, 4 … milliseconds: about a second in all.
    const WAITS: u32 = 10;
    for wait in 0..WAITS {
        match fs::rename(from, to) {
            Err(error)
                if error
                    .raw_os_error()
                    .is_some_and(|code| IN_USE.contains(&code)) => {}
            result => return result,
        }
        std::thread::sleep(std::time::Duration::from_millis(1 << wait));
    }
    fs::rename(from, to)
}
