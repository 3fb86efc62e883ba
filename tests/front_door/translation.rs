//! Translations: none that is shipped has aged, a changed French sentence is
//! shown beside the old one until somebody has looked, and a new language works
//! everywhere before it is complete.

use std::fs;
use std::path::{Path, PathBuf};
#[cfg(unix)]
use std::process::{Command, Stdio};

use nonmerci::checklist::Checklist;
use nonmerci::content::Source;
use nonmerci::language::Language;
use nonmerci::translation::{Reviewed, TextState, texts};
use nonmerci::words::{Folder, InLanguage, KnownOnes, ShareOf};
use serde_json::Value;
use toml_edit::{Array, DocumentMut};

use crate::support::content_folder::{content, copy};
use crate::support::driver::Driver;
use crate::support::editing::{edit, file, line_of, text_at, with};
use crate::support::edition::{Edition, built_in};
use crate::support::home::{Home, Run, said};
use crate::support::languages::{IN_SNAPSHOTS, languages};
use crate::support::phrases::in_words;

/// The languages that are translated from French.
fn translations() -> impl Iterator<Item = &'static str> {
    languages().filter(|language| *language != "fr")
}

/// Changes the items of a list in a file.
fn edit_list(path: &Path, key: &str, change: impl FnOnce(&mut Array)) {
    edit(path, |text| {
        let mut document: DocumentMut = text.parse().expect("TOML");
        change(document[key].as_array_mut().expect("a list"));
        document.to_string()
    });
}

#[test]
fn no_shipped_translation_has_aged() {
    let source = Source::with_folder(&content()).expect("the content");
    for tag in translations() {
        let language = Language::new(tag);
        let reviewed = Reviewed::load(&content(), &language).expect("its marks");
        let texts = texts(&source, &language, &reviewed).expect("its texts");
        assert!(!texts.is_empty());
        let open = texts
            .iter()
            .filter(|text| text.state != TextState::Reviewed);
        let open: Vec<_> = open
            .map(|text| format!("{} {:?}", text.key, text.state))
            .collect();
        assert!(
            open.is_empty(),
            "the French of these texts has changed, or nobody has held them against it. \
             Mend them in content/{tag}/, then `cargo run -- --content content content accept \
             {tag} KEY`: {open:#?}"
        );
    }
}

/// A folder with the content, all of it reviewed.
struct Work {
    home: Home,
    content: String,
}

impl Work {
    fn new() -> Self {
        let home = Home::new();
        let folder = home.path("content");
        copy(&content(), &folder);
        let work = Self {
            home,
            content: folder.display().to_string(),
        };
        for language in translations() {
            work.run(&["content", "accept", language, "--all"])
                .assert_done();
        }
        work
    }

    fn run(&self, arguments: &[&str]) -> Run {
        let folder = ["--content", &self.content];
        self.home.run(&[arguments, &folder].concat())
    }

    fn file(&self, name: &str) -> PathBuf {
        Path::new(&self.content).join(name)
    }

    fn german(&self) -> Value {
        self.run(&["content", "status", "de", "--json"]).json()["languages"][0].clone()
    }
}

#[test]
fn a_changed_french_sentence_stands_beside_the_old_one_until_somebody_has_looked() {
    let work = Work::new();
    let before = work.german();
    assert_eq!(before["aged"]["count"], 0);
    assert_eq!(before["reviewed"]["share"], 1.0);
    let key = "list.time_needed.one";
    let then = text_at(&file("fr/interface.toml"), key);
    let now = "Une petite minute.";
    edit(&work.file("fr/interface.toml"), |text| with(text, key, now));
    let aged = work.german();
    assert_eq!(aged["aged"]["count"], 1);
    let text = &aged["aged_texts"][0];
    let key = &format!("interface:{key}");
    assert_eq!(text["key"], **key);
    assert_eq!(text["file"], "de/interface.toml");
    assert_eq!(text["then"], *then);
    assert_eq!(text["now"], now);
    let shown = work.run(&["content", "status"]);
    let lines = shown.assert_done().out.lines();
    let first_word = then.split(' ').next().expect("a word");
    let beside = lines.filter(|line| line.contains(first_word) && line.contains(now));
    assert_eq!(
        beside.count(),
        translations().count(),
        "side by side, once a language: {}",
        shown.out
    );
    work.run(&["content", "accept", "de", key]).assert_done();
    assert_eq!(work.german(), before);
    let languages = work.run(&["content", "status", "--json"]).json()["languages"].clone();
    let aged = languages.as_array().expect("languages").iter();
    let aged: Vec<_> = aged
        .map(|language| (&language["lang"], &language["aged"]["count"]))
        .collect();
    assert_eq!(
        format!("{aged:?}").matches("Number(1)").count(),
        translations().count() - 1,
        "{aged:?}"
    );
}

#[test]
fn a_new_item_in_a_french_list_ages_none_of_the_others() {
    let work = Work::new();
    let french = work.file("fr/platforms/linkedin.toml");
    edit_list(&french, "what", |list| list.insert(0, "Tout neuf."));
    let german = work.german();
    assert_eq!(
        german["missing_texts"],
        serde_json::json!(["platforms/linkedin:what.1"])
    );
    assert_eq!(german["aged"]["count"], 0);
    // Without its own item nothing can be marked in this list.
    let refused = work.run(&["content", "accept", "de", "platforms/linkedin:what"]);
    assert_eq!(refused.status, 1, "{refused:?}");
    let own = work.file("de/platforms/linkedin.toml");
    edit_list(&own, "what", |list| list.insert(0, "Ganz neu."));
    let german = work.german();
    assert_eq!(
        german["unreviewed_texts"],
        serde_json::json!(["platforms/linkedin:what.1"])
    );
    work.run(&["content", "accept", "de", "platforms/linkedin"])
        .assert_done();
    assert_eq!(work.german()["reviewed"]["share"], 1.0);
    // And one that goes leaves its translation over.
    edit_list(&french, "what", |list| drop(list.remove(0)));
    let own = fs::read_to_string(own).expect("the German");
    let line = own.lines().position(|line| line.contains("Ganz neu."));
    let line = line.expect("the new item") + 1;
    let german = work.german();
    assert_eq!(
        german["surplus_texts"],
        serde_json::json!([{
            "key": "platforms/linkedin:what.1",
            "file": "de/platforms/linkedin.toml",
            "line": line,
            "text": "Ganz neu.",
        }])
    );
    assert_eq!(german["aged"]["count"], 0);
    let status = work.run(&["content", "status", "de"]);
    let place = format!("  platforms/linkedin:what.1  de/platforms/linkedin.toml:{line}\n");
    assert!(status.out.contains(&place), "{status:?}");
}

/// As many items as before, but others: which German goes with which French, only
/// somebody who reads them can say.
#[test]
fn items_that_moved_have_aged_though_their_french_is_still_there() {
    let work = Work::new();
    let french = work.file("fr/platforms/chatgpt.toml");
    let mut items = 0;
    edit_list(&french, "used", |list| {
        items = list.len();
        list.remove(0);
        list.push("du nouveau");
    });
    let german = work.german();
    let aged = german["aged_texts"].as_array().expect("a list");
    let keys = aged
        .iter()
        .map(|text| text["key"].as_str().unwrap_or_default());
    let expected = (1..=items).map(|item| format!("platforms/chatgpt:used.{item}"));
    assert_eq!(keys.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

#[test]
fn what_accept_writes_is_read_back_word_for_word() {
    let work = Work::new();
    let marks = || fs::read(work.file("de/reviewed.toml")).expect("the marks");
    let before = marks();
    work.run(&["content", "accept", "de", "interface", "kinds:common"])
        .assert_done();
    assert_eq!(marks(), before);
}

#[test]
fn the_status_shows_what_has_aged_beside_what_it_was_made_from() {
    let all = said(|home, language| {
        let folder = home.path("content");
        for name in ["fr/kinds.toml", "de/kinds.toml"] {
            fs::create_dir_all(folder.join(name).parent().expect("a folder")).expect("a folder");
            fs::write(folder.join(name), file(name)).expect("a file");
        }
        let folder_name = folder.display().to_string();
        let with_folder = |arguments: &[&str]| {
            home.run(&[arguments, &["--content", &folder_name, "--lang", language]].concat())
        };
        // Only what is said of it changes with the content.
        with_folder(&["content", "accept", "de", "--all"]).assert_done();
        let now = "Ou par d’autres menus encore:";
        edit(&folder.join("fr/kinds.toml"), |text| {
            with(text, "common.menus", now)
        });
        let run = with_folder(&["content", "status"]);
        Run {
            out: without_counts(&run.out),
            ..run
        }
    });
    insta::assert_snapshot!("translation_status", all);
}

/// The text without its numbers, which change with the content.
fn without_counts(text: &str) -> String {
    let mut plain = String::new();
    for line in text.lines() {
        let counts = line.contains('%') || line.ends_with('.');
        let line = line.replace(|c: char| counts && c.is_ascii_digit(), "0");
        plain += &format!("{line}\n");
    }
    plain
}

#[test]
fn what_a_translator_did_wrong_is_told_in_their_language() {
    let cases: &[(&[&str], i32)] = &[
        (&["content", "status"], 2),
        (&["content", "new", "../fr", "HOME/x"], 2),
        (&["content", "new", "de", "HOME/x"], 2),
        (&["content", "new", "rm", "HOME/mine"], 1),
        (&["content", "new", "rm", "HOME/file"], 1),
        (
            &["content", "accept", "fr", "--all", "--content", "HOME/mine"],
            2,
        ),
        (
            &["content", "accept", "it", "x", "--content", "HOME/mine"],
            2,
        ),
        (&["content", "accept", "rm", "--content", "HOME/mine"], 2),
        (
            &["content", "accept", "rm", "kind", "--content", "HOME/mine"],
            2,
        ),
        (
            &[
                "content",
                "accept",
                "rm",
                "kinds:common.menus",
                "--content",
                "HOME/mine",
            ],
            1,
        ),
    ];
    let wrong = |home: &Home, language: &str| {
        let mine = home.path("mine").display().to_string();
        home.run(&["content", "new", "rm", &mine]).assert_done();
        fs::write(home.path("file"), "").expect("a file");
        let there = home.path("").display().to_string();
        let mut told = String::new();
        for (arguments, status) in cases {
            let arguments: Vec<_> = arguments
                .iter()
                .map(|argument| argument.replace("HOME/", &there))
                .collect();
            let mut arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
            told += &format!("$ nonmerci {}\n", arguments.join(" "));
            arguments.extend(["--lang", language]);
            let run = home.run(&arguments);
            assert_eq!(run.status, *status, "{run:?}");
            assert_eq!(run.out, "", "{arguments:?}: an error is no data");
            let error = &built_in()
                .texts(language)
                .interface
                .errors
                .error
                .to_string();
            assert!(run.err.starts_with(error), "{language}: {run:?}");
            assert!(!home.path("x").exists(), "{arguments:?}");
            told += &run.err;
        }
        Run {
            out: told,
            err: String::new(),
            status: 0,
        }
    };
    for language in languages().filter(|language| !IN_SNAPSHOTS.contains(language)) {
        wrong(&Home::new(), language);
    }
    insta::assert_snapshot!("translation_errors", said(wrong));
}

#[test]
fn a_new_language_has_a_readme_in_the_language_of_who_begins_it() {
    let all = said(|home, language| {
        let mine = home.path("mine").display().to_string();
        let run = home.run(&["content", "new", "rm", &mine, "--lang", language]);
        let readme = fs::read_to_string(home.path("mine/rm/README.md")).expect("the README");
        Run {
            out: without_counts(&home.anonymous(&run.out)) + &readme,
            ..run
        }
    });
    insta::assert_snapshot!("translation_readme", all);
}

#[test]
fn a_new_language_has_an_entry_for_every_french_text_and_the_forms_it_needs() {
    let home = Home::new();
    let mine = home.path("mine").display().to_string();
    for (tag, forms) in [
        ("rm", "{ one = \"\", other = \"\" }"),
        ("sl", "{ one = \"\", two = \"\", few = \"\", other = \"\" }"),
        ("ja", "{ other = \"\" }"),
    ] {
        home.run(&["content", "new", tag, &mine]).assert_done();
        let interface = fs::read_to_string(home.path("mine").join(tag).join("interface.toml"));
        let interface = interface.expect("a file");
        assert!(
            interface.contains(&format!("\ntime_needed = {forms}\n")),
            "{tag}"
        );
        let source = Source::with_folder(Path::new(&mine)).expect("a folder");
        let language = Language::new(tag);
        let texts = texts(&source, &language, &Reviewed::default()).expect("its texts");
        assert!(
            texts.iter().all(|text| text.state == TextState::Missing),
            "{tag}"
        );
        let catalogue = Edition::of(source).catalogue;
        catalogue.texts(&language).expect(tag);
        catalogue.translating(&language).expect(tag);
    }
    // What is written above an entry counts as what it is made from.
    edit(&home.path("mine/rm/interface.toml"), |text| {
        with(text, "list.search", "Tschertgar:")
    });
    let status = home
        .run(&["content", "status", "rm", "--json", "--content", &mine])
        .json();
    assert_eq!(status["languages"][0]["reviewed"]["count"], 1);
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let home = Home::new();
    let mine = home.path("mine");
    fs::create_dir_all(mine.join("rm")).expect("a folder");
    fs::write(mine.join("rm/notes.txt"), "mine").expect("a file");
    let run = home.run(&["content", "new", "rm", &mine.display().to_string()]);
    assert_eq!(run.status, 1);
    let files = fs::read_dir(mine.join("rm")).expect("a folder");
    assert_eq!(files.count(), 1, "nothing came");
}

const FIRST_FIVE: &str = "L’emprim quests tschintg";
const SUMMARY: &str = "In interruptur basta.";

/// A folder in which Romansh has a name and two texts.
fn begun(home: &Home) -> String {
    let mine = home.path("mine").display().to_string();
    home.run(&["content", "new", "rm", &mine]).assert_done();
    edit(&home.path("mine/rm/interface.toml"), |text| {
        let text = with(text, "language", "Rumantsch");
        with(&text, "list.first_five", FIRST_FIVE)
    });
    edit(&home.path("mine/rm/platforms/linkedin.toml"), |text| {
        with(text, "summary", SUMMARY)
    });
    mine
}

#[test]
fn a_language_that_is_begun_works_everywhere_and_says_what_stands_in() {
    let home = Home::new();
    let mine = begun(&home);
    let german = built_in().texts("de");
    let in_german = InLanguage {
        language: german.interface.language.to_string(),
    };
    let romansh = [("LANG", "rm_CH.UTF-8")];
    let list = home.run_with(&["list", "--content", &mine], &romansh, "");
    let groups = &german.interface.groups;
    for text in [FIRST_FIVE, &groups["social"]] {
        assert!(list.assert_done().out.contains(text), "{}", list.out);
    }
    let show = [
        "show",
        "linkedin",
        "--lang",
        "rm",
        "--content",
        &mine,
        "--json",
    ];
    let shown = home.run(&show[..6]);
    let shown = in_words(&shown.assert_done().out);
    let says_so = german.interface.walk.untranslated.fill(&in_german);
    for text in [SUMMARY, &says_so] {
        assert!(shown.contains(text), "{text}: {shown}");
    }
    let json = home.run(&show).json();
    assert_eq!(json["lang"], "rm");
    assert_eq!(
        json["label"]["lang"], "de",
        "the label that goes with the German text"
    );
    let help = home.run(&["--help", "--lang", "rm", "--content", &mine]);
    let known = languages().chain(["rm"]).collect::<Vec<_>>().join(", ");
    let known = german.interface.cli.lang.fill(&KnownOnes { known });
    assert!(help.assert_done().out.contains(&known), "{}", help.out);
    let said = home.run_with(&["--plain", "--content", &mine], &[], "L\nrm\n");
    let french = built_in().texts("fr");
    let stand_in = [&german, &french].map(|texts| texts.interface.language.to_string());
    let share = french.interface.languages.share.fill(&ShareOf {
        percent: "0".to_owned(),
        languages: stand_in.join(", "),
    });
    for text in [&format!("Rumantsch ({share})"), FIRST_FIVE] {
        assert!(said.out.contains(text), "{text}: {}", said.out);
    }
}

#[test]
fn the_chain_is_the_one_the_language_names() {
    let home = Home::new();
    let mine = begun(&home);
    let list = |fall_back: &str| {
        edit(&home.path("mine/rm/interface.toml"), |text| {
            with(text, "falls_back_to", Array::from_iter([fall_back]))
        });
        home.run(&["list", "--lang", "rm", "--content", &mine])
    };
    let run = list("it");
    let italian = &built_in().texts("it").interface.groups["social"].to_string();
    assert!(run.assert_done().out.contains(italian), "{}", run.out);
    let run = list("klingon");
    assert_eq!(run.status, 1);
    assert!(
        run.err.contains("rm/interface.toml") && run.err.contains("klingon"),
        "{}",
        run.err
    );
}

#[test]
fn a_fault_in_a_language_that_is_begun_is_told_to_the_line() {
    let home = Home::new();
    let mine = begun(&home);
    let interface = home.path("mine/rm/interface.toml");
    let progress = "list.progress";
    edit(&interface, |text| with(text, progress, "{done} da {total}"));
    let text = fs::read_to_string(&interface).expect("a file");
    let line = line_of(&text, progress);
    let run = home.run(&["list", "--lang", "rm", "--content", &mine]);
    assert_eq!(run.status, 1);
    assert!(
        run.err.contains(&format!("rm/interface.toml:{line}")),
        "{}",
        run.err
    );
    assert!(run.err.contains("{total}"), "{}", run.err);
}

#[test]
fn the_languages_page_and_a_walk_show_what_stands_in() {
    let home = Home::new();
    let mine = begun(&home);
    let source = Source::with_folder(Path::new(&mine)).expect("a folder");
    let edition = Edition::of(source);
    let mut all = String::new();
    for size in [(80, 24), (40, 12)] {
        let mut driver = Driver::of(&edition, "rm", size, &Checklist::default());
        driver.select("linkedin");
        for keys in ["L", "Esc Enter"] {
            driver.press(keys);
            all += &format!("=== {size:?} {keys}\n{}\n", driver.screen());
        }
    }
    insta::assert_snapshot!("translation_screens", all);
}

#[test]
fn files_that_are_no_texts_are_told_of() {
    let home = Home::new();
    let mine = begun(&home);
    let kinds = home.path("mine/rm/kinds.toml");
    let marks = home.path("mine/rm/reviewed.toml");
    let good = fs::read_to_string(&kinds).expect("a file");
    let good_marks = fs::read_to_string(&marks).expect("a file");
    let status = || home.run(&["content", "status", "rm", "--content", &mine]);
    let hint = built_in().texts("fr").interface.errors.hint.to_string();
    for (file, good) in [(&kinds, &good), (&marks, &good_marks)] {
        // As some editors of other systems save.
        fs::write(file, format!("\u{feff}{}", good.replace('\n', "\r\n"))).expect("a file");
        assert_eq!(status().assert_done().out.matches('%').count(), 3);
        let bad: [(Vec<u8>, &str); 3] = [
            (b"a = \"\xff\"".to_vec(), "UTF-8"),
            (b"a = ".to_vec(), "1"),
            (vec![b'#'; 2 << 20], "mebibyte"),
        ];
        for (bytes, reason) in bad {
            fs::write(file, bytes).expect("a file");
            let run = status();
            assert_eq!(run.status, 1, "{run:?}");
            assert!(run.err.contains(reason), "{}", run.err);
            assert!(run.err.contains(&hint), "{}", run.err);
        }
        fs::write(file, good).expect("a file");
    }
    // A merge left its marks in what nobody mends by hand.
    fs::write(&marks, "format = 1\n<<<<<<< HEAD\n").expect("a file");
    let told = status().err;
    assert!(told.contains("rm/reviewed.toml:2"), "{told}");
    assert!(told.contains("delete the file"), "{told}");
    fs::write(&marks, "format = 7\n").expect("a file");
    assert!(status().err.contains("rm/reviewed.toml"));
    let accept = home.run(&["content", "accept", "rm", "--all", "--content", &mine]);
    assert_eq!(accept.status, 1);
    assert_eq!(fs::read_to_string(&marks).expect("a file"), "format = 7\n");
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_the_marks_keeps_nobody_waiting() {
    let home = Home::new();
    let mine = begun(&home);
    let marks = home.path("mine/rm/reviewed.toml");
    fs::remove_file(&marks).expect("the marks");
    let made = std::process::Command::new("mkfifo").arg(&marks).status();
    assert!(made.expect("mkfifo").success());
    for command in [&["status", "rm"][..], &["accept", "rm", "--all"]] {
        let run = home.run(&[&["content"], command, &["--content", &mine]].concat());
        assert_eq!(run.status, 1, "{run:?}");
        assert!(
            run.err
                .contains("rm/reviewed.toml: this is not an ordinary file"),
            "{run:?}"
        );
    }
}

#[test]
fn a_folder_without_content_is_told_of_unless_a_language_is_begun_in_it() {
    let home = Home::new();
    let empty = home.path("mine");
    fs::create_dir(&empty).expect("a folder");
    let mine = empty.display().to_string();
    fs::write(empty.join("notes.toml"), "a = 1\n").expect("a file");
    for command in [&["list"][..], &["content", "status"], &["content", "urls"]] {
        let run = home.run(&[command, &["--content", &mine]].concat());
        assert_eq!((run.status, run.out.as_str()), (1, ""), "{run:?}");
        let folder = mine.clone();
        let texts = built_in().texts("fr");
        let told = texts
            .interface
            .errors
            .content_empty
            .fill(&Folder { folder });
        assert!(run.err.contains(&told), "{run:?}");
    }
    // The folder above that of the texts: the check says which is meant.
    fs::create_dir_all(empty.join("content/fr")).expect("a folder");
    let check = home.run(&["content", "check", &mine]);
    assert_eq!(check.status, 1, "{check:?}");
    assert!(check.out.contains("not-content"), "{check:?}");
    assert!(check.out.contains(&format!("{mine}/content")), "{check:?}");
    home.run(&["content", "new", "rm", &mine, "--content", &mine])
        .assert_done();
    home.run(&["list", "--lang", "rm", "--content", &mine])
        .assert_done();
}

#[cfg(unix)]
#[test]
fn a_folder_that_leads_back_to_itself_is_read_once() {
    let home = Home::new();
    let mine = begun(&home);
    std::os::unix::fs::symlink(&mine, home.path("mine/rm/platforms/again")).expect("a link");
    std::os::unix::fs::symlink(&mine, home.path("mine/again")).expect("a link");
    let status = home
        .run(&["content", "status", "--json", "--content", &mine])
        .json();
    assert_eq!(
        status["languages"].as_array().map(Vec::len),
        Some(1),
        "{status}"
    );
}

/// What a reader of the guide does.
#[cfg(unix)]
enum Act<'a> {
    /// Types a command.
    Type(&'a str),
    /// Writes these texts into a file, each under its French.
    Write(&'a str, &'a str),
}

/// The acts of the guide, in order.
#[cfg(unix)]
fn acts(guide: &str) -> Vec<Act<'_>> {
    let blocks = guide.split("```").skip(1).step_by(2);
    let blocks = blocks.map(|block| block.split_once('\n').expect("a first line"));
    blocks
        .flat_map(|(first, rest)| match first.split_once(' ') {
            Some(("toml", file)) => vec![Act::Write(file, rest)],
            // Commands of other programs, for whoever sets up a platform for translations.
            _ if first == "text" => Vec::new(),
            _ => {
                assert_eq!(first, "sh", "a block that no test knows");
                rest.lines().map(Act::Type).collect()
            }
        })
        .collect()
}

/// Fills in entries that are still empty.
#[cfg(unix)]
fn fill_in(file: &Path, entries: &str) {
    // The French above each may have been reworded since.
    for entry in entries.lines().filter(|line| !line.starts_with('#')) {
        let (key, _) = entry.split_once(" = ").expect("an entry");
        let empty = format!("\n{key} = \"\"\n");
        edit(file, |text| {
            assert!(text.contains(&empty), "{key}");
            text.replacen(&empty, &format!("\n{entry}\n"), 1)
        });
    }
}

#[cfg(unix)]
#[test]
fn the_translators_guide_holds_command_by_command() {
    let home = Home::new();
    copy(&content(), &home.path("content"));
    let guide = fs::read_to_string(content().join("../docs/translating.md")).expect("the guide");
    let program = Path::new(env!("CARGO_BIN_EXE_nonmerci"));
    let path = format!(
        "{}:/usr/bin:/bin",
        program.parent().expect("a folder").display()
    );
    let mut said = String::new();
    for act in acts(&guide) {
        match act {
            Act::Write(file, entries) => fill_in(&home.path(file), entries),
            Act::Type(command) => {
                let output = Command::new("sh")
                    .args(["-euc", command])
                    .env_clear()
                    .envs([("PATH", path.as_str()), ("LANG", "en_GB.UTF-8")])
                    .env("HOME", home.path(""))
                    .current_dir(home.path(""))
                    .stdin(Stdio::null())
                    .output();
                let output = output.expect("a shell");
                let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
                let (out, err) = (text(output.stdout), text(output.stderr));
                assert!(output.status.success(), "{command}\n{out}{err}");
                said += &format!("$ {command}\n{out}");
            }
        }
    }
    // What the guide promises to be seen.
    for promised in [
        "L’emprim quests tschintg",
        "Cun vossas datas trenescha LinkedIn",
        &built_in().texts("de").interface.groups["social"],
        "Rumantsch (rm)",
    ] {
        assert!(said.contains(promised), "{promised} in:\n{said}");
    }
}

#[test]
fn a_new_language_falls_back_to_languages_that_there_are_each_once() {
    for (tag, chain) in [
        ("rm", r#"["de", "fr"]"#),
        ("rm-sursilv", r#"["de", "fr"]"#),
        ("pt-br", r#"["en", "fr"]"#),
        ("fr-ca", r#"["fr"]"#),
    ] {
        let home = Home::new();
        let mine = home.path("mine").display().to_string();
        home.run(&["content", "new", tag, &mine]).assert_done();
        let interface = fs::read_to_string(home.path("mine").join(tag).join("interface.toml"));
        let interface = interface.expect("the words");
        assert!(
            interface.contains(&format!("falls_back_to = {chain}")),
            "{tag}: {interface}"
        );
        home.run(&["list", "--content", &mine, "--lang", tag])
            .assert_done();
    }
}

#[test]
fn the_folder_of_one_language_is_no_content_and_says_so() {
    let home = Home::new();
    let folder = content().join("de").display().to_string();
    let run = home.run(&["list", "--content", &folder]);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.err.contains("give the folder it lies in"), "{run:?}");
}
