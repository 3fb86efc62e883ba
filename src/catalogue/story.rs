//! The pages of the story and their sources, from `content/story.toml`.

use serde::Deserialize;

use super::address::Address;
use crate::content::Lazy;
use crate::words::StoryWords;

/// The pages of the story, in order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// The pages.
    pub page: Lazy<Vec<StoryPage>>,
}

/// A page of the story, without its words.
#[derive(Debug, Clone, Deserialize)]
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
        let missing = self
            .page
            .iter()
            .find(|page| !words.pages.contains_key(&page.id));
        if let Some(page) = missing {
            return Some(format!("`[pages.{}]` is missing", page.id));
        }
        let known = |id: &String| self.page.iter().any(|page| page.id == *id);
        words
            .pages
            .keys()
            .find(|id| !known(id))
            .map(|id| format!("`[pages.{id}]` is no page of content/story.toml"))
    }
}
