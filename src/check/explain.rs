//! Why the program refuses content, in the words of the check: it says what to do,
//! and speaks to people who edit texts.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::document::{Role, Words};
use super::{Files, Severity, check};
use crate::content::{Content, ContentError, Source};

impl ContentError {
    /// The same, as the check of the faulty file tells it. What it does not know is
    /// left as it is.
    #[must_use]
    pub fn explained(self, source: &Source, today: Date) -> Self {
        let Self::Faulty { file, .. } = &self else {
            return self;
        };
        // Only what the file is held against: whoever saves wants to see.
        let beside = |path: &str| match (Role::of(path), Role::of(file)) {
            (Role::Catalogue | Role::Story | Role::Workshop, _) => true,
            (Role::Facts(id), Role::Words(_, Words::Prose(of))) => id == of,
            _ => path == file,
        };
        let texts = source.own_files().filter(|path| beside(path));
        let texts: BTreeMap<_, _> = texts
            .filter_map(|path| match source.file(path)? {
                Content::Toml(text) => Some((path.to_owned(), text.to_owned())),
                Content::Json(_) => None,
            })
            .collect();
        let found = check(&Files::of(texts), today);
        let mut errors = found
            .into_iter()
            .filter(|fault| fault.severity() == Severity::Error && fault.file == *file);
        match errors.next() {
            Some(fault) => Self::Faulty {
                file: fault.file,
                line: fault.line,
                reason: format!("{}; {}", fault.message, fault.help),
            },
            None => self,
        }
    }
}
