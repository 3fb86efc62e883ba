//! `nonmerci content check`: every fault of the content, with its place and its
//! remedy.

use std::path::PathBuf;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use crate::check::{Diagnostic, Files, Severity, check, longest_ago};
use crate::commands::list::FORMAT;
use crate::commands::options::Options;
use crate::commands::setup::{Setup, content_folder};
use crate::content::Plural;
use crate::guard::guard;
use crate::outside::{environment, streams, terminal};
use crate::problem::Problem;
use crate::screen::Theme;
use crate::words::{Count, FoundFaults, NameOn};

/// The columns of what is not shown in a terminal.
const COLUMNS: usize = 120;

/// How many platforms are named of those compared with their sources longest ago: as many
/// as a month’s round takes.
const LONGEST_AGO: usize = 16;

#[derive(Serialize)]
struct Found<'a> {
    format: u32,
    errors: usize,
    warnings: usize,
    notes: usize,
    diagnostics: Vec<ReportedFault<'a>>,
}

#[derive(Serialize)]
struct ReportedFault<'a> {
    severity: Severity,
    code: &'static str,
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
    help: &'a str,
}

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    dir: Option<PathBuf>,
    strict: bool,
    json: bool,
) -> Result<(), Problem> {
    let dir = dir.or_else(|| options.content.clone());
    let files = match dir.or_else(content_folder) {
        Some(dir) => Files::read(&dir),
        None => Files::embedded(),
    };
    let found = check(&files, setup.today.date());
    let printed = if json {
        streams::print(&as_json(&files, &found))
    } else {
        streams::print_in_colour(&as_text(setup, options, &files, &found))
    };
    let interface = &setup.texts.interface;
    printed.map_err(|error| crate::problem::output(&error, interface))?;
    let words = &setup.texts.interface.check;
    if let Some((day, mut ids)) = longest_ago(&files) {
        if ids.len() > LONGEST_AGO {
            ids.truncate(LONGEST_AGO);
            ids.push("…".to_owned());
        }
        super::super::note(&words.longest_ago.fill(&NameOn {
            name: ids.join(", "),
            date: setup.texts.interface.dates.full(day),
        }));
    }
    let fails = |fault: &Diagnostic| match fault.severity() {
        Severity::Error => true,
        Severity::Warning => strict,
        Severity::Note => false,
    };
    if found.iter().any(fails) {
        let found = summary(setup, &found);
        let message = words.failed.fill(&FoundFaults { found });
        return Err(Problem::failed(message).hint(&*words.failed_hint));
    }
    if found.is_empty() {
        super::super::note(&count(setup, &words.clean, files.len()));
    } else {
        let found = summary(setup, &found);
        super::super::note(&words.passed.fill(&FoundFaults { found }));
    }
    Ok(())
}

fn as_json(files: &Files, found: &[Diagnostic]) -> String {
    let diagnostics = found.iter().map(|fault| ReportedFault {
        severity: fault.severity(),
        code: fault.code.name(),
        file: files.path(&fault.file),
        line: (fault.line > 0).then_some(fault.line),
        column: (fault.line > 0).then_some(fault.column),
        message: &fault.message,
        help: &fault.help,
    });
    crate::commands::to_json(&Found {
        format: FORMAT,
        errors: number(found, Severity::Error),
        warnings: number(found, Severity::Warning),
        notes: number(found, Severity::Note),
        diagnostics: diagnostics.collect(),
    })
}

/// The faults as a compiler shows them. The notes are brief: there are many, and
/// nothing has to be done about them.
fn as_text(setup: &Setup, options: &Options, files: &Files, found: &[Diagnostic]) -> String {
    let words = &setup.texts.interface.check;
    let to_terminal = streams::output_is_terminal();
    let coloured = to_terminal
        && !environment::no_color()
        && !environment::dumb_terminal()
        && options.look.theme != Theme::Mono;
    let renderer = if coloured {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let columns = to_terminal.then(terminal::width).flatten();
    let renderer = renderer.term_width(columns.unwrap_or(COLUMNS));
    let brief = renderer.clone().short_message(true);
    let mut text = String::new();
    for fault in found {
        let (level, renderer) = match fault.severity() {
            Severity::Error => (Level::ERROR.with_name(&*words.error), &renderer),
            Severity::Warning => (Level::WARNING.with_name(&*words.warning), &renderer),
            Severity::Note => (Level::NOTE.with_name(&*words.note), &brief),
        };
        let title = level.primary_title(&fault.message).id(fault.code.name());
        let help = Level::HELP.with_name(&*words.help).message(&fault.help);
        let path = files.path(&fault.file);
        let report = if fault.line > 0 {
            title
                .element(
                    Snippet::source(&fault.source)
                        .line_start(fault.line)
                        .path(path)
                        .annotation(AnnotationKind::Primary.span(fault.span.clone())),
                )
                .element(help)
        } else {
            title.element(Origin::path(path)).element(help)
        };
        let drawn = guard(&fault.source, |_| renderer.render(&[report]));
        text += &drawn.unwrap_or_else(|_| brief_line(fault, &files.path(&fault.file)));
        text += "\n";
        if fault.severity() != Severity::Note {
            text += "\n";
        }
    }
    text
}

/// A fault that could not be drawn in its line.
fn brief_line(fault: &Diagnostic, path: &str) -> String {
    let line = fault.line;
    format!(
        "{path}:{line}: [{}] {}; {}",
        fault.code.name(),
        fault.message,
        fault.help
    )
}

fn number(found: &[Diagnostic], severity: Severity) -> usize {
    let of_severity = found.iter().filter(|fault| fault.severity() == severity);
    of_severity.count()
}

fn count(setup: &Setup, words: &Plural<Count>, count: usize) -> String {
    let value = Count {
        count: count.to_string(),
    };
    words.fill(&setup.texts.language, count, &value)
}

/// How many faults of each severity there are.
fn summary(setup: &Setup, found: &[Diagnostic]) -> String {
    let words = &setup.texts.interface.check;
    let parts = [
        (Severity::Error, &words.errors),
        (Severity::Warning, &words.warnings),
        (Severity::Note, &words.notes),
    ];
    let parts = parts.into_iter().filter_map(|(severity, words)| {
        let number = number(found, severity);
        (number > 0).then(|| count(setup, words, number))
    });
    parts.collect::<Vec<_>>().join(", ")
}
