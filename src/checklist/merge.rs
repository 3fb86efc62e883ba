//! Two checklists of one person brought together: those of two computers, or one and the
//! copy that a synchronised folder made of it.

use super::{Change, Checklist, Mark, Record, said};

/// A platform of which the two do not say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The platform's id.
    pub platform: String,
    /// What ours says; of one that it does not know, an empty record.
    pub ours: Record,
    /// What the other one says.
    pub theirs: Record,
    /// The record of the two together.
    pub merged: Record,
}

impl Difference {
    /// Whether what the other one says of the platform is taken over.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        said(&self.merged) != said(&self.ours)
    }
}

/// Where two checklists differ, in the order of the platforms' ids. What was said later
/// holds; where neither day is later, ours does, unless it says nothing yet. The steps
/// walked through by then are those of both.
#[must_use]
pub fn merge(ours: &Checklist, theirs: &Checklist) -> Vec<Difference> {
    // One that says nothing, or could not be read, has nothing to give.
    let records = theirs.records.iter();
    let says = |record: &Record| record.unread.is_none() && *record != Record::default();
    let records = records.filter(|(_, record)| says(record));
    let differences = records.filter_map(|(platform, theirs)| {
        let before = ours.get(platform);
        let ours = before.cloned().unwrap_or_default();
        let merged = merged(&ours, theirs);
        let same =
            before == Some(theirs) || (before == Some(&merged) && said(&ours) == said(theirs));
        (!same).then(|| Difference {
            platform: platform.clone(),
            ours,
            theirs: theirs.clone(),
            merged,
        })
    });
    differences.collect()
}

/// The change that takes over what is to be.
#[must_use]
pub fn taken_over(differences: &[Difference]) -> Change {
    let taken = differences.iter().filter(|it| it.merged != it.ours);
    let changes = taken.map(|difference| Change::Set {
        platform: difference.platform.clone(),
        record: difference.merged.clone(),
    });
    Change::Several(changes.collect())
}

fn merged(ours: &Record, theirs: &Record) -> Record {
    let says = |record: &Record| record.mark != Mark::Todo;
    let later = theirs.on > ours.on || (theirs.on == ours.on && says(theirs) && !says(ours));
    let (base, other) = if later {
        (theirs, ours)
    } else {
        (ours, theirs)
    };
    let mut steps = base.steps.clone();
    // What was put back to be done is walked through afresh.
    if base.mark != Mark::Todo || base.on.is_none() {
        let more = other.steps.iter().filter(|step| !base.steps.contains(step));
        steps.extend(more.cloned());
    }
    let mut merged = Record {
        steps,
        chosen: ours.chosen || theirs.chosen,
        unread: None,
        ..base.clone()
    };
    merged.add_extras_of(other);
    merged
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn record(mark: Mark, day: Option<i8>, steps: &[&str]) -> Record {
        Record {
            mark,
            on: day.map(|day| date(2026, 11, day)),
            steps: steps.iter().map(|step| (*step).to_owned()).collect(),
            ..Record::default()
        }
    }

    fn holding(record: &Record) -> Checklist {
        let mut checklist = Checklist::default();
        checklist.apply(&Change::Set {
            platform: "x".to_owned(),
            record: record.clone(),
        });
        checklist
    }

    #[test]
    fn what_was_sent_stays_sent() {
        let sent = |days: &[(&str, i8)]| Record {
            extras: days
                .iter()
                .map(|(id, day)| ((*id).to_owned(), date(2026, 11, *day)))
                .collect(),
            ..record(Mark::Todo, Some(1), &[])
        };
        let mut file = holding(&sent(&[("a", 2), ("b", 5)]));
        let theirs = holding(&sent(&[("b", 3), ("c", 4)]));
        file.apply(&taken_over(&merge(&file, &theirs)));
        assert_eq!(file.record("x"), sent(&[("a", 2), ("b", 5), ("c", 4)]));
    }

    #[test]
    fn what_was_said_later_holds_and_no_step_is_lost() {
        use Mark::{Done, Later, NotConcerned, Todo};
        for (ours, theirs, expected) in [
            (
                record(Done, Some(2), &["a"]),
                record(Later, Some(1), &["b"]),
                record(Done, Some(2), &["a", "b"]),
            ),
            (
                record(Done, Some(1), &["a"]),
                record(Later, Some(2), &["b"]),
                record(Later, Some(2), &["b", "a"]),
            ),
            (
                record(Done, Some(1), &[]),
                record(Later, Some(1), &[]),
                record(Done, Some(1), &[]),
            ),
            (
                record(Done, None, &[]),
                record(Later, Some(1), &[]),
                record(Later, Some(1), &[]),
            ),
            (
                record(Todo, None, &["a"]),
                record(Todo, None, &["b"]),
                record(Todo, None, &["a", "b"]),
            ),
            (
                record(Todo, Some(1), &[]),
                record(Done, Some(1), &[]),
                record(Done, Some(1), &[]),
            ),
            (
                record(Done, Some(1), &["a"]),
                record(Todo, Some(2), &[]),
                record(Todo, Some(2), &[]),
            ),
            (
                record(Todo, None, &[]),
                record(NotConcerned, None, &[]),
                record(NotConcerned, None, &[]),
            ),
        ] {
            let mut file = holding(&ours);
            let differences = merge(&file, &holding(&theirs));
            file.apply(&taken_over(&differences));
            assert_eq!(file.record("x"), expected, "{ours:?} {theirs:?}");
            // Once more, nothing is left to take over.
            let again = merge(&file, &holding(&theirs));
            assert_eq!(taken_over(&again), Change::Several(Vec::new()));
            // What one has alone is the other's too.
            let mut empty = Checklist::default();
            empty.apply(&taken_over(&merge(&empty, &holding(&theirs))));
            assert_eq!(empty.record("x"), theirs);
            assert_eq!(merge(&holding(&ours), &Checklist::default()), []);
            assert_eq!(merge(&holding(&ours), &holding(&ours)), []);
        }
    }
}
