//! For speed alone: the tables of a built-in file are read one by one, each when it is
//! first asked for. The first screen needs a sixth of the words of the program; reading
//! all of them would take more than twice the instructions of a whole start (see
//! `docs/performance.md`).

use std::cell::OnceCell;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{DeserializeOwned, Visitor};
use serde::{Deserialize, Deserializer};

use super::typed::{Mismatch, Node, Unread, parse};

/// A table of the content. In a file that somebody wrote it is read at once, so that they
/// learn its faults; in a built-in one when it is first asked for.
pub struct Lazy<T> {
    /// The table as it is written, while it is not read.
    text: Box<str>,
    /// Boxed: room for what may never be read is not worth having.
    value: OnceCell<Box<T>>,
}

impl<T: DeserializeOwned> Deref for Lazy<T> {
    type Target = T;

    /// The value.
    ///
    /// # Panics
    /// If a built-in table cannot be read, which its tests rule out.
    fn deref(&self) -> &T {
        self.value.get_or_init(|| {
            let read = T::deserialize(Node::Unread(&Unread::new(&self.text)));
            Box::new(read.expect("the built-in content can be read"))
        })
    }
}

impl<T: DeserializeOwned + fmt::Debug> fmt::Debug for Lazy<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Lazy<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct("Lazy", LazyVisitor(PhantomData))
    }
}

/// Takes a table, or where it is [`Node::Unread`] its text.
struct LazyVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for LazyVisitor<T> {
    type Value = Lazy<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, table: D) -> Result<Lazy<T>, D::Error> {
        let value = T::deserialize(table)?;
        Ok(Lazy {
            text: Box::default(),
            value: OnceCell::from(Box::new(value)),
        })
    }

    fn visit_str<E>(self, text: &str) -> Result<Lazy<T>, E> {
        Ok(Lazy {
            text: text.into(),
            value: OnceCell::new(),
        })
    }
}

/// Reads a built-in file, all but its tables that are [`Lazy`].
pub(super) fn from_parts<T: DeserializeOwned>(text: &str) -> Result<T, Mismatch> {
    let mut tables = tables(text);
    let keys = parse(tables.next().unwrap_or_default().1)?;
    let tables: Vec<_> = tables
        .map(|(name, text)| (name, Unread::new(text)))
        .collect();
    T::deserialize(Node::Parts(&keys, &tables))
}

/// The text of a key that stands before all tables of a built-in file, where it is written
/// on one line and as it is read.
pub(crate) fn text_of<'a>(file: &'a str, key: &str) -> Option<&'a str> {
    let mut lines = file.lines().take_while(|line| !line.starts_with('['));
    let quoted = lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""))?;
    let text = quoted.strip_suffix('"')?;
    (!text.contains(['"', '\\'])).then_some(text)
}

/// The tables of a file: name and text, what is below them with them. First comes what
/// stands before all tables, without a name.
fn tables(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut heads = text
        .match_indices('[')
        .map(|(place, _)| place)
        .filter(move |place| *place == 0 || text.as_bytes()[place - 1] == b'\n')
        .peekable();
    let mut start = Some(0);
    let mut name = "";
    std::iter::from_fn(move || {
        let from = start?;
        let this = name;
        start = heads.by_ref().find(|place| {
            let head = text[*place..].trim_start_matches('[');
            name = head.split(['.', ']']).next().unwrap_or_default();
            name != this
        });
        Some((this, &text[from..start.unwrap_or(text.len())]))
    })
}

#[cfg(test)]
mod tests {
    use toml::Table;

    use super::*;
    use crate::content::embedded::originals;

    #[test]
    fn every_built_in_file_says_the_same_in_its_parts() {
        for (path, text) in originals() {
            let mut whole = Table::new();
            for (name, part) in tables(text) {
                let part: Table = part.parse().expect(path);
                assert!(name.is_empty() || part.keys().eq([name]), "{path}: {name}");
                for (key, value) in part {
                    let before = whole.insert(key, value);
                    assert_eq!(before, None, "{path}: {name} stands in two places");
                }
            }
            assert_eq!(whole, text.parse().expect(path), "{path}");
            if let Some(summary) = text_of(text, "summary") {
                assert_eq!(Some(summary), whole["summary"].as_str(), "{path}");
            }
        }
    }
}
