//! `nonmerci mark`: notes where the person stands, without the full screen.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;

use jiff::civil::Date;

use super::checklist;
use super::options::Options;
use super::setup::Setup;
use crate::checklist::{Change, Checklist, Mark, Undo, UndoRecord, Undoable};
use crate::problem::{self, Problem};
use crate::words::{Given, Id, Marked, Name, NameOn};

/// What is to be marked, as it was typed.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    pub(super) platforms: &'a [String],
    pub(super) mark: Mark,
    pub(super) on: Option<&'a str>,
    /// The whole command line, the program's own name first.
    pub(super) arguments: &'a [OsString],
}

pub(super) fn run(setup: &Setup, options: &Options, asked: &Asked<'_>) -> Result<(), Problem> {
    let mark = asked.mark;
    let known = |given: &String| super::platform(setup, given);
    let (places, unknown) = parted(asked.platforms, known);
    if let Some((_, problem)) = unknown.first() {
        return Err(asked.without(&unknown, problem.clone(), setup));
    }
    let on = day(setup, mark, asked.on)?;
    let mut said_of = BTreeSet::new();
    let once = places.iter().filter(|place| said_of.insert(**place));
    let said = once.map(|place| said(setup, *place, mark, on));
    let said = said.collect::<String>();
    // What cannot be marked on a screen cannot be marked here.
    let change = |checklist: &Checklist| {
        let overview = setup.overview(checklist);
        let set = |place: usize| {
            let facts = &setup.catalogue.platforms[place];
            let record = overview.marked(place, mark, on);
            let record = record.ok_or_else(|| nothing_to_mark(setup, place))?;
            Ok(Change::Set {
                platform: facts.id.clone(),
                record,
            })
        };
        let named: Vec<_> = asked.platforms.iter().zip(&places).collect();
        let (changes, refused) = parted(&named, |(_, place)| set(**place));
        match refused.first() {
            None => Ok(remembered(checklist, changes)),
            Some((_, problem)) => {
                let refused: Vec<_> = refused
                    .iter()
                    .map(|((given, _), problem)| (*given, problem.clone()))
                    .collect();
                Err(asked.without(&refused, problem.clone(), setup))
            }
        }
    };
    if options.no_save() {
        change(&Checklist::default())?;
        super::note(&words(setup).not_saved);
    } else {
        let unusable = |error| problem::checklist(&error, &setup.texts.interface);
        let file = options.file().map_err(unusable)?;
        let (before, words) = checklist::load_file(setup, &file)?;
        if let Some(words) = words {
            super::note(&words);
        }
        let changed = file.change(&change(&before)?, setup.today.date());
        let changed = changed.map_err(unusable)?;
        checklist::note_found(setup, &changed.found);
    }
    super::print(setup, &said)
}

/// What comes of each, and those that nothing comes of, with the reason.
fn parted<'a, T, R>(
    all: &'a [T],
    each: impl Fn(&'a T) -> Result<R, Problem>,
) -> (Vec<R>, Vec<(&'a T, Problem)>) {
    let (mut done, mut refused) = (Vec::new(), Vec::new());
    for one in all {
        match each(one) {
            Ok(result) => done.push(result),
            Err(problem) => refused.push((one, problem)),
        }
    }
    (done, refused)
}

impl Asked<'_> {
    /// The problem with the command that marks all but these platforms, if any are left:
    /// of several, one that cannot be marked leaves all as they were.
    fn without(&self, refused: &[(&String, Problem)], problem: Problem, setup: &Setup) -> Problem {
        if refused.len() == self.platforms.len() {
            return problem;
        }
        let is_refused = |typed: &&OsString| {
            let typed = typed.to_str();
            refused
                .iter()
                .any(|(given, _)| typed == Some(given.as_str()))
        };
        let typed = self.arguments.iter().skip(1);
        let kept = typed.filter(|typed| !is_refused(typed));
        let kept = kept.map(|typed| super::quoted(Path::new(typed)));
        let command: Vec<_> = ["nonmerci".to_owned()].into_iter().chain(kept).collect();
        let words = &setup.texts.interface.errors;
        problem
            .hint(&*words.mark_the_rest)
            .command(command.join(" "))
    }
}

/// That a platform has nothing to tick off, and what shows what it has.
fn nothing_to_mark(setup: &Setup, platform: usize) -> Problem {
    let facts = &setup.catalogue.platforms[platform];
    let words = &setup.texts.interface.errors;
    let name = facts.name_in(&setup.texts).to_owned();
    let id = facts.id.clone();
    Problem::usage(words.nothing_to_mark.fill(&Name { name }))
        .hint(words.show_hint.fill(&Id { id }))
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
    let facts = &setup.catalogue.platforms[platform];
    let name = facts.name_in(&setup.texts).to_owned();
    let date = setup.texts.interface.dates.full(on);
    let said = match mark {
        // What asks for nothing is done with an objection alone, and never to do.
        Mark::Done if !facts.kind.asks() => words.objected.fill(&NameOn { name, date }),
        Mark::Done => words.done.fill(&NameOn { name, date }),
        Mark::Later => words.later.fill(&Name { name }),
        Mark::NotConcerned => words.not_concerned.fill(&Name { name }),
        Mark::NotFound => words.not_found.fill(&NameOn { name, date }),
        Mark::Todo if !facts.kind.asks() => words.unmarked.fill(&Name { name }),
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
        Err(Problem::usage(&*words.date_needs_done).hint(&*words.date_needs_done_hint))
    }
}
