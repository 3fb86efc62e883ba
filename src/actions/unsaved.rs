//! What of a checklist is not saved yet. It is saved in one go, which may take its time:
//! what is changed meanwhile waits.

use std::mem::take;

use crate::checklist::{Change, Checklist, Mark, Record, Undo};

/// A checklist that was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// As it then is: it may hold what other programs have saved.
    pub checklist: Checklist,
    /// What is to be said of what was found in its place, in the reader's language.
    pub found: Option<String>,
}

impl From<Checklist> for Saved {
    fn from(checklist: Checklist) -> Self {
        Self {
            checklist,
            found: None,
        }
    }
}

/// The changes to a checklist that are not known to be saved.
#[derive(Debug)]
pub(super) struct Unsaved {
    /// The checklist as it is known to be saved.
    kept: Checklist,
    /// Whether it is saved anywhere: else no change waits.
    is_saved: bool,
    /// The changes that are being saved, the oldest first, each to one platform.
    saving: Vec<Change>,
    /// Those that wait for it, or could not be saved.
    waiting: Vec<Change>,
}

impl Unsaved {
    /// None yet, of a checklist that is `kept`; and none ever, unless it `is_saved`
    /// somewhere.
    pub(super) fn new(kept: Checklist, is_saved: bool) -> Self {
        Self {
            kept,
            is_saved,
            saving: Vec::new(),
            waiting: Vec::new(),
        }
    }

    /// Notes a change to one platform.
    pub(super) fn note(&mut self, change: Change) {
        if self.is_saved {
            self.waiting.push(change);
        }
    }

    /// The changes that wait, the oldest first.
    pub(super) fn waiting(&self) -> &[Change] {
        &self.waiting
    }

    /// All that waits, to be saved in one go, along with the `last` change that can be
    /// undone. None where nothing waits, or something is being saved.
    pub(super) fn begin(&mut self, last: Option<&Undo>) -> Option<Change> {
        if self.is_saving() {
            return None;
        }
        self.saving = take(&mut self.waiting);
        if self.saving.is_empty() {
            return None;
        }
        let changes = self.saving.iter().cloned();
        let changes = changes.chain([Change::Remember(last.cloned())]);
        Some(Change::Several(changes.collect()))
    }

    /// Whether something is being saved.
    pub(super) fn is_saving(&self) -> bool {
        !self.saving.is_empty()
    }

    /// Whether something could not be saved, and waits to be tried again.
    pub(super) fn has_failed(&self) -> bool {
        !self.is_saving() && !self.waiting.is_empty()
    }

    /// Notes that what was being saved is, in this `checklist`. Returns the platforms where
    /// a change was to be undone and was not, because somebody else had changed them, and
    /// no later change of ours was saved with it.
    pub(super) fn saved(&mut self, checklist: &Checklist) -> Vec<String> {
        self.kept.clone_from(checklist);
        let saved = take(&mut self.saving);
        let mut changed_since = Vec::new();
        for (place, change) in saved.iter().enumerate() {
            let last = || {
                let mut later = saved[place + 1..].iter();
                !later.any(|later| later.platform() == change.platform())
            };
            if let Change::Restore {
                platform, before, ..
            } = change
                && checklist.get(platform) != before.as_ref()
                && last()
            {
                changed_since.push(platform.clone());
            }
        }
        changed_since
    }

    /// Notes that what was being saved could not be: it waits again, before what was changed
    /// since. Returns whether anything was.
    pub(super) fn not_saved(&mut self) -> bool {
        let since = take(&mut self.waiting);
        let any = !since.is_empty();
        self.waiting = take(&mut self.saving);
        self.waiting.extend(since);
        any
    }

    /// Whether what the person said of a platform, by its id, is known to be saved as
    /// `record` has it.
    pub(super) fn is_kept(&self, platform: &str, record: &Record) -> bool {
        let kept = self.kept.record(platform);
        // Of one that is to be done, the day says nothing.
        record.mark == kept.mark && (record.mark == Mark::Todo || record.on == kept.on)
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::{DAY, catalogue, place, save, work};
    use super::super::{Outcome, WorkingCopy};
    use super::*;

    /// What happens to a working copy.
    #[derive(Debug, Clone, Copy)]
    enum Happens {
        /// A platform is marked.
        Mark(&'static str, Mark),
        /// What was marked last is undone.
        Undo,
        /// Saving begins, with so many changes in one go; or does not, where there are none.
        Begin(usize),
        /// What was begun is saved.
        Saved,
        /// It fails.
        Fails,
        /// Another program marks a platform as done.
        Theirs(&'static str),
    }

    /// What happens, and what is saved in the end.
    type Case = (
        &'static str,
        &'static [Happens],
        &'static [(&'static str, Mark)],
    );

    const SAVINGS: &[Case] = {
        use Happens::{Begin, Fails, Mark as Marked, Saved, Theirs, Undo};
        use Mark::{Done, Later, NotConcerned};
        &[
            (
                "what comes while something is saved goes together",
                &[
                    Marked("linkedin", Done),
                    Begin(1),
                    Marked("x", Done),
                    Begin(0),
                    Marked("linkedin", Later),
                    Undo,
                    Saved,
                    Begin(3),
                    Saved,
                    Begin(0),
                ],
                &[("linkedin", Done), ("x", Done)],
            ),
            (
                "what failed goes along with what comes next",
                &[
                    Marked("linkedin", Done),
                    Begin(1),
                    Fails,
                    Marked("x", Later),
                    Begin(2),
                    Saved,
                    Begin(0),
                ],
                &[("linkedin", Done), ("x", Later)],
            ),
            (
                "what failed comes before what was changed meanwhile",
                &[
                    Marked("linkedin", Done),
                    Begin(1),
                    Marked("linkedin", NotConcerned),
                    Fails,
                    Begin(2),
                    Fails,
                    Begin(2),
                    Saved,
                ],
                &[("linkedin", NotConcerned)],
            ),
            (
                "what another program saves meanwhile stays",
                &[
                    Marked("linkedin", Done),
                    Begin(1),
                    Theirs("x"),
                    Marked("facebook", Later),
                    Saved,
                    Begin(1),
                    Fails,
                    Theirs("whatsapp"),
                    Begin(1),
                    Saved,
                ],
                &[
                    ("linkedin", Done),
                    ("x", Done),
                    ("facebook", Later),
                    ("whatsapp", Done),
                ],
            ),
        ]
    };

    #[test]
    fn changes_are_saved_once_in_order_and_in_one_go() {
        use Happens::{Begin, Fails, Mark as Marked, Saved, Theirs, Undo};
        let catalogue = catalogue();
        for (case, happens, expected) in SAVINGS {
            let mut file = Checklist::default();
            let mut work = work(&file);
            let (mut known, mut begun) = (file.clone(), None);
            for &happens in *happens {
                match happens {
                    Marked(id, mark) => {
                        work.mark(&catalogue, place(&catalogue, id), mark);
                    }
                    Undo => {
                        work.undo();
                    }
                    Begin(count) => {
                        let change = work.begin_saving();
                        // What can be undone goes along.
                        let each = change.as_ref().map_or(0, |change| change.each().len() - 1);
                        assert_eq!(each, count, "{case}");
                        begun = change.or(begun);
                    }
                    Saved => {
                        file.apply(&begun.take().expect("something was begun"));
                        known = file.clone();
                        assert_eq!(work.saved(file.clone()), None, "{case}");
                    }
                    Fails => {
                        begun = None;
                        work.not_saved();
                        assert!(work.has_failed(), "{case}");
                    }
                    Theirs(id) => {
                        let record = Record::new(Mark::Done, DAY, None, DAY, Vec::new());
                        let platform = id.to_owned();
                        file.apply(&Change::Set { platform, record });
                    }
                }
                // What is known to be saved, and what is not, are all there is.
                let unsaved: Vec<_> = work.unsaved(&catalogue).collect();
                for facts in &catalogue.platforms {
                    let of_it = unsaved.iter().find(|(id, _)| *id == &*facts.id);
                    let record = of_it.map(|(_, record)| record.clone());
                    let record = record.unwrap_or_else(|| known.record(&facts.id));
                    assert_eq!(work.checklist().record(&facts.id), record, "{case}");
                }
            }
            assert!(!work.is_saving() && !work.has_failed(), "{case}");
            assert_eq!(work.unsaved(&catalogue).count(), 0, "{case}");
            assert_eq!(*work.checklist(), file, "{case}");
            for (id, mark) in *expected {
                assert_eq!(file.record(id).mark, *mark, "{case}: {id}");
            }
        }
    }

    /// Of changes that are saved together, one that was not made because somebody else
    /// had changed the platform is told, and one that another of ours follows is not.
    #[test]
    fn an_undoing_is_told_to_have_failed_where_it_was_the_last_word() {
        let catalogue = catalogue();
        let linkedin = place(&catalogue, "linkedin");
        for again in [false, true] {
            let mut file = Checklist::default();
            let mut work = work(&file);
            work.mark(&catalogue, linkedin, Mark::Done);
            save(&mut work, &mut file);
            let theirs = Record::new(Mark::NotConcerned, DAY, None, DAY, Vec::new());
            file.apply(&Change::Set {
                platform: "linkedin".to_owned(),
                record: theirs,
            });
            work.undo();
            if again {
                work.mark(&catalogue, linkedin, Mark::Later);
            }
            let changed = Outcome::ChangedSince {
                platform: "linkedin".to_owned(),
            };
            let expected = if again { vec![] } else { vec![changed] };
            assert_eq!(save(&mut work, &mut file), expected);
            let mark = if again {
                Mark::Later
            } else {
                Mark::NotConcerned
            };
            assert_eq!(file.record("linkedin").mark, mark);
        }
    }

    #[test]
    fn where_nothing_is_saved_nothing_waits() {
        let mut work = WorkingCopy::new(Checklist::default(), DAY.into(), false);
        let catalogue = catalogue();
        let linkedin = place(&catalogue, "linkedin");
        work.mark(&catalogue, linkedin, Mark::Done);
        work.undo();
        assert_eq!(work.begin_saving(), None);
    }
}
