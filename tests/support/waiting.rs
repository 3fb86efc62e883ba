//! How long a test waits.

use std::time::{Duration, Instant};

/// How long to wait for what must come. It is the measure of nothing: only a test
/// that fails ever waits this long.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// Tries until it goes well. An error says what is still missing.
pub(crate) fn until(mut attempt: impl FnMut() -> Result<(), String>) {
    let begun = Instant::now();
    while let Err(missing) = attempt() {
        assert!(begun.elapsed() < PATIENCE, "{missing}");
        std::thread::yield_now();
    }
}
