//! The real program in a pseudo-terminal: the promises only a terminal can tell.

use std::io::{Read as _, Write as _};
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

use crate::command_line::StubBrowser;
use crate::driver::Driver;

const LINKEDIN: &str = "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement";

/// How long to wait for what must come. It is the measure of nothing: only a test
/// that fails ever waits this long.
const PATIENCE: Duration = Duration::from_secs(30);

/// A program in a terminal.
pub(crate) struct Session {
    pub(crate) child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn std::io::Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// All it wrote so far that was waited for.
    pub(crate) written: Vec<u8>,
    modes: String,
}

impl Session {
    /// Starts a program in a terminal of 80 by 24.
    fn start(program: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::start_in((80, 24), program, arguments, variables)
    }

    /// Starts a program in a terminal of so many columns and lines.
    fn start_in(
        (cols, rows): (u16, u16),
        program: &str,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        let size = PtySize {
            rows,
            cols,
            ..PtySize::default()
        };
        let pty = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        for (name, value) in [("PATH", "/usr/bin:/bin"), ("TERM", "xterm-256color")] {
            command.env(name, value);
        }
        for (name, value) in variables {
            command.env(name, value);
        }
        let modes = modes(&*pty.master);
        let child = pty.slave.spawn_command(command).expect("the program");
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().expect("its output");
        let keyboard = pty.master.take_writer().expect("its keyboard");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            master: pty.master,
            keyboard,
            output,
            screen: parser(rows, cols),
            written: Vec::new(),
            modes,
        }
    }

    /// The program itself, with a checklist of its own in `home`.
    pub(crate) fn nonmerci(home: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::nonmerci_in((80, 24), home, arguments, variables)
    }

    /// The same in a terminal of so many columns and lines.
    pub(crate) fn nonmerci_in(
        size: (u16, u16),
        home: &Path,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        let home = home.display().to_string();
        let own = [
            ("HOME", home.as_str()),
            ("XDG_STATE_HOME", &home),
            ("LANG", "fr_CH.UTF-8"),
        ];
        let variables: Vec<_> = own.iter().chain(variables).copied().collect();
        Self::start_in(size, env!("CARGO_BIN_EXE_nonmerci"), arguments, &variables)
    }

    /// Waits until the screen shows a text.
    pub(crate) fn wait_for(&mut self, text: &str) -> &mut Self {
        self.wait_until(text, |screen| screen.contents().contains(text))
    }

    pub(crate) fn wait_until(
        &mut self,
        what: &str,
        reached: impl Fn(&vt100::Screen) -> bool,
    ) -> &mut Self {
        while !reached(self.screen.screen()) {
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) => {
                    panic!(
                        "{what:?} does not come:\n{}",
                        self.screen.screen().contents()
                    )
                }
                Err(RecvTimeoutError::Disconnected) => {
                    panic!(
                        "it ended before {what:?}:\n{}",
                        self.screen.screen().contents()
                    )
                }
            }
        }
        self
    }

    /// What the screen shows.
    pub(crate) fn contents(&self) -> String {
        self.screen.screen().contents()
    }

    /// Waits until the screen shows exactly this.
    pub(crate) fn wait_for_screen(&mut self, text: &str) -> &mut Self {
        let trimmed = |text: &str| {
            let lines: Vec<_> = text.trim_end().lines().map(str::trim_end).collect();
            lines.join("\n")
        };
        let wanted = trimmed(text);
        self.wait_until(text, |screen| trimmed(&screen.contents()) == wanted)
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.written.extend(bytes);
    }

    /// Types keys as a terminal sends them.
    pub(crate) fn type_keys(&mut self, keys: &str) -> &mut Self {
        self.keyboard
            .write_all(keys.as_bytes())
            .expect("the keyboard");
        self.keyboard.flush().expect("the keyboard");
        self
    }

    /// Gives the window another size.
    fn resize(&mut self, (cols, rows): (u16, u16)) {
        let size = |size| NonZero::new(size).expect("a size");
        let screen = self.screen.screen_mut();
        screen.set_size(size(rows), size(cols));
        let size = PtySize {
            rows,
            cols,
            ..PtySize::default()
        };
        self.master.resize(size).expect("a size");
    }

    /// Closes the terminal under the program.
    fn close(&mut self) {
        let other = native_pty_system().openpty(PtySize::default());
        // Whoever reads lets go of it when nobody listens to what comes next.
        self.output = channel().1;
        self.type_keys("j");
        self.keyboard = Box::new(std::io::sink());
        self.master = other.expect("a terminal").master;
    }

    fn signal(&self, name: &str) {
        let id = self.child.process_id().expect("a process").to_string();
        let sent = Command::new("kill").args([name, &id]).status();
        assert!(sent.expect("kill").success());
    }

    /// Waits for the end, and returns all that is on the screen then.
    pub(crate) fn end(&mut self) -> String {
        loop {
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    panic!("it does not end:\n{}", self.screen.screen().contents())
                }
            }
        }
        let status = self.child.wait().expect("its end");
        format!("{}{status:?}", self.screen.screen().contents())
    }

    /// The terminal is as it was before: its modes, its screen and its cursor.
    fn assert_given_back(&mut self, how: &str) {
        let screen = self.screen.screen();
        assert!(
            !screen.alternate_screen(),
            "{how}: the alternate screen stays"
        );
        assert!(!screen.hide_cursor(), "{how}: the cursor stays hidden");
        assert_eq!(modes(&*self.master), self.modes, "{how}: the modes stay");
    }
}

fn parser(rows: u16, columns: u16) -> vt100::Parser {
    // One that is not said is set by the test that does not say it.
    let size = |size| NonZero::new(size).unwrap_or(NonZero::<u16>::MIN);
    vt100::Parser::new(size(rows), size(columns), 0)
}

impl Drop for Session {
    fn drop(&mut self) {
        // A test that failed leaves nothing running. One that passed has nothing
        // left to end.
        let _ = self.child.kill();
    }
}

/// The modes of a terminal, as text to compare.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("a terminal"))
}

fn example(name: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_nonmerci"));
    program
        .with_file_name("examples")
        .join(name)
        .display()
        .to_string()
}

#[test]
fn a_person_walks_linkedin_to_the_end_and_finds_it_done_tomorrow() {
    let home = TempDir::new().expect("a folder for the test");
    let stub = StubBrowser::new();
    let browser = stub.command();
    let mut session = Session::nonmerci(home.path(), &[], &[("BROWSER", &browser)]);
    session.wait_for("› ○ LinkedIn").type_keys("\r");
    session.wait_for("1 sur 5").type_keys("\r");
    session
        .wait_for("2 sur 5")
        .wait_for(LINKEDIN)
        .type_keys("o");
    assert_eq!(stub.opened(), format!("{LINKEDIN}\n"));
    session
        .wait_for("L’adresse devrait s’ouvrir dans votre navigateur")
        .type_keys("\x1b[C");
    session
        .wait_for("3 sur 5")
        .wait_for("désactivé ○──")
        .type_keys("\r");
    session.wait_for("4 sur 5").type_keys(" ");
    session.wait_for("●").type_keys("\r");
    session.wait_for("5 sur 5").type_keys("\r");
    session.wait_for("En plus, 1 sur 2").type_keys("\r");
    session.wait_for("En plus, 2 sur 2").type_keys("\r");
    session.wait_for("● LinkedIn").type_keys("q");
    session.end();
    session.assert_given_back("q");

    let mut tomorrow = Session::nonmerci(home.path(), &[], &[]);
    tomorrow
        .wait_for("● LinkedIn")
        .wait_for("1 sur ")
        .type_keys("q");
    tomorrow.end();
    let checklist = std::fs::read_to_string(home.path().join("nonmerci/checklist.toml"))
        .expect("the checklist");
    for line in [
        "state = \"done\"",
        &format!("address = \"{LINKEDIN}\""),
        "facts = 2026-11-23",
    ] {
        assert!(checklist.contains(line), "{checklist}");
    }
}

#[test]
fn the_walk_can_begin_at_a_platform() {
    let home = TempDir::new().expect("a folder for the test");
    let mut session = Session::nonmerci(home.path(), &["walk", "facebook", "--lang", "de"], &[]);
    session.wait_for("Facebook · 1 von 5").type_keys("q");
    session.end();
}

#[test]
fn the_terminal_is_given_back_by_whichever_way_the_program_ends() {
    let home = TempDir::new().expect("a folder for the test");
    for how in ["q", "\x03"] {
        let mut session = Session::nonmerci(home.path(), &[], &[]);
        session.wait_for("› ○ LinkedIn").type_keys(how);
        session.end();
        session.assert_given_back(how);
    }
    for signal in [
        "-TERM", "-HUP", "-INT", "-QUIT", "-USR1", "-USR2", "-ALRM", "-XCPU",
    ] {
        let mut session = Session::nonmerci(home.path(), &[], &[]);
        // The seldom ones are caught before a key is answered to.
        session.wait_for("› ○ LinkedIn").type_keys("j");
        session.wait_for("› ○ Facebook").signal(signal);
        let end = session.end();
        assert!(end.contains("code: 0"), "{signal}: {end}");
        session.assert_given_back(signal);
    }
    for how in ["panic", "panic-before-drawing", "panic-elsewhere", "error"] {
        let mut session = Session::start(&example("leave_badly"), &[how], &[]);
        let end = session.end();
        assert!(
            end.contains("on purpose"),
            "{how} is told on the screen as it was: {end}"
        );
        session.assert_given_back(how);
    }
}

#[test]
fn line_mode_is_chosen_by_each_of_its_signs() {
    let home = TempDir::new().expect("a folder for the test");
    let prompt = "un numéro, un nom ou «aide»:";
    for (arguments, variables) in [
        (&["--plain"][..], &[][..]),
        (&[], &[("TERM", "dumb")]),
        (&[], &[("NONMERCI_PLAIN", "1")]),
    ] {
        let mut session = Session::nonmerci(home.path(), arguments, variables);
        session.wait_for(prompt).type_keys("q\r");
        let end = session.end();
        assert!(end.contains("Au revoir."), "{end}");
        session.assert_given_back("q");
        // What is typed is seen as it is typed, and not a second time.
        assert_eq!(end.matches("«aide»: q").count(), 1, "{end}");
    }
    for value in ["0", ""] {
        let mut session = Session::nonmerci(home.path(), &[], &[("NONMERCI_PLAIN", value)]);
        session.wait_for("› ○ LinkedIn").type_keys("q");
        session.end();
    }
}

#[test]
fn line_mode_is_left_politely_by_whichever_way() {
    for (how, signal) in [
        ("\x03", None),
        ("\x04", None),
        ("", Some("-INT")),
        ("", Some("-TERM")),
    ] {
        let home = TempDir::new().expect("a folder for the test");
        let mut session = Session::nonmerci(home.path(), &["walk", "linkedin", "--plain"], &[]);
        session
            .wait_for("Entrée pour continuer")
            .type_keys("fait\r");
        session
            .wait_for("LinkedIn: fait.")
            .wait_until("the next prompt", |screen| {
                screen.contents().matches("Entrée pour continuer").count() == 2
            });
        session.type_keys(how);
        if let Some(signal) = signal {
            session.signal(signal);
        }
        let end = session.end();
        assert!(end.contains("Au revoir. Tout est enregistré."), "{end}");
        assert!(end.contains("code: 0"), "{end}");
        let file = home.path().join("nonmerci/checklist.toml");
        let saved = std::fs::read_to_string(file).expect("the checklist");
        assert!(saved.contains("state = \"done\""), "{saved}");
    }
}

#[test]
fn in_line_mode_a_word_is_never_cut_and_only_copying_sends_a_sequence() {
    let home = TempDir::new().expect("a folder for the test");
    let walk = ["walk", "linkedin", "--plain"];
    let mut session = Session::nonmerci(home.path(), &walk, &[]);
    session.wait_for("Entrée pour continuer").type_keys("\r");
    // The prompt of the first step is still on the screen.
    session.wait_until("the prompt of the second step", |screen| {
        let contents = screen.contents();
        let second = contents.split("Étape 2 sur 5").nth(1);
        second.is_some_and(|second| second.contains("choisir, ou «aide»"))
    });
    let contents = session.screen.screen().contents();
    let lines: Vec<_> = contents.lines().collect();
    assert!(lines.contains(&LINKEDIN), "{contents}");
    // A line that the terminal has to break by itself comes back as one.
    let longest = lines.iter().map(|line| line.chars().count()).max();
    assert!(longest < Some(80), "{contents}");
    session
        .type_keys("c\r")
        .wait_for("envoyée au presse-papiers du terminal: collez-la");
    session.type_keys("q\r");
    session.end();
    // A terminal that only prints is not sent any: the address stands there.
    let mut session = Session::nonmerci(home.path(), &["walk", "linkedin"], &[("TERM", "dumb")]);
    session
        .wait_for("Étape 2 sur 5")
        .wait_for("choisir, ou «aide»");
    session
        .type_keys("c\r")
        .wait_for("Voici l’adresse, seule sur sa ligne:");
    session.type_keys("q\r");
    session.end();
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_back() {
    let home = TempDir::new().expect("a folder for the test");
    let own = home.path().display().to_string();
    let variables = [
        ("HOME", own.as_str()),
        ("XDG_STATE_HOME", &own),
        ("LANG", "fr_CH.UTF-8"),
        ("PS1", "shell> "),
    ];
    let mut shell = Session::start("/bin/bash", &["--norc", "--noprofile", "-i"], &variables);
    shell.wait_for("shell>");
    shell.type_keys(&format!("{}\r", env!("CARGO_BIN_EXE_nonmerci")));
    shell.wait_for("› ○ LinkedIn").type_keys("j");
    shell.wait_for("› ○ Facebook").type_keys("\x1a");
    shell.wait_until("the shell", |screen| {
        !screen.alternate_screen() && !screen.hide_cursor() && screen.contents().contains("Stopped")
    });
    shell.type_keys("echo $((6*7))\r").wait_for("42");
    shell.type_keys("fg\r");
    // Redrawn whole, at the place where the reader was.
    shell.wait_until("the list", |screen| {
        let text = screen.contents();
        screen.alternate_screen()
            && text.contains("› ○ Facebook")
            && text.contains("? aide")
            && !text.contains("42")
    });
    shell.type_keys("q");
    // What is typed before the shell asks again would be the program's.
    shell.wait_until("the shell again", |screen| {
        !screen.alternate_screen() && screen.contents().matches("shell>").count() == 4
    });
    shell.type_keys("exit\r");
    shell.end();
}

#[test]
fn a_window_that_changes_is_redrawn_whole_on_every_screen() {
    let home = TempDir::new().expect("a folder for the test");
    let arguments = ["--lang", "de", "--no-save"];
    let first = (40, 12);
    let mut session = Session::nonmerci_in(first, home.path(), &arguments, &[]);
    let mut driver = Driver::new("de", first);
    driver.model.file = None;
    session.wait_for_screen(&driver.screen());
    for (key, sent) in [
        ("", ""),
        ("/", "/"),
        ("Esc", "\x1b"),
        ("?", "?"),
        ("Esc", "\x1b"),
        ("L", "L"),
        ("Esc", "\x1b"),
        ("a", "a"),
        ("i", "i"),
        ("Esc", "\x1b"),
        // The walk that this page of the story leads to.
        ("Enter", "\r"),
        ("Space", " "),
        ("Right", "\x1b[C"),
        ("PageDown", "\x1b[6~"),
        ("r", "r"),
        ("Esc", "\x1b"),
        ("Right", "\x1b[C"),
        ("Right", "\x1b[C"),
    ] {
        session.type_keys(sent);
        session.wait_for_screen(&driver.press(key).screen());
        for size in [(10, 3), (120, 40), first] {
            session.resize(size);
            session.wait_for_screen(&driver.resize(size).screen());
        }
    }
    session.type_keys("q").end();
}

/// As on a serial line.
#[test]
fn a_window_that_does_not_say_its_size_shows_all_the_same() {
    let home = TempDir::new().expect("a folder for the test");
    for size in [(0, 0), (80, 0), (0, 24)] {
        let mut session = Session::nonmerci_in(size, home.path(), &[], &[]);
        session.screen = parser(24, 80);
        session.wait_for("› ○ LinkedIn").wait_for("? aide");
        session.type_keys("q").end();
    }
}

#[test]
fn what_is_pasted_is_not_taken_for_keys() {
    let home = TempDir::new().expect("a folder for the test");
    let mut session = Session::nonmerci(home.path(), &["--lang", "fr"], &[]);
    session.wait_for("› ○ LinkedIn");
    assert!(
        String::from_utf8_lossy(&session.written).contains("\x1b[?2004h"),
        "the terminal is asked to mark what is pasted"
    );
    // Were these keys, they would tick off, go down, and leave.
    session.type_keys("\x1b[200~ j j\rq\x03\x1b[201~j");
    session.wait_for("› ○ Facebook").wait_for("○ LinkedIn");
    session.type_keys("q").end();
    assert!(!home.path().join("nonmerci").exists());
}

#[test]
fn keys_that_come_faster_than_it_draws_all_count() {
    let home = TempDir::new().expect("a folder for the test");
    let arguments = ["--lang", "it", "--no-save"];
    let mut session = Session::nonmerci(home.path(), &arguments, &[]);
    let mut driver = Driver::new("it", (80, 24));
    driver.model.file = None;
    session.wait_for_screen(&driver.screen());
    // Down, held; up, held for less; the same with the arrows.
    session
        .type_keys(&"j".repeat(500))
        .type_keys(&"k".repeat(30));
    session
        .type_keys(&"\x1b[A".repeat(10))
        .type_keys(&"\x1b[B".repeat(3));
    driver
        .press("End")
        .press(&"Up ".repeat(40))
        .press("Down Down Down");
    session.wait_for_screen(&driver.screen());
    // A search typed in one go, kept, and left.
    session.type_keys("/reti sociali\r");
    driver.press("/").type_text("reti sociali").press("Enter");
    session.wait_for_screen(&driver.screen());
    session.type_keys("q").end();
}

/// A terminal that is closed sends its hang-up to the program that began the session
/// alone. Where that keeps it to itself, as `make` or `npm run` may, the program
/// finds out all the same, and does not go on asking for keys for ever.
#[cfg(unix)]
#[test]
fn a_terminal_that_is_gone_ends_the_program_even_if_nobody_says_so() {
    let home = TempDir::new().expect("a folder for the test");
    let path = home.path().display().to_string();
    let script = "trap '' HUP; \"$0\" --no-save; exit";
    let mut session = Session::start(
        "/bin/sh",
        &["-c", script, env!("CARGO_BIN_EXE_nonmerci")],
        &[("HOME", &path), ("LANG", "fr_CH.UTF-8")],
    );
    session.wait_for("› ○ LinkedIn").close();
    let group = session.child.process_id().expect("a process");
    let (sender, end) = channel();
    let ended = thread::scope(|scope| {
        scope.spawn(|| sender.send(session.child.wait()));
        let ended = end.recv_timeout(PATIENCE);
        if ended.is_err() {
            // Not the shell alone: the program would run on.
            let group = format!("-{group}");
            let killed = Command::new("kill").args(["-KILL", "--", &group]).status();
            assert!(killed.expect("kill").success());
        }
        ended
    });
    // Whether it was drawing when the terminal went, and so failed, is all the same.
    let status = ended.expect("it goes on without a terminal");
    status.expect("its end");
}

/// A terminal that takes nothing any more, as one that was stopped, keeps the thread
/// that draws waiting. Whoever ends the program then still ends it.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[test]
fn a_terminal_that_takes_nothing_does_not_keep_the_program_from_ending() {
    let home = TempDir::new().expect("a folder for the test");
    let pty = native_pty_system()
        .openpty(PtySize::default())
        .expect("a terminal");
    let before = modes(&*pty.master);
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_nonmerci"));
    command.arg("--no-save");
    command.env("HOME", home.path());
    let mut child = pty.slave.spawn_command(command).expect("the program");
    let id = child.process_id().expect("a process").to_string();
    // Nobody reads what it writes, and each other size makes it write more.
    let full = (0..1_000_000_u32).any(|turn| {
        let cols = if turn.is_multiple_of(2) { 200 } else { 199 };
        let size = PtySize {
            rows: 100,
            cols,
            ..PtySize::default()
        };
        pty.master.resize(size).expect("a size");
        // write(2), to standard output, and the same one for so long that it waits.
        let writes = || {
            let call = std::fs::read_to_string(format!("/proc/{id}/syscall")).unwrap_or_default();
            call.starts_with("1 0x1 ").then_some(call)
        };
        writes().is_some_and(|first| {
            std::iter::repeat_with(writes)
                .take(1_000)
                .all(|call| call.as_ref() == Some(&first))
        })
    });
    assert!(full, "the terminal takes all that is written");
    let sent = Command::new("kill").args(["-TERM", &id]).status();
    assert!(sent.expect("kill").success());
    let (sender, end) = channel();
    let ended = thread::scope(|scope| {
        scope.spawn(|| sender.send(child.wait()));
        let ended = end.recv_timeout(PATIENCE);
        if ended.is_err() {
            let killed = Command::new("kill").args(["-KILL", &id]).status();
            assert!(killed.expect("kill").success());
        }
        ended
    });
    ended.expect("it goes on").expect("its end");
    assert_eq!(modes(&*pty.master), before, "the modes stay");
}

/// While nobody types, no thread of the program can wake up: each waits for an
/// event, without a time limit.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[test]
fn nothing_runs_while_nobody_types() {
    let home = TempDir::new().expect("a folder for the test");
    let mut session = Session::nonmerci(home.path(), &[], &[]);
    session.wait_for("› ○ LinkedIn").type_keys("\r");
    session.wait_for("1 sur 5");
    let id = session.child.process_id().expect("a process");
    let tasks = || {
        let tasks = std::fs::read_dir(format!("/proc/{id}/task")).expect("the threads");
        let calls = tasks.map(|task| {
            let path = task.expect("a thread").path().join("syscall");
            std::fs::read_to_string(path).unwrap_or_default()
        });
        calls.collect::<Vec<_>>()
    };
    // Threads that are still running have no call to wait in yet.
    let waiting = std::iter::repeat_with(tasks).take(1_000_000).find(|calls| {
        calls
            .iter()
            .all(|call| !call.starts_with("running") && !call.is_empty())
    });
    let waiting = waiting.expect("the program comes to rest");
    assert!(
        waiting.len() >= 3,
        "drawing, reading and signals: {waiting:?}"
    );
    for call in &waiting {
        let words: Vec<&str> = call.split_whitespace().collect();
        let argument = |place: usize| {
            u64::from_str_radix(words[place].trim_start_matches("0x"), 16).expect("a number")
        };
        let forever = match words[0] {
            // read, recvfrom
            "0" | "45" => true,
            // poll
            "7" => argument(3) & 0xffff_ffff == 0xffff_ffff,
            // futex, ppoll
            "202" => argument(4) == 0,
            "271" => argument(3) == 0,
            // epoll_wait, epoll_pwait
            "232" | "281" => argument(4) & 0xffff_ffff == 0xffff_ffff,
            other => panic!("an unexpected call {other}: {call}"),
        };
        assert!(forever, "this thread will wake up by itself: {call}");
    }
    session.type_keys("q").end();
}

/// A key that changes nothing draws nothing, and one that moves the selection
/// writes a few cells, not the screen.
#[test]
fn drawing_writes_only_what_changed() {
    let home = TempDir::new().expect("a folder for the test");
    let mut session = Session::nonmerci(home.path(), &[], &[]);
    session.wait_for("› ○ LinkedIn").wait_for("? aide");
    while session.output.try_recv().is_ok() {}
    session.type_keys("j");
    let mut bytes = 0;
    while !session.screen.screen().contents().contains("› ○ Facebook") {
        let chunk = session.output.recv_timeout(PATIENCE).expect("the change");
        bytes += chunk.len();
        session.screen.process(&chunk);
    }
    assert!(bytes < 2_500, "{bytes} bytes for one line down");
    session.type_keys("q").end();
}

#[test]
#[cfg(target_os = "linux")]
fn a_tick_that_could_not_be_saved_is_told_after_leaving_too() {
    let home = TempDir::new().expect("a folder for the test");
    let arguments = ["--checklist", "/proc/nonmerci.toml"];
    let mut session = Session::nonmerci(home.path(), &arguments, &[]);
    session.wait_for("› ○ LinkedIn").type_keys(" ");
    session.wait_for("Non enregistré").type_keys("q");
    let end = session.end();
    assert!(end.contains("code: 1"), "{end}");
    let screen = session.contents();
    assert!(screen.contains("conseil:"), "{screen}");
}

#[test]
fn a_tick_that_could_not_be_saved_is_saved_along_with_the_next() {
    let home = TempDir::new().expect("a folder for the test");
    let mut session = Session::nonmerci(home.path(), &[], &[]);
    session.wait_for("› ○ LinkedIn");
    let folder = home.path().join("nonmerci");
    std::fs::write(&folder, "in the way").expect("a file");
    session.type_keys(" ").wait_for("Non enregistré");
    std::fs::remove_file(&folder).expect("the file");
    session.type_keys("j").wait_for("› ○ Facebook");
    session.type_keys(" ").wait_for("› ● Facebook");
    session.wait_for("● LinkedIn").type_keys("q");
    let end = session.end();
    assert!(end.contains("code: 0"), "{end}");
    let saved = std::fs::read_to_string(folder.join("checklist.toml")).expect("the checklist");
    for platform in ["linkedin", "facebook"] {
        assert!(
            saved.contains(&format!("[platforms.{platform}]")),
            "{saved}"
        );
    }
}

/// The system would end a program that writes more than it may, where it stands.
#[cfg(unix)]
#[test]
fn a_checklist_that_may_not_grow_is_told_and_ends_nothing() {
    let home = TempDir::new().expect("a folder for the test");
    let path = home.path().display().to_string();
    let script = "ulimit -f 0; exec \"$0\"";
    let mut session = Session::start(
        "/bin/sh",
        &["-c", script, env!("CARGO_BIN_EXE_nonmerci")],
        &[
            ("HOME", &path),
            ("XDG_STATE_HOME", &path),
            ("LANG", "fr_CH.UTF-8"),
        ],
    );
    session.wait_for("› ○ LinkedIn").type_keys(" ");
    session.wait_for("Non enregistré").type_keys("q");
    session.end();
    session.assert_given_back("q");
}
