//! For speed alone: what the list needs of the built-in platforms, and their order, as the
//! build laid it out. To read it in their files would take a tenth of a millisecond longer,
//! a twentieth of the time to the first frame (see `benches/first_frame.rs`).

use jiff::civil::{Date, date};

use super::facts::Kind;

/// The built-in platforms, in the order of their ids. `build.rs` writes them.
static LISTED: &[Listed] = include!(concat!(env!("OUT_DIR"), "/listed.rs"));

/// The order of the built-in list: a line with the ids of the first five, then one for
/// each group, with its id in front. `build.rs` writes it.
static ORDERED: &str = include_str!(concat!(env!("OUT_DIR"), "/order.txt"));

/// What the list needs of a platform: the facts of the same names.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) minutes: u16,
    pub(super) changed: Option<Date>,
    pub(super) checked: Date,
    /// The address to open first.
    pub(super) address: Option<&'static str>,
    /// How many sources it has, or else its mail, and the newest of them.
    pub(super) documented: Option<(usize, Option<&'static str>)>,
}

/// What the list needs of the built-in platform `id`.
pub(super) fn listed(id: &str) -> Option<&'static Listed> {
    let place = LISTED.binary_search_by_key(&id, |listed| listed.id);
    Some(&LISTED[place.ok()?])
}

/// The ids of the platforms to show first in the built-in list; and of the groups, each
/// with its platforms.
pub(super) fn ordered() -> (
    impl Iterator<Item = &'static str>,
    impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)>,
) {
    let (first_five, groups) = ORDERED.split_once('\n').unwrap_or_default();
    let groups = groups.lines().filter_map(|line| line.split_once(' '));
    (
        first_five.split(' '),
        groups.map(|(id, platforms)| (id, platforms.split(' '))),
    )
}
