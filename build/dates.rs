//! How languages write dates, by ICU4X: worked out here, so that the program has to
//! carry, and the system to lay out at every start, only the outcome.

use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_locale_core::Locale;
use icu_locale_core::subtags::{Region, region};

/// The languages of three letters, and the variants, for which Unicode CLDR has
/// names of months that the wider language has not. Those of two letters are all
/// tried.
const OTHERS: [&str; 42] = [
    "ast", "az-cyrl", "bho", "bs-cyrl", "ceb", "chr", "ckb", "de-at", "dsb", "en-au", "en-ca",
    "en-us", "es-mx", "es-us", "fil", "fr-ca", "hsb", "kok", "ksh", "lij", "lld", "lmo", "mai",
    "mni", "nds", "nso", "pcm", "pms", "pt-pt", "quc", "sah", "sat", "scn", "sr-latn", "syr",
    "szl", "uz-arab", "uz-cyrl", "vec", "yrl", "yue", "zh-hant",
];

/// A year and a day that can be told apart in any pattern, and from each other.
const YEAR: i32 = 2034;
const DAY: u8 = 17;

/// The languages that the program speaks come first: it looks for them from the top.
const BUILT_IN: [&str; 4] = ["de", "en", "fr", "it"];

/// The file with the patterns: for each language a paragraph, its tag on the first
/// line. Then come twelve lines with the day, the month and the year, and twelve with
/// the month and the year. `{day}` and `{year}` stand for the figures, `{day:02}` for
/// a day of two.
pub(crate) fn file() -> (&'static str, String) {
    let letters = || b'a'..=b'z';
    let two =
        letters().flat_map(|a| letters().map(move |b| String::from_utf8_lossy(&[a, b]).into()));
    let mut tags: Vec<String> = two.chain(OTHERS.map(str::to_owned)).collect();
    tags.sort_by_key(|tag| !BUILT_IN.contains(&&**tag));
    let unknown = months("und");
    let paragraphs = tags.iter().filter_map(|tag| {
        let lines = months(tag).filter(|found| Some(found) != unknown.as_ref())?;
        Some(format!("{tag}\n{}", lines.join("\n")))
    });
    let paragraphs: Vec<_> = paragraphs.collect();
    ("dates.txt", paragraphs.join("\n\n"))
}

/// The patterns of a language. None where its dates cannot be told by such patterns.
fn months(tag: &str) -> Option<Vec<String>> {
    let days = (1..=12).map(|month| full(tag, month));
    let months = (1..=12).map(|month| {
        let locale = locale(tag)?;
        let formatter = Formatter::try_new((&locale).into(), YM::long()).ok()?;
        let text = formatter.format(&date(month, DAY)?).to_string();
        once(&text, &YEAR.to_string(), "{year}")
    });
    days.chain(months).collect()
}

/// The pattern of a date in full in a month.
fn full(tag: &str, month: u8) -> Option<String> {
    let locale = locale(tag)?;
    let formatter = Formatter::try_new((&locale).into(), YMD::long()).ok()?;
    let write = |day| Some(formatter.format(&date(month, day)?).to_string());
    let dated = once(&write(DAY)?, &YEAR.to_string(), "{year}")?;
    // What a day of one figure looks like decides.
    let third = once(&write(3)?, &YEAR.to_string(), "{year}")?;
    [("{day}", "3"), ("{day:02}", "03")]
        .into_iter()
        .find_map(|(place, day)| {
            let pattern = once(&dated, &DAY.to_string(), place)?;
            (pattern.replace(place, day) == third).then_some(pattern)
        })
}

/// The text with `place` for the only `figures` in it.
fn once(text: &str, figures: &str, place: &str) -> Option<String> {
    (text.matches(figures).count() == 1).then(|| text.replace(figures, place))
}

fn date(month: u8, day: u8) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(YEAR, month, day).ok()
}

/// The language as Switzerland writes it, with the figures that the program has
/// everywhere else. English as in Switzerland is not a locale with month names of
/// its own: British English has the day first.
fn locale(tag: &str) -> Option<Locale> {
    let mut locale = Locale::try_from_str(tag).ok()?;
    let country: Region = if tag == "en" {
        region!("GB")
    } else {
        region!("CH")
    };
    locale.id.region.get_or_insert(country);
    Locale::try_from_str(&format!("{locale}-u-nu-latn")).ok()
}
