//! What the person did, taken away: as a text, a table, reminders and JSON, each read
//! back by a reader that is not ours.

use std::collections::BTreeSet;
use std::fs;

use jiff::civil::date;
use nonmerci::language::Language;
use nonmerci::words::{ExportWords, On};
use serde_json::Value;

use crate::support::day::{today, without_today};
use crate::support::edition::built_in;
use crate::support::home::Home;
use crate::support::languages::languages;

/// A checklist with one of each, among them an address that somebody wrote into it.
const CHECKLIST: &str = "format = 1

[platforms.linkedin]
state = \"done\"
on = 2026-11-20
address = \"https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement\"
facts = 2026-11-19
steps = [\"open\", \"switch\"]

[platforms.facebook]
state = \"done\"
on = 2020-02-29
address = \"=HYPERLINK(\\\"https://example.com\\\"),<b>|*x*\"

[platforms.discord]
state = \"not-found\"
on = 2026-11-21

[platforms.quora]
state = \"later\"
on = 2026-11-21

[platforms.tumblr]
state = \"not-concerned\"
";

fn words(language: &str) -> ExportWords {
    let words = built_in().catalogue.export_words(&Language::new(language));
    words.expect("the words")
}

fn home() -> Home {
    let home = Home::new();
    home.write_checklist(CHECKLIST);
    home
}

fn export(home: &Home, language: &str, arguments: &[&str]) -> String {
    let run = home.run(&[&["--lang", language, "export"], arguments].concat());
    run.assert_done();
    run.out
}

#[test]
fn the_record_says_what_was_done_when_where_and_against_which_facts() {
    let home = home();
    let record = export(&home, "fr", &[]);
    // But for what changes with each platform and each version.
    let paragraphs: Vec<_> = record.split("\n\n").collect();
    let recorded = paragraphs[..paragraphs.len() - 2].join("\n\n");
    let recorded = recorded.replace(env!("CARGO_PKG_VERSION"), "VERSION");
    insta::assert_snapshot!(without_today(&recorded, "fr"));
    for language in languages() {
        let record = export(&home, language, &["--format", "markdown"]);
        let texts = built_in().texts(language);
        let dates = &texts.interface.dates;
        for date in ["2026-11-20", "2026-11-19"] {
            let date = dates.full(date.parse().expect("a day"));
            assert!(record.contains(&date), "{language}: {date}");
        }
        let own = words(language).record.own_words;
        assert!(record.contains(&*own), "{language}");
        assert!(!record.contains("<b>"), "{language}: {record}");
    }
    let none = Home::new();
    let record = export(&none, "fr", &[]);
    assert!(record.contains(&*words("fr").record.none), "{record}");
}

#[test]
fn the_table_is_read_strictly_and_runs_nothing() {
    let home = home();
    for language in languages() {
        let table = export(&home, language, &["--format", "csv"]);
        let table = table.strip_prefix('\u{feff}').expect("the mark of UTF-8");
        assert_eq!(table.matches('\n').count(), table.matches("\r\n").count());
        let is_quoted = |line: &str| line.starts_with('"') && line.ends_with('"');
        assert!(table.lines().all(is_quoted), "{language}");
        let mut reader = csv::ReaderBuilder::new()
            .flexible(false)
            .from_reader(table.as_bytes());
        let heads = reader.headers().expect("heads").clone();
        assert_eq!(heads.iter().collect::<BTreeSet<_>>().len(), heads.len());
        let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
        assert_eq!(rows.len(), built_in().catalogue.platforms.len());
        for cell in rows.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
        }
        let linkedin = rows.iter().find(|row| &row[0] == "LinkedIn");
        let linkedin = linkedin.expect("LinkedIn");
        assert_eq!((&linkedin[3], &linkedin[7]), ("2026-11-20", "2026-11-19"));
        assert!(!linkedin[5].is_empty() && !linkedin[6].is_empty());
    }
}

/// The events of a calendar, each with its properties by name.
fn events(text: &str) -> Vec<Vec<(String, String)>> {
    let mut reader = ical::IcalParser::new(text.as_bytes());
    let calendar = reader.next().expect("a calendar").expect("a sound one");
    assert!(reader.next().is_none(), "one calendar");
    for once in ["VERSION", "PRODID"] {
        let of_name = calendar.properties.iter().filter(|it| it.name == once);
        assert_eq!(of_name.count(), 1, "{once}");
    }
    let event = |event: ical::parser::ical::component::IcalEvent| {
        let properties = event.properties.into_iter();
        let pairs = properties.map(|it| (it.name, it.value.unwrap_or_default()));
        pairs.collect()
    };
    calendar.events.into_iter().map(event).collect()
}

fn value<'a>(event: &'a [(String, String)], name: &str) -> &'a str {
    let mut of_name = event.iter().filter(|(known, _)| known == name);
    let (_, value) = of_name.next().unwrap_or_else(|| panic!("no {name}"));
    assert!(of_name.next().is_none(), "{name} twice");
    value
}

#[test]
fn another_program_reads_the_reminders_and_importing_twice_doubles_none() {
    let home = home();
    for language in languages() {
        let options = ["--format", "ics", "--remind-on", "2099-01-10"];
        let text = export(&home, language, &options);
        for line in text.split("\r\n") {
            // 75, and the blank in front of what goes on.
            assert!(line.len() <= 76 && !line.contains('\n'), "{line}");
        }
        let calendar = ical::IcalParser::new(text.as_bytes()).next();
        for event in calendar.expect("a calendar").expect("a sound one").events {
            let [alarm] = &event.alarms[..] else {
                panic!("{language}: one alarm, or nobody is reminded")
            };
            let properties = alarm.properties.iter();
            let pairs: Vec<_> = properties
                .map(|it| (it.name.clone(), it.value.clone().unwrap_or_default()))
                .collect();
            assert_eq!(value(&pairs, "ACTION"), "DISPLAY");
            assert_eq!(value(&pairs, "TRIGGER"), "PT9H");
        }
        let events = events(&text);
        let days: Vec<_> = events
            .iter()
            .map(|event| (value(event, "UID"), value(event, "DTSTART")))
            .collect();
        let now = today().to_string().replace('-', "");
        assert_eq!(
            days,
            [
                ("linkedin@nonmerci", "20271121"),
                // Over a year ago: now.
                ("facebook@nonmerci", &*now),
                ("discord@nonmerci", "20990110"),
                ("quora@nonmerci", "20990110"),
            ],
            "{language}"
        );
        for event in &events {
            value(event, "DTSTAMP");
            let sequence: u32 = value(event, "SEQUENCE").parse().expect("a number");
            assert!(sequence > 2_000, "{sequence}");
            assert!(value(event, "DTEND") > value(event, "DTSTART"));
            assert!(value(event, "SUMMARY").contains(": "));
        }
        // What was sent by a form is not sent again.
        let date = built_in()
            .texts(language)
            .interface
            .dates
            .full(date(2020, 2, 29));
        let sent = words(language).calendar.again_sent_body.fill(&On { date });
        // The reader loses a blank that stands before a fold.
        let bare = |text: &str| text.replace([' ', '\\'], "");
        let facebook = bare(value(&events[1], "DESCRIPTION"));
        assert!(facebook.starts_with(&bare(&sent)), "{facebook}");
        assert_eq!(export(&home, language, &options), text);
    }
}

#[test]
fn what_was_put_off_is_reminded_of_on_a_day_one_chooses_and_else_said_to_be_missing() {
    let home = home();
    let run = home.run(&["export", "--format", "ics"]);
    assert_eq!(events(&run.assert_done().out).len(), 2);
    assert!(run.err.contains("--remind-on"), "{}", run.err);
    let run = Home::new().run(&["export", "--format", "ics"]);
    assert_eq!(events(&run.assert_done().out).len(), 0);
    assert_eq!(run.err.trim(), &*words("fr").said.no_events);
}

#[test]
fn the_json_holds_the_list_and_with_each_platform_its_record() {
    let home = home();
    let text = export(&home, "de", &["--format", "json"]);
    let exported: Value = serde_json::from_str(&text).expect("JSON");
    let list = home.run(&["--lang", "de", "list", "--json"]);
    let list: Value = serde_json::from_str(&list.assert_done().out).expect("JSON");
    assert_eq!(exported["format"], 1);
    assert_eq!(exported["exported"], today().to_string());
    let platforms = exported["platforms"].as_array().expect("platforms");
    let listed = list["platforms"].as_array().expect("platforms");
    assert_eq!(platforms.len(), listed.len());
    for (platform, listed) in platforms.iter().zip(listed) {
        for key in [
            "id", "name", "kind", "group", "state", "on", "address", "checked",
        ] {
            assert_eq!(platform[key], listed[key], "{key}");
        }
        assert_eq!(
            platform["record"].is_null(),
            listed["state"] == "todo"
                || listed["on"].is_null() && listed["state"] != "not-concerned"
        );
    }
    let record = &platforms[0]["record"];
    assert_eq!(record["facts"], "2026-11-19");
    assert_eq!(record["steps"], serde_json::json!(["open", "switch"]));
    assert_eq!(record["again"], "2027-11-21");
}

#[test]
fn what_cannot_be_exported_is_refused_and_writes_nothing() {
    let home = home();
    let file = home.path("record");
    let path = file.to_str().expect("a path");
    for arguments in [
        &["--format", "pdf"][..],
        &["--format", "csv", "--remind-on", "2099-01-10"],
        &["--format", "ics", "--remind-on", "2020-01-01"],
        &["--format", "ics", "--remind-on", "soon"],
    ] {
        let run = home.run(&[&["export"], arguments, &["-o", path]].concat());
        assert_eq!(
            (run.status, &*run.out),
            (2, ""),
            "{arguments:?} {}",
            run.err
        );
        assert!(!file.exists(), "{arguments:?}");
    }
    home.run(&["export", "-o", path]).assert_done();
    let written = fs::read_to_string(&file).expect("the record");
    let run = home.run(&["export", "--format", "csv", "-o", path]);
    assert_eq!(run.status, 1);
    assert_eq!(fs::read_to_string(&file).expect("the record"), written);
    home.write_checklist("this is = not [ a checklist");
    let run = home.run(&["export", "-o", path, "--force"]);
    assert_eq!((run.status, &*run.out), (1, ""));
    assert_eq!(fs::read_to_string(&file).expect("the record"), written);
    let kept = fs::read_to_string(home.checklist()).expect("the checklist");
    assert_eq!(kept, "this is = not [ a checklist");
}
