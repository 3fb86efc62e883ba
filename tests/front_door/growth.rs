//! What the program takes with many platforms, counted in allocations: what is done for each
//! platform is done once, and a key costs the same whether there are few or many. Seconds
//! would tell as much of the machine; `benches/growth.rs` measures them.

use std::path::Path;

use allocation_counter::measure;
use nonmerci::app::ask_which;
use nonmerci::catalogue::Catalogue;
use nonmerci::check::{Files, check};
use nonmerci::checklist::{Change, Checklist, Mark, Record};
use nonmerci::content::Source;
use nonmerci::language::Language;
use tempfile::TempDir;

use crate::support::content_folder::content;
use crate::support::day::TODAY;
use crate::support::driver::Driver;
use crate::support::edition::Edition;
use crate::support::many_platforms;

/// Few platforms, twice as many, and four times as many: the same ones over and over.
const COUNTS: [usize; 3] = [90, 180, 360];

/// A folder with so many platforms.
fn folder(count: usize) -> TempDir {
    let folder = TempDir::new().expect("a folder for the test");
    many_platforms::write(&content(), folder.path(), count);
    folder
}

fn read(folder: &Path) {
    let source = Source::with_folder(folder).expect("the folder");
    let catalogue = Catalogue::load(source).expect("the content");
    catalogue.texts(&Language::french()).expect("the words");
}

fn checked(folder: &Path) {
    let files = Files::read(folder);
    let _ = check(&files, TODAY);
}

#[test]
fn each_platform_costs_the_same_however_many_there_are() {
    let folders = COUNTS.map(folder);
    for (what, work) in [("read", read as fn(&Path)), ("checked", checked)] {
        let [few, more, most] = [0, 1, 2].map(|size: usize| {
            let measured = measure(|| work(folders[size].path()));
            measured.count_total
        });
        // Of the first ninety more, and of the next hundred and eighty.
        let (first, next) = ((more - few) / 90, (most - more) / 180);
        assert!(
            next * 10 <= first * 11,
            "{what}: {first} allocations a platform, then {next}"
        );
    }
}

/// The program with so many platforms, each of which was ticked off.
fn program(count: usize) -> Driver {
    let folder = folder(count);
    let edition = Edition::of(Source::with_folder(folder.path()).expect("the folder"));
    let mut checklist = Checklist::default();
    for facts in &edition.catalogue.platforms {
        let address = facts.main_address().map(ToString::to_string);
        let record = Record::new(Mark::Done, TODAY, address.as_deref(), TODAY, Vec::new());
        checklist.apply(&Change::Set {
            platform: facts.id.clone(),
            record,
        });
    }
    let mut driver = Driver::of(&edition, "fr", (80, 24), &checklist);
    // What is saved is all there is, once for each change.
    driver.slow = true;
    driver
}

/// What pressing a key takes, with the frame after it: how many allocations, and how many
/// bytes.
fn key(driver: &mut Driver, key: &str) -> (u64, u64) {
    let measured = measure(|| {
        driver.press(key).buffer();
    });
    (measured.count_total, measured.bytes_total)
}

#[test]
fn a_key_costs_the_same_whether_there_are_few_platforms_or_many() {
    let [mut few, mut many] = [50, 500].map(program);
    let mut compare = |begin: &str, keys: &[&str]| {
        for driver in [&mut few, &mut many] {
            if begin == "which" {
                ask_which(&mut driver.model);
            } else {
                driver.press(begin);
            }
            driver.screen();
        }
        for pressed in keys {
            let (few, many) = (key(&mut few, pressed), key(&mut many, pressed));
            assert!(
                many.0 * 10 <= few.0 * 12 && many.1 * 10 <= few.1 * 12,
                "{begin}, {pressed}: {few:?} allocations and bytes, with ten times as many {many:?}"
            );
        }
    };
    compare("Home", &["Down", "Down", "PageDown", "Up"]);
    // The first letter has the names made comparable, once for all others; the third is
    // looked for in the words of switches too.
    compare("/ z z", &["z", "z", "z", "q", "Backspace"]);
    compare("Esc Home", &["Down"]);
    compare("which", &["Down", "Down", "PageDown"]);
    compare("Esc Enter", &["Right", "x", "Left", "Left"]);
    compare("h a", &["Right", "Left"]);
}
