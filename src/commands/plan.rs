//! The plan of a workshop, as the commands that need one find it: the built-in ones, or
//! those of a file that was named.

use std::io;
use std::path::Path;

use super::setup::Setup;
use crate::catalogue::WorkshopFacts;
use crate::content::ContentError;
use crate::outside::files;
use crate::problem::{self, Problem};
use crate::words::{PathReason, PlaceReason, WorkshopWords, reason};

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
