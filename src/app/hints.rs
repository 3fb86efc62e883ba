//! Which keys matter here: the few on the bottom line, and those a step offers.

use super::model::{Filter, Model, Overlay};
use crate::actions::Offer;
use crate::actions::keymap::{Action, Key, Place, keys_for, name_of, shortest_name_of};
use crate::catalogue::Role;
use crate::checklist::State;
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
    /// The hint for the keys that do something at a place. None where none does.
    fn new(place: Place, action: Action, text: &str) -> Option<Self> {
        let keys = keys_for(place, action);
        (!keys.is_empty()).then(|| Self {
            action,
            keys,
            text: text.to_owned(),
        })
    }

    /// What is printed on the key to show.
    #[must_use]
    pub fn key(&self, interface: &Interface, ascii: bool) -> String {
        name_of(self.keys, interface, ascii)
    }

    /// The same where room is scarce.
    #[must_use]
    pub fn short_key(&self, interface: &Interface, ascii: bool) -> String {
        shortest_name_of(self.keys, interface, ascii)
    }
}

/// The keys that matter where the reader is, the most useful first. Help comes
/// last, and is to be shown however little room there is. On a page of which some is
/// `below`, Enter shows that before it does anything else.
#[must_use]
pub fn hints(model: &Model, below: bool) -> Vec<Hint> {
    let place = model.place();
    let mut hints = hints_at(model, place);
    let listed_nothing = || model.visible().is_empty();
    let reads_on = match place {
        Place::Walk | Place::Story | Place::Overlay => below,
        Place::List | Place::Search => below && listed_nothing(),
        _ => false,
    };
    if reads_on {
        let enter = Hint {
            action: Action::Enter,
            keys: &[Key::Enter],
            text: model.texts.interface.hints.read_on.to_string(),
        };
        let named = hints.iter_mut().find(|it| it.keys.contains(&Key::Enter));
        match named {
            Some(named) => *named = enter,
            // What a step has of its own stays first. What there is to be tried where it
            // is not seen is read to its end before it is given up, and any other page is
            // there to be read.
            None => {
                let step = model.step().filter(|_| place == Place::Walk);
                let own = step.is_some_and(|step| step.role != Role::Unseen);
                hints.insert(usize::from(own).min(hints.len()), enter);
            }
        }
    }
    hints
}

/// The same for a place that the reader is at or that lies below.
#[must_use]
pub fn hints_at(model: &Model, place: Place) -> Vec<Hint> {
    let words = &model.texts.interface.hints;
    let mut actions: Vec<(Action, &Text)> = Vec::new();
    match place {
        Place::Search => {
            // Where nothing is found, there is nothing to keep.
            if !model.visible().is_empty() {
                actions.push((Action::Enter, &words.keep));
            }
            actions.push((Action::Back, &words.clear));
        }
        Place::List => {
            let found = !model.visible().is_empty();
            if found {
                actions.push((Action::Enter, enter_word(model)));
            }
            if !model.list.query.is_empty() {
                actions.push((Action::Back, &words.clear));
            } else if model.list.filter != Filter::All {
                actions.push((Action::Back, &words.show_all));
            }
            match model.state(model.list.selected) {
                _ if !found || !model.overview().can_be_done(model.list.selected) => {}
                state if state.is_done() => actions.push((Action::Toggle, &words.untick)),
                // What is noted there is an objection that was sent.
                _ if model.overview().objection(model.list.selected).is_some() => {
                    actions.push((Action::Toggle, &model.texts.interface.states.objected));
                }
                _ => actions.push((Action::Toggle, &words.tick)),
            }
            actions.extend([
                (Action::Search, &words.search),
                (Action::Filter, &words.filter),
                (Action::Language, &words.language),
                (Action::Quit, &words.quit),
                (Action::Story, &words.story),
            ]);
        }
        Place::Walk => actions = step_hints(model),
        Place::Leaving => {
            let states = &model.texts.interface.states;
            actions.extend([
                (Action::Enter, &words.tick),
                (Action::Back, &words.not_yet),
                (Action::Later, &states.later),
                (Action::NotConcerned, &states.not_concerned),
            ]);
        }
        Place::Story => {
            let pages = model.catalogue.story.page.len();
            let last = model
                .story_place()
                .is_some_and(|place| place.page + 1 == pages);
            let next = if last { &words.finish } else { &words.next };
            actions.extend([
                (Action::Enter, next),
                (Action::Back, &words.back),
                (Action::Act, &words.act),
                (Action::Sources, &words.sources),
            ]);
        }
        // Line mode has no screen, and the workshop screens of its own.
        Place::Line | Place::Wall | Place::WallOver | Place::Prompt => {}
        Place::Overlay => {
            actions.push((Action::Back, &words.close));
            if let Some(Overlay::Qr { large, .. }) = model.overlay {
                let other = if large { &words.smaller } else { &words.larger };
                actions.push((Action::Qr, other));
            }
        }
        Place::Which => {
            let chosen = match &model.overlay {
                Some(Overlay::Which(which)) => which.chosen.contains(&true),
                _ => false,
            };
            actions.extend([
                (Action::Toggle, &words.choose),
                (Action::Enter, &words.finish),
                (Action::Back, &model.texts.interface.which.skip),
            ]);
            // What there is to do is to choose, and with something chosen to be done.
            if chosen {
                actions.swap(0, 1);
            }
        }
        Place::Languages => {
            actions.extend([(Action::Enter, &words.choose), (Action::Back, &words.close)]);
        }
    }
    if place != Place::Search {
        actions.push((Action::Help, &words.help));
    }
    let hints = actions.into_iter();
    let mut hints: Vec<Hint> = hints
        .filter_map(|(action, text)| Hint::new(place, action, text))
        .collect();
    // But for the step that ticks off, both keys go on.
    let arrow = hints.iter().any(|hint| hint.action == Action::Forward);
    for hint in &mut hints {
        if matches!(place, Place::Walk | Place::Story) && hint.action == Action::Enter && !arrow {
            hint.keys = GO_ON;
        }
    }
    hints
}

/// The keys that go on in a walk and in the story.
const GO_ON: &[Key] = &[Key::Enter, Key::Right];

/// What going into the selected platform's walk means: beginning it, going on with
/// it, or only looking at it, where nothing is left to do.
fn enter_word(model: &Model) -> &Text {
    let words = &model.texts.interface.hints;
    let platform = model.list.selected;
    match model.state(platform) {
        _ if !model.facts(platform).kind.asks() => &words.view,
        State::Done(_) => &words.view,
        State::Todo | State::Later if model.is_begun(platform) => &words.resume,
        _ => &words.begin,
    }
}

/// What the step the reader is at offers, in more words, for the step's own
/// screen. Where some of it is `below`, Enter does not tick off yet, and the other key
/// that does is named.
#[must_use]
pub fn offers(model: &Model, below: bool) -> Vec<(Offer, Hint)> {
    let Some(offers) = model.step_offers() else {
        return Vec::new();
    };
    let interface = &model.texts.interface;
    let hint = |offer: Offer| {
        let text = offers.long(offer, interface)?;
        let action = match offer {
            Offer::Tick if below => offer.action(),
            offer => offers.key_action(offer),
        };
        Some((offer, Hint::new(Place::Walk, action, text)?))
    };
    offers.on_screen().filter_map(hint).collect()
}

/// The same in a word or two, each key once.
fn step_hints(model: &Model) -> Vec<(Action, &Text)> {
    let mut hints: Vec<(Action, &Text)> = Vec::new();
    let Some(offers) = model.step_offers() else {
        return hints;
    };
    let main = offers.main();
    let others = offers.on_screen().filter(|offer| *offer != main);
    for offer in std::iter::once(main).chain(others) {
        let action = offers.key_action(offer);
        if let Some(text) = offers.short(offer, &model.texts.interface)
            && !hints.iter().any(|(known, _)| *known == action)
        {
            hints.push((action, text));
        }
    }
    hints
}
