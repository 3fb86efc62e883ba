//! The day it is, by which a tick ages.

use std::cell::LazyCell;
use std::rc::Rc;

use jiff::civil::Date;

/// The day it is. The clock is asked once, when the day is first needed: to find
/// out the time zone takes as long as to read the list, and the list of somebody
/// who has ticked nothing does not need it.
#[derive(Debug, Clone)]
pub struct Today(Rc<LazyCell<Date, Box<dyn FnOnce() -> Date>>>);

impl Today {
    /// The day that this clock will show.
    #[must_use]
    pub fn read_from(clock: fn() -> Date) -> Self {
        Self(Rc::new(LazyCell::new(Box::new(clock))))
    }

    /// The day.
    #[must_use]
    pub fn date(&self) -> Date {
        **self.0
    }
}

impl From<Date> for Today {
    fn from(date: Date) -> Self {
        Self(Rc::new(LazyCell::new(Box::new(move || date))))
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
