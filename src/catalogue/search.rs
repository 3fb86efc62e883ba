//! Finding platforms by any of their names, group or company, by the words of their
//! switches, whatever the case and accents; and names that are not on the list.

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::{Catalogue, Platform, UnlistedName};
use crate::words::{FoundBy, SearchIndex, Texts};

/// From this many letters on, what is typed is also found inside a name; fewer stand
/// inside nearly every one.
const INSIDE: usize = 3;

/// The most names off the list that are shown for what is typed.
const MOST_UNLISTED: usize = 3;

/// The places of the platforms that `query` finds; all of them for an empty one. The
/// words of menus and switches count where no name does.
#[must_use]
pub fn search(catalogue: &Catalogue, texts: &Texts, query: &str) -> Vec<usize> {
    // Every frame asks, and nearly always for all.
    if query.trim().is_empty() {
        return (0..catalogue.platforms.len()).collect();
    }
    let query = Query::new(query);
    let index = index(catalogue, texts);
    let by = |fits: &dyn Fn(&FoundBy) -> bool| -> Vec<usize> {
        let listed = index.listed.iter().enumerate();
        let found = listed.filter(|(_, platform)| fits(platform));
        found.map(|(place, _)| place).collect()
    };
    [
        by(&|platform| query.names(platform)),
        by(&|platform| query.names_inside(platform)),
        by(&|platform| query.is_in(&platform.labels)),
        by(&|platform| query.word_by_word(platform)),
    ]
    .into_iter()
    .find(|found| !found.is_empty())
    .unwrap_or_default()
}

/// The names off the list that `query` finds.
#[must_use]
pub fn unlisted<'a>(catalogue: &'a Catalogue, texts: &Texts, query: &str) -> Vec<&'a UnlistedName> {
    let query = Query::new(query);
    if query.letters < INSIDE && !query.text.is_empty() {
        // So few letters have to be the whole name.
        return named(catalogue, texts, |name| name == query.text);
    }
    if query.text.is_empty() {
        return Vec::new();
    }
    let found = named(catalogue, texts, |name| begins_word(name, &query.text));
    if !found.is_empty() || !search(catalogue, texts, &query.text).is_empty() {
        return found;
    }
    named(catalogue, texts, |name| {
        query.letters > INSIDE && is_near(name, &query.text)
    })
}

/// The names off the list of which one fits.
fn named<'a>(
    catalogue: &'a Catalogue,
    texts: &Texts,
    fits: impl Fn(&str) -> bool,
) -> Vec<&'a UnlistedName> {
    let names = index(catalogue, texts).unlisted.iter();
    let found = names.zip(&catalogue.unlisted().name);
    let found = found.filter(|(names, _)| names.iter().any(|name| fits(name)));
    found.map(|(_, name)| name).take(MOST_UNLISTED).collect()
}

/// What is typed, made comparable.
struct Query {
    text: String,
    /// How many letters it has.
    letters: usize,
}

impl Query {
    fn new(text: &str) -> Self {
        let text = fold(text.trim());
        let letters = text.chars().count();
        Self { text, letters }
    }

    /// Whether a name, the company or the group has a word that begins so; or, for more
    /// than a few letters, has them anywhere in its name.
    fn names(&self, platform: &FoundBy) -> bool {
        self.is_in(&platform.names) || self.is_in(&platform.around) || {
            self.letters >= INSIDE && self.names_inside(platform)
        }
    }

    /// Whether a name, the company or the group has it anywhere.
    fn names_inside(&self, platform: &FoundBy) -> bool {
        let all = platform.names.iter().chain(&platform.around);
        all.into_iter().any(|name| name.contains(&self.text))
    }

    /// Whether one of these texts has a word that begins so.
    fn is_in(&self, texts: &[String]) -> bool {
        texts.iter().any(|text| begins_word(text, &self.text))
    }

    /// Whether each of its words stands somewhere, as in *copilot in word*; of short
    /// ones, such as *in*, that is not asked where there are others.
    fn word_by_word(&self, platform: &FoundBy) -> bool {
        let words: Vec<_> = self.text.split_whitespace().collect();
        let long = words.iter().filter(|word| word.chars().count() >= INSIDE);
        let long: Vec<_> = long.collect();
        let texts = [&platform.names, &platform.around, &platform.labels];
        long.len() > 1
            && long.iter().all(|word| {
                let mut texts = texts.iter().copied().flatten();
                texts.any(|text| begins_word(text, word))
            })
    }
}

/// Whether a word of `text` begins with `begun`, which may go on over several.
fn begins_word(text: &str, begun: &str) -> bool {
    let mut found = text.match_indices(begun);
    found.any(|(place, _)| {
        let before = text[..place].chars().next_back();
        before.is_none_or(|letter| !letter.is_alphanumeric())
    })
}

/// What platforms are found by, folded the first time somebody searches.
fn index<'a>(catalogue: &Catalogue, texts: &'a Texts) -> &'a SearchIndex {
    texts.search.get_or_init(|| {
        let folded = |texts: &mut dyn Iterator<Item = &str>| texts.map(fold).collect();
        let groups = &texts.interface.groups;
        let languages = texts.label_languages();
        let listed = catalogue.platforms.iter().map(|facts| {
            let group = groups.get(&*facts.group).map_or("", |name| name);
            let labels = languages.iter().filter_map(|tag| facts.labels.get(tag));
            let labels = labels.flat_map(|labels| {
                let former = labels.former.iter().chain(&labels.former_path);
                let other = labels.also.iter().chain(former).chain(&labels.path);
                labels.switch.iter().chain(other)
            });
            let extra = facts
                .extra
                .iter()
                .flat_map(|extra| languages.iter().filter_map(|tag| extra.label.get(tag)));
            FoundBy {
                names: folded(&mut names(texts, facts)),
                around: folded(&mut [group, &facts.operator].into_iter()),
                labels: folded(&mut labels.chain(extra).map(|label| &**label)),
            }
        });
        let unlisted = catalogue.unlisted().name.iter();
        SearchIndex {
            listed: listed.collect(),
            unlisted: unlisted.map(|name| folded(&mut name.names())).collect(),
        }
    })
}

/// All names that a platform is known by.
fn names<'a>(texts: &'a Texts, facts: &'a Platform) -> impl Iterator<Item = &'a str> {
    let known = [facts.name_in(texts), &facts.name, &facts.id];
    known
        .into_iter()
        .chain(facts.also.iter().map(|name| &**name))
}

/// The platform that has just this name.
#[must_use]
pub fn by_name(catalogue: &Catalogue, texts: &Texts, name: &str) -> Option<usize> {
    let name = fold(name.trim());
    let listed = &index(catalogue, texts).listed;
    listed
        .iter()
        .position(|platform| platform.names.contains(&name))
}

/// What [`search`] finds; where that is nothing, the platforms with a name, or the
/// beginning of one, that was nearly typed.
#[must_use]
pub fn search_nearly(catalogue: &Catalogue, texts: &Texts, query: &str) -> Vec<usize> {
    let found = search(catalogue, texts, query);
    // A name off the list was typed right.
    if !found.is_empty() || !unlisted(catalogue, texts, query).is_empty() {
        return found;
    }
    let query = fold(query.trim());
    if query.chars().count() < 4 {
        return found;
    }
    let listed = index(catalogue, texts).listed.iter().enumerate();
    let near = listed.filter(|(_, facts)| facts.names.iter().any(|name| is_near(name, &query)));
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
    use crate::catalogue::KnownOf;
    use crate::content::Source;
    use crate::language::Language;

    fn catalogue() -> Catalogue {
        Catalogue::load(Source::embedded()).expect("the built-in content")
    }

    #[test]
    fn people_find_what_they_type() {
        let catalogue = catalogue();
        for (tag, query, ids) in [
            ("fr", "fb", &["facebook"][..]),
            ("fr", "insta", &["instagram"]),
            ("fr", "wa", &["whatsapp"]),
            ("fr", "bard", &["gemini"]),
            ("fr", "outlook", &["microsoft-365"]),
            ("fr", "hotmail", &["microsoft-365"]),
            ("fr", "office", &["microsoft-365"]),
            ("fr", "gpt", &["chatgpt"]),
            ("fr", "chat gpt", &["chatgpt"]),
            ("fr", "copilot dans word", &["microsoft-365"]),
            ("de", "Copilot in Word", &["microsoft-365"]),
            (
                "fr",
                "copilot",
                &["microsoft-copilot", "microsoft-365", "github-copilot"],
            ),
            ("fr", "gmail", &["gmail-smart-features"]),
            ("fr", "twitter", &["x"]),
            ("fr", "x", &["x", "grok"]),
            ("it", "anthropic", &["claude"]),
            // Inside a name, and a part of one typed by itself.
            ("fr", "book", &["facebook"]),
            ("fr", "google mail", &["gmail-smart-features"]),
            // The words of a switch, in the reader's language and in English.
            ("fr", "améliorer le modèle", &["chatgpt"]),
            ("de", "Modell für alle", &["chatgpt"]),
            ("it", "content creation ai", &["linkedin"]),
        ] {
            let texts = catalogue.texts(&Language::new(tag)).expect("the words");
            let found = search_nearly(&catalogue, &texts, query).into_iter();
            let found: Vec<_> = found.map(|place| &*catalogue.platforms[place].id).collect();
            let missing = ids.iter().find(|id| !found.contains(id));
            assert_eq!(missing, None, "{query}: {found:?}");
            assert!(found.len() <= ids.len() + 1, "{query}: {found:?}");
        }
    }

    #[test]
    fn each_name_leads_to_its_own_platform() {
        let catalogue = catalogue();
        let texts = catalogue.texts(&Language::new("fr")).expect("the words");
        for (place, platform) in catalogue.platforms.iter().enumerate() {
            for name in names(&texts, platform) {
                assert_eq!(by_name(&catalogue, &texts, name), Some(place), "{name}");
            }
        }
    }

    #[test]
    fn what_can_be_said_of_a_name_off_the_list_is_found_by_it() {
        let catalogue = catalogue();
        let texts = catalogue.texts(&Language::new("en")).expect("the words");
        let one = |query: &str| {
            let found = unlisted(&catalogue, &texts, query);
            found.first().map(|name| name.known)
        };
        for (query, known) in [
            ("xing", Some(KnownOf::NoSetting)),
            ("CFF", Some(KnownOf::NoSetting)),
            ("bing", Some(KnownOf::Unsure)),
            ("salesforce", Some(KnownOf::Admin)),
            ("box", Some(KnownOf::Off)),
            ("booking.com", Some(KnownOf::Trains)),
            ("duolinggo", Some(KnownOf::Unsure)),
            // What is listed is not there, nor the beginnings of everything.
            ("linkedin", None),
            ("bo", None),
            ("", None),
        ] {
            assert_eq!(one(query), known, "{query}");
        }
        // A listed name beside it is found all the same.
        assert!(search_nearly(&catalogue, &texts, "xing").is_empty());
    }

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
