//! Pages as paper: printed by a browser.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Runs a program and waits for its end.
pub(crate) fn run(program: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    command
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"))
}

/// What a program wrote.
pub(crate) fn text_of(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// A path as an argument.
pub(crate) fn as_text(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// Prints a file of HTML into `folder`, as chromium does. Returns the PDF.
pub(crate) fn print(folder: &Path, html: &Path) -> PathBuf {
    let pdf = folder.join("page.pdf");
    run(
        "chromium",
        &[
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-pdf-header-footer",
            &format!("--user-data-dir={}", as_text(&folder.join("profile"))),
            &format!("--print-to-pdf={}", as_text(&pdf)),
            &format!("file://{}", as_text(html)),
        ],
    );
    pdf
}
