//! The checklist while a person works on it: what they change, what can be undone,
//! and what is not saved yet.

use std::mem::take;

use super::outcome::Outcome;
use crate::catalogue::{Catalogue, Walk};
use crate::checklist::{Change, Checklist, Mark, Record, State, Today, Undo, UndoRecord, Undoable};
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
    /// As it is known to be saved.
    kept: Checklist,
    today: Today,
    is_saved: bool,
    /// What can be undone, the last change last.
    undo: Vec<Undoing>,
    /// The changes that are being saved, the oldest first, each to one platform.
    saving: Vec<Change>,
    /// Those that wait for it, or could not be saved.
    waiting: Vec<Change>,
}

/// A change that can be undone.
#[derive(Debug)]
struct Undoing {
    undo: Undo,
    /// Whether it was made before this run of the program.
    is_earlier: bool,
}

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
        let last = checklist.last().map(|last| Undoing {
            undo: last.clone(),
            is_earlier: true,
        });
        Self {
            kept: checklist.clone(),
            checklist,
            changes: 0,
            today,
            is_saved,
            undo: last.into_iter().collect(),
            saving: Vec::new(),
            waiting: Vec::new(),
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

    /// Marks a platform.
    pub fn mark(&mut self, catalogue: &Catalogue, platform: usize, mark: Mark) -> Outcome {
        let Some(record) = self
            .overview(catalogue)
            .marked(platform, mark, self.today.date())
        else {
            return Outcome::NothingToTick;
        };
        let platform = catalogue.platforms[platform].id.clone();
        self.set(Undoable::Mark, vec![(platform.clone(), record)]);
        Outcome::Marked { platform, mark }
    }

    /// Ticks off an extra lever of a platform, or takes that tick away. Where no setting was
    /// found, it is the platform itself that is ticked off.
    pub fn mark_extra(
        &mut self,
        catalogue: &Catalogue,
        platform: usize,
        extra: &str,
        sent: bool,
    ) -> Outcome {
        let overview = self.overview(catalogue);
        if overview
            .objection(platform)
            .is_some_and(|it| it.id == extra)
        {
            let mark = if sent { Mark::Done } else { Mark::Todo };
            return self.mark(catalogue, platform, mark);
        }
        let today = self.today.date();
        let platform = catalogue.platforms[platform].id.clone();
        let mut record = self.checklist.record(&platform);
        if sent {
            record.extras.insert(extra.to_owned(), today);
        } else {
            record.extras.remove(extra);
        }
        self.set(Undoable::Mark, vec![(platform.clone(), record)]);
        Outcome::Sent { platform, sent }
    }

    /// Marks platforms in one change that is undone whole, and returns what came of each.
    pub fn mark_several(
        &mut self,
        catalogue: &Catalogue,
        platforms: &[usize],
        mark: Mark,
    ) -> Vec<Outcome> {
        let mut records = Vec::new();
        let mut outcomes = Vec::new();
        for place in platforms {
            let record = self
                .overview(catalogue)
                .marked(*place, mark, self.today.date());
            outcomes.push(match record {
                None => Outcome::NothingToTick,
                Some(record) => {
                    let platform = catalogue.platforms[*place].id.clone();
                    records.push((platform.clone(), record));
                    Outcome::Marked { platform, mark }
                }
            });
        }
        if !records.is_empty() {
            self.set(Undoable::Mark, records);
        }
        outcomes
    }

    /// Notes which platforms the person uses, by their places in the catalogue. The
    /// others are of no concern to them from now on. It is one change, which is undone
    /// whole.
    pub fn choose(&mut self, catalogue: &Catalogue, used: impl Fn(usize) -> bool) -> Outcome {
        let overview = self.overview(catalogue);
        let platforms = catalogue.platforms.iter().enumerate();
        let records = platforms.filter_map(|(place, facts)| {
            let record = overview.chosen(place, used(place));
            let changes = self.checklist.get(&facts.id) != Some(&record);
            changes.then(|| (facts.id.clone(), record))
        });
        let records: Vec<_> = records.collect();
        if !records.is_empty() {
            self.set(Undoable::Choice, records);
        }
        Outcome::Chosen {
            count: (0..catalogue.platforms.len())
                .filter(|place| used(*place))
                .count(),
            minutes: self.overview(catalogue).progress().minutes,
        }
    }

    /// Changes records, in one change that is undone whole.
    fn set(&mut self, what: Undoable, records: Vec<(String, Record)>) {
        let undo = records.iter().map(|(platform, record)| UndoRecord {
            platform: platform.clone(),
            before: self.checklist.get(platform).cloned(),
            ours: record.clone(),
        });
        self.undo.push(Undoing {
            undo: Undo {
                what,
                records: undo.collect(),
            },
            is_earlier: false,
        });
        let changes = records.into_iter();
        let changes = changes.map(|(platform, record)| Change::Set { platform, record });
        self.change_all(changes.collect());
    }

    /// Marks a platform; or marks it to do again if it was so marked already. A tick
    /// that has aged is renewed.
    pub fn toggle(&mut self, catalogue: &Catalogue, platform: usize, mark: Mark) -> Outcome {
        let overview = self.overview(catalogue);
        let aged = matches!(overview.state(platform), State::CheckAgain(..));
        let record = self.checklist.record(&catalogue.platforms[platform].id);
        let is_marked = record.mark == mark && !aged;
        if is_marked
            && overview
                .marked(platform, Mark::Todo, self.today.date())
                .is_some()
        {
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
            let undo = self.undo.iter_mut().rev();
            let mut records = undo.flat_map(|last| &mut last.undo.records);
            if let Some(record) = records.find(|record| record.platform == **id) {
                record.ours.steps.push(walked.id.clone());
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
            self.forget(&undo.platform);
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
        let changes = ours.into_iter().map(|undo| Change::Restore {
            platform: undo.platform,
            ours: undo.ours,
            before: undo.before,
        });
        self.change_all(changes.collect());
        match last.what {
            Undoable::Mark if platforms.len() > 1 => Outcome::SeveralUndone { platforms },
            Undoable::Mark => match was {
                Some(was) => Outcome::UndoneEarlier { platform, was },
                None => Outcome::Undone { platform },
            },
            Undoable::Choice => Outcome::ChoiceUndone,
        }
    }

    /// What somebody else has changed since is theirs: nothing of ours can be undone
    /// there any more.
    fn forget(&mut self, platform: &str) {
        for last in &mut self.undo {
            let records = &mut last.undo.records;
            records.retain(|record| record.platform != platform);
        }
        self.undo.retain(|last| !last.undo.records.is_empty());
    }

    fn change_all(&mut self, changes: Vec<Change>) {
        for change in changes {
            self.change(change);
        }
    }

    fn change(&mut self, change: Change) {
        self.checklist.apply(&change);
        self.changes += 1;
        if self.is_saved {
            self.waiting.push(change);
        }
    }

    /// All that is not saved yet, to be saved in one go. None where nothing is left, or
    /// something is being saved: what came after it waits until that is known to be.
    pub fn begin_saving(&mut self) -> Option<Change> {
        if self.is_saving() {
            return None;
        }
        self.saving = take(&mut self.waiting);
        if self.saving.is_empty() {
            return None;
        }
        let last = self.undo.last().map(|last| last.undo.clone());
        let changes = self.saving.iter().cloned();
        let changes = changes.chain([Change::Remember(last)]);
        Some(Change::Several(changes.collect()))
    }

    /// Whether something is being saved.
    #[must_use]
    pub fn is_saving(&self) -> bool {
        !self.saving.is_empty()
    }

    /// Whether something could not be saved, and waits to be tried again.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        !self.is_saving() && !self.waiting.is_empty()
    }

    /// Goes on with the checklist as it is now that what was to be saved is:
    /// it may hold what other programs have saved. Returns what is to be said of that.
    pub fn saved(&mut self, checklist: Checklist) -> Option<Outcome> {
        self.kept.clone_from(&checklist);
        self.checklist = checklist;
        self.changes += 1;
        let saved = take(&mut self.saving);
        let mut outcome = None;
        for (place, change) in saved.iter().enumerate() {
            let last = || {
                let mut later = saved[place + 1..].iter();
                !later.any(|later| later.platform() == change.platform())
            };
            if let Change::Restore {
                platform, before, ..
            } = change
                && self.checklist.get(platform) != before.as_ref()
                && last()
            {
                self.forget(platform);
                let platform = platform.clone();
                outcome.get_or_insert(Outcome::ChangedSince { platform });
            }
        }
        for change in &self.waiting {
            self.checklist.apply(change);
        }
        outcome
    }

    /// What was to be saved could not be: it is tried again, along with what was changed
    /// since, as soon as saving begins again. Returns whether anything was changed since.
    pub fn not_saved(&mut self) -> bool {
        let since = take(&mut self.waiting);
        let any = !since.is_empty();
        self.waiting = take(&mut self.saving);
        self.waiting.extend(since);
        any
    }

    /// What the person said of platforms that is not known to be saved: each platform’s
    /// id, with its record, in the order of the catalogue.
    pub fn unsaved<'a>(
        &'a self,
        catalogue: &'a Catalogue,
    ) -> impl Iterator<Item = (&'a str, Record)> {
        let ids = catalogue.platforms.iter().map(|facts| &*facts.id);
        ids.filter_map(|id| {
            let (record, kept) = (self.checklist.record(id), self.kept.record(id));
            // Of one that is to be done, the day says nothing.
            let another_day = record.mark != Mark::Todo && record.on != kept.on;
            (record.mark != kept.mark || another_day).then_some((id, record))
        })
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
        while let Some(change) = work.begin_saving() {
            file.apply(&change);
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
    fn a_choice_is_one_change_that_is_undone_whole() {
        let catalogue = catalogue();
        let count = catalogue.platforms.len();
        let on = date(2026, 10, 1);
        let mut file = Checklist::default();
        for (id, mark) in [
            ("linkedin", Mark::Done),
            ("facebook", Mark::Done),
            ("x", Mark::NotConcerned),
            ("reddit", Mark::NotConcerned),
        ] {
            let record = Record::new(mark, on, None, DAY, vec!["what".to_owned()]);
            let platform = id.to_owned();
            file.apply(&Change::Set { platform, record });
        }
        let before = file.clone();
        let mut work = work(&file);
        let used = ["linkedin", "x", "chatgpt", "youtube"].map(|id| place(&catalogue, id));
        assert!(!work.overview(&catalogue).has_choice());
        let outcome = work.choose(&catalogue, |place| used.contains(&place));
        let Outcome::Chosen { count: 4, minutes } = outcome else {
            panic!("{outcome:?}");
        };
        let open = ["x", "chatgpt"].map(|id| catalogue.platforms[place(&catalogue, id)].minutes);
        assert_eq!(minutes, open.into_iter().map(usize::from).sum::<usize>());
        let change = work.begin_saving().expect("a change");
        file.apply(&change);
        assert_eq!(work.saved(file.clone()), None);
        assert_eq!(work.begin_saving(), None);
        // What undoes it goes along.
        assert_eq!(change.each().len(), count + 1);
        let record = |id: &str| file.record(id);
        for (id, mark, day) in [
            ("linkedin", Mark::Done, on),
            ("facebook", Mark::NotConcerned, DAY),
            ("x", Mark::Todo, DAY),
            ("reddit", Mark::NotConcerned, on),
            ("chatgpt", Mark::Todo, DAY),
            ("youtube", Mark::Todo, DAY),
            ("tiktok", Mark::NotConcerned, DAY),
        ] {
            let record = record(id);
            assert_eq!((record.mark, record.on), (mark, Some(day)), "{id}");
            assert!(record.chosen, "{id}");
        }
        let overview = work.overview(&catalogue);
        for place in 0..count {
            assert_eq!(overview.is_used(place), used.contains(&place));
            assert!(!overview.is_new(place));
        }
        let progress = overview.progress();
        assert_eq!((progress.done, progress.of, progress.new), (1, 3, 0));
        // What is done afterwards is undone first, and the choice as a whole.
        work.mark(&catalogue, used[2], Mark::Done);
        save(&mut work, &mut file);
        assert!(file.record("chatgpt").chosen);
        assert!(matches!(work.undo(), Outcome::Undone { .. }));
        assert_eq!(work.undo(), Outcome::ChoiceUndone);
        assert_eq!(save(&mut work, &mut file), []);
        assert_eq!(file, before);
        assert_eq!(*work.checklist(), before);
        assert!(!work.can_undo());
    }

    #[test]
    fn what_was_said_of_several_at_once_is_undone_at_once() {
        let catalogue = catalogue();
        let mut file = Checklist::default();
        let mut work = work(&file);
        let several = ["x", "youtube", "chatgpt"].map(|id| place(&catalogue, id));
        let outcomes = work.mark_several(&catalogue, &several, Mark::Later);
        let (x, chatgpt) = (marked("x", Mark::Later), marked("chatgpt", Mark::Later));
        assert_eq!(outcomes, [x, Outcome::NothingToTick, chatgpt]);
        save(&mut work, &mut file);
        let platforms = ["x", "chatgpt"].map(str::to_owned).to_vec();
        assert_eq!(work.undo(), Outcome::SeveralUndone { platforms });
        save(&mut work, &mut file);
        assert_eq!(file, Checklist::default());
        // Of one, it is named as ever; of none, nothing was done.
        work.mark_several(&catalogue, &several[..1], Mark::Done);
        assert!(matches!(work.undo(), Outcome::Undone { .. }));
        work.mark_several(&catalogue, &several[1..2], Mark::Done);
        assert!(!work.can_undo());
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

    /// What a later version brings is new to whoever has chosen, until they have said
    /// whether they use it.
    #[test]
    fn a_platform_that_comes_after_the_choice_is_new() {
        let catalogue = catalogue();
        let [gemini, youtube] = ["gemini", "youtube"].map(|id| place(&catalogue, id));
        for used in [true, false] {
            let mut work = work(&Checklist::default());
            work.choose(&catalogue, |_| used);
            let mut later = Checklist::default();
            for facts in &catalogue.platforms {
                if let Some(record) = work.checklist().get(&facts.id)
                    && !["gemini", "youtube"].contains(&&*facts.id)
                {
                    let (platform, record) = (facts.id.clone(), record.clone());
                    later.apply(&Change::Set { platform, record });
                }
            }
            for (answer, state) in [
                (Mark::Todo, [State::Todo, State::NoOptOut]),
                (Mark::NotConcerned, [State::NotConcerned; 2]),
            ] {
                let mut work = super::WorkingCopy::new(later.clone(), DAY.into(), true);
                let before = work.overview(&catalogue).progress();
                assert_eq!(before.new, 2);
                for (place, state) in [gemini, youtube].into_iter().zip(state) {
                    assert!(work.overview(&catalogue).is_new(place));
                    assert_ne!(work.overview(&catalogue).next_open(place), Some(place));
                    let outcome = work.mark(&catalogue, place, answer);
                    assert!(matches!(outcome, Outcome::Marked { .. }), "{outcome:?}");
                    assert!(!work.overview(&catalogue).is_new(place));
                    assert_eq!(work.overview(&catalogue).state(place), state);
                }
                let after = work.overview(&catalogue).progress();
                let counted = usize::from(answer == Mark::Todo);
                assert_eq!((after.new, after.of), (0, before.of + counted));
                assert!(matches!(work.undo(), Outcome::Undone { .. }));
                assert!(work.overview(&catalogue).is_new(youtube));
            }
        }
        // Whoever has not chosen is asked nothing.
        let work = work(&Checklist::default());
        assert!(!work.overview(&catalogue).is_new(gemini));
        assert!(work.overview(&catalogue).is_first_start());
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
            let mut begun = None;
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
                    let known = record.unwrap_or_else(|| work.kept.record(&facts.id));
                    assert_eq!(work.checklist().record(&facts.id), known, "{case}");
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
