//! Why the program stops, in the reader's language: what failed, on what, and what
//! to do about it.
//!
//! A room that fails has an error of its own. Whatever knows the words for it makes a
//! [`Problem`] of it: the rooms that lie below the words have theirs here, a command
//! beside what it does.

mod checklist;
mod content;
mod output;

pub use checklist::{checklist, damage, other_checklist};
pub use content::content;
pub use output::output;

use std::fmt::Write as _;

use crate::inert::spelled_line;
use crate::words::Interface;

/// A reason to stop. Whatever is named in it, it is a line of letters: names of files,
/// and what others wrote in them, are made harmless as it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    status: u8,
    message: String,
    hints: Vec<String>,
    /// What to type, below the last hint.
    commands: Vec<String>,
}

impl Problem {
    /// Something could not be done: the exit status is 1. The message says what
    /// failed, and on what.
    #[must_use]
    pub fn failed(message: impl Into<String>) -> Self {
        Self {
            status: 1,
            message: spelled_line(&message.into()).into_owned(),
            hints: Vec::new(),
            commands: Vec::new(),
        }
    }

    /// The command line asks for what cannot be: the exit status is 2.
    #[must_use]
    pub fn usage(message: impl Into<String>) -> Self {
        Self {
            status: 2,
            ..Self::failed(message)
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(spelled_line(&hint.into()).into_owned());
        self
    }

    /// Adds a command to type, on a line of its own.
    #[must_use]
    pub fn command(mut self, command: impl Into<String>) -> Self {
        self.commands
            .push(spelled_line(&command.into()).into_owned());
        self
    }

    /// What failed, and on what, in one line: for a screen that stays.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The exit status.
    #[must_use]
    pub fn status(&self) -> u8 {
        self.status
    }

    /// What is written on standard error.
    #[must_use]
    pub fn report(&self, interface: &Interface) -> String {
        let errors = &interface.errors;
        let mut text = format!("{} {}\n", errors.error, self.message);
        for hint in &self.hints {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{} {hint}", errors.hint);
        }
        for command in &self.commands {
            let _ = writeln!(text, "  {command}");
        }
        text
    }
}
