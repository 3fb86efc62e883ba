//! The clipboard of the terminal, which is the person's own even over SSH.

use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::{Command as _, queue};

use super::environment;

/// How a text reaches the clipboard of the terminal: through the programs that
/// stand between, which keep for themselves what they are not told to hand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Nothing stands between.
    Straight,
    /// tmux. With its `set-clipboard` on, it takes what it is sent and hands it
    /// on; with `allow-passthrough` on, what is wrapped for it. Neither is its
    /// default, and which is set cannot be seen from here: it gets both.
    Tmux,
    /// GNU screen, which hands on what is wrapped for it.
    Screen,
}

impl Way {
    /// The way from here, as far as the environment tells.
    #[must_use]
    pub fn here() -> Self {
        let set = |name| environment::value(name).is_some();
        let term = environment::text("TERM").unwrap_or_default();
        Self::through(set("STY"), set("TMUX"), &term)
    }

    /// The way with `STY` or `TMUX` set or not, and this `TERM`, which is all
    /// there is to tell by over SSH.
    fn through(sty: bool, tmux: bool, term: &str) -> Self {
        // Of both, which is the inner one cannot be told: screen would print
        // what is wrapped for tmux, while tmux takes what is wrapped for screen
        // as if it were not. The same holds of a TERM that both use.
        if sty {
            Self::Screen
        } else if tmux || term.starts_with("tmux") {
            Self::Tmux
        } else if term.starts_with("screen") {
            Self::Screen
        } else {
            Self::Straight
        }
    }
}

/// The most that GNU screen is handed in one piece, in bytes. It keeps 768 of a
/// string in its version 4, and 256 in older ones, and drops longer ones whole.
const SCREEN_PIECE: usize = 240;

/// Sends a text to the terminal's clipboard by OSC 52. Whether the terminal
/// took it cannot be known.
///
/// # Errors
/// If the terminal cannot be written to.
pub fn copy(text: &str, way: Way, terminal: &mut impl Write) -> io::Result<()> {
    let command = CopyToClipboard::to_clipboard_from(text);
    let mut sequence = String::new();
    // Writing to a string does not fail.
    let _ = command.write_ansi(&mut sequence);
    if way != Way::Screen {
        queue!(terminal, command)?;
    }
    match way {
        Way::Straight => {}
        Way::Tmux => {
            let escaped = sequence.replace('\x1b', "\x1b\x1b");
            write!(terminal, "\x1bPtmux;{escaped}\x1b\\")?;
        }
        Way::Screen => {
            // What ends the sequence must not end the wrapping.
            let sequence = sequence.replace("\x1b\\", "\x07");
            for piece in sequence.as_bytes().chunks(SCREEN_PIECE) {
                terminal.write_all(b"\x1bP")?;
                terminal.write_all(piece)?;
                terminal.write_all(b"\x1b\\")?;
            }
        }
    }
    terminal.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_is_told_by_the_environment() {
        for (sty, tmux, term, expected) in [
            (false, false, "xterm-256color", Way::Straight),
            (false, false, "", Way::Straight),
            (false, true, "screen-256color", Way::Tmux),
            (false, false, "tmux-256color", Way::Tmux),
            (true, false, "screen.xterm-256color", Way::Screen),
            (true, true, "tmux-256color", Way::Screen),
            (false, false, "screen", Way::Screen),
        ] {
            assert_eq!(
                Way::through(sty, tmux, term),
                expected,
                "{term} {sty} {tmux}"
            );
        }
    }

    fn sent(text: &str, way: Way) -> String {
        let mut bytes = Vec::new();
        copy(text, way, &mut bytes).expect("a vector takes all");
        String::from_utf8(bytes).expect("ASCII")
    }

    #[test]
    fn each_way_has_its_wrapping() {
        let straight = "\x1b]52;c;bm9u\x1b\\";
        assert_eq!(sent("non", Way::Straight), straight);
        let wrapped = "\x1bPtmux;\x1b\x1b]52;c;bm9u\x1b\x1b\\\x1b\\";
        assert_eq!(sent("non", Way::Tmux), format!("{straight}{wrapped}"));
        assert_eq!(sent("non", Way::Screen), "\x1bP\x1b]52;c;bm9u\x07\x1b\\");
    }

    #[test]
    fn screen_is_handed_a_long_text_in_pieces_that_join() {
        let text = "Je m’oppose. ".repeat(60);
        let sent = sent(&text, Way::Screen);
        let pieces: Vec<&str> = sent
            .split_terminator("\x1b\\")
            .map(|piece| piece.strip_prefix("\x1bP").expect("a wrapping"))
            .collect();
        assert!(pieces.len() > 4 && pieces.iter().all(|piece| piece.len() <= 240));
        let joined = pieces.concat();
        assert!(joined.starts_with("\x1b]52;c;") && joined.ends_with('\x07'));
        let straight = super::tests::sent(&text, Way::Straight);
        assert_eq!(joined.replace('\x07', "\x1b\\"), straight);
    }
}
