//! Characters that cannot be seen, or that move what can be.

use super::diagnostic::Code;
use super::document::Document;
use super::report::Report;
use crate::content::files::FileKind;
use crate::inert::{self, Hidden};
use std::collections::HashSet;

/// What kind of hidden character this is, if it is one.
pub(super) fn hidden(c: char) -> Option<(Code, &'static str)> {
    Some(match inert::hidden(c) {
        Some(Hidden::Control) => (Code::ControlCharacter, "a control character"),
        Some(Hidden::Direction) => (
            Code::BidiCharacter,
            "a character that turns the direction of writing",
        ),
        Some(Hidden::ZeroWidth) => (Code::ZeroWidth, "a character that nobody sees"),
        Some(Hidden::Variation) => (
            Code::EmojiVariation,
            "an invisible character that changes how the one before it is drawn",
        ),
        None if matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}') => (
            Code::NoBreakSpace,
            "a no-break space, which looks like any other",
        ),
        None => return None,
    })
}

/// Looks through the file as it is written, then through what its escapes
/// stand for.
pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    let suspect = |byte: u8| (byte < 0x20 && byte != b'\n') || byte >= 0x7f;
    if document.text.bytes().any(suspect) {
        for (place, c) in document.text.char_indices() {
            let rest = &document.text[place..];
            if matches!(c, '\n' | '\t') || rest.starts_with("\r\n") {
                continue;
            }
            if let Some((code, what)) = hidden(c) {
                // Labels stand in the facts as the platform prints them.
                if code == Code::NoBreakSpace && matches!(document.kind, FileKind::Facts(_)) {
                    continue;
                }
                let help = if code == Code::NoBreakSpace {
                    "write a plain space, or none"
                } else {
                    "remove it"
                };
                let span = place..place + c.len_utf8();
                report.add(
                    document,
                    span,
                    code,
                    format!("U+{:04X} is {what}", u32::from(c)),
                    help,
                );
            }
        }
    }
    layout(document, report);
    if document.text.contains('\\') {
        for entry in document.strings() {
            let raw = document.text.get(entry.span.clone()).unwrap_or_default();
            // Those that stand there themselves have been reported.
            let plain: HashSet<char> = raw.chars().filter(|c| hidden(*c).is_some()).collect();
            for c in entry.text.chars().filter(|c| !plain.contains(c)) {
                if let Some((code, what)) = hidden(c) {
                    let message = format!(
                        "a code with a backslash here stands for U+{:04X}, {what}",
                        u32::from(c)
                    );
                    let span = entry.span.clone();
                    report.add(document, span, code, message, "remove the code");
                }
            }
        }
    }
}

/// Line breaks and tabs, which lay out a file but have no place in a text.
fn layout(document: &Document<'_>, report: &mut Report) {
    let possible = ["\t", "\"\"\"", "'''"];
    if !possible.iter().any(|sign| document.text.contains(sign)) {
        return;
    }
    for entry in document.strings() {
        let raw = document.text.get(entry.span.clone()).unwrap_or_default();
        for (sign, name, help) in [
            (
                '\n',
                "a line break",
                "write it on one line: the program breaks lines where they fit",
            ),
            ('\t', "a tab", "write a space"),
        ] {
            // Those that are written as escapes are reported below.
            if raw.contains(sign)
                && let Some(place) = entry.text.find(sign)
            {
                report.add(
                    document,
                    entry.within(place..place + 1),
                    Code::ControlCharacter,
                    format!("there is {name} in this text"),
                    help,
                );
            }
        }
    }
}

/// Texts without letters, and with spaces around them.
pub(super) fn blank(document: &Document<'_>, report: &mut Report) {
    for entry in document.strings() {
        // Their own checks know what they have to be.
        let own = ["sign_in", "url", "newest", "date"].contains(&entry.name());
        if own && !matches!(document.kind, FileKind::Words(..)) {
            continue;
        }
        let span = entry.span.clone();
        if entry.text.trim().is_empty() {
            report.add(
                document,
                span,
                Code::EmptyText,
                format!("`{}` is empty", entry.key),
                "write it; if nobody needs it, remove the key",
            );
        } else if entry.text.trim() != entry.text {
            report.add(
                document,
                span,
                Code::SpaceAround,
                format!("`{}` starts or ends with a space", entry.key),
                "remove it: the program puts the spaces",
            );
        }
    }
}
