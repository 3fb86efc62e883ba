//! From what a file says to the types it is read into.
//!
//! What is built in is JSON (see `build/content.rs`). What somebody wrote is turned into
//! JSON first, so that each type is compiled for one format alone: for two, half of
//! the program was reading.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Why a file is not what it is read as.
#[derive(Debug)]
pub(crate) struct Mismatch {
    /// Where in the file, in bytes; none where the file is not at hand.
    pub(crate) span: Option<Range<usize>>,
    /// What is wrong. For whoever edits the content, so in English.
    pub(crate) reason: String,
}

/// Reads JSON as a `T`.
pub(crate) fn from_json<T: DeserializeOwned>(json: &str) -> Result<T, Mismatch> {
    from_lines(json, &[])
}

/// Reads a file's tree as a `T`.
pub(crate) fn from_tree<T: DeserializeOwned>(tree: &Spanned<DeTable<'_>>) -> Result<T, Mismatch> {
    let mut lines = Lines::default();
    lines.table(tree.span(), tree.get_ref());
    from_lines(&lines.json, &lines.spans)
}

/// Reads a value of TOML as a `T`.
pub(crate) fn from_value<T: DeserializeOwned>(value: &Spanned<DeValue<'_>>) -> Result<T, Mismatch> {
    let mut lines = Lines::default();
    lines.value(value);
    from_lines(&lines.json, &lines.spans)
}

/// Reads JSON, of each line of which it is known where in a file it comes from.
fn from_lines<T: DeserializeOwned>(json: &str, spans: &[Range<usize>]) -> Result<T, Mismatch> {
    serde_json::from_str(json).map_err(|error| {
        let place = format!(" at line {} column {}", error.line(), error.column());
        let reason = error.to_string();
        let reason = reason.strip_suffix(&place).unwrap_or(&reason).to_owned();
        let mut line = error.line().saturating_sub(1);
        // What the types refuse by themselves is placed behind the value: at the end
        // of its line, before the next item of a list, or at the closing bracket.
        let closed = json
            .lines()
            .nth(line)
            .is_some_and(|line| line.starts_with(['}', ']']));
        if error.column() == 0 || closed && !reason.starts_with("missing field") {
            line = line.saturating_sub(1);
        }
        Mismatch {
            span: spans.get(line).cloned(),
            reason,
        }
    })
}

/// What a value that is neither a list nor a table is read as.
pub(crate) enum Single<'a> {
    Text(Cow<'a, str>),
    Integer(i64),
    Float(f64),
    Truth(bool),
}

impl<'a> Single<'a> {
    /// Of a list or a table, its name: neither comes here.
    pub(crate) fn of(value: &'a DeValue<'_>) -> Self {
        match value {
            DeValue::String(text) => Self::Text(Cow::Borrowed(text)),
            // Of numbers beyond these, none has a place in the content.
            DeValue::Integer(number) => {
                match i64::from_str_radix(number.as_str(), number.radix()) {
                    Ok(number) => Self::Integer(number),
                    Err(_) => Self::Text(number.as_str().into()),
                }
            }
            DeValue::Float(number) => match number.as_str().parse() {
                Ok(number) => Self::Float(number),
                Err(_) => Self::Text(number.as_str().into()),
            },
            DeValue::Boolean(truth) => Self::Truth(*truth),
            DeValue::Datetime(day) => Self::Text(day.to_string().into()),
            DeValue::Array(_) | DeValue::Table(_) => Self::Text(value.type_str().into()),
        }
    }
}

/// JSON with a key or a value to a line, each with what follows it.
#[derive(Default)]
struct Lines {
    json: String,
    /// Where in the file each line comes from.
    spans: Vec<Range<usize>>,
}

impl Lines {
    fn line(&mut self, span: Range<usize>, json: &str) {
        self.json += json;
        self.json.push('\n');
        self.spans.push(span);
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>) {
        let span = value.span();
        match value.get_ref() {
            DeValue::Array(items) => {
                self.line(span.clone(), "[");
                for (number, item) in items.iter().enumerate() {
                    self.comma(number);
                    self.value(item);
                }
                self.line(span, "]");
            }
            DeValue::Table(table) => self.table(span, table),
            single => match Single::of(single) {
                Single::Text(text) => self.text(span, &text),
                Single::Integer(number) => self.line(span, &number.to_string()),
                Single::Float(number) => {
                    self.line(span, &serde_json::Value::from(number).to_string());
                }
                Single::Truth(truth) => self.line(span, &truth.to_string()),
            },
        }
    }

    fn table(&mut self, span: Range<usize>, table: &DeTable<'_>) {
        self.line(span.clone(), "{");
        for (number, (key, value)) in table.iter().enumerate() {
            self.comma(number);
            self.text(key.span(), key.get_ref());
            self.append(":");
            self.value(value);
        }
        self.line(span, "}");
    }

    fn text(&mut self, span: Range<usize>, text: &str) {
        self.line(span, &serde_json::Value::from(text).to_string());
    }

    fn comma(&mut self, number: usize) {
        if number > 0 {
            self.append(",");
        }
    }

    /// Adds to the last line.
    fn append(&mut self, sign: &str) {
        self.json.pop();
        self.json += sign;
        self.json.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;
    use crate::content::Text;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Sheet {
        minutes: u16,
        #[serde(default)]
        labels: BTreeMap<String, Vec<String>>,
        #[serde(default)]
        truth: bool,
        #[serde(default)]
        share: f64,
        #[serde(default)]
        name: Option<Text>,
        #[serde(default)]
        names: Vec<Text>,
    }

    fn read(text: &str) -> Result<Sheet, (Option<usize>, String)> {
        let tree = DeTable::parse(text).expect("TOML");
        from_tree(&tree).map_err(|mismatch| {
            let line = mismatch
                .span
                .map(|span| crate::content::error::line_of(text, span.start));
            (line, mismatch.reason)
        })
    }

    #[test]
    fn a_mismatch_is_told_on_the_line_of_its_value() {
        for (text, line, reason) in [
            (
                "\nminutes = 'two'\ntruth = true",
                2,
                "invalid type: string \"two\", expected u16",
            ),
            (
                "minutes = 70000",
                1,
                "invalid value: integer `70000`, expected u16",
            ),
            (
                "minutes = 99999999999999999999",
                1,
                "invalid type: string \"99999999999999999999\", expected u16",
            ),
            (
                "minutes = 2\nminuets = 3",
                2,
                "unknown field `minuets`, expected one of `minutes`, `labels`, `truth`, `share`, `name`, `names`",
            ),
            (
                "minutes = 2\n[labels]\nfr = [\n  'a',\n  4,\n]",
                5,
                "invalid type: integer `4`, expected a string",
            ),
            (
                "minutes = 2\n[labels]\nfr = 'a'",
                3,
                "invalid type: string \"a\", expected a sequence",
            ),
            (
                "minutes = 2\nname = '{}'\ntruth = true",
                2,
                "`{}`: no placeholder can stand in this text",
            ),
            (
                "minutes = 2\n\nname = '{}'",
                3,
                "`{}`: no placeholder can stand in this text",
            ),
            (
                "minutes = 2\nnames = [\n'a',\n'',\n]",
                4,
                "this text is empty: write it, or remove the key",
            ),
            (
                "minutes = 2\nnames = [\n'',\n'a',\n]",
                3,
                "this text is empty: write it, or remove the key",
            ),
            ("truth = true", 1, "missing field `minutes`"),
        ] {
            let mismatch = read(text).expect_err(text);
            assert_eq!(mismatch, (Some(line), reason.to_owned()), "{text}");
        }
    }

    #[test]
    fn every_type_of_value_is_read_as_what_it_is() {
        let text = "minutes = 0x1f\ntruth = true\nshare = 1e3\nlabels.fr = ['«a\"\\u001b\\\\»\\n', \"\\n\\u2028\"]\nlabels.de = []\nname = 'N'\nnames = ['a', 'b']";
        let sheet = read(text).expect(text);
        assert_eq!((sheet.minutes, sheet.truth), (31, true));
        assert!((sheet.share - 1000.0).abs() < f64::EPSILON);
        assert_eq!(sheet.labels["fr"], ["«a\"\\u001b\\\\»\\n", "\n\u{2028}"]);
        assert_eq!(sheet.name.as_deref(), Some("N"));
        let names: Vec<_> = sheet.names.iter().map(|name| &**name).collect();
        assert_eq!(names, ["a", "b"]);
    }
}
