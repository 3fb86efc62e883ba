//! Which plural form a count takes in a language.

use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

use super::Language;

/// The plural forms a text can have, named as Unicode CLDR names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PluralForm {
    /// `zero`.
    Zero,
    /// `one`: French counts 0 in, the other built-in languages do not.
    One,
    /// `two`.
    Two,
    /// `few`.
    Few,
    /// `many`.
    Many,
    /// `other`: every language has it.
    Other,
}

impl PluralForm {
    /// All forms, by name.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("zero", Self::Zero),
        ("one", Self::One),
        ("two", Self::Two),
        ("few", Self::Few),
        ("many", Self::Many),
        ("other", Self::Other),
    ];

    /// Whether the keys of a table are those of a text in plural forms: names of
    /// forms alone, `other` among them.
    pub fn are_forms<'a>(keys: impl IntoIterator<Item = &'a str>) -> bool {
        let mut has_other = false;
        let all = keys.into_iter().all(|key| {
            has_other |= key == "other";
            Self::NAMES.iter().any(|(name, _)| *name == key)
        });
        all && has_other
    }
}

/// The names of the forms that the counts of this program, some dozens at most,
/// take in `language`. The form that some languages keep for millions is not
/// among them.
#[must_use]
pub fn forms_needed(language: &Language) -> Vec<&'static str> {
    let rules = PluralRules::try_new(language.locale().into(), PluralRulesOptions::default());
    let taken: Vec<_> = (0..=200_usize)
        .map(|count| form(rules.as_ref().ok(), count))
        .collect();
    let named = PluralForm::NAMES.iter();
    let named = named.filter(|(_, form)| *form == PluralForm::Other || taken.contains(form));
    named.map(|(name, _)| *name).collect()
}

/// The form that `count` takes in `language`.
#[must_use]
pub fn plural_form(language: &Language, count: usize) -> PluralForm {
    let rules = PluralRules::try_new(language.locale().into(), PluralRulesOptions::default());
    form(rules.as_ref().ok(), count)
}

fn form(rules: Option<&PluralRules>, count: usize) -> PluralForm {
    match rules.map(|rules| rules.category_for(count)) {
        Some(PluralCategory::Zero) => PluralForm::Zero,
        Some(PluralCategory::One) => PluralForm::One,
        Some(PluralCategory::Two) => PluralForm::Two,
        Some(PluralCategory::Few) => PluralForm::Few,
        Some(PluralCategory::Many) => PluralForm::Many,
        Some(PluralCategory::Other) | None => PluralForm::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_counts_nothing_as_one() {
        use PluralForm::{One, Other};
        for (tag, expected) in [
            ("fr", [One, One, Other]),
            ("de", [Other, One, Other]),
            ("it", [Other, One, Other]),
            ("en", [Other, One, Other]),
        ] {
            let language = Language::new(tag);
            assert_eq!([0, 1, 2].map(|n| plural_form(&language, n)), expected);
        }
    }

    #[test]
    fn a_language_needs_the_forms_its_counts_take() {
        for (tag, expected) in [
            ("fr", &["one", "other"][..]),
            ("it", &["one", "other"]),
            ("rm", &["one", "other"]),
            ("sl", &["one", "two", "few", "other"]),
            ("pl", &["one", "few", "many", "other"]),
            ("ar", &["zero", "one", "two", "few", "many", "other"]),
            ("ja", &["other"]),
        ] {
            assert_eq!(forms_needed(&Language::new(tag)), expected, "{tag}");
        }
    }
}
