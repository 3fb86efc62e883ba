//! A letter to the company, read out in a walk and copied.

use std::io::{self, Write};

use super::conversation::Conversation;
use super::world::World;
use crate::actions::{Copied, Outcome};
use crate::takeaway::letter::WalkLetter;
use crate::words::LetterKind;

impl<W: World, I: Iterator<Item = String>, O: Write> Conversation<'_, W, I, O> {
    /// Says the letter for a platform, and copies it where the terminal can.
    pub(super) fn letter(&mut self, platform: usize, kind: LetterKind) -> io::Result<()> {
        let guide = &self.guide;
        let today = guide.work.today().date();
        let letter = match WalkLetter::new(guide.catalogue, platform, kind, &guide.texts, today) {
            Ok(letter) => letter,
            Err(error) => return self.say(&error.to_string()),
        };
        self.gap()?;
        self.say(&letter.title)?;
        self.say_all(&letter.first)?;
        self.say_apart(&letter.lines)?;
        self.say_all(&letter.beside)?;
        let words = self.guide.texts.clone();
        let copied = self.world.copy(&letter.to_copy(), &words.interface);
        if let Some(Ok(())) = copied {
            self.say_outcome(&Outcome::Copied(Copied::Text))?;
        }
        self.gap()
    }
}
