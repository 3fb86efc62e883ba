//! The words of the letters, from `content/<language>/letters.toml`. They are read only
//! where a letter is written.
//!
//! Each part that a letter must have is a key of its own, so that no language can lack it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::values::{Count, Given, Name, On};
use crate::content::template::{Template, Text, Words, values};

/// A kind of letter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LetterKind {
    /// An objection to AI training.
    #[default]
    Objection,
    /// A request for access to one's data.
    Access,
    /// A request to erase data.
    Erasure,
    /// A reminder of a request for access that was not answered.
    Reminder,
}

impl LetterKind {
    /// All of them, by the words of the command line.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("objection", Self::Objection),
        ("access", Self::Access),
        ("erasure", Self::Erasure),
        ("reminder", Self::Reminder),
    ];

    /// Its word.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, kind)| *kind == self);
        found.map_or("", |(name, _)| name)
    }
}

/// The words of the letters in one language.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct LetterWords {
    pub common: CommonLetterWords,
    pub objection: ObjectionWords,
    pub access: AccessWords,
    pub erasure: ErasureWords,
    pub reminder: ReminderWords,
    pub short: ShortLetterWords,
    pub blanks: BlankWords,
    pub for_you: ForYouWords,
    pub walk: WalkLetterWords,
    /// What an addressee asks for, by its id.
    #[serde(default)]
    pub asks: BTreeMap<String, Text>,
    pub said: LetterSaidWords,
}

/// What the letters have in common.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct CommonLetterWords {
    /// Abbreviations that stay on one line with the number or letter after them.
    pub kept: Words,
    pub place_date: Template<PlaceDate>,
    pub controller: Template<Company>,
    pub salutation: Text,
    pub account: Template<Account>,
    pub organisation: Text,
    pub no_account: Text,
    pub others: Template<Data>,
    pub child: Template<Name>,
    pub identity: Text,
    pub soon: Text,
    pub account_stays: Text,
    pub reservation: Text,
    pub answer_mail: Template<Email>,
    pub answer_post: Text,
    pub closing: Text,
}

/// An objection.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ObjectionWords {
    pub subject: Template<Name>,
    pub declaration: Text,
    pub scope: Template<Services>,
    pub bases: Text,
    pub grounds: Template<Grounds>,
    pub default_reason: Text,
    pub consent: Text,
    pub stop: Text,
    pub confirm: Text,
}

/// A request for access.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct AccessWords {
    pub subject: Template<Name>,
    pub request: Template<Services>,
    pub points: [Text; 7],
    pub form: Text,
    pub time: Text,
    pub reservation: Text,
}

/// A request to erase.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ErasureWords {
    pub subject: Template<Name>,
    pub request: Template<Data>,
    pub outside_account: Template<Services>,
    pub everything: Template<Services>,
    pub bases: Text,
    pub recipients: Text,
    pub confirm: Text,
}

/// A reminder.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ReminderWords {
    pub subject: Template<NameSent>,
    pub unanswered: Template<Sent>,
    pub over: Text,
    pub last: Text,
    pub complete: Text,
    pub next: Text,
    pub enclosed: Template<Sent>,
}

/// What fits the field of a form: at most 300 characters each.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ShortLetterWords {
    pub objection: Text,
    pub access: Text,
    pub erasure: Text,
    pub reminder: Text,
}

impl ShortLetterWords {
    /// That of a kind of letter.
    #[must_use]
    pub fn of(&self, kind: LetterKind) -> &Text {
        match kind {
            LetterKind::Objection => &self.objection,
            LetterKind::Access => &self.access,
            LetterKind::Erasure => &self.erasure,
            LetterKind::Reminder => &self.reminder,
        }
    }
}

/// What stands in a blank, which is filled in by hand.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct BlankWords {
    pub name: Text,
    pub address: Text,
    pub place: Text,
    pub account: Text,
    pub telephone: Text,
    pub links: Text,
    pub sent: Text,
}

/// What is said to the person beside the letter.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ForYouWords {
    pub title: Text,
    pub print: Text,
    pub blanks: Template<Given>,
    pub addressee: Template<CompanyDate>,
    pub collected: Template<CompanyDate>,
    pub check: Text,
    pub own_addressee: Text,
    pub representative: Text,
    pub no_post: Text,
    pub by_form: Template<Given>,
    pub by_mail: Template<Given>,
    pub english: Text,
    pub keep: Text,
    pub no_id: Text,
    pub organisation: Text,
    pub objection: Text,
    pub access: Template<Given>,
    pub cost: Text,
    pub erasure: Text,
    pub reminder: Text,
    pub too_soon: Template<On>,
    pub long: Template<Count>,
    pub not_advice: Text,
}

/// What is said of a letter in a walk.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct WalkLetterWords {
    pub title: Template<Name>,
    pub title_access: Template<Name>,
    pub short: Text,
    pub by_form: Template<Given>,
    pub fill: Template<Given>,
    pub own_address: Template<Given>,
}

/// What the command says beside the letter, and why it is refused.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct LetterSaidWords {
    pub written: Template<Given>,
    pub written_html: Template<Given>,
    pub no_addressee: Template<Name>,
    pub no_addressee_form: Template<Given>,
    pub no_addressee_show: Template<Given>,
    pub no_addressee_to: Template<Given>,
}

values! {
    /// A place and a day.
    PlaceDate { place, date }
    /// A company.
    Company { company }
    /// A company and when its address was known.
    CompanyDate { company, date }
    /// What identifies an account.
    Account { account }
    /// What a letter is about.
    Data { data }
    /// An e-mail address.
    Email { email }
    /// The services of a company.
    Services { services }
    /// The grounds of one's own.
    Grounds { reason }
    /// The day of the first letter.
    Sent { sent }
    /// A platform, and the day of the first letter.
    NameSent { name, sent }
}
