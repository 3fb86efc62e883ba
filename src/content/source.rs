//! Where the content's files come from: compiled in, with a folder of the
//! person's own laid over them, file by file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::ContentError;
use super::embedded::{embedded_file, originals};
use super::error::faulty;
use super::files::{FileKind, INTERFACE, KINDS, WordsFile};
use super::folder::{Folder, Seen};
use crate::language::Language;

/// The content's files.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Source {
    /// The files of the folder laid over, by their path below it, read once: whoever has
    /// a copy has the same.
    over: Arc<BTreeMap<String, String>>,
    /// The languages of these files that are not built in.
    added: Vec<Language>,
    /// The language made from English that is among those to choose from, if one is.
    made: Option<Language>,
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
        Self::with_folder_seen(dir).0
    }

    /// As [`Source::with_folder`], with what a change can be seen by.
    pub fn with_folder_seen(dir: &Path) -> (Result<Self, ContentError>, Seen) {
        let folder = Folder::read(dir);
        let seen = folder.seen.clone();
        (Self::over_built_in(dir, folder), seen)
    }

    fn over_built_in(dir: &Path, folder: Folder) -> Result<Self, ContentError> {
        let own = !folder.below.is_empty();
        let over = folder.texts()?;
        // A natural slip: the files of a language lie in a folder of their own.
        if own || over.contains_key(INTERFACE) || over.contains_key(KINDS) {
            let reason = "this folder holds the texts of one language: give the folder it lies in";
            return Err(faulty(dir.display().to_string(), reason.to_owned()));
        }
        Ok(Self {
            added: added(&over),
            over: Arc::new(over),
            made: None,
        })
    }

    /// The same files, with a language made from English to choose from, or none.
    #[must_use]
    pub fn with_made(mut self, offered: Option<Language>) -> Self {
        self.made = offered.filter(Language::is_made);
        self
    }

    /// Whether the files laid over are those of another source.
    #[must_use]
    pub fn has_files_of(&self, other: &Self) -> bool {
        self.over == other.over
    }

    /// The paths of the files laid over.
    pub fn own_files(&self) -> impl Iterator<Item = &str> {
        self.over.keys().map(String::as_str)
    }

    /// The text of the file at `path` below the content folder, if there is one.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&str> {
        let own = self.over.get(path).map(String::as_str);
        own.or_else(|| embedded_file(path))
    }

    /// The text of the file at `path`, if it is built in and nobody's own lies over it.
    pub(crate) fn built_in_file(&self, path: &str) -> Option<&'static str> {
        let laid_over = self.is_laid_over(path);
        embedded_file(path).filter(|_| !laid_over)
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
    /// country counts its speakers, then the others. One made from English, which
    /// has none, comes last where it is offered.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        let built_in = Language::BUILT_IN.into_iter().map(Language::new);
        let own = built_in.chain(self.added.iter().cloned());
        own.chain(self.made.clone()).collect()
    }
}

/// The languages that have a folder among these files and are not built in, in the order
/// of their tags.
fn added(files: &BTreeMap<String, String>) -> Vec<Language> {
    let tags = files.keys().filter_map(|path| match FileKind::of(path) {
        FileKind::Words(tag, _) => Some(tag),
        _ => None,
    });
    let tags: BTreeSet<_> = tags.collect();
    let added = tags.into_iter().filter_map(Language::well_formed);
    added
        .filter(|language| !language.is_built_in() && !language.is_made())
        .collect()
}

/// Whether the program reads the file at `path` below the content folder.
#[must_use]
pub fn is_read(path: &str) -> bool {
    FileKind::of(path) != FileKind::Unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_that_is_compiled_in_can_be_chosen() {
        let languages = Source::embedded().languages();
        for (path, _) in originals() {
            if let FileKind::Words(tag, _) = FileKind::of(path) {
                let offered = languages.contains(&Language::new(tag));
                assert!(offered, "{path}: `{tag}` is not in Language::BUILT_IN");
            }
        }
    }
}
