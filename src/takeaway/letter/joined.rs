//! Abbreviations that stay on one line with what they stand before: “Art. 32”, “let. a”.

use super::version::{LetterPart, LetterVersion};
use crate::content::Words;

/// What stands between the two until the lines are broken. The content has none, and what
/// is made of it as text has a plain space again.
const NO_BREAK: char = '\u{a0}';

/// A text in which each of the abbreviations `kept` holds on to the number or the letter
/// after it.
pub(super) fn joined(text: &str, kept: &Words) -> String {
    let is_kept = |word: &str| {
        let before = kept.iter().filter_map(|kept| word.strip_suffix(kept));
        // After an apostrophe or a bracket, but not as the end of another word.
        before
            .into_iter()
            .any(|before| !before.ends_with(char::is_alphanumeric))
    };
    let mut joined = String::with_capacity(text.len());
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        joined += word;
        if let Some(next) = words.peek() {
            let holds = is_kept(word) && is_number(next);
            joined.push(if holds { NO_BREAK } else { ' ' });
        }
    }
    joined
}

/// Whether a word begins with a digit, or is a letter alone.
fn is_number(word: &str) -> bool {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if first.is_ascii_digit() => true,
        Some(first) => first.is_alphabetic() && !letters.next().is_some_and(char::is_alphanumeric),
        None => false,
    }
}

/// A text whose lines are broken, with plain spaces again.
pub(super) fn parted(text: &str) -> String {
    text.replace(NO_BREAK, " ")
}

impl LetterVersion {
    /// The same, in which the abbreviations `kept` hold on to what follows them.
    pub(super) fn joined(mut self, kept: &Words) -> Self {
        let lines = self.body.iter_mut().flat_map(|part| match part {
            LetterPart::Paragraph(lines) | LetterPart::Points(lines) => lines,
        });
        let others = std::iter::once(&mut self.subject).chain(&mut self.references);
        for text in lines.chain(others).chain(&mut self.enclosed) {
            *text = joined(text, kept);
        }
        self
    }
}
