//! The story: each of its pages has words in every language, and leads to a
//! platform of the list.

use toml::Spanned;

use super::content_set::ContentSet;
use super::diagnostic::Code;
use super::document::{Document, items, text};
use super::names::{did_you_mean, nearest, unmatched};
use super::read::Read;
use super::report::Report;
use crate::catalogue::order::Order;
use crate::content::files::{FileKind, ORDER, WordsFile, facts_path};

pub(super) fn check(content: &ContentSet<'_>, read: &Read, report: &mut Report) {
    let Some(pages) = content.get("story.toml").filter(|pages| !pages.broken) else {
        return;
    };
    platforms(pages, content, read.order.as_ref(), report);
    words(pages, content, report);
}

/// Where each page leads is on the list.
fn platforms(
    pages: &Document<'_>,
    content: &ContentSet<'_>,
    order: Option<&Order>,
    report: &mut Report,
) {
    let listed = order.filter(|order| !order.is_empty()).map(Order::ids);
    for page in items(pages.get(&["page"])) {
        let page = page.get_ref().as_table();
        let platform = page.and_then(|page| page.get("platform"));
        let Some(id) = text(platform) else {
            continue;
        };
        let span = platform.map_or(0..0, Spanned::span);
        if content.has(&facts_path(id)).is_none() {
            let otherwise = "name the platform whose walk acts on this page";
            report.add(
                pages,
                span,
                Code::FactsMissing,
                format!("there are no facts of `{id}`"),
                did_you_mean(nearest(id, content.ids()), otherwise),
            );
        } else if listed.as_ref().is_some_and(|listed| !listed.contains(id)) {
            // Reported where somebody can mend it.
            let list = content.get(ORDER).filter(|_| !pages.given);
            let (document, span) = match list {
                Some(list) => (list, list.key_span(&["group"])),
                None => (pages, span),
            };
            report.add(
                document,
                span,
                Code::FactsMissing,
                format!("a page of the story leads to `{id}`, which is not on the list"),
                "list it, or have the page lead to another",
            );
        }
    }
}

/// Each page has words, and there are no words of other pages.
fn words(pages: &Document<'_>, content: &ContentSet<'_>, report: &mut Report) {
    let ids = items(pages.get(&["page"])).filter_map(|page| {
        let id = page.get_ref().as_table()?.get("id")?;
        Some((text(Some(id))?, id.span()))
    });
    let ids: Vec<_> = ids.collect();
    let wanted: Vec<_> = ids.iter().map(|(id, _)| *id).collect();
    let story = |kind: FileKind<'_>, given: bool| {
        matches!(kind, FileKind::Words(_, WordsFile::Story)) && (given || pages.given)
    };
    for document in content.those(story) {
        let FileKind::Words(language, _) = document.kind else {
            continue;
        };
        // Without the table, the types say so.
        let Some(table) = document.get(&["pages"]) else {
            continue;
        };
        let names = unmatched(Some(table), &wanted);
        for id in names.missing {
            let (document, span) = if document.given {
                (document, document.key_span(&["pages"]))
            } else {
                let page = ids.iter().find(|(page, _)| *page == id);
                (pages, page.map_or(0..0, |(_, span)| span.clone()))
            };
            report.add(
                document,
                span,
                Code::StepWithoutProse,
                format!("the texts of the page `{id}` of the story are missing in `{language}`"),
                format!("add `[pages.{id}]` to {language}/story.toml"),
            );
        }
        for (span, key, meant) in names.unknown {
            report.add(
                document,
                span,
                Code::ProseWithoutFacts,
                format!("`{key}` is not a page of the story"),
                did_you_mean(meant, "add it to story.toml, or remove it here"),
            );
        }
    }
}
