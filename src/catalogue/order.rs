//! What the list shows, and in which order: `content/catalogue.toml`.

use std::collections::HashSet;
use std::fmt;

use serde::Deserialize;

use super::ids::repeated;
use super::listed::ordered;
use crate::content::ContentError;
use crate::content::error::faulty;
use crate::content::files::ORDER;
use crate::content::read::read;
use crate::content::source::Source;
use crate::words::Texts;

/// The number of the content's layout that this program reads.
pub(crate) const FORMAT: u32 = 1;

/// A heading of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heading {
    /// "If you do only five."
    FirstFive,
    /// A group, by id.
    Group(String),
}

impl Heading {
    /// What it says.
    #[must_use]
    pub fn words<'a>(&'a self, texts: &'a Texts) -> &'a str {
        match self {
            Self::FirstFive => &texts.interface.list.first_five,
            Self::Group(id) => texts.interface.groups.get(id).map_or(id, |name| name),
        }
    }
}

/// What the list shows, by id.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Order {
    /// The number of the content's layout.
    pub(crate) format: u32,
    /// The platforms to begin with, shown before all groups and in none.
    pub(crate) first_five: Vec<String>,
    /// The groups, in the order they are shown.
    pub(crate) group: Vec<Group>,
}

/// Platforms under one heading.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Group {
    /// What its name is found by, below `[groups]` in `interface.toml`.
    pub(crate) id: String,
    /// Its platforms, in the order they are shown.
    pub(crate) platforms: Vec<String>,
}

/// What is wrong with the order of the list beyond its form.
#[derive(Debug)]
pub(crate) enum OrderFault<'o> {
    /// Its layout is of this number, which the program does not read.
    Format(u32),
    /// An id stands at two places of `of`.
    Twice {
        id: &'o str,
        of: OrderedIds,
        first: usize,
        again: usize,
    },
    /// There is no platform in it.
    Empty,
    /// The platform at a place of the first five is in no group.
    InNoGroup { id: &'o str, place: usize },
}

/// The ids that [`OrderFault`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OrderedIds {
    /// The first five.
    FirstFive,
    /// The groups.
    Groups,
    /// The platforms of all groups, one group after the other.
    Listed,
}

/// For whoever edits the content, so in English.
impl fmt::Display for OrderFault<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format(format) => {
                write!(f, "this program reads format {FORMAT}, not {format}")
            }
            Self::Twice { id, .. } => write!(f, "`{id}` is listed twice"),
            Self::Empty => f.write_str("no platform is listed"),
            Self::InNoGroup { id, .. } => write!(f, "`{id}` is in no group"),
        }
    }
}

impl Order {
    /// The order that is built in. The check has found no fault in it.
    fn built_in() -> Self {
        let (first_five, groups) = ordered();
        let groups = groups.map(|(id, platforms)| Group {
            id: id.to_owned(),
            platforms: platforms.map(str::to_owned).collect(),
        });
        Self {
            format: FORMAT,
            first_five: first_five.map(str::to_owned).collect(),
            group: groups.collect(),
        }
    }

    /// The order that is built in, or somebody's own.
    ///
    /// # Errors
    /// If it is faulty.
    pub(crate) fn read(source: &Source) -> Result<Self, ContentError> {
        if !source.is_laid_over(ORDER) {
            return Ok(Self::built_in());
        }
        let (file, order): (_, Self) = read(source, ORDER)?;
        match order.faults().first() {
            Some(fault) => Err(faulty(file, fault.to_string())),
            None => Ok(order),
        }
    }

    /// What is wrong with it beyond its form. The program refuses all of it.
    pub(crate) fn faults(&self) -> Vec<OrderFault<'_>> {
        let mut faults = Vec::new();
        if self.format != FORMAT {
            faults.push(OrderFault::Format(self.format));
        }
        let groups: Vec<_> = self.group.iter().map(|group| &*group.id).collect();
        let first_five: Vec<_> = self.first_five.iter().map(|id| &**id).collect();
        let listed: Vec<_> = self.listed().collect();
        for (ids, of) in [
            (&first_five, OrderedIds::FirstFive),
            (&groups, OrderedIds::Groups),
            (&listed, OrderedIds::Listed),
        ] {
            let twice = repeated(ids.iter().copied());
            faults.extend(twice.map(|(first, again)| OrderFault::Twice {
                id: ids[again],
                of,
                first,
                again,
            }));
        }
        if self.is_empty() {
            faults.push(OrderFault::Empty);
        }
        let lost = first_five.iter().enumerate();
        let lost = lost.filter(|(_, id)| !listed.contains(id));
        faults.extend(lost.map(|(place, id)| OrderFault::InNoGroup { id, place }));
        faults
    }

    /// The platforms of all groups.
    fn listed(&self) -> impl Iterator<Item = &str> {
        let platforms = self.group.iter().flat_map(|group| &group.platforms);
        platforms.map(|id| &**id)
    }

    /// Whether no group has any platform.
    pub(crate) fn is_empty(&self) -> bool {
        self.group.iter().all(|group| group.platforms.is_empty())
    }

    /// The platforms that the groups have, for whoever asks of many whether they are
    /// among them.
    pub(crate) fn ids(&self) -> HashSet<&str> {
        self.listed().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_build_lays_out_the_order_as_it_is_written() {
        let (_, written): (_, Order) = read(&Source::embedded(), ORDER).expect("the order");
        assert_eq!(Order::built_in(), written);
        assert!(written.faults().is_empty());
    }
}
