//! Saying a line, and hearing the answer.

use std::io::{self, Write};

use super::conversation::Conversation;
use super::text::visible;
use super::world::World;
use crate::catalogue::text::broken;

impl<W: World, I: Iterator<Item = String>, O: Write> Conversation<'_, W, I, O> {
    /// Says lines, one after another.
    pub(super) fn say_all(&mut self, lines: &[String]) -> io::Result<()> {
        lines.iter().try_for_each(|line| self.say(line))
    }

    /// Says lines between two empty ones.
    pub(super) fn say_apart(&mut self, lines: &[String]) -> io::Result<()> {
        self.gap()?;
        self.say_all(lines)?;
        self.gap()
    }

    /// Says a line, broken to the width there is.
    pub(super) fn say(&mut self, line: &str) -> io::Result<()> {
        let line = self.fitted(line);
        writeln!(self.output, "{line}")
    }

    /// Says a text on one line, however long.
    pub(super) fn say_whole(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.output, "{text}")
    }

    /// A line broken to the width there is.
    fn fitted(&self, line: &str) -> String {
        match self.world.width() {
            // Not into the last column, where some terminals break again.
            Some(width) => broken(line, width.saturating_sub(1).max(1)),
            None => line.replace('\u{a0}', " "),
        }
    }

    /// Leaves a line empty.
    pub(super) fn gap(&mut self) -> io::Result<()> {
        writeln!(self.output)
    }

    /// The answer to a prompt. None at the end of the input.
    pub(super) fn ask(&mut self, prompt: &str) -> io::Result<Option<String>> {
        let prompt = self.fitted(prompt);
        write!(self.output, "{prompt} ")?;
        self.output.flush()?;
        let answer = self.input.next();
        match &answer {
            Some(answer) if self.world.repeats() => writeln!(self.output, "{}", visible(answer))?,
            Some(_) => {}
            None => writeln!(self.output)?,
        }
        Ok(answer)
    }
}
