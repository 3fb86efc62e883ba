//! `nonmerci handout`: a page to print, with what to do and the codes for the phone; or
//! the notes for whoever leads a workshop.

use super::plan;
use super::setup::{Setup, SetupError};
use crate::cli::{HandoutArguments, HandoutKind};
use crate::language::{Language, known};
use crate::outside::streams;
use crate::problem::{self, Problem};
use crate::takeaway::handout::{Notes, Sheet, Wording};
use crate::words::Given;

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
    let facts = plan::facts(setup, wanted.plan.as_deref(), &wordings[0].workshop)?;
    for wording in &mut wordings {
        wording.lay_over(&facts.screens);
    }
    let refused = &wordings[0].workshop.words.refused;
    let minutes = wanted.minutes.as_deref();
    let organisation = wanted.organisation.as_deref();
    let html = if wanted.kind == HandoutKind::Notes {
        let notes = Notes {
            catalogue,
            wordings: &wordings,
            facts: &facts,
            screens: &plan::fitted(setup, &facts, (minutes, &wanted.platforms), refused)?.1,
            organisation,
            large: wanted.large,
        };
        notes.html()
    } else {
        let mut platforms = Vec::new();
        if wanted.kind == HandoutKind::Workshop {
            let (_, screens) = plan::fitted(setup, &facts, (minutes, &[]), refused)?;
            let ids = screens.iter().filter_map(|it| it.platform.as_deref());
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
    match super::write(setup, (wanted.output, wanted.force), &html)? {
        Some(file) => super::note(&words.written.fill(&file)),
        // What scrolls by there is of use to nobody.
        None if streams::output_is_terminal() => {
            super::note(&format!("{} {}", interface.errors.hint, words.save_hint));
        }
        None => {}
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
