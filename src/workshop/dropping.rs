//! Dropping screens when time is short, and bringing them back.

use super::message::Effect;
use super::model::Model;
use super::moving::keep;
use super::notes::name;
use crate::language::time_of_day;
use crate::words::{Name, NameAt};

/// Drops the screen that the notes suggest.
pub(super) fn drop_advised(model: &mut Model) -> Vec<Effect> {
    let words = &model.own.workshop.words.said;
    let Some(advice) = model.position.advice(model.now) else {
        model.said = Some(words.nothing_to_drop.to_string());
        return Vec::new();
    };
    let screen = model.position.screens.remove(advice.screen);
    model.said = Some(words.dropped.fill(&NameAt {
        name: name(model, &screen),
        time: time_of_day(&model.own.texts.language, advice.end),
    }));
    model.position.dropped.push((advice.screen, screen));
    keep(model)
}

/// Brings back what was dropped last, where it still lies ahead.
pub(super) fn take_back(model: &mut Model) -> Vec<Effect> {
    let words = &model.own.workshop.words.said;
    let Some((place, screen)) = model.position.dropped.pop() else {
        model.said = Some(words.nothing_dropped.to_string());
        return Vec::new();
    };
    let name = name(model, &screen);
    model.said = Some(words.brought_back.fill(&Name { name }));
    let least = model.position.cursor.screen + 1;
    let place = place.clamp(least, model.position.screens.len().max(least));
    model.position.screens.insert(place, screen);
    keep(model)
}
