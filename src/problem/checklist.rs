//! Why the checklist's file cannot be used.

use super::Problem;
use crate::checklist::{Damage, FileError};
use crate::words::{DamagedFile, GivenWanted, Interface, PathFormat, PathReason, reason};

/// That the checklist's file cannot be used, and what to do.
#[must_use]
pub fn checklist(error: &FileError, interface: &Interface) -> Problem {
    let words = &interface.errors;
    let hints = (
        &*words.checklist_unreadable_hint,
        &*words.checklist_damaged_hint,
    );
    unusable(error, hints, interface)
}

/// The same of a checklist that is only read, beside the person's own.
#[must_use]
pub fn other_checklist(error: &FileError, interface: &Interface) -> Problem {
    let words = &interface.errors;
    let hints = (&*words.other_unreadable_hint, &*words.other_damaged_hint);
    unusable(error, hints, interface)
}

/// The same, with what to do about a file that cannot be read or is damaged.
fn unusable(
    error: &FileError,
    (unreadable, damaged): (&str, &str),
    interface: &Interface,
) -> Problem {
    let words = &interface.errors;
    let path_reason = |path: &std::path::Path, reason: String| PathReason {
        path: path.display().to_string(),
        reason,
    };
    match error {
        FileError::NoPlace => Problem::failed(&*words.no_place).hint(&*words.no_place_hint),
        FileError::Unreadable(path, error) => {
            let values = path_reason(path, reason(error, interface));
            Problem::failed(words.checklist_unreadable.fill(&values)).hint(unreadable)
        }
        FileError::NotAFile(path) => {
            let values = path_reason(path, words.not_a_file.to_string());
            Problem::failed(words.checklist_unreadable.fill(&values)).hint(unreadable)
        }
        FileError::Unwritable(path, error) => {
            let values = path_reason(path, reason(error, interface));
            Problem::failed(words.checklist_unwritable.fill(&values))
                .hint(&*words.checklist_unwritable_hint)
        }
        FileError::Damaged(path, found) => {
            Problem::failed(words.checklist_damaged.fill(&DamagedFile {
                path: path.display().to_string(),
                line: found.line.to_string(),
                reason: damage(found, interface),
            }))
            .hint(damaged)
        }
        FileError::Newer(path, format) => {
            Problem::failed(words.checklist_newer.fill(&PathFormat {
                path: path.display().to_string(),
                format: format.to_string(),
            }))
            .hint(&*words.checklist_newer_hint)
        }
    }
}

/// What is wrong with a damaged checklist.
#[must_use]
pub fn damage(damage: &Damage, interface: &Interface) -> String {
    let words = &interface.errors;
    match &damage.value {
        None => words.damaged_syntax.to_string(),
        Some((key, value)) => words.damaged_value.fill(&GivenWanted {
            given: value.clone(),
            wanted: key.clone(),
        }),
    }
}
