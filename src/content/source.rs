//! Where the content's files come from: compiled in, with a folder of the
//! person's own laid over them, file by file.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::ContentError;
use super::embedded::{embedded_file, originals};
use super::error::faulty;
use super::files::{FileKind, WordsFile};
use super::folder::Folder;
use crate::language::Language;

/// The id of a group or a platform: a piece of the built-in content, or of
/// somebody's own.
pub(crate) type Identifier = Cow<'static, str>;

/// The content's files.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Source {
    /// The files of the folder laid over, by their path below it, read once.
    over: BTreeMap<String, String>,
    /// Whether the pseudo-language is among those to choose from.
    pseudo: bool,
}

impl Source {
    /// The content as it is compiled in.
    #[must_use]
    pub fn embedded() -> Self {
        Self::default()
    }

    /// The content with the folder `dir` laid over it, file by file.
    ///
    /// # Errors
    /// If the folder or one of its files cannot be read as text, or is too long.
    pub fn with_folder(dir: &Path) -> Result<Self, ContentError> {
        Self::with_folder_noting(dir, &mut BTreeSet::new())
    }

    /// As [`Source::with_folder`]. Adds to `folders` those where a change can mean
    /// that it would read otherwise: those it read, or tried to, and those that
    /// links lead to.
    ///
    /// # Errors
    /// As [`Source::with_folder`].
    pub fn with_folder_noting(
        dir: &Path,
        folders: &mut BTreeSet<PathBuf>,
    ) -> Result<Self, ContentError> {
        let mut folder = Folder::read(dir);
        folders.append(&mut folder.watched);
        let own = !folder.below.is_empty();
        let over = folder.texts()?;
        // A natural slip: the files of a language lie in a folder of their own.
        if own || over.contains_key("interface.toml") || over.contains_key("kinds.toml") {
            let reason = "this folder holds the texts of one language: give the folder it lies in";
            return Err(faulty(dir.display().to_string(), reason.to_owned()));
        }
        Ok(Self {
            over,
            pseudo: false,
        })
    }

    /// The same files, with the pseudo-language to choose from or not.
    #[must_use]
    pub fn with_pseudo(mut self, offered: bool) -> Self {
        self.pseudo = offered;
        self
    }

    /// The paths of the files laid over.
    pub fn own_files(&self) -> impl Iterator<Item = &str> {
        self.over.keys().map(String::as_str)
    }

    /// The file at `path` below the content folder, if there is one.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Content<'_>> {
        if let Some(text) = self.over.get(path) {
            return Some(Content::Toml(text));
        }
        embedded_file(path).map(Content::Json)
    }

    /// Whether any file is somebody's own.
    #[must_use]
    pub fn has_own(&self) -> bool {
        !self.over.is_empty()
    }

    /// The French files, the source of the translations, by name below their
    /// folder, as they are written.
    pub(crate) fn french(&self) -> BTreeMap<&str, &str> {
        let own = self.over.iter();
        let own = own.filter_map(|(path, text)| Some((path.strip_prefix("fr/")?, text.as_str())));
        let own = own.filter(|(name, _)| WordsFile::of(name).is_some());
        let built_in = originals();
        let built_in = built_in.filter_map(|(path, text)| Some((path.strip_prefix("fr/")?, text)));
        built_in.chain(own).collect()
    }

    /// Whether the file at `path` is somebody's own.
    #[must_use]
    pub fn is_laid_over(&self, path: &str) -> bool {
        self.over.contains_key(path)
    }

    /// The languages that have a folder: the compiled-in ones in the order the
    /// country counts its speakers, then the others. The pseudo-language, which
    /// has none, comes last where it is offered.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        let mut tags = Language::BUILT_IN.to_vec();
        for path in self.over.keys() {
            if let FileKind::Words(tag, _) = FileKind::of(path)
                && tag != Language::PSEUDO
                && !tags.contains(&tag)
                && Language::well_formed(tag).is_some()
            {
                tags.push(tag);
            }
        }
        if self.pseudo {
            tags.push(Language::PSEUDO);
        }
        tags.into_iter().map(Language::new).collect()
    }
}

/// Whether the program reads the file at `path` below the content folder.
#[must_use]
pub fn is_read(path: &str) -> bool {
    FileKind::of(path) != FileKind::Unknown
}

/// A file of the content.
#[derive(Debug, Clone, Copy)]
pub enum Content<'a> {
    /// As somebody wrote it.
    Toml(&'a str),
    /// As it was compiled in.
    Json(&'static str),
}
