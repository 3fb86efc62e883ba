//! `nonmerci list`: the platforms and where the person stands.

use std::collections::BTreeMap;

use serde::Serialize;

use super::checklist;
use super::columns::Align::Left;
use super::columns::Columns;
use super::options::Options;
use super::setup::Setup;
use crate::actions::{old_facts, progress_words, state_brief};
use crate::catalogue::Kind;
use crate::checklist::{Checklist, Record, StateName};
use crate::problem::{self, Problem};
use crate::words::Count;

/// The number of the JSON's layout.
pub(super) const FORMAT: u32 = 1;

#[derive(Serialize)]
struct PlatformList<'a> {
    format: u32,
    lang: &'a str,
    done: usize,
    of: usize,
    minutes_left: usize,
    facts_old: bool,
    platforms: Vec<ListedPlatform<'a>>,
}

#[derive(Serialize)]
struct ListedPlatform<'a> {
    id: &'a str,
    name: &'a str,
    kind: Kind,
    group: &'a str,
    first_five: bool,
    state: &'static str,
    on: Option<String>,
    minutes: usize,
    address: Option<&'a str>,
    checked: String,
    facts_old: bool,
    /// The extra levers that were ticked off, with the day.
    extras: BTreeMap<String, String>,
}

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    states: &[StateName],
    json: bool,
) -> Result<(), Problem> {
    let checklist = load(setup, options)?;
    let overview = setup.overview(&checklist);
    let listed = |place: usize| {
        let state = overview.state(place);
        states.is_empty() || states.iter().any(|name| name.is_of(state))
    };
    if json {
        super::print(setup, &as_json(setup, &checklist, listed))
    } else {
        super::print_text(setup, options, &as_text(setup, &checklist, listed))
    }
}

/// The extra levers that were ticked off, with the day.
fn extras(record: &Record) -> BTreeMap<String, String> {
    let extras = record.extras.iter();
    extras
        .map(|(id, on)| (id.clone(), on.to_string()))
        .collect()
}

/// The checklist, to be looked at only: nothing is set aside or written. Without
/// a place for one, there is none yet.
pub(super) fn load(setup: &Setup, options: &Options) -> Result<Checklist, Problem> {
    match options.file() {
        Ok(file) => {
            let read = file.load_with_skipped();
            let (checklist, skipped) =
                read.map_err(|error| problem::checklist(&error, &setup.texts.interface))?;
            if let Some(words) = checklist::file_words(setup, &file, &checklist, &skipped) {
                super::note(&words);
            }
            Ok(checklist)
        }
        Err(_) => Ok(Checklist::default()),
    }
}

fn as_json(setup: &Setup, checklist: &Checklist, listed: impl Fn(usize) -> bool) -> String {
    let overview = setup.overview(checklist);
    let progress = overview.progress();
    let platforms = setup.catalogue.platforms.iter().enumerate();
    let platforms = platforms.filter(|(place, _)| listed(*place));
    let list = PlatformList {
        format: FORMAT,
        lang: setup.texts.language.tag(),
        done: progress.done,
        of: progress.of,
        minutes_left: progress.minutes,
        facts_old: overview.facts_are_old(),
        platforms: platforms
            .map(|(place, facts)| ListedPlatform {
                id: &facts.id,
                name: facts.name_in(&setup.texts),
                kind: facts.kind,
                group: &facts.group,
                first_five: facts.first_five,
                state: overview.state(place).name(),
                on: checklist.record(&facts.id).on.map(|on| on.to_string()),
                minutes: overview.minutes_due(place),
                // As it is in the list: its other facts need not be read.
                address: facts.first_address.as_deref(),
                checked: facts.checked.to_string(),
                facts_old: overview.is_old(place),
                extras: extras(&checklist.record(&facts.id)),
            })
            .collect(),
    };
    super::to_json(&list)
}

fn as_text(setup: &Setup, checklist: &Checklist, listed: impl Fn(usize) -> bool) -> String {
    let overview = setup.overview(checklist);
    let texts = &setup.texts;
    let platforms = &setup.catalogue.platforms;
    let cells = |place: usize| [&*platforms[place].id, platforms[place].name_in(texts)];
    let columns = Columns::of([Left, Left], (0..platforms.len()).map(cells));
    let progress = progress_words(overview.progress(), texts);
    let mut text = format!("{} · {progress}\n", texts.interface.name);
    if let Some(old) = old_facts(overview, texts) {
        text += &format!("{old}\n");
    }
    for section in &setup.catalogue.sections {
        let places: Vec<_> = section
            .platforms
            .clone()
            .filter(|place| listed(*place))
            .collect();
        if places.is_empty() {
            continue;
        }
        text += &format!("\n{}\n", section.heading.words(texts));
        for place in places {
            let state = overview.state(place);
            let mut words = if overview.is_new(place) {
                texts.interface.states.new.to_string()
            } else {
                state_brief(state, texts)
            };
            if state.is_open() {
                let count = overview.minutes_due(place).to_string();
                words += &format!(" · {}", texts.interface.list.minutes.fill(&Count { count }));
            }
            text += &format!("  {}  {words}\n", columns.row(cells(place)));
        }
    }
    text
}
