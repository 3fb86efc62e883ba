//! Text in ASCII alone, for consoles and fonts that have nothing else: each sign
//! that is not a letter is replaced by an ASCII one. The texts keep their letters.

use std::io::{self, Write};

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

/// Writes texts with ASCII in the place of their signs.
#[derive(Debug)]
pub struct Writer<W>(pub W);

impl<W: Write> Write for Writer<W> {
    /// Takes whole texts, of which it writes all.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0
            .write_all(text(&String::from_utf8_lossy(bytes)).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
