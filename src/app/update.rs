//! How the program answers to what happens: what each message and each key leads
//! to.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::address::{copied, copy, no_address, open, opened};
use super::effect::Effect;
use super::languages;
use super::message::Message;
use super::model::{Model, Overlay, Page, PreviewNotice, StoryPlace, is_too_small};
use super::navigation::{back, forward, unfold};
use super::reload::content;
use super::scrolling::{scroll, scrolled, select};
use super::search_line::{self, search_line};
use super::status::{say, say_outcome};
use crate::actions::Outcome;
use crate::actions::keymap::{Action, Place, action};
use crate::checklist::Mark;
use crate::words::Reason;

/// Changes the model as a message asks, and says what is to be done outside.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(event) => return key(model, event),
        Message::Pasted(text) => pasted(model, &text),
        Message::Drawn(extent) => model.extent = extent,
        Message::Opened(result) => opened(model, result),
        Message::Copied(result) => copied(model, result),
        Message::Saved(Ok(checklist)) => {
            if let Some(outcome) = model.work.saved(checklist) {
                say_outcome(model, &outcome);
            }
            return model.save();
        }
        Message::LanguageNotKept(reason) | Message::Saved(Err(reason)) => {
            say_outcome(model, &Outcome::NotSaved(reason));
        }
        Message::Content(read) => content(model, read),
        Message::Unwatched(reason) => {
            let words = &model.texts.interface.preview;
            say(model, words.unwatched.fill(&Reason { reason }));
        }
        Message::Stop => return vec![Effect::Quit],
    }
    Vec::new()
}

/// Where nothing is typed, a text would be so many keys: it does nothing there.
fn pasted(model: &mut Model, text: &str) {
    if model.place() == Place::Search {
        model.status = None;
        search_line::pasted(model, text);
    } else {
        let words = &model.texts.interface.status;
        say(model, words.pasted.to_string());
    }
}

fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    if event.modifiers.contains(KeyModifiers::CONTROL) {
        match event.code {
            KeyCode::Char('c') => return vec![Effect::Quit],
            KeyCode::Char('z') => return vec![Effect::Suspend],
            _ => {}
        }
    }
    if action(model.place(), event) == Some(Action::Redraw) {
        return vec![Effect::Redraw];
    }
    // In a window too small to show what a key does, none does anything but leave.
    let drawn = model.size != (0, 0);
    if drawn && is_too_small(model.size) {
        let leaves = event.code == KeyCode::Char('q');
        return if leaves {
            vec![Effect::Quit]
        } else {
            Vec::new()
        };
    }
    // What was said has been read by whoever goes on typing.
    model.status = None;
    if matches!(model.notice, Some(PreviewNotice::Gone(_))) {
        model.notice = None;
    }
    let place = model.place();
    match (place, action(place, event)) {
        (_, Some(Action::Quit)) => vec![Effect::Quit],
        (_, Some(Action::Help)) if !matches!(model.overlay, Some(Overlay::Help { .. })) => {
            model.overlay = Some(Overlay::Help { scroll: 0 });
            Vec::new()
        }
        (Place::Search, action) => search_line(model, event, action),
        (Place::Overlay, Some(action)) => overlay(model, action),
        (Place::Languages, Some(action)) => languages::choose(model, action),
        (_, Some(action)) => page(model, place, action),
        (_, None) => Vec::new(),
    }
}

/// Keys on the list, in a walk and in the story.
fn page(model: &mut Model, place: Place, action: Action) -> Vec<Effect> {
    let of_platform = [Action::Open, Action::Copy, Action::Qr, Action::Sources];
    let none = place == Place::List && model.visible().is_empty();
    if none && of_platform.contains(&action) {
        return Vec::new();
    }
    match action {
        Action::Enter | Action::Forward => return forward(model, place, action),
        Action::Back => back(model, place),
        Action::Toggle if place == Place::List || model.is_confirming() => {
            return mark(model, Mark::Done);
        }
        Action::Toggle => unfold(model),
        Action::Later => return mark(model, Mark::Later),
        Action::NotConcerned => return mark(model, Mark::NotConcerned),
        Action::Open => return open(model),
        Action::Copy => return copy(model),
        Action::Qr => match model.address() {
            Some(address) => {
                model.overlay = Some(Overlay::Qr {
                    address,
                    large: false,
                });
            }
            None => no_address(model),
        },
        Action::Phone => {
            let known = model.step().is_some_and(|step| step.phone.is_some());
            if let (true, Some(walk)) = (known, model.walk_place_mut()) {
                walk.by_phone = !walk.by_phone;
                walk.scroll = 0;
            }
        }
        Action::Sources => model.overlay = Some(Overlay::Sources { scroll: 0 }),
        Action::Story => model.stack.push(Page::Story(StoryPlace::default())),
        Action::Search => {
            model.stack.clear();
            model.list.query.clear();
            model.list.searching = true;
        }
        Action::Language => languages::open(model),
        Action::Undo => {
            let outcome = model.work.undo();
            say_outcome(model, &outcome);
            return model.save();
        }
        _ => match place {
            Place::List => select(model, action),
            _ => scroll(model, action),
        },
    }
    Vec::new()
}

/// Marks the platform the reader is at; marks it to do again if it was so marked
/// already.
fn mark(model: &mut Model, mark: Mark) -> Vec<Effect> {
    if model.place() == Place::List && model.visible().is_empty() {
        return Vec::new();
    }
    let platform = model.platform();
    let outcome = model.work.toggle(&model.catalogue, platform, mark);
    say_outcome(model, &outcome);
    model.save()
}

fn overlay(model: &mut Model, action: Action) -> Vec<Effect> {
    let (farthest, height) = (model.extent.farthest(), model.extent.height);
    match (&mut model.overlay, action) {
        (_, Action::Back | Action::Enter | Action::Help) => model.overlay = None,
        (Some(Overlay::Help { scroll } | Overlay::Sources { scroll }), action) => {
            *scroll = scrolled(*scroll, farthest, height, action);
        }
        (Some(Overlay::Qr { large, .. }), Action::Qr) => *large = !*large,
        _ => {}
    }
    Vec::new()
}
