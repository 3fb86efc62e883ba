//! The settings as a run finds them, what is said of what cannot be used, and the choice
//! of a language that is kept.

use std::ffi::OsString;
use std::path::Path;

use super::options::Options;
use crate::cli::Early;
use crate::language::Language;
use crate::settings::{Settings, SettingsFault, SettingsFile};
use crate::words::{DamagedFile, GivenFrom, GivenWanted, Interface, KnownOnes, PathReason, reason};

/// The settings as a run finds them: none in a workshop, where nothing is read that is
/// somebody's own.
#[derive(Debug, Default)]
pub(super) struct KeptSettings {
    /// None where the system has no place for it, and in a workshop.
    file: Option<SettingsFile>,
    pub(super) settings: Settings,
    /// What in the file cannot be used.
    faults: Vec<SettingsFault>,
}

impl KeptSettings {
    /// Reads them, unless the arguments are those of a workshop.
    pub(super) fn read(arguments: &[OsString]) -> Self {
        if Early::command(arguments).is_some_and(|command| command == "workshop") {
            return Self::default();
        }
        let Some(file) = SettingsFile::in_its_place() else {
            return Self::default();
        };
        let (settings, faults) = file.load();
        Self {
            file: Some(file),
            settings,
            faults,
        }
    }

    /// What there is to say of what cannot be used, in lines.
    pub(super) fn said(&self, interface: &Interface) -> Vec<String> {
        let path = self.file.as_ref().map(SettingsFile::path);
        let path = path.unwrap_or_else(|| "".as_ref());
        let faults = self.faults.iter();
        faults.map(|fault| said(fault, path, interface)).collect()
    }

    /// Says so on standard error.
    pub(super) fn note(&self, interface: &Interface) {
        for line in self.said(interface) {
            super::note(&line);
        }
    }

    /// Notes that there is no such language as the one that is set.
    pub(super) fn refuse_language(&mut self, given: &str, available: &[Language]) {
        self.faults.push(SettingsFault::BadValue {
            key: "lang",
            given: given.to_owned(),
            known: available.iter().map(Language::to_string).collect(),
        });
    }

    /// The file in which a chosen language is kept: none where nothing is to be written.
    pub(super) fn keeps(&self, options: &Options) -> Option<&SettingsFile> {
        self.file.as_ref().filter(|_| !options.no_save())
    }
}

/// Keeps the language that was chosen for the next run. One made from English
/// is for whoever asks for it by name each time.
///
/// # Errors
/// Why it could not be kept.
pub(super) fn keep_language(
    file: Option<&SettingsFile>,
    language: &Language,
    interface: &Interface,
) -> Result<(), String> {
    match file {
        Some(file) if !language.is_made() => file
            .keep_language(language)
            .map_err(|fault| why(&fault, interface)),
        _ => Ok(()),
    }
}

/// What is said of a fault in the settings at `path`, in a line.
fn said(fault: &SettingsFault, path: &Path, interface: &Interface) -> String {
    let words = &interface.settings;
    let path = path.display().to_string();
    match fault {
        SettingsFault::Unusable(_) | SettingsFault::NotAFile => {
            let reason = why(fault, interface);
            words.unreadable.fill(&PathReason { path, reason })
        }
        SettingsFault::NotToml(line) => words.damaged.fill(&DamagedFile {
            line: line.to_string(),
            reason: interface.errors.damaged_syntax.to_string(),
            path,
        }),
        SettingsFault::UnknownKey(key) => words.unknown.fill(&GivenFrom {
            given: key.clone(),
            origin: path,
        }),
        SettingsFault::BadValue { key, given, known } => {
            let text = words.bad_value.fill(&GivenWanted {
                given: given.clone(),
                wanted: (*key).to_owned(),
            });
            if known.is_empty() {
                return text;
            }
            let known = known.join(", ");
            format!("{text} {}", words.possible.fill(&KnownOnes { known }))
        }
    }
}

/// Why a choice could not be kept there, in a few words.
fn why(fault: &SettingsFault, interface: &Interface) -> String {
    let words = &interface.errors;
    match fault {
        SettingsFault::Unusable(error) => reason(error, interface),
        SettingsFault::NotAFile => words.not_a_file.to_string(),
        _ => words.damaged_syntax.to_string(),
    }
}
