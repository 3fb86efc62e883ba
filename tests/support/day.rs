//! What day it is.

use jiff::civil::{Date, date};

use super::edition::built_in;

/// The day in all tests that can choose one.
pub(crate) const TODAY: Date = date(2026, 11, 23);

/// The day for the real program: its clock is the system's.
pub(crate) fn today() -> Date {
    jiff::ZonedDateTime::now().date()
}

/// A text of the real program without today's date, as a snapshot may hold it.
pub(crate) fn without_today(text: &str, language: &str) -> String {
    let texts = built_in().texts(language);
    text.replace(&texts.interface.dates.full(today()), "TODAY")
}
