//! What the person did: a record for each platform, by id.
//!
//! Nothing here knows what a platform is called or what it offers.

mod copies;
mod damage;
mod file;
mod history;
mod item;
mod layout;
mod merge;
mod reading;
mod reconcile;
mod record;
mod state;
mod today;
mod undo;
mod writing;

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "the tests look at what lies on the disk"
)]
mod trial;

pub use copies::{is_conflict_copy, is_set_aside};
pub use damage::{Damage, Skipped};
pub use file::{Changed, ChecklistFile, FileError, Found};
pub use merge::{Difference, merge, taken_over};
pub use state::{Lever, RecheckReason, State, StateFacts, StateName};
pub use today::Today;
pub use undo::{Undo, UndoRecord, Undoable};

use std::collections::BTreeMap;

use jiff::civil::Date;

/// The records, by the platforms' ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checklist {
    records: BTreeMap<String, Record>,
    /// How many of them were among those to choose from: of each platform in a list, it
    /// is asked whether there are any.
    chosen: usize,
    last: Option<Undo>,
}

/// What is known of one platform.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// What the person said of it.
    pub mark: Mark,
    /// The day they said so, where it is known.
    pub on: Option<Date>,
    /// The address the setting had that day.
    pub address: Option<String>,
    /// The date of the facts it was done against.
    pub facts: Option<Date>,
    /// The steps walked through, by id.
    pub steps: Vec<String>,
    /// The extra levers that were ticked off, by id, with the day.
    pub extras: BTreeMap<String, Date>,
    /// Whether the person was asked which platforms they use, and this was one of
    /// those to choose from. One without a record is then new to them.
    pub chosen: bool,
    /// What stands in the file of the platform, to the letter, where it cannot be read:
    /// nothing else is then known.
    pub unread: Option<String>,
}

impl Record {
    /// The record of a platform marked on a day: one to do keeps the day alone, so that
    /// its walk starts afresh; one done or not found keeps the address it had and the
    /// date of the facts it was done or looked for against.
    #[must_use]
    pub fn new(
        mark: Mark,
        on: Date,
        address: Option<&str>,
        facts: Date,
        steps: Vec<String>,
    ) -> Self {
        let done = matches!(mark, Mark::Done | Mark::NotFound);
        match mark {
            Mark::Todo => Self {
                on: Some(on),
                ..Self::default()
            },
            Mark::Done | Mark::Later | Mark::NotConcerned | Mark::NotFound => Self {
                mark,
                on: Some(on),
                address: address.filter(|_| done).map(str::to_owned),
                facts: done.then_some(facts),
                steps,
                extras: BTreeMap::new(),
                chosen: false,
                unread: None,
            },
        }
    }

    /// What becomes of this record as its platform is marked: see [`Record::new`]. What was
    /// ticked off of extra levers stays.
    #[must_use]
    pub fn marked(&self, mark: Mark, on: Date, address: Option<&str>, facts: Date) -> Self {
        Self {
            chosen: self.chosen,
            extras: self.extras.clone(),
            ..Self::new(mark, on, address, facts, self.steps.clone())
        }
    }

    /// Adds the extra levers that another record of the platform has ticked off, each with
    /// its later day: what was sent was sent, whatever came after it.
    fn add_extras_of(&mut self, other: &Self) {
        for (id, on) in &other.extras {
            let known = self.extras.entry(id.clone()).or_insert(*on);
            *known = (*known).max(*on);
        }
    }
}

/// What the person said of a platform, and on which day, where it is known.
fn said(record: &Record) -> (Mark, Option<Date>) {
    (record.mark, record.on)
}

/// What a person can say of a platform.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mark {
    /// To do.
    #[default]
    Todo,
    /// Done.
    Done,
    /// Later.
    Later,
    /// Does not concern them.
    NotConcerned,
    /// They looked, and did not find what is described.
    NotFound,
}

impl Mark {
    /// All marks, with the word that the file and the command line have for each.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("done", Self::Done),
        ("later", Self::Later),
        ("not-concerned", Self::NotConcerned),
        ("not-found", Self::NotFound),
        ("todo", Self::Todo),
    ];

    /// The words that can be typed for them on the command line.
    pub const GIVEN: [(&'static str, Self); 6] = [
        ("done", Self::Done),
        ("later", Self::Later),
        ("not-for-me", Self::NotConcerned),
        ("not-concerned", Self::NotConcerned),
        ("not-found", Self::NotFound),
        ("todo", Self::Todo),
    ];

    /// The word to type for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        let found = Self::GIVEN.iter().find(|(_, mark)| *mark == self);
        found.map_or("todo", |(word, _)| word)
    }

    /// The mark of a word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        found.map(|(_, mark)| *mark)
    }

    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, mark)| *mark == self);
        found.map_or("todo", |(name, _)| name)
    }
}

/// A change to the checklist, small enough that two programs can each make
/// theirs without undoing the other's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A platform's record becomes this one.
    Set {
        /// The platform's id.
        platform: String,
        /// The record.
        record: Record,
    },
    /// A platform's record becomes what it was before a change of ours, unless
    /// somebody has changed it since.
    Restore {
        /// The platform's id.
        platform: String,
        /// The record as our change left it.
        ours: Record,
        /// The record as it was before. None where there was none.
        before: Option<Record>,
    },
    /// A step of a platform was walked through.
    Walked {
        /// The platform's id.
        platform: String,
        /// The step's id.
        step: String,
    },
    /// What can be undone from now on, when the program runs again. It is made only where
    /// another of several is.
    Remember(Option<Undo>),
    /// Several of these, none of them itself several: they are made and saved at once.
    Several(Vec<Change>),
}

impl Change {
    /// The changes that it is made of, each to one platform.
    #[must_use]
    pub fn each(&self) -> &[Change] {
        match self {
            Self::Several(changes) => changes,
            one => std::slice::from_ref(one),
        }
    }

    /// Makes the changes that it is made of by `make`, which says whether it made one. What
    /// can be undone is remembered only where there was something to make. Returns whether
    /// any of them was made.
    fn make_each(&self, mut make: impl FnMut(&Change) -> bool) -> bool {
        let mut is_made = false;
        for change in self.each() {
            let waits = matches!(change, Self::Remember(_)) && !is_made;
            is_made |= !waits && make(change);
        }
        is_made
    }

    /// The platform that it is a change to, by its id. None where it is several.
    #[must_use]
    pub fn platform(&self) -> Option<&str> {
        match self {
            Self::Set { platform, .. }
            | Self::Restore { platform, .. }
            | Self::Walked { platform, .. } => Some(platform),
            Self::Several(_) | Self::Remember(_) => None,
        }
    }
}

impl Checklist {
    /// The record of a platform; of one never touched, an empty one.
    #[must_use]
    pub fn record(&self, platform: &str) -> Record {
        self.records.get(platform).cloned().unwrap_or_default()
    }

    /// The record of a platform, if there is one.
    #[must_use]
    pub fn get(&self, platform: &str) -> Option<&Record> {
        self.records.get(platform)
    }

    /// Whether the person has said which platforms they use.
    #[must_use]
    pub fn has_choice(&self) -> bool {
        self.chosen > 0
    }

    /// The last change, as far as it can still be undone.
    #[must_use]
    pub fn last(&self) -> Option<&Undo> {
        self.last.as_ref()
    }

    /// Whether nothing was ever recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Puts a record in its place. Returns the one that was there.
    fn put(&mut self, platform: String, record: Record) -> Option<Record> {
        self.chosen += usize::from(record.chosen);
        let before = self.records.insert(platform, record);
        self.chosen -= usize::from(before.as_ref().is_some_and(|before| before.chosen));
        before
    }

    /// Takes a record away, if there is one.
    fn take(&mut self, platform: &str) {
        let taken = self.records.remove(platform);
        self.chosen -= usize::from(taken.is_some_and(|taken| taken.chosen));
    }

    /// Makes a change, and says whether any of it was made: not so for a
    /// [`Change::Restore`] of a record that somebody else has changed.
    pub fn apply(&mut self, change: &Change) -> bool {
        match change {
            Change::Set { platform, record } => {
                self.put(platform.clone(), record.clone());
            }
            Change::Restore {
                platform,
                ours,
                before,
            } => {
                if self.record(platform) != *ours {
                    return false;
                }
                match before {
                    Some(before) => drop(self.put(platform.clone(), before.clone())),
                    None => self.take(platform),
                }
            }
            Change::Several(_) => return change.make_each(|change| self.apply(change)),
            Change::Remember(last) => {
                if self.last == *last {
                    return false;
                }
                self.last.clone_from(last);
            }
            Change::Walked { platform, step } => {
                let steps = &mut self.records.entry(platform.clone()).or_default().steps;
                if !steps.contains(step) {
                    steps.push(step.clone());
                }
            }
        }
        true
    }
}
