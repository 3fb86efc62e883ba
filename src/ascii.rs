//! Text in ASCII alone, for consoles and fonts that have nothing else: each sign
//! that is not a letter is replaced by an ASCII one. The texts keep their letters.

use std::io::{self, Write};

use icu_normalizer::DecomposingNormalizerBorrowed;

/// The ASCII in the place of a sign. None for what stays as it is.
#[must_use]
pub fn sign(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "│" => "|",
        "╭" | "╮" | "╰" | "╯" => "+",
        "●" => "*",
        "○" | "°" => "o",
        "›" | "→" => ">",
        "‹" | "←" => "<",
        "↑" => "^",
        "↓" => "v",
        "─" | "·" | "–" | "‑" => "-",
        "▏" => "_",
        "’" | "‘" => "'",
        "“" | "”" | "«" | "»" => "\"",
        "…" => "...",
        _ => return None,
    })
}

/// A text with ASCII in the place of its signs.
#[must_use]
pub fn text(text: &str) -> String {
    let mut letter = [0; 4];
    text.chars().fold(String::new(), |mut plain, c| {
        let c: &str = c.encode_utf8(&mut letter);
        plain += sign(c).unwrap_or(c);
        plain
    })
}

/// A letter without its accents; a question mark for what has no ASCII letter.
#[must_use]
pub fn bare_letter(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    let parts = DecomposingNormalizerBorrowed::new_nfkd();
    let mut text = [0; 4];
    let parts = parts.normalize(letter.encode_utf8(&mut text));
    match (letter, parts.chars().next()) {
        (_, Some(letter)) if letter.is_ascii() => letter,
        ('œ', _) => 'o',
        ('Œ', _) => 'O',
        ('æ', _) => 'a',
        ('Æ', _) => 'A',
        ('ß', _) => 's',
        _ => '?',
    }
}

/// A text in ASCII alone, its letters too.
#[must_use]
pub fn bare(text: &str) -> String {
    self::text(text).chars().map(bare_letter).collect()
}

/// Writes texts with ASCII in the place of their signs, and of their letters where asked
/// to.
#[derive(Debug)]
pub struct Writer<W> {
    /// Where to.
    pub output: W,
    /// Whether letters lose their accents.
    pub bare_letters: bool,
}

impl<W: Write> Write for Writer<W> {
    /// Takes whole texts, of which it writes all.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let whole = String::from_utf8_lossy(bytes);
        let plain = if self.bare_letters {
            bare(&whole)
        } else {
            text(&whole)
        };
        self.output.write_all(plain.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }
}
