//! How Switzerland writes each language. What a platform prints is left alone:
//! it stands in the facts.

use std::ops::Range;

use super::diagnostic::Code;
use super::document::{Document, Entry};
use super::report::Report;
use crate::language::Language;

/// What to look for, in which languages, and what to write.
struct Rule {
    code: Code,
    /// All of them where empty.
    languages: &'static [&'static str],
    wrong: &'static [&'static str],
    message: &'static str,
    help: &'static str,
}

macro_rules! rules {
    ($($code:ident $languages:ident $($wrong:literal)+, $message:literal, $help:literal;)+) => {
        &[$(Rule {
            code: Code::$code,
            languages: $languages,
            wrong: &[$($wrong),+],
            message: $message,
            help: $help,
        }),+]
    };
}

const ALL: &[&str] = &[];
const EN: &[&str] = &["en"];
const IT: &[&str] = &["it"];
/// Those that write guillemets: the four languages of the country.
const CH: &[&str] = &["fr", "de", "it", "rm"];

const RULES: &[Rule] = rules! {
    Apostrophe ALL "'", "this is the apostrophe of a typewriter", "write `’`";
    Quotes EN "\"", "these are the quotation marks of a typewriter", "write `“…”`";
    Quotes CH "\"", "these are the quotation marks of a typewriter", "write `«…»`";
    Quotes EN "«" "»", "English has other quotation marks", "write `“…”`";
    Quotes CH "“" "”", "Switzerland has other quotation marks", "write `«…»`";
    Quotes ALL "„", "Switzerland has other quotation marks", "write `«…»`, in English `“…”`";
    GuillemetSpaces CH "« " " »", "in Switzerland, there is no space inside guillemets", "remove it";
    Ellipsis ALL "...", "these are three dots", "write `…`";
    Dash ALL " - ", "this is a hyphen, where a dash belongs", "write ` – `";
    Dash ALL "—", "this dash is too long", "write `–`, between spaces";
    DoubleSpace ALL "  ", "here are two spaces", "write one";
    SpaceBeforeMark ALL " ;" " :" " !" " ?", "in Switzerland, there is no space before this mark", "remove the space";
    Eszett ALL "ß", "Switzerland has no ß", "write `ss`";
    Eszett ALL "ẞ", "Switzerland has no ẞ", "write `SS`";
    Spelling ALL "Strg", "Swiss keyboards print Ctrl", "write `Ctrl`";
    Spelling IT "perchè", "this accent leans the wrong way", "write `perché`";
    Spelling IT "poichè", "this accent leans the wrong way", "write `poiché`";
    Spelling IT "finchè", "this accent leans the wrong way", "write `finché`";
    Spelling IT "benchè", "this accent leans the wrong way", "write `benché`";
    Spelling IT "E’ ", "this is an accent, not an apostrophe", "write `È`";
    Spelling IT "qual’è", "there is no apostrophe here", "write `qual è`";
    Spelling IT "il {date}" "dal {date}" "al {date}" "del {date}" "il {on}" "dal {on}" "dal {since}" "il {deadline}" "al {deadline}" "il {checked}" "al {checked}", "this article does not stand before the 8th and the 11th", "write the date without an article: `fatto: {date}`, `({date})`";
};

pub(super) fn check(document: &Document<'_>, language: &Language, report: &mut Report) {
    // `de-at` writes as `de` does.
    let tag = language.tag().split('-').next().unwrap_or_default();
    // Most files have nothing that a rule looks for. An escape may stand for it.
    let escapes = document.text.contains('\\');
    let rules = RULES
        .iter()
        .filter(|rule| rule.languages.is_empty() || rule.languages.contains(&tag));
    let wanted = rules.flat_map(|rule| rule.wrong.iter().map(move |wrong| (rule, *wrong)));
    let wanted = wanted.filter(|(_, wrong)| escapes || document.text.contains(wrong));
    let wanted: Vec<_> = wanted.collect();
    for entry in document.strings() {
        let mut add = |span: Range<usize>, code, message: &str, help: &str| {
            report.add(document, entry.within(span), code, message, help);
        };
        for (rule, wrong) in &wanted {
            for (place, _) in entry.text.match_indices(wrong) {
                let span = place..place + wrong.len();
                add(span, rule.code, rule.message, rule.help);
            }
        }
        if let Some(place) = unpaired(entry.text) {
            add(
                place,
                Code::GuillemetPairs,
                "here is one quotation mark without the other",
                "write both, in this order: `«…»`, in English `“…”`",
            );
        }
        for place in dates_in_figures(&entry) {
            add(
                place,
                Code::DateInFigures,
                "a date in figures is read differently from country to country",
                "write the month as a word",
            );
        }
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
