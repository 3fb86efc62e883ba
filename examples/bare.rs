//! The least a ratatui program can do: take the terminal, draw a paragraph, wait
//! for a key. What `benches/first_frame.rs` measures the program against.

use std::io;

use ratatui::widgets::{Paragraph, Wrap};

fn main() -> io::Result<()> {
    let mut terminal = ratatui::try_init()?;
    let text = "A bare program. ".repeat(40) + "The end.";
    terminal.draw(|frame| {
        frame.render_widget(Paragraph::new(text).wrap(Wrap { trim: true }), frame.area());
    })?;
    crossterm::event::read()?;
    ratatui::try_restore()
}
