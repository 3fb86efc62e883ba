//! What a person takes away from the program, and where it goes.

pub mod output;
