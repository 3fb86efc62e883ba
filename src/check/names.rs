//! Names that have to agree on two sides: those that are missing, those that
//! nothing knows, and what was perhaps meant by these.

use std::collections::HashSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use crate::catalogue::ids;

/// The name that was perhaps meant.
pub(super) fn nearest<'a>(given: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let letters = given.chars().count();
    let most = |name: &str| name.len().div_ceil(3);
    known
        // What is that much longer or shorter is that far away.
        .filter(|name| name.chars().count().abs_diff(letters) <= most(name))
        .map(|name| (strsim::damerau_levenshtein(name, given), name))
        .filter(|(distance, name)| *distance <= most(name))
        .min()
        .map(|(_, name)| name)
}

/// Names that stand on one side only.
pub(super) struct UnmatchedKeys<'t> {
    /// The keys that are not wanted: each with its place and the one it was
    /// perhaps meant to be.
    pub(super) unknown: Vec<(Range<usize>, &'t str, Option<&'t str>)>,
    /// The names that are wanted, and that no key was meant to be.
    pub(super) missing: Vec<&'t str>,
}

/// Compares the keys of a table with the names that are `wanted`. Without a table
/// there are no keys.
pub(super) fn unmatched<'t>(
    table: Option<&'t Spanned<DeValue<'_>>>,
    wanted: &[&'t str],
) -> UnmatchedKeys<'t> {
    let table = table.and_then(|table| table.get_ref().as_table());
    let keys: Vec<_> = table.into_iter().flat_map(|table| table.keys()).collect();
    let given: Vec<_> = keys.iter().map(|key| &**key.get_ref()).collect();
    let ids = ids::unmatched(&given, wanted);
    let mut missing = ids.missing;
    let spans = keys.iter().map(|key| (key.span(), &**key.get_ref()));
    let strangers: HashSet<_> = ids.unknown.into_iter().collect();
    let unknown = spans.filter(|(_, key)| strangers.contains(key));
    let mut unknown: Vec<_> = unknown
        .map(|(span, key)| (span, key, nearest(key, missing.iter().copied())))
        .collect();
    unknown.sort_unstable_by_key(|(span, ..)| span.start);
    // The only stranger in the place of the only one that is missing.
    if let ([(.., meant @ None)], [name]) = (&mut unknown[..], &missing[..]) {
        *meant = Some(name);
    }
    let meant: HashSet<_> = unknown.iter().filter_map(|(_, _, meant)| *meant).collect();
    missing.retain(|name| !meant.contains(name));
    UnmatchedKeys { unknown, missing }
}

/// What to do about a key that is not wanted.
pub(super) fn did_you_mean(meant: Option<&str>, otherwise: impl Into<String>) -> String {
    match meant {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => otherwise.into(),
    }
}
