//! A browser that opens nothing.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Command;
use std::sync::mpsc::channel;
use std::thread;

use tempfile::TempDir;

use super::waiting::PATIENCE;

/// A browser that writes down what it is asked to open, into a pipe that the test
/// waits on.
pub(crate) struct StubBrowser {
    dir: TempDir,
}

impl StubBrowser {
    pub(crate) fn new() -> Self {
        let stub = Self {
            dir: TempDir::new().expect("a folder for the test"),
        };
        let made = Command::new("mkfifo").arg(stub.pipe()).status();
        assert!(made.expect("mkfifo").success());
        stub.named("browser");
        stub.named("xdg-open");
        stub
    }

    /// The same under another name.
    fn named(&self, name: &str) {
        let script = format!(
            "#!/bin/sh\nprintf '%s\\n' \"$@\" > '{}'\n",
            self.pipe().display()
        );
        let path = self.dir.path().join(name);
        fs::write(&path, &script).expect("a script");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a mode");
    }

    /// A folder that holds it under that name alone.
    #[cfg(target_os = "linux")]
    pub(crate) fn alone_as(&self, name: &str) -> String {
        let folder = self.dir.path().join("alone");
        fs::create_dir_all(&folder).expect("a folder");
        self.named(&format!("alone/{name}"));
        folder.display().to_string()
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
        let (sender, receiver) = channel();
        let pipe = self.pipe();
        thread::spawn(move || sender.send(fs::read_to_string(pipe)));
        let opened = receiver.recv_timeout(PATIENCE);
        opened.expect("the browser is asked").expect("the pipe")
    }
}
