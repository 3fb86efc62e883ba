//! The time from the start of the program to its first frame, beside that of a
//! bare ratatui program, each in a terminal of its own.
//!
//! ```text
//! cargo build --release --bins --examples && cargo bench --bench first_frame
//! ```
//!
//! The two take turns, so that whatever else the machine does strikes both; what
//! counts is the ratio of their medians. Both are copied first, as an installation
//! does: a file as the linker left it lies in memory in the smallest of pieces, and
//! takes longer to load, the larger the longer.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// How often each is started.
const ROUNDS: usize = 301;

fn main() {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_nonmerci"));
    let bare = program.with_file_name("examples").join("bare");
    assert!(
        bare.exists(),
        "build them first: cargo build --release --bins --examples"
    );
    let installed = tempfile::tempdir().expect("a folder");
    let install = |from: &Path| {
        let to = installed.path().join(from.file_name().expect("a file"));
        std::fs::copy(from, &to).expect("a copy");
        to
    };
    let (program, bare) = (install(&program), install(&bare));
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        theirs.push(first_frame(&bare, "end."));
        ours.push(first_frame(&program, "skip"));
    }
    let (ours, theirs) = (median(ours), median(theirs));
    println!("bare ratatui   {theirs:>10.2?}");
    println!("nonmerci       {ours:>10.2?}");
    println!(
        "ratio          {:>10.2}",
        ours.as_secs_f64() / theirs.as_secs_f64()
    );
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

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
