//! QR codes as a phone would see them: the real program in a real terminal
//! emulator, photographed, and read by a program that is not ours.
//!
//! Needs xterm, Xvfb, xdotool, zbarimg and the font `DejaVu`, and so is not run unless asked for:
//! `cargo test --test front_door qr_in_a_terminal -- --ignored`

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::num::NonZero;
use std::process::{Child, Command, Stdio};

use nonmerci::app::Page;
use nonmerci::catalogue::{PlanScreen, ScreenKind};
use nonmerci::checklist::Checklist;
use nonmerci::language::Language;
use nonmerci::screen::{self, Look, Theme};
use nonmerci::words::StepOf;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Cell;
use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};
use tempfile::TempDir;

use crate::support::addresses::{address, addresses, linkedin};
use crate::support::driver::Driver;
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
        Self::sized("1200x1000")
    }

    /// One of so many pixels by so many: a small picture is read faster.
    fn sized(pixels: &str) -> Self {
        let folder = TempDir::new().expect("a folder for the picture");
        let mut server = Command::new("Xvfb")
            // It chooses a number that is free, and tells once it is ready.
            .args(["-displayfd", "1", "-screen", "0", &format!("{pixels}x24")])
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

/// The program in a terminal emulator on a display of its own.
struct Photographed {
    display: Display,
    _xterm: Running,
}

impl Photographed {
    /// Opens the program in an xterm with these options.
    fn new(terminal: &[&str], arguments: &str) -> Self {
        let display = Display::new();
        let program = env!("CARGO_BIN_EXE_nonmerci");
        // What the program writes is kept beside, to tell how far it is.
        let xterm = display
            .command("xterm")
            .args(terminal)
            .args(["-u8", "-e", "script", "--quiet", "--flush", "--command"])
            .arg(format!("{program} {arguments}"))
            .arg(display.folder.path().join("output"))
            .spawn()
            .expect("xterm");
        Self {
            display,
            _xterm: Running(xterm),
        }
    }

    /// Waits until the program has written a text.
    fn wait_for(&self, text: &str) {
        until(|| {
            // It may not exist yet.
            let output = self.display.folder.path().join("output");
            let bytes = std::fs::read(output).unwrap_or_default();
            let mut screen = vt100::Parser::default();
            let size = |size| NonZero::new(size).expect("a size");
            screen.screen_mut().set_size(size(60), size(100));
            screen.process(&bytes);
            let contents = screen.screen().contents();
            let missing = || format!("{text:?} does not come:\n{contents}");
            contents.contains(text).then_some(()).ok_or_else(missing)
        });
    }

    /// Sends the keys to this window, for there is no window manager to do it.
    fn take_keys(&self) {
        // They go to the window under the pointer.
        assert!(self.display.xdotool(&["mousemove", "--sync", "40", "40"]));
    }

    fn press(&self, key: &str) {
        assert!(self.display.xdotool(&["key", key]), "{key}");
    }

    /// Waits until there is a code to read that is not `before`.
    fn next_code(&mut self, before: &str) -> String {
        let mut seen = String::new();
        until(|| {
            let end = self.display.server.0.try_wait().expect("Xvfb");
            assert!(end.is_none(), "Xvfb ended");
            seen = self.display.codes();
            let missing = || "no code can be read".to_owned();
            let is_new = !seen.is_empty() && seen != before;
            is_new.then_some(()).ok_or_else(missing)
        });
        seen
    }
}

/// Opens the walk of `LinkedIn` in a terminal, goes to the step with the address, and
/// waits until the code that `r`, pressed so many times, brings up can be read.
fn scan(terminal: &[&str], arguments: &str, presses: usize) {
    let walk = format!("walk linkedin --no-save --lang en {arguments}");
    let mut photographed = Photographed::new(terminal, &walk);
    let texts = built_in().texts("en");
    let words = &texts.interface;
    let step = |step: usize| {
        words.walk.position.fill(&StepOf {
            step: step.to_string(),
            of: "5".to_owned(),
        })
    };
    photographed.wait_for(&step(1));
    photographed.take_keys();
    let keys = [
        ("Right", step(2)),
        // Only where there is a larger one does it say so.
        ("r", words.hints.close.to_string()),
        ("r", words.hints.smaller.to_string()),
    ];
    for (key, text) in &keys[..=presses] {
        photographed.press(key);
        if !arguments.contains("--ascii") || *key == "Right" {
            photographed.wait_for(text);
        }
    }
    let seen = photographed.next_code("");
    let expected = format!("{}\n", linkedin());
    assert_eq!(seen, expected, "{terminal:?} {arguments:?}");
}

/// A terminal emulator that shows frame after frame, drawn as the program draws them and
/// written as it writes them.
struct Frames {
    display: Display,
    terminal: Terminal<CrosstermBackend<File>>,
    _xterm: Running,
}

impl Frames {
    fn new(colours: &[&str], size: (u16, u16), pixels: &str) -> Self {
        let display = Display::sized(pixels);
        let pipe = display.folder.path().join("frames");
        let made = Command::new("mkfifo").arg(&pipe).status();
        assert!(made.expect("mkfifo").success());
        let xterm = display
            .command("xterm")
            .args(colours)
            .args(["-geometry", &format!("{}x{}+0+0", size.0, size.1)])
            .args(["-u8", "-e", "sh", "-c", "stty raw -echo; exec cat \"$0\""])
            .arg(&pipe)
            .spawn()
            .expect("xterm");
        // For reading too: opening it waits for nobody.
        let pipe = File::options().read(true).write(true).open(&pipe);
        let area = Rect::new(0, 0, size.0, size.1);
        let options = TerminalOptions {
            viewport: Viewport::Fixed(area),
        };
        let backend = CrosstermBackend::new(pipe.expect("the pipe"));
        let mut terminal = Terminal::with_options(backend, options).expect("a terminal");
        terminal.hide_cursor().expect("no cursor");
        Self {
            display,
            terminal,
            _xterm: Running(xterm),
        }
    }

    fn show(&mut self, driver: &Driver) {
        let draw = |frame: &mut Frame| {
            screen::draw(&driver.model, driver.look, frame);
        };
        self.terminal.draw(draw).expect("a frame");
    }
}

/// Shows the code of every address that has one in a window, and reads each from its
/// picture. Returns how many there were.
fn read_all(frames: &mut Frames, size: (u16, u16), look: Look) -> usize {
    let mut driver = Driver::of(&built_in(), "en", size, &Checklist::default());
    driver.look = look;
    let mut read = 0;
    for (address, place) in addresses(&driver) {
        driver.model.stack = vec![Page::Walk(place)];
        let buffer = driver.press("r").buffer();
        let drawn = |cell: &Cell| cell.bg == Color::Indexed(231) || cell.bg == Color::Indexed(16);
        if buffer.content.iter().any(drawn) {
            frames.show(&driver);
            let expected = format!("{address}\n");
            let mut seen = String::new();
            until(|| {
                seen = frames.display.codes();
                let missing = || format!("{look:?} at {size:?}: {seen:?} instead of {address}");
                (seen == expected).then_some(()).ok_or_else(missing)
            });
            read += 1;
        }
        driver.press("Esc");
    }
    read
}

const DARK: [&str; 4] = ["-bg", "black", "-fg", "white"];
const LIGHT: [&str; 4] = ["-bg", "white", "-fg", "black"];
const SMALL: [&str; 2] = ["-geometry", "80x24+0+0"];
const TALL: [&str; 2] = ["-geometry", "100x60+0+0"];
/// What a projector of 1024 by 768 shows in letters that can be read from the back.
const PROJECTOR: [&str; 2] = ["-geometry", "53x18+0+0"];

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

/// Each address of the catalogue, in the windows where most have a code, in all themes.
#[test]
#[ignore = "needs xterm, Xvfb, xdotool and zbarimg"]
fn the_code_of_every_address_is_read_in_every_theme() {
    for (size, pixels) in [((53, 18), "336x252"), ((80, 24), "496x328")] {
        for (colours, theme) in [
            (DARK, Theme::Auto),
            (DARK, Theme::Dark),
            (LIGHT, Theme::Light),
            (LIGHT, Theme::Mono),
        ] {
            let look = Look {
                theme,
                ..Look::default()
            };
            let mut frames = Frames::new(&colours, size, pixels);
            let read = read_all(&mut frames, size, look);
            assert!(read > 80, "{theme:?} at {size:?}: {read} codes");
        }
    }
}

/// In ASCII a code takes whole cells; mails have the largest.
#[test]
#[ignore = "needs xterm, Xvfb, xdotool and zbarimg"]
fn the_code_of_every_address_is_read_in_ascii() {
    let size = (150, 76);
    let look = Look {
        ascii: true,
        ..Look::default()
    };
    let mut frames = Frames::new(&DARK, size, "920x1000");
    let read = read_all(&mut frames, size, look);
    assert!(read > 80, "{read} codes");
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

/// Blocks of many a font do not reach the next: between them, hairlines of the ground are
/// seen. `DejaVu` has some, and has more of them the farther its lines stand apart.
#[test]
#[ignore = "needs xterm, Xvfb, xdotool, zbarimg and fonts-dejavu"]
fn a_code_is_read_in_fonts_whose_blocks_leave_hairlines() {
    let font = ["-fa", "DejaVu Sans Mono", "-fs", "8"];
    let window = [
        "-geometry",
        "80x24+0+0",
        "-xrm",
        "XTerm*forceBoxChars: false",
    ];
    for background in [DARK, LIGHT] {
        for apart in ["1.0", "1.1", "1.25"] {
            let apart = format!("XTerm*scaleHeight: {apart}");
            let terminal = [&background[..], &font, &window, &["-xrm", &apart]].concat();
            scan(&terminal, "", 1);
        }
    }
}

#[test]
#[ignore = "needs xterm, Xvfb, xdotool and zbarimg"]
fn a_code_is_read_where_there_are_no_colours_at_all() {
    scan(&[&DARK[..], &SMALL, &["-cm"]].concat(), "", 1);
    scan(&[&DARK[..], &TALL, &["-cm"]].concat(), "", 2);
}

#[test]
#[ignore = "needs xterm, Xvfb, xdotool and zbarimg"]
fn every_code_of_the_evening_is_read_from_the_wall() {
    let catalogue = &built_in().catalogue;
    let facts = catalogue.workshop().expect("the facts");
    let words = catalogue.workshop_words(&Language::new("en"));
    let words = words.expect("the words").words;
    let is_code = |screen: &&PlanScreen| matches!(screen.kind, ScreenKind::Qr | ScreenKind::TextQr);
    for plan in &facts.plan {
        let codes: Vec<&PlanScreen> = plan.screen.iter().filter(is_code).collect();
        assert!(codes.len() > 3, "{} codes", codes.len());
        // The screens between them say nothing to a phone.
        let minutes: u16 = codes.iter().map(|screen| screen.minutes).sum();
        let mut own = format!("format = 1\n[[plan]]\nminutes = {minutes}\n");
        for screen in &codes {
            let PlanScreen { id, minutes, .. } = screen;
            let platform = screen.platform.as_deref().expect("a platform");
            let kind = match screen.kind {
                ScreenKind::TextQr => "text-qr",
                _ => "qr",
            };
            own += &format!(
                "[[plan.screen]]\nid = {id:?}\nkind = {kind:?}\nplatform = {platform:?}\nminutes = {minutes}\n"
            );
        }
        let folder = TempDir::new().expect("a folder for the plan");
        let file = folder.path().join("codes.toml");
        std::fs::write(&file, own).expect("the plan");
        let terminal = [&LIGHT[..], &PROJECTOR].concat();
        let arguments = format!("workshop --lang en --plan {}", file.display());
        let mut wall = Photographed::new(&terminal, &arguments);
        wall.wait_for(&words.preflight.title);
        wall.take_keys();
        wall.press("Next");
        // The code to try from the back row.
        let mut seen = wall.next_code("");
        assert_eq!(seen, format!("{}\n", linkedin()));
        wall.press("Next");
        wall.wait_for(&words.waiting.ready);
        seen.clear();
        for screen in codes {
            wall.press("Next");
            seen = wall.next_code(&seen);
            let platform = screen.platform.as_deref().expect("a platform");
            let expected = match screen.kind {
                ScreenKind::TextQr => words.walk.reason.to_string(),
                _ => address(platform),
            };
            assert_eq!(seen, format!("{expected}\n"), "{}", screen.id);
        }
    }
}
