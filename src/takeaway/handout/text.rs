//! Texts as they stand on paper.

use crate::catalogue::Address;

/// The name of an organisation as it may stand on paper: one line, without characters
/// that are invisible or turn the direction of reading. None where nothing is left.
pub(super) fn one_line(name: &str) -> Option<String> {
    let turns = |c| matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let words = name.split(|c: char| c.is_whitespace() || c.is_control() || turns(c));
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// An address as it is typed, in the pieces between which a line may end.
pub(super) fn in_pieces(address: &Address) -> Vec<String> {
    let text = address.as_str();
    let text = text.strip_prefix("https://").unwrap_or(text);
    let text = text.strip_suffix('/').unwrap_or(text);
    text.split_inclusive(['/', '?', '&', '=', '-'])
        .map(str::to_owned)
        .collect()
}
