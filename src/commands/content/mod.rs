//! `nonmerci content`: what those who look after the texts and facts need.

mod check;
mod urls;

use clap::ArgMatches;

use super::setup::Setup;
use crate::problem::Problem;

pub(super) fn run(setup: &Setup, parsed: &ArgMatches) -> Result<(), Problem> {
    match parsed.subcommand() {
        Some(("check", check)) => check::run(setup, check),
        Some(("urls", urls)) => urls::run(setup, urls.get_flag("json")),
        // The parser has refused anything else.
        _ => Ok(()),
    }
}
