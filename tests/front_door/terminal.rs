//! The real program in a pseudo-terminal: the promises only a terminal can tell.

use std::path::Path;
use std::sync::mpsc::RecvTimeoutError;
#[cfg(target_os = "linux")]
use std::time::Instant;

use nonmerci::app::{Message, ask_which};
use nonmerci::checklist::Checklist;
use nonmerci::words::{Name, Reason};
use tempfile::TempDir;

use crate::support::addresses::linkedin;
use crate::support::browser::StubBrowser;
use crate::support::conversation::heading;
#[cfg(target_os = "linux")]
use crate::support::day::today;
use crate::support::driver::Driver;
use crate::support::edition::built_in;
use crate::support::mirror::Mirror;
use crate::support::phrases::{before_value, in_words};
#[cfg(target_os = "linux")]
use crate::support::pseudo_terminal::PseudoTerminal;
use crate::support::session::Session;
#[cfg(target_os = "linux")]
use crate::support::waiting::until;

const SIZE: (u16, u16) = (80, 24);

fn home() -> TempDir {
    TempDir::new().expect("a folder for the test")
}

/// The program on its first screen.
fn list(home: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Mirror {
    let mut mirror = Mirror::new(("fr", SIZE), home, arguments, variables);
    mirror.wait();
    mirror
}

fn example(name: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_nonmerci"));
    let example = program.with_file_name("examples").join(name);
    example.display().to_string()
}

#[test]
fn a_person_walks_linkedin_to_the_end_and_finds_it_done_tomorrow() {
    let home = home();
    let stub = StubBrowser::new();
    let browser = stub.command();
    let mut mirror = list(home.path(), &[], &[("BROWSER", &browser)]);
    mirror.driver.select("linkedin");
    let platform = mirror.driver.model.list.selected;
    mirror.session.press(&"j ".repeat(platform));
    mirror.wait().press("Enter Enter");
    let address = mirror.driver.model.address().expect("an address");
    mirror.press_and_hear("o", Message::Opened(address, Ok(())));
    assert_eq!(stub.opened(), format!("{}\n", linkedin()));
    mirror.press("Right Enter");
    assert!(mirror.driver.model.is_confirming());
    // It goes on to the second levers, and comes back to the list.
    mirror.press("Space Enter");
    while mirror.driver.model.walk_place().is_some() {
        mirror.press("Enter");
    }
    assert_eq!(mirror.quit(), 0);
    mirror.session.assert_given_back("q");

    let mut tomorrow = Mirror::new(("fr", SIZE), home.path(), &[], &[]);
    let saved = mirror.driver.saved.clone();
    tomorrow.driver.saved = saved.clone();
    tomorrow.driver.tell(Message::Saved(Ok(saved.into())));
    let next = tomorrow.driver.model.overview().first_to_take_up();
    tomorrow.driver.model.list.selected = next.expect("more to do");
    tomorrow.wait().quit();
    let checklist = std::fs::read_to_string(home.path().join("nonmerci/checklist.toml"))
        .expect("the checklist");
    let facts = tomorrow.driver.model.facts(platform).checked;
    for line in [
        "state = \"done\"",
        &format!("address = \"{}\"", linkedin()),
        &format!("facts = {facts}"),
    ] {
        assert!(checklist.contains(line), "{checklist}");
    }
}

#[test]
fn the_walk_can_begin_at_a_platform() {
    let home = home();
    let mut mirror = Mirror::new(("de", SIZE), home.path(), &["walk", "facebook"], &[]);
    mirror.driver.go_to("facebook", 0);
    mirror.wait().quit();
}

#[test]
fn in_a_locale_without_utf_8_all_is_ascii_and_what_to_set_is_said() {
    let home = home();
    for locale in ["C", "fr_CH.ISO-8859-1"] {
        for plain in [&[][..], &["--plain"]] {
            let arguments = [&["--lang", "fr"], plain].concat();
            let variables = [("LC_ALL", locale)];
            let mut session = Session::nonmerci(SIZE, home.path(), &arguments, &variables);
            session.wait_for("LC_ALL=fr_CH.UTF-8");
            if plain.is_empty() {
                session.press("Esc Enter r q").end();
            } else {
                session.press("q Enter").end();
            }
            assert!(session.written.is_ascii(), "{locale}");
        }
    }
}

/// A terminal of Emacs prints what follows OSC.
#[test]
fn a_terminal_that_would_print_a_sequence_is_sent_none() {
    let home = home();
    let arguments = ["walk", "linkedin", "--links", "always", "--no-save"];
    let variables = [("TERM", "eterm-color")];
    let mut session = Session::nonmerci(SIZE, home.path(), &arguments, &variables);
    let words = &built_in().texts("fr").interface.errors.unsupported.clone();
    session.wait_until("the walk", |screen| !screen.contents().trim().is_empty());
    session.press("Right c").wait_for(words).press("q").end();
    assert!(!contains(&session.written, b"\x1b]"), "a sequence");
}

#[test]
fn the_console_of_linux_has_half_blocks_for_a_qr_code() {
    let home = home();
    for (term, expected) in [("linux", true), ("xterm", false)] {
        let arguments = ["walk", "linkedin", "--ascii", "--no-save"];
        let variables = [("TERM", term)];
        let size = (160, 80);
        let mut session = Session::nonmerci(size, home.path(), &arguments, &variables);
        session.wait_until("the walk", |screen| !screen.contents().trim().is_empty());
        let code = |screen: &vt100::Screen| screen.contents().contains(['▀', '#']);
        session.press("Right r").wait_until("the code", code);
        assert_eq!(session.contents().contains('▀'), expected, "{term}");
        session.press("q").end();
    }
}

#[test]
fn the_terminal_is_given_back_by_whichever_way_the_program_ends() {
    let home = home();
    for key in ["q", "Ctrl-c"] {
        let mut session = list(home.path(), &[], &[]).session;
        session.press(key).end();
        session.assert_given_back(key);
    }
    for (signal, number) in [
        ("-HUP", 1),
        ("-INT", 2),
        ("-QUIT", 3),
        ("-USR1", 10),
        ("-USR2", 12),
        ("-ALRM", 14),
        ("-TERM", 15),
        ("-XCPU", 24),
        ("-VTALRM", 26),
        ("-PROF", 27),
        ("-IO", 29),
    ] {
        let mut mirror = list(home.path(), &[], &[]);
        mirror.session.signal(signal);
        assert_eq!(mirror.session.end(), 128 + number, "{signal}");
        mirror.session.assert_given_back(signal);
        // As soon as the terminal is the program’s.
        let mut session = Session::nonmerci(SIZE, home.path(), &[], &[]);
        session.terminal.wait_until_taken();
        session.signal(signal);
        assert_eq!(session.end(), 128 + number, "{signal}");
        session.assert_given_back(signal);
    }
    for how in ["panic", "panic-before-drawing", "panic-elsewhere", "error"] {
        let mut session = Session::start(SIZE, &example("leave_badly"), &[how], &[]);
        session.end();
        let end = session.contents();
        assert!(
            end.contains("on purpose"),
            "{how} is told on the screen as it was: {end}"
        );
        session.assert_given_back(how);
    }
}

#[test]
fn line_mode_is_chosen_by_each_of_its_signs() {
    let home = home();
    let texts = built_in().texts("fr");
    let words = &texts.interface.line_mode;
    let name = built_in().catalogue.platforms[0].name.to_string();
    let prompt = words.prompt_name.fill(&Name { name });
    for (arguments, variables) in [
        (&["--plain"][..], &[][..]),
        (&[], &[("TERM", "dumb")]),
        (&[], &[("NONMERCI_PLAIN", "1")]),
        (&[], &[("ACCESSIBLE", "1")]),
    ] {
        let mut session = Session::nonmerci(SIZE, home.path(), arguments, variables);
        session.wait_for(&words.which.prompt).press("Enter");
        session.wait_for(&prompt).press("q Enter").end();
        let end = in_words(&session.contents());
        assert!(end.contains(&*words.bye), "{end}");
        session.assert_given_back("q");
        // What is typed is seen as it is typed, and not a second time.
        assert_eq!(end.matches(": q ").count(), 1, "{end}");
    }
    for value in ["0", ""] {
        list(home.path(), &[], &[("NONMERCI_PLAIN", value)]).quit();
    }
    list(
        home.path(),
        &[],
        &[("NONMERCI_PLAIN", "0"), ("ACCESSIBLE", "1")],
    )
    .quit();
}

#[test]
fn a_language_chosen_with_a_key_is_kept_and_settings_that_cannot_be_used_are_named() {
    let home = home();
    let folder = home.path().join(".config/nonmerci");
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("settings.toml");
    let mine = "colour = \"red\" # mine\n";
    std::fs::write(&file, mine).expect("the settings");
    let of = |language: &str| built_in().texts(language).interface.hints.quit.to_string();
    let mut session = Session::nonmerci(SIZE, home.path(), &[], &[]);
    session.wait_for("«colour»");
    // Up from French is German.
    session.press("Esc L Up Enter").wait_for(&of("de"));
    session.press("q").end();
    let kept = std::fs::read_to_string(&file).expect("the settings");
    assert_eq!(kept, format!("{mine}lang = \"de\"\n"));
    let mut session = Session::nonmerci(SIZE, home.path(), &[], &[]);
    let which = |language: &str| built_in().texts(language).interface.which.title.to_string();
    session.wait_for(&which("de")).press("Esc q").end();
    // An option is for this once.
    let mut session = Session::nonmerci(SIZE, home.path(), &["--lang", "it"], &[]);
    session.wait_for(&which("it")).press("Esc q").end();
}

#[test]
fn line_mode_is_left_politely_by_whichever_way() {
    let texts = built_in().texts("fr");
    let words = &texts.interface;
    let prompt = &words.line_mode.prompt_forward;
    let name = "LinkedIn".to_owned();
    let done = words.status.now_done.fill(&Name { name });
    for (key, signal, status) in [
        ("Ctrl-c", None, 130),
        ("Ctrl-d", None, 0),
        ("", Some("-INT"), 130),
        ("", Some("-TERM"), 143),
    ] {
        let home = home();
        let walk = ["walk", "linkedin", "--plain"];
        let mut session = Session::nonmerci(SIZE, home.path(), &walk, &[]);
        let act = words.line_mode.answers.done.first();
        session.wait_for(prompt).type_text(act).press("Enter");
        session.wait_for(&done).wait_for_times(prompt, 2);
        session.press(key);
        if let Some(signal) = signal {
            session.signal(signal);
        }
        assert_eq!(session.end(), status);
        let end = session.contents();
        assert!(end.contains(&*words.line_mode.bye), "{end}");
        let file = home.path().join("nonmerci/checklist.toml");
        let saved = std::fs::read_to_string(file).expect("the checklist");
        assert!(saved.contains("state = \"done\""), "{saved}");
    }
}

#[test]
fn in_line_mode_a_word_is_never_cut_and_only_copying_sends_a_sequence() {
    let home = home();
    let texts = built_in().texts("fr");
    let words = &texts.interface;
    let prompt = &words.line_mode.prompt_forward;
    let second = heading(&built_in(), "fr", "linkedin", 1);
    let walk = ["walk", "linkedin", "--plain"];
    let mut session = Session::nonmerci(SIZE, home.path(), &walk, &[]);
    session.wait_for(prompt).press("Enter");
    session.wait_until("the prompt of the second step", |screen| {
        let contents = in_words(&screen.contents());
        let asked = contents.split_once(&second).map(|(_, step)| step);
        asked.is_some_and(|step| step.contains(&**prompt))
    });
    let contents = session.contents();
    let lines: Vec<_> = contents.lines().collect();
    assert!(lines.contains(&linkedin()), "{contents}");
    // A line that the terminal has to break by itself comes back as one.
    let longest = lines.iter().map(|line| line.chars().count()).max();
    assert!(longest < Some(80), "{contents}");
    assert!(!contains(&session.written, b"\x1b]"), "a sequence");
    session.press("c Enter").wait_for(&words.status.copied);
    assert!(contains(&session.written, b"\x1b]52;"), "no sequence");
    session.press("q Enter").end();
    // A terminal that only prints is not sent any: the address stands there.
    let mut session = Session::nonmerci(SIZE, home.path(), &walk[..2], &[("TERM", "dumb")]);
    session.wait_for(&second).wait_for(prompt);
    let alone = format!("{} {}", words.line_mode.alone_address, linkedin());
    session.press("c Enter").wait_for(&alone);
    session.press("q Enter").end();
    assert!(!contains(&session.written, b"\x1b]"), "a sequence");
}

fn contains(written: &[u8], sequence: &[u8]) -> bool {
    written.windows(sequence.len()).any(|part| part == sequence)
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_back() {
    let home = home();
    let own = home.path().display().to_string();
    // What the shell says of it is in its own language, which nobody has to know.
    let variables = [
        ("HOME", own.as_str()),
        ("XDG_STATE_HOME", &own),
        ("LANG", "fr_CH.UTF-8"),
        ("PS1", "shell> "),
    ];
    let shell = ["--norc", "--noprofile", "-i"];
    let mut shell = Session::start(SIZE, "/bin/bash", &shell, &variables);
    let mut driver = Driver::of(&built_in(), "fr", SIZE, &Checklist::default());
    shell.wait_for("shell>");
    shell.type_text(&format!("{}\r", env!("CARGO_BIN_EXE_nonmerci")));
    ask_which(&mut driver.model);
    shell.wait_for_screen(&driver.screen()).press("Esc");
    shell
        .wait_for_screen(&driver.press("Esc").screen())
        .press("j");
    shell.wait_for_screen(&driver.press("j").screen());
    shell.press("Ctrl-z");
    let is_back = |screen: &vt100::Screen, times| {
        let prompts = screen.contents().matches("shell>").count();
        !screen.alternate_screen() && !screen.hide_cursor() && prompts == times
    };
    shell.wait_until("the shell", |screen| is_back(screen, 2));
    shell.type_text("echo $((6*7))\r").wait_for("42");
    // Redrawn whole, at the place where the reader was.
    shell.type_text("fg\r").wait_for_screen(&driver.screen());
    // The same where somebody else asks for it.
    shell.terminal.signal_child("-TSTP");
    shell.wait_until("the shell", |screen| is_back(screen, 4));
    shell.type_text("fg\r").wait_for_screen(&driver.screen());
    shell.press("q");
    // What is typed before the shell asks again would be the program’s.
    shell.wait_until("the shell again", |screen| is_back(screen, 5));
    shell.type_text("exit\r").end();
}

/// Where no shell could resume it, nothing stops it: it would stay for ever.
#[test]
fn what_nobody_could_resume_is_not_stopped() {
    let home = home();
    let mut mirror = list(home.path(), &[], &[]);
    mirror.session.press("Ctrl-z").signal("-TSTP");
    mirror.press("j").quit();
}

/// Whoever ends the program while it waits for a disk finds the terminal as it was;
/// whoever asks twice, at once.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[test]
fn the_terminal_is_given_back_though_saving_takes_for_ever() {
    for signals in [&["-TERM"][..], &["-INT", "-TERM"]] {
        let home = home();
        let mut mirror = list(home.path(), &[], &[]);
        mirror.press("Space Space");
        let folder = home.path().join("nonmerci");
        let lock = std::fs::File::open(folder.join("checklist.toml")).expect("the checklist");
        lock.lock().expect("it is free");
        mirror.session.press("Space");
        let path = format!("/proc/{}/task", mirror.session.terminal.process());
        // flock(2), on whichever thread: it waits for the lock.
        let waits = || {
            let tasks = std::fs::read_dir(&path).expect("the threads");
            let calls = tasks.flatten().map(|task| {
                std::fs::read_to_string(task.path().join("syscall")).unwrap_or_default()
            });
            calls.into_iter().any(|call| call.starts_with("73 "))
        };
        until(|| waits().then_some(()).ok_or("it does not save".to_owned()));
        for signal in signals {
            mirror.session.signal(signal);
        }
        assert_eq!(mirror.session.end(), 128 + 15, "{signals:?}");
        mirror.session.assert_given_back("while saving");
    }
}

#[test]
fn a_window_that_changes_is_redrawn_whole_on_every_screen() {
    let home = home();
    let first = (40, 12);
    let mut mirror = Mirror::new(("de", first), home.path(), &["--no-save"], &[]);
    mirror.wait();
    // Also in the walk that the first page of the story leads to.
    let keys = "/ Esc ? Esc L Esc a i Esc Enter Space Right PageDown r Esc Right Right";
    for key in keys.split_whitespace() {
        mirror.press(key);
        for size in [(10, 3), (120, 40), first] {
            mirror.resize(size);
        }
    }
    mirror.quit();
}

/// As on a serial line.
#[test]
fn a_window_that_does_not_say_its_size_shows_all_the_same() {
    let home = home();
    let mut first = Driver::of(&built_in(), "fr", SIZE, &Checklist::default());
    ask_which(&mut first.model);
    let shown = first.screen();
    for size in [(0, 0), (80, 0), (0, 24)] {
        let mut session = Session::nonmerci(size, home.path(), &[], &[]);
        session.wait_for_screen(&shown).press("Esc q").end();
    }
}

#[test]
fn what_is_pasted_is_not_taken_for_keys() {
    let home = home();
    let mut mirror = list(home.path(), &[], &[]);
    assert!(
        contains(&mirror.session.written, b"\x1b[?2004h"),
        "the terminal is asked to mark what is pasted"
    );
    // Were these keys, they would tick off, go down, and leave.
    mirror.session.type_text("\x1b[200~ j j\rq\x03\x1b[201~");
    mirror
        .driver
        .tell(Message::Pasted(" j j\rq\x03".to_owned()));
    mirror.wait();
    // One that never ends is over in time.
    mirror.press("j").session.type_text("\x1b[200~ j");
    mirror.driver.tell(Message::Pasted(" j".to_owned()));
    mirror.wait();
    // Where something is typed, it is typed.
    mirror
        .press("/")
        .session
        .type_text("\x1b[200~tube\r\x1b[201~");
    mirror.driver.tell(Message::Pasted("tube\r".to_owned()));
    mirror.wait().press("Left Left u Ctrl-e Ctrl-w Esc").quit();
    assert!(!home.path().join("nonmerci").exists());
}

/// What a terminal says by itself, or late, to a question of whoever used it before.
#[test]
fn what_the_terminal_says_is_not_taken_for_keys() {
    let home = home();
    let stub = StubBrowser::new();
    let browser = stub.command();
    let mut mirror = list(home.path(), &[], &[("BROWSER", &browser)]);
    for said in [
        "\x1bP>|Konsole 24.08.1\x1b\\",
        "\x1bP>|tmux 3.5a\x1b\\",
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
        "\x1b_Gi=1;OK soon\x1b\\",
        "\x1b[?997;1n",
        "\x1b[?2026;2$y",
        "\x1b[?62;22c",
        "\x1b[12;40R",
        "\x1b[I",
        "\x1b[<0;12;5M",
        "\x1b[M  q",
        "\x1b[?0u",
    ] {
        mirror.session.type_text(said);
        mirror.press("j");
    }
    // What began and broke off costs a key at the most.
    for said in ["\x1b[<", "\x1b[?", "\x1b[", "\x1bO"] {
        mirror.session.type_text(&format!("{said}\x1bOB"));
        mirror.driver.press("j");
        mirror.wait();
    }
    assert_eq!(mirror.quit(), 0);
    assert!(!home.path().join("nonmerci").exists());
}

/// Over slow lines, a key comes in pieces. An Escape alone is waited for no longer than
/// a tenth of a second, and is left whole here: a busy machine may be slower.
#[cfg(target_os = "linux")]
#[test]
fn an_arrow_in_pieces_is_one_key() {
    let home = home();
    let mut mirror = list(home.path(), &[], &[]);
    for pieces in [
        &["\x1b[", "B"][..],
        &["\x1bO", "B"],
        &["\x1b[1", ";", "1", "B"],
        &["\x1b[B\x1b[", "B"],
        &["\x1b[1;1", "A"],
    ] {
        for piece in pieces {
            mirror.session.type_text(piece);
            mirror.session.terminal.wait_until_read();
        }
        let ups = pieces.concat().matches('A').count();
        let downs = pieces.concat().matches('B').count();
        let keys = [vec!["Up"; ups], vec!["Down"; downs]].concat();
        mirror.driver.press(&keys.join(" "));
        mirror.wait();
    }
    assert_eq!(mirror.quit(), 0);
}

/// As multiplexers join what is typed soon after Escape.
#[test]
fn escape_and_a_letter_at_once_are_both_heard() {
    let home = home();
    let mut mirror = list(home.path(), &[], &[]);
    for (keys, pressed) in [("\x1bj", "Esc j"), ("\x1b\x1b[B", "Esc Down")] {
        mirror.press("Enter").session.type_text(keys);
        mirror.driver.press(pressed);
        mirror.wait();
    }
    mirror.press("Enter").session.type_text("\x1bq").end();
}

/// What others write on the terminal goes when somebody asks for it, and when a
/// terminal says that its window has a size, though it is the same.
#[test]
fn a_spoilt_screen_is_drawn_anew() {
    let home = home();
    let mut mirror = list(home.path(), &[], &[]);
    for keys in ["", "?", "Esc /", "x", "Esc Enter r"] {
        mirror.press(keys);
        mirror.session.spoil();
        mirror.press("Ctrl-l").session.spoil();
        mirror.session.signal("-WINCH");
        mirror.wait();
    }
    mirror.press("Esc").quit();
}

#[test]
fn keys_that_come_faster_than_it_draws_all_count() {
    let home = home();
    let mut mirror = Mirror::new(("it", SIZE), home.path(), &["--no-save"], &[]);
    mirror.wait();
    // Down, held; up, held for less; the same with the arrows.
    let held = |key: &str, times| format!("{key} ").repeat(times);
    let keys = held("j", 500) + &held("k", 30) + &held("Up", 10) + &held("Down", 3);
    mirror.session.press(&keys);
    mirror.driver.press("End").press(&held("Up", 40));
    mirror.driver.press(&held("Down", 3));
    mirror.wait();
    // A search typed in one go, kept, and left.
    mirror.session.type_text("/linked in\r");
    mirror
        .driver
        .press("/")
        .type_text("linked in")
        .press("Enter");
    mirror.wait().quit();
}

/// Whoever sends more keys than can be answered to at once sees in between what comes of
/// them; but not of each.
#[test]
fn what_comes_of_very_many_keys_is_seen_before_the_last_of_them() {
    let home = home();
    let mut mirror = list(home.path(), &["--no-save"], &[]);
    mirror.press("Esc");
    let help = mirror.driver.model.texts.interface.help.title.to_string();
    let session = &mut mirror.session;
    session.take_rest();
    session.written.clear();
    let there_and_back = "j".repeat(50) + &"k".repeat(50);
    session.type_text(&there_and_back.repeat(1500)).press("?");
    session.wait_for(&help);
    let frames = String::from_utf8_lossy(&session.written)
        .matches('›')
        .count();
    assert!((1..30_000).contains(&frames), "{frames} frames");
    session.press("Esc q");
    assert_eq!(session.end(), 0);
}

/// Of a slow line, the frames of sixty arrows would take half a minute. Not more is sent
/// than it takes, and then the frame of the last.
#[cfg(target_os = "linux")]
#[test]
fn on_a_slow_line_what_is_seen_does_not_stay_behind_what_is_typed() {
    const BYTES_A_SECOND: f64 = 960.0;
    let home = home();
    let path = home.path().display().to_string();
    let script = "stty 9600; exec \"$0\"";
    let session = Session::start(
        SIZE,
        "/bin/sh",
        &["-c", script, env!("CARGO_BIN_EXE_nonmerci")],
        &[("HOME", &path), ("LANG", "fr_CH.UTF-8")],
    );
    let mut driver = Driver::on(today(), &built_in(), "fr", SIZE, &Checklist::default());
    ask_which(&mut driver.model);
    let mut mirror = Mirror { session, driver };
    mirror.wait().press("Esc");
    mirror.session.written.clear();
    let begun = Instant::now();
    for _ in 0..60 {
        mirror.session.press("Down");
        // Each is heard before the next: none is held back by the terminal.
        mirror.session.terminal.wait_until_read();
        mirror.driver.press("Down");
    }
    mirror.wait();
    let could_be_taken = begun.elapsed().as_secs_f64() * BYTES_A_SECOND;
    let sent = mirror.session.written.len();
    // Two seconds are for the last frame, and for what was on its way before.
    assert!(
        f64::from(u32::try_from(sent).expect("few bytes")) <= could_be_taken + 2.0 * BYTES_A_SECOND,
        "{sent} bytes were sent, and {could_be_taken:.0} could be taken"
    );
    mirror.quit();
}

/// A terminal that is closed sends its hang-up to the program that began the session
/// alone. Where that keeps it to itself, as `make` or `npm run` may, the program
/// finds out all the same, and does not go on asking for keys for ever.
#[cfg(unix)]
#[test]
fn a_terminal_that_is_gone_ends_the_program_even_if_nobody_says_so() {
    let home = home();
    let path = home.path().display().to_string();
    let script = "trap '' HUP; \"$0\" --no-save; exit";
    let mut session = Session::start(
        SIZE,
        "/bin/sh",
        &["-c", script, env!("CARGO_BIN_EXE_nonmerci")],
        &[("HOME", &path), ("LANG", "fr_CH.UTF-8")],
    );
    session.wait_until("the list", vt100::Screen::alternate_screen);
    session.terminal.close();
    // Whether it was drawing when the terminal went, and so failed, is all the same.
    session.terminal.wait_for_end();
}

/// A terminal that takes nothing any more, as one that was stopped, keeps the thread
/// that draws waiting. Whoever ends the program then still ends it.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[test]
fn a_terminal_that_takes_nothing_does_not_keep_the_program_from_ending() {
    let home = home();
    let path = home.path().display().to_string();
    let program = env!("CARGO_BIN_EXE_nonmerci");
    let mut terminal = PseudoTerminal::start(SIZE, program, &["--no-save"], &[("HOME", &path)]);
    // Nobody reads what it writes, and each other size makes it write more.
    terminal.stop_reading();
    let id = terminal.process();
    let full = (0..1_000_000_u32).any(|turn| {
        let columns = if turn.is_multiple_of(2) { 200 } else { 199 };
        terminal.resize((columns, 100));
        // write(2), and the same one for so long that it waits.
        let writes = || {
            let call = std::fs::read_to_string(format!("/proc/{id}/syscall")).unwrap_or_default();
            call.starts_with("1 0x").then_some(call)
        };
        writes().is_some_and(|first| {
            std::iter::repeat_with(writes)
                .take(1_000)
                .all(|call| call.as_ref() == Some(&first))
        })
    });
    assert!(full, "the terminal takes all that is written");
    terminal.signal("-TERM");
    terminal.wait_for_end();
    terminal.assert_modes_given_back("-TERM");
}

/// A disk that does not answer keeps the thread waiting that answers to keys. A first
/// Ctrl-C is then heard by nobody; whoever goes on pressing it leaves all the same.
#[cfg(unix)]
#[test]
fn ctrl_c_that_nobody_hears_ends_the_program_when_it_is_pressed_again() {
    let home = home();
    let config = home.path().join("config");
    let folder = config.join("nonmerci");
    std::fs::create_dir_all(&folder).expect("a folder");
    let settings = folder.join("settings.toml");
    std::fs::write(&settings, "").expect("the settings");
    // Another program keeps them: the choice of a language waits for seconds.
    let held = std::fs::File::open(&settings).expect("the settings");
    held.lock().expect("it is free");
    let config = config.display().to_string();
    let mut session = Session::nonmerci(
        SIZE,
        home.path(),
        &["--lang", "fr"],
        &[("XDG_CONFIG_HOME", &config)],
    );
    session.wait_until("the list", vt100::Screen::alternate_screen);
    session.press("Esc L Down Enter");
    let pause = std::time::Duration::from_millis(50);
    while session.terminal.output.recv_timeout(pause) != Err(RecvTimeoutError::Disconnected) {
        session.terminal.type_keys("\u{3}");
    }
    assert_eq!(session.end(), 130);
    session.terminal.assert_modes_given_back("Ctrl-C");
    drop(held);
}

/// While nobody types, no thread of the program can wake up: each waits for an
/// event, without a time limit.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[test]
fn nothing_runs_while_nobody_types() {
    let home = home();
    let mut mirror = list(home.path(), &[], &[]);
    mirror.press("Enter");
    let id = mirror.session.terminal.process();
    let tasks = || {
        let tasks = std::fs::read_dir(format!("/proc/{id}/task")).expect("the threads");
        let calls = tasks.map(|task| {
            let path = task.expect("a thread").path().join("syscall");
            std::fs::read_to_string(path).unwrap_or_default()
        });
        calls.collect::<Vec<_>>()
    };
    // Threads that are still running have no call to wait in yet.
    let mut waiting = Vec::new();
    until(|| {
        waiting = tasks();
        let rests = |call: &String| !call.starts_with("running") && !call.is_empty();
        let restless = || format!("the program does not come to rest: {waiting:?}");
        waiting.iter().all(rests).then_some(()).ok_or_else(restless)
    });
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
    mirror.quit();
}

/// A key that changes nothing draws nothing, and one that moves the selection
/// writes a few cells, not the screen.
#[test]
fn drawing_writes_only_what_changed() {
    let home = home();
    let mut mirror = list(home.path(), &[], &[]);
    mirror.session.take_rest();
    let before = mirror.session.written.len();
    mirror.press("k");
    let bytes = mirror.press("j").session.written.len() - before;
    assert!(bytes < 2_500, "{bytes} bytes for one line down");
    mirror.quit();
}

#[test]
#[cfg(target_os = "linux")]
fn a_tick_that_could_not_be_saved_is_told_after_leaving_too() {
    let home = home();
    let place = "/proc/nonmerci.toml";
    let mut mirror = list(home.path(), &["--checklist", place], &[]);
    mirror.session.press("Space");
    mirror.session.wait_for(&not_saved()).press("q");
    assert_eq!(mirror.session.end(), 1);
    let screen = mirror.session.contents();
    let hint = &built_in().texts("fr").interface.errors.hint.to_string();
    assert!(screen.contains(place) && screen.contains(hint), "{screen}");
}

/// What the screen says, before the reason, where a tick could not be saved.
fn not_saved() -> String {
    let words = &built_in().texts("fr").interface.status.not_saved.clone();
    let reason = "|".to_owned();
    before_value(&words.fill(&Reason { reason })).to_owned()
}

#[test]
fn a_tick_that_could_not_be_saved_is_saved_along_with_the_next_when_asked_or_on_leaving() {
    for keys in ["Space", "Ctrl-s", ""] {
        let home = home();
        let mut mirror = list(home.path(), &[], &[]);
        let folder = home.path().join("nonmerci");
        std::fs::write(&folder, "in the way").expect("a file");
        mirror.session.press("Space").wait_for(&not_saved());
        mirror.driver.failing = Some("§".to_owned());
        mirror.driver.press("Space");
        mirror.press("j");
        std::fs::remove_file(&folder).expect("the file");
        mirror.driver.failing = None;
        mirror.press(keys);
        assert_eq!(mirror.quit(), 0, "{keys}");
        let saved = std::fs::read_to_string(folder.join("checklist.toml")).expect("the checklist");
        let ticked = if keys == "Space" { 2 } else { 1 };
        for platform in &mirror.driver.model.catalogue.platforms[..ticked] {
            let heading = format!("[platforms.{}]", platform.id);
            assert!(saved.contains(&heading), "{keys}: {saved}");
        }
    }
}

/// What is said of the first platform of the list once it is ticked off.
fn now_done(mirror: &Mirror) -> String {
    let model = &mirror.driver.model;
    let name = model.name(0).to_owned();
    model.texts.interface.status.now_done.fill(&Name { name })
}

/// The program, whose checklist is held by another, as it says that it is saving.
#[cfg(unix)]
fn saving(home: &Path) -> (Mirror, std::path::PathBuf, std::fs::File) {
    let mut mirror = list(home, &[], &[]);
    mirror.press("Space Space j k");
    let path = home.join("nonmerci/checklist.toml");
    let lock = std::fs::File::open(&path).expect("the checklist");
    lock.lock().expect("it is free");
    let words = mirror
        .driver
        .model
        .texts
        .interface
        .status
        .saving
        .to_string();
    mirror.session.written.clear();
    mirror.session.press("Space").wait_for(&words);
    (mirror, path, lock)
}

#[cfg(unix)]
#[test]
fn while_another_program_holds_the_checklist_the_screen_goes_on_and_leaving_says_what_is_lost() {
    for how in ["q", "-TERM"] {
        let home = home();
        let (mut mirror, path, lock) = saving(home.path());
        let before = std::fs::read(&path).expect("the checklist");
        let texts = mirror.driver.model.texts.clone();
        let session = &mut mirror.session;
        session.press("?").wait_for(&texts.interface.help.title);
        session
            .press("Esc")
            .wait_for(&texts.interface.status.saving);
        // What is done is not, until it is saved.
        let written = String::from_utf8_lossy(&session.written).into_owned();
        let platform = &mirror.driver.model.catalogue.platforms[0].id;
        if how == "q" {
            session.press("q");
        } else {
            session.signal(how);
        }
        assert_eq!(session.end(), if how == "q" { 1 } else { 128 + 15 });
        let command = format!("nonmerci mark {platform} done --on ");
        let screen = in_words(&session.contents());
        assert!(screen.contains(&command), "{how}: {screen}");
        assert!(
            screen.contains(&*texts.interface.errors.too_slow),
            "{screen}"
        );
        assert!(
            !in_words(&written).contains(&now_done(&mirror)),
            "{written}"
        );
        assert_eq!(std::fs::read(&path).expect("the checklist"), before);
        drop(lock);
    }
}

/// What the screen says is done has been saved: nothing can take it away again.
#[cfg(unix)]
#[test]
fn a_tick_that_is_confirmed_survives_whatever_happens_to_the_program() {
    for confirmed in [true, false] {
        let home = home();
        let (mut mirror, path, lock) = saving(home.path());
        let before = std::fs::read_to_string(&path).expect("the checklist");
        if confirmed {
            drop(lock);
            mirror.session.wait_for(&now_done(&mirror));
        }
        mirror.session.signal("-KILL");
        mirror.session.end();
        let after = std::fs::read_to_string(&path).expect("the checklist");
        if confirmed {
            assert!(after.contains("state = \"done\""), "{after}");
        } else {
            assert_eq!(after, before);
        }
    }
}

/// The system would end a program that writes more than it may, where it stands.
#[cfg(unix)]
#[test]
fn a_checklist_that_may_not_grow_is_told_and_ends_nothing() {
    let home = home();
    let path = home.path().display().to_string();
    let script = "ulimit -f 0; exec \"$0\"";
    let mut session = Session::start(
        SIZE,
        "/bin/sh",
        &["-c", script, env!("CARGO_BIN_EXE_nonmerci")],
        &[
            ("HOME", &path),
            ("XDG_STATE_HOME", &path),
            ("LANG", "fr_CH.UTF-8"),
        ],
    );
    let mut list = Driver::of(&built_in(), "fr", SIZE, &Checklist::default());
    ask_which(&mut list.model);
    session.wait_for_screen(&list.screen()).press("Esc");
    session
        .wait_for_screen(&list.press("Esc").screen())
        .press("Space");
    session.wait_for(&not_saved()).press("q").end();
    session.assert_given_back("q");
}

/// Somebody who does not see the screen, for one evening: what they use, one platform
/// walked to the tick, one set aside and taken back.
#[test]
fn an_evening_line_by_line_needs_thirteen_answers_and_notes_what_was_said() {
    for language in ["fr", "de"] {
        let home = home();
        let texts = built_in().texts(language);
        let words = &texts.interface.line_mode;
        let answers = &words.answers;
        let aside = format!("{} whatsapp", answers.not_concerned.first());
        let arguments = ["--plain", "--browser", "true", "--lang", language];
        let mut session = Session::nonmerci(SIZE, home.path(), &arguments, &[]);
        session.wait_for(&words.which.prompt);
        for answer in [
            "linkedin, whatsapp",
            // That is all; LinkedIn, to the question whether it is done.
            "",
            "",
            "",
            "",
            "",
            // It is not skipped.
            "",
            answers.yes.first(),
            answers.menu.first(),
            answers.left.first(),
            &aside,
            answers.undo.first(),
            answers.quit.first(),
        ] {
            session.type_text(answer).press("Enter");
        }
        assert_eq!(session.end(), 0);
        let file = home.path().join("nonmerci/checklist.toml");
        let saved = std::fs::read_to_string(file).expect("the checklist");
        let saved: toml::Table = saved.parse().expect("TOML");
        for (id, state) in [
            ("linkedin", "done"),
            ("whatsapp", "todo"),
            ("x", "not-concerned"),
            ("youtube", "not-concerned"),
        ] {
            let found = saved["platforms"][id]["state"].as_str();
            assert_eq!(found, Some(state), "{language}: {id}");
        }
    }
}
