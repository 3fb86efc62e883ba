//! A letter to the company, shown in a walk and copied at once.

use super::effect::Effect;
use super::model::{Model, Overlay};
use super::status::say;
use crate::actions::{Copied, StepOffers};
use crate::takeaway::letter::WalkLetter;

/// Shows the letter for the platform the reader is at, and copies it.
pub(super) fn show(model: &mut Model) -> Vec<Effect> {
    let today = model.today().date();
    let platform = model.platform();
    let offers = model.step_offers();
    let kind = offers.map(StepOffers::letter_kind).unwrap_or_default();
    match WalkLetter::new(&model.catalogue, platform, kind, &model.texts, today) {
        Ok(letter) => {
            let text = letter.to_copy();
            model.overlay = Some(Overlay::Letter { letter, scroll: 0 });
            vec![Effect::Copy(Copied::Text, text)]
        }
        Err(error) => {
            say(model, error.to_string());
            Vec::new()
        }
    }
}
