//! What a screen of the wall says, before it is drawn: few words, large enough to be
//! read from the back of the room.

use crate::catalogue::{Address, FormReplica, Replica};

/// How many things of a kind stand on one screen.
pub(super) const A_PAGE: usize = 3;

/// What a screen says.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The heading, in each of the room's languages.
    pub headings: Vec<String>,
    /// What is below it, from top to bottom.
    pub pieces: Vec<Piece>,
}

/// A part of a screen.
#[derive(Debug, Clone)]
pub enum Piece {
    /// A sentence.
    Text(String),
    /// A sentence of lesser weight.
    Small(String),
    /// What the whole screen is about: a statement, a verdict, a day.
    Main(String),
    /// An act, with its number from 1.
    Act(usize, String),
    /// The platform's own words.
    Label(String),
    /// The names of menus, each inside the one before.
    Menus(Vec<String>),
    /// An address, to be read.
    Address(String),
    /// Something to choose from, and whether it is chosen.
    Choice(String, bool),
    /// What hands are raised for, how many there are, and whether it is counted now.
    Hands {
        /// What they are raised for.
        text: String,
        /// How many there are; None where they were not counted yet.
        count: Option<u16>,
        /// Whether they are counted now.
        now: bool,
    },
    /// A switch to try, and whether it stands as it should.
    Switch(Box<Replica>, bool),
    /// A form to try, and whether it is filled in.
    Form(Box<FormReplica>, bool),
    /// How much of a time is left: in words, and as a share.
    Left(String, f64),
    /// How many use a platform and how many refused.
    Bars {
        /// The platform.
        name: String,
        /// The words for those who use it, and how many.
        before: (String, Option<u16>),
        /// The words for those who refused, and how many.
        after: (String, Option<u16>),
        /// How many the longest bar stands for.
        most: u16,
    },
    /// A QR code: what it holds, and what is written beside it.
    Code {
        /// What it holds.
        holds: String,
        /// The address to read, where it is one.
        address: Option<Address>,
        /// What to do where it does not fit.
        instead: String,
    },
}

/// How many screens it takes to show so many things of a kind.
pub(super) fn pages_of(things: usize) -> usize {
    things.div_ceil(A_PAGE).max(1)
}
/// How many words a text has, besides those that it quotes.
#[must_use]
pub fn count_words(text: &str) -> usize {
    let mut quoted = false;
    let bare: String = text
        .chars()
        .map(|c| {
            match c {
                '«' | '“' => quoted = true,
                '»' | '”' => quoted = false,
                _ => {}
            }
            if quoted { ' ' } else { c }
        })
        .collect();
    let words = bare.split_whitespace();
    words
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .count()
}

impl Sheet {
    /// How many words it has, besides labels, names and addresses.
    #[must_use]
    pub fn words(&self) -> usize {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text)
            | Piece::Small(text)
            | Piece::Main(text)
            | Piece::Act(_, text)
            | Piece::Choice(text, _)
            | Piece::Hands { text, .. }
            | Piece::Left(text, _) => count_words(text),
            Piece::Bars { before, after, .. } => count_words(&before.0) + count_words(&after.0),
            Piece::Switch(replica, flipped) => {
                let caption = if *flipped {
                    &replica.refused_caption
                } else {
                    &replica.found_caption
                };
                count_words(caption)
            }
            _ => 0,
        });
        let headings = self
            .headings
            .first()
            .map_or(0, |heading| count_words(heading));
        headings + pieces.sum::<usize>()
    }
}
