//! `nonmerci content`: what those who look after the texts and facts need.

mod accept;
mod check;
mod new;
mod status;
mod urls;

use std::path::Path;

use clap::ArgMatches;

use super::options::Options;
use super::setup::Setup;
use crate::catalogue::{LanguageFolder, Refused, Translating};
use crate::language::Language;
use crate::problem::Problem;

/// Whether these arguments ask for the check, which needs no faultless content.
pub(super) fn is_check(parsed: &ArgMatches) -> bool {
    let content = parsed.subcommand_matches("content");
    content.is_some_and(|content| content.subcommand_name() == Some("check"))
}

pub(super) fn run(setup: &Setup, options: &Options, parsed: &ArgMatches) -> Result<(), Problem> {
    match parsed.subcommand() {
        Some(("check", check)) => check::run(setup, options, check),
        Some(("new", new)) => new::run(setup, new),
        Some(("status", status)) => status::run(setup, status),
        Some(("accept", accept)) => accept::run(setup, accept),
        Some(("urls", urls)) => urls::run(setup, urls.get_flag("json")),
        // The parser has refused anything else.
        _ => Ok(()),
    }
}

/// What is said to translators, in the reader's language.
fn words(setup: &Setup) -> Result<Translating, Problem> {
    let words = setup.catalogue.translating(&setup.texts.language);
    words.map_err(Problem::Content)
}

/// The folder of texts that was given.
fn folder<'a>(setup: &'a Setup, words: &Refused) -> Result<&'a Path, Problem> {
    setup
        .folder
        .as_deref()
        .ok_or_else(|| refused(true, words.no_folder.to_string(), &words.no_folder_hint))
}

/// The language of a translation that has a folder in `dir`.
fn translation(dir: &Path, given: &str, words: &Refused) -> Result<Language, Problem> {
    let language = Language::new(given);
    if language == Language::french() {
        return Err(refused(true, words.source.to_string(), &words.source_hint));
    }
    if Language::well_formed(given).is_none() || !dir.join(language.tag()).is_dir() {
        let place = LanguageFolder {
            tag: given.to_owned(),
            folder: dir.display().to_string(),
        };
        let hint = words.no_such_folder_hint.fill(&place);
        return Err(refused(true, words.no_such_folder.fill(&place), &hint));
    }
    Ok(language)
}

fn refused(usage: bool, message: String, hint: &str) -> Problem {
    let hints = vec![hint.to_owned()];
    Problem::Refused {
        message,
        hints,
        usage,
    }
}
