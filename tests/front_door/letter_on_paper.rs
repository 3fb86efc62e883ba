//! The letters as they are printed by a browser: each on one page, with a long name and
//! as much of the person's own as is let pass, and the address in the window.
//!
//! Needs chromium, pdftotext and tidy, and so is not run unless asked for:
//! `cargo test --test front_door letter_on_paper -- --ignored`
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::support::edition::built_in;
use crate::support::home::Home;
use crate::support::languages::languages;
use crate::support::paper::{as_text, print, run, text_of};

/// A point of a PDF, in millimetres.
const POINT: f64 = 25.4 / 72.0;

/// The words of the pages that a browser prints of a file: for each page, each word with
/// its left and upper edge in millimetres.
fn printed(folder: &TempDir, html: &str) -> Vec<Vec<(String, f64, f64)>> {
    let pdf = print(folder.path(), Path::new(html));
    let boxes = text_of(&run("pdftotext", &["-bbox", as_text(&pdf), "-"]));
    let edge = |line: &str, name: &str| {
        let (_, rest) = line.split_once(&format!("{name}=\"")).expect("an edge");
        let (number, _) = rest.split_once('"').expect("its end");
        number.parse::<f64>().expect("a number") * POINT
    };
    let word = |line: &str| {
        let (_, rest) = line.split_once('>').expect("a word");
        let (word, _) = rest.split_once('<').expect("its end");
        (word.to_owned(), edge(line, "xMin"), edge(line, "yMin"))
    };
    boxes
        .split("<page")
        .skip(1)
        .map(|page| {
            let lines = page.lines().filter(|line| line.contains("<word"));
            lines.map(word).collect()
        })
        .collect()
}

#[test]
#[ignore = "needs chromium and pdftotext"]
fn every_kind_fits_a_page_with_a_long_name_and_a_thousand_letters_of_ones_own() {
    let addressees = built_in().catalogue.addressees().expect("the addressees");
    // Those that take the most room: with a representative, and with the longest names.
    let id = |id: &str| addressees.of(id).is_some().then(|| id.to_owned());
    let platforms: Vec<_> = ["x", "microsoft-copilot", "gemini"]
        .into_iter()
        .filter_map(id)
        .collect();
    let home = Home::new();
    let folder = TempDir::new().expect("a folder for the test");
    let own: String = "Diese Bilder zeigen meine Kinder und unser Zuhause. "
        .chars()
        .cycle()
        .take(1_000)
        .collect();
    for language in languages() {
        for platform in &platforms {
            for kind in ["objection", "access", "erasure", "reminder"] {
                let html = folder.path().join("letter.html").display().to_string();
                let run = home.run(&[
                    "--lang", language, "letter", platform, "--kind", kind, "--format", "html",
                    "--name", "Maria-Magdalena Elisabeth von Wattenwyl-Hürlimann-Oberhänsli",
                    "--address", "Familie Hürlimann; Chemin de la Grande-Vigne 117b; 1066 Epalinges-sur-Lausanne",
                    "--email", "maria-magdalena.von-wattenwyl@example.ch", "--place", "Epalinges",
                    "--account", "maria-magdalena.von-wattenwyl@example.ch",
                    "--reason", &own, "--child", "Maximilian von Wattenwyl", "--organisation-account",
                    "--sent", "2026-01-01", "--english", "always", "-o", &html, "--force",
                ]);
                run.assert_done();
                let pages = printed(&folder, &html);
                let sheets = if language == "en" { 1 } else { 2 };
                assert_eq!(pages.len(), sheets, "{language} {platform} {kind}");
            }
        }
    }
}

#[test]
#[ignore = "needs chromium and pdftotext"]
fn the_address_is_where_the_window_of_the_envelope_is() {
    let home = Home::new();
    let folder = TempDir::new().expect("a folder for the test");
    let html = folder.path().join("letter.html").display().to_string();
    for (side, left) in [("right", 118.0), ("left", 22.0)] {
        let options = ["--format", "html", "--window", side, "-o", &html, "--force"];
        let run = home.run(&[&["letter", "linkedin", "--name", "A B"], &options[..]].concat());
        run.assert_done();
        let pages = printed(&folder, &html);
        let page = &pages[0];
        for word in ["Unlimited", "IRELAND"] {
            let (_, x, y) = page.iter().find(|it| it.0 == word).expect("the address");
            assert!(*x >= left - 0.5 && *x <= left + 85.5, "{side} {word}: {x}");
            assert!((50.0..90.0).contains(y), "{side} {word}: {y}");
        }
        // What is for the person alone is not printed.
        assert!(!page.iter().any(|it| it.0.contains("TS-DPRO")));
    }
}

#[test]
#[ignore = "needs tidy"]
fn a_validator_finds_nothing_in_a_letter() {
    let home = Home::new();
    for arguments in [&["reddit"][..], &["x", "--kind", "access"]] {
        let html = home.path("letter.html").display().to_string();
        let options = ["--format", "html", "-o", &html, "--force"];
        home.run(&[&["letter"], arguments, &options].concat())
            .assert_done();
        let output = Command::new("tidy")
            .args(["-q", "-e", &html])
            .output()
            .expect("tidy");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}
