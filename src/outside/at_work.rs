//! What the program does that nobody else can do meanwhile: as long as it lasts, the
//! program is not stopped, which would keep others waiting until it goes on.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How many such things are being done.
static AT_WORK: Mutex<usize> = Mutex::new(0);
static DONE: Condvar = Condvar::new();

/// How long to wait for them to be done. A disk may never answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Something that is done in one go, until this is dropped.
#[derive(Debug)]
pub(super) struct AtWork(());

impl AtWork {
    /// Begins with it; once the program goes on, if it is about to be stopped.
    pub(super) fn begin() -> Self {
        *count() += 1;
        Self(())
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        *count() -= 1;
        DONE.notify_all();
    }
}

/// Does something while nothing of the kind is being done, as long as that can be waited
/// for.
pub(super) fn between<T>(stop: impl FnOnce() -> T) -> T {
    let waited = DONE.wait_timeout_while(count(), PATIENCE, |count| *count > 0);
    let _none_begins = waited.unwrap_or_else(PoisonError::into_inner);
    stop()
}

fn count() -> MutexGuard<'static, usize> {
    // A number is whole whatever happened to who held it.
    AT_WORK.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::thread;

    use super::*;

    #[test]
    fn what_is_begun_is_done_before_the_program_stops() {
        let (sender, happened) = channel();
        let work = AtWork::begin();
        let stopping = sender.clone();
        let stop = thread::spawn(move || {
            stopping.send("asked to stop").expect("a listener");
            between(|| stopping.send("stopped").expect("a listener"));
        });
        assert_eq!(happened.recv(), Ok("asked to stop"));
        sender.send("done").expect("a listener");
        drop(work);
        stop.join().expect("a thread");
        drop(sender);
        let all: Vec<_> = happened.iter().collect();
        assert_eq!(all, ["done", "stopped"]);
    }
}
