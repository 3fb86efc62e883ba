//! The facts of a platform against each other.

use super::content_set::ContentSet;
use super::diagnostic::Code;
use super::document::{Document, items};
use super::read::Read;
use super::report::Report;
use crate::catalogue::facts::Facts;
use crate::content::files::{facts_path, is_tag};
use crate::language::Language;

pub(super) fn check(content: &ContentSet<'_>, read: &Read, report: &mut Report) {
    for id in content.platforms() {
        if let (Some(document), Some(facts)) = (content.get(&facts_path(id)), read.facts.get(id)) {
            consistent(document, facts, report);
            covered(document, facts, content, report);
            labels(document, facts, content, report);
        }
    }
}

fn consistent(document: &Document<'_>, facts: &Facts, report: &mut Report) {
    for (key, fault) in facts.faults() {
        let (span, help) = (
            document.key_span(&[key]),
            "see docs/content.md for what each kind has",
        );
        report.add(document, span, Code::Contradiction, fault, help);
    }
    if facts.sources.is_empty() {
        report.add(
            document,
            document.key_span(&["sources"]),
            Code::NoSource,
            "these facts name no public source",
            "add a `[[sources]]` for each: the program shows them",
        );
    }
    let addresses = ["address", "fallback"].map(|key| items(document.get(&[key])));
    for address in addresses.into_iter().flatten() {
        let sources = address
            .get_ref()
            .as_table()
            .and_then(|table| table.get("sources"));
        let none = sources.filter(|sources| {
            sources
                .get_ref()
                .as_integer()
                .is_some_and(|number| number.as_str() == "0")
        });
        if let Some(sources) = none {
            report.add(
                document,
                sources.span(),
                Code::NoSource,
                "no public source documents this address",
                "find one, or remove the address",
            );
        }
    }
}

/// The platform whose refusal holds here too is one there is.
fn covered(document: &Document<'_>, facts: &Facts, content: &ContentSet<'_>, report: &mut Report) {
    if let Some(by) = &facts.covered_by
        && content.has(&facts_path(by)).is_none()
    {
        report.add(
            document,
            document.key_span(&["covered_by"]),
            Code::Contradiction,
            format!("there are no facts of `{by}`"),
            "name a platform by its id",
        );
    }
}

/// Notes the languages in which the platform's own words are not known.
fn labels(document: &Document<'_>, facts: &Facts, content: &ContentSet<'_>, report: &mut Report) {
    let table = document.get(&["labels"]);
    for (tag, _) in table
        .and_then(|table| table.get_ref().as_table())
        .into_iter()
        .flatten()
    {
        if !is_tag(tag.get_ref()) {
            report.add(
                document,
                tag.span(),
                Code::UnknownKey,
                format!("`{}` is not the abbreviation of a language", tag.get_ref()),
                "write the abbreviation of the language: `fr`, `de`, `it`, `en`",
            );
        }
    }
    if facts.labels.is_empty() {
        return;
    }
    let is_known = |language| facts.labels(std::slice::from_ref(language)).is_some();
    let missing: Vec<_> = content
        .languages()
        .iter()
        // Where a language is added, platforms seldom speak it: others stand in.
        .filter(|language| language.is_built_in() && !is_known(language))
        .map(ToString::to_string)
        .collect();
    if !missing.is_empty() {
        let instead = if facts.labels.contains_key(&Language::english()) {
            "the English ones are shown"
        } else {
            "none are shown"
        };
        report.add(
            document,
            document.key_span(&["labels"]),
            Code::MissingLabel,
            format!(
                "the labels are not known in {}: {instead}",
                missing.join(", ")
            ),
            format!(
                "add `[labels.{}]` once a public source quotes them word for word",
                missing[0]
            ),
        );
    }
}
