//! Where a platform stands today: what the person said of it, seen in the light
//! of the facts.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Mark, Record, Today};

/// Where a platform stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// To do.
    Todo,
    /// Done, on the day known.
    Done(Option<Date>),
    /// Put off.
    Later,
    /// Does not concern the person.
    NotConcerned,
    /// Looked for and not found, on the day known.
    NotFound(Option<Date>),
    /// Done or looked for on that day, and worth another look.
    CheckAgain(Date, RecheckReason),
    /// There is nothing to do.
    NothingToDo,
    /// No setting was found that refuses.
    NoOptOut,
    /// No setting was found, but the person has objected all the same, on that day.
    Objected(Date),
}

/// The word for a state in JSON and on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateName(&'static str);

impl StateName {
    /// All of them, by what can be typed for each.
    pub const GIVEN: [(&'static str, Self); 9] = [
        ("todo", Self("todo")),
        ("done", Self("done")),
        ("later", Self("later")),
        ("not-for-me", Self("not-concerned")),
        ("not-concerned", Self("not-concerned")),
        ("not-found", Self("not-found")),
        ("check-again", Self("check-again")),
        ("nothing-to-do", Self("nothing-to-do")),
        ("no-opt-out", Self("no-opt-out")),
    ];

    /// Whether it is that of a state.
    #[must_use]
    pub fn is_of(self, state: State) -> bool {
        state.name() == self.0
    }
}

/// What the facts say that bears on where a platform stands.
#[derive(Debug, Clone, Copy, Default)]
pub struct StateFacts<'a> {
    /// What there is to do.
    pub lever: Lever,
    /// The day the setting last changed enough to look again.
    pub changed: Option<Date>,
    /// The address of the setting.
    pub address: Option<&'a str>,
}

/// What there is to do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lever {
    /// Something that refuses.
    #[default]
    Refusal,
    /// Nothing, for the data is not used.
    NothingToDo,
    /// Nothing, for no setting was found that refuses.
    NoOptOut,
}

/// Why to look again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecheckReason {
    /// The setting changed on that day, after it was done.
    Changed(Date),
    /// The setting has another address than when it was done.
    Moved,
    /// It was done more than a year ago.
    Old,
    /// It was not found then, and may be there by now.
    NotFound,
    /// That day is not there yet, so that nobody knows when it was.
    Future,
}

impl State {
    /// The state of a record on the day `today`.
    #[must_use]
    pub fn new(record: &Record, facts: StateFacts<'_>, today: &Today) -> Self {
        if record.mark == Mark::NotConcerned {
            return Self::NotConcerned;
        }
        match facts.lever {
            Lever::Refusal => {}
            Lever::NothingToDo => return Self::NothingToDo,
            Lever::NoOptOut => {
                let sent = record.extras.values().max();
                return sent.map_or(Self::NoOptOut, |on| Self::Objected(*on));
            }
        }
        match (record.mark, record.on) {
            (Mark::Todo | Mark::NotConcerned, _) => Self::Todo,
            (Mark::Later, _) => Self::Later,
            (Mark::Done, None) => Self::Done(None),
            (Mark::NotFound, None) => Self::NotFound(None),
            (Mark::Done | Mark::NotFound, Some(on)) if on > today.date() => {
                Self::CheckAgain(on, RecheckReason::Future)
            }
            (Mark::Done | Mark::NotFound, Some(on)) => {
                let changed = facts.changed.filter(|changed| *changed > on);
                let moved = record.address.as_deref().zip(facts.address);
                let moved = moved.is_some_and(|(then, now)| then != now);
                if record.mark == Mark::NotFound {
                    let again = changed.is_some() || moved || today.is_past(on, 3.months());
                    return if again {
                        Self::CheckAgain(on, RecheckReason::NotFound)
                    } else {
                        Self::NotFound(Some(on))
                    };
                }
                match changed {
                    Some(changed) => Self::CheckAgain(on, RecheckReason::Changed(changed)),
                    None if moved => Self::CheckAgain(on, RecheckReason::Moved),
                    None if today.is_past(on, 1.year()) => Self::CheckAgain(on, RecheckReason::Old),
                    None => Self::Done(Some(on)),
                }
            }
        }
    }

    /// The word for it in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Todo => Mark::Todo.name(),
            Self::Done(_) | Self::Objected(_) => Mark::Done.name(),
            Self::Later => Mark::Later.name(),
            Self::NotConcerned => Mark::NotConcerned.name(),
            Self::NotFound(_) => Mark::NotFound.name(),
            Self::CheckAgain(..) => "check-again",
            Self::NothingToDo => "nothing-to-do",
            Self::NoOptOut => "no-opt-out",
        }
    }

    /// Whether what can be done is done.
    #[must_use]
    pub fn is_done(self) -> bool {
        matches!(self, Self::Done(_) | Self::Objected(_))
    }

    /// Whether the platform counts among those that ask something of the person.
    #[must_use]
    pub fn counts(self) -> bool {
        !matches!(
            self,
            Self::NotConcerned | Self::NothingToDo | Self::NoOptOut
        )
    }

    /// Whether something is left to do.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Todo | Self::Later | Self::CheckAgain(..))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[expect(clippy::too_many_lines, reason = "one table")]
    #[test]
    fn a_table_of_states() {
        let today = Today::from(date(2026, 11, 23));
        let facts = StateFacts {
            changed: Some(date(2026, 6, 1)),
            address: Some("https://example.ch/new"),
            ..StateFacts::default()
        };
        let still = StateFacts {
            changed: None,
            ..facts
        };
        let none = StateFacts {
            lever: Lever::NoOptOut,
            ..facts
        };
        let off = StateFacts {
            lever: Lever::NothingToDo,
            ..facts
        };
        let record = |mark, on| Record {
            mark,
            on,
            ..Record::default()
        };
        let done = |year, month, day| record(Mark::Done, Some(date(year, month, day)));
        let not_found = |year, month, day| record(Mark::NotFound, Some(date(year, month, day)));
        let at = |record, address: &str| Record {
            address: Some(address.to_owned()),
            ..record
        };
        let not_concerned = record(Mark::NotConcerned, Some(date(2020, 1, 1)));
        for (record, facts, expected) in [
            (Record::default(), facts, State::Todo),
            (record(Mark::Later, None), facts, State::Later),
            (not_concerned.clone(), facts, State::NotConcerned),
            (not_concerned, none, State::NotConcerned),
            (Record::default(), none, State::NoOptOut),
            // Done when there was a setting to change.
            (done(2026, 6, 1), none, State::NoOptOut),
            (
                Record {
                    extras: [("form".to_owned(), date(2020, 6, 1))].into(),
                    ..done(2020, 6, 1)
                },
                none,
                State::Objected(date(2020, 6, 1)),
            ),
            (done(2026, 6, 1), off, State::NothingToDo),
            (record(Mark::Done, None), facts, State::Done(None)),
            (done(2026, 6, 1), facts, State::Done(Some(date(2026, 6, 1)))),
            (
                done(2026, 5, 31),
                facts,
                State::CheckAgain(date(2026, 5, 31), RecheckReason::Changed(date(2026, 6, 1))),
            ),
            (
                at(done(2026, 6, 1), "https://example.ch/new"),
                facts,
                State::Done(Some(date(2026, 6, 1))),
            ),
            (
                at(done(2026, 6, 1), "https://example.ch/old"),
                facts,
                State::CheckAgain(date(2026, 6, 1), RecheckReason::Moved),
            ),
            (
                done(2025, 11, 23),
                still,
                State::Done(Some(date(2025, 11, 23))),
            ),
            (
                done(2025, 11, 22),
                still,
                State::CheckAgain(date(2025, 11, 22), RecheckReason::Old),
            ),
            (record(Mark::NotFound, None), facts, State::NotFound(None)),
            (
                not_found(2026, 8, 23),
                facts,
                State::NotFound(Some(date(2026, 8, 23))),
            ),
            (
                not_found(2026, 8, 22),
                facts,
                State::CheckAgain(date(2026, 8, 22), RecheckReason::NotFound),
            ),
            (
                at(not_found(2026, 11, 1), "https://example.ch/new"),
                facts,
                State::NotFound(Some(date(2026, 11, 1))),
            ),
            (
                at(not_found(2026, 11, 1), "https://example.ch/old"),
                facts,
                State::CheckAgain(date(2026, 11, 1), RecheckReason::NotFound),
            ),
            (not_found(2026, 11, 1), none, State::NoOptOut),
            (
                done(2026, 11, 24),
                facts,
                State::CheckAgain(date(2026, 11, 24), RecheckReason::Future),
            ),
            (
                not_found(2999, 1, 1),
                facts,
                State::CheckAgain(date(2999, 1, 1), RecheckReason::Future),
            ),
        ] {
            assert_eq!(State::new(&record, facts, &today), expected, "{record:?}");
        }
    }
}
