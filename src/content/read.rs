//! From a file of the content to a value.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::DeTable;

use super::error::{ContentError, faulty};
use super::lazy;
use super::source::Source;
use super::typed::{self, Fault, Mismatch};
use crate::guard::{Panicked, guard};
use crate::handwritten::line_of;

/// Reads a file of the content, and hands its path back for messages.
pub(crate) fn read<T: DeserializeOwned>(
    source: &Source,
    path: &str,
) -> Result<(String, T), ContentError> {
    let read = match source.built_in_file(path) {
        Some(text) => lazy::from_parts(text),
        None => {
            let tree = tree(source, path)?;
            guard(path, |_| typed::from_tree(tree)).map_err(|panicked| unread(path, panicked))?
        }
    };
    match read {
        Ok(value) => Ok((path.to_owned(), value)),
        Err(mismatch) => Err(mismatched(source, path.to_owned(), mismatch)),
    }
}

/// A file as a tree that knows where in the file each of its values stands.
pub(crate) fn tree<'a>(
    source: &'a Source,
    path: &str,
) -> Result<Spanned<DeTable<'a>>, ContentError> {
    match source.file(path) {
        Some(text) => parse(text, path),
        None => Err(faulty(path.to_owned(), "this file is missing".to_owned())),
    }
}

/// Reads `text`, the file named `name`, which need not be one of the content.
pub(crate) fn read_text_as<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, ContentError> {
    let tree = parse(text, name)?;
    let read =
        guard(text, |_| typed::from_tree(tree)).map_err(|panicked| unread(name, panicked))?;
    read.map_err(|mismatch| {
        let Fault { span, reason } = mismatch.into_fault();
        ContentError::Faulty {
            file: name.to_owned(),
            line: span.map_or(0, |span| line_of(text, span.start)),
            reason,
        }
    })
}

/// The tree of the text of the file `path`.
pub(crate) fn parse<'a>(text: &'a str, path: &str) -> Result<Spanned<DeTable<'a>>, ContentError> {
    let parsed = guard(text, DeTable::parse).map_err(|panicked| unread(path, panicked))?;
    parsed.map_err(|error| ContentError::Faulty {
        file: path.to_owned(),
        line: error.span().map_or(0, |span| line_of(text, span.start)),
        reason: error.message().to_owned(),
    })
}

/// That the file is not what it is read as.
pub(crate) fn mismatched(source: &Source, file: String, mismatch: Mismatch) -> ContentError {
    let Fault { span, reason } = mismatch.into_fault();
    let line = match (source.file(&file), span) {
        (Some(text), Some(span)) => line_of(text, span.start),
        _ => 0,
    };
    ContentError::Faulty { file, line, reason }
}

/// That the reader of TOML failed at the file `path`.
pub(crate) fn unread(path: &str, _panicked: Panicked) -> ContentError {
    faulty(path.to_owned(), format!("{READER_FAILED}; {TAKE_BACK}"))
}

/// What is said of a file that a crate panicked at.
pub(crate) const READER_FAILED: &str = "the program cannot read this, by a fault of its own";

/// What to do then.
pub(crate) const TAKE_BACK: &str = "take back the last change to the file, and report it";

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::guard::planted::PANIC;

    #[test]
    fn a_file_that_its_reader_panics_at_is_named() {
        let read: Result<BTreeMap<String, String>, _> =
            read_text_as("plan.toml", &format!("# {PANIC}\nx = \"y\"\n"));
        let error = read.expect_err("it panics").to_string();
        assert_eq!(error, format!("plan.toml: {READER_FAILED}; {TAKE_BACK}"));
    }
}
