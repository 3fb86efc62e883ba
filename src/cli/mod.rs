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
    NonEmptyStringValueParser, PossibleValue, PossibleValuesParser, Resettable, StyledStr,
    TypedValueParser, ValueParser,
};
use clap::{Arg, ArgAction, ValueHint, value_parser};
use std::ffi::OsString;
use std::path::PathBuf;

use crate::checklist::{Mark, StateName};
use crate::content::Text;
use crate::language::Language;
use crate::screen::Theme;
use crate::words::{CommandLine, Interface, KnownOnes, LetterKind};

/// The option for the language, and the one for the folder of texts.
const LANG: &str = "lang";
const CONTENT: &str = "content";

/// Reads the arguments, the first of which is the program's own name. What they are for
/// is laid out, by [`command`], only where they cannot be read or ask for help: it takes
/// longer than to read them.
///
/// # Errors
/// If they are not among those there are, or ask for help.
pub fn read(
    arguments: &[OsString],
    interface: &Interface,
    languages: impl FnOnce() -> Vec<Language>,
) -> Result<Arguments, clap::Error> {
    let read = Arguments::read(definition(Said(None), &[]), arguments);
    read.or_else(|_| Arguments::read(command(interface, &languages()), arguments))
}

/// The command line, with its help in the language of `interface`; `languages` are
/// those to choose from.
#[must_use]
pub fn command(interface: &Interface, languages: &[Language]) -> clap::Command {
    let said = Said(Some(&interface.cli));
    help::translated(definition(said, languages), interface)
}

/// What the arguments are for, in the reader's language, where somebody is to be told.
#[derive(Clone, Copy)]
struct Said<'a>(Option<&'a CommandLine>);

impl Said<'_> {
    /// This text, for somebody who is told.
    fn of(self, text: fn(&CommandLine) -> &Text) -> Resettable<StyledStr> {
        styled(self.0.map(|words| text(words).to_string()))
    }
}

/// A text as the parser takes it, or none.
fn styled(text: Option<String>) -> Resettable<StyledStr> {
    text.map_or(Resettable::Reset, |text| Resettable::Value(text.into()))
}

/// The command line, with what is said of it.
fn definition(said: Said<'_>, languages: &[Language]) -> clap::Command {
    let platform = || {
        Arg::new("platform")
            .value_name("PLATFORM")
            .help(said.of(|words| &words.platform))
    };
    let json = || flag("json", said.of(|words| &words.json)).global(false);
    let command = clap::Command::new("nonmerci")
        .version(env!("CARGO_PKG_VERSION"))
        .about(said.of(|words| &words.about))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(version(said))
        .args(globals(said, languages))
        .subcommands([
            subcommand("walk", said, |words| &words.walk).arg(platform()),
            subcommand("list", said, |words| &words.list)
                .arg(json())
                .arg(
                    Arg::new("state")
                        .long("state")
                        .value_name("STATE")
                        .action(ArgAction::Append)
                        .num_args(1..)
                        .value_delimiter(',')
                        .value_parser(one_of(StateName::GIVEN))
                        .hide_possible_values(true)
                        .help(said.of(|words| &words.list_state)),
                ),
            subcommand("show", said, |words| &words.show)
                .arg(platform().required(true))
                .arg(json()),
            subcommand("open", said, |words| &words.open)
                .arg(platform().required(true))
                .arg(flag("form", said.of(|words| &words.form)).global(false)),
            subcommand("mark", said, |words| &words.mark)
                .arg(platform().required(true).num_args(1..))
                .arg(
                    Arg::new("state")
                        .value_name("STATE")
                        .required(true)
                        .value_parser(one_of(Mark::GIVEN))
                        .hide_possible_values(true)
                        .help(said.of(|words| &words.state)),
                )
                .arg(option("on", "YYYY-MM-DD", said.of(|words| &words.on)).global(false)),
            subcommand("merge", said, |words| &words.merge)
                .arg(
                    positional("file", "FILE", said.of(|words| &words.merge_file))
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(flag("dry-run", said.of(|words| &words.dry_run)).global(false)),
            subcommand("workshop", said, |words| &words.workshop).args(workshop(said)),
            subcommand("handout", said, |words| &words.handout.about).args(handout(said)),
            subcommand("export", said, |words| &words.export.about).args(export(said)),
            subcommand("letter", said, |words| &words.letter.about).args(letter(said)),
            subcommand("completions", said, |words| &words.completions).arg(
                Arg::new("shell")
                    .value_name("SHELL")
                    .required(true)
                    .value_parser(one_of(Shell::NAMES))
                    .hide_possible_values(true)
                    .help(said.of(|words| &words.shell)),
            ),
            subcommand("man", said, |words| &words.man).arg(
                folder("output", said.of(|words| &words.man_output))
                    .short('o')
                    .global(false),
            ),
            subcommand("help", said, |words| &words.help_command).arg(
                positional("command", "COMMAND", said.of(|words| &words.help_of))
                    .required(false)
                    .num_args(1..),
            ),
            subcommand("report", said, |words| &words.report.about).args(report(said)),
            subcommand("content", said, |words| &words.look_after)
                .subcommand_required(true)
                .disable_help_subcommand(true)
                .subcommands(content(said)),
        ]);
    with_help(command, said)
}

/// The commands for those who look after the content.
fn content(said: Said<'_>) -> [clap::Command; 6] {
    let json = || flag("json", said.of(|words| &words.json)).global(false);
    [
        subcommand("check", said, |words| &words.check)
            .arg(
                Arg::new("dir")
                    .value_name("DIR")
                    .value_parser(value_parser!(PathBuf))
                    .value_hint(ValueHint::DirPath)
                    .help(said.of(|words| &words.dir)),
            )
            .arg(flag("strict", said.of(|words| &words.strict)).global(false))
            .arg(json()),
        subcommand("new", said, |words| &words.new)
            .arg(positional(
                "language",
                "LANG",
                said.of(|words| &words.new_lang),
            ))
            .arg(
                positional("dir", "DIR", said.of(|words| &words.new_dir))
                    .value_parser(value_parser!(PathBuf))
                    .value_hint(ValueHint::DirPath),
            ),
        subcommand("status", said, |words| &words.status)
            .arg(
                positional("language", "LANG", said.of(|words| &words.translation)).required(false),
            )
            .arg(flag("missing", said.of(|words| &words.missing)).global(false))
            .arg(json()),
        subcommand("accept", said, |words| &words.accept)
            .arg(positional(
                "language",
                "LANG",
                said.of(|words| &words.translation),
            ))
            .arg(
                positional("keys", "KEY", said.of(|words| &words.keys))
                    .required(false)
                    .num_args(1..),
            )
            .arg(
                flag("all", said.of(|words| &words.all))
                    .global(false)
                    .conflicts_with("keys"),
            ),
        subcommand("urls", said, |words| &words.urls).arg(json()),
        subcommand("schema", said, |words| &words.schema).arg(
            folder("output", said.of(|words| &words.output))
                .short('o')
                .global(false),
        ),
    ]
}

/// The options that all commands share.
fn globals(said: Said<'_>, languages: &[Language]) -> Vec<Arg> {
    let known: Vec<_> = languages.iter().map(Language::tag).collect();
    let known = known.join(", ");
    let lang = said.0.map(|words| words.lang.fill(&KnownOnes { known }));
    vec![
        option(LANG, "LANG", styled(lang)),
        folder(CONTENT, said.of(|words| &words.content)),
        option("checklist", "FILE", said.of(|words| &words.checklist))
            .value_parser(value_parser!(PathBuf)),
        flag("no-save", said.of(|words| &words.no_save)),
        flag("plain", said.of(|words| &words.plain)),
        flag("ascii", said.of(|words| &words.ascii)),
        option("theme", "THEME", said.of(|words| &words.theme))
            .value_parser(one_of(Theme::NAMES))
            .hide_possible_values(true),
        option("links", "WHEN", said.of(|words| &words.links))
            .value_parser(one_of(Links::NAMES))
            .hide_possible_values(true),
        option("browser", "COMMAND", said.of(|words| &words.browser)),
    ]
}

/// The options of a workshop.
fn workshop(said: Said<'_>) -> Vec<Arg> {
    let file = || value_parser!(PathBuf);
    let options = [
        option("minutes", "N", said.of(|words| &words.minutes)),
        option("start", "HH:MM", said.of(|words| &words.start)),
        option("people", "N", said.of(|words| &words.people)),
        option("platforms", "PLATFORM,…", said.of(|words| &words.platforms)).value_delimiter(','),
        option("second-lang", "LANG", said.of(|words| &words.second_lang)),
        option("plan", "FILE", said.of(|words| &words.plan)).value_parser(file()),
        option("summary", "FILE", said.of(|words| &words.summary)).value_parser(file()),
        flag("force", said.of(|words| &words.force)),
        flag("notes", said.of(|words| &words.notes)).conflicts_with_all([
            "people",
            "minutes",
            "start",
            "platforms",
        ]),
        option("loop", "SECONDS", said.of(|words| &words.round)).conflicts_with("notes"),
    ];
    options.map(|option| option.global(false)).into()
}

/// The option for the program's version.
fn version(said: Said<'_>) -> Arg {
    Arg::new("version")
        .long("version")
        .short('V')
        .action(ArgAction::Version)
        .help(said.of(|words| &words.version))
}

/// The options of the command `export`.
fn export(said: Said<'_>) -> Vec<Arg> {
    let options = [
        option("format", "FORMAT", said.of(|words| &words.export.format))
            .value_parser(one_of(ExportFormat::NAMES))
            .hide_possible_values(true),
        option(
            "remind-on",
            "YYYY-MM-DD",
            said.of(|words| &words.export.remind_on),
        ),
        option("output", "FILE", said.of(|words| &words.export.output))
            .short('o')
            .value_parser(value_parser!(PathBuf)),
        flag("force", said.of(|words| &words.export.force)),
    ];
    options.map(|option| option.global(false)).into()
}

/// The options of the command `letter`.
fn letter(said: Said<'_>) -> Vec<Arg> {
    let one_of_these = |option: Arg| option.hide_possible_values(true);
    let options = [
        one_of_these(
            option("kind", "KIND", said.of(|words| &words.letter.kind))
                .value_parser(one_of(LetterKind::NAMES)),
        ),
        option("name", "NAME", said.of(|words| &words.letter.name)),
        option("address", "ADDRESS", said.of(|words| &words.letter.address)),
        option("email", "EMAIL", said.of(|words| &words.letter.email)),
        option("place", "PLACE", said.of(|words| &words.letter.place)),
        option("date", "YYYY-MM-DD", said.of(|words| &words.letter.date)),
        option("account", "ACCOUNT", said.of(|words| &words.letter.account))
            .conflicts_with("no-account"),
        option("reason", "TEXT", said.of(|words| &words.letter.reason)),
        option("data", "TEXT", said.of(|words| &words.letter.data)),
        flag("no-account", said.of(|words| &words.letter.no_account)),
        flag(
            "organisation-account",
            said.of(|words| &words.letter.organisation_account),
        )
        .conflicts_with("no-account"),
        option("child", "NAME", said.of(|words| &words.letter.child)),
        option("sent", "YYYY-MM-DD", said.of(|words| &words.letter.sent)),
        option("to", "ADDRESS", said.of(|words| &words.letter.to)),
        one_of_these(
            option("english", "WHEN", said.of(|words| &words.letter.english))
                .value_parser(one_of(English::NAMES)),
        ),
        one_of_these(
            option("format", "FORMAT", said.of(|words| &words.letter.format))
                .value_parser(one_of(LetterFormat::NAMES)),
        ),
        one_of_these(
            option("window", "SIDE", said.of(|words| &words.letter.window))
                .value_parser(one_of(LetterWindow::NAMES)),
        ),
        flag("short", said.of(|words| &words.letter.short)).conflicts_with_all(COMPOSED),
        option("output", "FILE", said.of(|words| &words.letter.output))
            .short('o')
            .value_parser(value_parser!(PathBuf)),
        flag("force", said.of(|words| &words.letter.force)),
    ];
    let platform = positional("platform", "PLATFORM", said.of(|words| &words.platform));
    let options = options.map(|option| option.global(false));
    [platform].into_iter().chain(options).collect()
}

/// What a letter is composed of: a text for a form has none of it.
const COMPOSED: [&str; 16] = [
    "name",
    "address",
    "email",
    "place",
    "date",
    "account",
    "reason",
    "data",
    "no-account",
    "organisation-account",
    "child",
    "sent",
    "to",
    "format",
    "window",
    "english",
];

/// The arguments of the command `handout`.
fn handout(said: Said<'_>) -> Vec<Arg> {
    let file = || value_parser!(PathBuf);
    let options = [
        flag("workshop", said.of(|words| &words.handout.workshop)),
        option("minutes", "N", said.of(|words| &words.handout.minutes)),
        option("plan", "FILE", said.of(|words| &words.handout.plan)).value_parser(file()),
        option(
            "second-lang",
            "LANG",
            said.of(|words| &words.handout.second_lang),
        ),
        flag("large", said.of(|words| &words.handout.large)),
        flag("notes", said.of(|words| &words.handout.notes)),
        option(
            "organisation",
            "NAME",
            said.of(|words| &words.handout.organisation),
        ),
        option("output", "FILE", said.of(|words| &words.handout.output))
            .short('o')
            .value_parser(file()),
        flag("force", said.of(|words| &words.handout.force)),
    ];
    let platforms = positional(
        "platforms",
        "PLATFORM",
        said.of(|words| &words.handout.platforms),
    )
    .required(false)
    .num_args(1..);
    let options = options.map(|option| option.global(false));
    [platforms].into_iter().chain(options).collect()
}

/// The arguments of the command `report`.
fn report(said: Said<'_>) -> Vec<Arg> {
    let options = [
        option("step", "STEP", said.of(|words| &words.report.step)),
        option("format", "FORMAT", said.of(|words| &words.report.format))
            .value_parser(one_of(ReportFormat::NAMES))
            .hide_possible_values(true),
        option("output", "FILE", said.of(|words| &words.report.output))
            .short('o')
            .value_parser(value_parser!(PathBuf)),
        flag("force", said.of(|words| &words.report.force)),
    ];
    let platform = positional(
        "platform",
        "PLATFORM",
        said.of(|words| &words.report.platform),
    );
    let options = options.map(|option| option.global(false));
    [platform].into_iter().chain(options).collect()
}

/// A command below the program.
fn subcommand(
    name: &'static str,
    said: Said<'_>,
    about: fn(&CommandLine) -> &Text,
) -> clap::Command {
    clap::Command::new(name).about(said.of(about))
}

/// A command, and all below it, with an option that asks for its help: the last of its
/// own, so that the help begins with the arguments.
fn with_help(command: clap::Command, said: Said<'_>) -> clap::Command {
    let help = Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .help(said.of(|words| &words.help));
    command
        .disable_help_flag(true)
        .arg(help)
        .mut_subcommands(|below| with_help(below, said))
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

fn option(name: &'static str, value: &'static str, help: Resettable<StyledStr>) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(value)
        .global(true)
        .value_parser(NonEmptyStringValueParser::new())
        .help(help)
}

fn folder(name: &'static str, help: Resettable<StyledStr>) -> Arg {
    option(name, "DIR", help)
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::DirPath)
}

/// An argument that has to be there.
fn positional(name: &'static str, value: &'static str, help: Resettable<StyledStr>) -> Arg {
    Arg::new(name)
        .value_name(value)
        .required(true)
        .value_parser(NonEmptyStringValueParser::new())
        .help(help)
}

fn flag(name: &'static str, help: Resettable<StyledStr>) -> Arg {
    Arg::new(name)
        .long(name)
        .global(true)
        .action(ArgAction::SetTrue)
        .help(help)
}
