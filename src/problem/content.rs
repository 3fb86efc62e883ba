//! Why the content cannot be used.

use super::Problem;
use crate::content::ContentError;
use crate::words::{Interface, PathReason, PlaceReason, reason};

/// That the content cannot be used, and what to do.
#[must_use]
pub fn content(error: &ContentError, interface: &Interface) -> Problem {
    let words = &interface.errors;
    match error {
        ContentError::Unreadable { path, error } => {
            Problem::failed(words.content_unreadable.fill(&PathReason {
                path: path.display().to_string(),
                reason: reason(error, interface),
            }))
            .hint(&*words.content_unreadable_hint)
        }
        ContentError::Unwritable { path, error } => {
            Problem::failed(words.file_unwritable.fill(&PathReason {
                path: path.display().to_string(),
                reason: reason(error, interface),
            }))
            .hint(&*words.file_unwritable_hint)
        }
        ContentError::Faulty { reason, .. } => {
            Problem::failed(words.content_faulty.fill(&PlaceReason {
                place: error.place(),
                reason: reason.clone(),
            }))
            .hint(&*words.content_faulty_hint)
        }
    }
}
