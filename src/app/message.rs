//! What happens to the program.

use crossterm::event::KeyEvent;

use super::model::{Fault, ScrollExtent};
use crate::actions::{Copied, Saved};
use crate::catalogue::Address;
use crate::content::Source;
use crate::words::{Interface, Reason};

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed.
    Key(KeyEvent),
    /// A text was pasted.
    Pasted(String),
    /// The screen was drawn, and what scrolls in it is this long.
    Drawn(ScrollExtent),
    /// The step the reader is at was drawn for the sake of this key, which waits.
    Shown(ScrollExtent, KeyEvent),
    /// The system was asked to open this address, or could not be.
    Opened(Address, Result<(), NotOpened>),
    /// A text was sent to the clipboard, or why it was not.
    Copied(Result<Copied, String>),
    /// A change was saved, or why it was not, in the reader's language.
    Saved(Result<Saved, String>),
    /// The language that was chosen could not be kept for the next run, for this reason.
    LanguageNotKept(String),
    /// The folder of texts was read again, or why it could not be, in the reader's
    /// language.
    Content(Result<Source, Fault>),
    /// Changes in the folder of texts can be seen only now and then.
    Unwatched,
    /// The program is asked to leave.
    Stop,
}

/// Why an address could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotOpened {
    /// There is no graphical screen to open it on.
    NoDisplay,
    /// The person is connected from another machine.
    OverSsh,
    /// The launcher failed, for this reason.
    Failed(String),
}

impl NotOpened {
    /// The reason in words.
    pub(super) fn reason(self, interface: &Interface) -> String {
        let words = &interface.errors;
        match self {
            Self::NoDisplay => words.no_display.to_string(),
            Self::OverSsh => words.over_ssh.to_string(),
            Self::Failed(reason) => reason,
        }
    }

    /// What is said of it where the address is one of a page.
    #[must_use]
    pub fn words(self, interface: &Interface) -> String {
        let words = &interface.status;
        match self {
            Self::NoDisplay => words.no_display.to_string(),
            Self::OverSsh => words.over_ssh.to_string(),
            Self::Failed(reason) => words.open_failed.fill(&Reason { reason }),
        }
    }
}
