//! The headings of screens: the words' own, else the program's.

use super::model::{Model, Wording};
use crate::catalogue::{PlanScreen, ScreenKind};
use crate::words::Name;

/// The heading of a screen in each of the room's languages.
#[must_use]
pub fn headings(model: &Model, screen: &PlanScreen) -> Vec<String> {
    let languages = std::iter::once(&model.room).chain(&model.second);
    let mut headings: Vec<_> = languages
        .map(|words| heading(model, words, screen))
        .collect();
    headings.dedup();
    headings
}

/// The heading of a screen in the words of one language.
#[must_use]
pub fn heading(model: &Model, wording: &Wording, screen: &PlanScreen) -> String {
    let own = wording.workshop.screens.get(&screen.id);
    if let Some(own) = own {
        return own.title.to_string();
    }
    let words = &wording.workshop.words;
    let platform = screen.platform.as_deref().and_then(|id| model.platform(id));
    let name = platform.map_or_else(String::new, |(_, facts)| {
        facts.name_in(&wording.texts).to_owned()
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
        // Those that the words must have.
        ScreenKind::Text | ScreenKind::Hands => screen.id.clone(),
    }
}
