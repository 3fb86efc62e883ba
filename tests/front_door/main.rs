//! Tests through the front door: the state machine driven by keys, the screens
//! it draws, the content, the command line, line mode, and the real program in a terminal.

mod check;
mod check_slips;
mod command_line;
mod content;
mod driver;
mod house;
mod line_mode;
#[cfg(unix)]
mod links;
#[cfg(unix)]
mod preview;
mod pseudo;
mod qr;
mod reread;
mod schema;
mod screens;
mod sizes;
#[cfg(unix)]
mod small;
mod spelling;
#[cfg(unix)]
mod terminal;
mod translation;
mod update;
