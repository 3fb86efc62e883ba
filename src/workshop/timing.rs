//! The clock of an evening: how long was planned, how long it took, and what to drop
//! when time is short.

use jiff::civil::{DateTime, Time};
use jiff::{SignedDuration, ToSpan as _};

use super::position::{Phase, Position};

/// How an evening stands against its plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timing {
    /// The minutes since it began.
    pub elapsed: i64,
    /// The minutes that were planned up to the end of the screen that is shown.
    pub planned: i64,
    /// How many minutes late it will end; below 0, early.
    pub late: i64,
    /// When it will end, if nothing is dropped.
    pub end: Time,
}

/// Screens that can be dropped together, and what that does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// Their places on the plan.
    pub screens: Vec<usize>,
    /// The minutes that this saves.
    pub minutes: i64,
    /// When the evening will end then.
    pub end: Time,
}

impl Position {
    /// When the evening is to end. While it has not begun, as if it began when it
    /// was announced, or now.
    #[must_use]
    pub fn planned_end(&self, now: DateTime) -> DateTime {
        after(self.planned_start(now), self.minutes.into())
    }

    /// When the evening was to begin.
    #[must_use]
    pub fn planned_start(&self, now: DateTime) -> DateTime {
        let begun = self.begun.unwrap_or(now);
        let Some(start) = self.start else {
            return begun;
        };
        // Announced for just after midnight, or just before.
        let day = begun.date();
        let near = |days: i8| {
            day.checked_add(days.days())
                .ok()
                .map(|day| day.to_datetime(start))
        };
        let candidates = [near(-1), near(0), near(1)].into_iter().flatten();
        candidates
            .min_by_key(|it| minutes(*it, begun).abs())
            .unwrap_or(begun)
    }

    /// How the evening stands. None before the plan was begun.
    #[must_use]
    pub fn timing(&self, now: DateTime) -> Option<Timing> {
        let begun = self.begun.filter(|_| self.phase == Phase::Plan)?;
        let minutes_of = |from: usize, to: usize| -> i64 {
            let screens = self.screens.get(from..to).unwrap_or_default();
            screens.iter().map(|screen| i64::from(screen.minutes)).sum()
        };
        let place = self.cursor.screen;
        let here = minutes_of(place, place + 1);
        // What is planned for this screen is still to come, less what it has had.
        let had = minutes(self.entered, now).clamp(0, here);
        let end = after(now, here - had + minutes_of(place + 1, self.screens.len()));
        Some(Timing {
            elapsed: minutes(begun, now).max(0),
            planned: minutes_of(0, place + 1),
            late: minutes(self.planned_end(now), end),
            end: end.time(),
        })
    }

    /// What to drop so that the evening ends in time: as little as is needed, of the
    /// lowest priority first, and of that what comes last. None while there is time.
    #[must_use]
    pub fn advice(&self, now: DateTime) -> Option<Advice> {
        let timing = self.timing(now).filter(|timing| timing.late > 0)?;
        let mut chosen: Vec<usize> = Vec::new();
        let mut saved = 0;
        for priority in [3, 2] {
            for place in (self.cursor.screen + 1..self.screens.len()).rev() {
                let screen = &self.screens[place];
                let minutes = i64::from(screen.minutes);
                if saved < timing.late && screen.priority == priority && minutes > 0 {
                    chosen.push(place);
                    saved += minutes;
                }
            }
        }
        // What a later choice made needless stays.
        for place in chosen.clone() {
            let minutes = i64::from(self.screens[place].minutes);
            if saved - minutes >= timing.late {
                chosen.retain(|it| *it != place);
                saved -= minutes;
            }
        }
        chosen.sort_unstable();
        let end = timing.end - SignedDuration::from_mins(saved);
        (!chosen.is_empty()).then_some(Advice {
            screens: chosen,
            minutes: saved,
            end,
        })
    }

    /// The minutes that are left of those planned for the screen that is shown.
    #[must_use]
    pub fn minutes_left(&self, now: DateTime) -> i64 {
        let planned = self.screens.get(self.cursor.screen);
        let planned = planned.map_or(0, |screen| i64::from(screen.minutes));
        (planned - minutes(self.entered, now)).max(0)
    }
}

/// The whole minutes from one time to another.
pub(super) fn minutes(from: DateTime, to: DateTime) -> i64 {
    to.duration_since(from).as_mins()
}

/// A time so many minutes later.
pub(super) fn after(time: DateTime, minutes: i64) -> DateTime {
    time.checked_add(SignedDuration::from_mins(minutes))
        .unwrap_or(time)
}

/// A time so many seconds later.
pub(super) fn seconds_after(time: DateTime, seconds: i64) -> DateTime {
    time.checked_add(SignedDuration::from_secs(seconds))
        .unwrap_or(time)
}

/// When the next whole minute since `from` is full.
pub(super) fn next_minute(from: DateTime, now: DateTime) -> DateTime {
    after(from, minutes(from, now).max(0) + 1)
}
