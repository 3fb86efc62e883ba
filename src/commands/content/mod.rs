//! `nonmerci content`: what those who look after the texts and facts need.

mod check;
mod urls;

use clap::ArgMatches;

use super::options::Options;
use super::setup::Setup;
use crate::problem::Problem;

/// Whether these arguments ask for the check, which needs no faultless content.
pub(super) fn is_check(parsed: &ArgMatches) -> bool {
    let content = parsed.subcommand_matches("content");
    content.is_some_and(|content| content.subcommand_name() == Some("check"))
}

pub(super) fn run(setup: &Setup, options: &Options, parsed: &ArgMatches) -> Result<(), Problem> {
    match parsed.subcommand() {
        Some(("check", check)) => check::run(setup, options, check),
        Some(("urls", urls)) => urls::run(setup, urls.get_flag("json")),
        // The parser has refused anything else.
        _ => Ok(()),
    }
}
