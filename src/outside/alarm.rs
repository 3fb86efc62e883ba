//! A clock that wakes whoever set it, once. Nothing runs until then.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Rings once for each time that it is set.
#[derive(Debug)]
pub struct Alarm {
    set: Sender<Option<Instant>>,
}

impl Alarm {
    /// An alarm that is not set. It rings on a thread of its own, which ends when
    /// `ring` returns false or the alarm is dropped.
    pub fn new(ring: impl Fn() -> bool + Send + 'static) -> Self {
        let (set, waiting) = channel::<Option<Instant>>();
        thread::spawn(move || {
            let mut at: Option<Instant> = None;
            loop {
                let changed = match at {
                    Some(at) => {
                        let left = at.saturating_duration_since(Instant::now());
                        waiting.recv_timeout(left)
                    }
                    None => waiting.recv().map_err(|_| RecvTimeoutError::Disconnected),
                };
                match changed {
                    Ok(new) => at = new,
                    Err(RecvTimeoutError::Timeout) => {
                        at = None;
                        if !ring() {
                            return;
                        }
                    }
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
        });
        Self { set }
    }

    /// Rings after this time, and not at the one that was set before. None for not at
    /// all.
    pub fn set(&self, after: Option<Duration>) {
        // Nobody rings any more once the program is leaving.
        let _ = self.set.send(after.map(|after| Instant::now() + after));
    }
}
