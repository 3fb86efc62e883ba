//! Where the content's files come from: compiled in, with a folder of the
//! person's own laid over them, file by file.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::ContentError;
use crate::language::Language;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");

/// No file of the content is anywhere near this long, in bytes.
const LONGEST: u64 = 1 << 20;

/// The content's files.
#[derive(Debug, Default)]
pub struct Source {
    /// The files of the folder laid over, by their path below it, read once.
    over: BTreeMap<String, String>,
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
    pub fn file(&self, path: &str) -> Option<Cow<'_, str>> {
        let over = self.over.get(path).map(|text| Cow::Borrowed(text.as_str()));
        over.or_else(|| Some(Cow::Borrowed(EMBEDDED.get_file(path)?.contents_utf8()?)))
    }

    /// The languages that have a folder: the compiled-in ones in the order the
    /// country counts its speakers, then the others.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        let mut tags: Vec<&str> = vec!["de", "fr", "it", "en"];
        for path in self.over.keys() {
            if let Some((folder, _)) = path.split_once('/')
                && folder != "platforms"
                && !tags.contains(&folder)
            {
                tags.push(folder);
            }
        }
        tags.into_iter().map(Language::new).collect()
    }
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
