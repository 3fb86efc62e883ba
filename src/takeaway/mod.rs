//! What a person takes away from the program: a page to print, a letter, and where it goes.

pub mod handout;
pub mod letter;
pub mod output;
mod typed;
