//! The time from saving a file of a folder of texts to the new text on the screen
//! of the program that previews it.
//!
//! ```text
//! cargo bench --bench preview
//! ```
//!
//! The folder is a copy of the whole content, in all languages. Editors save in
//! one of two ways: they write the file anew, or they write another one and give
//! it the name.

use std::fs;
use std::io::Read as _;
use std::num::NonZero;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use tempfile::TempDir;

#[path = "../tests/support/content_folder.rs"]
mod content_folder;

/// How often a file is saved, each way.
const ROUNDS: usize = 101;

const ROWS: u16 = 24;
const COLUMNS: u16 = 80;

fn main() {
    let home = TempDir::new().expect("a folder");
    let content = home.path().join("content");
    content_folder::copy(&content_folder::content(), &content);
    let pty = native_pty_system();
    let size = PtySize {
        rows: ROWS,
        cols: COLUMNS,
        ..PtySize::default()
    };
    let pty = pty.openpty(size).expect("a terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_nonmerci"));
    command.args(["--lang", "en", "--no-save", "--content"]);
    command.arg(&content);
    command.args(["walk", "linkedin"]);
    command.env("TERM", "xterm-256color");
    command.env("HOME", home.path());
    let mut reader = pty.master.try_clone_reader().expect("its output");
    let mut child = pty.slave.spawn_command(command).expect("the program");
    let size = |size| NonZero::new(size).expect("a size");
    let mut screen = vt100::Parser::new(size(ROWS), size(COLUMNS), 0);
    let mut wait_for = |text: &str| {
        let mut bytes = [0; 8192];
        while !screen.screen().contents().contains(text) {
            let count = reader.read(&mut bytes).expect("its output");
            assert!(count > 0, "it ended before {text:?}");
            screen.process(&bytes[..count]);
        }
    };
    let file = content.join("en/platforms/linkedin.toml");
    let text = fs::read_to_string(&file).expect("the texts");
    let mut save = |number: usize, renaming: bool| {
        let mark = format!("Saved {number} times.");
        let first = text.lines().next().expect("a line");
        let saved = text.replacen(first, &format!("summary = \"{mark}\""), 1);
        let start = Instant::now();
        if renaming {
            let other = content.join("en/platforms/linkedin.toml.tmp");
            fs::write(&other, saved).expect("the other file");
            fs::rename(other, &file).expect("the file");
        } else {
            fs::write(&file, saved).expect("the file");
        }
        wait_for(&mark);
        start.elapsed()
    };
    // The first save waits for the program to start.
    save(0, false);
    for (how, renaming) in [("written anew", false), ("renamed", true)] {
        let times = (0..ROUNDS).map(|round| save(round * 2 + usize::from(renaming) + 1, renaming));
        let mut times: Vec<Duration> = times.collect();
        times.sort();
        println!(
            "{how:<14} median {:>9.2?}   slowest {:>9.2?}",
            times[ROUNDS / 2],
            times[ROUNDS - 1]
        );
    }
    child.kill().expect("its end");
    child.wait().expect("its end");
}
