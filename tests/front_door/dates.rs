//! Dates, as each built-in language writes them.

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

/// The months as they stand in a date and beside a year, by the data of Unicode CLDR 49 for
/// fr-CH, de-CH, it-CH and en-GB.
const MONTHS: [(&str, &str); 4] = [
    (
        "fr",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    ),
    (
        "de",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    ),
    (
        "it",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre \
         dicembre",
    ),
    (
        "en",
        "January February March April May June July August September October November December",
    ),
];

#[test]
fn built_in_languages_write_dates_as_unicode_has_them() {
    assert!(languages().all(|tag| MONTHS.iter().any(|(known, _)| *known == tag)));
    for (tag, months) in MONTHS {
        let texts = built_in().texts(tag);
        let dates = &texts.interface.dates;
        assert_eq!(months.split(' ').count(), 12, "{tag}");
        for (number, month) in (1_i8..=12).zip(months.split(' ')) {
            // The first has its own form, which the data leave out.
            for day in [3, 17] {
                let dot = if tag == "de" { "." } else { "" };
                let full = format!("{day}{dot} {month} 2034");
                assert_eq!(dates.full(date(2034, number, day)), full);
            }
            let vague = dates.vague(&format!("2034-{number:02}"));
            assert_eq!(vague, format!("{month} 2034"));
        }
    }
}
