//! Whether texts can be read in the smallest window, of 40 columns and 12 lines:
//! pages scroll and break between words, a few places do neither.

use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_width::UnicodeWidthStr as _;

use super::diagnostic::Code;
use super::document::Document;
use super::report::Report;
use crate::content::files::WordsFile;

/// The columns of the smallest window.
const COLUMNS: usize = 40;

/// The columns left for a word in it: a list is indented by four.
const WORD: usize = 36;

/// Texts on one line, that are cut where they are too long: the file, the keys
/// (`*` stands for any), and the columns there are.
const LINES: &[(WordsFile<'_>, &str, usize)] = &[
    // A heading of the list.
    (WordsFile::Interface, "groups.*", 38),
    (WordsFile::Interface, "list.first_five", 38),
    // Room to type is left behind it.
    (WordsFile::Interface, "list.search", 20),
    // Beside a platform's name.
    (WordsFile::Interface, "states.new", 16),
    (WordsFile::Interface, "states.done", 16),
    (WordsFile::Interface, "states.later", 16),
    (WordsFile::Interface, "states.not_concerned", 16),
    (WordsFile::Interface, "states.not_found", 16),
    (WordsFile::Interface, "states.check_again", 16),
    (WordsFile::Interface, "states.nothing_to_do", 16),
    (WordsFile::Interface, "states.no_opt_out", 16),
    // In the bottom line, beside the longest key and the one for help.
    (WordsFile::Interface, "hints.*", 18),
    (WordsFile::Interface, "keys.*", 14),
    // Behind a sign and before the number of items.
    (WordsFile::Kinds, "common.used", 33),
    (WordsFile::Kinds, "common.not_used", 33),
    // Inside the frame of a drawn setting, beside the knob.
    (WordsFile::Kinds, "switch.*.on", 32),
    (WordsFile::Kinds, "switch.*.off", 32),
];

/// Texts of several lines where nothing scrolls, and the lines there are.
const HEIGHTS: &[(&str, usize)] = &[
    // Above the list, which needs at least two of the eight.
    ("list.first_run", 5),
    ("list.all_done", 5),
    ("list.all_but_not_found", 5),
    // Below the page, of which three lines stay.
    ("status.*", 7),
];

pub(super) fn check(document: &Document<'_>, words: WordsFile<'_>, report: &mut Report) {
    for entry in document.strings() {
        let mut from = 0;
        for word in entry.text.split(' ') {
            // What a placeholder stands for breaks as it can.
            let width = word.width();
            if width > WORD && !word.contains('{') {
                report.add(
                    document,
                    entry.within(from..from + word.len()),
                    Code::WideWord,
                    format!("this word is too long for the smallest window: {width} columns, where {WORD} fit"),
                    "write it in two words, or find a shorter one",
                );
            }
            from += word.len() + 1;
        }
        let width = entry.text.width();
        let line = LINES
            .iter()
            .find(|(file, key, _)| *file == words && matches(key, &entry.key));
        if let Some((.., columns)) = line
            && width > *columns
        {
            report.add(
                document,
                entry.span.clone(),
                Code::WideLine,
                format!(
                    "this text is too long for the smallest window: {width} columns, where {columns} fit"
                ),
                "shorten it: it stands on one line, and its end would be cut off",
            );
        }
        let height = HEIGHTS
            .iter()
            .find(|(key, _)| words == WordsFile::Interface && matches(key, &entry.key));
        if let Some((_, lines)) = height {
            let needed = lines_of(entry.text);
            if needed > *lines {
                report.add(
                    document,
                    entry.span.clone(),
                    Code::TallText,
                    format!(
                        "this text is too long for the smallest window: {needed} lines, where {lines} fit"
                    ),
                    "shorten it: nobody could scroll to the rest",
                );
            }
        }
    }
}

fn matches(pattern: &str, key: &str) -> bool {
    let (mut patterns, mut keys) = (pattern.split('.'), key.split('.'));
    loop {
        match (patterns.next(), keys.next()) {
            (None, None) => return true,
            (Some(pattern), Some(key)) if pattern == "*" || pattern == key => {}
            _ => return false,
        }
    }
}

/// The lines a text takes in the smallest window, broken as the screens do.
fn lines_of(text: &str) -> usize {
    let options = Options::new(COLUMNS)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).len()
}
