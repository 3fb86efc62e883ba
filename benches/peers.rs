//! The program beside others that people know, in one run: how long it takes to its first
//! frame, how much memory it then holds, and how long a key takes from the press to the
//! last byte of its frame, all seen from outside, in a terminal of 80 by 24.
//!
//! ```text
//! cargo build --release --bins --examples && cargo bench --bench peers
//! ```
//!
//! What counts are the ratios: to a bare ratatui program (`examples/bare.rs`), and to a
//! bare list with a page (`examples/bare_list.rs`). All take turns, so that whatever else
//! the machine does strikes each of them. What is not installed is left out. The build of
//! another profile is named by its folder: `cargo bench --bench peers -- target/dist`.

use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use std::{fs, thread};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How often each is started, and each key pressed.
const STARTS: usize = 61;
const PRESSES: usize = 200;

/// After how long without a byte a frame is over.
const QUIET: Duration = Duration::from_millis(10);

/// For how long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";
const RIGHT: &str = "\x1b[C";
const LEFT: &str = "\x1b[D";
/// The same from a keyboard in the mode of applications, the one that dialog asks for.
const APPLICATION_DOWN: &str = "\x1bOB";
const APPLICATION_UP: &str = "\x1bOA";
const PAGE_DOWN: &str = "\x1b[6~";
const PAGE_UP: &str = "\x1b[5~";
const ESC: &str = "\x1b";
const BACKSPACE: &str = "\x7f";

/// A program that is started.
struct Peer {
    name: &'static str,
    command: Vec<String>,
    /// What its first frame ends with, or near enough.
    last_words: &'static str,
}

/// A key that is pressed over and over.
struct Press {
    what: &'static str,
    peer: &'static str,
    /// What leads to where it is pressed.
    before: &'static [&'static str],
    key: &'static str,
    /// What undoes it, which is not measured.
    back: &'static str,
    /// What it is held against.
    like: &'static str,
}

const MOVE: &str = "bare list: a move";
const PAGE: &str = "bare list: a page";

/// What is pressed, where the peer is there.
const PRESSED: [Press; 13] = [
    press(MOVE, "bare list", &[], "j", "k", MOVE),
    press(PAGE, "bare list", &[], "\r", ESC, PAGE),
    press("to the next platform", OURS, &[ESC], DOWN, UP, MOVE),
    press(
        "a key of the search",
        OURS,
        &[ESC, "/"],
        "a",
        BACKSPACE,
        MOVE,
    ),
    press("a page of the list", OURS, &[ESC], PAGE_DOWN, PAGE_UP, PAGE),
    press("a walk opened", OURS, &[ESC], "\r", ESC, PAGE),
    press("back, by Escape", OURS, &[ESC, "\r"], ESC, "\r", PAGE),
    press("a step of a walk", OURS, &[ESC, "\r"], RIGHT, LEFT, PAGE),
    press("a QR code shown", OURS, &[ESC, "\r", RIGHT], "r", ESC, PAGE),
    press(
        "a tick, saved",
        OURS,
        &[ESC, "\r", RIGHT, RIGHT, RIGHT],
        " ",
        "u",
        PAGE,
    ),
    press(
        "dialog: a move",
        "dialog",
        &[],
        APPLICATION_DOWN,
        APPLICATION_UP,
        MOVE,
    ),
    press("less: a line", "less", &[], "j", "k", MOVE),
    press("nano: a line", "nano", &[], DOWN, UP, MOVE),
];

const OURS: &str = "nonmerci";

const fn press(
    what: &'static str,
    peer: &'static str,
    before: &'static [&'static str],
    key: &'static str,
    back: &'static str,
    like: &'static str,
) -> Press {
    Press {
        what,
        peer,
        before,
        key,
        back,
        like,
    }
}

fn main() {
    // cargo bench itself adds an option.
    let mut arguments = std::env::args().skip(1).filter(|it| !it.starts_with('-'));
    let built = Path::new(env!("CARGO_BIN_EXE_nonmerci"));
    let named = arguments.next().map(PathBuf::from);
    let built = named.or(built.parent().map(Path::to_owned));
    let folder = tempfile::tempdir().expect("a folder");
    let peers = peers(&built.expect("a folder"), folder.path());
    first_frames(&peers, folder.path());
    keys(&peers, folder.path());
}

/// The programs that are here. Ours are copied first, as an installation does.
fn peers(built: &Path, folder: &Path) -> Vec<Peer> {
    let own = |name: &'static str, file: &str, last_words| {
        let file = format!("{file}{}", std::env::consts::EXE_SUFFIX);
        let from = built.join(&file);
        let to = folder.join(Path::new(&file).file_name().expect("a file"));
        fs::copy(&from, &to).unwrap_or_else(|error| {
            let from = from.display();
            panic!("{from}: {error}; build it first, with --bins --examples")
        });
        peer(name, &[to.to_str().expect("UTF-8")], last_words)
    };
    let text = folder.join("text");
    let lines = (1..=90).map(|number| format!("Platform {number}\n"));
    fs::write(&text, lines.collect::<String>()).expect("a text");
    let text = text.to_str().expect("UTF-8");
    let numbers: Vec<_> = (1..=90).map(|number| number.to_string()).collect();
    let mut dialog = vec!["dialog", "--menu", "Which platform?", "24", "80", "17"];
    for number in &numbers {
        dialog.extend([number, "Platform"]);
    }
    let mut peers = vec![
        own("bare", "examples/bare", "end."),
        own("bare list", "examples/bare_list", "quit"),
        own(OURS, "nonmerci", "skip"),
        peer("less", &["less", text], "Platform 23"),
        peer("dialog", &dialog, "Cancel"),
        peer("nano", &["nano", "--ignorercfiles", text], "Justify"),
        // It shows nothing before it has measured something.
        peer("bottom", &["btm"], "CPU"),
    ];
    let exercises = folder.join("rustlings");
    if is_there("rustlings") {
        // It asks for a key first, and makes its folder where it is started.
        let status = Command::new("sh")
            .args(["-c", "yes '' | rustlings init"])
            .current_dir(folder)
            .stdout(Stdio::null())
            .status();
        if status.is_ok_and(|status| status.success()) {
            let start = format!("cd '{}' && exec rustlings", exercises.display());
            peers.push(peer(
                "rustlings",
                &["sh", "-c", &start],
                "ENTER to continue",
            ));
        }
    }
    peers.retain(|peer| {
        let is_there = is_there(&peer.command[0]);
        if !is_there {
            println!("{}: not installed", peer.name);
        }
        is_there
    });
    peers
}

fn peer(name: &'static str, command: &[&str], last_words: &'static str) -> Peer {
    Peer {
        name,
        command: command.iter().map(|&word| word.to_owned()).collect(),
        last_words,
    }
}

/// Whether a program is installed, or the file is there.
fn is_there(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// Measures the time to the first frame, and what memory is then held.
fn first_frames(peers: &[Peer], home: &Path) {
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); peers.len()];
    let mut memory = vec![0; peers.len()];
    for _ in 0..STARTS {
        for ((peer, times), memory) in peers.iter().zip(&mut times).zip(&mut memory) {
            let (session, time) = Session::start(peer, home);
            times.push(time);
            *memory = session.memory();
        }
    }
    println!(
        "{:<28} {:>9} {:>9} {:>6} {:>9}",
        "first frame", "median", "p90", "ratio", "memory"
    );
    let mut bare = None;
    for ((peer, mut times), memory) in peers.iter().zip(times).zip(memory) {
        times.sort();
        let (median, p90) = (times[STARTS / 2], times[STARTS * 9 / 10]);
        let ratio = median.as_secs_f64() / bare.get_or_insert(median).as_secs_f64();
        println!(
            "{:<28} {median:>9.2?} {p90:>9.2?} {ratio:>6.2} {memory:>6} kB",
            peer.name
        );
    }
}

/// Measures the keys.
fn keys(peers: &[Peer], home: &Path) {
    let sessions = PRESSED.iter().filter_map(|press| {
        let peer = peers.iter().find(|peer| peer.name == press.peer)?;
        let (mut session, _) = Session::start(peer, home);
        session.answer();
        for key in press.before {
            session.press(key, press.what);
        }
        Some((press, session, Vec::new()))
    });
    let mut sessions: Vec<_> = sessions.collect();
    for _ in 0..PRESSES {
        for (press, session, times) in &mut sessions {
            times.push(session.press(press.key, press.what));
            session.press(press.back, press.what);
        }
    }
    let results = sessions.into_iter().map(|(press, _, mut times)| {
        times.sort();
        (press, times[PRESSES / 2], times[PRESSES * 9 / 10])
    });
    let results: Vec<_> = results.collect();
    println!("{:<28} {:>9} {:>9} {:>6}", "key", "median", "p90", "ratio");
    for (press, median, p90) in &results {
        let like = results.iter().find(|(other, ..)| other.what == press.like);
        let (_, like, _) = like.expect("ours are there");
        let ratio = median.as_secs_f64() / like.as_secs_f64();
        println!("{:<28} {median:>9.2?} {p90:>9.2?} {ratio:>6.2}", press.what);
    }
}

/// A program in a terminal of its own.
struct Session {
    child: Box<dyn Child + Send + Sync>,
    /// Holds the terminal open.
    _terminal: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    /// What it writes, and when that arrived.
    written: Receiver<(Instant, Vec<u8>)>,
}

impl Session {
    /// Starts a program, and tells how long it took to its first frame.
    fn start(peer: &Peer, home: &Path) -> (Self, Duration) {
        let size = PtySize {
            rows: 24,
            cols: 80,
            ..PtySize::default()
        };
        let pty = native_pty_system().openpty(size).expect("a terminal");
        let mut command = CommandBuilder::new(&peer.command[0]);
        command.args(&peer.command[1..]);
        command.env_clear();
        // Each start is that of somebody new.
        let home = home.join("home");
        let _ = fs::remove_dir_all(&home);
        fs::create_dir_all(&home).expect("a home");
        let of = |variable| std::env::var_os(variable).unwrap_or_default();
        let toolchains = Path::new(&of("HOME")).join(".rustup");
        for (name, value) in [
            ("TERM", "xterm-256color".into()),
            ("LANG", "C.UTF-8".into()),
            ("PATH", of("PATH")),
            // rustlings asks for a compiler.
            ("RUSTUP_HOME", toolchains.into()),
            ("HOME", home.clone().into()),
            ("XDG_STATE_HOME", home.into()),
        ] {
            command.env(name, value);
        }
        let mut reader = pty.master.try_clone_reader().expect("its output");
        let keyboard = pty.master.take_writer().expect("its keyboard");
        let (sender, written) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                let arrived = Instant::now();
                if sender.send((arrived, bytes[..count].to_owned())).is_err() {
                    break;
                }
            }
        });
        let start = Instant::now();
        let child = pty.slave.spawn_command(command).expect("the program");
        let session = Self {
            child,
            _terminal: pty.master,
            keyboard,
            written,
        };
        let mut so_far = Vec::new();
        loop {
            let read = session.written.recv_timeout(PATIENCE);
            let (arrived, bytes) = read.unwrap_or_else(|_| {
                let so_far = String::from_utf8_lossy(&so_far);
                panic!("{}: no “{}” in {so_far:?}", peer.name, peer.last_words)
            });
            so_far.extend(bytes);
            // From the end: the longer frame shall not be charged for a longer search.
            let mut parts = so_far.windows(peer.last_words.len()).rev();
            if parts.any(|part| part == peer.last_words.as_bytes()) {
                return (session, arrived - start);
            }
        }
    }

    /// Waits for a frame, and tells when its last byte arrived; none where nothing comes.
    fn answer(&mut self) -> Option<Instant> {
        let mut last = None;
        let mut patience = Duration::from_millis(500);
        while let Ok((arrived, _)) = self.written.recv_timeout(patience) {
            last = Some(arrived);
            patience = QUIET;
        }
        last
    }

    /// Presses a key for `what`, and tells how long its frame took.
    fn press(&mut self, key: &str, what: &str) -> Duration {
        let start = Instant::now();
        self.keyboard.write_all(key.as_bytes()).expect("a key");
        self.keyboard.flush().expect("a key");
        let end = self.answer();
        end.unwrap_or_else(|| panic!("{what}: nothing came of {key:?}")) - start
    }

    /// The memory it holds, in kilobytes, where the system tells.
    fn memory(&self) -> usize {
        let process = self.child.process_id().unwrap_or_default();
        let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let held = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let held = held.and_then(|held| held.trim().strip_suffix(" kB")?.parse().ok());
        held.unwrap_or_default()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
