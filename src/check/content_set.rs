//! The files of the content as the check sees them: those to check, and the built-in
//! ones where these have none.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::document::{Document, items, text};
use super::files::Files;
use super::recovery::Repaired;
use crate::content::embedded::originals;
use crate::content::fallback;
use crate::content::files::{FileKind, INTERFACE, WordsFile};
use crate::language::Language;

/// All files: those to check, and the built-in ones where these have none, which
/// are parsed when they are first needed.
pub(super) struct ContentSet<'a> {
    slots: BTreeMap<&'a str, Slot<'a>>,
    repaired: &'a BTreeMap<&'a str, Repaired>,
    /// The languages that have a folder: asked for with each platform.
    languages: OnceCell<Vec<Language>>,
}

struct Slot<'a> {
    kind: FileKind<'a>,
    /// Whether it is to be checked, or only there to be compared with.
    given: bool,
    text: &'a str,
    document: OnceCell<Document<'a>>,
}

impl<'a> ContentSet<'a> {
    /// The files, with the copies of those that had to be repaired.
    pub(super) fn new(files: &'a Files, repaired: &'a BTreeMap<&'a str, Repaired>) -> Self {
        let slot = |path, text, given| {
            let slot = Slot {
                kind: FileKind::of(path),
                given,
                text,
                document: OnceCell::new(),
            };
            (path, slot)
        };
        let built_in = originals().map(|(path, text)| slot(path, text, false));
        let given = files.texts.iter();
        let given = given.map(|(path, text)| slot(path.as_str(), &**text, true));
        Self {
            slots: built_in.chain(given).collect(),
            repaired,
            languages: OnceCell::new(),
        }
    }

    /// The files of which `wanted` is true.
    pub(super) fn those(
        &self,
        wanted: impl Fn(FileKind<'a>, bool) -> bool,
    ) -> impl Iterator<Item = &Document<'a>> {
        self.slots
            .iter()
            .filter(move |(_, slot)| wanted(slot.kind, slot.given))
            .map(|(path, slot)| self.document(path, slot))
    }

    fn document<'s>(&'s self, path: &'a str, slot: &'s Slot<'a>) -> &'s Document<'a> {
        let repaired = self.repaired.get(path).filter(|_| slot.given);
        slot.document
            .get_or_init(|| Document::new(path, slot.text, slot.given, repaired))
    }

    /// The files to check.
    pub(super) fn given(&self) -> impl Iterator<Item = &Document<'a>> {
        self.those(|_, given| given)
    }

    pub(super) fn get(&self, path: &str) -> Option<&Document<'a>> {
        let (path, slot) = self.slots.get_key_value(path)?;
        Some(self.document(path, slot))
    }

    /// Whether there is such a file, and whether it is to be checked.
    pub(super) fn has(&self, path: &str) -> Option<bool> {
        self.slots.get(path).map(|slot| slot.given)
    }

    /// The platforms of which there are facts.
    pub(super) fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.slots.values().filter_map(|slot| match slot.kind {
            FileKind::Facts(id) => Some(id),
            _ => None,
        })
    }

    /// The platforms of which facts or prose are to be checked.
    pub(super) fn platforms(&self) -> BTreeSet<&'a str> {
        let given = self.slots.values().filter(|slot| slot.given);
        given
            .filter_map(|slot| match slot.kind {
                FileKind::Facts(id) | FileKind::Words(_, WordsFile::Prose(id)) => Some(id),
                _ => None,
            })
            .collect()
    }

    /// The languages in which the platforms' own words are looked for, in this
    /// order, for somebody who reads `language`.
    pub(super) fn label_languages(&self, language: &Language) -> Vec<Language> {
        let mut languages = vec![language.clone()];
        if !language.is_built_in() {
            let interface = self.get(&format!("{language}/{INTERFACE}"));
            match interface.and_then(|interface| interface.get(&[fallback::CHAIN])) {
                Some(declared) => {
                    let named = items(Some(declared)).filter_map(|tag| text(Some(tag)));
                    languages.extend(named.map(Language::new));
                    languages.push(Language::french());
                }
                None => languages.extend(language.fallbacks()),
            }
        }
        languages.push(Language::english());
        languages
    }

    /// The languages that have a folder, those first that the country speaks most.
    pub(super) fn languages(&self) -> &[Language] {
        self.languages.get_or_init(|| {
            let slots = self.slots.values();
            let tags = slots.filter_map(|slot| match slot.kind {
                FileKind::Words(tag, _) => Some(tag),
                _ => None,
            });
            let tags: BTreeSet<_> = tags.collect();
            let mut languages: Vec<_> = tags.into_iter().map(Language::new).collect();
            languages.sort_by_key(|language| {
                let mut built_in = Language::BUILT_IN.iter();
                let place = built_in.position(|tag| *tag == language.tag());
                (place.unwrap_or(usize::MAX), language.clone())
            });
            languages.dedup();
            languages
        })
    }
}
