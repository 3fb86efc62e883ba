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
    let rules = rules(language);
    let taken: Vec<_> = (0..=200_usize)
        .map(|count| form(rules.as_ref(), count))
        .collect();
    let named = PluralForm::NAMES.iter();
    let named = named.filter(|(_, form)| *form == PluralForm::Other || taken.contains(form));
    named.map(|(name, _)| *name).collect()
}

/// The form that `count` takes in `language`.
#[must_use]
pub fn plural_form(language: &Language, count: usize) -> PluralForm {
    form(rules(language).as_ref(), count)
}

/// The languages that Unicode CLDR knows to have one form for all counts: whatever else
/// comes without rules, it does not know.
const ONE_FORM: [&str; 36] = [
    "bm", "bo", "dz", "hnj", "id", "ig", "ii", "in", "ja", "jbo", "jv", "jw", "kde", "kea", "km",
    "ko", "lkt", "lo", "ms", "my", "nqo", "osa", "root", "sah", "ses", "sg", "su", "th", "to",
    "tpi", "vi", "wo", "yo", "yue", "zh", "und",
];

/// Whether it is known how `language` counts. Where it is not, it is taken to count as
/// the language that its texts are filled up from, and any form may be right.
#[must_use]
pub fn counts_as_known(language: &Language) -> bool {
    known_rules(language).is_some()
}

/// The rules of `language`, in whatever script and country.
fn known_rules(language: &Language) -> Option<PluralRules> {
    let rules = own_rules(language).filter(has_forms);
    rules.or_else(|| {
        let written = language.written();
        let primary = written.tag().split('-').next().map(Language::new)?;
        let one_form = ONE_FORM.contains(&primary.tag());
        own_rules(&primary).filter(|rules| one_form || has_forms(rules))
    })
}

fn own_rules(language: &Language) -> Option<PluralRules> {
    PluralRules::try_new(language.locale().into(), PluralRulesOptions::default()).ok()
}

fn has_forms(rules: &PluralRules) -> bool {
    (0..=200).any(|count| form(Some(rules), count) != PluralForm::Other)
}

/// The rules of `language`; where they are not known, those of the first language it
/// falls back on that has some.
fn rules(language: &Language) -> Option<PluralRules> {
    let known = || language.fallbacks().iter().find_map(known_rules);
    known_rules(language).or_else(known)
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
    fn what_is_not_known_is_known_not_to_be() {
        for (tag, expected) in [
            ("fr", true),
            ("ja", true),
            ("zh-hant", true),
            ("sr-latn", true),
            ("bar", false),
            ("pms", false),
        ] {
            assert_eq!(counts_as_known(&Language::new(tag)), expected, "{tag}");
        }
    }

    #[test]
    fn a_language_needs_the_forms_its_counts_take() {
        for (tag, expected) in [
            ("fr", &["one", "other"][..]),
            ("it", &["one", "other"]),
            ("rm", &["one", "other"]),
            ("rm-sursilv", &["one", "other"]),
            ("gsw", &["one", "other"]),
            ("wae", &["one", "other"]),
            ("fur", &["one", "other"]),
            ("sr-latn", &["one", "few", "other"]),
            ("sr-latn-ch", &["one", "few", "other"]),
            // Unicode does not know how they count.
            ("bar", &["one", "other"]),
            ("pms", &["one", "other"]),
            ("sl", &["one", "two", "few", "other"]),
            ("pl", &["one", "few", "many", "other"]),
            ("ar", &["zero", "one", "two", "few", "many", "other"]),
            ("ja", &["other"]),
        ] {
            assert_eq!(forms_needed(&Language::new(tag)), expected, "{tag}");
        }
    }
}
