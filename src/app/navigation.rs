//! Going into a walk or the story, from page to page, and out again.

use crossterm::event::KeyEvent;

use super::effect::Effect;
use super::model::{Filter, Model, Overlay, Page, StoryPlace, WalkPlace, WayOut};
use super::scrolling::scroll;
use super::search_line::{begin_search, end_search};
use super::status::{say, say_outcome};
use super::unseen;
use crate::actions::keymap::{Action, Place};
use crate::actions::{NextStep, StepOffers};
use crate::catalogue::{Course, Role, Step};
use crate::checklist::{Mark, State};

/// Goes on from where the reader is: into a walk, or to the next page.
pub(super) fn forward(model: &mut Model, place: Place) -> Vec<Effect> {
    match place {
        Place::Walk if unseen::is_behind(model) => on_from_behind(model),
        Place::Walk => return next_step(model),
        Place::Story => {
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
        _ if model.visible().is_empty() => scroll(model, Action::PageDown),
        _ => begin(model, model.platform()),
    }
    Vec::new()
}

/// Shows the rest of the page the reader is at, and where there is none does what the
/// page is there for. `event` is the key that asked for it.
pub(super) fn read_on(model: &mut Model, place: Place, event: KeyEvent) -> Vec<Effect> {
    // A key that was pressed before the page was on the screen: what is left of the
    // page, and whether it ticks off, is known once it is there.
    if !model.seen {
        return vec![Effect::Show(event)];
    }
    if model.reads_on() {
        scroll(model, Action::PageDown);
        return Vec::new();
    }
    match place {
        Place::Walk => do_step(model),
        Place::Overlay => {
            close(model);
            Vec::new()
        }
        _ => forward(model, place),
    }
}

/// Closes what lies over the screen: help that was asked for in the choice leads back to
/// it.
pub(super) fn close(model: &mut Model) {
    model.overlay = model.below_help.take().map(Overlay::Which);
}

/// Does what the step the reader is at is there for: ticks off at the step that does,
/// and goes on.
fn do_step(model: &mut Model) -> Vec<Effect> {
    let platform = model.platform();
    if unseen::is_behind(model) {
        on_from_behind(model);
        return Vec::new();
    }
    if model.step_offers().is_some_and(StepOffers::ticks) {
        let outcome = model.work.mark(&model.catalogue, platform, Mark::Done);
        let effects = next_step(model);
        say_outcome(model, &outcome);
        return effects;
    }
    next_step(model)
}

/// Goes on from behind a step: back to it, or to what is to be done next where it was
/// noted as not found.
fn on_from_behind(model: &mut Model) {
    if model.step_offers().is_some_and(StepOffers::leaves_unfound) {
        go_on_from(model, model.platform());
    } else {
        unseen::go(model, None);
    }
}

/// Goes into the walk of a platform: at the first step not yet walked through,
/// or at the first one where all are.
pub fn begin(model: &mut Model, platform: usize) {
    let overview = model.overview();
    let course = overview.course(platform);
    let step = overview.first_step(platform, model.walk_of(platform, course));
    model.asked = false;
    model.stack.push(Page::Walk(WalkPlace {
        platform,
        course,
        step,
        ..WalkPlace::default()
    }));
}

/// Goes through the whole walk instead of the short one, from its first step.
pub(super) fn all_steps(model: &mut Model) {
    let short = |place: &&mut WalkPlace| place.course == Course::Short;
    if let Some(place) = model.walk_place_mut().filter(short) {
        *place = WalkPlace {
            platform: place.platform,
            by_phone: place.by_phone,
            ..WalkPlace::default()
        };
        model.asked = false;
    } else {
        let text = model.texts.interface.status.already_all_steps.to_string();
        say(model, text);
    }
}

fn next_step(model: &mut Model) -> Vec<Effect> {
    let Some(place) = model.walk_place().cloned() else {
        return Vec::new();
    };
    match model.walk_on(&place) {
        NextStep::Step(next) => go_to_step(model, next),
        NextStep::End => leave(model, WayOut::Through),
    }
    model.save()
}

fn go_to_step(model: &mut Model, step: usize) {
    if let Some(walk) = model.walk_place_mut() {
        *walk = WalkPlace {
            platform: walk.platform,
            course: walk.course,
            step,
            by_phone: walk.by_phone,
            ..WalkPlace::default()
        };
    }
}

/// Leaves where the reader is. Out of a walk that may have been followed outside,
/// without a tick to show for it, they are asked once whether it is done.
pub(super) fn leave(model: &mut Model, way: WayOut) {
    if !model.asked && may_be_done(model) {
        model.asked = true;
        model.leaving = Some(way);
    } else {
        go_out(model, way);
    }
}

/// Whether the reader is in a walk whose setting they may have changed, as they were
/// past a step that leads to it, and which still waits for a decision.
fn may_be_done(model: &Model) -> bool {
    let Some(place) = model.walk_place() else {
        return false;
    };
    let steps = &model.walk_at(place).steps;
    let leads = |step: &Step| matches!(step.role, Role::Open | Role::Act);
    let confirms = steps.iter().any(|step| step.role == Role::Confirm);
    let led = match model.state(place.platform) {
        State::Todo => {
            let walked = model.record(place.platform).steps;
            let mut steps = steps.iter();
            steps.any(|step| leads(step) && walked.contains(&step.id))
        }
        // What was walked through before tells nothing of today.
        State::CheckAgain(..) => steps[..place.step].iter().any(leads),
        _ => false,
    };
    confirms && led
}

/// Answers the question whether the walk that is being left is done, and leaves it.
/// With `mark`, the answer is noted; without, nothing is.
pub(super) fn answer(model: &mut Model, mark: Option<Mark>) -> Vec<Effect> {
    let Some(way) = model.leaving.take() else {
        return Vec::new();
    };
    let platform = model.platform();
    let outcome = mark.map(|mark| model.work.mark(&model.catalogue, platform, mark));
    go_out(model, way);
    if let Some(outcome) = outcome {
        say_outcome(model, &outcome);
    }
    model.save()
}

fn go_out(model: &mut Model, way: WayOut) {
    model.leaving = None;
    match way {
        WayOut::Through => leave_walk(model),
        WayOut::Back => {
            model.stack.pop();
        }
        WayOut::Home => model.stack.clear(),
        WayOut::Search => {
            model.stack.clear();
            begin_search(model);
        }
    }
}

/// Leaves a walk that is through: back to where it was begun, with the list at
/// what is to be done next.
fn leave_walk(model: &mut Model) {
    let platform = model.platform();
    model.stack.pop();
    if let Some(next) = next_open(model, platform) {
        model.list.selected = next;
    }
}

/// What is to be done after a platform. A search that has found nothing else is over.
fn next_open(model: &mut Model, platform: usize) -> Option<usize> {
    let next = model.next_open_shown(platform);
    if next.is_some() || model.list.query.is_empty() {
        return next;
    }
    model.list.clear_search();
    model.next_open_shown(platform)
}

/// Goes on to what is to be done next, now that a platform is put off or aside: in the
/// list to its line, in a walk to its first step.
pub(super) fn go_on_from(model: &mut Model, platform: usize) {
    let in_walk = model.walk_place().is_some();
    if in_walk {
        model.stack.pop();
        if let Some(next) = next_open(model, platform) {
            model.list.selected = next;
            begin(model, next);
        }
    } else if let Some(next) = model.next_open_shown(platform) {
        model.list.selected = next;
    }
}

/// Goes back from where the reader is: to the page before, or out.
pub(super) fn back(model: &mut Model, place: Place) {
    if place == Place::Walk && unseen::come_back(model) {
        return;
    }
    match (place, model.stack.last_mut()) {
        (Place::List, _) if model.list.query.is_empty() => model.list.filter = Filter::All,
        (Place::List, _) => end_search(model),
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
        _ => leave(model, WayOut::Back),
    }
}

/// Goes back to the list, and there to all of it.
pub(super) fn home(model: &mut Model) {
    if model.stack.is_empty() {
        end_search(model);
        model.list.filter = Filter::All;
    } else {
        leave(model, WayOut::Home);
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
