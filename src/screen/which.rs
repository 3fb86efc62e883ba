//! The choice of the platforms one uses.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr as _;

use super::look::Look;
use super::rows::{Row, Rows, cut};
use super::{cursor, paint};
use crate::actions::time_words;
use crate::app::{Model, ScrollExtent, WhichPlace};
use crate::words::Count;

/// How many are chosen, and the minutes they take; and what was typed of a name, before it where there is room.
pub(super) fn chosen(model: &Model, place: &WhichPlace) -> Vec<String> {
    let count = place.chosen.iter().filter(|chosen| **chosen).count();
    let words = &model.texts.interface.which.chosen;
    let number = Count {
        count: count.to_string(),
    };
    let chosen = words.fill(model.language(), count, &number);
    let mut said = vec![chosen.clone()];
    let overview = model.overview();
    let platforms = place.chosen.iter().enumerate();
    let minutes = platforms.filter(|(_, chosen)| **chosen);
    let minutes: usize = minutes
        .map(|(place, _)| overview.minutes_if_used(place))
        .sum();
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
    let mut intro = Rows::tight(width);
    let words = &model.texts.interface.which;
    // In a small window, what there is to do comes before why.
    if model.overview().is_first_start() && area.height >= 16 {
        intro.hanging(pad, &words.first, Style::new(), Style::new());
        intro.gap();
    }
    intro.hanging(pad, &words.intro, Style::new(), Style::new());
    let mut rows = intro.finish().rows;
    let mut selected = 0;
    for section in &model.catalogue.sections {
        rows.push(Row::default());
        let heading = section.heading.words(&model.texts);
        rows.push(Line::styled(cut(&format!("{pad}{heading}"), width), look.strong()).into());
        for platform in section.platforms.clone() {
            let here = platform == place.selected;
            if here {
                selected = rows.len();
            }
            let mark = if here { "›" } else { " " };
            let sign = if place.chosen.get(platform) == Some(&true) {
                "[x]"
            } else {
                "[ ]"
            };
            let left = format!("{pad}{mark} {sign} ");
            let name = cut(model.name(platform), width.saturating_sub(left.width()));
            rows.push(Row {
                fill: here.then(|| look.selected()),
                ..Line::from(format!("{left}{name}")).into()
            });
        }
    }
    let height = usize::from(area.height);
    let farthest = rows.len().saturating_sub(height);
    let mut offset = selected.saturating_sub(height / 2).min(farthest);
    // From the first platform, what to do is in sight.
    if place.selected == 0 && selected < height {
        offset = 0;
    }
    paint(frame, look, area, &rows[offset..], 0);
    cursor::at_row(frame, area, selected - offset);
    let extent = ScrollExtent {
        lines: rows.len(),
        height,
        ..ScrollExtent::default()
    };
    (extent, offset)
}
