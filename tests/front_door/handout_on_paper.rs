//! The sheet as a person holds it: printed by a browser, broken between platforms, with
//! codes that are read off the paper by a program that is not ours.
//!
//! Needs chromium, pdftotext, pdftoppm, zbarimg and tidy, and so is not run unless asked
//! for: `cargo test --test front_door handout_on_paper -- --ignored`
use std::path::PathBuf;
use std::process::Command;

use nonmerci::catalogue::{Step, Walk};
use tempfile::TempDir;

use crate::support::day::TODAY;
use crate::support::edition::built_in;
use crate::support::languages::languages;
use crate::support::paper::{as_text, print, run, text_of};

/// A page as HTML and printed.
struct Printed {
    folder: TempDir,
}

impl Printed {
    fn new(arguments: &[&str]) -> Self {
        let folder = TempDir::new().expect("a folder for the test");
        let printed = Self { folder };
        let html = printed.path("page.html");
        let made = Command::new(env!("CARGO_BIN_EXE_nonmerci"))
            .arg("handout")
            .args(arguments)
            .arg("-o")
            .arg(&html)
            .env_clear()
            .output()
            .expect("the program");
        assert!(made.status.success(), "{arguments:?} {made:?}");
        print(printed.folder.path(), &html);
        printed
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The text of each page.
    fn pages(&self) -> Vec<String> {
        let pdf = self.path("page.pdf");
        let text = text_of(&run("pdftotext", &["-raw", as_text(&pdf), "-"]));
        let mut pages: Vec<_> = text.split('\u{c}').collect();
        // What follows the end of the last one.
        pages.pop();
        // The first line is the page's number.
        let texts = pages.iter().filter_map(|page| page.split_once('\n'));
        texts.map(|(_, text)| text.replace('\n', " ")).collect()
    }

    /// What the codes on each page say.
    fn codes(&self) -> Vec<Vec<String>> {
        let pdf = self.path("page.pdf");
        let at = self.path("picture");
        run(
            "pdftoppm",
            &["-r", "120", "-gray", as_text(&pdf), as_text(&at)],
        );
        let entries = std::fs::read_dir(self.folder.path()).expect("the folder");
        let mut pictures: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
        pictures.retain(|path| path.extension().is_some_and(|ending| ending == "pgm"));
        pictures.sort();
        let read = |picture: &PathBuf| {
            let options = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"];
            let read = run("zbarimg", &[&options[..], &[as_text(picture)]].concat());
            let mut codes: Vec<_> = text_of(&read).lines().map(str::to_owned).collect();
            codes.sort();
            codes
        };
        pictures.iter().map(read).collect()
    }
}

/// The address that each platform's code leads to.
fn addresses(language: &str) -> Vec<String> {
    let edition = built_in();
    let texts = edition.texts(language);
    let platforms = edition.catalogue.platforms.iter().enumerate();
    let first = platforms.filter_map(|(place, platform)| {
        let walk = Walk::new(platform, texts.prose(place), &texts, TODAY);
        let mut addresses = walk.steps[..walk.main].iter().flat_map(Step::addresses);
        addresses.next().map(ToString::to_string)
    });
    first.collect()
}

#[test]
#[ignore = "needs chromium, pdftotext, pdftoppm and zbarimg"]
fn every_code_is_read_off_the_paper_and_no_platform_is_broken_in_two() {
    let edition = built_in();
    let platforms = &edition.catalogue.platforms;
    let ids: Vec<&str> = platforms.iter().map(|it| &*it.id).collect();
    for (language, size) in [("fr", None), ("de", Some("--large"))] {
        let options = ["--lang", language];
        let printed = Printed::new(&[&options[..], size.as_slice(), &ids].concat());
        let mut found: Vec<_> = printed.codes().concat();
        found.sort();
        let mut wanted = addresses(language);
        wanted.sort();
        assert_eq!(found, wanted, "{language}");
    }
    // What a page begins with is the beginning of something.
    for language in languages() {
        let texts = edition.texts(language);
        let words = edition.catalogue.workshop_words(&texts.language);
        let words = words.expect("the words of the workshop").words;
        let mut begins: Vec<_> = platforms.iter().map(|it| it.name_in(&texts)).collect();
        begins.extend(["Non merci", &*words.closing.turn_to]);
        let printed = Printed::new(&[&["--lang", language][..], &ids].concat());
        let pages = printed.pages();
        assert!(pages.len() > ids.len() / 3, "{language}");
        for page in pages {
            let begun = begins.iter().any(|begin| page.starts_with(begin));
            assert!(begun, "{language}: {page}");
        }
    }
}

#[test]
#[ignore = "needs chromium and pdftotext"]
fn each_platform_has_a_page_to_itself_in_large_print_and_in_two_languages() {
    let edition = built_in();
    let platforms = &edition.catalogue.platforms;
    let ids: Vec<&str> = platforms.iter().map(|it| &*it.id).collect();
    for language in languages() {
        let options = ["--lang", language, "--large"];
        let printed = Printed::new(&[&options[..], &ids].concat());
        // And one each for the head and the foot.
        assert_eq!(printed.pages().len(), ids.len() + 2, "{language} large");
    }
    for (first, second) in [("fr", "de"), ("it", "en")] {
        for size in [None, Some("--large")] {
            let options = ["--lang", first, "--second-lang", second];
            let printed = Printed::new(&[&options[..], size.as_slice(), &ids].concat());
            let texts = [first, second].map(|language| edition.texts(language));
            let pages = printed.pages();
            // A leaf for the head, and in large print one for the foot.
            let others = if size.is_some() { 4 } else { 2 };
            assert_eq!(
                pages.len(),
                2 * ids.len() + others,
                "{first} {second} {size:?}"
            );
            let leaves = &pages[2..2 + 2 * ids.len()];
            for (number, page) in leaves.iter().enumerate() {
                let name = platforms[number / 2].name_in(&texts[number % 2]);
                assert!(page.starts_with(name), "{name} {size:?}: {page}");
            }
        }
    }
}

#[test]
#[ignore = "needs tidy"]
fn a_validator_finds_nothing() {
    let folder = TempDir::new().expect("a folder for the test");
    let path = folder.path().join("page.html");
    for arguments in [
        &["--workshop"][..],
        &["--large"],
        &["--notes"],
        &["--second-lang", "it"],
    ] {
        for language in ["fr", "de", "en"] {
            let made = Command::new(env!("CARGO_BIN_EXE_nonmerci"))
                .args(["handout", "--force", "--lang", language, "-o"])
                .arg(&path)
                .args(arguments)
                .env_clear()
                .output()
                .expect("the program");
            assert!(made.status.success(), "{made:?}");
            let tidy = Command::new("tidy")
                .args(["-errors", "-quiet", "--drop-empty-elements", "no"])
                .arg(&path)
                .output()
                .expect("tidy");
            let said = String::from_utf8(tidy.stderr).expect("UTF-8");
            // An attribute of SVG that tidy does not know.
            let faults: Vec<_> = said
                .lines()
                .filter(|line| !line.ends_with("\"shape-rendering\""))
                .collect();
            assert_eq!(faults, [""; 0], "{language} {arguments:?}");
        }
    }
}
