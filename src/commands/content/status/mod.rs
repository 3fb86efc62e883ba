//! `nonmerci content status`: how much of each language there is, and which
//! texts the French has left behind.

mod json;
mod text;

use std::path::Path;

use super::{folder, translation, words};
use crate::commands::setup::Setup;
use crate::language::Language;
use crate::outside::files::is_folder;
use crate::problem::{self, Problem};
use crate::translation::{Coverage, Reviewed, TextState, TranslatedText, coverage, texts};

/// A language, and what there is of it.
struct Translation {
    language: Language,
    name: String,
    texts: Vec<TranslatedText>,
    coverage: Coverage,
}

pub(super) fn run(
    setup: &Setup,
    language: Option<&str>,
    missing: bool,
    json: bool,
) -> Result<(), Problem> {
    let words = words(setup)?;
    let dir = folder(setup, &words.refused)?;
    let languages = match language {
        Some(given) => vec![translation(dir, given, &words.refused)?],
        None => {
            let all = setup.catalogue.languages().into_iter();
            let all = all.filter(|language| *language != Language::french());
            all.filter(|language| is_folder(&dir.join(language.tag())))
                .collect()
        }
    };
    let translations = languages
        .into_iter()
        .map(|language| read(setup, dir, language));
    let translations = translations.collect::<Result<Vec<_>, _>>()?;
    let said = if json {
        json::status(&translations)
    } else {
        text::status(setup, dir, &words.status, &translations, missing)
    };
    crate::commands::print(setup, &said)
}

fn read(setup: &Setup, dir: &Path, language: Language) -> Result<Translation, Problem> {
    let unusable = |error| problem::content(&error, &setup.texts.interface);
    let reviewed = Reviewed::load(dir, &language).map_err(unusable)?;
    let texts = texts(setup.catalogue.source(), &language, &reviewed).map_err(unusable)?;
    Ok(Translation {
        name: setup.catalogue.own_name(&language),
        coverage: coverage(&texts),
        texts,
        language,
    })
}

impl Translation {
    fn of<'a>(&'a self, state: &'a TextState) -> impl Iterator<Item = &'a TranslatedText> {
        self.texts.iter().filter(move |text| text.state == *state)
    }

    fn count(&self, state: &TextState) -> usize {
        self.of(state).count()
    }

    fn keys<'a>(&'a self, state: &'a TextState) -> Vec<&'a str> {
        self.of(state).map(|text| text.key.as_str()).collect()
    }

    /// The aged texts, each with the French it was made from.
    fn aged(&self) -> impl Iterator<Item = (&TranslatedText, &str)> {
        self.texts.iter().filter_map(|text| match &text.state {
            TextState::Aged(then) => Some((text, then.as_str())),
            _ => None,
        })
    }
}
