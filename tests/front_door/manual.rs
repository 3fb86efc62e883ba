//! The manual, and the page of all commands. That `man` reads it without a complaint
//! needs mandoc, and so is not run unless asked for:
//! `cargo test --test front_door manual -- --ignored`

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use nonmerci::cli;

use crate::support::edition::built_in;
use crate::support::home::Home;
use crate::support::languages::languages;

/// All pages, written by the program into a folder.
fn pages(home: &Home) -> Vec<PathBuf> {
    let folder = home.path("man");
    let run = home.run(&["man", "-o", &folder.display().to_string()]);
    run.assert_done().out.lines().map(PathBuf::from).collect()
}

/// The folder of a language’s pages.
fn folder(home: &Home, language: &str) -> PathBuf {
    let below = if language == "en" { "" } else { language };
    home.path("man").join(below).join("man1")
}

#[test]
fn every_command_has_a_page_in_every_language_with_its_own_headings() {
    let home = Home::new();
    let written = pages(&home);
    let names = |language| -> BTreeSet<_> {
        let folder = folder(&home, language);
        let of_it = written
            .iter()
            .filter(|path| path.parent() == Some(&*folder));
        of_it.filter_map(|path| path.file_name()).collect()
    };
    let english = names("en");
    for name in ["nonmerci.1", "nonmerci-mark.1", "nonmerci-content-check.1"] {
        assert!(
            english.contains(name.as_ref() as &std::ffi::OsStr),
            "{name}"
        );
    }
    for language in languages() {
        assert_eq!(names(language), english, "{language}");
        let texts = built_in().texts(language);
        let words = &texts.interface.cli.manual;
        let page = fs::read_to_string(folder(&home, language).join("nonmerci.1"));
        let page = page.expect("the page");
        for heading in [
            &words.name,
            &words.synopsis,
            &words.commands,
            &words.files,
            &words.environment,
            &words.exit_status,
            &words.examples,
            &words.see_also,
        ] {
            let quoted = format!("\n.SH \"{heading}\"\n");
            let bare = format!("\n.SH {heading}\n");
            assert!(
                page.contains(&quoted) || page.contains(&bare),
                "{language}: {heading}"
            );
        }
        // What holds for all commands is hidden in the short help, not here.
        assert!(page.contains("no\\-save"), "{page}");
        assert!(page.contains("NONMERCI_CHECKLIST"), "{page}");
    }
}

#[test]
fn the_main_page_is_printed_in_the_reader_s_language() {
    for language in languages() {
        let home = Home::new();
        pages(&home);
        let written = fs::read_to_string(folder(&home, language).join("nonmerci.1"));
        let printed = home.run(&["man", "--lang", language]);
        let printed = &printed.assert_done().out;
        assert_eq!(printed, &written.expect("the page"), "{language}");
    }
}

#[test]
fn a_reader_who_leaves_is_no_error() {
    let home = Home::new();
    let mut command = home.command(&["man"]);
    let mut child = command.stdout(Stdio::piped()).spawn().expect("the program");
    drop(child.stdout.take());
    assert!(child.wait().expect("its end").success());
}

#[test]
fn a_folder_that_cannot_be_is_named_with_the_reason() {
    let home = Home::new();
    let file = home.path("file");
    fs::write(&file, "").expect("a file");
    let folder = file.join("man").display().to_string();
    let run = home.run(&["man", "-o", &folder]);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.err.contains(&folder), "{run:?}");
}

#[test]
fn the_page_of_all_commands_is_what_the_program_says() {
    let texts = built_in().texts("en");
    let definition = cli::command(&texts.interface, &built_in().catalogue.languages());
    let written = cli::reference(definition, &texts.interface);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/cli.md");
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(&path, &written).expect("docs/cli.md");
    }
    let page = fs::read_to_string(&path).unwrap_or_default();
    // Git on Windows may end lines its own way.
    let page = page.replace("\r\n", "\n");
    assert_eq!(page, written, "INSTA_UPDATE=always writes it anew");
}

#[test]
#[ignore = "needs mandoc"]
fn man_has_nothing_to_complain_of() {
    let home = Home::new();
    let pages = pages(&home);
    let output = Command::new("mandoc")
        .args(["-T", "lint"])
        .args(&pages)
        .output();
    let output = output.expect("mandoc");
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(said, "", "{output:?}");
    assert!(output.status.success(), "{output:?}");
}
