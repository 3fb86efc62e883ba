//! The choice of a language.

use super::effect::Effect;
use super::model::{Model, Overlay};
use super::status::say;
use crate::actions::keymap::Action;
use crate::catalogue::Catalogue;
use crate::translation::share;

/// Opens the choice, at the reader's language.
pub(super) fn open(model: &mut Model) {
    let languages = model.catalogue.languages();
    let here = languages.iter().position(|known| known == model.language());
    let selected = here.unwrap_or(0);
    let shares = shares(&model.catalogue);
    model.overlay = Some(Overlay::Languages { selected, shares });
}

/// Moves in the choice, or goes on in the language chosen.
pub(super) fn choose(model: &mut Model, action: Action) -> Vec<Effect> {
    let languages = model.catalogue.languages();
    let Some(Overlay::Languages { selected, .. }) = &mut model.overlay else {
        return Vec::new();
    };
    let last = languages.len().saturating_sub(1);
    match action {
        Action::Up => *selected = selected.saturating_sub(1),
        Action::Down => *selected = (*selected + 1).min(last),
        Action::First | Action::PageUp => *selected = 0,
        Action::Last | Action::PageDown => *selected = last,
        Action::Back => model.overlay = None,
        Action::Enter | Action::Forward => {
            let chosen = languages[*selected].clone();
            model.overlay = None;
            match model.catalogue.texts(&chosen) {
                Ok(texts) => {
                    model.speak(texts);
                    return vec![Effect::KeepLanguage(chosen)];
                }
                Err(error) => say(model, error.to_string()),
            }
        }
        _ => {}
    }
    Vec::new()
}

/// How much of each language is translated, in percent; None for the built-in ones,
/// and for one that cannot be read.
pub(super) fn shares(catalogue: &Catalogue) -> Vec<Option<usize>> {
    let source = catalogue.source();
    let languages = catalogue.languages().into_iter();
    languages.map(|language| share(source, &language)).collect()
}
