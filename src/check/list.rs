//! The list: what it names is there, and has a name in every language.

use super::diagnostic::Code;
use super::document::{Document, Role, Words, items, text};
use super::names::{did_you_mean, nearest, unmatched};
use super::{Content, Order, Read, Report};
use crate::content::files::facts_path;

/// Holds the list against what it lists, and against what its groups and
/// platforms are called.
pub(super) fn check(content: &Content<'_>, read: &Read, report: &mut Report) {
    let (Some(document), Some(order)) = (content.get("catalogue.toml"), &read.order) else {
        return;
    };
    listed(document, order, content, report);
    let interface = |role: &Role<'_>, given: bool| {
        matches!(role, Role::Words(_, Words::Interface)) && (given || document.given)
    };
    for words in content.those(interface) {
        groups(document, words, report);
        platforms(words, content, report);
    }
    for id in content.platforms() {
        if let Some(facts) = content.get(&facts_path(id)) {
            not_listed(facts, id, order, report);
        }
    }
}

/// What is listed has facts, and stands in a group.
fn listed(document: &Document<'_>, order: &Order, content: &Content<'_>, report: &mut Report) {
    let groups = items(document.get(&["group"])).filter_map(|group| group.get_ref().as_table());
    for id in groups.flat_map(|group| items(group.get("platforms"))) {
        let Some(name) = text(Some(id)) else {
            continue;
        };
        if content.has(&facts_path(name)).is_none() {
            let unlisted = content.ids().filter(|id| !order.lists(id));
            let write = format!("write `platforms/{name}.toml`, or take it off the list");
            report.add(
                document,
                id.span(),
                Code::FactsMissing,
                format!("there are no facts of `{name}`"),
                did_you_mean(nearest(name, unlisted), write),
            );
        }
    }
    if order.is_empty() {
        report.add(
            document,
            document.key_span(&["group"]),
            Code::Contradiction,
            "no platform is listed",
            "name at least one in a group",
        );
    }
    for id in items(document.get(&["first_five"])) {
        if let Some(name) = text(Some(id)).filter(|name| !order.lists(name)) {
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

/// Every group has a name, and there are no other names of groups.
fn groups(document: &Document<'_>, words: &Document<'_>, report: &mut Report) {
    let Role::Words(language, _) = &words.role else {
        return;
    };
    let groups = items(document.get(&["group"])).filter_map(|group| group.get_ref().as_table());
    let groups: Vec<_> = groups.filter_map(|group| group.get("id")).collect();
    let ids: Vec<_> = groups.iter().filter_map(|id| text(Some(id))).collect();
    // Without the table, the types say so.
    let Some(table) = words.get(&["groups"]) else {
        return;
    };
    let names = unmatched(Some(table), &ids);
    for id in names.missing {
        // Told where somebody can mend it.
        let (document, span) = if words.given {
            (words, words.key_span(&["groups"]))
        } else {
            let group = groups.iter().find(|group| text(Some(group)) == Some(id));
            (document, group.map_or(0..0, |group| group.span()))
        };
        report.add(
            document,
            span,
            Code::MissingText,
            format!("the group `{id}` has no name in `{language}`"),
            format!("add `{id} = \"…\"` to `[groups]` of {language}/interface.toml"),
        );
    }
    for (span, key, meant) in names.unknown {
        report.add(
            words,
            span,
            Code::ProseWithoutFacts,
            format!("`{key}` is no group of the list"),
            did_you_mean(meant, "add it to catalogue.toml, or remove it here"),
        );
    }
}

/// What a language calls a platform is the name of one.
fn platforms(words: &Document<'_>, content: &Content<'_>, report: &mut Report) {
    let ids: Vec<_> = content.ids().collect();
    for (span, key, meant) in unmatched(words.get(&["names"]), &ids).unknown {
        report.add(
            words,
            span,
            Code::ProseWithoutFacts,
            format!("`{key}` is no platform"),
            did_you_mean(meant, "name a platform by its id, or remove it"),
        );
    }
}

fn not_listed(facts: &Document<'_>, id: &str, order: &Order, report: &mut Report) {
    if !order.lists(id) {
        report.add(
            facts,
            facts.key_span(&[]),
            Code::NotListed,
            format!("`{id}` is not on the list, so that nobody sees it"),
            "add it to a group of catalogue.toml",
        );
    }
}
