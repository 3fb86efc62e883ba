//! What is true of the platforms, in which order they are listed, and the walks
//! made of these facts and the words.
//!
//! Nothing here knows of a screen, a terminal or what the person has done.

mod address;
mod addressees;
mod again;
pub(crate) mod facts;
pub(crate) mod ids;
mod listed;
pub(crate) mod order;
mod own_address;
mod own_screens;
pub(crate) mod plan;
mod platform;
pub(crate) mod prose;
pub(crate) mod quotes;
mod replica;
mod report;
mod reports_to;
mod screen_heading;
mod search;
mod sources;
mod steps;
mod story;
pub(crate) mod text;
mod unlisted;
mod unseen;
mod walk;
mod walks;

pub use address::{Address, AddressError};
pub use addressees::{Addressee, AddresseeSource, Addressees, FormUse, IdentifiedBy, LetterForm};
pub use facts::{
    About, Control, DefaultState, ExtraFacts, FactSource, Facts, FormFacts, FormField,
    FoundAddress, Hidden, Kind, Known, Labels, Mail, OnOff,
};
pub use order::Heading;
pub use own_screens::OwnScreens;
pub use plan::{
    Card, PlaceIn, Plan, PlanFault, PlanScreen, Question, ScreenKind, TurnTo, Verdict,
    WorkshopFacts,
};
pub use platform::Platform;
pub use report::{Report, ReportOn, report_missing, where_to};
pub use reports_to::ReportsTo;
pub use screen_heading::screen_heading;
pub use search::{
    Fit, by_name, fit, fold, folded_name, search, search_best_first, search_nearly, unlisted,
};
pub use sources::{evidence, sources};
pub use story::{PageSource, Story, StoryPage};
pub use text::{body, walk_text};
pub use unlisted::{KnownOf, Unlisted, UnlistedName, anyway};
pub use walk::{Behind, Block, Course, FormReplica, Replica, Role, Step, Unseen, Walk};
pub use walks::Walks;

use std::cell::OnceCell;
use std::rc::Rc;

use jiff::civil::Date;

use crate::content::error::faulty;
use crate::content::fallback::{self, FileOfWords, read_filled, read_words};
use crate::content::files::{
    ADDRESSEES, EXPORT, INTERFACE, KINDS, LETTERS, ORDER, REPORTS, STORY, TRANSLATING, UNLISTED,
    WORKSHOP, facts_path, prose_path,
};
use crate::content::read::{read, read_text_as};
use crate::content::{ContentError, Source};
use crate::language::Language;
use crate::words::{
    Borrowed, ExportWords, LetterWords, Prose, ShareOf, StoryWords, Texts, Translating,
    WorkshopWords, label_languages, own_name, read_prose,
};
use order::Order;

/// All facts, and the way to the words of each language.
#[derive(Debug)]
pub struct Catalogue {
    source: Rc<Source>,
    /// The sections of the list, in order.
    pub sections: Vec<Section>,
    /// The platforms, in the order of the list.
    pub platforms: Vec<Platform>,
    /// When any facts were last compared with their sources.
    pub newest: Option<Date>,
    /// The story's pages.
    pub story: Story,
    /// The names that are not listed, once somebody searches.
    unlisted: OnceCell<Unlisted>,
    /// The places of the platforms in the order of their ids, once somebody asks for one.
    by_id: OnceCell<Vec<usize>>,
}

/// A stretch of the list under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Which heading.
    pub heading: Heading,
    /// The places of its platforms in [`Catalogue::platforms`].
    pub platforms: std::ops::Range<usize>,
}

impl Catalogue {
    /// Reads what the list needs of every platform; the rest of its facts are read
    /// when somebody looks at them.
    ///
    /// # Errors
    /// If a file is missing or faulty.
    pub fn load(source: Source) -> Result<Self, ContentError> {
        let Order {
            first_five, group, ..
        } = Order::read(&source)?;
        let (_, story): (_, Story) = read(&source, STORY)?;
        let source = Rc::new(source);
        let count = group.iter().map(|group| group.platforms.len()).sum();
        let mut platforms = Vec::with_capacity(count);
        let mut sections = Vec::with_capacity(group.len() + 1);
        for id in &first_five {
            let group = group.iter().find(|group| group.platforms.contains(id));
            let group = group.map_or_else(Default::default, |group| group.id.clone());
            platforms.push(Platform::new(&source, id.clone(), group, true)?);
        }
        let mut end_section = |heading, platforms: &Vec<Platform>| {
            let first = sections
                .last()
                .map_or(0, |section: &Section| section.platforms.end);
            if platforms.len() > first {
                sections.push(Section {
                    heading,
                    platforms: first..platforms.len(),
                });
            }
        };
        end_section(Heading::FirstFive, &platforms);
        for group in group {
            // A platform of the first five is not shown again in its group.
            let others = group.platforms.into_iter();
            for id in others.filter(|id| !first_five.contains(id)) {
                platforms.push(Platform::new(&source, id, group.id.clone(), false)?);
            }
            end_section(Heading::Group(group.id), &platforms);
        }
        let mut catalogue = Self {
            source,
            sections,
            newest: platforms.iter().map(|facts| facts.checked).max(),
            platforms,
            story,
            unlisted: OnceCell::new(),
            by_id: OnceCell::new(),
        };
        // What somebody wrote is checked at once, so that they learn its faults.
        if catalogue.source.is_laid_over(STORY) || catalogue.source.is_laid_over(ORDER) {
            catalogue.check_story()?;
        }
        if catalogue.source.is_laid_over(UNLISTED) {
            let (_, unlisted): (_, Unlisted) = read(&catalogue.source, UNLISTED)?;
            catalogue.unlisted = OnceCell::from(unlisted);
        }
        if catalogue.source.is_laid_over(REPORTS) {
            let (..): (String, ReportsTo) = read(&catalogue.source, REPORTS)?;
        }
        Ok(catalogue)
    }

    /// Where reports go.
    #[must_use]
    pub fn reports_to(&self) -> ReportsTo {
        ReportsTo::read(&self.source)
    }

    /// The names that are known and not listed.
    ///
    /// # Panics
    /// If the built-in ones cannot be read, which their tests rule out.
    #[must_use]
    pub fn unlisted(&self) -> &Unlisted {
        self.unlisted.get_or_init(|| {
            let read = read(&self.source, UNLISTED);
            read.expect("the built-in names can be read").1
        })
    }

    /// Each page of the story leads to a platform.
    fn check_story(&self) -> Result<(), ContentError> {
        let lost = |page: &&StoryPage| self.position(&page.platform).is_none();
        match self.story.page.iter().find(lost) {
            Some(page) => {
                let reason = format!("`{}` is not a platform of {ORDER}", page.platform);
                Err(faulty(STORY.to_owned(), reason))
            }
            None => Ok(()),
        }
    }

    /// Where its files come from.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The languages there are.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        self.source.languages()
    }

    /// The files that are somebody's own, by their path below the content folder.
    pub fn own_files(&self) -> impl Iterator<Item = &str> {
        self.source.own_files()
    }

    /// The places of the platforms to begin with.
    pub fn first_five(&self) -> impl Iterator<Item = usize> {
        let first = self.sections.first();
        let first = first.filter(|first| first.heading == Heading::FirstFive);
        first.map_or(0..0, |first| first.platforms.clone())
    }

    /// The place of the platform `id` in [`Catalogue::platforms`].
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        let platforms = &self.platforms;
        let by_id = self.by_id.get_or_init(|| {
            let mut places: Vec<_> = (0..platforms.len()).collect();
            places.sort_unstable_by_key(|place| &platforms[*place].id);
            places
        });
        let found = by_id.binary_search_by(|place| (*platforms[*place].id).cmp(id));
        found.ok().map(|found| by_id[found])
    }

    /// The words of `language`. A text it lacks is read in the next language of
    /// its chain.
    ///
    /// # Errors
    /// If a file is missing in all of them, or faulty.
    pub fn texts(&self, language: &Language) -> Result<Rc<Texts>, ContentError> {
        let chain = fallback::chain(&self.source, language)?;
        let interface = read_words(&self.source, &chain, INTERFACE)?;
        let kinds = read_words(&self.source, &chain, KINDS)?;
        let story: FileOfWords<StoryWords> = read_words(&self.source, &chain, STORY)?;
        if self.source.is_laid_over(STORY) || self.source.is_laid_over(&story.file) {
            self.check_story_words(&story)?;
        }
        let complete = language.is_built_in();
        // What somebody wrote is read at once, so that they learn its faults. It is not kept:
        // of thousands of platforms, few are looked at.
        for facts in &self.platforms {
            if !self.source.has_own() {
                break;
            }
            let own = [
                prose_path(language.written(), &facts.id),
                facts_path(&facts.id),
            ];
            if !complete || own.iter().any(|path| self.source.is_laid_over(path)) {
                self.read_prose(&chain, facts)?;
            }
        }
        Ok(Rc::new(Texts {
            language: language.clone(),
            chain,
            borrowed: Borrowed {
                interface: interface.borrowed,
                kinds: kinds.borrowed,
                story: story.borrowed,
            },
            interface: interface.said,
            kinds: kinds.said,
            story: story.said,
            prose: self.platforms.iter().map(|_| OnceCell::new()).collect(),
            search: OnceCell::new(),
            ids: self
                .platforms
                .iter()
                .map(|facts| facts.id.clone())
                .collect(),
            source: self.source.clone(),
        }))
    }

    /// The words of the story are those of its pages.
    fn check_story_words(&self, words: &FileOfWords<StoryWords>) -> Result<(), ContentError> {
        match self.story.fault(&words.said) {
            Some(fault) => Err(faulty(words.file.clone(), fault)),
            None => Ok(()),
        }
    }

    fn read_prose(&self, chain: &[Language], facts: &Platform) -> Result<Prose, ContentError> {
        let (file, prose) = read_prose(&self.source, chain, &facts.id)?;
        match prose::fault(&prose, facts, &label_languages(chain)) {
            Some(fault) => Err(faulty(file, fault)),
            None => Ok(prose),
        }
    }

    /// The languages that the texts of `language` are read in: itself, and where
    /// it is not complete those that stand in, the first to read first.
    #[must_use]
    pub fn chain(&self, language: &Language) -> Vec<Language> {
        if language.is_built_in() {
            return vec![language.clone()];
        }
        // A faulty chain is reported when the language is chosen.
        fallback::chain(&self.source, language).unwrap_or_else(|_| vec![language.clone()])
    }

    /// What stands in for what a language lacks, of which this much is there, in
    /// percent: said in the words of `texts`. None where it is complete.
    #[must_use]
    pub fn stands_in(
        &self,
        language: &Language,
        percent: Option<usize>,
        texts: &Texts,
    ) -> Option<String> {
        let percent = percent.filter(|percent| *percent < 100)?.to_string();
        let languages = texts.names(&self.chain(language)[1..]);
        let words = &texts.interface.languages.share;
        Some(words.fill(&ShareOf { percent, languages }))
    }

    /// What is said to translators in `language`.
    ///
    /// # Errors
    /// If it is faulty.
    pub fn translating(&self, language: &Language) -> Result<Translating, ContentError> {
        let chain = fallback::chain(&self.source, language)?;
        read_filled(&self.source, &chain, TRANSLATING).map(|read| read.said)
    }

    /// The facts of a workshop, which are read only where one is led.
    ///
    /// # Errors
    /// If they are missing or faulty.
    pub fn workshop(&self) -> Result<WorkshopFacts, ContentError> {
        let (_, facts): (_, WorkshopFacts) = read(&self.source, WORKSHOP)?;
        self.checked(WORKSHOP, facts)
    }

    /// The facts of a workshop with the plans of `text`, the file named `name`, and the
    /// words of screens that it brings along. Cards, questions and whom to turn to are
    /// those of the content where it has none.
    ///
    /// # Errors
    /// If the file is faulty, or names a screen that has words neither there nor in
    /// `words`.
    pub fn workshop_planned(
        &self,
        name: &str,
        text: &str,
        words: &WorkshopWords,
    ) -> Result<WorkshopFacts, ContentError> {
        let mut facts: WorkshopFacts = read_text_as(name, text)?;
        let own = self.workshop()?;
        if facts.card.is_empty() {
            facts.card = own.card;
        }
        if facts.question.is_empty() {
            facts.question = own.question;
        }
        if facts.turn_to.is_empty() {
            facts.turn_to = own.turn_to;
        }
        let facts = self.checked(name, facts)?;
        let planned = || facts.plan.iter().flat_map(|plan| &plan.screen);
        let silent = planned().find(|screen| {
            screen.kind.needs_words()
                && !words.screens.contains_key(&screen.id)
                && !facts.screens.has(&screen.id)
        });
        let reason = if let Some(screen) = silent {
            let id = &screen.id;
            let language = self.languages().into_iter().next();
            let language = language.unwrap_or_else(Language::french);
            Some(format!(
                "the screen `{id}` has no words: add `[screens.{language}.{id}]` with a `title`"
            ))
        } else {
            let stray = |id: &str| !planned().any(|screen| screen.id == id);
            let mut stray = facts.screens.ids().filter(|(_, id)| stray(id));
            stray.next().map(|(language, id)| {
                format!("`[screens.{language}.{id}]` is of no screen of a plan here")
            })
        };
        match reason {
            Some(reason) => Err(faulty(name.to_owned(), reason)),
            None => Ok(facts),
        }
    }

    fn checked(&self, name: &str, facts: WorkshopFacts) -> Result<WorkshopFacts, ContentError> {
        let faults = facts.faults(&|id| self.position(id).is_some());
        match faults.into_iter().next() {
            Some(fault) => Err(faulty(name.to_owned(), fault.to_string())),
            None => Ok(facts),
        }
    }

    /// The words of a workshop in `language`.
    ///
    /// # Errors
    /// If they are faulty, or not those of the facts.
    pub fn workshop_words(&self, language: &Language) -> Result<WorkshopWords, ContentError> {
        let chain = fallback::chain(&self.source, language)?;
        let words: FileOfWords<WorkshopWords> = read_words(&self.source, &chain, WORKSHOP)?;
        match self.workshop()?.fault_with(&words.said) {
            Some(fault) => Err(faulty(words.file, fault)),
            None => Ok(words.said),
        }
    }

    /// To whom letters go, which is read only where one is written.
    ///
    /// # Errors
    /// If it is missing or faulty.
    pub fn addressees(&self) -> Result<Addressees, ContentError> {
        let (_, all): (_, Addressees) = read(&self.source, ADDRESSEES)?;
        // A list of one's own may be shorter: that a platform exists is for the check.
        let mut faults = all.faults(&|_| true);
        if self.source.is_laid_over(ADDRESSEES) {
            faults.extend(all.elsewhere());
        }
        match faults.into_iter().next() {
            Some((number, key, message)) => {
                let reason = format!("addressee {}, {key}: {message}", number + 1);
                Err(faulty(ADDRESSEES.to_owned(), reason))
            }
            None => Ok(all),
        }
    }

    /// The words of the letters in `language`.
    ///
    /// # Errors
    /// If they are faulty.
    pub fn letter_words(&self, language: &Language) -> Result<LetterWords, ContentError> {
        let chain = fallback::chain(&self.source, language)?;
        read_filled(&self.source, &chain, LETTERS).map(|read| read.said)
    }

    /// The words of what is exported, in `language`.
    ///
    /// # Errors
    /// If they are faulty.
    pub fn export_words(&self, language: &Language) -> Result<ExportWords, ContentError> {
        let chain = fallback::chain(&self.source, language)?;
        read_filled(&self.source, &chain, EXPORT).map(|read| read.said)
    }

    /// The name a language gives itself, or its tag.
    #[must_use]
    pub fn own_name(&self, language: &Language) -> String {
        own_name(&self.source, language)
    }
}
