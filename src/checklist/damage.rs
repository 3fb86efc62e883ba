//! What of the file cannot be read, and where it stands.

use toml_edit::{Document, Item};

use crate::handwritten::{self, as_written, line_of};

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

/// Reads a text as TOML.
pub(super) fn parse(text: &str) -> Result<Document<&str>, Damage> {
    handwritten::parse(text).map_err(|line| Damage { line, value: None })
}

/// A value that cannot be that of its key.
pub(super) fn wrong(bytes: &[u8], key: &str, item: &Item) -> Damage {
    let start = item.span().map_or(0, |span| span.start);
    Damage {
        line: line_of(bytes, start),
        value: Some((key.escape_debug().to_string(), short(&as_written(item)))),
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
