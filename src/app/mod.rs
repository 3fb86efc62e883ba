//! The full-screen program as a state machine, without a terminal: a message
//! comes in, the model changes, effects go out. Nothing here reads a file, the
//! environment or the clock.

mod address;
mod counted;
mod effect;
mod hints;
mod languages;
mod letter;
mod message;
mod model;
mod navigation;
mod reload;
mod scrolling;
mod search_line;
mod shown;
mod status;
mod unseen;
mod update;
mod which;

pub use effect::Effect;
pub use hints::{Hint, hints, hints_at, offers};
pub use message::{Message, NotOpened};
pub use model::{
    Fault, Filter, LEAST, ListPlace, Model, Overlay, Page, PreviewNotice, ScrollExtent,
    StatusMessage, StoryPlace, Subject, WalkPlace, WhichPlace, is_too_small,
};
pub use navigation::begin;
pub use update::update;
pub use which::ask_which;
