//! A folder to begin a new language in: every entry empty, under the French it
//! is to say, and the mark of that French.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use toml_edit::{Array, Decor, DocumentMut, InlineTable, Item, Key, TableLike, Value};

use super::reviewed::Reviewed;
use super::units::{Line, Unit, Units, units};
use crate::content::ContentError;
use crate::content::error::faulty;
use crate::content::fallback::{self, CHAIN};
use crate::content::files::{INTERFACE, REVIEWED};
use crate::content::read::{parse, unread};
use crate::content::source::Source;
use crate::guard::guard;
use crate::language::{Language, PluralForm, forms_needed};
use crate::outside::files;

/// The files of a new language.
#[derive(Debug)]
pub struct Starter {
    language: Language,
    /// By name below the language's folder.
    files: BTreeMap<String, String>,
    /// How many texts there are to translate.
    pub texts: usize,
    /// The languages that stand in for what is not translated yet.
    pub chain: Vec<Language>,
}

/// Why a folder could not be begun.
#[derive(Debug)]
pub enum StartError {
    /// There is something in its place.
    Exists(PathBuf),
    /// It could not be written.
    Content(ContentError),
}

impl Starter {
    /// Makes the files of `language` from the French, with `chain_comment` above
    /// the languages it falls back to.
    ///
    /// # Errors
    /// If a French file is not TOML.
    pub fn new(
        source: &Source,
        language: &Language,
        chain_comment: &str,
    ) -> Result<Self, ContentError> {
        let forms = forms_needed(language);
        let chain = fallback::others(source, language)?;
        let mut files = BTreeMap::new();
        let mut marks = BTreeMap::new();
        let mut texts = 0;
        for (name, french) in source.french() {
            let tree = parse(french, &format!("fr/{name}"))?;
            let units = made_from(units(french, &tree), &forms);
            texts += units.values().map(count).sum::<usize>();
            let stem = name.strip_suffix(".toml").unwrap_or(name);
            marks.insert(stem.to_owned(), units);
            let document = guard(french, str::parse::<DocumentMut>)
                .map_err(|panicked| unread(&format!("fr/{name}"), panicked))?;
            let mut document = document
                .map_err(|error| faulty(format!("fr/{name}"), error.message().to_owned()))?;
            empty_table(document.as_table_mut(), &forms);
            if name == INTERFACE {
                declare_chain(&mut document, &chain, chain_comment);
            }
            files.insert(name.to_owned(), document.to_string());
        }
        let reviewed = Reviewed { files: marks };
        files.insert(REVIEWED.to_owned(), reviewed.to_string());
        Ok(Self {
            language: language.clone(),
            files,
            texts,
            chain,
        })
    }

    /// Adds the file for people to read first.
    pub fn set_readme(&mut self, text: String) {
        self.files.insert("README.md".to_owned(), text);
    }

    /// Writes the folder of the language into the content folder `dir`, which is
    /// made if need be. Returns where it is.
    ///
    /// # Errors
    /// If there is something in its place, or it cannot be written. Then nothing
    /// that was there has changed, and nothing half done stays.
    pub fn write(&self, dir: &Path) -> Result<PathBuf, StartError> {
        let folder = dir.join(self.language.tag());
        let unwritable = |path: &Path, error: io::Error| {
            let path = path.to_owned();
            StartError::Content(ContentError::Unwritable { path, error })
        };
        files::create_folders(dir).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => unwritable(dir, io::ErrorKind::NotADirectory.into()),
            _ => unwritable(dir, error),
        })?;
        // Only one can make it: whatever is written below is ours.
        files::create_folder(&folder).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => StartError::Exists(folder.clone()),
            _ => unwritable(&folder, error),
        })?;
        self.fill(&folder).map_err(|error| {
            // What cannot be taken away again stays; the reason is reported anyway.
            let _ = files::remove_folder(&folder);
            unwritable(&folder, error)
        })?;
        Ok(folder)
    }

    fn fill(&self, folder: &Path) -> io::Result<()> {
        for (name, text) in &self.files {
            let path = folder.join(name);
            if let Some(above) = path.parent() {
                files::create_folders(above)?;
            }
            files::write_new(&path, text.as_bytes())?;
        }
        Ok(())
    }
}

/// The French that each text will be made from, in the forms of the language.
fn made_from(mut units: Units, forms: &[&str]) -> Units {
    for unit in units.values_mut() {
        if let Unit::Plural(french) = unit {
            let form = |name: &&str| {
                let text = french.get(*name).or_else(|| french.get("other"));
                ((*name).to_owned(), text.cloned().unwrap_or_default())
            };
            *french = forms.iter().map(form).collect::<BTreeMap<_, Line>>();
        }
    }
    units
}

fn count(unit: &Unit) -> usize {
    match unit {
        Unit::One(_) => 1,
        Unit::List(lines) => lines.len(),
        Unit::Plural(forms) => forms.len(),
    }
}

/// Empties every text of a table, and puts the French above it.
fn empty_table(table: &mut dyn TableLike, forms: &[&str]) {
    let keys: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    for key in keys {
        let Some((mut name, item)) = table.get_key_value_mut(&key) else {
            continue;
        };
        let french = match item {
            Item::Value(Value::String(text)) => {
                let french = comment(text.value(), "");
                *item = emptied();
                french
            }
            Item::Value(Value::Array(items)) => {
                *item = Item::Value(Value::Array(empty_list(items)));
                continue;
            }
            Item::Value(Value::InlineTable(plural))
                if PluralForm::are_forms(plural.iter().map(|(key, _)| key)) =>
            {
                let french = plural.iter();
                let french = french.filter_map(|(form, text)| Some((form, text.as_str()?)));
                let french = french.map(|(form, text)| comment(&format!("{form}: {text}"), ""));
                let french = french.collect();
                let empty = forms.iter().map(|form| (*form, Value::from("")));
                *item = Item::Value(Value::InlineTable(empty.collect::<InlineTable>()));
                french
            }
            other => {
                if let Some(table) = other.as_table_like_mut() {
                    empty_table(table, forms);
                }
                continue;
            }
        };
        put_above(name.leaf_decor_mut(), &french);
    }
}

/// A value with nothing in it.
fn emptied() -> Item {
    Item::Value(Value::from("").decorated(" ", ""))
}

/// A list of as many empty texts, each under its French.
fn empty_list(items: &Array) -> Array {
    let mut list = Array::new();
    for text in items.iter().filter_map(Value::as_str) {
        let above = format!("\n{}  ", comment(text, "  "));
        list.push_formatted(Value::from("").decorated(above, ""));
    }
    list.set_trailing("\n");
    list.set_trailing_comma(true);
    list.decor_mut().set_prefix(" ");
    list
}

/// A text as a comment on a line of its own: texts have no line ends.
fn comment(text: &str, indent: &str) -> String {
    format!("{indent}# {text}\n")
}

/// Puts comments between what stands above a key and the key.
fn put_above(decor: &mut Decor, comments: &str) {
    let above = decor.prefix().and_then(|above| above.as_str());
    let above = above.unwrap_or_default().to_owned();
    decor.set_prefix(format!("{above}{comments}"));
}

/// Names the languages to read where a text is not translated yet.
fn declare_chain(document: &mut DocumentMut, chain: &[Language], chain_comment: &str) {
    let chain: Array = chain.iter().map(Language::tag).collect();
    let mut key = Key::new(CHAIN);
    put_above(
        key.leaf_decor_mut(),
        &format!("\n{}", comment(chain_comment, "")),
    );
    document
        .as_table_mut()
        .insert_formatted(&key, Item::Value(Value::Array(chain)));
}
