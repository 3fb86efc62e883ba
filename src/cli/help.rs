//! The help: short for `-h`, whole for `--help` and `help`, with examples, all of it in
//! the reader's language.

use clap::error::ErrorKind;
use clap::{Arg, ArgAction};
use unicode_width::UnicodeWidthStr as _;

use crate::content::Text;
use crate::words::{CommandExamples, CommandLine, Interface, ValueNames};

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
    (
        &["export"],
        &[
            ("export -o record.md", |words| &words.export),
            ("export --format ics -o reminders.ics", |words| {
                &words.export_calendar
            }),
        ],
    ),
    (&["letter"], &[("letter linkedin", |words| &words.letter)]),
    (
        &["report"],
        &[
            ("report linkedin", |words| &words.report),
            ("report linkedin --step open --format mail", |words| {
                &words.report_mail
            }),
        ],
    ),
    (&["help"], &[("help letter", |words| &words.help)]),
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
    (
        &["content", "check"],
        &[("content check content", |words| &words.check)],
    ),
    (
        &["content", "new"],
        &[("content new rm texts", |words| &words.new)],
    ),
    (
        &["content", "status"],
        &[("content status de", |words| &words.status)],
    ),
    (
        &["content", "accept"],
        &[("content accept de platforms/linkedin", |words| {
            &words.accept
        })],
    ),
    (
        &["content", "urls"],
        &[("content urls", |words| &words.urls)],
    ),
    (
        &["content", "schema"],
        &[("content schema -o schemas", |words| &words.schema)],
    ),
];

/// The program's help in the reader's language, and that of all commands below.
pub(super) fn translated(command: clap::Command, interface: &Interface) -> clap::Command {
    below(command, &[], interface)
}

fn below(command: clap::Command, path: &[&str], interface: &Interface) -> clap::Command {
    let words = &interface.cli;
    let template = format!(
        "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        words.usage
    );
    let is_top = path.is_empty();
    let environment = is_top.then(|| words.environment.to_string());
    let long: Vec<_> = examples(path, interface)
        .into_iter()
        .chain(environment)
        .collect();
    let mut place = 0..;
    let command = command
        .help_template(template)
        .subcommand_value_name(words.values.command.to_string())
        .subcommand_help_heading(without_colon(&words.commands))
        .mut_args(|arg| named(arg, words).display_order(place.next().unwrap_or_default()))
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

/// A heading as the parser wants it, which puts the colon itself.
fn without_colon(heading: &str) -> String {
    heading.trim_end_matches(':').to_owned()
}

/// An argument whose value is called in the reader's language, below the heading it
/// belongs to. The short help keeps to what belongs to the command itself.
fn named(arg: Arg, words: &CommandLine) -> Arg {
    let values = &words.values;
    let hidden = arg.is_global_set();
    let heading = match (arg.is_positional(), hidden) {
        (true, _) => &words.arguments,
        (false, false) => &words.options,
        (false, true) => &words.common_options,
    };
    let arg = arg.help_heading(without_colon(heading));
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

    /// Each command, by the words that name it.
    fn each(command: &mut clap::Command, path: &[&str], look_at: &mut impl FnMut(&[&str], &str)) {
        let help = command.render_long_help().to_string();
        look_at(path, &help);
        for below in command.get_subcommands_mut() {
            let name = below.get_name().to_owned();
            each(below, &[path, &[&*name]].concat(), look_at);
        }
    }

    #[test]
    fn each_command_has_examples_as_its_short_help_promises() {
        let mut definition = definition();
        definition.build();
        each(&mut definition, &[], &mut |path, help| {
            assert!(help.contains("\nExemples:\n"), "{path:?}: {help}");
        });
    }

    #[test]
    fn what_belongs_to_a_command_comes_before_what_all_have() {
        let mut definition = definition();
        definition.build();
        each(&mut definition, &[], &mut |path, help| {
            let place = |text: &str| {
                help.find(text)
                    .unwrap_or_else(|| panic!("{path:?}: {help}"))
            };
            let common = place("\nOptions de toutes les commandes:\n");
            assert!(place("      --lang ") > common, "{path:?}: {help}");
            assert!(place("      --no-save") > common, "{path:?}: {help}");
            let mut own = [
                "      --name ",
                "  -o, --output ",
                "      --json",
                "Arguments:\n",
            ]
            .iter();
            let after = own.find(|own| help.find(*own).is_some_and(|own| own > common));
            assert_eq!(after, None, "{path:?}: {help}");
        });
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
