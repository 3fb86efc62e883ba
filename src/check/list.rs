//! The list: what it names is there, and has a name in every language.

use toml::Spanned;

use super::content_set::ContentSet;
use super::diagnostic::Code;
use super::document::{Document, items, text};
use super::ids;
use super::names::{did_you_mean, nearest, unmatched};
use super::read::Read;
use super::report::{MOST, Report};
use crate::catalogue::order::{FORMAT, Order, OrderFault, OrderedIds};
use crate::content::files::{FileKind, ORDER, WordsFile, facts_path};

/// Compares the list with what it lists, and with what its groups and platforms
/// are called.
pub(super) fn check(content: &ContentSet<'_>, read: &Read, report: &mut Report) {
    let (Some(document), Some(order)) = (content.get(ORDER), &read.order) else {
        return;
    };
    self::order(document, order, report);
    listed(document, order, content, report);
    let interface = |kind: FileKind<'_>, given: bool| {
        matches!(kind, FileKind::Words(_, WordsFile::Interface)) && (given || document.given)
    };
    for words in content.those(interface) {
        groups(document, words, report);
        platforms(words, content, report);
    }
    let listed = order.ids();
    for id in content.platforms() {
        if !listed.contains(id)
            && let Some(facts) = content.get(&facts_path(id))
        {
            not_listed(facts, id, report);
        }
    }
}

/// What is listed has facts, and stands in a group.
fn listed(document: &Document<'_>, order: &Order, content: &ContentSet<'_>, report: &mut Report) {
    let groups = items(document.get(&["group"])).filter_map(|group| group.get_ref().as_table());
    let ids = groups.flat_map(|group| items(group.get("platforms")));
    let named = ids.filter_map(|id| Some((id, text(Some(id))?)));
    let lost = named.filter(|(_, name)| content.has(&facts_path(name)).is_none());
    let mut unlisted = None;
    // More are not shown of a file.
    for (id, name) in lost.take(MOST) {
        let unlisted: &Vec<_> = unlisted.get_or_insert_with(|| {
            let listed = order.ids();
            content.ids().filter(|id| !listed.contains(id)).collect()
        });
        let write = format!("write `platforms/{name}.toml`, or take it off the list");
        report.add(
            document,
            id.span(),
            Code::FactsMissing,
            format!("there are no facts of `{name}`"),
            did_you_mean(nearest(name, unlisted.iter().copied()), write),
        );
    }
}

/// What is wrong with the list itself.
fn order(document: &Document<'_>, order: &Order, report: &mut Report) {
    let first_five: Vec<_> = items(document.get(&["first_five"])).collect();
    let groups = items(document.get(&["group"])).filter_map(|group| group.get_ref().as_table());
    let groups: Vec<_> = groups.collect();
    let names: Vec<_> = groups.iter().filter_map(|group| group.get("id")).collect();
    let listed: Vec<_> = groups
        .iter()
        .flat_map(|group| items(group.get("platforms")))
        .collect();
    for fault in order.faults() {
        let (code, span, help) = match fault {
            OrderFault::Twice {
                id,
                of,
                first,
                again,
            } => {
                let (what, places) = match of {
                    OrderedIds::FirstFive => ("platform", &first_five),
                    OrderedIds::Groups => ("group", &names),
                    OrderedIds::Listed => ("platform", &listed),
                };
                let (first, again) = (places[first].span(), places[again].span());
                ids::twice(document, (what, id), first, again, report);
                continue;
            }
            OrderFault::Format(_) => (
                Code::WrongValue,
                document.get(&["format"]).map_or(0..0, Spanned::span),
                format!(
                    "write `format = {FORMAT}`, or use the version of the program that reads this"
                ),
            ),
            OrderFault::Empty => (
                Code::Contradiction,
                document.key_span(&["group"]),
                "write the id of at least one platform in a group".to_owned(),
            ),
            OrderFault::InNoGroup { place, .. } => (
                Code::Contradiction,
                first_five[place].span(),
                "add it to the group it belongs to".to_owned(),
            ),
        };
        report.add(document, span, code, fault.to_string(), help);
    }
}

/// Every group has a name, and there are no other names of groups.
fn groups(document: &Document<'_>, words: &Document<'_>, report: &mut Report) {
    let FileKind::Words(language, _) = words.kind else {
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
        // Reported where somebody can mend it.
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
            format!("`{key}` is not a group of the list"),
            did_you_mean(meant, "add it to catalogue.toml, or remove it here"),
        );
    }
}

/// What a language calls a platform is the name of one.
fn platforms(words: &Document<'_>, content: &ContentSet<'_>, report: &mut Report) {
    let ids: Vec<_> = content.ids().collect();
    for (span, key, meant) in unmatched(words.get(&["names"]), &ids).unknown {
        report.add(
            words,
            span,
            Code::ProseWithoutFacts,
            format!("`{key}` is not a platform"),
            did_you_mean(meant, "name a platform by its id, or remove it"),
        );
    }
}

fn not_listed(facts: &Document<'_>, id: &str, report: &mut Report) {
    report.add(
        facts,
        facts.key_span(&[]),
        Code::NotListed,
        format!("`{id}` is not on the list: nobody sees it"),
        "add it to a group of catalogue.toml",
    );
}
