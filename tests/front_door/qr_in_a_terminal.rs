//! A QR code as a phone would see it: the real program in a real terminal
//! emulator, photographed, and read by a program that is not ours.
//!
//! Needs xterm, Xvfb, xdotool and zbarimg, and so is not run unless asked for:
//! `cargo test --test front_door qr_in_a_terminal -- --ignored`

use std::io::{BufRead as _, BufReader};
use std::num::NonZero;
use std::process::{Child, Command, Stdio};

use nonmerci::words::StepOf;
use tempfile::TempDir;

use crate::support::addresses::linkedin;
use crate::support::edition::built_in;
use crate::support::waiting::until;

/// A program that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// An X display without a screen, that keeps its picture in a file.
struct Display {
    server: Running,
    name: String,
    folder: TempDir,
}

impl Display {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder for the picture");
        let mut server = Command::new("Xvfb")
            // It chooses a number that is free, and tells once it is ready.
            .args(["-displayfd", "1", "-screen", "0", "1200x1000x24"])
            .args(["-nolisten", "tcp", "-fbdir"])
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb");
        let mut number = String::new();
        let output = server.stdout.take().expect("its output");
        BufReader::new(output)
            .read_line(&mut number)
            .expect("the number of the display");
        Self {
            server: Running(server),
            name: format!(":{}", number.trim()),
            folder,
        }
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .env("DISPLAY", &self.name)
            .env("LANG", "C.UTF-8")
            .env("HOME", self.folder.path())
            .stdin(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    /// Does something to the windows, and says whether that went well.
    fn xdotool(&self, arguments: &[&str]) -> bool {
        let mut command = self.command("xdotool");
        let status = command.args(arguments).stdout(Stdio::null()).status();
        status.expect("xdotool").success()
    }

    /// What codes there are on the display at this moment.
    fn codes(&self) -> String {
        let picture = self.folder.path().join("Xvfb_screen0");
        let copy = self.folder.path().join("picture.xwd");
        std::fs::copy(picture, &copy).expect("the picture");
        let read = self
            .command("zbarimg")
            .args(["--quiet", "--raw"])
            .arg(copy)
            .output();
        String::from_utf8(read.expect("zbarimg").stdout).expect("an address")
    }
}

/// Opens the walk of `LinkedIn` in a terminal, goes to the step with the address, and
/// waits until the code that `r`, pressed so many times, brings up can be read.
fn scan(terminal: &[&str], arguments: &str, presses: usize) {
    let mut display = Display::new();
    let output = display.folder.path().join("output");
    let program = env!("CARGO_BIN_EXE_nonmerci");
    // What the program writes is kept beside, to tell how far it is.
    let xterm = display
        .command("xterm")
        .args(terminal)
        .args(["-u8", "-e", "script", "--quiet", "--flush", "--command"])
        .arg(format!(
            "{program} walk linkedin --no-save --lang en {arguments}"
        ))
        .arg(&output)
        .spawn()
        .expect("xterm");
    let _xterm = Running(xterm);
    let written = |text: &str| {
        until(|| {
            // It may not exist yet.
            let bytes = std::fs::read(&output).unwrap_or_default();
            let mut screen = vt100::Parser::default();
            let size = |size| NonZero::new(size).expect("a size");
            screen.screen_mut().set_size(size(60), size(100));
            screen.process(&bytes);
            let contents = screen.screen().contents();
            let missing = || format!("{text:?} does not come:\n{contents}");
            contents.contains(text).then_some(()).ok_or_else(missing)
        });
    };
    let texts = built_in().texts("en");
    let words = &texts.interface;
    let step = |step: usize| {
        words.walk.position.fill(&StepOf {
            step: step.to_string(),
            of: "5".to_owned(),
        })
    };
    written(&step(1));
    // Without a window manager, keys go to the window under the pointer.
    assert!(display.xdotool(&["mousemove", "--sync", "40", "40"]));
    let keys = [
        ("Right", step(2)),
        ("r", words.hints.larger.to_string()),
        ("r", words.hints.smaller.to_string()),
    ];
    for (key, text) in &keys[..=presses] {
        assert!(display.xdotool(&["key", key]), "{key}");
        if !arguments.contains("--ascii") || *key == "Right" {
            written(text);
        }
    }
    let mut seen = String::new();
    until(|| {
        let end = display.server.0.try_wait().expect("Xvfb");
        assert!(end.is_none(), "Xvfb ended");
        seen = display.codes();
        let missing = || "no code can be read".to_owned();
        (!seen.is_empty()).then_some(()).ok_or_else(missing)
    });
    let expected = format!("{}\n", linkedin());
    assert_eq!(seen, expected, "{terminal:?} {arguments:?}");
}

const DARK: [&str; 4] = ["-bg", "black", "-fg", "white"];
const LIGHT: [&str; 4] = ["-bg", "white", "-fg", "black"];
const SMALL: [&str; 2] = ["-geometry", "80x24+0+0"];
const TALL: [&str; 2] = ["-geometry", "100x60+0+0"];

#[test]
#[ignore = "needs xterm, Xvfb, xdotool and zbarimg"]
fn a_code_is_read_on_dark_and_light_backgrounds_in_every_theme() {
    for background in [DARK, LIGHT] {
        for theme in ["auto", "dark", "light", "mono"] {
            let terminal = [&background[..], &SMALL].concat();
            scan(&terminal, &format!("--theme {theme}"), 1);
        }
    }
}

#[test]
#[ignore = "needs xterm, Xvfb, xdotool and zbarimg"]
fn a_code_is_read_in_full_blocks_and_in_ascii() {
    for background in [DARK, LIGHT] {
        let terminal = [&background[..], &TALL].concat();
        scan(&terminal, "", 2);
        scan(&terminal, "--ascii", 1);
    }
}

#[test]
#[ignore = "needs xterm, Xvfb, xdotool and zbarimg"]
fn a_code_is_read_where_there_are_no_colours_at_all() {
    scan(&[&DARK[..], &SMALL, &["-cm"]].concat(), "", 1);
    scan(&[&DARK[..], &TALL, &["-cm"]].concat(), "", 2);
}
