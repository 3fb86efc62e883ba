//! What each file of the content may say, as a JSON Schema, for the check and for editors.
//!
//! The schemas are derived from the types that the files are read into. That is done by a
//! test, which holds those in `schemas/` to them: a program that derived them itself was
//! 0.7 MB larger. `build.rs` hands them over.

use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use crate::content::Source;

/// The schema of a kind of file.
#[derive(Debug)]
pub struct FileSchema {
    /// Its name, which no other schema has.
    pub name: &'static str,
    /// The files it is for, as a pattern below the content folder.
    pub files: &'static str,
    /// The schema, in draft 7, which the editors of TOML know.
    pub schema: Value,
}

/// A schema as it lies in `schemas/`, and the files it is for.
struct Written {
    name: &'static str,
    files: &'static str,
    /// As bytes: so is the position of a workshop, and one reader of JSON does for both.
    json: &'static [u8],
}

macro_rules! written {
    ($($name:literal for $files:literal,)+) => {
        [$(Written {
            name: $name,
            files: $files,
            json: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".schema.json")),
        }),+]
    };
}

static WRITTEN: [Written; 15] = written![
    "catalogue" for "catalogue.toml",
    "story" for "story.toml",
    "workshop" for "workshop.toml",
    "unlisted" for "unlisted.toml",
    "addressees" for "addressees.toml",
    "reports" for "reports.toml",
    "facts" for "platforms/*.toml",
    "interface" for "*/interface.toml",
    "kinds" for "*/kinds.toml",
    "export" for "*/export.toml",
    "letters" for "*/letters.toml",
    "story-words" for "*/story.toml",
    "translating" for "*/translating.toml",
    "workshop-words" for "*/workshop.toml",
    "prose" for "*/platforms/*.toml",
];

impl Written {
    /// Whether it is for the file at `path` below the content folder.
    fn is_for(&self, path: &str) -> bool {
        let (parts, patterns) = (path.split('/'), self.files.split('/'));
        parts.clone().count() == patterns.clone().count()
            && parts.zip(patterns).all(|(part, pattern)| {
                let any = pattern.strip_prefix('*');
                part == pattern || any.is_some_and(|end| part.ends_with(end))
            })
    }

    fn read(&self) -> Value {
        serde_json::from_slice(self.json).expect("a test has written it")
    }
}

/// The schemas of all kinds of file. Words are explained by those that they stand for.
#[must_use]
pub fn schemas() -> Vec<FileSchema> {
    let source = Source::embedded();
    let schemas = WRITTEN.iter().map(|written| {
        let mut schema = written.read();
        if let Some(words) = written.files.strip_prefix("*/") {
            let french = source.file(&format!("fr/{words}")).unwrap_or_default();
            if let (Ok(french), Some(schema)) = (DeTable::parse(french), schema.as_object_mut()) {
                add_french(schema, french.get_ref());
            }
        }
        FileSchema {
            name: written.name,
            files: written.files,
            schema,
        }
    });
    schemas.collect()
}

/// The schema of the file at `path` below the content folder. None if nothing reads it.
pub(super) fn schema_of(path: &str) -> Option<Value> {
    let written = WRITTEN.iter().find(|written| written.is_for(path));
    written.map(Written::read)
}

/// Says of each key of a table of words what stands there in French.
fn add_french(schema: &mut Map<String, Value>, french: &DeTable<'_>) {
    let Some(Value::Object(keys)) = schema.get_mut("properties") else {
        return;
    };
    for (key, french) in french {
        let Some(Value::Object(of_key)) = keys.get_mut(&**key.get_ref()) else {
            continue;
        };
        let said = match french.get_ref() {
            DeValue::Table(table) => {
                add_french(of_key, table);
                continue;
            }
            DeValue::String(text) => format!(" {text}"),
            DeValue::Array(items) => {
                let items = items.iter().filter_map(|item| item.get_ref().as_str());
                items.fold(String::new(), |said, text| said + "\n- " + text)
            }
            _ => continue,
        };
        let before = of_key.get("description").and_then(Value::as_str);
        let before = before.filter(|text| !text.is_empty());
        let before = before.map(|text| format!("{text}\n\n"));
        let explained = format!("{}In French:{said}", before.unwrap_or_default());
        of_key.insert("description".to_owned(), explained.into());
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::{env, fs};

    use schemars::generate::SchemaSettings;
    use schemars::transform::transform_subschemas;
    use schemars::{JsonSchema, Schema};

    use super::*;
    use crate::catalogue::facts::Facts;
    use crate::catalogue::order::Order;
    use crate::catalogue::{Addressees, ReportsTo, Story, Unlisted, WorkshopFacts};
    use crate::content::embedded::originals;
    use crate::words::{
        ExportWords, Interface, Kinds, LetterWords, Prose, StoryWords, Translating, WorkshopWords,
    };

    /// The schemas that the types give, by name.
    fn derived() -> [(&'static str, Value); 15] {
        [
            ("catalogue", schema::<Order>()),
            ("story", schema::<Story>()),
            ("workshop", schema::<WorkshopFacts>()),
            ("unlisted", schema::<Unlisted>()),
            ("addressees", schema::<Addressees>()),
            ("reports", schema::<ReportsTo>()),
            ("facts", schema::<Facts>()),
            ("interface", schema::<Interface>()),
            ("kinds", schema::<Kinds>()),
            ("export", schema::<ExportWords>()),
            ("letters", schema::<LetterWords>()),
            ("story-words", schema::<StoryWords>()),
            ("translating", schema::<Translating>()),
            ("workshop-words", schema::<WorkshopWords>()),
            ("prose", schema::<Prose>()),
        ]
    }

    /// The schema of a type, in one piece.
    fn schema<T: JsonSchema>() -> Value {
        let mut settings = SchemaSettings::draft07();
        settings.inline_subschemas = true;
        let generator = settings.with_transform(without_null).into_generator();
        generator.into_root_schema_for::<T>().to_value()
    }

    /// TOML has no null: a key that may be left out is there or not.
    fn without_null(schema: &mut Schema) {
        transform_subschemas(&mut without_null, schema);
        let is_null = |schema: &Value| schema["type"] == "null" || schema == "null";
        for key in ["anyOf", "type"] {
            let Some(Value::Array(mut any)) = schema.get(key).cloned() else {
                continue;
            };
            any.retain(|schema| !is_null(schema));
            let [only] = &any[..] else {
                continue;
            };
            match only {
                Value::Object(of_type) => {
                    schema.remove(key);
                    let own = schema.ensure_object();
                    for (key, value) in of_type {
                        own.entry(key).or_insert_with(|| value.clone());
                    }
                }
                name => drop(schema.insert(key.to_owned(), name.clone())),
            }
        }
        // Nor is null what a key is without a value.
        if schema.get("default").is_some_and(Value::is_null) {
            schema.remove("default");
        }
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the schemas are written")]
    fn the_schemas_are_what_the_types_give() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/schemas");
        let derived = derived();
        let names = derived.iter().map(|(name, _)| *name);
        assert!(names.eq(WRITTEN.iter().map(|written| written.name)));
        for (name, schema) in derived {
            let path = folder.join(format!("{name}.schema.json"));
            let given = format!("{schema:#}\n");
            if env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
                fs::write(&path, &given).expect(name);
            }
            let written = fs::read_to_string(&path).unwrap_or_default();
            // Git on Windows may end lines its own way.
            let written = written.replace("\r\n", "\n");
            assert_eq!(written, given, "INSTA_UPDATE=always writes it anew");
        }
    }

    #[test]
    fn every_built_in_file_has_one_schema() {
        for (path, _) in originals() {
            let of: Vec<_> = WRITTEN.iter().filter(|it| it.is_for(path)).collect();
            assert_eq!(of.len(), 1, "{path}");
        }
    }
}
