//! What was found so far: each fault once, and none that another explains.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::diagnostic::{Code, Diagnostic};
use super::document::Document;
use crate::inert::spelled_line;

/// No more faults of a file are reported than this: nobody reads on, and a file of
/// nothing but faults must not fill the memory.
pub(super) const MOST: usize = 1000;

/// What was found so far.
#[derive(Default)]
pub(super) struct Report {
    /// In each file, at most [`MOST`]: what was found is asked for file by file.
    found: HashMap<String, FoundIn>,
    /// The faults of the files as such.
    of_files: Vec<Diagnostic>,
}

/// What was found in a file.
#[derive(Default)]
struct FoundIn {
    faults: Vec<Diagnostic>,
    /// How many there are, with those that are not shown.
    count: usize,
    /// The missing keys that were meant by others that nothing reads.
    meant: HashSet<String>,
}

impl Report {
    /// Begins with the faults of the files as such.
    pub(super) fn take(&mut self, faults: &[Diagnostic]) {
        self.of_files.extend_from_slice(faults);
    }

    /// Notes a fault, unless the file is only there to be compared with.
    pub(super) fn add(
        &mut self,
        document: &Document<'_>,
        span: Range<usize>,
        code: Code,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        // What is missing in a file that could not be read whole may be there.
        if !document.given || (code.is_absence() && document.broken) {
            return;
        }
        // Where a text ends is not known on a line that could not be read.
        if code.is_of_text() && document.is_unread(span.start) {
            return;
        }
        // What a language does not have yet is read in others; `content status` counts it.
        if document.is_partial() && (code.is_absence() || code == Code::EmptyText) {
            return;
        }
        let found = self.of(document);
        found.count += 1;
        if found.count < MOST {
            let (message, help) = (message.into(), help.into());
            let fault = document.diagnostic(code, span, message, help);
            found.faults.push(fault);
        } else if found.count == MOST {
            found.faults.push(document.diagnostic(
                Code::TooMany,
                span,
                "there are more faults in this file than are shown".to_owned(),
                "correct some of them, then check again".to_owned(),
            ));
        }
    }

    /// What was found in a file so far.
    fn of(&mut self, document: &Document<'_>) -> &mut FoundIn {
        // Nearly always, something was already.
        if !self.found.contains_key(document.path) {
            let none = FoundIn::default();
            self.found.insert(document.path.to_owned(), none);
        }
        self.found.get_mut(document.path).expect("it is there")
    }

    /// Notes that a key which nothing reads was meant to be `key`: what is misspelt
    /// is not also missing.
    pub(super) fn note_typo_target(&mut self, document: &Document<'_>, key: &str) {
        self.of(document).meant.insert(key.to_owned());
    }

    /// Whether another key was meant to be this one.
    pub(super) fn is_typo_target(&self, document: &Document<'_>, key: &str) -> bool {
        let found = self.found.get(document.path);
        found.is_some_and(|found| found.meant.contains(key))
    }

    /// Whether a fault of this kind was found on the line where `span` begins.
    pub(super) fn has(&self, document: &Document<'_>, span: &Range<usize>, code: Code) -> bool {
        self.says(document, span, code, "")
    }

    /// The same, with a word of its message between backquotes.
    pub(super) fn says(
        &self,
        document: &Document<'_>,
        span: &Range<usize>,
        code: Code,
        word: &str,
    ) -> bool {
        let line = document.line(span.start);
        let quoted = if word.is_empty() {
            String::new()
        } else {
            format!("`{word}`")
        };
        let found = self.found.get(document.path);
        let mut faults = found.into_iter().flat_map(|found| &found.faults);
        faults.any(|fault| {
            fault.code == code && fault.line == line && fault.message.contains(&quoted)
        })
    }

    /// The faults in order, each once.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        let in_files = self.found.into_values().flat_map(|found| found.faults);
        let mut all: Vec<_> = self.of_files.into_iter().chain(in_files).collect();
        for fault in &mut all {
            fault.message = spelled_line(&fault.message).into_owned();
            fault.help = spelled_line(&fault.help).into_owned();
        }
        sort(&mut all);
        all.dedup();
        all
    }
}

/// Puts faults in the order of the files, and of their lines.
pub(super) fn sort(faults: &mut [Diagnostic]) {
    faults.sort_by(|a, b| {
        let place = |fault: &Diagnostic| (fault.line, fault.column, fault.severity(), fault.code);
        a.file.cmp(&b.file).then_with(|| place(a).cmp(&place(b)))
    });
}
