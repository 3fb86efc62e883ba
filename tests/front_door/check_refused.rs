//! The content check against the program: what the program refuses is told,
//! whatever it is.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use nonmerci::catalogue::Catalogue;
use nonmerci::check::{Files, Severity, check};
use nonmerci::content::Source;
use proptest::prelude::*;
use tempfile::TempDir;

use crate::check::content;
use crate::driver::TODAY;

/// All files of the content, by their path.
fn all_files() -> Vec<(String, String)> {
    fn add(dir: &Path, root: &Path, files: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(dir).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                add(&path, root, files);
            } else {
                let name = path
                    .strip_prefix(root)
                    .expect("below")
                    .display()
                    .to_string();
                files.push((name, fs::read_to_string(&path).expect("a text")));
            }
        }
    }
    let mut files = Vec::new();
    add(&content(), &content(), &mut files);
    files.sort();
    files
}

/// Whether the program takes the file in its content.
pub(crate) fn loads(path: &str, text: &str) -> bool {
    let dir = TempDir::new().expect("a folder for the test");
    let file = dir.path().join(path);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(file, text).expect("a file");
    let catalogue = Source::with_folder(dir.path()).and_then(Catalogue::load);
    catalogue.is_ok_and(|catalogue| {
        let languages = catalogue.languages();
        languages.iter().all(|language| {
            catalogue.texts(language).is_ok() && catalogue.translating(language).is_ok()
        })
    })
}

/// Puts something else in the place of a value, or of a part of one.
fn spoil(item: &mut toml_edit::Item, how: usize) {
    use toml_edit::{Array, InlineTable, Item, Value, value};
    let text = item.as_str().unwrap_or("text").to_owned();
    *item = match how {
        0 => value(3),
        1 => value(true),
        2 => value(Array::new()),
        3 => value(Array::from_iter([text.as_str()])),
        4 => value(InlineTable::new()),
        5 => value(""),
        6 => value(text.replacen(' ', "\t", 1)),
        7 => value(format!("{text}\n{text}")),
        8 => Item::Value("\"\"\"two\nlines\"\"\"".parse::<Value>().expect("TOML")),
        9 => Item::Value("\"a\tb\"".parse::<Value>().expect("TOML")),
        10 => value(text.chars().rev().collect::<String>()),
        _ => value("2026-13-45"),
    };
}

/// How many ways there are to spoil a value.
const SPOILED: usize = 12;

/// The ways to all values of a table, as keys and numbers.
fn ways(item: &toml_edit::Item, way: &[String], found: &mut Vec<Vec<String>>) {
    let mut below = |key: String, item: &toml_edit::Item| {
        let way = [way, &[key]].concat();
        found.push(way.clone());
        ways(item, &way, found);
    };
    if let Some(table) = item.as_table_like() {
        table
            .iter()
            .for_each(|(key, item)| below(key.to_owned(), item));
    } else if let Some(tables) = item.as_array_of_tables() {
        for (number, table) in tables.iter().enumerate() {
            below(number.to_string(), &toml_edit::Item::Table(table.clone()));
        }
    } else if let Some(items) = item.as_array() {
        for (number, value) in items.iter().enumerate() {
            below(number.to_string(), &toml_edit::Item::Value(value.clone()));
        }
    }
}

/// The file with the value at the end of a way spoiled. None where it cannot be.
fn spoiled(text: &str, way: &[String], how: usize) -> Option<String> {
    let mut document: toml_edit::DocumentMut = text.parse().expect("TOML");
    let (last, above) = way.split_last()?;
    let mut parent = document.as_item_mut();
    for step in above {
        parent = match step.parse::<usize>() {
            Ok(number) => parent.get_mut(number)?,
            Err(_) => parent.get_mut(step.as_str())?,
        };
    }
    match last.parse::<usize>() {
        Ok(number) => {
            let items = parent.as_array_mut()?;
            let mut item = toml_edit::Item::Value(items.get(number)?.clone());
            spoil(&mut item, how);
            items.replace(number, item.into_value().ok()?);
        }
        Err(_) => spoil(parent.get_mut(last.as_str())?, how),
    }
    Some(document.to_string())
}

/// Spoils each value of a file in turn, by every way.
#[test]
fn whatever_is_wrong_with_a_value_is_told_where_the_program_refuses_it() {
    for file in ["de/platforms/mastodon.toml", "platforms/slack.toml"] {
        let text = fs::read_to_string(content().join(file)).expect("a file");
        let document: toml_edit::DocumentMut = text.parse().expect("TOML");
        let mut found = Vec::new();
        ways(document.as_item(), &[], &mut found);
        let mut tried = 0;
        for way in &found {
            for how in 0..SPOILED {
                if let Some(text) = spoiled(&text, way, how) {
                    tried += 1;
                    assert!(
                        errors(file, &text) > 0 || loads(file, &text),
                        "{file}, {}: {text}",
                        way.join(".")
                    );
                }
            }
        }
        assert!(tried > 100, "{file}: {tried}");
    }
}

fn errors(path: &str, text: &str) -> usize {
    let files = BTreeMap::from([(path.to_owned(), text.to_owned())]);
    let found = check(&Files::of(files), TODAY);
    found
        .iter()
        .filter(|fault| fault.severity() == Severity::Error)
        .count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Takes lines out, doubles them, breaks words: what the program would refuse
    /// is told, whatever it is.
    #[test]
    fn what_the_program_refuses_is_told(
        file in proptest::sample::select(all_files()),
        line in any::<proptest::sample::Index>(),
        column in any::<proptest::sample::Index>(),
        how in 0..5,
    ) {
        let (path, text) = file;
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let place = line.index(lines.len());
        let at = column.index(lines[place].len() + 1);
        let at = lines[place].floor_char_boundary(at);
        match how {
            0 => drop(lines.remove(place)),
            1 => lines.insert(place, lines[place].clone()),
            2 => lines[place].truncate(at),
            3 => lines[place].insert(at, '{'),
            _ => lines[place].insert(at, '\u{202e}'),
        }
        let text = lines.join("\n");
        if !loads(&path, &text) {
            prop_assert!(errors(&path, &text) > 0, "{path}:{}: {text}", place + 1);
        }
    }

    /// As [`whatever_is_wrong_with_a_value_is_told_where_the_program_refuses_it`],
    /// here and there in all files.
    #[test]
    fn a_spoiled_value_that_the_program_refuses_is_told(
        file in proptest::sample::select(all_files()),
        way in any::<proptest::sample::Index>(),
        how in 0..SPOILED,
    ) {
        let (path, text) = file;
        let document: toml_edit::DocumentMut = text.parse().expect("TOML");
        let mut found = Vec::new();
        ways(document.as_item(), &[], &mut found);
        let way = &found[way.index(found.len())];
        if let Some(text) = spoiled(&text, way, how)
            && !loads(&path, &text)
        {
            prop_assert!(errors(&path, &text) > 0, "{path}, {}: {text}", way.join("."));
        }
    }

    #[test]
    fn nothing_that_is_read_makes_the_check_panic(
        path in "(de/|it/|xx/)?(platforms/)?(kinds|story|interface|catalogue|zoom)\\.toml",
        text in "([a-z]{0,4}|\\[\\[?|\\]\\]?|=|\"|'|\\{|\\}|\\.|,|\n|\r\n|\\PC|\\\\u[0-9a-f]{4}| |1|2026-01-01){0,40}",
    ) {
        errors(&path, &text);
    }
}

/// Takes each key out of a table, one at a time, and hands on what is left.
fn without_each(
    table: &toml_edit::DocumentMut,
    path: &mut Vec<String>,
    look: &mut impl FnMut(&str, &str),
) {
    let mut item = table.as_item();
    for key in path.iter() {
        item = match key.parse::<usize>() {
            Ok(number) => item.get(number).expect("an item"),
            Err(_) => item.get(key).expect("a key"),
        };
    }
    let keys: Vec<String> = match item.as_table_like() {
        Some(table) => table.iter().map(|(key, _)| key.to_owned()).collect(),
        None if item.is_array_of_tables() => vec!["0".to_owned()],
        None => return,
    };
    for key in keys {
        if key != "0" {
            let mut without = table.clone();
            let mut parent = without.as_item_mut();
            for step in path.iter() {
                parent = match step.parse::<usize>() {
                    Ok(number) => &mut parent[number],
                    Err(_) => &mut parent[step.as_str()],
                };
            }
            let parent = parent.as_table_like_mut().expect("a table");
            parent.remove(&key).expect("a key");
            look(&format!("{}.{key}", path.join(".")), &without.to_string());
        }
        path.push(key);
        without_each(table, path, look);
        path.pop();
    }
}

#[test]
fn a_key_is_missing_where_the_program_misses_it() {
    for file in [
        "platforms/linkedin.toml",
        "platforms/slack.toml",
        "de/platforms/chatgpt.toml",
    ] {
        let text = fs::read_to_string(content().join(file)).expect("a file");
        let table: toml_edit::DocumentMut = text.parse().expect("TOML");
        let mut tried = 0;
        without_each(&table, &mut Vec::new(), &mut |key, text| {
            tried += 1;
            assert_eq!(
                errors(file, text) == 0,
                loads(file, text),
                "{file} without {key}"
            );
        });
        assert!(tried > 10, "{file}");
    }
}
