//! What platforms are found by, without case and accents: folded once for a language,
//! not at each key.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use memchr::memmem;

/// What all platforms are found by.
#[derive(Debug)]
pub(crate) struct SearchIndex {
    /// The names of the platforms of the list, in its order: their own, in the reader’s
    /// language first, and those that people look for them by.
    pub(crate) names: FoldedTexts,
    /// The company of each, and the group it is listed in.
    pub(crate) around: FoldedTexts,
    /// The menus and switches of each, in the languages that the reader may see them in.
    /// They are most of what there is to fold, and needed only where no name is found.
    pub(crate) labels: OnceCell<FoldedTexts>,
    /// The names that are known and not listed, in their order.
    pub(crate) unlisted: FoldedTexts,
    /// What was searched for last, and what was found: a key and its frame ask several
    /// times.
    pub(crate) last: RefCell<Option<Rc<Found>>>,
}

/// What was found.
#[derive(Debug)]
pub(crate) struct Found {
    /// What was searched for.
    pub(crate) query: String,
    /// The places of the platforms with it.
    pub(crate) listed: Rc<[usize]>,
    /// The places of the names off the list with it.
    pub(crate) unlisted: Vec<usize>,
    /// The places of the platforms that were perhaps meant, where nothing else is found.
    pub(crate) nearly: Rc<[usize]>,
}

/// What stands between texts. Nobody types it, and it is in no word.
const BETWEEN: char = '\0';

/// The texts of several owners, in one: to look through it takes a fraction of what it
/// takes to look through as many texts.
#[derive(Debug)]
pub(crate) struct FoldedTexts {
    /// All of them, each with [`BETWEEN`] before it, and behind the last.
    all: String,
    /// Where in it those of each owner begin.
    starts: Vec<usize>,
    /// The letters of those of each owner, looked for the first time that somebody may have
    /// slipped.
    letters: OnceCell<Vec<Letters>>,
}

impl FoldedTexts {
    /// Those of each owner in turn, which `fold` adds to what there is.
    pub(crate) fn of<'t, T: Iterator<Item = &'t str>>(
        owners: impl Iterator<Item = T>,
        fold: impl Fn(&str, &mut String),
    ) -> Self {
        let mut texts = Self {
            all: String::new(),
            starts: Vec::with_capacity(owners.size_hint().0),
            letters: OnceCell::new(),
        };
        for owned in owners {
            texts.starts.push(texts.all.len());
            for text in owned {
                texts.all.push(BETWEEN);
                fold(text, &mut texts.all);
            }
        }
        texts.all.push(BETWEEN);
        texts
    }

    /// The owners of a text that has `part` in it, in their order. With `begins`, only where
    /// a word begins with it, which may go on over several.
    pub(crate) fn with(&self, part: &str, begins: bool) -> Vec<usize> {
        let mut owners = Vec::new();
        if part.is_empty() || part.contains(BETWEEN) {
            return owners;
        }
        // The end of those of the last owner that was found.
        let mut end = 0;
        for place in memmem::find_iter(self.all.as_bytes(), part) {
            let before = || self.all[..place].chars().next_back();
            if place < end || begins && before().is_some_and(char::is_alphanumeric) {
                continue;
            }
            let next = self.starts.partition_point(|start| *start <= place);
            if let Some(owner) = next.checked_sub(1) {
                owners.push(owner);
                end = self.starts.get(next).copied().unwrap_or(self.all.len());
            }
        }
        owners
    }

    /// The first owner of a text that is just this.
    pub(crate) fn owner_of(&self, text: &str) -> Option<usize> {
        let owners = self.with(text, true).into_iter();
        let is_it = |owner: &usize| self.of_owner(*owner).any(|its| its == text);
        owners.into_iter().find(is_it)
    }

    /// The owners of a text of which `fits` is true, in their order.
    pub(crate) fn fitting(&self, fits: impl Fn(&str) -> bool) -> Vec<usize> {
        let owners = 0..self.starts.len();
        owners
            .filter(|owner| self.of_owner(*owner).any(&fits))
            .collect()
    }

    /// The letters of the texts of each owner, together.
    pub(crate) fn letters(&self) -> &[Letters] {
        self.letters.get_or_init(|| {
            let owners = 0..self.starts.len();
            owners
                .map(|owner| Letters::of(self.texts_of(owner)))
                .collect()
        })
    }

    /// The texts of an owner.
    pub(crate) fn of_owner(&self, owner: usize) -> impl Iterator<Item = &str> {
        self.texts_of(owner).split(BETWEEN).skip(1)
    }

    fn texts_of(&self, owner: usize) -> &str {
        let end = self.starts.get(owner + 1).copied();
        &self.all[self.starts[owner]..end.unwrap_or(self.all.len() - 1)]
    }
}

/// Which letters a text has, a bit for each; some share one. A slip of the finger changes
/// one bit to none, none to one, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Letters(u64);

impl Letters {
    pub(crate) fn of(text: &str) -> Self {
        let bits = text.chars().map(|c| 1 << (u32::from(c) % 64));
        Self(bits.fold(0, |all, bit: u64| all | bit))
    }

    /// How many of these others lack.
    pub(crate) fn lacking_in(self, others: Self) -> u32 {
        (self.0 & !others.0).count_ones()
    }
}
