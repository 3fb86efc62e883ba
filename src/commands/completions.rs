//! `nonmerci completions`: what a shell loads to complete what is typed; and the answer
//! to the shell that then asks, by a variable, what could come next.
//!
//! The shell asks the program each time, so that it knows the platforms, the languages
//! and the options of just this version, and says what they are in the reader's
//! language. The engine is clap's own. Only Nushell, which it does not know, is given
//! everything at once.

use std::cell::LazyCell;
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command};
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::{EnvCompleter, Shells};
use clap_complete_nushell::Nushell;

use super::print;
use super::setup::Setup;
use crate::actions::mark_word;
use crate::checklist::Mark;
use crate::cli::{self, Shell};
use crate::inert;
use crate::outside::{environment, files, streams};
use crate::problem::Problem;

/// The program, as the shell calls it: the one on the path.
const PROGRAM: &str = "nonmerci";

/// The function of Zsh that answers.
const ZSH_FUNCTION: &str = "_clap_dynamic_completer_nonmerci";

/// A value that can be typed, and what it is in the reader's language.
type Value = (String, String);

/// Values, which several arguments may have in common.
type Values = Arc<[Value]>;

/// Prints what the shell has to load.
pub(super) fn run(setup: &Setup, shell: Shell) -> Result<(), Problem> {
    let mut script = Vec::new();
    match asking(shell.name()) {
        Some(asking) => {
            // Writing to memory does not fail.
            let _ = asking.write_registration(
                environment::COMPLETE,
                PROGRAM,
                PROGRAM,
                PROGRAM,
                &mut script,
            );
        }
        None => {
            let mut definition = definition(setup, &[], &|arg, values| {
                with_possible_values(arg, &values)
            });
            clap_complete::generate(Nushell, &mut definition, PROGRAM, &mut script);
        }
    }
    let mut script = String::from_utf8_lossy(&script).trim().to_owned();
    if shell == Shell::Zsh {
        // As a file of the search path, it is run to answer already.
        script += &format!(
            "\n\nif [[ ${{funcstack[1]}} == _{PROGRAM} ]]; then\n    {ZSH_FUNCTION} \"$@\"\nfi"
        );
    }
    print(setup, &format!("{script}\n"))
}

/// Answers a shell that asks what could come next: `arguments` are the program, `--` and
/// what stands on the line. Whatever fails, the line has to stay as it is: nothing is
/// said.
pub(super) fn answer(shell: &OsStr, arguments: &[OsString]) -> ExitCode {
    let shell = shell.to_string_lossy();
    let typed = arguments.iter().position(|argument| argument == "--");
    let typed = typed.map(|place| arguments[place + 1..].to_vec());
    let (Some(shell), Some(typed)) = (asking(&shell), typed.filter(|typed| !typed.is_empty()))
    else {
        return ExitCode::from(2);
    };
    let (setup, _) = Setup::new(&typed);
    let mut definition = definition(&setup, &typed, &with_candidates);
    let here = files::absolute(Path::new("."));
    let mut answer = Vec::new();
    let answered = shell.write_complete(&mut definition, typed, Some(&here), &mut answer);
    // What stands between the candidates, shells tell from what is in them.
    let printed = answered.and_then(|()| streams::print_file(&String::from_utf8_lossy(&answer)));
    if printed.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// How a shell asks, if it is one that can.
fn asking(shell: &str) -> Option<&'static dyn EnvCompleter> {
    const SHELLS: Shells<'static> = Shells::builtins();
    SHELLS.0.iter().copied().find(|known| known.is(shell))
}

/// The command line, each argument with what it can be where this was typed.
fn definition(setup: &Setup, typed: &[OsString], with: &dyn Fn(Arg, Values) -> Arg) -> Command {
    let definition = cli::command(&setup.texts.interface, &setup.catalogue.languages());
    let commands = definition.get_subcommands().map(|command| {
        let about = command.get_about().map(ToString::to_string);
        (command.get_name().to_owned(), about.unwrap_or_default())
    });
    let commands: Values = commands.collect();
    // Nearly every command can be given one.
    let platforms = LazyCell::new(|| Values::from(platforms(setup)));
    below(definition, &|command, arg| {
        let values = match arg.get_id().as_str() {
            // After a platform, the state is due, or another platform.
            "platform" if command == "mark" && names_platform(setup, typed) => {
                let states = states(setup).into_iter();
                states.chain(platforms.iter().cloned()).collect()
            }
            "platform" | "platforms" => platforms.clone(),
            "lang" | "second-lang" => languages(setup).into(),
            "language" if command != "new" => languages(setup).into(),
            "command" => commands.clone(),
            _ => Values::default(),
        };
        with(arg, values)
    })
}

/// A command whose arguments, and those of all commands below, were changed.
fn below(command: Command, change: &dyn Fn(&str, Arg) -> Arg) -> Command {
    let name = command.get_name().to_owned();
    command
        .mut_args(|arg| change(&name, arg))
        .mut_subcommands(|command| below(command, change))
}

/// For a shell that asks. An option is offered once its dash was typed, or where there
/// is nothing else: a list of platforms is long enough.
fn with_candidates(arg: Arg, values: Values) -> Arg {
    let is_option = !arg.is_positional();
    let arg = arg.hide(is_option);
    if values.is_empty() {
        return arg;
    }
    arg.add(ArgValueCandidates::new(move || {
        let candidates = values.iter().enumerate().map(|(place, (value, what))| {
            CompletionCandidate::new(inert::spelled_line(value).into_owned())
                .help(Some(inert::spelled_line(what).into_owned().into()))
                .display_order(Some(place))
        });
        candidates.collect()
    }))
}

/// For a shell that is told everything at once.
fn with_possible_values(arg: Arg, values: &Values) -> Arg {
    if values.is_empty() {
        return arg;
    }
    let names = values.iter().map(|(value, _)| value.clone());
    arg.value_parser(PossibleValuesParser::new(names))
}

/// Whether a platform stands on the line.
fn names_platform(setup: &Setup, typed: &[OsString]) -> bool {
    let platforms = &setup.catalogue.platforms;
    typed
        .iter()
        .any(|word| platforms.iter().any(|facts| *word == *facts.id))
}

fn platforms(setup: &Setup) -> Vec<Value> {
    let platforms = setup.catalogue.platforms.iter();
    let named = platforms.map(|facts| {
        let name = facts.name_in(&setup.texts);
        (facts.id.clone(), name.to_owned())
    });
    named.collect()
}

fn languages(setup: &Setup) -> Vec<Value> {
    let languages = setup.catalogue.languages().into_iter();
    let named = languages.map(|language| {
        let name = setup.catalogue.own_name(&language);
        (language.tag().to_owned(), name.clone())
    });
    named.collect()
}

fn states(setup: &Setup) -> Vec<Value> {
    // A second word for the same is understood, not offered.
    let shown = Mark::GIVEN.into_iter();
    let shown = shown.filter(|(name, mark)| *name == mark.word());
    let named = shown.map(|(name, mark)| {
        let word = mark_word(mark, &setup.texts);
        (name.to_owned(), word.to_owned())
    });
    named.collect()
}
