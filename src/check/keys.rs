//! Keys and values: what the types that the content is read into refuse, said
//! to whoever edits it.

use serde::de::DeserializeOwned;

use super::diagnostic::Code;
use super::document::Document;
use super::names::{did_you_mean, nearest};
use super::placeholders;
use super::probe::{self, Fault};
use super::report::Report;
use crate::catalogue::Address;
use crate::content::files::FileKind;

/// Reads the document as a `T`, or says all that keeps it from being one.
pub(super) fn read<T: DeserializeOwned>(document: &Document<'_>, report: &mut Report) -> Option<T> {
    let whole = match document.read() {
        Ok(value) => return Some(value),
        Err(mismatch) => mismatch,
    };
    if !document.given {
        return None;
    }
    let faults = probe::faults::<T>(&document.root, document.key_span(&[]));
    let nothing = faults.is_empty();
    for fault in faults {
        say(document, fault, report);
    }
    // No value alone is at fault, nor is what could not be read as TOML.
    if nothing && document.syntax.is_empty() {
        report.add(
            document,
            whole.span.unwrap_or(0..0),
            Code::WrongValue,
            whole.reason,
            "the program cannot read this",
        );
    }
    None
}

fn say(document: &Document<'_>, fault: Fault, report: &mut Report) {
    match fault {
        Fault::Unknown {
            key,
            name,
            meant,
            known,
        } => {
            let near = meant.or_else(|| nearest(&name, known.iter().copied()));
            let help = did_you_mean(near, format!("remove it; known here: {}", known.join(", ")));
            let message = format!("nothing reads the key `{name}`");
            report.add(document, key, Code::UnknownKey, message, help);
            if let Some(meant) = meant {
                report.note_typo_target(document, meant);
            }
        }
        Fault::Missing { table, name } => report.add(
            document,
            table,
            Code::MissingKey,
            format!("the key `{name}` is missing here"),
            format!("add `{name} = …`"),
        ),
        Fault::Type {
            span,
            found,
            needed,
        } => {
            let message = format!("this is {}: {needed} is needed", noun(found));
            let help = match (needed, found) {
                ("a text", "array") => "write one text, without brackets",
                ("a text", "table") => "write one text: `key = \"…\"`",
                ("a text", _) => "put it between straight quotation marks: `\"…\"`",
                ("a list", "string") => "put it in brackets: `[\"…\"]`",
                ("a list", _) => "write a list of texts: `[\"…\", \"…\"]`",
                ("a table", "array") => "write single brackets: `[name]`",
                ("a table", _) => "write `[name]` on a line of its own, and its keys below",
                _ => "write a whole number, without quotation marks",
            };
            report.add(document, span, Code::WrongValue, message, help);
        }
        Fault::Value { span, text, reason } => {
            // What is wrong with a text is said by the checks for it.
            let covered = text.as_ref().is_some_and(|text| {
                text.trim().is_empty()
                    || text.chars().any(char::is_control)
                    || Address::parse(text).is_err_and(|error| error.to_string() == reason)
            });
            if covered {
                return;
            }
            let words = matches!(document.kind, FileKind::Words(..));
            match text {
                Some(text) if words => {
                    placeholders::typed(document, &text, span, &reason, report);
                }
                _ => report.add(
                    document,
                    span,
                    Code::WrongValue,
                    reason,
                    "write what the program can read here",
                ),
            }
        }
    }
}

/// What a value of this type is called where its type is wrong.
fn noun(found: &str) -> &'static str {
    match found {
        "string" => "a text",
        "integer" | "float" => "a number",
        "boolean" => "`true` or `false`",
        "datetime" => "a date",
        "array" => "a list",
        _ => "a table",
    }
}
