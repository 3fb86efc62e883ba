//! The content check: what it reads, and that nothing in a folder keeps it waiting.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::civil::date;
use nonmerci::catalogue::Catalogue;
use nonmerci::check::{Code, Diagnostic, Files, Severity, check, longest_ago};
use nonmerci::content::Source;
use tempfile::TempDir;

use crate::support::content_folder::{content, copy};
use crate::support::day::TODAY;
use crate::support::editing::file;
use crate::support::edition::built_in;
use crate::support::planting::{line_at, text, without_list};

pub(crate) fn check_folder(dir: &Path) -> Vec<Diagnostic> {
    check(&Files::read(dir), TODAY)
}

/// The faults as file, line and kind, in order.
pub(crate) fn places(found: &[Diagnostic]) -> Vec<(String, usize, &'static str)> {
    let mut places: Vec<_> = found
        .iter()
        .map(|fault| (fault.file.clone(), fault.line, fault.code.name()))
        .collect();
    places.sort();
    places
}

/// That facts are due to be looked at again is no fault of theirs.
pub(crate) const DUE: [Code; 2] = [Code::OldCheck, Code::FutureDay];

#[test]
fn the_built_in_content_has_neither_errors_nor_warnings() {
    let mut found = check(&Files::embedded(), TODAY);
    found.retain(|fault| fault.severity() != Severity::Note && !DUE.contains(&fault.code));
    assert_eq!(found, []);
}

/// A round through the facts begins with those that nobody looked at for longest.
#[test]
fn the_facts_compared_longest_ago_come_first() {
    let facts = [
        ("a", "2026-11-23"),
        ("b", "2026-05-02"),
        ("c", "2026-05-02"),
    ];
    let texts = facts.map(|(id, day)| {
        let path = format!("platforms/{id}.toml");
        (path, format!("name = \"{id}\"\nchecked = {day}\n"))
    });
    let found = longest_ago(&Files::of(texts.into()));
    assert_eq!(
        found,
        Some((date(2026, 5, 2), vec!["b".into(), "c".into()]))
    );
    assert_eq!(longest_ago(&Files::of(BTreeMap::new())), None);
}

/// A title that ends in three dots, in German.
const TITLE: &str = "common.titles.remains";

/// The words with that title.
fn dotted() -> String {
    text(TITLE, |text| format!("{text}..."))(&file("de/kinds.toml"))
}

#[test]
fn what_the_folder_lacks_is_taken_from_the_built_in_content() {
    let dir = TempDir::new().expect("a folder for the test");
    let words = dotted();
    // A folder of one file, and one language's own folder.
    for path in ["all/de/kinds.toml", "de/kinds.toml"] {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, &words).expect("a file");
    }
    for (folder, expected) in [("all", "all/de/kinds.toml"), ("de", "de/kinds.toml")] {
        let files = Files::read(&dir.path().join(folder));
        let found = check(&files, TODAY);
        let paths: Vec<_> = found.iter().map(|fault| files.path(&fault.file)).collect();
        assert_eq!(paths, [dir.path().join(expected).display().to_string()]);
        assert_eq!(found[0].code, Code::Ellipsis);
    }
}

#[test]
fn a_language_of_one_s_own_is_checked_against_french() {
    let dir = TempDir::new().expect("a folder for the test");
    let words = file("fr/platforms/zoom.toml");
    fs::create_dir_all(dir.path().join("rm/platforms")).expect("a folder");
    let path = dir.path().join("rm/platforms/zoom.toml");
    let codes = |words: &str| {
        fs::write(&path, words).expect("a file");
        let found = check_folder(dir.path());
        found.iter().map(|fault| fault.code).collect::<Vec<_>>()
    };
    // What it lacks is read in another language, and no fault.
    let extra = words.replace("place = [", "fill = [");
    let expected = [Code::PlatformWithoutProse, Code::ExtraText];
    assert_eq!(codes(&extra), expected);
    let without = check_folder(dir.path());
    let all = built_in().catalogue.platforms.len();
    let lacking = format!("the texts on {} platforms", all - 1);
    assert!(without[0].message.starts_with(&lacking), "{without:#?}");
    let empty = text("summary", |_| String::new())(&words);
    assert_eq!(codes(&empty), [Code::PlatformWithoutProse]);
    let placeholder = text("summary", |text| format!("{{page}} {text}"))(&words);
    assert!(codes(&placeholder).contains(&Code::Placeholder));
}

/// What is told of a folder into which `make` puts something.
fn told(make: impl FnOnce(&Path)) -> Vec<(String, usize, &'static str)> {
    let dir = TempDir::new().expect("a folder for the test");
    fs::create_dir_all(dir.path().join("de/platforms")).expect("a folder");
    make(dir.path());
    let places = places(&check_folder(dir.path())).into_iter();
    let root = dir.path().display().to_string();
    places
        .map(|(file, line, code)| (file.replace(&root, "ROOT"), line, code))
        .collect()
}

fn at(file: &str, line: usize, code: &'static str) -> (String, usize, &'static str) {
    (file.to_owned(), line, code)
}

#[test]
fn a_name_that_is_listed_is_not_off_the_list_too() {
    let names = "looked = 2026-11-29\n[[name]]\nname = \"Xing\"\nknown = \"no-setting\"\n\
                 [[name]]\nname = \"Mine\"\nalso = [\"twitter\"]\nknown = \"off\"\n\
                 [[name]]\nname = \"XING\"\nknown = \"unsure\"\n";
    let found = told(|dir| fs::write(dir.join("unlisted.toml"), names).expect("a file"));
    let expected = [
        at("unlisted.toml", 7, "contradiction"),
        at("unlisted.toml", 10, "contradiction"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_file_that_is_no_text_of_ours_is_told_and_the_others_are_read() {
    let dotted = dotted();
    let line = line_at(&dotted, TITLE) + 1;
    let ellipsis = || at("de/kinds.toml", line, "ellipsis");
    let marked = format!("\u{feff}{dotted}");
    let found = told(|dir| fs::write(dir.join("de/kinds.toml"), &marked).expect("a file"));
    assert_eq!(
        found,
        [at("de/kinds.toml", 0, "byte-order-mark"), ellipsis()]
    );

    let windows = dotted.replace('\n', "\r\n");
    let found = told(|dir| fs::write(dir.join("de/kinds.toml"), &windows).expect("a file"));
    assert_eq!(found, [at("de/kinds.toml", 1, "line-ends"), ellipsis()]);

    let (key, other) = ("common.used", "common.not_used");
    let marked = text(key, |text| format!("\u{1}{text}"))(&dotted);
    let marked = text(other, |text| format!("\u{1}{text}"))(&marked);
    let mut latin = marked.into_bytes();
    let bytes = latin.iter_mut().filter(|byte| **byte == 1);
    bytes.for_each(|byte| *byte = 0xdc);
    let found = told(|dir| fs::write(dir.join("de/kinds.toml"), &latin).expect("a file"));
    let not_utf8 = |key| at("de/kinds.toml", line_at(&dotted, key) + 1, "not-utf8");
    // Whoever saves so does it throughout: the first is told, with the number of all.
    assert!(line_at(&dotted, key) < line_at(&dotted, other));
    assert_eq!(found, [not_utf8(key), ellipsis()]);

    let found = told(|dir| {
        fs::write(dir.join("de/kinds.toml"), &dotted).expect("a file");
        let long = fs::File::create(dir.join("de/story.toml")).expect("a file");
        long.set_len(100 << 20).expect("a long file");
    });
    assert_eq!(found, [ellipsis(), at("de/story.toml", 0, "too-long")]);

    let found = told(|dir| fs::write(dir.join("de/notes.txt"), "no content").expect("a file"));
    assert_eq!(found, [at("ROOT", 0, "not-content")]);
    let found = told(|dir| fs::remove_dir_all(dir).expect("no folder"));
    assert_eq!(found, [at("ROOT", 0, "unreadable")]);
}

#[test]
fn what_an_editor_does_to_a_whole_file_is_told_once_and_hides_nothing() {
    let kinds = file("de/kinds.toml");
    let utf16: Vec<u8> = kinds.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&[0xff, 0xfe][..], &utf16].concat();
    let latin = kinds
        .chars()
        .map(|c| u8::try_from(c).unwrap_or(b'-'))
        .collect();
    let first_line = kinds
        .lines()
        .position(|line| !line.is_ascii())
        .expect("an umlaut");
    let decomposed = kinds.replace('ü', "u\u{308}");
    let first_u = kinds
        .lines()
        .position(|line| line.contains('ü') && !line.starts_with('#'));
    let whole = |code| vec![at("de/kinds.toml", 0, code)];
    for (what, bytes, expected) in [
        ("UTF-16", utf16, whole("not-utf8")),
        ("UTF-16 with a mark", marked, whole("not-utf8")),
        (
            "Latin-1",
            latin,
            vec![at("de/kinds.toml", first_line + 1, "not-utf8")],
        ),
        (
            "CR",
            kinds.replace('\n', "\r").into_bytes(),
            whole("line-ends"),
        ),
        (
            "decomposed",
            decomposed.into_bytes(),
            vec![at(
                "de/kinds.toml",
                first_u.expect("an ü") + 1,
                "decomposed",
            )],
        ),
    ] {
        let mut found = told(|dir| fs::write(dir.join("de/kinds.toml"), &bytes).expect("a file"));
        // Without its accents a text may say what another does, or lack a sign.
        if what == "Latin-1" {
            found.retain(|(_, _, code)| *code == "not-utf8");
        }
        assert_eq!(found, expected, "{what}");
    }
    for name in ["kinds.toml.txt", "kinds.TOML", "Kinds.toml.TXT"] {
        let found = told(|dir| fs::write(dir.join("de").join(name), &kinds).expect("a file"));
        assert_eq!(found, [at("ROOT", 0, "not-content")], "{name}");
        let found = told(|dir| {
            fs::write(dir.join("de").join(name), &kinds).expect("a file");
            fs::write(dir.join("de/kinds.toml"), &kinds).expect("a file");
        });
        assert_eq!(found, [at(&format!("de/{name}"), 0, "unknown-file")]);
    }
}

#[test]
fn a_folder_of_another_name_is_told_once_with_the_name_it_should_have() {
    let dir = TempDir::new().expect("a folder for the test");
    copy(&content().join("de"), &dir.path().join("DE_CH"));
    let only = check_folder(dir.path());
    copy(&content().join("it"), &dir.path().join("it"));
    let beside = check_folder(dir.path());
    for (found, code) in [(only, Code::NotContent), (beside, Code::UnknownFile)] {
        let [fault] = &found[..] else {
            panic!("{found:#?}");
        };
        assert_eq!(fault.code, code);
        let help = "name `DE_CH` after its language: `de-ch`";
        assert_eq!(fault.help, help);
    }
    // A file or a wrong name in the place of the folder.
    for (name, message) in [
        ("it/kinds.toml", "this is not a folder"),
        ("xx", "there is no such folder"),
    ] {
        let found = check_folder(&dir.path().join(name));
        assert_eq!(found[0].message, message, "{found:?}");
    }
}

#[test]
fn a_screen_of_one_s_own_that_a_language_has_no_words_for_is_told() {
    let dir = TempDir::new().expect("a folder for the test");
    let facts = fs::read_to_string(content().join("workshop.toml")).expect("the plans");
    let screen =
        "[[plan]]\nminutes = 1\n[[plan.screen]]\nid = \"our-club\"\nkind = \"text\"\nminutes = 1\n";
    let facts = facts.replacen("[[plan]]", &format!("{screen}\n[[plan]]"), 1);
    let before = facts.split("\"our-club\"").next().expect("the plan");
    let line = before.lines().count();
    fs::write(dir.path().join("workshop.toml"), &facts).expect("a file");
    let words = fs::read_to_string(content().join("en/workshop.toml")).expect("the words");
    let own = "[screens.our-club]\ntitle = \"Our next evening\"\n\n[screens.welcome]";
    let words = words.replacen("[screens.welcome]", own, 1);
    fs::create_dir(dir.path().join("en")).expect("a folder");
    fs::write(dir.path().join("en/workshop.toml"), words).expect("a file");
    let found = check_folder(dir.path());
    let lacking: Vec<_> = found
        .iter()
        .filter(|fault| fault.code == Code::StepWithoutProse)
        .collect();
    // In each of the other three, whose words are the built-in ones.
    assert_eq!(lacking.len(), 3, "{found:#?}");
    for (fault, language) in lacking.iter().zip(["de", "fr", "it"]) {
        assert_eq!((&*fault.file, fault.line), ("workshop.toml", line));
        let path = format!("{language}/workshop.toml");
        assert!(fault.message.contains(&path), "{}", fault.message);
    }
}

#[cfg(unix)]
#[test]
fn links_and_pipes_do_not_keep_the_check_waiting() {
    use std::os::unix::fs::symlink;
    let found = told(|dir| symlink("..", dir.join("de/platforms/up")).expect("a link"));
    assert_eq!(found, [at("ROOT", 0, "not-content")]);
    let found = told(|dir| symlink(".", dir.join("it")).expect("a link"));
    assert_eq!(found, [at("it", 0, "link-loop")]);
    let found = told(|dir| symlink("kinds.toml", dir.join("de/kinds.toml")).expect("a link"));
    assert_eq!(found, [at("de/kinds.toml", 0, "unreadable")]);
    // As a file that went between the folder's listing and its own reading.
    let found = told(|dir| symlink("gone", dir.join("de/kinds.toml")).expect("a link"));
    assert_eq!(found, [at("de/kinds.toml", 0, "unreadable")]);
    let found = told(|dir| {
        let made = std::process::Command::new("mkfifo")
            .arg(dir.join("de/kinds.toml"))
            .status();
        assert!(made.expect("mkfifo").success());
    });
    assert_eq!(found, [at("de/kinds.toml", 0, "unreadable")]);
}

#[test]
fn a_file_of_nothing_but_faults_is_cut_short() {
    let found = told(|dir| {
        let keys: Vec<_> = (0..3_000).map(|key| format!("k{key} = \"...\"")).collect();
        let keys = keys.join("\n");
        fs::write(dir.join("de/kinds.toml"), keys).expect("a file");
    });
    assert_eq!(found.len(), 1000);
    let cut = found
        .iter()
        .filter(|(_, _, code)| *code == "too-many-faults");
    assert_eq!(cut.count(), 1);
    // A very long line is not shown whole, nor a thousand times.
    let dir = TempDir::new().expect("a folder for the test");
    fs::create_dir_all(dir.path().join("de")).expect("a folder");
    let line = format!("title = \"{}\"\n", "...".repeat(30_000));
    fs::write(dir.path().join("de/story.toml"), line).expect("a file");
    let found = check_folder(dir.path());
    assert!(found.iter().all(|fault| fault.source.len() < 1000));
}

#[test]
fn a_list_that_must_not_be_empty_and_a_page_that_leads_nowhere_are_told() {
    let text = without_list("place")(&file("de/platforms/mastodon.toml")) + "place = []\n";
    let found =
        told(|dir| fs::write(dir.join("de/platforms/mastodon.toml"), &text).expect("a file"));
    let line = text.lines().count();
    assert_eq!(
        found,
        [at("de/platforms/mastodon.toml", line, "step-without-prose")]
    );
    let text = file("catalogue.toml");
    let text = text.replace("\"x\",", "").replace("\"x\"", "");
    let found = told(|dir| {
        fs::write(dir.join("catalogue.toml"), &text).expect("a file");
        let source = Source::with_folder(dir).expect("a folder of texts");
        assert!(Catalogue::load(source).is_err());
    });
    let codes: Vec<_> = found.iter().map(|(_, _, code)| *code).collect();
    assert!(codes.contains(&"facts-missing"), "{found:?}");
}
