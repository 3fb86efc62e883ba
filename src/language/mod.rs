//! Languages: which one to speak, and how it counts.
//!
//! A language is a tag, not an enumeration: a translation that exists only in a
//! folder of somebody's own works like the built-in ones.

mod negotiate;
mod plural;
mod times;

pub use negotiate::{Environment, known, negotiate};
pub use plural::{PluralForm, counts_as_known, forms_needed, plural_form};
pub use times::time_of_day;

use std::fmt;

use icu_locale_core::Locale;
use serde::{Deserialize, Serialize};

/// A language by its tag in lower case, such as `fr` or `rm`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Language(String);

impl Language {
    /// The tags of the languages whose texts are compiled in, in the order the country
    /// counts their speakers.
    pub const BUILT_IN: [&'static str; 4] = ["de", "fr", "it", "en"];

    /// The tag of the pseudo-language, English made strange: a screen in it shows
    /// which texts are cut off and which are not from the content. Among the tags
    /// left to private use, this is the one that others use for that.
    pub const PSEUDO: &'static str = "qps";

    /// The tag of the language in which each text is its key: a screen in it shows
    /// where to look for what stands there. No language can have this tag.
    pub const KEYS: &'static str = "keys";

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

    /// Whether its texts are compiled in, and therefore complete.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        Self::BUILT_IN.contains(&self.written().tag())
    }

    /// Whether this is one of the two that have no texts of their own: the
    /// pseudo-language, and the one that shows keys.
    #[must_use]
    pub fn is_made(&self) -> bool {
        [Self::PSEUDO, Self::KEYS].contains(&self.tag())
    }

    /// The language its texts are written in: itself, or English for one that is made
    /// from it.
    #[must_use]
    pub fn written(&self) -> Self {
        if self.is_made() {
            Self::english()
        } else {
            self.clone()
        }
    }

    /// The language of a tag that is one by its form, as in Unicode CLDR: `rm`,
    /// `pt-BR`, `rm-sursilv`.
    #[must_use]
    pub fn well_formed(tag: &str) -> Option<Self> {
        let locale = Locale::try_from_str(tag).ok()?;
        let is_language = !locale.id.language.is_unknown() && locale.extensions.is_empty();
        is_language.then(|| Self::new(tag))
    }

    /// French: the source that the others are translated from.
    #[must_use]
    pub fn french() -> Self {
        Self::new("fr")
    }

    /// The languages to read, in this order, where a text is missing in this
    /// one and it names none itself: those it is a part of, its nearest relative
    /// in the country or else English, and French, the source.
    #[must_use]
    pub fn fallbacks(&self) -> Vec<Self> {
        let wider = self.wider();
        let primary = wider.last().unwrap_or(self).clone();
        let added = !Self::BUILT_IN.contains(&primary.tag());
        let relative = added.then(|| primary.relative().unwrap_or_else(Self::english));
        let others = wider.into_iter().chain(relative).chain([Self::french()]);
        others.filter(|other| other != self).collect()
    }

    /// The languages this one is a part of, the nearest first: `rm` for
    /// `rm-sursilv`.
    fn wider(&self) -> Vec<Self> {
        let ends = self.0.rmatch_indices('-').map(|(end, _)| end);
        ends.map(|end| Self(self.0[..end].to_owned())).collect()
    }

    /// The language of the country whose speakers of this one read it too.
    fn relative(&self) -> Option<Self> {
        matches!(self.tag(), "rm" | "gsw").then(|| Self::new("de"))
    }

    /// The locale for plurals.
    fn locale(&self) -> Locale {
        Locale::try_from_str(self.written().tag()).unwrap_or(Locale::UNKNOWN)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
