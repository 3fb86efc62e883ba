//! Drawing a workshop: what the room sees on the wall, and the window with the notes.
//! One file for each kind of screen.

mod ask;
mod bars;
mod code;
mod footer;
mod notes;
mod page;
mod paper;
mod pieces;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;

use super::ascii;
use super::look::Look;
use crate::workshop::{
    Cover, Model, Phase, Piece, Popup, Sheet, Window, WindowPage, before, sheet, so_far,
};
use page::Leaf;
use paper::Paper;

/// Draws a window of the workshop.
pub fn draw(model: &Model, look: Look, frame: &mut Frame) {
    let window = frame.area();
    let paper = Paper::new(look);
    let look = paper.look;
    frame.render_widget(Clear, window);
    let ground = match model.window {
        Window::Wall | Window::Stand => paper.ground(),
        // Nobody but whoever leads sees it: the terminal's own colours.
        Window::Notes => ratatui::style::Style::new(),
    };
    frame.buffer_mut().set_style(window, ground);
    if model.window == Window::Notes {
        notes::draw(model, look, frame, window);
    } else if model.page == WindowPage::Evening && model.is_blank() {
        frame.buffer_mut().set_style(window, Paper::blank());
    } else {
        wall(model, look, frame, window);
    }
    if look.ascii {
        ascii::to_ascii(frame.buffer_mut(), look.bare_letters);
    }
}

fn wall(model: &Model, look: Look, frame: &mut Frame, window: Rect) {
    if model.page != WindowPage::Evening {
        return ask::choice(model, look, frame, window);
    }
    if let Some(popup) = &model.popup
        && !matches!(popup, Popup::Notes { shown: false, .. })
    {
        return ask::over(model, popup, look, frame, window);
    }
    let shown = on_the_wall(model);
    show(model, &shown, look, frame, window);
}

/// What the wall shows.
fn on_the_wall(model: &Model) -> Sheet {
    let position = &model.position;
    if position.cover == Some(Cover::SoFar) {
        return so_far(model);
    }
    if position.phase != Phase::Plan {
        return before(model);
    }
    let Some(screen) = position.current() else {
        return Sheet::default();
    };
    let mut sheet = sheet(model, screen, position.stage());
    if model.window == Window::Stand {
        // Nobody counts hands there.
        sheet
            .pieces
            .retain(|piece| !matches!(piece, Piece::Hands { .. }));
    }
    match (position.cover, model.address()) {
        (Some(Cover::Qr), Some(address)) => {
            let words = &model.room.workshop.words.walk;
            Sheet {
                pieces: vec![Piece::Code {
                    holds: address.to_string(),
                    address: Some(address),
                    instead: words.code_too_large.to_string(),
                }],
                ..sheet
            }
        }
        _ => sheet,
    }
}

fn show(model: &Model, sheet: &Sheet, look: Look, frame: &mut Frame, window: Rect) {
    if let Some(Piece::Code {
        holds,
        address,
        instead,
    }) = code_of(sheet)
    {
        return code::draw(
            model,
            sheet,
            (holds, address.as_ref(), instead),
            look,
            frame,
            window,
        );
    }
    let mut leaf = Leaf::new(window);
    leaf.headings(&sheet.headings, look);
    for piece in &sheet.pieces {
        pieces::lay(piece, look, &mut leaf);
    }
    leaf.draw(look, frame);
    footer::draw(model, look, frame, window);
}

fn code_of(sheet: &Sheet) -> Option<&Piece> {
    let mut pieces = sheet.pieces.iter();
    pieces.find(|piece| matches!(piece, Piece::Code { .. }))
}

/// Whether all of what the wall shows fits into a window, without what the program
/// has to say. For the tests.
#[must_use]
pub fn fits(model: &Model, look: Look, size: (u16, u16)) -> bool {
    let sheet = on_the_wall(model);
    let window = Rect::new(0, 0, size.0, size.1);
    match code_of(&sheet) {
        Some(Piece::Code { holds, .. }) if code::fits(holds, look, window) => true,
        Some(Piece::Code {
            address, instead, ..
        }) => code::instead(&sheet, (address.as_ref(), instead), look, window).fits(),
        _ => {
            let mut leaf = Leaf::new(window);
            leaf.headings(&sheet.headings, look);
            for piece in &sheet.pieces {
                pieces::lay(piece, look, &mut leaf);
            }
            leaf.fits()
        }
    }
}
