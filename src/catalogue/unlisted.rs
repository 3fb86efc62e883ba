//! Names that people look for and that are not on the list, with what can be said of
//! them all the same: `content/unlisted.toml`.

use jiff::civil::Date;
use serde::Deserialize;

use super::facts::date;
use crate::content::Text;
use crate::words::{NameOn, Texts};

/// The names that are known and not listed.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unlisted {
    /// When a person last looked for settings under these names.
    #[serde(deserialize_with = "date")]
    #[cfg_attr(test, schemars(with = "String", extend("format" = "date")))]
    pub looked: Date,
    /// The names.
    #[serde(default)]
    pub name: Vec<UnlistedName>,
}

/// A name that is known and not listed.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnlistedName {
    /// The name.
    pub name: Text,
    /// Other names that people look for it by.
    #[serde(default)]
    pub also: Vec<Text>,
    /// What can be said of it.
    pub known: KnownOf,
}

/// What can be said of a name that is not listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum KnownOf {
    /// It was looked for, and no setting was found.
    NoSetting,
    /// By its own texts it trains on people's data, and no setting was found.
    Trains,
    /// What was found is too unsure to be shown.
    Unsure,
    /// Only whoever runs the organisation's account can refuse.
    Admin,
    /// By its own texts it trains on nothing unless somebody agrees.
    Off,
}

impl UnlistedName {
    /// All its names, its own first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&self.name]
            .into_iter()
            .chain(&self.also)
            .map(|name| &**name)
    }

    /// What is said of it, in a sentence of `texts`.
    #[must_use]
    pub fn sentence(&self, texts: &Texts, looked: Date) -> String {
        let words = &texts.interface.unlisted;
        let message = match self.known {
            KnownOf::NoSetting => &words.no_setting,
            KnownOf::Trains => &words.trains,
            KnownOf::Unsure => &words.unsure,
            KnownOf::Admin => &words.admin,
            KnownOf::Off => &words.off,
        };
        message.fill(&NameOn {
            name: self.name.to_string(),
            date: texts.interface.dates.full(looked),
        })
    }
}

/// What one can do where nothing is listed, a sentence each; nothing where it is known
/// of the names `found` that somebody else has to act, or nobody.
#[must_use]
pub fn anyway<'t>(texts: &'t Texts, found: &[&UnlistedName]) -> Vec<&'t str> {
    let settled = |name: &&UnlistedName| matches!(name.known, KnownOf::Admin | KnownOf::Off);
    if !found.is_empty() && found.iter().all(settled) {
        return Vec::new();
    }
    let words = &texts.interface.unlisted;
    vec![&words.settings, &words.letter, &words.tell]
}
