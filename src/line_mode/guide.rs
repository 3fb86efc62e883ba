//! What the conversation is about: the content, in the person's language, and what
//! they did. Each place has its exchange made of that.

use std::rc::Rc;

use super::answers::Intent;
use super::exchange::{Choice, Exchange};
use super::scene::Scene;
use crate::actions::{WorkingCopy, state_brief};
use crate::catalogue::{Catalogue, Course, Platform, Walk, Walks};
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

    /// Goes on in another language.
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

    /// The steps of a walk of a platform.
    pub(super) fn walk(&self, platform: usize, course: Course) -> Rc<Walk> {
        let today = || self.work.today().date();
        let walk = self
            .walks
            .get(platform, course, self.catalogue, &self.texts, today);
        walk.clone()
    }

    /// Where a platform stands, in a sentence.
    pub(super) fn state_of(&self, platform: usize) -> String {
        let state = state_brief(self.overview().state(platform), &self.texts);
        format!("{}, {state}.", self.name(platform))
    }

    /// The exchange at a place: what is said there, and what can be answered.
    pub(super) fn exchange(&self, place: &Scene) -> Exchange {
        let mut exchange = match place {
            Scene::List(place) => self.list(place),
            Scene::Which(place) => self.which(place),
            Scene::Search => self.search_line(),
            Scene::Languages => self.languages(),
            Scene::Walk(place) => self.step(place),
            Scene::Story(place) => self.story(place),
            Scene::Menu { heard } => self.menu(*heard),
        };
        let help = &self.texts.interface.help;
        let choice = &self.texts.interface.line_mode.choice;
        for (intent, does) in [
            (Intent::Left, &choice.left),
            (Intent::Which, &choice.which),
            (Intent::Undo, &help.undo),
            (Intent::Search, &help.search),
            (Intent::Story, &help.story),
            (Intent::Languages, &help.language),
            (Intent::Menu, &help.menu),
            (Intent::Repeat, &choice.repeat),
            (Intent::Help, &help.help),
            (Intent::Quit, &help.quit),
        ] {
            let mut choices = exchange.choices.iter();
            if !choices.any(|choice| choice.intent == intent) {
                let does_something = match intent {
                    Intent::Undo => self.work.can_undo(),
                    Intent::Which => !matches!(place, Scene::Which(_)),
                    Intent::Story => !matches!(place, Scene::Story(_)),
                    Intent::Menu => !matches!(place, Scene::Menu { .. }),
                    _ => true,
                };
                let choice = Choice::new(intent, does).listed_if(does_something);
                exchange.global.push(choice);
            }
        }
        // Where it is asked whether it is done, a no is one of the choices.
        if exchange.enter != Some(Intent::AskDone) {
            let no = Choice::new(Intent::No, &self.texts.interface.line_mode.nothing_noted);
            exchange.global.push(no.listed_if(false));
        }
        exchange
    }
}
