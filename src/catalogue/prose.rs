//! Whether the prose of a platform goes with its facts.

use super::facts::{Facts, Kind};
use super::quotes::Quotes;
use crate::language::Language;
use crate::words::Prose;

/// What does not go with the facts, if anything: a second lever on one side
/// only, a placeholder that stands for nothing. The platform's own words are
/// looked for in `languages`. For whoever edits the content, so in English.
pub(super) fn fault(prose: &Prose, facts: &Facts, languages: &[Language]) -> Option<String> {
    for extra in &facts.extra {
        if !prose.extra.contains_key(&extra.id) {
            return Some(format!("`[extra.{}]` is missing", extra.id));
        }
    }
    for id in prose.extra.keys() {
        if !facts.extra.iter().any(|extra| extra.id == *id) {
            return Some(format!("`[extra.{id}]` has no facts"));
        }
    }
    let missing = match facts.kind {
        Kind::Path if prose.path.is_empty() => Some("path"),
        Kind::Email if prose.message.is_none() => Some("message"),
        Kind::Admin if prose.ask.is_empty() => Some("ask"),
        Kind::None if prose.helps.is_empty() => Some("helps"),
        Kind::Off if prose.place.is_empty() => Some("place"),
        _ => None,
    };
    if let Some(key) = missing {
        return Some(format!("this kind of platform needs `{key}`"));
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
    ]
    .into_iter()
    .chain(extras)
    .flatten()
    .chain(&prose.message)
    .find_map(|text| {
        quotes
            .try_fill(text)
            .err()
            .map(|error| format!("{error}: {text}"))
    })
}
