//! `nonmerci open`: hands an address to the browser, without the full screen.

use std::io;

use super::options::Options;
use super::setup::Setup;
use crate::outside::browser;
use crate::problem::Problem;
use crate::words::{Id, Interface, Name, Reason, reason};

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    platform: usize,
    form: bool,
) -> Result<(), Problem> {
    let interface = &setup.texts.interface;
    let facts = &setup.catalogue.platforms[platform];
    let address = if form {
        facts.form_address()
    } else {
        facts.main_address()
    };
    let Some(address) = address else {
        let words = &interface.errors;
        let message = if form {
            &words.no_form
        } else {
            &words.no_address
        };
        let name = facts.name_in(&setup.texts).to_owned();
        let id = facts.id.clone();
        return Err(
            Problem::failed(message.fill(&Name { name })).hint(words.show_hint.fill(&Id { id }))
        );
    };
    if let Some(text) = facts.own_address(address, &setup.texts) {
        super::note(&text);
    }
    // First, so that it is there to copy whatever happens next.
    super::print(setup, &format!("{address}\n"))?;
    browser::open(address.as_str(), options.browser.as_deref()).map_err(|error| {
        let words = &interface.errors;
        let reason = not_opened(&error, interface);
        Problem::failed(words.not_opened.fill(&Reason { reason })).hint(&*words.not_opened_hint)
    })?;
    super::note(&interface.marked.opened);
    Ok(())
}

/// Why an address could not be opened.
pub(super) fn not_opened(why: &browser::Error, interface: &Interface) -> String {
    let words = &interface.errors;
    match why {
        browser::Error::NoDisplay => words.no_display.to_string(),
        browser::Error::OverSsh => words.over_ssh.to_string(),
        // What the system's launchers say of themselves helps nobody.
        browser::Error::Failed(error) if error.kind() == io::ErrorKind::Other => {
            words.launcher.to_string()
        }
        browser::Error::Failed(error) => reason(error, interface),
        browser::Error::Tried(attempts) => {
            let tried = attempts.iter().map(|attempt| {
                let why = match &attempt.error {
                    Some(error) => reason(error, interface),
                    None => words.ended_with_error.to_string(),
                };
                format!("{}: {why}", attempt.command)
            });
            tried.collect::<Vec<_>>().join("; ")
        }
    }
}
