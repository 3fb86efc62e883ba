//! The checklist while a person works on it: what they change, what can be undone,
//! and what is not saved yet.

use std::collections::VecDeque;

use super::outcome::Outcome;
use crate::catalogue::{Catalogue, Walk};
use crate::checklist::{Change, Checklist, Mark, Record, State, Today};
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
        let platform = catalogue.platforms[platform].id.clone();
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
        let aged = matches!(overview.state(platform), State::CheckAgain(..));
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
                platform: id.clone(),
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
    /// the platform since. Until the undoing is saved, such
    /// a change may still come to light: see [`WorkingCopy::saved`].
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

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;
    use crate::content::Source;
    use crate::language::Language;

    const DAY: Date = date(2026, 11, 23);

    fn catalogue() -> Catalogue {
        Catalogue::load(Source::embedded()).expect("the built-in content")
    }

    fn place(catalogue: &Catalogue, id: &str) -> usize {
        catalogue.position(id).expect(id)
    }

    fn work(checklist: &Checklist) -> WorkingCopy {
        WorkingCopy::new(checklist.clone(), DAY.into(), true)
    }

    /// Saves what is not saved yet, and returns what was said of it.
    fn save(work: &mut WorkingCopy, file: &mut Checklist) -> Vec<Outcome> {
        let mut said = Vec::new();
        while let Some(change) = work.unsaved() {
            file.apply(change);
            said.extend(work.saved(file.clone()));
        }
        said
    }

    fn marked(platform: &str, mark: Mark) -> Outcome {
        Outcome::Marked {
            platform: platform.to_owned(),
            mark,
        }
    }

    #[test]
    fn a_mark_given_again_is_taken_away_and_an_aged_tick_renewed() {
        let catalogue = catalogue();
        let old = Record::new(Mark::Done, date(2024, 1, 1), None, DAY, Vec::new());
        let none = Outcome::NothingToTick;
        for (platform, record, mark, expected) in [
            ("linkedin", None, Mark::Done, marked("linkedin", Mark::Done)),
            (
                "linkedin",
                None,
                Mark::Later,
                marked("linkedin", Mark::Later),
            ),
            (
                "linkedin",
                Some(old),
                Mark::Done,
                marked("linkedin", Mark::Done),
            ),
            ("youtube", None, Mark::Done, none.clone()),
            ("youtube", None, Mark::Later, none),
            (
                "youtube",
                None,
                Mark::NotConcerned,
                marked("youtube", Mark::NotConcerned),
            ),
        ] {
            let mut checklist = Checklist::default();
            if let Some(record) = record {
                checklist.apply(&Change::Set {
                    platform: platform.to_owned(),
                    record,
                });
            }
            let mut work = work(&checklist);
            let place = place(&catalogue, platform);
            assert_eq!(work.toggle(&catalogue, place, mark), expected);
            if matches!(expected, Outcome::Marked { .. }) {
                let again = work.toggle(&catalogue, place, mark);
                assert_eq!(again, marked(platform, Mark::Todo));
            }
        }
    }

    #[test]
    fn each_change_is_undone_though_its_walk_went_on() {
        let catalogue = catalogue();
        let texts = catalogue.texts(&Language::new("fr")).expect("the words");
        let linkedin = place(&catalogue, "linkedin");
        let facts = &catalogue.platforms[linkedin];
        let walk = Walk::new(facts, texts.prose(linkedin), &texts, DAY);
        let mut file = Checklist::default();
        let mut work = work(&file);
        let mut before = Vec::new();
        for (step, mark) in [(0, Mark::Done), (1, Mark::Later), (2, Mark::Todo)] {
            before.push(work.checklist().clone());
            work.mark(&catalogue, linkedin, mark);
            let next = work.walk_on(&catalogue, linkedin, &walk, step);
            assert_eq!(next, NextStep::Step(step + 1));
            assert_eq!(save(&mut work, &mut file), []);
        }
        while let Some(before) = before.pop() {
            assert!(work.can_undo());
            let undone = Outcome::Undone {
                platform: "linkedin".to_owned(),
            };
            assert_eq!(work.undo(), undone);
            assert_eq!(save(&mut work, &mut file), []);
            assert_eq!(file.record("linkedin"), before.record("linkedin"));
        }
        assert_eq!(work.undo(), Outcome::NothingToUndo);
        let last = walk.steps.len() - 1;
        assert_eq!(
            work.walk_on(&catalogue, linkedin, &walk, last),
            NextStep::End
        );
    }

    #[test]
    fn what_somebody_else_has_changed_is_not_undone() {
        let catalogue = catalogue();
        let linkedin = place(&catalogue, "linkedin");
        let theirs = |platform: &str| Change::Set {
            platform: platform.to_owned(),
            record: Record::new(Mark::NotConcerned, DAY, None, DAY, Vec::new()),
        };
        let walked = Change::Walked {
            platform: "linkedin".to_owned(),
            step: "what".to_owned(),
        };
        let changed = Outcome::ChangedSince {
            platform: "linkedin".to_owned(),
        };
        for (change, is_known) in [
            (theirs("linkedin"), true),
            (theirs("linkedin"), false),
            (walked.clone(), true),
            (walked, false),
        ] {
            let mut file = Checklist::default();
            let mut work = work(&file);
            for mark in [Mark::Later, Mark::Done] {
                work.mark(&catalogue, linkedin, mark);
            }
            save(&mut work, &mut file);
            file.apply(&change);
            let as_they_left_it = file.record("linkedin");
            if is_known {
                // A change elsewhere brings their change along.
                let other = place(&catalogue, "facebook");
                work.mark(&catalogue, other, Mark::Done);
                save(&mut work, &mut file);
                assert!(matches!(work.undo(), Outcome::Undone { .. }));
                save(&mut work, &mut file);
                assert_eq!(work.undo(), changed);
            } else {
                assert!(matches!(work.undo(), Outcome::Undone { .. }));
                let said = save(&mut work, &mut file);
                assert_eq!(said.as_slice(), std::slice::from_ref(&changed));
            }
            assert_eq!(file.record("linkedin"), as_they_left_it);
            assert_eq!(work.checklist().record("linkedin"), as_they_left_it);
            assert_eq!(work.undo(), Outcome::NothingToUndo);
        }
        // What they did elsewhere does not matter.
        let mut file = Checklist::default();
        let mut work = work(&file);
        work.mark(&catalogue, linkedin, Mark::Done);
        save(&mut work, &mut file);
        file.apply(&theirs("x"));
        assert!(matches!(work.undo(), Outcome::Undone { .. }));
        assert_eq!(save(&mut work, &mut file), []);
        assert_eq!(file.record("linkedin"), Record::default());
    }

    #[test]
    fn what_could_not_be_saved_is_saved_once_and_in_order() {
        let catalogue = catalogue();
        let linkedin = place(&catalogue, "linkedin");
        let mut work = work(&Checklist::default());
        for mark in [Mark::Done, Mark::Later, Mark::Done] {
            work.mark(&catalogue, linkedin, mark);
        }
        work.undo();
        // Another program has saved something meanwhile.
        let mut file = Checklist::default();
        let record = Record::new(Mark::Done, DAY, None, DAY, Vec::new());
        file.apply(&Change::Set {
            platform: "x".to_owned(),
            record: record.clone(),
        });
        let mut written = Vec::new();
        while let Some(change) = work.unsaved().cloned() {
            file.apply(&change);
            assert_eq!(work.saved(file.clone()), None);
            // What is still to be saved is not lost from sight.
            assert_eq!(work.checklist().record("linkedin").mark, Mark::Later);
            assert_eq!(work.checklist().record("x"), record);
            written.push(match change {
                Change::Set { record, .. } => record.mark,
                Change::Restore { before, .. } => before.mark,
                Change::Walked { .. } => Mark::Todo,
            });
        }
        let expected = [Mark::Done, Mark::Later, Mark::Done, Mark::Later];
        assert_eq!(written, expected);
        assert_eq!(*work.checklist(), file);
    }

    #[test]
    fn where_nothing_is_saved_nothing_waits() {
        let mut work = WorkingCopy::new(Checklist::default(), DAY.into(), false);
        let catalogue = catalogue();
        let linkedin = place(&catalogue, "linkedin");
        work.mark(&catalogue, linkedin, Mark::Done);
        work.undo();
        assert_eq!(work.unsaved(), None);
    }
}
