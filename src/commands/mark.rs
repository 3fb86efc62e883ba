//! `nonmerci mark`: notes where the person stands, without the full screen.

use jiff::civil::Date;

use super::checklist;
use super::options::Options;
use super::setup::Setup;
use crate::catalogue::Address;
use crate::checklist::{Change, Mark};
use crate::problem::{self, Problem};
use crate::words::{Given, Name, NameOn};

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    platform: usize,
    mark: Mark,
    on: Option<&str>,
) -> Result<(), Problem> {
    let on = day(setup, mark, on)?;
    let facts = &setup.catalogue.platforms[platform];
    let words = &setup.texts.interface.marked;
    let name = facts.name_in(&setup.texts).to_owned();
    let said = match mark {
        Mark::Done => words.done.fill(&NameOn {
            name,
            date: setup.texts.interface.dates.full(on),
        }),
        Mark::Later => words.later.fill(&Name { name }),
        Mark::NotConcerned => words.not_concerned.fill(&Name { name }),
        Mark::NotFound => words.not_found.fill(&NameOn {
            name,
            date: setup.texts.interface.dates.full(on),
        }),
        Mark::Todo => words.todo.fill(&Name { name }),
    };
    if options.no_save() {
        super::note(&words.not_saved);
    } else {
        let unusable = |error| problem::checklist(&error, &setup.texts.interface);
        let file = options.file().map_err(unusable)?;
        let (before, set_aside) = checklist::load_file(setup, &file)?;
        if let Some(set_aside) = set_aside {
            super::note(&set_aside);
        }
        let address = facts.main_address().map(Address::as_str);
        let before = before.record(&facts.id);
        let change = Change::Set {
            platform: facts.id.clone(),
            record: before.marked(mark, on, address, facts.checked),
        };
        file.change(&change).map_err(unusable)?;
    }
    super::print(setup, &format!("{said}\n"))
}

/// The day that was given, or today.
fn day(setup: &Setup, mark: Mark, given: Option<&str>) -> Result<Date, Problem> {
    let Some(given) = given else {
        return Ok(setup.today.date());
    };
    let day = super::day::read(setup, given)?;
    let words = &setup.texts.interface.errors;
    if day > setup.today.date() {
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
