//! The time from the start of the program to its first frame, beside that of a
//! bare ratatui program, each in a terminal of its own.
//!
//! ```text
//! cargo build --release --bins --examples && cargo bench --bench first_frame
//! ```
//!
//! So the build of the profile `release` is measured. Others are named by their
//! folders, such as that of the profile `dist` beside it:
//!
//! ```text
//! cargo build --profile dist --bins --examples
//! cargo bench --bench first_frame -- target/release target/dist
//! ```
//!
//! All take turns, so that whatever else the machine does strikes each of them; what
//! counts is the ratio of their medians. They are copied first, as an installation
//! does: a file as the linker left it lies in memory in the smallest of pieces, and
//! takes longer to load, the larger the longer.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// How often each is started.
const ROUNDS: usize = 301;

/// What is measured of one build.
struct Build {
    folder: PathBuf,
    bare: Program,
    ours: Program,
}

/// A program, and how long each of its first frames took.
struct Program {
    file: PathBuf,
    last_words: &'static str,
    times: Vec<Duration>,
}

impl Program {
    /// Copies a program as an installation does.
    fn install(from: &Path, into: &Path, last_words: &'static str) -> Self {
        let file = into.join(from.file_name().expect("a file"));
        std::fs::copy(from, &file).unwrap_or_else(|error| {
            let from = from.display();
            panic!("{from}: {error}; build it first, with --bins --examples")
        });
        Self {
            file,
            last_words,
            times: Vec::new(),
        }
    }

    fn start(&mut self) {
        self.times.push(first_frame(&self.file, self.last_words));
    }

    fn median(&mut self) -> Duration {
        self.times.sort();
        self.times[self.times.len() / 2]
    }
}

fn main() {
    // cargo bench itself adds an option.
    let arguments = std::env::args().skip(1).filter(|it| !it.starts_with('-'));
    let mut folders: Vec<_> = arguments.map(PathBuf::from).collect();
    if folders.is_empty() {
        let program = Path::new(env!("CARGO_BIN_EXE_nonmerci"));
        folders.extend(program.parent().map(Path::to_owned));
    }
    let installed = tempfile::tempdir().expect("a folder");
    let builds = folders.into_iter().enumerate().map(|(number, folder)| {
        let into = installed.path().join(number.to_string());
        std::fs::create_dir(&into).expect("a folder");
        let program = |name: &str, last_words| {
            let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
            Program::install(&folder.join(name), &into, last_words)
        };
        Build {
            bare: program("examples/bare", "end."),
            ours: program("nonmerci", "skip"),
            folder,
        }
    });
    let mut builds: Vec<_> = builds.collect();
    for _ in 0..ROUNDS {
        for build in &mut builds {
            build.bare.start();
            build.ours.start();
        }
    }
    for build in &mut builds {
        let (bare, ours) = (build.bare.median(), build.ours.median());
        println!("{}", build.folder.display());
        println!("bare ratatui   {bare:>10.2?}");
        println!("nonmerci       {ours:>10.2?}");
        println!(
            "ratio          {:>10.2}",
            ours.as_secs_f64() / bare.as_secs_f64()
        );
    }
}

/// Starts a program and waits until `text`, which its first frame ends with, has
/// been written.
fn first_frame(program: &Path, text: &str) -> Duration {
    let size = PtySize {
        rows: 24,
        cols: 80,
        ..PtySize::default()
    };
    let pty = native_pty_system().openpty(size).expect("a terminal");
    let mut command = CommandBuilder::new(program);
    command.env_clear();
    // An empty home: the program is measured as somebody new meets it.
    let home = std::env::temp_dir().join("nonmerci-bench");
    std::fs::create_dir_all(&home).expect("a home");
    for (name, value) in [
        ("TERM", "xterm-256color".into()),
        ("HOME", home.clone()),
        ("XDG_STATE_HOME", home),
    ] {
        command.env(name, value);
    }
    let mut reader = pty.master.try_clone_reader().expect("its output");
    let start = Instant::now();
    let mut child = pty.slave.spawn_command(command).expect("the program");
    let mut written = Vec::new();
    let mut bytes = [0; 8192];
    // From the end: what was written last is what is waited for, and the longer
    // frame shall not be charged for a longer search.
    while !written
        .windows(text.len())
        .rev()
        .any(|part| part == text.as_bytes())
    {
        let count = reader.read(&mut bytes).expect("its output");
        assert!(count > 0, "it ended before its first frame");
        written.extend_from_slice(&bytes[..count]);
    }
    let time = start.elapsed();
    child.kill().expect("its end");
    child.wait().expect("its end");
    time
}
