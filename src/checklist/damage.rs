//! What of the file cannot be read, and where it stands.

use toml_edit::{Document, Item};

use crate::guard::guard;

/// The most letters of a value that are shown to say that it cannot be read.
const LONGEST_VALUE: usize = 60;

/// What does not read as a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// The line, from 1.
    pub line: usize,
    /// The key whose value cannot be, and the value; None where it is not TOML.
    pub value: Option<(String, String)>,
}

/// What stands in the file of one platform and cannot be read. It is passed over, and
/// stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The platform's id.
    pub platform: String,
    /// What is wrong there.
    pub damage: Damage,
}

/// Reads a text as TOML. One that its reader panics at is damaged too.
pub(super) fn parse(text: &str) -> Result<Document<&str>, Damage> {
    let failed = |_| Damage {
        line: 1,
        value: None,
    };
    let parsed = guard(text, Document::parse).map_err(failed)?;
    parsed.map_err(|error| syntax(text, &error))
}

/// Where a text is no TOML.
fn syntax(text: &str, error: &toml_edit::TomlError) -> Damage {
    let start = error.span().map_or(0, |span| span.start);
    Damage {
        line: line_of(text.as_bytes(), start),
        value: None,
    }
}

/// The line, from 1, in which a byte stands.
pub(super) fn line_of(bytes: &[u8], offset: usize) -> usize {
    let before = &bytes[..offset.min(bytes.len())];
    before.split(|byte| *byte == b'\n').count()
}

/// A value that cannot be that of its key.
pub(super) fn wrong(bytes: &[u8], key: &str, item: &Item) -> Damage {
    let start = item.span().map_or(0, |span| span.start);
    Damage {
        line: line_of(bytes, start),
        value: Some((key.escape_debug().to_string(), short(&without_toml(item)))),
    }
}

/// A value without the quotation marks that TOML needs, and without what is remarked
/// beside it.
fn without_toml(item: &Item) -> String {
    match (item.as_str(), item.as_value()) {
        (Some(text), _) => text.to_owned(),
        (None, Some(value)) => value.clone().decorated("", "").to_string(),
        (None, None) => item.to_string(),
    }
}

/// The first line of a value, which may be long.
fn short(value: &str) -> String {
    let line = value.trim().lines().next().unwrap_or_default();
    let short: String = line.chars().take(LONGEST_VALUE).collect();
    if short.len() < value.trim().len() {
        short + "…"
    } else {
        short
    }
}
