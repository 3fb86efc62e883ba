//! The platform's own words that prose may quote: `{switch}`, `{page}` and
//! `{label.NAME}`.

use std::collections::BTreeMap;

use super::facts::Facts;
use crate::content::template::{TemplateError, check_places, fill};
use crate::language::Language;

/// The platform's own words that prose may quote.
pub(crate) struct Quotes {
    names: Vec<String>,
    values: Vec<String>,
}

impl Quotes {
    /// The words in the first of `languages` that has them. A word known in none of
    /// them is quoted in the language it is known in: the prose says which.
    pub(crate) fn new(facts: &Facts, languages: &[Language]) -> Self {
        let mut quotes = Self {
            names: Vec::new(),
            values: Vec::new(),
        };
        if let Some(labels) = facts.labels(languages) {
            if let Some(switch) = &labels.value.switch {
                quotes.add("switch", switch);
            }
            if let Some(page) = labels.value.path.last() {
                quotes.add("page", page);
            }
        }
        let mut table = BTreeMap::new();
        let preferred = languages.iter().rev();
        let preferred = preferred.filter_map(|tag| facts.labels.get(tag));
        for labels in facts.labels.values().chain(preferred) {
            table.extend(&labels.words);
        }
        for (name, word) in table {
            quotes.add(&format!("label.{name}"), word);
        }
        quotes
    }

    /// The names of the placeholders.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    fn add(&mut self, name: &str, value: &str) {
        self.names.push(name.to_owned());
        self.values.push(value.to_owned());
    }

    /// The text with the words in their places.
    pub(crate) fn try_fill(&self, text: &str) -> Result<String, TemplateError> {
        check_places(text, &self.names)?;
        Ok(fill(text, &self.names, &|place| &self.values[place]))
    }

    /// The text with the words in their places; as it is where that fails,
    /// which reading the content has ruled out.
    pub(crate) fn fill(&self, text: &str) -> String {
        self.try_fill(text).unwrap_or_else(|_| text.to_owned())
    }
}
