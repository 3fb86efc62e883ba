//! The language in which each text is its key: who sees a sentence finds its place in
//! the content.

use std::fs;

use nonmerci::language::Language;
use toml_edit::{DocumentMut, Item, Value};

use crate::support::content_folder::content;
use crate::support::driver::Driver;
use crate::support::edition::built_in;
use crate::support::home::Home;

/// The keys that a text is made of: `interface:list.search`, `platforms/linkedin:what.2`.
fn keys(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || "_-/:.".contains(c)));
    let words = words.map(|word| word.trim_end_matches([':', '.']));
    words
        .filter(|word| file_and_place(word).is_some())
        .collect()
}

fn file_and_place(key: &str) -> Option<(&str, &str)> {
    let (file, place) = key.split_once(':')?;
    let letters = |text: &str| text.starts_with(|c: char| c.is_ascii_lowercase());
    (letters(file) && letters(place)).then_some((file, place))
}

/// Whether a text stands in the content under this key.
fn is_written(key: &str) -> bool {
    let (file, place) = file_and_place(key).expect("a key");
    let path = content().join("en").join(format!("{file}.toml"));
    let Ok(text) = fs::read_to_string(path) else {
        return false;
    };
    let file: DocumentMut = text.parse().expect("TOML");
    let mut item = Some(file.as_item().clone());
    for step in place.split('.') {
        item = item.and_then(|item| match step.parse::<usize>() {
            Ok(number) => match item {
                Item::Value(Value::Array(items)) => items.get(number - 1).cloned().map(Item::Value),
                item => item.get(number - 1).cloned(),
            },
            Err(_) => item.get(step).cloned(),
        });
    }
    item.is_some_and(|item| item.is_str())
}

#[test]
fn each_text_says_where_it_is_written() {
    let home = Home::new();
    let printed = |arguments: &[&str], input: &str| {
        let arguments: Vec<_> = ["--lang", "keys"]
            .iter()
            .chain(arguments)
            .copied()
            .collect();
        let run = home.run_with(&arguments, &[], input);
        run.out + &run.err
    };
    for (text, least) in [
        (printed(&["show", "linkedin"], ""), 15),
        (printed(&["list"], ""), 80),
        (printed(&["--help"], ""), 20),
        (printed(&["show", "0"], ""), 1),
        (printed(&["--no-save"], "?\nq\n"), 10),
    ] {
        let keys = keys(&text);
        assert!(keys.len() >= least, "{keys:?} in\n{text}");
        for key in keys {
            assert!(is_written(key), "{key} in\n{text}");
        }
    }
    // On a screen, where there is room for it.
    let mut driver = Driver::of(&built_in(), Language::KEYS, (200, 60), &<_>::default());
    let screen = driver.go_to("linkedin", 0).screen();
    assert!(keys(&screen).iter().any(|key| is_written(key)), "{screen}");
}

#[test]
fn only_who_asks_for_keys_meets_them() {
    let home = Home::new();
    for (arguments, variables) in [
        (&["list"][..], &[("LANG", "keys")][..]),
        (&["list"], &[("NONMERCI_LANG", "keys")]),
    ] {
        let run = home.run_with(arguments, variables, "");
        assert_eq!(keys(&run.out), [""; 0], "{arguments:?} {variables:?}");
    }
    let run = home.run_with(&["--lang", "en"], &[], "L\nkeys\nq\n");
    assert!(run.out.contains("“keys”"), "it is no answer: {run:?}");
    // Nor is it kept for the next time.
    home.run_with(&["--lang", "keys"], &[], "q\n");
    assert_eq!(keys(&home.run(&["list"]).out), [""; 0]);
}
