//! Texts that others wrote, as no program takes them for anything but text, and no
//! terminal for anything but letters.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CharEscape, CompactFormatter, Formatter};

/// The kinds of characters that cannot be seen, or that move what can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hidden {
    /// A terminal takes it for a command.
    Control,
    /// It turns the direction of writing.
    Direction,
    /// It has no width.
    ZeroWidth,
    /// It asks for another drawing of the character before.
    Variation,
}

/// Which kind of hidden character this is, if it is one.
#[must_use]
pub fn hidden(c: char) -> Option<Hidden> {
    Some(match c {
        ' '..='~' => return None,
        c if c.is_control() => Hidden::Control,
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Hidden::Direction
        }
        '\u{ad}'
        | '\u{34f}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e00ff}'
        | '\u{e01f0}'..='\u{e0fff}' => Hidden::ZeroWidth,
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => Hidden::Variation,
        _ => return None,
    })
}

/// A text in which every hidden character is spelled out, as `\u{1b}` for Escape: it
/// does nothing any more, and whoever looks for it sees it. Line ends and tabs stay.
#[must_use]
pub fn spelled(text: &str) -> Cow<'_, str> {
    spelled_but(text, |_| false)
}

/// The same, of one line: line ends and tabs are spelled out too.
#[must_use]
pub fn spelled_line(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| hidden(c).is_none()) {
        return text.into();
    }
    text.chars().fold(String::new(), push_spelled).into()
}

/// As [`spelled`], of a text with the colours of [`annotate_snippets`], which stay:
/// what is coloured has to be harmless before it is.
#[must_use]
pub fn spelled_in_colour(text: &str) -> Cow<'_, str> {
    spelled_but(text, |rest| {
        let colour = rest.strip_prefix("\x1b[");
        let colour =
            colour.map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';'));
        colour.is_some_and(|rest| rest.starts_with('m'))
    })
}

/// A text in which hidden characters are spelled out, but for line ends, tabs and those
/// at the beginning of what `stays`.
fn spelled_but(text: &str, stays: impl Fn(&str) -> bool) -> Cow<'_, str> {
    if text.chars().all(|c| c == '\n' || hidden(c).is_none()) {
        return text.into();
    }
    let places = text.char_indices();
    let spelled = places.fold(String::new(), |mut spelled, (place, c)| {
        let rest = &text[place..];
        if matches!(c, '\n' | '\t') || rest.starts_with("\r\n") || stays(rest) {
            spelled.push(c);
            spelled
        } else {
            push_spelled(spelled, c)
        }
    });
    spelled.into()
}

fn push_spelled(mut text: String, c: char) -> String {
    if hidden(c).is_some() {
        text.extend(c.escape_unicode());
    } else {
        text.push(c);
    }
    text
}

/// Writes texts with every hidden character spelled out.
#[derive(Debug)]
pub struct Writer<W>(pub W);

impl<W: Write> Write for Writer<W> {
    /// Takes whole texts, of which it writes all.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let whole = String::from_utf8_lossy(bytes);
        self.0.write_all(spelled(&whole).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A value as JSON. Empty for a value with keys that are not text.
#[must_use]
pub fn json(value: &impl Serialize) -> String {
    let mut json = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut json, HarmlessJson);
    match value.serialize(&mut serializer) {
        Ok(()) => String::from_utf8(json).unwrap_or_default(),
        Err(_) => String::new(),
    }
}

/// JSON whose texts have nothing hidden in them, once they are read either: it is
/// spelled out, as everywhere.
struct HarmlessJson;

impl Formatter for HarmlessJson {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let spelled = spelled_line(fragment).replace('\\', "\\\\");
        writer.write_all(spelled.as_bytes())
    }

    fn write_char_escape<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        let escape = match escape {
            CharEscape::Backspace => CharEscape::AsciiControl(0x08),
            CharEscape::FormFeed => CharEscape::AsciiControl(0x0c),
            CharEscape::CarriageReturn => CharEscape::AsciiControl(0x0d),
            other => other,
        };
        match escape {
            CharEscape::AsciiControl(byte) => {
                self.write_string_fragment(writer, &char::from(byte).to_string())
            }
            other => CompactFormatter.write_char_escape(writer, other),
        }
    }
}

/// A table for a spreadsheet, a row a line, in which nothing runs: as RFC 4180 has it.
#[must_use]
pub fn table<const N: usize>(rows: impl IntoIterator<Item = [String; N]>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        // Some take a semicolon for the end of a cell, too, but not between quotes.
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail.
        let _ = writer.write_record(row.map(|text| cell(&text)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    let table = String::from_utf8(bytes).unwrap_or_default();
    // Without the mark in front, some spreadsheets take the letters for others.
    format!("\u{feff}{table}")
}

/// A cell that no spreadsheet takes for a formula: <https://owasp.org/www-community/attacks/CSV_Injection>.
#[must_use]
pub fn cell(text: &str) -> String {
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    // What opens with blanks, a spreadsheet reads without them.
    if text
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
    {
        format!("'{text}")
    } else {
        text
    }
}

/// A text that Markdown takes for nothing but text.
#[must_use]
pub fn markdown(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_{}[]<>#|~".contains(c) {
            plain.push('\\');
        }
        plain.push(if c.is_control() { ' ' } else { c });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_spelled_out_and_layout_stays() {
        for (text, expected) in [
            ("d’été\tà\r\nZürich\u{a0}!\n", "d’été\tà\r\nZürich\u{a0}!\n"),
            ("\x1b[2J", "\\u{1b}[2J"),
            ("a\rb", "a\\u{d}b"),
            ("\u{9b}31m", "\\u{9b}31m"),
            (
                "\u{feff}a\u{202e}b\u{200b}",
                "\\u{feff}a\\u{202e}b\\u{200b}",
            ),
        ] {
            assert_eq!(spelled(text), expected, "{text:?}");
        }
        assert_eq!(spelled_line("a\nb\u{ad}"), "a\\u{a}b\\u{ad}");
    }

    #[test]
    fn of_all_sequences_only_colours_stay() {
        for (text, expected) in [
            (
                "\x1b[1m\x1b[38;5;9mred\x1b[0m",
                "\x1b[1m\x1b[38;5;9mred\x1b[0m",
            ),
            ("\x1b[2J\x1b]0;x\x07", "\\u{1b}[2J\\u{1b}]0;x\\u{7}"),
            ("\x1b[31", "\\u{1b}[31"),
        ] {
            assert_eq!(spelled_in_colour(text), expected, "{text:?}");
        }
    }
}
