//! Times of the day, as each language writes them.

use jiff::civil::Time;

use super::Language;

/// A time of the day as a language writes it in Switzerland: `14 h 30`, `14.30 Uhr`,
/// `14.30`, `2.30 pm`.
#[must_use]
pub fn time_of_day(language: &Language, time: Time) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    match language.tag().split('-').next() {
        Some("fr") => format!("{hour} h {minute:02}"),
        Some("de") => format!("{hour}.{minute:02} Uhr"),
        Some("it") => format!("{hour}.{minute:02}"),
        Some("en") => {
            let half = if hour < 12 { "am" } else { "pm" };
            let hour = if hour % 12 == 0 { 12 } else { hour % 12 };
            format!("{hour}.{minute:02} {half}")
        }
        _ => format!("{hour}:{minute:02}"),
    }
}
