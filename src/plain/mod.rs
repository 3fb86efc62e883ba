//! Line mode: the same walk as a conversation, one line after another, without
//! moving the cursor, for screen readers, pipes and plain terminals. Its texts
//! also serve `nonmerci show`.

mod conversation;
mod text;

pub use conversation::{Conversation, World};
pub use text::{body, standing_words, walk_text};
