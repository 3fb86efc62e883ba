//! The workshop: its plans, cards and questions go together, and each has words in
//! every language.

use std::ops::Range;

use super::content_set::ContentSet;
use super::diagnostic::Code;
use super::document::Document;
use super::names::{did_you_mean, unmatched};
use super::read::Read;
use super::report::Report;
use crate::catalogue::{PlaceIn, WorkshopFacts};
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
                if !needed.contains(id) || document.is_partial() {
                    continue;
                }
                let help = format!("add `[{table}.{id}]`");
                if document.given {
                    let at = document.key_span(&[table]);
                    let message = format!("the texts on `{id}` of the workshop are missing here");
                    report.add(document, at, Code::StepWithoutProse, message, help);
                } else {
                    // It is the facts that somebody wrote: this language has built-in
                    // words alone.
                    let at = span(facts, &place_of(workshop, table, id));
                    let path = document.path;
                    let message = format!("the texts on `{id}` are missing in {path}");
                    let help = format!("{help} to a `{path}` of your own");
                    report.add(facts, at, Code::StepWithoutProse, message, help);
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

/// Where the facts have what words are missing of: the table that these stand in, and
/// their id.
fn place_of(workshop: &WorkshopFacts, table: &str, id: &str) -> Vec<PlaceIn> {
    use PlaceIn::{Item, Key};
    let found = |key: &'static str, place: Option<usize>| {
        place.map_or_else(Vec::new, |place| vec![Key(key), Item(place), Key("id")])
    };
    match table {
        "cards" => found("card", workshop.card.iter().position(|it| it.id == id)),
        "questions" => found(
            "question",
            workshop.question.iter().position(|it| it.id == id),
        ),
        "turn_to" => found(
            "turn_to",
            workshop.turn_to.iter().position(|it| it.id == id),
        ),
        _ => {
            let plans = workshop.plan.iter().enumerate();
            let mut places = plans.filter_map(|(number, plan)| {
                let place = plan.screen.iter().position(|it| it.id == id)?;
                Some(vec![
                    Key("plan"),
                    Item(number),
                    Key("screen"),
                    Item(place),
                    Key("id"),
                ])
            });
            places.next().unwrap_or_default()
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
