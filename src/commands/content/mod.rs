//! `nonmerci content`: what those who look after the texts and facts need.

mod accept;
mod check;
mod new;
mod schema;
mod status;
mod urls;

use std::path::Path;

use super::options::Options;
use super::quoted;
use super::setup::Setup;
use crate::cli::ContentCommand;
use crate::language::Language;
use crate::outside::files::is_folder;
use crate::problem::{self, Problem};
use crate::words::{LanguageFolder, Refused, Translating};

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    command: ContentCommand,
) -> Result<(), Problem> {
    match command {
        ContentCommand::Check { dir, strict, json } => {
            check::run(setup, options, dir, strict, json)
        }
        ContentCommand::New { language, dir } => new::run(setup, &language, &dir),
        ContentCommand::Status {
            language,
            missing,
            json,
        } => status::run(setup, language.as_deref(), missing, json),
        ContentCommand::Accept {
            language,
            keys,
            all,
        } => accept::run(setup, &language, &keys, all),
        ContentCommand::Urls { json } => urls::run(setup, json),
        ContentCommand::Schema { output } => schema::run(setup, output.as_deref()),
    }
}

/// What is said to translators, in the reader's language.
fn words(setup: &Setup) -> Result<Translating, Problem> {
    let words = setup.catalogue.translating(&setup.texts.language);
    words.map_err(|error| problem::content(&error, &setup.texts.interface))
}

/// The folder of texts that was given.
fn folder<'a>(setup: &'a Setup, words: &Refused) -> Result<&'a Path, Problem> {
    let folder = setup.folder.as_deref();
    folder.ok_or_else(|| Problem::usage(&*words.no_folder).hint(&*words.no_folder_hint))
}

/// The language of a translation that has a folder in `dir`.
fn translation(dir: &Path, given: &str, words: &Refused) -> Result<Language, Problem> {
    let language = Language::new(given);
    if language == Language::french() {
        return Err(Problem::usage(&*words.source).hint(&*words.source_hint));
    }
    if Language::well_formed(given).is_none() || !is_folder(&dir.join(language.tag())) {
        let place = |folder| LanguageFolder {
            tag: given.to_owned(),
            folder,
        };
        let message = words.no_such_folder.fill(&place(dir.display().to_string()));
        let hint = words.no_such_folder_hint.fill(&place(quoted(dir)));
        return Err(Problem::usage(message).hint(hint));
    }
    Ok(language)
}
