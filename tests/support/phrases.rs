//! Texts as they are looked for: wherever lines break, and whatever a value is.

/// A text with one space between two words.
pub(crate) fn in_words(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// What a message says before a value that was filled in as `|`.
pub(crate) fn before_value(filled: &str) -> &str {
    filled.split('|').next().expect("a text").trim()
}
