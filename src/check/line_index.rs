//! Where the lines of a text begin, so that a place in it can be shown.

use std::cell::Cell;
use std::ops::Range;

use super::diagnostic::{Code, Diagnostic, visible};
use crate::inert::hidden;

/// How much of a long line is shown, in bytes before and after the fault's
/// beginning.
const SHOWN: (usize, usize) = (200, 400);

/// The last beginning of a character at or before a place.
fn boundary(text: &str, place: usize) -> usize {
    let place = place.min(text.len());
    (0..=place)
        .rfind(|place| text.is_char_boundary(*place))
        .unwrap_or(0)
}

/// A character as it can be shown: a sign in the place of what is hidden.
fn shown(c: char) -> char {
    match hidden(c) {
        Some(_) if c != '\t' => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

/// How long a text is in bytes, once it can be shown.
fn shown_length(text: &str) -> usize {
    text.chars().map(|c| shown(c).len_utf8()).sum()
}

/// Where the lines of a text begin.
#[derive(Debug)]
pub(super) struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// The last place asked for, and its column.
    last: Cell<(usize, usize)>,
}

impl<'a> LineIndex<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let after = text.match_indices('\n').map(|(place, _)| place + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(after).collect(),
            last: Cell::new((0, 1)),
        }
    }

    /// The line of a place in the text, from 1.
    pub(super) fn line(&self, place: usize) -> usize {
        self.starts.partition_point(|first| *first <= place)
    }

    /// The column of a place, in characters from 1. Faults come mostly in order:
    /// in a line of a million characters, each is counted on from the last.
    fn column(&self, first: usize, place: usize) -> usize {
        let (known, column) = match self.last.get() {
            (known, column) if (first..=place).contains(&known) => (known, column),
            _ => (first, 1),
        };
        let column = column + self.text[known..place].chars().count();
        self.last.set((place, column));
        column
    }

    /// A fault at a stretch of the text.
    pub(super) fn diagnostic(
        &self,
        code: Code,
        file: &str,
        span: Range<usize>,
        message: String,
        help: String,
    ) -> Diagnostic {
        let start = boundary(self.text, span.start);
        let line = self.line(start);
        let first = self.starts[line - 1];
        let next = self.starts.get(line).copied().unwrap_or(self.text.len());
        let whole = self.text[first..next].trim_end_matches(['\n', '\r']);
        let before = &self.text[first..start];
        let (from, to) = if whole.len() <= SHOWN.0 + SHOWN.1 {
            (0, whole.len())
        } else {
            let from = before.len().saturating_sub(SHOWN.0);
            let to = before.len() + SHOWN.1;
            (boundary(whole, from), boundary(whole, to))
        };
        let source = &whole[from..to];
        let at = (before.len().saturating_sub(from)).min(source.len());
        let length = span.end.saturating_sub(start).max(1);
        let end = (at + length..source.len())
            .find(|end| source.is_char_boundary(*end))
            .unwrap_or(source.len());
        Diagnostic {
            code,
            file: visible(file),
            line,
            column: self.column(first, start),
            // Where something hidden stands is shown, and the columns stay.
            source: source.chars().map(shown).collect(),
            span: shown_length(&source[..at])..shown_length(&source[..end]),
            message,
            help,
        }
    }
}
