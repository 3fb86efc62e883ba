//! The real program on a pipe, in a home of its own.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use super::languages::IN_SNAPSHOTS;

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

    /// The folder itself.
    pub(crate) fn dir(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn checklist(&self) -> PathBuf {
        self.path("state/nonmerci/checklist.toml")
    }

    pub(crate) fn settings(&self) -> PathBuf {
        self.path(".config/nonmerci/settings.toml")
    }

    pub(crate) fn read_checklist(&self) -> String {
        fs::read_to_string(self.checklist()).unwrap_or_default()
    }

    pub(crate) fn write_checklist(&self, text: &str) {
        fs::create_dir_all(self.path("state/nonmerci")).expect("a folder");
        fs::write(self.checklist(), text).expect("a checklist");
    }

    /// The program, for somebody who speaks French.
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
    pub(crate) fn new(output: &Output) -> Self {
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

/// What is said in each language of the snapshots, each in a home of its own.
pub(crate) fn said(say: impl Fn(&Home, &str) -> Run) -> String {
    let mut all = String::new();
    for language in IN_SNAPSHOTS {
        let home = Home::new();
        let run = say(&home, language);
        let text = format!(
            "=== {language}, status {}\n{}{}\n",
            run.status, run.out, run.err
        );
        all += &home.anonymous(&text);
    }
    all
}
