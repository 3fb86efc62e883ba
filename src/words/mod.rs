//! The words, typed: a field is the key of the same name, and a key that is missing,
//! misspelt or has the wrong placeholders stops the content from being read.
//!
//! Nothing here knows what is true of a platform.

mod dates;
mod export;
mod interface;
mod kinds;
mod letters;
mod line_mode;
mod prose;
mod reason;
mod search_index;
mod story;
mod texts;
mod translating;
mod values;
mod workshop;

pub(crate) use dates::is_vague_date;
pub use dates::{Dates, DayMonthYear, MonthYear};
pub use export::*;
pub use interface::*;
pub use kinds::*;
pub use letters::*;
pub use line_mode::*;
pub use prose::{ExtraProse, Prose};
pub use reason::reason;
pub(crate) use search_index::{FoldedTexts, Found, Letters, SearchIndex};
pub use story::{PageWords, StoryWords};
pub use texts::{Borrowed, Texts};
pub(crate) use texts::{label_languages, own_name, read_prose};
pub use translating::*;
pub use values::*;
pub use workshop::*;
