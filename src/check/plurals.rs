//! Plural forms: those a language needs, no others.

use toml::Spanned;
use toml::de::DeTable;
use toml::de::DeValue;

use super::diagnostic::Code;
use super::document::Document;
use super::report::Report;
use crate::language::{Language, PluralForm, counts_as_known, plural_form};

const FORMS: [(&str, PluralForm); 6] = [
    ("zero", PluralForm::Zero),
    ("one", PluralForm::One),
    ("two", PluralForm::Two),
    ("few", PluralForm::Few),
    ("many", PluralForm::Many),
    ("other", PluralForm::Other),
];

/// No count of the program is anywhere near this large.
const LARGEST: usize = 200;

pub(super) fn check(document: &Document<'_>, language: &Language, report: &mut Report) {
    let mut tables = Vec::new();
    collect(&document.root, &mut tables);
    // What is not known is not forbidden.
    if tables.is_empty() || !counts_as_known(language) {
        return;
    }
    let counts: Vec<_> = (0..=LARGEST)
        .map(|count| (count, plural_form(language, count)))
        .collect();
    // A language may have a form for numbers far beyond ours.
    let million = plural_form(language, 1_000_000);
    for (table, span) in tables {
        for (name, form) in FORMS {
            let example = counts.iter().find(|(_, of)| *of == form);
            match (table.get_key_value(name), example) {
                (None, Some((count, _))) if form != PluralForm::Other => report.add(
                    document,
                    span.clone(),
                    Code::PluralMissing,
                    format!("the form `{name}` is missing, which `{language}` uses for {count}"),
                    format!("add `{name} = \"…\"`"),
                ),
                (Some((key, _)), None) if form != million && form != PluralForm::Other => report
                    .add(
                        document,
                        key.span(),
                        Code::PluralUnused,
                        format!("`{language}` has no form `{name}`: this is never shown"),
                        match plural_form(language, 0) {
                            PluralForm::One => "remove it: 0 counts as `one` here",
                            _ => "remove it",
                        },
                    ),
                _ => {}
            }
        }
    }
}

/// The tables that are plural forms: they have `other`, and nothing but forms.
fn collect<'t, 'a>(
    value: &'t Spanned<DeValue<'a>>,
    found: &mut Vec<(&'t DeTable<'a>, std::ops::Range<usize>)>,
) {
    let Some(table) = value.get_ref().as_table() else {
        return;
    };
    for (key, value) in table {
        let below = value.get_ref().as_table().filter(|below| {
            below.contains_key("other")
                && below.iter().all(|(key, value)| {
                    value.get_ref().is_str() && FORMS.iter().any(|(name, _)| *name == key.get_ref())
                })
        });
        // Of the tables `[switch.toggle]` and the like, `other` is one of many.
        match below {
            Some(below) => found.push((below, key.span())),
            None => collect(value, found),
        }
    }
}
