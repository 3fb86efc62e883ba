//! What a person takes away from the program: a page to print, and where it goes.

pub mod handout;
pub mod output;
