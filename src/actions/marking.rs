//! How what a person does is noted in the checklist: what they say of platforms, and how
//! far they have walked.

use super::outcome::Outcome;
use super::working_copy::WorkingCopy;
use crate::catalogue::{Catalogue, Walk};
use crate::checklist::{Mark, State, Undoable};

/// Where the way on from a step leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// To the step of this number.
    Step(usize),
    /// Out of the walk: that was the last one.
    End,
}

impl WorkingCopy {
    /// Marks a platform.
    pub fn mark(&mut self, catalogue: &Catalogue, platform: usize, mark: Mark) -> Outcome {
        let mut outcomes = self.mark_several(catalogue, &[platform], mark);
        outcomes.pop().unwrap_or(Outcome::NothingToTick)
    }

    /// Marks platforms in one change that is undone whole, and returns what came of each.
    pub fn mark_several(
        &mut self,
        catalogue: &Catalogue,
        platforms: &[usize],
        mark: Mark,
    ) -> Vec<Outcome> {
        let overview = self.overview(catalogue);
        let mut records = Vec::new();
        let mut outcomes = Vec::new();
        for place in platforms {
            let record = overview.marked(*place, mark, self.today().date());
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

    /// Marks a platform; or marks it to do again if it was so marked already. A tick
    /// that has aged is renewed.
    pub fn toggle(&mut self, catalogue: &Catalogue, platform: usize, mark: Mark) -> Outcome {
        let state = self.overview(catalogue).state(platform);
        let has_aged = matches!(state, State::CheckAgain(..));
        let record = self.checklist().record(&catalogue.platforms[platform].id);
        if record.mark == mark && !has_aged {
            let outcome = self.mark(catalogue, platform, Mark::Todo);
            if outcome != Outcome::NothingToTick {
                return outcome;
            }
        }
        self.mark(catalogue, platform, mark)
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
        let today = self.today().date();
        let platform = catalogue.platforms[platform].id.clone();
        let mut record = self.checklist().record(&platform);
        if sent {
            record.extras.insert(extra.to_owned(), today);
        } else {
            record.extras.remove(extra);
        }
        self.set(Undoable::Mark, vec![(platform.clone(), record)]);
        Outcome::Sent { platform, sent }
    }

    /// Notes which platforms the person uses, by their places in the catalogue. The
    /// others are of no concern to them from now on. It is one change, which is undone
    /// whole.
    pub fn choose(&mut self, catalogue: &Catalogue, used: impl Fn(usize) -> bool) -> Outcome {
        let overview = self.overview(catalogue);
        let platforms = catalogue.platforms.iter().enumerate();
        let records = platforms.filter_map(|(place, facts)| {
            let record = overview.chosen(place, used(place));
            let changes = self.checklist().get(&facts.id) != Some(&record);
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
            && !self.checklist().record(id).steps.contains(&walked.id)
        {
            self.note_step(id, &walked.id);
        }
        if step + 1 < walk.steps.len() {
            NextStep::Step(step + 1)
        } else {
            NextStep::End
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::trial::{DAY, catalogue, marked, place, save, work};
    use super::*;
    use crate::checklist::{Change, Checklist, Record};

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
                let mut work = WorkingCopy::new(later.clone(), DAY.into(), true);
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
}
