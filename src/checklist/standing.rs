//! Where a platform stands today: what the person said of it, seen in the light
//! of the facts.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Mark, Record};

/// Where a platform stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// To do.
    Todo,
    /// Done, on the day known.
    Done(Option<Date>),
    /// Put off.
    Later,
    /// Does not concern the person.
    NotConcerned,
    /// Done on that day, and worth another look.
    CheckAgain(Date, Reason),
}

/// Why to look again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The setting changed on that day, after it was done.
    Changed(Date),
    /// It was done more than a year ago.
    Old,
}

impl Standing {
    /// The standing of a record on the day `today`, of a setting that last
    /// changed on the day `changed`.
    #[must_use]
    pub fn new(record: &Record, changed: Option<Date>, today: Date) -> Self {
        match (record.mark, record.on) {
            (Mark::Todo, _) => Self::Todo,
            (Mark::Later, _) => Self::Later,
            (Mark::NotConcerned, _) => Self::NotConcerned,
            (Mark::Done, None) => Self::Done(None),
            (Mark::Done, Some(on)) => match changed {
                Some(changed) if changed > on => Self::CheckAgain(on, Reason::Changed(changed)),
                _ if over_a_year(on, today) => Self::CheckAgain(on, Reason::Old),
                _ => Self::Done(Some(on)),
            },
        }
    }

    /// The word for it in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Todo => Mark::Todo.name(),
            Self::Done(_) => Mark::Done.name(),
            Self::Later => Mark::Later.name(),
            Self::NotConcerned => Mark::NotConcerned.name(),
            Self::CheckAgain(..) => "check-again",
        }
    }

    /// Whether the platform counts among those that ask something of the person.
    #[must_use]
    pub fn counts(self) -> bool {
        self != Self::NotConcerned
    }

    /// Whether something is left to do.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Todo | Self::Later | Self::CheckAgain(..))
    }
}

fn over_a_year(on: Date, today: Date) -> bool {
    on.checked_add(1.year())
        .is_ok_and(|anniversary| anniversary < today)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_table_of_standings() {
        let today = date(2026, 11, 23);
        let changed = Some(date(2026, 6, 1));
        let record = |mark, on| Record {
            mark,
            on,
            ..Record::default()
        };
        let done = |year, month, day| record(Mark::Done, Some(date(year, month, day)));
        for (record, changed, expected) in [
            (Record::default(), changed, Standing::Todo),
            (record(Mark::Later, None), changed, Standing::Later),
            (
                record(Mark::NotConcerned, Some(date(2020, 1, 1))),
                changed,
                Standing::NotConcerned,
            ),
            (record(Mark::Done, None), changed, Standing::Done(None)),
            (
                done(2026, 6, 1),
                changed,
                Standing::Done(Some(date(2026, 6, 1))),
            ),
            (
                done(2026, 5, 31),
                changed,
                Standing::CheckAgain(date(2026, 5, 31), Reason::Changed(date(2026, 6, 1))),
            ),
            (
                done(2025, 11, 23),
                None,
                Standing::Done(Some(date(2025, 11, 23))),
            ),
            (
                done(2025, 11, 22),
                None,
                Standing::CheckAgain(date(2025, 11, 22), Reason::Old),
            ),
        ] {
            assert_eq!(
                Standing::new(&record, changed, today),
                expected,
                "{record:?}"
            );
        }
    }
}
