//! nonmerci takes a person, in a terminal, through saying no to their data being used to
//! train AI: platform by platform, in French, German, Italian or English.
//!
//! The rooms of the house, which docs/architecture.md draws:
//!
//! - [`language`]: which language to speak, and how it counts.
//! - [`content`]: where the files with words and facts come from, and how they are
//!   read.
//! - [`words`]: the words, typed.
//! - [`catalogue`]: the facts of the platforms, their order, and the walks made of
//!   facts and words.
//! - [`check`]: for translators and maintainers, every fault of the content.
//! - [`translation`]: for translators, what is translated, and what has aged.
//! - [`checklist`]: what the person did, and its file.
//! - [`overview`]: catalogue and checklist held together.
//! - [`actions`]: what a person can do and what it leads to, whatever shows it.
//! - [`app`]: the full-screen program as a state machine, without a terminal.
//! - [`workshop`]: an evening for a room, as a state machine likewise.
//! - [`screen`]: drawing both.
//! - [`line_mode`]: the same walk line by line.
//! - [`takeaway`]: what is printed or taken elsewhere, and where it is written.
//! - [`outside`]: everything that touches the world.
//! - [`ascii`]: texts and drawings in ASCII alone.
//! - [`settings`]: what holds from one run to the next, and its file.
//! - [`guard`]: what panics while it reads what others wrote ends nothing.
//! - [`handwritten`]: TOML that people write by hand, and where it cannot be used.
//! - [`inert`]: texts that no other program, and no terminal, takes for a command.
//! - [`cli`], [`problem`] and [`commands`]: the command line, what can go wrong,
//!   and what each command does.

// Tests, build and benches may touch the world, the library only through `outside`:
// see clippy.toml.
#![warn(
    clippy::dbg_macro,
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::print_stderr,
    clippy::print_stdout
)]

pub mod actions;
pub mod app;
pub mod ascii;
pub mod catalogue;
pub mod check;
pub mod checklist;
pub mod cli;
pub mod commands;
pub mod content;
pub mod guard;
pub mod handwritten;
pub mod inert;
pub mod language;
pub mod line_mode;
pub mod outside;
pub mod overview;
pub mod problem;
pub mod screen;
pub mod settings;
pub mod takeaway;
pub mod translation;
pub mod words;
pub mod workshop;
