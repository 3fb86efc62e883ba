//! The sheet to take home and the notes on paper: what stands on them, that they are
//! sound HTML which needs no other file, and where they are written.

use std::collections::BTreeSet;
use std::fs;

use nonmerci::catalogue::{Block, Role, Step, Walk};
use nonmerci::takeaway::handout::{Notes, Sheet, Wording};

use crate::support::day::TODAY;
use crate::support::editing::{file, with};
use crate::support::edition::built_in;
use crate::support::home::Home;
use crate::support::languages::languages;

/// Elements that have no end.
const VOID: [&str; 4] = ["meta", "br", "wbr", "!doctype"];

/// What a page is made of: its tags in order, each with its attributes, and its texts.
struct Parsed {
    tags: Vec<(String, Vec<(String, String)>)>,
    text: String,
}

impl Parsed {
    /// Reads a page more strictly than browsers do: every element is ended in turn,
    /// every attribute is quoted, and no sign stands for itself that means something.
    fn new(html: &str) -> Self {
        let mut parsed = Self {
            tags: Vec::new(),
            text: String::new(),
        };
        let mut open: Vec<String> = Vec::new();
        let mut rest = html;
        while let Some(start) = rest.find('<') {
            parsed.add_text(&rest[..start]);
            rest = &rest[start + 1..];
            let end = rest.find('>').expect("the end of a tag");
            let tag = &rest[..end];
            rest = &rest[end + 1..];
            if let Some(name) = tag.strip_prefix('/') {
                assert_eq!(open.pop().as_deref(), Some(name), "is ended");
                continue;
            }
            let (tag, closed) = match tag.strip_suffix('/') {
                Some(tag) => (tag, true),
                None => (tag, false),
            };
            let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            let name = name.to_lowercase();
            if name == "!doctype" {
                continue;
            }
            parsed.tags.push((name.clone(), attributes_of(attributes)));
            if name == "style" {
                let end = rest.find("</style>").expect("its end");
                rest = &rest[end + "</style>".len()..];
            } else if !closed && !VOID.contains(&&*name) {
                open.push(name);
            }
        }
        assert_eq!(rest.trim(), "");
        assert_eq!(open, [""; 0], "all is ended");
        parsed
    }

    fn add_text(&mut self, text: &str) {
        assert!(!text.contains('>'), "{text:?}");
        let control = |c: char| c.is_control() && c != '\n';
        assert!(!text.contains(control), "{text:?}");
        let mut rest = text;
        while let Some(place) = rest.find('&') {
            self.text += &rest[..place];
            let (number, after) = rest[place + 1..].split_once(';').expect("an escape");
            let number = number.strip_prefix('#').expect("an escape by number");
            let number = number.parse().expect("a number");
            self.text.push(char::from_u32(number).expect("a character"));
            rest = after;
        }
        self.text += rest;
    }

    fn values<'a>(&'a self, attribute: &'a str) -> impl Iterator<Item = &'a str> {
        let all = self.tags.iter().flat_map(|(_, attributes)| attributes);
        let found = all.filter(move |(name, _)| name == attribute);
        found.map(|(_, value)| value.as_str())
    }

    fn count(&self, name: &str) -> usize {
        self.tags.iter().filter(|(tag, _)| tag == name).count()
    }
}

fn attributes_of(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, value) = rest.split_once("=\"").expect("a quoted value");
        let (value, after) = value.split_once('"').expect("its end");
        assert!(!value.contains('<'), "{value}");
        found.push((name.to_owned(), value.to_owned()));
        rest = after.trim_start();
    }
    found
}

/// The contrast of two colours by WCAG 2.2.
fn contrast(one: &str, other: &str) -> f64 {
    let luminance = |colour: &str| {
        let digits: Vec<u8> = colour.bytes().collect();
        let channel = |place: usize| {
            let digit = char::from(digits[place]).to_digit(16).expect("a digit");
            let value = f64::from(digit * 17) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2)
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// What holds of every page.
fn assert_sound(html: &str, language: &str) -> Parsed {
    let parsed = Parsed::new(html);
    assert!(html.starts_with("<!DOCTYPE html>\n"));
    assert_eq!(parsed.values("lang").next(), Some(language));
    // Nothing runs, and nothing is loaded.
    for name in ["script", "link", "img", "iframe", "object", "base", "form"] {
        assert_eq!(parsed.count(name), 0, "{name}");
    }
    for attribute in ["src", "href", "style", "srcset", "action"] {
        assert_eq!(parsed.values(attribute).next(), None, "{attribute}");
    }
    assert!(
        !parsed
            .tags
            .iter()
            .flat_map(|(_, it)| it)
            .any(|(name, _)| name.starts_with("on"))
    );
    assert!(!html.contains("url(") && !html.contains("@import"));
    let ids: Vec<_> = parsed.values("id").collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "ids");
    // Headings begin with one h1 and skip no level.
    let mut level = 0;
    for (name, _) in &parsed.tags {
        let heading = name
            .strip_prefix('h')
            .and_then(|it| it.parse::<usize>().ok());
        if let Some(next) = heading {
            assert!(next <= level + 1, "h{next} after h{level}");
            assert!(next > 1 || level == 0, "a second h1");
            level = next;
        }
    }
    // The page is white, whatever stands on it is another colour.
    let colours: BTreeSet<_> = html
        .split('#')
        .skip(1)
        .filter_map(|rest| rest.get(..3))
        .filter(|it| it.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .filter(|it| html.contains(&format!("#{it};")) || html.contains(&format!("\"#{it}\"")))
        .filter(|it| !it.bytes().all(|byte| byte.is_ascii_digit()) || *it == "000")
        .collect();
    assert!(
        colours.contains("fff") && colours.contains("000"),
        "{colours:?}"
    );
    for colour in colours.iter().filter(|it| **it != "fff") {
        assert!(contrast(colour, "fff") >= 7.0, "{colour}");
    }
    parsed
}

fn wording(language: &str) -> Wording {
    let edition = built_in();
    let texts = edition.texts(language);
    Wording::new(&edition.catalogue, texts).expect("the words of the workshop")
}

#[test]
fn every_platform_has_a_sheet_in_every_language() {
    let edition = built_in();
    let catalogue = &*edition.catalogue;
    let facts = catalogue.workshop().expect("the workshop");
    for language in languages() {
        let wordings = [wording(language)];
        let texts = &wordings[0].texts;
        for (place, platform) in catalogue.platforms.iter().enumerate() {
            for large in [false, true] {
                let sheet = Sheet {
                    catalogue,
                    wordings: &wordings,
                    platforms: &[place],
                    turn_to: &facts.turn_to,
                    organisation: None,
                    large,
                    today: TODAY,
                };
                let parsed = assert_sound(&sheet.html(), language);
                let holds = |text: &str| {
                    assert!(
                        parsed.text.contains(text),
                        "{language} {}: {text}",
                        platform.id
                    );
                };
                holds(platform.name_in(texts));
                let walk = Walk::new(platform, texts.prose(place), texts, TODAY);
                let steps = walk.steps.iter();
                let (extra, main): (Vec<_>, Vec<_>) =
                    steps.partition(|step| step.role == Role::Extra);
                let first = main.iter().copied().flat_map(Step::addresses).next();
                let codes = parsed.values("role").filter(|role| *role == "img");
                assert_eq!(codes.count(), usize::from(first.is_some()));
                if let Some(first) = first.filter(|address| !address.is_mail()) {
                    let bare = first.as_str().trim_start_matches("https://");
                    holds(bare.trim_end_matches('/'));
                }
                // The label, that it is English, the way on the phone, and what it
                // does not undo.
                if let Some(labels) = platform.labels(&texts.label_languages())
                    && let Some(switch) = &labels.value.switch
                    && platform.control.is_some()
                {
                    holds(switch);
                    if labels.in_english {
                        holds(&texts.kinds.common.english_label);
                        assert!(parsed.values("lang").any(|lang| lang == "en"));
                    }
                }
                for step in main {
                    if let Some(replica) = step.replica() {
                        holds(replica.word(replica.refused));
                    }
                    for block in step.phone.iter().flatten() {
                        if let Block::Acts { items, .. } = block {
                            for item in items {
                                holds(item);
                            }
                        }
                    }
                }
                if platform.kind.asks() {
                    holds(&texts.kinds.common.forward_only);
                }
                // Second levers, and what to do where there is no address to go to.
                for step in extra.into_iter().filter(|_| !large) {
                    holds(&step.title);
                    let first = step.blocks.iter().find_map(|block| match block {
                        Block::Paragraph(text) => Some(text),
                        _ => None,
                    });
                    if step.addresses().next().is_none() {
                        holds(first.expect("a first action"));
                    }
                }
            }
        }
    }
}

#[test]
fn the_notes_hold_the_plan_all_cards_and_all_questions_in_every_language() {
    let edition = built_in();
    let catalogue = &*edition.catalogue;
    let facts = catalogue.workshop().expect("the workshop");
    for language in languages() {
        let wordings = [wording(language)];
        for plan in &facts.plan {
            let notes = Notes {
                catalogue,
                wordings: &wordings,
                facts: &facts,
                screens: &plan.screen,
                organisation: Some("Pro & Co"),
                large: false,
            };
            let parsed = assert_sound(&notes.html(), language);
            let holds = |text: &str| assert!(parsed.text.contains(text), "{language}: {text}");
            let words = &wordings[0].workshop;
            holds("Pro & Co");
            for screen in &plan.screen {
                if let Some(screen) = words.screens.get(&screen.id) {
                    holds(&screen.title);
                    for note in &screen.notes {
                        holds(note);
                    }
                }
            }
            for card in words.cards.values() {
                holds(&card.statement);
                holds(&card.answer);
                for note in &card.notes {
                    holds(note);
                }
            }
            for question in words.questions.values() {
                holds(&question.question);
                holds(&question.answer);
            }
        }
    }
}

/// The platforms of a sheet, by name, in the order of their headings.
fn names(html: &str) -> Vec<String> {
    let bars = html.split("<div class=\"bar\">").skip(1);
    let name = |bar: &str| {
        let (_, name) = bar.split_once("<h2>").expect("a heading");
        name.split_once("</h2>").expect("its end").0.to_owned()
    };
    bars.map(name).collect()
}

#[test]
fn a_sheet_holds_what_was_asked_for_in_that_order() {
    let home = Home::new();
    let sheet = |arguments: &[&str]| {
        let run = home.run(&[&["handout"], arguments].concat());
        run.assert_done();
        assert_eq!(run.err, "");
        run.out
    };
    let platforms = &built_in().catalogue.platforms;
    let first = platforms.iter().filter(|facts| facts.first_five);
    let first: Vec<_> = first.map(|facts| facts.name.to_string()).collect();
    assert_eq!(names(&sheet(&[])), first);
    assert_eq!(
        names(&sheet(&["reddit", "LinkedIn", "reddit"])),
        ["Reddit", "LinkedIn"]
    );
    let evening = [
        "LinkedIn",
        "Facebook",
        "Instagram",
        "WhatsApp",
        "ChatGPT",
        "Google Gemini",
    ];
    assert_eq!(names(&sheet(&["--workshop"])), evening);
    assert_eq!(names(&sheet(&["--minutes", "60"])), evening);
    let long = names(&sheet(&[
        "--workshop",
        "--minutes",
        "90",
        "reddit",
        "linkedin",
    ]));
    assert_eq!(long.first().map(String::as_str), Some("LinkedIn"));
    assert_eq!(long.last().map(String::as_str), Some("Reddit"));
    assert!(long.len() > evening.len());
    // The notes on paper are those of the evening that the wall would show.
    let notes = home.run(&["handout", "--notes", "reddit", "quora"]);
    let notes = assert_sound(&notes.assert_done().out, "fr").text;
    assert!(notes.contains("Reddit") && notes.contains("Quora"));
    let work = &wording("fr").workshop.screens["linkedin-work"].title;
    assert!(!notes.contains(&**work), "of the built-in plan");
    let plan = home.path("plan.toml");
    let text = "format = 1\n[[plan]]\nminutes = 1\n[[plan.screen]]\nid = \"x\"\nkind = \"brief\"\nplatform = \"quora\"\nminutes = 1\n";
    fs::write(&plan, text).expect("a plan");
    let plan = plan.to_str().expect("a path");
    assert_eq!(names(&sheet(&["--workshop", "--plan", plan])), ["Quora"]);
}

#[test]
fn each_leaf_says_on_its_back_in_the_second_language_what_stands_on_its_front() {
    let home = Home::new();
    let run = home.run(&["handout", "linkedin", "chatgpt", "--second-lang", "de"]);
    let parsed = assert_sound(&run.assert_done().out, "fr");
    let sides = parsed
        .tags
        .iter()
        .filter(|(_, it)| it.contains(&("class".into(), "side".into())));
    let languages: Vec<_> = sides
        .flat_map(|(_, attributes)| attributes)
        .filter_map(|(name, value)| (name == "lang").then_some(value.as_str()))
        .collect();
    assert_eq!(languages, ["fr", "de", "fr", "de", "fr", "de"]);
    assert_eq!(
        names(&run.out),
        ["LinkedIn", "LinkedIn", "ChatGPT", "ChatGPT"]
    );
}

#[test]
fn what_others_wrote_reaches_the_page_as_text_alone() {
    let home = Home::new();
    let name = "<script>alert(1)</script>\n\u{1b}[2J\u{202e} \"&' Verein";
    let run = home.run(&["handout", "linkedin", "--organisation", name]);
    let parsed = assert_sound(&run.assert_done().out, "fr");
    assert!(
        parsed
            .text
            .contains("<script>alert(1)</script> [2J \"&' Verein")
    );
    let folder = home.path("texts");
    fs::create_dir_all(folder.join("fr/platforms")).expect("a folder");
    let own = file("fr/platforms/linkedin.toml");
    let own = with(&own, "summary", "</p><img src=x onerror=alert(1)>");
    fs::write(folder.join("fr/platforms/linkedin.toml"), own).expect("a text");
    let folder = folder.to_str().expect("a path");
    let run = home.run(&["handout", "linkedin", "--content", folder]);
    let parsed = assert_sound(&run.assert_done().out, "fr");
    assert!(parsed.text.contains("</p><img src=x onerror=alert(1)>"));
}

#[test]
fn a_sheet_is_the_same_whatever_the_person_has_done() {
    let home = Home::new();
    let before = home.run(&["handout"]).out;
    home.write_checklist("this is = not [ a checklist");
    let run = home.run(&["handout"]);
    assert_eq!(run.assert_done().out, before);
    assert_eq!(run.err, "");
    let kept = fs::read_to_string(home.checklist()).expect("the checklist");
    assert_eq!(kept, "this is = not [ a checklist");
}

#[test]
fn a_file_is_written_whole_and_never_over_another() {
    let home = Home::new();
    let path = home.path("sheet.html");
    let file = path.to_str().expect("a path");
    let run = home.run(&["handout", "-o", file]);
    assert_eq!(run.assert_done().out, "");
    assert!(run.err.contains(file), "{}", run.err);
    let written = fs::read_to_string(&path).expect("the sheet");
    assert_eq!(written, home.run(&["handout", "-o", "-"]).out);
    let refused = home.run(&["handout", "--large", "-o", file]);
    assert_eq!(refused.status, 1);
    assert!(
        refused.err.contains(file) && refused.err.contains("--force"),
        "{}",
        refused.err
    );
    assert_eq!(fs::read_to_string(&path).expect("the sheet"), written);
    home.run(&["handout", "--large", "-o", file, "--force"])
        .assert_done();
    assert_ne!(fs::read_to_string(&path).expect("the sheet"), written);
}

#[test]
fn what_cannot_be_is_refused_with_a_reason_and_writes_nothing() {
    let home = Home::new();
    let plan = home.path("plan.toml");
    fs::write(&plan, "format = 1\n").expect("a plan");
    let plan = plan.to_str().expect("a path");
    let file = home.path("sheet.html");
    let texts = built_in().texts("fr");
    let words = &texts.interface.errors;
    for (status, arguments) in [
        (2, &["linkedn"][..]),
        (2, &["linkedin", "nowhere"]),
        (2, &["--second-lang", "fr"]),
        (2, &["--second-lang", "xx"]),
        (2, &["--workshop", "--minutes", "10"]),
        (2, &["--workshop", "--minutes", "-1"]),
        (2, &["--notes", "--minutes", "soon"]),
        (2, &["--notes", "linkedin", "nowhere"]),
        (2, &["--notes", "--minutes", "10", "linkedin"]),
        (1, &["--plan", "/nowhere/plan.toml"]),
        (1, &["--plan", plan]),
    ] {
        let to = ["-o", file.to_str().expect("a path")];
        let run = home.run(&[&["handout"], arguments, &to].concat());
        assert_eq!(run.status, status, "{arguments:?} {}", run.err);
        assert_eq!(run.out, "", "{arguments:?}");
        assert!(
            run.err.starts_with(&*words.error),
            "{arguments:?} {}",
            run.err
        );
        assert!(run.err.contains(&*words.hint), "{arguments:?} {}", run.err);
        assert!(!file.exists(), "{arguments:?}");
    }
    for place in [
        "/nowhere/sheet.html",
        home.path("").to_str().expect("a path"),
    ] {
        let run = home.run(&["handout", "-o", place]);
        assert_eq!(run.status, 1, "{place}");
        assert!(
            run.err.contains(place) && run.err.contains(&*words.hint),
            "{}",
            run.err
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_reported() {
    let home = Home::new();
    let run = home.run(&["handout", "-o", "/dev/full"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("/dev/full"), "{}", run.err);
    let full = fs::OpenOptions::new().write(true).open("/dev/full");
    let output = home
        .command(&["handout"])
        .stdout(full.expect("/dev/full"))
        .output()
        .expect("the program");
    assert_eq!(output.status.code(), Some(1));
    let texts = built_in().texts("fr");
    let error = texts.interface.errors.error.as_bytes();
    assert!(output.stderr.starts_with(error));
}
