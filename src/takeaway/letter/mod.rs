//! A letter to the company behind a platform: an objection to AI training, a request for
//! access or for erasure, a reminder. Composed of the facts, the words and what the person
//! typed, which is stored nowhere.

mod beside;
mod compose;
mod joined;
mod page;
mod text;
mod version;
mod walk;

pub use compose::{Letter, WRITTEN_AT_MOST};
pub use version::LetterVersion;
pub use walk::{WalkLetter, wordings};

use jiff::civil::Date;

use crate::words::LetterKind;

/// What a letter is to be, as it was typed.
#[derive(Debug, Clone, Default)]
pub struct LetterWish {
    /// The kind.
    pub kind: LetterKind,
    /// The sender's name.
    pub name: Option<String>,
    /// The sender's address, in lines.
    pub address: Option<String>,
    /// The e-mail address for the answer.
    pub email: Option<String>,
    /// Where the letter is written.
    pub place: Option<String>,
    /// The day that stands on it. None for today.
    pub date: Option<Date>,
    /// What identifies the account.
    pub account: Option<String>,
    /// The grounds.
    pub reason: Option<String>,
    /// What it is about: links to what others posted, or what is to be erased.
    pub data: Option<String>,
    /// Whether the person has no account.
    pub no_account: bool,
    /// Whether the account belongs to an organisation.
    pub organisation_account: bool,
    /// The child that a parent writes for.
    pub child: Option<String>,
    /// When the request was sent that a reminder is about.
    pub sent: Option<Date>,
    /// An addressee of the person's own, in lines.
    pub to: Option<String>,
}

/// On which side of the paper the address shows through an envelope's window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum WindowSide {
    /// On the left.
    Left,
    /// On the right, as most envelopes in Switzerland have it.
    #[default]
    Right,
}
