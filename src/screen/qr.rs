//! An address as a QR code, for the phone beside the computer.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::codes::{Code, Fitted, above_keys, whiten};
use super::look::Look;
use super::rows::Rows;
use super::{chrome, paint};
use crate::app::{LEAST, Model};
use crate::catalogue::Address;
use crate::words::Size;

/// The columns that words beside the code need; with fewer they go under it.
const BESIDE: u16 = 20;

/// Draws the code, or says what to do instead where the window is too small for it.
pub(super) fn draw(
    model: &Model,
    look: Look,
    frame: &mut Frame,
    window: Rect,
    address: &Address,
    large: bool,
) {
    let code = Code::of(address.as_str());
    let ink = if look.whole_cells() { '#' } else { '█' };
    let fitted = code
        .as_ref()
        .and_then(|code| match (look.whole_cells(), large) {
            (true, _) => code.full(window),
            (false, true) => code.full(window).or_else(|| code.half(window)),
            (false, false) => code.half(window),
        });
    match fitted {
        Some(fitted) => with_words(model, look, frame, window, address, (fitted, ink)),
        None => match code
            .as_ref()
            .and_then(|code| code.tight(window))
            .filter(|_| !look.whole_cells())
        {
            // All white, and nothing beside it: any key that closes a page does.
            Some(fitted) => {
                whiten(frame, window);
                let (columns, lines) = fitted.size();
                let middle = Rect {
                    x: window.x + (window.width - columns) / 2,
                    y: window.y + (window.height - lines) / 2,
                    ..window
                };
                fitted.draw(frame, middle.intersection(window), ink);
            }
            None => without_code(model, look, frame, window, address),
        },
    }
}

/// A code, and what to do with it beside or below it.
fn with_words(
    model: &Model,
    look: Look,
    frame: &mut Frame,
    window: Rect,
    address: &Address,
    (fitted, ink): (Fitted<'_>, char),
) {
    let words = &model.texts.interface.qr;
    let (columns, lines) = fitted.size();
    fitted.draw(frame, window, ink);
    let beside = columns.saturating_add(3);
    let beside = Rect {
        x: window.x.saturating_add(beside),
        y: window.y + 1,
        width: window.width.saturating_sub(beside + 1),
        height: window.height.saturating_sub(2),
    };
    let width = usize::from(window.width);
    let spare = usize::from(window.height.saturating_sub(lines + 1));
    let edge = frame.area().width;
    let mut under = Rows::tight(width).up_to_edge(edge);
    under.address(address.as_str(), look.address());
    let under = under.len();
    // The address is on the page below this one too; nobody would type that of a
    // mail.
    let with_address = !address.is_mail() && under <= spare;
    let spare = spare - if with_address { under } else { 0 };
    let scan = |width: usize| {
        let mut scan = Rows::tight(width);
        scan.text(&words.scan, look.strong());
        scan.finish().rows
    };
    let mut rows = Rows::tight(width).up_to_edge(edge);
    if beside.width >= BESIDE {
        paint(frame, look, beside, &scan(beside.width.into()), 0);
    } else if spare >= scan(width).len() + 2 {
        rows.push(Line::default());
        rows.text(&words.scan, look.strong());
        rows.gap();
    }
    if with_address {
        rows.address(address.as_str(), look.address());
    }
    let below = Rect {
        y: window.y + lines,
        height: window.height.saturating_sub(lines + 1),
        ..window
    };
    paint(frame, look, below, &rows.finish().rows, 0);
    keys(model, look, frame, window);
}

/// What the code needs, and what to do instead.
fn without_code(model: &Model, look: Look, frame: &mut Frame, window: Rect, address: &Address) {
    let words = &model.texts.interface.qr;
    let needed = Code::of(address.as_str()).map_or((0, 0), |code| code.least(look.whole_cells()));
    let size = Size {
        width: needed.0.max(LEAST.0).to_string(),
        height: needed.1.max(LEAST.1).to_string(),
    };
    let mut rows = Rows::tight(usize::from(window.width)).up_to_edge(frame.area().width);
    rows.text(&words.too_small.fill(&size), Style::new());
    if !address.is_mail() {
        rows.gap();
        rows.text(&words.or_type, Style::new());
        rows.address(address.as_str(), look.address());
    }
    paint(frame, look, above_keys(window), &rows.finish().rows, 0);
    keys(model, look, frame, window);
}

fn keys(model: &Model, look: Look, frame: &mut Frame, window: Rect) {
    let last = Rect {
        y: window.bottom().saturating_sub(1),
        height: 1,
        ..window
    };
    chrome::keys(frame, last, look, model, false);
}
