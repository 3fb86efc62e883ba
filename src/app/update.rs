//! How the program answers to what happens: what each message and each key leads
//! to.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::address::{copied, copy, no_address, open, opened};
use super::effect::Effect;
use super::message::Message;
use super::model::{
    Model, Overlay, Page, PreviewNotice, ScrollExtent, StoryPlace, WayOut, is_too_small,
};
use super::navigation::{
    all_steps, answer, back, begin, close, forward, go_on_from, home, leave, read_on, unfold,
};
use super::reload::content;
use super::scrolling::{scroll, select};
use super::search_line::{self, search_line};
use super::shown::keep_selection_shown;
use super::status::{say, say_also, say_once_saved, say_outcome};
use super::unseen::{come_back_by_phone, not_seen};
use super::{languages, letter, which};
use crate::actions::Outcome;
use crate::actions::keymap::{Action, Place, action};
use crate::catalogue::Step;
use crate::checklist::Mark;
use crate::words::Reason;

/// Changes the model as a message asks, and says what is to be done outside.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let drawn = matches!(message, Message::Drawn(_));
    let effects = answered(model, message);
    keep_selection_shown(model);
    // Whatever else happens may change what is shown.
    model.seen = drawn;
    effects
}

fn answered(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(event) => return key(model, event),
        Message::Pasted(text) => pasted(model, &text),
        Message::Drawn(extent) => drawn(model, extent),
        Message::Shown(extent, event) => {
            drawn(model, extent);
            return key(model, event);
        }
        Message::Opened(address, result) => opened(model, address, result),
        Message::Copied(result) => copied(model, result),
        Message::Saved(Ok(saved)) => {
            if let Some(outcome) = model.work.saved(saved.checklist) {
                say_outcome(model, &outcome);
            }
            if let Some(found) = saved.found {
                say_also(model, found);
            }
            return model.save();
        }
        Message::Saved(Err(reason)) => {
            let more = model.work.not_saved();
            say_outcome(model, &Outcome::NotSaved(reason));
            if more {
                return model.save();
            }
        }
        Message::LanguageNotKept(reason) => {
            let words = &model.texts.interface.status;
            say(model, words.language_not_kept.fill(&Reason { reason }));
        }
        Message::Content(read) => content(model, read),
        Message::Unwatched => {
            say(model, model.texts.interface.preview.unwatched.to_string());
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

fn drawn(model: &mut Model, extent: ScrollExtent) {
    model.extent = extent;
    model.seen = true;
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
    if is_too_small(model.size) {
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
    let mut place = model.place();
    if place == Place::Leaving && action(place, event).is_none() {
        // Whoever does something else stays in the walk.
        model.leaving = None;
        place = model.place();
    }
    match (place, action(place, event)) {
        (_, Some(Action::Quit)) => vec![Effect::Quit],
        (_, Some(Action::Save)) => save(model),
        (_, Some(Action::Help)) if !matches!(model.overlay, Some(Overlay::Help { .. })) => {
            if let Some(Overlay::Which(which)) = model.overlay.take() {
                model.below_help = Some(which);
            }
            model.overlay = Some(Overlay::Help { scroll: 0 });
            Vec::new()
        }
        (Place::Which, action) => which::key(model, event, action),
        (Place::Search, action) => search_line(model, event, action),
        (Place::Leaving, Some(action)) => leaving(model, action),
        (Place::Overlay | Place::Languages, Some(Action::Menu)) if model.below_help.is_none() => {
            model.overlay = None;
            home(model);
            Vec::new()
        }
        (Place::Walk | Place::Story | Place::Overlay, Some(Action::Enter)) => {
            read_on(model, place, event)
        }
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
        Action::Enter | Action::Forward => return forward(model, place),
        Action::Act => begin(model, model.platform()),
        Action::Back => back(model, place),
        Action::Menu => home(model),
        Action::Filter => {
            model.list.filter = model.list.filter.next();
            model.list.scroll = 0;
        }
        Action::Toggle if place == Place::List || model.is_confirming() => {
            return mark(model, Mark::Done);
        }
        Action::Toggle if model.step().is_some_and(|step| step.sends().is_some()) => {
            return mark_extra(model);
        }
        Action::Toggle if model.step().is_some_and(Step::can_be_missing) => {
            return mark(model, Mark::NotFound);
        }
        Action::Toggle => unfold(model),
        Action::NotSeen => not_seen(model),
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
        Action::Phone if come_back_by_phone(model) => {}
        Action::Phone => {
            let known = model.step().is_some_and(|step| step.phone.is_some());
            if let (true, Some(walk)) = (known, model.walk_place_mut()) {
                walk.by_phone = !walk.by_phone;
                walk.scroll = 0;
            }
        }
        Action::Letter => return letter::show(model),
        Action::AllSteps => all_steps(model),
        Action::Sources => model.overlay = Some(Overlay::Sources { scroll: 0 }),
        Action::Story => model.stack.push(Page::Story(StoryPlace::default())),
        Action::Search => leave(model, WayOut::Search),
        Action::Which => which::ask_which(model),
        Action::Language => languages::open(model),
        Action::Undo => {
            let outcome = model.work.undo();
            if let (
                Place::List,
                Outcome::Undone { platform } | Outcome::UndoneEarlier { platform, .. },
            ) = (place, &outcome)
                && let Some(undone) = model.catalogue.position(platform)
            {
                model.list.selected = undone;
            }
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
    if let Outcome::Marked {
        mark: Mark::Later | Mark::NotConcerned,
        ..
    } = outcome
    {
        go_on_from(model, platform);
    }
    say_outcome(model, &outcome);
    model.save()
}

/// Ticks off the extra lever of the step that the reader is at, or takes that tick away.
fn mark_extra(model: &mut Model) -> Vec<Effect> {
    let platform = model.platform();
    let Some(extra) = model.step().and_then(Step::sends).map(str::to_owned) else {
        return Vec::new();
    };
    let sent = model.overview().extra_on(platform, &extra).is_none();
    let outcome = model
        .work
        .mark_extra(&model.catalogue, platform, &extra, sent);
    say_outcome(model, &outcome);
    model.save()
}

/// Tries again to save what could not be, for whoever asks for it.
fn save(model: &mut Model) -> Vec<Effect> {
    if model.file.is_none() {
        say(model, model.texts.interface.help.not_saved.to_string());
        return Vec::new();
    }
    say_once_saved(model, model.texts.interface.status.all_saved.to_string());
    model.save()
}

/// Answers to a key while a walk is being left.
fn leaving(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Enter => answer(model, Some(Mark::Done)),
        Action::Later => answer(model, Some(Mark::Later)),
        Action::NotConcerned => answer(model, Some(Mark::NotConcerned)),
        _ => answer(model, None),
    }
}

fn overlay(model: &mut Model, action: Action) -> Vec<Effect> {
    match (&mut model.overlay, action) {
        (_, Action::Back | Action::Help) => close(model),
        (Some(Overlay::Qr { large, .. }), Action::Qr) => *large = !*large,
        _ => scroll(model, action),
    }
    Vec::new()
}
