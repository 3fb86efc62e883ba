//! What a person takes away from the program: a page to print, a letter,
//! a record of what they did, and where it goes.

pub mod draft;
pub mod export;
pub mod handout;
pub mod letter;
pub mod output;
mod typed;
