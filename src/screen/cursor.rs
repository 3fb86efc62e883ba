//! Where the terminal's cursor stands. It is never shown, and yet it matters: a Braille
//! display and a magnifier follow it.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

/// At the beginning of a row, such as the selected one.
pub(super) fn at_row(frame: &mut Frame, area: Rect, row: usize) {
    at(frame, area, 0, row);
}

/// At a column and a row of an area, or as near as it goes.
pub(super) fn at(frame: &mut Frame, area: Rect, column: usize, row: usize) {
    let near = |place: usize, size: u16| {
        let last = size.saturating_sub(1);
        u16::try_from(place).map_or(last, |place| place.min(last))
    };
    frame.set_cursor_position(Position {
        x: area.x + near(column, area.width),
        y: area.y + near(row, area.height),
    });
}
