//! A day as it is typed.

use jiff::civil::Date;

use super::setup::Setup;
use crate::problem::Problem;
use crate::words::Given;

/// Reads a day.
///
/// # Errors
/// If it is none, or not in the form that the help names: jiff reads others too.
pub(super) fn read(setup: &Setup, given: &str) -> Result<Date, Problem> {
    let plain = |byte: u8| byte.is_ascii_digit() || byte == b'-';
    let is_plain = given.len() == 10 && given.bytes().all(plain);
    let day = given.parse().ok().filter(|_| is_plain);
    day.ok_or_else(|| {
        let words = &setup.texts.interface.errors;
        let given = given.to_owned();
        Problem::usage(words.bad_date.fill(&Given { given })).hint(&*words.bad_date_hint)
    })
}
