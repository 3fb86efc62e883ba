//! Why the system refused, in words.

use std::io::{self, ErrorKind};

use super::Interface;

/// Why the system refused, in the reader's language where the reason is a common
/// one, else in the system's words.
#[must_use]
pub fn reason(error: &io::Error, interface: &Interface) -> String {
    let words = &interface.errors;
    match error.kind() {
        ErrorKind::NotFound => &words.not_found,
        ErrorKind::PermissionDenied => &words.not_allowed,
        ErrorKind::AlreadyExists => &words.already_there,
        ErrorKind::InvalidFilename => &words.bad_name,
        ErrorKind::IsADirectory => &words.is_a_folder,
        ErrorKind::NotADirectory => &words.not_a_folder,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => &words.disk_full,
        ErrorKind::FileTooLarge => &words.too_large,
        ErrorKind::ReadOnlyFilesystem => &words.read_only,
        ErrorKind::ResourceBusy => &words.in_use,
        ErrorKind::TimedOut => &words.too_slow,
        ErrorKind::Unsupported => &words.unsupported,
        _ => return error.to_string(),
    }
    .to_string()
}
