//! What happens to a window of the workshop, and what it asks of the world.

use std::path::PathBuf;

use crossterm::event::KeyEvent;
use jiff::civil::DateTime;

use super::model::{Left, Other};
use super::position::Position;
use crate::catalogue::Address;

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed.
    Key(KeyEvent),
    /// A text was pasted.
    Pasted(String),
    /// It is so late now.
    Clock(DateTime),
    /// What is known of the other window; and the position as it is kept, which it
    /// may have changed.
    Seen(Other, Option<Box<Position>>),
    /// The position could not be kept, for this reason.
    NotKept(String),
    /// The workshops that there are to take notes for.
    Found(Vec<Left>),
    /// Whether a file of the summary's name is there already.
    SummaryIs(bool),
    /// The summary was written, or why not.
    Written(Result<PathBuf, String>),
    /// Something to say.
    Said(String),
    /// The program is asked to leave.
    Stop,
}

/// Something to do outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Keep the position, for the other window and for after a crash.
    Keep,
    /// Go on with a workshop that was broken off, or take notes for one: its name.
    Join(String),
    /// Forget the workshop: it is over.
    Forget,
    /// Ask the system to open an address.
    Open(Address),
    /// Send a text to the clipboard.
    Copy(String),
    /// See whether a file is there.
    LookFor(PathBuf),
    /// Write the summary: where, and whether it may replace a file.
    Write(PathBuf, bool),
    /// Draw everything anew: others may have written on the screen.
    Redraw,
    /// Give the terminal back and stop until resumed.
    Suspend,
    /// Leave.
    Quit,
}
