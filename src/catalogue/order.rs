//! What the list shows, and in which order: `content/catalogue.toml`.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Deserialize;

use super::source::{Source, embedded_order};
use super::{ContentError, faulty, read};

/// The number of the content's layout that this program reads.
pub(super) const FORMAT: u32 = 1;

/// The file that says what the list shows.
pub(super) const ORDER: &str = "catalogue.toml";

/// The id of a group or a platform: a piece of the built-in content, or of
/// somebody's own.
pub(super) type Identifier = Cow<'static, str>;

/// What the list shows, by id.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Order {
    pub(super) format: u32,
    /// The platforms to begin with, shown before all groups and in none.
    pub(super) first_five: Vec<Identifier>,
    pub(super) group: Vec<Group>,
}

/// Platforms under one heading.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    pub(super) id: Identifier,
    pub(super) platforms: Vec<Identifier>,
}

impl Order {
    /// The order that is built in, or somebody's own.
    ///
    /// # Errors
    /// If somebody's own is faulty. What is built in has passed the check.
    pub(super) fn read(source: &Source) -> Result<Self, ContentError> {
        if !source.is_laid_over(ORDER) {
            return Ok(Self::built_in());
        }
        let (file, order): (_, Self) = read(source, ORDER)?;
        match order.fault() {
            Some(fault) => Err(faulty(file, fault)),
            None => Ok(order),
        }
    }

    /// As the build laid it out: every start needs it, and to read it as text would
    /// take longer than to draw the list.
    fn built_in() -> Self {
        let (first_five, groups) = embedded_order();
        Self {
            format: FORMAT,
            first_five: first_five.map(Identifier::Borrowed).collect(),
            group: groups
                .map(|(id, platforms)| Group {
                    id: Identifier::Borrowed(id),
                    platforms: platforms.map(Identifier::Borrowed).collect(),
                })
                .collect(),
        }
    }

    /// What is wrong with it, apart from its form.
    fn fault(&self) -> Option<String> {
        let format = self.format;
        if format != FORMAT {
            return Some(format!(
                "format {format} is not format {FORMAT}, which this program reads"
            ));
        }
        let mut known = BTreeSet::new();
        let mut ids = self.group.iter().flat_map(|group| &group.platforms);
        if let Some(twice) = ids.find(|id| !known.insert(*id)) {
            return Some(format!("`{twice}` is listed twice"));
        }
        if known.is_empty() {
            return Some("no platform is listed: name at least one".to_owned());
        }
        let lost = self.first_five.iter().find(|id| !known.contains(id));
        lost.map(|id| format!("`{id}` is in no group"))
    }

    /// Whether no group has any platform.
    pub(super) fn is_empty(&self) -> bool {
        self.group.iter().all(|group| group.platforms.is_empty())
    }

    /// Whether a group has the platform `id`.
    pub(super) fn lists(&self, id: &str) -> bool {
        let mut platforms = self.group.iter().flat_map(|group| &group.platforms);
        platforms.any(|listed| listed == id)
    }
}
