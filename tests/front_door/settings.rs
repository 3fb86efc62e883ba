//! The settings that hold from one run to the next, and the way from an option to the
//! system.

use std::fs;

use crate::support::edition::built_in;
use crate::support::home::Home;

/// A home with these settings.
fn with_settings(text: &str) -> Home {
    let home = Home::new();
    fs::create_dir_all(home.path(".config/nonmerci")).expect("a folder");
    fs::write(home.settings(), text).expect("the settings");
    home
}

#[test]
fn an_option_beats_a_variable_a_variable_the_settings_and_these_the_system() {
    for (arguments, variables, settings, expected) in [
        (&[][..], &[][..], "", "fr"),
        (&[], &[], "lang = 'de'", "de"),
        (&[], &[("NONMERCI_LANG", "it")], "lang = 'de'", "it"),
        (
            &["--lang", "en"],
            &[("NONMERCI_LANG", "it")],
            "lang = 'de'",
            "en",
        ),
        (&["--lang", "en"], &[], "lang = 'de'", "en"),
        (&[], &[], "# nothing\n", "fr"),
    ] {
        let home = with_settings(settings);
        let arguments = [arguments, &["list", "--json"]].concat();
        let run = home.run_with(&arguments, variables, "");
        assert_eq!(run.json()["lang"], expected, "{settings}: {run:?}");
        assert_eq!(run.err, "");
    }
}

#[test]
fn what_cannot_be_used_is_named_skipped_and_kept() {
    for (settings, named, language) in [
        ("lang = 'xx'", &["xx"][..], "fr"),
        ("lang = 'de'\ncolour = 'red'\n", &["colour"], "de"),
        (
            "theme = 'blue'\nplain = 1\nlang = 'it'",
            &["theme", "«blue»", "plain", "«1»"],
            "it",
        ),
        ("lang de", &["TOML"], "fr"),
    ] {
        let home = with_settings(settings);
        let run = home.run(&["list", "--json"]);
        assert_eq!(run.json()["lang"], language, "{run:?}");
        for name in named {
            assert!(run.err.contains(name), "{name}: {run:?}");
        }
        let kept = fs::read_to_string(home.settings()).expect("the settings");
        assert_eq!(kept, settings);
        // The same is said before line mode, and then it goes on.
        let said = home.run_with(&[], &[], "q\n");
        assert!(said.assert_done().err.contains(named[0]), "{said:?}");
    }
}

#[test]
fn a_language_chosen_line_by_line_is_kept_unless_nothing_is_to_be() {
    let home = Home::new();
    home.run_with(&["--no-save"], &[], "L\nit\nq\n")
        .assert_done();
    assert!(!home.settings().exists());
    home.run_with(&[], &[], "q\n").assert_done();
    assert!(!home.settings().exists(), "nothing was chosen");
    home.run_with(&[], &[], "L\nit\nq\n").assert_done();
    let text = fs::read_to_string(home.settings()).expect("the settings");
    assert_eq!(text, "lang = \"it\"\n");
    let italian = &built_in()
        .texts("it")
        .interface
        .line_mode
        .welcome
        .to_string();
    let again = home.run_with(&[], &[], "q\n");
    assert!(again.out.starts_with(italian), "{again:?}");
}

#[test]
fn what_cannot_be_kept_is_said_and_nothing_is_overwritten() {
    let home = with_settings("lang de");
    let run = home.run_with(&[], &[], "L\nit\nq\n");
    let words = built_in().texts("it");
    let reason = &*words.interface.errors.damaged_syntax;
    assert!(run.assert_done().out.contains(reason), "{run:?}");
    let text = fs::read_to_string(home.settings()).expect("the settings");
    assert_eq!(text, "lang de");
}

#[test]
fn a_workshop_heeds_no_settings_and_the_rest_does() {
    // What would be said of a faulty file is not said there.
    let home = with_settings("colour = 1\nlang = 'de'");
    for (arguments, heeded) in [
        (&["list"][..], true),
        (&["--theme", "workshop", "list"], false),
        (&["workshop", "--minutes", "x"], false),
        (
            &["--lang", "fr", "--ascii", "workshop", "--minutes", "x"],
            false,
        ),
        (&["--lang=fr", "workshop", "--minutes", "x"], false),
        (&["show", "x", "--json"], true),
        (&["open", "workshop"], true),
    ] {
        let run = home.run(arguments);
        assert_eq!(run.err.contains("colour"), heeded, "{arguments:?}: {run:?}");
    }
    let german = home.run(&["open", "workshop"]);
    assert!(
        german
            .err
            .contains(&*built_in().texts("de").interface.errors.hint)
    );
    let french = home.run(&["workshop", "--minutes", "x"]);
    let hint = built_in().texts("fr").interface.errors.hint.to_string();
    assert!(french.err.contains(&hint), "{french:?}");
}
