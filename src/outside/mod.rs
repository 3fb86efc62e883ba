//! Everything that touches the world: the terminal, the browser, the clipboard,
//! the clock and the environment. Nothing here knows what the program is about.

pub mod browser;
pub mod clipboard;
pub mod clock;
pub mod environment;
pub mod signals;
pub mod terminal;
