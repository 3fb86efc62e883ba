//! Programs that are started apart from this one.

use std::io::{self, Write as _};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;

use process_wrap::std::{ChildWrapper, CommandWrap};

use super::patience::within;

/// Starts a program with its arguments, which reads `input` if there is any, shows nothing,
/// and is reaped when it ends. Returns how it ended; None where it runs on for longer than
/// `patience`.
///
/// # Errors
/// If there are no words, or the program cannot be started.
pub(super) fn run(
    words: &[&str],
    input: Option<Vec<u8>>,
    patience: Duration,
) -> io::Result<Option<ExitStatus>> {
    let stdin = input.as_ref().map_or_else(Stdio::null, |_| Stdio::piped());
    let mut child = start(words, stdin)?;
    let pipe = child.stdin().take();
    let ended = within(patience, move || {
        if let (Some(mut pipe), Some(input)) = (pipe, input) {
            // It may read nothing; then its status says so.
            let _ = pipe.write_all(&input);
        }
        child.wait()
    });
    ended.transpose()
}

/// Starts a program in a session of its own, as what the system's launcher starts has:
/// Ctrl-C and closing the terminal spare it, and it cannot write to the terminal behind
/// the program's back.
fn start(words: &[&str], stdin: Stdio) -> io::Result<Box<dyn ChildWrapper>> {
    let (program, arguments) = words.split_first().ok_or(io::ErrorKind::InvalidInput)?;
    let mut command = Command::new(program);
    command
        .args(arguments)
        .stdin(stdin)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut command = CommandWrap::from(command);
    #[cfg(unix)]
    command.wrap(process_wrap::std::ProcessSession);
    command.spawn()
}
