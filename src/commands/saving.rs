//! Saving while a person goes on: on a thread of its own, so that whatever it waits for,
//! a disk or another program, their keys are heard; and once more when they leave.

use std::fmt::Write as _;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SendError, Sender, sync_channel};
use std::thread;
use std::time::Duration;

use super::options::Options;
use super::run_loop::Event;
use crate::actions::{Outcome, WorkingCopy};
use crate::catalogue::Catalogue;
use crate::checklist::{Change, Changed, ChecklistFile, FileError, Found, Mark, Today};
use crate::outside::clock::Stopwatch;
use crate::outside::signals;
use crate::problem::Problem;
use crate::words::Interface;

/// How it went to save something.
pub(super) type Saved = Result<Changed, FileError>;

/// How long saving may take before the screen says that it is under way: with most
/// disks, nobody sees it.
const UNSEEN: Duration = Duration::from_millis(100);

/// How long whoever leaves waits for what is not saved yet.
const LEAVING: Duration = Duration::from_secs(3);

/// The same for whoever is asked to leave by a signal: soon after that, the program is
/// ended wherever it is.
const LEAVING_BY_SIGNAL: Duration = Duration::from_secs(1);

/// Saves on a thread of its own, for a loop whose events are of type `T`. There is none
/// while nothing is saved.
#[derive(Debug)]
pub(super) struct Saver<T> {
    pub(super) file: ChecklistFile,
    pub(super) today: Today,
    pub(super) events: Sender<Event<T>>,
    /// Makes an event of how it went.
    pub(super) saved: fn(Saved) -> T,
}

impl<T: Send + 'static> Saver<T> {
    /// Makes a change in the file. Returns how it went where that is soon known; it
    /// comes as an event otherwise.
    pub(super) fn save(&self, change: &Change) -> Option<Saved> {
        // What nobody waits for any more is handed back to the thread, and no result
        // gets lost between the two.
        let (reply, result) = sync_channel(0);
        let (file, events, saved) = (self.file.clone(), self.events.clone(), self.saved);
        let today = self.today.date();
        let beside = change.clone();
        let save = move || {
            if let Err(SendError(result)) = reply.send(file.change(&beside, today)) {
                // Nobody listens any more once the program has left.
                let _ = events.send(Event::Program(saved(result)));
            }
        };
        match thread::Builder::new().spawn(save) {
            Ok(_) => result.recv_timeout(UNSEEN).ok(),
            // Where the system allows for no other thread, this one waits.
            Err(_) => Some(self.file.change(change, today)),
        }
    }

    /// Sees to what is not saved yet, once the person has left: tries once more, and waits
    /// for it, though not for long. `saved` finds among what happens how it went; `wait`
    /// is called where there is something to wait for. Returns what was found in place of
    /// what was saved before, and what of it was not to be done any more.
    ///
    /// # Errors
    /// If something is not saved, or not known to be.
    pub(super) fn finish(
        &self,
        work: &mut WorkingCopy,
        happened: &Receiver<Event<T>>,
        saved: impl Fn(T) -> Option<Saved>,
        wait: impl FnOnce(),
    ) -> Result<(Vec<Found>, Vec<Outcome>), FileError> {
        let patience = match signals::status() {
            Some(_) => LEAVING_BY_SIGNAL,
            None => LEAVING,
        };
        let begun = Stopwatch::start();
        let mut wait = Some(wait);
        let mut failed = None;
        let mut tries = 0;
        let (mut found, mut not_done) = (Vec::new(), Vec::new());
        loop {
            let mut result = None;
            if !work.is_saving() {
                if tries > 0
                    && let Some(error) = failed
                {
                    return Err(error);
                }
                let Some(change) = work.begin_saving() else {
                    return Ok((found, not_done));
                };
                tries += 1;
                result = self.save(&change);
            }
            while result.is_none() {
                let left = patience.saturating_sub(begun.elapsed());
                let left = if wait.is_some() {
                    left.min(UNSEEN)
                } else {
                    left
                };
                match happened.recv_timeout(left) {
                    Ok(Event::Program(event)) => result = saved(event),
                    Ok(_) => {}
                    Err(RecvTimeoutError::Timeout) => match wait.take() {
                        Some(wait) => wait(),
                        None => return Err(self.file.no_answer()),
                    },
                    Err(RecvTimeoutError::Disconnected) => return Err(self.file.no_answer()),
                }
            }
            match result {
                Some(Ok(changed)) => {
                    failed = None;
                    found.extend(changed.found);
                    not_done.extend(work.saved(changed.checklist));
                }
                Some(Err(error)) => {
                    failed = Some(error);
                    work.not_saved();
                }
                None => {}
            }
        }
    }
}

/// Adds to a problem with saving the commands that note what is not saved.
pub(super) fn with_commands(
    mut problem: Problem,
    work: &WorkingCopy,
    catalogue: &Catalogue,
    options: &Options,
    interface: &Interface,
) -> Problem {
    let mut unsaved = work.unsaved(catalogue).peekable();
    if unsaved.peek().is_some() {
        problem = problem.hint(&*interface.errors.unsaved_hint);
    }
    for (id, record) in unsaved {
        let mut command = format!("nonmerci mark {id} {}", record.mark.word());
        // Writing to a string cannot fail.
        if let (Mark::Done | Mark::NotFound, Some(on)) = (record.mark, record.on) {
            let _ = write!(command, " --on {on}");
        }
        if let Some(path) = options.named_checklist() {
            let path = super::quoted(path);
            let _ = write!(command, " --checklist {path}");
        }
        problem = problem.command(command);
    }
    problem
}
