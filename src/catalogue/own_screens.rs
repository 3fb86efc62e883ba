//! The words of screens that a plan of one's own brings along, in as many languages as
//! whoever wrote it speaks.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::words::{ScreenWords, WorkshopWords};

/// The words of screens, by language and by the screen's id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct OwnScreens(BTreeMap<Language, BTreeMap<String, ScreenWords>>);

impl OwnScreens {
    /// Whether there are words of this screen, in whichever language.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.0.values().any(|screens| screens.contains_key(id))
    }

    /// The ids of all the screens, each with its language.
    pub(super) fn ids(&self) -> impl Iterator<Item = (&Language, &str)> {
        let screens = self.0.iter();
        screens.flat_map(|(language, screens)| screens.keys().map(move |id| (language, &**id)))
    }

    /// The words of a screen, of a language that is read as `chain`.
    #[must_use]
    pub fn words(&self, chain: &[Language], id: &str) -> Option<&ScreenWords> {
        let near = chain.iter().filter_map(|language| self.0.get(language));
        let mut all = near.chain(self.0.values());
        all.find_map(|screens| screens.get(id))
    }

    /// Lays them over the words of a language that is read as `chain`. A screen that
    /// has no words in any of these is shown in those it has: better in another
    /// language than not at all.
    pub fn lay_over(&self, chain: &[Language], words: &mut WorkshopWords) {
        let ids: BTreeSet<_> = self.ids().map(|(_, id)| id).collect();
        for id in ids {
            let own = self.words(chain, id).cloned();
            words.screens.extend(own.map(|own| (id.to_owned(), own)));
        }
    }
}
