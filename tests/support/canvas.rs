//! A window that frames are drawn in, and read off cell by cell. Nothing is sent
//! anywhere.

use ratatui::backend::{Backend as _, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::{Frame, Terminal};

/// A window of one size. It is kept from frame to frame: to make one anew costs more than
/// most frames do.
pub(crate) struct Canvas {
    terminal: Terminal<TestBackend>,
    size: (u16, u16),
}

impl Canvas {
    /// A window of so many columns and lines.
    pub(crate) fn new(size: (u16, u16)) -> Self {
        let backend = TestBackend::new(size.0, size.1);
        let terminal = Terminal::new(backend).expect("a test terminal");
        Self { terminal, size }
    }

    /// Its columns and lines.
    pub(crate) fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Draws a frame. Returns it, cells and styles, and what `draw` says of it.
    pub(crate) fn draw<T>(&mut self, draw: impl FnOnce(&mut Frame<'_>) -> T) -> (Buffer, T) {
        let mut frame = self.terminal.get_frame();
        let told = draw(&mut frame);
        let empty = Buffer::empty(frame.area());
        (std::mem::replace(frame.buffer_mut(), empty), told)
    }

    /// Where the cursor stands in a frame, as column and line.
    pub(crate) fn cursor(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> (u16, u16) {
        self.terminal.draw(draw).expect("a frame");
        let cursor = self.terminal.backend_mut().get_cursor_position();
        cursor.expect("the cursor").into()
    }
}

/// A frame as text, without the spaces at the ends of lines.
pub(crate) fn text(buffer: &Buffer) -> String {
    let mut text = String::new();
    for cells in buffer.content.chunks(usize::from(buffer.area.width).max(1)) {
        for cell in cells {
            text.push_str(cell.symbol());
        }
        text.truncate(text.trim_end_matches(' ').len());
        text.push('\n');
    }
    text.pop();
    text
}
