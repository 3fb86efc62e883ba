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
    found: Vec<Diagnostic>,
    /// How many in each file.
    counts: HashMap<String, usize>,
    /// The missing keys, by file, that were meant by others that nothing reads.
    meant: HashSet<(String, String)>,
}

impl Report {
    /// Begins with the faults of the files as such.
    pub(super) fn take(&mut self, faults: &[Diagnostic]) {
        self.found.extend_from_slice(faults);
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
        let count = match self.counts.get_mut(document.path) {
            Some(count) => count,
            None => self.counts.entry(document.path.to_owned()).or_default(),
        };
        *count += 1;
        if *count < MOST {
            let (message, help) = (message.into(), help.into());
            self.found
                .push(document.diagnostic(code, span, message, help));
        } else if *count == MOST {
            self.found.push(document.diagnostic(
                Code::TooMany,
                span,
                "there are more faults in this file than are shown".to_owned(),
                "mend some, and check again".to_owned(),
            ));
        }
    }

    /// Notes that a key which nothing reads was meant to be `key`: what is misspelt
    /// is not also missing.
    pub(super) fn note_typo_target(&mut self, document: &Document<'_>, key: &str) {
        self.meant
            .insert((document.path.to_owned(), key.to_owned()));
    }

    /// Whether another key was meant to be this one.
    pub(super) fn is_typo_target(&self, document: &Document<'_>, key: &str) -> bool {
        self.meant
            .iter()
            .any(|(path, meant)| path == document.path && *meant == key)
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
        self.found.iter().any(|fault| {
            fault.code == code
                && fault.line == line
                && fault.file == document.path
                && fault.message.contains(&quoted)
        })
    }

    /// The faults in order, each once.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        for fault in &mut self.found {
            fault.message = spelled_line(&fault.message).into_owned();
            fault.help = spelled_line(&fault.help).into_owned();
        }
        self.found.sort_by(|a, b| {
            let place =
                |fault: &Diagnostic| (fault.line, fault.column, fault.severity(), fault.code);
            a.file.cmp(&b.file).then_with(|| place(a).cmp(&place(b)))
        });
        self.found.dedup();
        self.found
    }
}
