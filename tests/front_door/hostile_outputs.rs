//! Texts of others in all that is drawn and made: frames, letters, sheets, reports.
//! Nothing hidden comes out, and HTML takes none of it for HTML.

use std::fs;

use nonmerci::app::{Fault, Message, NotOpened};
use nonmerci::inert::{Hidden, hidden};
use ratatui::buffer::Buffer;

use crate::hostile::{KINDS, assert_harmless};
use crate::support::content_folder::{content, copy};
use crate::support::driver::Driver;
use crate::support::home::Home;
use crate::support::places::SIZES;

/// Nothing that a terminal would take for more than letters is in a frame.
pub(crate) fn assert_harmless_frame(what: &str, frame: &Buffer) {
    for cell in &frame.content {
        let harmful = cell
            .symbol()
            .chars()
            .find(|c| !matches!(hidden(*c), None | Some(Hidden::Variation)));
        assert_eq!(harmful, None, "{what}: {:?}", cell.symbol());
    }
}

#[test]
fn nothing_hidden_gets_into_a_frame() {
    for kind in KINDS {
        let bad = format!("a{kind}b{kind}{kind}[31mc\u{e0041}\u{200d}d");
        for size in SIZES {
            let mut driver = Driver::new("fr", size);
            let look = |driver: &mut Driver, what: &str| {
                let what = format!("{kind:?} {what} at {size:?}");
                assert_harmless_frame(&what, &driver.buffer());
            };
            driver.press("/").tell(Message::Pasted(bad.clone()));
            look(&mut driver, "a search that was pasted");
            driver.press("Enter");
            look(&mut driver, "what was searched");
            driver.press("Esc Esc").go_to("linkedin", 1);
            let fault = Fault {
                place: format!("fr/{bad}.toml:1"),
                reason: bad.clone(),
            };
            let address = driver.model.address().expect("an address");
            for message in [
                Message::Content(Err(fault)),
                Message::Unwatched,
                Message::Opened(address, Err(NotOpened::Failed(bad.clone()))),
                Message::Copied(Err(bad.clone())),
                Message::Saved(Err(bad.clone())),
                Message::LanguageNotKept(bad.clone()),
            ] {
                let what = format!("{message:?}");
                driver.tell(message);
                look(&mut driver, &what);
            }
        }
    }
}

#[test]
fn nothing_hidden_comes_out_of_what_is_made_to_take_away() {
    for (number, kind) in KINDS.into_iter().enumerate() {
        let home = Home::new();
        let bad = format!("Zq{kind}[31mq;b{kind}");
        let other = home.path("other.toml");
        let escape = format!("\\U{:08X}", u32::from(kind));
        let record = format!(
            "format = 1\n[platforms.\"x{escape}\"]\nstate = \"done\"\n[platforms.linkedin]\n\
             state = \"done\"\non = 2026-11-01\naddress = \"https://x{escape}\"\n\
             [platforms.reddit]\nstate = \"{escape}\"\n"
        );
        fs::write(&other, &record).expect("another checklist");
        let settings = home.settings();
        fs::create_dir_all(settings.parent().expect("a folder")).expect("a folder");
        fs::write(
            &settings,
            format!("\"x{escape}\" = 1\ntheme = \"{escape}\"\nbrowser = \"{escape}\"\n"),
        )
        .expect("settings");
        let letter = [
            "letter",
            "linkedin",
            "--name",
            &bad,
            "--address",
            &bad,
            "--email",
            &bad,
            "--place",
            &bad,
            "--account",
            &bad,
            "--reason",
            &bad,
            "--data",
            &bad,
            "--child",
            &bad,
            "--to",
            &bad,
        ];
        let other = other.display().to_string();
        let all = [
            &letter[..],
            &[&letter[..], &["--format", "html"]].concat(),
            &[&letter[..], &["--kind", "access", "--format", "html"]].concat(),
            &[&letter[..], &["--short"]].concat(),
            &["handout", "linkedin", "--organisation", &bad],
            &["handout", "--notes", "--organisation", &bad],
            &["handout", &bad],
            &["report", "linkedin"],
            &["report", &bad],
            &["merge", &other, "--dry-run"],
            &["merge", &other],
            &["merge", &bad],
            &["export", "--format", "ics"],
            &["open", &bad],
            &["completions", &bad],
            &["workshop", "--platforms", &bad],
            &["content", "status", &bad],
            &["content", "accept", "de", &bad],
            &["content", "new", &bad],
            &["help", &bad],
            &["letter", &bad],
        ];
        // Each kind of character in a third of them, and each of them with six kinds.
        for arguments in all.into_iter().skip(number % 3).step_by(3) {
            let mut run = home.run(arguments);
            // The lines of a calendar end so.
            run.out = run.out.replace("\r\n", "\n");
            assert_harmless(&format!("{kind:?} {arguments:?}"), &run);
        }
    }
}

/// What HTML would take for a tag and for attributes, if it were not escaped.
const MARKUP: &str = "<zqz a=\"q\" onload='q'>&zq;";

fn assert_escaped(what: &str, html: &str) {
    assert!(html.contains("zqz"), "{what}: it is not there at all");
    for raw in ["<zqz", "a=\"q\"", "onload='q'", "&zq;"] {
        let place = html.find(raw);
        let around = place.map(|at| html.get(at.saturating_sub(40)..at + 40));
        assert_eq!(around, None, "{what}");
    }
}

#[test]
fn html_takes_no_text_of_others_for_html() {
    let home = Home::new();
    let letter = [
        "letter",
        "linkedin",
        "--format",
        "html",
        "--name",
        MARKUP,
        "--address",
        MARKUP,
        "--email",
        MARKUP,
        "--place",
        MARKUP,
        "--account",
        MARKUP,
        "--reason",
        MARKUP,
        "--to",
        MARKUP,
    ];
    for arguments in [
        &letter[..],
        &[&letter[..], &["--kind", "access", "--data", MARKUP]].concat(),
        &[&letter[..], &["--kind", "erasure", "--child", MARKUP]].concat(),
        &["handout", "linkedin", "--organisation", MARKUP],
        &["handout", "--workshop", "--organisation", MARKUP],
    ] {
        let run = home.run(arguments);
        run.assert_done();
        assert_escaped(&format!("{arguments:?}"), &run.out);
    }
    // And in every value of the words and the facts.
    let folder = home.path("texts");
    let opened = MARKUP.replace('"', "\\\"");
    let spoil = |text: &str| {
        let lines = text.lines().map(|line| {
            let kept = [
                "id",
                "url",
                "mail",
                "platforms",
                "kind",
                "use",
                "date",
                "tag",
                "language",
            ];
            let key = line.split(['=', ' ']).next().unwrap_or_default();
            let list = line.starts_with("  \"");
            let value = !kept.contains(&key) && line.contains(" = \"");
            match line.find('"') {
                Some(start) if list || value => {
                    format!("{}{opened}{}", &line[..=start], &line[start + 1..])
                }
                _ => line.to_owned(),
            }
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    copy(
        &content().join("fr/platforms"),
        &folder.join("fr/platforms"),
    );
    let all = fs::read_dir(folder.join("fr/platforms")).expect("the prose");
    let all = all.map(|entry| entry.expect("a file").file_name());
    let all = all.map(|name| format!("fr/platforms/{}", name.to_string_lossy()));
    let words = ["fr/kinds.toml", "fr/letters.toml", "fr/workshop.toml"].map(str::to_owned);
    for file in all.chain(words) {
        let text = fs::read_to_string(content().join(&file)).expect("words");
        fs::write(folder.join(&file), spoil(&text)).expect("words");
    }
    let folder = folder.display().to_string();
    for arguments in [
        &["handout"][..],
        &["handout", "--large", "--second-lang", "de"],
        &["handout", "--workshop"],
        &["handout", "--notes"],
        &["letter", "linkedin", "--format", "html"],
        &["letter", "linkedin", "--format", "html", "--kind", "access"],
    ] {
        let run = home.run(&[&["--content", &folder], arguments].concat());
        run.assert_done();
        assert_escaped(&format!("content, {arguments:?}"), &run.out);
    }
}

#[test]
fn nothing_hidden_comes_out_of_a_checklist_in_any_frame() {
    // What a file may hold as an address, a step or an id is drawn nowhere unread.
    for kind in KINDS {
        let home = Home::new();
        let escape = format!("\\U{:08X}", u32::from(kind));
        home.write_checklist(&format!(
            "format = 1\n[platforms.\"x{escape}\"]\nstate = \"done\"\n[platforms.linkedin]\n\
             state = \"done\"\non = 2026-11-01\naddress = \"https://x{escape}\"\nsteps = [\"s{escape}\"]\n"
        ));
        let file = nonmerci::checklist::ChecklistFile::new(home.checklist());
        let read = file.load().expect("it is read");
        for size in SIZES {
            let mut driver = Driver::marked("fr", size, &read);
            for keys in [
                "",
                "Enter",
                "Enter Right",
                "Enter x",
                "i",
                "e",
                "L",
                "f",
                "w",
            ] {
                driver.press("Esc Esc h").select("linkedin").press(keys);
                assert_harmless_frame(&format!("{kind:?} {keys:?}"), &driver.buffer());
            }
        }
    }
}
