//! How Switzerland writes each language. What a platform prints is left alone:
//! it stands in the facts.

use std::ops::Range;

use super::diagnostic::Code;
use super::document::{Document, Entry};
use super::report::Report;
use crate::language::Language;

/// What to look for, in which languages, and what to write.
struct Rule {
    wrong: &'static str,
    /// All of them where empty.
    languages: &'static [&'static str],
    code: Code,
    message: &'static str,
    help: &'static str,
}

const fn rule(
    wrong: &'static str,
    languages: &'static [&'static str],
    code: Code,
    message: &'static str,
    help: &'static str,
) -> Rule {
    Rule {
        wrong,
        languages,
        code,
        message,
        help,
    }
}

const ALL: &[&str] = &[];
const GUILLEMETS: &[&str] = &["fr", "de", "it", "rm"];
const APOSTROPHE: &str = "this is the apostrophe of a typewriter";
const STRAIGHT: &str = "these are the quotation marks of a typewriter";
const DOTS: &str = "these are three dots";
const DASH: &str = "this is no dash";
const GUILLEMET_SPACE: &str = "in Switzerland, there is no space inside guillemets";
const GLUED: &str = "in Switzerland, there is no space before this mark";
const ACCENT: &str = "this accent leans the wrong way";

const RULES: &[Rule] = &[
    rule("'", ALL, Code::Apostrophe, APOSTROPHE, "write `’`"),
    rule("\"", &["en"], Code::Quotes, STRAIGHT, "write `“…”`"),
    rule(
        "\"",
        &["fr", "de", "it", "rm"],
        Code::Quotes,
        STRAIGHT,
        "write `«…»`",
    ),
    rule("...", ALL, Code::Ellipsis, DOTS, "write `…`"),
    rule(" - ", ALL, Code::Dash, DASH, "write ` – `"),
    rule(
        "—",
        ALL,
        Code::Dash,
        "this dash is too long",
        "write `–`, between spaces",
    ),
    rule(
        "  ",
        ALL,
        Code::DoubleSpace,
        "here are two spaces",
        "write one",
    ),
    rule(
        "« ",
        GUILLEMETS,
        Code::GuillemetSpaces,
        GUILLEMET_SPACE,
        "remove it",
    ),
    rule(
        " »",
        GUILLEMETS,
        Code::GuillemetSpaces,
        GUILLEMET_SPACE,
        "remove it",
    ),
    rule(
        "«",
        &["en"],
        Code::Quotes,
        "English has other quotation marks",
        "write `“…”`",
    ),
    rule(
        "»",
        &["en"],
        Code::Quotes,
        "English has other quotation marks",
        "write `“…”`",
    ),
    rule(
        "„",
        ALL,
        Code::Quotes,
        "Switzerland has other quotation marks",
        "write `«…»`, in English `“…”`",
    ),
    rule(
        "“",
        GUILLEMETS,
        Code::Quotes,
        "Switzerland has other quotation marks",
        "write `«…»`",
    ),
    rule(
        "”",
        GUILLEMETS,
        Code::Quotes,
        "Switzerland has other quotation marks",
        "write `«…»`",
    ),
    rule("ß", ALL, Code::Eszett, "Switzerland has no ß", "write `ss`"),
    rule("ẞ", ALL, Code::Eszett, "Switzerland has no ẞ", "write `SS`"),
    rule(
        "Strg",
        ALL,
        Code::Spelling,
        "Swiss keyboards print Ctrl",
        "write `Ctrl`",
    ),
    rule("perchè", &["it"], Code::Spelling, ACCENT, "write `perché`"),
    rule("poichè", &["it"], Code::Spelling, ACCENT, "write `poiché`"),
    rule("finchè", &["it"], Code::Spelling, ACCENT, "write `finché`"),
    rule("benchè", &["it"], Code::Spelling, ACCENT, "write `benché`"),
    rule(
        "E’ ",
        &["it"],
        Code::Spelling,
        "this is an accent, not an apostrophe",
        "write `È`",
    ),
    rule(
        "qual’è",
        &["it"],
        Code::Spelling,
        "there is no apostrophe here",
        "write `qual è`",
    ),
    rule(" ;", ALL, Code::SpaceBeforeMark, GLUED, "remove the space"),
    rule(" :", ALL, Code::SpaceBeforeMark, GLUED, "remove the space"),
    rule(" !", ALL, Code::SpaceBeforeMark, GLUED, "remove the space"),
    rule(" ?", ALL, Code::SpaceBeforeMark, GLUED, "remove the space"),
];

pub(super) fn check(document: &Document<'_>, language: &Language, report: &mut Report) {
    // `de-at` writes as `de` does.
    let tag = language.tag().split('-').next().unwrap_or_default();
    let rules: Vec<_> = RULES
        .iter()
        .filter(|rule| rule.languages.is_empty() || rule.languages.contains(&tag))
        .map(|rule| (rule, Bytes::of(rule.wrong)))
        .collect();
    for entry in document.strings() {
        let mut add = |span: Range<usize>, code, message: &str, help: &str| {
            report.add(document, entry.within(span), code, message, help);
        };
        // Most texts have nothing that a rule looks for, and to search each for all
        // takes longer than everything else about it.
        let bytes = Bytes::of(entry.text);
        for (rule, _) in rules.iter().filter(|(_, wrong)| bytes.has(wrong)) {
            for (place, found) in entry.text.match_indices(rule.wrong) {
                add(
                    place..place + found.len(),
                    rule.code,
                    rule.message,
                    rule.help,
                );
            }
        }
        if let Some(place) = unpaired(entry.text) {
            add(
                place,
                Code::GuillemetPairs,
                "this quotation mark has no partner",
                "write both, in this order: `«…»`, in English `“…”`",
            );
        }
        for place in dates_in_figures(&entry) {
            add(
                place,
                Code::DateInFigures,
                "a date in figures reads otherwise elsewhere",
                "write the month as a word",
            );
        }
    }
}

/// Which bytes a text is made of.
struct Bytes([u64; 4]);

impl Bytes {
    fn of(text: &str) -> Self {
        let mut bytes = [0; 4];
        for byte in text.bytes() {
            bytes[usize::from(byte / 64)] |= 1 << (byte % 64);
        }
        Self(bytes)
    }

    /// Whether all bytes of the other are among these.
    fn has(&self, other: &Self) -> bool {
        self.0
            .iter()
            .zip(&other.0)
            .all(|(own, other)| own & other == *other)
    }
}

/// The first quotation mark without partner.
fn unpaired(text: &str) -> Option<Range<usize>> {
    let mut open = None;
    for (place, c) in text.char_indices() {
        let here = place..place + c.len_utf8();
        match c {
            '«' | '“' if open.is_some() => return open,
            '«' | '“' => open = Some(here),
            '»' | '”' if open.is_none() => return Some(here),
            '»' | '”' => open = None,
            _ => {}
        }
    }
    open
}

/// Words such as `3.11.2025`.
fn dates_in_figures(entry: &Entry<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for word in entry.text.split_inclusive([' ', ',', '(', ')', ';']) {
        let bare = word.trim_end_matches([' ', ',', '(', ')', ';', '.']);
        let parts: Vec<_> = bare.split('.').collect();
        let figures = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if parts.len() == 3 && parts.iter().all(figures) {
            found.push(from..from + bare.len());
        }
        from += word.len();
    }
    found
}
