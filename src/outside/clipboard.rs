//! The clipboard of the terminal, which is the person's own even over SSH.

use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

/// Sends a text to the terminal's clipboard by OSC 52. Whether the terminal
/// took it cannot be known.
///
/// # Errors
/// If the terminal cannot be written to.
pub fn copy(text: &str, terminal: &mut impl Write) -> io::Result<()> {
    execute!(terminal, CopyToClipboard::to_clipboard_from(text))
}
