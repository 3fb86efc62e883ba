//! What is done about the platform the reader is at: ticking off, taking back,
//! opening and copying, and what is said of it.

use super::effect::Effect;
use super::message::{Copied, NotOpened};
use super::model::{Concern, Model, Status};
use crate::actions::keymap::Place;
use crate::catalogue::Role;
use crate::checklist::{Change, Mark, Record, Standing};
use crate::overview::now_marked;
use crate::words::{Name, Reason};

/// Marks the platform the reader is at; marks it to do again if it was so marked
/// already.
pub(super) fn mark(model: &mut Model, mark: Mark) -> Vec<Effect> {
    if model.place() == Place::List && model.visible().is_empty() {
        return Vec::new();
    }
    let platform = model.platform();
    let overview = model.overview();
    let Some(record) = overview.marked(platform, mark) else {
        let text = model.texts.interface.status.nothing_to_tick.to_string();
        say(model, text);
        return Vec::new();
    };
    let before = model.record(platform);
    // A tick that has aged is renewed, not taken away.
    let aged = matches!(overview.standing(platform), Standing::CheckAgain(..));
    let record = if before.mark == mark && !aged {
        overview.marked(platform, Mark::Todo).unwrap_or(record)
    } else {
        record
    };
    let text = now_marked(&model.texts.interface, record.mark, model.name(platform));
    let id = model.facts(platform).id.to_string();
    say(model, text);
    model.undo.push((id.clone(), before));
    set(model, id, record)
}

/// Takes the last change back.
pub(super) fn undo(model: &mut Model) -> Vec<Effect> {
    let words = &model.texts.interface.status;
    let Some((id, before)) = model.undo.pop() else {
        let text = words.nothing_to_undo.to_string();
        say(model, text);
        return Vec::new();
    };
    if let Some(platform) = model.catalogue.position(&id) {
        let text = words.undone.fill(&name(model, platform));
        say(model, text);
    }
    set(model, id, before)
}

fn set(model: &mut Model, platform: String, record: Record) -> Vec<Effect> {
    let change = Change::Set { platform, record };
    model.checklist.apply(&change);
    vec![Effect::Save(change)]
}

/// Asks for the address the reader is at to be opened.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let Some(address) = model.address() else {
        no_address(model);
        return Vec::new();
    };
    let words = &model.texts.interface.status;
    let text = if address.is_mail() {
        words.opening_mail.to_string()
    } else {
        words.opening.to_string()
    };
    say_of_address(model, text);
    vec![Effect::Open(address)]
}

/// Says what came of asking for an address to be opened.
pub(super) fn opened(model: &mut Model, result: Result<(), NotOpened>) {
    let words = &model.texts.interface.status;
    if model.address().is_some_and(|address| address.is_mail()) {
        let text = match result {
            Ok(()) => words.asked_mail.to_string(),
            Err(why) => words.mail_failed.fill(&Reason {
                reason: reason_words(model, why),
            }),
        };
        say(model, text);
        return;
    }
    let text = match result {
        Ok(()) => words.asked.to_string(),
        Err(NotOpened::NoDisplay) => words.no_display.to_string(),
        Err(NotOpened::OverSsh) => words.over_ssh.to_string(),
        Err(NotOpened::Failed(reason)) => words.open_failed.fill(&Reason { reason }),
    };
    say_of_address(model, text);
}

/// Why something could not be opened.
fn reason_words(model: &Model, why: NotOpened) -> String {
    let words = &model.texts.interface.errors;
    match why {
        NotOpened::NoDisplay => words.no_display.to_string(),
        NotOpened::OverSsh => words.over_ssh.to_string(),
        NotOpened::Failed(reason) => reason,
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
    let words = &model.texts.interface.status;
    let text = match result {
        Ok(Copied::Address) => words.copied.to_string(),
        Ok(Copied::Text) => words.copied_text.to_string(),
        Err(reason) => words.copy_failed.fill(&Reason { reason }),
    };
    say_of_address(model, text);
}

fn name(model: &Model, platform: usize) -> Name {
    Name {
        name: model.name(platform).to_owned(),
    }
}

/// Says that there is no address.
pub(super) fn no_address(model: &mut Model) {
    let text = model.texts.interface.status.no_address.to_string();
    say(model, text);
}

/// Says something at the bottom, until the next key.
pub(super) fn say(model: &mut Model, text: String) {
    model.status = Some(Status {
        text,
        concern: Concern::NoAddress,
    });
}

/// Says something about the address the reader is at, with the address itself
/// where the page does not show it.
fn say_of_address(model: &mut Model, text: String) {
    let shown = model.step().is_some_and(|step| {
        let by_phone = model
            .walk_place()
            .is_some_and(|place| place.takes_phone(&step));
        step.role != Role::Confirm && !by_phone && step.addresses().next().is_some()
    });
    let concern = match model.address() {
        Some(_) if shown => Concern::TheAddress,
        Some(address) => Concern::Address(address),
        None => Concern::NoAddress,
    };
    model.status = Some(Status { text, concern });
}
