//! The words of the story, from `content/<language>/story.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::content::{Lazy, Text};

/// The words of the story in one language.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StoryWords {
    /// The title of the whole.
    pub title: Text,
    /// The pages, by id.
    pub pages: Lazy<BTreeMap<String, PageWords>>,
}

/// The words of a page.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PageWords {
    /// Its title.
    pub title: Text,
    /// Its paragraphs.
    pub body: Vec<Text>,
}
