//! Everything that touches the world: the terminal, the browser, the clipboard,
//! the clock, the environment, files and folders. Nothing here knows what the program
//! is about.

#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the one room that touches the world"
)]

pub mod alarm;
#[cfg_attr(
    not(any(unix, test)),
    expect(dead_code, reason = "Windows stops no program")
)]
mod at_work;
pub mod browser;
pub mod clipboard;
pub mod clock;
mod detached;
pub mod environment;
pub mod files;
pub mod folders;
mod frame_writer;
#[cfg_attr(
    not(any(unix, test)),
    expect(dead_code, reason = "Windows tells keys and texts apart by itself")
)]
mod key_parser;
pub mod keyboard;
mod line;
pub mod meeting;
mod patience;
pub mod private_file;
pub mod replace;
mod scrolled;
pub mod sight;
pub mod signals;
pub mod streams;
pub mod terminal;
pub mod watch;
