//! Dates in words, as each language writes them.

use jiff::civil::Date;
use serde::Deserialize;

use crate::content::template::{Template, Text, values};

/// How a language writes dates.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// A date in full: `3. November 2025`.
    pub full: Template<DayMonthYear>,
    /// What stands for the day on the first of a month: `1er` in French, else `1`.
    pub first: Text,
    /// A month of a year: `November 2025`.
    pub month_year: Template<MonthYear>,
    /// The names of the months, from January.
    pub months: [Text; 12],
    /// The same beside a day, as languages that decline them have it: `listopada` for
    /// `listopad` in Polish.
    pub months_with_day: [Text; 12],
}

values! {
    /// The parts of a date.
    DayMonthYear { day, month, year }
    /// A month and its year.
    MonthYear { month, year }
}

impl Dates {
    /// A date in full: `3 novembre 2025`, `1er novembre 2025`, `3. November 2025`.
    #[must_use]
    pub fn full(&self, date: Date) -> String {
        let month = usize::from(date.month().unsigned_abs());
        self.full.fill(&DayMonthYear {
            day: match date.day() {
                1 => self.first.to_string(),
                day => day.to_string(),
            },
            month: self.months_with_day[month - 1].to_string(),
            year: date.year().to_string(),
        })
    }

    /// The date of a source as far as it is known: `2026-08-21`, `2026-08` and
    /// `2026` become `21 août 2026`, `août 2026` and `2026`. Anything else is
    /// returned as it is: the content check refuses it.
    #[must_use]
    pub fn vague(&self, date: &str) -> String {
        if let Some((year, month)) = year_and_month(date) {
            return self.month_year.fill(&MonthYear {
                month: self.months[month - 1].to_string(),
                year: year.to_owned(),
            });
        }
        let day = date.parse();
        day.map_or_else(|_| date.to_owned(), |day| self.full(day))
    }
}

/// Whether this is the date of a source: a day, a month or a year.
pub(crate) fn is_vague_date(date: &str) -> bool {
    let year = date.len() == 4 && date.bytes().all(|byte| byte.is_ascii_digit());
    year || year_and_month(date).is_some() || date.parse::<Date>().is_ok()
}

/// The year and the number of the month, where a date consists of them.
fn year_and_month(date: &str) -> Option<(&str, usize)> {
    let (year, month) = date.split_once('-')?;
    let figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let are_they = year.len() == 4 && figures(year) && month.len() == 2 && figures(month);
    let month = month
        .parse()
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    are_they.then_some((year, month))
}
