//! The built-in content: the same in four languages, written as Switzerland
//! writes, with addresses that lead where they say.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use nonmerci::catalogue::{Catalogue, Source};
use nonmerci::language::Language;
use toml::{Table, Value};

use crate::driver::{LANGUAGES, catalogue};

/// The texts of a language: file and key, and the text.
pub(crate) type Texts = BTreeMap<String, String>;

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

fn toml_files(dir: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).expect("a folder of the content") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(toml_files(&path));
        } else {
            assert!(
                path.extension().is_some_and(|end| end == "toml"),
                "{}",
                path.display()
            );
            files.push(path);
        }
    }
    files.sort();
    files
}

pub(crate) fn texts(language: &str) -> Texts {
    let folder = content().join(language);
    let mut texts = Texts::new();
    for file in toml_files(&folder) {
        let text = fs::read_to_string(&file).expect("a file of the content");
        let table: Table = text.parse().expect("TOML");
        let name = file
            .strip_prefix(&folder)
            .expect("below")
            .display()
            .to_string();
        flatten(&name, &Value::Table(table), &mut texts);
    }
    texts
}

fn flatten(key: &str, value: &Value, texts: &mut Texts) {
    match value {
        Value::Table(table) => {
            for (name, value) in table {
                flatten(&format!("{key} {name}"), value, texts);
            }
        }
        Value::Array(items) => {
            for (number, value) in items.iter().enumerate() {
                flatten(&format!("{key} {number}"), value, texts);
            }
        }
        Value::String(text) => {
            texts.insert(key.to_owned(), text.clone());
        }
        other => panic!("{key}: {other:?} is no text"),
    }
}

fn placeholders(text: &str) -> Vec<&str> {
    let mut found: Vec<_> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
        // Which of the platform's words are quoted depends on which are known.
        .filter(|name| !name.starts_with("label."))
        .collect();
    found.sort_unstable();
    found
}

#[test]
fn the_languages_say_the_same_things_with_the_same_placeholders() {
    let source = texts("fr");
    for language in LANGUAGES {
        let other = texts(language);
        // Plural forms are each language's own affair.
        let plural = |key: &&String| {
            ["one", "two", "few", "many", "zero"]
                .iter()
                .any(|form| key.ends_with(&format!(" {form}")))
        };
        let keys = |texts: &Texts| {
            texts
                .keys()
                .filter(|key| !plural(key))
                .cloned()
                .collect::<Vec<_>>()
        };
        assert_eq!(keys(&other), keys(&source), "{language}");
        for (key, text) in &other {
            if let Some(french) = source.get(key) {
                assert_eq!(
                    placeholders(text),
                    placeholders(french),
                    "{language} {key}: {text}"
                );
            }
        }
    }
}

#[test]
fn no_text_is_empty_or_holds_what_cannot_be_seen() {
    for language in LANGUAGES {
        for (key, text) in texts(language) {
            assert!(!text.trim().is_empty(), "{language} {key} is empty");
            assert_eq!(text, text.trim(), "{language} {key} has spaces around it");
            let hidden = |c: &char| {
                c.is_control()
                    || matches!(c, '\u{a0}' | '\u{202f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ad}')
            };
            assert_eq!(text.chars().find(hidden), None, "{language} {key}: {text}");
        }
    }
}

#[test]
fn each_language_keeps_its_swiss_spelling() {
    for language in LANGUAGES {
        for (key, text) in texts(language) {
            let place = format!("{language} {key}: {text}");
            for (wrong, why) in [
                ("'", "the apostrophe is ’"),
                ("\"", "no straight quotes"),
                ("...", "the ellipsis is …"),
                (" - ", "the dash is –"),
                ("—", "the dash is –"),
                ("  ", "two spaces"),
                ("« ", "no space inside guillemets"),
                (" »", "no space inside guillemets"),
                ("ß", "ss in Switzerland"),
                ("Strg", "Swiss keyboards print Ctrl"),
            ] {
                assert!(!text.contains(wrong), "{why}: {place}");
            }
            if language == "en" {
                assert!(
                    !text.contains(['«', '»', '„']),
                    "English quotes are “ ”: {place}"
                );
            } else {
                assert!(!text.contains(['“', '”', '„']), "quotes are « »: {place}");
            }
            if language == "fr" {
                for mark in [" ;", " :", " !", " ?"] {
                    assert!(!text.contains(mark), "glued in Swiss French: {place}");
                }
            }
        }
    }
}

#[test]
fn dates_in_prose_are_in_words() {
    for language in LANGUAGES {
        for (key, text) in texts(language) {
            let digits = |c: char| c.is_ascii_digit();
            let numeric = text.split([' ', ',', '(', ')', ';']).any(|word| {
                let parts: Vec<_> = word.trim_end_matches('.').split('.').collect();
                parts.len() == 3
                    && parts
                        .iter()
                        .all(|part| !part.is_empty() && part.chars().all(digits))
            });
            assert!(!numeric, "{language} {key}: {text}");
        }
    }
}

#[test]
fn every_platform_can_be_walked_in_every_language() {
    // Read from its files, all of it is read at once.
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let source = Source::with_folder(&files).expect("the content's files");
    let catalogue = Catalogue::load(source).expect("the content's files");
    for tag in LANGUAGES {
        let texts = catalogue.texts(&Language::new(tag)).expect(tag);
        catalogue.check(&Language::new(tag)).expect(tag);
        for (place, facts) in catalogue.platforms.iter().enumerate() {
            let prose = texts.prose(place);
            assert_eq!(prose.language, None, "{} has no prose in {tag}", facts.id);
            assert!(
                texts.interface.groups.contains_key(&facts.group),
                "{}",
                facts.group
            );
        }
    }
}

#[test]
fn every_address_is_on_the_platform_s_own_hosts_and_every_source_has_one() {
    // `https:` and the rest is the address type's own doing.
    for facts in &catalogue().platforms {
        let addresses = facts.address.iter().map(|found| &found.url);
        let extras = facts.extra.iter().filter_map(|extra| extra.url.as_ref());
        for address in addresses.chain(extras) {
            assert!(address.is_on(&facts.hosts), "{}: {address}", facts.id);
        }
        assert!(!facts.sources.is_empty(), "{} has no sources", facts.id);
        for found in &facts.address {
            assert!(found.sources > 0, "{}: {}", facts.id, found.url);
        }
    }
}

#[test]
fn dates_of_sources_can_be_read() {
    let english = Language::new("en");
    let catalogue = catalogue();
    let own = catalogue.platforms.iter().flat_map(|facts| {
        let sources = facts
            .sources
            .iter()
            .filter_map(|source| source.date.clone());
        sources.chain(facts.address.iter().map(|found| found.newest.clone()))
    });
    let story = catalogue.story.page.iter().flat_map(|page| &page.sources);
    for date in own.chain(story.filter_map(|source| source.date.clone())) {
        let words = nonmerci::language::vague_date(&english, &date);
        let year_alone = date.len() == 4 && date.bytes().all(|byte| byte.is_ascii_digit());
        assert!(year_alone || words != date, "{date} is no date");
    }
}

/// What the fact sheets document of a platform.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    addresses: Vec<String>,
    #[serde(default)]
    labels: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    mentioned: Vec<String>,
}

#[test]
fn every_address_and_label_is_one_that_a_fact_sheet_documents() {
    let sheets: BTreeMap<String, Sheet> =
        toml::from_str(include_str!("sheets.toml")).expect("the extract of the sheets");
    for facts in &catalogue().platforms {
        let id = &facts.id;
        let sheet = sheets.get(id).expect(id);
        let mut unused: Vec<&String> = sheet.mentioned.iter().collect();
        let mut check = |what: &str, known: &[String]| {
            if !known.iter().any(|known| known == what) {
                let mentioned = sheet.mentioned.iter().any(|known| known == what);
                assert!(mentioned, "{id}: «{what}» is in no sheet");
                unused.retain(|known| *known != what);
            }
        };
        let addresses = facts.address.iter().map(|found| &found.url);
        let extras = facts.extra.iter().filter_map(|extra| extra.url.as_ref());
        for address in addresses.chain(extras) {
            check(address.as_str(), &sheet.addresses);
        }
        let own = facts.labels.iter().flat_map(|(language, labels)| {
            let states = labels.state_on.iter().chain(&labels.state_off);
            let words = labels.path.iter().chain([&labels.switch]);
            let words = words.chain(states).chain(labels.words.values());
            words.map(move |label| (language, label))
        });
        let extras = facts.extra.iter().flat_map(|extra| {
            let path = extra.path.iter();
            let path =
                path.flat_map(|(language, path)| path.iter().map(move |label| (language, label)));
            path.chain(&extra.label)
        });
        for (language, label) in own.chain(extras) {
            let known = sheet.labels.get(language.tag());
            check(label, known.map_or(&[], Vec::as_slice));
        }
        assert!(unused.is_empty(), "{id}: nothing uses {unused:?}");
    }
}

#[test]
fn no_sentence_stands_in_two_platform_files_of_a_language() {
    for language in LANGUAGES {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for (key, text) in texts(language) {
            let Some(platform) = key
                .strip_prefix("platforms/")
                .and_then(|rest| rest.split_once(".toml"))
            else {
                continue;
            };
            for sentence in text.split_inclusive(['.', '!', '?', '…', ':', ';']) {
                let sentence = sentence.trim();
                if sentence.split_whitespace().count() < 6 {
                    continue;
                }
                let first = seen
                    .entry(sentence.to_owned())
                    .or_insert(platform.0.to_owned());
                assert_eq!(
                    *first, platform.0,
                    "{language}: this belongs in kinds.toml, or is to be said otherwise: {sentence}"
                );
            }
        }
    }
}
