//! Line mode: the whole program as a conversation, one line after another,
//! without moving the cursor, for screen readers, pipes and plain terminals.
//!
//! Everything said here is heard: a line is a sentence, a list is announced with
//! its length, and nothing stands there that a voice would have to spell out.

mod acting;
mod answers;
mod conversation;
mod exchange;
mod guide;
mod letter;
mod lists;
mod scene;
mod several;
mod sources;
mod speech;
mod story;
mod text;
mod walk;
mod which;
mod world;

pub use conversation::Conversation;
pub use world::World;
