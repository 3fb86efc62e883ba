//! The real program on a pipe: what it prints, and how it ends.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::driver::{LANGUAGES, catalogue};

const LINKEDIN: &str = "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement";

/// A home of its own for the program.
pub(crate) struct Home {
    dir: TempDir,
}

/// What a run printed, and its exit status.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) status: i32,
}

impl Home {
    pub(crate) fn new() -> Self {
        Self {
            dir: TempDir::new().expect("a folder for the test"),
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn checklist(&self) -> PathBuf {
        self.path("state/nonmerci/checklist.toml")
    }

    pub(crate) fn write_checklist(&self, text: &str) {
        fs::create_dir_all(self.path("state/nonmerci")).expect("a folder");
        fs::write(self.checklist(), text).expect("a checklist");
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nonmerci"));
        command
            .args(arguments)
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", self.dir.path())
            .env("XDG_STATE_HOME", self.path("state"))
            .env("LANG", "fr_CH.UTF-8");
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, &[], "")
    }

    pub(crate) fn run_with(
        &self,
        arguments: &[&str],
        variables: &[(&str, &str)],
        input: &str,
    ) -> Run {
        let mut child = self
            .command(arguments)
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program");
        let mut stdin = child.stdin.take().expect("its input");
        // A program that reads nothing closes its input.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        Run::new(&child.wait_with_output().expect("its end"))
    }

    /// The paths of this home, as a snapshot may hold them.
    pub(crate) fn anonymous(&self, text: &str) -> String {
        text.replace(&self.dir.path().display().to_string(), "HOME")
    }
}

impl Run {
    fn new(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        Self {
            out: text(&output.stdout),
            err: text(&output.stderr),
            status: output.status.code().expect("an exit status"),
        }
    }

    pub(crate) fn assert_done(&self) -> &Self {
        assert_eq!(self.status, 0, "{self:?}");
        self
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.assert_done().out).expect("JSON")
    }
}

/// Puts what each language says into one snapshot.
pub(crate) fn assert_said(name: &str, say: impl Fn(&Home, &str) -> Run) {
    let mut all = String::new();
    for language in LANGUAGES {
        let home = Home::new();
        let run = say(&home, language);
        let text = format!(
            "=== {language}, status {}\n{}{}\n",
            run.status, run.out, run.err
        );
        all += &home.anonymous(&text);
    }
    insta::assert_snapshot!(name, all);
}

#[test]
fn a_platform_is_known_by_each_of_its_names() {
    let home = Home::new();
    for (name, id) in [
        ("x", "x"),
        ("Twitter", "x"),
        ("recherche google", "google-search"),
        ("own-website", "own-website"),
    ] {
        let shown = home.run(&["show", name, "--json", "--lang", "fr"]).json();
        assert_eq!(shown["id"], id, "{name}");
    }
}

#[test]
fn a_browser_that_does_not_start_is_named_and_nothing_is_said_to_be_asked() {
    let home = Home::new();
    for (browser, reason) in [
        ("no-such-browser", "no-such-browser: not found"),
        ("false", "false: it ended with an error"),
    ] {
        let arguments = ["open", "x", "--browser", browser, "--lang", "en"];
        let run = home.run(&arguments);
        assert_eq!(run.status, 1, "{run:?}");
        assert_eq!(run.out, "https://x.com/settings/grok_settings\n");
        assert!(run.err.contains(reason), "{run:?}");
        assert!(!run.err.contains("asked"), "{run:?}");
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
    assert!(
        run.err.contains("contient des caractères illisibles"),
        "{run:?}"
    );
}

#[test]
fn where_the_option_is_wrong_the_variable_says_in_which_language() {
    let home = Home::new();
    let run = home.run_with(&["list", "--lang", "xx"], &[("NONMERCI_LANG", "it")], "");
    assert_eq!(run.status, 2, "{run:?}");
    assert!(run.err.starts_with("errore:"), "{run:?}");
}

#[test]
fn help_is_in_the_reader_s_language() {
    for command in [
        "",
        "walk",
        "list",
        "show",
        "open",
        "mark",
        "content",
        "content check",
        "content new",
        "content status",
        "content accept",
        "content urls",
    ] {
        let name = command.replace(' ', "_");
        assert_said(&format!("help_{name}"), |home, language| {
            let mut arguments = vec!["--lang", language];
            arguments.extend(command.split_whitespace());
            arguments.push("--help");
            home.run(&arguments)
        });
    }
}

/// Of two names, the one that begins as it was typed was meant.
#[test]
fn the_beginning_of_a_name_is_taken_for_that_name() {
    let home = Home::new();
    for (given, meant) in [("apple", "apple-intelligence"), ("insta", "instagram")] {
        let run = home.run(&["show", given]);
        let said = format!("vouliez-vous dire «{meant}»?");
        assert!(run.err.contains(&said), "{}", run.err);
    }
}

#[test]
fn what_the_reader_did_wrong_is_told_in_their_language() {
    let cases: &[(&str, &[&str], i32)] = &[
        ("unknown_platform", &["show", "linkdin"], 2),
        ("no_platform_near", &["show", "zzzzzzzzzz"], 2),
        (
            "bad_date",
            &["mark", "linkedin", "done", "--on", "23.11.2026"],
            2,
        ),
        (
            "future_date",
            &["mark", "linkedin", "done", "--on", "2999-01-01"],
            2,
        ),
        (
            "date_without_done",
            &["mark", "linkedin", "later", "--on", "2020-01-01"],
            2,
        ),
        ("unknown_state", &["mark", "linkedin", "perhaps"], 2),
        ("missing_state", &["mark", "linkedin"], 2),
        ("unknown_option", &["list", "--jsn"], 2),
        ("unknown_command", &["lst"], 2),
        ("missing_value", &["list", "--theme"], 2),
        ("unknown_theme", &["list", "--theme", "pink"], 2),
        ("no_form", &["open", "x", "--form"], 1),
        ("no_address", &["open", "slack"], 1),
        (
            "missing_content",
            &["list", "--content", "/nowhere/at/all"],
            1,
        ),
    ];
    for (name, arguments, status) in cases {
        assert_said(name, |home, language| {
            let run = home.run(&[&["--lang", language], *arguments].concat());
            assert_eq!(run.status, *status, "{name}: {run:?}");
            assert_eq!(run.out, "", "{name}: an error is no data");
            run
        });
    }
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
    insta::assert_snapshot!("unknown_language", all);
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
fn list_and_show_in_four_languages() {
    assert_said("list_text", |home, language| {
        home.run(&["mark", "linkedin", "done"]).assert_done();
        let run = home.run(&["--lang", language, "list"]);
        Run {
            out: without_today(&run.out, language),
            ..run
        }
    });
    for id in ["linkedin", "facebook"] {
        assert_said(&format!("show_{id}"), |home, language| {
            home.run(&["--lang", language, "show", id])
        });
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
    assert_eq!(platforms.len(), catalogue().platforms.len());
    let linkedin = &platforms[0];
    let expected = serde_json::json!({
        "id": "linkedin", "name": "LinkedIn", "kind": "switch", "group": "social", "first_five": true,
        "state": "done", "on": yesterday, "address": LINKEDIN, "checked": "2026-11-23",
    });
    assert_eq!(*linkedin, expected);
    let x = platforms
        .iter()
        .find(|platform| platform["id"] == "x")
        .expect("x");
    assert_eq!(x["state"], "not-concerned");
    let states = platforms
        .iter()
        .map(|platform| platform["state"].as_str().unwrap_or_default());
    let asking =
        states.filter(|state| !["not-concerned", "nothing-to-do", "no-opt-out"].contains(state));
    assert_eq!(list["of"], asking.count());
}

#[test]
fn the_json_of_show_is_as_documented() {
    let home = Home::new();
    for language in LANGUAGES {
        let shown = home
            .run(&["show", "linkedin", "--json", "--lang", language])
            .json();
        assert_eq!(shown["format"], 1);
        assert_eq!(shown["lang"], language);
        assert_eq!(shown["default"], "on");
        assert_eq!(shown["refuse_by"], "off");
        assert_eq!(shown["address"], LINKEDIN);
        assert_eq!(shown["label"]["lang"], language);
        assert_eq!(shown["checked"], "2026-11-23");
        let steps = shown["steps"].as_array().expect("steps");
        let ids: Vec<_> = steps.iter().map(|step| &step["id"]).collect();
        assert_eq!(ids, ["what", "open", "switch", "confirm", "remains"]);
        assert_eq!(steps[1]["address"], LINKEDIN);
        assert_eq!(shown["extra"][0]["id"], "objection-form");
        for step in steps {
            assert!(!step["title"].as_str().unwrap_or_default().is_empty());
            assert!(!step["body"].as_str().unwrap_or_default().is_empty());
        }
        assert!(shown["sources"][0]["url"].as_str().is_some());
        for list in ["used", "not_used"] {
            assert_eq!(shown[list].as_array().map(Vec::len), Some(6), "{list}");
        }
    }
}

#[test]
fn a_mark_is_written_and_found_again() {
    let home = Home::new();
    for (state, listed) in [
        ("done", "done"),
        ("later", "later"),
        ("not-concerned", "not-concerned"),
        ("todo", "todo"),
    ] {
        home.run(&["mark", "LinkedIn", state]).assert_done();
        assert_eq!(
            home.run(&["list", "--json"]).json()["platforms"][0]["state"],
            listed
        );
    }
    assert!(home.checklist().exists());
}

#[test]
fn no_save_writes_nothing() {
    let home = Home::new();
    let run = home.run(&["mark", "linkedin", "done", "--no-save"]);
    assert!(!run.assert_done().err.is_empty(), "and says so");
    home.run_with(&["--no-save"], &[], "1\nf\nq\n")
        .assert_done();
    assert_eq!(fs::read_dir(home.dir.path()).expect("the home").count(), 0);
}

#[test]
fn with_no_save_a_checklist_that_cannot_be_read_is_told_and_left_alone() {
    let home = Home::new();
    for (text, reason) in [
        ("state = = 1\n", "est abîmée, ligne 1"),
        ("format = 2\n", "vient d’une version plus récente"),
    ] {
        home.write_checklist(text);
        let run = home.run_with(&["--no-save"], &[], "q\n");
        assert!(run.assert_done().err.contains(reason), "{run:?}");
        let after = fs::read_to_string(home.checklist()).expect("the file");
        assert_eq!(after, text);
    }
}

#[test]
fn a_damaged_checklist_is_refused_by_who_only_reads_and_set_aside_by_who_writes() {
    let damaged = "format = 1\n[platforms.linkedin]\nstate = \"dnoe\"\n";
    assert_said("damaged_to_read", |home, language| {
        home.write_checklist(damaged);
        let run = home.run(&["list", "--lang", language]);
        assert_eq!(
            fs::read_to_string(home.checklist()).expect("the file"),
            damaged
        );
        run
    });
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
fn a_newer_or_unreadable_checklist_is_left_alone() {
    let newer = "format = 7\n";
    assert_said("newer", |home, language| {
        home.write_checklist(newer);
        let run = home.run(&["mark", "x", "done", "--lang", language]);
        assert_eq!(run.status, 1);
        assert_eq!(
            fs::read_to_string(home.checklist()).expect("the file"),
            newer
        );
        run
    });
    assert_said("unreadable", |home, language| {
        fs::create_dir_all(home.checklist()).expect("a folder in its place");
        let run = home.run(&["list", "--lang", language]);
        assert_eq!(run.status, 1);
        run
    });
}

/// A browser that writes down what it is asked to open, into a pipe that the test
/// waits on.
#[cfg(unix)]
pub(crate) struct StubBrowser {
    dir: TempDir,
}

#[cfg(unix)]
impl StubBrowser {
    pub(crate) fn new() -> Self {
        let stub = Self {
            dir: TempDir::new().expect("a folder for the test"),
        };
        let made = Command::new("mkfifo").arg(stub.pipe()).status();
        assert!(made.expect("mkfifo").success());
        let script = format!(
            "#!/bin/sh\nprintf '%s\\n' \"$@\" > '{}'\n",
            stub.pipe().display()
        );
        for name in ["browser", "xdg-open"] {
            let path = stub.dir.path().join(name);
            fs::write(&path, &script).expect("a script");
            let executable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
            fs::set_permissions(&path, executable).expect("a mode");
        }
        stub
    }

    fn pipe(&self) -> PathBuf {
        self.dir.path().join("opened")
    }

    /// The command to start it.
    pub(crate) fn command(&self) -> String {
        self.dir.path().join("browser").display().to_string()
    }

    /// A search path on which it stands first, as `xdg-open`.
    pub(crate) fn search_path(&self) -> String {
        format!("{}:/usr/bin:/bin", self.dir.path().display())
    }

    /// What it was asked to open, each argument on a line. Waits for it.
    pub(crate) fn opened(&self) -> String {
        let (sender, receiver) = std::sync::mpsc::channel();
        let pipe = self.pipe();
        std::thread::spawn(move || sender.send(fs::read_to_string(pipe)));
        // Only a test that fails ever waits this long.
        let opened = receiver.recv_timeout(std::time::Duration::from_secs(30));
        opened.expect("the browser is asked").expect("the pipe")
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
            LINKEDIN.to_owned(),
        ),
        (
            vec!["open", "linkedin", "--form"],
            vec![("BROWSER", browser.as_str())],
            "https://www.linkedin.com/help/linkedin/ask/TS-DPRO".to_owned(),
        ),
        (
            vec!["open", "chatgpt", "--browser", &quoted],
            vec![("BROWSER", "false")],
            "--new-tab\nhttps://chatgpt.com/settings/data-controls".to_owned(),
        ),
        // A text browser is passed over, for the system's own way.
        (
            vec!["open", "x"],
            vec![
                ("BROWSER", "lynx"),
                ("DISPLAY", ":0"),
                ("PATH", path.as_str()),
            ],
            "https://x.com/settings/grok_settings".to_owned(),
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
    assert_said("open_without_display", |home, language| {
        home.run(&["open", "linkedin", "--lang", language])
    });
    assert_said("open_over_ssh", |home, language| {
        home.run_with(
            &["open", "linkedin", "--lang", language],
            &[("SSH_TTY", "/dev/pts/1")],
            "",
        )
    });
}

/// A launcher that fails says so in its own words, which nobody is shown.
#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn a_launcher_that_fails_is_told_of_in_the_reader_s_language() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new();
    for name in ["xdg-open", "gio", "gnome-open", "kde-open"] {
        let launcher = home.path(name);
        fs::write(&launcher, "#!/bin/sh\nexit 3\n").expect("a launcher");
        fs::set_permissions(&launcher, fs::Permissions::from_mode(0o755)).expect("its rights");
    }
    let path = home.path("");
    let variables = [("DISPLAY", ":9"), ("PATH", path.to_str().expect("a path"))];
    let run = home.run_with(&["open", "linkedin"], &variables, "");
    let said = "l’adresse n’a pas pu être ouverte: le système n’y est pas parvenu\n";
    assert!(run.err.contains(said), "{}", run.err);
    assert_eq!(run.status, 1);
}

/// The program's clock is the system's.
pub(crate) fn today() -> jiff::civil::Date {
    jiff::ZonedDateTime::now().date()
}

/// The text without today's date in words.
pub(crate) fn without_today(text: &str, language: &str) -> String {
    let language = nonmerci::language::Language::new(language);
    text.replace(&nonmerci::language::long_date(&language, today()), "TODAY")
}

#[test]
fn a_folder_of_texts_lies_over_the_built_in_ones_file_by_file() {
    let home = Home::new();
    let folder = home.path("mine");
    fs::create_dir_all(folder.join("fr/platforms")).expect("a folder");
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/fr/platforms/x.toml");
    let text = fs::read_to_string(built_in).expect("a file of the content");
    let summary = text
        .lines()
        .find(|line| line.starts_with("summary"))
        .expect("a summary");
    let mended = text.replace(summary, "summary = \"Une phrase à moi.\"");
    let file = folder.join("fr/platforms/x.toml");
    // With a byte-order mark and line ends of another system.
    fs::write(&file, format!("\u{feff}{}", mended.replace('\n', "\r\n"))).expect("a file");
    let folder_name = folder.display().to_string();
    let shown = home.run(&["show", "x", "--content", &folder_name]);
    assert!(shown.assert_done().out.contains("Une phrase à moi."));
    fs::write(&file, mended.replace("remains = [", "remans = [")).expect("a file");
    let faulty = home.run(&["show", "x", "--content", &folder_name]);
    assert_eq!(faulty.status, 1);
    let line = mended
        .lines()
        .position(|line| line.starts_with("remains"))
        .expect("a line")
        + 1;
    assert!(
        faulty.err.contains(&format!("fr/platforms/x.toml:{line}")),
        "{}",
        faulty.err
    );
    let remedy = "nothing reads the key `remans`; did you mean `remains`?";
    assert!(faulty.err.contains(remedy), "{}", faulty.err);
}

#[test]
fn a_language_that_exists_only_in_a_folder_can_be_spoken() {
    let home = Home::new();
    let folder = home.path("mine");
    fs::create_dir_all(folder.join("rm")).expect("a folder");
    let german = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/de/interface.toml");
    let text = fs::read_to_string(german).expect("a file of the content");
    let romansh = text.replace("language = \"Deutsch\"", "language = \"Rumantsch\"");
    fs::write(folder.join("rm/interface.toml"), romansh).expect("a file");
    let folder = folder.display().to_string();
    let shown = home.run(&["show", "linkedin", "--lang", "rm", "--content", &folder]);
    // What is not translated yet is German, and says so.
    assert!(shown.assert_done().out.contains("Deutsch"), "{}", shown.out);
}

#[test]
fn the_check_shows_faults_as_a_compiler_does() {
    assert_said("content_check", |home, language| {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let kinds = fs::read_to_string(content.join("de/kinds.toml")).expect("the words");
        let folder = home.path("texts/de");
        fs::create_dir_all(&folder).expect("a folder");
        let faulty = kinds
            .replace("{deadline} abgelaufen", "{deadlin} abgelaufen")
            .replace("Was bleibt", "Was bleibt\u{202e}...");
        fs::write(folder.join("kinds.toml"), faulty).expect("a file");
        let texts = home.path("texts").display().to_string();
        home.run(&["content", "check", &texts, "--lang", language])
    });
}

#[test]
fn warnings_fail_the_check_only_when_it_is_strict() {
    let home = Home::new();
    let folder = home.path("texts/de");
    fs::create_dir_all(&folder).expect("a folder");
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let kinds = fs::read_to_string(content.join("de/kinds.toml")).expect("the words");
    let faulty = kinds.replace("Was bleibt", "Was bleibt...");
    fs::write(folder.join("kinds.toml"), faulty).expect("a file");
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
    let line = kinds.lines().position(|line| line.contains("Was bleibt"));
    assert_eq!(fault["line"], line.expect("the line") + 1);
    assert_eq!(fault["column"], 22);
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
    assert!(lines.contains(&vec![LINKEDIN, "linkedin", "address"]));
    assert!(lines.contains(&vec![
        "https://www.linkedin.com/help/linkedin/ask/TS-DPRO",
        "linkedin",
        "extra"
    ]));
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
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = fs::read_dir(content.join("platforms")).expect("the facts");
    let paths = files.map(|file| file.expect("a file").path());
    for path in paths.chain([content.join("story.toml")]) {
        let facts = fs::read_to_string(&path).expect("the facts");
        for piece in facts.split("url = \"").skip(1) {
            let url = piece.split('"').next().expect("an address");
            assert!(lines.iter().any(|line| line[0] == url), "{url}");
        }
    }
}
