//! The day it is, by which a tick ages.

use std::cell::LazyCell;
use std::rc::Rc;

use jiff::Span;
use jiff::civil::Date;

/// The day it is. The clock is asked once, when the day is first needed: to find
/// out the time zone takes as long as to read the list, and the list of somebody
/// who has ticked nothing does not need it.
#[derive(Debug, Clone)]
pub struct Today {
    exact: Rc<LazyCell<Date, Box<dyn FnOnce() -> Date>>>,
    nearly: fn() -> Option<Date>,
}

impl Today {
    /// The day that this clock will show.
    #[must_use]
    pub fn read_from(clock: fn() -> Date) -> Self {
        Self {
            exact: Rc::new(LazyCell::new(Box::new(clock))),
            nearly: || None,
        }
    }

    /// The same, with a clock that may be a day off, and is quicker to read.
    #[must_use]
    pub fn or_nearly(self, nearly: fn() -> Option<Date>) -> Self {
        Self { nearly, ..self }
    }

    /// Whether more time than this has gone by since a day, or nearly so much: where a
    /// day more or less does not matter.
    #[must_use]
    pub fn is_nearly_past(&self, since: Date, time: Span) -> bool {
        let today = (self.nearly)().unwrap_or_else(|| self.date());
        since.checked_add(time).is_ok_and(|end| end < today)
    }

    /// Whether more time than this has gone by since a day.
    #[must_use]
    pub fn is_past(&self, since: Date, time: Span) -> bool {
        since.checked_add(time).is_ok_and(|end| end < self.date())
    }

    /// The day.
    #[must_use]
    pub fn date(&self) -> Date {
        **self.exact
    }
}

impl From<Date> for Today {
    fn from(date: Date) -> Self {
        Self {
            exact: Rc::new(LazyCell::new(Box::new(move || date))),
            nearly: || None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use jiff::civil::date;

    use super::*;

    thread_local! {
        static ASKED: Cell<usize> = const { Cell::new(0) };
    }

    #[test]
    fn the_clock_is_asked_once_and_only_when_the_day_is_needed() {
        let today = Today::read_from(|| {
            ASKED.set(ASKED.get() + 1);
            date(2026, 11, 23)
        });
        let other = today.clone();
        assert_eq!(ASKED.get(), 0);
        assert_eq!(today.date(), date(2026, 11, 23));
        assert_eq!(other.date(), date(2026, 11, 23));
        assert_eq!(ASKED.get(), 1);
    }
}
