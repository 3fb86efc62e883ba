//! Whether the prose of a platform goes with its facts.

use super::facts::{Facts, Kind};
use super::ids::{Unmatched, unmatched};
use super::quotes::Quotes;
use crate::language::Language;
use crate::words::Prose;

/// What does not go with the facts, if anything: an extra lever on one side
/// only, a placeholder that stands for nothing. The platform's own words are
/// looked for in `languages`. For whoever edits the content, so in English.
pub(super) fn fault(prose: &Prose, facts: &Facts, languages: &[Language]) -> Option<String> {
    let levers: Vec<_> = facts.extra.iter().map(|extra| &*extra.id).collect();
    let given: Vec<_> = prose.extra.keys().map(|id| &**id).collect();
    let Unmatched { unknown, missing } = unmatched(&given, &levers);
    if let Some(id) = missing.first() {
        return Some(format!("`[extra.{id}]` is missing"));
    }
    if let Some(id) = unknown.first() {
        return Some(format!("`[extra.{id}]` has no facts"));
    }
    if let Some(needed) = needed(facts.kind).filter(|needed| !(needed.is_there)(prose)) {
        return Some(format!("this kind of platform needs `{}`", needed.key));
    }
    if facts.covered_by.is_some() != prose.covered.is_some() {
        return Some("`covered` here and `covered_by` in the facts go together".to_owned());
    }
    let quotes = Quotes::new(facts, languages);
    let extras = prose.extra.values().map(|extra| &extra.body);
    [
        &prose.what,
        &prose.used,
        &prose.not_used,
        &prose.open,
        &prose.phone,
        &prose.path,
        &prose.control,
        &prose.ask,
        &prose.helps,
        &prose.alternatives,
        &prose.place,
        &prose.fill,
        &prose.confirm,
        &prose.remains,
        &prose.not_seen,
    ]
    .into_iter()
    .chain(extras)
    .flatten()
    .chain(&prose.message)
    .chain(&prose.covered)
    .find_map(|text| {
        quotes
            .try_fill(text)
            .err()
            .map(|error| format!("{error}: {text}"))
    })
}

/// Prose that a kind of platform cannot do without.
pub(crate) struct Needed {
    /// Its key.
    pub(crate) key: &'static str,
    is_there: fn(&Prose) -> bool,
}

/// The prose that a kind of platform cannot do without.
pub(crate) fn needed(kind: Kind) -> Option<Needed> {
    let (key, is_there): (_, fn(&Prose) -> bool) = match kind {
        Kind::Path => ("path", |prose| !prose.path.is_empty()),
        Kind::Email => ("message", |prose| prose.message.is_some()),
        Kind::Admin => ("ask", |prose| !prose.ask.is_empty()),
        Kind::None => ("helps", |prose| !prose.helps.is_empty()),
        Kind::Off => ("place", |prose| !prose.place.is_empty()),
        Kind::Switch | Kind::Form => return None,
    };
    Some(Needed { key, is_there })
}
