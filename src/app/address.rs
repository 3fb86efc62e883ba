//! Opening and copying the address the reader is at, and what is said of that.

use super::effect::Effect;
use super::message::NotOpened;
use super::model::Model;
use super::status::{say, say_of_address, say_outcome};
use crate::actions::{Copied, Outcome};
use crate::catalogue::Address;
use crate::words::Reason;

/// Asks for the address the reader is at to be opened.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let Some(address) = model.address() else {
        no_address(model);
        return Vec::new();
    };
    let mail = address.is_mail();
    let text = Outcome::Opening { mail }.words(&model.catalogue, &model.texts);
    say_of_address(model, text, Some(address.clone()));
    vec![Effect::Open(address)]
}

/// Says what came of asking for an address to be opened, wherever the reader is by now.
pub(super) fn opened(model: &mut Model, address: Address, result: Result<(), NotOpened>) {
    let mail = address.is_mail();
    let interface = &model.texts.interface;
    let text = match result {
        Err(why) if mail => {
            let reason = why.reason(interface);
            Outcome::MailFailed(reason).words(&model.catalogue, &model.texts)
        }
        Ok(()) => Outcome::Asked { mail }.words(&model.catalogue, &model.texts),
        Err(why) => why.words(interface),
    };
    if mail {
        say(model, text);
    } else {
        say_of_address(model, text, Some(address));
    }
}

/// Copies the text to paste of where the reader is, or the address.
pub(super) fn copy(model: &mut Model) -> Vec<Effect> {
    let paste = model.paste().map(str::to_owned);
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
    let address = model.address();
    say_of_address(model, text, address);
}

/// Says that there is no address.
pub(super) fn no_address(model: &mut Model) {
    say_outcome(model, &Outcome::NoAddress);
}
