//! Going on and back: from stage to stage, from screen to screen, and to any platform.

use super::fitting;
use super::message::Effect;
use super::model::Model;
use super::position::{Aside, Cursor, Phase};
use super::stages::stages;
use crate::catalogue::{ScreenKind, search_best_first};

/// Keeps the position after a change.
pub(super) fn keep(model: &mut Model) -> Vec<Effect> {
    model.position.change += 1;
    vec![Effect::Keep]
}

/// The next stage, or the next screen.
pub(super) fn forward(model: &mut Model) -> Vec<Effect> {
    match model.position.phase {
        Phase::Preflight => model.position.phase = Phase::Code,
        Phase::Code => model.position.phase = Phase::Waiting,
        Phase::Waiting => {
            model.position.phase = Phase::Plan;
            let now = model.now;
            model.position.begun.get_or_insert(now);
            model.position.entered = now;
        }
        Phase::Plan => return on_plan(model),
    }
    keep(model)
}

fn on_plan(model: &mut Model) -> Vec<Effect> {
    let Some(screen) = model.position.current() else {
        return Vec::new();
    };
    let last = stages(model, screen);
    let aside = model.position.aside.as_mut();
    let screens = aside
        .as_ref()
        .map_or(model.position.screens.len(), |it| it.screens.len());
    let is_aside = aside.is_some();
    let cursor = aside.map_or(&mut model.position.cursor, |aside| &mut aside.cursor);
    if cursor.stage + 1 < last {
        cursor.stage += 1;
    } else if cursor.screen + 1 < screens {
        *cursor = Cursor {
            screen: cursor.screen + 1,
            stage: 0,
        };
        arrive(model);
    } else if is_aside {
        model.position.aside = None;
    } else {
        let words = &model.own.workshop.words.said;
        model.said = Some(words.end.to_string());
        return Vec::new();
    }
    keep(model)
}

/// The clock of a screen starts when it is come to.
fn arrive(model: &mut Model) {
    model.scroll = 0;
    if model.position.aside.is_none() {
        model.position.entered = model.now;
    }
}

pub(super) fn back(model: &mut Model) -> Vec<Effect> {
    let position = &mut model.position;
    match position.phase {
        Phase::Preflight => return Vec::new(),
        Phase::Code => position.phase = Phase::Preflight,
        Phase::Waiting => position.phase = Phase::Code,
        Phase::Plan => {
            let is_aside = position.aside.is_some();
            let aside = position.aside.as_mut();
            let cursor = aside.map_or(&mut position.cursor, |aside| &mut aside.cursor);
            if cursor.stage > 0 {
                cursor.stage -= 1;
            } else if cursor.screen > 0 {
                cursor.screen -= 1;
                arrive(model);
                // Back to how it was left.
                let screen = model.position.current();
                let count = screen.map_or(1, |screen| stages(model, screen));
                let aside = model.position.aside.as_mut();
                let cursor = aside.map_or(&mut model.position.cursor, |aside| &mut aside.cursor);
                cursor.stage = count - 1;
            } else if is_aside {
                position.aside = None;
            } else {
                position.phase = Phase::Waiting;
            }
        }
    }
    keep(model)
}

/// The way on the phone is longer in one language than in another.
pub(super) fn settle_stage(model: &mut Model) {
    let Some(screen) = model.position.current() else {
        return;
    };
    let last = stages(model, screen) - 1;
    let aside = model.position.aside.as_mut();
    let cursor = aside.map_or(&mut model.position.cursor, |aside| &mut aside.cursor);
    cursor.stage = cursor.stage.min(last);
}

/// Goes to a platform, wherever the plan is; `0` comes back.
pub(super) fn look_up(model: &mut Model, platform: usize) -> Vec<Effect> {
    let screens = fitting::aside(&model.catalogue.platforms[platform]);
    model.position.aside = Some(Aside {
        screens,
        cursor: Cursor::default(),
    });
    // Before the plan, it shows what the plan would.
    if model.position.phase != Phase::Plan {
        model.position.phase = Phase::Plan;
        model.position.begun.get_or_insert(model.now);
        model.position.entered = model.now;
    }
    keep(model)
}

/// The platforms that a query finds.
#[must_use]
pub fn found_platforms(model: &Model, query: &str) -> Vec<usize> {
    if query.trim().is_empty() {
        return Vec::new();
    }
    search_best_first(&model.catalogue, &model.room.texts, query)
}

/// Whether the plan is at its end.
#[must_use]
pub fn is_over(model: &Model) -> bool {
    let position = &model.position;
    let last = position.cursor.screen + 1 == position.screens.len();
    position.phase == Phase::Plan
        && last
        && position.screens[position.cursor.screen].kind != ScreenKind::Work
}
