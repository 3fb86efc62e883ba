//! The command line: which arguments there are. What they are for is said in
//! the reader's language, from the content.

mod arguments;
mod help;
mod manual;
mod page;
mod reference;
mod usage;

pub use arguments::{
    Arguments, Command, ContentCommand, Early, English, ExportArguments, ExportFormat,
    GivenOptions, HandoutArguments, HandoutKind, LetterArguments, LetterFormat, LetterWindow,
    Links, ReportArguments, ReportFormat, Shell, WorkshopArguments,
};
pub use help::{help_of, rendered};
pub use manual::{ManualPage, manual, manual_pages};
pub use reference::reference;
pub use usage::{is_near, usage};

use clap::builder::{
    NonEmptyStringValueParser, PossibleValue, PossibleValuesParser, TypedValueParser, ValueParser,
};
use clap::{Arg, ArgAction, ValueHint, value_parser};
use std::path::PathBuf;

use crate::checklist::{Mark, StateName};
use crate::language::Language;
use crate::screen::Theme;
use crate::words::{Interface, KnownOnes, LetterKind};

/// The option for the language, and the one for the folder of texts.
const LANG: &str = "lang";
const CONTENT: &str = "content";

/// The command line, with its help in the language of `interface`; `languages` are
/// those to choose from.
#[must_use]
pub fn command(interface: &Interface, languages: &[Language]) -> clap::Command {
    let words = &interface.cli;
    let platform = || {
        Arg::new("platform")
            .value_name("PLATFORM")
            .help(words.platform.to_string())
    };
    let json = || flag("json", &words.json).global(false);
    let subcommand =
        |name: &'static str, about: &str| with_help(name, interface).about(about.to_owned());
    let command = with_help("nonmerci", interface)
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.about.to_string())
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(globals(interface, languages))
        .arg(version(interface))
        .subcommands([
            subcommand("walk", &words.walk).arg(platform()),
            subcommand("list", &words.list).arg(json()).arg(
                Arg::new("state")
                    .long("state")
                    .value_name("STATE")
                    .action(ArgAction::Append)
                    .num_args(1..)
                    .value_delimiter(',')
                    .value_parser(one_of(StateName::GIVEN))
                    .hide_possible_values(true)
                    .help(words.list_state.to_string()),
            ),
            subcommand("show", &words.show)
                .arg(platform().required(true))
                .arg(json()),
            subcommand("open", &words.open)
                .arg(platform().required(true))
                .arg(flag("form", &words.form).global(false)),
            subcommand("mark", &words.mark)
                .arg(platform().required(true).num_args(1..))
                .arg(
                    Arg::new("state")
                        .value_name("STATE")
                        .required(true)
                        .value_parser(one_of(Mark::GIVEN))
                        .hide_possible_values(true)
                        .help(words.state.to_string()),
                )
                .arg(option("on", "YYYY-MM-DD", &words.on).global(false)),
            subcommand("merge", &words.merge)
                .arg(
                    positional("file", "FILE", &words.merge_file)
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(flag("dry-run", &words.dry_run).global(false)),
            subcommand("workshop", &words.workshop).args(workshop(interface)),
            subcommand("handout", &words.handout.about).args(handout(interface)),
            subcommand("export", &words.export.about).args(export(interface)),
            subcommand("letter", &words.letter.about).args(letter(interface)),
            subcommand("completions", &words.completions).arg(
                Arg::new("shell")
                    .value_name("SHELL")
                    .required(true)
                    .value_parser(one_of(Shell::NAMES))
                    .hide_possible_values(true)
                    .help(words.shell.to_string()),
            ),
            subcommand("man", &words.man)
                .arg(folder("output", &words.man_output).short('o').global(false)),
            subcommand("help", &words.help_command).arg(
                positional("command", "COMMAND", &words.help_of)
                    .required(false)
                    .num_args(1..),
            ),
            subcommand("report", &words.report.about).args(report(interface)),
            subcommand("content", &words.look_after)
                .subcommand_required(true)
                .disable_help_subcommand(true)
                .subcommands(content(interface)),
        ]);
    help::translated(command, interface)
}

/// The commands for those who look after the content.
fn content(interface: &Interface) -> [clap::Command; 6] {
    let words = &interface.cli;
    let json = || flag("json", &words.json).global(false);
    let subcommand =
        |name: &'static str, about: &str| with_help(name, interface).about(about.to_owned());
    [
        subcommand("check", &words.check)
            .arg(
                Arg::new("dir")
                    .value_name("DIR")
                    .value_parser(value_parser!(PathBuf))
                    .value_hint(ValueHint::DirPath)
                    .help(words.dir.to_string()),
            )
            .arg(flag("strict", &words.strict).global(false))
            .arg(json()),
        subcommand("new", &words.new)
            .arg(positional("language", "LANG", &words.new_lang))
            .arg(
                positional("dir", "DIR", &words.new_dir)
                    .value_parser(value_parser!(PathBuf))
                    .value_hint(ValueHint::DirPath),
            ),
        subcommand("status", &words.status)
            .arg(positional("language", "LANG", &words.translation).required(false))
            .arg(flag("missing", &words.missing).global(false))
            .arg(json()),
        subcommand("accept", &words.accept)
            .arg(positional("language", "LANG", &words.translation))
            .arg(
                positional("keys", "KEY", &words.keys)
                    .required(false)
                    .num_args(1..),
            )
            .arg(flag("all", &words.all).global(false).conflicts_with("keys")),
        subcommand("urls", &words.urls).arg(json()),
        subcommand("schema", &words.schema)
            .arg(folder("output", &words.output).short('o').global(false)),
    ]
}

/// The options that all commands share.
fn globals(interface: &Interface, languages: &[Language]) -> Vec<Arg> {
    let words = &interface.cli;
    let known: Vec<_> = languages.iter().map(Language::tag).collect();
    let known = known.join(", ");
    vec![
        option(LANG, "LANG", &words.lang.fill(&KnownOnes { known })),
        folder(CONTENT, &words.content),
        option("checklist", "FILE", &words.checklist).value_parser(value_parser!(PathBuf)),
        flag("no-save", &words.no_save),
        flag("plain", &words.plain),
        flag("ascii", &words.ascii),
        option("theme", "THEME", &words.theme)
            .value_parser(one_of(Theme::NAMES))
            .hide_possible_values(true),
        option("links", "WHEN", &words.links)
            .value_parser(one_of(Links::NAMES))
            .hide_possible_values(true),
        option("browser", "COMMAND", &words.browser),
    ]
}

/// The options of a workshop.
fn workshop(interface: &Interface) -> Vec<Arg> {
    let words = &interface.cli;
    let file = || value_parser!(PathBuf);
    let options = [
        option("minutes", "N", &words.minutes),
        option("start", "HH:MM", &words.start),
        option("people", "N", &words.people),
        option("platforms", "PLATFORM,…", &words.platforms).value_delimiter(','),
        option("second-lang", "LANG", &words.second_lang),
        option("plan", "FILE", &words.plan).value_parser(file()),
        option("summary", "FILE", &words.summary).value_parser(file()),
        flag("force", &words.force),
        flag("notes", &words.notes).conflicts_with_all(["people", "minutes", "start", "platforms"]),
        option("loop", "SECONDS", &words.round).conflicts_with("notes"),
    ];
    options.map(|option| option.global(false)).into()
}

/// The option for the program's version.
fn version(interface: &Interface) -> Arg {
    Arg::new("version")
        .long("version")
        .short('V')
        .action(ArgAction::Version)
        .help(interface.cli.version.to_string())
}

/// The options of the command `export`.
fn export(interface: &Interface) -> Vec<Arg> {
    let words = &interface.cli.export;
    let options = [
        option("format", "FORMAT", &words.format)
            .value_parser(one_of(ExportFormat::NAMES))
            .hide_possible_values(true),
        option("remind-on", "YYYY-MM-DD", &words.remind_on),
        option("output", "FILE", &words.output)
            .short('o')
            .value_parser(value_parser!(PathBuf)),
        flag("force", &words.force),
    ];
    options.map(|option| option.global(false)).into()
}

/// The options of the command `letter`.
fn letter(interface: &Interface) -> Vec<Arg> {
    let words = &interface.cli.letter;
    let one_of_these = |option: Arg| option.hide_possible_values(true);
    let options = [
        one_of_these(option("kind", "KIND", &words.kind).value_parser(one_of(LetterKind::NAMES))),
        option("name", "NAME", &words.name),
        option("address", "ADDRESS", &words.address),
        option("email", "EMAIL", &words.email),
        option("place", "PLACE", &words.place),
        option("date", "YYYY-MM-DD", &words.date),
        option("account", "ACCOUNT", &words.account).conflicts_with("no-account"),
        option("reason", "TEXT", &words.reason),
        option("data", "TEXT", &words.data),
        flag("no-account", &words.no_account),
        flag("organisation-account", &words.organisation_account).conflicts_with("no-account"),
        option("child", "NAME", &words.child),
        option("sent", "YYYY-MM-DD", &words.sent),
        option("to", "ADDRESS", &words.to),
        one_of_these(
            option("english", "WHEN", &words.english).value_parser(one_of(English::NAMES)),
        ),
        one_of_these(
            option("format", "FORMAT", &words.format).value_parser(one_of(LetterFormat::NAMES)),
        ),
        one_of_these(
            option("window", "SIDE", &words.window).value_parser(one_of(LetterWindow::NAMES)),
        ),
        flag("short", &words.short).conflicts_with_all(["format", "window", "english"]),
        option("output", "FILE", &words.output)
            .short('o')
            .value_parser(value_parser!(PathBuf)),
        flag("force", &words.force),
    ];
    let platform = positional("platform", "PLATFORM", &interface.cli.platform);
    let options = options.map(|option| option.global(false));
    [platform].into_iter().chain(options).collect()
}

/// The arguments of the command `handout`.
fn handout(interface: &Interface) -> Vec<Arg> {
    let words = &interface.cli.handout;
    let file = || value_parser!(PathBuf);
    let options = [
        flag("workshop", &words.workshop),
        option("minutes", "N", &words.minutes),
        option("plan", "FILE", &words.plan).value_parser(file()),
        option("second-lang", "LANG", &words.second_lang),
        flag("large", &words.large),
        flag("notes", &words.notes),
        option("organisation", "NAME", &words.organisation),
        option("output", "FILE", &words.output)
            .short('o')
            .value_parser(file()),
        flag("force", &words.force),
    ];
    let platforms = positional("platforms", "PLATFORM", &words.platforms)
        .required(false)
        .num_args(1..);
    let options = options.map(|option| option.global(false));
    [platforms].into_iter().chain(options).collect()
}

/// The arguments of the command `report`.
fn report(interface: &Interface) -> Vec<Arg> {
    let words = &interface.cli.report;
    let options = [
        option("step", "STEP", &words.step),
        option("format", "FORMAT", &words.format)
            .value_parser(one_of(ReportFormat::NAMES))
            .hide_possible_values(true),
        option("output", "FILE", &words.output)
            .short('o')
            .value_parser(value_parser!(PathBuf)),
        flag("force", &words.force),
    ];
    let platform = positional("platform", "PLATFORM", &words.platform);
    let options = options.map(|option| option.global(false));
    [platform].into_iter().chain(options).collect()
}

/// A command with an option that asks for its help.
fn with_help(name: &'static str, interface: &Interface) -> clap::Command {
    clap::Command::new(name).disable_help_flag(true).arg(
        Arg::new("help")
            .long("help")
            .short('h')
            .action(ArgAction::Help)
            .help(interface.cli.help.to_string()),
    )
}

/// One of these values, by its name. A second name for the same is understood, not
/// offered.
fn one_of<T, const N: usize>(names: [(&'static str, T); N]) -> ValueParser
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let first = |value: T| names.iter().find(|(_, known)| *known == value);
    let known = PossibleValuesParser::new(names.map(|(name, value)| {
        let is_first = first(value).is_some_and(|(first, _)| *first == name);
        PossibleValue::new(name).hide(!is_first)
    }));
    let value = move |given: String| {
        let found = names.iter().find(|(name, _)| *name == given);
        found.map(|(_, value)| *value).ok_or("not a known name")
    };
    known.try_map(value).into()
}

fn option(name: &'static str, value: &'static str, help: &str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .global(true)
        .value_parser(NonEmptyStringValueParser::new())
        .help(help.to_owned())
}

fn folder(name: &'static str, help: &str) -> Arg {
    option(name, "DIR", help)
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::DirPath)
}

/// An argument that has to be there.
fn positional(name: &'static str, value: &'static str, help: &str) -> Arg {
    Arg::new(name)
        .value_name(value)
        .required(true)
        .value_parser(NonEmptyStringValueParser::new())
        .help(help.to_owned())
}

fn flag(name: &'static str, help: &str) -> Arg {
    Arg::new(name)
        .long(name)
        .global(true)
        .action(ArgAction::SetTrue)
        .help(help.to_owned())
}
