//! `nonmerci content new`: a folder to begin a new language in.

use std::fmt::Write as _;
use std::path::Path;

use super::words;
use crate::commands::quoted;
use crate::commands::setup::Setup;
use crate::language::{Language, forms_needed};
use crate::problem::{self, Problem};
use crate::translation::{StartError, Starter};
use crate::words::{Chain, Example, Folder, FolderCount, Forms, Given, Readme, Tag, Translating};

pub(super) fn run(setup: &Setup, given: &str, dir: &Path) -> Result<(), Problem> {
    let words = words(setup)?;
    let language = language(given, &words)?;
    let unusable = |error| problem::content(&error, &setup.texts.interface);
    let source = setup.catalogue.source();
    let starter = Starter::new(source, &language, &words.new.chain);
    let mut starter = starter.map_err(unusable)?;
    starter.set_readme(readme(&words.readme, &language, &starter.chain, dir));
    let folder = starter.write(dir).map_err(|error| match error {
        StartError::Content(error) => unusable(error),
        StartError::Exists(path) => {
            let folder = path.display().to_string();
            let message = words.refused.exists.fill(&Folder { folder });
            Problem::failed(message).hint(&*words.refused.exists_hint)
        }
    })?;
    let made = words.new.made.fill(&FolderCount {
        folder: folder.display().to_string(),
        count: starter.texts.to_string(),
    });
    let see = see(&language, dir);
    crate::commands::print(setup, &format!("{made}\n{}\n{see}\n", words.new.next))
}

/// The language that was named, which must not be there yet.
fn language(given: &str, words: &Translating) -> Result<Language, Problem> {
    let words = &words.refused;
    let given = given.to_owned();
    let Some(language) = Language::well_formed(&given) else {
        let message = words.not_a_language.fill(&Given { given });
        return Err(Problem::usage(message).hint(&*words.not_a_language_hint));
    };
    if language.is_built_in() {
        let given = Given { given };
        let message = words.built_in.fill(&given);
        return Err(Problem::usage(message).hint(words.built_in_hint.fill(&given)));
    }
    Ok(language)
}

/// The command that shows the program in the new language.
fn see(language: &Language, dir: &Path) -> String {
    format!("nonmerci --content {} --lang {language}", quoted(dir))
}

fn readme(words: &Readme, language: &Language, chain: &[Language], dir: &Path) -> String {
    let tag = language.tag().to_owned();
    let chain: Vec<_> = chain.iter().map(Language::tag).collect();
    let dir_name = quoted(dir);
    let mut text = format!("# {}\n\n{}\n", words.title.fill(&Tag { tag }), words.intro);
    let points = [
        (words.begin.to_string(), None),
        (
            words.entries.to_string(),
            Some("# Chercher:\nsearch = \"\"".to_owned()),
        ),
        (words.see.to_string(), Some(see(language, dir))),
        (
            words.chain.fill(&Chain {
                chain: format!("{language} → {}", chain.join(" → ")),
            }),
            None,
        ),
        (
            words.placeholders.fill(&Example {
                example: "{name}".to_owned(),
            }),
            None,
        ),
        (
            words.plurals.fill(&Forms {
                forms: forms_needed(language).join(", "),
            }),
            None,
        ),
        (words.style.to_string(), None),
        (
            words.check.to_string(),
            Some(format!("nonmerci content check {dir_name}")),
        ),
        (
            words.status.to_string(),
            Some(format!(
                "nonmerci content status {language} --content {dir_name}"
            )),
        ),
        (words.reviewed.to_string(), None),
    ];
    for (number, (point, code)) in points.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\n{}. {point}", number + 1);
        if let Some(code) = code {
            let code = code.replace('\n', "\n   ");
            let _ = writeln!(text, "\n   ```text\n   {code}\n   ```");
        }
    }
    text
}
