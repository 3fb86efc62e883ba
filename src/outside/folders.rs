//! The folders that the system keeps for a program: by the XDG rules on Linux and
//! other Unix systems, at their own places on macOS and Windows.

use std::fs::DirBuilder;
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use etcetera::base_strategy::choose_native_strategy;

/// The program's folder in each of them.
const NAME: &str = "nonmerci";

fn strategy() -> Option<impl etcetera::BaseStrategy> {
    choose_native_strategy().ok()
}

/// The folder for what a program remembers from one run to the next. None where
/// the system names no such place.
#[must_use]
pub fn state() -> Option<PathBuf> {
    let strategy = strategy()?;
    let folder = strategy.state_dir().unwrap_or_else(|| strategy.data_dir());
    Some(folder.join(NAME))
}

/// The folder for settings. None where the system names no such place.
#[must_use]
pub fn configuration() -> Option<PathBuf> {
    Some(strategy()?.config_dir().join(NAME))
}

/// The folder for what running programs share, made if need be, for its owner
/// alone: `$XDG_RUNTIME_DIR/nonmerci`, which the system empties when the person logs
/// out. Where there is none, or it is another person's as after `su`, a folder below
/// that of the state, which nobody empties. Never the folder for temporary files:
/// anybody may put something in the place of ours there.
///
/// # Errors
/// If the system names no place, or the folder cannot be made.
pub fn runtime() -> io::Result<PathBuf> {
    let runtime = strategy().and_then(|strategy| strategy.runtime_dir());
    let lasting = state().map(|state| state.join("running"));
    let runtime = runtime.map(|folder| folder.join(NAME));
    first_that_can_be_made(runtime.into_iter().chain(lasting))
}

fn first_that_can_be_made(folders: impl Iterator<Item = PathBuf>) -> io::Result<PathBuf> {
    let mut failed = io::ErrorKind::NotFound.into();
    for folder in folders {
        match create_private(&folder) {
            Ok(()) => return Ok(folder),
            Err(error) => failed = error,
        }
    }
    Err(failed)
}

/// Makes a folder, and those above it, where they are not there yet, for their owner
/// alone.
///
/// # Errors
/// If one of them cannot be made.
pub fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_made_is_passed_over() {
        let dir = tempfile::tempdir().expect("a folder for the test");
        let file = dir.path().join("file");
        std::fs::write(&file, "").expect("a file");
        let (inside, beside) = (file.join("nonmerci"), dir.path().join("nonmerci"));
        let found = first_that_can_be_made([inside.clone(), beside.clone()].into_iter());
        assert_eq!(found.expect("a folder"), beside);
        assert!(beside.is_dir());
        first_that_can_be_made([inside].into_iter()).expect_err("it lies in a file");
    }
}
