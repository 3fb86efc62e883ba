//! The help page: the keys that do something where the reader was, then the
//! others, then what the program does with what it knows.

use ratatui::style::Style;
use unicode_width::UnicodeWidthStr as _;

use super::look::Look;
use super::rows::Rows;
use crate::actions::keymap::{Action, BINDINGS, Binding, Place};
use crate::app::{Model, Page, hints_at};

/// Lays out the page.
pub(super) fn lay(model: &Model, look: Look, rows: &mut Rows) {
    let words = &model.texts.interface.help;
    let here = match model.stack.last() {
        _ if model.below_help.is_some() => Place::Which,
        Some(Page::Walk(_)) => Place::Walk,
        Some(Page::Story(_)) => Place::Story,
        None => Place::List,
    };
    let (mut near, far): (Vec<_>, Vec<_>) = BINDINGS
        .iter()
        .filter(|binding| {
            let mut places = binding.places.iter();
            places.any(|place| *place == here || place.is_of_full_screen())
        })
        .partition(|binding| binding.places.contains(&here));
    // The keys that matter on this very screen come first.
    let mut first = hints_at(model, here);
    first.retain(|hint| hint.action != Action::Help);
    near.sort_by_key(|binding| {
        let place = first.iter().position(|hint| hint.action == binding.action);
        place.unwrap_or(first.len())
    });
    let near = merge(model, look, &near);
    let mut far = merge(model, look, &far);
    // What can be done here is listed already.
    far.retain(|(_, text)| !near.iter().any(|(_, listed)| listed == text));
    for (heading, lines) in [(&words.here, near), (&words.elsewhere, far)] {
        if !lines.is_empty() {
            rows.gap();
            rows.text(heading, look.strong());
        }
        let widest = lines
            .iter()
            .map(|(keys, _)| keys.width())
            .max()
            .unwrap_or(0);
        let beside = rows.width() >= 50 && 2 * (widest + 2) <= rows.width();
        for (keys, text) in lines {
            if beside {
                let gap = " ".repeat(widest - keys.width() + 2);
                rows.hanging(&format!("{keys}{gap}"), text, look.key(), Style::new());
            } else {
                rows.running(&format!("{keys}  "), text, look.key(), Style::new());
            }
        }
    }
    rows.gap();
    match &model.file {
        Some(path) => {
            rows.text(&words.saved, Style::new());
            rows.text(&path.display().to_string(), look.dim());
        }
        None => rows.text(&words.not_saved, Style::new()),
    }
    rows.gap();
    rows.text(&words.network, Style::new());
}

/// The keys of each line of the help page: those that share a text together, each once.
fn merge<'a>(model: &'a Model, look: Look, bindings: &[&Binding]) -> Vec<(String, &'a str)> {
    let interface = &model.texts.interface;
    let mut lines: Vec<(Vec<String>, &str)> = Vec::new();
    for binding in bindings {
        let text: &str = (binding.help)(&interface.help);
        let place = lines.iter().position(|(_, known)| *known == text);
        let place = place.unwrap_or_else(|| {
            lines.push((Vec::new(), text));
            lines.len() - 1
        });
        for key in binding.keys {
            let name = key.name(interface, look.ascii);
            if !lines[place].0.contains(&name) {
                lines[place].0.push(name);
            }
        }
    }
    let joined = lines
        .into_iter()
        .map(|(keys, text)| (keys.join(", "), text));
    joined.collect()
}
