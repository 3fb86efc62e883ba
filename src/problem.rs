//! What can go wrong, in the reader's language: what failed, on what, and what
//! to do about it.

use std::fmt::Write as _;
use std::io;
use std::path::PathBuf;

use crate::checklist::{Damage, FileError};
use crate::content::{ContentError, Message};
use crate::outside::browser;
use crate::words::{
    DamagedFile, Folder, FoundFaults, Given, GivenFrom, GivenWanted, Id, Interface, KnownOnes,
    Name, Nearest, PathFormat, PathReason, PlaceReason, Reason, Wanted,
};

/// A reason to stop.
#[derive(Debug)]
pub enum Problem {
    /// The command line cannot be understood.
    Usage(Usage),
    /// No platform has this id; perhaps one with that id was meant.
    UnknownPlatform(String, Option<String>),
    /// This is not a day.
    BadDate(String),
    /// This day is not there yet.
    FutureDate(String),
    /// A day was given for something else than what was done.
    DateNeedsDone,
    /// No such language; named by this option or variable; these are there.
    UnknownLanguage(String, &'static str, String),
    /// The content cannot be used.
    Content(ContentError),
    /// No file of this folder is content.
    EmptyContent(PathBuf),
    /// A command for translators refuses, with these words and hints.
    Refused {
        /// What failed, and on what.
        message: String,
        /// What to do.
        hints: Vec<String>,
        /// Whether the command line asked for what cannot be.
        usage: bool,
    },
    /// The checklist's file cannot be used.
    Checklist(FileError),
    /// The platform of this name and id has no form of its own.
    NoForm(String, String),
    /// There is no address to open: its name and id.
    NoAddress(String, String),
    /// The address could not be opened.
    NotOpened(browser::Error),
    /// The terminal failed.
    Terminal(io::Error),
    /// Standard output cannot be written.
    Output(io::Error),
    /// The content has faults, as many as this says. They have been told.
    FaultsFound(String),
}

/// What is wrong with the command line.
#[derive(Debug)]
pub enum Usage {
    /// An argument that is not known here; perhaps another was meant.
    Unknown(String, Option<String>),
    /// Something is missing.
    Missing(String),
    /// An option has no value.
    NoValue(String),
    /// A value does not fit an argument; these would.
    BadValue(String, String, Vec<String>),
    /// An argument does not go with the others.
    Conflict(String),
    /// An argument that must be a text is none.
    NotUnicode,
}

impl Problem {
    /// The exit status: 2 for wrong usage, 1 for what could not be done.
    #[must_use]
    pub fn status(&self) -> u8 {
        match self {
            Self::Usage(_)
            | Self::UnknownPlatform(..)
            | Self::BadDate(_)
            | Self::FutureDate(_)
            | Self::DateNeedsDone
            | Self::UnknownLanguage(..)
            | Self::Refused { usage: true, .. } => 2,
            Self::Content(_)
            | Self::EmptyContent(_)
            | Self::Refused { .. }
            | Self::Checklist(_)
            | Self::NoAddress(..)
            | Self::NoForm(..)
            | Self::NotOpened(_)
            | Self::Terminal(_)
            | Self::Output(_)
            | Self::FaultsFound(_) => 1,
        }
    }

    /// What is written on standard error.
    #[must_use]
    pub fn report(&self, interface: &Interface) -> String {
        let errors = &interface.errors;
        let (message, hints) = self.words(interface);
        let mut text = format!("{} {message}\n", errors.error);
        for hint in hints {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{} {hint}", errors.hint);
        }
        text
    }

    /// What failed, and what to do.
    fn words(&self, interface: &Interface) -> (String, Vec<String>) {
        let words = &interface.errors;
        let meant = |nearest: &Option<String>| {
            nearest
                .clone()
                .map(|nearest| words.did_you_mean.fill(&Nearest { nearest }))
        };
        match self {
            Self::Usage(usage) => usage.words(interface),
            Self::UnknownPlatform(given, nearest) => (
                words.unknown_platform.fill(&Given {
                    given: given.clone(),
                }),
                meant(nearest)
                    .into_iter()
                    .chain([words.list_platforms.to_string()])
                    .collect(),
            ),
            Self::BadDate(given) => (
                words.bad_date.fill(&Given {
                    given: given.clone(),
                }),
                vec![words.bad_date_hint.to_string()],
            ),
            Self::FutureDate(given) => (
                words.future_date.fill(&Given {
                    given: given.clone(),
                }),
                vec![words.future_date_hint.to_string()],
            ),
            Self::DateNeedsDone => (words.date_needs_done.to_string(), Vec::new()),
            Self::UnknownLanguage(given, origin, known) => (
                words.unknown_language.fill(&GivenFrom {
                    given: given.clone(),
                    origin: (*origin).to_owned(),
                }),
                vec![words.unknown_language_hint.fill(&KnownOnes {
                    known: known.clone(),
                })],
            ),
            Self::Content(ContentError::Unreadable { path, error }) => (
                words.content_unreadable.fill(&PathReason {
                    path: path.display().to_string(),
                    reason: reason(error, interface),
                }),
                vec![words.content_unreadable_hint.to_string()],
            ),
            Self::Content(ContentError::Unwritable { path, error }) => (
                words.content_unwritable.fill(&PathReason {
                    path: path.display().to_string(),
                    reason: reason(error, interface),
                }),
                vec![words.content_unwritable_hint.to_string()],
            ),
            Self::EmptyContent(folder) => (
                words.content_empty.fill(&Folder {
                    folder: folder.display().to_string(),
                }),
                vec![words.content_empty_hint.to_string()],
            ),
            Self::Refused { message, hints, .. } => (message.clone(), hints.clone()),
            Self::Content(error @ ContentError::Faulty { reason, .. }) => (
                words.content_faulty.fill(&PlaceReason {
                    place: error.place(),
                    reason: reason.clone(),
                }),
                vec![words.content_faulty_hint.to_string()],
            ),
            Self::Checklist(error) => file_error(error, interface),
            Self::NoAddress(name, id) => nothing_there(&words.no_address, name, id, interface),
            Self::NoForm(name, id) => nothing_there(&words.no_form, name, id, interface),
            Self::NotOpened(why) => (
                words.not_opened.fill(&Reason {
                    reason: not_opened(why, interface),
                }),
                vec![words.not_opened_hint.to_string()],
            ),
            Self::Terminal(error) => (
                words.terminal.fill(&Reason {
                    reason: reason(error, interface),
                }),
                vec![words.terminal_hint.to_string()],
            ),
            Self::Output(error) => (
                words.output.fill(&Reason {
                    reason: reason(error, interface),
                }),
                Vec::new(),
            ),
            Self::FaultsFound(found) => (
                interface.check.failed.fill(&FoundFaults {
                    found: found.clone(),
                }),
                vec![interface.check.failed_hint.to_string()],
            ),
        }
    }
}

impl Usage {
    fn words(&self, interface: &Interface) -> (String, Vec<String>) {
        let words = &interface.errors;
        let help = words.usage_hint.to_string();
        match self {
            Self::Unknown(given, nearest) => {
                let meant = nearest
                    .clone()
                    .map(|nearest| words.did_you_mean.fill(&Nearest { nearest }));
                let given = given.clone();
                let message = words.unknown_argument.fill(&Given { given });
                (message, meant.into_iter().chain([help]).collect())
            }
            Self::Missing(wanted) => {
                let wanted = wanted.clone();
                (words.missing_argument.fill(&Wanted { wanted }), vec![help])
            }
            Self::NoValue(wanted) => {
                let wanted = wanted.clone();
                (words.missing_value.fill(&Wanted { wanted }), vec![help])
            }
            Self::BadValue(given, wanted, known) => {
                let message = words.bad_value.fill(&GivenWanted {
                    given: given.clone(),
                    wanted: wanted.clone(),
                });
                let known = known.join(", ");
                let hint = if known.is_empty() {
                    help
                } else {
                    words.possible_values.fill(&KnownOnes { known })
                };
                (message, vec![hint])
            }
            Self::Conflict(given) => {
                let given = given.clone();
                (words.conflicting.fill(&Given { given }), vec![help])
            }
            Self::NotUnicode => (words.not_unicode.to_string(), vec![help]),
        }
    }
}

/// That a platform lacks what was asked for, and where to see what it has.
fn nothing_there(
    message: &Message<Name>,
    name: &str,
    id: &str,
    interface: &Interface,
) -> (String, Vec<String>) {
    let (name, id) = (name.to_owned(), id.to_owned());
    let hint = interface.errors.no_form_hint.fill(&Id { id });
    (message.fill(&Name { name }), vec![hint])
}

/// Why the checklist's file cannot be used, and what to do.
fn file_error(error: &FileError, interface: &Interface) -> (String, Vec<String>) {
    let words = &interface.errors;
    match error {
        FileError::NoPlace => (
            words.no_place.to_string(),
            vec![words.no_place_hint.to_string()],
        ),
        FileError::Unreadable(path, error) => (
            words.checklist_unreadable.fill(&PathReason {
                path: path.display().to_string(),
                reason: reason(error, interface),
            }),
            vec![words.checklist_unreadable_hint.to_string()],
        ),
        FileError::NotAFile(path) => (
            words.checklist_unreadable.fill(&PathReason {
                path: path.display().to_string(),
                reason: words.not_a_file.to_string(),
            }),
            vec![words.checklist_unreadable_hint.to_string()],
        ),
        FileError::Unwritable(path, error) => (
            words.checklist_unwritable.fill(&PathReason {
                path: path.display().to_string(),
                reason: reason(error, interface),
            }),
            vec![words.checklist_unwritable_hint.to_string()],
        ),
        FileError::Damaged(path, found) => (
            words.checklist_damaged.fill(&DamagedFile {
                path: path.display().to_string(),
                line: found.line.to_string(),
                reason: damage(found, interface),
            }),
            vec![words.checklist_damaged_hint.to_string()],
        ),
        FileError::Newer(path, format) => (
            words.checklist_newer.fill(&PathFormat {
                path: path.display().to_string(),
                format: format.to_string(),
            }),
            vec![words.checklist_newer_hint.to_string()],
        ),
    }
}

/// A file error in one line, for a screen that stays.
#[must_use]
pub fn brief(error: &FileError, interface: &Interface) -> String {
    file_error(error, interface).0
}

/// What is wrong with a damaged checklist.
#[must_use]
pub fn damage(damage: &Damage, interface: &Interface) -> String {
    let words = &interface.errors;
    match &damage.value {
        None => words.damaged_syntax.to_string(),
        Some((key, value)) => words.damaged_value.fill(&GivenWanted {
            given: value.clone(),
            wanted: key.clone(),
        }),
    }
}

/// Why an address could not be opened.
#[must_use]
pub fn not_opened(why: &browser::Error, interface: &Interface) -> String {
    let words = &interface.errors;
    match why {
        browser::Error::NoDisplay => words.no_display.to_string(),
        browser::Error::OverSsh => words.over_ssh.to_string(),
        // What the system's launchers say of themselves helps nobody.
        browser::Error::Failed(None, error) if error.kind() == io::ErrorKind::Other => {
            words.launcher.to_string()
        }
        browser::Error::Failed(None, error) => reason(error, interface),
        browser::Error::Failed(Some(command), error) => {
            format!("{command}: {}", reason(error, interface))
        }
        browser::Error::Ended(command) => format!("{command}: {}", words.ended_with_error),
    }
}

/// Why the system refused, in the reader's language where the reason is a common
/// one, else in the system's words.
#[must_use]
pub fn reason(error: &io::Error, interface: &Interface) -> String {
    use io::ErrorKind;
    let words = &interface.errors;
    match error.kind() {
        ErrorKind::NotFound => &words.not_found,
        ErrorKind::PermissionDenied => &words.not_allowed,
        ErrorKind::IsADirectory => &words.is_a_folder,
        ErrorKind::NotADirectory => &words.not_a_folder,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => &words.disk_full,
        ErrorKind::ReadOnlyFilesystem => &words.read_only,
        ErrorKind::ResourceBusy => &words.in_use,
        _ => return error.to_string(),
    }
    .to_string()
}
