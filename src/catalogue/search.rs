//! Finding platforms by any of their names, group or company, whatever the case and
//! accents.

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::{Catalogue, Platform};
use crate::words::Texts;

/// The places of the platforms that `query` finds; all of them for an empty one.
#[must_use]
pub fn search(catalogue: &Catalogue, texts: &Texts, query: &str) -> Vec<usize> {
    // Every frame asks, and nearly always for all.
    if query.trim().is_empty() {
        return (0..catalogue.platforms.len()).collect();
    }
    let query = fold(query.trim());
    let groups = &texts.interface.groups;
    let platforms = catalogue.platforms.iter().enumerate();
    let found = platforms.filter(|(_, facts)| {
        let group = groups.get(&*facts.group).map_or("", |name| name);
        names(texts, facts)
            .chain([group, &facts.operator])
            .any(|text| fold(text).contains(&query))
    });
    found.map(|(place, _)| place).collect()
}

/// All names that a platform is known by.
fn names<'a>(texts: &'a Texts, facts: &'a Platform) -> impl Iterator<Item = &'a str> {
    let known = [facts.name_in(texts), &facts.name, &facts.id];
    known
        .into_iter()
        .chain(facts.also.iter().map(|name| &**name))
}

/// What [`search`] finds; where that is nothing, the platforms with a name, or the
/// beginning of one, that was nearly typed.
#[must_use]
pub fn search_nearly(catalogue: &Catalogue, texts: &Texts, query: &str) -> Vec<usize> {
    let found = search(catalogue, texts, query);
    if !found.is_empty() {
        return found;
    }
    let query = fold(query.trim());
    if query.chars().count() < 4 {
        return found;
    }
    let platforms = catalogue.platforms.iter().enumerate();
    let near =
        platforms.filter(|(_, facts)| names(texts, facts).any(|name| is_near(&fold(name), &query)));
    near.map(|(place, _)| place).collect()
}

/// Whether a name, or a word of it, is typed with a slip of the finger: one, and two
/// in a long one. From six letters on, the beginning is enough.
fn is_near(name: &str, query: &str) -> bool {
    let typed = query.chars().count();
    let slips = if typed < 8 { 1 } else { 2 };
    let near = |known: &str| {
        // A name that is that much longer or shorter has more slips than that.
        known.chars().count().abs_diff(typed) <= slips
            && strsim::damerau_levenshtein(known, query) <= slips
    };
    let mut beginnings = (typed - 1..=typed + 1)
        .filter(|_| typed >= 6)
        .map(|length| name.chars().take(length).collect::<String>());
    near(name) || name.split_whitespace().any(near) || beginnings.any(|begun| near(&begun))
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
    fn a_slip_of_the_finger_is_near_and_another_name_is_not() {
        for (name, query, near) in [
            ("twitter", "twiter", true),
            ("twitter", "twint", false),
            ("twitter", "twitch", false),
            ("facebook", "faceob", true),
            ("facebook", "facebok", true),
            ("linkedin", "linkdin", true),
            ("instagram", "instragam", true),
            ("whatsapp", "watsap", true),
            ("google gemini", "gogle", true),
            ("chatgpt", "chat gtp", true),
            ("tiktok", "tik tok", true),
            ("discord", "disney", false),
            ("x", "xing", false),
        ] {
            assert_eq!(is_near(name, query), near, "{name}, {query}");
        }
    }

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
