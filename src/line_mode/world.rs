//! What line mode needs of the world.

use crate::actions::Saved;
use crate::catalogue::Address;
use crate::checklist::Change;
use crate::language::Language;
use crate::words::{Interface, Texts};

/// What the conversation needs of the world. What failed is reported in the words
/// it is given.
pub trait World {
    /// Asks the system to open an address.
    ///
    /// # Errors
    /// Why it could not be asked.
    fn open(&self, address: &Address, words: &Interface) -> Result<(), String>;

    /// Sends a text to the terminal's clipboard. None where there is no such
    /// terminal.
    fn copy(&self, text: &str, words: &Interface) -> Option<Result<(), String>>;

    /// The file that changes are saved in, if they are saved at all.
    fn file(&self) -> Option<String>;

    /// Saves a change: the checklist as it then is, or why it failed. None where
    /// nothing is saved.
    fn save(&self, change: &Change, texts: &Texts) -> Option<Result<Saved, String>>;

    /// Keeps the language for the next time.
    ///
    /// # Errors
    /// Why it could not be kept.
    fn keep_language(&self, language: &Language, words: &Interface) -> Result<(), String>;

    /// The columns there are, where lines are to be broken.
    fn width(&self) -> Option<usize>;

    /// Whether what is answered has to be repeated to be seen, for it comes from
    /// a pipe.
    fn repeats(&self) -> bool;
}
