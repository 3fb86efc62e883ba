//! Texts as the content holds them: plain, with places for values, and in
//! plural forms. All are checked when they are read, so that filling them in
//! cannot fail.
//!
//! What the program says may be said until it ends, so every text stays until then. A type
//! made of texts has nothing to free, which saves a fifth of the code: most of
//! the code that reads such a type would free what it had read before a fault. The price
//! is that a file of a folder that is watched, when it is read again, takes its room again.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, Range};

use memchr::memchr2;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use crate::language::{Language, PluralForm, plural_form};

/// A text that stays where it is until the program ends.
type Kept = &'static str;

/// Keeps a text.
fn kept(text: String) -> Kept {
    Box::leak(text.into_boxed_str())
}

/// A text without places for values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(try_from = "String")]
#[cfg_attr(test, schemars(inline, description = "", extend("x-placeholders" = [])))]
pub struct Text(Kept);

impl TryFrom<String> for Text {
    type Error = TemplateError;

    fn try_from(text: String) -> Result<Self, TemplateError> {
        check_places::<&str>(&text, &[])?;
        Ok(Self(kept(text)))
    }
}

impl Text {
    /// A text that passed the check before: a test sees to it.
    pub(crate) const fn checked(text: Kept) -> Self {
        Self(text)
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// The words that mean the same answer, parted by commas in the content. The
/// first is the one to name it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(try_from = "String")]
#[cfg_attr(test, schemars(inline, extend("format" = "words")))]
pub struct Words(Kept);

impl TryFrom<String> for Words {
    type Error = TemplateError;

    fn try_from(text: String) -> Result<Self, TemplateError> {
        for word in text.split(',') {
            check_places::<&str>(word, &[])?;
        }
        Ok(Self(kept(text)))
    }
}

impl Words {
    /// The word to name the answer by.
    #[must_use]
    pub fn first(&self) -> &'static str {
        self.iter().next().unwrap_or_default()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.0.split(',').map(str::trim)
    }
}

/// The values a text has places for.
pub trait Values {
    /// Their names, as they stand between braces.
    const NAMES: &'static [&'static str];

    /// The value at a place of `NAMES`.
    fn value(&self, place: usize) -> &str;
}

/// A text with a place for each value of `V`, such as `{done} sur {of}`.
#[derive(Debug)]
pub struct Template<V> {
    text: Kept,
    values: PhantomData<V>,
}

/// Without asking as much of the values.
impl<V> Clone for Template<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for Template<V> {}

impl<'de, V: Values> Deserialize<'de> for Template<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self {
            text: read(deserializer, V::NAMES, check_all_places)?,
            values: PhantomData,
        })
    }
}

/// Reads a text that `check` passes. Apart from the types of values, of which there are
/// ninety, and for each of which it would else be compiled.
fn read<'de, D: Deserializer<'de>>(
    deserializer: D,
    names: &'static [&'static str],
    check: fn(&str, &[&'static str]) -> Result<(), TemplateError>,
) -> Result<Kept, D::Error> {
    let text = String::deserialize(deserializer)?;
    check(&text, names).map_err(D::Error::custom)?;
    Ok(kept(text))
}

impl<V: Values> Template<V> {
    /// The text with the values in their places.
    #[must_use]
    pub fn fill(&self, values: &V) -> String {
        fill(self.text, V::NAMES, &|place| values.value(place))
    }
}

/// A form of a message that may say a value in words, as in `one minute`.
#[derive(Debug)]
pub(super) struct Form<V>(Template<V>);

impl<V> Clone for Form<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for Form<V> {}

impl<'de, V: Values> Deserialize<'de> for Form<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Template {
            text: read(deserializer, V::NAMES, check_places)?,
            values: PhantomData,
        }))
    }
}

impl<V: Values> Form<V> {
    /// Whether it says a value in words, or leaves it out.
    fn is_in_words(&self) -> bool {
        !V::NAMES.iter().all(|name| has_place(self.0.text, name))
    }
}

/// A message in the plural forms its language needs. Forms that are left out
/// read as `other`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, bound = "V: Values")]
#[cfg_attr(test, schemars(rename = "Plural", bound = "V: Values"))]
pub struct Plural<V> {
    zero: Option<Form<V>>,
    one: Option<Form<V>>,
    two: Option<Form<V>>,
    few: Option<Form<V>>,
    many: Option<Form<V>>,
    other: Template<V>,
}

impl<V> Clone for Plural<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for Plural<V> {}

impl<V: Values> Plural<V> {
    /// The text for `count` things, with the values in their places.
    #[must_use]
    pub fn fill(&self, language: &Language, count: usize, values: &V) -> String {
        let form = match plural_form(language, count) {
            PluralForm::Zero => &self.zero,
            // French counts nothing as it counts one thing: a form that says “one” in
            // words, and so leaves the figure out, is not for nothing.
            PluralForm::One if count != 1 && self.one.as_ref().is_some_and(Form::is_in_words) => {
                &None
            }
            PluralForm::One => &self.one,
            PluralForm::Two => &self.two,
            PluralForm::Few => &self.few,
            PluralForm::Many => &self.many,
            PluralForm::Other => &None,
        };
        form.as_ref()
            .map_or(&self.other, |Form(message)| message)
            .fill(values)
    }
}

/// Names the values of a message: a struct of strings, one for each place.
macro_rules! values {
    ($($(#[$doc:meta])* $name:ident { $($field:ident),+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name {
            $(#[doc = concat!("Stands for `{", stringify!($field), "}`.")] pub $field: String,)+
        }

        impl $crate::content::template::Values for $name {
            const NAMES: &'static [&'static str] = &[$(stringify!($field)),+];

            fn value(&self, place: usize) -> &str {
                [$(&self.$field),+][place]
            }
        }
    )+};
}
pub(crate) use values;

/// What is wrong with a text. For whoever edits the content, so in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateError {
    /// There is nothing to read.
    Empty,
    /// A control character, invisible or able to move the cursor.
    Control(char),
    /// A brace without its partner.
    Brace,
    /// A placeholder that this text cannot have.
    Unknown(String, Vec<String>),
    /// A placeholder that this text must have.
    Missing(String),
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("this text is empty: write it, or remove the key"),
            Self::Control(c) => write!(
                f,
                "this text holds the control character U+{:04X}: remove it",
                u32::from(*c)
            ),
            Self::Brace => f.write_str("this text holds a brace without its partner"),
            Self::Unknown(name, known) if known.is_empty() => {
                write!(f, "`{{{name}}}`: no placeholder can stand in this text")
            }
            Self::Unknown(name, known) => write!(
                f,
                "`{{{name}}}` is not a placeholder of this text; it knows {}",
                known
                    .iter()
                    .map(|name| format!("`{{{name}}}`"))
                    .collect::<Vec<_>>()
                    .join(", ")
            ),
            Self::Missing(name) => write!(f, "the placeholder `{{{name}}}` is missing"),
        }
    }
}

impl std::error::Error for TemplateError {}

/// Checks a text whose placeholders must be all of `names`, each at least once.
pub(crate) fn check_all_places<N: AsRef<str>>(
    text: &str,
    names: &[N],
) -> Result<(), TemplateError> {
    check_places(text, names)?;
    let mut names = names.iter().map(AsRef::as_ref);
    match names.find(|name| !has_place(text, name)) {
        Some(name) => Err(TemplateError::Missing(name.to_owned())),
        None => Ok(()),
    }
}

/// Checks a text whose placeholders must be among `names`.
pub(crate) fn check_places<N: AsRef<str>>(text: &str, names: &[N]) -> Result<(), TemplateError> {
    if text.trim().is_empty() {
        return Err(TemplateError::Empty);
    }
    // Nearly every text of the program passes here when it starts, and has none of the
    // bytes that braces and control characters are made of.
    let suspect = |byte: u8| matches!(byte, 0..0x20 | b'{' | b'}' | 0x7f | 0xc2);
    if !text.bytes().any(suspect) {
        return Ok(());
    }
    if let Some(c) = text.chars().find(|c| c.is_control()) {
        return Err(TemplateError::Control(c));
    }
    for place in places(text) {
        let name = place.name.ok_or(TemplateError::Brace)?;
        if !names.iter().any(|known| known.as_ref() == name) {
            let known = names.iter().map(|known| known.as_ref().to_owned());
            return Err(TemplateError::Unknown(name.to_owned(), known.collect()));
        }
    }
    Ok(())
}

/// Whether a text has a place for the value of this name.
fn has_place(text: &str, name: &str) -> bool {
    places(text).any(|place| place.name == Some(name))
}

/// A text with the values of these names in their places.
pub(crate) fn fill<'v, N: AsRef<str>>(
    text: &str,
    names: &[N],
    value: &dyn Fn(usize) -> &'v str,
) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut from = 0;
    for place in places(text) {
        filled += &text[from..place.span.start];
        let number = names
            .iter()
            .position(|name| place.name == Some(name.as_ref()));
        filled += number.map_or("", value);
        from = place.span.end;
    }
    filled + &text[from..]
}

/// A placeholder, or a brace without its partner.
#[derive(Debug)]
pub(crate) struct Placeholder<'a> {
    /// Where it stands in the text, with its braces.
    pub(crate) span: Range<usize>,
    /// What stands between the braces; none for a brace alone.
    pub(crate) name: Option<&'a str>,
}

/// The placeholders of a text, from left to right.
pub(crate) fn places(text: &str) -> impl Iterator<Item = Placeholder<'_>> {
    let brace = |from: usize| {
        let found = memchr2(b'{', b'}', &text.as_bytes()[from..])?;
        Some(from + found)
    };
    let mut from = 0;
    std::iter::from_fn(move || {
        let open = brace(from)?;
        let close = brace(open + 1);
        let close =
            close.filter(|close| text[open..].starts_with('{') && text[*close..].starts_with('}'));
        let place = match close {
            Some(close) => Placeholder {
                span: open..close + 1,
                name: Some(&text[open + 1..close]),
            },
            None => Placeholder {
                span: open..open + 1,
                name: None,
            },
        };
        from = place.span.end;
        Some(place)
    })
}

#[cfg(test)]
#[expect(unreachable_pub, reason = "the macro makes its structs public")]
mod tests {
    use serde::de::value::{Error, StrDeserializer};

    use super::*;

    values! {
        /// A count of a total.
        Progress { done, of }
    }

    fn read<'de, T: Deserialize<'de>>(text: &'de str) -> T {
        T::deserialize(StrDeserializer::<Error>::new(text)).expect(text)
    }

    #[test]
    fn values_stand_in_their_places() {
        let values = Progress {
            done: "2".to_owned(),
            of: "5".to_owned(),
        };
        for (text, expected) in [
            ("{done} sur {of} faits", "2 sur 5 faits"),
            ("{of}{done}", "52"),
            ("von {of} sind {done} erledigt.", "von 5 sind 2 erledigt."),
        ] {
            let message: Template<Progress> = read(text);
            assert_eq!(message.fill(&values), expected);
        }
    }

    #[test]
    fn a_faulty_text_is_refused() {
        use TemplateError::{Brace, Control, Empty, Missing, Unknown};
        let known = || vec!["done".to_owned(), "of".to_owned()];
        for (text, expected) in [
            ("", Empty),
            ("  ", Empty),
            ("{done}\u{1b}[2J {of}", Control('\u{1b}')),
            ("{done}\n{of}", Control('\n')),
            ("{done} of {of", Brace),
            ("done} {of}", Brace),
            ("{done} of {total}", Unknown("total".to_owned(), known())),
            ("{done} of { of}", Unknown(" of".to_owned(), known())),
            ("{done}", Missing("of".to_owned())),
        ] {
            let refused = check_all_places(text, Progress::NAMES);
            assert_eq!(refused, Err(expected), "{text:?}");
            let read = Template::<Progress>::deserialize(StrDeserializer::<Error>::new(text));
            assert!(read.is_err(), "{text:?}");
        }
        assert!(Text::try_from("{done}".to_owned()).is_err());
    }

    #[test]
    fn one_in_words_is_not_said_of_nothing() {
        let plural = |one: &str| Plural::<Progress> {
            zero: None,
            one: Some(read(one)),
            two: None,
            few: None,
            many: None,
            other: read("{done} faits de {of}"),
        };
        let french = Language::new("fr");
        let values = |done: usize| Progress {
            done: done.to_string(),
            of: "5".to_owned(),
        };
        for (one, count, expected) in [
            ("un fait", 1, "un fait"),
            ("un fait", 0, "0 faits de 5"),
            ("{done} fait de {of}", 0, "0 fait de 5"),
        ] {
            let said = plural(one).fill(&french, count, &values(count));
            assert_eq!(said, expected, "{one}");
        }
    }

    #[test]
    fn words_are_parted_by_commas() {
        let words = Words::try_from("ouvrir, aller à l’adresse".to_owned()).expect("words");
        assert_eq!(words.first(), "ouvrir");
        assert_eq!(words.iter().nth(1), Some("aller à l’adresse"));
        for faulty in ["", "ouvrir,", "ouvrir, ,copier", "{ouvrir}"] {
            assert!(Words::try_from(faulty.to_owned()).is_err(), "{faulty}");
        }
    }
}
