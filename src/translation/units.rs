//! The texts of a file, by their place: single ones, lists, and plural forms.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::fallback::CHAIN;
use crate::handwritten::Lines;
use crate::language::PluralForm;

/// A text and the line of its file it stands on, from 1; 0 where that is not
/// known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) line: usize,
}

impl Line {
    /// Whether there is nothing to read.
    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// What one key of a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unit {
    /// A text.
    One(Line),
    /// A list of texts.
    List(Vec<Line>),
    /// A text in plural forms, by the name of the form.
    Plural(BTreeMap<String, Line>),
}

/// The units of a file, by dotted key.
pub(super) type Units = BTreeMap<String, Unit>;

/// The units of the file `text`, read as `tree`.
pub(super) fn units(text: &str, tree: &Spanned<DeTable<'_>>) -> Units {
    let mut units = Units::new();
    // Without the text, nobody knows the lines.
    let lines = (!text.is_empty()).then(|| Lines::of(text));
    collect(lines.as_ref(), "", tree.get_ref(), &mut units);
    units
}

fn collect(lines: Option<&Lines>, above: &str, table: &DeTable<'_>, units: &mut Units) {
    for (key, value) in table {
        let path = format!("{above}{}", key.get_ref());
        // It names languages, and says nothing.
        if path == CHAIN {
            continue;
        }
        let line = |value: &Spanned<DeValue<'_>>| {
            value.get_ref().as_str().map(|words| Line {
                text: words.to_owned(),
                line: lines.map_or(0, |lines| lines.at(value.span().start)),
            })
        };
        let unit = match value.get_ref() {
            DeValue::Array(items) => Unit::List(items.iter().filter_map(line).collect()),
            DeValue::Table(table)
                if PluralForm::are_forms(table.keys().map(|key| &**key.get_ref())) =>
            {
                let forms = table.iter();
                let forms = forms
                    .filter_map(|(name, form)| Some((name.get_ref().to_string(), line(form)?)));
                Unit::Plural(forms.collect())
            }
            DeValue::Table(table) => {
                collect(lines, &format!("{path}."), table, units);
                continue;
            }
            _ => match line(value) {
                Some(line) => Unit::One(line),
                None => continue,
            },
        };
        units.insert(path, unit);
    }
}
