//! What a language that is not complete yet reads like: its own texts, and each
//! one that is missing or empty in the next language of its chain, down to
//! French, the source, which has them all.
//!
//! The built-in languages are complete and take nothing from here.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::faulty;
use super::files::INTERFACE;
use super::read::{mismatched, read, tree};
use super::source::Source;
use super::{ContentError, made, typed};
use crate::language::{Language, PluralForm};

/// The key of [`INTERFACE`] for the languages to read where a text is missing.
pub(crate) const CHAIN: &str = "falls_back_to";

/// A file of words, some of which may come from other languages.
#[derive(Debug)]
pub(crate) struct FileOfWords<T> {
    /// The file, for messages.
    pub(crate) file: String,
    /// What it says.
    pub(crate) said: T,
    /// The other languages it is partly, or wholly, read in.
    pub(crate) borrowed: Vec<Language>,
}

/// The languages that the texts of `language` are read in: itself, then what its
/// `interface.toml` names in `falls_back_to`, or else its nearest relatives, and
/// French at the end.
pub(crate) fn chain(source: &Source, language: &Language) -> Result<Vec<Language>, ContentError> {
    #[derive(Default, Deserialize)]
    struct Declared {
        falls_back_to: Option<Vec<Language>>,
    }
    if language.is_built_in() {
        return Ok(std::iter::once(language.clone())
            .chain(language.fallbacks())
            .collect());
    }
    let available = source.languages();
    let path = format!("{language}/{INTERFACE}");
    let declared = match source.file(&path) {
        Some(_) => read::<Declared>(source, &path)?.1,
        None => Declared::default(),
    };
    let mut chain = vec![language.clone()];
    let declared = match declared.falls_back_to {
        Some(named) => {
            if let Some(unknown) = named.iter().find(|named| !available.contains(named)) {
                let known: Vec<_> = available.iter().map(Language::tag).collect();
                let known = known.join(", ");
                let reason = format!("`{CHAIN}` names `{unknown}`; the languages are {known}");
                return Err(faulty(path, reason));
            }
            named
        }
        None => language.fallbacks(),
    };
    for next in declared.into_iter().chain([Language::french()]) {
        if available.contains(&next) && !chain.contains(&next) {
            chain.push(next);
        }
    }
    Ok(chain)
}

/// The languages that stand in for what `language` lacks: its chain without itself.
pub(crate) fn others(source: &Source, language: &Language) -> Result<Vec<Language>, ContentError> {
    let mut chain = chain(source, language)?;
    chain.remove(0);
    Ok(chain)
}

/// Reads the file `name` of the first language of `chain`. Each text it lacks,
/// or leaves empty, is read in the next that has it.
pub(crate) fn read_words<T: DeserializeOwned>(
    source: &Source,
    chain: &[Language],
    name: &str,
) -> Result<FileOfWords<T>, ContentError> {
    let language = chain.first().expect("a chain has a language");
    let own = format!("{language}/{name}");
    if language.is_made() {
        let file = format!("{}/{name}", language.written());
        let mut table = tree(source, &file)?;
        made::translate_file(language, name, table.get_mut());
        return match typed::from_tree(table) {
            Ok(said) => Ok(FileOfWords {
                file,
                said,
                borrowed: Vec::new(),
            }),
            Err(mismatch) => Err(mismatched(source, file, mismatch)),
        };
    }
    if language.is_built_in() {
        let (file, said) = read(source, &own)?;
        return Ok(FileOfWords {
            file,
            said,
            borrowed: Vec::new(),
        });
    }
    read_filled(source, chain, name)
}

/// As [`read_words`], by the one way that is right for every language but the
/// slowest for those that are complete. For what no screen says: each further way
/// makes the program larger.
pub(crate) fn read_filled<T: DeserializeOwned>(
    source: &Source,
    chain: &[Language],
    name: &str,
) -> Result<FileOfWords<T>, ContentError> {
    let (file, table, borrowed) = filled(source, chain, name)?;
    match typed::from_tree(table) {
        Ok(said) => Ok(FileOfWords {
            file,
            said,
            borrowed,
        }),
        Err(mismatch) => Err(mismatched(source, file, mismatch)),
    }
}

/// The name of a file, what it says once it is filled up along the chain, and the
/// languages that this took.
type Filled<'a> = (String, Spanned<DeTable<'a>>, Vec<Language>);

fn filled<'a>(
    source: &'a Source,
    chain: &[Language],
    name: &str,
) -> Result<Filled<'a>, ContentError> {
    let (language, others) = chain.split_first().expect("a chain has a language");
    let own = format!("{language}/{name}");
    let (file, mut table) = match source.file(&own) {
        Some(_) => (own.clone(), tree(source, &own)?),
        // What is wrong is then wrong in the first that has the file.
        None => {
            let first = others.iter().map(|other| format!("{other}/{name}"));
            let first = first.into_iter().find(|file| source.file(file).is_some());
            (first.unwrap_or(own), Spanned::new(0..0, DeTable::new()))
        }
    };
    if name == INTERFACE {
        name_language(table.get_mut(), language);
    }
    let mut borrowed = Vec::new();
    for other in others {
        let path = format!("{other}/{name}");
        if source.file(&path).is_none() {
            continue;
        }
        let mut theirs = tree(source, &path)?;
        theirs.get_mut().remove(CHAIN);
        if fill_table(table.get_mut(), theirs.get_ref()) {
            borrowed.push(other.clone());
        }
    }
    Ok((file, table, borrowed))
}

/// A language is never called by another's name: without one of its own, by its
/// tag.
fn name_language(table: &mut DeTable<'_>, language: &Language) {
    let name = table.get("language");
    if name.is_none_or(|name| is_empty(name.get_ref())) {
        let name = DeValue::String(Cow::Owned(language.tag().to_uppercase()));
        table.insert(
            Spanned::new(0..0, Cow::Borrowed("language")),
            Spanned::new(0..0, name),
        );
    }
}

/// Puts in what is missing or empty. Returns whether anything was.
fn fill_table<'a>(own: &mut DeTable<'a>, from: &DeTable<'a>) -> bool {
    let mut filled = false;
    for (key, value) in from {
        filled |= match own.get_mut(key.get_ref().as_ref()) {
            Some(own) => fill_value(own, value),
            None => {
                own.insert(key.clone(), value.clone());
                true
            }
        };
    }
    filled
}

fn fill_value<'a>(own: &mut Spanned<DeValue<'a>>, from: &Spanned<DeValue<'a>>) -> bool {
    let replace = match (own.get_mut(), from.get_ref()) {
        (DeValue::Table(own), DeValue::Table(from)) if is_plural(from) => {
            let other = own.get("other");
            if other.is_some_and(|other| !is_empty(other.get_ref())) {
                // The forms of one language say nothing in another.
                let forms = std::mem::take(own).into_iter();
                *own = forms
                    .filter(|(_, form)| !is_empty(form.get_ref()))
                    .collect();
                return false;
            }
            true
        }
        (DeValue::Table(own), DeValue::Table(from)) => return fill_table(own, from),
        (DeValue::Array(own), DeValue::Array(from)) if own.len() == from.len() => {
            let pairs = own.iter_mut().zip(from.iter());
            return pairs.fold(false, |filled, (own, from)| fill_value(own, from) | filled);
        }
        // Which item stands for which is no longer known.
        (DeValue::Array(own), DeValue::Array(_)) => {
            own.is_empty() || own.iter().any(|item| is_empty(item.get_ref()))
        }
        (own, _) => is_empty(own),
    };
    if replace {
        *own.get_mut() = from.get_ref().clone();
    }
    replace
}

/// Whether this is a text with nothing in it.
fn is_empty(value: &DeValue<'_>) -> bool {
    value.as_str().is_some_and(|text| text.trim().is_empty())
}

fn is_plural(table: &DeTable<'_>) -> bool {
    PluralForm::are_forms(table.keys().map(|key| &**key.get_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(own: &str, from: &str) -> (toml::Table, bool) {
        let mut own = DeTable::parse(own).expect("TOML");
        let from = DeTable::parse(from).expect("TOML");
        let borrowed = fill_table(own.get_mut(), from.get_ref());
        let table = toml::Table::deserialize(toml::de::Deserializer::from(own));
        (table.expect("a table"), borrowed)
    }

    #[test]
    fn what_is_missing_or_empty_is_read_in_the_next_language() {
        let cases = [
            ("a = 'A'", "a = 'x'", "a = 'A'", false),
            ("a = ''", "a = 'x'", "a = 'x'", true),
            ("a = ' '", "a = 'x'", "a = 'x'", true),
            ("", "a = 'x'", "a = 'x'", true),
            (
                "t.a = ''",
                "t = { a = 'x', b = 'y' }",
                "t = { a = 'x', b = 'y' }",
                true,
            ),
            ("a = ['A', '']", "a = ['x', 'y']", "a = ['A', 'y']", true),
            ("a = ['A', 'B']", "a = ['x', 'y']", "a = ['A', 'B']", false),
            // A list that is whole stays as its translator wrote it.
            ("a = ['A']", "a = ['x', 'y']", "a = ['A']", false),
            ("a = []", "a = ['x', 'y']", "a = ['x', 'y']", true),
            (
                "a = ['A', '']",
                "a = ['x', 'y', 'z']",
                "a = ['x', 'y', 'z']",
                true,
            ),
            // Plural forms are one text.
            (
                "n = { one = '', few = '', other = 'N' }",
                "n = { one = 'x', other = 'y' }",
                "n = { other = 'N' }",
                false,
            ),
            (
                "n = { one = 'N', few = '', other = '' }",
                "n = { one = 'x', other = 'y' }",
                "n = { one = 'x', other = 'y' }",
                true,
            ),
            // A value of the wrong type stays: reading the file reports it.
            ("a = 1", "a = 'x'", "a = 1", false),
            ("b = 'B'", "a = 'x'", "a = 'x'\nb = 'B'", true),
        ];
        for (own, from, expected, borrowed) in cases {
            let expected: toml::Table = expected.parse().expect("TOML");
            assert_eq!(filled(own, from), (expected, borrowed), "{own} over {from}");
        }
    }
}
