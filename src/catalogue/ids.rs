//! Ids, which have to agree between files, and to name one thing each.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// The ids that stand on one side only, of two that have to agree.
#[derive(Debug)]
pub(crate) struct Unmatched<'t> {
    /// Those that are given and not wanted.
    pub(crate) unknown: Vec<&'t str>,
    /// Those that are wanted and not given.
    pub(crate) missing: Vec<&'t str>,
}

/// Compares the ids that are given with those that are wanted.
pub(crate) fn unmatched<'t>(given: &[&'t str], wanted: &[&'t str]) -> Unmatched<'t> {
    let without = |ids: &[&'t str], others: &[&'t str]| {
        let others: HashSet<_> = others.iter().collect();
        let ids = ids.iter().filter(|id| !others.contains(id));
        ids.copied().collect()
    };
    Unmatched {
        unknown: without(given, wanted),
        missing: without(wanted, given),
    }
}

/// The places where an id stands that was there before: of each, the place of the
/// first, and its own.
pub(crate) fn repeated<'t>(
    ids: impl Iterator<Item = &'t str>,
) -> impl Iterator<Item = (usize, usize)> {
    let mut seen = HashMap::new();
    ids.enumerate()
        .filter_map(move |(place, id)| match seen.entry(id) {
            Entry::Occupied(first) => Some((*first.get(), place)),
            Entry::Vacant(new) => {
                new.insert(place);
                None
            }
        })
}
