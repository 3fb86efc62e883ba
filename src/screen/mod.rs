//! Drawing: the model in, a frame out. One file for each page, and nothing here
//! changes anything.

mod ascii;
mod blocks;
mod chrome;
mod codes;
mod cursor;
mod help;
mod languages;
mod letter;
mod letters;
mod link;
mod list;
mod look;
mod qr;
mod replica;
mod rows;
mod sections;
mod sources;
mod story;
mod walk;
mod which;
pub mod workshop;

pub use look::{Look, Theme};

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;

use crate::actions::keymap::Place;
use crate::app::{LEAST, Model, Overlay, Page, ScrollExtent, Subject, is_too_small};
use crate::words::Sizes;
use rows::{Row, Rows};

/// From this many columns on, the list stays beside what is open.
const BESIDE: u16 = 120;

/// Draws the model, and says how long what scrolls in it is.
pub fn draw(model: &Model, look: Look, frame: &mut Frame) -> ScrollExtent {
    let window = frame.area();
    cursor::at_row(frame, window, 0);
    let extent = if is_too_small((window.width, window.height)) {
        too_small(model, look, frame, window);
        ScrollExtent::default()
    } else {
        whole(model, look, frame, window)
    };
    if look.ascii {
        ascii::to_ascii(frame.buffer_mut(), look.bare_letters);
    }
    extent
}

fn whole(model: &Model, look: Look, frame: &mut Frame, window: Rect) -> ScrollExtent {
    if let Some(Overlay::Qr { address, large }) = &model.overlay {
        // The code needs all the lines there are.
        qr::draw(model, look, frame, window, address, *large);
        return ScrollExtent::default();
    }
    let said = chrome::status_rows(model, look, window, frame.area().width).finish();
    let parts = chrome::part(window, u16::try_from(said.rows.len()).unwrap_or(u16::MAX));
    let (left, right) = title(model);
    chrome::title(
        frame,
        parts.title,
        look,
        &left,
        &right,
        &languages::tags(model),
    );
    chrome::rule(frame, parts.top_rule, look, "");
    let (extent, offset) = body(model, look, frame, parts.body);
    paint(frame, look, parts.status, &said.rows, said.margin);
    if model.place() == Place::Leaving {
        cursor::at_row(frame, parts.status, 0);
    }
    let mark = chrome::scroll_mark(model, &extent, offset);
    chrome::rule(frame, parts.bottom_rule, look, &mark);
    let below = offset < extent.farthest();
    chrome::keys(frame, parts.keys, look, model, below);
    extent
}

/// Where the reader is, and the texts that may stand at the right, the fullest
/// first.
fn title(model: &Model) -> (String, Vec<String>) {
    let interface = &model.texts.interface;
    match (&model.overlay, model.stack.last()) {
        (Some(Overlay::Help { .. }), _) => (interface.help.title.to_string(), Vec::new()),
        (Some(Overlay::Sources { .. }), _) => (sources::title(model), Vec::new()),
        (Some(Overlay::Letter { letter, .. }), _) => (letter.title.clone(), Vec::new()),
        (Some(Overlay::Languages { .. }), _) => (interface.languages.title.to_string(), Vec::new()),
        (Some(Overlay::Which(place)), _) => (
            interface.which.title.to_string(),
            which::chosen(model, place),
        ),
        (Some(Overlay::Qr { .. }), _) => (interface.qr.title.to_string(), Vec::new()),
        (None, Some(Page::Walk(place))) => {
            (walk::title(model, place), walk::progress(model, place))
        }
        (None, Some(Page::Story(place))) => (story::title(model, place), Vec::new()),
        (None, None) => (interface.name.to_string(), list::progress(model)),
    }
}

/// Draws what is between the rules. Returns its extent and how far it is
/// scrolled.
fn body(model: &Model, look: Look, frame: &mut Frame, area: Rect) -> (ScrollExtent, usize) {
    let middle = middle(area);
    let on_list = model.overlay.is_none() && model.stack.is_empty();
    if let Some(Overlay::Which(place)) = &model.overlay {
        return which::draw(model, look, frame, middle, place);
    }
    if on_list {
        return list::draw(model, look, frame, middle);
    }
    // The list keeps its side, and what is open stands where it is summed up. An address
    // starts in the first column all the same, and the list gives way to it.
    let beside = area.width >= BESIDE && model.overlay.is_none();
    let page = usize::from(area.width);
    let rows = if beside {
        let text = list::beside(middle);
        Rows::at(page, usize::from(text.x), usize::from(text.width) - 1)
    } else {
        Rows::new(page)
    };
    let mut rows = rows.up_to_edge(frame.area().width);
    let mut selected_row = 0;
    let scroll = match (&model.overlay, model.stack.last()) {
        (Some(Overlay::Help { scroll }), _) => {
            help::lay(model, look, &mut rows);
            *scroll
        }
        (Some(Overlay::Sources { scroll }), _) => {
            sources::lay(model, look, &mut rows);
            *scroll
        }
        (Some(Overlay::Letter { letter, scroll }), _) => {
            letter::lay(letter, look, &mut rows);
            *scroll
        }
        (Some(Overlay::Languages { selected, shares }), _) => {
            selected_row = languages::lay(model, look, *selected, shares, &mut rows);
            0
        }
        (_, Some(Page::Walk(place))) => {
            let height = usize::from(area.height);
            let empty = rows.clone();
            walk::lay(model, look, place, false, &mut rows);
            // Which key ticks off depends on what is below.
            if model.is_confirming() && rows.drawn() > place.scroll + height {
                rows = empty;
                walk::lay(model, look, place, true, &mut rows);
            }
            blocks::lay_not_seen(model, look, height, &mut rows);
            place.scroll
        }
        (_, Some(Page::Story(place))) => {
            story::lay(model, look, place, &mut rows);
            place.scroll
        }
        (Some(Overlay::Which(_) | Overlay::Qr { .. }) | None, None) => 0,
    };
    let mut laid = rows.finish();
    // Where there is room, the text does not touch the rule.
    let air = u16::from(area.height >= 14 && laid.rows.len() < usize::from(area.height));
    let whole = area;
    let area = Rect {
        y: area.y + air,
        height: area.height - air,
        ..area
    };
    let mut extent = ScrollExtent {
        lines: laid.rows.len(),
        height: usize::from(area.height),
        addresses: laid.addresses,
        fold: laid.fold,
        drawings: laid.drawings,
    };
    // Where the last page would begin within a drawing, which was seen before, it ends with
    // empty lines instead.
    if let Some(after) = extent.after_drawing(extent.farthest()) {
        extent.lines = after + extent.height;
        laid.rows.resize(extent.lines, Row::default());
    }
    let rows = &laid.rows;
    let offset = offset(model, rows, &extent, scroll);
    // What the end of the window would tear stands whole on the next page.
    let end = extent.torn(offset).unwrap_or(rows.len());
    if beside && rows.iter().all(|row| row.address.is_none()) {
        let aside = Rect {
            x: middle.x,
            width: middle.width,
            ..whole
        };
        list::draw_aside(model, look, frame, aside);
    }
    paint(frame, look, area, &rows[offset..end], laid.margin);
    cursor::at(frame, area, laid.margin.into(), selected_row);
    (extent, offset)
}

/// The middle of an area that is wider than the list and a page beside it need.
fn middle(area: Rect) -> Rect {
    let width = area.width.min(BESIDE);
    Rect {
        x: area.x + (area.width - width) / 2,
        width,
        ..area
    }
}

/// How far the page is scrolled. While something is said of the address that the
/// reader is at, it is in sight: whatever was asked of the system may fail unseen.
fn offset(model: &Model, rows: &[Row], extent: &ScrollExtent, scroll: usize) -> usize {
    let offset = scroll.min(extent.farthest());
    let said = model.status.as_ref().map(|status| &status.subject) == Some(&Subject::TheAddress);
    let chosen = model
        .walk_place()
        .filter(|_| said)
        .map(|place| place.address);
    let Some(first) = chosen.and_then(|chosen| extent.addresses.get(chosen).copied()) else {
        return offset;
    };
    let same = |row: &&Row| row.address == rows[first].address;
    let end = first + rows[first..].iter().take_while(same).count();
    let least = end.saturating_sub(extent.height).min(first);
    offset.clamp(least, first).min(extent.farthest())
}

/// Draws lines from the top of an area on, as many as fit.
fn paint(frame: &mut Frame, look: Look, area: Rect, rows: &[Row], margin: u16) {
    let mut links = link::Links::new(look.links);
    for (row, y) in rows.iter().zip(area.y..area.bottom()) {
        let line = if row.address.is_some() {
            // As far as the window goes: see `Rows::up_to_edge`.
            Rect::new(area.x, y, frame.area().right().saturating_sub(area.x), 1)
        } else {
            let line = Rect::new(area.x + margin, y, area.width.saturating_sub(margin), 1);
            line.intersection(area)
        };
        letters::put(frame.buffer_mut(), line, &row.line);
        if let Some(right) = &row.right {
            let width = u16::try_from(right.width() + 1).unwrap_or(u16::MAX);
            let x = line.right().saturating_sub(width).max(line.x);
            let place = Rect { x, width, ..line }.intersection(line);
            letters::put(frame.buffer_mut(), place, right);
        }
        if let Some(fill) = row.fill {
            frame.buffer_mut().set_style(line, fill);
        }
        match &row.address {
            Some(address) => links.add(frame.buffer_mut(), line, address),
            None => links.put(frame.buffer_mut()),
        }
    }
    links.put(frame.buffer_mut());
}

/// Says what the program needs, in a window too small for anything else.
fn too_small(model: &Model, look: Look, frame: &mut Frame, window: Rect) {
    frame.render_widget(Clear, window);
    let text = model.texts.interface.status.too_small.fill(&Sizes {
        width: window.width.to_string(),
        height: window.height.to_string(),
        least_width: LEAST.0.to_string(),
        least_height: LEAST.1.to_string(),
    });
    let mut rows = Rows::tight(usize::from(window.width));
    rows.text(&text, ratatui::style::Style::new());
    paint(frame, look, window, &rows.finish().rows, 0);
}
