//! Tests through the front door: the state machine driven by keys, the screens
//! it draws, the content, the command line, line mode, and the real program in a terminal.

mod again;
mod allocations;
#[cfg(unix)]
mod at_home;
mod bottom_line;
#[cfg(unix)]
mod bytes;
mod check;
mod check_planted;
mod check_slips;
mod claims;
mod command_line;
mod completions;
mod content;
mod contrast;
mod dates;
mod distribution;
#[cfg(unix)]
mod evening;
mod export;
mod extras;
mod fuzz;
mod growth;
mod handout;
#[cfg(target_os = "linux")]
mod handout_on_paper;
mod hostile;
mod hostile_outputs;
mod house;
#[cfg(unix)]
mod instructions;
mod keys;
mod letter;
#[cfg(target_os = "linux")]
mod letter_on_paper;
mod line_mode;
#[cfg(unix)]
mod links;
mod manual;
mod noted;
mod output;
mod paging;
#[cfg(unix)]
mod preview;
mod pseudo;
mod qr;
#[cfg(target_os = "linux")]
mod qr_in_a_terminal;
#[cfg(target_os = "linux")]
mod read_aloud;
mod readmes;
mod reread;
mod schema;
mod screens;
mod settings;
mod sizes;
#[cfg(unix)]
mod small;
mod spelling;
#[path = "../support/mod.rs"]
mod support;
#[cfg(unix)]
mod taken_away;
#[cfg(unix)]
mod terminal;
mod tour;
mod translation;
mod unseen;
mod update;
mod working_through;
mod workshop;
