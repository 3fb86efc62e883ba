//! The built-in content, beyond what `nonmerci content check` finds: everything
//! can be walked, and every address and label is documented.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use nonmerci::content::Source;
use nonmerci::language::Language;
use toml::{Table, Value};

use crate::support::content_folder::content;
use crate::support::edition::{Edition, built_in};
use crate::support::languages::languages;

/// The texts of a language: file and key, and the text.
pub(crate) type Texts = BTreeMap<String, String>;

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
        // The French that the texts were made from, which no screen says.
        if file.ends_with("reviewed.toml") {
            continue;
        }
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

/// What the list shows stands by itself in the program, and is what the page shows.
#[test]
fn the_list_and_the_page_sum_up_a_platform_in_the_same_words() {
    let edition = Edition::of(Source::embedded());
    for tag in languages() {
        let texts = edition.texts(tag);
        for place in 0..edition.catalogue.platforms.len() {
            let listed = texts.summary(place).to_owned();
            assert_eq!(listed, *texts.prose(place).summary, "{tag}");
        }
    }
}

#[test]
fn every_platform_can_be_walked_in_every_language() {
    // Read from its files, all of it is read at once.
    let source = Source::with_folder(&content()).expect("the content's files");
    let edition = Edition::of(source);
    for tag in languages() {
        let texts = edition.texts(tag);
        edition
            .catalogue
            .translating(&Language::new(tag))
            .expect(tag);
        for (place, facts) in edition.catalogue.platforms.iter().enumerate() {
            let prose = texts.prose(place);
            assert!(
                prose.borrowed.is_empty(),
                "{} has no prose in {tag}",
                facts.id
            );
            assert!(
                texts.interface.groups.contains_key(&*facts.group),
                "{}",
                facts.group
            );
        }
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
    for facts in &built_in().catalogue.platforms {
        let id = &facts.id;
        let sheet = sheets.get(&**id).expect(id);
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
