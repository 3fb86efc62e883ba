//! The sheet to take home and the notes on paper: pages to print, composed of the facts
//! and the words, without anything that the person has done. Each is typed here; the
//! templates in `templates/handout/` put it into HTML.

mod code;
mod entry;
mod notes;
mod sheet;
mod text;
mod wording;

pub use notes::Notes;
pub use sheet::Sheet;
pub use wording::Wording;
