//! The words of one language: those of the program at hand, a platform's when
//! somebody looks at it.

use std::cell::OnceCell;
use std::rc::Rc;

use serde::Deserialize;

use super::{Interface, Kinds, Prose, SearchIndex, StoryWords};
use crate::content::fallback::{FileOfWords, read_words};
use crate::content::files::{INTERFACE, facts_path, prose_path};
use crate::content::lazy::text_of;
use crate::content::read::read;
use crate::content::{ContentError, Source};
use crate::language::Language;

/// The words of one language.
#[derive(Debug)]
pub struct Texts {
    /// The language.
    pub language: Language,
    /// The languages its texts are read in: itself, then those that stand in
    /// where a text is not translated yet.
    pub chain: Vec<Language>,
    /// The other languages that `interface`, `kinds` and `story` are partly in.
    pub borrowed: Borrowed,
    /// The words of the program.
    pub interface: Interface,
    /// The wording common to the kinds.
    pub kinds: Kinds,
    /// The story.
    pub story: StoryWords,
    /// The prose of the platforms, in the order of [`crate::catalogue::Catalogue::platforms`],
    /// read when it is first asked for: the list needs only one.
    pub(crate) prose: Vec<OnceCell<Box<Prose>>>,
    /// What the platforms are found by, once somebody searches.
    pub(crate) search: OnceCell<SearchIndex>,
    pub(crate) ids: Vec<String>,
    pub(crate) source: Rc<Source>,
}

/// The other languages that stand in where texts are not translated yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Borrowed {
    /// For the words of the program.
    pub interface: Vec<Language>,
    /// For the wording common to the kinds.
    pub kinds: Vec<Language>,
    /// For the story.
    pub story: Vec<Language>,
}

/// The prose of a platform, as far as it can be read without its facts, and its
/// file.
pub(crate) fn read_prose(
    source: &Source,
    chain: &[Language],
    id: &str,
) -> Result<(String, Prose), ContentError> {
    let read: FileOfWords<Prose> = read_words(source, chain, &facts_path(id))?;
    let mut prose = read.said;
    prose.borrowed = read.borrowed;
    Ok((read.file, prose))
}

/// The languages in which platforms' own words are looked for, in this order: the
/// language itself, for one that is not built in those that stand in for it, and
/// English.
pub(crate) fn label_languages(chain: &[Language]) -> Vec<Language> {
    let built_in = chain.first().is_some_and(Language::is_built_in);
    let chain = if built_in { &chain[..1] } else { chain };
    chain.iter().cloned().chain([Language::english()]).collect()
}

impl Texts {
    /// The prose of the platform at a place of [`crate::catalogue::Catalogue::platforms`].
    ///
    /// # Panics
    /// If the built-in prose cannot be read, which its tests rule out; what is somebody's
    /// own was read before.
    #[must_use]
    pub fn prose(&self, platform: usize) -> &Prose {
        self.prose[platform].get_or_init(|| {
            let read = read_prose(&self.source, &self.chain, &self.ids[platform]);
            Box::new(read.expect("the prose can be read").1)
        })
    }

    /// What there is to say of the platform at a place, in brief. Built in, it can be
    /// read by itself: the first screen needs no other prose.
    ///
    /// # Panics
    /// As [`Texts::prose`].
    #[must_use]
    pub fn summary(&self, platform: usize) -> &str {
        let unread = self.prose[platform].get().is_none() && !self.language.is_made();
        let path = unread.then(|| prose_path(&self.language, &self.ids[platform]));
        let summary = path.and_then(|path| text_of(self.source.built_in_file(&path)?, "summary"));
        summary.unwrap_or_else(|| &self.prose(platform).summary)
    }

    /// The names that `languages` give themselves, in a row.
    #[must_use]
    pub fn names(&self, languages: &[Language]) -> String {
        let names = languages.iter().map(|tag| own_name(&self.source, tag));
        names.collect::<Vec<_>>().join(", ")
    }

    /// The languages in which the platforms' own words are looked for, in this
    /// order.
    #[must_use]
    pub fn label_languages(&self) -> Vec<Language> {
        label_languages(&self.chain)
    }
}

/// The name a language gives itself, or its tag.
pub(crate) fn own_name(source: &Source, language: &Language) -> String {
    #[derive(Deserialize)]
    struct OwnName {
        language: String,
    }
    if language.is_made() {
        return language.to_string();
    }
    read(source, &format!("{language}/{INTERFACE}"))
        .ok()
        .map(|(_, name): (_, OwnName)| name.language)
        .filter(|name| !name.trim().is_empty())
        .unwrap_or_else(|| language.tag().to_uppercase())
}
