//! Addresses as the terminal is to know them: one that needs more than one line as one
//! line, and all as links, by OSC 8, which says which address a text stands for. The
//! text stays what it is.

use std::num::NonZero;
use std::rc::Rc;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::{Position, Rect};

/// What says that links belong together: the lines of one address are one link.
/// Terminals tell links to other addresses apart by the address.
const ID: &str = "nonmerci";

/// The lines of one address, as they are drawn one after the other.
#[derive(Debug)]
pub(super) struct Links {
    /// Whether addresses are links.
    marked: bool,
    address: Option<Rc<str>>,
    cells: Vec<Position>,
}

impl Links {
    /// None yet.
    pub(super) fn new(marked: bool) -> Self {
        Self {
            marked,
            address: None,
            cells: Vec::new(),
        }
    }

    /// Adds what stands on `line`, all in one style, as a part of `address`. Where it
    /// goes on from a line that is full to the edge of the window, the two are written
    /// in one go: a terminal that breaks a line by itself knows it as one, and three
    /// clicks take the whole.
    pub(super) fn add(&mut self, buffer: &mut Buffer, line: Rect, address: &Rc<str>) {
        let goes_on = line.x == buffer.area.x
            && self.address.as_ref() == Some(address)
            && self
                .cells
                .last()
                .is_some_and(|last| (last.x + 1, last.y + 1) == (buffer.area.right(), line.y));
        if !goes_on {
            self.put(buffer);
            self.address = Some(address.clone());
        }
        let line = line.intersection(buffer.area).positions();
        let cells = line.take_while(|place| buffer[*place].symbol() != " ");
        self.cells.extend(cells);
    }

    /// Puts the address that was added, if any.
    ///
    /// It becomes part of its first cell as a whole, with what marks it as a link, so that
    /// no partial redraw can part its beginning from its end. The marks have no width;
    /// the drawing library would give each of their letters a column, so the true width
    /// is set.
    pub(super) fn put(&mut self, buffer: &mut Buffer) {
        let cells = std::mem::take(&mut self.cells);
        let Some(address) = self.address.take() else {
            return;
        };
        let (Some((first, rest)), Some(last)) = (cells.split_first(), cells.last()) else {
            return;
        };
        let Some(width) = u16::try_from(cells.len()).ok().and_then(NonZero::new) else {
            return;
        };
        if !self.marked && first.y == last.y {
            return;
        }
        let text: String = cells.iter().map(|place| buffer[*place].symbol()).collect();
        let text = if self.marked {
            format!("\x1b]8;id={ID};{address}\x1b\\{text}\x1b]8;;\x1b\\")
        } else {
            text
        };
        buffer[*first]
            .set_symbol(&text)
            .set_diff_option(CellDiffOption::ForcedWidth(width));
        // Never drawn themselves; and unlike anything that may stand here next, so
        // that all of it will be drawn, and nothing be left that is still a link.
        for place in rest {
            buffer[*place].set_symbol("");
        }
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
            let mut links = Links::new(true);
            links.add(&mut buffer, AREA, &address.into());
            links.put(&mut buffer);
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

    /// A window of three lines with an address on the last ones.
    fn long(address: &str, links: bool) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 3));
        let mut runs = Links::new(links);
        let whole: Rc<str> = address.into();
        for (y, part) in (1..).zip(address.as_bytes().chunks(10)) {
            let part = String::from_utf8_lossy(part);
            buffer.set_string(0, y, part, ratatui::style::Style::new());
            runs.add(&mut buffer, Rect::new(0, y, 10, 1), &whole);
        }
        runs.put(&mut buffer);
        buffer
    }

    #[test]
    fn an_address_on_two_lines_is_written_in_one_go() {
        let address = "https://example.ch";
        for links in [false, true] {
            let buffer = long(address, links);
            let before = Buffer::empty(buffer.area);
            let cells: Vec<_> = before.diff(&buffer).into_iter().collect();
            let [(0, 1, first)] = cells[..] else {
                panic!("{cells:?}");
            };
            assert!(first.symbol().contains(address), "{:?}", first.symbol());
            assert_eq!(first.symbol().contains('\x1b'), links);
            assert!(buffer.diff(&buffer).into_iter().next().is_none());
            // What takes its place is drawn whole, on both lines.
            let mut after = Buffer::empty(buffer.area);
            after.set_string(0, 1, "https://ex", ratatui::style::Style::new());
            let places: Vec<_> = buffer
                .diff(&after)
                .into_iter()
                .map(|(x, y, _)| (x, y))
                .collect();
            let all = (0..10).map(|x| (x, 1)).chain((0..8).map(|x| (x, 2)));
            assert_eq!(places, all.collect::<Vec<_>>());
        }
        assert_eq!(long("https://a", false)[(1, 1)].symbol(), "t");
    }
}
