//! The content check: every kind of fault, planted in a copy, is told once and
//! on its line.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use nonmerci::catalogue::Catalogue;
use nonmerci::check::{Code, Diagnostic, Files, Severity, check};
use nonmerci::content::Source;
use tempfile::TempDir;

use crate::support::content_folder::{content, copy};
use crate::support::day::TODAY;

/// A fault to plant in a file.
struct Plant {
    code: Code,
    file: &'static str,
    /// What is replaced; at the end of the file where empty.
    from: &'static str,
    to: &'static str,
    /// What stands on the line where the fault is told.
    on: &'static str,
}

const fn plant(
    code: Code,
    file: &'static str,
    from: &'static str,
    to: &'static str,
    on: &'static str,
) -> Plant {
    Plant {
        code,
        file,
        from,
        to,
        on,
    }
}

/// Twenty faults that whoever writes German may make.
const GERMAN: [Plant; 20] = [
    plant(
        Code::UnknownKey,
        "de/interface.toml",
        "clear_search =",
        "clear_serch = \"Esc.\"\nclear_search =",
        "clear_serch",
    ),
    plant(
        Code::MissingKey,
        "de/interface.toml",
        "nothing_to_tick =",
        "# nothing_to_tick =",
        "[status]",
    ),
    plant(
        Code::EmptyText,
        "de/interface.toml",
        "\"Deutsch\"",
        "\" \"",
        "language = \" \"",
    ),
    plant(
        Code::Placeholder,
        "de/interface.toml",
        "erledigt am {date}",
        "erledigt am {dat}",
        "{dat}",
    ),
    plant(
        Code::DuplicateKey,
        "de/interface.toml",
        "later = \"später\"",
        "later = \"später\"\nlater = \"dann\"",
        "\"dann\"",
    ),
    plant(
        Code::WideLine,
        "de/interface.toml",
        "\"Arbeit\"",
        "\"Arbeit, Büro, Verein, Verwaltung und Schule\"",
        "Verein, Verwaltung",
    ),
    plant(
        Code::PluralMissing,
        "de/interface.toml",
        "time_needed = { one = \"Rechnen Sie mit einer Minute.\", ",
        "time_needed = { ",
        "time_needed",
    ),
    plant(
        Code::PluralUnused,
        "de/kinds.toml",
        "documented = {",
        "documented = { few = \"Adresse belegt ({newest}).\",",
        "documented",
    ),
    plant(
        Code::ControlCharacter,
        "de/kinds.toml",
        "Was geschieht",
        "Was \\u001b[2Jgeschieht",
        "[2J",
    ),
    plant(
        Code::BidiCharacter,
        "de/kinds.toml",
        "Was bleibt",
        "Was \u{202e}bleibt",
        "remains =",
    ),
    plant(
        Code::NoBreakSpace,
        "de/kinds.toml",
        "Über die Menüs:",
        "Über\u{a0}die Menüs:",
        "menus_of_app =",
    ),
    plant(
        Code::PlaceholderDiffers,
        "de/platforms/chatgpt.toml",
        "«{switch}» aus. Das gilt",
        "ihn aus. Das gilt",
        "ihn aus.",
    ),
    plant(
        Code::ItemCount,
        "de/platforms/chatgpt.toml",
        "  \"neue Gespräche\",\n",
        "",
        "used = [",
    ),
    plant(
        Code::Eszett,
        "de/platforms/chatgpt.toml",
        "ausser Sie haben",
        "außer Sie haben",
        "außer",
    ),
    plant(
        Code::Quotes,
        "de/platforms/chatgpt.toml",
        "bestätigen Sie (auf",
        "„bestätigen Sie (auf",
        "„bestätigen",
    ),
    plant(
        Code::GuillemetSpaces,
        "de/platforms/chatgpt.toml",
        "«{label.unpersonalized}»",
        "« {label.unpersonalized}»",
        "« {label",
    ),
    plant(
        Code::AddressInProse,
        "de/platforms/chatgpt.toml",
        "Das Portal: ein anderer Weg",
        "Das Portal: https://openai.com/",
        "https://openai.com/",
    ),
    plant(
        Code::StepWithoutProse,
        "de/platforms/mastodon.toml",
        PLACE,
        "",
        "summary =",
    ),
    plant(
        Code::ProseWithoutFacts,
        "de/platforms/mastodont.toml",
        "",
        "summary = \"Ein Elefant ist keine Plattform.\"\n",
        "summary",
    ),
    plant(
        Code::RepeatedSentence,
        "de/platforms/linkedin.toml",
        "Öffnen Sie die Einstellungen.",
        "Business, Enterprise und Edu sind von Anfang an ausgenommen.",
        "Business, Enterprise",
    ),
];

/// The step that Mastodon's kind cannot do without.
const PLACE: &str = "place = [
  \"Lesen Sie die Seite, auf der sich Ihr Server vorstellt: Dort stehen seine Regeln. Jene von mastodon.social finden Sie unter dieser Adresse.\",
  \"Was Ihnen wichtig ist, zeigen Sie nur den Personen, die Ihnen folgen.\",
]
";

/// The other kinds that can stand in a file, anywhere in the content.
const ELSEWHERE: &[Plant] = &[
    plant(
        Code::UnknownFile,
        "de/platform/zoom.toml",
        "",
        "summary = \"Hier liest das niemand.\"\n",
        "summary",
    ),
    plant(
        Code::Syntax,
        "it/story.toml",
        "[pages.announced]",
        "[pages.announced",
        "[pages.announced",
    ),
    plant(
        Code::WrongValue,
        "platforms/bluesky.toml",
        "minutes = ",
        "minutes = -",
        "minutes",
    ),
    plant(
        Code::MissingText,
        "it/platforms/zoom.toml",
        "not_used = [\n  \"l’audio, il video, la chat, lo schermo condiviso, gli allegati e gli altri contenuti\",\n]\n",
        "",
        "summary",
    ),
    plant(
        Code::ExtraText,
        "en/platforms/zoom.toml",
        "place = [",
        "alternatives = [\"Meet in person.\"]\nplace = [",
        "alternatives",
    ),
    plant(
        Code::SpaceAround,
        "it/interface.toml",
        "\"Non merci\"",
        "\"Non merci \"",
        "\"Non merci \"",
    ),
    plant(
        Code::ZeroWidth,
        "fr/interface.toml",
        "Échap efface",
        "Échap\u{200b} efface",
        "efface",
    ),
    plant(
        Code::EmojiVariation,
        "fr/interface.toml",
        "Tout est fait.",
        "Tout est fait ❤\u{fe0f}.",
        "❤",
    ),
    plant(
        Code::AddressScheme,
        "platforms/claude.toml",
        "https://claude.ai/settings",
        "http://claude.ai/settings",
        "http://claude.ai/settings",
    ),
    plant(
        Code::AddressUser,
        "platforms/grok.toml",
        "https://grok.com/?",
        "https://grok.com@grok.com/?",
        "grok.com@",
    ),
    plant(
        Code::AddressCharacters,
        "platforms/x.toml",
        "https://x.com/settings",
        "https://х.com/settings",
        "grok_settings",
    ),
    plant(
        Code::AddressHost,
        "platforms/gemini.toml",
        "https://myactivity.google.com/",
        "https://google.com.example.ch/",
        "example.ch",
    ),
    plant(
        Code::AddressMalformed,
        "platforms/zoom.toml",
        "https://library.zoom.com/",
        "library.zoom.com/",
        "url = \"library",
    ),
    plant(
        Code::AddressSpelling,
        "platforms/mastodon.toml",
        "https://mastodon.social/",
        "https://Mastodon.social/",
        "https://Mastodon",
    ),
    plant(
        Code::MailAddress,
        "platforms/slack.toml",
        "feedback@slack.com",
        "feedback@slack",
        "feedback@slack",
    ),
    plant(
        Code::DuplicateId,
        "catalogue.toml",
        "\"mastodon\",\n",
        "\"mastodon\",\n  \"quora\",\n",
        "\"quora\",\n]",
    ),
    plant(
        Code::FactsMissing,
        "catalogue.toml",
        "\"duck-ai\",",
        "\"duck-ai\",\n  \"duckling\",",
        "duckling",
    ),
    plant(
        Code::NotListed,
        "platforms/apple-intelligence.toml",
        "",
        "# Taken off the list below.\n",
        "name =",
    ),
    plant(
        Code::PlatformWithoutProse,
        "platforms/mine.toml",
        "",
        MINE,
        "name = \"Mine\"",
    ),
    plant(
        Code::Contradiction,
        "platforms/chatgpt.toml",
        "refuse_by = \"off\"\nminutes",
        "minutes",
        "kind =",
    ),
    plant(
        Code::NoSource,
        "platforms/discord.toml",
        "sources = 1",
        "sources = 0",
        "sources = 0",
    ),
    plant(
        Code::OldCheck,
        "platforms/reddit.toml",
        "checked = 2026-11-23",
        "checked = 2026-01-23",
        "checked",
    ),
    plant(
        Code::FutureDay,
        "platforms/quora.toml",
        "checked = 2026-11-23",
        "checked = 2027-11-23",
        "checked",
    ),
    plant(
        Code::UnreadableDate,
        "platforms/tumblr.toml",
        "newest = \"20",
        "newest = \"im Jahr 20",
        "im Jahr",
    ),
    plant(
        Code::GuillemetPairs,
        "fr/interface.toml",
        "Rien ne correspond à «{query}».",
        "Rien ne correspond à «{query}.",
        "{query}",
    ),
    plant(
        Code::Apostrophe,
        "fr/platforms/zoom.toml",
        "n’entraînent",
        "n'entraînent",
        "n'entraînent",
    ),
    plant(
        Code::Ellipsis,
        "fr/platforms/zoom.toml",
        "marche arrière en août 2023.",
        "marche arrière en août 2023...",
        "2023...",
    ),
    plant(
        Code::Dash,
        "en/platforms/zoom.toml",
        "content. Usage",
        "content — usage",
        "—",
    ),
    plant(
        Code::DoubleSpace,
        "en/platforms/zoom.toml",
        "After protests, Zoom",
        "After protests,  Zoom",
        ",  Zoom",
    ),
    plant(
        Code::SpaceBeforeMark,
        "fr/kinds.toml",
        "C’est fait?\"\nconfirm = \"Une fois le réglage changé, cochez ici: la liste s’en souviendra.\"\n\n[switch.toggle]",
        "C’est fait ?\"\nconfirm = \"Une fois le réglage changé, cochez ici: la liste s’en souviendra.\"\n\n[switch.toggle]",
        "C’est fait ?",
    ),
    plant(
        Code::Spelling,
        "it/platforms/zoom.toml",
        "summary = \"",
        "summary = \"Non si sa perchè. ",
        "perchè",
    ),
    plant(
        Code::DateInFigures,
        "fr/platforms/zoom.toml",
        "date de mai 2026.",
        "date du 3.5.2026.",
        "3.5.2026",
    ),
    plant(
        Code::WideWord,
        "en/platforms/zoom.toml",
        "shared screens",
        "Donaudampfschifffahrtsgesellschaftskapitäne",
        "Donau",
    ),
    plant(
        Code::TallText,
        "en/interface.toml",
        "all_done = \"",
        "all_done = \"Far more words than anybody wants to read at once when everything is done and only the list is left to look at, which must keep its lines below them. ",
        "all_done",
    ),
];

/// Facts of a platform of somebody's own, about which nothing is said yet.
const MINE: &str = "name = \"Mine\"
operator = \"Me\"
kind = \"off\"
default = \"off\"
minutes = 1
checked = 2026-11-20
hosts = [\"example.ch\"]

[[sources]]
about = \"facts\"
url = \"https://example.ch/\"
";

/// The kinds that are faults of a file as such: each has a test of its own.
const OF_FILES: [Code; 8] = [
    Code::NotContent,
    Code::Unreadable,
    Code::TooLong,
    Code::LinkLoop,
    Code::NotUtf8,
    Code::TooMany,
    Code::ByteOrderMark,
    Code::LineEnds,
];

/// A fresh copy of the content, or of one folder of it.
fn fresh(folder: &str) -> TempDir {
    let dir = TempDir::new().expect("a folder for the test");
    copy(&content().join(folder), &dir.path().join(folder));
    dir
}

fn check_folder(dir: &Path) -> Vec<Diagnostic> {
    check(&Files::read(dir), TODAY)
}

/// The faults as file, line and kind, in order.
fn places(found: &[Diagnostic]) -> Vec<(String, usize, &'static str)> {
    let mut places: Vec<_> = found
        .iter()
        .map(|fault| (fault.file.clone(), fault.line, fault.code.name()))
        .collect();
    places.sort();
    places
}

/// Plants the faults, and returns where they are to be told.
fn plant_all(dir: &Path, plants: &[Plant]) -> Vec<(String, usize, &'static str)> {
    for plant in plants {
        let path = dir.join(plant.file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        let text = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            text.contains(plant.from),
            "{} no longer says what the fault is planted in: choose another place for {}",
            plant.file,
            plant.from
        );
        let planted = if plant.from.is_empty() {
            text + plant.to
        } else {
            text.replacen(plant.from, plant.to, 1)
        };
        fs::write(&path, planted).expect("a file");
    }
    let mut expected: Vec<_> = plants
        .iter()
        .map(|plant| {
            let text = fs::read_to_string(dir.join(plant.file)).expect("a file");
            let place = text.find(plant.on).expect(plant.on);
            let line = text[..place].matches('\n').count() + 1;
            (plant.file.to_owned(), line, plant.code.name())
        })
        .collect();
    expected.sort();
    expected
}

#[test]
fn twenty_faults_of_twenty_kinds_are_told_on_their_lines() {
    let dir = fresh("de");
    assert_eq!(places(&check_folder(dir.path())), []);
    let expected = plant_all(dir.path(), &GERMAN);
    let kinds: BTreeSet<_> = GERMAN.iter().map(|plant| plant.code).collect();
    assert_eq!(kinds.len(), 20);
    assert_eq!(places(&check_folder(dir.path())), expected);
}

#[test]
fn every_other_kind_of_fault_is_told_on_its_line() {
    let dir = fresh("");
    let before = check_folder(dir.path());
    assert!(before.iter().all(|fault| fault.code == Code::MissingLabel));
    let expected = plant_all(dir.path(), ELSEWHERE);
    // One comes on the list, another goes.
    let list = dir.path().join("catalogue.toml");
    let text = fs::read_to_string(&list).expect("the list");
    let text = text.replace("[\"apple-intelligence\"]", "[\"mine\"]");
    fs::write(&list, text).expect("the list");
    let mut found = check_folder(dir.path());
    found.retain(|fault| fault.severity() != Severity::Note);
    assert_eq!(places(&found), expected);
}

#[test]
fn no_kind_of_fault_goes_untried() {
    let planted = GERMAN.iter().chain(ELSEWHERE).map(|plant| plant.code);
    let tried: BTreeSet<_> = planted
        .chain(OF_FILES)
        .chain([Code::MissingLabel])
        .collect();
    let all: BTreeSet<_> = Code::ALL.iter().copied().collect();
    assert_eq!(tried, all);
    let names: BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    let docs = include_str!("../../docs/maintaining.md");
    for name in names {
        assert!(
            docs.contains(&format!("`{name}`")),
            "{name} is not in docs/maintaining.md"
        );
    }
}

#[test]
fn the_built_in_content_has_neither_errors_nor_warnings() {
    let mut found = check(&Files::embedded(), TODAY);
    // When somebody looks again is no fault of the program.
    found.retain(|fault| {
        fault.severity() != Severity::Note
            && ![Code::OldCheck, Code::FutureDay].contains(&fault.code)
    });
    assert_eq!(found, []);
}

#[test]
fn what_the_folder_lacks_is_taken_from_the_built_in_content() {
    let dir = TempDir::new().expect("a folder for the test");
    let words = fs::read_to_string(content().join("de/kinds.toml")).expect("the words");
    // A folder of one file, and one language's own folder.
    for path in ["all/de/kinds.toml", "de/kinds.toml"] {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, words.replace("Was bleibt", "Was bleibt...")).expect("a file");
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
    let words = fs::read_to_string(content().join("fr/platforms/zoom.toml")).expect("the words");
    fs::create_dir_all(dir.path().join("rm/platforms")).expect("a folder");
    let file = dir.path().join("rm/platforms/zoom.toml");
    fs::write(&file, words.replace("not_used = [", "used = [")).expect("a file");
    let found = check_folder(dir.path());
    let codes: Vec<_> = found.iter().map(|fault| fault.code).collect();
    // What it lacks is read in another language, and no fault.
    let expected = [Code::PlatformWithoutProse, Code::ExtraText];
    assert_eq!(codes, expected, "{found:#?}");
    assert!(found[0].message.starts_with("53 platforms"), "{found:#?}");
    fs::write(&file, words.replace("summary = \"", "summary = \"\" # \"")).expect("a file");
    let found = check_folder(dir.path());
    let codes: Vec<_> = found.iter().map(|fault| fault.code).collect();
    assert_eq!(codes, [Code::PlatformWithoutProse], "{found:#?}");
    fs::write(&file, words.replace("summary = \"", "summary = \"{page} ")).expect("a file");
    let found = check_folder(dir.path());
    let codes: Vec<_> = found.iter().map(|fault| fault.code).collect();
    assert!(codes.contains(&Code::Placeholder), "{found:#?}");
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
fn a_file_that_is_no_text_of_ours_is_told_and_the_others_are_read() {
    let text = fs::read_to_string(content().join("de/kinds.toml")).expect("the words");
    let dotted = text.replace("Was bleibt", "Was bleibt...");
    let line = text.lines().take_while(|line| !line.contains("Was bleibt"));
    let line = line.count() + 1;
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

    let mut latin = dotted.replace("Über", "\u{1}ber").into_bytes();
    let over = dotted.matches("Über").count();
    latin
        .iter_mut()
        .filter(|byte| **byte == 1)
        .for_each(|byte| *byte = 0xdc);
    let found = told(|dir| fs::write(dir.join("de/kinds.toml"), &latin).expect("a file"));
    assert_eq!(found.len(), over + 1);
    assert_eq!(found[0], at("de/kinds.toml", 13, "not-utf8"));

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
        let help = "name `DE_CH` by the tag of its language: `de-ch`";
        assert_eq!(fault.help, help);
    }
    // A file or a wrong name in the place of the folder.
    for (name, message) in [
        ("it/kinds.toml", "this is no folder"),
        ("xx", "there is no such folder"),
    ] {
        let found = check_folder(&dir.path().join(name));
        assert_eq!(found[0].message, message, "{found:?}");
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
    let text = fs::read_to_string(content().join("de/platforms/mastodon.toml")).expect("a file");
    let text = text.split("place = [").next().expect("a text").to_owned() + "place = []\n";
    let found =
        told(|dir| fs::write(dir.join("de/platforms/mastodon.toml"), &text).expect("a file"));
    let line = text.lines().count();
    assert_eq!(
        found,
        [at("de/platforms/mastodon.toml", line, "step-without-prose")]
    );
    let text = fs::read_to_string(content().join("catalogue.toml")).expect("a file");
    let text = text.replace("\"x\",", "").replace("\"x\"", "");
    let found = told(|dir| {
        fs::write(dir.join("catalogue.toml"), &text).expect("a file");
        let source = Source::with_folder(dir).expect("a folder of texts");
        assert!(Catalogue::load(source).is_err());
    });
    let codes: Vec<_> = found.iter().map(|(_, _, code)| *code).collect();
    assert!(codes.contains(&"facts-missing"), "{found:?}");
}
