//! What each file of the content may say, as a JSON Schema: derived from the types
//! that the files are read into, for the check and for editors.

use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

use crate::catalogue::facts::Facts;
use crate::catalogue::order::Order;
use crate::catalogue::{Addressees, ReportsTo, Story, Unlisted, WorkshopFacts};
use crate::content::Source;
use crate::words::{
    ExportWords, Interface, Kinds, LetterWords, Prose, StoryWords, Translating, WorkshopWords,
};

/// The schema of a kind of file.
#[derive(Debug)]
pub struct FileSchema {
    /// Its name, which no other schema has.
    pub name: &'static str,
    /// The files it is for, as a pattern below the content folder.
    pub files: &'static str,
    /// The schema, in draft 7, which the editors of TOML know.
    pub schema: Schema,
}

/// The schemas of all kinds of file.
#[must_use]
pub fn schemas() -> Vec<FileSchema> {
    fn schema<T: JsonSchema>(name: &'static str, files: &'static str) -> FileSchema {
        let mut schema = schema_of::<T>();
        // Words are explained by those that they stand for.
        if let Some(words) = files.strip_prefix("*/") {
            let source = Source::embedded();
            let french = source.file(&format!("fr/{words}")).unwrap_or_default();
            if let Ok(french) = DeTable::parse(french) {
                add_french(schema.ensure_object(), french.get_ref());
            }
        }
        FileSchema {
            name,
            files,
            schema,
        }
    }
    vec![
        schema::<Order>("catalogue", "catalogue.toml"),
        schema::<Story>("story", "story.toml"),
        schema::<WorkshopFacts>("workshop", "workshop.toml"),
        schema::<Unlisted>("unlisted", "unlisted.toml"),
        schema::<Addressees>("addressees", "addressees.toml"),
        schema::<ReportsTo>("reports", "reports.toml"),
        schema::<Facts>("facts", "platforms/*.toml"),
        schema::<Interface>("interface", "*/interface.toml"),
        schema::<Kinds>("kinds", "*/kinds.toml"),
        schema::<ExportWords>("export", "*/export.toml"),
        schema::<LetterWords>("letters", "*/letters.toml"),
        schema::<StoryWords>("story-words", "*/story.toml"),
        schema::<Translating>("translating", "*/translating.toml"),
        schema::<WorkshopWords>("workshop-words", "*/workshop.toml"),
        schema::<Prose>("prose", "*/platforms/*.toml"),
    ]
}

/// The schema of a type, in one piece.
pub(super) fn schema_of<T: JsonSchema>() -> Schema {
    let mut settings = SchemaSettings::draft07();
    settings.inline_subschemas = true;
    let generator = settings.with_transform(without_null).into_generator();
    generator.into_root_schema_for::<T>()
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
