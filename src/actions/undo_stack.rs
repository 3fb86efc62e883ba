//! The changes that can be undone, and how far each is still ours to undo.

use crate::checklist::Undo;

/// The changes that can be undone, the last one last.
#[derive(Debug)]
pub(super) struct UndoStack {
    changes: Vec<Undoing>,
}

/// A change that can be undone.
#[derive(Debug)]
pub(super) struct Undoing {
    /// What undoes it.
    pub(super) undo: Undo,
    /// Whether it was made before this run of the program.
    pub(super) is_earlier: bool,
}

impl UndoStack {
    /// As the program starts: all there can be is the `last` change of an earlier run.
    pub(super) fn new(last: Option<Undo>) -> Self {
        let last = last.map(|undo| Undoing {
            undo,
            is_earlier: true,
        });
        Self {
            changes: last.into_iter().collect(),
        }
    }

    /// Adds a change that is being made.
    pub(super) fn push(&mut self, undo: Undo) {
        self.changes.push(Undoing {
            undo,
            is_earlier: false,
        });
    }

    /// Takes the last change away, for it to be undone.
    pub(super) fn pop(&mut self) -> Option<Undoing> {
        self.changes.pop()
    }

    /// What undoes the last change. None where there is nothing to undo.
    pub(super) fn last(&self) -> Option<&Undo> {
        self.changes.last().map(|last| &last.undo)
    }

    /// Notes that we have added a step to the record of a platform, both by their ids: the
    /// record is still as we left it.
    pub(super) fn note_step(&mut self, platform: &str, step: &str) {
        let changes = self.changes.iter_mut().rev();
        let mut records = changes.flat_map(|last| &mut last.undo.records);
        if let Some(record) = records.find(|record| record.platform == platform) {
            record.ours.steps.push(step.to_owned());
        }
    }

    /// What somebody else has changed since is theirs: nothing of ours can be undone
    /// there any more.
    pub(super) fn forget(&mut self, platform: &str) {
        for last in &mut self.changes {
            let records = &mut last.undo.records;
            records.retain(|record| record.platform != platform);
        }
        self.changes.retain(|last| !last.undo.records.is_empty());
    }
}
