//! The pages of the story and their sources, from `content/story.toml`.

use serde::Deserialize;

use super::address::Address;
use super::ids::{Unmatched, unmatched};
use crate::content::Lazy;
use crate::words::StoryWords;

/// The pages of the story, in order.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// The pages.
    pub page: Lazy<Vec<StoryPage>>,
}

/// A page of the story, without its words.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StoryPage {
    /// What the words know it by.
    pub id: String,
    /// The platform whose walk acts on it.
    pub platform: String,
    /// Where its matter comes from.
    pub sources: Vec<PageSource>,
}

/// A public source of a page.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PageSource {
    /// Where it stands.
    pub url: Address,
    /// Its year, month or day, where known.
    pub date: Option<String>,
}

impl Story {
    /// What does not go together between pages and words, if anything. For
    /// whoever edits the content, so in English.
    pub(super) fn fault(&self, words: &StoryWords) -> Option<String> {
        let pages: Vec<_> = self.page.iter().map(|page| &*page.id).collect();
        let given: Vec<_> = words.pages.keys().map(|id| &**id).collect();
        let Unmatched { unknown, missing } = unmatched(&given, &pages);
        let missing = missing.first();
        let missing = missing.map(|id| format!("`[pages.{id}]` is missing"));
        let unknown = || {
            let id = unknown.first()?;
            Some(format!(
                "`[pages.{id}]` is not a page of content/story.toml"
            ))
        };
        missing.or_else(unknown)
    }
}
