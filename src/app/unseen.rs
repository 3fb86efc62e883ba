//! Going behind a step whose page is not as it says, and back.

use super::model::{Model, WalkPlace};
use super::status::say;
use crate::catalogue::Behind;

/// Goes on behind the step: to what can be tried, to what can be told, back to the step.
pub(super) fn not_seen(model: &mut Model) {
    let Some(place) = model.walk_place() else {
        return;
    };
    if model.walk_at(place).unseen(place.step).is_none() {
        let text = model.texts.interface.status.nothing_to_see.to_string();
        return say(model, text);
    }
    let next = match place.behind {
        None => Some(Behind::Page),
        Some(Behind::Page) => Some(Behind::Report),
        Some(Behind::Report) => None,
    };
    go(model, next);
}

/// Comes back to the step, or from what can be told to what can be tried. False where
/// the reader is not behind a step.
pub(super) fn come_back(model: &mut Model) -> bool {
    let behind = model.walk_place().and_then(|place| place.behind);
    match behind {
        None => return false,
        Some(Behind::Page) => go(model, None),
        Some(Behind::Report) => go(model, Some(Behind::Page)),
    }
    true
}

/// Comes back to the step by the phone's way. False where the reader is not behind one.
pub(super) fn come_back_by_phone(model: &mut Model) -> bool {
    let is_behind = is_behind(model);
    if is_behind {
        go(model, None);
        let known = model.step().is_some_and(|step| step.phone.is_some());
        if let Some(walk) = model.walk_place_mut() {
            walk.by_phone = known;
        }
    }
    is_behind
}

/// Whether the reader is behind a step.
pub(super) fn is_behind(model: &Model) -> bool {
    let place = model.walk_place();
    place.is_some_and(|place| place.behind.is_some())
}

/// Goes to a page behind the step, or to the step itself.
pub(super) fn go(model: &mut Model, behind: Option<Behind>) {
    if let Some(walk) = model.walk_place_mut() {
        *walk = WalkPlace {
            platform: walk.platform,
            course: walk.course,
            step: walk.step,
            by_phone: walk.by_phone,
            flipped: walk.flipped,
            unfolded: walk.unfolded,
            behind,
            ..WalkPlace::default()
        };
    }
}
