//! `nonmerci content check`: every fault of the content, with its place and its
//! remedy.

use clap::ArgMatches;

use crate::commands::setup::Setup;
use crate::problem::Problem;

pub(super) fn run(setup: &Setup, _parsed: &ArgMatches) -> Result<(), Problem> {
    for language in setup.catalogue.languages() {
        setup.catalogue.check(&language).map_err(Problem::Content)?;
    }
    Ok(())
}
