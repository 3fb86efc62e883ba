//! The content check: every kind of fault, planted in a copy, is told once and
//! on its line.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use nonmerci::check::{Code, Diagnostic, Severity};
use tempfile::TempDir;

use crate::check::{DUE, check_folder, places};
use crate::support::content_folder::{content, copy};
use crate::support::planting::{
    Change, at_the_end, first_line_with, line, line_at, text, without_list,
};

/// A fault to plant in a file.
struct Plant {
    code: Code,
    file: &'static str,
    change: Change,
    on: On,
}

/// Where a fault is told, once it is planted.
enum On {
    /// On the line of a key.
    Key(&'static str),
    /// On the first line with this in it.
    Line(&'static str),
}
use On::{Key, Line};

const fn plant(code: Code, file: &'static str, change: Change, on: On) -> Plant {
    Plant {
        code,
        file,
        change,
        on,
    }
}

/// A sentence for two platforms.
const TWICE: &str = "Dieser Satz steht Wort für Wort an zwei Orten.";

/// Twenty faults that whoever writes German may make.
fn german() -> Vec<Plant> {
    let mut plants = words_of_german();
    plants.extend(prose_of_german());
    plants
}

/// Those in the words of the program and of the kinds.
fn words_of_german() -> Vec<Plant> {
    const WORDS: &str = "de/interface.toml";
    const KINDS: &str = "de/kinds.toml";
    vec![
        plant(
            Code::UnknownKey,
            WORDS,
            line("list.clear_search", |line| {
                format!("clear_serch = \"Esc.\"\n{line}")
            }),
            Line("clear_serch"),
        ),
        plant(
            Code::MissingKey,
            WORDS,
            line("status.nothing_to_tick", |line| format!("# {line}")),
            Key("status"),
        ),
        plant(
            Code::EmptyText,
            WORDS,
            text("language", |_| " ".to_owned()),
            Key("language"),
        ),
        plant(
            Code::Placeholder,
            WORDS,
            text("states.done_on", |text| text.replace("{date}", "{dat}")),
            Key("states.done_on"),
        ),
        plant(
            Code::DuplicateKey,
            WORDS,
            line("states.later", |line| format!("{line}\nlater = \"dann\"")),
            Line("\"dann\""),
        ),
        plant(
            Code::WideLine,
            WORDS,
            text("groups.work", |text| {
                format!("{text}, Büro, Verein, Verwaltung und Schule")
            }),
            Key("groups.work"),
        ),
        plant(
            Code::PluralMissing,
            WORDS,
            line("list.time_needed", |line| {
                let (_, other) = line.split_once(", other").expect("two forms");
                format!("time_needed = {{ other{other}")
            }),
            Key("list.time_needed"),
        ),
        plant(
            Code::PluralUnused,
            KINDS,
            line("evidence.documented", |line| {
                line.replace("{ one", "{ few = \"Adresse belegt ({newest}).\", one")
            }),
            Key("evidence.documented"),
        ),
        plant(
            Code::ControlCharacter,
            KINDS,
            text("common.titles.what", |text| format!("{text}\\u001b[2J")),
            Key("common.titles.what"),
        ),
        plant(
            Code::BidiCharacter,
            KINDS,
            text("common.titles.remains", |text| format!("\u{202e}{text}")),
            Key("common.titles.remains"),
        ),
        plant(
            Code::NoBreakSpace,
            KINDS,
            text("common.menus_of_app", |text| {
                text.replacen(' ', "\u{a0}", 1)
            }),
            Key("common.menus_of_app"),
        ),
    ]
}

/// Those in the prose of platforms.
fn prose_of_german() -> Vec<Plant> {
    const CHATGPT: &str = "de/platforms/chatgpt.toml";
    vec![
        plant(
            Code::PlaceholderDiffers,
            CHATGPT,
            first_line_with("«{switch}»", |line| line.replace("«{switch}»", "⟨ihn⟩")),
            Line("⟨ihn⟩"),
        ),
        plant(
            Code::ItemCount,
            CHATGPT,
            line("used.0", |_| "  # Taken out.".to_owned()),
            Key("used"),
        ),
        plant(
            Code::Eszett,
            CHATGPT,
            text("what.0", |text| format!("{text} Außerdem: {TWICE}")),
            Key("what.0"),
        ),
        plant(
            Code::Quotes,
            CHATGPT,
            text("remains.0", |text| format!("„{text}")),
            Key("remains.0"),
        ),
        plant(
            Code::GuillemetSpaces,
            CHATGPT,
            first_line_with("«{label.", |line| {
                line.replacen("«{label.", "« {label.", 1)
            }),
            Line("« {label."),
        ),
        plant(
            Code::AddressInProse,
            CHATGPT,
            text("extra.portal.title", |_| "https://openai.com/".to_owned()),
            Key("extra.portal.title"),
        ),
        plant(
            Code::StepWithoutProse,
            "de/platforms/mastodon.toml",
            without_list("place"),
            Key("summary"),
        ),
        plant(
            Code::ProseWithoutFacts,
            "de/platforms/mastodont.toml",
            at_the_end("summary = \"Ein Elefant ist keine Plattform.\"\n"),
            Key("summary"),
        ),
        plant(
            Code::RepeatedSentence,
            "de/platforms/linkedin.toml",
            text("what.0", |text| format!("{text} {TWICE}")),
            Key("what.0"),
        ),
    ]
}

/// The other kinds that can stand in a file, anywhere in the content.
fn elsewhere() -> Vec<Plant> {
    let plants = [
        in_addresses(),
        in_facts(),
        in_other_words(),
        in_other_prose(),
    ];
    plants.into_iter().flatten().collect()
}

/// Those in the addresses of platforms.
fn in_addresses() -> Vec<Plant> {
    let address = |code, file, change: fn(&str) -> String| {
        let key = "address.0.url";
        plant(code, file, text(key, change), Key(key))
    };
    vec![
        address(Code::AddressScheme, "platforms/claude.toml", |url| {
            url.replace("https:", "http:")
        }),
        address(Code::AddressUser, "platforms/grok.toml", |url| {
            url.replace("https://", "https://grok.com@")
        }),
        address(Code::AddressCharacters, "platforms/x.toml", |url| {
            // A Cyrillic letter.
            url.replace("https://", "https://х")
        }),
        address(Code::AddressHost, "platforms/gemini.toml", |_| {
            "https://google.com.example.ch/".to_owned()
        }),
        address(Code::AddressMalformed, "platforms/zoom.toml", |url| {
            url.replace("https://", "")
        }),
        address(Code::AddressSpelling, "platforms/mastodon.toml", |url| {
            url.replace("https://m", "https://M")
        }),
    ]
}

/// Those in other facts.
fn in_facts() -> Vec<Plant> {
    vec![
        plant(
            Code::WrongValue,
            "platforms/bluesky.toml",
            line("minutes", |line| line.replace("= ", "= -")),
            Key("minutes"),
        ),
        plant(
            Code::MailAddress,
            "platforms/slack.toml",
            text("mail.to", |to| {
                to.rsplit_once('.').expect("a host").0.to_owned()
            }),
            Key("mail.to"),
        ),
        plant(
            Code::DuplicateId,
            "catalogue.toml",
            first_line_with("\"mastodon\",", |line| {
                format!("{line}\n{line} # once more")
            }),
            Line("# once more"),
        ),
        plant(
            Code::FactsMissing,
            "catalogue.toml",
            first_line_with("\"duck-ai\",", |line| format!("{line}\n  \"duckling\",")),
            Line("duckling"),
        ),
        plant(
            Code::NotListed,
            "platforms/apple-intelligence.toml",
            at_the_end("# Taken off the list below.\n"),
            Key("name"),
        ),
        plant(
            Code::PlatformWithoutProse,
            "platforms/mine.toml",
            at_the_end(MINE),
            Key("name"),
        ),
        plant(
            Code::Contradiction,
            "platforms/chatgpt.toml",
            line("refuse_by", |line| format!("# {line}")),
            Key("kind"),
        ),
        plant(
            Code::NoSource,
            "platforms/discord.toml",
            line("address.0.sources", |_| "sources = 0".to_owned()),
            Key("address.0.sources"),
        ),
        plant(
            Code::OldCheck,
            "platforms/reddit.toml",
            line("checked", |_| "checked = 2020-01-23".to_owned()),
            Key("checked"),
        ),
        plant(
            Code::FutureDay,
            "platforms/quora.toml",
            line("checked", |_| "checked = 2999-11-23".to_owned()),
            Key("checked"),
        ),
        plant(
            Code::UnreadableDate,
            "platforms/tumblr.toml",
            text("address.0.newest", |day| format!("im Jahr {day}")),
            Key("address.0.newest"),
        ),
        plant(
            Code::UnusedLabel,
            "platforms/hubspot.toml",
            line("labels.en.words", |line| {
                line.replace('{', "{ spare = \"Spare\",")
            }),
            Key("labels.en.words"),
        ),
    ]
}

/// Those in the words of other languages.
fn in_other_words() -> Vec<Plant> {
    vec![
        plant(
            Code::Syntax,
            "it/story.toml",
            first_line_with("[pages.", |line| line.replace(']', "")),
            Line("[pages."),
        ),
        plant(
            Code::SpaceAround,
            "it/interface.toml",
            text("name", |text| format!("{text} ")),
            Key("name"),
        ),
        plant(
            Code::ZeroWidth,
            "fr/interface.toml",
            text("list.clear_search", |text| {
                text.replacen(' ', "\u{200b} ", 1)
            }),
            Key("list.clear_search"),
        ),
        plant(
            Code::EmojiVariation,
            "fr/interface.toml",
            text("list.search", |text| format!("{text} ❤\u{fe0f}")),
            Key("list.search"),
        ),
        plant(
            Code::GuillemetPairs,
            "fr/interface.toml",
            text("list.nothing_found", |text| text.replace('»', "")),
            Key("list.nothing_found"),
        ),
        plant(
            Code::SpaceBeforeMark,
            "fr/kinds.toml",
            text("switch.confirm_title", |text| format!("{text} ?")),
            Key("switch.confirm_title"),
        ),
        plant(
            Code::TallText,
            "en/interface.toml",
            text("list.all_done", |text| {
                format!(
                    "{} {text}",
                    "Far more than anybody reads at once.".repeat(7)
                )
            }),
            Key("list.all_done"),
        ),
    ]
}

/// Those in the prose of other languages.
fn in_other_prose() -> Vec<Plant> {
    let first = |code, file, change: fn(&str) -> String| {
        let key = "what.0";
        plant(code, file, text(key, change), Key(key))
    };
    vec![
        plant(
            Code::UnknownFile,
            "de/platform/zoom.toml",
            at_the_end("summary = \"Hier liest das niemand.\"\n"),
            Key("summary"),
        ),
        plant(
            Code::MissingText,
            "it/platforms/zoom.toml",
            without_list("not_used"),
            Key("summary"),
        ),
        plant(
            Code::ExtraText,
            "en/platforms/zoom.toml",
            line("place", |line| {
                format!("alternatives = [\"Meet in person.\"]\n{line}")
            }),
            Key("alternatives"),
        ),
        first(Code::Apostrophe, "fr/platforms/x.toml", |text| {
            format!("{text} L'été.")
        }),
        first(Code::Ellipsis, "fr/platforms/claude.toml", |text| {
            format!("{text}..")
        }),
        first(Code::DateInFigures, "fr/platforms/gemini.toml", |text| {
            format!("{text} Le 3.5.2026.")
        }),
        first(Code::Dash, "en/platforms/x.toml", |text| {
            format!("{text} Now — never.")
        }),
        first(Code::DoubleSpace, "en/platforms/claude.toml", |text| {
            format!("{text}  Never.")
        }),
        first(Code::WideWord, "en/platforms/gemini.toml", |text| {
            format!("{text} Donaudampfschifffahrtsgesellschaftskapitäne.")
        }),
        plant(
            Code::Spelling,
            "it/platforms/x.toml",
            text("what.0", |text| format!("{text} Non si sa perchè.")),
            Key("what.0"),
        ),
        plant(
            Code::Spelling,
            "it/interface.toml",
            text("states.done_on", |_| "fatto il {date}".to_owned()),
            Key("states.done_on"),
        ),
    ]
}

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
const OF_FILES: [Code; 10] = [
    Code::NotContent,
    Code::Unreadable,
    Code::TooLong,
    Code::LinkLoop,
    Code::NotUtf8,
    Code::TooMany,
    Code::ByteOrderMark,
    Code::LineEnds,
    Code::Decomposed,
    Code::Markup,
];

/// A fresh copy of the content, or of one folder of it.
fn fresh(folder: &str) -> TempDir {
    let dir = TempDir::new().expect("a folder for the test");
    copy(&content().join(folder), &dir.path().join(folder));
    dir
}

/// Plants the faults, and returns where they are to be told.
fn plant_all(dir: &Path, plants: &[Plant]) -> Vec<(String, usize, &'static str)> {
    for plant in plants {
        let path = dir.join(plant.file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        let text = fs::read_to_string(&path).unwrap_or_default();
        let planted = (plant.change)(&text);
        assert_ne!(planted, text, "{:?}: nothing changes", plant.code);
        fs::write(&path, planted).expect("a file");
    }
    let mut expected: Vec<_> = plants
        .iter()
        .map(|plant| {
            let text = fs::read_to_string(dir.join(plant.file)).expect("a file");
            let line = match plant.on {
                Key(key) => line_at(&text, key),
                Line(part) => {
                    let line = text.lines().position(|line| line.contains(part));
                    line.expect(part)
                }
            };
            (plant.file.to_owned(), line + 1, plant.code.name())
        })
        .collect();
    expected.sort();
    expected
}

#[test]
fn twenty_faults_of_twenty_kinds_are_told_on_their_lines() {
    let dir = fresh("de");
    let plants = german();
    assert_eq!(places(&check_folder(dir.path())), []);
    let expected = plant_all(dir.path(), &plants);
    let kinds: BTreeSet<_> = plants.iter().map(|plant| plant.code).collect();
    assert_eq!(kinds.len(), 20);
    assert_eq!(places(&check_folder(dir.path())), expected);
}

#[test]
fn every_other_kind_of_fault_is_told_on_its_line() {
    let dir = fresh("");
    let mut before = check_folder(dir.path());
    before.retain(|fault| fault.severity() != Severity::Note && !DUE.contains(&fault.code));
    assert_eq!(before, []);
    let plants = elsewhere();
    let expected = plant_all(dir.path(), &plants);
    // One comes on the list, another goes.
    let list = dir.path().join("catalogue.toml");
    let text = fs::read_to_string(&list).expect("the list");
    let text = text.replace("\"apple-intelligence\"", "\"mine\"");
    fs::write(&list, text).expect("the list");
    let mut found = check_folder(dir.path());
    let planted = |fault: &Diagnostic| {
        plants
            .iter()
            .any(|plant| plant.code == fault.code && plant.file == fault.file)
    };
    found.retain(|fault| {
        let due = DUE.contains(&fault.code) && !planted(fault);
        fault.severity() != Severity::Note && !due
    });
    assert_eq!(places(&found), expected);
}

#[test]
fn no_kind_of_fault_goes_untried() {
    let planted = german().into_iter().chain(elsewhere());
    let tried: BTreeSet<_> = planted
        .map(|plant| plant.code)
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
