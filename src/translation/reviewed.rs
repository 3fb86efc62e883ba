//! `reviewed.toml`: for each translated text of a language, the French it was
//! made from or last compared with.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, Value, value};

use super::units::{Line, Unit, Units, units};
use crate::content::ContentError;
use crate::content::error::faulty;
use crate::content::files::REVIEWED;
use crate::content::folder::read_text;
use crate::content::read::parse;
use crate::language::Language;
use crate::outside::files::{self, PathKind};
use crate::outside::replace::{Readers, replace};

/// The number of the file's layout that this program reads and writes.
const FORMAT: i64 = 1;

/// What stands first in the file.
const HEADER: &str = "\
# Written by «nonmerci content accept» and «nonmerci content new», not by hand:
# the French that each text of this folder was made from, or last held against.

";

/// What to do without the file.
const MARK_AGAIN: &str = "mark the texts again with `nonmerci content accept`";

/// Nobody mends by hand what the program writes.
fn damaged(error: ContentError) -> ContentError {
    match error {
        ContentError::Faulty { file, line, reason } => ContentError::Faulty {
            file,
            line,
            reason: format!(
                "{reason}; take back the last version that was whole, or delete the file and \
                 {MARK_AGAIN}"
            ),
        },
        error => error,
    }
}

/// The French that the texts of a language were made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reviewed {
    /// By file, without its ending, and by key. An empty text stands for an item
    /// of a list that nobody has compared with its French yet.
    pub(super) files: BTreeMap<String, Units>,
}

impl Reviewed {
    /// The file, in the content folder `dir`.
    #[must_use]
    pub fn path(dir: &Path, language: &Language) -> PathBuf {
        dir.join(language.tag()).join(REVIEWED)
    }

    /// Reads the file of `language` in the content folder `dir`. Without a file
    /// nothing has been reviewed.
    ///
    /// # Errors
    /// If it cannot be read, or is not such a file.
    pub fn load(dir: &Path, language: &Language) -> Result<Self, ContentError> {
        let path = Self::path(dir, language);
        let name = format!("{language}/{REVIEWED}");
        // A pipe would keep the reader waiting.
        if files::kind(&path).is_ok_and(|kind| kind != PathKind::File) {
            let reason = format!("this is not an ordinary file: take it away, then {MARK_AGAIN}");
            return Err(faulty(name, reason));
        }
        let text = match read_text(&path, &name) {
            Err(ContentError::Unreadable { error, .. })
                if error.kind() == io::ErrorKind::NotFound =>
            {
                return Ok(Self::default());
            }
            read => read?,
        };
        let tree = parse(&text, &name).map_err(damaged)?;
        let format = tree.get_ref().get("format");
        let format = format.and_then(|format| format.get_ref().as_integer());
        let format = format.and_then(|format| format.as_str().parse().ok());
        if format != Some(FORMAT) {
            let reason = format!("this program reads `format = {FORMAT}` here, and nothing else");
            return Err(faulty(name, reason));
        }
        let files = tree.get_ref().iter();
        let files = files.filter_map(|(file, table)| {
            let table = table.get_ref().as_table()?.clone();
            // Keys are written in one piece, dots and all.
            let units = units("", &toml::Spanned::new(0..0, table));
            Some((file.get_ref().to_string(), units))
        });
        Ok(Self {
            files: files.collect(),
        })
    }

    /// Writes the file, whole or not at all.
    ///
    /// # Errors
    /// If it cannot be written. What was there is then still there.
    pub fn save(&self, dir: &Path, language: &Language) -> Result<(), ContentError> {
        let path = Self::path(dir, language);
        let written = replace(&path, self.to_string().as_bytes(), Readers::Everybody);
        written.map_err(|error| ContentError::Unwritable { path, error })
    }
}

impl std::fmt::Display for Reviewed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut document = DocumentMut::new();
        document.insert("format", value(FORMAT));
        for (file, units) in &self.files {
            let mut table = Table::new();
            for (key, unit) in units {
                table.insert(key, Item::Value(to_toml(unit)));
            }
            document.insert(file, Item::Table(table));
        }
        write!(f, "{HEADER}{document}")
    }
}

/// A unit as it stands in the file: lists an item a line, so that a difference
/// between two versions shows the one that changed.
fn to_toml(unit: &Unit) -> Value {
    let text = |line: &Line| Value::from(line.text.as_str());
    match unit {
        Unit::One(line) => text(line),
        Unit::List(lines) => {
            let mut array = Array::new();
            for line in lines {
                array.push_formatted(text(line).decorated("\n  ", ""));
            }
            array.set_trailing("\n");
            array.set_trailing_comma(true);
            Value::from(array)
        }
        Unit::Plural(forms) => {
            let forms = forms.iter().map(|(name, form)| (name, text(form)));
            Value::from(forms.collect::<InlineTable>())
        }
    }
}
