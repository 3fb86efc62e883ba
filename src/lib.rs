//! nonmerci walks a person, in a terminal, through refusing that their data trains
//! AI: platform by platform, in French, German, Italian or English.
//!
//! The map of the house, from the words to the world:
//!
//! - [`language`]: which language to speak; dates and plurals.
//! - [`catalogue`]: what is said, read from `content/`.
//! - [`translation`]: for translators, what is translated, and what has aged.
//! - [`checklist`]: what the person did, and its file.
//! - [`overview`]: the two held together.
//! - [`app`]: the full-screen program as a state machine, without a terminal.
//! - [`screen`]: drawing it.
//! - [`plain`]: the same walk line by line.
//! - [`outside`]: everything that touches the world.
//! - [`ascii`]: texts and drawings in ASCII alone.
//! - [`cli`], [`problem`] and [`commands`]: the command line, what can go wrong,
//!   and what each command does.

pub mod app;
pub mod ascii;
pub mod catalogue;
pub mod checklist;
pub mod cli;
pub mod commands;
pub mod language;
pub mod outside;
pub mod overview;
pub mod plain;
pub mod problem;
pub mod screen;
pub mod translation;
