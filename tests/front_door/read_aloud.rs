//! Line mode as it is heard: the real program under a real screen reader for
//! terminals, whose voice writes down what it is given to say.
//!
//! Needs yasr, and so is not run unless asked for:
//! `cargo test --test front_door read_aloud -- --ignored`

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use nonmerci::words::Name;
use tempfile::TempDir;

use crate::support::edition::built_in;
use crate::support::languages::languages;
use crate::support::pseudo_terminal::PseudoTerminal;
use crate::support::waiting::until;

/// Somebody who hears line mode and answers.
struct Listener {
    terminal: PseudoTerminal,
    voice: PathBuf,
    _home: TempDir,
}

impl Listener {
    /// Starts the program under the screen reader.
    fn new(arguments: &[&str]) -> Self {
        let home = TempDir::new().expect("a folder for the test");
        let voice = home.path().join("said");
        // What yasr takes for a voice: it reads commands, a line each.
        let server = home.path().join("voice");
        let script = format!("#!/bin/sh\nexec cat >{}\n", voice.display());
        fs::write(&server, script).expect("the voice");
        fs::set_permissions(&server, fs::Permissions::from_mode(0o700)).expect("the voice");
        let settings = home.path().join("settings");
        let text = format!(
            "[options]\ncursor tracking=full\nkey echo=off\nspecial=off\n\
             synthesizer=emacspeak server\nsynthesizer port=|{}\n\
             [Emacspeak server]\nrate=175\npunctuation=some\n",
            server.display()
        );
        fs::write(&settings, text).expect("its settings");
        let settings = settings.display().to_string();
        let program = env!("CARGO_BIN_EXE_nonmerci");
        let arguments = [&["-C", &settings, "--", program], arguments].concat();
        let own = home.path().display().to_string();
        let variables = [
            ("PATH", "/usr/local/bin:/usr/bin:/bin"),
            ("TERM", "vt100"),
            ("LANG", "C.UTF-8"),
            ("NONMERCI_PLAIN", "1"),
            ("HOME", &own),
            ("XDG_STATE_HOME", &own),
        ];
        Self {
            terminal: PseudoTerminal::start((80, 24), "yasr", &arguments, &variables),
            voice,
            _home: home,
        }
    }

    /// What was said so far, without the spaces: the voice is given a line of the
    /// screen at a time.
    fn heard(&self) -> String {
        let said = fs::read_to_string(&self.voice).unwrap_or_default();
        let said = said.lines().filter_map(|line| {
            let text = line.strip_prefix("q {")?.strip_suffix('}')?;
            Some(close_up(text))
        });
        said.collect()
    }

    /// Waits until this was said so many times.
    fn wait_for(&self, text: &str, times: usize) {
        let closed = close_up(text);
        until(|| {
            let heard = self.heard();
            match heard.matches(&closed).count() {
                enough if enough >= times => Ok(()),
                _ => Err(format!("{text:?} is not said: {heard}")),
            }
        });
    }

    fn answer(&mut self, answer: &str) {
        self.terminal.type_keys(&format!("{answer}\r"));
    }

    /// What the program wrote so far.
    fn written(&self) -> String {
        let written: Vec<u8> = self.terminal.output.try_iter().flatten().collect();
        String::from_utf8(written).expect("UTF-8")
    }
}

fn close_up(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
#[ignore = "needs yasr"]
fn linkedin_is_walked_to_the_end_by_ear_and_all_is_said_once_and_in_order() {
    for language in languages() {
        let texts = built_in().texts(language);
        let words = &texts.interface;
        let mut listener = Listener::new(&["walk", "linkedin", "--lang", language]);
        let forward = &*words.line_mode.prompt_forward;
        // On to the question whether it is done; yes; on to the end.
        let asks = &*words.line_mode.prompt_done;
        for (prompt, times, answer) in [
            (forward, 1, ""),
            (forward, 2, ""),
            (forward, 3, ""),
            (asks, 1, "2"),
            (forward, 4, ""),
            (forward, 5, ""),
            (forward, 6, ""),
        ] {
            listener.wait_for(prompt, times);
            listener.answer(answer);
        }
        listener.wait_for(&words.line_mode.prompt_finish, 1);
        listener.answer("");
        let platforms = &built_in().catalogue.platforms;
        let next = platforms.iter().find(|facts| facts.id != "linkedin");
        let menu = words.line_mode.prompt_name.fill(&Name {
            name: next.expect("another platform").name.to_string(),
        });
        listener.wait_for(&menu, 1);
        // What is said on leaving is not waited for: yasr leaves too, at once.
        let heard = listener.heard();
        let written = listener.written();
        assert!(!written.contains('\x1b'), "{written:?}");
        let prompts = [forward, asks, &*words.line_mode.prompt_finish, &*menu].map(close_up);
        let mut from = 0;
        let lines: Vec<_> = written.lines().map(close_up).collect();
        for line in &lines {
            // An answer stands behind its prompt, and is said apart if at all.
            let prompt = prompts.iter().find(|prompt| line.starts_with(*prompt));
            let line = prompt.unwrap_or(line);
            let Some(found) = heard[from..].find(line) else {
                panic!("{language}: {line:?} is not said: {heard}");
            };
            from += found + line.len();
        }
        // Nothing twice. Short lines may well be part of others.
        let written = close_up(&written);
        for line in lines.iter().filter(|line| line.len() > 20) {
            let times = written.matches(line.as_str()).count();
            assert_eq!(
                heard.matches(line.as_str()).count(),
                times,
                "{language}: {line}"
            );
        }
    }
}
