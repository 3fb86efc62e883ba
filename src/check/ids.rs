//! Ids, which are for ever, and therefore each of one thing only.

use std::ops::Range;

use super::content_set::ContentSet;
use super::diagnostic::Code;
use super::document::{Document, items, text};
use super::report::Report;
use crate::catalogue::ids::repeated;
use crate::content::files::FileKind;

/// What the checklist knows the steps of all walks by; the last is the choice of
/// platforms.
const STEPS: [&str; 13] = [
    "what",
    "open",
    "switch",
    "path",
    "mail",
    "ask",
    "fill",
    "confirm",
    "helps",
    "alternatives",
    "place",
    "remains",
    "chosen",
];

pub(super) fn check(content: &ContentSet<'_>, report: &mut Report) {
    for document in content.given() {
        match document.kind {
            FileKind::Story => once(document, ids(document, "page"), "page", report),
            FileKind::Workshop => {
                for (table, what) in [
                    ("card", "card"),
                    ("question", "question"),
                    ("turn_to", "address"),
                ] {
                    once(document, ids(document, table), what, report);
                }
            }
            FileKind::Facts(_) => {
                once(document, ids(document, "extra"), "extra lever", report);
                for (id, span) in ids(document, "extra") {
                    if let Some(id) = id.filter(|id| STEPS.contains(id)) {
                        report.add(
                            document,
                            span,
                            Code::DuplicateId,
                            format!("`{id}` is already the name of a step that every platform has"),
                            "choose another name, which says what this lever is for",
                        );
                    }
                }
            }
            _ => {}
        }
    }
}

/// The ids of the tables in an array.
fn ids<'t>(
    document: &'t Document<'_>,
    array: &str,
) -> impl Iterator<Item = (Option<&'t str>, Range<usize>)> {
    items(document.get(&[array]))
        .filter_map(|item| item.get_ref().as_table()?.get("id"))
        .map(|id| (text(Some(id)), id.span()))
}

fn once<'t>(
    document: &Document<'_>,
    ids: impl Iterator<Item = (Option<&'t str>, Range<usize>)>,
    what: &str,
    report: &mut Report,
) {
    let ids: Vec<_> = ids.filter_map(|(id, span)| Some((id?, span))).collect();
    for (first, again) in repeated(ids.iter().map(|(id, _)| *id)) {
        let (id, span) = &ids[again];
        twice(
            document,
            (what, id),
            ids[first].1.clone(),
            span.clone(),
            report,
        );
    }
}

/// Reports that an id stands at two places.
pub(super) fn twice(
    document: &Document<'_>,
    (what, id): (&str, &str),
    first: Range<usize>,
    again: Range<usize>,
    report: &mut Report,
) {
    let line = document.line(first.start);
    report.add(
        document,
        again,
        Code::DuplicateId,
        format!("the {what} `{id}` is already on line {line}"),
        "keep one of them, or give this another id",
    );
}
