//! The heading of a screen of a workshop's plan, on the wall and on paper.

use super::{Catalogue, PlanScreen, ScreenKind};
use crate::words::{Name, Texts, WorkshopWords};

/// The heading of a screen: the words' own, else the one of its kind.
#[must_use]
pub fn screen_heading(
    catalogue: &Catalogue,
    screen: &PlanScreen,
    workshop: &WorkshopWords,
    texts: &Texts,
) -> String {
    if let Some(own) = workshop.screens.get(&screen.id) {
        return own.title.to_string();
    }
    let words = &workshop.words;
    let place = screen.platform.as_deref();
    let place = place.and_then(|id| catalogue.position(id));
    let name = place.map_or_else(String::new, |place| {
        catalogue.platforms[place].name_in(texts).to_owned()
    });
    let name = Name { name };
    match screen.kind {
        ScreenKind::Card => words.card.title.to_string(),
        ScreenKind::Phone => words.walk.phone.fill(&name),
        ScreenKind::Qr => words.walk.qr.fill(&name),
        ScreenKind::Switch => words.walk.switch.fill(&name),
        ScreenKind::Form => words.walk.form.fill(&name),
        ScreenKind::TextQr => words.walk.text_qr.fill(&name),
        ScreenKind::Work => words.walk.work.fill(&name),
        ScreenKind::Done => words.walk.done.fill(&name),
        ScreenKind::Brief => name.name,
        ScreenKind::Help => words.closing.turn_to.to_string(),
        ScreenKind::Bars => words.bars.title.to_string(),
        ScreenKind::Parked => words.parked.title.to_string(),
        ScreenKind::Again => words.closing.again.to_string(),
        ScreenKind::Break => words.pause.title.to_string(),
        ScreenKind::Clinic => words.clinic.title.to_string(),
        // Reading a plan has made sure that these have words of their own.
        ScreenKind::Text | ScreenKind::Hands => screen.id.clone(),
    }
}
