//! The full-screen program as a state machine, without a terminal: a message
//! comes in, the model changes, effects go out. Nothing here reads a file, the
//! environment or the clock.

mod effect;
mod hints;
pub mod keymap;
mod message;
mod model;
mod reread;
mod search;
mod update;

pub use effect::Effect;
pub use hints::{Hint, hints, hints_at, offers};
pub use message::{Copied, Message, NotOpened};
pub use model::{
    Deeper, Extent, Fault, LEAST, ListPlace, Model, Notice, Over, Status, StoryPlace, WalkPlace,
    is_too_small,
};
pub use search::{fold, search};
pub use update::{begin, update};
