//! The headings of screens, in the languages of the room.

use super::model::{Model, Wording};
use crate::catalogue::{PlanScreen, screen_heading};

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
    screen_heading(&model.catalogue, screen, &wording.workshop, &wording.texts)
}
