//! For speed alone: what the list and its search need of the built-in platforms, and their
//! order, as the build laid it out. To read it in their files would take a tenth of a
//! millisecond longer, a twentieth of the time to the first frame (see
//! `benches/first_frame.rs`), and three milliseconds at the first letter of a search.

use jiff::civil::{Date, date};

use super::facts::Kind;
use crate::content::Text;

/// The built-in platforms, in the order of their ids. `build.rs` writes them.
static LISTED: &[Listed] = include!(concat!(env!("OUT_DIR"), "/listed.rs"));

/// The order of the built-in list: a line with the ids of the first five, then one for
/// each group, with its id in front. `build.rs` writes it.
static ORDERED: &str = include_str!(concat!(env!("OUT_DIR"), "/order.txt"));

/// What the list and its search need of a platform: the facts of the same names.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) id: &'static str,
    pub(super) name: Text,
    pub(super) also: &'static [Text],
    pub(super) operator: Text,
    pub(super) kind: Kind,
    pub(super) minutes: u16,
    pub(super) changed: Option<Date>,
    pub(super) checked: Date,
    /// The address to open first.
    pub(super) address: Option<&'static str>,
    /// How many sources it has, or else its mail, and the newest of them.
    pub(super) documented: Option<(usize, Option<&'static str>)>,
}

/// What they need of the built-in platform `id`.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::platform::read_facts;
    use crate::content::source::Source;

    #[test]
    fn the_list_says_what_the_facts_say() {
        let source = Source::embedded();
        for listed in LISTED {
            let facts = read_facts(&source, listed.id).expect(listed.id);
            let address = facts.main_address().map(ToString::to_string);
            assert_eq!(
                (listed.name, listed.also, listed.operator),
                (facts.name, &*facts.also, facts.operator)
            );
            assert_eq!(
                (listed.kind, listed.minutes, listed.changed, listed.checked),
                (facts.kind, facts.minutes, facts.changed, facts.checked),
                "{}",
                listed.id
            );
            assert_eq!(listed.address, address.as_deref(), "{}", listed.id);
            assert_eq!(listed.documented, facts.documented(), "{}", listed.id);
        }
    }
}
