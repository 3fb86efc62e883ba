//! The options that all commands share.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::checklist::{ChecklistFile, FileError};
use crate::outside::environment;
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
