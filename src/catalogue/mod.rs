//! What is said: the facts of the platforms and the words of each language,
//! read from the content and checked as they are read.
//!
//! Nothing here knows of a screen, a terminal or what the person has done.

mod address;
mod facts;
mod interface;
mod kinds;
mod prose;
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
pub use prose::{ExtraProse, Prose};
pub use source::Source;
pub use story::{Page as StoryPage, PageSource, PageWords, Story, StoryWords};
pub use template::{Message, Plural, Text};
pub use walk::{Block, Replica, Role, Step, Walk, evidence};

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::rc::Rc;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::language::Language;

/// The number of the content's layout that this program reads.
const FORMAT: u32 = 1;

/// All facts, and the way to the words of each language.
#[derive(Debug)]
pub struct Catalogue {
    source: Source,
    /// The sections of the list, in order.
    pub sections: Vec<Section>,
    /// The platforms, in the order of the list.
    pub platforms: Vec<Facts>,
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
    /// The prose of the platforms, in the order of [`Catalogue::platforms`].
    pub platforms: Vec<Prose>,
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

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, error } => write!(f, "{}: {error}", path.display()),
            Self::Faulty {
                file,
                line: 0,
                reason,
            } => write!(f, "{file}: {reason}"),
            Self::Faulty { file, line, reason } => write!(f, "{file}:{line}: {reason}"),
        }
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
    /// Reads all facts.
    ///
    /// # Errors
    /// If a file is missing or faulty.
    pub fn load(source: Source) -> Result<Self, ContentError> {
        let (order_file, order): (_, Order) = read(&source, "catalogue.toml")?;
        if order.format != FORMAT {
            let reason = format!(
                "format {} is not format {FORMAT}, which this program reads",
                order.format
            );
            return Err(faulty(order_file, reason));
        }
        let (_, story): (_, Story) = read(&source, "story.toml")?;
        let mut platforms: Vec<Facts> = Vec::new();
        let mut sections = Vec::new();
        let five = (Heading::FirstFive, &order.first_five);
        let groups = order.group.iter();
        let groups = groups.map(|group| (Heading::Group(group.id.clone()), &group.platforms));
        for (heading, ids) in std::iter::once(five).chain(groups) {
            let first = platforms.len();
            for id in ids {
                // A platform of the first five is not shown again in its group.
                if platforms.iter().any(|facts| facts.id == *id) {
                    continue;
                }
                let Some(group) = order
                    .group
                    .iter()
                    .find(|group| group.platforms.contains(id))
                else {
                    return Err(faulty(order_file, format!("`{id}` is in no group")));
                };
                let mut facts = read_facts(&source, id)?;
                facts.group.clone_from(&group.id);
                facts.first_five = order.first_five.contains(id);
                platforms.push(facts);
            }
            if platforms.len() > first {
                sections.push(Section {
                    heading,
                    platforms: first..platforms.len(),
                });
            }
        }
        for page in &story.page {
            if !platforms.iter().any(|facts| facts.id == page.platform) {
                let reason = format!("`{}` is no platform of catalogue.toml", page.platform);
                return Err(faulty("story.toml".to_owned(), reason));
            }
        }
        Ok(Self {
            source,
            sections,
            platforms,
            story,
        })
    }

    /// The languages there are.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        self.source.languages()
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
        let (_, _, interface) = self.words(language, "interface.toml")?;
        let (_, _, kinds) = self.words(language, "kinds.toml")?;
        let (story_file, _, story): (_, _, StoryWords) = self.words(language, "story.toml")?;
        if let Some(fault) = self.story.fault(&story) {
            return Err(faulty(story_file, fault));
        }
        let mut platforms = Vec::with_capacity(self.platforms.len());
        for facts in &self.platforms {
            let name = format!("platforms/{}.toml", facts.id);
            let (file, found, mut prose): (_, _, Prose) = self.words(language, &name)?;
            if let Some(fault) = prose.fault(facts, &found) {
                return Err(faulty(file, fault));
            }
            prose.language = (found != *language).then_some(found);
            platforms.push(prose);
        }
        Ok(Rc::new(Texts {
            language: language.clone(),
            interface,
            kinds,
            story,
            platforms,
        }))
    }

    /// The name a language gives itself, or its tag.
    #[must_use]
    pub fn own_name(&self, language: &Language) -> String {
        #[derive(Deserialize)]
        struct OwnName {
            language: String,
        }
        self.source
            .file(&format!("{language}/interface.toml"))
            .and_then(|text| toml::from_str(&text).ok())
            .map_or_else(|| language.to_string(), |name: OwnName| name.language)
    }

    /// A file of words with the language it was found in.
    fn words<T: DeserializeOwned>(
        &self,
        language: &Language,
        name: &str,
    ) -> Result<(String, Language, T), ContentError> {
        let languages = std::iter::once(language.clone()).chain(language.fallbacks());
        let found = languages
            .map(|language| (format!("{language}/{name}"), language))
            .find(|(path, _)| self.source.file(path).is_some());
        let Some((path, found)) = found else {
            return Err(faulty(
                format!("{language}/{name}"),
                "this file is missing".to_owned(),
            ));
        };
        let (file, value) = read(&self.source, &path)?;
        Ok((file, found, value))
    }
}

impl Texts {
    /// The heading of a section.
    #[must_use]
    pub fn heading<'a>(&'a self, heading: &'a Heading) -> &'a str {
        match heading {
            Heading::FirstFive => &self.interface.list.first_five,
            Heading::Group(id) => self.interface.groups.get(id).map_or(id, |name| name),
        }
    }
}

fn read_facts(source: &Source, id: &str) -> Result<Facts, ContentError> {
    let (file, mut facts): (_, Facts) = read(source, &format!("platforms/{id}.toml"))?;
    id.clone_into(&mut facts.id);
    match facts.fault() {
        Some(fault) => Err(faulty(file, fault)),
        None => Ok(facts),
    }
}

/// Reads a file of the content, and hands its path back for messages.
fn read<T: DeserializeOwned>(source: &Source, path: &str) -> Result<(String, T), ContentError> {
    let Some(text) = source.file(path) else {
        return Err(faulty(path.to_owned(), "this file is missing".to_owned()));
    };
    match toml::from_str(&text) {
        Ok(value) => Ok((path.to_owned(), value)),
        Err(error) => Err(ContentError::Faulty {
            file: path.to_owned(),
            line: error.span().map_or(0, |span| {
                text[..span.start.min(text.len())].matches('\n').count() + 1
            }),
            reason: error.message().to_owned(),
        }),
    }
}

fn faulty(file: String, reason: String) -> ContentError {
    ContentError::Faulty {
        file,
        line: 0,
        reason,
    }
}
