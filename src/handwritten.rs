//! TOML that people write by hand: read, and where in it something stands that cannot be
//! used, and what.

use memchr::memchr_iter;
use toml_edit::{Document, Item};

use crate::guard::guard;

/// Reads a text as TOML.
///
/// # Errors
/// If it is none, or its reader panics at it: with the line, from 1, where that shows.
pub fn parse(text: &str) -> Result<Document<&str>, usize> {
    let parsed = guard(text, Document::parse).map_err(|_| 1_usize)?;
    parsed.map_err(|error| line_of(text, error.span().map_or(0, |span| span.start)))
}

/// The line, from 1, of the byte at `place`; of one behind the text, the last. Who asks
/// for many in one text keeps its [`Lines`].
#[must_use]
pub fn line_of(text: &(impl AsRef<[u8]> + ?Sized), place: usize) -> usize {
    Lines::of(text).at(place)
}

/// Where the lines of a text end.
#[derive(Debug)]
pub struct Lines(Vec<usize>);

impl Lines {
    /// Those of a text.
    #[must_use]
    pub fn of(text: &(impl AsRef<[u8]> + ?Sized)) -> Self {
        Self(memchr_iter(b'\n', text.as_ref()).collect())
    }

    /// The line, from 1, of the byte at `place`; of one behind the text, the last.
    #[must_use]
    pub fn at(&self, place: usize) -> usize {
        self.0.partition_point(|end| *end < place) + 1
    }
}

/// A value as somebody wrote it, without the quotation marks that TOML needs, and without
/// what is remarked beside it.
#[must_use]
pub fn as_written(item: &Item) -> String {
    match (item.as_str(), item.as_value()) {
        (Some(text), _) => text.to_owned(),
        (None, Some(value)) => value.clone().decorated("", "").to_string(),
        (None, None) => item.to_string().trim().to_owned(),
    }
}
