//! The check of the content: every fault of every file, each with its place and
//! its remedy. Nothing is printed here.

mod addressees;
mod addresses;
mod age;
mod characters;
mod content_set;
mod diagnostic;
mod document;
mod explain;
mod facts;
mod files;
mod fit;
mod ids;
mod keys;
mod line_index;
mod list;
mod markup;
mod names;
mod placeholders;
mod plurals;
mod prose;
mod quotes;
mod read;
mod recovery;
mod report;
mod schema;
mod sentences;
mod story;
mod syntax;
mod translation;
mod typography;
mod unlisted;
mod workshop;

pub use age::{OLD, longest_ago};
pub use diagnostic::{Code, Diagnostic, Severity};
pub use explain::explained;
pub use files::Files;
pub use schema::{FileSchema, schemas};

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::content::files::FileKind;
use crate::content::read::{READER_FAILED, TAKE_BACK};
use crate::guard::guard;
use content_set::ContentSet;
use document::Document;
use read::Read;
use report::Report;

/// Everything that is wrong with the files, as of the day `today`, in the order
/// of the files and their lines. What they lack is taken from the built-in
/// content, which is itself only checked where it is among them.
///
/// A file at which a crate panics is named, and the others are checked without it.
#[must_use]
pub fn check(files: &Files, today: Date) -> Vec<Diagnostic> {
    let guarded = |files: &Files| guard("", |_| check_all(files, today));
    guarded(files).unwrap_or_else(|_| {
        let (sound, failing) = files.parted(|file| guarded(file).is_ok());
        let failed = failing.into_iter().map(|path| {
            let (what, remedy) = (READER_FAILED.to_owned(), TAKE_BACK.to_owned());
            Diagnostic::of_file(Code::Unreadable, &path, what, remedy)
        });
        let mut found: Vec<_> = guarded(&sound).unwrap_or_default();
        found.extend(failed);
        report::sort(&mut found);
        found
    })
}

fn check_all(files: &Files, today: Date) -> Vec<Diagnostic> {
    let texts = files.texts.iter();
    let repaired = texts.filter_map(|(path, text)| Some((path.as_str(), recovery::repair(text)?)));
    let repaired: BTreeMap<_, _> = repaired.collect();
    let content = ContentSet::new(files, &repaired);
    let mut report = Report::default();
    report.take(&files.faults);
    for document in content.given() {
        one(document, &mut report);
    }
    let read = Read::new(&content, &mut report);
    list::check(&content, &read, &mut report);
    story::check(&content, &read, &mut report);
    workshop::check(&content, &read, &mut report);
    unlisted::check(&content, &read, &mut report);
    addressees::check(&content, &read, &mut report);
    facts::check(&content, &read, &mut report);
    prose::check(&content, &read, &mut report);
    ids::check(&content, &mut report);
    addresses::check(&content, &read, &mut report);
    age::check(&content, today, &mut report);
    quotes::check(&content, &read, &mut report);
    translation::check(&content, &mut report);
    sentences::check(&content, &mut report);
    line_ends(&content, &mut report);
    report.finish()
}

/// What can be said of a file alone.
fn one(document: &Document<'_>, report: &mut Report) {
    characters::check(document, report);
    syntax::check(document, report);
    if document.kind == FileKind::Unknown {
        report.add(
            document,
            document.key_span(&[]),
            Code::UnknownFile,
            format!("the program knows no file `{}`", document.path),
            "see docs/content.md for where files belong and what they are called; else take it away",
        );
        return;
    }
    characters::blank(document, report);
    if let (FileKind::Words(_, words), Some(language)) = (document.kind, document.language()) {
        plurals::check(document, &language, report);
        typography::check(document, &language, report);
        markup::check(document, report);
        addresses::in_prose(document, report);
        fit::check(document, words, report);
    }
}

/// One word on line ends: whoever has them has them everywhere.
fn line_ends(content: &ContentSet<'_>, report: &mut Report) {
    let mut with = content
        .given()
        .filter(|document| document.text.contains("\r\n"));
    let Some(first) = with.next() else {
        return;
    };
    let more = match with.count() {
        0 => String::new(),
        1 => ", and so does one more".to_owned(),
        more => format!(", and so do {more} more"),
    };
    let place = first.text.find("\r\n").unwrap_or(0);
    report.add(
        first,
        place..place,
        Code::LineEnds,
        format!("the lines of this file end as Windows ends them (CRLF){more}"),
        "the program reads them; save with LF if the files are to be shared",
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guard::planted::PANIC;

    #[test]
    fn a_file_at_which_the_check_panics_is_named_and_the_others_are_checked() {
        let texts = [
            ("fr/kinds.toml", format!("# {PANIC}")),
            ("fr/story.toml", "x = 1".to_owned()),
            ("platforms/x.toml", format!("{PANIC} = 1")),
        ];
        let texts = texts.map(|(path, text)| (path.to_owned(), text));
        let today = jiff::civil::date(2026, 11, 30);
        let found = check(&Files::of(texts.into()), today);
        let found: Vec<_> = found.iter().map(|it| (&*it.file, it.code)).collect();
        assert!(
            found.contains(&("fr/kinds.toml", Code::Unreadable)),
            "{found:?}"
        );
        assert!(
            found.contains(&("platforms/x.toml", Code::Unreadable)),
            "{found:?}"
        );
        assert!(
            found.contains(&("fr/story.toml", Code::UnknownKey)),
            "{found:?}"
        );
    }
}
