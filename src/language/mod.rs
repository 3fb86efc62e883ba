//! Languages: which one to speak, and how it writes dates and counts.
//!
//! A language is a tag, not an enumeration: a translation that exists only in a
//! folder of somebody's own works like the built-in ones.

mod dates;
mod negotiate;
mod plural;

pub use dates::{long_date, vague_date};
pub use negotiate::{Environment, known, negotiate};
pub use plural::{PluralForm, plural_form};

use std::fmt;

use icu_locale_core::Locale;
use serde::{Deserialize, Serialize};

/// A language by its tag in lower case, such as `fr` or `rm`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Language(String);

impl Language {
    /// The tag of the pseudo-language, English made strange: a screen in it shows
    /// which texts are cut off and which are not from the content. Among the tags
    /// left to private use, this is the one that others use for that.
    pub const PSEUDO: &'static str = "qps";

    /// The language of the tag `tag`, which is taken as it is.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        Self(tag.to_ascii_lowercase())
    }

    /// English: what a label is shown in when the reader's language has none.
    #[must_use]
    pub fn english() -> Self {
        Self::new("en")
    }

    /// The tag, such as `fr`.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.0
    }

    /// Whether this is the pseudo-language.
    #[must_use]
    pub fn is_pseudo(&self) -> bool {
        self.0 == Self::PSEUDO
    }

    /// The language its texts are written in: itself, or English for the
    /// pseudo-language.
    #[must_use]
    pub fn written(&self) -> Self {
        if self.is_pseudo() {
            Self::english()
        } else {
            self.clone()
        }
    }

    /// The languages to read, in this order, where a text is missing in this
    /// one: the nearest relative, then English, then French, the source.
    #[must_use]
    pub fn fallbacks(&self) -> Vec<Self> {
        let order: &[&str] = match self.tag() {
            "rm" | "gsw" => &["de", "fr", "en"],
            _ => &["en", "fr"],
        };
        order
            .iter()
            .map(|tag| Self::new(tag))
            .filter(|other| other != self)
            .collect()
    }

    /// The locale for dates and plurals: the language as Switzerland writes it.
    fn locale(&self) -> Locale {
        // English as in Switzerland is not a locale with month names of its own:
        // British English has the day first.
        let language = self.written();
        let region = if language.tag() == "en" { "GB" } else { "CH" };
        Locale::try_from_str(&format!("{language}-{region}")).unwrap_or(Locale::UNKNOWN)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
