//! From the tree of a file to the types it is read into.
//!
//! `toml` could do this as well, but lays out every kind of value for every type: that
//! made the program a fifth larger.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt::Display;
use std::ops::Range;
use std::{slice, vec};

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, Expected, MapAccess, SeqAccess,
    Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::inert::{Hidden, hidden};

/// Why a file is not what it is read as. In a box, as every read of a field hands one
/// back, or not.
#[derive(Debug)]
pub(crate) struct Mismatch(Box<Fault>);

/// What is wrong, and where.
#[derive(Debug)]
pub(crate) struct Fault {
    /// Where in the file, in bytes; none where nothing in it is at fault.
    pub(crate) span: Option<Range<usize>>,
    /// What is wrong. For whoever edits the content, so in English.
    pub(crate) reason: String,
}

impl Mismatch {
    /// What is wrong, and where.
    pub(crate) fn into_fault(self) -> Fault {
        *self.0
    }

    fn new(span: Option<Range<usize>>, reason: String) -> Self {
        Self(Box::new(Fault { span, reason }))
    }

    /// The same, at `span` unless its place is known more closely.
    fn at(mut self, span: &Range<usize>) -> Self {
        self.0.span.get_or_insert_with(|| span.clone());
        self
    }
}

impl Display for Mismatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.reason)
    }
}

impl std::error::Error for Mismatch {}

impl Error for Mismatch {
    fn custom<T: Display>(reason: T) -> Self {
        Self::new(None, reason.to_string())
    }
}

/// Reads a file's tree as a `T`. This is where texts of others enter the program: one
/// with anything hidden in it, in a key or a value, is refused.
pub(crate) fn from_tree<T: DeserializeOwned>(tree: Spanned<DeTable<'_>>) -> Result<T, Mismatch> {
    let span = tree.span();
    refuse_hidden_in_table(tree.get_ref())?;
    from_value(&Spanned::new(span, DeValue::Table(tree.into_inner())))
}

fn refuse_hidden_in_table(table: &DeTable<'_>) -> Result<(), Mismatch> {
    table.iter().try_for_each(|(key, value)| {
        refuse_hidden(key.get_ref(), key.span())?;
        refuse_hidden_in(value)
    })
}

fn refuse_hidden_in(value: &Spanned<DeValue<'_>>) -> Result<(), Mismatch> {
    match value.get_ref() {
        DeValue::String(text) => refuse_hidden(text, value.span()),
        DeValue::Array(items) => items.iter().try_for_each(refuse_hidden_in),
        DeValue::Table(table) => refuse_hidden_in_table(table),
        _ => Ok(()),
    }
}

/// Refuses what a terminal would take for a command, and what makes a reader see
/// something else than what is written.
fn refuse_hidden(text: &str, span: Range<usize>) -> Result<(), Mismatch> {
    let what = text.chars().find_map(|c| match hidden(c)? {
        Hidden::Control => Some((c, "the control character")),
        Hidden::Direction => Some((c, "a character that turns the direction of writing,")),
        Hidden::ZeroWidth => Some((c, "a character without width,")),
        // How a sign is drawn moves nothing.
        Hidden::Variation => None,
    });
    match what {
        None => Ok(()),
        Some((c, what)) => Err(Mismatch::new(
            Some(span),
            format!("this holds {what} U+{:04X}: remove it", u32::from(c)),
        )),
    }
}

/// Reads a value of TOML as a `T`.
pub(crate) fn from_value<T: DeserializeOwned>(value: &Spanned<DeValue<'_>>) -> Result<T, Mismatch> {
    T::deserialize(Node::Value(value)).map_err(|mismatch| mismatch.at(&value.span()))
}

/// The keys of a part of a built-in file.
pub(super) fn parse(text: &str) -> Result<DeTable<'_>, Mismatch> {
    let tree = DeTable::parse(text);
    Ok(tree
        .map_err(|error| Mismatch::custom(error.message()))?
        .into_inner())
}

/// What a value that is neither a list nor a table is read as.
pub(crate) enum Scalar<'a> {
    Text(Cow<'a, str>),
    Integer(i64),
    Float(f64),
    Truth(bool),
}

impl<'a> Scalar<'a> {
    /// The value as a scalar. A list or a table, of which neither is passed here,
    /// becomes the name of its type.
    pub(crate) fn of(value: &'a DeValue<'_>) -> Self {
        match value {
            DeValue::String(text) => Self::Text(Cow::Borrowed(text)),
            // The content has no place for numbers beyond these.
            DeValue::Integer(number) => {
                match i64::from_str_radix(number.as_str(), number.radix()) {
                    Ok(number) => Self::Integer(number),
                    Err(_) => Self::Text(number.as_str().into()),
                }
            }
            DeValue::Float(number) => match number.as_str().parse() {
                Ok(number) => Self::Float(number),
                Err(_) => Self::Text(number.as_str().into()),
            },
            DeValue::Boolean(truth) => Self::Truth(*truth),
            DeValue::Datetime(day) => Self::Text(day.to_string().into()),
            DeValue::Array(_) | DeValue::Table(_) => Self::Text(value.type_str().into()),
        }
    }
}

/// A value of a file.
#[derive(Clone, Copy)]
pub(super) enum Node<'a, 'text> {
    Value(&'a Spanned<DeValue<'a>>),
    /// A table of a built-in file, as it is written: see `lazy.rs`.
    Unread(&'a Unread<'text>),
    /// A built-in file: what stands before its tables, and the tables by name.
    Parts(&'a DeTable<'a>, &'a [(&'a str, Unread<'text>)]),
}

impl<'a, 'text> Node<'a, 'text> {
    /// The value, read now where it was not.
    fn value(self) -> Result<&'a DeValue<'a>, Mismatch> {
        match self {
            Self::Value(value) => Ok(value.get_ref()),
            Self::Unread(table) => table.read(),
            Self::Parts(..) => Err(Mismatch::custom("a file is a table")),
        }
    }

    /// A text or a day, or that it is neither.
    fn text(self, expected: &dyn Expected) -> Result<Cow<'a, str>, Mismatch> {
        match self.value()? {
            DeValue::String(text) => Ok(Cow::Borrowed(text)),
            DeValue::Datetime(day) => Ok(Cow::Owned(day.to_string())),
            other => Err(unexpected(other, expected)),
        }
    }

    /// Why it is refused, said at its place where it has one.
    fn refused(self, mismatch: Mismatch) -> Mismatch {
        match self {
            Self::Value(value) => mismatch.at(&value.span()),
            _ => mismatch,
        }
    }

    fn items(self, expected: &dyn Expected) -> Result<Items<'a>, Mismatch> {
        match self.value()? {
            DeValue::Array(items) => Ok(Items(items.iter())),
            other => Err(unexpected(other, expected)),
        }
    }

    fn entries(self, expected: &dyn Expected) -> Result<Entries<'a, 'text>, Mismatch> {
        if let Self::Parts(keys, tables) = self {
            let tables = tables.iter();
            let tables = tables.map(|(name, table)| (*name, 0..0, Self::Unread(table)));
            return Ok(Entries::new(entries_of(keys).chain(tables)));
        }
        match self.value()? {
            DeValue::Table(table) => Ok(Entries::new(entries_of(table))),
            other => Err(unexpected(other, expected)),
        }
    }
}

/// The text of a table of a built-in file.
pub(super) struct Unread<'text> {
    text: &'text str,
    tables: OnceCell<DeTable<'text>>,
}

impl<'text> Unread<'text> {
    pub(super) fn new(text: &'text str) -> Self {
        Self {
            text,
            tables: OnceCell::new(),
        }
    }

    /// The value of the only table in it.
    fn read(&self) -> Result<&DeValue<'_>, Mismatch> {
        if self.tables.get().is_none() {
            // Not set before, as nothing here asks for it again.
            let _ = self.tables.set(parse(self.text)?);
        }
        let table = self.tables.get().and_then(|tables| tables.values().next());
        let table = table.ok_or_else(|| Mismatch::custom("there is no table"))?;
        Ok(table.get_ref())
    }
}

/// That a value is not what is asked for.
fn unexpected(value: &DeValue<'_>, expected: &dyn Expected) -> Mismatch {
    let found = match value {
        DeValue::Array(_) => return Mismatch::invalid_type(Unexpected::Seq, expected),
        DeValue::Table(_) => return Mismatch::invalid_type(Unexpected::Map, expected),
        single => Scalar::of(single),
    };
    let found = match &found {
        Scalar::Text(text) => Unexpected::Str(text),
        Scalar::Integer(number) => Unexpected::Signed(*number),
        Scalar::Float(number) => Unexpected::Float(*number),
        Scalar::Truth(truth) => Unexpected::Bool(*truth),
    };
    Mismatch::invalid_type(found, expected)
}

/// Each method takes the values its name says, and only them: a visitor is compiled for no
/// others.
impl<'de> Deserializer<'de> for Node<'_, '_> {
    type Error = Mismatch;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        match self.value()? {
            DeValue::Array(_) => self.deserialize_seq(visitor),
            DeValue::Table(_) => self.deserialize_map(visitor),
            single => match Scalar::of(single) {
                Scalar::Text(text) => visitor.visit_str(&text),
                Scalar::Integer(number) => visitor.visit_i64(number),
                Scalar::Float(number) => visitor.visit_f64(number),
                Scalar::Truth(truth) => visitor.visit_bool(truth),
            },
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        let text = self.text(&visitor)?;
        visitor.visit_str(&text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_str(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        let items = self.items(&visitor)?;
        visitor.visit_seq(items)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        let entries = self.entries(&visitor)?;
        visitor.visit_map(entries)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        self.deserialize_map(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        match self {
            // Only a `Lazy` is asked for by such a name where a table stands.
            Self::Unread(table) => visitor.visit_str(table.text),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    /// An enum of the content is one word of several.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        let word = self.text(&visitor)?;
        visitor.visit_enum(StrDeserializer::new(&word))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit
        unit_struct tuple tuple_struct identifier
    }
}

/// The items of a list.
struct Items<'a>(slice::Iter<'a, Spanned<DeValue<'a>>>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Mismatch> {
        let Some(item) = self.0.next() else {
            return Ok(None);
        };
        let read = seed.deserialize(Node::Value(item));
        read.map(Some).map_err(|mismatch| mismatch.at(&item.span()))
    }
}

/// A key, where it stands, and its value.
type Entry<'a, 'text> = (&'a str, Range<usize>, Node<'a, 'text>);

fn entries_of<'a, 'text: 'a>(table: &'a DeTable<'a>) -> impl Iterator<Item = Entry<'a, 'text>> {
    let entries = table.iter();
    entries.map(|(key, value)| (&**key.get_ref(), key.span(), Node::Value(value)))
}

/// The keys of a table and their values.
struct Entries<'a, 'text> {
    rest: vec::IntoIter<Entry<'a, 'text>>,
    value: Option<Node<'a, 'text>>,
}

impl<'a, 'text> Entries<'a, 'text> {
    fn new(entries: impl Iterator<Item = Entry<'a, 'text>>) -> Self {
        Self {
            rest: entries.collect::<Vec<_>>().into_iter(),
            value: None,
        }
    }

    fn take_value(&mut self) -> Result<Node<'a, 'text>, Mismatch> {
        let value = self.value.take();
        value.ok_or_else(|| Mismatch::custom("a value before its key"))
    }
}

impl<'de> MapAccess<'de> for Entries<'_, '_> {
    type Error = Mismatch;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Mismatch> {
        let Some((key, span, value)) = self.rest.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        let read = seed.deserialize(StrDeserializer::<Mismatch>::new(key));
        read.map(Some).map_err(|mismatch| mismatch.at(&span))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Mismatch> {
        let value = self.take_value()?;
        seed.deserialize(value)
            .map_err(|mismatch| value.refused(mismatch))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;
    use crate::content::Text;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Sheet {
        minutes: u16,
        #[serde(default)]
        labels: BTreeMap<String, Vec<String>>,
        #[serde(default)]
        truth: bool,
        #[serde(default)]
        share: f64,
        #[serde(default)]
        name: Option<Text>,
        #[serde(default)]
        names: Vec<Text>,
    }

    fn read(text: &str) -> Result<Sheet, (Option<usize>, String)> {
        let tree = DeTable::parse(text).expect("TOML");
        from_tree(tree).map_err(|mismatch| {
            let fault = mismatch.into_fault();
            let line = fault
                .span
                .map(|span| crate::handwritten::line_of(text, span.start));
            (line, fault.reason)
        })
    }

    #[test]
    fn a_mismatch_is_told_on_the_line_of_its_value() {
        for (text, line, reason) in [
            (
                "\nminutes = 'two'\ntruth = true",
                2,
                "invalid type: string \"two\", expected u16",
            ),
            (
                "minutes = 70000",
                1,
                "invalid value: integer `70000`, expected u16",
            ),
            (
                "minutes = 99999999999999999999",
                1,
                "invalid type: string \"99999999999999999999\", expected u16",
            ),
            (
                "minutes = 2\nminuets = 3",
                2,
                "unknown field `minuets`, expected one of `minutes`, `labels`, `truth`, `share`, `name`, `names`",
            ),
            (
                "minutes = 2\n[labels]\nfr = [\n  'a',\n  4,\n]",
                5,
                "invalid type: integer `4`, expected a string",
            ),
            (
                "minutes = 2\n[labels]\nfr = 'a'",
                3,
                "invalid type: string \"a\", expected a sequence",
            ),
            (
                "minutes = 2\nname = '{}'\ntruth = true",
                2,
                "`{}`: no placeholder can stand in this text",
            ),
            (
                "minutes = 2\n\nname = '{}'",
                3,
                "`{}`: no placeholder can stand in this text",
            ),
            (
                "minutes = 2\nnames = [\n'a',\n'',\n]",
                4,
                "this text is empty: write it, or remove the key",
            ),
            (
                "minutes = 2\nnames = [\n'',\n'a',\n]",
                3,
                "this text is empty: write it, or remove the key",
            ),
            ("truth = true", 1, "missing field `minutes`"),
            (
                "minutes = 2\n[labels]\nfr = ['a', \"\\u001B[2J\"]",
                3,
                "this holds the control character U+001B: remove it",
            ),
            (
                "minutes = 2\n\"l\\u200Babels\".fr = []",
                2,
                "this holds a character without width, U+200B: remove it",
            ),
            (
                "minutes = 2\nname = 'N\u{202e}'",
                2,
                "this holds a character that turns the direction of writing, U+202E: remove it",
            ),
        ] {
            let mismatch = read(text).expect_err(text);
            assert_eq!(mismatch, (Some(line), reason.to_owned()), "{text}");
        }
    }

    #[test]
    fn every_type_of_value_is_read_as_what_it_is() {
        let text = "minutes = 0x1f\ntruth = true\nshare = 1e3\nlabels.fr = ['«a\"\\u001b\\\\»\\n', \"\\u00a0\"]\nlabels.de = []\nname = 'N'\nnames = ['a', 'b']";
        let sheet = read(text).expect(text);
        assert_eq!((sheet.minutes, sheet.truth), (31, true));
        assert!((sheet.share - 1000.0).abs() < f64::EPSILON);
        assert_eq!(sheet.labels["fr"], ["«a\"\\u001b\\\\»\\n", "\u{a0}"]);
        assert_eq!(sheet.name.as_deref(), Some("N"));
        let names: Vec<_> = sheet.names.iter().map(|name| &**name).collect();
        assert_eq!(names, ["a", "b"]);
    }
}
