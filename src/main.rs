//! The program `nonmerci`: see the library for everything but this line.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    nonmerci::commands::main(&arguments)
}
