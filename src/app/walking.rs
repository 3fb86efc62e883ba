//! Going into a walk or the story, from page to page, and out again.

use super::acts::mark;
use super::effect::Effect;
use super::model::{Deeper, Model, StoryPlace, WalkPlace};
use super::search_line::clear_search;
use crate::actions::keymap::{Action, Place};
use crate::checklist::{Change, Mark};

/// Goes on from where the reader is: into a walk, or to the next page.
pub(super) fn forward(model: &mut Model, place: Place, action: Action) -> Vec<Effect> {
    match place {
        Place::Walk => return next_step(model),
        Place::Story if action == Action::Forward => {
            let pages = model.catalogue.story.page.len();
            match model.stack.last_mut() {
                Some(Deeper::Story(story)) if story.page + 1 < pages => {
                    *story = StoryPlace {
                        page: story.page + 1,
                        scroll: 0,
                    };
                }
                _ => {
                    model.stack.pop();
                }
            }
        }
        Place::List if model.visible().is_empty() => {}
        _ => begin(model, model.platform()),
    }
    Vec::new()
}

/// Goes into the walk of a platform: at the first step not yet walked through,
/// or at the first one where all are.
pub fn begin(model: &mut Model, platform: usize) {
    let walk = model.walk(platform);
    let step = model.overview().first_step(platform, &walk);
    model.stack.push(Deeper::Walk(WalkPlace {
        platform,
        step,
        ..WalkPlace::default()
    }));
}

fn next_step(model: &mut Model) -> Vec<Effect> {
    let (Some(place), Some(step)) = (model.walk_place(), model.step()) else {
        return Vec::new();
    };
    let WalkPlace {
        platform,
        step: number,
        by_phone,
        ..
    } = *place;
    let last = number + 1 == model.walk(platform).steps.len();
    if last {
        leave_walk(model, platform);
    } else {
        go_to_step(model, number + 1, by_phone);
    }
    if model.record(platform).steps.contains(&step.id) {
        return Vec::new();
    }
    let change = Change::Walked {
        platform: model.facts(platform).id.to_string(),
        step: step.id,
    };
    model.checklist.apply(&change);
    vec![Effect::Save(change)]
}

fn go_to_step(model: &mut Model, step: usize, by_phone: bool) {
    if let Some(walk) = walk_mut(model) {
        *walk = WalkPlace {
            platform: walk.platform,
            step,
            by_phone,
            ..WalkPlace::default()
        };
    }
}

/// Leaves a walk that is through: back to where it was begun, with the list at
/// what is to be done next.
fn leave_walk(model: &mut Model, platform: usize) {
    model.stack.pop();
    if let Some(next) = model.overview().next_open(platform + 1) {
        model.list.selected = next;
    }
}

/// Goes back from where the reader is: to the page before, or out.
pub(super) fn back(model: &mut Model, place: Place) {
    match (place, model.stack.last()) {
        (Place::List, _) => clear_search(model),
        (_, Some(Deeper::Walk(walk))) if walk.step > 0 => {
            let (step, by_phone) = (walk.step - 1, walk.by_phone);
            go_to_step(model, step, by_phone);
        }
        (_, Some(Deeper::Story(story))) if story.page > 0 => {
            let page = story.page - 1;
            model.stack.pop();
            model
                .stack
                .push(Deeper::Story(StoryPlace { page, scroll: 0 }));
        }
        _ => {
            model.stack.pop();
        }
    }
}

/// Ticks off, or opens and closes, or flips what the step has of that.
pub(super) fn toggle(model: &mut Model, place: Place) -> Vec<Effect> {
    if place == Place::List || model.is_confirming() {
        return mark(model, Mark::Done);
    }
    let Some(step) = model.step() else {
        return Vec::new();
    };
    let fold = model.extent.fold;
    if let Some(walk) = walk_mut(model) {
        if walk.takes_phone(&step) {
            // The drawn setting is not in sight.
        } else if step.replica().is_some() {
            walk.flipped = !walk.flipped;
        } else if step.folds() {
            walk.unfolded = !walk.unfolded;
            // What has opened is what the reader wants to see.
            walk.scroll = if walk.unfolded { fold } else { 0 };
        }
    }
    Vec::new()
}

/// The place in the walk the reader is in.
pub(super) fn walk_mut(model: &mut Model) -> Option<&mut WalkPlace> {
    match model.stack.last_mut() {
        Some(Deeper::Walk(place)) => Some(place),
        _ => None,
    }
}
