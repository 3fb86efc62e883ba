//! Moving in the list, and scrolling pages.

use super::model::Model;
use super::unseen::is_behind;
use crate::actions::keymap::Action;

/// Selects another platform of the list.
pub(super) fn select(model: &mut Model, action: Action) {
    let visible = model.visible();
    let here = visible.binary_search(&model.list.selected);
    let Some(last) = visible.len().checked_sub(1) else {
        // What can be done where nothing is listed may be longer than the window.
        return scroll(model, action);
    };
    let page = model.extent.height.saturating_sub(1).max(1);
    let here = here.unwrap_or(0);
    let there = match action {
        Action::Up => here.saturating_sub(1),
        Action::Down => (here + 1).min(last),
        Action::PageUp => here.saturating_sub(page),
        Action::PageDown => (here + page).min(last),
        Action::First => 0,
        Action::Last => last,
        _ => here,
    };
    model.list.selected = visible[there];
}

/// Scrolls a page, or moves between the addresses of a step that has several.
pub(super) fn scroll(model: &mut Model, action: Action) {
    let several = model.overlay.is_none() && model.extent.addresses.len() > 1;
    if let (true, Action::Up | Action::Down, Some(walk)) = (several, action, model.walk_place()) {
        let (at, by_phone) = (walk.address, walk.by_phone);
        if !by_phone {
            return choose_address(model, at, action);
        }
    }
    let extent = model.extent.clone();
    if let Some(offset) = model.scroll_mut() {
        *offset = match action {
            Action::PageDown => extent.page_after(*offset),
            Action::PageUp => extent.page_before(*offset),
            _ => scrolled(*offset, extent.farthest(), extent.height, action),
        };
    }
    choose_address_in_sight(model);
}

/// Behind a step, where the addresses are as many things to try, means the first that is in
/// sight, unless the one that is meant is: nobody is to open one that they do not see
/// instead of one that they do. At the step itself, the first leads to the setting and is
/// meant whatever is read below it, unless another is chosen.
fn choose_address_in_sight(model: &mut Model) {
    let extent = model.extent.clone();
    if model.overlay.is_some() || !is_behind(model) {
        return;
    }
    let Some(walk) = model.walk_place_mut() else {
        return;
    };
    let offset = walk.scroll.min(extent.farthest());
    let seen = offset..offset + extent.height;
    let is_seen = |address: usize| {
        let line = extent.addresses.get(address);
        line.is_some_and(|line| seen.contains(line))
    };
    if !is_seen(walk.address)
        && let Some(first) = (0..extent.addresses.len()).find(|address| is_seen(*address))
    {
        walk.address = first;
    }
}

/// Moves to the step's next or previous address and brings it into view; past
/// the last one, scrolls on to the end.
fn choose_address(model: &mut Model, at: usize, action: Action) {
    let lines = model.extent.addresses.clone();
    let (farthest, height) = (model.extent.farthest(), model.extent.height);
    let offset = model.scroll().unwrap_or(0).min(farthest);
    let seen = offset..offset + height;
    // From where the one that is meant is not seen, the arrows choose one that is, or go the
    // way they point.
    let here = lines.get(at).is_some_and(|line| seen.contains(line));
    let next = match (action, here) {
        (Action::Up, true) => at.checked_sub(1),
        (Action::Up, false) => lines.iter().rposition(|line| *line < seen.end),
        (_, true) => Some(at + 1).filter(|next| *next < lines.len()),
        (_, false) => lines.iter().position(|line| *line >= seen.start),
    };
    let Some(walk) = model.walk_place_mut() else {
        return;
    };
    match next {
        Some(next) => {
            walk.address = next;
            // The address, and the line that introduces it.
            let line = lines[next];
            if !seen.contains(&line.saturating_sub(2)) || !seen.contains(&(line + 1)) {
                walk.scroll = line.saturating_sub(2).min(farthest);
            }
        }
        None => {
            walk.scroll = scrolled(walk.scroll, farthest, height, action);
            choose_address_in_sight(model);
        }
    }
}

/// Where scrolling from `offset` leads, between 0 and `farthest`.
pub(super) fn scrolled(offset: usize, farthest: usize, height: usize, action: Action) -> usize {
    let offset = offset.min(farthest);
    // A page keeps one line of the last, so that the eye finds its place.
    let page = height.saturating_sub(1).max(1);
    match action {
        Action::Up => offset.saturating_sub(1),
        Action::Down => offset + 1,
        Action::PageUp => offset.saturating_sub(page),
        Action::PageDown => offset + page,
        Action::First => 0,
        Action::Last => farthest,
        _ => offset,
    }
    .min(farthest)
}
