//! An address as a QR code, for the phone beside the computer.

use qrcode::{Color as Module, EcLevel, QrCode};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};

use super::look::Look;
use super::rows::{Rows, wrap_address};
use super::{chrome, paint};
use crate::app::Model;
use crate::catalogue::{Address, Size};

/// The empty border a reader needs around a code, in modules: ISO/IEC 18004
/// asks for four.
const QUIET: usize = 4;

/// Draws the code, or says what it needs where the window is too small for it.
pub(super) fn draw(model: &Model, look: Look, frame: &mut Frame, window: Rect, address: &Address) {
    let words = &model.texts.interface.qr;
    let (width, height) = (usize::from(window.width), usize::from(window.height));
    let mut rows = Rows::tight(width);
    let code = QrCode::with_error_correction_level(address.as_str(), EcLevel::L).ok();
    let lines = code.map(|code| half_blocks(&code)).unwrap_or_default();
    let under = wrap_address(address.as_str(), width).len();
    // The address and the keys stand below the code.
    let needed = (
        lines.first().map_or(0, Line::width),
        lines.len() + under + 1,
    );
    let spare = height.checked_sub(needed.1);
    match spare.filter(|_| needed.0 <= width && !lines.is_empty() && !look.ascii) {
        Some(spare) => {
            for line in lines {
                rows.push(line);
            }
            if spare > 2 {
                rows.gap();
                rows.text(&words.scan, look.strong());
                rows.gap();
            }
        }
        None => {
            let size = Size {
                width: needed.0.max(usize::from(super::LEAST.0)).to_string(),
                height: needed.1.to_string(),
            };
            rows.text(&words.too_small.fill(&size), Style::new());
            rows.gap();
        }
    }
    rows.address(address.as_str(), look.address());
    let rows = rows.finish().rows;
    let last = Rect {
        y: window.bottom().saturating_sub(1),
        height: 1,
        ..window
    };
    // An address too long for the window leaves the keys their line.
    let above = Rect {
        height: window.height.saturating_sub(1),
        ..window
    };
    paint(frame, above, &rows, 0);
    chrome::keys(frame, last, look, model);
}

/// The code in half blocks, two modules to a line, black on white whatever the
/// terminal's colours: the phone must see dark on light.
fn half_blocks(code: &QrCode) -> Vec<Line<'static>> {
    let width = code.width();
    let modules = code.to_colors();
    let dark = |x: usize, y: usize| {
        let inside = |n: usize| (QUIET..QUIET + width).contains(&n);
        inside(x) && inside(y) && modules[(y - QUIET) * width + (x - QUIET)] == Module::Dark
    };
    let side = width + 2 * QUIET;
    let style = Style::new()
        .fg(Color::Rgb(0, 0, 0))
        .bg(Color::Rgb(255, 255, 255));
    (0..side)
        .step_by(2)
        .map(|y| {
            let line: String = (0..side)
                .map(|x| match (dark(x, y), dark(x, y + 1)) {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    (false, false) => ' ',
                })
                .collect();
            Line::from(Span::styled(line, style))
        })
        .collect()
}
