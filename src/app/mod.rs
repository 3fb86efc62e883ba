//! The full-screen program as a state machine, without a terminal: a message
//! comes in, the model changes, effects go out. Nothing here reads a file, the
//! environment or the clock.

mod acts;
mod effect;
mod hints;
mod languages;
mod message;
mod model;
mod moving;
mod reread;
mod search_line;
mod update;
mod walking;

pub use effect::Effect;
pub use hints::{Hint, hints, hints_at, offers};
pub use message::{Copied, Message, NotOpened};
pub use model::{
    Concern, Deeper, Extent, Fault, LEAST, ListPlace, Model, Notice, Over, Status, StoryPlace,
    WalkPlace, is_too_small,
};
pub use update::update;
pub use walking::begin;
