//! The choice of the platforms one uses.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr as _;

use super::look::Look;
use super::rows::{Row, Rows, cut};
use super::sections::Lines;
use super::{cursor, paint};
use crate::actions::time_words;
use crate::app::{Filter, Model, ScrollExtent, WhichPlace};
use crate::words::Count;

/// The lines of the list that are seen at the first start, however much is said above: a
/// heading, and three platforms.
const LEAST_OF_LIST: usize = 4;

/// How many are chosen, and the minutes they take; and what was typed of a name, before it where there is room.
pub(super) fn chosen(model: &Model, place: &WhichPlace) -> Vec<String> {
    let count = place.chosen.iter().filter(|chosen| **chosen).count();
    let words = &model.texts.interface.which.chosen;
    let number = Count {
        count: count.to_string(),
    };
    let chosen = words.fill(model.language(), count, &number);
    let mut said = vec![chosen.clone()];
    let minutes = model.minutes_if_used(&place.chosen);
    if minutes > 0 {
        let time = time_words(minutes, &model.texts.interface.list);
        said.insert(0, format!("{chosen} · {time}"));
    }
    if !place.typed.is_empty() {
        said.insert(0, format!("{}…   {}", place.typed, said[0]));
    }
    said
}

/// Draws the page: what to do, and below it the platforms by group, the selected one in
/// the middle as far as the ends allow.
pub(super) fn draw(
    model: &Model,
    look: Look,
    frame: &mut Frame,
    area: Rect,
    place: &WhichPlace,
) -> (ScrollExtent, usize) {
    let width = usize::from(area.width);
    let pad = if width < 60 { "" } else { " " };
    let words = &model.texts.interface.which;
    let said = |texts: &[&str]| {
        let mut said = Rows::tight(width);
        for text in texts {
            said.gap();
            said.hanging(pad, text, Style::new(), Style::new());
        }
        let mut said = said.finish().rows;
        said.push(Row::default());
        said
    };
    let mut above = if model.overview().is_first_start() {
        said(&[&words.first, &words.intro])
    } else {
        said(&[&words.intro])
    };
    // A newcomer has to learn what this is for, and to see what there is to choose from.
    // In a small window, the keys that are explained stand at the bottom alone.
    if model.overview().is_first_start() && above.len() + LEAST_OF_LIST > usize::from(area.height) {
        above = said(&[&words.first_short]);
    }
    let lines = Lines::new(model, model.of_filter(Filter::All), above.len());
    let height = usize::from(area.height);
    let farthest = lines.count().saturating_sub(height);
    let selected = lines.line_of(place.selected).unwrap_or(0);
    let mut offset = selected.saturating_sub(height / 2).min(farthest);
    // From the first platform, what to do is in sight.
    if place.selected == 0 && selected < height {
        offset = 0;
    }
    let seen = offset..lines.count().min(offset + height);
    let platform = |platform| {
        let here = platform == place.selected;
        let mark = if here { "›" } else { " " };
        let sign = if place.chosen.get(platform) == Some(&true) {
            "[x]"
        } else {
            "[ ]"
        };
        let left = format!("{pad}{mark} {sign} ");
        let name = cut(model.name(platform), width.saturating_sub(left.width()));
        Row {
            fill: here.then(|| look.selected()),
            ..Line::from(format!("{left}{name}")).into()
        }
    };
    let rows = lines.rows(seen, &above, (model, look), (pad, width), platform);
    paint(frame, look, area, &rows, 0);
    cursor::at_row(frame, area, selected - offset);
    let extent = ScrollExtent {
        lines: lines.count(),
        height,
        ..ScrollExtent::default()
    };
    (extent, offset)
}
