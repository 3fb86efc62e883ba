//! The words of what is exported, from `content/<language>/export.toml`. They are read
//! only where something is.

use serde::Deserialize;

use super::values::{Count, Given, Name, On};
use crate::content::template::{Plural, Template, Text, values};

/// The words of what is exported, in one language.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ExportWords {
    pub record: RecordWords,
    pub fields: FieldWords,
    pub calendar: CalendarWords,
    pub said: ExportSaidWords,
}

/// The record as a text.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct RecordWords {
    pub title: Text,
    pub made: Template<DateVersion>,
    pub own_words: Text,
    pub none: Text,
    pub done: Text,
    pub later: Text,
    pub not_found: Text,
    pub not_concerned: Text,
    pub extras: Text,
    pub open: Plural<Count>,
    pub not_advice: Text,
}

/// What is known of a platform: the words before it, and the heads of a table.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct FieldWords {
    pub platform: Text,
    pub group: Text,
    pub state: Text,
    pub on: Text,
    pub address: Text,
    pub setting: Text,
    pub position: Text,
    pub facts: Text,
    pub again: Text,
    pub extra: Text,
    pub confirmation: Text,
}

/// Reminders.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct CalendarWords {
    pub name: Text,
    pub again: Template<Name>,
    pub again_body: Template<On>,
    pub again_sent_body: Template<On>,
    pub later: Template<Name>,
    pub later_body: Text,
    pub not_found: Template<Name>,
    pub not_found_body: Text,
    pub walk: Template<Given>,
}

/// What the command says beside the record, and why it is refused.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ExportSaidWords {
    pub written: Template<Given>,
    pub import: Text,
    pub needs_day: Plural<Count>,
    pub no_events: Text,
    pub only_calendar: Text,
    pub only_calendar_hint: Text,
    pub past_day: Template<Given>,
    pub past_day_hint: Text,
}

values! {
    /// A day and a version of the program.
    DateVersion { date, version }
}
