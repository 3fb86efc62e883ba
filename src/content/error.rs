//! Why the content cannot be used.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why the content cannot be used.
#[derive(Debug)]
pub enum ContentError {
    /// A folder or file cannot be read.
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file cannot be written.
    Unwritable {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file says something that cannot be.
    Faulty {
        /// The file, below the content folder.
        file: String,
        /// The line, from 1; 0 where the fault has none.
        line: usize,
        /// What is wrong. For whoever edits the content, so in English.
        reason: String,
    },
}

impl ContentError {
    /// Where it is: a path, with the line where there is one.
    #[must_use]
    pub fn place(&self) -> String {
        match self {
            Self::Unreadable { path, .. } | Self::Unwritable { path, .. } => {
                path.display().to_string()
            }
            Self::Faulty { file, line: 0, .. } => file.clone(),
            Self::Faulty { file, line, .. } => format!("{file}:{line}"),
        }
    }

    /// What is wrong, in English or in the words of the system.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Unreadable { error, .. } | Self::Unwritable { error, .. } => error.to_string(),
            Self::Faulty { reason, .. } => reason.clone(),
        }
    }
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place(), self.reason())
    }
}

impl std::error::Error for ContentError {}

/// That a file, named by its path below the content folder, says something that
/// cannot be.
pub(crate) fn faulty(file: String, reason: String) -> ContentError {
    ContentError::Faulty {
        file,
        line: 0,
        reason,
    }
}
