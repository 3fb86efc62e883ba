//! The story: its pages and their sources from `content/story.toml`, its words
//! from `content/<language>/story.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::address::Address;
use super::lazy::Lazy;
use super::template::Text;

/// The pages of the story, in order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// The pages.
    pub page: Lazy<Vec<Page>>,
}

/// A page of the story, without its words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
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

/// The words of the story in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryWords {
    /// The title of the whole.
    pub title: Text,
    /// The pages, by id.
    pub pages: Lazy<BTreeMap<String, PageWords>>,
}

/// The words of a page.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageWords {
    /// Its title.
    pub title: Text,
    /// Its paragraphs.
    pub body: Vec<Text>,
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
