//! What day it is.

use jiff::civil::{Date, date};
use nonmerci::language::{Language, long_date};

/// The day in all tests that can choose one.
pub(crate) const TODAY: Date = date(2026, 11, 23);

/// The day for the real program: its clock is the system's.
pub(crate) fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}

/// A text of the real program without today's date, as a snapshot may hold it.
pub(crate) fn without_today(text: &str, language: &str) -> String {
    text.replace(&long_date(&Language::new(language), today()), "TODAY")
}
