//! What Tab completes. That the shells themselves load it and complete by it needs zsh
//! and fish, and so is not run unless asked for:
//! `cargo test --test front_door completions -- --ignored`

use nonmerci::cli::Shell;

use crate::support::edition::built_in;
use crate::support::home::Home;
use crate::support::languages::languages;

/// What the program answers when the line stands so: each value, with what it is.
fn answers(line: &[&str], language: &str) -> Vec<(String, String)> {
    let home = Home::new();
    let arguments = [&["--", "nonmerci"], line].concat();
    let variables = [("NONMERCI_COMPLETE", "fish"), ("NONMERCI_LANG", language)];
    let run = home.run_with(&arguments, &variables, "");
    let answers = run.assert_done().out.lines().map(|line| {
        let (value, what) = line.split_once('\t').unwrap_or((line, ""));
        (value.to_owned(), what.to_owned())
    });
    answers.collect()
}

fn values(line: &[&str]) -> Vec<String> {
    answers(line, "fr")
        .into_iter()
        .map(|(value, _)| value)
        .collect()
}

#[test]
fn platforms_states_and_languages_are_completed() {
    let all = &["de", "fr", "it", "en"][..];
    for (line, expected) in [
        (&["show", "whatsa"][..], &["whatsapp"][..]),
        (&["walk", "whatsa"], &["whatsapp"]),
        (&["letter", "linked"], &["linkedin"]),
        (&["handout", "linkedin", "whatsa"], &["whatsapp"]),
        (
            &["workshop", "--platforms", "linkedin,whatsa"],
            &["linkedin,whatsapp"],
        ),
        (&["mark", "linkedin", "not-"], &["not-for-me", "not-found"]),
        (&["mark", "linkedin", "quo"], &["quora"]),
        (&["mark", "no"], &["notion"]),
        (&["list", "--state", "not-f"], &["not-for-me", "not-found"]),
        (&["--lang", ""], all),
        (&["show", "--lang", ""], all),
        (&["handout", "--second-lang", ""], all),
        (&["content", "accept", ""], all),
        (&["content", "sc"], &["schema"]),
        (&["help", "wor"], &["workshop"]),
        (&["completions", "po"], &["powershell"]),
        (&["export", "--format", "i"], &["ics"]),
        (&["--no-"], &["--no-save"]),
        (&["no-such-command", "whatsa"], &[]),
    ] {
        assert_eq!(values(line), expected, "{line:?}");
    }
}

#[test]
fn options_wait_for_their_dash_where_there_is_more_to_choose_from() {
    let with = |line: &[&str]| values(line).iter().any(|value| value.starts_with("--"));
    assert!(!with(&["show", ""]));
    assert!(with(&["show", "-"]));
    assert!(with(&["list", ""]));
}

#[test]
fn what_is_completed_is_explained_in_the_reader_s_language() {
    for language in languages() {
        let texts = built_in().texts(language);
        let platforms = answers(&["show", ""], language);
        let facts = &built_in().catalogue.platforms;
        assert_eq!(platforms.len(), facts.len(), "{language}");
        for (facts, (id, name)) in facts.iter().zip(&platforms) {
            assert_eq!(
                (&*facts.id, facts.name_in(&texts)),
                (&**id, &**name),
                "{language}"
            );
        }
        let states = answers(&["mark", "linkedin", "la"], language);
        let expected = ("later".to_owned(), texts.interface.states.later.to_string());
        assert_eq!(states, [expected], "{language}");
    }
    // The language of the line itself comes first.
    let italian = built_in().texts("it");
    let states = answers(&["--lang", "it", "mark", "linkedin", "la"], "fr");
    assert_eq!(states[0].1, italian.interface.states.later.to_string());
}

#[test]
fn each_shell_is_given_something_to_load_and_no_other() {
    for (name, _) in Shell::NAMES {
        let run = Home::new().run(&["completions", name]);
        assert!(
            run.assert_done().out.contains("nonmerci"),
            "{name}: {run:?}"
        );
    }
    let run = Home::new().run(&["completions", "tcsh"]);
    assert_eq!(run.status, 2, "{run:?}");
    for (name, _) in Shell::NAMES {
        assert!(run.err.contains(name), "{name}: {run:?}");
    }
}

#[test]
fn a_question_that_makes_no_sense_leaves_the_line_as_it_is() {
    for (shell, arguments) in [
        ("fish", &["--"][..]),
        ("fish", &[]),
        ("tcsh", &["--", "nonmerci", ""]),
        ("bash", &["--", "nonmerci", "--lang", "xx", "show", ""]),
    ] {
        let run = Home::new().run_with(arguments, &[("NONMERCI_COMPLETE", shell)], "");
        assert_eq!((&*run.out, &*run.err), ("", ""), "{shell} {arguments:?}");
        assert!(run.status <= 2, "{run:?}");
    }
}

#[cfg(target_os = "linux")]
mod shells {
    use std::fs;
    use std::num::NonZero;
    use std::path::Path;
    use std::process::Command;

    use tempfile::TempDir;

    use crate::support::pseudo_terminal::PseudoTerminal;
    use crate::support::waiting::until;

    fn path() -> String {
        let program = Path::new(env!("CARGO_BIN_EXE_nonmerci"));
        let folder = program.parent().expect("its folder");
        format!("{}:/usr/local/bin:/usr/bin:/bin", folder.display())
    }

    /// Types into a shell, each time waiting until this is shown.
    fn complete(shell: &str, arguments: &[&str], home: &Path, typed: &[(&str, &str)]) {
        let (path, home) = (path(), home.display().to_string());
        let variables = [
            ("PATH", &*path),
            ("HOME", &home),
            ("ZDOTDIR", &home),
            ("TERM", "vt100"),
            ("LANG", "C.UTF-8"),
            ("NONMERCI_LANG", "fr"),
        ];
        let mut terminal = PseudoTerminal::start((100, 40), shell, arguments, &variables);
        let side = |cells| NonZero::new(cells).expect("a size");
        let mut screen = vt100::Parser::new(side(40), side(100), 0);
        for (keys, shown) in typed {
            terminal.type_keys(keys);
            until(|| {
                for bytes in terminal.output.try_iter() {
                    screen.process(&bytes);
                }
                let contents = screen.screen().contents();
                if contents.contains(shown) {
                    return Ok(());
                }
                Err(format!("{shell}: {shown:?} is not shown:\n{contents}"))
            });
        }
        terminal.type_keys("\x15exit\r");
        terminal.wait_for_end();
    }

    #[test]
    #[ignore = "needs bash"]
    fn bash_loads_them_and_completes() {
        let home = TempDir::new().expect("a folder for the test");
        let rc = home.path().join("rc");
        let text = "PS1='ready> '\nsource <(nonmerci completions bash)\n";
        fs::write(&rc, text).expect("its settings");
        let rc = rc.display().to_string();
        let arguments = ["--noprofile", "--rcfile", &rc, "-i"];
        complete(
            "bash",
            &arguments,
            home.path(),
            &[
                ("", "ready> "),
                ("nonmerci show whatsa\t", "show whatsapp"),
                ("\x15nonmerci mark linkedin not-fou\t", "linkedin not-found"),
            ],
        );
    }

    /// Of several, each by itself: bash parts them by a sign that nobody types.
    #[test]
    fn bash_is_given_all_that_could_come_next() {
        let home = TempDir::new().expect("a folder for the test");
        let script = r#"source <(nonmerci completions bash)
            COMP_WORDS=(nonmerci m) COMP_CWORD=1 COMP_TYPE=9
            _clap_complete_nonmerci nonmerci m nonmerci
            printf '%s\n' "${COMPREPLY[@]}""#;
        let output = Command::new("bash")
            .args(["--noprofile", "--norc", "-c", script])
            .env_clear()
            .env("PATH", path())
            .env("HOME", home.path())
            .output()
            .expect("bash");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(said, "mark\nmerge\nman\n", "{output:?}");
    }

    #[test]
    #[ignore = "needs zsh"]
    fn zsh_loads_them_sourced_or_from_its_search_path_and_completes() {
        for (load, from_path) in [
            (
                "autoload -U compinit; compinit -u -D\nsource <(nonmerci completions zsh)\n",
                false,
            ),
            (
                "fpath=($ZDOTDIR $fpath)\nautoload -U compinit; compinit -u -D\n",
                true,
            ),
        ] {
            let home = TempDir::new().expect("a folder for the test");
            fs::write(
                home.path().join(".zshrc"),
                format!("PROMPT='ready> '\n{load}"),
            )
            .expect("its settings");
            if from_path {
                let run = crate::support::home::Home::new().run(&["completions", "zsh"]);
                fs::write(home.path().join("_nonmerci"), &run.out).expect("the script");
            }
            complete(
                "zsh",
                &["-d", "-i"],
                home.path(),
                &[
                    ("", "ready> "),
                    ("nonmerci show whatsa\t", "show whatsapp"),
                    ("\x15nonmerci mark linkedin not-\t\t", "pas trouvé"),
                ],
            );
        }
    }

    #[test]
    #[ignore = "needs fish"]
    fn fish_loads_them_and_completes() {
        let home = TempDir::new().expect("a folder for the test");
        let script = "nonmerci completions fish | source; \
                      complete -C 'nonmerci show whatsa'; complete -C 'nonmerci mark linkedin lat'";
        let output = Command::new("fish")
            .args(["-c", script])
            .env_clear()
            .env("PATH", path())
            .env("HOME", home.path())
            .env("LANG", "C.UTF-8")
            .env("TERM", "dumb")
            .env("NONMERCI_LANG", "fr")
            .output()
            .expect("fish");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(said, "whatsapp\tWhatsApp\nlater\tplus tard\n", "{output:?}");
    }
}
