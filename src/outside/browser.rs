//! Asking the system to open an address.
//!
//! That the system was asked is all that can be known: no launcher says whether
//! a page came up.

use std::io;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use super::environment;

/// Why nothing was asked.
#[derive(Debug)]
pub enum Error {
    /// There is no graphical screen.
    NoDisplay,
    /// The person is connected from another machine.
    OverSsh,
    /// The launcher failed: the command that was named, or the system's.
    Failed(Option<String>, io::Error),
    /// The command that was named ended at once, with an error.
    Ended(String),
}

/// How long a launcher is watched for failing at once.
const WATCHED: Duration = Duration::from_secs(1);

/// The launcher of Windows, as people name it within WSL: its status says that it
/// failed even when it did not (WSL issue 6565).
const SAYS_NOTHING: &str = "explorer.exe";

/// Browsers that would take the terminal away from the program.
const TEXT_BROWSERS: &[&str] = &[
    "browsh",
    "carbonyl",
    "chawan",
    "cha",
    "edbrowse",
    "elinks",
    "links",
    "links2",
    "lynx",
    "retawq",
    "w3m",
    "www-browser",
];

/// Asks for `address` to be opened, by `command` where the person named one,
/// else by the first entry of `BROWSER` unless that is a text browser, else in
/// the system's way. The launcher is detached, and has none of the program's
/// streams. Takes up to a second: call it off the drawing thread.
///
/// # Errors
/// If there is nowhere to open it, or the launcher fails at once.
pub fn open(address: &str, command: Option<&str>) -> Result<(), Error> {
    let named = command
        .map(str::to_owned)
        .or_else(|| environment::text("BROWSER").and_then(|list| first_graphical(&list)));
    // A browser does not write mails: that is for the system to hand on.
    if let Some(named) = named.filter(|_| !address.starts_with("mailto:")) {
        return match launch(&named, address) {
            Ok(true) => Ok(()),
            Ok(false) => Err(Error::Ended(named)),
            Err(error) => Err(Error::Failed(Some(named), error)),
        };
    }
    if !has_display() {
        let remote = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"];
        return Err(
            if remote.iter().any(|name| environment::value(name).is_some()) {
                Error::OverSsh
            } else {
                Error::NoDisplay
            },
        );
    }
    open::that_detached_with_timeout(address, WATCHED).map_err(|error| Error::Failed(None, error))
}

/// The first entry of a `BROWSER` list, unless it is a text browser.
fn first_graphical(list: &str) -> Option<String> {
    let first = list.split(':').find(|entry| !entry.trim().is_empty())?;
    let program = shlex::split(first)?.into_iter().next()?;
    (!TEXT_BROWSERS.contains(&name(&program))).then(|| first.to_owned())
}

/// The name of a program, without the folders it lies in.
fn name(program: &str) -> &str {
    program.rsplit(['/', '\\']).next().unwrap_or(program)
}

/// The words of a command, with the address in the place of `%s`, or last.
fn words(command: &str, address: &str) -> Option<Vec<String>> {
    let mut words = shlex::split(command).filter(|words| !words.is_empty())?;
    if words.iter().any(|word| word.contains("%s")) {
        words = words
            .iter()
            .map(|word| word.replace("%s", address))
            .collect();
    } else {
        words.push(address.to_owned());
    }
    Some(words)
}

/// Starts a command, watches it for failing at once, and reaps it when it ends.
/// Returns whether it did not fail.
fn launch(command: &str, address: &str) -> io::Result<bool> {
    let words = words(command, address).ok_or(io::ErrorKind::InvalidInput)?;
    let mut command = Command::new(&words[0]);
    command
        .args(&words[1..])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // A group of its own, so that Ctrl-C and closing the terminal spare it.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn()?;
    let (ended, waiting) = channel();
    thread::spawn(move || ended.send(child.wait()));
    match waiting.recv_timeout(WATCHED) {
        Ok(status) => Ok(status?.success() || name(&words[0]) == SAYS_NOTHING),
        // It runs on, as a browser does.
        Err(_) => Ok(true),
    }
}

/// Whether there is a graphical screen to open a page on.
fn has_display() -> bool {
    // Elsewhere than on such Unix desktops, there always is one.
    let may_lack = cfg!(unix) && !cfg!(target_os = "macos");
    let signs = ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"];
    !may_lack || signs.iter().any(|name| environment::value(name).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_browser_counts_unless_it_is_a_text_browser() {
        for (list, expected) in [
            ("firefox", Some("firefox")),
            ("firefox:chromium", Some("firefox")),
            (":firefox", Some("firefox")),
            (
                "firefox --private-window %s",
                Some("firefox --private-window %s"),
            ),
            ("lynx:firefox", None),
            ("/usr/bin/w3m", None),
            ("w3m -o x", None),
            ("", None),
            ("'unclosed", None),
        ] {
            assert_eq!(first_graphical(list).as_deref(), expected, "{list:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_browser_that_fails_at_once_is_not_taken_for_one_that_opened() {
        let address = "https://grok.com";
        for (command, expected) in [("true", true), ("false", false)] {
            let well = launch(command, address).expect("a command");
            assert_eq!(well, expected, "{command}");
        }
        launch("/nonexistent/browser", address).expect_err("there is none");
        // The one whose status says nothing.
        let dir = tempfile::tempdir().expect("a folder");
        let explorer = dir.path().join(SAYS_NOTHING);
        let mut fails = ["/bin/false", "/usr/bin/false"].into_iter();
        let fails = fails.find(|path| std::path::Path::new(path).exists());
        std::os::unix::fs::symlink(fails.expect("there"), &explorer).expect("a link");
        let explorer = explorer.display().to_string();
        assert!(launch(&explorer, address).expect("a command"));
    }

    #[test]
    fn the_address_takes_its_place_as_one_word() {
        let address = "https://grok.com/?_s=data&x='$(y)";
        for (command, expected) in [
            ("firefox", vec!["firefox", address]),
            ("'my browser' -n", vec!["my browser", "-n", address]),
            ("open %s -x", vec!["open", address, "-x"]),
        ] {
            assert_eq!(words(command, address).expect(command), expected);
        }
        assert_eq!(words("", address), None);
    }
}
