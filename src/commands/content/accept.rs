//! `nonmerci content accept`: marks translated texts as reviewed against the
//! French of today.

use super::{folder, translation, words};
use crate::commands::setup::Setup;
use crate::problem::{self, Problem};
use crate::translation::{Reviewed, accept, texts};
use crate::words::{Count, CountOfLanguage, Given, KnownOnes};

/// How many of the texts that cannot be marked are named.
const NAMED: usize = 5;

pub(super) fn run(
    setup: &Setup,
    language: &str,
    keys: &[String],
    all: bool,
) -> Result<(), Problem> {
    let words = words(setup)?;
    let dir = folder(setup, &words.refused)?;
    let language = translation(dir, language, &words.refused)?;
    if keys.is_empty() && !all {
        let message = words.refused.nothing_named.to_string();
        return Err(Problem::usage(message).hint(&*words.refused.nothing_named_hint));
    }
    let unusable = |error| problem::content(&error, &setup.texts.interface);
    let source = setup.catalogue.source();
    let mut reviewed = Reviewed::load(dir, &language).map_err(unusable)?;
    let there = texts(source, &language, &reviewed).map_err(unusable)?;
    let unknown = keys
        .iter()
        .find(|key| !there.iter().any(|text| names(key, &text.key)));
    if let Some(unknown) = unknown {
        let given = unknown.clone();
        let message = words.refused.unknown_key.fill(&Given { given });
        return Err(Problem::usage(message).hint(&*words.refused.unknown_key_hint));
    }
    let named = |text: &str| all || keys.iter().any(|key| names(key, text));
    let result = accept(source, &language, &mut reviewed, named);
    let (accepted, left) = result.map_err(unusable)?;
    if accepted == 0 && !left.is_empty() {
        let mut known = left
            .iter()
            .take(NAMED)
            .cloned()
            .collect::<Vec<_>>()
            .join(", ");
        if left.len() > NAMED {
            known += ", …";
        }
        let message = words.refused.not_acceptable.fill(&KnownOnes { known });
        return Err(Problem::failed(message).hint(&*words.refused.not_acceptable_hint));
    }
    reviewed.save(dir, &language).map_err(unusable)?;
    if !left.is_empty() {
        let count = Count {
            count: left.len().to_string(),
        };
        let said = words
            .accept
            .left
            .fill(&setup.texts.language, left.len(), &count);
        crate::commands::note(&said);
    }
    let count = CountOfLanguage {
        count: accepted.to_string(),
        language: setup.catalogue.own_name(&language),
    };
    let done = words
        .accept
        .done
        .fill(&setup.texts.language, accepted, &count);
    crate::commands::print(setup, &format!("{done}\n"))
}

/// Whether a key, or the beginning of one, names the text `text`.
fn names(key: &str, text: &str) -> bool {
    let key = key.trim_end_matches([':', '.', '/']);
    text.strip_prefix(key)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '.', '/']))
}
