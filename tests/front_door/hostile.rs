//! Texts of others: whatever stands in a folder of content, a checklist, a plan, an
//! argument or the name of a file, nothing hidden comes out of the program.

use std::fs;
use std::path::Path;

use nonmerci::catalogue::Catalogue;
use nonmerci::content::{ContentError, Source};
use nonmerci::inert::hidden;
use nonmerci::language::Language;
use tempfile::TempDir;

use crate::support::content_folder::{content, copy};
use crate::support::home::{Home, Run};

/// Characters of every kind that cannot be seen, or move what can be.
pub(crate) const KINDS: [char; 18] = [
    '\u{1b}',
    '\u{7}',
    '\u{8}',
    '\r',
    '\u{7f}',
    '\u{9b}',
    '\u{200e}',
    '\u{202a}',
    '\u{202e}',
    '\u{2066}',
    '\u{2069}',
    '\u{61c}',
    '\u{200b}',
    '\u{200d}',
    '\u{2060}',
    '\u{feff}',
    '\u{ad}',
    '\u{e0041}',
];

/// The first hidden character of what came out, lines apart.
pub(crate) fn leaked(text: &str) -> Option<char> {
    text.chars().find(|c| *c != '\n' && hidden(*c).is_some())
}

pub(crate) fn assert_harmless(what: &str, run: &Run) {
    for text in [&run.out, &run.err] {
        assert_eq!(leaked(text), None, "{what}: {text:?}");
    }
    if run.out.starts_with('{') {
        let json: serde_json::Value = serde_json::from_str(&run.out).expect(what);
        in_json(&json, &mut |text| {
            assert_eq!(leaked(text), None, "{what}: {text:?}");
        });
    }
}

/// Every text and every key of a JSON value.
fn in_json(value: &serde_json::Value, look: &mut impl FnMut(&str)) {
    match value {
        serde_json::Value::String(text) => look(text),
        serde_json::Value::Array(items) => items.iter().for_each(|item| in_json(item, look)),
        serde_json::Value::Object(table) => {
            for (key, value) in table {
                look(key);
                in_json(value, look);
            }
        }
        _ => {}
    }
}

/// The text of a file with a character put into each of its values in turn, by an
/// escape, and each time the line it is on.
fn spoiled(text: &str) -> impl Iterator<Item = (usize, String)> + '_ {
    let opened = |line: &str| {
        let line = line.trim_start();
        !line.starts_with('#') && line.contains('"')
    };
    let lines = text.lines().enumerate();
    let places = lines.filter(move |(_, line)| opened(line)).enumerate();
    places.map(|(number, (place, line))| {
        let kind = u32::from(KINDS[number % KINDS.len()]);
        let start = line.find('"').expect("a text") + 1;
        let line = format!("{}\\U{kind:08X}{}", &line[..start], &line[start..]);
        let lines = text.lines().enumerate();
        let lines = lines.map(|(at, old)| if at == place { &*line } else { old });
        (place + 1, lines.collect::<Vec<_>>().join("\n"))
    })
}

/// Reads all that the program ever reads of a folder.
fn read_all(folder: &Path) -> Result<(), ContentError> {
    let catalogue = Catalogue::load(Source::with_folder(folder)?)?;
    let french = Language::french();
    catalogue.texts(&french)?;
    catalogue.workshop()?;
    catalogue.workshop_words(&french)?;
    catalogue.addressees()?;
    catalogue.letter_words(&french)?;
    catalogue.export_words(&french)?;
    catalogue.translating(&french)?;
    Ok(())
}

#[test]
fn a_value_with_anything_hidden_in_it_is_refused_whatever_it_is() {
    for (file, every) in [
        ("catalogue.toml", 9),
        ("story.toml", 2),
        ("unlisted.toml", 40),
        ("workshop.toml", 9),
        ("addressees.toml", 40),
        ("platforms/linkedin.toml", 1),
        ("platforms/chatgpt.toml", 4),
        ("fr/interface.toml", 41),
        ("fr/kinds.toml", 17),
        ("fr/letters.toml", 17),
        ("fr/export.toml", 4),
        ("fr/story.toml", 4),
        ("fr/translating.toml", 4),
        ("fr/workshop.toml", 29),
        ("fr/platforms/linkedin.toml", 2),
    ] {
        let text = fs::read_to_string(content().join(file)).expect(file);
        for (line, spoiled) in spoiled(&text).step_by(every) {
            let folder = TempDir::new().expect("a folder");
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, spoiled).expect("a file");
            let error = read_all(folder.path()).expect_err("it is refused");
            // A heading in quotation marks is told where its table begins.
            assert!(error.place().starts_with(file), "{file}:{line}: {error}");
            assert!(error.reason().contains("U+"), "{file}:{line}: {error}");
        }
    }
}

#[test]
fn nothing_hidden_comes_out_of_a_spoiled_folder() {
    for (number, kind) in KINDS.into_iter().enumerate() {
        let home = Home::new();
        let folder = home.path("texts");
        copy(&content().join("platforms"), &folder.join("platforms"));
        let file = folder.join("platforms/linkedin.toml");
        let text = fs::read_to_string(&file).expect("the facts");
        let escape = format!("\\U{:08X}", u32::from(kind));
        let text = match number % 3 {
            // Every value; a key that nothing reads; the character itself.
            0 => text.replace(" = \"", &format!(" = \"{escape}")),
            1 => format!("\"x{escape}y\" = \"z{escape}\"\n{text}"),
            _ => format!(
                "# {kind}\n{}",
                text.replace(" = \"", &format!(" = \"{kind}"))
            ),
        };
        fs::write(&file, text).expect("a file");
        let folder = folder.display().to_string();
        for arguments in [
            &["list"][..],
            &["show", "linkedin", "--json"],
            &["--plain"],
            &["content", "check", &folder],
            &["content", "check", &folder, "--json"],
            &["content", "urls"],
        ] {
            let arguments = [&["--content", &folder], arguments].concat();
            let run = home.run_with(&arguments, &[], "1\nq\n");
            assert_harmless(&format!("{kind:?} {arguments:?}"), &run);
        }
    }
}

#[test]
fn nothing_hidden_comes_out_of_an_argument_or_a_checklist() {
    for kind in KINDS {
        let home = Home::new();
        let bad = format!("a{kind}[31mb");
        let file = home.path(&bad).display().to_string();
        let escape = format!("\\U{:08X}", u32::from(kind));
        home.write_checklist(&format!(
            "format = 1\n[platforms.\"x{escape}\"]\nstate = \"done\"\naddress = \"https://{escape}\"\n\
             [platforms.linkedin]\nstate = \"done\"\non = 2026-11-01\naddress = \"https://x{escape}\"\n\
             steps = [\"s{escape}\"]\n"
        ));
        for arguments in [
            &["show", &bad][..],
            &["--lang", &bad, "list"],
            &["--content", &bad, "list"],
            &["--checklist", &file, "mark", "linkedin", "done"],
            &["--theme", &bad],
            &[&bad],
            &["content", "check", &bad],
            &["workshop", "--plan", &bad],
            &["mark", "linkedin", "done", "--on", &bad],
            &["list", "--json"],
            &["export", "--format", "json"],
            &["export", "--format", "csv"],
            &["export"],
            &["--plain"],
        ] {
            let mut run = home.run_with(arguments, &[], &format!("{bad}\n/{bad}\n\nq\n"));
            // The mark and the line ends of a table are its own.
            if let Some(table) = run.out.strip_prefix('\u{feff}') {
                run.out = table.replace("\r\n", "\n");
            }
            assert_harmless(&format!("{arguments:?}"), &run);
        }
        home.write_checklist(&format!(
            "[platforms.\"x{escape}\"]\nstate = \"{escape}\"\n"
        ));
        for arguments in [&["list"][..], &["--plain"]] {
            let run = home.run_with(arguments, &[], "q\n");
            assert_harmless(&format!("a damaged checklist, {arguments:?}"), &run);
        }
        let plan = home.path("plan.toml");
        fs::write(&plan, format!("\"x{escape}\" = \"{escape}\"\n")).expect("a plan");
        let plan = plan.display().to_string();
        let run = home.run(&["workshop", "--plan", &plan]);
        assert_harmless("a plan", &run);
    }
}

#[cfg(unix)]
#[test]
fn nothing_hidden_comes_out_of_the_names_of_files() {
    for kind in KINDS {
        let home = Home::new();
        let folder = home.path(&format!("te{kind}xts"));
        fs::create_dir_all(folder.join(format!("d{kind}e"))).expect("a folder");
        fs::create_dir_all(folder.join("platforms")).expect("a folder");
        for name in [format!("x{kind}.toml"), format!("platforms/x{kind}.toml")] {
            fs::write(folder.join(name), "name = ").expect("a file");
        }
        let folder = folder.display().to_string();
        for arguments in [
            &["list"][..],
            &["content", "check", &folder],
            &["content", "check", &folder, "--json"],
            &["--checklist", &folder, "list"],
            &["handout", "-o", &folder],
        ] {
            let run = home.run_with(&[&["--content", &folder], arguments].concat(), &[], "");
            assert_harmless(&format!("{kind:?} {arguments:?}"), &run);
        }
    }
}

#[test]
fn a_folder_cannot_lead_a_platform_elsewhere() {
    let facts = fs::read_to_string(content().join("platforms/linkedin.toml")).expect("facts");
    let host = |hosts: &str| {
        let lines = facts.lines().map(|line| match line.split_once(" = ") {
            Some(("hosts", _)) => format!("hosts = {hosts}"),
            _ => line.to_owned(),
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    let elsewhere =
        host("[\"example.ch\"]").replace("https://www.linkedin.com/", "https://www.example.ch/");
    for (name, text, expected) in [
        ("linkedin", host("[\"linkedin.com\"]"), true),
        ("linkedin", elsewhere.clone(), false),
        // Of a platform that is there only, the reader sees the address.
        ("fresh", elsewhere, true),
        ("linkedin", host("[\"\", \"linkedin.com\"]"), false),
        ("linkedin", host("[\"com\", \"linkedin.com\"]"), false),
    ] {
        let folder = TempDir::new().expect("a folder");
        fs::create_dir(folder.path().join("platforms")).expect("a folder");
        fs::write(folder.path().join(format!("platforms/{name}.toml")), &text).expect("facts");
        let order = format!(
            "format = 1\nfirst_five = []\n[[group]]\nid = \"social\"\nplatforms = [\"{name}\"]\n"
        );
        fs::write(folder.path().join("catalogue.toml"), order).expect("an order");
        let source = Source::with_folder(folder.path()).expect("a folder");
        let read = Catalogue::load(source);
        let refused = read.err().map(|error| error.to_string());
        // What else such a small folder lacks is another matter.
        let of_hosts = |why: &str| why.contains("is on none of") || why.contains("not a host");
        let led = refused.as_deref().is_some_and(of_hosts);
        assert_eq!(!led, expected, "{name}: {refused:?}\n{text}");
    }
}

/// A folder with one platform of its own, made of LinkedIn’s files under another host.
fn folder_with_a_fresh_platform(home: &Home, hosts: &str, host: &str) -> String {
    let folder = home.path("texts");
    fs::create_dir_all(folder.join("platforms")).expect("a folder");
    let facts = fs::read_to_string(content().join("platforms/linkedin.toml")).expect("facts");
    let lines = facts.lines().map(|line| match line.split_once(" = ") {
        Some(("hosts", _)) => format!("hosts = {hosts}"),
        Some(("name", _)) => "name = \"Fresh\"".to_owned(),
        Some(("also", _)) => String::new(),
        _ => line.to_owned(),
    });
    let facts = lines.collect::<Vec<_>>().join("\n");
    let facts = facts.replace("https://www.linkedin.com/", &format!("https://{host}/"));
    fs::write(folder.join("platforms/fresh.toml"), facts).expect("facts");
    let order = fs::read_to_string(content().join("catalogue.toml")).expect("the order");
    let order = order.replacen("  \"linkedin\",", "  \"linkedin\", \"fresh\",", 1);
    fs::write(folder.join("catalogue.toml"), order).expect("the order");
    for language in Language::BUILT_IN {
        let prose = format!("{language}/platforms");
        fs::create_dir_all(folder.join(&prose)).expect("a folder");
        let text = fs::read_to_string(content().join(&prose).join("linkedin.toml"));
        fs::write(folder.join(&prose).join("fresh.toml"), text.expect("prose")).expect("prose");
    }
    folder.display().to_string()
}

#[test]
fn an_address_that_only_a_folder_names_is_announced_before_it_is_opened() {
    let home = Home::new();
    let folder = folder_with_a_fresh_platform(&home, "[\"example.ch\"]", "www.example.ch");
    for language in Language::BUILT_IN {
        let run = |arguments: &[&str], typed: &str| {
            let own = [
                "--content",
                &folder,
                "--no-save",
                "--lang",
                language,
                "--browser",
                "true",
            ];
            home.run_with(&[&own, arguments].concat(), &[], typed)
        };
        let shown = run(&["show", "fresh"], "");
        let sentence = shown
            .out
            .split('\n')
            .find(|line| line.contains(" www.example.ch."));
        let sentence = sentence.unwrap_or_else(|| panic!("{shown:?}")).trim();
        let address = shown
            .out
            .find("https://www.example.ch/")
            .expect("the address");
        assert!(
            shown
                .out
                .find(sentence)
                .is_some_and(|place| place < address),
            "{}",
            shown.out
        );
        let beginning = &sentence[..sentence.find("www.example.ch").expect("the host")];
        for (arguments, typed) in [
            (&["open", "fresh"][..], ""),
            (&["--plain", "walk", "fresh"], "\n\nq\n"),
            (&["show", "fresh", "--json"], ""),
        ] {
            let run = run(arguments, typed);
            let said = format!("{}{}", run.err, run.out);
            assert!(said.contains(beginning), "{arguments:?}: {said}");
        }
        // Of those that the program knows, nothing needs saying.
        let known = run(&["show", "linkedin"], "");
        assert!(!known.out.contains(beginning), "{}", known.out);
    }
}

#[test]
fn hosts_that_hold_everybody_s_addresses_are_refused() {
    for hosts in [
        "[\"example\"]",
        "[\"\"]",
        "[\"com\"]",
        "[\"ch\"]",
        "[\".\"]",
        "[\".ch\"]",
        "[\"ch.\"]",
        "[\"*\"]",
    ] {
        let home = Home::new();
        let folder = folder_with_a_fresh_platform(&home, hosts, "www.example.ch");
        for arguments in [
            &["open", "fresh"][..],
            &["list"],
            &["content", "check", &folder],
        ] {
            let own = ["--content", &folder, "--browser", "true"];
            let run = home.run(&[&own, arguments].concat());
            assert_eq!(run.status, 1, "{hosts} {arguments:?}: {run:?}");
            let said = format!("{}{}", run.err, run.out);
            assert!(said.contains("fresh.toml"), "{hosts} {arguments:?}: {said}");
        }
    }
}

#[test]
fn the_hosts_of_the_built_in_platforms_are_not_everybody_s() {
    let catalogue = Catalogue::load(Source::embedded()).expect("the content");
    for facts in &catalogue.platforms {
        for host in &facts.hosts {
            // Whoever has a name below a public suffix leads nobody to another’s.
            let own = psl::domain_str(host);
            assert!(own.is_some(), "{}: {host} is a public suffix", facts.id);
        }
    }
}

#[test]
fn a_folder_cannot_send_letters_elsewhere() {
    let addressees = fs::read_to_string(content().join("addressees.toml")).expect("it");
    let meta = "https://www.facebook.com/help/contact/1994830130782319";
    assert!(addressees.contains(meta));
    let mail = addressees
        .lines()
        .find(|line| line.starts_with("mail = "))
        .expect("a mail");
    let (_, host) = mail.split_once('@').expect("a mail");
    let host = &host[..host.find('"').expect("its end")];
    for (text, expected) in [
        (addressees.clone(), true),
        (
            addressees.replace(meta, "https://www.facebook.com/help/new"),
            true,
        ),
        (
            addressees.replace(meta, "https://facebook.example.ch/help"),
            false,
        ),
        (
            addressees.replacen(&format!("@{host}"), "@example.ch", 1),
            false,
        ),
    ] {
        let home = Home::new();
        let folder = home.path("texts");
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("addressees.toml"), text).expect("the addressees");
        let folder = folder.display().to_string();
        let letter = home.run(&["--content", &folder, "letter", "facebook"]);
        assert_eq!(letter.status == 0, expected, "{letter:?}");
        let check = home.run(&["content", "check", &folder]);
        let told = check.out.contains("address-host");
        assert_eq!(!told, expected, "{check:?}");
    }
}

#[test]
fn what_is_no_address_is_not_exported_as_one() {
    let home = Home::new();
    for address in [
        "javascript:alert(1)",
        "https://a@example.ch/",
        "file:///etc/passwd",
        "x",
    ] {
        home.write_checklist(&format!(
            "format = 1\n[platforms.linkedin]\nstate = \"done\"\non = 2026-11-01\n\
             address = \"{address}\"\n"
        ));
        for format in ["markdown", "csv", "json", "ics"] {
            let run = home.run(&["export", "--format", format]);
            assert_eq!(run.status, 0, "{run:?}");
            assert!(
                !run.out.contains(address) || address == "x",
                "{format}: {}",
                run.out
            );
            assert!(!run.out.contains("<x>"), "{}", run.out);
        }
    }
}
