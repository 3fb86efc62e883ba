//! The status as JSON.

use serde::Serialize;

use super::Translation;
use crate::commands::list::FORMAT;
use crate::translation::{Coverage, TextState};

#[derive(Serialize)]
struct StatusReport<'a> {
    format: u32,
    source: &'static str,
    languages: Vec<OfLanguage<'a>>,
}

#[derive(Serialize)]
struct OfLanguage<'a> {
    lang: &'a str,
    name: &'a str,
    texts: usize,
    present: Share,
    reviewed: Share,
    aged: Share,
    aged_texts: Vec<Aged<'a>>,
    unreviewed_texts: Vec<&'a str>,
    surplus_texts: Vec<Surplus<'a>>,
    missing_texts: Vec<&'a str>,
}

/// A count, and its share of all texts of the language, from 0 to 1.
#[derive(Serialize)]
struct Share {
    count: usize,
    share: f64,
}

#[derive(Serialize)]
struct Aged<'a> {
    key: &'a str,
    file: &'a str,
    line: usize,
    then: &'a str,
    now: &'a str,
    text: &'a str,
}

/// A text that the French does not have. Its key alone might name another: an
/// item of a list is counted where it stands.
#[derive(Serialize)]
struct Surplus<'a> {
    key: &'a str,
    file: &'a str,
    line: usize,
    text: &'a str,
}

/// The status as JSON, ending a line.
pub(super) fn status(translations: &[Translation]) -> String {
    let languages = translations.iter().map(|translation| {
        let Coverage {
            texts,
            present,
            reviewed,
            aged,
            ..
        } = translation.coverage;
        OfLanguage {
            lang: translation.language.tag(),
            name: &translation.name,
            texts,
            present: share(present, texts),
            reviewed: share(reviewed, texts),
            aged: share(aged, texts),
            aged_texts: translation
                .aged()
                .map(|(text, then)| Aged {
                    key: &text.key,
                    file: &text.file,
                    line: text.line,
                    then,
                    now: &text.french,
                    text: &text.text,
                })
                .collect(),
            unreviewed_texts: translation.keys(&TextState::Unreviewed),
            surplus_texts: translation
                .of(&TextState::Surplus)
                .map(|text| Surplus {
                    key: &text.key,
                    file: &text.file,
                    line: text.line,
                    text: &text.text,
                })
                .collect(),
            missing_texts: translation.keys(&TextState::Missing),
        }
    });
    crate::commands::to_json(&StatusReport {
        format: FORMAT,
        source: "fr",
        languages: languages.collect(),
    })
}

#[expect(clippy::cast_precision_loss, reason = "there are some thousand texts")]
fn share(count: usize, of: usize) -> Share {
    let share = if of == 0 {
        0.0
    } else {
        count as f64 / of as f64
    };
    Share { count, share }
}
