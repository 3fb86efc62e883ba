//! A step of a walk.

use super::blocks;
use super::look::Look;
use super::rows::Rows;
use crate::actions::{time_words, why_walked_again};
use crate::app::{Model, WalkPlace};
use crate::catalogue::Role;
use crate::words::{StepOf, Time};

/// Where the reader is: the platform, the step's place and its title.
pub(super) fn title(model: &Model, place: &WalkPlace) -> String {
    let walk = model.walk_at(place);
    let words = &model.texts.interface.walk;
    let (message, step, of) = if place.step < walk.main {
        (&words.position, place.step, walk.main)
    } else {
        let extras = walk.steps.len() - walk.main;
        (&words.extra_position, place.step - walk.main, extras)
    };
    let position = message.fill(&StepOf {
        step: (step + 1).to_string(),
        of: of.to_string(),
    });
    let title = model.step().map_or("", |step| &step.title);
    let name = model.name(place.platform);
    if model.size.0 < 60 {
        let short = format!("{}/{of}", step + 1);
        let plus = if place.step < walk.main { "" } else { "+" };
        format!("{name} {plus}{short} {title}")
    } else {
        format!("{name} · {position} · {title}")
    }
}

/// How far the walk is, as a dot a step, and what time the rest takes; the fullest
/// first.
pub(super) fn progress(model: &Model, place: &WalkPlace) -> Vec<String> {
    let steps = model.walk_at(place).main;
    let dot = |step| if step <= place.step { "●" } else { "○" };
    let dots = (0..steps).map(dot).collect::<Vec<_>>().join(" ");
    let remaining = remaining(model, place);
    if model.size.0 < 60 {
        return remaining;
    }
    let full = remaining.first().map(|time| format!("{dots}   {time}"));
    full.into_iter().chain([dots]).chain(remaining).collect()
}

/// What time the rest of the walk takes, in full and in short; nothing where
/// nothing has to be done any more.
fn remaining(model: &Model, place: &WalkPlace) -> Vec<String> {
    let steps = model.walk_at(place).main;
    let left = steps.saturating_sub(place.step);
    if left == 0 || !model.state(place.platform).is_open() {
        return Vec::new();
    }
    // As if each step took as long; never said to be less than it may be.
    let minutes = model.overview().minutes(place.platform, place.course);
    let words = &model.texts.interface.list;
    let time = time_words((minutes * left).div_ceil(steps), words);
    vec![words.remaining.fill(&Time { time: time.clone() }), time]
}

/// Lays out the step, of which some may be `below`.
pub(super) fn lay(model: &Model, look: Look, place: &WalkPlace, below: bool, rows: &mut Rows) {
    if let Some(step) = model.step() {
        // The step that ticks off says it beside the tick.
        if place.step == 0 && place.behind.is_none() && step.role != Role::Confirm {
            let state = model.state(place.platform);
            let why = why_walked_again(state, place.course, &model.texts);
            blocks::lay_why(look, state, why.as_deref(), rows);
        }
        let blocks = step.blocks(place.by_phone);
        blocks::lay(model, look, place, blocks, below, rows);
    }
}
