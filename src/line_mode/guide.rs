//! What the conversation is about: the content, in the person's language, and what
//! they did. Each place has its exchange made of that.

use std::rc::Rc;

use super::answers::Meaning;
use super::exchange::{Choice, Exchange};
use super::place::Place;
use crate::actions::{WorkingCopy, state_brief};
use crate::catalogue::{Catalogue, Platform, Walk, Walks};
use crate::overview::Overview;
use crate::words::Texts;

/// What the conversation is about.
#[derive(Debug)]
pub(super) struct Guide<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) texts: Rc<Texts>,
    /// What the person did, and what can still be made of it.
    pub(super) work: WorkingCopy,
    walks: Walks,
}

impl<'a> Guide<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, texts: Rc<Texts>, work: WorkingCopy) -> Self {
        Self {
            catalogue,
            texts,
            work,
            walks: Walks::new(catalogue),
        }
    }

    /// Goes on in other words.
    pub(super) fn speak(&mut self, texts: Rc<Texts>) {
        self.texts = texts;
        self.walks = Walks::new(self.catalogue);
    }

    pub(super) fn overview(&self) -> Overview<'_> {
        self.work.overview(self.catalogue)
    }

    pub(super) fn facts(&self, platform: usize) -> &'a Platform {
        &self.catalogue.platforms[platform]
    }

    /// What a platform is called in the reader's language.
    pub(super) fn name(&self, platform: usize) -> &str {
        self.facts(platform).name_in(&self.texts)
    }

    /// The steps of a platform.
    pub(super) fn walk(&self, platform: usize) -> Rc<Walk> {
        let today = || self.work.today().date();
        let walk = self.walks.get(platform, self.catalogue, &self.texts, today);
        walk.clone()
    }

    /// Where a platform stands, in a sentence.
    pub(super) fn state_of(&self, platform: usize) -> String {
        let state = state_brief(self.overview().state(platform), &self.texts);
        format!("{}, {state}.", self.name(platform))
    }

    /// The exchange of a place.
    pub(super) fn exchange(&self, place: &Place) -> Exchange {
        let mut exchange = match place {
            Place::List(place) => self.list(place),
            Place::Search => self.search_line(),
            Place::Languages => self.languages(),
            Place::Walk(place) => self.step(place),
            Place::Story(place) => self.story(place),
            Place::Menu { heard } => self.menu(*heard),
        };
        let help = &self.texts.interface.help;
        let choice = &self.texts.interface.plain.choice;
        for (meaning, does) in [
            (Meaning::Undo, &help.undo),
            (Meaning::Search, &help.search),
            (Meaning::Story, &help.story),
            (Meaning::Languages, &help.language),
            (Meaning::Menu, &help.menu),
            (Meaning::Repeat, &choice.repeat),
            (Meaning::Help, &help.help),
            (Meaning::Quit, &help.quit),
        ] {
            let mut choices = exchange.choices.iter();
            if !choices.any(|choice| choice.meaning == meaning) {
                let does_something = match meaning {
                    Meaning::Undo => self.work.can_undo(),
                    Meaning::Story => !matches!(place, Place::Story(_)),
                    Meaning::Menu => !matches!(place, Place::Menu { .. }),
                    _ => true,
                };
                let choice = Choice::new(meaning, does).told_if(does_something);
                exchange.besides.push(choice);
            }
        }
        exchange
    }
}
