//! Which files the content has, by their paths below its folder.
//!
//! `build.rs` takes this file in by its path, as a module of its own: nothing here may
//! need the rest of the program, or a crate that the build has not.

use std::fmt;

/// The file that keeps, for each translated text of a language, the French it was
/// made from. It holds no text of the program and is not read with the content.
pub(crate) const REVIEWED: &str = "reviewed.toml";

/// The file that says what the list shows, and in which order.
pub(crate) const ORDER: &str = "catalogue.toml";

/// The file, in a language's folder, with the words of the program, and with what is
/// said of the language itself.
pub(crate) const INTERFACE: &str = "interface.toml";

/// The file, in a language's folder, with the wording common to the kinds of platform.
pub(crate) const KINDS: &str = "kinds.toml";

/// The file, in a language's folder, with what is said to translators.
pub(crate) const TRANSLATING: &str = "translating.toml";

/// The file with the story's pages and, in a language's folder, their words.
pub(crate) const STORY: &str = "story.toml";

/// The file with the plan of a workshop and, in a language's folder, its words.
pub(crate) const WORKSHOP: &str = "workshop.toml";

/// The file with the names that are known and not on the list.
pub(crate) const UNLISTED: &str = "unlisted.toml";

/// The file that says to whom letters go.
pub(crate) const ADDRESSEES: &str = "addressees.toml";

/// The file, in a language's folder, with the words of what is exported.
pub(crate) const EXPORT: &str = "export.toml";

/// The file, in a language's folder, with the words of the letters.
pub(crate) const LETTERS: &str = "letters.toml";
/// The file that says where reports go.
pub(crate) const REPORTS: &str = "reports.toml";

/// The folder with a file for each platform: facts, or in a language's folder prose.
pub(crate) const PLATFORMS: &str = "platforms";

/// The files of words in a language's folder, beside those in [`PLATFORMS`].
pub(crate) const WORDS: [(&str, WordsFile<'static>); 7] = [
    (EXPORT, WordsFile::Export),
    (INTERFACE, WordsFile::Interface),
    (KINDS, WordsFile::Kinds),
    (LETTERS, WordsFile::Letters),
    (STORY, WordsFile::Story),
    (TRANSLATING, WordsFile::Translating),
    (WORKSHOP, WordsFile::Workshop),
];

/// What a file of the content is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind<'a> {
    /// [`ORDER`].
    Catalogue,
    /// [`STORY`]: the pages, without their words.
    Story,
    /// [`WORKSHOP`]: the plans, without their words.
    Workshop,
    /// [`UNLISTED`].
    Unlisted,
    /// [`ADDRESSEES`].
    Addressees,
    /// [`REPORTS`].
    Reports,
    /// The facts of the platform of this id.
    Facts(&'a str),
    /// Words in the language of this tag.
    Words(&'a str, WordsFile<'a>),
    /// Nothing reads it.
    Unknown,
}

/// What a file of words is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WordsFile<'a> {
    /// The words of the program.
    Interface,
    /// The wording common to the kinds of platform.
    Kinds,
    /// The words of what is exported.
    Export,
    /// The words of the letters.
    Letters,
    /// The words of the story.
    Story,
    /// What is said to translators.
    Translating,
    /// The words of a workshop.
    Workshop,
    /// The prose of the platform of this id.
    Prose(&'a str),
}

impl<'a> FileKind<'a> {
    /// What the file at `path` below the content folder is for.
    pub(crate) fn of(path: &'a str) -> Self {
        match (path, platform(path), path.split_once('/')) {
            (ORDER, ..) => Self::Catalogue,
            (STORY, ..) => Self::Story,
            (WORKSHOP, ..) => Self::Workshop,
            (UNLISTED, ..) => Self::Unlisted,
            (ADDRESSEES, ..) => Self::Addressees,
            (REPORTS, ..) => Self::Reports,
            (_, Some(id), _) => Self::Facts(id),
            (.., Some((tag, file))) if is_tag(tag) => {
                WordsFile::of(file).map_or(Self::Unknown, |words| Self::Words(tag, words))
            }
            _ => Self::Unknown,
        }
    }
}

impl<'a> WordsFile<'a> {
    /// What the file of words of this name below its language's folder is for. None if
    /// nothing reads it.
    pub(crate) fn of(file: &'a str) -> Option<Self> {
        let whole = WORDS.into_iter().find(|(name, _)| *name == file);
        whole
            .map(|(_, words)| words)
            .or_else(|| platform(file).map(Self::Prose))
    }
}

/// The id of the platform that the file at `path` is about.
fn platform(path: &str) -> Option<&str> {
    let name = path.strip_prefix(PLATFORMS)?.strip_prefix('/')?;
    name.strip_suffix(".toml").filter(|id| !id.contains('/'))
}

/// Whether a name can be that of a language's folder: `fr`, `gsw`, `de-at`.
pub(crate) fn is_tag(name: &str) -> bool {
    let mut parts = name.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len())
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

/// The file with the facts of a platform.
pub(crate) fn facts_path(id: &str) -> String {
    format!("{PLATFORMS}/{id}.toml")
}

/// The file with the prose of a platform in a language.
pub(crate) fn prose_path(language: impl fmt::Display, id: &str) -> String {
    format!("{language}/{PLATFORMS}/{id}.toml")
}
