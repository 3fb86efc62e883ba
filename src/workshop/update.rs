//! How a window of the workshop answers to what happens.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::counting::{more, typed};
use super::dropping::{drop_advised, take_back};
use super::message::{Effect, Message};
use super::model::{Left, Model, Other, Popup, Window, WindowPage};
use super::moving::{back, forward, keep, settle_stage};
use super::position::{Cover, Position, Way};
use super::prompt;
use crate::actions::TypedLine;
use crate::actions::keymap::{Action, Place, action};
use crate::words::Reason;

/// Changes the model as a message asks, and says what is to be done outside.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(event) => return key(model, event),
        // Where nothing is typed, a text would be so many keys.
        Message::Pasted(text) if model.place() == Place::Prompt => prompt::pasted(model, &text),
        Message::Pasted(_) => {
            let words = &model.own.texts.interface.status;
            model.said = Some(words.pasted.to_string());
        }
        Message::Clock(now) => model.now = now,
        Message::Seen(other, position) => {
            if !matches!(model.other, Other::Impossible(_)) {
                model.other = other;
            }
            if let Some(position) = position {
                return adopt(model, *position);
            }
        }
        Message::NotKept(reason) => {
            let words = &model.own.workshop.words.said;
            model.said = Some(words.not_kept.fill(&Reason { reason }));
        }
        Message::Found(found) => return self::found(model, found),
        Message::SummaryIs(there) => return prompt::summary_is(model, there),
        Message::Written(result) => return prompt::written(model, result),
        Message::Said(text) => model.said = Some(text),
        Message::Stop => return vec![Effect::Quit],
    }
    Vec::new()
}

/// Goes where the other window went. What this one did later has a higher number; what
/// either has noted is kept, though both changed something at once.
fn adopt(model: &mut Model, position: Position) -> Vec<Effect> {
    if model.page != WindowPage::Evening {
        return Vec::new();
    }
    let newer = position.change > model.position.change;
    let other = position.change == model.position.change && position != model.position;
    let mut left = position;
    if newer || other {
        std::mem::swap(&mut model.position, &mut left);
        // What was said was said of where it was.
        model.said = None;
        model.read_words();
        model.scroll = 0;
        model.typing = false;
    }
    if model.position.take_notes_of(left) {
        keep(model)
    } else {
        Vec::new()
    }
}

/// Workshops that notes can be taken for were found, while there was none yet.
fn found(model: &mut Model, found: Vec<Left>) -> Vec<Effect> {
    // A wall that is closed may open again under another name.
    let lost =
        model.page == WindowPage::Evening && matches!(model.other, Other::Absent | Other::Over);
    if !lost && !matches!(model.page, WindowPage::Alone | WindowPage::Which { .. }) {
        return Vec::new();
    }
    match <[_; 1]>::try_from(found) {
        Ok([only]) => join(model, only),
        Err(found) if found.is_empty() => {
            if !lost {
                model.page = WindowPage::Alone;
            }
            Vec::new()
        }
        Err(open) => {
            model.page = WindowPage::Which { open, selected: 0 };
            Vec::new()
        }
    }
}

fn join(model: &mut Model, left: Left) -> Vec<Effect> {
    model.position = left.position;
    model.page = WindowPage::Evening;
    let mut effects = vec![Effect::Join(left.name)];
    if model.window == Window::Wall {
        effects.extend(speak_as_asked(model));
    }
    model.read_words();
    effects
}

/// Goes on in the languages that were asked for, if any were.
fn speak_as_asked(model: &mut Model) -> Vec<Effect> {
    let (language, second) = model.asked.clone();
    let position = &mut model.position;
    let before = (position.language.clone(), position.second.clone());
    position.language = language.unwrap_or_else(|| before.0.clone());
    position.second = second.or_else(|| before.1.clone());
    if (&position.language, &position.second) == (&before.0, &before.1) {
        return Vec::new();
    }
    model.read_words();
    settle_stage(model);
    keep(model)
}

fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    let place = model.place();
    if event.modifiers.contains(KeyModifiers::CONTROL) {
        match event.code {
            KeyCode::Char('c') => return quit(model),
            KeyCode::Char('z') => return vec![Effect::Suspend],
            _ => {}
        }
    }
    if action(place, event) == Some(Action::Redraw) {
        return vec![Effect::Redraw];
    }
    model.said = None;
    let refused = std::mem::take(&mut model.refused);
    let typing = std::mem::take(&mut model.typing);
    if place == Place::Prompt {
        return prompt::key(model, event, action(place, event));
    }
    // Whatever is pressed, what is black comes back.
    if model.page == WindowPage::Evening && model.is_blank() {
        return cover(model, None);
    }
    if place == Place::Wall
        && let KeyCode::Char(digit @ '0'..='9') = event.code
        && let Some(effects) = typed(model, digit, typing, refused)
    {
        return effects;
    }
    let Some(action) = action(place, event) else {
        return Vec::new();
    };
    match action {
        Action::Quit => quit(model),
        Action::Help if !matches!(model.popup, Some(Popup::Help { .. })) => {
            model.popup = Some(Popup::Help { page: 0 });
            Vec::new()
        }
        _ => match (&model.page, &model.popup) {
            (_, Some(_)) => over(model, action),
            (WindowPage::Evening, None) => evening(model, action, refused),
            _ => choose(model, action),
        },
    }
}

/// The question whether to leave, or leaving where there is nothing to lose.
fn quit(model: &mut Model) -> Vec<Effect> {
    let asks = model.window == Window::Wall && model.page == WindowPage::Evening;
    if !asks || matches!(model.popup, Some(Popup::Leave { .. })) {
        return vec![Effect::Quit];
    }
    let file = model.summary.as_ref();
    model.popup = Some(Popup::Leave {
        file: file
            .map(|file| file.display().to_string())
            .unwrap_or_default()
            .into(),
        found: model.replace,
    });
    Vec::new()
}

/// The choice of a workshop to go on with, or to take notes for.
fn choose(model: &mut Model, action: Action) -> Vec<Effect> {
    let (left, selected, anew) = match &mut model.page {
        WindowPage::Resume { left, selected } => (left, selected, 1),
        WindowPage::Which { open, selected } => (open, selected, 0),
        WindowPage::Evening | WindowPage::Alone => return Vec::new(),
    };
    let last = (left.len() + anew).saturating_sub(1);
    match action {
        Action::Up | Action::Back => *selected = selected.saturating_sub(1),
        Action::Down => *selected = (*selected + 1).min(last),
        Action::Enter | Action::Forward => {
            if *selected < left.len() {
                let left = left.swap_remove(*selected);
                return join(model, left);
            }
            model.page = WindowPage::Evening;
            return keep(model);
        }
        _ => {}
    }
    Vec::new()
}

fn cover(model: &mut Model, cover: Option<Cover>) -> Vec<Effect> {
    model.position.cover = cover;
    keep(model)
}

/// A key on the workshop itself.
fn evening(model: &mut Model, action: Action, refused: bool) -> Vec<Effect> {
    if model.position.cover.is_some() {
        // Going on first uncovers what is below.
        let closes = matches!(
            action,
            Action::Forward | Action::Back | Action::Cancel | Action::SoFar | Action::Qr
        );
        if closes {
            return cover(model, None);
        }
    }
    match action {
        Action::Forward => return forward(model),
        Action::Back => return back(model),
        Action::More => return more(model, 1, refused),
        Action::Fewer => return more(model, -1, refused),
        Action::Blank => return cover(model, Some(Cover::Blank)),
        Action::SoFar => return cover(model, Some(Cover::SoFar)),
        Action::Qr if model.address().is_some() => return cover(model, Some(Cover::Qr)),
        Action::Open => {
            if let Some(address) = model.address() {
                return vec![Effect::Open(address)];
            }
            say_no_address(model);
        }
        Action::Copy => {
            if let Some(address) = model.address() {
                return vec![Effect::Copy(address.to_string())];
            }
            say_no_address(model);
        }
        Action::Qr => say_no_address(model),
        Action::ToPlan if model.position.aside.is_some() => {
            model.position.aside = None;
            return keep(model);
        }
        Action::Phone => return other_way(model),
        Action::Search => {
            model.popup = Some(Popup::Search {
                query: TypedLine::default(),
                selected: 0,
            });
        }
        Action::Park => model.popup = Some(Popup::Park(TypedLine::default())),
        Action::Sources => {
            if super::sources::sources(model).is_empty() {
                let words = &model.own.workshop.words.said;
                model.said = Some(words.no_sources.to_string());
            } else {
                model.popup = Some(Popup::Sources { page: 0 });
            }
        }
        Action::Language => {
            let languages = model.catalogue.languages();
            let own = &model.room.texts.language;
            let selected = languages.iter().position(|it| it == own).unwrap_or(0);
            model.popup = Some(Popup::Languages { selected });
        }
        Action::Notes if model.window == Window::Wall => {
            let words = &model.own.workshop.words.said;
            // The room sees them then: the first press says so.
            model.said = Some(words.notes_warning.to_string());
            model.popup = Some(Popup::Notes {
                page: 0,
                shown: false,
            });
        }
        Action::Up => model.scroll = model.scroll.saturating_sub(1),
        Action::Down => model.scroll += 1,
        Action::Drop => return drop_advised(model),
        Action::Undo => return take_back(model),
        _ => {}
    }
    Vec::new()
}

/// The room goes the other way from now on: by the phone, or in the browser.
fn other_way(model: &mut Model) -> Vec<Effect> {
    let way = model.position.way.other();
    model.position.way = way;
    settle_stage(model);
    let words = &model.own.workshop.words.said;
    let said = match way {
        Way::Phone => &words.by_phone,
        Way::Browser => &words.in_browser,
    };
    model.said = Some(said.to_string());
    keep(model)
}

fn say_no_address(model: &mut Model) {
    let words = &model.own.workshop.words.said;
    model.said = Some(words.no_address.to_string());
}

/// A key on a page over the screen.
fn over(model: &mut Model, action: Action) -> Vec<Effect> {
    let closes = matches!(action, Action::Cancel);
    let pages = super::popup::pages(model);
    let languages = model.catalogue.languages();
    let Some(popup) = &mut model.popup else {
        return Vec::new();
    };
    match popup {
        _ if closes => model.popup = None,
        Popup::Languages { selected } => match action {
            Action::Up | Action::Back => *selected = selected.saturating_sub(1),
            Action::Down => *selected = (*selected + 1).min(languages.len().saturating_sub(1)),
            Action::Enter | Action::Forward | Action::Language => {
                let language = languages.get(*selected).cloned();
                model.popup = None;
                if let Some(language) = language {
                    language.tag().clone_into(&mut model.position.language);
                    model.read_words();
                    settle_stage(model);
                    return keep(model);
                }
            }
            _ => {}
        },
        Popup::Notes { shown, .. } if !*shown => {
            if action == Action::Notes {
                *shown = true;
            } else {
                model.popup = None;
            }
        }
        Popup::Help { page } | Popup::Sources { page } | Popup::Notes { page, .. } => {
            match action {
                Action::Back | Action::Up if *page > 0 => *page -= 1,
                Action::Forward | Action::Enter | Action::Down if *page + 1 < pages => *page += 1,
                _ => model.popup = None,
            }
        }
        // Lines that are typed have keys of their own.
        Popup::Park(_) | Popup::Search { .. } | Popup::Leave { .. } => {}
    }
    Vec::new()
}
