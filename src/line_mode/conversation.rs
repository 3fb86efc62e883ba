//! The conversation: where the person is, what they answer, and what comes of it.

use std::io::{self, Write};
use std::rc::Rc;

use super::answers::{Answer, Intent, Understood, clean, understand};
use super::exchange::Exchange;
use super::guide::Guide;
use super::scene::{ListScene, Scene, StoryScene, WalkScene};
use super::text::visible;
use super::world::World;
use crate::actions::{Outcome, WorkingCopy};
use crate::catalogue::{Catalogue, anyway, search, search_nearly, unlisted};
use crate::checklist::{Checklist, Today};
use crate::language::Language;
use crate::words::{Given, GivenKnown, Name, Query, Texts};

/// The most words that the name of a platform has.
const LONGEST_NAME: usize = 4;

/// Whether somebody may have meant a platform by an answer that is none. Two letters
/// stand somewhere in nearly every name, and what has many words is a sentence.
fn may_be_name(answer: &str) -> bool {
    answer.chars().filter(|c| c.is_alphabetic()).count() > 2
        && answer.split_whitespace().count() <= LONGEST_NAME
}

/// Whether an answer is a slip of the finger away from one of these.
fn is_nearly(answer: &str, answers: &[Answer]) -> bool {
    let given = clean(answer);
    let mut words = answers.iter().flat_map(|answer| &answer.words);
    words.any(|word| strsim::damerau_levenshtein(&clean(word), &given) <= 1)
}

/// A conversation with anybody: lines come in until the input ends, text goes
/// out.
#[derive(Debug)]
pub struct Conversation<'a, W, I, O> {
    pub(super) guide: Guide<'a>,
    pub(super) world: &'a W,
    pub(super) input: I,
    pub(super) output: O,
    /// Where the person is, last, and how they came there.
    pub(super) places: Vec<Scene>,
}

/// What comes after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
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
        let work = WorkingCopy::new(checklist, today, world.file().is_some());
        Self {
            guide: Guide::new(catalogue, texts, work),
            world,
            input,
            output,
            places: vec![Scene::Menu { heard: false }],
        }
    }

    /// The checklist as the person worked on it.
    pub fn work(&self) -> &WorkingCopy {
        &self.guide.work
    }

    /// Converses until the person leaves or the input ends, from the walk of
    /// `platform` on if there is one.
    ///
    /// # Errors
    /// If the output fails.
    pub fn run(&mut self, platform: Option<usize>) -> io::Result<()> {
        let texts = self.guide.texts.clone();
        let words = &texts.interface.line_mode;
        self.say(&words.welcome)?;
        if self.guide.work.checklist().is_empty() {
            self.say(&words.first_run)?;
        }
        if let Some(platform) = platform {
            self.begin(platform, None);
        } else if self.guide.overview().is_first_start() {
            self.ask_which();
        }
        while self.converse()? != Flow::Leave {}
        self.say_goodbye()
    }

    /// Says what is to be said where the person is, and answers until they are
    /// somewhere else.
    fn converse(&mut self) -> io::Result<Flow> {
        let texts = self.guide.texts.clone();
        let mut exchange = self.guide.exchange(self.place());
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
            let Some(answer) = self.ask(&exchange.prompt)? else {
                return Ok(Flow::Leave);
            };
            let flow = self.answer(&exchange, &answer)?;
            if flow != Flow::Ask {
                return Ok(flow);
            }
            // What can be answered changes with the answers.
            exchange = self.guide.exchange(self.place());
        }
    }

    fn answer(&mut self, exchange: &Exchange, answer: &str) -> io::Result<Flow> {
        let answer = answer.trim();
        let texts = self.guide.texts.clone();
        if answer.is_empty() {
            return match &exchange.enter {
                Some(intent) => self.act(exchange, intent.clone()),
                None => Ok(Flow::Ask),
            };
        }
        // A search typed in one go.
        if let Some(query) = answer.strip_prefix('/')
            && !query.trim().is_empty()
        {
            return self.find(query.trim());
        }
        if *self.place() != Scene::Search
            && let Some(several) = self.guide.several(answer)
        {
            self.note_several(several)?;
            return Ok(Flow::Ask);
        }
        if let Scene::Which(place) = self.place() {
            return self.answer_which(place.clone(), exchange, answer);
        }
        let answers = exchange.answers(&texts);
        let understood = understand(answer, &answers);
        if *self.place() == Scene::Search {
            return match understood {
                // What can be looked for is: only what cannot is an answer.
                Understood::One(intent)
                    if answer.chars().all(|c| !c.is_alphabetic())
                        || search(self.guide.catalogue, &texts, answer).is_empty() =>
                {
                    self.act(exchange, intent)
                }
                _ => self.find(answer),
            };
        }
        match understood {
            Understood::One(intent) => self.act(exchange, intent),
            Understood::Several(found) => {
                let is_platform =
                    |(intent, _): &(Intent, String)| matches!(intent, Intent::Platform(_));
                if found.iter().all(is_platform) {
                    return self.find(answer);
                }
                let names: Vec<_> = found.into_iter().map(|(_, name)| name).collect();
                let given = visible(answer);
                let known = names.join(", ");
                let words = &texts.interface.line_mode.several;
                self.say(&words.fill(&GivenKnown { given, known }))?;
                Ok(Flow::Ask)
            }
            Understood::Begun(words) => {
                let given = visible(answer);
                let known = words.join(", ");
                let words = &texts.interface.line_mode.whole_word;
                self.say(&words.fill(&GivenKnown { given, known }))?;
                Ok(Flow::Ask)
            }
            Understood::Nothing if self.guide.is_act(answer) => {
                let given = visible(answer);
                let words = &texts.interface.line_mode.without_name;
                self.say(&words.fill(&Given { given }))?;
                Ok(Flow::Ask)
            }
            Understood::Nothing => {
                let is_list = matches!(self.place(), Scene::Menu { .. } | Scene::List(_));
                let found = || !search_nearly(self.guide.catalogue, &texts, answer).is_empty();
                if is_list && may_be_name(answer) && (found() || !is_nearly(answer, &answers)) {
                    return self.find(answer);
                }
                let given = visible(answer);
                let known = exchange.known(&texts);
                let words = &texts.interface.line_mode.not_understood;
                self.say(&words.fill(&GivenKnown { given, known }))?;
                Ok(Flow::Ask)
            }
        }
    }

    /// Does what an answer asks for.
    pub(super) fn act(&mut self, exchange: &Exchange, intent: Intent) -> io::Result<Flow> {
        let texts = self.guide.texts.clone();
        match intent {
            Intent::Quit => return Ok(Flow::Leave),
            Intent::Help => {
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
                return Ok(Flow::Ask);
            }
            Intent::Undo => {
                self.undo()?;
                return Ok(Flow::Ask);
            }
            Intent::Repeat => self.set_heard(false),
            Intent::Back if self.places.last_mut().is_some_and(Scene::back) => {}
            // Going back too often does not lead out.
            Intent::Back if self.places.len() > 1 => {
                self.places.pop();
            }
            Intent::Back => self.places.truncate(1),
            // Whoever asks for the menu wants to hear it.
            Intent::Menu => {
                self.places.truncate(1);
                self.set_heard(false);
            }
            Intent::No => {
                self.say(&texts.interface.line_mode.nothing_noted)?;
                return Ok(Flow::Ask);
            }
            Intent::AskDone => {
                if let Scene::Walk(place) = self.place() {
                    let question = self.guide.ask_done(place);
                    self.say(&question)?;
                }
                return Ok(Flow::Ask);
            }
            Intent::Which if matches!(self.place(), Scene::Which(_)) => self.set_heard(false),
            Intent::Which => self.ask_which(),
            Intent::Group(group) => {
                if let Some(Scene::Which(place)) = self.places.last_mut() {
                    place.group = Some(group);
                    place.heard = false;
                }
            }
            Intent::EndChoice => {
                return match self.place().clone() {
                    Scene::Which(place) => self.end_choice(&place),
                    _ => Ok(Flow::Ask),
                };
            }
            // By its number: see `answer_which`.
            Intent::Use(_) => return Ok(Flow::Ask),
            Intent::Left => self.places.push(Scene::List(ListScene::left())),
            Intent::Search => self.places.push(Scene::Search),
            Intent::Story => self.places.push(Scene::Story(StoryScene::default())),
            Intent::Languages => self.places.push(Scene::Languages),
            Intent::Speak(language) => return self.speak(&language),
            Intent::Platform(platform) => {
                let list = match self.place() {
                    Scene::List(place) => Some(self.guide.platforms(place)),
                    _ => None,
                };
                let place = list.and_then(|list| {
                    let place = list.iter().position(|listed| *listed == platform)?;
                    Some((place + 1, list.len()))
                });
                self.begin(platform, place);
            }
            Intent::Section(section) => {
                self.places
                    .push(Scene::List(ListScene::of_section(section)));
            }
            Intent::More => {
                if let Some(Scene::List(place)) = self.places.last_mut() {
                    place.more();
                }
            }
            Intent::Do(offer) => {
                return match self.place().clone() {
                    Scene::Walk(place) => self.act_in_walk(&place, offer),
                    Scene::Story(place) => self.act_in_story(&place, offer),
                    _ => Ok(Flow::Ask),
                };
            }
        }
        Ok(Flow::Say)
    }

    /// Goes to what a query finds, or says that it finds nothing.
    fn find(&mut self, query: &str) -> io::Result<Flow> {
        let query = visible(query);
        let found = search_nearly(self.guide.catalogue, &self.guide.texts, &query);
        if found.is_empty() || query.trim().is_empty() {
            let texts = self.guide.texts.clone();
            let words = &texts.interface;
            let known = self.guide.unlisted_sentences(&query);
            let found = unlisted(self.guide.catalogue, &texts, &query);
            if known.is_empty() {
                self.say(&words.list.nothing_found.fill(&Query { query }))?;
            }
            self.say_all(&known)?;
            for sentence in anyway(&texts, &found) {
                self.say(sentence)?;
            }
            // A name that is known was found, and there is no other to try.
            if found.is_empty() && *self.place() == Scene::Search {
                self.say(&words.line_mode.search_again)?;
            }
            return Ok(Flow::Ask);
        }
        let known = self.guide.unlisted_sentences(&query);
        self.say_all(&known)?;
        if *self.place() == Scene::Search {
            self.places.pop();
        }
        if let [platform] = found[..] {
            // There is nothing to choose from.
            let words = self.guide.found_words(&query, 1);
            self.say(&words)?;
            self.begin(platform, None);
        } else {
            self.places.push(Scene::List(ListScene::found(query)));
        }
        Ok(Flow::Say)
    }

    /// Goes on in another language, where the person is.
    fn speak(&mut self, language: &Language) -> io::Result<Flow> {
        self.places.pop();
        match self.guide.catalogue.texts(language) {
            Ok(texts) => {
                self.guide.speak(texts.clone());
                let name = texts.interface.language.to_string();
                self.say(&texts.interface.line_mode.language_now.fill(&Name { name }))?;
                let kept = self.world.keep_language(language, &texts.interface);
                if let Err(reason) = kept {
                    self.say_outcome(&Outcome::NotSaved(reason))?;
                }
                self.set_heard(false);
            }
            Err(error) => self.say(&error.to_string())?,
        }
        Ok(Flow::Say)
    }

    fn say_goodbye(&mut self) -> io::Result<()> {
        let saved = self.save()?;
        let texts = self.guide.texts.clone();
        let words = &texts.interface.line_mode;
        self.gap()?;
        match (self.world.file(), saved) {
            (None, _) => self.say(&words.bye_unsaved),
            (Some(_), Ok(_)) if self.is_choosing() => self.say(&words.bye_choosing),
            (Some(_), Ok(_)) => self.say(&words.bye),
            (Some(_), Err(reason)) => {
                self.say_outcome(&Outcome::NotSaved(reason))?;
                self.say(&words.bye_failed)
            }
        }
    }

    /// Goes into the walk of a platform: at the first step not yet walked through,
    /// or at the first one where all are. `place` is its place in the list it was
    /// chosen from, and how long that is.
    fn begin(&mut self, platform: usize, place: Option<(usize, usize)>) {
        let course = self.guide.overview().course(platform);
        let walk = self.guide.walk(platform, course);
        let step = self.guide.overview().first_step(platform, &walk);
        let place = place.unwrap_or_else(|| self.guide.place_in_whole(platform));
        self.places
            .push(Scene::Walk(WalkScene::new(platform, course, step, place)));
    }

    fn set_heard(&mut self, heard: bool) {
        if let Some(place) = self.places.last_mut() {
            place.set_heard(heard);
        }
    }

    /// Where the person is.
    pub(super) fn place(&self) -> &Scene {
        self.places.last().unwrap_or(&Scene::Menu { heard: false })
    }
}
