//! Placeholders of the program's words, which their types know, and what to do about
//! one that is not known.

use std::ops::Range;

use super::diagnostic::Code;
use super::document::{Document, Entry};
use super::names::nearest;
use super::report::Report;
use crate::content::files::{FileKind, WordsFile};
use crate::content::template::places;

/// A text of the program that its type refuses, with the type's reason.
pub(super) fn typed(
    document: &Document<'_>,
    text: &str,
    span: Range<usize>,
    reason: &str,
    report: &mut Report,
) {
    // The facts know what prose may quote, and say it with more care.
    if matches!(document.kind, FileKind::Words(_, WordsFile::Prose(_))) {
        return;
    }
    let entry = Entry::new(String::new(), text, span.clone(), document.text);
    let named = places(text).find_map(|place| {
        let name = place.name?;
        let quoted = format!("`{{{name}}}`");
        reason.starts_with(&quoted).then_some((place.span, name))
    });
    let (span, help) = match named {
        Some((part, name)) => {
            // The reason lists the names there are, each in braces and backquotes.
            let known = reason.split("`{").skip(2);
            let known = known.filter_map(|rest| rest.split_once('}').map(|(name, _)| name));
            (entry.within(part), meant(name, known))
        }
        None if reason.contains("brace") => {
            let part = places(text).find(|place| place.name.is_none());
            let part = part.map_or(0..0, |place| place.span);
            (entry.within(part), BRACE.to_owned())
        }
        None => (
            span,
            "put it where the name or the number is to stand, as French does".to_owned(),
        ),
    };
    report.add(document, span, Code::Placeholder, reason, help);
}

pub(super) const BRACE: &str = "put the name between two braces, as in `{name}`";

/// What to do about a placeholder that is none of those known.
pub(super) fn meant<'a>(given: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<_> = known.collect();
    match nearest(given, known.iter().copied()) {
        Some(near) => format!("did you mean `{{{near}}}`?"),
        None if known.is_empty() => "write the words themselves".to_owned(),
        None => {
            let known: Vec<_> = known.iter().map(|name| format!("`{{{name}}}`")).collect();
            format!("write one of these: {}", known.join(", "))
        }
    }
}
