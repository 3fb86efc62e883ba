//! What the list shows, and in which order: `content/catalogue.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::listed::embedded_order;
use crate::content::ContentError;
use crate::content::error::faulty;
use crate::content::files::ORDER;
use crate::content::read::read;
use crate::content::source::Identifier;
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
    Group(Identifier),
}

impl Heading {
    /// What it says.
    #[must_use]
    pub fn words<'a>(&'a self, texts: &'a Texts) -> &'a str {
        match self {
            Self::FirstFive => &texts.interface.list.first_five,
            Self::Group(id) => texts.interface.groups.get(&**id).map_or(id, |name| name),
        }
    }
}

/// What the list shows, by id.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Order {
    pub(crate) format: u32,
    /// The platforms to begin with, shown before all groups and in none.
    pub(crate) first_five: Vec<Identifier>,
    pub(crate) group: Vec<Group>,
}

/// Platforms under one heading.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Group {
    pub(crate) id: Identifier,
    pub(crate) platforms: Vec<Identifier>,
}

impl Order {
    /// The order that is built in, or somebody's own.
    ///
    /// # Errors
    /// If somebody's own is faulty. What is built in has passed the check.
    pub(crate) fn read(source: &Source) -> Result<Self, ContentError> {
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
    pub(crate) fn is_empty(&self) -> bool {
        self.group.iter().all(|group| group.platforms.is_empty())
    }

    /// Whether a group has the platform `id`.
    pub(crate) fn lists(&self, id: &str) -> bool {
        let mut platforms = self.group.iter().flat_map(|group| &group.platforms);
        platforms.any(|listed| listed == id)
    }
}
