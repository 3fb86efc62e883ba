//! What a frame takes to be seen, in as few bytes as it can: lines are slow where the
//! program is far away, and every terminal reads what it is sent letter by letter.
//!
//! A drawing library knows which cells have changed. How the cursor gets from one to the
//! next, and when the style has to change, is decided here.

use std::io::{self, Write};
use std::num::NonZero;

use crossterm::style::{Attribute, Colored};
use ratatui::backend::IntoCrossterm as _;
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

/// What erases the rest of a line, and moves nothing.
const ERASE: &str = "\x1b[K";

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
        output.write_all(cell.symbol().as_bytes())?;
        if !erases {
            pen.place = after(cell, Position { x, y }, frame);
        }
    }
    pen.turn(output, Style::PLAIN)
}

/// Whether nothing is seen there, whatever style it has.
fn is_bare(cell: &Cell) -> bool {
    cell.symbol() == " " && Style::PLAIN.does_for(cell)
}

/// Has the blank end of each line erased, not written over with spaces: spaces
/// that were written come along when somebody copies by hand, and would part an
/// address that goes on below.
pub(super) fn leave_ends_bare(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for line in buffer.content.chunks_mut(width) {
        // After a wide letter, what it covers is bare as well, and not drawn.
        let end = line.iter().rposition(|cell| !is_bare(cell));
        let end = end.map_or(0, |end| end + usize::from(line[end].cell_width().max(1)));
        let Some((first, rest)) = line.get_mut(end..).and_then(<[Cell]>::split_first_mut) else {
            continue;
        };
        let Some(width) = u16::try_from(rest.len() + 1).ok().and_then(NonZero::new) else {
            continue;
        };
        // “Erase in line” moves nothing, and stands for all that it erases. What
        // it stands for is unlike anything that may come to stand there, so that
        // this will be drawn whole.
        first.reset();
        first.set_symbol(ERASE);
        first.set_diff_option(CellDiffOption::ForcedWidth(width));
        for cell in rest {
            cell.reset();
            cell.set_symbol("");
        }
    }
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
    /// Goes to a place by the shortest way: along a line, to the beginning of one below,
    /// or straight there.
    fn go_to(&mut self, output: &mut impl Write, to: Position, frame: &Buffer) -> io::Result<()> {
        let way = match self.place {
            Some(from) if from == to => return Ok(()),
            Some(from) if from.y == to.y && from.x < to.x => Some(self.along(from, to.x, frame)),
            Some(from) if from.y < to.y => {
                let lines = usize::from(to.y - from.y);
                let begin = Position { x: 0, ..to };
                let along = self.along(begin, to.x, frame);
                Some(format!("\r{}{along}", "\n".repeat(lines)))
            }
            _ => None,
        };
        let straight = straight_to(to);
        let shortest = way.filter(|way| way.len() <= straight.len());
        let shortest = shortest.unwrap_or(straight);
        output.write_all(shortest.as_bytes())?;
        self.place = Some(to);
        Ok(())
    }

    /// The way to the right: what stands in between is written once more where that is no
    /// longer than what moves the cursor.
    fn along(&self, from: Position, to: u16, frame: &Buffer) -> String {
        if from.x == to {
            return String::new();
        }
        let right = match to - from.x {
            1 => "\x1b[C".to_owned(),
            columns => format!("\x1b[{columns}C"),
        };
        let between = (from.x..to).map(|x| &frame[Position { x, ..from }]);
        let letters: usize = between.clone().map(|cell| cell.symbol().len()).sum();
        let as_it_is = |cell: &Cell| is_plain(cell) && self.style.does_for(cell);
        if letters <= right.len() && between.clone().all(as_it_is) {
            between.map(Cell::symbol).collect()
        } else {
            right
        }
    }

    /// Takes the style of a cell, unless the one there is does for it.
    fn turn_for(&mut self, output: &mut impl Write, cell: &Cell) -> io::Result<()> {
        if self.style.does_for(cell) {
            return Ok(());
        }
        self.turn(output, Style::of(cell))
    }

    /// Takes a style, in one sequence. Nothing but reversal is taken off by itself: all
    /// is, and what stays is put on again.
    fn turn(&mut self, output: &mut impl Write, to: Style) -> io::Result<()> {
        if to == self.style {
            return Ok(());
        }
        let mut codes = Vec::new();
        let reversed = self.style.modifier & Modifier::REVERSED;
        if (to.modifier | reversed).contains(self.style.modifier)
            && !to.modifier.contains(reversed)
            && to.ink != Color::Reset
        {
            self.style.modifier.remove(reversed);
            codes.push(Attribute::NoReverse.sgr());
        }
        let off = !to.modifier.contains(self.style.modifier)
            || to.ink == Color::Reset && self.style.ink != Color::Reset
            || to.paper == Color::Reset && self.style.paper != Color::Reset;
        if off {
            self.style = Style::PLAIN;
            if to != Style::PLAIN {
                codes.push("0".to_owned());
            }
        }
        for (modifier, attribute) in ATTRIBUTES {
            if to.modifier.contains(modifier) && !self.style.modifier.contains(modifier) {
                codes.push(attribute.sgr());
            }
        }
        if to.ink != self.style.ink {
            let ink = to.ink.into_crossterm();
            codes.push(Colored::ForegroundColor(ink).to_string());
        }
        if to.paper != self.style.paper {
            let paper = to.paper.into_crossterm();
            codes.push(Colored::BackgroundColor(paper).to_string());
        }
        self.style = to;
        write!(output, "\x1b[{}m", codes.join(";"))
    }
}

/// What moves the cursor there from wherever it is.
fn straight_to(Position { x, y }: Position) -> String {
    match (x, y) {
        (0, 0) => "\x1b[H".to_owned(),
        (0, y) => format!("\x1b[{}H", y + 1),
        (x, y) => format!("\x1b[{};{}H", y + 1, x + 1),
    }
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
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style;

    use super::super::scrolled::Scroll;
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

    proptest! {
        #[test]
        fn lines_that_moved_look_as_if_they_were_written_there(
            texts in texts(), others in texts(), up in 0u16..4, down in 0u16..4
        ) {
            let before = frame(&texts);
            let moved = texts.into_iter().map(|(x, y, text, style)| {
                (x, (y + down).saturating_sub(up).min(AREA.height - 1), text, style)
            });
            let after = frame(&moved.chain(others.into_iter().take(1)).collect::<Vec<_>>());
            if let Some((_, scroll)) = Scroll::between(&before, &after) {
                let empty = Buffer::empty(AREA);
                let (mut scrolled, mut alone) = (terminal(), terminal());
                scrolled.process(&bytes(&empty, &before, true));
                scrolled.process(&scroll.bytes());
                alone.process(&bytes(&empty, &scroll.apply(&before), true));
                prop_assert_eq!(seen(&scrolled), seen(&alone));
                scrolled.process(&bytes(&scroll.apply(&before), &after, false));
                alone.process(&bytes(&scroll.apply(&before), &after, false));
                prop_assert_eq!(seen(&scrolled), seen(&alone));
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
            (line("a b", plain), line("c d", plain), "\x1b[Hc d"),
            (line("a bcd", plain), line("x bcy", plain), "\x1b[Hx bcy"),
            (
                line("a bcdef", plain),
                line("x bcdey", plain),
                "\x1b[Hx\x1b[5Cy",
            ),
            // Terminals do not agree on how wide it is.
            (
                line("", plain),
                line("漢a", plain),
                "\x1b[H漢\x1b[1;3Ha\x1b[K",
            ),
            // What is bold is blank where it is blank.
            (
                line("", bold),
                line("a b", bold),
                "\x1b[H\x1b[1ma b\x1b[K\x1b[m",
            ),
            (
                line("", plain),
                line("a ", reversed),
                "\x1b[H\x1b[7ma \x1b[m\x1b[K",
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
        assert_eq!(written, b"\x1b[Ha\r\nb");
    }

    /// One line of eight columns.
    fn line(text: &str, style: style::Style) -> Buffer {
        let mut line = Buffer::empty(Rect::new(0, 0, 8, 1));
        line.set_string(0, 0, text, style);
        leave_ends_bare(&mut line);
        line
    }

    /// What is written for `after` to follow `before`, and at which column.
    fn written(before: &Buffer, after: &Buffer) -> Vec<(u16, String)> {
        let cells = before.diff(after).into_iter();
        cells
            .map(|(x, _, cell)| (x, cell.symbol().to_owned()))
            .collect()
    }

    #[test]
    fn the_end_of_a_line_is_erased_and_not_written_over() {
        let plain = style::Style::new();
        let erased = |column| (column, "\x1b[K".to_owned());
        let letter = |column, letter: &str| (column, letter.to_owned());
        for (before, after, expected) in [
            ("abcdefgh", "ab", vec![erased(2)]),
            (
                "ab",
                "abcd",
                vec![letter(2, "c"), letter(3, "d"), erased(4)],
            ),
            ("ab", "ab", vec![]),
            ("ab", "", vec![erased(0)]),
            (
                "ab",
                "a  d",
                vec![letter(1, " "), letter(2, " "), letter(3, "d"), erased(4)],
            ),
            ("abcdefg", "abcdefgh", vec![letter(7, "h")]),
            // A wide letter covers a cell that must not be taken for an end.
            ("abcdefgh", "a漢", vec![letter(1, "漢"), erased(3)]),
            ("abcdefgh", "abcdef漢", vec![letter(6, "漢")]),
        ] {
            let written = written(&line(before, plain), &line(after, plain));
            assert_eq!(written, expected, "{before:?}, then {after:?}");
        }
    }

    #[test]
    fn spaces_that_can_be_seen_are_written() {
        let before = line("", style::Style::new());
        let after = line("a ", style::Style::new().underlined());
        let letters: Vec<_> = written(&before, &after)
            .into_iter()
            .map(|(x, _)| x)
            .collect();
        assert_eq!(letters, [0, 1, 2], "both cells, and the end");
    }
}
