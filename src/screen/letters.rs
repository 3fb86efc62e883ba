//! Putting a line of text down, letter by letter where that is right.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget as _;

/// Puts a line down at the left of an area of one row.
///
/// Where each letter is sure to take a cell of its own, that is where it is put. To
/// find out which letters stand together, as any script may need, takes the drawing
/// library four times as many instructions, and was a sixth of the first frame's.
pub(super) fn put(buffer: &mut Buffer, area: Rect, line: &Line<'_>) {
    let letters = line.spans.iter().flat_map(|span| {
        let letters = span.content.chars();
        letters.map(|letter| (letter, span.style))
    });
    let area = area.intersection(buffer.area);
    let plain = line.alignment.is_none() && letters.clone().all(|(letter, _)| takes_a_cell(letter));
    if !plain || line.spans.iter().all(|span| span.content.is_empty()) {
        return line.render(area, buffer);
    }
    let row = Rect {
        height: area.height.min(1),
        ..area
    };
    if line.style != Style::default() {
        buffer.set_style(row, line.style);
    }
    for (cell, (letter, style)) in row.positions().zip(letters) {
        buffer[cell].set_char(letter).set_style(style);
    }
}

/// Whether a letter takes a cell, whatever stands beside it: those of the languages
/// that the program speaks, and its own signs.
fn takes_a_cell(letter: char) -> bool {
    matches!(
        letter,
        ' '..='~' | '¡'..='¬' | '®'..='ſ' | '–' | '‘'..='”' | '…' | '‹' | '›' | '←'..='↓' | '●' | '○' | '─'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::{Color, Style, Stylize as _};
    use ratatui::text::Span;

    use super::*;

    proptest! {
        #[test]
        fn a_line_looks_as_the_drawing_library_draws_it(
            texts in proptest::collection::vec("[ -~¡-ſ–’…‹›←↑→↓●○─]{0,12}|\\PC{0,6}", 0..5),
            (x, y, width, height) in (0u16..6, 0u16..3, 0u16..30, 0u16..3),
        ) {
            let styles = [Style::new(), Style::new().bold(), Style::new().fg(Color::Red).underlined()];
            let spans = texts.into_iter().zip(styles.into_iter().cycle());
            let spans: Vec<_> = spans.map(|(text, style)| Span::styled(text, style)).collect();
            let line = Line::from(spans).dim();
            let area = Rect { x, y, width, height };
            let (mut ours, mut theirs) = (Buffer::empty(Rect::new(0, 0, 24, 3)), Buffer::empty(Rect::new(0, 0, 24, 3)));
            put(&mut ours, area, &line);
            (&line).render(area.intersection(theirs.area), &mut theirs);
            prop_assert_eq!(ours, theirs);
        }
    }
}
