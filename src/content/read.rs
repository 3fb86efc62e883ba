//! From a file of the content to a value.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::DeTable;

use super::error::{ContentError, faulty, line_of};
use super::lazy;
use super::source::Source;
use super::typed::{self, Mismatch};

/// Reads a file of the content, and hands its path back for messages.
pub(crate) fn read<T: DeserializeOwned>(
    source: &Source,
    path: &str,
) -> Result<(String, T), ContentError> {
    let read = match source.built_in_file(path) {
        Some(text) => lazy::from_parts(text),
        None => typed::from_tree(tree(source, path)?),
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
    typed::from_tree(tree).map_err(|mismatch| ContentError::Faulty {
        file: name.to_owned(),
        line: mismatch.span.map_or(0, |span| line_of(text, span.start)),
        reason: mismatch.reason,
    })
}

/// The tree of the text of the file `path`.
pub(crate) fn parse<'a>(text: &'a str, path: &str) -> Result<Spanned<DeTable<'a>>, ContentError> {
    DeTable::parse(text).map_err(|error| ContentError::Faulty {
        file: path.to_owned(),
        line: error.span().map_or(0, |span| line_of(text, span.start)),
        reason: error.message().to_owned(),
    })
}

/// That the file is not what it is read as.
pub(crate) fn mismatched(source: &Source, file: String, mismatch: Mismatch) -> ContentError {
    let line = match (source.file(&file), mismatch.span) {
        (Some(text), Some(span)) => line_of(text, span.start),
        _ => 0,
    };
    ContentError::Faulty {
        file,
        line,
        reason: mismatch.reason,
    }
}
