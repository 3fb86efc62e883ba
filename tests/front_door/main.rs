//! Tests through the front door: the state machine driven by keys, the screens
//! it draws, the content, the command line, and the real program in a terminal.

mod command_line;
mod content;
mod driver;
#[cfg(unix)]
mod preview;
mod pseudo;
mod reread;
mod screens;
mod sizes;
mod spelling;
#[cfg(unix)]
mod terminal;
mod update;
