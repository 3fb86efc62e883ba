//! What the person did: a record for each platform, by id.
//!
//! Nothing here knows what a platform is called or what it offers.

mod file;
mod state;
mod today;

pub use file::{ChecklistFile, Damage, FileError};
pub use state::{Lever, RecheckReason, State, StateFacts};
pub use today::Today;

use std::collections::BTreeMap;

use jiff::civil::Date;

/// The records, by the platforms' ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checklist {
    records: BTreeMap<String, Record>,
}

/// What is known of one platform.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// What the person said of it.
    pub mark: Mark,
    /// The day they said so. None for what is to do.
    pub on: Option<Date>,
    /// The address the setting had that day.
    pub address: Option<String>,
    /// The date of the facts it was done against.
    pub facts: Option<Date>,
    /// The steps walked through, by id.
    pub steps: Vec<String>,
}

impl Record {
    /// The record of a platform marked on a day: one to do keeps nothing, so that
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
            Mark::Todo => Self::default(),
            Mark::Done | Mark::Later | Mark::NotConcerned | Mark::NotFound => Self {
                mark,
                on: Some(on),
                address: address.filter(|_| done).map(str::to_owned),
                facts: done.then_some(facts),
                steps,
            },
        }
    }
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
        /// The record as it was before.
        before: Record,
    },
    /// A step of a platform was walked through.
    Walked {
        /// The platform's id.
        platform: String,
        /// The step's id.
        step: String,
    },
}

impl Checklist {
    /// The record of a platform; of one never touched, an empty one.
    #[must_use]
    pub fn record(&self, platform: &str) -> Record {
        self.records.get(platform).cloned().unwrap_or_default()
    }

    /// Whether nothing was ever recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Makes a change, and says whether it was made: not so for a
    /// [`Change::Restore`] of a record that somebody else has changed.
    pub fn apply(&mut self, change: &Change) -> bool {
        match change {
            Change::Set { platform, record } => {
                self.records.insert(platform.clone(), record.clone());
            }
            Change::Restore {
                platform,
                ours,
                before,
            } => {
                if self.record(platform) != *ours {
                    return false;
                }
                self.records.insert(platform.clone(), before.clone());
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
