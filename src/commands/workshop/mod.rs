//! `nonmerci workshop`: an evening for a room. Reads what was asked for, and opens a
//! window.

mod shared;
mod stand;
mod window;

use std::path::Path;
use std::rc::Rc;

use jiff::civil::{DateTime, Time};

use super::options::Options;
use super::plan;
use super::setup::Setup;
use crate::catalogue::WorkshopFacts;
use crate::cli::WorkshopArguments;
use crate::language::{Language, known};
use crate::outside::{clock, environment, files, streams};
use crate::problem::{self, Problem};
use crate::words::{FileReason, Given, GivenFrom, KnownOnes, WorkshopRefused, reason};
use crate::workshop::Round;
use crate::workshop::{
    FORMAT, MOST_PEOPLE, Model, Phase, Position, SummaryFormat, Way, Window, Wording,
};
use shared::Shared;

/// How many seconds a screen can stay that goes round by itself.
const SECONDS: std::ops::RangeInclusive<i64> = 5..=3600;

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    wanted: &WorkshopArguments,
) -> Result<(), Problem> {
    let catalogue = &setup.catalogue;
    let interface = &setup.texts.interface;
    let broken = |error| problem::content(&error, interface);
    let words = Wording::new(catalogue, &setup.texts.language).map_err(broken)?;
    let refused = &words.workshop.words.refused;
    let facts = plan::facts(setup, wanted.plan.as_deref(), &words.workshop)?;
    let facts = Rc::new(facts);
    let now = clock::now();
    let position = position(setup, wanted, &words, &facts, now)?;
    summary(setup, wanted, refused)?;
    let seconds = seconds(wanted, refused)?;
    let full = streams::output_is_terminal() && streams::input_is_terminal();
    if options.plain || environment::dumb_terminal() || !full {
        return Err(Problem::failed(&*refused.no_terminal).hint(&*refused.no_terminal_hint));
    }
    if let Some(seconds) = seconds {
        let mut model = Model::new(
            catalogue.clone(),
            facts,
            words.clone(),
            position,
            Window::Stand,
        );
        model.now = now;
        let round = Round::new(model, seconds);
        if round.is_empty() {
            return Err(Problem::failed(&*refused.no_round).hint(&*refused.no_round_hint));
        }
        return stand::run(setup, options, round);
    }
    let kind = if wanted.notes {
        Window::Notes
    } else {
        Window::Wall
    };
    let shared = Shared::open(kind);
    if let (Err(error), Window::Notes) = (&shared, kind) {
        let values = FileReason {
            file: environment::text("XDG_RUNTIME_DIR").unwrap_or_default(),
            reason: reason(error, interface),
        };
        let problem = Problem::failed(refused.folder.fill(&values));
        return Err(problem.hint(&*refused.folder_hint));
    }
    let asked = setup.lang_given.then(|| position.language.clone());
    let asked = (asked, position.second.clone());
    let mut model = Model::new(catalogue.clone(), facts, words, position, kind);
    model.asked = asked;
    model.now = now;
    model.summary.clone_from(&wanted.summary);
    model.replace = wanted.force;
    window::run(setup, options, model, shared, is_planned(wanted))
}

/// Whether anything was asked for of how the evening is to go.
fn is_planned(wanted: &WorkshopArguments) -> bool {
    let options = [&wanted.minutes, &wanted.people, &wanted.start];
    options.into_iter().any(Option::is_some)
        || wanted.plan.is_some()
        || !wanted.platforms.is_empty()
}

/// Where the workshop begins: the plan fitted to what was asked for.
fn position(
    setup: &Setup,
    wanted: &WorkshopArguments,
    words: &Wording,
    facts: &WorkshopFacts,
    now: DateTime,
) -> Result<Position, Problem> {
    let refused = &words.workshop.words.refused;
    let minutes = wanted.minutes.as_deref();
    let (minutes, screens) = plan::fitted(setup, facts, (minutes, &wanted.platforms), refused)?;
    let people = wanted.people.as_ref().map(|given| {
        let people = given.parse::<u16>().ok();
        let people = people.filter(|people| (1..=MOST_PEOPLE).contains(people));
        people.ok_or_else(|| {
            let given = given.clone();
            Problem::usage(refused.people.fill(&Given { given })).hint(&*refused.people_hint)
        })
    });
    let start = wanted.start.as_ref().map(|given| {
        time(given).ok_or_else(|| {
            let given = given.clone();
            Problem::usage(refused.start.fill(&Given { given })).hint(&*refused.start_hint)
        })
    });
    Ok(Position {
        format: FORMAT,
        change: 0,
        opened: now,
        language: setup.texts.language.tag().to_owned(),
        second: second(setup, wanted)?.map(|language| language.tag().to_owned()),
        people: people.transpose()?,
        way: Way::default(),
        minutes,
        start: start.transpose()?,
        screens,
        own: facts.screens.clone(),
        dropped: Vec::new(),
        phase: Phase::Preflight,
        cursor: crate::workshop::Cursor::default(),
        aside: None,
        cover: None,
        begun: None,
        entered: now,
        hands: std::collections::BTreeMap::new(),
        parked: Vec::new(),
    })
}

/// A time of the day as people type it: `19:30`, `19.30`, `19h30`, `19`.
fn time(given: &str) -> Option<Time> {
    let given = given.trim();
    let (hour, minute) = given
        .split_once([':', '.', 'h', 'H'])
        .unwrap_or((given, "0"));
    let minute = if minute.is_empty() { "0" } else { minute };
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// The second language that was asked for.
fn second(setup: &Setup, wanted: &WorkshopArguments) -> Result<Option<Language>, Problem> {
    let Some(given) = &wanted.second_lang else {
        return Ok(None);
    };
    let available = setup.catalogue.languages();
    known(given, &available).map(Some).ok_or_else(|| {
        let words = &setup.texts.interface.errors;
        let known: Vec<_> = available.iter().map(Language::tag).collect();
        let message = words.unknown_language.fill(&GivenFrom {
            given: given.clone(),
            origin: "--second-lang".to_owned(),
        });
        let known = known.join(", ");
        Problem::usage(message).hint(words.unknown_language_hint.fill(&KnownOnes { known }))
    })
}

/// Whether the summary can go where it was asked to: said now, not after an evening.
fn summary(
    setup: &Setup,
    wanted: &WorkshopArguments,
    refused: &WorkshopRefused,
) -> Result<(), Problem> {
    let Some(path) = &wanted.summary else {
        return Ok(());
    };
    let given = || Given {
        given: path.display().to_string(),
    };
    if SummaryFormat::of(path).is_none() {
        let problem = Problem::usage(refused.summary_ending.fill(&given()));
        return Err(problem.hint(&*refused.summary_ending_hint));
    }
    if files::is_there(path) && !wanted.force {
        let problem = Problem::failed(refused.summary_exists.fill(&given()));
        return Err(problem.hint(&*refused.summary_exists_hint));
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    if let Err(error) = files::try_folder(folder) {
        let values = FileReason {
            file: folder.display().to_string(),
            reason: reason(&error, &setup.texts.interface),
        };
        let problem = Problem::failed(refused.summary_unwritable.fill(&values));
        return Err(problem.hint(&*refused.summary_unwritable_hint));
    }
    Ok(())
}

/// How many seconds each screen stays that goes round by itself, if any do.
fn seconds(wanted: &WorkshopArguments, refused: &WorkshopRefused) -> Result<Option<i64>, Problem> {
    let Some(given) = &wanted.round else {
        return Ok(None);
    };
    let seconds = given.parse().ok();
    let seconds = seconds.filter(|seconds| SECONDS.contains(seconds));
    let given = || Given {
        given: given.clone(),
    };
    let refused = || Problem::usage(refused.seconds.fill(&given())).hint(&*refused.seconds_hint);
    seconds.map(Some).ok_or_else(refused)
}
