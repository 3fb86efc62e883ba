//! The live preview of a folder of texts: the real program in a terminal, and
//! files saved, broken and mended beside it.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::terminal::Session;

/// The file that is edited: it has the title of the third step, where the reader
/// is.
const KINDS: &str = "fr/kinds.toml";

/// A folder of texts, and a home for the program.
struct Folder {
    home: TempDir,
}

impl Folder {
    /// The French words of the kinds, alone.
    fn new() -> Self {
        let folder = Self {
            home: TempDir::new().expect("a folder for the test"),
        };
        folder.restore();
        folder
    }

    fn dir(&self) -> PathBuf {
        self.home.path().join("texts")
    }

    fn path(&self, file: &str) -> PathBuf {
        self.dir().join(file)
    }

    /// The folder as it was at first.
    fn restore(&self) {
        fs::create_dir_all(self.dir().join("fr/platforms")).expect("the folders");
        self.write(KINDS, kinds("L’interrupteur"));
    }

    fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path(file), text).expect(file);
    }

    /// The program at the third step of a walk, with the drawn switch flipped.
    fn preview(&self) -> Session {
        let dir = self.dir().display().to_string();
        let arguments = ["--content", &dir, "walk", "linkedin"];
        let mut session = Session::nonmerci(self.home.path(), &arguments, &[]);
        session.wait_for("1 sur 5").type_keys("\r");
        session.wait_for("2 sur 5").type_keys("\r");
        session.wait_for("3 sur 5 · L’interrupteur").type_keys(" ");
        session.wait_for("activé ──●");
        session
    }
}

/// The French words of the kinds, with this title for a switch.
fn kinds(title: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("content")
        .join(KINDS);
    let text = fs::read_to_string(file).expect(KINDS);
    let before = "title = \"L’interrupteur\"";
    assert_eq!(text.matches(before).count(), 1, "{text}");
    text.replace(before, &format!("title = \"{title}\""))
}

/// Waits until the screen shows this title, at the same step with the switch as it
/// was, and nothing of a fault.
fn assert_whole(session: &mut Session, title: &str) {
    session.wait_until(title, |screen| {
        let text = screen.contents();
        text.contains(&format!("LinkedIn · 3 sur 5 · {title}"))
            && text.contains("activé ──●")
            && !text.contains("Erreur")
            && !text.contains("n’est plus")
    });
}

#[test]
fn a_saved_file_shows_at_once_at_the_same_step() {
    let folder = Folder::new();
    let mut session = folder.preview();
    // Some editors mark a file as open by a link that leads nowhere.
    symlink("anna@home.1234", folder.path("fr/.#kinds.toml")).expect("a link");
    // Written in place.
    folder.write(KINDS, kinds("Première"));
    assert_whole(&mut session, "Première");
    // Another file takes its name.
    folder.write("fr/.kinds.toml.swp", kinds("Deuxième"));
    fs::rename(folder.path("fr/.kinds.toml.swp"), folder.path(KINDS)).expect("the name");
    assert_whole(&mut session, "Deuxième");
    // The old one is moved away first.
    fs::rename(folder.path(KINDS), folder.path("fr/kinds.toml~")).expect("the name");
    folder.write(KINDS, kinds("Troisième"));
    assert_whole(&mut session, "Troisième");
    // As some editors on Windows write.
    let windows = format!("\u{feff}{}", kinds("Quatrième").replace('\n', "\r\n"));
    folder.write(KINDS, windows);
    assert_whole(&mut session, "Quatrième");
    // Several files, among them one that was not there before.
    folder.write(KINDS, kinds("Cinquième"));
    let facts = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/platforms/linkedin.toml");
    let facts = fs::read_to_string(facts).expect("the facts");
    fs::create_dir(folder.path("platforms")).expect("a folder");
    let facts = facts.replace("name = \"LinkedIn\"", "name = \"Lié\"");
    folder.write("platforms/linkedin.toml", facts);
    session.wait_for("Lié · 3 sur 5 · Cinquième");
    session.wait_for("activé ──●").type_keys("q").end();
}

#[test]
fn a_fault_is_told_over_the_last_good_text_until_it_is_mended() {
    let folder = Folder::new();
    let mut session = folder.preview();
    let no_text = |title: &str| kinds(title).replace("[form]", "[from]");
    let line = kinds("").lines().position(|line| line == "[form]");
    let line = line.expect("the line") + 1;
    let place = format!("Erreur dans fr/kinds.toml:{line}:");
    folder.write(KINDS, no_text("Faux"));
    session
        .wait_for(&place)
        .wait_for("Vous voyez le dernier texte sans erreur.")
        .wait_for("LinkedIn · 3 sur 5 · L’interrupteur");
    // A key does not put it away, and the program goes on.
    session.type_keys("\r");
    session.wait_for("4 sur 5").wait_for(&place);
    session.type_keys("\x1b[D");
    session.wait_for("3 sur 5").wait_for(&place).type_keys(" ");
    folder.write(KINDS, kinds("Juste"));
    assert_whole(&mut session, "Juste");
    // A file half written is whole at the next save.
    let half = &kinds("Moitié")[..500];
    folder.write(KINDS, half);
    session.wait_for("Erreur dans fr/kinds.toml:");
    folder.write(KINDS, kinds("Entier"));
    assert_whole(&mut session, "Entier");
    // What to do is said as the check says it.
    folder.write(KINDS, kinds("Faux").replace("[common]", "[common"));
    session
        .wait_for("this heading has no")
        .wait_for("`[common]`");
    folder.write(KINDS, kinds("Clos"));
    assert_whole(&mut session, "Clos");
    session.type_keys("q").end();
}

#[test]
fn a_fault_in_another_language_is_told_and_in_nobody_s_way() {
    let folder = Folder::new();
    let mut session = folder.preview();
    fs::create_dir(folder.path("de")).expect("a folder");
    folder.write("de/kinds.toml", "common = 1");
    session.wait_for("Erreur dans de/kinds.toml:1:");
    folder.write(KINDS, kinds("Ailleurs"));
    session
        .wait_for("LinkedIn · 3 sur 5 · Ailleurs")
        .wait_for("Erreur dans de/kinds.toml:1:");
    assert!(!session.contents().contains("dernier texte"));
    fs::remove_dir_all(folder.path("de")).expect("the folder");
    session.wait_for("de/kinds.toml n’est plus dans le dossier.");
    folder.write(KINDS, kinds("Réparé"));
    assert_whole(&mut session, "Réparé");
    session.type_keys("q").end();
}

/// What can happen to the folder, and what is said of it.
type Mishap = (fn(&Folder), &'static str);

#[test]
fn whatever_happens_to_the_folder_is_told_and_can_be_mended() {
    let folder = Folder::new();
    let mut session = folder.preview();
    let cases: &[Mishap] = &[
        (
            |folder| folder.write(KINDS, b"[common]\nused = \"\xff\"\n"),
            "fr/kinds.toml:2: this is not UTF-8",
        ),
        (
            |folder| {
                let file = fs::File::create(folder.path(KINDS)).expect("a file");
                file.set_len(100 << 20).expect("its length");
            },
            "fr/kinds.toml: this file is longer than",
        ),
        (
            |folder| {
                fs::remove_file(folder.path(KINDS)).expect("the file");
                symlink("kinds.toml", folder.path(KINDS)).expect("a link");
            },
            "fr/kinds.toml: this link leads nowhere",
        ),
        (
            |folder| {
                fs::remove_dir_all(folder.path("fr")).expect("the folder");
                symlink("fr", folder.path("fr")).expect("a link");
            },
            "fr: this link leads nowhere",
        ),
        (
            |folder| {
                fs::remove_file(folder.path(KINDS)).expect("the file");
                let made = Command::new("mkfifo").arg(folder.path(KINDS)).status();
                assert!(made.expect("mkfifo").success());
            },
            "fr/kinds.toml: this is no file",
        ),
        (
            |folder| fs::remove_file(folder.path(KINDS)).expect("the file"),
            "fr/kinds.toml n’est plus dans le dossier",
        ),
        (
            |folder| fs::remove_dir_all(folder.dir()).expect("the folder"),
            "introuvable",
        ),
        (
            |folder| {
                fs::rename(folder.dir(), folder.home.path().join("away")).expect("the folder");
            },
            "introuvable",
        ),
        (
            |folder| {
                fs::remove_dir_all(folder.dir()).expect("the folder");
                fs::write(folder.dir(), "").expect("a file");
            },
            "ce n’est pas un dossier",
        ),
        (
            |folder| {
                folder.write(
                    "catalogue.toml",
                    "format = 1\nfirst_five = []\ngroup = []\n",
                );
            },
            "catalogue.toml:3: no platform is listed; name at least one",
        ),
    ];
    for (number, (mishap, said)) in cases.iter().enumerate() {
        mishap(&folder);
        session.wait_for(said).wait_for("LinkedIn · 3 sur 5");
        for remains in [folder.dir(), folder.path("fr"), folder.path(KINDS)] {
            let is_folder = remains.is_dir() && !remains.is_symlink();
            if !is_folder && remains.symlink_metadata().is_ok() {
                fs::remove_file(remains).expect("what is in the way");
            }
        }
        if folder.path("catalogue.toml").exists() {
            fs::remove_file(folder.path("catalogue.toml")).expect("the file");
        }
        folder.restore();
        let title = format!("Réparé {number}");
        folder.write(KINDS, kinds(&title));
        assert_whole(&mut session, &title);
    }
    session.type_keys("q").end();
}

#[test]
fn a_link_back_into_the_folder_harms_nothing_when_it_comes_or_goes() {
    let folder = Folder::new();
    let mut session = folder.preview();
    symlink(".", folder.path("fr/again")).expect("a link");
    for title in ["Liée", "Encore liée"] {
        folder.write(KINDS, kinds(title));
        session.wait_for(&format!("LinkedIn · 3 sur 5 · {title}"));
    }
    fs::remove_file(folder.path("fr/again")).expect("the link");
    for title in ["Déliée", "Encore déliée"] {
        folder.write(KINDS, kinds(title));
        session.wait_for(&format!("LinkedIn · 3 sur 5 · {title}"));
    }
    session.type_keys("q").end();
}

#[test]
fn a_file_that_is_a_link_is_followed_to_where_it_is_saved() {
    let folder = Folder::new();
    let elsewhere = folder.home.path().join("elsewhere");
    fs::create_dir(&elsewhere).expect("a folder");
    let file = elsewhere.join("kinds.toml");
    fs::rename(folder.path(KINDS), &file).expect("the file");
    symlink(&file, folder.path(KINDS)).expect("a link");
    let mut session = folder.preview();
    fs::write(&file, kinds("Ailleurs")).expect("the file");
    assert_whole(&mut session, "Ailleurs");
    session.type_keys("q").end();
}

/// How many watchers a program has.
#[cfg(target_os = "linux")]
fn watches(session: &Session) -> usize {
    let id = session.child.process_id().expect("a process");
    let open = fs::read_dir(format!("/proc/{id}/fd")).expect("what it has open");
    let inotify = |file: &PathBuf| file.to_string_lossy().contains("inotify");
    open.filter_map(|file| fs::read_link(file.ok()?.path()).ok())
        .filter(inotify)
        .count()
}

#[cfg(target_os = "linux")]
#[test]
fn only_a_preview_watches() {
    let home = TempDir::new().expect("a folder for the test");
    let mut session = Session::nonmerci(home.path(), &[], &[]);
    session.wait_for("› ○ LinkedIn").type_keys("\r");
    session.wait_for("1 sur 5");
    assert_eq!(watches(&session), 0);
    session.type_keys("q").end();

    let folder = Folder::new();
    let mut session = folder.preview();
    folder.write(KINDS, kinds("Regardé"));
    assert_whole(&mut session, "Regardé");
    assert_eq!(watches(&session), 1);
    session.type_keys("q").end();
}
