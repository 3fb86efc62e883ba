//! What is said of one platform in one language, from
//! `content/<language>/platforms/<id>.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::facts::{Facts, Kind};
use super::template::{Part, TemplateError, Text, parse};
use crate::language::Language;

/// The prose of one platform. Its texts may quote the platform's own words:
/// `{switch}`, `{page}` (the last menu of the path) and `{label.NAME}`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prose {
    /// The other languages it is partly, or wholly, in, where the reader's has
    /// not all of it yet.
    #[serde(skip)]
    pub borrowed: Vec<Language>,
    /// What happens and what can be done, in a sentence or two.
    pub summary: Text,
    /// More on what happens.
    #[serde(default)]
    pub what: Vec<String>,
    /// The data used.
    #[serde(default)]
    pub used: Vec<String>,
    /// The data not used.
    #[serde(default)]
    pub not_used: Vec<String>,
    /// What to know when opening the address.
    #[serde(default)]
    pub open: Vec<String>,
    /// The way through the phone's app, one act an item.
    #[serde(default)]
    pub phone: Vec<String>,
    /// The way through the menus, one act an item, for the kind `path`.
    #[serde(default)]
    pub path: Vec<String>,
    /// What to know at the setting itself.
    #[serde(default)]
    pub control: Vec<String>,
    /// What whoever runs the account has to do, one act an item, for the kinds
    /// `admin` and `email`.
    #[serde(default)]
    pub ask: Vec<String>,
    /// The mail to send, for the kind `email`.
    pub message: Option<String>,
    /// What still helps, for the kind `none`.
    #[serde(default)]
    pub helps: Vec<String>,
    /// What to use instead, for the kind `none`.
    #[serde(default)]
    pub alternatives: Vec<String>,
    /// Where to look to make sure, for the kind `off`.
    #[serde(default)]
    pub place: Vec<String>,
    /// What to enter in the form, one act an item.
    #[serde(default)]
    pub fill: Vec<String>,
    /// What to expect once it is done.
    #[serde(default)]
    pub confirm: Vec<String>,
    /// What a refusal does not do, and traps that stay.
    #[serde(default)]
    pub remains: Vec<String>,
    /// The second levers, by id.
    #[serde(default)]
    pub extra: BTreeMap<String, ExtraProse>,
}

/// The prose of a second lever.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtraProse {
    /// Its title.
    pub title: Text,
    /// What it is for and what to do.
    pub body: Vec<String>,
}

impl Prose {
    /// What does not go with the facts, if anything: a second lever on one side
    /// only, a placeholder that stands for nothing. The platform's own words are
    /// looked for in `languages`. For whoever edits the content, so in English.
    pub(super) fn fault(&self, facts: &Facts, languages: &[Language]) -> Option<String> {
        for extra in &facts.extra {
            if !self.extra.contains_key(&extra.id) {
                return Some(format!("`[extra.{}]` is missing", extra.id));
            }
        }
        for id in self.extra.keys() {
            if !facts.extra.iter().any(|extra| extra.id == *id) {
                return Some(format!("`[extra.{id}]` has no facts"));
            }
        }
        let missing = match facts.kind {
            Kind::Path if self.path.is_empty() => Some("path"),
            Kind::Email if self.message.is_none() => Some("message"),
            Kind::Admin if self.ask.is_empty() => Some("ask"),
            Kind::None if self.helps.is_empty() => Some("helps"),
            Kind::Off if self.place.is_empty() => Some("place"),
            _ => None,
        };
        if let Some(key) = missing {
            return Some(format!("this kind of platform needs `{key}`"));
        }
        let quotes = Quotes::new(facts, languages);
        let extras = self.extra.values().map(|extra| &extra.body);
        [
            &self.what,
            &self.used,
            &self.not_used,
            &self.open,
            &self.phone,
            &self.path,
            &self.control,
            &self.ask,
            &self.helps,
            &self.alternatives,
            &self.place,
            &self.fill,
            &self.confirm,
            &self.remains,
        ]
        .into_iter()
        .chain(extras)
        .flatten()
        .chain(&self.message)
        .find_map(|text| {
            quotes
                .try_fill(text)
                .err()
                .map(|error| format!("{error}: {text}"))
        })
    }
}

/// The platform's own words that prose may quote.
pub(super) struct Quotes {
    names: Vec<String>,
    values: Vec<String>,
}

impl Quotes {
    /// The words in the first of `languages` that has them. A word known in one
    /// language only is known to all under its name.
    pub(super) fn new(facts: &Facts, languages: &[Language]) -> Self {
        let mut quotes = Self {
            names: Vec::new(),
            values: Vec::new(),
        };
        if let Some(labels) = facts.labels(languages) {
            quotes.add("switch", &labels.value.switch);
            if let Some(page) = labels.value.path.last() {
                quotes.add("page", page);
            }
        }
        let mut table = BTreeMap::new();
        for labels in languages
            .iter()
            .rev()
            .filter_map(|tag| facts.labels.get(tag))
        {
            table.extend(&labels.words);
        }
        for (name, word) in table {
            quotes.add(&format!("label.{name}"), word);
        }
        quotes
    }

    /// The names of the placeholders.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    fn add(&mut self, name: &str, value: &str) {
        self.names.push(name.to_owned());
        self.values.push(value.to_owned());
    }

    /// The text with the words in their places.
    pub(super) fn try_fill(&self, text: &str) -> Result<String, TemplateError> {
        let parts = parse(text, &self.names)?;
        Ok(parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => text,
                Part::Value(place) => &self.values[*place],
            })
            .map(String::as_str)
            .collect())
    }

    /// The text with the words in their places; as it is where that fails,
    /// which reading the content has ruled out.
    pub(super) fn fill(&self, text: &str) -> String {
        self.try_fill(text).unwrap_or_else(|_| text.to_owned())
    }
}
