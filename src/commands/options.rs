//! The options all commands share, and what is wrong with the arguments when
//! they cannot be understood.

use std::path::PathBuf;

use clap::ArgMatches;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::checklist::{ChecklistFile, FileError};
use crate::outside::environment;
use crate::problem::Usage;
use crate::screen::{Look, Theme};

/// The options all commands share. An option beats its variable.
#[derive(Debug)]
pub(super) struct Options {
    checklist: Option<PathBuf>,
    no_save: bool,
    /// Line by line, whatever the terminal can do.
    pub(super) plain: bool,
    /// How things look.
    pub(super) look: Look,
    /// The command that opens an address.
    pub(super) browser: Option<String>,
}

impl Options {
    /// The options that were given, and for the others what the environment says.
    pub(super) fn new(parsed: Option<&ArgMatches>) -> Self {
        let text = |name| parsed.and_then(|parsed| parsed.get_one::<String>(name));
        let flag = |name| parsed.is_some_and(|parsed| parsed.get_flag(name));
        let theme = text("theme");
        let theme = theme.and_then(|given| Theme::NAMES.iter().find(|(name, _)| name == given));
        let without_colour = environment::no_color();
        Self {
            checklist: parsed
                .and_then(|parsed| parsed.get_one("checklist").cloned())
                .or_else(|| environment::path(environment::CHECKLIST)),
            no_save: flag("no-save"),
            plain: flag("plain") || environment::plain(),
            look: Look {
                theme: match theme {
                    Some((_, theme)) => *theme,
                    None if without_colour => Theme::Mono,
                    None => Theme::Auto,
                },
                ascii: flag("ascii"),
                links: match text("links").map(String::as_str) {
                    Some("always") => true,
                    Some("never") => false,
                    _ => environment::links(),
                },
            },
            browser: text("browser").cloned(),
        }
    }

    /// Whether nothing is to be written.
    pub(super) fn no_save(&self) -> bool {
        self.no_save
    }

    /// The checklist's file.
    ///
    /// # Errors
    /// If none was named and the system has no place for one.
    pub(super) fn file(&self) -> Result<ChecklistFile, FileError> {
        match &self.checklist {
            Some(path) => Ok(ChecklistFile::new(path.clone())),
            None => ChecklistFile::in_its_place(),
        }
    }
}

/// What is wrong with the arguments, without the parser's own English.
pub(super) fn usage_problem(error: &clap::Error) -> Usage {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let list = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::String(text)) => vec![text.clone()],
        _ => Vec::new(),
    };
    let argument = || text(ContextKind::InvalidArg).unwrap_or_default();
    let value = text(ContextKind::InvalidValue).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument => Usage::Unknown(
            argument(),
            list(ContextKind::SuggestedArg).into_iter().next(),
        ),
        ErrorKind::InvalidSubcommand => Usage::Unknown(
            text(ContextKind::InvalidSubcommand).unwrap_or_default(),
            list(ContextKind::SuggestedSubcommand).into_iter().next(),
        ),
        ErrorKind::MissingRequiredArgument => Usage::Missing(argument()),
        ErrorKind::MissingSubcommand => {
            let known = list(ContextKind::ValidSubcommand).join(", ");
            Usage::Missing(format!("COMMAND ({known})"))
        }
        ErrorKind::InvalidValue if value.is_empty() => Usage::NoValue(argument()),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            Usage::BadValue(value, argument(), list(ContextKind::ValidValue))
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            Usage::NoValue(argument())
        }
        ErrorKind::InvalidUtf8 => Usage::NotUnicode,
        _ => Usage::Conflict(argument()),
    }
}
