//! The conversation: where the person is, what they answer, and what comes of it.

use std::io::{self, Write};
use std::rc::Rc;

use super::answers::{Meaning, Understood, understand};
use super::exchange::{Choice, Exchange};
use super::lists::ListPlace;
use super::speech::visible;
use super::story::StoryPlace;
use super::walk::WalkPlace;
use super::world::World;
use crate::catalogue::{Catalogue, Platform};
use crate::catalogue::{search, search_nearly};
use crate::checklist::{Change, Checklist, Record, Today};
use crate::language::Language;
use crate::overview::Overview;
use crate::words::{GivenKnown, Name, Query, Reason, Texts};

/// A conversation with anybody: lines come in until the input ends, text goes
/// out.
#[derive(Debug)]
pub struct Conversation<'a, W, I, O> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) texts: Rc<Texts>,
    pub(super) checklist: Checklist,
    pub(super) today: Today,
    pub(super) world: &'a W,
    pub(super) input: I,
    pub(super) output: O,
    /// Where the person is, last, and how they came there.
    pub(super) places: Vec<Place>,
    pub(super) undo: Vec<(String, Record)>,
    /// The changes that could not be saved yet, the oldest first.
    pub(super) unsaved: Vec<Change>,
}

/// Where the person can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// At the menu.
    Menu {
        /// Whether it was read out before.
        heard: bool,
    },
    /// At a list of platforms.
    List(ListPlace),
    /// In the line that searches.
    Search,
    /// At the choice of a language.
    Languages,
    /// At a step of a walk.
    Walk(WalkPlace),
    /// At a page of the story.
    Story(StoryPlace),
}

/// What comes after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// The same prompt once more.
    Ask,
    /// All that is to be said where the person now is.
    Say,
    /// The end.
    Leave,
}

impl<'a, W: World, I: Iterator<Item = String>, O: Write> Conversation<'a, W, I, O> {
    /// A conversation about `catalogue`, on the day `today`. `input` yields a line
    /// for each answer.
    pub fn new(
        catalogue: &'a Catalogue,
        texts: Rc<Texts>,
        checklist: Checklist,
        today: Today,
        world: &'a W,
        input: I,
        output: O,
    ) -> Self {
        Self {
            catalogue,
            texts,
            checklist,
            today,
            world,
            input,
            output,
            places: Vec::new(),
            undo: Vec::new(),
            unsaved: Vec::new(),
        }
    }

    /// Converses until the person leaves or the input ends, from the walk of
    /// `platform` on if there is one.
    ///
    /// # Errors
    /// If the output fails.
    pub fn run(&mut self, platform: Option<usize>) -> io::Result<()> {
        let texts = self.texts.clone();
        let words = &texts.interface.plain;
        self.say(&words.welcome)?;
        if self.checklist.is_empty() {
            self.say(&words.first_run)?;
        }
        self.places.push(Place::Menu { heard: false });
        if let Some(platform) = platform {
            self.begin(platform, None);
        }
        while self.converse()? != After::Leave {}
        self.say_goodbye()
    }

    /// Says what is to be said where the person is, and answers until they are
    /// somewhere else.
    fn converse(&mut self) -> io::Result<After> {
        let texts = self.texts.clone();
        let exchange = self.exchange();
        self.gap()?;
        self.say_all(&exchange.text)?;
        if !exchange.heard {
            if exchange.text.len() > 3 {
                self.gap()?;
            }
            self.say_all(&exchange.choice_lines(&texts))?;
        }
        self.set_heard(true);
        loop {
            // What can be answered changes with the answers.
            let exchange = self.exchange();
            let Some(answer) = self.ask(&exchange.prompt)? else {
                return Ok(After::Leave);
            };
            let after = self.answer(&exchange, &answer)?;
            if after != After::Ask {
                return Ok(after);
            }
        }
    }

    /// The exchange of where the person is.
    fn exchange(&self) -> Exchange {
        let mut exchange = match self.places.last() {
            Some(Place::List(place)) => self.list(place),
            Some(Place::Search) => self.search_line(),
            Some(Place::Languages) => self.languages(),
            Some(Place::Walk(place)) => self.walk(place),
            Some(Place::Story(place)) => self.story(place),
            Some(Place::Menu { heard }) => self.menu(*heard),
            None => self.menu(false),
        };
        let help = &self.texts.interface.help;
        let choice = &self.texts.interface.plain.choice;
        let place = self.places.last();
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
            if !exchange
                .choices
                .iter()
                .any(|choice| choice.meaning == meaning)
            {
                let does_something = match meaning {
                    Meaning::Undo => !self.undo.is_empty(),
                    Meaning::Story => !matches!(place, Some(Place::Story(_))),
                    Meaning::Menu => !matches!(place, Some(Place::Menu { .. })),
                    _ => true,
                };
                let choice = Choice::new(meaning, does).told_if(does_something);
                exchange.besides.push(choice);
            }
        }
        exchange
    }

    /// Notes whether the person has heard what there is to hear where they are:
    /// whoever comes back to it need not hear all of it again.
    fn set_heard(&mut self, heard: bool) {
        match self.places.last_mut() {
            Some(Place::Menu { heard: menu }) => *menu = heard,
            Some(Place::List(place)) => place.heard = heard,
            Some(Place::Story(place)) => place.heard = heard,
            Some(Place::Walk(place)) => {
                place.heard = heard;
                place.introduced |= heard;
            }
            _ => {}
        }
    }

    fn answer(&mut self, exchange: &Exchange, answer: &str) -> io::Result<After> {
        let answer = answer.trim();
        let texts = self.texts.clone();
        if answer.is_empty() {
            return match &exchange.enter {
                Some(meaning) => self.act(exchange, meaning.clone()),
                None => Ok(After::Ask),
            };
        }
        // A search typed in one go.
        if let Some(query) = answer.strip_prefix('/')
            && !query.trim().is_empty()
        {
            return self.find(query.trim());
        }
        let answers = exchange.answers(&texts);
        let understood = understand(answer, &answers);
        if self.places.last() == Some(&Place::Search) {
            return match understood {
                // What can be looked for is: only what cannot is an answer.
                Understood::One(meaning)
                    if answer.chars().all(|c| !c.is_alphabetic())
                        || search(self.catalogue, &texts, answer).is_empty() =>
                {
                    self.act(exchange, meaning)
                }
                _ => self.find(answer),
            };
        }
        match understood {
            Understood::One(meaning) => self.act(exchange, meaning),
            Understood::Several(found) => {
                let is_platform =
                    |(meaning, _): &(Meaning, String)| matches!(meaning, Meaning::Platform(_));
                if found.iter().all(is_platform) {
                    return self.find(answer);
                }
                let names: Vec<_> = found.into_iter().map(|(_, name)| name).collect();
                let given = visible(answer);
                let known = names.join(", ");
                let words = &texts.interface.plain.several;
                self.say(&words.fill(&GivenKnown { given, known }))?;
                Ok(After::Ask)
            }
            Understood::Nothing => {
                let is_list = matches!(
                    self.places.last(),
                    Some(Place::Menu { .. } | Place::List(_))
                );
                let found = search_nearly(self.catalogue, &texts, answer);
                // Two letters stand somewhere in nearly every name.
                let is_name = answer.chars().filter(|c| c.is_alphabetic()).count() > 2;
                if is_list && is_name && !found.is_empty() {
                    return self.find(answer);
                }
                let given = visible(answer);
                let known = exchange.known(&texts);
                let words = &texts.interface.plain.not_understood;
                self.say(&words.fill(&GivenKnown { given, known }))?;
                Ok(After::Ask)
            }
        }
    }

    /// Does what an answer asks for.
    fn act(&mut self, exchange: &Exchange, meaning: Meaning) -> io::Result<After> {
        let texts = self.texts.clone();
        match meaning {
            Meaning::Quit => return Ok(After::Leave),
            Meaning::Help => {
                self.gap()?;
                let mut lines = exchange.help_lines(&texts);
                let help = &texts.interface.help;
                match self.world.file() {
                    Some(path) => lines.extend([help.saved.to_string(), path]),
                    None => lines.push(help.not_saved.to_string()),
                }
                lines.push(help.network.to_string());
                self.say_all(&lines)?;
                self.gap()?;
                return Ok(After::Ask);
            }
            Meaning::Undo => {
                self.take_back()?;
                return Ok(After::Ask);
            }
            Meaning::Repeat => self.set_heard(false),
            Meaning::Back if self.step_back() || self.page_back() => {}
            // Going back too often does not lead out.
            Meaning::Back if self.places.len() > 1 => {
                self.places.pop();
            }
            Meaning::Back => self.places.truncate(1),
            // Whoever asks for the menu wants to hear it.
            Meaning::Menu => {
                self.places.truncate(1);
                self.set_heard(false);
            }
            Meaning::Search => self.places.push(Place::Search),
            Meaning::Story => self.places.push(Place::Story(StoryPlace::default())),
            Meaning::Languages => self.places.push(Place::Languages),
            Meaning::Speak(language) => return self.speak(&language),
            Meaning::Platform(platform) => {
                let list = match self.places.last() {
                    Some(Place::List(place)) => Some(self.platforms(place)),
                    _ => None,
                };
                let place = list.and_then(|list| {
                    let place = list.iter().position(|listed| *listed == platform)?;
                    Some((place + 1, list.len()))
                });
                self.begin(platform, place);
            }
            Meaning::Section(section) => {
                self.places
                    .push(Place::List(ListPlace::of_section(section)));
            }
            Meaning::More => {
                if let Some(Place::List(place)) = self.places.last_mut() {
                    place.more();
                }
            }
            meaning => {
                return match self.places.last().cloned() {
                    Some(Place::Walk(place)) => self.act_in_walk(&place, &meaning),
                    Some(Place::Story(place)) => self.act_in_story(&place, &meaning),
                    _ => Ok(After::Ask),
                };
            }
        }
        Ok(After::Say)
    }

    /// Goes to what a query finds, or says that it finds nothing.
    fn find(&mut self, query: &str) -> io::Result<After> {
        let query = visible(query);
        let found = search_nearly(self.catalogue, &self.texts, &query);
        if found.is_empty() || query.trim().is_empty() {
            let texts = self.texts.clone();
            let words = &texts.interface;
            self.say(&words.list.nothing_found.fill(&Query { query }))?;
            if self.places.last() != Some(&Place::Search) {
                return Ok(After::Ask);
            }
            self.say(&words.plain.search_again)?;
            return Ok(After::Ask);
        }
        if self.places.last() == Some(&Place::Search) {
            self.places.pop();
        }
        if let [platform] = found[..] {
            // There is nothing to choose from.
            let words = self.found_words(&query, 1);
            self.say(&words)?;
            self.begin(platform, None);
        } else {
            self.places.push(Place::List(ListPlace::found(query)));
        }
        Ok(After::Say)
    }

    /// Goes on in another language, where the person is.
    fn speak(&mut self, language: &Language) -> io::Result<After> {
        self.places.pop();
        match self.catalogue.texts(language) {
            Ok(texts) => {
                self.texts = texts.clone();
                let name = texts.interface.language.to_string();
                self.say(&texts.interface.plain.language_now.fill(&Name { name }))?;
                self.set_heard(false);
            }
            Err(error) => self.say(&error.to_string())?,
        }
        Ok(After::Say)
    }

    fn say_goodbye(&mut self) -> io::Result<()> {
        let saved = self.save();
        let texts = self.texts.clone();
        let words = &texts.interface.plain;
        self.gap()?;
        match (self.world.file(), saved) {
            (None, _) => self.say(&words.bye_unsaved),
            (Some(_), Ok(())) => self.say(&words.bye),
            (Some(_), Err(reason)) => {
                self.say(&texts.interface.status.not_saved.fill(&Reason { reason }))?;
                self.say(&words.bye_failed)
            }
        }
    }

    pub(super) fn overview(&self) -> Overview<'_> {
        Overview {
            catalogue: self.catalogue,
            checklist: &self.checklist,
            today: &self.today,
        }
    }

    pub(super) fn facts(&self, platform: usize) -> &'a Platform {
        &self.catalogue.platforms[platform]
    }

    /// What a platform is called in the reader's language.
    pub(super) fn name(&self, platform: usize) -> &str {
        self.facts(platform).name_in(&self.texts)
    }
}
