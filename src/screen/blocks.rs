//! The parts of a step as lines.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::look::Look;
use super::replica;
use super::rows::Rows;
use crate::actions::{Offer, confirmation, covered_words, is_undecided, sent_words};
use crate::app::{Hint, Model, WalkPlace, offers};
use crate::catalogue::Block;
use crate::checklist::State;
use crate::words::Interface;

/// What is named below the address.
const OF_ADDRESS: [Offer; 5] = [
    Offer::Open(0),
    Offer::Copy(0),
    Offer::Qr,
    Offer::ChooseAddress,
    Offer::Phone,
];

/// Lays out the parts of the step the reader is at, of which some may be `below`.
pub(super) fn lay(
    model: &Model,
    look: Look,
    place: &WalkPlace,
    blocks: &[Block],
    below: bool,
    rows: &mut Rows,
) {
    let offers = Offers {
        interface: &model.texts.interface,
        look,
        hints: offers(model, below),
    };
    let mut address = 0;
    // Whether the address before is longer than a line.
    let mut runs_on = false;
    let end_of_addresses = end_of_addresses(blocks);
    let is_fold = |block: &Block| matches!(block, Block::Fold { .. });
    let first_fold = blocks.iter().position(is_fold);
    let last_fold = blocks.iter().rposition(is_fold);
    // Where there is a text to paste, `c` copies that and is named there.
    let pastes = blocks.iter().any(|block| matches!(block, Block::Paste(_)));
    for (number, block) in blocks.iter().enumerate() {
        match block {
            Block::Lead(text) => paragraph(text, look.strong(), rows),
            Block::Paragraph(text) => paragraph(text, Style::new(), rows),
            Block::Note(text) => paragraph(text, look.dim(), rows),
            Block::Fold { title, items } => {
                // Closed lists stand close together.
                if place.unfolded || first_fold == Some(number) {
                    rows.gap();
                }
                if first_fold == Some(number) {
                    rows.mark_fold();
                }
                fold(look, place.unfolded, title, items, rows);
            }
            Block::Acts { title, items } => acts(look, title, items, rows),
            Block::Points { title, items } => points(look, title, items, rows),
            Block::Covered { by, text } => {
                let text = covered_words(by, text, model.overview(), &model.texts);
                paragraph(&text, Style::new(), rows);
            }
            Block::Missing(text) => missing(model, look, place, text, &offers, rows),
            Block::Menus { title, path } => menus(title, path, rows),
            Block::Address(url) => {
                let follows = number > 0 && is_address(&blocks[number - 1]);
                // The line that introduces a second address stays with it; below another
                // address, it is told from that by how it begins.
                let apart = if follows { runs_on } else { address != 1 };
                if apart {
                    rows.gap();
                }
                let style = if address == place.address {
                    look.address()
                } else {
                    Style::new()
                };
                let first = rows.len();
                rows.address(url.as_str(), style);
                runs_on = rows.len() - first > 1;
                if end_of_addresses == Some(number) {
                    rows.gap();
                    offers.lay(of_address(pastes), rows);
                }
                address += 1;
            }
            Block::Mail { to, subject, .. } => {
                mail(look, to, subject, rows);
                offers.lay([Offer::Open(0), Offer::Qr], rows);
            }
            Block::Replica(_) | Block::Form(_) => {
                replica::drawn(look, block, place.flipped, rows);
                rows.gap();
                offers.lay([Offer::Flip], rows);
            }
            Block::Label { title, label } => labelled(look, title, label, rows),
            Block::Paste(text) => {
                rows.gap();
                rows.hanging("  ", text, look.strong(), Style::new());
                rows.gap();
                offers.lay([Offer::CopyText], rows);
            }
            Block::Sent(extra) => {
                // The page is full: only what is noted stands on a line of its own.
                if let Some(on) = model.overview().extra_on(place.platform, extra) {
                    let words = sent_words(Some(on), &model.texts);
                    tick(look, State::Objected(on), &words, rows);
                }
                offers.lay([Offer::Tick, Offer::Untick], rows);
            }
            Block::Tick(next) => {
                let state = model.state(place.platform);
                tick(look, state, &confirmation(state, &model.texts), rows);
                rows.gap();
                offers.lay([Offer::Tick, Offer::Untick, Offer::Forward], rows);
                if is_undecided(state) && !next.is_empty() {
                    rows.gap();
                    rows.text(next, look.dim());
                }
            }
        }
        if last_fold == Some(number) {
            offers.lay([Offer::Lists], rows);
        }
    }
    rows.gap();
    offers.lay([Offer::Letter, Offer::AllSteps], rows);
    if address == 0 && place.by_phone {
        rows.gap();
        offers.lay([Offer::Qr, Offer::Web], rows);
    }
}

fn is_address(block: &Block) -> bool {
    matches!(block, Block::Address(_))
}

/// The last of the addresses that stand together first. What can be done with them stands
/// below it.
fn end_of_addresses(blocks: &[Block]) -> Option<usize> {
    let first = blocks.iter().position(is_address)?;
    let together = blocks[first..].iter().take_while(|block| is_address(block));
    Some(first + together.count() - 1)
}

/// What is named below the address. Where there is a text to paste, `c` copies that.
fn of_address(pastes: bool) -> impl Iterator<Item = Offer> {
    let copies = |offer: &Offer| *offer == Offer::Copy(0);
    let offers = OF_ADDRESS.into_iter();
    offers.filter(move |offer| !(pastes && copies(offer)))
}

/// Lays out why the person is there again, if they are.
pub(super) fn lay_why(look: Look, state: State, why: Option<&str>, rows: &mut Rows) {
    if let Some(why) = why {
        rows.gap();
        let sign = sign(look, state);
        rows.hanging(&format!("{sign} "), why, look.strong(), Style::new());
    }
}

/// Lays out the key for somebody who does not see what the step says, where the page has
/// room for it, or is scrolled anyway; the bottom line has it too.
pub(super) fn lay_not_seen(model: &Model, look: Look, height: usize, rows: &mut Rows) {
    let left = height.checked_sub(rows.drawn());
    if left.is_none_or(|left| left >= 2) {
        let offers = Offers {
            interface: &model.texts.interface,
            look,
            hints: offers(model, false),
        };
        rows.gap();
        offers.lay([Offer::NotSeen], rows);
    }
}

/// What the step offers.
struct Offers<'a> {
    interface: &'a Interface,
    look: Look,
    hints: Vec<(Offer, Hint)>,
}

impl Offers<'_> {
    /// The keys for those of `wanted` that the step offers, a line each.
    fn lay(&self, wanted: impl IntoIterator<Item = Offer>, rows: &mut Rows) {
        let lines = wanted.into_iter().filter_map(|wanted| {
            let (_, hint) = self.hints.iter().find(|(offer, _)| *offer == wanted)?;
            Some((hint.key(self.interface, self.look.ascii), &hint.text))
        });
        let lines: Vec<_> = lines.collect();
        let widest = lines.iter().map(|(key, _)| key.width()).max().unwrap_or(0);
        for (key, text) in lines {
            let gap = " ".repeat(widest - key.width() + 2);
            let mark = format!("{key}{gap}");
            rows.hanging(&mark, text, self.look.key(), Style::new());
        }
    }
}

fn paragraph(text: &str, style: Style, rows: &mut Rows) {
    rows.gap();
    rows.text(text, style);
}

fn menus(title: &str, path: &[String], rows: &mut Rows) {
    let path = path.join(" › ");
    paragraph(&format!("{title} {path}"), Style::new(), rows);
}

fn points(look: Look, title: &str, items: &[String], rows: &mut Rows) {
    rows.gap();
    rows.text(title, look.strong());
    for item in items {
        rows.hanging("  · ", item, look.dim(), Style::new());
    }
}

/// What to do where nothing is found, and whether that is noted already.
fn missing(
    model: &Model,
    look: Look,
    place: &WalkPlace,
    text: &str,
    offers: &Offers<'_>,
    rows: &mut Rows,
) {
    rows.gap();
    rows.text(text, look.strong());
    rows.gap();
    let state = model.state(place.platform);
    if matches!(state, State::NotFound(_)) {
        rows.text(&confirmation(state, &model.texts), Style::new());
    }
    offers.lay(
        [Offer::NotFound, Offer::Untick, Offer::Letter, Offer::Report],
        rows,
    );
}

fn fold(look: Look, open: bool, title: &str, items: &[String], rows: &mut Rows) {
    let sign = if open { "–" } else { "+" };
    rows.push(Line::from(vec![
        Span::styled(format!("{sign} "), look.strong()),
        Span::styled(format!("{title} ({})", items.len()), look.strong()),
    ]));
    if open {
        for item in items {
            rows.hanging("  · ", item, look.dim(), Style::new());
        }
    }
}

fn mail(look: Look, to: &(String, String), subject: &(String, String), rows: &mut Rows) {
    rows.gap();
    for (word, value) in [to, subject] {
        rows.hanging(&format!("{word} "), value, Style::new(), look.strong());
    }
    rows.gap();
}

/// Lays out a word of the platform's, below what it is.
fn labelled(look: Look, title: &str, label: &str, rows: &mut Rows) {
    rows.gap();
    rows.text(title, Style::new());
    rows.hanging("  ", label, look.strong(), look.strong());
}

fn acts(look: Look, title: &str, items: &[String], rows: &mut Rows) {
    rows.gap();
    rows.text(title, look.strong());
    for (number, item) in items.iter().enumerate() {
        let mark = format!("  {}. ", number + 1);
        rows.hanging(&mark, item, look.strong(), Style::new());
    }
}

/// Says whether the platform, or an extra lever of it, is ticked off.
fn tick(look: Look, state: State, text: &str, rows: &mut Rows) {
    rows.gap();
    let sign = sign(look, state);
    rows.hanging(&format!("{sign} "), text, look.strong(), look.strong());
}

/// The sign of a state. A word always stands beside it.
pub(super) fn sign(look: Look, state: State) -> &'static str {
    let (drawn, ascii) = match state {
        State::Done(_) | State::Objected(_) => ("●", "[x]"),
        State::NotConcerned => ("–", " - "),
        State::NotFound(_) => ("?", "[?]"),
        State::CheckAgain(..) => ("!", "[!]"),
        State::NothingToDo | State::NoOptOut => (" ", "   "),
        State::Todo | State::Later => ("○", "[ ]"),
    };
    if look.ascii { ascii } else { drawn }
}
