//! Finding platforms by any of their names, group or company, by the words of their
//! switches, whatever the case and accents; and names that are not on the list.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::{Catalogue, Platform, UnlistedName};
use crate::words::{FoldedTexts, Found, Letters, SearchIndex, Texts};

/// From this many letters on, what is typed is also found inside a name; fewer stand
/// inside nearly every one.
const INSIDE: usize = 3;

/// The most names off the list that are shown for what is typed.
const MOST_UNLISTED: usize = 3;

/// The places of the platforms that `query` finds; all of them for an empty one. The
/// words of menus and switches count where no name does.
#[must_use]
pub fn search(catalogue: &Catalogue, texts: &Texts, query: &str) -> Rc<[usize]> {
    found(catalogue, texts, query).listed.clone()
}

/// What [`search`] finds; where that is nothing, the platforms with a name, or the
/// beginning of one, that was nearly typed.
#[must_use]
pub fn search_nearly(catalogue: &Catalogue, texts: &Texts, query: &str) -> Rc<[usize]> {
    let found = found(catalogue, texts, query);
    if found.listed.is_empty() {
        found.nearly.clone()
    } else {
        found.listed.clone()
    }
}

/// How well what was typed fits a platform, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is one of its names.
    Whole,
    /// The name it is listed under begins so.
    Name,
    /// A word of that name does.
    Word,
    /// Another of its names begins so, such as that of a product.
    Other,
    /// A word of another name does.
    OtherWord,
    /// It stands somewhere else.
    Elsewhere,
}

/// How well `query` fits the platform at a place.
pub fn fit<'a>(
    catalogue: &Catalogue,
    texts: &'a Texts,
    query: &str,
) -> impl Fn(usize) -> Fit + use<'a> {
    let text = fold(query.trim());
    let names = &index(catalogue, texts).names;
    move |platform| {
        let has_word = |name: &str| name.split(' ').any(|word| word.starts_with(&*text));
        let mut best = Fit::Elsewhere;
        // The first of its names is the one it is listed under.
        for (place, name) in names.of_owner(platform).enumerate() {
            let (begins, word) = match place {
                0 => (Fit::Name, Fit::Word),
                _ => (Fit::Other, Fit::OtherWord),
            };
            best = best.min(match name.strip_prefix(&*text) {
                Some("") => return Fit::Whole,
                Some(_) => begins,
                None if word < best && has_word(name) => word,
                None => Fit::Elsewhere,
            });
        }
        best
    }
}

/// What [`search_nearly`] finds, those that `query` fits best first.
#[must_use]
pub fn search_best_first(catalogue: &Catalogue, texts: &Texts, query: &str) -> Vec<usize> {
    let mut found = search_nearly(catalogue, texts, query).to_vec();
    let fit = fit(catalogue, texts, query);
    found.sort_by_cached_key(|platform| fit(*platform));
    found
}

/// The names off the list that `query` finds.
#[must_use]
pub fn unlisted<'a>(catalogue: &'a Catalogue, texts: &Texts, query: &str) -> Vec<&'a UnlistedName> {
    if query.trim().is_empty() {
        return Vec::new();
    }
    let names = &catalogue.unlisted().name;
    let found = found(catalogue, texts, query);
    found.unlisted.iter().map(|place| &names[*place]).collect()
}

/// The platform that has just this name.
#[must_use]
pub fn by_name(catalogue: &Catalogue, texts: &Texts, name: &str) -> Option<usize> {
    index(catalogue, texts).names.owner_of(&fold(name.trim()))
}

/// What a platform is called in the reader’s language, without case and accents.
pub fn folded_name<'a>(catalogue: &Catalogue, texts: &'a Texts, platform: usize) -> &'a str {
    let mut names = index(catalogue, texts).names.of_owner(platform);
    names.next().unwrap_or_default()
}

/// All that `query` finds. What was asked last is remembered: a key of the search and the
/// frame after it ask several times.
fn found(catalogue: &Catalogue, texts: &Texts, query: &str) -> Rc<Found> {
    let index = index(catalogue, texts);
    let last = index.last.borrow().clone();
    if let Some(last) = last.filter(|last| last.query == query) {
        return last;
    }
    let found = Rc::new(find(catalogue, texts, index, query));
    *index.last.borrow_mut() = Some(found.clone());
    found
}

fn find(catalogue: &Catalogue, texts: &Texts, index: &SearchIndex, query: &str) -> Found {
    let text = fold(query.trim());
    let letters = text.chars().count();
    let mut found = Found {
        query: query.to_owned(),
        listed: listed(catalogue, texts, index, &text).into(),
        unlisted: Vec::new(),
        nearly: Rc::default(),
    };
    if text.is_empty() {
        return found;
    }
    found.unlisted = if letters < INSIDE {
        // So few letters have to be the whole name.
        index.unlisted.fitting(|name| name == text)
    } else {
        index.unlisted.with(&text, true)
    };
    let nearly = found.listed.is_empty() && found.unlisted.is_empty() && letters > INSIDE;
    let typed = Typed::new(&text);
    if nearly {
        found.unlisted = typed.near(&index.unlisted);
    }
    // A name off the list was typed right.
    if nearly && found.unlisted.is_empty() {
        found.nearly = typed.near(&index.names).into();
    }
    found.unlisted.truncate(MOST_UNLISTED);
    found
}

/// The places of the platforms that a folded text finds.
fn listed(catalogue: &Catalogue, texts: &Texts, index: &SearchIndex, text: &str) -> Vec<usize> {
    let by_name = |begins| {
        let (names, around) = (
            index.names.with(text, begins),
            index.around.with(text, begins),
        );
        both(names, around)
    };
    if text.is_empty() {
        return (0..catalogue.platforms.len()).collect();
    }
    let long = text.chars().count() >= INSIDE;
    let begun = if long { Vec::new() } else { by_name(true) };
    let named = if begun.is_empty() {
        by_name(false)
    } else {
        begun
    };
    if !named.is_empty() {
        return named;
    }
    let labels = labels(catalogue, texts, index);
    let labelled = labels.with(text, true);
    if labelled.is_empty() {
        return word_by_word(index, labels, text);
    }
    labelled
}

/// The platforms of which each word of a text stands somewhere, as in *copilot in word*;
/// of short ones, such as *in*, that is not asked where there are others.
fn word_by_word(index: &SearchIndex, labels: &FoldedTexts, text: &str) -> Vec<usize> {
    let words = text.split_whitespace();
    let words: Vec<_> = words
        .filter(|word| word.chars().count() >= INSIDE)
        .collect();
    if words.len() < 2 {
        return Vec::new();
    }
    let of_word = |word: &&str| {
        let texts = [&index.names, &index.around, labels];
        let owners = texts.map(|texts| texts.with(word, true));
        owners.into_iter().fold(Vec::new(), both)
    };
    let all = words.iter().map(of_word).reduce(|mut all, of_word| {
        all.retain(|owner| of_word.binary_search(owner).is_ok());
        all
    });
    all.unwrap_or_default()
}

/// Those that are in one of two lists in order, in order.
fn both(mut one: Vec<usize>, mut other: Vec<usize>) -> Vec<usize> {
    one.append(&mut other);
    one.sort_unstable();
    one.dedup();
    one
}

/// What platforms are found by, folded the first time somebody searches.
fn index<'a>(catalogue: &Catalogue, texts: &'a Texts) -> &'a SearchIndex {
    texts.search.get_or_init(|| {
        let groups = &texts.interface.groups;
        let platforms = || catalogue.platforms.iter();
        let around = platforms().map(|facts| {
            let group = groups.get(&*facts.group).map_or("", |name| name);
            [group, &facts.operator].into_iter()
        });
        let unlisted = catalogue.unlisted().name.iter();
        SearchIndex {
            names: FoldedTexts::of(platforms().map(|facts| names(texts, facts)), fold_into),
            around: FoldedTexts::of(around, fold_into),
            labels: OnceCell::new(),
            unlisted: FoldedTexts::of(unlisted.map(UnlistedName::names), fold_into),
            last: RefCell::default(),
        }
    })
}

/// The words of menus and switches, folded the first time no name is found.
fn labels<'a>(catalogue: &Catalogue, texts: &Texts, index: &'a SearchIndex) -> &'a FoldedTexts {
    index.labels.get_or_init(|| {
        let languages = &texts.label_languages();
        let labels = catalogue.platforms.iter().map(|facts| {
            let labels = languages.iter().filter_map(|tag| facts.labels.get(tag));
            let labels = labels.flat_map(|labels| {
                let former = labels.former.iter().chain(&labels.former_path);
                let other = labels.also.iter().chain(former).chain(&labels.path);
                labels.switch.iter().chain(other)
            });
            let extra = facts.extra.iter();
            let extra =
                extra.flat_map(|extra| languages.iter().filter_map(|tag| extra.label.get(tag)));
            labels.chain(extra).map(|label| &**label)
        });
        FoldedTexts::of(labels, fold_into)
    })
}

/// All names that a platform is known by.
fn names<'a>(texts: &'a Texts, facts: &'a Platform) -> impl Iterator<Item = &'a str> {
    let own = facts.name_in(texts);
    // Most have one in all languages.
    let original = Some(&*facts.name).filter(|name| *name != own);
    [own]
        .into_iter()
        .chain(original)
        .chain([&*facts.id])
        .chain(facts.also.iter().map(|name| &**name))
}

/// What was typed, perhaps with a slip of the finger: one, and two in a long text. From
/// six letters on, the beginning of a name is enough.
struct Typed<'q> {
    text: &'q str,
    count: usize,
    letters: Letters,
    slips: u32,
}

impl<'q> Typed<'q> {
    fn new(text: &'q str) -> Self {
        let count = text.chars().count();
        Self {
            text,
            count,
            letters: Letters::of(text),
            slips: if count < 8 { 1 } else { 2 },
        }
    }

    /// The owners of a name that is nearly this, in their order.
    fn near(&self, names: &FoldedTexts) -> Vec<usize> {
        let owners = names.letters().iter().enumerate();
        // Nearly all lack more of the letters than could have slipped in.
        let have = owners.filter(|(_, letters)| self.letters.lacking_in(**letters) <= self.slips);
        let have = have.map(|(owner, _)| owner);
        have.filter(|owner| names.of_owner(*owner).any(|name| self.is_near(name)))
            .collect()
    }

    /// Whether a name, or a word of it, is nearly this.
    fn is_near(&self, name: &str) -> bool {
        let beginning = |length| match name.char_indices().nth(length) {
            Some((end, _)) => &name[..end],
            None => name,
        };
        let mut beginnings = (self.count - 1..=self.count + 1).filter(|_| self.count >= 6);
        self.is_nearly(name)
            || name.split_whitespace().any(|word| self.is_nearly(word))
            || beginnings.any(|length| self.is_nearly(beginning(length)))
    }

    fn is_nearly(&self, known: &str) -> bool {
        let (theirs, slips) = (Letters::of(known), self.slips as usize);
        // What is that much longer or shorter, or of other letters, has more slips than that.
        known.chars().count().abs_diff(self.count) <= slips
            && self.letters.lacking_in(theirs) <= self.slips
            && theirs.lacking_in(self.letters) <= self.slips
            && strsim::damerau_levenshtein(known, self.text) <= slips
    }
}

/// A text without case and accents, for comparing. The typed apostrophe is the
/// printed one.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Adds to `folded` what [`fold`] makes of a text.
fn fold_into(text: &str, folded: &mut String) {
    // Nearly all texts, and there are many.
    if text.is_ascii() {
        let start = folded.len();
        for (place, part) in text.split('\'').enumerate() {
            folded.push_str(if place == 0 { "" } else { "’" });
            folded.push_str(part);
        }
        folded[start..].make_ascii_lowercase();
        return;
    }
    let printed = |c| if c == '\'' { '’' } else { c };
    let normalized = DecomposingNormalizerBorrowed::new_nfkd().normalize(text);
    let letters = normalized.chars();
    let letters = letters.filter(|c| !('\u{300}'..='\u{36f}').contains(c));
    folded.extend(letters.flat_map(char::to_lowercase).map(printed));
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
    fn a_name_that_begins_so_comes_before_one_that_has_it_inside() {
        let catalogue = catalogue();
        let texts = catalogue.texts(&Language::new("fr")).expect("the words");
        for (query, first) in [
            ("sla", &["slack", "tesla"][..]),
            ("goo", &["google-search"]),
            ("re", &["reddit"]),
            ("Copilot", &["microsoft-copilot"]),
        ] {
            let found = search_best_first(&catalogue, &texts, query);
            let found = found.iter().map(|place| &*catalogue.platforms[*place].id);
            let found: Vec<_> = found.filter(|id| first.contains(id)).collect();
            assert_eq!(found, first, "{query}");
        }
        let best = search_best_first(&catalogue, &texts, "sla")[0];
        assert_eq!(catalogue.platforms[best].id, "slack");
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
            let found = search_nearly(&catalogue, &texts, query);
            let found = found.iter().map(|place| &*catalogue.platforms[*place].id);
            let found: Vec<_> = found.collect();
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
            assert_eq!(Typed::new(query).is_near(name), near, "{name}, {query}");
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
