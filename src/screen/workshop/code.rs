//! A QR code that fills the wall: the larger, the farther away it is read.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::footer;
use super::page::Leaf;
use super::pieces;
use crate::catalogue::Address;
use crate::screen::codes::{Code, make_room, whiten};
use crate::screen::look::{Look, Theme};
use crate::workshop::{Model, Piece, Sheet};

/// The columns that words beside a code need.
const BESIDE: u16 = 16;

/// The columns between a code and what stands beside it.
const AWAY: u16 = 1;

/// Whether the code of a text fits into a window.
pub(super) fn fits(holds: &str, look: Look, window: Rect) -> bool {
    Code::of(holds).is_some_and(|code| code.fitted(window, look.whole_cells()).is_some())
}

/// What stands in the place of a code that does not fit.
pub(super) fn instead(
    sheet: &Sheet,
    (address, instead): (Option<&Address>, &str),
    look: Look,
    window: Rect,
) -> Leaf {
    let mut leaf = Leaf::new(window);
    leaf.headings(&sheet.headings, look);
    leaf.text(instead, Style::new());
    if let Some(address) = address {
        leaf.gap();
        leaf.address(address.as_str(), look.strong());
    }
    leaf
}

/// Draws the code with its heading beside or above it; or what to do instead, where
/// the window is too small.
pub(super) fn draw(
    model: &Model,
    sheet: &Sheet,
    (holds, address, instead): (&str, Option<&Address>, &str),
    look: Look,
    frame: &mut Frame,
    window: Rect,
) {
    let made = Code::of(holds);
    let Some(fitted) = made
        .as_ref()
        .and_then(|code| code.fitted(window, look.whole_cells()))
    else {
        self::instead(sheet, (address, instead), look, window).draw(look, frame);
        return footer::draw(model, look, frame, window);
    };
    let size = fitted.size();
    // Where the quiet zone is the window, nothing stands in it.
    let keys = fitted.is_whole();
    let height = window.height - u16::from(keys);
    let beside = window.width.saturating_sub(size.0);
    if !keys {
        whiten(frame, window);
    }
    let code = Rect {
        x: window.x + beside.saturating_sub(BESIDE + AWAY).min(AWAY),
        y: window.y + (height - size.1) / 2,
        width: size.0,
        height: size.1,
    };
    let ink = if look.whole_cells() { '#' } else { '█' };
    fitted.draw(frame, code, ink);
    if beside >= BESIDE + 2 * AWAY {
        let aside = Rect {
            x: code.right() + AWAY,
            y: window.y,
            width: window.right().saturating_sub(code.right() + AWAY),
            height,
        };
        // On a white window, words have the colours for white.
        let look = if keys || look.theme == Theme::Mono {
            look
        } else {
            Look {
                theme: Theme::Light,
                ..look
            }
        };
        if !keys {
            make_room(frame, aside);
        }
        let mut leaf = Leaf::within(aside);
        leaf.headings(&sheet.headings, look);
        for piece in &sheet.pieces {
            if !matches!(piece, Piece::Code { .. }) {
                pieces::lay(piece, look, &mut leaf);
            }
        }
        if let Some(host) = address.and_then(Address::host) {
            leaf.gap();
            leaf.lines(
                at_dots(host, leaf.width())
                    .into_iter()
                    .map(|line| ratatui::text::Line::styled(line, look.strong())),
            );
        }
        leaf.draw(look, frame);
    }
    if keys {
        footer::draw(model, look, frame, window);
    }
}

/// The name of a host on lines of so many columns, broken after its dots.
fn at_dots(host: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in host.split_inclusive('.') {
        match lines.last_mut() {
            Some(line) if line.len() + part.len() <= width => line.push_str(part),
            _ => lines.push(part.to_owned()),
        }
    }
    lines
}
