//! Where a takeaway goes: to standard output, or into a file that is there whole or
//! not at all, and that its owner alone can read.

use std::io;
use std::path::PathBuf;

use crate::inert;
use crate::outside::files::{self, PathKind};
use crate::outside::replace::{self, Readers};
use crate::outside::streams;
use crate::problem::{self, Problem};
use crate::words::{Given, Interface, PathReason, reason};

/// By which some programs know UTF-8.
const MARK: &str = "\u{feff}";

/// Where a takeaway goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Output {
    /// To standard output.
    Standard,
    /// Into a file.
    File {
        /// Its path.
        path: PathBuf,
        /// Whether it takes the place of a file that is there already.
        force: bool,
    },
}

/// Why a takeaway could not be written. No part of a file is then there, and what was
/// there before still is.
#[derive(Debug)]
pub enum OutputError {
    /// Standard output cannot be written.
    Standard(io::Error),
    /// There is something of the file's name already.
    Exists(PathBuf),
    /// The file cannot be written.
    Unwritable(PathBuf, io::Error),
}

impl Output {
    /// Where `-o` leads to: where it is not given, or is `-`, to standard output.
    #[must_use]
    pub fn new(given: Option<PathBuf>, force: bool) -> Self {
        match given {
            Some(path) if path.as_os_str() != "-" => Self::File { path, force },
            _ => Self::Standard,
        }
    }

    /// Writes a takeaway, in which nothing is hidden but the mark that may open it. A
    /// device or a pipe is written to, and stays what it is. That nobody reads on from
    /// standard output is not an error.
    ///
    /// # Errors
    /// If it cannot be written, or a file would be replaced without being asked to.
    pub fn write(&self, text: &str) -> Result<(), OutputError> {
        let marked = text.strip_prefix(MARK);
        let mark = if marked.is_some() { MARK } else { "" };
        let text = format!("{mark}{}", inert::spelled(marked.unwrap_or(text)));
        let (path, force) = match self {
            Self::Standard => return streams::print_file(&text).map_err(OutputError::Standard),
            Self::File { path, force } => (path, *force),
        };
        let bytes = text.as_bytes();
        let written = match files::kind(path) {
            Ok(PathKind::Special) => files::write_to_device(path, bytes),
            Ok(PathKind::Folder) => Err(io::ErrorKind::IsADirectory.into()),
            _ if force => replace::replace(path, bytes, Readers::Owner),
            _ => replace::create(path, bytes, Readers::Owner),
        };
        written.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => OutputError::Exists(path.clone()),
            _ => OutputError::Unwritable(path.clone(), error),
        })
    }
}

impl OutputError {
    /// What is said of it.
    #[must_use]
    pub fn problem(&self, interface: &Interface) -> Problem {
        let words = &interface.errors;
        match self {
            Self::Standard(error) => problem::output(error, interface),
            Self::Exists(path) => {
                let given = path.display().to_string();
                Problem::failed(words.file_exists.fill(&Given { given }))
                    .hint(&*words.file_exists_hint)
            }
            Self::Unwritable(path, error) => {
                let path = path.display().to_string();
                let reason = reason(error, interface);
                Problem::failed(words.file_unwritable.fill(&PathReason { path, reason }))
                    .hint(&*words.file_unwritable_hint)
            }
        }
    }
}
