//! What is said of one platform in one language, from
//! `content/<language>/platforms/<id>.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::facts::{Facts, Labels};
use super::template::{Part, TemplateError, Text, parse};
use crate::language::Language;

/// The prose of one platform. Its texts may quote the platform's own words:
/// `{switch}`, `{page}` (the last menu of the path) and `{label.NAME}`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prose {
    /// The language it is written in: another than the reader's where theirs
    /// has no such file.
    #[serde(skip)]
    pub language: Option<Language>,
    /// What happens and what can be done, in a sentence or two.
    pub summary: Text,
    /// More on what happens.
    #[serde(default)]
    pub what: Vec<String>,
    /// The data used.
    pub used: Vec<String>,
    /// The data not used.
    pub not_used: Vec<String>,
    /// What to know when opening the address.
    #[serde(default)]
    pub open: Vec<String>,
    /// The way through the phone's app, one act an item.
    #[serde(default)]
    pub phone: Vec<String>,
    /// What to know at the setting itself.
    #[serde(default)]
    pub control: Vec<String>,
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
    /// only, a placeholder that stands for nothing. For whoever edits the
    /// content, so in English.
    pub(super) fn fault(&self, facts: &Facts, language: &Language) -> Option<String> {
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
        let quotes = Quotes::new(facts, language);
        let extras = self.extra.values().map(|extra| &extra.body);
        [
            &self.what,
            &self.used,
            &self.not_used,
            &self.open,
            &self.phone,
            &self.control,
            &self.fill,
            &self.confirm,
            &self.remains,
        ]
        .into_iter()
        .chain(extras)
        .flatten()
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
    /// The words in `language`, in English where they are missing. A word known
    /// in one language only is known to all under its name.
    pub(super) fn new(facts: &Facts, language: &Language) -> Self {
        let english = facts.labels.get(&Language::english());
        let own = facts.labels.get(language);
        let mut quotes = Self {
            names: Vec::new(),
            values: Vec::new(),
        };
        if let Some(labels) = own.or(english) {
            quotes.add("switch", &labels.switch);
            if let Some(page) = labels.path.last() {
                quotes.add("page", page);
            }
        }
        let words = |labels: Option<&Labels>| labels.map(|labels| labels.words.clone());
        let mut table = words(english).unwrap_or_default();
        table.extend(words(own).unwrap_or_default());
        for (name, word) in &table {
            quotes.add(&format!("label.{name}"), word);
        }
        quotes
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
