//! What a person can do and what it leads to, decided once for the full screen and
//! for line mode. Nothing here shows anything, asks anything, or touches the world.

pub mod keymap;
