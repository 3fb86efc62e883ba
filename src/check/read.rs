//! What the files say, as far as they can be read as the types of the content.

use std::collections::BTreeMap;

use super::content_set::ContentSet;
use super::keys;
use super::report::Report;
use crate::catalogue::facts::Facts;
use crate::catalogue::order::Order;
use crate::catalogue::{Addressees, ReportsTo, Story, Unlisted, WorkshopFacts};
use crate::content::files::{FileKind, WordsFile};
use crate::words::{
    ExportWords, Interface, Kinds, LetterWords, Prose, StoryWords, Translating, WorkshopWords,
};

/// What could be read of the files.
#[derive(Default)]
pub(super) struct Read {
    pub(super) order: Option<Order>,
    pub(super) facts: BTreeMap<String, Facts>,
    pub(super) workshop: Option<WorkshopFacts>,
    pub(super) addressees: Option<Addressees>,
}

impl Read {
    pub(super) fn new(content: &ContentSet<'_>, report: &mut Report) -> Self {
        let mut read = Self::default();
        let platforms = content.platforms();
        let wanted = |kind: FileKind<'_>, given: bool| match kind {
            FileKind::Catalogue | FileKind::Workshop | FileKind::Addressees => true,
            FileKind::Facts(id) => platforms.contains(id),
            _ => given,
        };
        for document in content.those(wanted) {
            match document.kind {
                FileKind::Catalogue => {
                    read.order = keys::read(document, report);
                }
                FileKind::Facts(id) => {
                    if let Some(facts) = keys::read(document, report) {
                        read.facts.insert(id.to_owned(), facts);
                    }
                }
                FileKind::Story => drop(keys::read::<Story>(document, report)),
                FileKind::Reports => drop(keys::read::<ReportsTo>(document, report)),
                FileKind::Unlisted => drop(keys::read::<Unlisted>(document, report)),
                FileKind::Workshop => read.workshop = keys::read(document, report),
                FileKind::Addressees => read.addressees = keys::read(document, report),
                FileKind::Words(_, words) => match words {
                    WordsFile::Interface => drop(keys::read::<Interface>(document, report)),
                    WordsFile::Kinds => drop(keys::read::<Kinds>(document, report)),
                    WordsFile::Export => drop(keys::read::<ExportWords>(document, report)),
                    WordsFile::Letters => drop(keys::read::<LetterWords>(document, report)),
                    WordsFile::Story => drop(keys::read::<StoryWords>(document, report)),
                    WordsFile::Translating => drop(keys::read::<Translating>(document, report)),
                    WordsFile::Workshop => drop(keys::read::<WorkshopWords>(document, report)),
                    WordsFile::Prose(_) => drop(keys::read::<Prose>(document, report)),
                },
                FileKind::Unknown => {}
            }
        }
        read
    }
}
