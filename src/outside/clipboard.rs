//! The clipboard of the terminal, which is the person's own even over SSH; and that of the
//! system the program runs on, where it is the person's own too.

use std::io::{self, Write, stderr, stdout};
use std::time::Duration;

use crossterm::clipboard::CopyToClipboard;
use crossterm::{Command as _, queue};

use super::{detached, environment, streams};

/// The program between this one and the terminal, which keeps for itself what it is
/// not asked to hand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Multiplexer {
    /// None: the terminal reads what is written.
    None,
    /// tmux. With its `set-clipboard` on, it takes what it is sent and hands it
    /// on; with `allow-passthrough` on, what is wrapped for it. Neither is its
    /// default, and which is set cannot be seen from here: it gets both.
    Tmux,
    /// GNU screen, which hands on what is wrapped for it.
    Screen,
}

impl Multiplexer {
    /// The one in use, as far as the environment shows.
    fn here() -> Self {
        let set = |name| environment::value(name).is_some();
        let term = environment::text("TERM").unwrap_or_default();
        Self::of(set("STY"), set("TMUX"), &term)
    }

    /// The one with `STY` or `TMUX` set or not, and this `TERM`, by which alone it is
    /// known over SSH.
    fn of(sty: bool, tmux: bool, term: &str) -> Self {
        // Where both are set, either may be the inner one: screen would print
        // what is wrapped for tmux, while tmux takes what is wrapped for screen
        // as if it were not. The same holds of a TERM that both use.
        if sty {
            Self::Screen
        } else if tmux || term.starts_with("tmux") {
            Self::Tmux
        } else if term.starts_with("screen") {
            Self::Screen
        } else {
            Self::None
        }
    }
}

/// The most that GNU screen is handed in one piece, in bytes. It keeps 768 of a
/// string in its version 4, and 256 in older ones, and drops longer ones whole.
const SCREEN_PIECE: usize = 240;

/// Whether there is a terminal to send a text to. One that only prints would print the
/// sequence too; the console of Linux has no clipboard.
#[must_use]
pub fn is_reachable() -> bool {
    let seen = streams::output_is_terminal() || streams::errors_are_on_a_terminal();
    let hears = !environment::dumb_terminal() && environment::swallows_sequences();
    seen && hears && !environment::linux_console()
}

/// Sends a text to the terminal's clipboard by OSC 52, which few terminals take as they
/// come; and, where the person sits at this machine, hands it to the system's program for
/// the clipboard. Whether it arrived cannot be known.
///
/// # Errors
/// If neither could be tried.
pub fn copy(text: &str) -> io::Result<()> {
    let handed = !environment::over_ssh() && hand_to_one(&programs(), text);
    if handed && !is_reachable() {
        return Ok(());
    }
    if !is_reachable() {
        return Err(io::ErrorKind::Unsupported.into());
    }
    let multiplexer = Multiplexer::here();
    if streams::output_is_terminal() {
        send(text, multiplexer, &mut stdout())
    } else {
        send(text, multiplexer, &mut stderr())
    }
}

/// How long a program for the clipboard may take. Those that keep the text to hand it out
/// do so in the background.
const PATIENCE: Duration = Duration::from_millis(500);

/// The programs for the clipboard of this system, the likeliest first, with their
/// arguments.
fn programs() -> Vec<&'static [&'static str]> {
    let set = |name| environment::value(name).is_some();
    let mut programs: Vec<&'static [&'static str]> = Vec::new();
    if cfg!(target_os = "macos") {
        programs.push(&["pbcopy"]);
    }
    if cfg!(windows) || set("WSL_DISTRO_NAME") {
        programs.push(&[CLIP]);
    }
    if set("WAYLAND_DISPLAY") {
        programs.push(&["wl-copy"]);
    }
    if set("DISPLAY") {
        programs.push(&["xclip", "-selection", "clipboard", "-in"]);
        programs.push(&["xsel", "--clipboard", "--input"]);
    }
    programs
}

/// The program of Windows, which reads UTF-16.
const CLIP: &str = "clip.exe";

/// Hands a text to the first of these programs that takes it. Returns whether any did.
fn hand_to_one(programs: &[&[&str]], text: &str) -> bool {
    let mut programs = programs.iter();
    programs.any(|words| hand_to(words, text).unwrap_or(false))
}

fn hand_to(words: &[&str], text: &str) -> io::Result<bool> {
    let bytes = if words.first().is_some_and(|program| program.ends_with(CLIP)) {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    } else {
        text.as_bytes().to_vec()
    };
    let ended = detached::run(words, Some(bytes), PATIENCE)?;
    // It may go on, even after the program, to hand the text out.
    Ok(ended.is_none_or(|status| status.success()))
}

fn send(text: &str, multiplexer: Multiplexer, terminal: &mut impl Write) -> io::Result<()> {
    let command = CopyToClipboard::to_clipboard_from(text);
    let mut sequence = String::new();
    // Writing to a string does not fail.
    let _ = command.write_ansi(&mut sequence);
    if multiplexer != Multiplexer::Screen {
        queue!(terminal, command)?;
    }
    match multiplexer {
        Multiplexer::None => {}
        Multiplexer::Tmux => {
            let escaped = sequence.replace('\x1b', "\x1b\x1b");
            write!(terminal, "\x1bPtmux;{escaped}\x1b\\")?;
        }
        Multiplexer::Screen => {
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
    fn what_stands_between_is_known_by_the_environment() {
        for (sty, tmux, term, expected) in [
            (false, false, "xterm-256color", Multiplexer::None),
            (false, false, "", Multiplexer::None),
            (false, true, "screen-256color", Multiplexer::Tmux),
            (false, false, "tmux-256color", Multiplexer::Tmux),
            (true, false, "screen.xterm-256color", Multiplexer::Screen),
            (true, true, "tmux-256color", Multiplexer::Screen),
            (false, false, "screen", Multiplexer::Screen),
        ] {
            assert_eq!(
                Multiplexer::of(sty, tmux, term),
                expected,
                "{term} {sty} {tmux}"
            );
        }
    }

    #[cfg(unix)]
    #[test]
    fn the_first_program_that_takes_the_text_gets_all_of_it() {
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join("taken");
        let take = format!("cat > {}", file.display());
        let taking = ["sh", "-c", &take];
        let text = "Je m’oppose.\nZürich";
        let programs = [&["/nonexistent/copy"][..], &["false"], &taking, &["false"]];
        assert!(hand_to_one(&programs, text));
        assert_eq!(std::fs::read_to_string(file).expect("it was taken"), text);
        assert!(!hand_to_one(&programs[..2], text));
    }

    fn sent(text: &str, multiplexer: Multiplexer) -> String {
        let mut bytes = Vec::new();
        send(text, multiplexer, &mut bytes).expect("a vector takes all");
        String::from_utf8(bytes).expect("ASCII")
    }

    #[test]
    fn each_multiplexer_has_its_wrapping() {
        let straight = "\x1b]52;c;bm9u\x1b\\";
        assert_eq!(sent("non", Multiplexer::None), straight);
        let wrapped = "\x1bPtmux;\x1b\x1b]52;c;bm9u\x1b\x1b\\\x1b\\";
        assert_eq!(
            sent("non", Multiplexer::Tmux),
            format!("{straight}{wrapped}")
        );
        assert_eq!(
            sent("non", Multiplexer::Screen),
            "\x1bP\x1b]52;c;bm9u\x07\x1b\\"
        );
    }

    #[test]
    fn screen_is_handed_a_long_text_in_pieces_that_join() {
        let text = "Je m’oppose. ".repeat(60);
        let sent = sent(&text, Multiplexer::Screen);
        let pieces: Vec<&str> = sent
            .split_terminator("\x1b\\")
            .map(|piece| piece.strip_prefix("\x1bP").expect("a wrapping"))
            .collect();
        assert!(pieces.len() > 4 && pieces.iter().all(|piece| piece.len() <= 240));
        let joined = pieces.concat();
        assert!(joined.starts_with("\x1b]52;c;") && joined.ends_with('\x07'));
        let straight = super::tests::sent(&text, Multiplexer::None);
        assert_eq!(joined.replace('\x07', "\x1b\\"), straight);
    }
}
