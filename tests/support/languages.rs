//! The languages that are built in, and the one that shows what is hard-coded.

use std::sync::LazyLock;

use nonmerci::content::Source;
use nonmerci::language::Language;

/// The languages that are built in, by their tags.
pub(crate) fn languages() -> impl Iterator<Item = &'static str> {
    static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| Source::embedded().languages());
    LANGUAGES.iter().map(Language::tag)
}

/// The languages of the snapshots: French, which the others are made from, and the
/// pseudo-language, which shows what is hard-coded or cut off. That the others fit
/// is asserted in `sizes.rs`, and that they are complete by the content check.
pub(crate) const IN_SNAPSHOTS: [&str; 2] = ["fr", Language::PSEUDO];
