//! `nonmerci handout`: a page to print, with what to do and the codes for the phone; or
//! the notes for whoever leads a workshop.

use std::io;
use std::path::Path;

use super::setup::{Setup, SetupError};
use crate::catalogue::{Plan, WorkshopFacts};
use crate::cli::{HandoutArguments, HandoutKind};
use crate::language::{Language, known};
use crate::outside::{files, streams};
use crate::problem::{self, Problem};
use crate::takeaway::handout::{Notes, Sheet, Wording};
use crate::takeaway::output::Output;
use crate::words::{Given, LeastMost, PathReason, reason};

/// The longest file with a plan, in bytes.
const LONGEST_PLAN: u64 = 1 << 20;

/// How many platforms a sheet has for whom none are named.
const FIRST: usize = 5;

pub(super) fn run(setup: &Setup, wanted: HandoutArguments) -> Result<(), Problem> {
    let catalogue = &setup.catalogue;
    let interface = &setup.texts.interface;
    let broken = |error| problem::content(&error, interface);
    let mut wordings = vec![Wording::new(catalogue, setup.texts.clone()).map_err(broken)?];
    if let Some(language) = second_language(setup, wanted.second_lang.as_deref())? {
        let texts = catalogue.texts(&language).map_err(broken)?;
        wordings.push(Wording::new(catalogue, texts).map_err(broken)?);
    }
    let facts = facts(setup, wanted.plan.as_deref(), &wordings[0])?;
    let organisation = wanted.organisation.as_deref();
    let html = if wanted.kind == HandoutKind::Notes {
        let notes = Notes {
            catalogue,
            wordings: &wordings,
            facts: &facts,
            plan: plan(&facts, wanted.minutes.as_deref(), &wordings[0])?,
            organisation,
            large: wanted.large,
        };
        notes.html()
    } else {
        let mut platforms = Vec::new();
        if wanted.kind == HandoutKind::Workshop {
            let plan = plan(&facts, wanted.minutes.as_deref(), &wordings[0])?;
            let ids = plan.screen.iter().filter_map(|it| it.platform.as_deref());
            platforms.extend(ids.filter_map(|id| catalogue.position(id)));
        }
        for given in &wanted.platforms {
            platforms.push(super::platform(setup, given)?);
        }
        if platforms.is_empty() {
            platforms.extend(0..catalogue.platforms.len().min(FIRST));
        }
        let sheet = Sheet {
            catalogue,
            wordings: &wordings,
            platforms: &once_each(platforms),
            turn_to: &facts.turn_to,
            organisation,
            large: wanted.large,
            today: setup.today.date(),
        };
        sheet.html()
    };
    let words = &wordings[0].workshop.words.handout;
    let output = Output::new(wanted.output, wanted.force);
    output
        .write(&html)
        .map_err(|error| error.problem(interface))?;
    match output {
        Output::File { path, .. } => {
            let given = path.display().to_string();
            super::note(&words.written.fill(&Given { given }));
        }
        // What scrolls by there is of use to nobody.
        Output::Standard if streams::output_is_terminal() => {
            super::note(&format!("{} {}", interface.errors.hint, words.save_hint));
        }
        Output::Standard => {}
    }
    Ok(())
}

/// The places, each only where it comes first.
fn once_each(places: Vec<usize>) -> Vec<usize> {
    let mut once = Vec::new();
    for place in places {
        if !once.contains(&place) {
            once.push(place);
        }
    }
    once
}

/// The language of the back.
fn second_language(setup: &Setup, given: Option<&str>) -> Result<Option<Language>, Problem> {
    let Some(given) = given else {
        return Ok(None);
    };
    let interface = &setup.texts.interface;
    let available = setup.catalogue.languages();
    let Some(language) = known(given, &available) else {
        let tags: Vec<_> = available.iter().map(Language::tag).collect();
        let error = SetupError::UnknownLanguage {
            given: given.to_owned(),
            origin: "--second-lang".to_owned(),
            known: tags.join(", "),
        };
        return Err(error.problem(interface));
    };
    if language == setup.texts.language {
        let words = &interface.errors;
        let given = given.to_owned();
        return Err(Problem::usage(words.same_language.fill(&Given { given }))
            .hint(&*words.same_language_hint));
    }
    Ok(Some(language))
}

/// The facts of the workshop, with the plans of the file that was named.
fn facts(setup: &Setup, file: Option<&Path>, wording: &Wording) -> Result<WorkshopFacts, Problem> {
    let interface = &setup.texts.interface;
    let Some(path) = file else {
        let facts = setup.catalogue.workshop();
        return facts.map_err(|error| problem::content(&error, interface));
    };
    let name = path.display().to_string();
    let hint = &*wording.workshop.words.refused.plan_hint;
    let unreadable = |error: &io::Error| {
        let reason = reason(error, interface);
        let path = name.clone();
        let message = &interface.errors.content_unreadable;
        Problem::failed(message.fill(&PathReason { path, reason })).hint(hint)
    };
    let bytes = files::read(path, LONGEST_PLAN).map_err(|error| unreadable(&error))?;
    let text = String::from_utf8(bytes);
    let text = text.map_err(|error| unreadable(&io::Error::other(error.to_string())))?;
    let facts = setup
        .catalogue
        .workshop_planned(&name, &text, &wording.workshop);
    facts.map_err(|error| problem::content(&error, interface).hint(hint))
}

/// The plan for so many minutes: the longest that takes no longer. The shortest where
/// no minutes are given.
fn plan<'a>(
    facts: &'a WorkshopFacts,
    given: Option<&str>,
    wording: &Wording,
) -> Result<&'a Plan, Problem> {
    let shortest = facts.plan.iter().map(|plan| plan.minutes).min();
    let minutes = given.map_or(shortest, |given| given.parse().ok());
    let fitting = facts
        .plan
        .iter()
        .filter(|plan| Some(plan.minutes) <= minutes);
    let plan = fitting.max_by_key(|plan| plan.minutes);
    plan.ok_or_else(|| {
        let words = &wording.workshop.words.refused;
        let longest = facts.plan.iter().map(|plan| plan.minutes).max();
        let given = given.unwrap_or_default().to_owned();
        let of = |minutes: Option<u16>| minutes.unwrap_or_default().to_string();
        Problem::usage(words.minutes.fill(&Given { given })).hint(words.minutes_hint.fill(
            &LeastMost {
                least: of(shortest),
                most: of(longest),
            },
        ))
    })
}
