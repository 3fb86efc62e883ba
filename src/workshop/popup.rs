//! What lies over a window, parted into pages that fit it: nothing scrolls on the
//! wall.

use textwrap::Options;
use unicode_width::UnicodeWidthStr as _;

use super::model::{Model, Popup};
use super::notes::notes;
use super::sources::sources;
use crate::actions::keymap::{BINDINGS, Place};

/// The widest that a text runs, in columns.
pub const WIDEST: u16 = 60;

/// The lines of a page that are not its own: the heading, the keys, and air.
const AROUND: u16 = 5;

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopupPart {
    /// What stands before it: keys.
    pub mark: String,
    /// What it says.
    pub text: String,
    /// Whether it is an address, which is broken elsewhere than between words.
    pub is_address: bool,
}

/// The columns of a text in a window of this size.
#[must_use]
pub fn width((columns, _): (u16, u16)) -> u16 {
    columns.saturating_sub(4).clamp(1, WIDEST)
}

/// What the page over the window says, page by page.
#[must_use]
pub fn paged(model: &Model) -> Vec<Vec<PopupPart>> {
    let parts = match &model.popup {
        Some(Popup::Help { .. }) => keys(model),
        Some(Popup::Sources { .. }) => {
            let dates = &model.own.texts.interface.dates;
            let part = |(url, date): (crate::catalogue::Address, Option<String>)| {
                let date = date.map(|date| dates.vague(&date));
                let address = PopupPart {
                    mark: String::new(),
                    text: url.to_string(),
                    is_address: true,
                };
                let date = date.map(|text| PopupPart {
                    mark: String::new(),
                    text,
                    is_address: false,
                });
                std::iter::once(address).chain(date).collect::<Vec<_>>()
            };
            sources(model).into_iter().flat_map(part).collect()
        }
        Some(Popup::Notes { shown: true, .. }) => {
            let text = |text| PopupPart {
                mark: String::new(),
                text,
                is_address: false,
            };
            notes(model).into_iter().map(text).collect()
        }
        _ => Vec::new(),
    };
    let width = usize::from(width(model.size));
    let room = usize::from(model.size.1.saturating_sub(AROUND)).max(1);
    let mut pages: Vec<Vec<PopupPart>> = Vec::new();
    let mut used = 0;
    for part in parts {
        let height = height(&part, width);
        match pages.last_mut() {
            Some(page) if used + height <= room => page.push(part),
            _ => {
                used = 0;
                pages.push(vec![part]);
            }
        }
        used += height;
    }
    pages
}

/// How many pages there are.
pub(super) fn pages(model: &Model) -> usize {
    paged(model).len()
}

fn height(part: &PopupPart, width: usize) -> usize {
    if part.is_address {
        return part.text.len().div_ceil(width);
    }
    let width = width.saturating_sub(part.mark.width()).max(1);
    let gap = usize::from(part.mark.is_empty());
    textwrap::wrap(&part.text, Options::new(width)).len() + gap
}

/// The keys of the workshop: those that do the same together.
fn keys(model: &Model) -> Vec<PopupPart> {
    let interface = &model.own.texts.interface;
    let mut parts: Vec<PopupPart> = Vec::new();
    // What only the workshop has comes first.
    let bindings = BINDINGS
        .iter()
        .filter(|it| it.places.contains(&Place::Wall));
    let (own, shared): (Vec<_>, Vec<_>) =
        bindings.partition(|it| !it.places.iter().any(Place::is_of_full_screen));
    for binding in own.into_iter().chain(shared) {
        let text: &str = (binding.help)(&interface.help);
        let names = binding.keys.iter().map(|key| key.name(interface, false));
        let names = names.collect::<Vec<_>>().join(" ");
        match parts.iter_mut().find(|part| part.text == text) {
            Some(part) => part.mark = format!("{} {names}", part.mark),
            None => parts.push(PopupPart {
                mark: names,
                text: text.to_owned(),
                is_address: false,
            }),
        }
    }
    for part in &mut parts {
        part.mark.push_str("  ");
    }
    parts
}
