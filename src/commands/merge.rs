//! `nonmerci merge`: what another checklist says, taken over into this one.

use std::path::PathBuf;

use super::checklist;
use super::options::Options;
use super::setup::Setup;
use crate::actions::state_brief;
use crate::checklist::{
    Change, Checklist, ChecklistFile, Difference, FileError, Record, merge, taken_over,
};
use crate::outside::files;
use crate::problem::{self, Problem};
use crate::words::{Merged, MergedSame};

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    other: PathBuf,
    dry_run: bool,
) -> Result<(), Problem> {
    let interface = &setup.texts.interface;
    let unusable = |error| problem::checklist(&error, interface);
    let read = match files::kind(&other) {
        Err(error) => Err(FileError::Unreadable(other, error)),
        Ok(_) => ChecklistFile::new(other).load_with_skipped(),
    };
    let (theirs, skipped) = read.map_err(|error| problem::other_checklist(&error, interface))?;
    if let Some(words) = checklist::skipped_words(setup, &skipped) {
        super::note(&words);
    }
    let file = options.file().map_err(unusable)?;
    let dry_run = dry_run || options.no_save();
    let ours = if dry_run {
        file.load().map_err(unusable)?
    } else {
        let (ours, words) = checklist::load_file(setup, &file)?;
        if let Some(words) = words {
            super::note(&words);
        }
        ours
    };
    let differences = merge(&ours, &theirs);
    let mut said = String::new();
    for difference in &differences {
        said += &format!("{}\n", difference_words(setup, difference));
    }
    let words = &interface.merging;
    if differences.is_empty() {
        said += &format!("{}\n", words.same);
    }
    if dry_run {
        super::note(&words.dry_run);
    } else {
        // Nothing that was done before it is the last change any more.
        let mut changes = taken_over(&differences).each().to_vec();
        changes.push(Change::Remember(None));
        let written = file.change(&Change::Several(changes), setup.today.date());
        let written = written.map_err(unusable)?;
        checklist::note_found(setup, &written.found);
    }
    super::print(setup, &said)
}

/// What the two say of a platform, and which of them holds.
fn difference_words(setup: &Setup, difference: &Difference) -> String {
    let words = &setup.texts.interface.merging;
    let place = setup.catalogue.position(&difference.platform);
    let name = checklist::name_of(&setup.catalogue, &setup.texts, &difference.platform);
    let state = |record: &Record| match place {
        Some(place) => {
            let mut alone = Checklist::default();
            alone.apply(&Change::Set {
                platform: difference.platform.clone(),
                record: record.clone(),
            });
            state_brief(setup.overview(&alone).state(place), &setup.texts)
        }
        None => record.mark.name().to_owned(),
    };
    let values = Merged {
        name,
        ours: state(&difference.ours),
        theirs: state(&difference.theirs),
    };
    if difference.is_taken() {
        words.taken.fill(&values)
    } else if difference.ours.mark == difference.theirs.mark {
        let Merged { name, ours, .. } = values;
        words.both.fill(&MergedSame { name, state: ours })
    } else {
        words.kept.fill(&values)
    }
}
