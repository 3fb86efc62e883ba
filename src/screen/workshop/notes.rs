//! The window with the notes: what to say now, what comes next, and how the time
//! stands.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::{ask, footer};
use crate::screen::letters;
use crate::screen::look::Look;
use crate::screen::rows::{Rows, cut};
use crate::workshop::{
    Model, Other, Phase, Piece, WindowPage, next, notes, place, sheet, timing, title,
};

/// The columns at each side.
const MARGIN: u16 = 2;

/// Draws it.
pub(super) fn draw(model: &Model, look: Look, frame: &mut Frame, window: Rect) {
    if model.page != WindowPage::Evening {
        return ask::choice(model, look, frame, window);
    }
    if let Some(popup) = &model.popup {
        return ask::over(model, popup, look, frame, window);
    }
    let words = &model.own.workshop.words.notes;
    let inner = inner(window);
    let width = usize::from(inner.width);
    let head = if model.on_plan() && model.position.aside.is_none() {
        place(model)
    } else {
        words.title.to_string()
    };
    let mut top = Rows::tight(width);
    top.text(&head, look.dim());
    top.text(&heading(model), look.strong());
    for line in timing(model) {
        top.text(&line, look.strong());
    }
    if model.is_blank() {
        top.text(&words.blank, look.strong());
    }
    if model.position.aside.is_some() {
        top.text(&words.off_plan, look.strong());
    }
    match &model.other {
        Other::Absent => top.text(&words.gone, look.strong()),
        Other::Over => top.text(&words.over, look.strong()),
        Other::Joined | Other::Impossible(_) => {}
    }
    counts(model, look, &mut top);
    let top = top.finish().rows;
    let mut bottom = Rows::tight(width);
    bottom.text(&format!("{} {}", words.next, next(model)), look.dim());
    let bottom = bottom.finish().rows;
    let mut body = Rows::tight(width);
    let notes = notes(model);
    if notes.is_empty() && model.on_plan() {
        body.text(&words.none, look.dim());
    }
    for note in &notes {
        body.gap();
        body.text(note, Style::new());
    }
    let body = body.finish().rows;
    let above = u16::try_from(top.len()).unwrap_or(u16::MAX);
    let below = u16::try_from(bottom.len()).unwrap_or(0) + 2;
    let first = window.y.saturating_add(above + 1);
    let last = window.bottom().saturating_sub(below);
    put(
        frame,
        inner,
        window.y,
        window.bottom(),
        top.iter().map(|row| &row.line),
    );
    // The end of the notes is never scrolled out of sight.
    let room = usize::from(last.saturating_sub(first));
    let scroll = model.scroll.min(body.len().saturating_sub(room));
    put(
        frame,
        inner,
        first,
        last,
        body[scroll..].iter().map(|row| &row.line),
    );
    if body.len() > scroll + room && last > first {
        let more = Line::styled(cut(&words.more, width), look.strong());
        put(frame, inner, last, last + 1, std::iter::once(&more));
    }
    let y = window.bottom().saturating_sub(below - 1);
    put(
        frame,
        inner,
        y,
        window.bottom().saturating_sub(1),
        bottom.iter().map(|row| &row.line),
    );
    footer::draw(model, look, frame, window);
}

/// Where the texts of a window stand.
pub(super) fn inner(window: Rect) -> Rect {
    Rect {
        x: window.x + MARGIN.min(window.width / 4),
        width: window.width.saturating_sub(2 * MARGIN).max(1),
        ..window
    }
}

/// What the screen is that the room sees.
fn heading(model: &Model) -> String {
    let words = &model.own.workshop.words;
    match (model.position.phase, model.position.current()) {
        (Phase::Preflight, _) => words.preflight.title.to_string(),
        (Phase::Code, _) => words.preflight.code.to_string(),
        (Phase::Waiting, _) | (_, None) => words.waiting.title.to_string(),
        (Phase::Plan, Some(screen)) => title(model, screen),
    }
}

/// The hands that are counted now.
fn counts(model: &Model, look: Look, rows: &mut Rows) {
    let Some((screen, place)) = model.counting() else {
        return;
    };
    let sheet = sheet(model, screen, place);
    for piece in sheet.pieces {
        if let Piece::Hands { text, count, now } = piece {
            let count = count.map_or_else(|| "–".to_owned(), |count| count.to_string());
            let mark = if now { "› " } else { "  " };
            let style = if now { look.strong() } else { Style::new() };
            rows.text(&format!("{mark}{text}: {count}"), style);
        }
    }
}

fn put<'a>(
    frame: &mut Frame,
    area: Rect,
    from: u16,
    to: u16,
    lines: impl Iterator<Item = &'a Line<'static>>,
) {
    let window = frame.area();
    for (line, y) in lines.zip(from..to.min(window.bottom())) {
        let row = Rect {
            y,
            height: 1,
            ..area
        }
        .intersection(window);
        letters::put(frame.buffer_mut(), row, line);
    }
}
