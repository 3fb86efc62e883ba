//! The keys that each file of the content can have, as the check and editors know them.

use std::collections::BTreeMap;
use std::fs;

use nonmerci::catalogue::Catalogue;
use nonmerci::check::{Files, Severity, check, schemas};
use nonmerci::content::Source;
use tempfile::TempDir;

use crate::support::content_folder::content;
use crate::support::day::TODAY;
use crate::support::edition::built_in;
use crate::support::home::Home;

/// Whether the program takes the file in its content.
fn loads(path: &str, text: &str) -> bool {
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

fn errors(path: &str, text: &str) -> usize {
    let files = BTreeMap::from([(path.to_owned(), text.to_owned())]);
    let found = check(&Files::of(files), TODAY);
    found
        .iter()
        .filter(|fault| fault.severity() == Severity::Error)
        .count()
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

/// What an editor shows beside a key, and where it knows the words that can stand.
#[test]
fn a_schema_explains_its_keys_and_lists_the_words_that_can_stand() {
    let schemas = schemas();
    let schema = |name| {
        let found = schemas.iter().find(|schema| schema.name == name);
        &found.expect(name).schema
    };
    let facts = &schema("facts")["properties"];
    let explained = facts["deadline"]["description"].as_str();
    assert!(
        explained.is_some_and(|text| text.contains("last day")),
        "{facts}"
    );
    let kinds: Vec<_> = facts["kind"]["oneOf"]
        .as_array()
        .expect("the kinds")
        .iter()
        .collect();
    assert!(
        kinds.iter().any(|kind| kind["const"] == "switch"),
        "{kinds:?}"
    );
    assert!(
        kinds.iter().all(|kind| kind["description"].is_string()),
        "{kinds:?}"
    );
    let progress = &schema("interface")["properties"]["list"]["properties"]["progress"];
    let explained = progress["description"].as_str().expect("an explanation");
    assert!(explained.contains("{done}, {of}"), "{explained}");
    for schema in &schemas {
        let schema = &schema.schema;
        assert_eq!(schema["additionalProperties"], false, "{schema}");
        assert!(!schema.to_string().contains("\"null\""), "{schema}");
    }
}

/// The keys below a part of a schema that nothing is said of.
fn unexplained(schema: &serde_json::Value, place: &str, found: &mut Vec<String>) {
    let keys = schema["properties"].as_object().into_iter().flatten();
    for (key, of_key) in keys {
        let place = format!("{place} {key}");
        let said = of_key["description"].as_str().unwrap_or_default();
        // Forms are explained by the text that they are forms of.
        let is_form = schema["properties"].get("other").is_some();
        if said.is_empty() && of_key.get("properties").is_none() && !is_form {
            found.push(place.clone());
        }
        unexplained(of_key, &place, found);
        unexplained(&of_key["items"], &place, found);
        unexplained(&of_key["additionalProperties"], &place, found);
    }
}

#[test]
fn every_key_is_explained_and_words_by_the_french_they_stand_for() {
    let mut found = Vec::new();
    for schema in schemas() {
        unexplained(&schema.schema, schema.name, &mut found);
    }
    assert!(found.is_empty(), "{found:#?}");
    let schemas = schemas();
    let interface = schemas.iter().find(|schema| schema.name == "interface");
    let interface = &interface.expect("a schema").schema;
    let search = &interface["properties"]["list"]["properties"]["search"];
    let texts = built_in().texts("fr");
    let french = &*texts.interface.list.search;
    let said = search["description"].as_str().expect("an explanation");
    assert!(said.ends_with(french), "{said}");
}

#[test]
fn the_schemas_are_printed_or_written_a_file_each() {
    let home = Home::new();
    let printed = home.run(&["content", "schema"]).json();
    let folder = home.path("new/schemas");
    let name = folder.display().to_string();
    let run = home.run(&["content", "schema", "-o", &name]);
    let written: Vec<_> = run.assert_done().out.lines().collect();
    assert_eq!(written.len(), schemas().len());
    for schema in schemas() {
        let path = folder.join(format!("{}.schema.json", schema.name));
        assert!(
            written.contains(&path.display().to_string().as_str()),
            "{written:?}"
        );
        let text = fs::read_to_string(path).expect("a schema");
        let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read, printed[schema.name]);
        assert_eq!(read, schema.schema);
    }
    // Where a file stands in the way, no folder can be made.
    fs::write(home.path("taken"), "").expect("a file");
    let taken = home.path("taken").display().to_string();
    let run = home.run(&["content", "schema", "-o", &taken]);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.err.contains(&taken), "{run:?}");
}
