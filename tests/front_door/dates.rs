//! Dates, as each built-in language writes them, beside those of ICU4X.

use icu_calendar::Date as IcuDate;
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_locale_core::Locale;
use jiff::civil::date;

use crate::support::edition::built_in;
use crate::support::languages::languages;

#[test]
fn dates_are_written_as_switzerland_writes_them() {
    let cases = [
        ("fr", "3 novembre 2025", "1er août 2026", "août 2026"),
        ("de", "3. November 2025", "1. August 2026", "August 2026"),
        ("it", "3 novembre 2025", "1° agosto 2026", "agosto 2026"),
        ("en", "3 November 2025", "1 August 2026", "August 2026"),
        // The pseudo-language is English made strange.
        ("qps", "3 November 2025", "1 August 2026", "August 2026"),
    ];
    for (tag, third, first, month) in cases {
        let texts = built_in().texts(tag);
        let dates = &texts.interface.dates;
        assert_eq!(dates.full(date(2025, 11, 3)), third);
        assert_eq!(dates.full(date(2026, 8, 1)), first);
        assert_eq!(dates.vague("2026-08"), month);
        assert_eq!(dates.vague("2026-08-01"), first);
        for other in [
            "2026",
            "2026-8",
            "2026-13",
            "2026-+8",
            "226-08",
            "2026-08-32",
            "",
        ] {
            assert_eq!(dates.vague(other), other);
        }
    }
}

#[test]
fn built_in_languages_write_dates_as_unicode_has_them() {
    for tag in languages() {
        let texts = built_in().texts(tag);
        let dates = &texts.interface.dates;
        // English as in Switzerland is not a locale with names of months of its own.
        let country = if tag == "en" { "GB" } else { "CH" };
        let locale = Locale::try_from_str(&format!("{tag}-{country}")).expect(tag);
        let full = Formatter::try_new((&locale).into(), YMD::long()).expect(tag);
        let month_year = Formatter::try_new((&locale).into(), YM::long()).expect(tag);
        for month in 1..=12_u8 {
            let icu = |day| IcuDate::try_new_gregorian(2034, month, day).expect("a day");
            // The first has its own form, which the locale data leave out.
            for day in [3_u8, 17] {
                let ours = date(2034, month.cast_signed(), day.cast_signed());
                assert_eq!(dates.full(ours), full.format(&icu(day)).to_string());
            }
            let ours = dates.vague(&format!("2034-{month:02}"));
            assert_eq!(ours, month_year.format(&icu(1)).to_string());
        }
    }
}
