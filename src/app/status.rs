//! What the program says at the bottom, until the next key.

use super::model::{Model, StatusMessage, Subject};
use crate::actions::Outcome;
use crate::catalogue::{Address, Role};

/// Says something.
pub(super) fn say(model: &mut Model, text: String) {
    model.status = Some(StatusMessage {
        text,
        subject: Subject::NoAddress,
    });
}

/// Says something after what is said already.
pub(super) fn say_also(model: &mut Model, text: String) {
    match &mut model.status {
        Some(StatusMessage {
            text: said,
            subject: Subject::Change | Subject::NoAddress,
        }) => {
            said.push(' ');
            said.push_str(&text);
        }
        _ => say(model, text),
    }
}

/// Says what came of something that the reader did; a change, once it is saved.
pub(super) fn say_outcome(model: &mut Model, outcome: &Outcome) {
    let text = outcome.words(&model.catalogue, &model.texts);
    if outcome.is_change() {
        say_once_saved(model, text);
    } else {
        say(model, text);
    }
}

/// Says something that is true once what is being saved is.
pub(super) fn say_once_saved(model: &mut Model, text: String) {
    model.status = Some(StatusMessage {
        text,
        subject: Subject::Change,
    });
}

/// Says something about an address, with the address itself where the page the reader is
/// at does not show it.
pub(super) fn say_of_address(model: &mut Model, text: String, address: Option<Address>) {
    let is_here = address == model.address();
    let shown = is_here
        && model
            .walk_place()
            .zip(model.step())
            .is_some_and(|(place, step)| {
                step.role != Role::Confirm
                    && !place.takes_phone(step)
                    && step.addresses().next().is_some()
            });
    let subject = match address {
        Some(_) if shown => Subject::TheAddress,
        // That of a mail has the whole text in it, which nobody would type.
        Some(address) if address.is_mail() => Subject::NoAddress,
        Some(address) => Subject::Address(address),
        None => Subject::NoAddress,
    };
    model.status = Some(StatusMessage { text, subject });
}
