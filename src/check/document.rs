//! A file of the content as a tree that knows where each part stands.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Slot;
use super::diagnostic::{Code, Diagnostic, visible};
use super::shape::{Mended, Slip};
use crate::content::files::is_built_in;
use crate::content::typed::{Mismatch, from_value};
use crate::language::Language;

/// How much of a long line is shown, in bytes before and after the fault's
/// beginning.
const SHOWN: (usize, usize) = (200, 400);

/// What a file is for, by its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role<'a> {
    /// `catalogue.toml`.
    Catalogue,
    /// `story.toml`.
    Story,
    /// `workshop.toml`.
    Workshop,
    /// `platforms/<id>.toml`.
    Facts(&'a str),
    /// A file of words in a language.
    Words(Language, Words<'a>),
    /// Nothing reads it.
    Unknown,
}

/// A file of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Words<'a> {
    /// `interface.toml`.
    Interface,
    /// `kinds.toml`.
    Kinds,
    /// `story.toml`.
    Story,
    /// `translating.toml`.
    Translating,
    /// `workshop.toml`.
    Workshop,
    /// `platforms/<id>.toml`.
    Prose(&'a str),
}

impl<'a> Role<'a> {
    pub(super) fn of(path: &'a str) -> Self {
        let Some(name) = path.strip_suffix(".toml") else {
            return Self::Unknown;
        };
        let parts: Vec<_> = name.split('/').collect();
        let words = |tag: &str, words| {
            if super::files::is_tag(tag) {
                Self::Words(Language::new(tag), words)
            } else {
                Self::Unknown
            }
        };
        match parts[..] {
            ["catalogue"] => Self::Catalogue,
            ["story"] => Self::Story,
            ["workshop"] => Self::Workshop,
            ["platforms", id] => Self::Facts(id),
            [tag, "interface"] => words(tag, Words::Interface),
            [tag, "kinds"] => words(tag, Words::Kinds),
            [tag, "story"] => words(tag, Words::Story),
            [tag, "translating"] => words(tag, Words::Translating),
            [tag, "workshop"] => words(tag, Words::Workshop),
            [tag, "platforms", id] => words(tag, Words::Prose(id)),
            _ => Self::Unknown,
        }
    }
}

/// A file of the content.
#[derive(Debug)]
pub(super) struct Document<'a> {
    pub(super) path: &'a str,
    pub(super) role: Role<'a>,
    /// The text, with what was missing in its shape.
    pub(super) text: &'a str,
    /// Whether it is to be checked, or only there to be compared with.
    pub(super) given: bool,
    /// The root table.
    pub(super) root: Spanned<DeValue<'a>>,
    /// What is wrong with it as TOML.
    pub(super) syntax: Vec<toml::de::Error>,
    /// Whether parts of it could not be read, so that what seems to be missing
    /// may be there.
    pub(super) broken: bool,
    /// The lines that could not be read.
    unread: BTreeSet<usize>,
    mended: Option<&'a Mended>,
    /// The lines as they were written.
    lines: Lines<'a>,
}

impl<'a> Document<'a> {
    pub(super) fn new(path: &'a str, slot: &Slot<'a>) -> Self {
        let text = slot.mended.map_or(slot.text, |mended| &mended.text);
        let (table, syntax) = DeTable::parse_recoverable(text);
        let span = table.span();
        let mut document = Self {
            path,
            role: slot.role.clone(),
            text,
            given: slot.given,
            root: Spanned::new(span, DeValue::Table(table.into_inner())),
            broken: false,
            unread: BTreeSet::new(),
            syntax: Vec::new(),
            mended: slot.mended,
            lines: Lines::new(slot.text),
        };
        let unread = syntax.iter().filter(|error| !is_duplicate_key(error));
        let unread = unread.map(|error| document.line(error.span().map_or(0, |span| span.start)));
        document.unread = unread.collect();
        document.broken = !document.unread.is_empty();
        document.syntax = syntax;
        document
    }

    /// What was wrong with its shape.
    pub(super) fn slips(&self) -> &[Slip] {
        self.mended.map_or(&[], |mended| &mended.slips)
    }

    /// Whether the line of a place could not be read.
    pub(super) fn is_unread(&self, place: usize) -> bool {
        !self.unread.is_empty() && self.unread.contains(&self.line(place))
    }

    /// The place in the text as it was written.
    fn written(&self, place: usize) -> usize {
        self.mended.map_or(place, |mended| mended.written(place))
    }

    /// What it says, as a `T`.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Result<T, Mismatch> {
        from_value(&self.root)
    }

    /// Whether it is one of a language that somebody added, which may still lack
    /// texts.
    pub(super) fn is_begun(&self) -> bool {
        matches!(&self.role, Role::Words(language, _) if !is_built_in(language))
    }

    pub(super) fn diagnostic(
        &self,
        code: Code,
        span: Range<usize>,
        message: String,
        help: String,
    ) -> Diagnostic {
        let span = self.written(span.start)..self.written(span.end);
        self.lines.diagnostic(code, self.path, span, message, help)
    }

    /// The line of a place in the text, from 1.
    pub(super) fn line(&self, place: usize) -> usize {
        self.lines.line(self.written(place))
    }

    /// The value at a path of keys.
    pub(super) fn get(&self, path: &[&str]) -> Option<&Spanned<DeValue<'a>>> {
        path.iter().try_fold(&self.root, |value, key| {
            value.get_ref().as_table().and_then(|table| table.get(*key))
        })
    }

    /// Where to point for the value at a path of keys: at its key, or at the
    /// first line that says something for the file itself.
    pub(super) fn key_span(&self, path: &[&str]) -> Range<usize> {
        let Some((last, parents)) = path.split_last() else {
            let table = self.root.get_ref().as_table();
            let keys = table.into_iter().flat_map(|table| table.keys());
            let first = keys.map(Spanned::span).min_by_key(|span| span.start);
            return first.unwrap_or_else(|| first_line(self.text));
        };
        let parent = self.get(parents);
        let table = parent.and_then(|parent| parent.get_ref().as_table());
        let found = table.and_then(|table| table.get_key_value(*last));
        found.map_or_else(|| self.key_span(parents), |(key, _)| key.span())
    }

    /// All its strings, in no order.
    pub(super) fn strings(&self) -> Vec<Entry<'_>> {
        let mut found = Vec::new();
        collect("", self.text, &self.root, &mut found);
        found
    }
}

/// Whether this is what is wrong, rather than the form of the file.
pub(super) fn is_duplicate_key(error: &toml::de::Error) -> bool {
    error.message().contains("duplicate key")
}

/// A string of a file.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    /// Its path of keys and numbers, with dots.
    pub(super) key: String,
    pub(super) text: &'a str,
    /// Where it stands, with its quotes.
    pub(super) span: Range<usize>,
    /// Where its letters begin; not known where it is written with escapes.
    start: Option<usize>,
}

impl<'a> Entry<'a> {
    pub(super) fn new(key: String, text: &'a str, span: Range<usize>, file: &str) -> Self {
        let raw = file.get(span.clone()).unwrap_or_default();
        // Nearly always, it stands there as it is between two quotes.
        let between = raw.get(1..).is_some_and(|raw| raw.starts_with(text));
        let start = if between { Some(1) } else { raw.find(text) };
        Self {
            start: start.map(|start| span.start + start),
            key,
            text,
            span,
        }
    }

    /// The last key of its path.
    pub(super) fn name(&self) -> &str {
        self.key.rsplit('.').next().unwrap_or_default()
    }

    /// The place in the file of a stretch of the string. Where it is written with
    /// escapes, the whole of it.
    pub(super) fn within(&self, part: Range<usize>) -> Range<usize> {
        match self.start {
            Some(start) => start + part.start..start + part.end,
            None => self.span.clone(),
        }
    }
}

fn collect<'t>(key: &str, file: &str, value: &'t Spanned<DeValue<'_>>, found: &mut Vec<Entry<'t>>) {
    let below = |name: &str| {
        if key.is_empty() {
            name.to_owned()
        } else {
            format!("{key}.{name}")
        }
    };
    match value.get_ref() {
        DeValue::String(text) => {
            found.push(Entry::new(key.to_owned(), text, value.span(), file));
        }
        DeValue::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                collect(&below(&number.to_string()), file, item, found);
            }
        }
        DeValue::Table(table) => {
            for (name, value) in table {
                collect(&below(name.get_ref()), file, value, found);
            }
        }
        _ => {}
    }
}

/// The text of a value that is one.
pub(super) fn text<'t>(value: Option<&'t Spanned<DeValue<'_>>>) -> Option<&'t str> {
    value?.get_ref().as_str()
}

/// The items of an array, none where there is none.
pub(super) fn items<'t, 'a>(
    value: Option<&'t Spanned<DeValue<'a>>>,
) -> impl Iterator<Item = &'t Spanned<DeValue<'a>>> {
    value
        .and_then(|value| value.get_ref().as_array())
        .into_iter()
        .flat_map(|items| items.iter())
}

/// The first line that is not empty.
fn first_line(text: &str) -> Range<usize> {
    let start = text.len() - text.trim_start().len();
    let end = text[start..].find(['\r', '\n']);
    start..end.map_or(text.len(), |end| start + end)
}

/// The last beginning of a character at or before a place.
fn boundary(text: &str, place: usize) -> usize {
    let place = place.min(text.len());
    (0..=place)
        .rfind(|place| text.is_char_boundary(*place))
        .unwrap_or(0)
}

/// Where the lines of a text begin.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// The last place asked for, and its column.
    last: Cell<(usize, usize)>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let after = text.match_indices('\n').map(|(place, _)| place + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(after).collect(),
            last: Cell::new((0, 1)),
        }
    }

    /// The line of a place in the text, from 1.
    fn line(&self, place: usize) -> usize {
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
            source: source.to_owned(),
            span: at..end,
            message,
            help,
        }
    }
}
