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

/// The form that `count` takes in `language`.
#[must_use]
pub fn plural_form(language: &Language, count: usize) -> PluralForm {
    let rules = PluralRules::try_new(language.locale().into(), PluralRulesOptions::default());
    match rules.map(|rules| rules.category_for(count)) {
        Ok(PluralCategory::Zero) => PluralForm::Zero,
        Ok(PluralCategory::One) => PluralForm::One,
        Ok(PluralCategory::Two) => PluralForm::Two,
        Ok(PluralCategory::Few) => PluralForm::Few,
        Ok(PluralCategory::Many) => PluralForm::Many,
        Ok(PluralCategory::Other) | Err(_) => PluralForm::Other,
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
}
