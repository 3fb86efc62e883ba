//! What a person can do and what it leads to, decided once for the full screen and
//! for line mode. Nothing here shows anything, asks anything, or touches the world.

pub mod keymap;
mod marking;
mod outcome;
mod state_words;
mod step_offers;
mod typed_line;
mod undo_stack;
mod unsaved;
mod working_copy;

#[cfg(test)]
mod trial;

pub use marking::NextStep;
pub use outcome::{Copied, Outcome};
pub use state_words::{
    confirmation, covered_words, is_undecided, mark_word, nothing_left, old_facts,
    progress_figures, progress_short, progress_words, sent_words, spoken_time, state_brief,
    state_detail, state_word, time_words, why_walked_again,
};
pub use step_offers::{Offer, StepOffers};
pub use typed_line::TypedLine;
pub use unsaved::Saved;
pub use working_copy::WorkingCopy;
