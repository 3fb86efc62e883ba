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

/// A screen that can be dropped, and what that does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// Its place on the plan.
    pub screen: usize,
    /// When the evening will end without it.
    pub end: Time,
    /// How many screens it takes, this one among them, for the evening to end in time,
    /// or as nearly so as can be.
    pub screens: usize,
    /// When the evening will end without all of these.
    pub least_end: Time,
    /// How many minutes late that is; below 0, early.
    pub late: i64,
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

    /// What to drop next so that the evening ends in time. None while there is time,
    /// or where nothing can be dropped.
    #[must_use]
    pub fn advice(&self, now: DateTime) -> Option<Advice> {
        let timing = self.timing(now).filter(|timing| timing.late > 0)?;
        let mut left: Vec<usize> = (self.cursor.screen + 1..self.screens.len()).collect();
        let mut late = timing.late;
        let mut steps = Vec::new();
        while late > 0
            && let Some(place) = self.to_drop(&left, late)
        {
            left.retain(|it| *it != place);
            late -= i64::from(self.screens[place].minutes);
            let saved = SignedDuration::from_mins(timing.late - late);
            steps.push((place, timing.end - saved));
        }
        let (&(screen, end), &(_, least_end)) = (steps.first()?, steps.last()?);
        Some(Advice {
            screen,
            end,
            screens: steps.len(),
            least_end,
            late,
        })
    }

    /// Which of these screens to drop for so many minutes: one of those that are
    /// dropped first; of these the shortest that saves enough, else the longest; and of
    /// these what comes last.
    fn to_drop(&self, places: &[usize], late: i64) -> Option<usize> {
        let of = |rank: u8| {
            let droppable = places.iter().copied().filter(move |place| {
                let screen = &self.screens[*place];
                screen.dropped_at() == rank && screen.minutes > 0
            });
            droppable.max_by_key(|place| {
                let minutes = i64::from(self.screens[*place].minutes);
                let enough = minutes >= late;
                (enough, if enough { -minutes } else { minutes }, *place)
            })
        };
        of(3).or_else(|| of(2))
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
