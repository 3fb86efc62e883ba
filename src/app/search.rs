//! Finding platforms by any of their names, group or company, whatever the case and
//! accents.

use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::catalogue::{Catalogue, Texts};

/// The places of the platforms that `query` finds; all of them for an empty one.
#[must_use]
pub fn search(catalogue: &Catalogue, texts: &Texts, query: &str) -> Vec<usize> {
    // Every frame asks, and nearly always for all.
    if query.trim().is_empty() {
        return (0..catalogue.platforms.len()).collect();
    }
    let query = fold(query.trim());
    let groups = &texts.interface.groups;
    catalogue
        .platforms
        .iter()
        .enumerate()
        .filter(|(_, facts)| {
            let group = groups.get(&*facts.group).map_or("", |name| name);
            let known = [
                texts.name(facts),
                &facts.name,
                &facts.id,
                group,
                &facts.operator,
            ];
            let also = facts.also.iter().map(|name| &**name);
            known
                .into_iter()
                .chain(also)
                .any(|text| fold(text).contains(&query))
        })
        .map(|(place, _)| place)
        .collect()
}

/// A text without case and accents, for comparing. The typed apostrophe is the
/// printed one.
#[must_use]
pub fn fold(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfkd()
        .normalize(text)
        .chars()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == '\'' { '’' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_do_not_count() {
        for (text, expected) in [
            ("Réseaux SOCIAUX", "reseaux sociaux"),
            ("Künstliche", "kunstliche"),
            ("più È", "piu e"),
            ("ﬁn", "fin"),
            ("L'histoire", "l’histoire"),
        ] {
            assert_eq!(fold(text), expected);
        }
    }
}
