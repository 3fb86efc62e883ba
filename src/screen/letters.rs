//! Putting a line of text down, letter by letter where that is right.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget as _;

use crate::inert::{Hidden, hidden, spelled_line};

/// Puts a line down at the left of an area of one row.
///
/// Where each letter is sure to take a cell of its own, that is where it is put. To
/// find out which letters stand together, as any script may need, takes the drawing
/// library four times as many instructions, and was a sixth of the first frame's.
pub(super) fn put(buffer: &mut Buffer, area: Rect, line: &Line<'_>) {
    let spelled = spelled(line);
    let line = spelled.as_ref().unwrap_or(line);
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

/// The line with what is hidden in it spelled out, as far as there is any. Content has
/// none; the name of a file may.
fn spelled(line: &Line<'_>) -> Option<Line<'static>> {
    let harmful = |span: &Span<'_>| span.content.chars().any(is_harmful);
    line.spans.iter().any(harmful).then(|| {
        let spans = line.spans.iter();
        let spans =
            spans.map(|span| Span::styled(spelled_line(&span.content).into_owned(), span.style));
        Line {
            style: line.style,
            alignment: line.alignment,
            spans: spans.collect(),
        }
    })
}

fn is_harmful(letter: char) -> bool {
    !takes_a_cell(letter) && !matches!(hidden(letter), None | Some(Hidden::Variation))
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
    use super::*;
    use proptest::prelude::*;
    use ratatui::style::{Color, Style, Stylize as _};

    #[test]
    fn nothing_hidden_is_drawn() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 1));
        let line = Line::from("a\u{1b}[2J\u{202e}b\u{200d}c\u{9b}d");
        let area = buffer.area;
        put(&mut buffer, area, &line);
        let drawn: String = buffer
            .content
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect();
        assert_eq!(drawn.trim_end(), "a\\u{1b}[2J\\u{202e}b\\u{200d}c\\u{9b}d");
    }

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
            prop_assume!(super::spelled(&line).is_none());
            let area = Rect { x, y, width, height };
            let (mut ours, mut theirs) = (Buffer::empty(Rect::new(0, 0, 24, 3)), Buffer::empty(Rect::new(0, 0, 24, 3)));
            put(&mut ours, area, &line);
            (&line).render(area.intersection(theirs.area), &mut theirs);
            prop_assert_eq!(ours, theirs);
        }
    }
}
