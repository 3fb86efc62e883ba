//! The workshop: its plans, cards and questions go together, and each has words in
//! every language.

use std::ops::Range;

use super::content_set::ContentSet;
use super::diagnostic::Code;
use super::document::Document;
use super::names::{did_you_mean, unmatched};
use super::read::Read;
use super::report::Report;
use crate::catalogue::PlaceIn;
use crate::content::files::{FileKind, WORKSHOP, WordsFile, facts_path};

pub(super) fn check(content: &ContentSet<'_>, read: &Read, report: &mut Report) {
    let Some(facts) = content.get(WORKSHOP).filter(|facts| !facts.broken) else {
        return;
    };
    let Some(workshop) = &read.workshop else {
        return;
    };
    if facts.given {
        for fault in workshop.faults(&|id| content.has(&facts_path(id)).is_some()) {
            let span = span(facts, &fault.place);
            let help = "see docs/content.md for what a plan holds";
            report.add(facts, span, Code::WrongValue, fault.message, help);
        }
    }
    let of_words = |kind: FileKind<'_>, given: bool| {
        matches!(kind, FileKind::Words(_, WordsFile::Workshop)) && (given || facts.given)
    };
    for document in content.those(of_words) {
        for (table, needed, known) in workshop.ids() {
            let wanted: Vec<_> = known.iter().copied().collect();
            let names = unmatched(document.get(&[table]), &wanted);
            for id in names.missing {
                if needed.contains(id) && !(document.is_partial() && document.given) {
                    let at = document.key_span(&[table]);
                    report.add(
                        document,
                        at,
                        Code::StepWithoutProse,
                        format!("`{id}` of the workshop has no words here"),
                        format!("add `[{table}.{id}]`"),
                    );
                }
            }
            for (span, key, meant) in names.unknown {
                report.add(
                    document,
                    span,
                    Code::ProseWithoutFacts,
                    format!("`{key}` is not in content/workshop.toml"),
                    did_you_mean(meant, "add it there, or remove it here"),
                );
            }
        }
    }
}

/// Where to point for a place in the file.
fn span(document: &Document<'_>, place: &[PlaceIn]) -> Range<usize> {
    let mut value = &document.root;
    let mut span = document.key_span(&[]);
    for step in place {
        let next = match step {
            PlaceIn::Key(key) => value.get_ref().as_table().and_then(|table| table.get(*key)),
            PlaceIn::Item(item) => value
                .get_ref()
                .as_array()
                .and_then(|items| items.get(*item)),
        };
        let Some(next) = next else {
            break;
        };
        value = next;
        span = value.span();
    }
    span
}
