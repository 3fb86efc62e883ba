//! The day, and the time.

use jiff::ZonedDateTime;
use jiff::civil::{Date, DateTime};

/// Today, where the person is.
#[must_use]
pub fn today() -> Date {
    ZonedDateTime::now().date()
}

/// The time on the clock, where the person is.
#[must_use]
pub fn now() -> DateTime {
    ZonedDateTime::now().datetime()
}
