//! Going into a walk or the story, from page to page, and out again.

use super::effect::Effect;
use super::model::{Model, Page, StoryPlace, WalkPlace};
use crate::actions::NextStep;
use crate::actions::keymap::{Action, Place};

/// Goes on from where the reader is: into a walk, or to the next page.
pub(super) fn forward(model: &mut Model, place: Place, action: Action) -> Vec<Effect> {
    match place {
        Place::Walk => return next_step(model),
        Place::Story if action == Action::Forward => {
            let pages = model.catalogue.story.page.len();
            match model.stack.last_mut() {
                Some(Page::Story(story)) if story.page + 1 < pages => {
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
    let step = model.overview().first_step(platform, model.walk(platform));
    model.stack.push(Page::Walk(WalkPlace {
        platform,
        step,
        ..WalkPlace::default()
    }));
}

fn next_step(model: &mut Model) -> Vec<Effect> {
    let Some(WalkPlace { platform, step, .. }) = model.walk_place().cloned() else {
        return Vec::new();
    };
    match model.walk_on(platform, step) {
        NextStep::Step(next) => go_to_step(model, next),
        NextStep::End => leave_walk(model, platform),
    }
    model.save()
}

fn go_to_step(model: &mut Model, step: usize) {
    if let Some(walk) = model.walk_place_mut() {
        *walk = WalkPlace {
            platform: walk.platform,
            step,
            by_phone: walk.by_phone,
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
    match (place, model.stack.last_mut()) {
        (Place::List, _) => model.list.clear_search(),
        (_, Some(Page::Walk(walk))) if walk.step > 0 => {
            let before = walk.step - 1;
            go_to_step(model, before);
        }
        (_, Some(Page::Story(story))) if story.page > 0 => {
            *story = StoryPlace {
                page: story.page - 1,
                scroll: 0,
            };
        }
        _ => {
            model.stack.pop();
        }
    }
}

/// Opens and closes, or flips, what the step has of that.
pub(super) fn unfold(model: &mut Model) {
    let (Some(place), Some(step)) = (model.walk_place(), model.step()) else {
        return;
    };
    // By phone, neither is in sight.
    let in_sight = !place.takes_phone(step);
    let (flips, folds) = (step.turns(), step.folds());
    let fold = model.extent.fold;
    if let (true, Some(walk)) = (in_sight, model.walk_place_mut()) {
        if flips {
            walk.flipped = !walk.flipped;
        } else if folds {
            walk.unfolded = !walk.unfolded;
            // What has opened is what the reader wants to see.
            walk.scroll = if walk.unfolded { fold } else { 0 };
        }
    }
}
