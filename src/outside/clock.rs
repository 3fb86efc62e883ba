//! The day, and the time.

use std::time::{Duration, Instant};

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};

/// Today, where the person is.
#[must_use]
pub fn today() -> Date {
    ZonedDateTime::now().date()
}

/// Today somewhere in the world, which takes no time zone to know.
#[must_use]
pub fn nearly_today() -> Option<Date> {
    Some(TimeZone::UTC.to_datetime(Timestamp::now()).date())
}

/// The time on the clock, where the person is.
#[must_use]
pub fn now() -> DateTime {
    ZonedDateTime::now().datetime()
}

/// The time since something, whatever the clock is set to meanwhile.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Begins now.
    #[must_use]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// How long ago it began.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}
