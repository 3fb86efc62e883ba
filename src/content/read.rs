//! From a file of the content to a value.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::DeTable;

use super::error::{ContentError, faulty, line_of};
use super::source::{Content, Source};
use super::typed::{self, Mismatch};

/// Reads a file of the content, and hands its path back for messages.
pub(crate) fn read<T: DeserializeOwned>(
    source: &Source,
    path: &str,
) -> Result<(String, T), ContentError> {
    let Some(text) = source.file(path) else {
        return Err(faulty(path.to_owned(), "this file is missing".to_owned()));
    };
    let read = match text {
        Content::Toml(text) => typed::from_tree(&parse(text, path)?),
        Content::Json(text) => typed::from_json(text),
    };
    match read {
        Ok(value) => Ok((path.to_owned(), value)),
        Err(mismatch) => Err(mismatched(source, path.to_owned(), mismatch)),
    }
}

/// Reads `text`, the file named `name`, which need not be one of the content.
pub(crate) fn read_text_as<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, ContentError> {
    let tree = parse(text, name)?;
    typed::from_tree(&tree).map_err(|mismatch| ContentError::Faulty {
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

/// That the file is not what it is read as. The lines of what was compiled in are
/// gone: the tests find such faults.
pub(crate) fn mismatched(source: &Source, file: String, mismatch: Mismatch) -> ContentError {
    let line = match (source.file(&file), mismatch.span) {
        (Some(Content::Toml(text)), Some(span)) => line_of(text, span.start),
        _ => 0,
    };
    ContentError::Faulty {
        file,
        line,
        reason: mismatch.reason,
    }
}
