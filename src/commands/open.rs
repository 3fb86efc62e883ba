//! `nonmerci open`: hands an address to the browser, without the full screen.

use super::options::Options;
use super::setup::Setup;
use crate::outside::browser;
use crate::problem::Problem;

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    platform: usize,
    form: bool,
) -> Result<(), Problem> {
    let facts = &setup.catalogue.platforms[platform];
    let address = if form {
        facts.form()
    } else {
        facts.main_address()
    };
    let Some(address) = address else {
        let (name, id) = (facts.name_in(&setup.texts).to_owned(), facts.id.to_string());
        return Err(if form {
            Problem::NoForm(name, id)
        } else {
            Problem::NoAddress(name, id)
        });
    };
    // First, so that it is there to copy whatever happens next.
    super::print(&format!("{address}\n"))?;
    browser::open(address.as_str(), options.browser.as_deref()).map_err(Problem::NotOpened)?;
    super::note(&setup.texts.interface.marked.opened);
    Ok(())
}
