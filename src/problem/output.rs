//! Standard output that cannot be written.

use std::io;

use super::Problem;
use crate::words::{Interface, Reason, reason};

/// That standard output cannot be written, and what to do.
#[must_use]
pub fn output(error: &io::Error, interface: &Interface) -> Problem {
    let words = &interface.errors;
    let reason = reason(error, interface);
    Problem::failed(words.output.fill(&Reason { reason })).hint(&*words.output_hint)
}
