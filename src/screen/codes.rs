//! Texts as QR codes, as large as a window holds them.

use std::cell::RefCell;
use std::rc::Rc;

use qrcode::{Color as Module, EcLevel, QrCode};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use super::look::Look;
use crate::catalogue::Address;

/// The empty border a reader needs around a code, in modules: ISO/IEC 18004
/// asks for four.
const QUIET: usize = 4;

/// The largest that a module is drawn, in lines.
const LARGEST: usize = 8;

/// Black and white of the colour cube of 256: a terminal's own sixteen may be
/// anything, and not all know any colour. A phone must see dark on light,
/// whatever the theme.
const DARK: Color = Color::Indexed(16);
const LIGHT: Color = Color::Indexed(231);

/// What is light, and blank: reversed, so that it is light too where no colours are known,
/// on a terminal that writes light on dark.
const BLANK_LIGHT: Style = BLANK_DARK.add_modifier(Modifier::REVERSED);

/// What is dark, and blank.
const BLANK_DARK: Style = Style::new().fg(LIGHT).bg(DARK);

/// Whether the code of an address can be drawn larger in a window than it is first.
#[must_use]
pub(super) fn can_be_larger(address: &Address, look: Look, window: (u16, u16)) -> bool {
    let area = Rect::new(0, 0, window.0, window.1);
    !look.whole_cells() && Code::of(address.as_str()).is_some_and(|code| code.full(area).is_some())
}

thread_local! {
    /// The code that was asked for last, and of which text it was made.
    static LAST: RefCell<Option<(String, Option<Rc<Code>>)>> = const { RefCell::new(None) };
}

/// A text as a QR code.
pub(super) struct Code {
    dark: Vec<bool>,
    /// How many modules to a line and how many lines, without the quiet zone.
    side: usize,
}

/// How large a module is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scale {
    /// Two to a cell, one above the other.
    Half,
    /// So many lines high, and twice as many columns wide.
    Full(usize),
}

impl Code {
    /// The code of a text. None where it is too long for any. To make it is more work than
    /// the rest of its frame, and a frame asks for it more than once.
    pub(super) fn of(text: &str) -> Option<Rc<Self>> {
        LAST.with_borrow_mut(|last| {
            if last.as_ref().is_none_or(|(made_of, _)| made_of != text) {
                *last = Some((text.to_owned(), Self::make(text).map(Rc::new)));
            }
            last.as_ref().and_then(|(_, code)| code.clone())
        })
    }

    /// The lowest level of correction makes the smallest code, and a screen has no
    /// stains. Smaller still, with the host in capitals, it would no longer say the
    /// address as it is written.
    fn make(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
        let dark = code
            .to_colors()
            .into_iter()
            .map(|module| module == Module::Dark);
        Some(Self {
            dark: dark.collect(),
            side: code.width(),
        })
    }

    /// Whether a module is dark, counted from the corner of the quiet zone. What is
    /// outside is not.
    fn dark(&self, x: usize, y: usize, quiet: usize) -> bool {
        let inside = |at: usize| at.checked_sub(quiet).filter(|at| *at < self.side);
        match (inside(x), inside(y)) {
            (Some(x), Some(y)) => self.dark[y * self.side + x],
            _ => false,
        }
    }

    fn at(&self, scale: Scale, quiet: usize) -> Fitted<'_> {
        Fitted {
            code: self,
            scale,
            quiet,
        }
    }

    /// As large as it can be in a window, with the line of keys below. A window that
    /// has no room for its quiet zone has to be white all over. In `ascii`, there are
    /// whole cells only.
    pub(super) fn fitted(&self, window: Rect, ascii: bool) -> Option<Fitted<'_>> {
        let full = (1..=LARGEST).rev();
        let full = full.map(|times| self.at(Scale::Full(times), QUIET));
        let half = (!ascii).then(|| self.at(Scale::Half, QUIET));
        full.chain(half)
            .find(|it| it.is_in(above_keys(window)))
            .or_else(|| self.tight(window).filter(|_| !ascii))
    }

    /// In half blocks, with as much of its quiet zone as there is room for: the rest
    /// of the window has to be white.
    pub(super) fn tight(&self, window: Rect) -> Option<Fitted<'_>> {
        let quiet = (0..=QUIET).rev();
        quiet
            .map(|quiet| self.at(Scale::Half, quiet))
            .find(|it| it.is_in(window))
    }

    /// The least window that it can be drawn in, with the line of keys where they stay.
    pub(super) fn least(&self, ascii: bool) -> (u16, u16) {
        if ascii {
            let (columns, lines) = self.at(Scale::Full(1), QUIET).size();
            (columns, lines + 1)
        } else {
            self.at(Scale::Half, 0).size()
        }
    }

    /// In half blocks with its whole quiet zone, with the line of keys below.
    pub(super) fn half(&self, window: Rect) -> Option<Fitted<'_>> {
        Some(self.at(Scale::Half, QUIET)).filter(|it| it.is_in(above_keys(window)))
    }

    /// In whole cells, four times as large, with the line of keys below.
    pub(super) fn full(&self, window: Rect) -> Option<Fitted<'_>> {
        Some(self.at(Scale::Full(1), QUIET)).filter(|it| it.is_in(above_keys(window)))
    }
}

/// A window without its last line, where the keys stand.
pub(super) fn above_keys(window: Rect) -> Rect {
    Rect {
        height: window.height.saturating_sub(1),
        ..window
    }
}

/// A code of a size.
#[derive(Clone, Copy)]
pub(super) struct Fitted<'a> {
    code: &'a Code,
    scale: Scale,
    /// The modules of the quiet zone on each side.
    quiet: usize,
}

impl Fitted<'_> {
    /// The columns and lines that it takes.
    pub(super) fn size(&self) -> (u16, u16) {
        let modules = self.code.side + 2 * self.quiet;
        let (columns, lines) = match self.scale {
            Scale::Half => (modules, modules.div_ceil(2)),
            Scale::Full(times) => (2 * times * modules, times * modules),
        };
        let narrow = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
        (narrow(columns), narrow(lines))
    }

    fn is_in(&self, window: Rect) -> bool {
        let (columns, lines) = self.size();
        columns <= window.width && lines <= window.height
    }

    /// Whether its whole quiet zone is its own.
    pub(super) fn is_whole(&self) -> bool {
        self.quiet == QUIET
    }

    /// Draws it at the upper left corner of an area. Of whole cells, the light ones
    /// are filled with `ink`: on a terminal that knows no colours, and these write
    /// light on dark, the code is dark on light all the same.
    pub(super) fn draw(&self, frame: &mut Frame, area: Rect, ink: char) {
        let (columns, lines) = self.size();
        let area = Rect {
            width: columns.min(area.width),
            height: lines.min(area.height),
            ..area
        };
        let area = area.intersection(frame.area());
        for position in area.positions() {
            let (x, y) = (
                usize::from(position.x - area.x),
                usize::from(position.y - area.y),
            );
            let dark = |x, y| self.code.dark(x, y, self.quiet);
            let (symbol, style) = match self.scale {
                Scale::Full(times) => {
                    if dark(x / (2 * times), y / times) {
                        (' ', BLANK_DARK)
                    } else {
                        (ink, Style::new().fg(LIGHT).bg(LIGHT))
                    }
                }
                Scale::Half => {
                    let light = |x| !dark(x, 2 * y) && !dark(x, 2 * y + 1);
                    match (dark(x, 2 * y), dark(x, 2 * y + 1)) {
                        (true, true) => (' ', BLANK_DARK),
                        (true, false) => ('▄', BLANK_DARK),
                        (false, true) => ('▀', BLANK_DARK),
                        // Blocks leave hairlines in many a font. One by itself shows none
                        // that matter, and takes fewer bytes.
                        _ if x.checked_sub(1).is_some_and(light) || light(x + 1) => {
                            (' ', BLANK_LIGHT)
                        }
                        _ => ('█', BLANK_DARK),
                    }
                }
            };
            put(frame, position, symbol, style);
        }
    }
}

/// Makes a window white all over, for a code that has no quiet zone of its own.
pub(super) fn whiten(frame: &mut Frame, window: Rect) {
    for position in window.intersection(frame.area()).positions() {
        put(frame, position, ' ', BLANK_LIGHT);
    }
}

/// Makes room for words on a window that is white all over: black on white, whatever
/// the theme.
pub(super) fn make_room(frame: &mut Frame, area: Rect) {
    for position in area.intersection(frame.area()).positions() {
        put(frame, position, ' ', Style::new().fg(DARK).bg(LIGHT));
    }
}

/// Puts a sign there, whatever was there before.
fn put(frame: &mut Frame, position: Position, symbol: char, style: Style) {
    let cell = &mut frame.buffer_mut()[position];
    cell.reset();
    cell.set_char(symbol).set_style(style);
}
