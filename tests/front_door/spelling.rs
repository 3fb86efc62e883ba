//! The spelling of all texts: by hunspell with the dictionaries of the four
//! languages, and the words in `spelling/` that these lack.
//!
//! ```text
//! cargo test --test front_door spelling -- --ignored
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use toml::{Table, Value};

use crate::support::content_folder::content;
use crate::support::languages::languages;

/// Words that are sent to a platform which reads English only.
const ENGLISH: [&str; 4] = [
    "Hello. I am an owner",
    "Hello. I use Kimi",
    "«I live in Switzerland",
    "Please exclude",
];

type Words = BTreeSet<String>;

#[test]
#[ignore = "needs hunspell with the dictionaries fr_CH, de_CH, it_CH and en_GB"]
fn every_word_is_in_a_dictionary() {
    let names = list("names");
    let mut unneeded = names.clone();
    let mut misspelt = String::new();
    for language in languages() {
        let mut texts = texts(language);
        if language != "en" {
            texts.retain(|_, text| !ENGLISH.iter().any(|english| text.contains(english)));
        }
        let own = list(language);
        let words: Words = texts.values().flat_map(|text| words(text)).collect();
        let parts: Words = words.iter().flat_map(|word| parts(word)).collect();
        unneeded.retain(|name| !words.contains(name) && !parts.contains(name));
        let unused: Vec<_> = own
            .iter()
            .filter(|own| !words.contains(*own) && !parts.contains(*own))
            .collect();
        assert!(unused.is_empty(), "no text in {language} needs {unused:?}");

        // What is written together is right if its parts are: «l’iPhone», «KI-Training».
        let all = words.union(&parts).cloned().collect();
        let unknown = unknown(language, &all);
        let known =
            |word: &String| !unknown.contains(word) || names.contains(word) || own.contains(word);
        let wrong = |word: &String| !known(word) && !self::parts(word).all(|part| known(&part));
        for (key, text) in &texts {
            for word in self::words(text).filter(wrong) {
                writeln!(misspelt, "{language} {key}: {word}").expect("a string takes all");
            }
        }
    }
    assert!(
        misspelt.is_empty(),
        "misspelt, or missing in tests/front_door/spelling/:\n{misspelt}"
    );
    assert!(unneeded.is_empty(), "no text needs {unneeded:?}");
}

/// The texts of a language: file and key, and the text.
type Texts = BTreeMap<String, String>;

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

fn texts(language: &str) -> Texts {
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

/// The words of a text, without placeholders, addresses and what the command line
/// is made of.
fn words(text: &str) -> impl Iterator<Item = String> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once('{') {
        plain.push_str(before);
        rest = inside.split_once('}').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let is_prose = |word: &&str| !word.contains(['/', '@', '_']) && !word.starts_with("--");
    let tokens: Vec<_> = plain
        .split_whitespace()
        .filter(is_prose)
        .map(str::to_owned)
        .collect();
    tokens.into_iter().flat_map(|token| {
        let inside = |c: char| c.is_alphabetic() || matches!(c, '’' | '-' | '.');
        let words: Vec<_> = token
            .split(|c| !inside(c))
            .map(|word| word.trim_matches(['’', '-', '.']).replace('’', "'"))
            .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1)
            .collect();
        words
    })
}

/// The parts of a word that is written together.
fn parts(word: &str) -> impl Iterator<Item = String> {
    word.split(['\'', '-', '.'])
        .filter(|part| part.len() > 1)
        .map(str::to_owned)
}

/// The words that the dictionary of a language lacks.
fn unknown(language: &str, words: &Words) -> Words {
    let dictionary = match language {
        "en" => "en_GB".to_owned(),
        _ => format!("{language}_CH"),
    };
    let mut hunspell = Command::new("hunspell")
        .args(["-l", "-i", "utf-8", "-d", &dictionary])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("hunspell can be started");
    let mut input = hunspell.stdin.take().expect("its input");
    let lines = words
        .iter()
        .fold(String::new(), |lines, word| lines + word + "\n");
    // It answers while it still reads.
    let writer = thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = hunspell.wait_with_output().expect("its answer");
    writer.join().expect("no panic").expect("it reads all");
    assert!(output.status.success(), "no dictionary {dictionary}?");
    let answer = String::from_utf8(output.stdout).expect("UTF-8");
    answer.lines().map(str::to_owned).collect()
}

/// The words of a list in `spelling/`: one a line.
fn list(name: &str) -> Words {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/front_door/spelling");
    let text = fs::read_to_string(folder.join(format!("{name}.txt"))).expect(name);
    text.lines().map(str::to_owned).collect()
}
