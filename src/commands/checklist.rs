//! The checklist as a command finds it, for commands that also write it.

use super::options::Options;
use super::setup::Setup;
use crate::catalogue::DamagedFile;
use crate::checklist::{Checklist, ChecklistFile, FileError};
use crate::problem::{Problem, damage};

/// The file to save to, if any, what it holds, and what to say if it was damaged
/// and is now set aside under another name.
///
/// With `--no-save`, what can be read is read and nothing is touched.
///
/// # Errors
/// If the file cannot be read or set aside, or comes from a newer version.
pub(super) fn load(
    setup: &Setup,
    options: &Options,
) -> Result<(Option<ChecklistFile>, Checklist, Option<String>), Problem> {
    let file = options.file();
    if options.no_save() {
        let checklist = file.and_then(|file| file.load()).unwrap_or_default();
        return Ok((None, checklist, None));
    }
    let file = file.map_err(Problem::Checklist)?;
    let (checklist, set_aside) = load_file(setup, &file)?;
    Ok((Some(file), checklist, set_aside))
}

/// What a file holds, and what to say if it was damaged and is now set aside.
///
/// # Errors
/// As [`load`].
pub(super) fn load_file(
    setup: &Setup,
    file: &ChecklistFile,
) -> Result<(Checklist, Option<String>), Problem> {
    match file.load() {
        Ok(checklist) => Ok((checklist, None)),
        Err(FileError::Damaged(_, found)) => {
            let path = file.set_aside(setup.today).map_err(Problem::Checklist)?;
            let interface = &setup.texts.interface;
            let text = interface.status.set_aside.fill(&DamagedFile {
                line: found.line.to_string(),
                reason: damage(&found, interface),
                path: path.display().to_string(),
            });
            Ok((Checklist::default(), Some(text)))
        }
        Err(error) => Err(Problem::Checklist(error)),
    }
}
