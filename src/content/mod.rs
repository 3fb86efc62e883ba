//! Where the content's files come from and how they are read: compiled in or from
//! a folder, each text that a language lacks from the next in its chain, templates
//! with their placeholders checked.
//!
//! Nothing here knows what a text or a fact is for.

pub(crate) mod embedded;
pub(crate) mod error;
pub(crate) mod fallback;
pub(crate) mod files;
pub(crate) mod folder;
pub(crate) mod lazy;
mod made;
pub(crate) mod read;
#[cfg(test)]
mod schema;
pub(crate) mod source;
pub(crate) mod template;
pub(crate) mod typed;

pub use error::ContentError;
pub use folder::Seen;
pub use lazy::Lazy;
pub use source::{Source, is_read};
pub use template::{Plural, Template, Text, Words};
