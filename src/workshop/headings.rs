//! The headings of screens, in the languages of the room.

use super::model::{Model, Wording};
use super::position::Way;
use crate::catalogue::{PlanScreen, ScreenKind, screen_heading};
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
    // Words of one's own name the way in the app.
    if screen.kind == ScreenKind::Phone && model.position.way == Way::Browser {
        let platform = screen.platform.as_deref().and_then(|id| model.platform(id));
        let name = platform.map(|(_, facts)| facts.name_in(&wording.texts).to_owned());
        let words = &wording.workshop.words.walk;
        return words.browser.fill(&Name {
            name: name.unwrap_or_default(),
        });
    }
    screen_heading(&model.catalogue, screen, &wording.workshop, &wording.texts)
}
