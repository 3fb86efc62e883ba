//! Sentences written twice: they belong in `kinds.toml`, or want other words.

use std::collections::HashMap;

use super::content_set::ContentSet;
use super::diagnostic::Code;
use super::document::{Document, Entry};
use super::report::Report;
use crate::content::files::{FileKind, WordsFile};

/// Shorter ones are commands such as "Open the settings", in words: they have to
/// be the same.
const SHORTEST: usize = 6;

pub(super) fn check(content: &ContentSet<'_>, report: &mut Report) {
    for language in content.languages() {
        let of_language = |kind: FileKind<'_>| match kind {
            FileKind::Words(own, WordsFile::Kinds | WordsFile::Prose(_)) => own == language.tag(),
            _ => false,
        };
        if content.given().any(|document| of_language(document.kind)) {
            repeated(content.those(|kind, _| of_language(kind)), report);
        }
    }
}

fn repeated<'t, 'a: 't>(files: impl Iterator<Item = &'t Document<'a>>, report: &mut Report) {
    let mut seen: HashMap<&str, (&Document<'_>, std::ops::Range<usize>)> = HashMap::new();
    for document in files {
        for (sentence, span) in sentences(document) {
            let Some((first, first_span)) = seen.get(sentence) else {
                seen.insert(sentence, (document, span));
                continue;
            };
            if matches!(first.kind, FileKind::Words(_, WordsFile::Kinds))
                && first.path == document.path
            {
                continue;
            }
            // Reported where somebody can mend it.
            let ((here, span), (there, other)) = if document.given {
                ((document, span), (*first, first_span.clone()))
            } else {
                ((*first, first_span.clone()), (document, span))
            };
            report.add(
                here,
                span,
                Code::RepeatedSentence,
                format!(
                    "this sentence also stands in {}, line {}",
                    there.path,
                    there.line(other.start)
                ),
                "say it differently; what is the same for a whole kind of platform belongs in kinds.toml",
            );
        }
    }
}

/// The sentences of a file, each with its place, in the order of the file.
fn sentences<'t>(document: &'t Document<'_>) -> Vec<(&'t str, std::ops::Range<usize>)> {
    let mut found = Vec::new();
    let mut entries: Vec<Entry<'t>> = document.strings();
    entries.sort_unstable_by_key(|entry| entry.span.start);
    for entry in &entries {
        let mut from = 0;
        for piece in entry.text.split_inclusive(['.', '!', '?', '…', ':', ';']) {
            let start = from + piece.len() - piece.trim_start().len();
            from += piece.len();
            let sentence = piece.trim();
            if sentence.split_whitespace().count() >= SHORTEST {
                let span = entry.within(start..start + sentence.len());
                found.push((sentence, span));
            }
        }
    }
    found
}
