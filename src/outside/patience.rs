//! What may never be done is waited for no longer than it has patience.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// Has something done on a thread of its own, and hands on what comes of it. None where
/// that takes longer than `patience`: it goes on then, and what comes of it is dropped.
pub(super) fn within<T: Send + 'static>(
    patience: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    let (done, waiting) = channel::<()>();
    let working = thread::spawn(move || {
        let _done = done;
        work()
    });
    // Nothing is sent: the channel closes when all is done.
    match waiting.recv_timeout(patience) {
        Err(RecvTimeoutError::Timeout) => None,
        _ => working.join().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_in_time_is_handed_on_and_nothing_else() {
        assert_eq!(within(Duration::from_secs(60), || 1), Some(1));
        let (never, waiting) = channel::<()>();
        assert_eq!(within(Duration::ZERO, move || waiting.recv().is_ok()), None);
        drop(never);
    }
}
