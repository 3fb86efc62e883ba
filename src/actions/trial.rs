//! Working copies for the tests of this room.

use jiff::civil::{Date, date};

use super::{Outcome, WorkingCopy};
use crate::catalogue::Catalogue;
use crate::checklist::{Checklist, Mark};
use crate::content::Source;

/// The day it is.
pub(super) const DAY: Date = date(2026, 11, 23);

pub(super) fn catalogue() -> Catalogue {
    Catalogue::load(Source::embedded()).expect("the built-in content")
}

pub(super) fn place(catalogue: &Catalogue, id: &str) -> usize {
    catalogue.position(id).expect(id)
}

pub(super) fn work(checklist: &Checklist) -> WorkingCopy {
    WorkingCopy::new(checklist.clone(), DAY.into(), true)
}

/// Saves what is not saved yet, and returns what was said of it.
pub(super) fn save(work: &mut WorkingCopy, file: &mut Checklist) -> Vec<Outcome> {
    let mut said = Vec::new();
    while let Some(change) = work.begin_saving() {
        file.apply(&change);
        said.extend(work.saved(file.clone()));
    }
    said
}

pub(super) fn marked(platform: &str, mark: Mark) -> Outcome {
    Outcome::Marked {
        platform: platform.to_owned(),
        mark,
    }
}
