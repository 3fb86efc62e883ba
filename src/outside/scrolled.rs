//! Lines that only went up or down on the screen: a terminal moves them by itself, in
//! fewer bytes than it takes to write them anew.

use std::io;
use std::ops::{Range, RangeInclusive};

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::frame_writer::{self, leave_ends_bare};

/// The farthest that lines are looked for, in lines: a list goes on by one, or by a
/// heading and what stands around it. What goes by pages has few lines in common.
const FARTHEST: usize = 4;

/// From how many bytes on it is worth looking for what is shorter.
const MUCH: usize = 400;

/// How many lines have to begin alike for it to be likely that lines have moved, and in
/// how many letters.
const FEW: usize = 2;
const FIRST: usize = 8;

/// How many letters have to be spared before it is looked at more closely.
const WORTH_IT: i32 = 20;

/// How many bytes it takes to go past what stays.
const PAST: i32 = 5;

/// What has to be written for `frame` to follow what is `shown`: what has changed, or what
/// moves lines on the screen and then what has changed, whichever is shorter. On a `bare`
/// screen there is nothing to erase.
pub(super) fn shortest(shown: &Buffer, frame: &Buffer, bare: bool) -> io::Result<Vec<u8>> {
    let changed = changes(shown, frame, bare)?;
    if bare || changed.len() < MUCH {
        return Ok(changed);
    }
    let scroll = Scroll::between(shown, frame);
    let Some((_, scroll)) = scroll.filter(|(spared, _)| *spared >= WORTH_IT) else {
        return Ok(changed);
    };
    let mut scrolled = scroll.bytes();
    scrolled.extend(changes(&scroll.apply(shown), frame, false)?);
    Ok(if scrolled.len() < changed.len() {
        scrolled
    } else {
        changed
    })
}

fn changes(shown: &Buffer, frame: &Buffer, bare: bool) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    frame_writer::write(&mut bytes, shown.diff_iter(frame), frame, bare)?;
    Ok(bytes)
}

/// What lets lines move on the whole screen again.
pub(super) const NO_MARGINS: &str = "\x1b[r";

/// Lines that move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scroll {
    /// The lines within which it happens; what leaves them is gone, and what comes in is
    /// blank.
    lines: Range<usize>,
    by: Way,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Up(usize),
    Down(usize),
}

impl Way {
    /// Where the line stood that now stands at `line`, of so many.
    fn origin(self, line: usize, lines: usize) -> Option<usize> {
        match self {
            Self::Up(by) => line.checked_add(by).filter(|from| *from < lines),
            Self::Down(by) => line.checked_sub(by),
        }
    }

    /// Whether a few lines begin as they would where lines have moved in this way: most
    /// frames are found out at the first letters.
    fn is_likely(self, shown: &Buffer, frame: &Buffer) -> bool {
        let count = usize::from(frame.area.height);
        let moved = |line: &usize| {
            let origin = self.origin(*line, count);
            origin.is_some_and(|origin| begin_alike(row(frame, *line), row(shown, origin)))
        };
        (0..count).filter(moved).nth(FEW - 1).is_some()
    }
}

impl Scroll {
    /// What makes the most of `shown` stand where `frame` has it, if anything does; and
    /// how many letters it spares.
    pub(super) fn between(shown: &Buffer, frame: &Buffer) -> Option<(i32, Self)> {
        let ways = (1..=FARTHEST).flat_map(|by| [Way::Up(by), Way::Down(by)]);
        let likely: Vec<_> = ways.filter(|by| by.is_likely(shown, frame)).collect();
        if likely.is_empty() {
            return None;
        }
        let lines = 0..usize::from(frame.area.height);
        let left = |line| spared(row(frame, line), row(shown, line));
        let left: Vec<_> = lines.map(left).collect();
        let found = likely
            .into_iter()
            .filter_map(|by| Self::of(by, shown, frame, &left));
        found.max_by_key(|(spared, _)| *spared)
    }

    /// The lines that spare the most letters when they move in this way, and how many.
    /// `left` is what each spares where it is left.
    fn of(by: Way, shown: &Buffer, frame: &Buffer, left: &[i32]) -> Option<(i32, Self)> {
        let gain = |(line, left)| {
            let origin = by.origin(line, usize::from(frame.area.height))?;
            Some(spared(row(frame, line), row(shown, origin)) - left)
        };
        let gains: Vec<_> = left.iter().enumerate().map(gain).collect();
        let (spared, moved) = best(&gains)?;
        let (first, last) = moved.into_inner();
        let lines = match by {
            Way::Up(by) => first..last + by + 1,
            Way::Down(by) => first - by..last + 1,
        };
        Some((spared, Self { lines, by }))
    }

    /// What has the terminal do it: within margins, which VT100 had already. Where the
    /// cursor then stands, terminals do not agree.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let (first, last) = (self.lines.start + 1, self.lines.end);
        let moves = match self.by {
            Way::Up(by) => format!("\x1b[{last}H{}", "\n".repeat(by)),
            Way::Down(by) => format!("\x1b[{first}H{}", "\x1bM".repeat(by)),
        };
        format!("\x1b[{first};{last}r{moves}{NO_MARGINS}").into_bytes()
    }

    /// What the terminal then shows.
    pub(super) fn apply(&self, shown: &Buffer) -> Buffer {
        let mut after = shown.clone();
        let width = usize::from(shown.area.width);
        let mut blank = Buffer::empty(Rect {
            height: 1,
            ..shown.area
        });
        leave_ends_bare(&mut blank);
        for line in self.lines.clone() {
            let origin = self.by.origin(line, usize::from(shown.area.height));
            let origin = origin.filter(|origin| self.lines.contains(origin));
            let cells = origin.map_or(&blank.content[..], |origin| row(shown, origin));
            after.content[line * width..(line + 1) * width].clone_from_slice(cells);
        }
        after
    }
}

/// The cells of a line.
fn row(buffer: &Buffer, line: usize) -> &[Cell] {
    let width = usize::from(buffer.area.width);
    &buffer.content[line * width..(line + 1) * width]
}

/// Whether two lines have the same first letters.
fn begin_alike(line: &[Cell], other: &[Cell]) -> bool {
    let cells = line.iter().zip(other);
    let letters = cells.filter(|(cell, _)| !matches!(cell.symbol(), " " | ""));
    letters
        .take_while(|(cell, other)| cell == other)
        .nth(FIRST - 1)
        .is_some()
}

/// How many letters need not be written where one line is to stand in the place of
/// another. Of a few that happen to be the same, none: to go past them takes as much.
fn spared(line: &[Cell], other: &[Cell]) -> i32 {
    let (mut spared, mut run) = (0_i32, 0_i32);
    for (cell, other) in line.iter().zip(other) {
        match cell.symbol() {
            " " | "" => {}
            _ if cell == other => run += 1,
            _ => {
                spared += (run - PAST).max(0);
                run = 0;
            }
        }
    }
    spared + (run - PAST).max(0)
}

/// Of numbers that may be missing, those side by side that make the greatest sum.
fn best(numbers: &[Option<i32>]) -> Option<(i32, RangeInclusive<usize>)> {
    let mut best: Option<(i32, RangeInclusive<usize>)> = None;
    let (mut sum, mut first) = (0, 0);
    for (place, number) in numbers.iter().enumerate() {
        match number {
            Some(number) if sum + number > 0 => {
                sum += number;
                if best.as_ref().is_none_or(|(most, _)| sum > *most) {
                    best = Some((sum, first..=place));
                }
            }
            _ => (sum, first) = (0, place + 1),
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn frame(lines: &[&str]) -> Buffer {
        let area = Rect::new(0, 0, 30, u16::try_from(lines.len()).expect("few lines"));
        let mut frame = Buffer::empty(area);
        for (y, line) in (0..).zip(lines) {
            frame.set_string(0, y, line, Style::new());
        }
        leave_ends_bare(&mut frame);
        frame
    }

    #[test]
    fn lines_that_went_up_or_down_are_found_between_those_that_stay() {
        let (one, two) = ("one and something behind it", "two, which is not the same");
        let (three, four) = (
            "three lines up, or is it four",
            "a fourth, to have some more",
        );
        let before = frame(&["title", one, two, three, four, "keys"]);
        for (after, expected) in [
            (
                frame(&["title", two, three, four, "new", "keys"]),
                Some("\x1b[2;5r\x1b[5H\n\x1b[r"),
            ),
            (
                frame(&["title", "new", "newer", one, two, "keys"]),
                Some("\x1b[2;5r\x1b[2H\x1bM\x1bM\x1b[r"),
            ),
            (frame(&["title", one, two, three, four, "keys"]), None),
            (frame(&["", "something", "else", "", "", ""]), None),
        ] {
            let scroll = Scroll::between(&before, &after).map(|(_, scroll)| scroll);
            let bytes = scroll.as_ref().map(Scroll::bytes);
            assert_eq!(bytes.as_deref(), expected.map(str::as_bytes));
            if let Some(scroll) = scroll {
                let shown = scroll.apply(&before);
                let new = |line: &usize| row(&shown, *line) != row(&after, *line);
                let new: Vec<_> = (0..6).filter(new).collect();
                let said = |line: &usize| {
                    after[(0, u16::try_from(*line).expect("a line"))]
                        .symbol()
                        .starts_with('n')
                };
                assert!(new.iter().all(said), "{new:?}");
            }
        }
    }
}
