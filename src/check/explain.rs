//! Why the program refuses content, in the words of the check: it says what to do,
//! and speaks to people who edit texts.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Files, Severity, check};
use crate::content::files::{FileKind, WordsFile};
use crate::content::{ContentError, Source};

/// The error as the check of the faulty file words it. What the check does not know is
/// left as it is.
#[must_use]
pub fn explained(error: ContentError, source: &Source, today: Date) -> ContentError {
    let ContentError::Faulty { file, .. } = &error else {
        return error;
    };
    // Of the others, only what the file is compared with: whoever saves is waiting.
    let beside = |path: &str| match (FileKind::of(path), FileKind::of(file)) {
        (
            FileKind::Catalogue
            | FileKind::Story
            | FileKind::Reports
            | FileKind::Unlisted
            | FileKind::Workshop
            | FileKind::Addressees,
            _,
        ) => true,
        (FileKind::Facts(id), FileKind::Words(_, WordsFile::Prose(of))) => id == of,
        _ => path == file,
    };
    let texts = source.own_files().filter(|path| beside(path));
    let texts: BTreeMap<_, _> = texts
        .filter_map(|path| Some((path.to_owned(), source.file(path)?.to_owned())))
        .collect();
    let found = check(&Files::of(texts), today).into_iter();
    let fault = found
        .filter(|fault| fault.severity() == Severity::Error)
        .find(|fault| fault.file == *file);
    match fault {
        Some(fault) => ContentError::Faulty {
            file: fault.file,
            line: fault.line,
            reason: format!("{}; {}", fault.message, fault.help),
        },
        None => error,
    }
}
