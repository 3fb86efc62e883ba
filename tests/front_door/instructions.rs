//! How much work a key is, in instructions, which no other program on the machine
//! changes. They are counted beside those of a bare list, so that another compiler
//! changes both.

use std::path::{Path, PathBuf};

use nonmerci::app::ask_which;
use nonmerci::checklist::Checklist;
use tempfile::TempDir;

use crate::support::day::today;
use crate::support::driver::Driver;
use crate::support::edition::built_in;
use crate::support::mirror::{Mirror, say_unsaved};
use crate::support::session::Session;

/// What the bare list does that is most like it.
#[derive(Clone, Copy)]
enum Like {
    Move,
    Page,
}
use Like::{Move, Page};

/// What is done, the keys that lead to it, eight keys that do it, and how much work each
/// was when that was last recorded, in hundredths of what the bare list does. They stand
/// in `docs/performance.md` too, as a build for use does them.
const RECORDED: [(&str, &str, &str, Like, u64); 7] = [
    ("to the next platform", "", "j k j k j k j k", Move, 239),
    (
        "a key of the search",
        "/",
        "a b Backspace Backspace a b Backspace Backspace",
        Move,
        410,
    ),
    (
        "a page of the list",
        "",
        "PageDown PageUp PageDown PageUp PageDown PageUp PageDown PageUp",
        Move,
        302,
    ),
    (
        "a walk opened, and left",
        "",
        "Enter Esc Enter Esc Enter Esc Enter Esc",
        Page,
        209,
    ),
    (
        "a step of a walk",
        "Enter",
        "Right Left Right Left Right Left Right Left",
        Page,
        165,
    ),
    (
        "a QR code shown, and left",
        "Enter Right",
        "r Esc r Esc r Esc r Esc",
        Page,
        208,
    ),
    (
        "a tick, and back",
        "Enter Right Right Right",
        "Space u Space u Space u Space u",
        Page,
        99,
    ),
];

/// Starting and leaving again, in hundredths of what the bare list takes for it.
const START: u64 = 295;

const KEYS: u64 = 8;

const WINDOW: (u16, u16) = (80, 24);

/// The instructions of a program, counted while `follow` uses it.
fn count(program: &Path, arguments: &[&str], home: &Path, follow: impl FnOnce(Session)) -> u64 {
    let log = home.join("valgrind.log");
    let log_file = format!("--log-file={}", log.display());
    let program = program.display().to_string();
    let valgrind = [
        "--tool=cachegrind",
        "--cache-sim=no",
        "--cachegrind-out-file=/dev/null",
        &log_file,
        &program,
    ];
    let arguments = [&valgrind, arguments].concat();
    let state = home.display().to_string();
    let own = [
        ("HOME", &*state),
        ("XDG_STATE_HOME", &*state),
        ("LANG", "fr_CH.UTF-8"),
    ];
    follow(Session::start(WINDOW, "valgrind", &arguments, &own));
    let log = std::fs::read_to_string(&log).expect("what valgrind says");
    let line = log
        .lines()
        .find(|line| line.contains("refs:"))
        .expect("a count");
    let figures = line.rsplit(':').next().unwrap_or_default();
    figures.trim().replace(',', "").parse().expect("a number")
}

/// The program as the tests have built it, or that of another folder, such as
/// `target/release`.
fn program() -> PathBuf {
    let folder = std::env::var_os("COUNTED").map(PathBuf::from);
    let built = PathBuf::from(env!("CARGO_BIN_EXE_nonmerci"));
    folder.map_or(built, |folder| folder.join("nonmerci"))
}

/// The instructions of our program for these keys.
fn ours(keys: &str) -> u64 {
    let home = TempDir::new().expect("a folder for the test");
    count(
        &program(),
        &["--lang", "fr", "--no-save"],
        home.path(),
        |session| {
            let mut driver = Driver::on(today(), &built_in(), "fr", WINDOW, &Checklist::default());
            say_unsaved(&mut driver.model);
            ask_which(&mut driver.model);
            let mut mirror = Mirror { session, driver };
            mirror.wait().press("Esc");
            mirror.press(keys);
            // The same way out from wherever the keys have led.
            mirror.session.press("Ctrl-c").end();
        },
    )
}

/// Those of the bare list.
fn bare(keys: &[(&str, &str)]) -> u64 {
    let home = TempDir::new().expect("a folder for the test");
    let program = program().with_file_name("examples").join("bare_list");
    count(&program, &[], home.path(), |mut session| {
        session.wait_for("> Platform 1");
        for (key, shown) in keys {
            session.press(key).wait_for(shown);
        }
        session.press("q");
        session.terminal.wait_for_end();
    })
}

/// How much more work than the bare list it is, in hundredths. In a build for use, it is
/// told and no more: another build is other work.
fn hold(name: &str, ours: u64, bare: u64, recorded: u64) {
    let now = ours * 100 / bare;
    println!("{name}: {ours} instructions, {now} hundredths of the bare list");
    assert!(
        std::env::var_os("COUNTED").is_some() || now * 10 <= recorded * 11,
        "{name}: {now} hundredths, and {recorded} before. Where it has to be, record it anew."
    );
}

#[test]
#[ignore = "needs valgrind"]
fn a_key_is_no_more_work_than_it_was() {
    let start = bare(&[]);
    let moves: Vec<_> = (2..=9)
        .map(|number| format!("> Platform {number}"))
        .collect();
    let moves: Vec<_> = moves.iter().map(|shown| ("j", shown.as_str())).collect();
    let a_move = (bare(&moves) - start) / KEYS;
    let pages = [("Enter", "The end."), ("Esc", "> Platform 1")].repeat(4);
    let a_page = (bare(&pages) - start) / KEYS;
    hold("started and left", ours(""), start, START);
    for (name, before, keys, like, recorded) in RECORDED {
        let each = (ours(&format!("{before} {keys}")) - ours(before)) / KEYS;
        let bare = match like {
            Move => a_move,
            Page => a_page,
        };
        hold(name, each, bare, recorded);
    }
}
