//! The settings that hold from one run to the next: a small TOML file in the system's
//! place for such files, which people may write by hand. Whatever in it cannot be used
//! is named, skipped, and kept; only the choice of a language is ever written.

use std::io;
use std::path::{Path, PathBuf};

use toml_edit::{Document, DocumentMut, Item, Value};

use crate::cli::Links;
use crate::handwritten::{self, as_written, line_of};
use crate::language::Language;
use crate::outside::folders;
use crate::outside::private_file::PrivateFile;
use crate::screen::Theme;

/// The settings. None where the file does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language, as it is written there.
    pub lang: Option<String>,
    /// The colours.
    pub theme: Option<Theme>,
    /// Whether to go line by line.
    pub plain: Option<bool>,
    /// Whether to write and draw in ASCII alone.
    pub ascii: Option<bool>,
    /// When addresses are links.
    pub links: Option<Links>,
    /// The command that opens an address.
    pub browser: Option<String>,
}

/// Something in the file that cannot be used.
#[derive(Debug)]
pub enum SettingsFault {
    /// The file cannot be read or written.
    Unusable(io::Error),
    /// A device, a pipe or the like is in its place.
    NotAFile,
    /// It is not TOML, from this line on.
    NotToml(usize),
    /// There is no such setting.
    UnknownKey(String),
    /// A setting cannot have this value.
    BadValue {
        /// The setting.
        key: &'static str,
        /// Its value, as it is written.
        given: String,
        /// Those it can have, in the words of the file; none where any text will do.
        known: Vec<String>,
    },
}

/// The file they are in.
#[derive(Debug, Clone)]
pub struct SettingsFile {
    file: PrivateFile,
}

impl SettingsFile {
    /// `nonmerci/settings.toml` where the system keeps such files. None where it names
    /// no such place.
    #[must_use]
    pub fn in_its_place() -> Option<Self> {
        Some(Self::new(folders::configuration()?.join("settings.toml")))
    }

    /// The file at `path`.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self {
            file: PrivateFile::new(path),
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Reads it, and what in it cannot be used. Where there is no file, nothing is set.
    #[must_use]
    pub fn load(&self) -> (Settings, Vec<SettingsFault>) {
        if self.file.is_special() {
            return (Settings::default(), vec![SettingsFault::NotAFile]);
        }
        let read = match self.file.read() {
            Ok(None) => return (Settings::default(), Vec::new()),
            Ok(Some(bytes)) => parse(&bytes),
            Err(error) => Err(SettingsFault::Unusable(error)),
        };
        match read {
            Ok(document) => Settings::of(&document),
            Err(fault) => (Settings::default(), vec![fault]),
        }
    }

    /// Keeps a language for the next run. All else in the file stays, comments included.
    ///
    /// # Errors
    /// If it cannot be written, or cannot be read: what somebody wrote is not
    /// overwritten.
    pub fn keep_language(&self, language: &Language) -> Result<(), SettingsFault> {
        if self.file.is_special() {
            return Err(SettingsFault::NotAFile);
        }
        let locked = self.file.lock().map_err(SettingsFault::Unusable)?;
        let bytes = locked.read().map_err(SettingsFault::Unusable)?;
        let mut document = parse(&bytes)?;
        let mut value = Value::from(language.tag());
        match document.get_mut("lang") {
            Some(Item::Value(before)) => {
                *value.decor_mut() = before.decor().clone();
                *before = value;
            }
            _ => {
                document.insert("lang", Item::Value(value));
            }
        }
        let text = document.to_string();
        let replaced = locked.replace(text.as_bytes());
        replaced.map_err(SettingsFault::Unusable)
    }
}

impl Settings {
    /// The settings of a file, and what in it is none.
    fn of(document: &DocumentMut) -> (Self, Vec<SettingsFault>) {
        let mut settings = Self::default();
        let mut faults = Vec::new();
        for (key, item) in document.iter() {
            let fault = match key {
                "lang" => text("lang", item, &mut settings.lang),
                "browser" => text("browser", item, &mut settings.browser),
                "theme" => one_of("theme", item, Theme::NAMES, &mut settings.theme),
                "links" => one_of("links", item, Links::NAMES, &mut settings.links),
                "plain" => truth("plain", item, &mut settings.plain),
                "ascii" => truth("ascii", item, &mut settings.ascii),
                unknown => Err(SettingsFault::UnknownKey(unknown.to_owned())),
            };
            faults.extend(fault.err());
        }
        (settings, faults)
    }
}

/// The file as TOML.
fn parse(bytes: &[u8]) -> Result<DocumentMut, SettingsFault> {
    let text = std::str::from_utf8(bytes).map_err(|error| line_of(bytes, error.valid_up_to()));
    let parsed = text.and_then(handwritten::parse);
    parsed
        .map(Document::into_mut)
        .map_err(SettingsFault::NotToml)
}

fn bad(key: &'static str, item: &Item, known: Vec<String>) -> SettingsFault {
    SettingsFault::BadValue {
        key,
        given: as_written(item),
        known,
    }
}

fn text(key: &'static str, item: &Item, into: &mut Option<String>) -> Result<(), SettingsFault> {
    let text = item.as_str().filter(|text| !text.trim().is_empty());
    let text = text.ok_or_else(|| bad(key, item, Vec::new()))?;
    *into = Some(text.to_owned());
    Ok(())
}

fn truth(key: &'static str, item: &Item, into: &mut Option<bool>) -> Result<(), SettingsFault> {
    let known = || vec!["true".to_owned(), "false".to_owned()];
    // In quotation marks it is as plain what is meant.
    let said = || item.as_str()?.parse().ok();
    let truth = item.as_bool().or_else(said);
    let truth = truth.ok_or_else(|| bad(key, item, known()))?;
    *into = Some(truth);
    Ok(())
}

fn one_of<T: Copy, const N: usize>(
    key: &'static str,
    item: &Item,
    names: [(&'static str, T); N],
    into: &mut Option<T>,
) -> Result<(), SettingsFault> {
    let given = item.as_str();
    let found = names.iter().find(|(name, _)| Some(*name) == given);
    let known = || {
        let names = names.iter();
        names.map(|(name, _)| (*name).to_owned()).collect()
    };
    let (_, value) = found.ok_or_else(|| bad(key, item, known()))?;
    *into = Some(*value);
    Ok(())
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "the tests look at what lies on the disk"
)]
mod tests {
    use super::*;
    use crate::guard::planted::PANIC;

    fn file(text: &str) -> (tempfile::TempDir, SettingsFile) {
        let dir = tempfile::tempdir().expect("a folder for the test");
        let path = dir.path().join("settings.toml");
        std::fs::write(&path, text).expect("the settings");
        (dir, SettingsFile::new(path))
    }

    #[test]
    fn what_cannot_be_used_is_named_and_the_rest_holds() {
        use SettingsFault::{BadValue, NotToml, UnknownKey};
        let names = |faults: &[SettingsFault]| -> Vec<String> {
            let name = |fault: &SettingsFault| match fault {
                NotToml(line) => format!("line {line}"),
                UnknownKey(key) => format!("? {key}"),
                BadValue { key, given, known } => format!("{key} {given} {}", known.join("|")),
                other => format!("{other:?}"),
            };
            faults.iter().map(name).collect()
        };
        let plain = |plain| Settings {
            plain: Some(plain),
            ..Settings::default()
        };
        for (text, settings, faults) in [
            ("", Settings::default(), &[][..]),
            ("plain = true", plain(true), &[]),
            (
                "plain = 'true'\ncolour = 'red'\n[more]\nx = 1",
                plain(true),
                &["? colour", "? more"],
            ),
            (
                "plain = 'yes'\nascii = 1",
                Settings::default(),
                &["plain yes true|false", "ascii 1 true|false"],
            ),
            (
                "theme = 'blue' # mine\nplain = false",
                plain(false),
                &["theme blue auto|dark|light|mono"],
            ),
            (
                "links = true\nlang = 2\nbrowser = ''",
                Settings::default(),
                &["links true auto|always|never", "lang 2 ", "browser  "],
            ),
            ("plain = true\nlang fr", Settings::default(), &["line 2"]),
            (
                "lang = 'fr'\ntheme = 'dark'\nlinks = 'never'\nascii = true\nbrowser = 'w3m %s'",
                Settings {
                    lang: Some("fr".to_owned()),
                    theme: Some(Theme::Dark),
                    plain: None,
                    ascii: Some(true),
                    links: Some(Links::Never),
                    browser: Some("w3m %s".to_owned()),
                },
                &[],
            ),
        ] {
            let (_dir, file) = file(text);
            let (read, found) = file.load();
            assert_eq!(read, settings, "{text}");
            assert_eq!(names(&found), faults, "{text}");
        }
    }

    #[test]
    fn a_language_is_kept_beside_all_that_stands_there() {
        for (before, after) in [
            ("", "lang = \"it\"\n"),
            (
                "# mine\nlang = \"fr\" # at home\ncolour = 1\n",
                "# mine\nlang = \"it\" # at home\ncolour = 1\n",
            ),
            ("plain = true\n", "plain = true\nlang = \"it\"\n"),
            ("[more]\nx = 1\n", "lang = \"it\"\n[more]\nx = 1\n"),
        ] {
            let (_dir, file) = file(before);
            file.keep_language(&Language::new("it")).expect("written");
            let text = std::fs::read_to_string(file.path()).expect("the settings");
            assert_eq!(text, after);
        }
    }

    #[test]
    fn what_is_no_toml_is_never_overwritten() {
        let panics = format!("# {PANIC}");
        for text in [&b"lang fr"[..], b"\xff\xfe", panics.as_bytes()] {
            let (_dir, file) = file("");
            std::fs::write(file.path(), text).expect("the settings");
            let kept = file.keep_language(&Language::new("it"));
            assert!(matches!(kept, Err(SettingsFault::NotToml(1))));
            assert_eq!(std::fs::read(file.path()).expect("the settings"), text);
        }
    }

    #[cfg(unix)]
    #[test]
    fn it_is_made_for_its_owner_alone_and_only_when_something_is_kept() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().expect("a folder for the test");
        let file = SettingsFile::new(dir.path().join("new/settings.toml"));
        let (settings, faults) = file.load();
        assert_eq!(settings, Settings::default());
        assert!(faults.is_empty() && !dir.path().join("new").exists());
        file.keep_language(&Language::new("de")).expect("written");
        for (path, mode) in [(file.path(), 0o600), (&*dir.path().join("new"), 0o700)] {
            let found = std::fs::metadata(path).expect("it").permissions().mode();
            assert_eq!(found & 0o777, mode, "{}", path.display());
        }
    }
}
