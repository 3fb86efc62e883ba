//! The help: short for `-h`, whole for `--help` and `help`, with examples, all of it in
//! the reader's language.

use clap::error::ErrorKind;
use clap::{Arg, ArgAction};
use unicode_width::UnicodeWidthStr as _;

use crate::content::Text;
use crate::words::{CommandExamples, Interface, ValueNames};

/// What stands in the usage line for the options, in the parser's own English.
const OPTIONS: &str = "[OPTIONS]";

/// An example: what to type after the program's name, and what it does.
type Example = (&'static str, fn(&CommandExamples) -> &Text);

/// The examples of each command, by the words that name it.
const EXAMPLES: &[(&[&str], &[Example])] = &[
    (
        &[],
        &[
            ("", |words| &words.start),
            ("walk whatsapp", |words| &words.walk),
            ("show instagram --lang it", |words| &words.show_in),
            ("mark linkedin done", |words| &words.mark),
            ("--plain", |words| &words.plain),
        ],
    ),
    (&["walk"], &[("walk whatsapp", |words| &words.walk)]),
    (
        &["list"],
        &[
            ("list", |words| &words.list),
            ("list --json", |words| &words.json),
        ],
    ),
    (
        &["show"],
        &[
            ("show linkedin", |words| &words.show),
            ("show instagram --lang it", |words| &words.show_in),
            ("show linkedin --json", |words| &words.json),
        ],
    ),
    (
        &["open"],
        &[
            ("open linkedin", |words| &words.open),
            ("open facebook --form", |words| &words.open_form),
            ("open linkedin --browser firefox", |words| &words.open_with),
        ],
    ),
    (
        &["mark"],
        &[
            ("mark linkedin done", |words| &words.mark),
            ("mark facebook done --on 2026-11-23", |words| &words.mark_on),
            ("mark pinterest quora not-for-me", |words| &words.mark_aside),
        ],
    ),
    (
        &["merge"],
        &[
            ("merge other.toml", |words| &words.merge),
            ("merge other.toml --dry-run", |words| &words.merge_try),
        ],
    ),
    (
        &["workshop"],
        &[
            ("workshop", |words| &words.workshop),
            ("workshop --minutes 90 --people 20", |words| {
                &words.workshop_long
            }),
            ("workshop --notes", |words| &words.workshop_notes),
        ],
    ),
    (
        &["handout"],
        &[
            ("handout -o sheet.html", |words| &words.handout),
            ("handout linkedin whatsapp --large", |words| {
                &words.handout_large
            }),
        ],
    ),
    (&["letter"], &[("letter linkedin", |words| &words.letter)]),
    (
        &["completions"],
        &[
            ("completions bash", |words| &words.completions_bash),
            ("completions fish", |words| &words.completions_fish),
        ],
    ),
    (
        &["man"],
        &[
            ("man", |words| &words.man),
            ("man -o share/man", |words| &words.man_folder),
        ],
    ),
    (
        &["content"],
        &[
            ("content check content", |words| &words.check),
            ("content status de", |words| &words.status),
        ],
    ),
];

/// The program's help in the reader's language, and that of all commands below.
pub(super) fn translated(command: clap::Command, interface: &Interface) -> clap::Command {
    below(command, &[], interface)
}

fn below(command: clap::Command, path: &[&str], interface: &Interface) -> clap::Command {
    let words = &interface.cli;
    let section = |has: bool, heading: &str, content: &str| {
        if has {
            format!("\n\n{heading}\n{{{content}}}")
        } else {
            String::new()
        }
    };
    let has_arguments = command.get_positionals().next().is_some();
    let commands = section(command.has_subcommands(), &words.commands, "subcommands");
    let arguments = section(has_arguments, &words.arguments, "positionals");
    let template = format!(
        "{{about}}\n\n{} {{usage}}{commands}{arguments}\n\n{}\n{{options}}{{after-help}}",
        words.usage, words.options
    );
    let is_top = path.is_empty();
    let environment = is_top.then(|| words.environment.to_string());
    let long: Vec<_> = examples(path, interface)
        .into_iter()
        .chain(environment)
        .collect();
    let command = command
        .help_template(template)
        .subcommand_value_name(words.values.command.to_string())
        .mut_args(|arg| named(arg, &words.values))
        .after_help(words.more.to_string())
        .after_long_help(long.join("\n\n"));
    command.mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        let path = [path, &[&*name]].concat();
        below(sub, &path, interface)
    })
}

/// The examples of a command, with their heading. None where it has none.
fn examples(path: &[&str], interface: &Interface) -> Option<String> {
    let examples = examples_of(path, interface);
    let width = examples.iter().map(|(run, _)| run.width()).max()?;
    let lines = examples.iter().map(|(run, does)| {
        let blanks = " ".repeat(width - run.width());
        format!("  {run}{blanks}  {does}")
    });
    let lines: Vec<_> = [interface.cli.examples.to_string()]
        .into_iter()
        .chain(lines)
        .collect();
    Some(lines.join("\n"))
}

/// The examples of a command: what to type, and what it does.
pub(super) fn examples_of<'a>(path: &[&str], interface: &'a Interface) -> Vec<(String, &'a str)> {
    let found = EXAMPLES.iter().find(|(known, _)| *known == path);
    let (_, examples) = found.copied().unwrap_or_default();
    let examples = examples.iter().map(|(run, does)| {
        let run = format!("nonmerci {run}").trim_end().to_owned();
        (run, &**does(&interface.cli.example))
    });
    examples.collect()
}

/// An argument whose value is called in the reader's language. The short help keeps to
/// what belongs to the command itself.
fn named(arg: Arg, values: &ValueNames) -> Arg {
    let hidden = arg.is_global_set();
    let value_names: Option<Vec<String>> = arg.get_value_names().map(|names| {
        let own = names.iter().map(|name| own_name(name, values));
        own.collect()
    });
    let takes = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
    let arg = arg.hide_short_help(hidden);
    match value_names {
        Some(own) if takes => arg.value_names(own),
        _ => arg,
    }
}

/// What a value is called. What has no word is called as in the code.
fn own_name(name: &str, values: &ValueNames) -> String {
    let own = match name {
        "PLATFORM" => &values.platform,
        "PLATFORM,…" => &values.platforms,
        "STATE" => &values.state,
        "STEP" => &values.step,
        "FILE" => &values.file,
        "DIR" => &values.folder,
        "LANG" => &values.language,
        "COMMAND" => &values.command,
        "THEME" => &values.theme,
        "WHEN" => &values.when,
        "YYYY-MM-DD" => &values.day,
        "HH:MM" => &values.time,
        "N" => &values.number,
        "SECONDS" => &values.seconds,
        "NAME" => &values.name,
        "ACCOUNT" => &values.account,
        "ADDRESS" => &values.address,
        "EMAIL" => &values.email,
        "FORMAT" => &values.format,
        "KEY" => &values.key,
        "KIND" => &values.kind,
        "PLACE" => &values.place,
        "SIDE" => &values.side,
        "TEXT" => &values.text,
        "SHELL" => &values.shell,
        other => return other.to_owned(),
    };
    own.to_string()
}

/// What the parser has to print that isn't an error: the help, or the version.
#[must_use]
pub fn rendered(asked: &clap::Error, interface: &Interface) -> String {
    let text = asked.render().to_string();
    match asked.kind() {
        ErrorKind::DisplayHelp => finished(&text, interface),
        _ => text,
    }
}

/// A help that the parser wrote, its own English in the reader's language.
fn finished(help: &str, interface: &Interface) -> String {
    let options = format!("[{}]", interface.cli.values.options);
    let finished = help.replace(OPTIONS, &options);
    format!("{}\n", finished.trim_end())
}

/// The whole help of the command that these words name.
///
/// # Errors
/// The first of the words that names none.
pub fn help_of<'a>(
    mut definition: clap::Command,
    path: &'a [String],
    interface: &Interface,
) -> Result<String, &'a str> {
    definition.build();
    let mut command = &mut definition;
    for name in path {
        command = command.find_subcommand_mut(name).ok_or(&**name)?;
    }
    Ok(finished(&command.render_long_help().to_string(), interface))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::content::Source;
    use crate::language::Language;

    fn definition() -> clap::Command {
        definition_in("fr")
    }

    fn definition_in(language: &str) -> clap::Command {
        let catalogue = Catalogue::load(Source::embedded()).expect("the built-in content");
        let texts = catalogue
            .texts(&Language::new(language))
            .expect("the words");
        super::super::command(&texts.interface, &catalogue.languages())
    }

    /// The command and all below it.
    fn all_of(command: &clap::Command) -> Vec<&clap::Command> {
        let below = command.get_subcommands().flat_map(all_of);
        [command].into_iter().chain(below).collect()
    }

    #[test]
    fn each_value_is_named_in_the_reader_s_language() {
        let definition = definition_in(Language::KEYS);
        for command in all_of(&definition) {
            for arg in command.get_arguments() {
                let takes = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
                let names = arg.get_value_names().unwrap_or_default();
                assert!(
                    !takes || !names.is_empty(),
                    "{}: its id would be shown",
                    arg.get_id()
                );
                for name in names.iter().filter(|_| takes) {
                    let place = format!("{} {}", command.get_name(), arg.get_id());
                    assert!(name.contains("cli.values."), "{place}: {name}");
                }
            }
        }
    }

    #[test]
    fn each_example_can_be_typed() {
        for (path, examples) in EXAMPLES {
            for (run, _) in *examples {
                let typed = ["nonmerci"].into_iter().chain(run.split_whitespace());
                let read = definition().try_get_matches_from(typed);
                assert!(read.is_ok(), "{run}: {read:?}");
                assert!(run.starts_with(&path.join(" ")), "{run}");
            }
        }
    }
}
