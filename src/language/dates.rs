//! Dates in words, as each language writes them.

use jiff::civil::Date;

use super::Language;

/// How languages write dates, as ICU4X has it: see `build/dates.rs`.
static PATTERNS: &str = include_str!(concat!(env!("OUT_DIR"), "/dates.txt"));

/// The months of a year: first come their patterns with the day, then those without.
const MONTHS: usize = 12;

/// A date in full: `3 novembre 2025`, `1er novembre 2025`, `3. November 2025`. In a
/// language whose dates nobody has written down, as the standard has it:
/// `2025-11-03`.
#[must_use]
pub fn long_date(language: &Language, date: Date) -> String {
    let Some(pattern) = pattern(language, date.month().unsigned_abs().into()) else {
        return date.to_string();
    };
    let day = date.day();
    let text = pattern
        .replace("{day}", &day.to_string())
        .replace("{day:02}", &format!("{day:02}"))
        .replace("{year}", &date.year().to_string());
    first_of_month(language, date, text)
}

/// The date of a source as far as it is known: `2026-08-21`, `2026-08` and
/// `2026` become `21 août 2026`, `août 2026` and `2026`. Anything else is
/// returned as it is: the content check refuses it.
#[must_use]
pub fn vague_date(language: &Language, date: &str) -> String {
    let Some((year, month)) = year_and_month(date) else {
        let day = date.parse();
        return day.map_or_else(|_| date.to_owned(), |day| long_date(language, day));
    };
    pattern(language, MONTHS + month).map_or_else(
        || date.to_owned(),
        |pattern| pattern.replace("{year}", year),
    )
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

/// A pattern of a language, by its number from 1, or else of one it is a part of.
fn pattern(language: &Language, number: usize) -> Option<&'static str> {
    let language = language.written();
    let wider = language.wider();
    std::iter::once(&language).chain(&wider).find_map(|found| {
        let mut languages = PATTERNS.split("\n\n");
        let mut lines = languages.find_map(|lines| {
            let mut lines = lines.split('\n');
            (lines.next() == Some(found.tag())).then_some(lines)
        })?;
        lines.nth(number - 1)
    })
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
            for other in [
                "2026",
                "2026-8",
                "2026-13",
                "2026-+8",
                "226-08",
                "2026-08-32",
                "",
            ] {
                assert_eq!(vague_date(&language, other), other);
            }
        }
    }

    #[test]
    fn a_language_of_somebodys_own_writes_dates_its_own_way() {
        let cases = [
            // As the wider language does, unless it differs.
            ("rm-sursilv", "3 da november 2025", "avust 2026"),
            ("pt-br", "3 de novembro de 2025", "agosto de 2026"),
            ("en-us", "November 3, 2025", "August 2026"),
            ("zh-hant", "2025年11月3日", "2026年8月"),
            // Days of two figures.
            ("sl", "03. november 2025", "avgust 2026"),
            // Months that are declined beside a day.
            ("pl", "3 listopada 2025", "sierpień 2026"),
            // Figures as everywhere else in the program.
            ("ar", "3 نوفمبر 2025", "أغسطس 2026"),
            // The pseudo-language is English made strange.
            ("qps", "3 November 2025", "August 2026"),
            // Whose dates nobody has written down: as the standard has it.
            ("qaa", "2025-11-03", "2026-08"),
            ("", "2025-11-03", "2026-08"),
        ];
        for (tag, day, month) in cases {
            let language = Language::new(tag);
            assert_eq!(long_date(&language, date(2025, 11, 3)), day, "{tag}");
            assert_eq!(vague_date(&language, "2026-08"), month, "{tag}");
        }
    }
}
