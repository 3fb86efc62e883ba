//! The line that searches the list.

use crossterm::event::{KeyCode, KeyEvent};

use super::effect::Effect;
use super::model::Model;
use super::scrolling::select;
use crate::actions::keymap::Action;

/// How long what is searched for may become, in bytes. Nothing that is longer would
/// be found, and a text that is pasted as keys, letter by letter, would take longer
/// with each of them.
const LONGEST: usize = 512;

/// Answers to a key while the line is open: letters search, keys that move still
/// move.
pub(super) fn search_line(
    model: &mut Model,
    event: KeyEvent,
    action: Option<Action>,
) -> Vec<Effect> {
    match (action, event.code) {
        (Some(Action::Enter), _) => model.list.searching = false,
        (Some(Action::Back), _) => model.list.clear_search(),
        (Some(action), _) => select(model, action),
        (None, KeyCode::Backspace) => {
            model.list.query.pop();
            select_first_found(model);
        }
        (None, KeyCode::Char(letter)) if !letter.is_control() => {
            if model.list.query.len() >= LONGEST {
                return Vec::new();
            }
            model.list.query.push(letter);
            select_first_found(model);
        }
        _ => {}
    }
    Vec::new()
}

/// Selects the first platform found, where the selected one is not among them.
pub(super) fn select_first_found(model: &mut Model) {
    model.list.scroll = 0;
    let visible = model.visible();
    if let Some(first) = visible.first()
        && !visible.contains(&model.list.selected)
    {
        model.list.selected = *first;
    }
}
