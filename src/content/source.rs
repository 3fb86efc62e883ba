//! Where the content's files come from: compiled in, with a folder of the
//! person's own laid over them, file by file.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{DirEntry, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::ContentError;
use super::embedded::{embedded_file, originals};
use super::error::faulty;
use super::files::{BUILT_IN, REVIEWED, is_built_in, is_words};
use crate::language::Language;

/// No file of the content is anywhere near this long, in bytes.
pub(crate) const LONGEST: u64 = 1 << 20;

/// No folder of content has anywhere near so many files, or so many bytes in all.
pub(crate) const MOST_FILES: usize = 4096;
pub(crate) const MOST_BYTES: usize = 1 << 24;

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

    /// The content with the folder `dir` laid over it. Only files where content
    /// has its files are read: `*.toml` in the folder, in a folder below it, and
    /// in a `platforms` folder below that. What is hidden is not read: editors put
    /// files of their own beside those they edit.
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
        let mut source = Self::default();
        source.read_folder(dir, "", 0, folders)?;
        // A natural slip: the files of a language lie in a folder of their own.
        if source.over.contains_key("interface.toml") || source.over.contains_key("kinds.toml") {
            return Err(ContentError::Faulty {
                file: dir.display().to_string(),
                line: 0,
                reason: "this folder holds the texts of one language: give the folder it lies in"
                    .to_owned(),
            });
        }
        Ok(source)
    }

    /// The same files, with the pseudo-language to choose from or not.
    #[must_use]
    pub fn with_pseudo(mut self, offered: bool) -> Self {
        self.pseudo = offered;
        self
    }

    fn read_folder(
        &mut self,
        dir: &Path,
        below: &str,
        depth: u8,
        folders: &mut BTreeSet<PathBuf>,
    ) -> Result<(), ContentError> {
        let unreadable = |path: &Path, error: io::Error| ContentError::Unreadable {
            path: path.to_owned(),
            error,
        };
        folders.insert(dir.to_owned());
        let entries = dir.read_dir().and_then(Iterator::collect);
        let mut entries: Vec<DirEntry> = entries.map_err(|error| unreadable(dir, error))?;
        entries.sort_by_key(DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let name = entry.file_name();
            let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else {
                continue;
            };
            if name == REVIEWED {
                continue;
            }
            let key = format!("{below}{name}");
            let is_toml = path.extension().is_some_and(|ending| ending == "toml");
            let metadata = match path.metadata() {
                Ok(metadata) => metadata,
                // Gone since it was listed, as when an editor saves.
                Err(_) if path.symlink_metadata().is_err() => continue,
                Err(_) if is_toml || path.extension().is_none() => {
                    let reason = "this link leads nowhere, or round in a circle";
                    return Err(faulty(key, reason.to_owned()));
                }
                Err(_) => continue,
            };
            if metadata.is_dir() {
                // Languages are known by their tags in lower case.
                let key = if depth == 0 { key.to_lowercase() } else { key };
                if depth < 2 {
                    self.read_folder(&path, &format!("{key}/"), depth + 1, folders)?;
                }
            } else if is_toml && !metadata.is_file() {
                return Err(faulty(key, "this is no file".to_owned()));
            } else if is_toml {
                if entry.file_type().is_ok_and(|kind| kind.is_symlink())
                    && let Some(dir) = path.canonicalize().ok().as_deref().and_then(Path::parent)
                {
                    folders.insert(dir.to_owned());
                }
                let bytes = match read_bytes(&path) {
                    Ok(bytes) => bytes,
                    Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                    Err(error) => return Err(unreadable(&path, error)),
                };
                let text = text(bytes, &key)?;
                let bytes: usize = self.over.values().map(String::len).sum();
                if self.over.len() >= MOST_FILES || bytes + text.len() > MOST_BYTES {
                    let reason = "with this file there is more here than content ever has";
                    return Err(faulty(key, reason.to_owned()));
                }
                self.over.insert(key, text);
            }
        }
        Ok(())
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
        let own = own.filter(|(name, _)| is_words(name));
        let built_in = originals();
        let built_in = built_in.filter_map(|(path, text)| Some((path.strip_prefix("fr/")?, text)));
        built_in.chain(own).collect()
    }

    /// Whether the file at `path` is somebody's own.
    #[must_use]
    pub fn is_laid_over(&self, path: &str) -> bool {
        self.over.contains_key(path)
    }

    /// Whether the language is compiled in, and so has all its texts.
    #[must_use]
    pub fn is_built_in(&self, language: &Language) -> bool {
        is_built_in(language)
    }

    /// The languages that have a folder: the compiled-in ones in the order the
    /// country counts its speakers, then the others. The pseudo-language, which
    /// has none, comes last where it is offered.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        let mut tags = BUILT_IN.to_vec();
        for path in self.over.keys() {
            if let Some((folder, file)) = path.split_once('/')
                && folder != Language::PSEUDO
                && !tags.contains(&folder)
                && Language::well_formed(folder).is_some()
                && is_words(file)
            {
                tags.push(folder);
            }
        }
        if self.pseudo {
            tags.push(Language::PSEUDO);
        }
        tags.into_iter().map(Language::new).collect()
    }
}

/// A file of the content.
#[derive(Debug, Clone, Copy)]
pub enum Content<'a> {
    /// As somebody wrote it.
    Toml(&'a str),
    /// As it was compiled in.
    Json(&'static str),
}

/// Reads the text of the file `key` at `path`.
///
/// # Errors
/// If it cannot be read as text, or is too long.
pub(crate) fn read_text(path: &Path, key: &str) -> Result<String, ContentError> {
    let bytes = read_bytes(path).map_err(|error| ContentError::Unreadable {
        path: path.to_owned(),
        error,
    })?;
    text(bytes, key)
}

/// Reads a file, or as much of it as shows that it is too long.
fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(LONGEST + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The bytes of the file `key` as text, without the byte-order mark some editors
/// put first.
fn text(bytes: Vec<u8>, key: &str) -> Result<String, ContentError> {
    if bytes.len() as u64 > LONGEST {
        let reason = "this file is longer than a mebibyte: no text of the content is";
        return Err(faulty(key.to_owned(), reason.to_owned()));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let read = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        ContentError::Faulty {
            file: key.to_owned(),
            line: String::from_utf8_lossy(read).matches('\n').count() + 1,
            reason: "this is not UTF-8: save the file in that encoding".to_owned(),
        }
    })?;
    Ok(text
        .strip_prefix('\u{feff}')
        .map(str::to_owned)
        .unwrap_or(text))
}
