//! Dropping screens when time is short, and bringing them back.

use super::headings::heading;
use super::message::Effect;
use super::model::Model;
use super::moving::keep;
use crate::language::time_of_day;
use crate::words::NameAt;

/// Drops what the notes suggest.
pub(super) fn drop_advised(model: &mut Model) -> Vec<Effect> {
    let Some(advice) = model.position.advice(model.now) else {
        let words = &model.own.workshop.words.said;
        model.said = Some(words.nothing_to_drop.to_string());
        return Vec::new();
    };
    let mut names = Vec::new();
    // From the end, so that the places before stay what they are.
    for place in advice.screens.iter().rev() {
        let screen = model.position.screens.remove(*place);
        names.insert(0, heading(model, &model.own, &screen));
        model.position.dropped.push((*place, screen));
    }
    names.dedup();
    let words = &model.own.workshop.words.said;
    let language = &model.own.texts.language;
    model.said = Some(words.dropped.fill(&NameAt {
        name: names.join(", "),
        time: time_of_day(language, advice.end),
    }));
    keep(model)
}

/// Brings back what was dropped last, where it still lies ahead.
pub(super) fn take_back(model: &mut Model) -> Vec<Effect> {
    let Some((place, screen)) = model.position.dropped.pop() else {
        return Vec::new();
    };
    let least = model.position.cursor.screen + 1;
    let place = place.clamp(least, model.position.screens.len().max(least));
    model.position.screens.insert(place, screen);
    keep(model)
}
