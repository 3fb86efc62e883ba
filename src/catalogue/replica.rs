//! A setting drawn as the platform draws it, and what is said of its positions.

use super::facts::{Control, DefaultState, OnOff};
use super::walk::Replica;
use crate::content::Text;
use crate::words::{ControlWords, SwitchWords};

/// The setting `label`, drawn as the platform draws it.
pub(super) fn replica(
    words: &SwitchWords,
    control: Control,
    refused: OnOff,
    default: DefaultState,
    label: &str,
) -> Replica {
    let words = control_words(words, control);
    // The position that does not refuse: that the reader will find it so, if that is
    // the default; else only that it is the other one.
    let found = if default == DefaultState::On {
        found(words, refused.flipped())
    } else {
        &words.other
    };
    Replica {
        control,
        label: label.to_owned(),
        on: words.on.to_string(),
        off: words.off.to_string(),
        own_states: false,
        refused,
        refused_caption: refused_caption(words, refused).to_string(),
        found_caption: found.to_string(),
    }
}

/// The words for a shape of setting.
pub(super) fn control_words(words: &SwitchWords, control: Control) -> &ControlWords {
    match control {
        Control::Toggle => &words.toggle,
        Control::Checkbox => &words.checkbox,
        Control::Choice => &words.choice,
    }
}

/// What to say of the position that refuses.
fn refused_caption(words: &ControlWords, position: OnOff) -> &Text {
    match position {
        OnOff::On => &words.refused_on,
        OnOff::Off => &words.refused_off,
    }
}

/// What to say of the position a person finds.
fn found(words: &ControlWords, position: OnOff) -> &Text {
    match position {
        OnOff::On => &words.found_on,
        OnOff::Off => &words.found_off,
    }
}
