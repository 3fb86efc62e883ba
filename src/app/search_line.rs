//! The line that searches the list.

use crossterm::event::KeyEvent;

use super::effect::Effect;
use super::model::Model;
use super::scrolling::{scroll, select};
use crate::actions::keymap::Action;
use crate::catalogue::fit;

/// How long what is searched for may become, in characters. Nothing that is longer would
/// be found, and a text that is pasted would take longer with each letter.
const LONGEST: usize = 512;

/// Opens the line, empty.
pub(super) fn begin_search(model: &mut Model) {
    let selected = model.facts(model.list.selected).id.clone();
    model.list.before_search = Some(selected);
    model.list.query.clear();
    model.list.searching = true;
}

/// Closes the line, and shows all platforms again. A search in vain leaves nothing that
/// was chosen: the one that was selected before it is again.
pub(super) fn end_search(model: &mut Model) {
    let in_vain = model.visible().is_empty();
    let before = model.list.before_search.take().filter(|_| in_vain);
    model.list.clear_search();
    if let Some(before) = before.and_then(|id| model.catalogue.position(&id)) {
        model.list.selected = before;
    }
}

/// Answers to a key while the line is open: letters search, keys that edit a line
/// edit it, and keys that move in the list still move.
pub(super) fn search_line(
    model: &mut Model,
    event: KeyEvent,
    action: Option<Action>,
) -> Vec<Effect> {
    match (action, event) {
        (Some(Action::Enter), _) if model.reads_on() => {
            // How much is left is known once it is on the screen.
            if !model.seen {
                return vec![Effect::Show(event)];
            }
            scroll(model, Action::PageDown);
        }
        (Some(Action::Enter), _) => model.list.searching = false,
        (Some(Action::Back), _) => end_search(model),
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
