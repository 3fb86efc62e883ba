//! Dates in words, as each language writes them.

use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_datetime::input;
use jiff::civil::Date;

use super::Language;

/// Dates of one calendar alone, without the code and data of all the others,
/// which the system would have to lay out at every start.
type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// A date in full: `3 novembre 2025`, `1er novembre 2025`, `3. November 2025`.
#[must_use]
pub fn long_date(language: &Language, date: Date) -> String {
    let Some(day) = icu_date(date) else {
        return date.to_string();
    };
    Formatter::try_new(language.locale().into(), YMD::long()).map_or_else(
        |_| date.to_string(),
        |formatter| first_of_month(language, date, formatter.format(&day).to_string()),
    )
}

/// The date of a source as far as it is known: `2026-08-21`, `2026-08` and
/// `2026` become `21 août 2026`, `août 2026` and `2026`. Anything else is
/// returned as it is: the content check refuses it.
#[must_use]
pub fn vague_date(language: &Language, date: &str) -> String {
    if let Ok(day) = date.parse::<Date>() {
        return long_date(language, day);
    }
    let month = format!("{date}-01").parse::<Date>().ok().and_then(icu_date);
    let formatter = Formatter::try_new(language.locale().into(), YM::long());
    match (month, formatter) {
        (Some(month), Ok(formatter)) => formatter.format(&month).to_string(),
        _ => date.to_owned(),
    }
}

/// French and Italian number the first of the month as an ordinal, which the
/// locale data leave out.
fn first_of_month(language: &Language, date: Date, text: String) -> String {
    let ordinal = match language.tag() {
        "fr" => "1er ",
        "it" => "1° ",
        _ => return text,
    };
    match text.strip_prefix("1 ") {
        Some(rest) if date.day() == 1 => format!("{ordinal}{rest}"),
        _ => text,
    }
}

fn icu_date(date: Date) -> Option<input::Date<Gregorian>> {
    let month = u8::try_from(date.month()).ok()?;
    let day = u8::try_from(date.day()).ok()?;
    input::Date::try_new_gregorian(date.year().into(), month, day).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn dates_are_written_as_switzerland_writes_them() {
        let cases = [
            ("fr", "3 novembre 2025", "1er août 2026", "août 2026"),
            ("de", "3. November 2025", "1. August 2026", "August 2026"),
            ("it", "3 novembre 2025", "1° agosto 2026", "agosto 2026"),
            ("en", "3 November 2025", "1 August 2026", "August 2026"),
            ("rm", "3 da november 2025", "1 d’avust 2026", "avust 2026"),
        ];
        for (tag, third, first, month) in cases {
            let language = Language::new(tag);
            assert_eq!(long_date(&language, date(2025, 11, 3)), third);
            assert_eq!(long_date(&language, date(2026, 8, 1)), first);
            assert_eq!(vague_date(&language, "2026-08"), month);
            assert_eq!(vague_date(&language, "2026-08-01"), first);
            assert_eq!(vague_date(&language, "2026"), "2026");
        }
    }
}
