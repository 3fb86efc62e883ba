//! Ids, which are for ever, and therefore each of one thing only.

use std::collections::HashMap;
use std::ops::Range;

use super::diagnostic::Code;
use super::document::{Document, Role, items, text};
use super::{Content, Report};

/// What the checklist knows the steps of all walks by.
const STEPS: [&str; 12] = [
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
];

pub(super) fn check(content: &Content<'_>, report: &mut Report) {
    for document in content.given() {
        match document.role {
            Role::Catalogue => {
                let five =
                    items(document.get(&["first_five"])).map(|id| (text(Some(id)), id.span()));
                once(document, five, "platform", report);
                once(document, ids(document, "group"), "group", report);
                let listed = items(document.get(&["group"]))
                    .filter_map(|group| group.get_ref().as_table())
                    .flat_map(|group| items(group.get("platforms")))
                    .map(|id| (text(Some(id)), id.span()));
                once(document, listed, "platform", report);
            }
            Role::Story => once(document, ids(document, "page"), "page", report),
            Role::Workshop => {
                for (table, what) in [
                    ("card", "card"),
                    ("question", "question"),
                    ("turn_to", "address"),
                ] {
                    once(document, ids(document, table), what, report);
                }
            }
            Role::Facts(_) => {
                once(document, ids(document, "extra"), "second lever", report);
                for (id, span) in ids(document, "extra") {
                    if let Some(id) = id.filter(|id| STEPS.contains(id)) {
                        report.add(
                            document,
                            span,
                            Code::DuplicateId,
                            format!("`{id}` is the id of a step of every walk"),
                            "choose another, which says what this lever is for",
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
    let mut seen = HashMap::new();
    for (id, span) in ids {
        let Some(id) = id else {
            continue;
        };
        let line = document.line(span.start);
        if let Some(first) = seen.insert(id, line) {
            report.add(
                document,
                span,
                Code::DuplicateId,
                format!("the {what} `{id}` is already on line {first}"),
                "keep one of them, or give this another id",
            );
        }
    }
}
