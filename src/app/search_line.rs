//! The line that searches the list.

use crossterm::event::KeyEvent;

use super::effect::Effect;
use super::model::Model;
use super::scrolling::select;
use crate::actions::keymap::Action;
use crate::catalogue::fit;

/// How long what is searched for may become, in characters. Nothing that is longer would
/// be found, and a text that is pasted would take longer with each letter.
const LONGEST: usize = 512;

/// Answers to a key while the line is open: letters search, keys that edit a line
/// edit it, and keys that move in the list still move.
pub(super) fn search_line(
    model: &mut Model,
    event: KeyEvent,
    action: Option<Action>,
) -> Vec<Effect> {
    match (action, event) {
        (Some(Action::Enter), _) => model.list.searching = false,
        (Some(Action::Back), _) => model.list.clear_search(),
        (Some(action), _) => select(model, action),
        (None, event) => {
            if model.list.query.press(event, LONGEST) {
                select_first_found(model);
            }
        }
    }
    Vec::new()
}

/// Searches for a text that was pasted.
pub(super) fn pasted(model: &mut Model, text: &str) {
    if model.list.query.paste(text, LONGEST) {
        select_first_found(model);
    }
}

/// Selects the first platform of those that fit best, unless the selected one is one of
/// them.
pub(super) fn select_first_found(model: &mut Model) {
    model.list.scroll = 0;
    let visible = model.visible();
    let fit = fit(&model.catalogue, &model.texts, &model.list.query);
    let selected = model.list.selected;
    if let Some(best) = visible
        .iter()
        .copied()
        .min_by_key(|platform| fit(*platform))
        && !(visible.binary_search(&selected).is_ok() && fit(selected) == fit(best))
    {
        model.list.selected = best;
    }
}
