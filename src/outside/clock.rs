//! The day.

use jiff::ZonedDateTime;
use jiff::civil::Date;

/// Today, where the person is.
#[must_use]
pub fn today() -> Date {
    ZonedDateTime::now().date()
}
