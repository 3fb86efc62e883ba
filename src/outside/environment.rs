//! What the environment says. A variable that is empty says nothing.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use crate::language::Environment;

/// The variables that stand for an option.
pub const LANG: &str = "NONMERCI_LANG";
/// The folder of texts.
pub const CONTENT: &str = "NONMERCI_CONTENT";
/// The checklist's file.
pub const CHECKLIST: &str = "NONMERCI_CHECKLIST";

/// The value of a variable.
#[must_use]
pub fn value(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

/// The value of a variable that holds text.
#[must_use]
pub fn text(name: &str) -> Option<String> {
    value(name)?.into_string().ok()
}

/// The value of a variable that holds a path.
#[must_use]
pub fn path(name: &str) -> Option<PathBuf> {
    value(name).map(PathBuf::from)
}

/// What the environment and the system say about the reader's language.
#[must_use]
pub fn language() -> Environment {
    let environment = Environment {
        lc_all: text("LC_ALL"),
        lc_messages: text("LC_MESSAGES"),
        lang: text("LANG"),
        language: text("LANGUAGE"),
        system: None,
    };
    let silent = [
        &environment.lc_all,
        &environment.lc_messages,
        &environment.lang,
        &environment.language,
    ]
    .iter()
    .all(|value| value.is_none());
    Environment {
        system: if silent {
            sys_locale::get_locale()
        } else {
            None
        },
        ..environment
    }
}

/// Whether the person asks for no colours (<https://no-color.org>).
#[must_use]
pub fn no_color() -> bool {
    value("NO_COLOR").is_some()
}

/// Whether the terminal can only print one line after another.
#[must_use]
pub fn dumb_terminal() -> bool {
    value("TERM").is_some_and(|term| term == "dumb")
}
