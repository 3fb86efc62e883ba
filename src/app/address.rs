//! Opening and copying the address the reader is at, and what is said of that.

use super::effect::Effect;
use super::message::NotOpened;
use super::model::Model;
use super::status::{say, say_of_address, say_outcome};
use crate::actions::{Copied, Outcome};
use crate::words::Reason;

/// Asks for the address the reader is at to be opened.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let Some(address) = model.address() else {
        no_address(model);
        return Vec::new();
    };
    let mail = address.is_mail();
    say_of_address(
        model,
        Outcome::Opening { mail }.words(&model.catalogue, &model.texts),
    );
    vec![Effect::Open(address)]
}

/// Says what came of asking for an address to be opened.
pub(super) fn opened(model: &mut Model, result: Result<(), NotOpened>) {
    let mail = model.address().is_some_and(|address| address.is_mail());
    let words = &model.texts.interface.status;
    let text = match result {
        Err(why) if mail => {
            let reason = why.reason(&model.texts.interface);
            Outcome::MailFailed(reason).words(&model.catalogue, &model.texts)
        }
        Ok(()) => Outcome::Asked { mail }.words(&model.catalogue, &model.texts),
        Err(NotOpened::NoDisplay) => words.no_display.to_string(),
        Err(NotOpened::OverSsh) => words.over_ssh.to_string(),
        Err(NotOpened::Failed(reason)) => words.open_failed.fill(&Reason { reason }),
    };
    if mail {
        say(model, text);
    } else {
        say_of_address(model, text);
    }
}

/// Copies the text to paste of where the reader is, or the address.
pub(super) fn copy(model: &mut Model) -> Vec<Effect> {
    let paste = model
        .step()
        .and_then(|step| step.paste().map(str::to_owned));
    match (paste, model.address()) {
        (Some(text), _) => vec![Effect::Copy(Copied::Text, text)],
        (None, Some(address)) => vec![Effect::Copy(Copied::Address, address.to_string())],
        (None, None) => {
            no_address(model);
            Vec::new()
        }
    }
}

/// Says what came of copying.
pub(super) fn copied(model: &mut Model, result: Result<Copied, String>) {
    let text = match result {
        Ok(copied) => Outcome::Copied(copied).words(&model.catalogue, &model.texts),
        Err(reason) => {
            let words = &model.texts.interface.status;
            words.copy_failed.fill(&Reason { reason })
        }
    };
    say_of_address(model, text);
}

/// Says that there is no address.
pub(super) fn no_address(model: &mut Model) {
    say_outcome(model, &Outcome::NoAddress);
}
