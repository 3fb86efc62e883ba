//! A file of the content as a tree that knows where each part stands.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::diagnostic::{Code, Diagnostic};
use super::line_index::LineIndex;
use super::recovery::{Repair, Repaired};
use crate::content::files::FileKind;
use crate::content::typed::{Mismatch, from_value};
use crate::language::Language;

/// A file of the content.
#[derive(Debug)]
pub(super) struct Document<'a> {
    pub(super) path: &'a str,
    pub(super) kind: FileKind<'a>,
    /// The text; where it was not TOML, as it was meant.
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
    /// What had to be repaired.
    pub(super) repairs: &'a [Repair],
    /// The lines as they were written.
    lines: LineIndex<'a>,
}

impl<'a> Document<'a> {
    /// The file at `path`, which says `text`, or was meant to say what `repaired` does.
    pub(super) fn new(
        path: &'a str,
        written: &'a str,
        given: bool,
        repaired: Option<&'a Repaired>,
    ) -> Self {
        #[cfg(test)]
        crate::guard::planted::go_off_in(written.as_bytes());
        let text = repaired.map_or(written, |repaired| &repaired.text);
        let (table, syntax) = DeTable::parse_recoverable(text);
        let span = table.span();
        let lines = LineIndex::new(written);
        let unread = syntax.iter().filter(|error| !is_duplicate_key(error));
        let unread = unread.map(|error| lines.line(error.span().map_or(0, |span| span.start)));
        let unread: BTreeSet<_> = unread.collect();
        Self {
            path,
            kind: FileKind::of(path),
            text,
            given,
            root: Spanned::new(span, DeValue::Table(table.into_inner())),
            broken: !unread.is_empty() || repaired.is_some_and(|repaired| repaired.is_partial),
            unread,
            syntax,
            repairs: repaired.map_or(&[], |repaired| &repaired.repairs),
            lines,
        }
    }

    /// The language of its words.
    pub(super) fn language(&self) -> Option<Language> {
        match self.kind {
            FileKind::Words(tag, _) => Some(Language::new(tag)),
            _ => None,
        }
    }

    /// Whether the line of a place could not be read.
    pub(super) fn is_unread(&self, place: usize) -> bool {
        !self.unread.is_empty() && self.unread.contains(&self.line(place))
    }

    /// What it says, as a `T`.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Result<T, Mismatch> {
        from_value(&self.root)
    }

    /// Whether it is one of a language that somebody added, which may still lack
    /// texts.
    pub(super) fn is_partial(&self) -> bool {
        self.language()
            .is_some_and(|language| !language.is_built_in())
    }

    pub(super) fn diagnostic(
        &self,
        code: Code,
        span: Range<usize>,
        message: String,
        help: String,
    ) -> Diagnostic {
        self.lines.diagnostic(code, self.path, span, message, help)
    }

    /// The line of a place in the text, from 1.
    pub(super) fn line(&self, place: usize) -> usize {
        self.lines.line(place)
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
