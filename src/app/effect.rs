//! What the program asks of the world. The loop carries it out and reports back
//! with a message.

use crossterm::event::KeyEvent;

use crate::actions::Copied;
use crate::catalogue::Address;
use crate::checklist::Change;
use crate::language::Language;

/// Something to do outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Ask the system to open an address.
    Open(Address),
    /// Send an address, or a text to paste, to the clipboard.
    Copy(Copied, String),
    /// Make a change in the checklist's file.
    Save(Change),
    /// Keep this language for the next run.
    KeepLanguage(Language),
    /// Draw everything anew: others may have written on the screen.
    Redraw,
    /// Give the terminal back and stop until resumed.
    Suspend,
    /// Show the page the reader is at, for which this key was pressed, and hand the key
    /// back as [`Message::Shown`].
    ///
    /// [`Message::Shown`]: super::Message::Shown
    Show(KeyEvent),
    /// Leave.
    Quit,
}
