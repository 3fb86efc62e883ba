//! The live preview of a folder of texts: the real program in a terminal, and
//! files saved, broken and mended beside it.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::process::Command;

use nonmerci::app::Message;
use nonmerci::content::Source;
use nonmerci::words::{AtPlace, PlaceReason};
use tempfile::TempDir;

use crate::support::editing::{file, line_of, with};
use crate::support::edition::{Edition, built_in};
use crate::support::mirror::Mirror;
use crate::support::phrases::before_value;

/// The file that is edited: it has the title of the third step, where the reader
/// is.
const KINDS: &str = "fr/kinds.toml";
const TITLE: &str = "switch.toggle.title";

/// The French words of the kinds, with this title for a switch.
fn kinds(title: &str) -> String {
    with(&file(KINDS), TITLE, title)
}

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
        self.write(KINDS, kinds("Zéro"));
    }

    fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path(file), text).expect(file);
    }

    fn read(&self) -> Source {
        Source::with_folder(&self.dir()).expect("a folder of texts")
    }

    /// The program at the third step of a walk, with the drawn switch flipped.
    fn preview(&self) -> Mirror {
        let dir = self.dir().display().to_string();
        let arguments = ["--content", &dir, "walk", "linkedin"];
        let (home, edition) = (self.home.path(), Edition::of(self.read()));
        let mut mirror = Mirror::of(&edition, ("fr", (80, 24)), home, &arguments, &[]);
        mirror.driver.go_to("linkedin", 0);
        mirror.wait().press("Enter Enter Space");
        assert_eq!(mirror.driver.step_id().as_deref(), Some("switch"));
        mirror
    }

    /// Waits until the terminal shows what is in the folder: this title, at the same
    /// step with the switch as it was, and nothing of a fault.
    fn assert_shown(&self, mirror: &mut Mirror, title: &str) {
        mirror.driver.tell(Message::Content(Ok(self.read())));
        assert_eq!(mirror.driver.model.notice, None);
        mirror.wait();
        let step = mirror.driver.model.step().expect("a step");
        assert_eq!(step.title, title);
    }
}

/// What is said of a fault at a place, before the reason.
fn fault(place: &str) -> String {
    let texts = built_in().texts("fr");
    let (place, reason) = (place.to_owned(), "|".to_owned());
    let said = texts
        .interface
        .preview
        .fault
        .fill(&PlaceReason { place, reason });
    before_value(&said).to_owned()
}

/// What is said of a file that went.
fn gone(place: &str) -> String {
    let place = place.to_owned();
    let texts = built_in().texts("fr");
    texts.interface.preview.gone.fill(&AtPlace { place })
}

#[test]
fn a_saved_file_shows_at_once_at_the_same_step() {
    let folder = Folder::new();
    let mut mirror = folder.preview();
    // Some editors mark a file as open by a link that leads nowhere.
    symlink("anna@home.1234", folder.path("fr/.#kinds.toml")).expect("a link");
    // Written in place.
    folder.write(KINDS, kinds("Première"));
    folder.assert_shown(&mut mirror, "Première");
    // Another file takes its name.
    folder.write("fr/.kinds.toml.swp", kinds("Deuxième"));
    fs::rename(folder.path("fr/.kinds.toml.swp"), folder.path(KINDS)).expect("the name");
    folder.assert_shown(&mut mirror, "Deuxième");
    // The old one is moved away first.
    fs::rename(folder.path(KINDS), folder.path("fr/kinds.toml~")).expect("the name");
    folder.write(KINDS, kinds("Troisième"));
    folder.assert_shown(&mut mirror, "Troisième");
    // As some editors on Windows write.
    let windows = format!("\u{feff}{}", kinds("Quatrième").replace('\n', "\r\n"));
    folder.write(KINDS, windows);
    folder.assert_shown(&mut mirror, "Quatrième");
    // Several files, among them one that was not there before.
    folder.write(KINDS, kinds("Cinquième"));
    fs::create_dir(folder.path("platforms")).expect("a folder");
    let facts = with(&file("platforms/linkedin.toml"), "name", "Lié");
    folder.write("platforms/linkedin.toml", facts);
    folder.assert_shown(&mut mirror, "Cinquième");
    assert!(mirror.session.contents().contains("Lié"));
    mirror.quit();
}

#[test]
fn a_fault_is_told_over_the_last_good_text_until_it_is_mended() {
    let folder = Folder::new();
    let mut mirror = folder.preview();
    let kept = built_in().texts("fr").interface.preview.kept.to_string();
    let misspelt = kinds("Faux").replace("[form]", "[from]");
    let place = fault(&format!("{KINDS}:{}", line_of(&misspelt, "from")));
    folder.write(KINDS, misspelt);
    let last_good = format!("· {}", "Zéro");
    mirror.session.wait_for(&place).wait_for(&kept);
    mirror.session.wait_for(&last_good);
    // A key does not put it away, and the program goes on.
    for key in ["Enter", "Left"] {
        let step = mirror.driver.press(key).model.step().expect("a step");
        let title = format!("· {}", step.title);
        mirror.session.press(key).wait_for(&title);
        mirror.session.wait_for(&place);
    }
    mirror.session.press("Space");
    mirror.driver.press("Space");
    folder.write(KINDS, kinds("Juste"));
    folder.assert_shown(&mut mirror, "Juste");
    // A file half written is whole at the next save.
    let whole = kinds("Moitié");
    let half: String = whole.chars().take(500).collect();
    folder.write(KINDS, half);
    mirror.session.wait_for(&fault(KINDS));
    folder.write(KINDS, kinds("Entier"));
    folder.assert_shown(&mut mirror, "Entier");
    // What to do is said as the check says it.
    folder.write(KINDS, kinds("Faux").replace("[common]", "[common"));
    mirror
        .session
        .wait_for(&fault(KINDS))
        .wait_for("`[common]`");
    folder.write(KINDS, kinds("Clos"));
    folder.assert_shown(&mut mirror, "Clos");
    mirror.quit();
}

#[test]
fn a_fault_in_another_language_is_told_and_in_nobody_s_way() {
    let folder = Folder::new();
    let mut mirror = folder.preview();
    let kept = built_in().texts("fr").interface.preview.kept.to_string();
    fs::create_dir(folder.path("de")).expect("a folder");
    folder.write("de/kinds.toml", "common = 1");
    mirror.session.wait_for(&fault("de/kinds.toml:1"));
    folder.write(KINDS, kinds("Ailleurs"));
    mirror.session.wait_for("· Ailleurs");
    mirror.session.wait_for(&fault("de/kinds.toml:1"));
    assert!(!mirror.session.contents().contains(&kept));
    fs::remove_dir_all(folder.path("de")).expect("the folder");
    mirror.session.wait_for(&gone("de/kinds.toml"));
    folder.write(KINDS, kinds("Réparé"));
    folder.assert_shown(&mut mirror, "Réparé");
    mirror.quit();
}

/// What can happen to the folder, and what is said of it.
type Mishap = (fn(&Folder), Told);

/// What is said of a mishap.
enum Told {
    /// A fault at a place.
    Fault(&'static str),
    /// That the folder itself cannot be read.
    Folder,
    /// That a file is gone.
    Gone(&'static str),
}

#[test]
fn whatever_happens_to_the_folder_is_told_and_can_be_mended() {
    let folder = Folder::new();
    let mut mirror = folder.preview();
    let cases: &[Mishap] = &[
        (
            |folder| folder.write(KINDS, b"[common]\nused = \"\xff\"\n"),
            Told::Fault("fr/kinds.toml:2"),
        ),
        (
            |folder| {
                let file = fs::File::create(folder.path(KINDS)).expect("a file");
                file.set_len(100 << 20).expect("its length");
            },
            Told::Fault("fr/kinds.toml"),
        ),
        (
            |folder| {
                fs::remove_file(folder.path(KINDS)).expect("the file");
                symlink("kinds.toml", folder.path(KINDS)).expect("a link");
            },
            Told::Fault("fr/kinds.toml"),
        ),
        (
            |folder| {
                fs::remove_dir_all(folder.path("fr")).expect("the folder");
                symlink("fr", folder.path("fr")).expect("a link");
            },
            Told::Fault("fr"),
        ),
        (
            |folder| {
                fs::remove_file(folder.path(KINDS)).expect("the file");
                let made = Command::new("mkfifo").arg(folder.path(KINDS)).status();
                assert!(made.expect("mkfifo").success());
            },
            Told::Fault("fr/kinds.toml"),
        ),
        (
            |folder| fs::remove_file(folder.path(KINDS)).expect("the file"),
            Told::Gone("fr/kinds.toml"),
        ),
        (
            |folder| fs::remove_dir_all(folder.dir()).expect("the folder"),
            Told::Folder,
        ),
        (
            |folder| {
                fs::rename(folder.dir(), folder.home.path().join("away")).expect("the folder");
            },
            Told::Folder,
        ),
        (
            |folder| {
                fs::remove_dir_all(folder.dir()).expect("the folder");
                fs::write(folder.dir(), "").expect("a file");
            },
            Told::Folder,
        ),
        (
            |folder| {
                folder.write(
                    "catalogue.toml",
                    "format = 1\nfirst_five = []\ngroup = []\n",
                );
            },
            Told::Fault("catalogue.toml:3"),
        ),
    ];
    for (number, (mishap, told)) in cases.iter().enumerate() {
        mishap(&folder);
        mirror.session.wait_for(&match told {
            Told::Fault(place) => fault(place),
            Told::Folder => fault(&folder.dir().display().to_string()),
            Told::Gone(file) => gone(file),
        });
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
        folder.assert_shown(&mut mirror, &title);
    }
    mirror.quit();
}

#[test]
fn a_link_back_into_the_folder_harms_nothing_when_it_comes_or_goes() {
    let folder = Folder::new();
    let mut mirror = folder.preview();
    symlink(".", folder.path("fr/again")).expect("a link");
    for title in ["Liée", "Encore liée"] {
        folder.write(KINDS, kinds(title));
        mirror.session.wait_for(&format!("· {title}"));
    }
    fs::remove_file(folder.path("fr/again")).expect("the link");
    folder.write(KINDS, kinds("Déliée"));
    mirror.session.wait_for("· Déliée");
    folder.write(KINDS, kinds("Encore déliée"));
    folder.assert_shown(&mut mirror, "Encore déliée");
    mirror.quit();
}

#[test]
fn a_file_that_is_a_link_is_followed_to_where_it_is_saved() {
    let folder = Folder::new();
    let elsewhere = folder.home.path().join("elsewhere");
    fs::create_dir(&elsewhere).expect("a folder");
    let file = elsewhere.join("kinds.toml");
    fs::rename(folder.path(KINDS), &file).expect("the file");
    symlink(&file, folder.path(KINDS)).expect("a link");
    let mut mirror = folder.preview();
    fs::write(&file, kinds("Ailleurs")).expect("the file");
    folder.assert_shown(&mut mirror, "Ailleurs");
    mirror.quit();
}

/// How many watchers a program has.
#[cfg(target_os = "linux")]
fn watches(mirror: &Mirror) -> usize {
    let id = mirror.session.terminal.process();
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
    let mut mirror = Mirror::new(("fr", (80, 24)), home.path(), &[], &[]);
    mirror.wait().press("Enter");
    assert_eq!(watches(&mirror), 0);
    mirror.quit();

    let folder = Folder::new();
    let mut mirror = folder.preview();
    folder.write(KINDS, kinds("Regardé"));
    folder.assert_shown(&mut mirror, "Regardé");
    assert_eq!(watches(&mirror), 1);
    mirror.quit();
}
