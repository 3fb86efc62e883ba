//! The checklist while a person works on it: as it now is, with what can be undone in it
//! and what of it is not saved yet.

use super::outcome::Outcome;
use super::undo_stack::{UndoStack, Undoing};
use super::unsaved::Unsaved;
use crate::catalogue::Catalogue;
use crate::checklist::{Change, Checklist, Mark, Record, Today, Undo, UndoRecord, Undoable};
use crate::overview::Overview;

/// The checklist while a person works on it. It holds what was saved, with the changes
/// on top that are not saved yet. Whoever owns it writes what
/// [`WorkingCopy::begin_saving`] returns where changes are kept, and reports back with
/// [`WorkingCopy::saved`] or [`WorkingCopy::not_saved`], until nothing is left. It may
/// take its time: what is changed meanwhile waits, and is saved in one go.
#[derive(Debug)]
pub struct WorkingCopy {
    /// With all changes.
    checklist: Checklist,
    /// How often it has changed.
    changes: usize,
    today: Today,
    undo: UndoStack,
    unsaved: Unsaved,
}

impl WorkingCopy {
    /// A working copy of `checklist`, on the day `today`. Unless it `is_saved`
    /// somewhere, no change waits to be saved.
    #[must_use]
    pub fn new(checklist: Checklist, today: Today, is_saved: bool) -> Self {
        Self {
            undo: UndoStack::new(checklist.last().cloned()),
            unsaved: Unsaved::new(checklist.clone(), is_saved),
            checklist,
            changes: 0,
            today,
        }
    }

    /// The checklist as it now is.
    #[must_use]
    pub fn checklist(&self) -> &Checklist {
        &self.checklist
    }

    /// How often the checklist has changed: what was counted before then no longer holds.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.changes
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

    /// Changes records, each of the platform of this id, in one change that is undone whole.
    pub(super) fn set(&mut self, what: Undoable, records: Vec<(String, Record)>) {
        let undo = records.iter().map(|(platform, record)| UndoRecord {
            platform: platform.clone(),
            before: self.checklist.get(platform).cloned(),
            ours: record.clone(),
        });
        self.undo.push(Undo {
            what,
            records: undo.collect(),
        });
        let changes = records.into_iter();
        let changes = changes.map(|(platform, record)| Change::Set { platform, record });
        self.change_all(changes);
    }

    /// Notes that a step of a platform was walked through, both by their ids.
    pub(super) fn note_step(&mut self, platform: &str, step: &str) {
        self.change(Change::Walked {
            platform: platform.to_owned(),
            step: step.to_owned(),
        });
        self.undo.note_step(platform, step);
    }

    fn change_all(&mut self, changes: impl IntoIterator<Item = Change>) {
        for change in changes {
            self.change(change);
        }
    }

    fn change(&mut self, change: Change) {
        self.checklist.apply(&change);
        self.changes += 1;
        self.unsaved.note(change);
    }

    /// Whether there is anything to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.undo.last().is_some()
    }

    /// Undoes the last change that is not undone yet, except where somebody else has
    /// changed the platform since. Until the undoing is saved, such
    /// a change may still come to light: see [`WorkingCopy::saved`].
    pub fn undo(&mut self) -> Outcome {
        let Some(Undoing {
            undo: last,
            is_earlier,
        }) = self.undo.pop()
        else {
            return Outcome::NothingToUndo;
        };
        let records = last.records.into_iter();
        let (ours, theirs): (Vec<_>, Vec<_>) =
            records.partition(|undo| self.checklist.record(&undo.platform) == undo.ours);
        for undo in &theirs {
            self.undo.forget(&undo.platform);
        }
        let first = ours.first().or(theirs.first());
        let platform = first.map_or_else(String::new, |undo| undo.platform.clone());
        if ours.is_empty() {
            return Outcome::ChangedSince { platform };
        }
        // Of an extra lever, the state of its platform says nothing.
        let was = ours.first().and_then(|undo| {
            let before = undo
                .before
                .as_ref()
                .map_or(Mark::Todo, |before| before.mark);
            (is_earlier && undo.ours.mark != before).then_some(undo.ours.mark)
        });
        let platforms: Vec<_> = ours.iter().map(|undo| undo.platform.clone()).collect();
        self.change_all(ours.into_iter().map(|undo| Change::Restore {
            platform: undo.platform,
            ours: undo.ours,
            before: undo.before,
        }));
        match last.what {
            Undoable::Mark if platforms.len() > 1 => Outcome::SeveralUndone { platforms },
            Undoable::Mark => match was {
                Some(was) => Outcome::UndoneEarlier { platform, was },
                None => Outcome::Undone { platform },
            },
            Undoable::Choice => Outcome::ChoiceUndone,
        }
    }

    /// All that is not saved yet, to be saved in one go. None where nothing is left, or
    /// something is being saved: what came after it waits until that is known to be.
    pub fn begin_saving(&mut self) -> Option<Change> {
        self.unsaved.begin(self.undo.last())
    }

    /// Whether something is being saved.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        self.unsaved.is_saving()
    }

    /// Whether something could not be saved, and waits to be tried again.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.unsaved.has_failed()
    }

    /// Goes on with the checklist as it is now that what was to be saved is:
    /// it may hold what other programs have saved. Returns what is to be said of that.
    pub fn saved(&mut self, checklist: Checklist) -> Option<Outcome> {
        let changed_since = self.unsaved.saved(&checklist);
        self.checklist = checklist;
        self.changes += 1;
        for change in self.unsaved.waiting() {
            self.checklist.apply(change);
        }
        for platform in &changed_since {
            self.undo.forget(platform);
        }
        let first = changed_since.into_iter().next();
        first.map(|platform| Outcome::ChangedSince { platform })
    }

    /// What was to be saved could not be: it is tried again, along with what was changed
    /// since, as soon as saving begins again. Returns whether anything was changed since.
    pub fn not_saved(&mut self) -> bool {
        self.unsaved.not_saved()
    }

    /// What the person said of platforms that is not known to be saved: each platform’s
    /// id, with its record, in the order of the catalogue.
    pub fn unsaved<'a>(
        &'a self,
        catalogue: &'a Catalogue,
    ) -> impl Iterator<Item = (&'a str, Record)> {
        let ids = catalogue.platforms.iter().map(|facts| &*facts.id);
        ids.filter_map(|id| {
            let record = self.checklist.record(id);
            (!self.unsaved.is_kept(id, &record)).then_some((id, record))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::NextStep;
    use super::super::trial::{DAY, catalogue, place, save, work};
    use super::*;
    use crate::catalogue::Walk;
    use crate::language::Language;

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
    fn of_a_choice_everything_is_undone_but_what_somebody_else_has_changed() {
        let catalogue = catalogue();
        for is_known in [true, false] {
            let mut file = Checklist::default();
            let mut work = work(&file);
            work.choose(&catalogue, |_| false);
            save(&mut work, &mut file);
            let theirs = Record::new(Mark::Done, DAY, None, DAY, Vec::new());
            file.apply(&Change::Set {
                platform: "linkedin".to_owned(),
                record: theirs.clone(),
            });
            if is_known {
                work.mark(&catalogue, place(&catalogue, "facebook"), Mark::Later);
                work.undo();
                save(&mut work, &mut file);
            }
            assert_eq!(work.undo(), Outcome::ChoiceUndone);
            save(&mut work, &mut file);
            assert_eq!(file.record("linkedin"), theirs);
            assert_eq!(file.get("facebook"), None);
            assert_eq!(*work.checklist(), file);
            assert!(!work.can_undo());
        }
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
    fn the_last_change_of_an_earlier_run_is_undone_once_and_said_to_be_one() {
        let catalogue = catalogue();
        let linkedin = place(&catalogue, "linkedin");
        let mut file = Checklist::default();
        let mut first = work(&file);
        first.mark(&catalogue, linkedin, Mark::Later);
        first.mark(&catalogue, linkedin, Mark::Done);
        save(&mut first, &mut file);
        // After those of this run, and one step of those before.
        let mut second = work(&file);
        second.mark(&catalogue, place(&catalogue, "facebook"), Mark::Done);
        assert!(matches!(second.undo(), Outcome::Undone { .. }));
        let earlier = Outcome::UndoneEarlier {
            platform: "linkedin".to_owned(),
            was: Mark::Done,
        };
        assert_eq!(second.undo(), earlier);
        assert_eq!(second.undo(), Outcome::NothingToUndo);
        save(&mut second, &mut file);
        assert_eq!(file.record("linkedin").mark, Mark::Later);
        assert_eq!(work(&file).undo(), Outcome::NothingToUndo);
        // A whole choice.
        let mut choosing = work(&file);
        choosing.choose(&catalogue, |platform| platform == linkedin);
        save(&mut choosing, &mut file);
        let mut third = work(&file);
        assert_eq!(third.undo(), Outcome::ChoiceUndone);
        save(&mut third, &mut file);
        assert!(!file.has_choice());
    }
}
