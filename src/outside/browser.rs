//! Asking the system to open an address.
//!
//! That the system was asked is all that can be known: no launcher says whether
//! a page came up.

use std::io;
use std::time::Duration;

use url::Url;

use super::{detached, environment};

/// Why nothing was asked.
#[derive(Debug)]
pub enum Error {
    /// There is no graphical screen.
    NoDisplay,
    /// The person is connected from another machine.
    OverSsh,
    /// The system's launcher failed.
    Failed(io::Error),
    /// The commands that were named failed, all of them, in this order.
    Tried(Vec<Attempt>),
}

/// A command that did not open anything.
#[derive(Debug)]
pub struct Attempt {
    /// The command as the person named it.
    pub command: String,
    /// Why it could not be started; None where it ended at once, with an error.
    pub error: Option<io::Error>,
}

/// How long a launcher is watched for failing at once.
const WATCHED: Duration = Duration::from_secs(1);

/// The launcher of Windows, as people name it within WSL: its status says that it
/// failed even when it did not (WSL issue 6565).
const SAYS_NOTHING: &str = "explorer.exe";

/// What Windows opens an address by, where a Linux within it has no launcher of its own.
/// No shell reads the address.
const OF_WINDOWS: &str = "rundll32.exe url.dll,FileProtocolHandler";

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

/// Asks for `address` to be opened, by `command` where the person named one, else by
/// those that `BROWSER` names, one after the other, unless they are text browsers, else
/// in the system's way. The launcher is detached, and has none of the program's streams.
/// Takes up to a second for each: call it off the drawing thread.
///
/// # Errors
/// If there is nowhere to open it, or all launchers fail at once.
pub fn open(address: &str, command: Option<&str>) -> Result<(), Error> {
    if !may_be_opened(address) {
        return Err(Error::Failed(io::ErrorKind::InvalidInput.into()));
    }
    let named = command.map(|command| vec![command.to_owned()]);
    let named = named.or_else(|| Some(graphical(&environment::text("BROWSER")?)));
    // A browser does not write mails: that is for the system to hand on.
    let named = named.filter(|named| !named.is_empty() && !address.starts_with("mailto:"));
    if let Some(named) = named {
        return try_each(named, address).map_err(Error::Tried);
    }
    if !has_display() {
        return Err(if environment::over_ssh() {
            Error::OverSsh
        } else {
            Error::NoDisplay
        });
    }
    let opened = open::that_detached_with_timeout(address, WATCHED);
    opened.or_else(|error| {
        let handed_on = within_wsl() && launch(OF_WINDOWS, address).unwrap_or(false);
        handed_on.then_some(()).ok_or(Error::Failed(error))
    })
}

/// Whether this is a page by `https:` on a host with a name, without user information and
/// port, or an e-mail; spelled as a browser would spell it. Whoever asks has made sure
/// of that: this is the last door.
fn may_be_opened(address: &str) -> bool {
    let spelled = |url: &Url| url.as_str() == address;
    address.bytes().all(|byte| byte.is_ascii_graphic())
        && Url::parse(address)
            .ok()
            .filter(spelled)
            .is_some_and(|url| match url.scheme() {
                "https" => {
                    let named = url.domain().is_some_and(|name| name.contains('.'));
                    let bare = url.username().is_empty() && url.password().is_none();
                    named && bare && url.port().is_none()
                }
                "mailto" => true,
                _ => false,
            })
}

/// Asks each of these commands in turn, until one does not fail at once.
fn try_each(commands: Vec<String>, address: &str) -> Result<(), Vec<Attempt>> {
    let mut failed = Vec::new();
    for command in commands {
        let error = match launch(&command, address) {
            Ok(true) => return Ok(()),
            Ok(false) => None,
            Err(error) => Some(error),
        };
        failed.push(Attempt { command, error });
    }
    Err(failed)
}

/// What parts the commands of `BROWSER`.
const BETWEEN: char = if cfg!(windows) { ';' } else { ':' };

/// The commands of a `BROWSER` list that are not text browsers.
fn graphical(list: &str) -> Vec<String> {
    let mut commands = vec![String::new()];
    let (mut quote, mut escaped) = (None, false);
    for c in list.chars() {
        let (quoted, after_backslash) = (quote.is_some() || escaped, escaped);
        escaped = c == '\\' && !escaped && quote != Some('\'') && !cfg!(windows);
        match quote {
            Some(open) if open == c && !after_backslash => quote = None,
            None if !quoted && matches!(c, '"' | '\'') => quote = Some(c),
            _ => {}
        }
        if c == BETWEEN && !quoted {
            commands.push(String::new());
        } else if let Some(command) = commands.last_mut() {
            command.push(c);
        }
    }
    let program = |command: &String| shlex::split(command)?.into_iter().next();
    commands.retain(|command| {
        program(command).is_some_and(|program| !TEXT_BROWSERS.contains(&name(&program)))
    });
    commands
}

/// The name of a program, without the folders it lies in.
fn name(program: &str) -> &str {
    program.rsplit(['/', '\\']).next().unwrap_or(program)
}

/// The words of a command, with the address in the place of `%s`, or last; `%c` stands
/// for a colon and `%%` for a percent sign.
fn words(command: &str, address: &str) -> Option<Vec<String>> {
    let words = shlex::split(command).filter(|words| !words.is_empty())?;
    let mut placed = false;
    let mut words: Vec<_> = words
        .iter()
        .map(|word| {
            let mut filled = String::new();
            let mut letters = word.chars();
            while let Some(letter) = letters.next() {
                let sign = (letter == '%').then(|| letters.clone().next()).flatten();
                match sign {
                    Some('s') => {
                        placed = true;
                        filled += address;
                    }
                    Some('c') => filled.push(':'),
                    Some('%') => filled.push('%'),
                    _ => {
                        filled.push(letter);
                        continue;
                    }
                }
                letters.next();
            }
            filled
        })
        .collect();
    if !placed {
        words.push(address.to_owned());
    }
    Some(words)
}

/// Starts a command, watches it for failing at once, and reaps it when it ends.
/// Returns whether it did not fail.
fn launch(command: &str, address: &str) -> io::Result<bool> {
    let words = words(command, address).ok_or(io::ErrorKind::InvalidInput)?;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let ended = detached::run(&words, None, WATCHED)?;
    // It may run on, as a browser does.
    Ok(ended.is_none_or(|status| status.success() || name(words[0]) == SAYS_NOTHING))
}

/// Whether this is a Linux within Windows.
fn within_wsl() -> bool {
    cfg!(target_os = "linux") && environment::value("WSL_DISTRO_NAME").is_some()
}

/// Whether there is a graphical screen to open a page on.
fn has_display() -> bool {
    // Elsewhere than on such Unix desktops, there always is one.
    let may_lack = cfg!(unix) && !cfg!(target_os = "macos");
    let signs = ["DISPLAY", "WAYLAND_DISPLAY"];
    !may_lack || within_wsl() || signs.iter().any(|name| environment::value(name).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn every_browser_of_the_list_counts_but_those_of_text() {
        for (list, expected) in [
            ("firefox", &["firefox"][..]),
            ("firefox:chromium", &["firefox", "chromium"]),
            (":firefox::", &["firefox"]),
            ("firefox -P a %s:open %s", &["firefox -P a %s", "open %s"]),
            ("lynx:firefox:/usr/bin/w3m -o x", &["firefox"]),
            ("'/opt/a:b/browser' -n:c", &["'/opt/a:b/browser' -n", "c"]),
            ("\"/opt/a:b\":c", &["\"/opt/a:b\"", "c"]),
            ("/opt/a\\:b:c", &["/opt/a\\:b", "c"]),
            ("\"a\\\":b\":c", &["\"a\\\":b\"", "c"]),
            ("", &[]),
            ("'unclosed", &[]),
        ] {
            assert_eq!(graphical(list), expected, "{list:?}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn each_is_tried_until_one_opens_and_what_was_tried_is_known() {
        let list = |commands: &[&str]| commands.iter().map(|&it| it.to_owned()).collect();
        let address = "https://grok.com/";
        try_each(list(&["/nonexistent/a", "false", "true"]), address).expect("the last opens");
        let failed = try_each(list(&["/nonexistent/a", "false"]), address).expect_err("none");
        let tried: Vec<_> = failed
            .iter()
            .map(|it| (&*it.command, it.error.is_some()))
            .collect();
        assert_eq!(tried, [("/nonexistent/a", true), ("false", false)]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_browser_has_a_session_of_its_own() {
        let dir = tempfile::tempdir().expect("a folder");
        let stat = dir.path().join("stat");
        let command = format!("sh -c 'cat /proc/$$/stat > {} && true' %s", stat.display());
        assert!(launch(&command, "https://grok.com/").expect("a command"));
        let stat = std::fs::read_to_string(stat).expect("it ran");
        let fields: Vec<_> = stat.split(' ').collect();
        assert_eq!(fields[0], fields[5], "its session is its own: {stat}");
    }

    #[test]
    fn nothing_but_an_address_is_handed_on() {
        for text in [
            "http://example.ch/",
            "file:///etc/passwd",
            "-x",
            "https://a b",
            "https://\u{1b}",
            "https://user@example.ch/",
            "https://user:word@example.ch/",
            "https://example.ch:8443/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://localhost/",
            "https:example.ch/",
            "https://example.ch/a/../b",
            "HTTPS://example.ch/",
            "javascript:alert(1)",
            "data:text/html,x",
        ] {
            let refused = open(text, Some("true")).expect_err(text);
            assert!(matches!(refused, Error::Failed(_)), "{text}");
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
            (
                "open a%cb 100%% --url=%s%",
                vec!["open", "a:b", "100%", &format!("--url={address}%")],
            ),
            ("open %%s", vec!["open", "%s", address]),
            ("open %d", vec!["open", "%d", address]),
        ] {
            assert_eq!(words(command, address).expect(command), expected);
        }
        assert_eq!(words("", address), None);
    }
}
