//! The checklist while a person works on it: what they change, what can be undone,
//! and what is not saved yet.

use std::collections::VecDeque;

use super::outcome::Outcome;
use crate::catalogue::{Catalogue, Walk};
use crate::checklist::{Change, Checklist, Mark, Record, Standing, Today};
use crate::overview::Overview;

/// The checklist while a person works on it. It holds what was saved, with the changes
/// on top that are not saved yet. Whoever owns it writes [`WorkingCopy::unsaved`] where
/// changes are kept and reports back with [`WorkingCopy::saved`], until nothing is left.
#[derive(Debug)]
pub struct WorkingCopy {
    checklist: Checklist,
    today: Today,
    is_saved: bool,
    /// What can be undone, the last change last.
    undo: Vec<Undo>,
    /// The changes to be saved, the oldest first.
    unsaved: VecDeque<Change>,
}

/// A change that can be undone.
#[derive(Debug)]
struct Undo {
    platform: String,
    /// The record before the change.
    before: Record,
    /// The record as we left it, with the steps that we walked through since.
    ours: Record,
}

/// Where the way on from a step leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// To the step of this number.
    Step(usize),
    /// Out of the walk: that was the last one.
    End,
}

impl WorkingCopy {
    /// A working copy of `checklist`, on the day `today`. Unless it `is_saved`
    /// somewhere, no change waits to be saved.
    #[must_use]
    pub fn new(checklist: Checklist, today: Today, is_saved: bool) -> Self {
        Self {
            checklist,
            today,
            is_saved,
            undo: Vec::new(),
            unsaved: VecDeque::new(),
        }
    }

    /// The checklist as it now is.
    #[must_use]
    pub fn checklist(&self) -> &Checklist {
        &self.checklist
    }

    /// The day.
    #[must_use]
    pub fn today(&self) -> &Today {
        &self.today
    }

    /// Where the person stands, over all platforms.
    #[must_use]
    pub fn overview<'a>(&'a self, catalogue: &'a Catalogue) -> Overview<'a> {
        Overview {
            catalogue,
            checklist: &self.checklist,
            today: &self.today,
        }
    }

    /// Marks a platform.
    pub fn mark(&mut self, catalogue: &Catalogue, platform: usize, mark: Mark) -> Outcome {
        let Some(record) = self.overview(catalogue).marked(platform, mark) else {
            return Outcome::NothingToTick;
        };
        let platform = catalogue.platforms[platform].id.to_string();
        self.undo.push(Undo {
            platform: platform.clone(),
            before: self.checklist.record(&platform),
            ours: record.clone(),
        });
        self.change(Change::Set {
            platform: platform.clone(),
            record,
        });
        Outcome::Marked { platform, mark }
    }

    /// Marks a platform; or marks it to do again if it was so marked already. A tick
    /// that has aged is renewed.
    pub fn toggle(&mut self, catalogue: &Catalogue, platform: usize, mark: Mark) -> Outcome {
        let overview = self.overview(catalogue);
        let aged = matches!(overview.standing(platform), Standing::CheckAgain(..));
        let record = self.checklist.record(&catalogue.platforms[platform].id);
        let is_marked = record.mark == mark && !aged;
        if is_marked && overview.marked(platform, Mark::Todo).is_some() {
            self.mark(catalogue, platform, Mark::Todo)
        } else {
            self.mark(catalogue, platform, mark)
        }
    }

    /// Notes that a step of a platform was walked through, and says where the way on
    /// leads.
    pub fn walk_on(
        &mut self,
        catalogue: &Catalogue,
        platform: usize,
        walk: &Walk,
        step: usize,
    ) -> NextStep {
        let id = &catalogue.platforms[platform].id;
        if let Some(walked) = walk.steps.get(step)
            && !self.checklist.record(id).steps.contains(&walked.id)
        {
            self.change(Change::Walked {
                platform: id.to_string(),
                step: walked.id.clone(),
            });
            // The record is still as we left it.
            let mut undo = self.undo.iter_mut().rev();
            if let Some(undo) = undo.find(|undo| undo.platform == **id) {
                undo.ours.steps.push(walked.id.clone());
            }
        }
        if step + 1 < walk.steps.len() {
            NextStep::Step(step + 1)
        } else {
            NextStep::End
        }
    }

    /// Whether there is anything to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Undoes the last change that is not undone yet, unless somebody else has changed
    /// the platform since. As long as it is not saved, that may still turn out.
    pub fn undo(&mut self) -> Outcome {
        let Some(last) = self.undo.pop() else {
            return Outcome::NothingToUndo;
        };
        let Undo {
            platform,
            before,
            ours,
        } = last;
        if self.checklist.record(&platform) != ours {
            return self.changed_since(platform);
        }
        self.change(Change::Restore {
            platform: platform.clone(),
            ours,
            before,
        });
        Outcome::Undone { platform }
    }

    /// What somebody else has changed since is theirs: nothing of ours can be undone
    /// there any more.
    fn changed_since(&mut self, platform: String) -> Outcome {
        self.undo.retain(|undo| undo.platform != platform);
        Outcome::ChangedSince { platform }
    }

    fn change(&mut self, change: Change) {
        self.checklist.apply(&change);
        if self.is_saved {
            self.unsaved.push_back(change);
        }
    }

    /// The change to be saved next, if any is left.
    #[must_use]
    pub fn unsaved(&self) -> Option<&Change> {
        self.unsaved.front()
    }

    /// Goes on with the checklist as it is now that [`WorkingCopy::unsaved`] was saved:
    /// it may hold what other programs have saved. Returns what is to be said of that.
    pub fn saved(&mut self, checklist: Checklist) -> Option<Outcome> {
        self.checklist = checklist;
        let outcome = match self.unsaved.pop_front() {
            Some(Change::Restore {
                platform, before, ..
            }) if self.checklist.record(&platform) != before => Some(self.changed_since(platform)),
            _ => None,
        };
        for change in &self.unsaved {
            self.checklist.apply(change);
        }
        outcome
    }
}
