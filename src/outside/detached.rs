//! Programs that are started apart from this one.

use std::io;
use std::process::{Command, Stdio};

use process_wrap::std::{ChildWrapper, CommandWrap};

/// Starts a program with its arguments, which reads from `stdin` and shows nothing.
///
/// It has a session of its own, as what the system's launcher starts has: Ctrl-C and
/// closing the terminal spare it, and it cannot write to the terminal behind the
/// program's back.
///
/// # Errors
/// If there are no words, or the program cannot be started.
pub(super) fn start(words: &[&str], stdin: Stdio) -> io::Result<Box<dyn ChildWrapper>> {
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
