//! The checklist’s file removed, emptied, damaged or replaced while the program runs.

use std::fs;
use std::path::{Path, PathBuf};

use nonmerci::words::{DamagedFile, Given, MergedSame, Name};
use tempfile::TempDir;

use crate::support::edition::built_in;
use crate::support::phrases::before_value;
use crate::support::session::Session;

/// Tall enough that nothing said in line mode has left the screen when it is looked for.
const SIZE: (u16, u16) = (80, 50);

const BEFORE: &str = "format = 1\n\n[platforms.linkedin]\nstate = \"done\"\non = 2026-11-01\n\n\
                      [platforms.x]\nstate = \"later\"\non = 2026-11-20\n";

/// A checklist that the program has read.
struct Running {
    session: Session,
    path: PathBuf,
    _home: TempDir,
}

/// The program in one of its two modes, in the walk of a platform that is not in the
/// checklist.
fn running(mode: &[&str]) -> Running {
    let (home, path) = with_checklist();
    let session = walking(home.path(), mode);
    Running {
        session,
        path,
        _home: home,
    }
}

/// A home with a checklist, and where that is.
fn with_checklist() -> (TempDir, PathBuf) {
    let home = TempDir::new().expect("a folder for the test");
    let folder = home.path().join("nonmerci");
    fs::create_dir(&folder).expect("a folder");
    let path = folder.join("checklist.toml");
    fs::write(&path, BEFORE).expect("a checklist");
    (home, path)
}

/// The program in the walk of a platform that is not in the checklist.
fn walking(home: &Path, mode: &[&str]) -> Session {
    let arguments = [&["walk", "facebook"], mode].concat();
    let mut session = Session::nonmerci(SIZE, home, &arguments, &[]);
    session.wait_for("Facebook");
    session
}

/// Puts the platform off, waits until this is said, and leaves.
fn put_off(running: &mut Running, mode: &[&str], said: &str) {
    let session = &mut running.session;
    if mode.is_empty() {
        session.press("s").wait_for(said).press("q");
    } else {
        let later = &built_in().texts("fr").interface.line_mode.answers.later;
        session.type_text(&format!("{}\r", later.first()));
        session.wait_for(said).press("q Enter");
    }
    assert_eq!(session.end(), 0, "{said}");
}

const MODES: [&[&str]; 2] = [&[], &["--plain"]];

#[test]
fn what_goes_while_the_program_runs_is_written_again_and_said_to_be() {
    let texts = built_in().texts("fr");
    let words = &texts.interface.status;
    let damaged = words.file_damaged.fill(&DamagedFile {
        line: "|".to_owned(),
        reason: String::new(),
        path: String::new(),
    });
    for mode in MODES {
        for (there, said) in [
            (None, &*words.file_gone),
            (Some(""), &*words.file_gone),
            (Some("\0\0"), before_value(&damaged)),
        ] {
            let mut running = running(mode);
            match there {
                Some(text) => fs::write(&running.path, text).expect("an edit"),
                None => fs::remove_file(&running.path).expect("the checklist"),
            }
            put_off(&mut running, mode, said);
            let after = fs::read_to_string(&running.path).expect("the checklist");
            assert!(after.starts_with(BEFORE), "{after}");
            assert!(
                after.contains("[platforms.facebook]\nstate = \"later\""),
                "{after}"
            );
            let folder = running.path.parent().expect("a folder");
            let aside = fs::read_dir(folder).expect("the folder").count() - 1;
            assert_eq!(
                aside,
                usize::from(there.is_some_and(|text| !text.is_empty()))
            );
        }
    }
}

#[test]
fn what_somebody_else_notes_meanwhile_is_taken_in_and_said_to_be() {
    let texts = built_in().texts("fr");
    let given = "X".to_owned();
    let said = texts.interface.status.taken_in.fill(&Given { given });
    for mode in MODES {
        let mut running = running(mode);
        let edited = BEFORE.replace("\"later\"\non = 2026-11-20", "\"done\"\non = 2026-11-21");
        fs::write(&running.path, &edited).expect("an edit");
        put_off(&mut running, mode, &said);
        let after = fs::read_to_string(&running.path).expect("the checklist");
        assert!(after.starts_with(&edited), "{after}");
        assert!(after.contains("[platforms.facebook]"), "{after}");
    }
}

#[test]
fn the_last_change_is_undone_by_the_next_run_which_says_what_it_was() {
    let texts = built_in().texts("fr");
    let (words, states) = (&texts.interface.status, &texts.interface.states);
    let name = "Facebook".to_owned();
    let put_off_said = words.now_later.fill(&Name { name: name.clone() });
    let state = states.later.to_string();
    let undone = words.undone_earlier.fill(&MergedSame { name, state });
    for mode in MODES {
        let mut running = running(mode);
        put_off(&mut running, mode, &put_off_said);
        let home = running.path.ancestors().nth(2).expect("the home");
        let mut next = walking(home, mode);
        next.press(if mode.is_empty() { "u" } else { "u Enter" });
        next.wait_for(&undone);
        next.press(if mode.is_empty() { "q" } else { "q Enter" });
        assert_eq!(next.end(), 0);
        let after = fs::read_to_string(&running.path).expect("the checklist");
        assert!(after.starts_with(BEFORE), "{after}");
        assert!(
            !after.contains("[platforms.facebook]\nstate = \"later\""),
            "{after}"
        );
        assert!(!after.contains("[undo]"), "{after}");
    }
}
