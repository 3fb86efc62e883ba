//! Standard input, output and error.

use std::io::{self, BufRead as _, IsTerminal as _, Read as _, Write};

use super::signals;
use crate::inert;

/// Whether somebody types what is read.
#[must_use]
pub fn input_is_terminal() -> bool {
    io::stdin().is_terminal()
}

/// Whether somebody sees what is printed.
#[must_use]
pub fn output_is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether somebody sees what is noted.
#[must_use]
pub fn errors_are_on_a_terminal() -> bool {
    io::stderr().is_terminal()
}

/// Standard output, to be printed to bit by bit. Nothing hidden passes.
#[must_use]
pub fn output() -> impl Write + use<> {
    inert::Writer(io::stdout())
}

/// Prints to standard output. Nothing hidden passes. It is not an error if the reader
/// has gone.
///
/// # Errors
/// If it cannot be written.
pub fn print(text: &str) -> io::Result<()> {
    print_as_it_is(&inert::spelled(text))
}

/// As [`print()`], of a text in colours.
///
/// # Errors
/// If it cannot be written.
pub fn print_in_colour(text: &str) -> io::Result<()> {
    print_as_it_is(&inert::spelled_in_colour(text))
}

/// Prints what is a file, and has been made harmless as such.
///
/// # Errors
/// If it cannot be written.
pub fn print_file(text: &str) -> io::Result<()> {
    print_as_it_is(text)
}

fn print_as_it_is(text: &str) -> io::Result<()> {
    signals::survive_limit_of_size();
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Prints to standard error. Nothing hidden passes. A failure could be reported to
/// nobody.
pub fn note(text: &str) {
    let _ = io::stderr().write_all(inert::spelled(text).as_bytes());
}

/// The next line of standard input, or its first `most` bytes, with its end. None at
/// the end of the input, or where it can no longer be read.
#[must_use]
pub fn read_line(most: u64) -> Option<Vec<u8>> {
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    let read = input.by_ref().take(most).read_until(b'\n', &mut line);
    if read.ok()? == 0 {
        return None;
    }
    if line.last() != Some(&b'\n') {
        input.skip_until(b'\n').ok()?;
    }
    Some(line)
}
