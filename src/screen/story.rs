//! A page of the story.

use ratatui::style::Style;

use super::look::Look;
use super::rows::Rows;
use crate::actions::keymap::{Action, Place, keys_for, name_of};
use crate::app::{Model, StoryPlace};
use crate::words::{Name, PageWords, StepOf};

fn words<'a>(model: &'a Model, place: &StoryPlace) -> Option<&'a PageWords> {
    let page = model.catalogue.story.page.get(place.page)?;
    model.texts.story.pages.get(&page.id)
}

/// Where the reader is: the story, the page's place and its title.
pub(super) fn title(model: &Model, place: &StoryPlace) -> String {
    let title = words(model, place).map_or("", |words| &words.title);
    let of = model.catalogue.story.page.len().to_string();
    let step = (place.page + 1).to_string();
    if model.size.0 < 60 {
        format!("{step}/{of} {title}")
    } else {
        let position = model
            .texts
            .interface
            .walk
            .position
            .fill(&StepOf { step, of });
        format!("{} · {position} · {title}", model.texts.story.title)
    }
}

/// Lays out the page, and at its end the way to act on it.
pub(super) fn lay(model: &Model, look: Look, place: &StoryPlace, rows: &mut Rows) {
    let Some(words) = words(model, place) else {
        return;
    };
    for (number, paragraph) in words.body.iter().enumerate() {
        rows.gap();
        let style = if number == 0 {
            look.strong()
        } else {
            Style::new()
        };
        rows.text(paragraph, style);
    }
    rows.gap();
    let interface = &model.texts.interface;
    let name = model.name(model.platform()).to_owned();
    let act = interface.offers.act.fill(&Name { name });
    let last = place.page + 1 == model.catalogue.story.page.len();
    let next = if last {
        &interface.hints.finish
    } else {
        &interface.hints.next
    };
    for (action, text) in [(Action::Act, act.as_str()), (Action::Enter, next)] {
        let keys = keys_for(Place::Story, action);
        let key = format!("{}  ", name_of(keys, interface, look.ascii));
        rows.hanging(&key, text, look.key(), Style::new());
    }
}
