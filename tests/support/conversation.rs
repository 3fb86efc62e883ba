//! Line mode without the program around it: answers in, all that was said out.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use nonmerci::actions::Saved;
use nonmerci::catalogue::{Address, Walk};
use nonmerci::checklist::{Change, Checklist};
use nonmerci::language::Language;
use nonmerci::line_mode::{Conversation, World};
use nonmerci::words::{Interface, StepOfTitle, Texts};

use super::day::TODAY;
use super::edition::Edition;
use super::short_list::short_list;

/// Somebody in line mode, about the short list and with an empty checklist unless
/// something else is said.
pub(crate) struct Talk {
    edition: Rc<Edition>,
    language: String,
    checklist: Checklist,
    failures: usize,
    skips: bool,
}

impl Talk {
    pub(crate) fn new(language: &str) -> Self {
        Self {
            edition: short_list(),
            language: language.to_owned(),
            checklist: Checklist::default(),
            failures: 0,
            skips: true,
        }
    }

    /// The same about another edition of the content.
    pub(crate) fn about(self, edition: Rc<Edition>) -> Self {
        Self { edition, ..self }
    }

    /// The same with a checklist.
    pub(crate) fn marked(self, checklist: &Checklist) -> Self {
        Self {
            checklist: checklist.clone(),
            ..self
        }
    }

    /// The same where so many changes cannot be saved.
    pub(crate) fn failing(self, failures: usize) -> Self {
        Self { failures, ..self }
    }

    /// The same at the very first start, where it is asked which platforms they use. For
    /// all others that is answered already: all of them.
    pub(crate) fn first(self) -> Self {
        Self {
            skips: false,
            ..self
        }
    }

    /// Gives these answers, then ends the input. Returns all that was said.
    pub(crate) fn answer(&self, answers: &[&str]) -> String {
        self.hold(answers).0
    }

    /// The same, but returns the checklist as it then is.
    pub(crate) fn leaves(&self, answers: &[&str]) -> Checklist {
        self.hold(answers).1
    }

    fn hold(&self, answers: &[&str]) -> (String, Checklist) {
        let world = Nowhere {
            failures: Cell::new(self.failures),
            checklist: RefCell::new(self.checklist.clone()),
        };
        let mut output = Vec::new();
        let skip = (self.skips && self.checklist.is_empty()).then_some("");
        let answers = skip.into_iter().chain(answers.iter().copied());
        let input = answers.map(str::to_owned);
        Conversation::new(
            &self.edition.catalogue,
            self.edition.texts(&self.language),
            self.checklist.clone(),
            TODAY.into(),
            &world,
            input,
            &mut output,
        )
        .run(None)
        .expect("an output that does not fail");
        let said = String::from_utf8(output).expect("UTF-8");
        (said, world.checklist.into_inner())
    }
}

/// What line mode announces a step of a platform with, counted from 0.
pub(crate) fn heading(edition: &Edition, language: &str, id: &str, step: usize) -> String {
    let texts = edition.texts(language);
    let place = edition.catalogue.position(id).expect(id);
    let facts = &edition.catalogue.platforms[place];
    let walk = Walk::new(facts, texts.prose(place), &texts, TODAY);
    texts.interface.line_mode.step.fill(&StepOfTitle {
        step: (step + 1).to_string(),
        of: walk.main.to_string(),
        title: walk.steps[step].title.clone(),
    })
}

/// A world in which nothing can be opened or copied, and saving fails so many
/// times.
struct Nowhere {
    failures: Cell<usize>,
    checklist: RefCell<Checklist>,
}

impl World for Nowhere {
    fn open(&self, _: &Address, words: &Interface) -> Result<(), String> {
        Err(words.errors.no_display.to_string())
    }

    fn copy(&self, _: &str, _: &Interface) -> Option<Result<(), String>> {
        None
    }

    fn file(&self) -> Option<String> {
        Some("checklist.toml".to_owned())
    }

    fn save(&self, change: &Change, texts: &Texts) -> Option<Result<Saved, String>> {
        let failures = self.failures.get();
        if failures > 0 {
            self.failures.set(failures - 1);
            return Some(Err(texts.interface.errors.disk_full.to_string()));
        }
        let mut checklist = self.checklist.borrow_mut();
        checklist.apply(change);
        Some(Ok(checklist.clone().into()))
    }

    fn keep_language(&self, _: &Language, _: &Interface) -> Result<(), String> {
        Ok(())
    }

    fn width(&self) -> Option<usize> {
        None
    }

    fn repeats(&self) -> bool {
        true
    }
}
