//! The live preview: the folder of texts read again whenever it changes.

use std::path::Path;
use std::thread;
use std::time::Duration;

use crate::app::{Fault, Message};
use crate::content::{ContentError, Seen, Source};
use crate::outside::files;
use crate::outside::watch::{Waited, Waking, Watch};
use crate::words::Interface;

/// What happens to the preview.
pub(super) enum PreviewEvent {
    /// The folder was read, or why it could not be.
    Read(Result<Source, ContentError>),
    /// It cannot be watched, or not all of it.
    Unwatched,
}

/// How long a change may go unseen that the system does not tell of, as on network
/// drives and in containers: short enough to wait for, and long enough not to be felt.
const SLOW_LOOK: Duration = Duration::from_secs(3);

/// What was read of the folder, and what a change can be seen by.
pub(super) type Reading = (Result<Source, ContentError>, Seen);

/// Reports what was read of the folder `first`, then what it holds whenever something in it
/// changes or it is woken, on a thread of its own. It ends when `report` returns false.
pub(super) fn begin(
    dir: &Path,
    first: Option<Reading>,
    waking: Waking,
    report: impl Fn(PreviewEvent) -> bool + Send + 'static,
) {
    // What is watched is reported by its absolute path.
    let dir = files::absolute(dir);
    thread::spawn(move || {
        let (watch, sees) = match Watch::new(waking) {
            Ok(watch) => (watch, true),
            Err(waking) => (Watch::blind(waking), false),
        };
        if sees || report(PreviewEvent::Unwatched) {
            follow(&dir, first, watch, SLOW_LOOK, report);
        }
    });
}

fn follow(
    dir: &Path,
    mut known: Option<Reading>,
    mut watch: Watch,
    slow_look: Duration,
    report: impl Fn(PreviewEvent) -> bool,
) {
    let mut complained = false;
    let mut last = None;
    loop {
        let ((read, seen), complaint) = read_watched(dir, known.take(), &mut watch);
        if complaint && !complained {
            complained = true;
            if !report(PreviewEvent::Unwatched) {
                return;
            }
        }
        // An editor may write what was there already.
        let same = match (&read, &last) {
            (Ok(now), Some(Ok(before))) => now.has_files_of(before),
            (Err(now), Some(Err(before))) => now.to_string() == *before,
            _ => false,
        };
        let sound = read.is_ok();
        if !same {
            last = Some(match &read {
                Ok(source) => Ok(source.clone()),
                Err(error) => Err(error.to_string()),
            });
            if !report(PreviewEvent::Read(read)) {
                return;
            }
        }
        loop {
            match watch.wait_at_most(slow_look) {
                // A folder of thousands of files is not read every few seconds.
                Waited::Long if sound && seen.holds(dir) => {}
                Waited::Long | Waited::Woken => break,
            }
        }
    }
}

/// What the folder holds, of which this much is `known`, such that every folder that was
/// read was already watched: no change is missed. Also whether that failed.
fn read_watched(dir: &Path, known: Option<Reading>, watch: &mut Watch) -> (Reading, bool) {
    let mut reading = known.unwrap_or_else(|| Source::with_folder_seen(dir));
    loop {
        let mut folders = reading.1.folders.clone();
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
            Ok(true) if reading.0.is_ok() && reading.1.holds(dir) => return (reading, false),
            Ok(true) => reading = Source::with_folder_seen(dir),
            Ok(false) => return (reading, false),
            // If it cannot be read either, that is reported instead.
            Err(_) => {
                let complaint = reading.0.is_ok();
                return (reading, complaint);
            }
        }
    }
}

/// The message that the model gets of it.
pub(super) fn message(event: PreviewEvent, interface: &Interface) -> Message {
    match event {
        PreviewEvent::Unwatched => Message::Unwatched,
        PreviewEvent::Read(read) => {
            Message::Content(read.map_err(|error| Fault::of(&error, interface)))
        }
    }
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "the tests write what a translator would"
)]
mod tests {
    use std::fs;
    use std::sync::mpsc::channel;

    use tempfile::TempDir;

    use super::*;
    use crate::outside::watch::waking;

    /// As on a network drive.
    #[test]
    fn where_nothing_tells_of_changes_they_are_seen_by_a_key_or_after_a_while() {
        const NEVER: Duration = Duration::from_secs(3600);
        for (key, slow_look) in [(true, NEVER), (false, Duration::from_millis(1))] {
            let folder = TempDir::new().expect("a folder for the test");
            let path = folder.path().join("fr");
            fs::create_dir(&path).expect("a folder");
            let path = path.join("story.toml");
            fs::write(&path, "# one").expect("a text");
            let (waker, waking) = waking();
            let (sender, read) = channel();
            let dir = folder.path().to_owned();
            thread::spawn(move || {
                let report = |event| sender.send(event).is_ok();
                follow(&dir, None, Watch::blind(waking), slow_look, report);
            });
            let is_read = |event| matches!(event, Ok(PreviewEvent::Read(Ok(_))));
            assert!(is_read(read.recv()));
            fs::write(&path, "# two").expect("a text");
            if key {
                waker.wake();
            }
            assert!(is_read(read.recv()), "{key}");
        }
    }
}
