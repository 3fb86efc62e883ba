//! Where what a screen says comes from.

use super::model::Model;
use crate::catalogue::{Address, ScreenKind};

/// A source: its address and its date.
pub type Cited = (Address, Option<String>);

/// The sources of the screen that is shown: of its card, or of its platform.
#[must_use]
pub fn sources(model: &Model) -> Vec<Cited> {
    let Some(screen) = model.position.current().filter(|_| model.on_plan()) else {
        return Vec::new();
    };
    if let Some(card) = screen.card.as_deref().and_then(|id| model.facts.card(id)) {
        let sources = card.sources.iter();
        return sources
            .map(|it| (it.url.clone(), it.date.clone()))
            .collect();
    }
    if screen.kind == ScreenKind::Help {
        let sources = model.facts.turn_to.iter().flat_map(|it| &it.sources);
        return sources
            .map(|it| (it.url.clone(), it.date.clone()))
            .collect();
    }
    let Some((_, platform)) = model.current_platform() else {
        return Vec::new();
    };
    let sources = platform.sources.iter();
    sources
        .map(|it| (it.url.clone(), it.date.clone()))
        .collect()
}
