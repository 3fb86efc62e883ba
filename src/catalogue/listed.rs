//! What the list needs of the built-in platforms, and in which order, as the build
//! laid it out: every start needs it, and to read it as text would take longer than
//! to draw the list.

use jiff::civil::{Date, date};

use super::facts::Kind;
use crate::content::embedded::{Range, embedded_text};

/// The list, as `build/content.rs` writes it, with places in the built-in text.
static LISTED: Listed = include!(concat!(env!("OUT_DIR"), "/listed.rs"));

struct Listed {
    /// The platforms to show first, by id.
    first_five: &'static [Range],
    /// The groups of the list and their platforms, by id.
    groups: &'static [(Range, &'static [Range])],
    /// What the list needs of each platform, in the order of the ids.
    platforms: &'static [Entry],
}

/// What the list needs of a built-in platform.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) id: Range,
    pub(super) name: Range,
    pub(super) kind: Kind,
    pub(super) minutes: u16,
    pub(super) changed: Option<Date>,
    pub(super) checked: Date,
    pub(super) address: Option<Range>,
    /// How many sources, and the newest of them.
    pub(super) documented: Option<(usize, Range)>,
}

/// The ids of the built-in platforms to show first; and of the groups, each with
/// its platforms.
pub(super) fn embedded_order() -> (
    impl Iterator<Item = &'static str>,
    impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)>,
) {
    let ids = |places: &'static [Range]| places.iter().map(|place| embedded_text(*place));
    let groups = LISTED.groups.iter();
    (
        ids(LISTED.first_five),
        groups.map(move |(id, platforms)| (embedded_text(*id), ids(platforms))),
    )
}

/// What the list needs of the built-in platform `id`.
pub(super) fn embedded_entry(id: &str) -> Option<&'static Entry> {
    let entries = LISTED.platforms;
    let place = entries.binary_search_by_key(&id, |entry| embedded_text(entry.id));
    Some(&entries[place.ok()?])
}
