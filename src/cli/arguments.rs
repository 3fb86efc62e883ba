//! The command line, read into types.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::ArgMatches;

use super::{CONTENT, LANG};
use crate::checklist::{Mark, StateName};
use crate::screen::Theme;
use crate::words::LetterKind;

/// What was asked for.
#[derive(Debug, Default)]
pub struct Arguments {
    /// How.
    pub options: GivenOptions,
    /// What.
    pub command: Command,
}

/// The options that all commands share, as they were given. `--lang` is not among
/// them: it has to be known before, by [`Early`].
#[derive(Debug, Default)]
pub struct GivenOptions {
    /// The folder of texts.
    pub content: Option<PathBuf>,
    /// The checklist's file.
    pub checklist: Option<PathBuf>,
    /// Whether nothing is to be written.
    pub no_save: bool,
    /// Whether to go line by line.
    pub plain: bool,
    /// Whether to write and draw in ASCII alone.
    pub ascii: bool,
    /// The colours.
    pub theme: Option<Theme>,
    /// When addresses are links.
    pub links: Option<Links>,
    /// The command that opens an address.
    pub browser: Option<String>,
}

/// When addresses are links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// Where the terminal is known to make something of them.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Links {
    /// All of them, by the words of the command line.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("auto", Self::Auto),
        ("always", Self::Always),
        ("never", Self::Never),
    ];
}

/// A shell that can complete what is typed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shell {
    /// GNU Bash.
    #[default]
    Bash,
    /// Zsh.
    Zsh,
    /// fish.
    Fish,
    /// Elvish.
    Elvish,
    /// PowerShell.
    Powershell,
    /// Nushell.
    Nushell,
}

impl Shell {
    /// All of them, by the words of the command line.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("bash", Self::Bash),
        ("zsh", Self::Zsh),
        ("fish", Self::Fish),
        ("elvish", Self::Elvish),
        ("powershell", Self::Powershell),
        ("nushell", Self::Nushell),
    ];

    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, shell)| *shell == self);
        found.map_or("bash", |(name, _)| name)
    }
}

/// A command, with its arguments. A platform is named as it was typed.
#[derive(Debug)]
pub enum Command {
    /// The program itself, from a platform on where one is named.
    Walk {
        /// The platform.
        platform: Option<String>,
    },
    /// The platforms and their states.
    List {
        /// The states of those to list; none for all.
        states: Vec<StateName>,
        /// Whether as JSON.
        json: bool,
    },
    /// A platform and its steps.
    Show {
        /// The platform.
        platform: String,
        /// Whether as JSON.
        json: bool,
    },
    /// Opens an address of a platform.
    Open {
        /// The platform.
        platform: String,
        /// Whether that of its form.
        form: bool,
    },
    /// Takes over another checklist.
    Merge {
        /// Its file.
        file: PathBuf,
        /// Whether only to say what would be taken over.
        dry_run: bool,
    },
    /// Notes a state.
    Mark {
        /// The platforms.
        platforms: Vec<String>,
        /// The state.
        mark: Mark,
        /// The day, as it was typed.
        on: Option<String>,
    },
    /// An evening for a room.
    Workshop(WorkshopArguments),
    /// A page to print.
    Handout(HandoutArguments),
    /// What the person did, to take away.
    Export(ExportArguments),
    /// A letter to a company.
    Letter(Box<LetterArguments>),
    /// What a shell loads to complete what is typed.
    Completions(Shell),
    /// The manual.
    Man {
        /// The folder to write all pages to, instead of printing one.
        output: Option<PathBuf>,
    },
    /// The help, of a command where one is named.
    Help(Vec<String>),
    /// What somebody can tell of a platform.
    Report(ReportArguments),
    /// What those who look after the content need.
    Content(ContentCommand),
}

/// What a workshop is to be, as it was typed.
#[derive(Debug, Default)]
pub struct WorkshopArguments {
    /// How many people are expected.
    pub people: Option<String>,
    /// How many minutes there are.
    pub minutes: Option<String>,
    /// When it begins.
    pub start: Option<String>,
    /// The platforms to go through.
    pub platforms: Vec<String>,
    /// A file with a plan.
    pub plan: Option<PathBuf>,
    /// The second language on the wall.
    pub second_lang: Option<String>,
    /// The file for the summary.
    pub summary: Option<PathBuf>,
    /// Whether whatever is in its place may be replaced.
    pub force: bool,
    /// Whether to show the notes, not the wall.
    pub notes: bool,
    /// How many seconds each screen stays that goes round by itself.
    pub round: Option<String>,
}

/// The pages to print.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum HandoutKind {
    /// A sheet with the platforms that are named.
    #[default]
    Sheet,
    /// A sheet with those of the workshop in front.
    Workshop,
    /// The notes of the workshop.
    Notes,
}

/// What a page to print is to hold, as it was typed.
#[derive(Debug, Default)]
pub struct HandoutArguments {
    /// Which page.
    pub kind: HandoutKind,
    /// The platforms.
    pub platforms: Vec<String>,
    /// How many minutes the workshop takes.
    pub minutes: Option<String>,
    /// A file with a plan.
    pub plan: Option<PathBuf>,
    /// The language of the back.
    pub second_lang: Option<String>,
    /// Whether in large print.
    pub large: bool,
    /// The organisation that hands it out.
    pub organisation: Option<String>,
    /// The file to write.
    pub output: Option<PathBuf>,
    /// Whether a file that is there is replaced.
    pub force: bool,
}

/// The form of what is exported.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ExportFormat {
    /// A record to read.
    #[default]
    Markdown,
    /// A table.
    Csv,
    /// For programs.
    Json,
    /// Reminders for a calendar.
    Ics,
}

impl ExportFormat {
    /// All of them, by the words of the command line.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("markdown", Self::Markdown),
        ("csv", Self::Csv),
        ("json", Self::Json),
        ("ics", Self::Ics),
    ];
}

/// What is to be exported, as it was typed.
#[derive(Debug, Default)]
pub struct ExportArguments {
    /// The form.
    pub format: ExportFormat,
    /// The day to be reminded on.
    pub remind_on: Option<String>,
    /// The file to write.
    pub output: Option<PathBuf>,
    /// Whether a file that is there is replaced.
    pub force: bool,
}

/// When a letter is in English as well.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum English {
    /// Where the company is known to write English alone.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl English {
    /// All of them, by the words of the command line.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("auto", Self::Auto),
        ("always", Self::Always),
        ("never", Self::Never),
    ];
}

/// The form of a letter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LetterFormat {
    /// Plain text.
    #[default]
    Text,
    /// A page to print.
    Html,
}

impl LetterFormat {
    /// All of them, by the words of the command line.
    pub const NAMES: [(&'static str, Self); 2] = [("text", Self::Text), ("html", Self::Html)];
}

/// Where the window of the envelope is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LetterWindow {
    /// On the left.
    Left,
    /// On the right.
    #[default]
    Right,
}

impl LetterWindow {
    /// All of them, by the words of the command line.
    pub const NAMES: [(&'static str, Self); 2] = [("left", Self::Left), ("right", Self::Right)];
}

/// What a letter is to be, as it was typed.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag of the command line"
)]
pub struct LetterArguments {
    /// The platform.
    pub platform: String,
    /// The kind.
    pub kind: LetterKind,
    /// The sender's name.
    pub name: Option<String>,
    /// Their address.
    pub address: Option<String>,
    /// Their e-mail address.
    pub email: Option<String>,
    /// Where it is written.
    pub place: Option<String>,
    /// The day on it.
    pub date: Option<String>,
    /// What identifies the account.
    pub account: Option<String>,
    /// The grounds.
    pub reason: Option<String>,
    /// What it is about.
    pub data: Option<String>,
    /// Whether there is no account.
    pub no_account: bool,
    /// Whether an organisation owns it.
    pub organisation_account: bool,
    /// The child that a parent writes for.
    pub child: Option<String>,
    /// When the first request was sent.
    pub sent: Option<String>,
    /// Whom to write to.
    pub to: Option<String>,
    /// Whether in English too.
    pub english: English,
    /// The form.
    pub format: LetterFormat,
    /// The window of the envelope.
    pub window: LetterWindow,
    /// Whether only a text for a form.
    pub short: bool,
    /// The file to write.
    pub output: Option<PathBuf>,
    /// Whether a file that is there is replaced.
    pub force: bool,
}

/// What is told of a platform, as it was typed.
#[derive(Debug, Default)]
pub struct ReportArguments {
    /// The platform, or one that is missing.
    pub platform: String,
    /// The step, by its id.
    pub step: Option<String>,
    /// As what.
    pub format: ReportFormat,
    /// The file to write.
    pub output: Option<PathBuf>,
    /// Whether a file that is there is replaced.
    pub force: bool,
}

/// What a report is written as.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ReportFormat {
    /// A text to paste.
    #[default]
    Text,
    /// The draft of a mail.
    Mail,
}

impl ReportFormat {
    /// All of them, by the words of the command line.
    pub const NAMES: [(&'static str, Self); 2] = [("text", Self::Text), ("mail", Self::Mail)];
}

/// A command for those who look after the content. A language is named as it was
/// typed.
#[derive(Debug)]
pub enum ContentCommand {
    /// Reports every fault.
    Check {
        /// The folder of texts.
        dir: Option<PathBuf>,
        /// Whether a warning is a reason to fail.
        strict: bool,
        /// Whether as JSON.
        json: bool,
    },
    /// Begins a language.
    New {
        /// The language.
        language: String,
        /// The folder of texts.
        dir: PathBuf,
    },
    /// How much of each language there is.
    Status {
        /// Of this language alone.
        language: Option<String>,
        /// Whether to name all that is missing.
        missing: bool,
        /// Whether as JSON.
        json: bool,
    },
    /// Marks texts as reviewed.
    Accept {
        /// The language.
        language: String,
        /// The keys of the texts, or their beginnings.
        keys: Vec<String>,
        /// Whether all texts.
        all: bool,
    },
    /// Every address.
    Urls {
        /// Whether as JSON.
        json: bool,
    },
    /// The JSON Schemas of the files.
    Schema {
        /// The folder to write them to, instead of printing them.
        output: Option<PathBuf>,
    },
}

impl Default for Command {
    fn default() -> Self {
        Self::Walk { platform: None }
    }
}

impl Arguments {
    /// Reads the arguments, the first of which is the program's own name.
    ///
    /// # Errors
    /// If they are not among those of `definition`, or ask for its help.
    pub fn read(definition: clap::Command, arguments: &[OsString]) -> Result<Self, clap::Error> {
        let parsed = definition.try_get_matches_from(arguments)?;
        Ok(Self {
            options: GivenOptions::of(&parsed),
            command: Command::of(&parsed),
        })
    }
}

impl GivenOptions {
    fn of(parsed: &ArgMatches) -> Self {
        Self {
            content: value(parsed, CONTENT),
            checklist: value(parsed, "checklist"),
            no_save: parsed.get_flag("no-save"),
            plain: parsed.get_flag("plain"),
            ascii: parsed.get_flag("ascii"),
            theme: value(parsed, "theme"),
            links: value(parsed, "links"),
            browser: value(parsed, "browser"),
        }
    }
}

impl Command {
    fn of(parsed: &ArgMatches) -> Self {
        match parsed.subcommand() {
            Some(("list", list)) => Self::List {
                states: values(list, "state"),
                json: list.get_flag("json"),
            },
            Some(("show", show)) => Self::Show {
                platform: required(show, "platform"),
                json: show.get_flag("json"),
            },
            Some(("open", open)) => Self::Open {
                platform: required(open, "platform"),
                form: open.get_flag("form"),
            },
            Some(("merge", merge)) => Self::Merge {
                file: value(merge, "file").unwrap_or_default(),
                dry_run: merge.get_flag("dry-run"),
            },
            Some(("mark", mark)) => Self::Mark {
                platforms: values(mark, "platform"),
                mark: value(mark, "state").unwrap_or_default(),
                on: value(mark, "on"),
            },
            Some(("workshop", workshop)) => Self::Workshop(WorkshopArguments::of(workshop)),
            Some(("handout", handout)) => Self::Handout(HandoutArguments::of(handout)),
            Some(("export", export)) => Self::Export(ExportArguments::of(export)),
            Some(("letter", letter)) => Self::Letter(Box::new(LetterArguments::of(letter))),
            Some(("completions", completions)) => {
                Self::Completions(value(completions, "shell").unwrap_or_default())
            }
            Some(("man", man)) => Self::Man {
                output: value(man, "output"),
            },
            Some(("help", help)) => Self::Help(
                help.get_many("command")
                    .map(|names| names.cloned().collect())
                    .unwrap_or_default(),
            ),
            Some(("report", report)) => Self::Report(ReportArguments::of(report)),
            Some(("content", content)) => ContentCommand::of(content)
                .map(Self::Content)
                .unwrap_or_default(),
            Some((_, walk)) => Self::Walk {
                platform: value(walk, "platform"),
            },
            None => Self::default(),
        }
    }
}

impl WorkshopArguments {
    fn of(parsed: &ArgMatches) -> Self {
        let platforms = parsed.get_many("platforms");
        Self {
            people: value(parsed, "people"),
            minutes: value(parsed, "minutes"),
            start: value(parsed, "start"),
            platforms: platforms
                .map(|ids| ids.cloned().collect())
                .unwrap_or_default(),
            plan: value(parsed, "plan"),
            second_lang: value(parsed, "second-lang"),
            summary: value(parsed, "summary"),
            force: parsed.get_flag("force"),
            notes: parsed.get_flag("notes"),
            round: value(parsed, "loop"),
        }
    }
}

impl HandoutArguments {
    fn of(parsed: &ArgMatches) -> Self {
        let platforms = parsed.get_many("platforms");
        let is_given = |name| parsed.contains_id(name);
        Self {
            kind: if parsed.get_flag("notes") {
                HandoutKind::Notes
            } else if parsed.get_flag("workshop") || is_given("minutes") || is_given("plan") {
                HandoutKind::Workshop
            } else {
                HandoutKind::Sheet
            },
            platforms: platforms
                .map(|platforms| platforms.cloned().collect())
                .unwrap_or_default(),
            minutes: value(parsed, "minutes"),
            plan: value(parsed, "plan"),
            second_lang: value(parsed, "second-lang"),
            large: parsed.get_flag("large"),
            organisation: value(parsed, "organisation"),
            output: value(parsed, "output"),
            force: parsed.get_flag("force"),
        }
    }
}

impl ExportArguments {
    fn of(parsed: &ArgMatches) -> Self {
        Self {
            format: value(parsed, "format").unwrap_or_default(),
            remind_on: value(parsed, "remind-on"),
            output: value(parsed, "output"),
            force: parsed.get_flag("force"),
        }
    }
}

impl LetterArguments {
    fn of(parsed: &ArgMatches) -> Self {
        let text = |name| value(parsed, name);
        Self {
            platform: required(parsed, "platform"),
            kind: value(parsed, "kind").unwrap_or_default(),
            name: text("name"),
            address: text("address"),
            email: text("email"),
            place: text("place"),
            date: text("date"),
            account: text("account"),
            reason: text("reason"),
            data: text("data"),
            no_account: parsed.get_flag("no-account"),
            organisation_account: parsed.get_flag("organisation-account"),
            child: text("child"),
            sent: text("sent"),
            to: text("to"),
            english: value(parsed, "english").unwrap_or_default(),
            format: value(parsed, "format").unwrap_or_default(),
            window: value(parsed, "window").unwrap_or_default(),
            short: parsed.get_flag("short"),
            output: value(parsed, "output"),
            force: parsed.get_flag("force"),
        }
    }
}

impl ReportArguments {
    fn of(parsed: &ArgMatches) -> Self {
        Self {
            platform: required(parsed, "platform"),
            step: value(parsed, "step"),
            format: value(parsed, "format").unwrap_or_default(),
            output: value(parsed, "output"),
            force: parsed.get_flag("force"),
        }
    }
}

impl ContentCommand {
    /// None where none is named, which the definition does not allow.
    fn of(parsed: &ArgMatches) -> Option<Self> {
        let (name, parsed) = parsed.subcommand()?;
        Some(match name {
            "check" => Self::Check {
                dir: value(parsed, "dir"),
                strict: parsed.get_flag("strict"),
                json: parsed.get_flag("json"),
            },
            "new" => Self::New {
                language: required(parsed, "language"),
                dir: value(parsed, "dir").unwrap_or_default(),
            },
            "status" => Self::Status {
                language: value(parsed, "language"),
                missing: parsed.get_flag("missing"),
                json: parsed.get_flag("json"),
            },
            "accept" => Self::Accept {
                language: required(parsed, "language"),
                keys: parsed
                    .get_many("keys")
                    .map(|keys| keys.cloned().collect())
                    .unwrap_or_default(),
                all: parsed.get_flag("all"),
            },
            "urls" => Self::Urls {
                json: parsed.get_flag("json"),
            },
            "schema" => Self::Schema {
                output: parsed.get_one("output").cloned(),
            },
            _ => return None,
        })
    }
}

fn value<T: Clone + Send + Sync + 'static>(parsed: &ArgMatches, name: &str) -> Option<T> {
    parsed.get_one(name).cloned()
}

fn values<T: Clone + Send + Sync + 'static>(parsed: &ArgMatches, name: &str) -> Vec<T> {
    let values = parsed.get_many(name).into_iter().flatten();
    values.cloned().collect()
}

/// The value of an argument that the parser has seen to be there.
fn required(parsed: &ArgMatches, name: &str) -> String {
    value(parsed, name).unwrap_or_default()
}

/// The options before a command that have a value behind them.
const WITH_VALUE: [&str; 6] = [LANG, CONTENT, "checklist", "theme", "links", "browser"];

/// An option that has to be known before the arguments can be read: in which language
/// and with which content their help is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Early {
    /// `--lang`
    Lang,
    /// `--content`
    Content,
}

impl Early {
    /// Its name, as it is typed.
    #[must_use]
    pub fn name(self) -> String {
        let name = match self {
            Self::Lang => LANG,
            Self::Content => CONTENT,
        };
        format!("--{name}")
    }

    /// The command that the arguments name, the first of which is the program's own name:
    /// what stands there first that is neither an option nor the value of one.
    #[must_use]
    pub fn command(arguments: &[OsString]) -> Option<&OsStr> {
        let mut arguments = arguments.iter().skip(1);
        while let Some(argument) = arguments.next() {
            let option = argument.to_str().and_then(|text| text.strip_prefix("--"));
            match option {
                Some(name) if WITH_VALUE.contains(&name) => {
                    arguments.next();
                }
                Some(_) => {}
                None if argument.to_string_lossy().starts_with('-') => {}
                None => return Some(argument),
            }
        }
        None
    }

    /// Its value in the arguments, the first of which is the program's own name.
    #[must_use]
    pub fn find(self, arguments: &[OsString]) -> Option<OsString> {
        let option = self.name();
        let mut arguments = arguments
            .iter()
            .skip(1)
            .take_while(|argument| *argument != "--");
        while let Some(argument) = arguments.next() {
            if argument == OsStr::new(&option) {
                return arguments.next().filter(|value| !value.is_empty()).cloned();
            }
            let value = argument
                .to_str()
                .and_then(|argument| argument.strip_prefix(&option));
            if let Some(value) = value.and_then(|rest| rest.strip_prefix('='))
                && !value.is_empty()
            {
                return Some(value.into());
            }
        }
        None
    }
}
