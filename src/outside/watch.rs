//! Folders watched for changes. Only the preview of a folder of texts does so.

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, sync_channel};
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
    backend: RecommendedWatcher,
    /// The folders whose watch is known to be good.
    watched: Watched,
    changes: Receiver<()>,
}

type Watched = Arc<Mutex<BTreeSet<PathBuf>>>;

impl Watch {
    /// Watches nothing yet.
    ///
    /// # Errors
    /// If the system offers no way to watch, or no more of it.
    pub fn new() -> io::Result<Self> {
        let watched = Watched::default();
        let known = watched.clone();
        // However many changes come in, one waiting is enough.
        let (sender, changes) = sync_channel(1);
        let backend = notify::recommended_watcher(move |event| {
            if is_change(&event, &known) {
                let _ = sender.try_send(());
            }
        });
        Ok(Self {
            backend: backend.map_err(io_error)?,
            watched,
            changes,
        })
    }

    /// Watches these folders and no others. Paths are absolute. Returns whether
    /// one of them was not watched before, so that a change in it may have been
    /// missed.
    ///
    /// # Errors
    /// If one of them cannot be watched. The others are.
    pub fn only(&mut self, folders: &BTreeSet<PathBuf>) -> io::Result<bool> {
        // Never locked while the watcher is asked for something: it may be
        // waiting for the lock to report a change.
        let known = lock(&self.watched).clone();
        for folder in known.difference(folders) {
            // It may be gone, and its watch with it.
            let _ = self.backend.unwatch(folder);
            lock(&self.watched).remove(folder);
        }
        let (mut added, mut result) = (false, Ok(()));
        for folder in folders.difference(&known) {
            // A watch of this name may be left that follows what was here before.
            let _ = self.backend.unwatch(folder);
            lock(&self.watched).insert(folder.clone());
            match self.backend.watch(folder, RecursiveMode::NonRecursive) {
                Ok(()) => added = true,
                Err(error) => {
                    lock(&self.watched).remove(folder);
                    result = Err(io_error(error));
                }
            }
        }
        result.map(|()| added)
    }

    /// Waits for a change, and until it is quiet again. Returns whether there can
    /// be another.
    #[must_use]
    pub fn wait(&self) -> bool {
        if self.changes.recv().is_err() {
            return false;
        }
        let first = Instant::now();
        while first.elapsed() < LONGEST && self.changes.recv_timeout(QUIET).is_ok() {}
        true
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
