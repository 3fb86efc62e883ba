//! The checklist as a command finds it, for commands that also write it.

use std::cell::RefCell;

use super::options::Options;
use super::setup::Setup;
use crate::actions::Saved;
use crate::catalogue::Catalogue;
use crate::checklist::{
    Change, Checklist, ChecklistFile, FileError, Found, Skipped, Today, is_conflict_copy,
    is_set_aside, merge, taken_over,
};
use crate::content::Template;
use crate::outside::files;
use crate::problem::{self, Problem, damage};
use crate::words::{Count, DamagedFile, Given, SkippedRecord, Texts};

/// The file to save to, if any, what it holds, and what to say if it was damaged
/// and is now set aside under another name.
///
/// With `--no-save`, what can be read is read and nothing is touched; what to say is
/// then why it cannot be read.
///
/// # Errors
/// If the file cannot be read or set aside, or comes from a newer version.
pub(super) fn load(
    setup: &Setup,
    options: &Options,
) -> Result<(Option<ChecklistFile>, Checklist, Option<String>), Problem> {
    let file = options.file();
    if options.no_save() {
        // Without a place for a checklist, there is none to read.
        let Ok(file) = file else {
            return Ok((None, Checklist::default(), None));
        };
        let (checklist, unread) = match file.load_with_skipped() {
            Ok((checklist, skipped)) => {
                let words = file_words(setup, &file, &checklist, &skipped);
                (checklist, words)
            }
            Err(error) => {
                let unread = problem::checklist(&error, &setup.texts.interface);
                let unread = unread.message().to_owned();
                (Checklist::default(), Some(unread))
            }
        };
        return Ok((None, checklist, unread));
    }
    let file = file.map_err(|error| problem::checklist(&error, &setup.texts.interface))?;
    let (checklist, set_aside) = load_file(setup, &file)?;
    Ok((Some(file), checklist, set_aside))
}

/// What a file holds, and what to say if it was damaged and is now set aside.
///
/// # Errors
/// As [`load`].
pub(super) fn load_file(
    setup: &Setup,
    file: &ChecklistFile,
) -> Result<(Checklist, Option<String>), Problem> {
    let interface = &setup.texts.interface;
    match file.load_with_skipped() {
        Ok((checklist, skipped)) => {
            let words = file_words(setup, file, &checklist, &skipped);
            Ok((checklist, words))
        }
        Err(FileError::Damaged(_, found)) => {
            let path = file
                .set_aside(setup.today.date())
                .map_err(|error| problem::checklist(&error, interface))?;
            let Some(path) = path else {
                return load_file(setup, file);
            };
            let text = interface.status.set_aside.fill(&DamagedFile {
                line: found.line.to_string(),
                reason: damage(&found, interface),
                path: path.display().to_string(),
            });
            Ok((Checklist::default(), Some(text)))
        }
        Err(error) => Err(problem::checklist(&error, interface)),
    }
}

/// What is said of a file that was read: of records that cannot be, and of copies beside
/// it that hold more. None where there is nothing to say.
pub(super) fn file_words(
    setup: &Setup,
    file: &ChecklistFile,
    checklist: &Checklist,
    skipped: &[Skipped],
) -> Option<String> {
    let said: Vec<_> = skipped_words(setup, skipped)
        .into_iter()
        .chain(copies_words(setup, file, checklist))
        .collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What is said of copies that a synchronised folder has left, or an older version has set
/// aside, from which something is still to be taken over.
fn copies_words(setup: &Setup, file: &ChecklistFile, checklist: &Checklist) -> Option<String> {
    let path = file.path();
    let original = path.file_name()?.to_str()?;
    let beside = files::list(files::absolute(path).parent()?).unwrap_or_default();
    let words = &setup.texts.interface.merging;
    let of_those = |is_one: fn(&str, &str) -> bool, words: &Template<Given>| {
        let copies = beside.iter().filter(|beside| {
            let name = beside.file_name().and_then(|name| name.to_str());
            name.is_some_and(|name| is_one(name, original))
                && ChecklistFile::new((*beside).clone())
                    .load()
                    .is_ok_and(|copy| !taken_over(&merge(checklist, &copy)).each().is_empty())
        });
        let names: Vec<_> = copies.map(|copy| copy.display().to_string()).collect();
        let given = names.join(", ");
        (!names.is_empty()).then(|| words.fill(&Given { given }))
    };
    let said = [
        of_those(is_conflict_copy, &words.copy),
        of_those(is_set_aside, &words.aside),
    ];
    let said: Vec<_> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What is said of records that cannot be read.
pub(super) fn skipped_words(setup: &Setup, skipped: &[Skipped]) -> Option<String> {
    let interface = &setup.texts.interface;
    let one = |skipped: &Skipped| {
        interface.status.skipped.fill(&SkippedRecord {
            name: name_of(&setup.catalogue, &setup.texts, &skipped.platform),
            line: skipped.damage.line.to_string(),
            reason: damage(&skipped.damage, interface),
        })
    };
    let said: Vec<_> = skipped.iter().map(one).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// The most platforms that are named, where more are counted.
const MOST_NAMED: usize = 3;

/// What is said of what was found in place of the checklist that was read or written
/// before. None where there is nothing to say.
pub(super) fn found_words(catalogue: &Catalogue, texts: &Texts, found: &[Found]) -> Option<String> {
    let words = &texts.interface.status;
    let platforms = |ids: &[String], named: &Template<Given>, counted: &Template<Count>| {
        if ids.len() > MOST_NAMED {
            return counted.fill(&Count {
                count: ids.len().to_string(),
            });
        }
        let names: Vec<_> = ids.iter().map(|id| name_of(catalogue, texts, id)).collect();
        named.fill(&Given {
            given: names.join(", "),
        })
    };
    let one = |found: &Found| match found {
        Found::Gone => words.file_gone.to_string(),
        Found::Damaged(path, found) => words.file_damaged.fill(&DamagedFile {
            line: found.line.to_string(),
            reason: damage(found, &texts.interface),
            path: path.display().to_string(),
        }),
        Found::TakenIn(ids) => platforms(ids, &words.taken_in, &words.taken_in_many),
        Found::Restored(ids) => platforms(ids, &words.restored, &words.restored_many),
    };
    let said: Vec<_> = found.iter().map(one).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Says on standard error what was found in place of what a command read, if anything was.
pub(super) fn note_found(setup: &Setup, found: &[Found]) {
    if let Some(words) = found_words(&setup.catalogue, &setup.texts, found) {
        super::note(&words);
    }
}

/// The name of a platform. One that the catalogue does not know may be called anything.
pub(super) fn name_of(catalogue: &Catalogue, texts: &Texts, id: &str) -> String {
    match catalogue.position(id) {
        Some(place) => catalogue.platforms[place].name_in(texts).to_owned(),
        None => id.escape_debug().to_string(),
    }
}

/// Writes changes while a person goes on, and remembers whether the last could not be
/// written: that is reported once more when they leave, where it stays to be read.
pub(super) struct Saving<'a> {
    catalogue: &'a Catalogue,
    today: Today,
    /// None where nothing is to be written.
    pub(super) file: Option<&'a ChecklistFile>,
    failed: RefCell<Option<Problem>>,
}

impl<'a> Saving<'a> {
    pub(super) fn new(setup: &'a Setup, file: Option<&'a ChecklistFile>) -> Self {
        Self {
            catalogue: &setup.catalogue,
            today: setup.today.clone(),
            file,
            failed: RefCell::default(),
        }
    }

    /// Writes a change. None where nothing is to be written; where it fails, the
    /// reason in brief.
    pub(super) fn change(&self, change: &Change, texts: &Texts) -> Option<Result<Saved, String>> {
        match self.file?.change(change, self.today.date()) {
            Ok(changed) => {
                self.failed.take();
                Some(Ok(Saved {
                    found: found_words(self.catalogue, texts, &changed.found),
                    checklist: changed.checklist,
                }))
            }
            Err(error) => {
                let problem = problem::checklist(&error, &texts.interface);
                let reason = problem.message().to_owned();
                self.failed.replace(Some(problem));
                Some(Err(reason))
            }
        }
    }

    /// The end of it all.
    ///
    /// # Errors
    /// If what was last to be written could not be.
    pub(super) fn end(&self) -> Result<(), Problem> {
        self.failed.take().map_or(Ok(()), Err)
    }
}
