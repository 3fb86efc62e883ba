//! What the manual says of a command: the same for `man` and for a reader of Markdown.

use clap::{Arg, ArgAction, Command};

use super::help::examples_of;
use crate::words::Interface;

/// What the manual says of a command.
pub(super) struct Page {
    /// The words that name the command, the program first.
    pub(super) path: Vec<String>,
    /// What it does, in a line.
    pub(super) about: String,
    /// What follows.
    pub(super) sections: Vec<Section>,
    /// The pages to read next, by the words that name their commands.
    pub(super) see_also: Vec<Vec<String>>,
}

/// A heading, and what stands below it.
pub(super) struct Section {
    pub(super) heading: String,
    pub(super) parts: Vec<Part>,
}

/// What stands below a heading.
pub(super) enum Part {
    /// A line to type.
    Line(Vec<Piece>),
    /// A paragraph.
    Paragraph(String),
    /// Something, and what it is.
    Entry(Vec<Piece>, String),
}

/// A piece of what is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// As it stands.
    Literal(String),
    /// What something else is put in place of.
    Value(String),
    /// What holds these together.
    Plain(&'static str),
}

/// The page of the program, and of each command below it, in the order of the help.
pub(super) fn pages(mut definition: Command, interface: &Interface) -> Vec<Page> {
    definition.build();
    let mut pages = Vec::new();
    collect(&definition, &[], interface, &mut pages);
    pages
}

fn collect(command: &Command, above: &[String], interface: &Interface, pages: &mut Vec<Page>) {
    let path = [above, &[command.get_name().to_owned()]].concat();
    pages.push(page(command, &path, interface));
    for below in command.get_subcommands() {
        collect(below, &path, interface, pages);
    }
}

fn page(command: &Command, path: &[String], interface: &Interface) -> Page {
    let words = &interface.cli.manual;
    let about = command.get_about().map(ToString::to_string);
    let about = about.unwrap_or_default();
    let is_top = path.len() == 1;
    let section = |heading: &str, parts: Vec<Part>| Section {
        heading: heading.to_owned(),
        parts,
    };
    let entries = |arguments: Vec<&Arg>| arguments.into_iter().map(entry).collect();
    let (common, own): (Vec<_>, Vec<_>) = command
        .get_arguments()
        .filter(|arg| !arg.is_positional())
        .partition(|arg| arg.is_global_set());
    let description = if is_top {
        vec![Part::Paragraph(words.without_command.to_string())]
    } else {
        vec![Part::Paragraph(format!("{}.", about.trim_end_matches('.')))]
    };
    let commands = command.get_subcommands().map(|below| {
        let about = below.get_about().map(ToString::to_string);
        let name = Piece::Literal(below.get_name().to_owned());
        Part::Entry(vec![name], about.unwrap_or_default())
    });
    let words_below: Vec<_> = path[1..].iter().map(|word| &**word).collect();
    let examples = examples_of(&words_below, interface)
        .into_iter()
        .map(|(run, does)| Part::Entry(vec![Piece::Literal(run)], does.to_owned()));
    let mut sections = vec![
        section(
            &words.synopsis,
            vec![Part::Line(synopsis(command, path, interface))],
        ),
        section(&words.description, description),
        section(&words.commands, commands.collect()),
        section(
            &words.arguments,
            entries(command.get_positionals().collect()),
        ),
        section(&words.options, entries(own)),
    ];
    if is_top {
        sections.extend([
            section(&words.common_options, entries(common)),
            section(&words.files, files(interface)),
            section(&words.environment, variables(interface)),
        ]);
    }
    sections.extend([
        section(&words.exit_status, statuses(interface)),
        section(&words.examples, examples.collect()),
    ]);
    sections.retain(|section| !section.parts.is_empty());
    let above = (!is_top).then(|| path[..path.len() - 1].to_vec());
    let below = command.get_subcommands();
    let below = below.map(|below| [path, &[below.get_name().to_owned()]].concat());
    Page {
        path: path.to_vec(),
        about,
        sections,
        see_also: above.into_iter().chain(below).collect(),
    }
}

/// What is typed for a command, at its shortest and its longest.
fn synopsis(command: &Command, path: &[String], interface: &Interface) -> Vec<Piece> {
    let value = |text: &str| Piece::Value(text.to_owned());
    let mut pieces = vec![Piece::Literal(path.join(" "))];
    pieces.extend([
        Piece::Plain(" ["),
        value(&interface.cli.values.options),
        Piece::Plain("]"),
    ]);
    for positional in command.get_positionals() {
        pieces.push(Piece::Plain(" "));
        pieces.extend(named(positional));
    }
    if command.has_subcommands() {
        let name = value(&interface.cli.values.command);
        if command.is_subcommand_required_set() {
            pieces.extend([Piece::Plain(" "), name]);
        } else {
            pieces.extend([Piece::Plain(" ["), name, Piece::Plain("]")]);
        }
    }
    pieces
}

/// An argument that is known by its place.
fn named(positional: &Arg) -> Vec<Piece> {
    let name = Piece::Value(value_name(positional));
    let several = positional
        .get_num_args()
        .is_some_and(|range| range.max_values() > 1);
    let several = several.then_some(Piece::Plain("…"));
    if positional.is_required_set() {
        [name].into_iter().chain(several).collect()
    } else {
        let pieces = [Piece::Plain("["), name].into_iter().chain(several);
        pieces.chain([Piece::Plain("]")]).collect()
    }
}

/// What the value of an argument is called.
fn value_name(arg: &Arg) -> String {
    let names = arg.get_value_names().unwrap_or_default();
    let names: Vec<_> = names.iter().map(ToString::to_string).collect();
    names.join(" ")
}

/// An argument or an option, and what it is.
fn entry(arg: &Arg) -> Part {
    let what = arg.get_help().map(ToString::to_string).unwrap_or_default();
    if arg.is_positional() {
        return Part::Entry(named(arg), what);
    }
    let mut pieces = Vec::new();
    if let Some(short) = arg.get_short() {
        pieces.extend([Piece::Literal(format!("-{short}")), Piece::Plain(", ")]);
    }
    if let Some(long) = arg.get_long() {
        pieces.push(Piece::Literal(format!("--{long}")));
    }
    if matches!(arg.get_action(), ArgAction::Set | ArgAction::Append) {
        pieces.extend([Piece::Plain(" "), Piece::Value(value_name(arg))]);
    }
    Part::Entry(pieces, what)
}

/// The files that the program writes of itself.
fn files(interface: &Interface) -> Vec<Part> {
    let words = &interface.cli.manual;
    let files = [
        (
            "$XDG_STATE_HOME",
            "~/.local/state",
            "checklist.toml",
            &words.checklist_file,
        ),
        (
            "$XDG_CONFIG_HOME",
            "~/.config",
            "settings.toml",
            &words.settings_file,
        ),
    ];
    let files = files.map(|(named, otherwise, file, what)| {
        let below = |folder: &str| Piece::Literal(format!("{folder}/nonmerci/{file}"));
        let places = vec![below(named), Piece::Plain(", "), below(otherwise)];
        Part::Entry(places, what.to_string())
    });
    files.into()
}

/// The variables that the program heeds.
fn variables(interface: &Interface) -> Vec<Part> {
    let words = &interface.cli.manual;
    let variables = [
        ("NONMERCI_LANG", &words.lang_variable),
        ("NONMERCI_CONTENT", &words.content_variable),
        ("NONMERCI_CHECKLIST", &words.checklist_variable),
        ("NONMERCI_PLAIN", &words.plain_variable),
        ("ACCESSIBLE", &words.accessible_variable),
        ("NO_COLOR", &words.no_color_variable),
        ("BROWSER", &words.browser_variable),
        (
            "LC_ALL, LC_MESSAGES, LANG, LANGUAGE",
            &words.locale_variables,
        ),
    ];
    let variables = variables
        .map(|(name, what)| Part::Entry(vec![Piece::Literal(name.to_owned())], what.to_string()));
    variables.into()
}

/// What the exit status says.
fn statuses(interface: &Interface) -> Vec<Part> {
    let words = &interface.cli.manual;
    let statuses = [
        (vec![Piece::Literal("0".to_owned())], &words.done),
        (vec![Piece::Literal("1".to_owned())], &words.failed),
        (vec![Piece::Literal("2".to_owned())], &words.wrong_usage),
        (
            vec![
                Piece::Literal("128+".to_owned()),
                Piece::Value("n".to_owned()),
            ],
            &words.signal,
        ),
    ];
    let statuses = statuses.map(|(status, what)| Part::Entry(status, what.to_string()));
    statuses.into()
}
