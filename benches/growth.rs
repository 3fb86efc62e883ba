//! How the program grows with the number of platforms: how long it takes to list them, to
//! draw its first frame, to check them, to answer to a key of the list and of the search,
//! and how much memory it holds.
//!
//! ```text
//! cargo build --release --bins --examples && cargo bench --bench growth
//! ```
//!
//! Other numbers of platforms may be named behind `--`. Each is a folder laid over the
//! program, in all languages. All are measured in one run, so that their ratios count.
//! Then come the commands, with the platforms of the program itself, beside a program that
//! prints a line and nothing else.

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::rc::Rc;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent};
use nonmerci::app::{Message, Model, update};
use nonmerci::catalogue::Catalogue;
use nonmerci::checklist::Checklist;
use nonmerci::content::Source;
use nonmerci::language::Language;
use nonmerci::screen::{self, Look};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

#[path = "../tests/support/many_platforms.rs"]
mod many_platforms;

/// How many platforms, where nobody says.
const COUNTS: [usize; 5] = [10, 50, 100, 1000, 10_000];

/// How often a program is started, and how often a key is pressed.
const STARTS: usize = 5;
const KEYS: usize = 201;

/// What is searched for: names, companies, the words of a switch, and a slip of the
/// finger.
const SEARCHED: [&str; 5] = [
    "instagram",
    "google",
    "améliorer",
    "copilot in word",
    "linkdein",
];

/// What nothing is called.
const IN_VAIN: [&str; 3] = ["zzzzzzzz", "qwertzuiop", "entreprise inconnue"];

fn main() {
    let arguments = std::env::args().skip(1);
    let counts: Vec<usize> = arguments.filter_map(|count| count.parse().ok()).collect();
    let counts = if counts.is_empty() {
        COUNTS.to_vec()
    } else {
        counts
    };
    commands();
    println!(
        "{:>9} {:>9} {:>11} {:>9} {:>9} {:>10} {:>10} {:>8}",
        "platforms", "list", "first frame", "check", "key", "search key", "in vain", "memory"
    );
    for count in counts {
        let folder = tempfile::tempdir().expect("a folder");
        let content = folder.path().join("content");
        let originals = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        many_platforms::write(&originals, &content, count);
        let listed = median(|| run(folder.path(), &["list", "--content"], &content));
        let checked = median(|| run(folder.path(), &["content", "check"], &content));
        let mut memory = 0;
        let frame = median(|| {
            let (frame, peak) = first_frame(folder.path(), &content);
            memory = memory.max(peak);
            frame
        });
        let mut program = Program::new(&content);
        let key = program.key();
        let search = program.slowest_of(&SEARCHED);
        let in_vain = program.slowest_of(&IN_VAIN);
        println!(
            "{count:>9} {listed:>9.1?} {frame:>11.1?} {checked:>9.1?} {key:>9.1?} {search:>10.1?} {in_vain:>10.1?} {memory:>5} MB"
        );
    }
}

/// How often a command is started.
const COMMANDS: usize = 201;

/// Measures commands, taking turns with a program that prints a line. All are copied
/// first, as an installation does.
fn commands() {
    let program = Path::new(env!("CARGO_BIN_EXE_nonmerci"));
    let home = tempfile::tempdir().expect("a home");
    let line = program.with_file_name("examples").join("line");
    assert!(
        line.exists(),
        "build it first: cargo build --release --bins --examples"
    );
    let folder = tempfile::tempdir().expect("a folder");
    let install = |from: &Path| {
        let to = folder.path().join(from.file_name().expect("a file"));
        fs::copy(from, &to).expect("a copy");
        to
    };
    let (program, line) = (install(program), install(&line));
    let command = |program: &Path, arguments: &[&str]| {
        let mut command = Command::new(program);
        command.env_clear().envs(environment(home.path()));
        command.args(arguments);
        command
    };
    let mut completion = command(&program, &["--", "nonmerci", "show", "lin"]);
    completion.envs([("NONMERCI_COMPLETE", "bash"), ("_CLAP_COMPLETE_INDEX", "2")]);
    completion.envs([("_CLAP_COMPLETE_COMP_TYPE", "9"), ("_CLAP_IFS", "\n")]);
    let mut measured = [
        ("a line", command(&line, &[])),
        ("list --json", command(&program, &["list", "--json"])),
        (
            "mark linkedin later",
            command(&program, &["mark", "linkedin", "later"]),
        ),
        ("completion of a platform", completion),
    ]
    .map(|(what, command)| (what, command, Vec::new()));
    for _ in 0..COMMANDS {
        for (_, command, times) in &mut measured {
            times.push(timed(command));
        }
    }
    let mut least = None;
    for (what, _, times) in measured {
        let time = middle(times);
        let least = least.get_or_insert(time).as_secs_f64();
        println!(
            "{what:<25} {time:>9.1?} {:>6.2}",
            time.as_secs_f64() / least
        );
    }
}

/// The median of several times.
fn median(mut once: impl FnMut() -> Duration) -> Duration {
    middle((0..STARTS).map(|_| once()).collect())
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// The variables of a program that is new to its reader, who speaks French.
fn environment(home: &Path) -> [(&'static str, String); 4] {
    let home = home.to_str().expect("UTF-8").to_owned();
    [
        ("TERM", "xterm-256color".to_owned()),
        ("LANG", "fr_CH.UTF-8".to_owned()),
        ("HOME", home.clone()),
        ("XDG_STATE_HOME", home),
    ]
}

/// The time that a command takes.
fn run(home: &Path, arguments: &[&str], content: &Path) -> Duration {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nonmerci"));
    command.env_clear().envs(environment(home));
    command.args(arguments).arg(content);
    timed(&mut command)
}

/// The time that a command takes, whose output nobody reads.
fn timed(command: &mut Command) -> Duration {
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let status = command.status().expect("the program");
    let time = start.elapsed();
    assert!(status.success(), "{command:?}: {status}");
    time
}

/// The time from the start of the program to its first frame, and the most memory it
/// held until then, in megabytes, where the system tells.
fn first_frame(home: &Path, content: &Path) -> (Duration, usize) {
    let size = PtySize {
        rows: 24,
        cols: 80,
        ..PtySize::default()
    };
    let pty = native_pty_system().openpty(size).expect("a terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_nonmerci"));
    command.env_clear();
    for (name, value) in environment(home) {
        command.env(name, value);
    }
    command.args(["--no-save", "--content"]);
    command.arg(content);
    let mut reader = pty.master.try_clone_reader().expect("its output");
    let start = Instant::now();
    let mut child = pty.slave.spawn_command(command).expect("the program");
    let (mut written, mut bytes) = (Vec::new(), [0; 8192]);
    // What the first frame ends with.
    while !String::from_utf8_lossy(&written).contains("passer") {
        let count = reader.read(&mut bytes).expect("its output");
        assert!(count > 0, "it ended before its first frame");
        written.extend_from_slice(&bytes[..count]);
    }
    let time = start.elapsed();
    let process = child.process_id().unwrap_or_default();
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.parse::<usize>().ok());
    child.kill().expect("its end");
    child.wait().expect("its end");
    (time, peak.unwrap_or_default() / 1000)
}

/// The program without its terminal.
struct Program {
    model: Model,
    terminal: Terminal<TestBackend>,
}

impl Program {
    fn new(content: &Path) -> Self {
        let source = Source::with_folder(content).expect("the folder");
        let catalogue = Catalogue::load(source).expect("the content");
        let texts = catalogue.texts(&Language::french()).expect("the words");
        let today = jiff::civil::date(2026, 11, 30).into();
        let checklist = Checklist::default();
        let model = Model::new(Rc::new(catalogue), texts, checklist, today, None);
        let terminal = Terminal::new(TestBackend::new(80, 24)).expect("a terminal");
        let mut program = Self { model, terminal };
        program.press(KeyCode::Home);
        program
    }

    /// Presses a key, and draws what comes of it. Returns how long that takes.
    fn press(&mut self, key: KeyCode) -> Duration {
        let start = Instant::now();
        update(&mut self.model, Message::Key(KeyEvent::from(key)));
        let mut extent = None;
        let model = &self.model;
        let drawn = self.terminal.draw(|frame| {
            extent = Some(screen::draw(model, Look::default(), frame));
        });
        drawn.expect("a frame");
        let extent = extent.expect("what was drawn");
        update(&mut self.model, Message::Drawn(extent));
        start.elapsed()
    }

    /// The time that a key of the list takes.
    fn key(&mut self) -> Duration {
        self.press(KeyCode::End);
        self.press(KeyCode::Home);
        let keys = [KeyCode::Down, KeyCode::Up];
        middle(
            (0..KEYS)
                .map(|number| self.press(keys[number % 2]))
                .collect(),
        )
    }

    /// The time that the slowest letter takes of these, as they are typed into the search.
    /// Of each letter, it is the median of several times.
    fn slowest_of(&mut self, texts: &[&str]) -> Duration {
        let mut slowest = Duration::ZERO;
        for text in texts {
            let mut times = vec![Vec::new(); text.chars().count()];
            for _ in 0..STARTS {
                self.press(KeyCode::Char('/'));
                for (letter, times) in text.chars().zip(&mut times) {
                    times.push(self.press(KeyCode::Char(letter)));
                }
                self.press(KeyCode::Esc);
            }
            slowest = slowest.max(times.into_iter().map(middle).max().unwrap_or_default());
        }
        slowest
    }
}
