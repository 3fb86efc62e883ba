//! The files to check, as they stand on disk: whatever is wrong with one, the
//! others are read.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::diagnostic::{Code, Diagnostic, visible};
use super::document::Lines;
use crate::content::embedded::originals;
use crate::content::files::REVIEWED;
use crate::content::source::{LONGEST, MOST_BYTES, MOST_FILES};

/// The files to check, and what is wrong with them as files.
#[derive(Debug, Default)]
pub struct Files {
    /// The texts by their path below the content folder.
    pub(super) texts: BTreeMap<String, Cow<'static, str>>,
    pub(super) faults: Vec<Diagnostic>,
    /// The folder they were read from.
    dir: PathBuf,
    /// Where that folder lies below the content: `de/` for a language's own.
    below: String,
}

impl Files {
    /// The built-in content, as it was written.
    #[must_use]
    pub fn embedded() -> Self {
        let texts = originals().map(|(name, text)| (name.to_owned(), Cow::Borrowed(text)));
        Self {
            texts: texts.collect(),
            ..Self::default()
        }
    }

    /// These texts, by their path below the content folder.
    #[must_use]
    pub fn of(texts: BTreeMap<String, String>) -> Self {
        let texts = texts
            .into_iter()
            .map(|(path, text)| (path, Cow::Owned(text)));
        Self {
            texts: texts.collect(),
            ..Self::default()
        }
    }

    /// The files of the folder `dir`: those that the program would lay over the
    /// built-in ones. A folder that is one language's own, named by its tag, is
    /// taken as such.
    #[must_use]
    pub fn read(dir: &Path) -> Self {
        let below = language_of(dir);
        let mut reader = Reader {
            files: Self {
                dir: dir.to_owned(),
                below: below.clone(),
                ..Self::default()
            },
            open: Vec::new(),
            left: MOST_BYTES as u64,
            full: false,
        };
        let depth = u8::from(!below.is_empty());
        reader.folder(dir, &below, depth);
        let mut files = reader.files;
        let unread = |fault: &Diagnostic| fault.code == Code::UnknownFile;
        if !files.texts.keys().any(|path| super::is_read(path)) && files.faults.iter().all(unread) {
            let meant = files.faults.first().map(|fault| fault.help.clone());
            files.texts.clear();
            files.faults = vec![Diagnostic::of_file(
                Code::NotContent,
                &dir.display().to_string(),
                "this folder holds no content".to_owned(),
                meant.as_deref().unwrap_or(
                    "name the folder that holds `catalogue.toml`, `platforms/` and a folder for each language, or some of them",
                ),
            )];
        }
        files
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The path of a diagnostic's file, as somebody has to type it.
    #[must_use]
    pub fn path(&self, file: &str) -> String {
        let below = file.strip_prefix(&self.below).unwrap_or(file);
        // A fault of the folder itself has its path already.
        if Path::new(file) == self.dir {
            file.to_owned()
        } else {
            visible(&self.dir.join(below).display().to_string())
        }
    }

    /// Whether the file at `path` is among them.
    #[must_use]
    pub fn contains(&self, path: &str) -> bool {
        self.texts.contains_key(path)
    }
}

/// The path of a folder that is one language's own: `de/` for `content/de`.
fn language_of(dir: &Path) -> String {
    let own = |name: &str| dir.join(name).is_file();
    if own("catalogue.toml") || !(own("interface.toml") || own("kinds.toml")) {
        return String::new();
    }
    let absolute = fs::canonicalize(dir);
    let name = absolute.as_deref().unwrap_or(dir).file_name();
    match name.and_then(|name| name.to_str()) {
        Some(tag) if is_tag(tag) => format!("{tag}/"),
        _ => String::new(),
    }
}

/// Whether a name can be that of a language's folder: `fr`, `gsw`, `de-at`.
pub(super) fn is_tag(name: &str) -> bool {
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

struct Reader {
    files: Files,
    /// The folders being read, as the system knows them, to notice a link back.
    open: Vec<PathBuf>,
    /// How many bytes may still be read.
    left: u64,
    /// Whether so much was read that the rest is left out.
    full: bool,
}

impl Reader {
    fn fault(&mut self, code: Code, file: &str, message: String, help: &str) {
        let fault = Diagnostic::of_file(code, file, message, help);
        self.files.faults.push(fault);
    }

    fn unreadable(&mut self, file: &str, error: &io::Error) {
        self.fault(
            Code::Unreadable,
            file,
            format!("this cannot be read: {error}"),
            "see that it is there and may be read, or take it away",
        );
    }

    /// What was to be checked is no folder, or none that can be read.
    fn no_folder(&mut self, shown: &str, error: &io::Error) {
        let (message, help) = match error.kind() {
            io::ErrorKind::NotFound => (
                "there is no such folder".to_owned(),
                "see how its name is written, and from where",
            ),
            io::ErrorKind::NotADirectory => (
                "this is no folder".to_owned(),
                "name the folder that the texts are in",
            ),
            _ => (
                format!("this cannot be read: {error}"),
                "see that you may read it",
            ),
        };
        self.fault(Code::Unreadable, shown, message, help);
    }

    fn folder(&mut self, dir: &Path, below: &str, depth: u8) {
        let shown = if below.is_empty() {
            dir.display().to_string()
        } else {
            below.trim_end_matches('/').to_owned()
        };
        let entries = fs::canonicalize(dir).and_then(|known| Ok((known, dir.read_dir()?)));
        let (known, entries) = match entries {
            Ok(found) => found,
            Err(error) if self.open.is_empty() => return self.no_folder(&shown, &error),
            Err(error) => return self.unreadable(&shown, &error),
        };
        if self.open.contains(&known) {
            return self.fault(
                Code::LinkLoop,
                &shown,
                "this symbolic link leads back to a folder it lies in".to_owned(),
                "remove the link",
            );
        }
        self.open.push(known);
        let mut paths = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => paths.push(entry.path()),
                Err(error) => self.unreadable(&shown, &error),
            }
        }
        // Whatever order the system lists them in, the faults come in one.
        paths.sort();
        for path in paths {
            self.entry(&path, below, depth);
        }
        self.open.pop();
    }

    fn entry(&mut self, path: &Path, below: &str, depth: u8) {
        let is_toml = path.extension().is_some_and(|ending| ending == "toml");
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            if is_toml {
                self.fault(
                    Code::UnknownFile,
                    &path.display().to_string(),
                    "the name of this file is no text, so that nothing reads it".to_owned(),
                    "name it by the platform’s id, in ASCII",
                );
            }
            return;
        };
        // The French that texts were made from is no text of the program.
        if name.starts_with('.') || name == REVIEWED {
            return;
        }
        let key = format!("{below}{name}");
        let kind = match fs::metadata(path) {
            Ok(kind) => kind,
            Err(error) if is_toml || path.is_symlink() => return self.unreadable(&key, &error),
            Err(_) => return,
        };
        if kind.is_dir() {
            if depth == 0 && name != "platforms" && !is_tag(name) {
                self.stray_folder(path, name);
            } else if depth < 2 {
                self.folder(path, &format!("{key}/"), depth + 1);
            }
        } else if is_toml {
            if kind.is_file() {
                self.file(path, &key);
            } else {
                // A pipe would keep the reader waiting, a device never end.
                let error = io::Error::other("it is no regular file");
                self.unreadable(&key, &error);
            }
        }
    }

    /// A folder that has neither the name of a language nor `platforms`: told once,
    /// if it looks as if it were meant to be read.
    fn stray_folder(&mut self, path: &Path, name: &str) {
        let tag = name.to_lowercase().replace('_', "-");
        let has = |file: &str| path.join(file).is_file();
        let help = if is_tag(&tag) && (has("interface.toml") || has("kinds.toml")) {
            format!("name `{name}` by the tag of its language: `{tag}`")
        } else if has("catalogue.toml") || path.join("fr").is_dir() {
            format!(
                "if its texts are meant, name this folder: {}",
                path.display()
            )
        } else {
            return;
        };
        let message = format!("`{}` is not the name of a language’s folder", visible(name));
        self.fault(Code::UnknownFile, name, message, &help);
    }

    fn file(&mut self, path: &Path, key: &str) {
        if self.full {
            return;
        }
        let most = LONGEST.min(self.left);
        let mut bytes = Vec::new();
        let read = File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
        if let Err(error) = read {
            return self.unreadable(key, &error);
        }
        let length = bytes.len() as u64;
        self.full = length > self.left || self.files.len() == MOST_FILES;
        if self.full {
            let message = format!(
                "the folder holds more than {MOST_FILES} files or {} MiB",
                MOST_BYTES >> 20
            );
            let help = "take away what is no content: the rest was not read";
            return self.fault(Code::TooLong, key, message, help);
        }
        if length > LONGEST {
            let message = format!("this file is longer than {} KiB", LONGEST >> 10);
            let help = "no text of the program is: take it away, or part it";
            return self.fault(Code::TooLong, key, message, help);
        }
        self.left -= length;
        self.take(key, &bytes);
    }

    /// Makes a text of the bytes, come what may, so that the rest of the file
    /// is checked too.
    fn take(&mut self, key: &str, bytes: &[u8]) {
        let text = match bytes.strip_prefix("\u{feff}".as_bytes()) {
            Some(rest) => {
                self.fault(
                    Code::ByteOrderMark,
                    key,
                    "this file starts with a byte-order mark".to_owned(),
                    "save it as UTF-8 without one (“UTF-8”, not “UTF-8 with BOM”)",
                );
                rest
            }
            None => bytes,
        };
        let mut whole = String::new();
        let mut bad = Vec::new();
        for chunk in text.utf8_chunks() {
            whole += chunk.valid();
            if !chunk.invalid().is_empty() {
                let at = whole.len();
                whole.push('\u{fffd}');
                bad.push((at..whole.len(), chunk.invalid()));
            }
        }
        if !bad.is_empty() {
            let lines = Lines::new(&whole);
            for (span, bytes) in bad.into_iter().take(super::report::MOST) {
                let bytes: Vec<_> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
                self.files.faults.push(lines.diagnostic(
                    Code::NotUtf8,
                    key,
                    span,
                    format!("{} is no UTF-8", bytes.join(" ")),
                    "save the file as UTF-8, and write the letter again".to_owned(),
                ));
            }
        }
        self.files.texts.insert(key.to_owned(), Cow::Owned(whole));
    }
}
