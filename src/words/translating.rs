//! What is said to translators, from `content/<language>/translating.toml`. It is
//! read only when one of their commands runs.

use serde::Deserialize;

use super::values::{
    Chain, Count, CountOfLanguage, Example, Folder, FolderCount, Forms, Given, KnownOnes,
    LanguageFolder, Tag,
};
use crate::content::template::{Plural, Template, Text};

/// What is said to translators. A field is the key of the same name.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Translating {
    pub status: StatusWords,
    pub accept: AcceptWords,
    pub new: NewWords,
    pub readme: Readme,
    pub refused: Refused,
}

/// `nonmerci content status`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct StatusWords {
    pub source: Template<Count>,
    pub none: Text,
    pub language: Text,
    pub texts: Text,
    pub present: Text,
    pub reviewed: Text,
    pub aged: Text,
    pub then: Text,
    pub now: Text,
    pub unreviewed: Text,
    pub surplus: Text,
    pub missing: Text,
    pub accept: Text,
}

/// `nonmerci content accept`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct AcceptWords {
    pub done: Plural<CountOfLanguage>,
    pub left: Plural<Count>,
}

/// `nonmerci content new`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct NewWords {
    pub made: Template<FolderCount>,
    pub next: Text,
    pub chain: Text,
}

/// The README of a new language.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Readme {
    pub title: Template<Tag>,
    pub intro: Text,
    pub begin: Text,
    pub see: Text,
    pub entries: Text,
    pub chain: Template<Chain>,
    pub placeholders: Template<Example>,
    pub plurals: Template<Forms>,
    pub style: Text,
    pub check: Text,
    pub status: Text,
    pub reviewed: Text,
}

/// Why a command of the translators was refused, and what to do.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Refused {
    pub no_folder: Text,
    pub no_folder_hint: Text,
    pub source: Text,
    pub source_hint: Text,
    pub no_such_folder: Template<LanguageFolder>,
    pub no_such_folder_hint: Template<LanguageFolder>,
    pub unknown_key: Template<Given>,
    pub unknown_key_hint: Text,
    pub nothing_named: Text,
    pub nothing_named_hint: Text,
    pub not_acceptable: Template<KnownOnes>,
    pub not_acceptable_hint: Text,
    pub not_a_language: Template<Given>,
    pub not_a_language_hint: Text,
    pub built_in: Template<Given>,
    pub built_in_hint: Template<Given>,
    pub exists: Template<Folder>,
    pub exists_hint: Text,
}
