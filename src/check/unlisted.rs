//! The names that are not on the list: each once, and none that is a platform's.

use std::collections::BTreeMap;

use toml::Spanned;

use super::content_set::ContentSet;
use super::diagnostic::Code;
use super::document::{Document, items, text};
use super::read::Read;
use super::report::Report;
use crate::catalogue::fold;
use crate::catalogue::order::Order;
use crate::content::files::{UNLISTED, facts_path};

pub(super) fn check(content: &ContentSet<'_>, read: &Read, report: &mut Report) {
    let Some(document) = content
        .get(UNLISTED)
        .filter(|names| names.given && !names.broken)
    else {
        return;
    };
    let listed = read.order.as_ref().map(Order::ids);
    let listed = |id: &&str| listed.as_ref().is_none_or(|listed| listed.contains(id));
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for id in content.ids().filter(listed) {
        let facts = content.get(&facts_path(id)).filter(|facts| !facts.broken);
        let names = facts.into_iter().flat_map(|facts| {
            let also = items(facts.get(&["also"]));
            facts.get(&["name"]).into_iter().chain(also)
        });
        let names = names.filter_map(|name| text(Some(name)));
        for name in names.chain([id]) {
            known.insert(fold(name), format!("a name of `{id}`, which is listed"));
        }
    }
    for (name, span) in names(document) {
        let is = known.insert(fold(name), "given twice".to_owned());
        if let Some(is) = is {
            report.add(
                document,
                span,
                Code::Contradiction,
                format!("`{name}` is {is}"),
                "remove it from `unlisted.toml`, which is for names that nothing else finds",
            );
        }
    }
}

/// All names, with their places.
fn names<'d>(
    document: &'d Document<'_>,
) -> impl Iterator<Item = (&'d str, std::ops::Range<usize>)> {
    let tables = items(document.get(&["name"])).filter_map(|name| name.get_ref().as_table());
    let names = tables.flat_map(|table| {
        let also = items(table.get("also"));
        table.get("name").into_iter().chain(also)
    });
    names.filter_map(|name| Some((text(Some(name))?, Spanned::span(name))))
}
