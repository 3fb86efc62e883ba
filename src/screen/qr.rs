//! An address as a QR code, for the phone beside the computer.

use qrcode::{Color as Module, EcLevel, QrCode};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};

use super::look::Look;
use super::rows::{Rows, wrap_address};
use super::{chrome, paint};
use crate::app::{LEAST, Model};
use crate::catalogue::Address;
use crate::words::Size;

/// The empty border a reader needs around a code, in modules: ISO/IEC 18004
/// asks for four.
const QUIET: usize = 4;

/// Black and white of the colour cube of 256: a terminal's own sixteen may be
/// anything, and not all know any colour. A phone must see dark on light,
/// whatever the theme.
const DARK: Color = Color::Indexed(16);
const LIGHT: Color = Color::Indexed(231);

/// The columns that words beside the code need; with fewer they go under it.
const BESIDE: u16 = 20;

/// Draws the code, or says what it needs where the window is too small for it.
pub(super) fn draw(
    model: &Model,
    look: Look,
    frame: &mut Frame,
    window: Rect,
    address: &Address,
    large: bool,
) {
    let words = &model.texts.interface.qr;
    let (width, height) = (usize::from(window.width), usize::from(window.height));
    let code = QrCode::with_error_correction_level(address.as_str(), EcLevel::L).ok();
    let modules = code.as_ref().map(Modules::new);
    let drawn = modules.map_or_else(Vec::new, |modules| match (look.ascii, large) {
        (true, _) => modules.cells('#'),
        (false, true) => modules.cells('█'),
        (false, false) => modules.half_blocks(),
    });
    // The keys stand below.
    let needed = (drawn.first().map_or(0, Line::width), drawn.len() + 1);
    let is_mail = address.is_mail();
    let under = wrap_address(address.as_str(), width).len();
    let mut rows = Rows::tight(width);
    match height.checked_sub(needed.1) {
        Some(spare) if needed.0 <= width && !drawn.is_empty() => {
            let beside = u16::try_from(needed.0 + 3).unwrap_or(u16::MAX);
            let beside = Rect {
                x: window.x.saturating_add(beside),
                y: window.y + 1,
                width: window.width.saturating_sub(beside + 1),
                height: window.height.saturating_sub(2),
            };
            for line in drawn {
                rows.push(line);
            }
            // The address is on the page below this one too; nobody would type
            // that of a mail.
            let with_address = !is_mail && under <= spare;
            let spare = spare - if with_address { under } else { 0 };
            let scan = |width: usize| {
                let mut scan = Rows::tight(width);
                scan.text(&words.scan, look.strong());
                scan.finish().rows
            };
            if beside.width >= BESIDE {
                paint(frame, look, beside, &scan(beside.width.into()), 0);
            } else if spare >= scan(width).len() + 2 {
                rows.gap();
                rows.text(&words.scan, look.strong());
                rows.gap();
            }
            if with_address {
                rows.address(address.as_str(), look.address());
            }
        }
        _ => {
            let size = Size {
                width: needed.0.max(usize::from(LEAST.0)).to_string(),
                height: needed.1.max(usize::from(LEAST.1)).to_string(),
            };
            rows.text(&words.too_small.fill(&size), Style::new());
            if !is_mail {
                rows.gap();
                rows.text(&words.or_type, Style::new());
                rows.address(address.as_str(), look.address());
            }
        }
    }
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
    paint(frame, look, above, &rows, 0);
    chrome::keys(frame, last, look, model);
}

/// The modules of a code, with the quiet zone around it.
struct Modules {
    dark: Vec<bool>,
    /// How many to a line and how many lines.
    side: usize,
}

impl Modules {
    fn new(code: &QrCode) -> Self {
        let width = code.width();
        let side = width + 2 * QUIET;
        let mut dark = vec![false; side * side];
        for (place, module) in code.to_colors().into_iter().enumerate() {
            let (x, y) = (place % width + QUIET, place / width + QUIET);
            dark[y * side + x] = module == Module::Dark;
        }
        Self { dark, side }
    }

    /// Whether a module is dark. What is outside is not.
    fn dark(&self, x: usize, y: usize) -> bool {
        self.dark.get(y * self.side + x).copied().unwrap_or(false)
    }

    /// In half blocks, two modules to a cell.
    fn half_blocks(&self) -> Vec<Line<'static>> {
        self.lines(2, |x, y| match (self.dark(x, y), self.dark(x, y + 1)) {
            (false, false) => ("█".to_owned(), LIGHT, LIGHT),
            (false, true) => ("▀".to_owned(), LIGHT, DARK),
            (true, false) => ("▄".to_owned(), LIGHT, DARK),
            (true, true) => (" ".to_owned(), LIGHT, DARK),
        })
    }

    /// In whole cells, two of them to a module, filled with `ink`.
    fn cells(&self, ink: char) -> Vec<Line<'static>> {
        self.lines(1, |x, y| {
            if self.dark(x, y) {
                ("  ".to_owned(), LIGHT, DARK)
            } else {
                (format!("{ink}{ink}"), LIGHT, LIGHT)
            }
        })
    }

    /// Lines of cells, a line for every `step` lines of modules. It is the light
    /// modules that are inked: on a terminal that knows no colours, and these
    /// write light on dark, the code is dark on light all the same.
    fn lines(
        &self,
        step: usize,
        cell: impl Fn(usize, usize) -> (String, Color, Color),
    ) -> Vec<Line<'static>> {
        let line = |y| {
            let mut spans: Vec<Span> = Vec::new();
            for (text, ink, ground) in (0..self.side).map(|x| cell(x, y)) {
                let style = Style::new().fg(ink).bg(ground);
                match spans.last_mut() {
                    Some(last) if last.style == style => last.content.to_mut().push_str(&text),
                    _ => spans.push(Span::styled(text, style)),
                }
            }
            Line::from(spans)
        };
        (0..self.side).step_by(step).map(line).collect()
    }
}
