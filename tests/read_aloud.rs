//! Line mode as it is heard: the real program under a real screen reader for
//! terminals, whose voice writes down what it is given to say.
//!
//! Needs yasr, and so is not run unless asked for:
//! `cargo test --test read_aloud -- --ignored`
#![cfg(target_os = "linux")]

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use nonmerci::catalogue::Catalogue;
use nonmerci::content::Source;
use nonmerci::language::Language;
use nonmerci::words::Texts;
use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use tempfile::TempDir;

/// How long to wait for what must come. It is the measure of nothing: only a test
/// that fails ever waits this long.
const PATIENCE: Duration = Duration::from_secs(60);

/// Somebody who hears line mode and answers.
struct Listener {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn std::io::Write + Send>,
    /// What the program wrote.
    written: Arc<Mutex<Vec<u8>>>,
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
        let size = PtySize {
            rows: 24,
            cols: 80,
            ..PtySize::default()
        };
        let pty = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new("yasr");
        command.args(["-C", &settings.display().to_string(), "--"]);
        command.arg(env!("CARGO_BIN_EXE_nonmerci"));
        command.args(arguments);
        command.env_clear();
        for (name, value) in [
            ("PATH", "/usr/local/bin:/usr/bin:/bin"),
            ("TERM", "vt100"),
            ("LANG", "C.UTF-8"),
            ("NONMERCI_PLAIN", "1"),
            ("HOME", &home.path().display().to_string()),
            ("XDG_STATE_HOME", &home.path().display().to_string()),
        ] {
            command.env(name, value);
        }
        let child = pty.slave.spawn_command(command).expect("yasr");
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().expect("its output");
        let keyboard = pty.master.take_writer().expect("its keyboard");
        let written = Arc::new(Mutex::new(Vec::new()));
        let all = written.clone();
        thread::spawn(move || {
            let _master = pty.master;
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                all.lock().expect("the output").extend(&bytes[..count]);
            }
        });
        Self {
            child,
            keyboard,
            written,
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
        let begun = Instant::now();
        let text = close_up(text);
        while self.heard().matches(&text).count() < times {
            let heard = self.heard();
            assert!(begun.elapsed() < PATIENCE, "{text:?} is not said: {heard}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn answer(&mut self, answer: &str) {
        let line = format!("{answer}\r");
        self.keyboard.write_all(line.as_bytes()).expect("an answer");
        self.keyboard.flush().expect("an answer");
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn close_up(text: &str) -> String {
    text.split_whitespace().collect()
}

fn texts(language: &str) -> std::rc::Rc<Texts> {
    let catalogue = Catalogue::load(Source::embedded()).expect("the content");
    let texts = catalogue.texts(&Language::new(language));
    texts.expect("the words")
}

#[test]
#[ignore = "needs yasr"]
fn linkedin_is_walked_to_the_end_by_ear_and_all_is_said_once_and_in_order() {
    for language in ["fr", "de", "it", "en"] {
        let words = &texts(language).interface;
        let mut listener = Listener::new(&["walk", "linkedin", "--lang", language]);
        let forward = &*words.line_mode.prompt_forward;
        // On to the question whether it is done; yes; on to the end.
        for (prompts, answer) in [
            (1, ""),
            (2, ""),
            (3, ""),
            (4, "2"),
            (5, ""),
            (6, ""),
            (7, ""),
        ] {
            listener.wait_for(forward, prompts);
            listener.answer(answer);
        }
        listener.wait_for(&words.line_mode.prompt_finish, 1);
        listener.answer("");
        let menu = words.line_mode.prompt_name.fill(&nonmerci::words::Name {
            name: "Facebook".to_owned(),
        });
        listener.wait_for(&menu, 1);
        // What is said on leaving is not waited for: yasr leaves too, at once.
        let heard = listener.heard();
        let written = listener.written.lock().expect("the output").clone();
        let written = String::from_utf8(written).expect("UTF-8");
        assert!(!written.contains('\x1b'), "{written:?}");
        let prompts = [forward, &*words.line_mode.prompt_finish, &*menu].map(close_up);
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
