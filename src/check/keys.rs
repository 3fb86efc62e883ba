//! Keys and values: what the types that the content is read into refuse, said to
//! whoever edits it. The schema of a type leads to every part of a file, so that one
//! fault hides no other; a text is checked by its type itself.

use std::ops::Range;

use serde::de::DeserializeOwned;
use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::diagnostic::Code;
use super::document::Document;
use super::names::{did_you_mean, nearest};
use super::placeholders;
use super::report::{MOST, Report};
use super::schema::schema_of;
use crate::catalogue::Address;
use crate::catalogue::facts::{About, day};
use crate::content::Words;
use crate::content::files::FileKind;
use crate::content::template::{check_all_places, check_places};
use crate::content::typed::Fault;

/// Reads the document as a `T`, or reports all that keeps it from being one.
pub(super) fn read<T: DeserializeOwned>(document: &Document<'_>, report: &mut Report) -> Option<T> {
    let mismatch = match document.read() {
        Ok(value) => return Some(value),
        Err(mismatch) => mismatch,
    };
    if !document.given {
        return None;
    }
    let mut walk = KeyWalk {
        document,
        report,
        found: false,
    };
    if let Some(schema) = schema_of(document.path) {
        walk.value(&schema, &document.root, document.key_span(&[]));
    }
    // The types refuse the file as a whole. Where it is not TOML, that is why.
    if !walk.found && document.syntax.is_empty() {
        let Fault { span, reason } = mismatch.into_fault();
        let span = span.unwrap_or(0..0);
        let help = "see how it is written elsewhere: in the French file, or for another platform"
            .to_owned();
        walk.fault(span, Code::WrongValue, reason, help);
    }
    None
}

/// A way through a document along a schema.
struct KeyWalk<'w, 'd> {
    document: &'w Document<'d>,
    report: &'w mut Report,
    /// Whether anything was refused.
    found: bool,
}

impl KeyWalk<'_, '_> {
    fn fault(&mut self, span: Range<usize>, code: Code, message: String, help: String) {
        self.found = true;
        self.report.add(self.document, span, code, message, help);
    }

    /// Compares a value with its schema. What is missing in it is reported `at` its key.
    fn value(&mut self, schema: &Value, value: &Spanned<DeValue<'_>>, at: Range<usize>) {
        let needed = schema["type"].as_str().unwrap_or("string");
        match (needed, value.get_ref()) {
            ("object", DeValue::Table(table)) => self.table(schema, table, at),
            ("array", DeValue::Array(items)) => {
                for item in items {
                    self.value(&schema["items"], item, item.span());
                }
            }
            ("string", DeValue::String(text)) => self.text(schema, text, value.span()),
            ("string", DeValue::Datetime(day)) => {
                self.text(schema, &day.to_string(), value.span());
            }
            ("integer", DeValue::Integer(number)) => {
                let given = i64::from_str_radix(number.as_str(), number.radix()).ok();
                let least = schema["minimum"].as_i64().unwrap_or(i64::MIN);
                let most = schema["maximum"].as_i64().unwrap_or(i64::MAX);
                if !given.is_some_and(|given| (least..=most).contains(&given)) {
                    let message = format!("the number {} is not possible here", number.as_str());
                    let help = match schema["maximum"].as_i64() {
                        Some(most) => format!("write a number from {least} to {most}"),
                        None => format!("write the number {least}, or a larger one"),
                    };
                    self.fault(value.span(), Code::WrongValue, message, help);
                }
            }
            ("boolean", DeValue::Boolean(_)) => {}
            (_, found) => self.wrong_type(needed, found.type_str(), value.span()),
        }
    }

    fn table(&mut self, schema: &Value, table: &DeTable<'_>, at: Range<usize>) {
        let Some(known) = schema["properties"].as_object() else {
            // Its keys are ids.
            for (key, value) in table {
                self.value(&schema["additionalProperties"], value, key.span());
            }
            return;
        };
        let names: Vec<_> = known.keys().map(String::as_str).collect();
        let mut meant = Vec::new();
        let mut unknown = 0;
        for (key, value) in table {
            let name: &str = key.get_ref();
            if let Some(schema) = known.get(name) {
                self.value(schema, value, key.span());
                continue;
            }
            unknown += 1;
            if unknown > MOST {
                continue;
            }
            let missing = names.iter().copied();
            let missing = missing.filter(|name| !table.contains_key(*name));
            let target = nearest(name, missing);
            if let Some(target) = target {
                meant.push(target);
                self.report.note_typo_target(self.document, target);
            }
            let near = target.or_else(|| nearest(name, names.iter().copied()));
            let message = format!("the program knows no key `{name}` here");
            let help = did_you_mean(
                near,
                format!("remove it, or write one of these: {}", names.join(", ")),
            );
            self.fault(key.span(), Code::UnknownKey, message, help);
        }
        let required = schema["required"].as_array().into_iter().flatten();
        for name in required.filter_map(Value::as_str) {
            // A key that is misspelt is not also missing.
            if !table.contains_key(name) && !meant.contains(&name) {
                let message = format!("the key `{name}` is missing here");
                let help = format!("add `{name} = …`");
                self.fault(at.clone(), Code::MissingKey, message, help);
            }
        }
    }

    fn text(&mut self, schema: &Value, text: &str, span: Range<usize>) {
        let words = words(schema);
        if !words.is_empty() {
            if !words.contains(&text) {
                let message = format!("`{text}` is not possible here");
                let help = format!("write one of these: {}", words.join(", "));
                let help = did_you_mean(nearest(text, words.iter().copied()), help);
                self.fault(span, Code::WrongValue, message, help);
            }
            return;
        }
        let Some(reason) = refused(schema, text) else {
            return;
        };
        self.found = true;
        // What is wrong with these, other rules say with more care.
        let covered = text.trim().is_empty()
            || text.chars().any(char::is_control)
            || schema["format"] == "uri";
        if covered {
            return;
        }
        if let FileKind::Words(..) = self.document.kind {
            placeholders::typed(self.document, text, span, &reason, self.report);
        } else {
            let help =
                "see how it is written elsewhere: in the French file, or for another platform"
                    .to_owned();
            self.fault(span, Code::WrongValue, reason, help);
        }
    }

    fn wrong_type(&mut self, needed: &str, found: &str, span: Range<usize>) {
        let noun = |name| match name {
            "string" => "a text",
            "integer" | "float" => "a number",
            "boolean" => "`true` or `false`",
            "datetime" => "a date",
            "array" => "a list",
            _ => "a table",
        };
        let message = format!("this is {}: {} is needed", noun(found), noun(needed));
        let help = match (needed, found) {
            ("string", "array") => "write one text, without brackets",
            ("string", "table") => "write one text: `key = \"…\"`",
            ("string", _) => "put it between straight quotation marks: `\"…\"`",
            ("array", "string") => "put it in brackets: `[\"…\"]`",
            ("array", _) => "write a list of texts: `[\"…\", \"…\"]`",
            ("object", "array") => "write single brackets: `[name]`",
            ("object", _) => "write `[name]` on a line of its own, and its keys below",
            ("boolean", _) => "write `true` or `false`, without quotation marks",
            _ => "write a whole number, without quotation marks",
        };
        self.fault(span, Code::WrongValue, message, help.to_owned());
    }
}

/// The words that a schema allows, where it allows these alone.
fn words(schema: &Value) -> Vec<&str> {
    let listed = schema["enum"].as_array().into_iter().flatten();
    let explained = schema["oneOf"].as_array().into_iter().flatten();
    let explained = explained.map(|word| &word["const"]);
    listed.chain(explained).filter_map(Value::as_str).collect()
}

/// Why the type behind a schema refuses a text, if it does.
fn refused(schema: &Value, text: &str) -> Option<String> {
    fn reason<T>(read: Result<T, impl ToString>) -> Option<String> {
        read.err().map(|error| error.to_string())
    }
    if let Some(names) = schema["x-placeholders"].as_array() {
        let names: Vec<_> = names.iter().filter_map(Value::as_str).collect();
        let needs_all = schema["x-all-placeholders"] == true;
        let check = if needs_all {
            check_all_places
        } else {
            check_places
        };
        return reason(check(text, &names));
    }
    match schema["format"].as_str()? {
        "words" => reason(Words::try_from(text.to_owned())),
        "uri" => reason(Address::parse(text)),
        "about" => reason(About::try_from(text.to_owned())),
        "date" => reason(day(text)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::embedded::originals;

    #[test]
    fn the_built_in_files_follow_their_schemas() {
        for (path, text) in originals() {
            let document = Document::new(path, text, true, None);
            let mut report = Report::default();
            let mut walk = KeyWalk {
                document: &document,
                report: &mut report,
                found: false,
            };
            let schema = schema_of(path).expect(path);
            walk.value(&schema, &document.root, 0..0);
            assert!(!walk.found, "{path}: {:?}", report.finish());
        }
    }
}
