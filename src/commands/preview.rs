//! The live preview: the folder of texts read again whenever it changes.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::thread;

use crate::app::{Fault, Message};
use crate::content::{ContentError, Source};
use crate::outside::files;
use crate::outside::watch::Watch;
use crate::words::{Interface, reason};

/// What happens to the preview.
pub(super) enum PreviewEvent {
    /// The folder was read, or why it could not be.
    Read(Result<Source, ContentError>),
    /// It cannot be watched, or not all of it.
    Unwatched(io::Error),
}

/// Reads the folder once more, then whenever something in it changes, on a thread
/// of its own. It ends when `report` returns false.
pub(super) fn begin(dir: &Path, report: impl Fn(PreviewEvent) -> bool + Send + 'static) {
    // What is watched is reported by its absolute path.
    let dir = files::absolute(dir);
    thread::spawn(move || match Watch::new() {
        Ok(watch) => follow(&dir, watch, report),
        Err(error) => {
            report(PreviewEvent::Unwatched(error));
        }
    });
}

fn follow(dir: &Path, mut watch: Watch, report: impl Fn(PreviewEvent) -> bool) {
    let mut complained = false;
    let mut last = None;
    loop {
        let (read, complaint) = read_watched(dir, &mut watch);
        if let Some(error) = complaint
            && !complained
        {
            complained = true;
            if !report(PreviewEvent::Unwatched(error)) {
                return;
            }
        }
        // An editor may write what was there already.
        let same = match (&read, &last) {
            (Ok(now), Some(Ok(before))) => now == before,
            (Err(now), Some(Err(before))) => now.to_string() == *before,
            _ => false,
        };
        if !same {
            last = Some(match &read {
                Ok(source) => Ok(source.clone()),
                Err(error) => Err(error.to_string()),
            });
            if !report(PreviewEvent::Read(read)) {
                return;
            }
        }
        if !watch.wait() {
            return;
        }
    }
}

/// Reads the folder such that every folder it read was already watched, so that
/// no change is missed. Also why that failed, if it did.
fn read_watched(
    dir: &Path,
    watch: &mut Watch,
) -> (Result<Source, ContentError>, Option<io::Error>) {
    loop {
        let mut folders = BTreeSet::new();
        let read = Source::with_folder_noting(dir, &mut folders);
        if !files::is_folder(dir) {
            // Its return shows in the nearest folder that is still there.
            folders.extend(
                dir.ancestors()
                    .find(|above| files::is_folder(above))
                    .map(Path::to_owned),
            );
        } else if files::is_link(dir) {
            folders.extend(dir.parent().map(Path::to_owned));
        }
        // Two names of one folder would share one watch, and end it together.
        let folders = folders
            .iter()
            .filter_map(|folder| files::canonical(folder).ok());
        match watch.only(&folders.collect()) {
            Ok(true) => {}
            Ok(false) => return (read, None),
            // If it cannot be read either, that is reported instead.
            Err(error) => {
                let complaint = read.is_ok().then_some(error);
                return (read, complaint);
            }
        }
    }
}

/// The message that the model gets of it.
pub(super) fn message(event: PreviewEvent, interface: &Interface) -> Message {
    match event {
        PreviewEvent::Unwatched(error) => Message::Unwatched(reason(&error, interface)),
        PreviewEvent::Read(read) => {
            Message::Content(read.map_err(|error| Fault::of(&error, interface)))
        }
    }
}
