//! The platform's own words that prose quotes: the facts have to know them, and have no
//! others.

use std::collections::BTreeSet;

use super::content_set::ContentSet;
use super::diagnostic::Code;
use super::document::Document;
use super::placeholders::{BRACE, meant};
use super::read::Read;
use super::report::Report;
use crate::catalogue::facts::Facts;
use crate::catalogue::quotes::Quotes;
use crate::content::files::{facts_path, prose_path};
use crate::content::template::places;

/// Looks through the prose of the platforms.
pub(super) fn check(content: &ContentSet<'_>, read: &Read, report: &mut Report) {
    for id in content.platforms() {
        let Some(facts_file) = content.get(&facts_path(id)) else {
            continue;
        };
        // Without facts, nobody knows.
        let facts = read.facts.get(id);
        let mut names_quoted = BTreeSet::new();
        for language in content.languages() {
            let Some(prose) = content.get(&prose_path(language, id)) else {
                continue;
            };
            let strings = prose.strings();
            let names = strings.iter().flat_map(|entry| places(entry.text));
            names_quoted.extend(names.filter_map(|place| place.name?.strip_prefix("label.")));
            let quotes = facts.map(|facts| Quotes::new(facts, &content.label_languages(language)));
            if prose.given {
                prose_itself(prose, quotes.as_ref(), report);
            } else if let Some(quotes) = quotes {
                labels_for(prose, &quotes, facts_file, report);
            }
        }
        if let Some(facts) = facts {
            unused(facts, &names_quoted, facts_file, report);
        }
    }
}

/// Words that stand in the facts for no text.
fn unused(facts: &Facts, quoted: &BTreeSet<&str>, file: &Document<'_>, report: &mut Report) {
    for (language, labels) in &facts.labels {
        for name in labels.words.keys() {
            if !quoted.contains(name.as_str()) {
                report.add(
                    file,
                    file.key_span(&["labels", language.tag(), "words", name]),
                    Code::UnusedLabel,
                    format!("no text quotes `{{label.{name}}}`"),
                    "quote the word where it helps to find it, or remove it here",
                );
            }
        }
    }
}

fn is_known(quotes: &Quotes, name: &str) -> bool {
    quotes.names().iter().any(|known| known == name)
}

/// Built-in prose and facts of somebody's own: these have to name what it quotes.
fn labels_for(
    prose: &Document<'_>,
    quotes: &Quotes,
    facts_file: &Document<'_>,
    report: &mut Report,
) {
    for entry in prose.strings() {
        let names = places(entry.text).filter_map(|place| place.name);
        for name in names.filter(|name| !is_known(quotes, name)) {
            report.add(
                facts_file,
                facts_file.key_span(&["labels"]),
                Code::Placeholder,
                format!("`{{{name}}}` is filled with a label in {}, and this file has none of that name", prose.path),
                "keep the label, or write those texts too",
            );
        }
    }
}

fn prose_itself(document: &Document<'_>, quotes: Option<&Quotes>, report: &mut Report) {
    for entry in document.strings() {
        // These are shown where no facts are at hand.
        let plain = ["summary", "title"].contains(&entry.name());
        for place in places(entry.text) {
            let span = entry.within(place.span);
            let Some(name) = place.name else {
                let message = "here is one brace without the other";
                report.add(document, span, Code::Placeholder, message, BRACE);
                continue;
            };
            if plain {
                report.add(
                    document,
                    span,
                    Code::Placeholder,
                    format!("`{{{name}}}`: in this text, nothing is filled in between braces"),
                    "write the words themselves",
                );
            } else if let Some(quotes) = quotes.filter(|quotes| !is_known(quotes, name)) {
                report.add(
                    document,
                    span,
                    Code::Placeholder,
                    format!("`{{{name}}}` cannot be filled in: the facts of this platform have no such label"),
                    meant(name, quotes.names().iter().map(String::as_str)),
                );
            }
        }
    }
}
