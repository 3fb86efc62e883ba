//! Addresses as links, by OSC 8, which says to the terminal which address a text
//! stands for. The text stays what it is.

use std::num::NonZero;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;

/// What says that links belong together: the lines of one address are one link.
/// Terminals tell links to other addresses apart by the address.
const ID: &str = "nonmerci";

/// Makes a link to `address` of the text that stands on `line`, all in one
/// style.
///
/// The marks are part of the first cell, together with the whole text, so that
/// no partial redraw can part the beginning of a link from its end. They have
/// no width; the drawing library would give each of their letters a column, so the
/// true width is set.
pub(super) fn put(buffer: &mut Buffer, line: Rect, address: &str) {
    let cells: Vec<_> = line
        .positions()
        .take_while(|place| buffer[*place].symbol() != " ")
        .collect();
    let Some((first, rest)) = cells.split_first() else {
        return;
    };
    let Some(width) = u16::try_from(cells.len()).ok().and_then(NonZero::new) else {
        return;
    };
    let text: String = cells.iter().map(|place| buffer[*place].symbol()).collect();
    buffer[*first]
        .set_symbol(&format!(
            "\x1b]8;id={ID};{address}\x1b\\{text}\x1b]8;;\x1b\\"
        ))
        .set_diff_option(CellDiffOption::ForcedWidth(width));
    // Never drawn themselves; and unlike anything that may stand here next, so
    // that all of it will be drawn, and nothing be left that is still a link.
    for place in rest {
        buffer[*place].set_symbol("");
    }
}

#[cfg(test)]
mod tests {
    use ratatui::text::Line;
    use ratatui::widgets::Widget as _;

    use super::*;

    const AREA: Rect = Rect::new(0, 0, 30, 1);

    fn frame(text: &'static str, address: Option<&str>) -> Buffer {
        let mut buffer = Buffer::empty(AREA);
        Line::raw(text).render(AREA, &mut buffer);
        if let Some(address) = address {
            put(&mut buffer, AREA, address);
        }
        buffer
    }

    #[test]
    fn a_link_is_written_whole_and_leaves_nothing_behind() {
        let address = "https://example.ch/a/b";
        let link = frame("https://example.ch/", Some(address));
        let drawn = |before: &Buffer, after: &Buffer| -> Vec<(u16, String)> {
            let cells = before.diff(after).into_iter();
            cells
                .map(|(x, _, cell)| (x, cell.symbol().to_owned()))
                .collect()
        };
        let whole =
            "\x1b]8;id=nonmerci;https://example.ch/a/b\x1b\\https://example.ch/\x1b]8;;\x1b\\";
        for before in ["", "https://example.ch/ and more"] {
            let cells = drawn(&frame(before, None), &link);
            assert_eq!(cells[0], (0, whole.to_owned()));
            // What stood behind it goes; of the link itself nothing is redrawn.
            assert!(cells[1..].iter().all(|(x, text)| *x >= 19 && text == " "));
        }
        assert_eq!(drawn(&link, &link), []);
        for after in ["", "https://example.ch/", "h t"] {
            let cells = drawn(&link, &frame(after, None));
            assert_eq!(cells.len(), 19, "every cell of the link is drawn anew");
        }
        let other = frame("https://example.ch/", Some("https://example.ch/a/c"));
        assert_eq!(
            drawn(&link, &other).len(),
            1,
            "another address is another link"
        );
    }
}
