//! Folders watched for changes: by the preview of a folder of texts, and by the windows
//! of a workshop.

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{ErrorKind, Event, RecommendedWatcher, RecursiveMode, Watcher as _};

/// How long it has to be quiet after a change: editors empty a file before they
/// write it, or write several.
const QUIET: Duration = Duration::from_millis(10);

/// How long to wait for that, at most: a translator who saves wants to see it.
const LONGEST: Duration = Duration::from_millis(40);

/// Folders watched for changes, each without those below it.
#[derive(Debug)]
pub struct Watch {
    /// None where the system offers no way to watch.
    backend: Option<RecommendedWatcher>,
    /// The folders whose watch is known to be good.
    watched: Watched,
    waking: Waking,
}

/// What ended the waiting for a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waited {
    /// A change, or whoever has the waker.
    Woken,
    /// It was long enough.
    Long,
}

/// By which whoever waits for a change is woken.
#[derive(Debug)]
pub struct Waking {
    /// For the system's watcher; and while it is here, there can always be a change.
    waker: Waker,
    changes: Receiver<()>,
}

/// A waker, and what it wakes.
#[must_use]
pub fn waking() -> (Waker, Waking) {
    // However many changes come in, one waiting is enough.
    let (sender, changes) = sync_channel(1);
    let waker = Waker(sender);
    let other = waker.clone();
    (other, Waking { waker, changes })
}

/// Wakes whoever waits for a change, as if there were one.
#[derive(Debug, Clone)]
pub struct Waker(SyncSender<()>);

impl Waker {
    /// Wakes them.
    pub fn wake(&self) {
        let _ = self.0.try_send(());
    }
}

type Watched = Arc<Mutex<BTreeSet<PathBuf>>>;

impl Watch {
    /// Watches nothing yet, and is woken by whoever has the waker too.
    ///
    /// # Errors
    /// If the system offers no way to watch, or no more of it.
    pub fn new(waking: Waking) -> Result<Self, Waking> {
        let watched = Watched::default();
        let known = watched.clone();
        let changed = waking.waker.clone();
        let backend = notify::recommended_watcher(move |event| {
            if is_change(&event, &known) {
                changed.wake();
            }
        });
        match backend {
            Ok(backend) => Ok(Self {
                backend: Some(backend),
                watched,
                waking,
            }),
            Err(_) => Err(waking),
        }
    }

    /// Sees nothing by itself: for whoever waits at most so long.
    #[must_use]
    pub fn blind(waking: Waking) -> Self {
        Self {
            backend: None,
            watched: Watched::default(),
            waking,
        }
    }

    /// Watches these folders and no others. Paths are absolute. Returns whether
    /// one of them was not watched before, so that a change in it may have been
    /// missed.
    ///
    /// # Errors
    /// If one of them cannot be watched. The others are.
    pub fn only(&mut self, folders: &BTreeSet<PathBuf>) -> io::Result<bool> {
        let Some(backend) = &mut self.backend else {
            return Ok(false);
        };
        // Never locked while the watcher is asked for something: it may be
        // waiting for the lock to report a change.
        let known = lock(&self.watched).clone();
        for folder in known.difference(folders) {
            // It may be gone, and its watch with it.
            let _ = backend.unwatch(folder);
            lock(&self.watched).remove(folder);
        }
        let (mut added, mut result) = (false, Ok(()));
        for folder in folders.difference(&known) {
            // A watch of this name may be left that follows what was here before.
            let _ = backend.unwatch(folder);
            lock(&self.watched).insert(folder.clone());
            match backend.watch(folder, RecursiveMode::NonRecursive) {
                Ok(()) => added = true,
                Err(error) => {
                    lock(&self.watched).remove(folder);
                    result = Err(io_error(error));
                }
            }
        }
        result.map(|()| added)
    }

    /// Waits for a change, and until it is quiet again; or for so long that one may have
    /// come that the system did not tell of.
    #[must_use]
    pub fn wait_at_most(&self, long: Duration) -> Waited {
        if self.waking.changes.recv_timeout(long).is_err() {
            return Waited::Long;
        }
        self.wait_for_quiet();
        Waited::Woken
    }

    /// Waits for a change, and until it is quiet again.
    pub fn wait(&self) {
        let _ = self.waking.changes.recv();
        self.wait_for_quiet();
    }

    fn wait_for_quiet(&self) {
        let first = Instant::now();
        while first.elapsed() < LONGEST && self.waking.changes.recv_timeout(QUIET).is_ok() {}
    }
}

/// Whether an event can mean that something reads otherwise than before. Forgets
/// folders that are no longer what was watched under their name.
fn is_change(event: &notify::Result<Event>, watched: &Watched) -> bool {
    let Ok(event) = event else {
        return true;
    };
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write))
        | EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_)) => {}
        // Reading what changed must not count as a change.
        EventKind::Access(_) => return false,
        _ => {
            let mut watched = lock(watched);
            for path in &event.paths {
                watched.remove(path);
            }
        }
    }
    true
}

fn lock(watched: &Watched) -> std::sync::MutexGuard<'_, BTreeSet<PathBuf>> {
    // A set of paths is whole whatever happened to who held it.
    watched.lock().unwrap_or_else(PoisonError::into_inner)
}

fn io_error(error: notify::Error) -> io::Error {
    match error.kind {
        ErrorKind::Io(error) => error,
        ErrorKind::PathNotFound => io::ErrorKind::NotFound.into(),
        _ => io::Error::other(error.to_string()),
    }
}
