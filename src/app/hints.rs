//! Which keys matter here: the few on the bottom line, and those a step offers.

use super::model::{Model, Over};
use crate::actions::keymap::{Action, Key, Place, keys_for, name_of};
use crate::catalogue::Role;
use crate::checklist::Standing;
use crate::content::Text;
use crate::words::Interface;

/// What a key does, in a word or two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What it asks for.
    pub action: Action,
    /// The keys that do it.
    pub keys: &'static [Key],
    /// What it does.
    pub text: String,
}

impl Hint {
    /// What is printed on the key to show.
    #[must_use]
    pub fn key(&self, interface: &Interface, ascii: bool) -> String {
        name_of(self.keys, interface, ascii)
    }
}

/// The keys that matter where the reader is, the most useful first. Help comes
/// last, and is to be shown however little room there is.
#[must_use]
pub fn hints(model: &Model) -> Vec<Hint> {
    hints_at(model, model.place())
}

/// The same for a place that the reader is at or that lies below.
#[must_use]
pub fn hints_at(model: &Model, place: Place) -> Vec<Hint> {
    let words = &model.texts.interface.hints;
    let mut actions: Vec<(Action, &Text)> = Vec::new();
    match place {
        Place::Search => {
            actions.extend([(Action::Enter, &words.keep), (Action::Back, &words.clear)]);
        }
        Place::List => {
            let found = !model.visible().is_empty();
            if found {
                actions.push((Action::Enter, enter_word(model)));
            }
            if !model.list.query.is_empty() {
                actions.push((Action::Back, &words.clear));
            }
            match model.standing(model.list.selected) {
                _ if !found || !model.facts(model.list.selected).kind.asks() => {}
                Standing::Done(_) => actions.push((Action::Toggle, &words.untick)),
                _ => actions.push((Action::Toggle, &words.tick)),
            }
            actions.extend([
                (Action::Search, &words.search),
                (Action::Language, &words.language),
                (Action::Quit, &words.quit),
                (Action::Story, &words.story),
            ]);
        }
        Place::Walk => walk_actions(model, &mut actions),
        Place::Story => {
            let pages = model.catalogue.story.page.len();
            let last = model
                .story_place()
                .is_some_and(|place| place.page + 1 == pages);
            let next = if last { &words.finish } else { &words.next };
            actions.extend([
                (Action::Forward, next),
                (Action::Back, &words.back),
                (Action::Enter, &words.act),
                (Action::Sources, &words.sources),
            ]);
        }
        // Line mode has no screen.
        Place::Line => {}
        Place::Over => {
            actions.push((Action::Back, &words.close));
            if let Some(Over::Qr { large, .. }) = model.over {
                let other = if large { &words.smaller } else { &words.larger };
                actions.push((Action::Qr, other));
            }
        }
        Place::Languages => {
            actions.extend([(Action::Enter, &words.choose), (Action::Back, &words.close)]);
        }
    }
    if place != Place::Search {
        actions.push((Action::Help, &words.help));
    }
    spell(place, actions)
}

/// What going into the selected platform's walk means: beginning it, going on with
/// it, or only looking at it, where nothing is left to do.
fn enter_word(model: &Model) -> &Text {
    let words = &model.texts.interface.hints;
    let platform = model.list.selected;
    match model.standing(platform) {
        _ if !model.facts(platform).kind.asks() => &words.view,
        Standing::Done(_) => &words.view,
        Standing::Todo | Standing::Later if model.is_begun(platform) => &words.next,
        _ => &words.begin,
    }
}

fn walk_actions<'a>(model: &'a Model, actions: &mut Vec<(Action, &'a Text)>) {
    let words = &model.texts.interface.hints;
    let (Some(place), Some(step)) = (model.walk_place(), model.step()) else {
        return;
    };
    let last = place.step + 1 == model.walk(place.platform).steps.len();
    let next = if last { &words.finish } else { &words.next };
    let ticked = matches!(model.standing(place.platform), Standing::Done(_));
    let confirming = step.role == Role::Confirm;
    if confirming && !ticked {
        actions.push((Action::Toggle, &words.tick));
    }
    actions.extend([(Action::Forward, next), (Action::Back, &words.back)]);
    if confirming && ticked {
        actions.push((Action::Toggle, &words.untick));
    }
    let has_address = step.addresses().next().is_some();
    if place.takes_phone(&step) {
        actions.push((Action::Phone, &words.web));
        if has_address {
            actions.push((Action::Qr, &words.qr));
        }
        return;
    }
    if has_address {
        actions.extend([
            (Action::Open, &words.open),
            (Action::Copy, &words.copy),
            (Action::Qr, &words.qr),
        ]);
    }
    if step.phone.is_some() {
        actions.push((Action::Phone, &words.phone));
    }
    if step.replica().is_some() {
        actions.push((Action::Toggle, &words.flip));
    } else if step.folds() {
        let fold = if place.unfolded {
            &words.fold
        } else {
            &words.unfold
        };
        actions.push((Action::Toggle, fold));
    }
    if step.paste().is_some() && !actions.iter().any(|(action, _)| *action == Action::Copy) {
        actions.push((Action::Copy, &words.copy));
    }
    if matches!(step.role, Role::What | Role::Remains) {
        actions.push((Action::Sources, &words.sources));
    }
}

/// What the step the reader is at offers, in more words, for the step's own
/// screen.
#[must_use]
pub fn offers(model: &Model) -> Vec<Hint> {
    let words = &model.texts.interface.offers;
    let (Some(place), Some(step)) = (model.walk_place(), model.step()) else {
        return Vec::new();
    };
    let mut actions: Vec<(Action, &Text)> = Vec::new();
    let addresses = step.addresses().count();
    if place.takes_phone(&step) {
        // The address is not in sight, but one key away for the phone's camera.
        if addresses > 0 {
            actions.push((Action::Qr, &model.texts.interface.help.qr));
        }
        actions.push((Action::Phone, &words.web));
        return spell(model.place(), actions);
    }
    if addresses > 0 {
        actions.extend([
            (
                Action::Open,
                if step.is_mail() {
                    &words.write
                } else {
                    &words.open
                },
            ),
            (Action::Copy, &words.copy),
            (Action::Qr, &words.qr),
        ]);
        if step.paste().is_some() {
            actions.retain(|(action, _)| *action != Action::Copy);
        }
        if addresses > 1 {
            actions.push((Action::Down, &words.choose_address));
        }
    }
    if step.phone.is_some() {
        actions.push((Action::Phone, &words.phone));
    }
    if step.role == Role::Confirm {
        let ticked = matches!(model.standing(place.platform), Standing::Done(_));
        let tick = if ticked { &words.untick } else { &words.tick };
        actions.push((Action::Toggle, tick));
    }
    if step.replica().is_some() {
        actions.push((Action::Toggle, &words.flip));
    } else if step.folds() {
        let fold = if place.unfolded {
            &words.fold
        } else {
            &words.unfold
        };
        actions.push((Action::Toggle, fold));
    }
    if step.paste().is_some() {
        actions.push((Action::Copy, &words.copy_text));
    }
    spell(model.place(), actions)
}

fn spell(place: Place, actions: Vec<(Action, &Text)>) -> Vec<Hint> {
    actions
        .into_iter()
        .map(|(action, text)| Hint {
            action,
            keys: keys_for(place, action),
            text: text.to_string(),
        })
        .filter(|hint| !hint.keys.is_empty())
        .collect()
}
