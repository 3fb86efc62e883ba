//! What a frame takes to be seen, in as few bytes as it can: lines are slow where the
//! program is far away, and every terminal reads what it is sent letter by letter.
//!
//! A drawing library knows which cells have changed. How the cursor gets from one to the
//! next, and when the style has to change, is decided here.

use std::io::{self, Write};

use crossterm::cursor::{MoveRight, MoveTo};
use crossterm::queue;
use crossterm::style::{Attribute, Print, SetAttribute, SetBackgroundColor, SetForegroundColor};
use ratatui::backend::IntoCrossterm as _;
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

/// What erases the rest of a line, and moves nothing.
pub(super) const ERASE: &str = "\x1b[K";

/// Writes the cells of `frame` that have changed, in the order of reading. On a `bare`
/// screen there is nothing to erase.
///
/// # Errors
/// If it cannot be written.
pub(super) fn write<'a>(
    output: &mut impl Write,
    changed: impl Iterator<Item = (u16, u16, &'a Cell)>,
    frame: &Buffer,
    bare: bool,
) -> io::Result<()> {
    let mut pen = Pen {
        style: Style::PLAIN,
        place: None,
    };
    for (x, y, cell) in changed {
        let erases = cell.symbol() == ERASE;
        if erases && bare {
            continue;
        }
        pen.go_to(output, Position { x, y }, frame)?;
        pen.turn_for(output, cell)?;
        queue!(output, Print(cell.symbol()))?;
        if !erases {
            pen.place = after(cell, Position { x, y }, frame);
        }
    }
    pen.turn(output, Style::PLAIN)
}

/// Whether nothing is seen there, whatever style it has.
pub(super) fn is_bare(cell: &Cell) -> bool {
    cell.symbol() == " " && Style::PLAIN.does_for(cell)
}

/// Where the cursor stands once a cell is written. Behind the last column, and behind
/// what is not one column wide, terminals do not agree.
fn after(cell: &Cell, place: Position, frame: &Buffer) -> Option<Position> {
    let x = place.x + 1;
    (is_plain(cell) && x < frame.area.right()).then_some(Position { x, ..place })
}

/// Whether it is written as it is, and takes one column.
fn is_plain(cell: &Cell) -> bool {
    cell.diff_option == CellDiffOption::None && cell.cell_width() == 1
}

/// How letters look.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Style {
    ink: Color,
    paper: Color,
    modifier: Modifier,
}

impl Style {
    const PLAIN: Self = Self {
        ink: Color::Reset,
        paper: Color::Reset,
        modifier: Modifier::empty(),
    };

    /// What can be seen of a style where there are no letters.
    const ON_BLANKS: Modifier = Modifier::REVERSED
        .union(Modifier::UNDERLINED)
        .union(Modifier::CROSSED_OUT);

    fn of(cell: &Cell) -> Self {
        Self {
            ink: cell.fg,
            paper: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// Whether a cell looks the same when it is written in this style.
    fn does_for(self, cell: &Cell) -> bool {
        let wanted = Self::of(cell);
        let blank = matches!(cell.symbol(), " " | ERASE);
        wanted == self
            || blank
                && wanted.paper == self.paper
                && wanted.modifier & Self::ON_BLANKS == self.modifier & Self::ON_BLANKS
                && (wanted.ink == self.ink || (self.modifier & Self::ON_BLANKS).is_empty())
    }
}

/// What writes: where it stands, where that is known, and in which style.
struct Pen {
    style: Style,
    place: Option<Position>,
}

impl Pen {
    /// Goes to a place by the shortest way: what stands in between is written once more
    /// where that is no longer than what moves the cursor.
    fn go_to(&mut self, output: &mut impl Write, to: Position, frame: &Buffer) -> io::Result<()> {
        match self.place {
            Some(from) if from == to => {}
            Some(from) if from.y == to.y && from.x < to.x => {
                let between = (from.x..to.x).map(|x| &frame[Position { x, ..to }]);
                let columns = to.x - from.x;
                let letters: usize = between.clone().map(|cell| cell.symbol().len()).sum();
                let again = letters <= length_right(columns)
                    && between
                        .clone()
                        .all(|cell| is_plain(cell) && self.style.does_for(cell));
                if again {
                    for cell in between {
                        queue!(output, Print(cell.symbol()))?;
                    }
                } else {
                    queue!(output, MoveRight(columns))?;
                }
            }
            Some(from) if from.y + 1 == to.y && to.x == 0 => queue!(output, Print("\r\n"))?,
            _ => queue!(output, MoveTo(to.x, to.y))?,
        }
        self.place = Some(to);
        Ok(())
    }

    /// Takes the style of a cell, unless the one there is does for it.
    fn turn_for(&mut self, output: &mut impl Write, cell: &Cell) -> io::Result<()> {
        if self.style.does_for(cell) {
            return Ok(());
        }
        self.turn(output, Style::of(cell))
    }

    /// Takes a style. Nothing is taken off by itself: all is, and what stays is put on
    /// again.
    fn turn(&mut self, output: &mut impl Write, to: Style) -> io::Result<()> {
        let off = !to.modifier.contains(self.style.modifier)
            || to.ink == Color::Reset && self.style.ink != Color::Reset
            || to.paper == Color::Reset && self.style.paper != Color::Reset;
        if off {
            queue!(output, SetAttribute(Attribute::Reset))?;
            self.style = Style::PLAIN;
        }
        for (modifier, attribute) in ATTRIBUTES {
            if to.modifier.contains(modifier) && !self.style.modifier.contains(modifier) {
                queue!(output, SetAttribute(attribute))?;
            }
        }
        if to.ink != self.style.ink {
            queue!(output, SetForegroundColor(to.ink.into_crossterm()))?;
        }
        if to.paper != self.style.paper {
            queue!(output, SetBackgroundColor(to.paper.into_crossterm()))?;
        }
        self.style = to;
        Ok(())
    }
}

/// How many bytes it takes to go so many columns to the right: `ESC [ n C`.
fn length_right(columns: u16) -> usize {
    3 + columns
        .checked_ilog10()
        .map_or(1, |digits| digits as usize + 1)
}

/// What a style can have, and what puts it on.
const ATTRIBUTES: [(Modifier, Attribute); 9] = [
    (Modifier::BOLD, Attribute::Bold),
    (Modifier::DIM, Attribute::Dim),
    (Modifier::ITALIC, Attribute::Italic),
    (Modifier::UNDERLINED, Attribute::Underlined),
    (Modifier::SLOW_BLINK, Attribute::SlowBlink),
    (Modifier::RAPID_BLINK, Attribute::RapidBlink),
    (Modifier::REVERSED, Attribute::Reverse),
    (Modifier::HIDDEN, Attribute::Hidden),
    (Modifier::CROSSED_OUT, Attribute::CrossedOut),
];

#[cfg(test)]
mod tests {
    use std::num::NonZero;

    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style;

    use super::super::terminal::leave_ends_bare;
    use super::*;

    const AREA: Rect = Rect::new(0, 0, 24, 4);

    fn frame(texts: &[(u16, u16, String, style::Style)]) -> Buffer {
        let mut frame = Buffer::empty(AREA);
        for (x, y, text, style) in texts {
            frame.set_string(*x, *y, text, *style);
        }
        leave_ends_bare(&mut frame);
        frame
    }

    fn bytes(before: &Buffer, after: &Buffer, bare: bool) -> Vec<u8> {
        let mut bytes = Vec::new();
        let changed = before.diff_iter(after);
        write(&mut bytes, changed, after, bare).expect("written to memory");
        bytes
    }

    fn terminal() -> vt100::Parser {
        let [rows, columns] = [AREA.height, AREA.width].map(NonZero::new);
        vt100::Parser::new(rows.expect("rows"), columns.expect("columns"), 0)
    }

    /// What a terminal shows at each place: the letters, and what can be seen of their style.
    fn seen(terminal: &vt100::Parser) -> Vec<String> {
        let screen = terminal.screen();
        let cell = |row, column| {
            let cell = screen.cell(row, column).expect("on the screen");
            let letters = Some(cell.contents()).filter(|letters| !letters.is_empty());
            let letters = letters.unwrap_or(" ");
            let on_blanks = (cell.inverse(), cell.underline(), cell.bgcolor());
            let ink = (cell.bold(), cell.dim(), cell.italic(), cell.fgcolor());
            let ink = (letters != " " || cell.inverse()).then_some(ink);
            // Of a reversed blank, only the colour is seen.
            let ink = ink.map(|(bold, dim, italic, colour)| match letters {
                " " => (false, false, false, colour),
                _ => (bold, dim, italic, colour),
            });
            format!("{letters:?} {on_blanks:?} {ink:?}")
        };
        (0..AREA.height)
            .flat_map(|row| (0..AREA.width).map(move |column| cell(row, column)))
            .collect()
    }

    fn texts() -> impl Strategy<Value = Vec<(u16, u16, String, style::Style)>> {
        let style = (0u16..8, 0u8..3, 0u8..4, 0u8..3).prop_map(|(modifier, weight, ink, paper)| {
            use style::Color::{Black, Magenta, Reset, White};
            let kinds = [Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED];
            let put = (0..)
                .zip(kinds)
                .filter(|(place, _)| modifier >> place & 1 == 1);
            // Of a weight and its opposite together, terminals do not agree.
            let weight = [Modifier::empty(), Modifier::BOLD, Modifier::DIM][usize::from(weight)];
            style::Style::reset()
                .add_modifier(put.map(|(_, kind)| kind).collect::<Modifier>() | weight)
                .fg([Reset, Black, White, Magenta][usize::from(ink)])
                .bg([Reset, Reset, White][usize::from(paper)])
        });
        let text = "[ a-c]{1,24}|[ é●─]{1,8}";
        prop::collection::vec((0..AREA.width, 0..AREA.height, text, style), 0..9)
    }

    proptest! {
        #[test]
        fn a_frame_after_others_looks_as_it_would_by_itself(
            frames in prop::collection::vec(texts(), 1..5)
        ) {
            let mut together = terminal();
            let empty = Buffer::empty(AREA);
            let mut before = empty.clone();
            for (number, texts) in frames.iter().enumerate() {
                let after = frame(texts);
                together.process(&bytes(&before, &after, number == 0));
                let mut alone = terminal();
                // Cell by cell, each with its whole style and place.
                for (x, y, cell) in empty.diff_iter(&after) {
                    let one = [(x, y, cell)].into_iter();
                    let mut bytes = Vec::new();
                    write(&mut bytes, one, &after, false).expect("written to memory");
                    alone.process(&bytes);
                }
                let places = seen(&together).into_iter().zip(seen(&alone)).enumerate();
                let other = places.into_iter().find(|(_, (together, alone))| together != alone);
                prop_assert_eq!(other, None);
                before = after;
            }
        }
    }

    #[test]
    fn what_stands_between_is_written_again_where_that_is_shorter() {
        let plain = style::Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let reversed = plain.add_modifier(Modifier::REVERSED);
        let line = |text: &str, style| frame(&[(0, 0, text.to_owned(), style)]);
        for (before, after, expected) in [
            (line("a b", plain), line("c d", plain), "\x1b[1;1Hc d"),
            (line("a bcd", plain), line("x bcy", plain), "\x1b[1;1Hx bcy"),
            (
                line("a bcdef", plain),
                line("x bcdey", plain),
                "\x1b[1;1Hx\x1b[5Cy",
            ),
            // Terminals do not agree on how wide it is.
            (
                line("", plain),
                line("漢a", plain),
                "\x1b[1;1H漢\x1b[1;3Ha\x1b[K",
            ),
            // What is bold is blank where it is blank.
            (
                line("", bold),
                line("a b", bold),
                "\x1b[1;1H\x1b[1ma b\x1b[K\x1b[0m",
            ),
            (
                line("", plain),
                line("a ", reversed),
                "\x1b[1;1H\x1b[7ma \x1b[0m\x1b[K",
            ),
        ] {
            let written = String::from_utf8(bytes(&before, &after, false)).expect("text");
            assert_eq!(written, expected);
        }
    }

    #[test]
    fn of_a_bare_screen_nothing_is_erased() {
        let after = frame(&[
            (0, 0, "a".to_owned(), style::Style::new()),
            (0, 1, "b".to_owned(), style::Style::new()),
        ]);
        let written = bytes(&Buffer::empty(AREA), &after, true);
        assert_eq!(written, b"\x1b[1;1Ha\r\nb");
    }
}
