//! Files and folders, as far as the program reads and writes them: without links
//! that lead away, devices that never end, or files that fill the memory.

use std::fs::{self, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::signals;
use crate::guard::guard;

/// What a path leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathKind {
    /// A file with bytes in it.
    File,
    /// A folder.
    Folder,
    /// A device, a pipe or the like: to read one may never end.
    Special,
}

impl PathKind {
    pub(super) fn of(metadata: &fs::Metadata) -> Self {
        if metadata.is_file() {
            Self::File
        } else if metadata.is_dir() {
            Self::Folder
        } else {
            Self::Special
        }
    }
}

/// What a path leads to, behind links.
///
/// # Errors
/// If it leads nowhere, or cannot be looked at.
pub fn kind(path: &Path) -> io::Result<PathKind> {
    Ok(PathKind::of(&fs::metadata(path)?))
}

/// Whether a path leads to a file.
#[must_use]
pub fn is_file(path: &Path) -> bool {
    matches!(kind(path), Ok(PathKind::File))
}

/// Whether a path leads to a folder.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    matches!(kind(path), Ok(PathKind::Folder))
}

/// Whether a path is a link itself.
#[must_use]
pub fn is_link(path: &Path) -> bool {
    path.is_symlink()
}

/// Whether there is anything of this name, even a link that leads nowhere.
#[must_use]
pub fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// The paths of what lies in a folder, in an order that does not depend on the system.
///
/// # Errors
/// If the folder cannot be read.
pub fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let read = guard("", |_| {
        let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
        entries.collect::<io::Result<Vec<_>>>()
    });
    // The standard library panics where a folder cannot be closed.
    let mut paths = read.unwrap_or_else(|_| Err(io::ErrorKind::Other.into()))?;
    paths.sort();
    Ok(paths)
}

/// Reads a file, or its first `most` bytes where it is longer.
///
/// # Errors
/// If it cannot be read.
pub fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The path as the system knows it: absolute, with no link left in it.
///
/// # Errors
/// If it leads nowhere.
pub fn canonical(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path)
}

/// The path from the root, links and all.
#[must_use]
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Makes a folder that is not there yet.
///
/// # Errors
/// If there is something of its name already, or it cannot be made.
pub fn create_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)
}

/// Makes a folder, and those above it, where they are not there yet.
///
/// # Errors
/// If one of them cannot be made.
pub fn create_folders(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Writes a file that is not there yet.
///
/// # Errors
/// If there is something of its name already, or it cannot be written.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    signals::survive_limit_of_size();
    file.write_all(bytes)
}

/// Writes to a device, a pipe or the like, which stays what it is.
///
/// # Errors
/// If it cannot be written.
pub fn write_to_device(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut device = OpenOptions::new().write(true).open(path)?;
    signals::survive_limit_of_size();
    device.write_all(bytes)?;
    device.flush()
}

/// Removes a folder with all that lies in it.
///
/// # Errors
/// If it cannot be removed whole.
pub fn remove_folder(path: &Path) -> io::Result<()> {
    fs::remove_dir_all(path)
}

/// Tries whether a file can be made in a folder.
///
/// # Errors
/// If none can.
pub fn try_folder(folder: &Path) -> io::Result<()> {
    tempfile::Builder::new().prefix(".").tempfile_in(folder)?;
    Ok(())
}
