//! The real program on a pipe: what it prints, and how it ends.

use std::fs;
use std::path::Path;
#[cfg(unix)]
use std::process::Stdio;

use nonmerci::checklist::Mark;
use nonmerci::words::{DamagedFile, InLanguage, Nearest, PathFormat, SkippedRecord};
use serde_json::Value;

use crate::support::addresses::{address, form, linkedin};
#[cfg(unix)]
use crate::support::browser::StubBrowser;
use crate::support::content_folder::content;
use crate::support::day::{today, without_today};
use crate::support::editing::{file, line_of, text_at, with};
use crate::support::edition::built_in;
use crate::support::home::{Home, Run, said};
use crate::support::languages::{IN_SNAPSHOTS, languages};
use crate::support::phrases::in_words;
use crate::support::short_list::short_list_folder;

/// A platform of a list as programs read it.
fn listed<'a>(list: &'a Value, id: &str) -> &'a Value {
    let platforms = list["platforms"].as_array().expect("platforms");
    let platform = platforms.iter().find(|platform| platform["id"] == id);
    platform.expect(id)
}

#[test]
fn a_platform_is_known_by_each_of_its_names() {
    let home = Home::new();
    let texts = built_in().texts("fr");
    let in_french = texts.interface.names["google-search"].to_lowercase();
    for (name, id) in [
        ("x", "x"),
        ("Twitter", "x"),
        (&in_french, "google-search"),
        ("own-website", "own-website"),
    ] {
        let shown = home.run(&["show", name, "--json", "--lang", "fr"]).json();
        assert_eq!(shown["id"], id, "{name}");
    }
}

#[test]
fn a_browser_that_does_not_start_is_named_and_nothing_is_said_to_be_asked() {
    let home = Home::new();
    let texts = built_in().texts("en");
    let words = &texts.interface;
    for (browser, reason) in [
        ("no-such-browser", &words.errors.not_found),
        ("false", &words.errors.ended_with_error),
    ] {
        let arguments = ["open", "x", "--browser", browser, "--lang", "en"];
        let run = home.run(&arguments);
        assert_eq!(run.status, 1, "{run:?}");
        assert_eq!(run.out, format!("{}\n", address("x")));
        assert!(run.err.contains(&format!("{browser}: {reason}")), "{run:?}");
        assert!(!run.err.contains(&*words.marked.opened), "{run:?}");
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_told_as_what_it_is() {
    use std::os::unix::ffi::OsStrExt as _;
    let home = Home::new();
    let name = std::ffi::OsStr::from_bytes(b"link\xffedin");
    let output = home.command(&["show"]).arg(name).output();
    let run = Run::new(&output.expect("the program"));
    assert_eq!(run.status, 2, "{run:?}");
    let texts = built_in().texts("fr");
    let told = &texts.interface.errors.not_unicode;
    assert!(run.err.contains(&**told), "{run:?}");
}

#[test]
fn where_the_option_is_wrong_the_variable_says_in_which_language() {
    let home = Home::new();
    let run = home.run_with(&["list", "--lang", "xx"], &[("NONMERCI_LANG", "it")], "");
    assert_eq!(run.status, 2, "{run:?}");
    let texts = built_in().texts("it");
    let told = &texts.interface.errors.error;
    assert!(run.err.starts_with(&**told), "{run:?}");
}

#[test]
fn help_is_in_the_reader_s_language() {
    let commands = [
        "",
        "walk",
        "list",
        "show",
        "open",
        "mark",
        "content",
        "content check",
        "merge",
        "content new",
        "content status",
        "content accept",
        "content urls",
    ];
    let help = |home: &Home, language: &str| {
        let texts = built_in().texts(language);
        let words = &texts.interface.cli;
        let mut all = String::new();
        for command in commands {
            let mut arguments = vec!["--lang", language];
            arguments.extend(command.split_whitespace());
            arguments.push("--help");
            let help = home.run(&arguments).assert_done().out.clone();
            for heading in [&words.usage, &words.options] {
                assert!(help.contains(&**heading), "{language}: {help}");
            }
            all += &format!("$ nonmerci {command}\n{help}\n");
        }
        Run {
            out: all,
            err: String::new(),
            status: 0,
        }
    };
    for language in languages().filter(|language| !IN_SNAPSHOTS.contains(language)) {
        help(&Home::new(), language);
    }
    insta::assert_snapshot!("help", said(help));
}

/// Of two names, the one that begins as it was typed was meant.
#[test]
fn the_beginning_of_a_name_is_taken_for_that_name() {
    let home = Home::new();
    for (given, meant) in [("apple-int", "apple-intelligence"), ("instag", "instagram")] {
        let run = home.run(&["show", given]);
        let nearest = meant.to_owned();
        let texts = built_in().texts("fr");
        let told = texts
            .interface
            .errors
            .did_you_mean
            .fill(&Nearest { nearest });
        assert!(run.err.contains(&told), "{}", run.err);
    }
}

#[test]
fn what_the_reader_did_wrong_is_told_in_their_language() {
    let cases: &[(&[&str], i32)] = &[
        // A platform that is nearly known, and one that nothing is near.
        (&["show", "linkdin"], 2),
        (&["show", "zzzzzzzzzz"], 2),
        (&["mark", "linkedin", "done", "--on", "23.11.2026"], 2),
        (&["mark", "linkedin", "done", "--on", "2999-01-01"], 2),
        (&["mark", "linkedin", "later", "--on", "2020-01-01"], 2),
        (&["mark", "linkedin", "perhaps"], 2),
        // One of two that is unknown, and one that has nothing to tick off.
        (&["mark", "linkedin", "zzzzzzzzzz", "done"], 2),
        (&["mark", "wix", "done"], 2),
        (&["mark", "linkedin"], 2),
        (&["list", "--jsn"], 2),
        (&["lst"], 2),
        (&["list", "--theme"], 2),
        (&["list", "--theme", "pink"], 2),
        (&["list", "--json=yes"], 2),
        // What is there twice, and two that exclude each other.
        (&["list", "--json", "--json"], 2),
        (&["list", "--theme", "dark", "--theme", "mono"], 2),
        (&["letter", "x", "--no-account", "--account", "anna"], 2),
        // What there is none of: a form, an address, a folder.
        (&["open", "x", "--form"], 1),
        (&["open", "slack"], 1),
        (&["list", "--content", "/nowhere/at/all"], 1),
        (&["mark", "youtube", "later"], 2),
        // What is not there, or does not go together.
        (&["merge", "/nowhere/at/all.toml"], 1),
        (&["export", "--remind-on", "2999-01-01"], 2),
    ];
    let wrong = |home: &Home, language: &str| {
        let texts = built_in().texts(language);
        let errors = &texts.interface.errors;
        let (error, hint) = (&errors.error, &errors.hint);
        let mut told = String::new();
        for (arguments, status) in cases {
            let run = home.run(&[&["--lang", language], *arguments].concat());
            assert_eq!(run.status, *status, "{run:?}");
            assert_eq!(run.out, "", "{arguments:?}: an error is no data");
            assert!(run.err.starts_with(&**error), "{language}: {run:?}");
            let mut lines = run.err.lines();
            let says_what_to_do = lines.any(|line| line.starts_with(&**hint));
            assert!(says_what_to_do, "{language}: {run:?}");
            told += &format!("$ nonmerci {}\n{}", arguments.join(" "), run.err);
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
    insta::assert_snapshot!("errors", said(wrong));
}

#[test]
fn an_unknown_language_is_told_in_the_one_the_environment_asks_for() {
    let home = Home::new();
    let mut all = String::new();
    for (arguments, variables) in [
        (vec!["--lang", "klingon", "list"], vec![]),
        (
            vec!["list"],
            vec![("NONMERCI_LANG", "klingon"), ("LANG", "it_CH.UTF-8")],
        ),
    ] {
        let run = home.run_with(&arguments, &variables, "");
        assert_eq!(run.status, 2);
        all += &run.err;
    }
    insta::assert_snapshot!(all, @r"
    erreur: la langue «klingon» est inconnue (--lang)
    conseil: choisissez parmi: de, fr, it, en
    errore: la lingua «klingon» è sconosciuta (NONMERCI_LANG)
    consiglio: scelga fra: de, fr, it, en
    ");
}

#[test]
fn an_option_beats_its_variable() {
    let home = Home::new();
    let variables = [("NONMERCI_LANG", "de"), ("LANG", "it_CH.UTF-8")];
    let lang = |arguments: &[&str]| home.run_with(arguments, &variables, "").json()["lang"].clone();
    assert_eq!(lang(&["list", "--json"]), "de");
    assert_eq!(lang(&["list", "--json", "--lang=en"]), "en");
    assert_eq!(lang(&["--lang", "fr", "list", "--json"]), "fr");
    let ours = home.path("ours.toml").display().to_string();
    let theirs = home.path("theirs.toml").display().to_string();
    let variables = [("NONMERCI_CHECKLIST", theirs.as_str())];
    home.run_with(&["mark", "x", "done", "--checklist", &ours], &variables, "")
        .assert_done();
    assert!(Path::new(&ours).exists() && !Path::new(&theirs).exists());
    home.run_with(&["mark", "x", "done"], &variables, "")
        .assert_done();
    assert!(Path::new(&theirs).exists());
}

#[test]
fn on_a_pipe_nothing_is_an_escape_sequence() {
    let home = Home::new();
    for arguments in [
        &["list"][..],
        &["show", "linkedin"],
        &["show", "facebook"],
        &[],
        &["walk", "x"],
    ] {
        let run = home.run_with(arguments, &[("TERM", "xterm-256color")], "\n\n\n");
        run.assert_done();
        assert!(!run.out.contains('\u{1b}'), "{arguments:?}: {}", run.out);
        assert!(run.out.lines().count() > 5, "{arguments:?}: {}", run.out);
    }
}

#[test]
fn list_and_show_read_as_text() {
    let folder = short_list_folder().display().to_string();
    let list = said(|home, language| {
        home.run(&["mark", "linkedin", "done"]).assert_done();
        let run = home.run(&["--lang", language, "--content", &folder, "list"]);
        Run {
            out: without_today(&run.out, language),
            ..run
        }
    });
    insta::assert_snapshot!("list_text", list);
    for id in ["linkedin", "facebook"] {
        let shown = said(|home, language| home.run(&["--lang", language, "show", id]));
        insta::assert_snapshot!(format!("show_{id}"), shown);
    }
}

#[test]
fn the_json_of_list_is_as_documented() {
    let home = Home::new();
    let yesterday = today().yesterday().expect("a day").to_string();
    home.run(&["mark", "linkedin", "done", "--on", &yesterday])
        .assert_done();
    home.run(&["mark", "x", "not-concerned"]).assert_done();
    let list = home.run(&["list", "--json"]).json();
    assert_eq!(list["format"], 1);
    assert_eq!(list["done"], 1);
    let platforms = list["platforms"].as_array().expect("platforms");
    let catalogue = &built_in().catalogue;
    assert_eq!(platforms.len(), catalogue.platforms.len());
    let place = catalogue.position("linkedin").expect("LinkedIn");
    let checked = catalogue.platforms[place].checked.to_string();
    let expected = serde_json::json!({
        "id": "linkedin", "name": "LinkedIn", "kind": "switch", "group": "social", "first_five": true,
        "state": "done", "on": yesterday, "minutes": catalogue.platforms[place].minutes, "address": linkedin(),
        "checked": checked, "facts_old": false, "extras": {},
    });
    assert_eq!(*listed(&list, "linkedin"), expected);
    assert_eq!(listed(&list, "x")["state"], "not-concerned");
    let states = platforms
        .iter()
        .map(|platform| platform["state"].as_str().unwrap_or_default());
    let asking =
        states.filter(|state| !["not-concerned", "nothing-to-do", "no-opt-out"].contains(state));
    assert_eq!(list["of"], asking.count());
    let open = platforms
        .iter()
        .filter(|platform| platform["state"] == "todo");
    let minutes = open.filter_map(|platform| platform["minutes"].as_u64());
    assert_eq!(list["minutes_left"], minutes.sum::<u64>());
    assert_eq!(list["facts_old"], false);
}

/// Rows and sum count alike, also where a short walk is due.
#[test]
fn the_minutes_left_are_those_of_the_platforms_listed() {
    let home = Home::new();
    home.run(&["mark", "linkedin", "done", "--on", "2025-01-01"])
        .assert_done();
    let list = home.run(&["list", "--json"]).json();
    let linkedin = listed(&list, "linkedin");
    assert_eq!(linkedin["state"], "check-again");
    assert_eq!(linkedin["minutes"], 1);
    let platforms = list["platforms"].as_array().expect("platforms");
    let open = platforms.iter().filter(|platform| {
        let state = platform["state"].as_str().unwrap_or_default();
        ["todo", "check-again"].contains(&state)
    });
    let minutes = open.filter_map(|platform| platform["minutes"].as_u64());
    assert_eq!(list["minutes_left"], minutes.sum::<u64>());
}

#[test]
fn several_platforms_are_marked_at_once_and_listed_by_state() {
    let home = Home::new();
    let listed = |states: &[&str]| {
        let run = home.run(&[&["list", "--json", "--state"], states].concat());
        let platforms = run.assert_done().json()["platforms"].take();
        let platforms = platforms.as_array().cloned().unwrap_or_default();
        let ids = platforms
            .iter()
            .map(|it| it["id"].as_str().unwrap_or_default().to_owned());
        let mut ids: Vec<_> = ids.collect();
        ids.sort();
        ids
    };
    let run = home.run(&["mark", "pinterest", "LinkedIn", "x", "not-for-me"]);
    assert_eq!(run.assert_done().out.lines().count(), 3);
    home.run(&["mark", "quora", "not-concerned"]).assert_done();
    home.run(&["mark", "facebook", "linkedin", "later"])
        .assert_done();
    for word in ["not-for-me", "not-concerned"] {
        assert_eq!(listed(&[word]), ["pinterest", "quora", "x"]);
    }
    assert_eq!(listed(&["later"]), ["facebook", "linkedin"]);
    let both = ["facebook", "linkedin", "pinterest", "quora", "x"];
    assert_eq!(listed(&["later", "not-for-me"]), both);
    assert_eq!(listed(&["later,not-for-me"]), both);
    assert_eq!(listed(&["check-again"]), [""; 0]);
    // Of several, one that is unknown, or has nothing to tick, leaves all as they were.
    let before = home.read_checklist();
    let catalogue = &built_in().catalogue;
    let nothing = catalogue.platforms.iter().find(|facts| !facts.kind.asks());
    let nothing = nothing.expect("one with nothing to do").id.clone();
    let rest = "nonmerci mark instagram done --on 2026-11-23";
    for second in ["foo", nothing.as_str(), "temu"] {
        let named = ["mark", "instagram", second, "done", "--on", "2026-11-23"];
        let run = home.run(&named);
        assert_eq!(run.status, 2, "{run:?}");
        assert_eq!(home.read_checklist(), before);
        assert!(run.err.lines().any(|line| line.trim() == rest), "{run:?}");
        // Where none is left, there is nothing to type instead.
        let run = home.run(&["mark", second, "done"]);
        assert_eq!(run.status, 2, "{run:?}");
        assert!(!run.err.contains("nonmerci mark"), "{run:?}");
    }
    let words: Vec<_> = rest.split(' ').skip(1).collect();
    home.run(&words).assert_done();
}

/// A clock that was set back for ever must not stand in the way; nor may a day be
/// taken that nobody has seen yet.
#[test]
fn a_day_is_taken_up_to_that_of_the_facts_or_of_the_clock() {
    let home = Home::new();
    let facts = built_in()
        .catalogue
        .platforms
        .iter()
        .map(|facts| facts.checked)
        .max();
    let last = facts.max(Some(today())).expect("a day");
    for (day, status) in [
        (last.to_string(), 0),
        (last.tomorrow().expect("a day").to_string(), 2),
    ] {
        let run = home.run(&["mark", "x", "done", "--on", &day]);
        assert_eq!(run.status, status, "{run:?}");
    }
}

#[test]
fn only_what_is_near_is_suggested_for_a_platform() {
    let home = Home::new();
    let begins = &built_in().texts("fr").interface.errors.hint;
    for (given, hints) in [("foo", 1), ("bar", 1), ("linkdin", 2), ("redit", 2)] {
        let run = home.run(&["show", given]);
        let said = run.err.lines().filter(|line| line.starts_with(&**begins));
        assert_eq!(said.count(), hints, "{}", run.err);
    }
}

#[test]
fn the_json_of_show_is_as_documented() {
    let home = Home::new();
    let catalogue = &built_in().catalogue;
    let place = catalogue.position("linkedin").expect("LinkedIn");
    let facts = &catalogue.platforms[place];
    for language in languages() {
        let shown = home
            .run(&["show", "linkedin", "--json", "--lang", language])
            .json();
        assert_eq!(shown["format"], 1);
        assert_eq!(shown["lang"], language);
        assert_eq!(shown["default"], "on");
        assert_eq!(shown["refuse_by"], "off");
        assert_eq!(shown["address"], linkedin());
        assert_eq!(shown["label"]["lang"], language);
        assert_eq!(shown["checked"], facts.checked.to_string());
        let steps = shown["steps"].as_array().expect("steps");
        let ids: Vec<_> = steps.iter().map(|step| &step["id"]).collect();
        assert_eq!(ids, ["what", "open", "switch", "confirm", "remains"]);
        assert_eq!(steps[1]["address"], linkedin());
        assert_eq!(shown["extra"][0]["id"], "objection-form");
        for step in steps {
            assert!(!step["title"].as_str().unwrap_or_default().is_empty());
            assert!(!step["body"].as_str().unwrap_or_default().is_empty());
        }
        assert!(shown["sources"][0]["url"].as_str().is_some());
        let texts = built_in().texts(language);
        let prose = texts.prose(place);
        for (key, items) in [("used", &prose.used), ("not_used", &prose.not_used)] {
            let shown = shown[key].as_array().map(Vec::len);
            assert_eq!(shown, Some(items.len()), "{key}");
        }
    }
}

#[test]
fn a_mark_is_written_and_found_again() {
    let home = Home::new();
    for (state, _) in Mark::NAMES {
        home.run(&["mark", "LinkedIn", state]).assert_done();
        let list = home.run(&["list", "--json"]).json();
        assert_eq!(listed(&list, "linkedin")["state"], state);
    }
    assert!(home.checklist().exists());
}

/// The last change can then still be undone as what it was.
#[test]
fn what_is_marked_already_stays_as_it_is_to_the_letter() {
    let home = Home::new();
    let mark = ["mark", "linkedin", "done", "--on", "2026-11-02"];
    home.run(&mark).assert_done();
    let before = home.read_checklist();
    home.run(&mark).assert_done();
    assert_eq!(home.read_checklist(), before);
}

#[test]
fn no_save_writes_nothing() {
    let home = Home::new();
    let run = home.run(&["mark", "linkedin", "done", "--no-save"]);
    let texts = built_in().texts("fr");
    let told = &texts.interface.marked.not_saved;
    assert!(run.assert_done().err.contains(&**told), "{run:?}");
    home.run_with(&["--no-save"], &[], "1\nfait\nq\n")
        .assert_done();
    assert_eq!(fs::read_dir(home.dir()).expect("the home").count(), 0);
}

#[test]
fn with_no_save_a_checklist_that_cannot_be_read_is_told_and_left_alone() {
    let home = Home::new();
    let texts = built_in().texts("fr");
    let words = &texts.interface.errors;
    let path = home.checklist().display().to_string();
    let damaged = words.checklist_damaged.fill(&DamagedFile {
        path: path.clone(),
        line: "1".to_owned(),
        reason: words.damaged_syntax.to_string(),
    });
    let format = "2".to_owned();
    let newer = words.checklist_newer.fill(&PathFormat { path, format });
    for (text, told) in [("state = = 1\n", &damaged), ("format = 2\n", &newer)] {
        home.write_checklist(text);
        let run = home.run_with(&["--no-save"], &[], "q\n");
        assert!(run.assert_done().err.contains(told), "{run:?}");
        let after = fs::read_to_string(home.checklist()).expect("the file");
        assert_eq!(after, text);
    }
}

#[test]
fn a_damaged_checklist_is_refused_by_who_only_reads_and_set_aside_by_who_writes() {
    let damaged = "format = 1\n\nplatforms = 3\n";
    let told = said(|home, language| {
        home.write_checklist(damaged);
        let run = home.run(&["list", "--lang", language]);
        assert_eq!(
            fs::read_to_string(home.checklist()).expect("the file"),
            damaged
        );
        run
    });
    insta::assert_snapshot!(told, @r#"
    === fr, status 1
    erreur: la liste de contrôle «HOME/state/nonmerci/checklist.toml» est endommagée, ligne 3: «3» ne convient pas à platforms
    conseil: corrigez cette ligne. Ou lancez «nonmerci»: le fichier sera gardé sous un autre nom, et une liste vide commencée. Il n’a pas été touché.

    === qps, status 1
    [éŕŕööŕŕ:] [ţĥéé çĥééçķļîîîšţ “HOME/state/nonmerci/checklist.toml” îîš đååṁååĝééđ, ļîîñéé 3: [“3” îšñ’ţ ṽåååļîîđ ƒööŕŕ platforms]]
    [ĥîñţţţ:] [çöŕŕéééçţ ţĥåååţ ļîîñéé. Öŕ šţåååŕţ “ñööñṁééŕçîîî”: îţ ŵîîļļ ķééééþ ţĥééé ƒîîļé ûûñđééŕ ååñööţĥééŕ ñååṁéé åñđ šţåååŕţ ååñ ééṁþţý ļîîîîšţ. Ţĥééé ƒîļéé ĥååšñ’ţ ƀééééñ ţöööûçĥééđđ.]
    "#);
    let home = Home::new();
    home.write_checklist(damaged);
    let run = home.run(&["mark", "x", "done"]);
    run.assert_done();
    let files = fs::read_dir(home.path("state/nonmerci")).expect("the folder");
    let mut names: Vec<_> = files
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(run.err.contains(&names[0]), "{}", run.err);
    let aside = home.path("state/nonmerci").join(&names[0]);
    assert_eq!(
        fs::read_to_string(aside).expect("the damaged file"),
        damaged
    );
}

#[test]
fn one_record_that_cannot_be_read_is_named_and_kept() {
    let home = Home::new();
    let text = "[platforms.x]\nstate = \"done\"\non = 23.11.2026\n\n[platforms.youtube]\n\
                state = \"dnoe\"\n\n[platforms.linkedin]\nstate = \"later\"\n";
    home.write_checklist(text);
    let texts = built_in().texts("fr");
    let told = |name: &str, line: usize| {
        let words = &texts.interface.status.skipped;
        let (name, line) = (name.to_owned(), line.to_string());
        let reason = String::new();
        let said = words.fill(&SkippedRecord { name, line, reason });
        said.split(':').next().unwrap_or_default().to_owned()
    };
    let list = home.run(&["list", "--json"]);
    assert_eq!(
        listed(&list.assert_done().json(), "linkedin")["state"],
        "later"
    );
    let lines = home.run_with(&["--no-save"], &[], "q\n");
    let mark = home.run(&["mark", "facebook", "done"]);
    for run in [&list, &mark, &lines] {
        for (name, line) in [("X", 3), ("YouTube", 6)] {
            assert!(run.assert_done().err.contains(&told(name, line)), "{run:?}");
        }
        // In the quotation marks of the language, without those of TOML.
        assert!(run.err.contains("«dnoe»"), "{run:?}");
    }
    let after = home.read_checklist();
    for kept in [
        "on = 23.11.2026",
        "state = \"dnoe\"",
        "[platforms.facebook]",
    ] {
        assert!(after.contains(kept), "{after}");
    }
}

#[test]
fn another_checklist_is_taken_over_where_it_is_newer() {
    let home = Home::new();
    home.write_checklist(
        "# mine\n[platforms.linkedin]\nstate = \"done\"\non = 2026-11-20\n\n\
         [platforms.x]\nstate = \"later\"\non = 2026-11-20\n",
    );
    let before = home.read_checklist();
    let copy = home.path("state/nonmerci/checklist (Copie en conflit de Anna 2026-11-23).toml");
    fs::write(
        &copy,
        "[platforms.linkedin]\nstate = \"later\"\non = 2026-11-19\n\n[platforms.x]\n\
         state = \"done\"\non = 2026-11-21\n\n[platforms.gone]\nstate = \"done\"\n\n\
         [platforms.youtube]\nstate = \"dnoe\"\n",
    )
    .expect("a copy");
    let copy = copy.display().to_string();
    // It is noticed, and named.
    for run in [
        home.run(&["list"]),
        home.run_with(&["--no-save"], &[], "q\n"),
    ] {
        assert!(run.assert_done().err.contains(&copy), "{run:?}");
    }
    let tried = home.run(&["merge", &copy, "--dry-run"]);
    assert_eq!(home.read_checklist(), before);
    let merged = home.run(&["merge", &copy]);
    assert_eq!(tried.assert_done().out, merged.assert_done().out);
    assert_eq!(merged.out.lines().count(), 3, "{}", merged.out);
    let list = home.run(&["list", "--json"]);
    assert!(!list.err.contains(&copy), "{}", list.err);
    let list = list.json();
    assert_eq!(listed(&list, "linkedin")["state"], "done");
    assert_eq!(listed(&list, "x")["state"], "done");
    let after = home.read_checklist();
    assert!(
        after.contains("# mine") && after.contains("[platforms.gone]"),
        "{after}"
    );
    assert!(Path::new(&copy).exists());
    // What is no checklist, or is not there, changes nothing.
    fs::write(home.path("bad.toml"), "state = = 1").expect("a file");
    for name in ["bad.toml", "none.toml"] {
        let other = home.path(name).display().to_string();
        assert_eq!(home.run(&["merge", &other]).status, 1);
        assert_eq!(home.read_checklist(), after);
    }
}

#[test]
fn a_newer_or_unreadable_checklist_is_left_alone() {
    let newer = "format = 7\n";
    let told = said(|home, language| {
        home.write_checklist(newer);
        let run = home.run(&["mark", "x", "done", "--lang", language]);
        assert_eq!(run.status, 1);
        assert_eq!(
            fs::read_to_string(home.checklist()).expect("the file"),
            newer
        );
        run
    });
    insta::assert_snapshot!(told, @r"
    === fr, status 1
    erreur: la liste de contrôle «HOME/state/nonmerci/checklist.toml» vient d’une version plus récente (format 7)
    conseil: installez cette version, ou prenez un autre fichier avec --checklist. Celui-ci n’a pas été touché.

    === qps, status 1
    [éŕŕööŕŕ:] [ţĥéé çĥééçķļîîîšţ “HOME/state/nonmerci/checklist.toml” çööṁééš ƒŕöööṁ å ñééŵééŕ ṽééŕšîîööñ (ƒööŕṁååţţ 7)]
    [ĥîñţţţ:] [îñšţåååļļ ţĥåååţ ṽééŕšîîöñ, ööŕ ûûšéé --çĥééçķļîîîšţ ţöö çĥööööšéé åñööţĥééŕ ƒîîļéé. Ţĥîîš ööñéé ĥååšñ’ţ ƀééééñ ţööûûçĥééđđ.]
    ");
    let told = said(|home, language| {
        fs::create_dir_all(home.checklist()).expect("a folder in its place");
        let run = home.run(&["list", "--lang", language]);
        assert_eq!(run.status, 1);
        run
    });
    insta::assert_snapshot!(told, @r"
    === fr, status 1
    erreur: la liste de contrôle «HOME/state/nonmerci/checklist.toml» ne peut pas être lue: c’est un dossier
    conseil: vérifiez ce fichier et ses droits, ou prenez-en un autre avec --checklist. Il n’a pas été touché.

    === qps, status 1
    [éŕŕööŕŕ:] [ţĥéé çĥééçķļîîîšţ “HOME/state/nonmerci/checklist.toml” çååñ’ţ ƀééé ŕééåđđ: [îţ’š åå ƒööļđééŕŕ]]
    [ĥîñţţţ:] [çĥééçķ ţĥééé ƒîîļé ååñđ îîţš þéééŕṁîîššîîöñš, öööŕ ûšéé --çĥééçķļîîîšţ ţööö çĥöööšéé åñööţĥééŕ ööñéé. Ţĥéé ƒîîļéé ĥååšñ’ţ ƀééééñ ţööûûçĥééđđ.]
    ");
}

/// Windows opens it where the Linux within it has no launcher of its own.
#[cfg(target_os = "linux")]
#[test]
fn within_windows_the_address_is_handed_to_windows() {
    let home = Home::new();
    let stub = StubBrowser::new();
    let only = stub.alone_as("rundll32.exe");
    for (within, status) in [(true, 0), (false, 1)] {
        let mut variables = vec![("PATH", &*only)];
        variables.extend(within.then_some(("WSL_DISTRO_NAME", "Debian")));
        if within {
            let opened = std::thread::scope(|scope| {
                let opened = scope.spawn(|| stub.opened());
                let run = home.run_with(&["open", "linkedin"], &variables, "");
                assert_eq!(run.status, status, "{run:?}");
                opened.join().expect("it is asked")
            });
            assert_eq!(
                opened,
                format!("url.dll,FileProtocolHandler\n{}\n", linkedin())
            );
        } else {
            let run = home.run_with(&["open", "linkedin"], &variables, "");
            assert_eq!(run.status, status, "{run:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn the_browser_receives_exactly_the_address() {
    let home = Home::new();
    let stub = StubBrowser::new();
    let (browser, path) = (stub.command(), stub.search_path());
    let quoted = format!("{browser} --new-tab %s");
    for (arguments, variables, expected) in [
        (
            vec!["open", "linkedin"],
            vec![("BROWSER", browser.as_str())],
            linkedin().to_owned(),
        ),
        (
            vec!["open", "linkedin", "--form"],
            vec![("BROWSER", browser.as_str())],
            form("linkedin"),
        ),
        (
            vec!["open", "chatgpt", "--browser", &quoted],
            vec![("BROWSER", "false")],
            format!("--new-tab\n{}", address("chatgpt")),
        ),
        // A text browser is passed over, for the system's own way.
        (
            vec!["open", "x"],
            vec![
                ("BROWSER", "lynx"),
                ("DISPLAY", ":0"),
                ("PATH", path.as_str()),
            ],
            address("x"),
        ),
    ] {
        let child = home
            .command(&arguments)
            .envs(variables.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program");
        assert_eq!(stub.opened(), expected.clone() + "\n");
        let run = Run::new(&child.wait_with_output().expect("its end"));
        run.assert_done();
        assert_eq!(
            run.out.trim_end(),
            expected.lines().last().expect("an address")
        );
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn without_a_display_the_address_is_there_to_copy() {
    let told = said(|home, language| home.run(&["open", "linkedin", "--lang", language]));
    insta::assert_snapshot!(told, @r"
    === fr, status 1
    https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement
    erreur: l’adresse n’a pas pu être ouverte: il n’y a pas d’écran graphique ici
    conseil: ouvrez-la vous-même: elle est écrite ci-dessus

    === qps, status 1
    https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement
    [éŕŕööŕŕ:] [ţĥéé åđđŕéééšš çööûûļđñ’ţ ƀééé ööþéñééđđ: [ţĥééŕéé’š ñöö ĝŕååþĥîîçååļ đîîšþļåååý ĥééŕéé]]
    [ĥîñţţţ:] [öþééñ îîţ ýööûŕšééļƒ: îîîţ’š ŵŕîîîţţééñ ååƀöṽééé]
    ");
    let over_ssh = [("SSH_TTY", "/dev/pts/1")];
    let told = said(|home, language| {
        home.run_with(&["open", "linkedin", "--lang", language], &over_ssh, "")
    });
    insta::assert_snapshot!(told, @r"
    === fr, status 1
    https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement
    erreur: l’adresse n’a pas pu être ouverte: vous travaillez à distance (SSH)
    conseil: ouvrez-la vous-même: elle est écrite ci-dessus

    === qps, status 1
    https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement
    [éŕŕööŕŕ:] [ţĥéé åđđŕéééšš çööûûļđñ’ţ ƀééé ööþéñééđđ: [ýöûû’ŕéé ŵöŕķîîîñĝ ŕééṁööţééļý (ŠŠĤĥĥ)]]
    [ĥîñţţţ:] [öþééñ îîţ ýööûŕšééļƒ: îîîţ’š ŵŕîîîţţééñ ååƀöṽééé]
    ");
}

/// A launcher that fails says so in its own words, which nobody is shown.
#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn a_launcher_that_fails_is_told_of_in_the_reader_s_language() {
    use std::os::unix::fs::PermissionsExt as _;

    use nonmerci::words::Reason;

    let home = Home::new();
    for name in ["xdg-open", "gio", "gnome-open", "kde-open"] {
        let launcher = home.path(name);
        fs::write(&launcher, "#!/bin/sh\nexit 3\n").expect("a launcher");
        fs::set_permissions(&launcher, fs::Permissions::from_mode(0o755)).expect("its rights");
    }
    let path = home.path("");
    let variables = [("DISPLAY", ":9"), ("PATH", path.to_str().expect("a path"))];
    let run = home.run_with(&["open", "linkedin"], &variables, "");
    let texts = built_in().texts("fr");
    let words = &texts.interface.errors;
    let reason = words.launcher.to_string();
    let told = words.not_opened.fill(&Reason { reason });
    assert!(run.err.contains(&told), "{}", run.err);
    assert_eq!(run.status, 1);
}

#[test]
fn a_folder_of_texts_lies_over_the_built_in_ones_file_by_file() {
    let home = Home::new();
    let folder = home.path("mine");
    fs::create_dir_all(folder.join("fr/platforms")).expect("a folder");
    let name = "fr/platforms/x.toml";
    let own = with(&file(name), "summary", "Une phrase à moi.");
    let path = folder.join(name);
    // With a byte-order mark and line ends of another system.
    fs::write(&path, format!("\u{feff}{}", own.replace('\n', "\r\n"))).expect("a file");
    let folder_name = folder.display().to_string();
    let shown = home.run(&["show", "x", "--content", &folder_name]);
    assert!(shown.assert_done().out.contains("Une phrase à moi."));
    fs::write(&path, own.replace("remains = [", "remans = [")).expect("a file");
    let faulty = home.run(&["show", "x", "--content", &folder_name]);
    assert_eq!(faulty.status, 1);
    let place = format!("{name}:{}", line_of(&own, "remains"));
    for told in [&place, "`remans`", "`remains`"] {
        assert!(faulty.err.contains(told), "{told}: {}", faulty.err);
    }
}

#[test]
fn a_language_that_exists_only_in_a_folder_can_be_spoken() {
    let home = Home::new();
    let folder = home.path("mine");
    fs::create_dir_all(folder.join("rm")).expect("a folder");
    let romansh = with(&file("de/interface.toml"), "language", "Rumantsch");
    fs::write(folder.join("rm/interface.toml"), romansh).expect("a file");
    let folder = folder.display().to_string();
    let shown = home.run(&["show", "linkedin", "--lang", "rm", "--content", &folder]);
    // What is not translated yet is German, and says so.
    let german = built_in().texts("de");
    let language = german.interface.language.to_string();
    let told = german
        .interface
        .walk
        .untranslated
        .fill(&InLanguage { language });
    let shown = in_words(&shown.assert_done().out);
    assert!(shown.contains(&told), "{shown}");
}

#[test]
fn the_check_shows_faults_as_a_compiler_does() {
    let shown = said(|home, language| {
        let kinds = file("de/kinds.toml");
        let placeholder = "common.deadline_past";
        let faulty = text_at(&kinds, placeholder).replace("{deadline}", "{deadlin}");
        let kinds = with(&kinds, placeholder, faulty);
        let title = "common.titles.remains";
        let faulty = text_at(&kinds, title) + "\u{202e}...";
        let kinds = with(&kinds, title, faulty);
        let folder = home.path("texts/de");
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("kinds.toml"), kinds).expect("a file");
        let texts = home.path("texts").display().to_string();
        home.run(&["content", "check", &texts, "--lang", language])
    });
    insta::assert_snapshot!("content_check", shown);
}

#[test]
fn warnings_fail_the_check_only_when_it_is_strict() {
    let home = Home::new();
    let folder = home.path("texts/de");
    fs::create_dir_all(&folder).expect("a folder");
    let title = "common.titles.remains";
    let kinds = file("de/kinds.toml");
    let kinds = with(&kinds, title, text_at(&kinds, title) + "...");
    fs::write(folder.join("kinds.toml"), &kinds).expect("a file");
    let texts = home.path("texts").display().to_string();
    let json = home.run(&["content", "check", &texts, "--json"]).json();
    assert_eq!(json["format"], 1);
    assert_eq!(
        [&json["errors"], &json["warnings"], &json["notes"]],
        [0, 1, 0]
    );
    let fault = &json["diagnostics"][0];
    assert_eq!(fault["severity"], "warning");
    assert_eq!(fault["code"], "ellipsis");
    assert_eq!(fault["file"], format!("{texts}/de/kinds.toml"));
    let line = line_of(&kinds, title);
    assert_eq!(fault["line"], line);
    let source = kinds.lines().nth(line - 1).expect("the line");
    let (before, _) = source.split_once("...").expect("the dots");
    assert_eq!(fault["column"], before.chars().count() + 1);
    // The folder can be named by the option and the variable, too.
    for (arguments, variables) in [
        (vec!["content", "check", "--strict", &texts], vec![]),
        (
            vec!["content", "check", "--strict", "--content", &texts],
            vec![],
        ),
        (
            vec!["content", "check", "--strict"],
            vec![("NONMERCI_CONTENT", texts.as_str())],
        ),
    ] {
        let run = home.run_with(&arguments, &variables, "");
        assert_eq!(run.status, 1, "{run:?}");
        assert!(run.out.contains("[ellipsis]"), "{run:?}");
    }
    // What keeps the program from starting does not keep the check from it.
    fs::write(folder.join("story.toml"), "no TOML").expect("a file");
    let run = home.run(&["--content", &texts, "content", "check"]);
    assert!(
        run.out.contains("[syntax]") && run.out.contains("[ellipsis]"),
        "{run:?}"
    );
    assert!(!run.out.contains('\u{1b}'), "{run:?}");
}

#[test]
fn every_address_is_listed_with_its_platform_and_role() {
    let home = Home::new();
    let text = home.run(&["content", "urls"]).assert_done().out.clone();
    let lines: Vec<_> = text
        .lines()
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .collect();
    assert!(lines.contains(&vec![linkedin(), "linkedin", "address"]));
    assert!(lines.contains(&vec![&form("linkedin"), "linkedin", "extra"]));
    assert!(
        lines
            .iter()
            .all(|line| line.len() == 3 && line[0].starts_with("https://"))
    );
    let json = home.run(&["content", "urls", "--json"]).json();
    let urls = json["urls"].as_array().expect("a list");
    assert_eq!(urls.len(), lines.len());
    for (url, line) in urls.iter().zip(&lines) {
        assert_eq!(url["url"], line[0]);
        assert_eq!(url["role"], line[2]);
    }
    // Whatever stands in the content is on the list.
    let files = fs::read_dir(content().join("platforms")).expect("the facts");
    let paths = files.map(|file| file.expect("a file").path());
    for path in paths.chain([content().join("story.toml")]) {
        let facts = fs::read_to_string(&path).expect("the facts");
        for piece in facts.split("url = \"").skip(1) {
            let url = piece.split('"').next().expect("an address");
            assert!(lines.iter().any(|line| line[0] == url), "{url}");
        }
    }
}
