//! `nonmerci mark`: notes where the person stands, without the full screen.

use jiff::civil::Date;

use super::checklist;
use super::options::Options;
use super::setup::Setup;
use crate::catalogue::Kind;
use crate::checklist::{Change, Checklist, Mark, Undo, UndoRecord, Undoable};
use crate::problem::{self, Problem};
use crate::words::{Given, Marked, Name, NameOn};

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    platforms: &[usize],
    mark: Mark,
    on: Option<&str>,
) -> Result<(), Problem> {
    let on = day(setup, mark, on)?;
    let said = platforms.iter().map(|place| said(setup, *place, mark, on));
    let said = said.collect::<String>();
    // What cannot be marked on a screen cannot be marked here.
    let change = |checklist: &Checklist| {
        let overview = setup.overview(checklist);
        let set = |place: &usize| {
            let facts = &setup.catalogue.platforms[*place];
            let record = overview.marked(*place, mark, on).ok_or_else(|| {
                let name = facts.name_in(&setup.texts).to_owned();
                let words = &setup.texts.interface.errors;
                Problem::failed(words.nothing_to_mark.fill(&Name { name }))
            })?;
            Ok(Change::Set {
                platform: facts.id.clone(),
                record,
            })
        };
        let changes: Result<Vec<_>, Problem> = platforms.iter().map(set).collect();
        changes.map(|changes| remembered(checklist, changes))
    };
    if options.no_save() {
        change(&Checklist::default())?;
        super::note(&words(setup).not_saved);
    } else {
        let unusable = |error| problem::checklist(&error, &setup.texts.interface);
        let file = options.file().map_err(unusable)?;
        let (before, told) = checklist::load_file(setup, &file)?;
        if let Some(told) = told {
            super::note(&told);
        }
        let changed = file.change(&change(&before)?, setup.today.date());
        let changed = changed.map_err(unusable)?;
        checklist::tell_of_found(setup, &changed.found);
    }
    super::print(setup, &said)
}

/// Changes of which the last can be undone in the program itself: one alone. Of several,
/// it would be one that nobody made last.
fn remembered(checklist: &Checklist, mut changes: Vec<Change>) -> Change {
    // What says nothing new leaves the last change to be undone.
    changes.retain(|change| match change {
        Change::Set { platform, record } => checklist.get(platform) != Some(record),
        _ => true,
    });
    if changes.is_empty() {
        return Change::Several(changes);
    }
    let last = match changes.as_slice() {
        [Change::Set { platform, record }] => Some(Undo {
            what: Undoable::Mark,
            records: vec![UndoRecord {
                platform: platform.clone(),
                before: checklist.get(platform).cloned(),
                ours: record.clone(),
            }],
        }),
        _ => None,
    };
    changes.push(Change::Remember(last));
    Change::Several(changes)
}

fn words(setup: &Setup) -> &Marked {
    &setup.texts.interface.marked
}

/// What is said of a platform that is now so marked, a line.
fn said(setup: &Setup, platform: usize, mark: Mark, on: Date) -> String {
    let words = words(setup);
    let name = setup.catalogue.platforms[platform].name_in(&setup.texts);
    let name = name.to_owned();
    let date = setup.texts.interface.dates.full(on);
    let said = match mark {
        Mark::Done if setup.catalogue.platforms[platform].kind == Kind::None => {
            words.objected.fill(&NameOn { name, date })
        }
        Mark::Done => words.done.fill(&NameOn { name, date }),
        Mark::Later => words.later.fill(&Name { name }),
        Mark::NotConcerned => words.not_concerned.fill(&Name { name }),
        Mark::NotFound => words.not_found.fill(&NameOn { name, date }),
        Mark::Todo => words.todo.fill(&Name { name }),
    };
    said + "\n"
}

/// The day that was given, or today.
fn day(setup: &Setup, mark: Mark, given: Option<&str>) -> Result<Date, Problem> {
    let Some(given) = given else {
        return Ok(setup.today.date());
    };
    let day = super::day::read(setup, given)?;
    let words = &setup.texts.interface.errors;
    // A clock that shows a day before that of the facts is wrong.
    let facts = setup.catalogue.platforms.iter().map(|facts| facts.checked);
    if day > setup.today.date() && Some(day) > facts.max() {
        let given = setup.texts.interface.dates.full(day);
        let message = words.future_date.fill(&Given { given });
        return Err(Problem::usage(message).hint(&*words.future_date_hint));
    }
    if matches!(mark, Mark::Done | Mark::NotFound) {
        Ok(day)
    } else {
        Err(Problem::usage(&*words.date_needs_done))
    }
}
