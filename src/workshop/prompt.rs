//! Lines that are typed: a question to park, a platform to look up, the name of the
//! summary's file.

use std::path::PathBuf;

use crossterm::event::KeyEvent;

use super::message::Effect;
use super::model::{Model, Popup};
use super::moving::{found_platforms, is_over, keep, look_up};
use super::position::LONGEST_QUESTION;
use crate::actions::TypedLine;
use crate::actions::keymap::Action;
use crate::words::{Count, Given, Reason};

/// The longest name of a file that is typed, in characters.
const LONGEST_NAME: usize = 512;

pub(super) fn key(model: &mut Model, event: KeyEvent, action: Option<Action>) -> Vec<Effect> {
    match action {
        Some(Action::Cancel) => {
            model.popup = None;
            return Vec::new();
        }
        Some(Action::Enter) => return enter(model),
        Some(Action::Up | Action::Down) => {
            if let Some(Popup::Search { query, selected }) = &model.popup {
                let (query, selected) = (query.clone(), *selected);
                let last = found_platforms(model, &query).len().saturating_sub(1);
                let selected = if action == Some(Action::Up) {
                    selected.saturating_sub(1)
                } else {
                    (selected + 1).min(last)
                };
                model.popup = Some(Popup::Search { query, selected });
            }
            return Vec::new();
        }
        _ => {}
    }
    change(model, |line, longest| line.press(event, longest));
    Vec::new()
}

/// Adds a text that was pasted, as one line.
pub(super) fn pasted(model: &mut Model, text: &str) {
    model.said = None;
    change(model, |line, longest| line.paste(text, longest));
}

/// Changes the line that is typed. What was found of another text does not hold any more.
fn change(model: &mut Model, how: impl FnOnce(&mut TypedLine, usize) -> bool) {
    let (line, longest) = match &mut model.popup {
        Some(Popup::Park(question)) => (question, LONGEST_QUESTION),
        Some(Popup::Search { query, .. }) => (query, LONGEST_QUESTION),
        Some(Popup::Leave { file, .. }) => (file, LONGEST_NAME),
        _ => return,
    };
    if !how(line, longest) {
        return;
    }
    match &mut model.popup {
        Some(Popup::Search { selected, .. }) => *selected = 0,
        Some(Popup::Leave { found, .. }) => *found = false,
        _ => {}
    }
}

fn enter(model: &mut Model) -> Vec<Effect> {
    match &model.popup {
        Some(Popup::Park(question)) => {
            let question = question.clone();
            model.popup = None;
            park(model, &question)
        }
        Some(Popup::Search { query, selected }) => {
            let found = found_platforms(model, query).get(*selected).copied();
            match found {
                Some(platform) => {
                    model.popup = None;
                    look_up(model, platform)
                }
                None => Vec::new(),
            }
        }
        Some(Popup::Leave { file, found }) => {
            let name = file.trim();
            if name.is_empty() {
                return leave(model);
            }
            let path = PathBuf::from(name);
            if super::summary::SummaryFormat::of(&path).is_none() {
                let words = &model.own.workshop.words.refused;
                model.said = Some(words.summary_ending_hint.to_string());
                return Vec::new();
            }
            if *found {
                return vec![Effect::Write(path, true)];
            }
            vec![Effect::LookFor(path)]
        }
        _ => Vec::new(),
    }
}

/// Leaves: what is over is forgotten, the rest can be gone on with.
fn leave(model: &Model) -> Vec<Effect> {
    if is_over(model) {
        vec![Effect::Forget, Effect::Quit]
    } else {
        vec![Effect::Quit]
    }
}

/// Whether there is a file where the summary is to go.
pub(super) fn summary_is(model: &mut Model, there: bool) -> Vec<Effect> {
    let Some(Popup::Leave { file, found }) = &mut model.popup else {
        return Vec::new();
    };
    let given = file.trim().to_owned();
    if !there {
        return vec![Effect::Write(PathBuf::from(given), false)];
    }
    *found = true;
    let words = &model.own.workshop.words.leave;
    model.said = Some(words.exists.fill(&Given { given }));
    Vec::new()
}

/// The summary was written, or why it was not.
pub(super) fn written(model: &mut Model, result: Result<PathBuf, String>) -> Vec<Effect> {
    match result {
        Ok(_) => leave(model),
        Err(reason) => {
            let words = &model.own.workshop.words.leave;
            model.said = Some(words.not_written.fill(&Reason { reason }));
            Vec::new()
        }
    }
}

/// Parks a question.
fn park(model: &mut Model, question: &str) -> Vec<Effect> {
    let question = question.trim();
    if question.is_empty() {
        return Vec::new();
    }
    let question = question.chars().take(LONGEST_QUESTION).collect();
    model.position.parked.push(question);
    let count = model.position.parked.len();
    let words = &model.own.workshop.words.said;
    let language = &model.own.texts.language;
    let values = Count {
        count: count.to_string(),
    };
    model.said = Some(words.parked.fill(language, count, &values));
    keep(model)
}
