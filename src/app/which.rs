//! The choice of the platforms one uses: those not chosen are set aside in one change.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::effect::Effect;
use super::model::{Model, Overlay, WhichPlace};
use super::scrolling::scrolled;
use super::status::{say, say_outcome};
use crate::actions::keymap::{Action, letter};
use crate::catalogue::{fold, folded_name};
use crate::words::Letter;

/// Asks which platforms the person uses. Those they are known to use are chosen; of a
/// newcomer nothing is taken for granted, so that none is.
pub fn ask_which(model: &mut Model) {
    let overview = model.overview();
    let platforms = 0..model.catalogue.platforms.len();
    let chosen = platforms.map(|platform| overview.is_used(platform));
    model.overlay = Some(Overlay::Which(WhichPlace {
        selected: 0,
        chosen: chosen.collect(),
        typed: String::new(),
    }));
}

/// Answers to a key.
pub(super) fn key(model: &mut Model, event: KeyEvent, action: Option<Action>) -> Vec<Effect> {
    let height = model.extent.height;
    let (catalogue, texts) = (model.catalogue.clone(), model.texts.clone());
    let Some(Overlay::Which(which)) = &mut model.overlay else {
        return Vec::new();
    };
    let count = catalogue.platforms.len();
    let last = count.saturating_sub(1);
    match (action, event.code) {
        (Some(Action::Back), _) => skip(model),
        (Some(Action::Enter), _) => return decide(model),
        (Some(Action::Toggle), _) => {
            which.typed.clear();
            which.chosen[which.selected] ^= true;
        }
        (Some(action), _) => {
            which.typed.clear();
            which.selected = scrolled(which.selected, last, height, action);
        }
        (None, KeyCode::Backspace) => {
            which.typed.pop();
        }
        (None, KeyCode::Char(letter)) if !event.modifiers.intersects(held()) => {
            which.type_letter(letter, count, |place| {
                folded_name(&catalogue, &texts, place)
            });
        }
        _ => {}
    }
    Vec::new()
}

fn held() -> KeyModifiers {
    KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SUPER
}

impl WhichPlace {
    /// Goes to a name, of so many, that begins with what was typed so far and this
    /// letter, or with this letter alone; where none does, a word of the name will do.
    fn type_letter<'a>(&mut self, letter: char, count: usize, name: impl Fn(usize) -> &'a str) {
        let find = |typed: &str, from: usize| {
            let mut places = (from..count).chain(0..from.min(count));
            let begins = |place: &usize| name(*place).starts_with(typed);
            let has_word = |place: &usize| {
                let mut words = name(*place).split_whitespace();
                words.any(|word| word.starts_with(typed))
            };
            places
                .clone()
                .find(begins)
                .or_else(|| places.find(has_word))
        };
        let letter = fold(&letter.to_string());
        let longer = format!("{}{letter}", self.typed);
        let here = if self.typed.is_empty() {
            self.selected + 1
        } else {
            self.selected
        };
        if let Some(found) = find(&longer, here) {
            (self.selected, self.typed) = (found, longer);
        } else if let Some(found) = find(&letter, self.selected + 1) {
            (self.selected, self.typed) = (found, letter);
        }
    }
}

/// Leaves all as it is. Whoever has not said yet what they use hears how they still can.
fn skip(model: &mut Model) {
    model.overlay = None;
    if !model.overview().has_choice()
        && let Some(letter) = letter(Action::Which)
    {
        let letter = letter.to_string();
        let kept = &model.texts.interface.which.kept;
        say(model, kept.fill(&Letter { letter }));
    }
}

/// Notes the choice. With nothing chosen, whoever presses the key may take it for the
/// one that chooses: they are told which that is.
fn decide(model: &mut Model) -> Vec<Effect> {
    let Some(Overlay::Which(which)) = &model.overlay else {
        return Vec::new();
    };
    let chosen = which.chosen.clone();
    if !chosen.contains(&true) {
        say(model, model.texts.interface.which.none_yet.to_string());
        return Vec::new();
    }
    model.overlay = None;
    let outcome = model
        .work
        .choose(&model.catalogue, |platform| chosen[platform]);
    if let Some(first) = model.overview().first_to_take_up() {
        model.list.selected = first;
    }
    say_outcome(model, &outcome);
    model.save()
}
