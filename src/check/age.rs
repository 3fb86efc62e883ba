//! Dates: facts that nobody has looked at for long, and days that cannot be.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::content_set::ContentSet;
use super::diagnostic::Code;
use super::document::Document;
use super::files::Files;
use super::report::Report;
use crate::content::files::FileKind;
use crate::words::is_vague_date;

/// After how many days facts are to be compared with their sources again: the
/// platforms change their settings about twice a year.
pub const OLD: i32 = 180;

/// The files of facts that were compared with their sources longest ago, with that day:
/// where a round through the facts begins. None where the files hold no facts.
#[must_use]
pub fn longest_ago(files: &Files) -> Option<(Date, Vec<String>)> {
    let mut found: BTreeMap<Date, Vec<String>> = BTreeMap::new();
    for (path, text) in &files.texts {
        if let FileKind::Facts(id) = FileKind::of(path)
            && let Some(day) = text
                .lines()
                .find_map(|line| line.strip_prefix("checked = "))
            && let Ok(day) = day.trim().parse()
        {
            found.entry(day).or_default().push(id.to_owned());
        }
    }
    found.pop_first()
}

pub(super) fn check(content: &ContentSet<'_>, today: Date, report: &mut Report) {
    for document in content.given() {
        match document.kind {
            FileKind::Facts(_) => {
                checked(document, today, report);
                sources(document, today, report);
            }
            FileKind::Story | FileKind::Workshop | FileKind::Addressees => {
                sources(document, today, report);
            }
            _ => {}
        }
    }
}

fn checked(document: &Document<'_>, today: Date, report: &mut Report) {
    let Some(value) = document.get(&["checked"]) else {
        return;
    };
    let written = match value.get_ref().as_datetime() {
        Some(day) => day.to_string(),
        None => value.get_ref().as_str().unwrap_or_default().to_owned(),
    };
    // The types have refused what is not a day at all.
    let Ok(day) = written.parse::<Date>() else {
        return;
    };
    let age = today.since(day).map_or(0, |age| age.get_days());
    if age > OLD {
        report.add(
            document,
            value.span(),
            Code::OldCheck,
            format!("nobody has compared these facts with their sources for {age} days"),
            "look at them again (see docs/maintaining.md), then write the day you did",
        );
    } else if day > today {
        report.add(
            document,
            value.span(),
            Code::FutureDay,
            format!("the day {day} is still to come"),
            "write the day somebody last looked",
        );
    }
}

/// The dates of sources: `2026`, `2026-08` or `2026-08-21`.
fn sources(document: &Document<'_>, today: Date, report: &mut Report) {
    for entry in document.strings() {
        if !["date", "newest", "read"].contains(&entry.name()) {
            continue;
        }
        let span = entry.span.clone();
        if !is_vague_date(entry.text) {
            report.add(
                document,
                span,
                Code::UnreadableDate,
                format!("`{}` is not a date", super::diagnostic::visible(entry.text)),
                "write the day, the month or the year: `2026-08-21`, `2026-08`, `2026`",
            );
        } else if entry.text > &today.to_string()[..entry.text.len().min(10)] {
            report.add(
                document,
                span,
                Code::FutureDay,
                format!("the date `{}` is still to come", entry.text),
                "write when the source was published",
            );
        }
    }
}
