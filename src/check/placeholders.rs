//! Placeholders: those of the program's words are known to their types, those
//! of prose to the facts.

use std::ops::Range;

use super::diagnostic::Code;
use super::document::{Document, Entry, Role, Words};
use super::names::nearest;
use super::{Content, Read, Report};
use crate::catalogue::quotes::Quotes;

/// A text of the program that its type refuses, with the type's reason.
pub(super) fn typed(
    document: &Document<'_>,
    text: &str,
    span: Range<usize>,
    reason: &str,
    report: &mut Report,
) {
    // The facts know what prose may quote, and say it with more care.
    if matches!(document.role, Role::Words(_, Words::Prose(_))) {
        return;
    }
    let entry = Entry::new(String::new(), text, span.clone(), document.text);
    let named = places(text).into_iter().find_map(|place| {
        let name = place.name.ok()?;
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
            let part = places(text).into_iter().find(|place| place.name.is_err());
            let part = part.map_or(0..0, |place| place.span);
            (entry.within(part), BRACE.to_owned())
        }
        None => (
            span,
            "put it where the value is to stand; French shows where it does".to_owned(),
        ),
    };
    report.add(document, span, Code::Placeholder, reason, help);
}

const BRACE: &str = "a value is named between two braces, as in `{name}`";

fn meant<'a>(given: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<_> = known.collect();
    match nearest(given, known.iter().copied()) {
        Some(near) => format!("did you mean `{{{near}}}`?"),
        None if known.is_empty() => "write the words themselves".to_owned(),
        None => {
            let known: Vec<_> = known.iter().map(|name| format!("`{{{name}}}`")).collect();
            format!("known here: {}", known.join(", "))
        }
    }
}

/// A stretch between braces, or a brace without partner.
pub(super) struct Place<'a> {
    pub(super) span: Range<usize>,
    pub(super) name: Result<&'a str, ()>,
}

/// The placeholders of a text.
pub(super) fn places(text: &str) -> Vec<Place<'_>> {
    let mut places = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find(['{', '}']) {
        let open = from + open;
        let close = text[open + 1..].find(['{', '}']).map(|end| open + 1 + end);
        let place = match close {
            Some(close) if text[open..].starts_with('{') && text[close..].starts_with('}') => {
                Place {
                    span: open..close + 1,
                    name: Ok(&text[open + 1..close]),
                }
            }
            _ => Place {
                span: open..open + 1,
                name: Err(()),
            },
        };
        from = place.span.end;
        places.push(place);
    }
    places
}

/// Looks through the prose of the platforms.
pub(super) fn check(content: &Content<'_>, read: &Read, report: &mut Report) {
    for id in content.platforms() {
        let Some(facts_file) = content.get(&format!("platforms/{id}.toml")) else {
            continue;
        };
        // Without facts, nobody knows.
        let facts = read.facts.get(id);
        for language in content.languages() {
            let Some(prose) = content.get(&format!("{language}/platforms/{id}.toml")) else {
                continue;
            };
            let quotes = facts.map(|facts| Quotes::new(facts, &content.label_languages(&language)));
            if prose.given {
                prose_itself(prose, quotes.as_ref(), report);
            } else if let Some(quotes) = quotes {
                labels_for(prose, &quotes, facts_file, report);
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
        let names = places(entry.text)
            .into_iter()
            .filter_map(|place| place.name.ok());
        for name in names.filter(|name| !is_known(quotes, name)) {
            report.add(
                facts_file,
                facts_file.key_span(&["labels"]),
                Code::Placeholder,
                format!("`{{{name}}}` stands for nothing in {}", prose.path),
                "keep the label, or write this prose too",
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
            let Ok(name) = place.name else {
                let message = "this brace has no partner";
                report.add(document, span, Code::Placeholder, message, BRACE);
                continue;
            };
            if plain {
                report.add(
                    document,
                    span,
                    Code::Placeholder,
                    format!("`{{{name}}}`: no placeholder can stand in this text"),
                    "write the words themselves",
                );
            } else if let Some(quotes) = quotes.filter(|quotes| !is_known(quotes, name)) {
                report.add(
                    document,
                    span,
                    Code::Placeholder,
                    format!("`{{{name}}}` stands for nothing: the facts have no such label"),
                    meant(name, quotes.names().iter().map(String::as_str)),
                );
            }
        }
    }
}
