//! What a person typed, as it may stand in what they take away.

/// One line, without characters that are invisible or turn the direction of reading.
/// None where nothing is left.
pub(super) fn one_line(text: &str) -> Option<String> {
    let turns = |c| matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let words = text.split(|c: char| c.is_whitespace() || c.is_control() || turns(c));
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The lines that say something. Line ends part them, and `\n` as it is typed where a
/// shell makes no line end of it.
pub(super) fn lines(text: &str) -> Vec<String> {
    let lines = text.split('\n').flat_map(|line| line.split("\\n"));
    lines.filter_map(one_line).collect()
}

/// The lines of an address, which semicolons may part as well.
pub(super) fn address_lines(text: &str) -> Vec<String> {
    let lines = text.split(';').flat_map(lines);
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_parted_and_cleaned() {
        assert_eq!(lines("a\r\n\n b\t c\\nd\u{202e}e"), ["a", "b c", "d e"]);
        assert_eq!(address_lines("A; B 1;\n8000 C;"), ["A", "B 1", "8000 C"]);
        assert_eq!(one_line("\u{1b}\u{200f} "), None);
    }
}
