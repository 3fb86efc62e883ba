//! What the environment says. A variable that is empty says nothing.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// The variables that stand for an option.
pub const LANG: &str = "NONMERCI_LANG";
/// The folder of texts.
pub const CONTENT: &str = "NONMERCI_CONTENT";
/// The checklist's file.
pub const CHECKLIST: &str = "NONMERCI_CHECKLIST";

/// Line mode.
pub const PLAIN: &str = "NONMERCI_PLAIN";

/// The shell that asks for what could come next.
pub const COMPLETE: &str = "NONMERCI_COMPLETE";

/// The value of a variable.
#[must_use]
pub fn value(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

/// Whether the person is connected from another machine.
#[must_use]
pub fn over_ssh() -> bool {
    let remote = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"];
    remote.iter().any(|name| value(name).is_some())
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

/// The locale that the system itself has for the person.
#[must_use]
pub fn system_locale() -> Option<String> {
    sys_locale::get_locale()
}

/// Whether the person asks for no colours (<https://no-color.org>).
#[must_use]
pub fn no_color() -> bool {
    value("NO_COLOR").is_some()
}

/// Whether the terminal is known to make links of what OSC 8 marks as one. No
/// terminal is asked: some print the question.
#[must_use]
pub fn links() -> bool {
    let forced = forces_links();
    if !swallows_sequences() {
        return false;
    }
    // GNU screen drops them, and hands down the variables of what is around it.
    if value("STY").is_some() && !forced {
        return false;
    }
    let text = |name| text(name).unwrap_or_default();
    let known = || {
        link_terminal(&text("TERM"))
            || link_tmux(&text("TERM_PROGRAM"), &text("TERM_PROGRAM_VERSION"))
    };
    supports_hyperlinks::supports_hyperlinks() || (!forced && known())
}

/// Whether the terminal is not known to print what it makes nothing of, as those of Emacs
/// do with what follows OSC.
#[must_use]
pub fn swallows_sequences() -> bool {
    !text("TERM").is_some_and(|term| term.starts_with("eterm"))
}

/// Whether this is the console of Linux, which has half blocks, and no clipboard.
#[must_use]
pub fn linux_console() -> bool {
    value("TERM").is_some_and(|term| term == "linux")
}

/// Whether the person’s locale has UTF-8, or does not say what it has: most terminals
/// know it all the same.
#[must_use]
pub fn knows_utf8() -> bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"];
    let locale = names.iter().find_map(|name| text(name));
    cfg!(not(unix)) || locale.is_none_or(|locale| has_utf8(&locale))
}

/// Whether a locale has UTF-8, or does not say what it has.
fn has_utf8(locale: &str) -> bool {
    let (locale, modifier) = locale.split_once('@').unwrap_or((locale, ""));
    match locale.split_once('.') {
        Some((_, letters)) => {
            let letters = letters.replace('-', "");
            letters.eq_ignore_ascii_case("utf8")
        }
        // The first has ASCII; “euro” was made for the one that came before UTF-8.
        None => !matches!(locale, "C" | "POSIX") && modifier != "euro",
    }
}

/// Terminals that are known by their `TERM`, even over SSH, and that
/// `supports-hyperlinks` does not list.
fn link_terminal(term: &str) -> bool {
    ["foot", "foot-extra", "xterm-ghostty", "contour"].contains(&term)
}

/// Whether this is a tmux that keeps links: version 3.4 is the first.
fn link_tmux(program: &str, version: &str) -> bool {
    let mut parts = version.split(|c: char| !c.is_ascii_digit());
    let mut number = || parts.next().and_then(|part| part.parse::<u32>().ok());
    program == "tmux" && (number(), number()) >= (Some(3), Some(4))
}

/// Whether the person asks for line mode, or not to have it: `0` asks for the full
/// screen. `ACCESSIBLE` is what other programs heed too. None where neither variable
/// says anything.
#[must_use]
pub fn plain() -> Option<bool> {
    let asked = value(PLAIN).or_else(|| value("ACCESSIBLE"));
    asked.map(|value| value != "0")
}

/// Whether the person says which browser to use.
#[must_use]
pub fn names_browser() -> bool {
    value("BROWSER").is_some()
}

/// Whether the person says whether to mark addresses as links.
#[must_use]
pub fn forces_links() -> bool {
    value("FORCE_HYPERLINK").is_some()
}

/// Whether the terminal can only print one line after another.
#[must_use]
pub fn dumb_terminal() -> bool {
    value("TERM").is_some_and(|term| term == "dumb")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_says_whether_it_has_utf_8() {
        for (locale, expected) in [
            ("fr_CH.UTF-8", true),
            ("de_CH.utf8", true),
            ("C.UTF-8", true),
            ("sr_RS.UTF-8@latin", true),
            ("fr_CH", true),
            ("fr_CH.ISO-8859-1", false),
            ("fr_CH.iso885915@euro", false),
            ("fr_FR@euro", false),
            ("C", false),
            ("POSIX", false),
        ] {
            assert_eq!(has_utf8(locale), expected, "{locale}");
        }
    }

    #[test]
    fn a_tmux_keeps_links_from_3_4_on() {
        for (program, version, expected) in [
            ("tmux", "3.4", true),
            ("tmux", "3.5a", true),
            ("tmux", "4.0", true),
            ("tmux", "3.3a", false),
            ("tmux", "2.9", false),
            ("tmux", "next-3.5", false),
            ("tmux", "", false),
            ("mintty", "3.4", false),
        ] {
            assert_eq!(link_tmux(program, version), expected, "{program} {version}");
        }
    }
}
