//! The options that all commands share.

use std::path::{Path, PathBuf};

use crate::checklist::{ChecklistFile, FileError};
use crate::cli::{self, Links};
use crate::outside::environment;
use crate::screen::{Look, Theme};
use crate::settings::Settings;

/// The options all commands share. An option beats its variable, and a variable the
/// setting.
#[derive(Debug)]
pub(super) struct Options {
    /// The folder of texts that was named.
    pub(super) content: Option<PathBuf>,
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
    /// The options that were given, and for the others what the environment says, and
    /// then the settings.
    pub(super) fn new(given: cli::GivenOptions, settings: &Settings) -> Self {
        let theme = match given.theme {
            Some(theme) => theme,
            None if environment::no_color() => Theme::Mono,
            None => settings.theme.unwrap_or(Theme::Auto),
        };
        let set = settings.links.filter(|_| !environment::forces_links());
        let links = match given.links.or(set) {
            // Where the marks would be printed, nobody can want them.
            Some(Links::Always) => environment::swallows_sequences(),
            Some(Links::Never) => false,
            Some(Links::Auto) | None => environment::links(),
        };
        let utf8 = environment::knows_utf8();
        Self {
            content: given.content,
            checklist: given
                .checklist
                .or_else(|| environment::path(environment::CHECKLIST)),
            no_save: given.no_save,
            plain: given.plain || environment::plain().or(settings.plain).unwrap_or_default(),
            look: Look {
                theme,
                ascii: given.ascii || settings.ascii.unwrap_or_default() || !utf8,
                half_blocks: utf8 && environment::linux_console(),
                bare_letters: !utf8,
                links,
            },
            browser: given.browser.or_else(|| {
                let set = settings.browser.clone();
                set.filter(|_| !environment::names_browser())
            }),
        }
    }

    /// Whether nothing is to be written.
    pub(super) fn no_save(&self) -> bool {
        self.no_save
    }

    /// The checklist that was named, if one was.
    pub(super) fn named_checklist(&self) -> Option<&Path> {
        self.checklist.as_deref()
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
