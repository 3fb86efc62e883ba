//! What is not TOML, in words for people who do not know it: one fault a line,
//! and none that only follows from another.

use std::collections::BTreeMap;
use std::ops::Range;

use super::characters;
use super::diagnostic::Code;
use super::document::{Document, is_duplicate_key};
use super::report::Report;

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    for repair in document.repairs {
        report.add(
            document,
            repair.span.clone(),
            Code::Syntax,
            repair.message.clone(),
            repair.help.clone(),
        );
    }
    let mut first: BTreeMap<_, &toml::de::Error> = BTreeMap::new();
    for error in &document.syntax {
        let start = place(error).start;
        let known = first.entry(document.line(start)).or_insert(error);
        if start < place(known).start {
            *known = error;
        }
    }
    for (line, error) in &first {
        let span = place(error);
        let before = line.checked_sub(1).and_then(|line| first.get(&line));
        if is_duplicate_key(error) {
            // What stands under a heading given twice is itself given twice.
            if !under_duplicate_heading(document, *line, &first) {
                duplicate_key(document, span, report);
            }
            continue;
        }
        // The comma that is missed belongs to a text that could not be read.
        if error.message().starts_with(NO_COMMA) && before.is_some() {
            continue;
        }
        // A character that may not stand there has been reported by its name.
        let stretch = document.text.get(span.clone()).unwrap_or_default();
        if stretch.chars().any(|c| characters::hidden(c).is_some()) {
            continue;
        }
        let (message, help) = plain(error.message());
        report.add(document, span, Code::Syntax, message, help);
    }
}

fn place(error: &toml::de::Error) -> Range<usize> {
    error.span().unwrap_or(0..0)
}

fn duplicate_key(document: &Document<'_>, span: Range<usize>, report: &mut Report) {
    let key = document.text.get(span.clone()).unwrap_or_default();
    report.add(
        document,
        span,
        Code::DuplicateKey,
        format!("`{key}` is given twice here"),
        "keep one of the two, or give it another name",
    );
}

/// Whether the nearest heading above a line is given twice.
fn under_duplicate_heading(
    document: &Document<'_>,
    line: usize,
    first: &BTreeMap<usize, &toml::de::Error>,
) -> bool {
    let lines: Vec<_> = document.text.lines().collect();
    let mut above = (1..line).rev();
    let heading = above.find(|line| {
        let text = lines.get(line - 1);
        text.is_some_and(|text| text.trim_start().starts_with('['))
    });
    heading
        .and_then(|heading| first.get(&heading))
        .is_some_and(|error| is_duplicate_key(error))
}

const NO_COMMA: &str = "missing comma between array elements";

/// What the parser says, in plain words, and what to do.
fn plain(message: &str) -> (&str, &'static str) {
    const QUOTE: &str =
        "put each text between two straight quotation marks; inside it, write `«…»` or `“…”`";
    const KEY: &str = "write `key = \"…\"`, or begin the line with `#`";
    const BACKSLASH: &str = "write `\\\\` for a backslash";
    let known = [
        (
            NO_COMMA,
            "there is no comma between two texts",
            "put a comma after each text of a list; inside a text, write `«…»` or `“…”`",
        ),
        (
            "invalid basic string",
            "this text has no closing quotation mark",
            "close it with `\"`",
        ),
        (
            "invalid literal string",
            "this text has no closing quotation mark",
            "close it with `'`",
        ),
        (
            "missing opening quote",
            "this text has no opening quotation mark",
            QUOTE,
        ),
        (
            "string values must be quoted",
            "this text is not between straight quotation marks",
            QUOTE,
        ),
        (
            "unexpected key or value",
            "nothing more can stand on this line",
            QUOTE,
        ),
        (
            "missing escaped value",
            "a backslash changes what the next letter means",
            BACKSLASH,
        ),
        (
            "too few unicode value digits",
            "a backslash changes what the next letter means",
            BACKSLASH,
        ),
        (
            "extra comma in array",
            "there is a comma too many",
            "remove it",
        ),
        (
            "key with no value",
            "this is neither a key with a value nor a comment",
            KEY,
        ),
        ("missing value for key", "this key has no value", KEY),
        (
            "invalid unquoted key",
            "a key has only plain letters, digits, `-` and `_`",
            "write it so, without accents or other signs",
        ),
        ("extra `=`", "there is an equals sign too many", "remove it"),
    ];
    let known = known.iter().find(|(start, ..)| message.starts_with(start));
    match known {
        Some((_, message, help)) => (message, help),
        None => (message, "see https://toml.io for how it is written"),
    }
}
