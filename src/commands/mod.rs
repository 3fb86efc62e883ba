//! What each command does, and the way from the command line to it.

mod checklist;
mod columns;
mod completions;
mod content;
mod day;
mod export;
mod full_screen;
mod handout;
mod letter;
mod line_mode;
mod list;
mod manual;
mod mark;
mod merge;
mod open;
mod options;
mod plan;
mod preview;
mod report;
mod run_loop;
mod saving;
mod settings;
mod setup;
mod show;
mod workshop;

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::ascii;
use crate::catalogue::{anyway, by_name, unlisted};
use crate::cli::{self, Arguments, Command};
use crate::inert;
use crate::outside::{environment, signals, streams};
use crate::problem::{self, Problem};
use crate::takeaway::output::Output;
use crate::words::{Given, Interface, Nearest, Reason, reason};
use options::Options;
use setup::{Setup, SetupError};

/// Runs the program with these arguments, the first of which is its own name.
#[must_use]
pub fn main(arguments: &[OsString]) -> ExitCode {
    if let Some(shell) = environment::value(environment::COMPLETE) {
        return completions::answer(&shell, arguments);
    }
    let (setup, error) = Setup::new(arguments);
    let interface = &setup.texts.interface;
    let status = match run(&setup, error, arguments) {
        Ok(()) => 0,
        Err(problem) => {
            note_text(&problem.report(interface));
            problem.status()
        }
    };
    ExitCode::from(signals::status().unwrap_or(status))
}

fn run(setup: &Setup, error: Option<SetupError>, arguments: &[OsString]) -> Result<(), Problem> {
    // Without arguments there is nothing to read.
    let read = if error.is_none() && arguments.len() <= 1 {
        Ok(Arguments::default())
    } else {
        let languages = || setup.catalogue.languages();
        cli::read(arguments, &setup.texts.interface, languages)
    };
    if let Some(error) = error
        && !read
            .as_ref()
            .is_ok_and(|read| error.is_no_reason_not_to(&read.command))
    {
        return Err(error.problem(&setup.texts.interface));
    }
    let Arguments { options, command } = match read {
        Ok(read) => read,
        Err(error) if !error.use_stderr() => {
            // Help and the version come as errors of their own kind.
            return print(setup, &cli::rendered(&error, &setup.texts.interface));
        }
        Err(error) => return Err(cli::usage(&error, &setup.texts.interface)),
    };
    let options = Options::new(options, &setup.settings.settings);
    if !matches!(command, Command::Walk { .. }) {
        setup.settings.note(&setup.texts.interface);
    }
    match command {
        Command::Walk { platform: None } => converse(setup, &options, None),
        Command::Walk {
            platform: Some(given),
        } => converse(setup, &options, Some(platform(setup, &given)?)),
        Command::List { states, json } => list::run(setup, &options, &states, json),
        Command::Show {
            platform: given,
            json,
        } => show::run(setup, &options, platform(setup, &given)?, json),
        Command::Open {
            platform: given,
            form,
        } => open::run(setup, &options, platform(setup, &given)?, form),
        Command::Mark {
            platforms,
            mark,
            on,
        } => {
            let asked = mark::Asked {
                platforms: &platforms,
                mark,
                on: on.as_deref(),
                arguments,
            };
            mark::run(setup, &options, &asked)
        }
        Command::Merge { file, dry_run } => merge::run(setup, &options, file, dry_run),
        Command::Workshop(wanted) => workshop::run(setup, &options, &wanted),
        Command::Handout(wanted) => handout::run(setup, wanted),
        Command::Export(wanted) => export::run(setup, &options, wanted),
        Command::Letter(wanted) => letter::run(setup, &options, *wanted),
        Command::Completions(shell) => completions::run(setup, shell),
        Command::Man { output } => manual::run(setup, output.as_deref()),
        Command::Help(path) => help(setup, &path),
        Command::Report(wanted) => report::run(setup, wanted),
        Command::Content(command) => content::run(setup, &options, command),
    }
}

/// Prints the help of the command that these words name.
fn help(setup: &Setup, path: &[String]) -> Result<(), Problem> {
    let interface = &setup.texts.interface;
    let definition = cli::command(interface, &setup.catalogue.languages());
    match cli::help_of(definition, path, interface) {
        Ok(text) => print(setup, &text),
        Err(given) => {
            let given = given.to_owned();
            let words = &interface.errors;
            let problem = Problem::usage(words.unknown_argument.fill(&Given { given }));
            Err(problem.hint(&*words.usage_hint))
        }
    }
}

/// The program itself: full screen where there is one, else line by line.
fn converse(setup: &Setup, options: &Options, platform: Option<usize>) -> Result<(), Problem> {
    let full = streams::output_is_terminal() && streams::input_is_terminal();
    if options.plain || environment::dumb_terminal() || !full {
        setup.settings.note(&setup.texts.interface);
        line_mode::run(setup, options, platform)
    } else {
        full_screen::run(setup, options, platform)
    }
}

/// The platform that was named, by its place in the catalogue.
fn platform(setup: &Setup, given: &str) -> Result<usize, Problem> {
    let id = given.to_lowercase();
    let (catalogue, texts) = (&setup.catalogue, &setup.texts);
    let platforms = &catalogue.platforms;
    let found = platforms.iter().position(|facts| {
        let names = [facts.name_in(texts), &facts.name];
        facts.id == id || names.iter().any(|name| name.to_lowercase() == id)
    });
    // Only its other names have to be read from the facts of each.
    let found = found.or_else(|| by_name(catalogue, texts, given));
    found.ok_or_else(|| {
        if let Some(problem) = not_listed(setup, given) {
            return problem;
        }
        let nearest = platforms
            .iter()
            .map(|facts| {
                // Its beginning is as good as the whole.
                let begun = id.len() > 2 && facts.id.starts_with(&id);
                let distance = strsim::damerau_levenshtein(&facts.id, &id);
                (if begun { 0 } else { distance }, &facts.id)
            })
            .filter(|(_, known)| cli::is_near(known, &id))
            .min();
        let words = &setup.texts.interface.errors;
        let given = given.to_owned();
        let mut problem = Problem::usage(words.unknown_platform.fill(&Given { given }));
        if let Some((_, id)) = nearest {
            let nearest = id.clone();
            problem = problem.hint(words.did_you_mean.fill(&Nearest { nearest }));
        }
        problem.hint(&*words.list_platforms)
    })
}

/// What is said of a name that is known and not listed, if it is one.
fn not_listed(setup: &Setup, given: &str) -> Option<Problem> {
    let (catalogue, texts) = (&setup.catalogue, &setup.texts);
    let found = unlisted(catalogue, texts, given);
    let name = found.first()?;
    let sentence = name.sentence(texts, catalogue.unlisted().looked);
    let problem = Problem::usage(sentence);
    Some(
        anyway(texts, &found)
            .into_iter()
            .fold(problem, Problem::hint),
    )
}

/// Prints to standard output. It is not an error if the reader has gone.
fn print(setup: &Setup, text: &str) -> Result<(), Problem> {
    streams::print(text).map_err(|error| problem::output(&error, &setup.texts.interface))
}

/// That the terminal cannot be used, and what to do.
fn terminal_failed(error: &io::Error, interface: &Interface) -> Problem {
    let words = &interface.errors;
    let reason = reason(error, interface);
    Problem::failed(words.terminal.fill(&Reason { reason })).hint(&*words.terminal_hint)
}

/// Prints a text for somebody to read, in ASCII where that is asked for.
fn print_text(setup: &Setup, options: &Options, text: &str) -> Result<(), Problem> {
    if options.look.bare_letters {
        print(setup, &ascii::bare(text))
    } else if options.look.ascii {
        print(setup, &ascii::text(text))
    } else {
        print(setup, text)
    }
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    shlex::try_quote(&path).map_or(path.clone(), std::borrow::Cow::into_owned)
}

/// A value as JSON, ending a line.
fn to_json(value: &impl serde::Serialize) -> String {
    inert::json(value) + "\n"
}

/// Writes a takeaway to where `-o` leads. Returns the file it is in, to be said, if it is
/// in one.
fn write(
    setup: &Setup,
    (given, force): (Option<PathBuf>, bool),
    text: &str,
) -> Result<Option<Given>, Problem> {
    let output = Output::new(given, force);
    let written = output.write(text);
    written.map_err(|error| error.problem(&setup.texts.interface))?;
    Ok(match output {
        Output::Standard => None,
        Output::File { path, .. } => Some(Given {
            given: path.display().to_string(),
        }),
    })
}

/// Says something beside the data, on standard error.
fn note(text: &str) {
    note_text(&format!("{text}\n"));
}

fn note_text(text: &str) {
    if environment::knows_utf8() {
        streams::note(text);
    } else {
        streams::note(&ascii::bare(text));
    }
}
