//! Where the content's files come from: compiled in, with a folder of the
//! person's own laid over them, file by file.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use super::ContentError;
use crate::language::Language;

/// The built-in content as JSON: see `build.rs`.
#[expect(clippy::unreadable_literal, reason = "the build writes the numbers")]
static EMBEDDED: Embedded = include!(concat!(env!("OUT_DIR"), "/content.rs"));

/// A stretch of the embedded text, from its first byte to the one behind it.
type Range = (u32, u32);

struct Embedded {
    text: &'static str,
    /// The name and the text of each file, in the order of the names.
    files: &'static [(Range, Range)],
    /// The parts of files that stand by themselves.
    lazy: &'static [Range],
}

impl Embedded {
    fn at(&self, (start, end): Range) -> &'static str {
        &self.text[start as usize..end as usize]
    }

    fn file(&self, path: &str) -> Option<&'static str> {
        let place = self
            .files
            .binary_search_by_key(&path, |file| self.at(file.0));
        Some(self.at(self.files[place.ok()?].1))
    }
}

/// The part of a built-in file that stands there as a number.
pub(super) fn embedded_part(number: u64) -> Option<&'static str> {
    let range = EMBEDDED.lazy.get(usize::try_from(number).ok()?)?;
    Some(EMBEDDED.at(*range))
}

/// No file of the content is anywhere near this long, in bytes.
const LONGEST: u64 = 1 << 20;

/// The content's files.
#[derive(Debug, Default)]
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
    /// in a `platforms` folder below that.
    ///
    /// # Errors
    /// If the folder or one of its files cannot be read as text, or is too long.
    pub fn with_folder(dir: &Path) -> Result<Self, ContentError> {
        let mut source = Self::default();
        source.read_folder(dir, "", 0)?;
        Ok(source)
    }

    /// The same files, with the pseudo-language to choose from or not.
    #[must_use]
    pub fn with_pseudo(mut self, offered: bool) -> Self {
        self.pseudo = offered;
        self
    }

    fn read_folder(&mut self, dir: &Path, below: &str, depth: u8) -> Result<(), ContentError> {
        let unreadable = |path: &Path, error: io::Error| ContentError::Unreadable {
            path: path.to_owned(),
            error,
        };
        let entries = dir.read_dir().map_err(|error| unreadable(dir, error))?;
        for entry in entries {
            let path = entry.map_err(|error| unreadable(dir, error))?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                continue;
            };
            let key = format!("{below}{name}");
            if path.is_dir() {
                if depth < 2 && !name.starts_with('.') {
                    self.read_folder(&path, &format!("{key}/"), depth + 1)?;
                }
            } else if path.extension().is_some_and(|ending| ending == "toml") {
                let text = read_text(&path).map_err(|error| unreadable(&path, error))?;
                self.over.insert(key, text);
            }
        }
        Ok(())
    }

    /// The file at `path` below the content folder, if there is one.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<Content<'_>> {
        if let Some(text) = self.over.get(path) {
            return Some(Content::Toml(text));
        }
        EMBEDDED.file(path).map(Content::Json)
    }

    /// Whether any file is somebody's own.
    #[must_use]
    pub fn has_own(&self) -> bool {
        !self.over.is_empty()
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
        let mut tags: Vec<&str> = vec!["de", "fr", "it", "en"];
        for path in self.over.keys() {
            if let Some((folder, _)) = path.split_once('/')
                && folder != "platforms"
                && folder != Language::PSEUDO
                && !tags.contains(&folder)
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

/// Reads a text of bounded length, without the byte-order mark some editors
/// put first.
fn read_text(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?
        .take(LONGEST + 1)
        .read_to_string(&mut text)?;
    if text.len() as u64 > LONGEST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(text
        .strip_prefix('\u{feff}')
        .map(str::to_owned)
        .unwrap_or(text))
}
