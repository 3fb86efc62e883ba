//! The plan of a workshop, as the commands that need one find it: the built-in ones, or
//! those of a file that was named; and fitted to what was asked for.

use std::io;
use std::path::Path;

use super::setup::Setup;
use crate::catalogue::{PlanScreen, Platform, WorkshopFacts};
use crate::content::ContentError;
use crate::outside::files;
use crate::problem::{self, Problem};
use crate::words::{
    Count, Given, LeastMost, PathReason, PlaceReason, PlatformsMinutes, WorkshopRefused,
    WorkshopWords, reason,
};
use crate::workshop::{Unfit, Wish, fit};

/// No plan is anywhere near this long, in bytes.
const LONGEST: u64 = 1 << 20;

/// The facts of the workshop, with the plans of `file` where one was named. The words of
/// its screens are `words`.
///
/// # Errors
/// If the file cannot be read or is faulty, with what a plan has to look like.
pub(super) fn facts(
    setup: &Setup,
    file: Option<&Path>,
    words: &WorkshopWords,
) -> Result<WorkshopFacts, Problem> {
    let interface = &setup.texts.interface;
    let errors = &interface.errors;
    let Some(path) = file else {
        let facts = setup.catalogue.workshop();
        return facts.map_err(|error| problem::content(&error, interface));
    };
    let name = path.display().to_string();
    let hint = &*words.words.refused.plan_hint;
    let unreadable = |error: &io::Error| {
        let reason = reason(error, interface);
        let path = name.clone();
        let message = errors.content_unreadable.fill(&PathReason { path, reason });
        Problem::failed(message).hint(hint)
    };
    let bytes = files::read(path, LONGEST).map_err(|error| unreadable(&error))?;
    let text = String::from_utf8(bytes);
    let text = text.map_err(|error| unreadable(&io::Error::other(error.to_string())))?;
    let facts = setup.catalogue.workshop_planned(&name, &text, words);
    facts.map_err(|error| match &error {
        ContentError::Faulty { reason, .. } => {
            let (place, reason) = (error.place(), reason.clone());
            let message = errors.content_faulty.fill(&PlaceReason { place, reason });
            Problem::failed(message).hint(hint)
        }
        _ => problem::content(&error, interface),
    })
}

/// The minutes of an evening and its screens: a plan fitted to the minutes and the
/// platforms that were asked for, as they were typed.
///
/// # Errors
/// If none fits, with what would.
pub(super) fn fitted(
    setup: &Setup,
    facts: &WorkshopFacts,
    (given, platforms): (Option<&str>, &[String]),
    refused: &WorkshopRefused,
) -> Result<(u16, Vec<PlanScreen>), Problem> {
    let mut places = Vec::new();
    for given in platforms {
        let place = super::platform(setup, given.trim())?;
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let platforms: Vec<&Platform> = places
        .iter()
        .map(|place| &setup.catalogue.platforms[*place])
        .collect();
    // A value that isn't a number of minutes fits no plan.
    let minutes = given.map(|given| given.parse().unwrap_or(0));
    let wish = Wish { minutes, platforms };
    fit(&facts.plan, &wish).map_err(|unfit| match unfit {
        Unfit::Minutes(least, most) => {
            let given = given.unwrap_or_default().to_owned();
            let problem = Problem::usage(refused.minutes.fill(&Given { given }));
            problem.hint(refused.minutes_hint.fill(&LeastMost {
                least: least.to_string(),
                most: most.to_string(),
            }))
        }
        Unfit::Platforms(platforms, needed) => {
            let shortest = facts.plan.iter().map(|plan| plan.minutes).min();
            let problem = Problem::usage(refused.platforms.fill(&PlatformsMinutes {
                platforms: platforms.to_string(),
                minutes: minutes.or(shortest).unwrap_or(0).to_string(),
            }));
            let count = needed.to_string();
            problem.hint(refused.platforms_hint.fill(&Count { count }))
        }
    })
}
