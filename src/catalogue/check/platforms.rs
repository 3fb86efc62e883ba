//! What has to go together across files: the list, the facts, the prose of each
//! language, the story.

use toml::Spanned;

use super::diagnostic::Code;
use super::document::{Document, Role, Words, items, text};
use super::files::is_tag;
use super::{Content, Read, Report};
use crate::catalogue::facts::{Facts, Kind};
use crate::catalogue::source::is_built_in;
use crate::language::Language;

pub(super) fn check(content: &Content<'_>, read: &Read, report: &mut Report) {
    listed(content, read, report);
    story(content, report);
    for id in content.platforms() {
        let Some(document) = content.get(&facts_path(id)) else {
            continue;
        };
        not_listed(document, id, read, report);
        if let Some(facts) = read.facts.get(id) {
            consistent(document, facts, report);
            labels(document, facts, content, report);
            prose(document, id, facts, content, report);
        }
    }
    for document in content.given() {
        if let Role::Words(language, Words::Prose(id)) = &document.role
            && content.has(&facts_path(id)).is_none()
        {
            report.add(
                document,
                document.key_span(&[]),
                Code::ProseWithoutFacts,
                format!("this is about `{id}`, of which there are no facts"),
                format!("write `platforms/{id}.toml`, or name this file {language}/platforms/ID.toml by a platform’s id"),
            );
        }
    }
    untranslated(content, read, report);
}

fn facts_path(id: &str) -> String {
    format!("platforms/{id}.toml")
}

fn prose_path(language: &Language, id: &str) -> String {
    format!("{language}/platforms/{id}.toml")
}

/// Holds the list against what it lists.
fn listed(content: &Content<'_>, read: &Read, report: &mut Report) {
    let (Some(document), Some(order)) = (content.get("catalogue.toml"), &read.order) else {
        return;
    };
    let groups = items(document.get(&["group"])).filter_map(|group| group.get_ref().as_table());
    for group in groups {
        for id in items(group.get("platforms")) {
            let Some(name) = text(Some(id)) else {
                continue;
            };
            if content.has(&facts_path(name)).is_none() {
                report.add(
                    document,
                    id.span(),
                    Code::FactsMissing,
                    format!("there are no facts of `{name}`"),
                    format!("write `platforms/{name}.toml`, or take it off the list"),
                );
            }
        }
        let (Some(id), Some(value)) = (text(group.get("id")), group.get("id")) else {
            continue;
        };
        for language in content.languages() {
            let path = format!("{language}/interface.toml");
            let to_check = document.given || content.has(&path) == Some(true);
            let Some(words) = to_check.then(|| content.get(&path)).flatten() else {
                continue;
            };
            if words.get(&["groups", id]).is_none() && words.get(&["groups"]).is_some() {
                // Told where somebody can mend it.
                let (document, span) = if words.given {
                    (words, words.key_span(&["groups"]))
                } else {
                    (document, value.span())
                };
                report.add(
                    document,
                    span,
                    Code::MissingText,
                    format!("the group `{id}` has no name in `{language}`"),
                    format!("add `{id} = \"…\"` to `[groups]` of {language}/interface.toml"),
                );
            }
        }
    }
    for id in items(document.get(&["first_five"])) {
        let grouped = |name: &str| {
            order
                .group
                .iter()
                .any(|group| group.platforms.iter().any(|id| id == name))
        };
        if let Some(name) = text(Some(id)).filter(|name| !grouped(name)) {
            report.add(
                document,
                id.span(),
                Code::Contradiction,
                format!("`{name}` is in no group"),
                "add it to the group it belongs to",
            );
        }
    }
}

fn not_listed(document: &Document<'_>, id: &str, read: &Read, report: &mut Report) {
    let Some(order) = &read.order else {
        return;
    };
    if !order
        .group
        .iter()
        .any(|group| group.platforms.iter().any(|listed| listed == id))
    {
        report.add(
            document,
            document.key_span(&[]),
            Code::NotListed,
            format!("`{id}` is not on the list, so that nobody sees it"),
            "add it to a group of catalogue.toml",
        );
    }
}

/// Holds the facts against each other.
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
    for address in items(document.get(&["address"])) {
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

/// Notes the languages in which the platform's own words are not known.
fn labels(document: &Document<'_>, facts: &Facts, content: &Content<'_>, report: &mut Report) {
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
                format!("`{}` is the tag of no language", tag.get_ref()),
                "name the language by its tag: `fr`, `de`, `it`, `en`",
            );
        }
    }
    if facts.labels.is_empty() {
        return;
    }
    let missing: Vec<_> = content
        .languages()
        .iter()
        // Where a language is added, platforms seldom speak it: others stand in.
        .filter(|language| is_built_in(language) && !facts.labels.contains_key(language))
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

/// Holds the prose of each language against the facts.
fn prose(
    facts_file: &Document<'_>,
    id: &str,
    facts: &Facts,
    content: &Content<'_>,
    report: &mut Report,
) {
    let mut without = Vec::new();
    for language in content.languages() {
        let Some(prose) = content.get(&prose_path(&language, id)) else {
            without.push(language.to_string());
            continue;
        };
        // Told where somebody can mend it.
        let place = |keys: &[&str], facts_keys: &[&str]| {
            if prose.given {
                (prose, prose.key_span(keys))
            } else {
                (facts_file, facts_file.key_span(facts_keys))
            }
        };
        if let Some(key) = needed(facts.kind).filter(|key| prose.get(&[key]).is_none()) {
            let (document, span) = place(&[], &["kind"]);
            report.add(
                document,
                span,
                Code::StepWithoutProse,
                format!("the step for `{key}` has no prose in `{language}`, which this kind of platform needs"),
                format!("add `{key}` to {}", prose.path),
            );
        }
        for extra in &facts.extra {
            if prose.get(&["extra", &extra.id]).is_none() {
                let (document, span) = place(&["extra"], &["extra"]);
                report.add(
                    document,
                    span,
                    Code::StepWithoutProse,
                    format!(
                        "the second lever `{}` has no prose in `{language}`",
                        extra.id
                    ),
                    format!("add `[extra.{}]` to {}", extra.id, prose.path),
                );
            }
        }
        let told = prose
            .get(&["extra"])
            .and_then(|extra| extra.get_ref().as_table());
        for (key, _) in told.into_iter().flatten() {
            if !facts.extra.iter().any(|extra| extra.id == **key.get_ref()) {
                let (document, span) = if prose.given {
                    (prose, key.span())
                } else {
                    place(&[], &["extra"])
                };
                report.add(
                    document,
                    span,
                    Code::ProseWithoutFacts,
                    format!("`{}` is no second lever of {id}", key.get_ref()),
                    format!("add it to platforms/{id}.toml, or remove it here"),
                );
            }
        }
    }
    // What somebody added themselves; a whole language is told below.
    if !without.is_empty() && facts_file.given {
        report.add(
            facts_file,
            facts_file.key_span(&[]),
            Code::PlatformWithoutProse,
            format!("{id} has no prose in {}", without.join(", ")),
            format!(
                "write {}/platforms/{id}.toml; until then another language is shown",
                without[0]
            ),
        );
    }
}

/// The prose that a kind of platform cannot do without.
pub(super) fn needed(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Path => Some("path"),
        Kind::Email => Some("message"),
        Kind::Admin => Some("ask"),
        Kind::None => Some("helps"),
        Kind::Off => Some("place"),
        Kind::Switch | Kind::Form => None,
    }
}

/// Notes, once for each language, the platforms it says nothing about.
fn untranslated(content: &Content<'_>, read: &Read, report: &mut Report) {
    let Some(order) = &read.order else {
        return;
    };
    for language in content.languages() {
        let of_language = |document: &&Document<'_>| matches!(&document.role, Role::Words(own, _) if *own == language);
        let Some(first) = content.given().find(of_language) else {
            continue;
        };
        let without: Vec<_> = order
            .group
            .iter()
            .flat_map(|group| &group.platforms)
            .filter(|id| {
                let given = content
                    .get(&facts_path(id))
                    .is_some_and(|facts| !facts.given);
                given && content.get(&prose_path(&language, id)).is_none()
            })
            .map(String::as_str)
            .collect();
        if !without.is_empty() {
            report.add(
                first,
                first.key_span(&[]),
                Code::PlatformWithoutProse,
                format!(
                    "{} platforms have no prose in `{language}`: {}",
                    without.len(),
                    without.join(", ")
                ),
                "write them one by one; until then another language is shown",
            );
        }
    }
}

/// Holds the words of the story against its pages.
fn story(content: &Content<'_>, report: &mut Report) {
    let Some(pages) = content.get("story.toml").filter(|pages| !pages.broken) else {
        return;
    };
    let ids = || {
        items(pages.get(&["page"])).filter_map(|page| {
            let id = page.get_ref().as_table()?.get("id")?;
            Some((text(Some(id))?, id))
        })
    };
    for page in items(pages.get(&["page"])) {
        let platform = page
            .get_ref()
            .as_table()
            .and_then(|page| page.get("platform"));
        if let Some(id) = text(platform)
            && content.has(&facts_path(id)).is_none()
        {
            report.add(
                pages,
                platform.map_or(0..0, Spanned::span),
                Code::FactsMissing,
                format!("there are no facts of `{id}`"),
                "name the platform whose walk acts on this page",
            );
        }
    }
    let wanted = |role: &Role<'_>, given: bool| {
        matches!(role, Role::Words(_, Words::Story)) && (given || pages.given)
    };
    for document in content.those(wanted) {
        let Role::Words(language, _) = &document.role else {
            continue;
        };
        // Without the table, the types say so.
        let words = document.get(&["pages"]);
        let Some(words) = words.and_then(|pages| pages.get_ref().as_table()) else {
            continue;
        };
        for (id, value) in ids() {
            if !words.contains_key(id) {
                let (document, span) = if document.given {
                    (document, document.key_span(&["pages"]))
                } else {
                    (pages, value.span())
                };
                report.add(
                    document,
                    span,
                    Code::StepWithoutProse,
                    format!("the page `{id}` of the story has no words in `{language}`"),
                    format!("add `[pages.{id}]` to {language}/story.toml"),
                );
            }
        }
        for (key, _) in words {
            if !ids().any(|(id, _)| id == *key.get_ref()) {
                report.add(
                    document,
                    key.span(),
                    Code::ProseWithoutFacts,
                    format!("`{}` is no page of the story", key.get_ref()),
                    "add it to story.toml, or remove it here",
                );
            }
        }
    }
}
