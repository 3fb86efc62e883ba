//! What is said: the facts of the platforms and the words of each language,
//! read from the content and checked as they are read.
//!
//! Nothing here knows of a screen, a terminal or what the person has done.

mod address;
pub mod check;
mod facts;
mod interface;
mod kinds;
mod lazy;
mod line_mode;
mod platform;
mod prose;
mod pseudo;
mod source;
mod story;
pub(crate) mod template;
mod walk;

pub use address::{Address, AddressError};
pub use facts::{
    About, Control, DefaultState, ExtraFacts, Facts, FoundAddress, Kind, Known, Labels, Mail,
    OnOff, Source as FactSource,
};
pub use interface::*;
pub use kinds::*;
pub use line_mode::*;
pub use platform::Platform;
pub use prose::{ExtraProse, Prose};
pub use source::{Content, Source};
pub use story::{Page as StoryPage, PageSource, PageWords, Story, StoryWords};
pub use template::{Message, Plural, Text, Words};
pub use walk::{Block, Replica, Role, Step, Walk, evidence};

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::rc::Rc;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::language::Language;
use platform::Entry;

/// The number of the content's layout that this program reads.
const FORMAT: u32 = 1;

/// The file that says what the list shows.
const ORDER: &str = "catalogue.toml";

/// The file with the story's pages and, in a language's folder, their words.
const STORY: &str = "story.toml";

/// All facts, and the way to the words of each language.
#[derive(Debug)]
pub struct Catalogue {
    source: Rc<Source>,
    /// The sections of the list, in order.
    pub sections: Vec<Section>,
    /// The platforms, in the order of the list.
    pub platforms: Vec<Platform>,
    /// The story's pages.
    pub story: Story,
}

/// A stretch of the list under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Which heading.
    pub heading: Heading,
    /// The places of its platforms in [`Catalogue::platforms`].
    pub platforms: std::ops::Range<usize>,
}

/// A heading of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heading {
    /// "If you do only five."
    FirstFive,
    /// A group, by id.
    Group(String),
}

/// The words of one language.
#[derive(Debug)]
pub struct Texts {
    /// The language.
    pub language: Language,
    /// The words of the program.
    pub interface: Interface,
    /// The wording common to the kinds.
    pub kinds: Kinds,
    /// The story.
    pub story: StoryWords,
    /// The prose of the platforms, in the order of [`Catalogue::platforms`]. What
    /// is built in is read when it is first asked for: the list needs only one.
    prose: Vec<OnceCell<Box<Prose>>>,
    ids: Vec<String>,
    source: Rc<Source>,
}

/// Why the content cannot be used.
#[derive(Debug)]
pub enum ContentError {
    /// A folder or file cannot be read.
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file says something that cannot be.
    Faulty {
        /// The file, below the content folder.
        file: String,
        /// The line, from 1; 0 where the fault has none.
        line: usize,
        /// What is wrong. For whoever edits the content, so in English.
        reason: String,
    },
}

impl ContentError {
    /// Where it is: a path, with the line where there is one.
    #[must_use]
    pub fn place(&self) -> String {
        match self {
            Self::Unreadable { path, .. } => path.display().to_string(),
            Self::Faulty { file, line: 0, .. } => file.clone(),
            Self::Faulty { file, line, .. } => format!("{file}:{line}"),
        }
    }

    /// What is wrong, in English or in the words of the system.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Unreadable { error, .. } => error.to_string(),
            Self::Faulty { reason, .. } => reason.clone(),
        }
    }
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place(), self.reason())
    }
}

impl std::error::Error for ContentError {}

/// `content/catalogue.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Order {
    format: u32,
    first_five: Vec<String>,
    group: Vec<Group>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    id: String,
    platforms: Vec<String>,
}

impl Catalogue {
    /// Reads what the list needs of every platform; the rest of its facts are read
    /// when somebody looks at them.
    ///
    /// # Errors
    /// If a file is missing or faulty.
    pub fn load(source: Source) -> Result<Self, ContentError> {
        let (order_file, order): (_, Order) = read(&source, ORDER)?;
        if order.format != FORMAT {
            let reason = format!(
                "format {} is not format {FORMAT}, which this program reads",
                order.format
            );
            return Err(faulty(order_file, reason));
        }
        let (_, story): (_, Story) = read(&source, STORY)?;
        let source = Rc::new(source);
        let index = index()?;
        let mut platforms = Vec::new();
        let mut sections = Vec::new();
        let mut group_of = BTreeMap::new();
        for group in &order.group {
            for id in &group.platforms {
                if group_of.insert(id, &group.id).is_some() {
                    return Err(faulty(order_file, format!("`{id}` is listed twice")));
                }
            }
        }
        let five = (Heading::FirstFive, &order.first_five);
        let groups = order.group.iter();
        let groups = groups.map(|group| (Heading::Group(group.id.clone()), &group.platforms));
        for (heading, ids) in std::iter::once(five).chain(groups) {
            let first = platforms.len();
            for id in ids {
                // A platform of the first five is not shown again in its group.
                let first_five = heading == Heading::FirstFive;
                if !first_five && order.first_five.contains(id) {
                    continue;
                }
                let Some(group) = group_of.get(id) else {
                    return Err(faulty(order_file, format!("`{id}` is in no group")));
                };
                platforms.push(Platform::new(&source, &index, id, group, first_five)?);
            }
            if platforms.len() > first {
                sections.push(Section {
                    heading,
                    platforms: first..platforms.len(),
                });
            }
        }
        if platforms.is_empty() {
            let reason = "no platform is listed: name at least one".to_owned();
            return Err(faulty(order_file, reason));
        }
        let catalogue = Self {
            source,
            sections,
            platforms,
            story,
        };
        // What somebody wrote is checked at once, so that they learn its faults.
        if catalogue.source.is_laid_over(STORY) || catalogue.source.is_laid_over(ORDER) {
            catalogue.check_story()?;
        }
        Ok(catalogue)
    }

    /// Each page of the story leads to a platform.
    fn check_story(&self) -> Result<(), ContentError> {
        let lost = |page: &&StoryPage| self.position(&page.platform).is_none();
        match self.story.page.iter().find(lost) {
            Some(page) => {
                let reason = format!("`{}` is no platform of {ORDER}", page.platform);
                Err(faulty(STORY.to_owned(), reason))
            }
            None => Ok(()),
        }
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

    /// The place of the platform `id` in [`Catalogue::platforms`].
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.platforms.iter().position(|facts| facts.id == id)
    }

    /// The words of `language`. A file it lacks is read in the nearest language
    /// that has it.
    ///
    /// # Errors
    /// If a file is missing in all of them, or faulty.
    pub fn texts(&self, language: &Language) -> Result<Rc<Texts>, ContentError> {
        let (_, interface) = self.words(language, "interface.toml")?;
        let (_, kinds) = self.words(language, "kinds.toml")?;
        let (story_file, story): (_, StoryWords) = self.words(language, STORY)?;
        if self.source.is_laid_over(STORY) || self.source.is_laid_over(&story_file) {
            self.check_story_words(story_file, &story)?;
        }
        let mut prose: Vec<_> = self.platforms.iter().map(|_| OnceCell::new()).collect();
        // What somebody wrote is read at once, so that they learn its faults.
        for (facts, prose) in self.platforms.iter().zip(&mut prose) {
            if !self.source.has_own() {
                break;
            }
            let file = prose_file(&self.source, language, &facts.id)?;
            let own = [file.path, platform::path(&facts.id)];
            if own.iter().any(|path| self.source.is_laid_over(path)) {
                *prose = OnceCell::from(Box::new(self.read_prose(language, facts)?));
            }
        }
        Ok(Rc::new(Texts {
            language: language.clone(),
            interface,
            kinds,
            story,
            prose,
            ids: self
                .platforms
                .iter()
                .map(|facts| facts.id.clone())
                .collect(),
            source: self.source.clone(),
        }))
    }

    /// Reads all that is said in `language`, and holds it against the facts.
    ///
    /// # Errors
    /// As [`Catalogue::texts`], and for anything that [`Texts::prose`] would only
    /// meet later.
    pub fn check(&self, language: &Language) -> Result<(), ContentError> {
        self.check_story()?;
        let texts = self.texts(language)?;
        let story_file = nearest(&self.source, language, STORY)?.path;
        self.check_story_words(story_file, &texts.story)?;
        for facts in &self.platforms {
            platform::read_facts(&self.source, &facts.id)?;
            self.read_prose(language, facts)?;
        }
        Ok(())
    }

    /// The words of the story are those of its pages.
    fn check_story_words(&self, file: String, words: &StoryWords) -> Result<(), ContentError> {
        match self.story.fault(words) {
            Some(fault) => Err(faulty(file, fault)),
            None => Ok(()),
        }
    }

    fn read_prose(&self, language: &Language, facts: &Platform) -> Result<Prose, ContentError> {
        let prose = prose(&self.source, language, &facts.id)?;
        let written_in = prose.language.as_ref().unwrap_or(language);
        match prose.fault(facts, written_in) {
            Some(fault) => Err(faulty(
                prose_file(&self.source, language, &facts.id)?.path,
                fault,
            )),
            None => Ok(prose),
        }
    }

    /// The name a language gives itself, or its tag.
    #[must_use]
    pub fn own_name(&self, language: &Language) -> String {
        #[derive(Deserialize)]
        struct OwnName {
            language: String,
        }
        if language.is_pseudo() {
            return language.to_string();
        }
        read(&self.source, &format!("{language}/interface.toml")).map_or_else(
            |_| language.to_string(),
            |(_, name): (_, OwnName)| name.language,
        )
    }

    /// A file of words, in the nearest language that has it.
    fn words<T: DeserializeOwned>(
        &self,
        language: &Language,
        name: &str,
    ) -> Result<(String, T), ContentError> {
        let found = nearest(&self.source, language, name)?;
        read_words(&self.source, language, &found.path)
    }
}

/// A file of words, and the language it is in.
struct Found {
    path: String,
    language: Language,
}

/// The file `name` in `language`, or else in the nearest one that has it.
fn nearest(source: &Source, language: &Language, name: &str) -> Result<Found, ContentError> {
    std::iter::once(language.written())
        .chain(language.fallbacks())
        .map(|language| Found {
            path: format!("{language}/{name}"),
            language,
        })
        .find(|found| source.file(&found.path).is_some())
        .ok_or_else(|| {
            faulty(
                format!("{language}/{name}"),
                "this file is missing".to_owned(),
            )
        })
}

fn prose_file(source: &Source, language: &Language, id: &str) -> Result<Found, ContentError> {
    nearest(source, language, &format!("platforms/{id}.toml"))
}

/// The prose of a platform, as far as it can be read without its facts.
fn prose(source: &Source, language: &Language, id: &str) -> Result<Prose, ContentError> {
    let found = prose_file(source, language, id)?;
    let (_, mut prose): (_, Prose) = read_words(source, language, &found.path)?;
    prose.language = (found.language != language.written()).then_some(found.language);
    Ok(prose)
}

impl Texts {
    /// The prose of the platform at a place of [`Catalogue::platforms`].
    ///
    /// # Panics
    /// If the built-in prose cannot be read, which its tests rule out.
    #[must_use]
    pub fn prose(&self, platform: usize) -> &Prose {
        self.prose[platform].get_or_init(|| {
            let prose = prose(&self.source, &self.language, &self.ids[platform]);
            Box::new(prose.expect("the built-in prose can be read"))
        })
    }

    /// What a platform is called in this language, in lists and titles. Sentences
    /// have its own name, as a platform is spoken of.
    #[must_use]
    pub fn name<'a>(&'a self, platform: &'a Platform) -> &'a str {
        let own = self.interface.names.get(&platform.id);
        own.unwrap_or(&platform.name)
    }

    /// The heading of a section.
    #[must_use]
    pub fn heading<'a>(&'a self, heading: &'a Heading) -> &'a str {
        match heading {
            Heading::FirstFive => &self.interface.list.first_five,
            Heading::Group(id) => self.interface.groups.get(id).map_or(id, |name| name),
        }
    }
}

/// What the list needs of the built-in platforms.
fn index() -> Result<Vec<Entry>, ContentError> {
    let (_, index) = read(&Source::embedded(), "index")?;
    Ok(index)
}

/// Reads a file of words for `language`, as [`read`] does.
fn read_words<T: DeserializeOwned>(
    source: &Source,
    language: &Language,
    path: &str,
) -> Result<(String, T), ContentError> {
    let as_written = read(source, path)?;
    if !language.is_pseudo() {
        return Ok(as_written);
    }
    let (path, mut value) = read(source, path)?;
    pseudo::translate_file(&mut value);
    match serde_json::from_value(value) {
        Ok(words) => Ok((path, words)),
        Err(error) => Err(faulty(path, error.to_string())),
    }
}

/// Reads a file of the content, and hands its path back for messages.
fn read<T: DeserializeOwned>(source: &Source, path: &str) -> Result<(String, T), ContentError> {
    let Some(text) = source.file(path) else {
        return Err(faulty(path.to_owned(), "this file is missing".to_owned()));
    };
    let (line, reason) = match text {
        Content::Toml(text) => match toml::from_str(text) {
            Ok(value) => return Ok((path.to_owned(), value)),
            Err(error) => {
                let line = error.span().map_or(0, |span| {
                    let before = &text[..span.start.min(text.len())];
                    before.matches('\n').count() + 1
                });
                (line, error.message().to_owned())
            }
        },
        // The lines of the original are gone: the tests find such faults.
        Content::Json(text) => match serde_json::from_str(text) {
            Ok(value) => return Ok((path.to_owned(), value)),
            Err(error) => (0, error.to_string()),
        },
    };
    Err(ContentError::Faulty {
        file: path.to_owned(),
        line,
        reason,
    })
}

fn faulty(file: String, reason: String) -> ContentError {
    ContentError::Faulty {
        file,
        line: 0,
        reason,
    }
}
