//! What is counted over all platforms: once, and not for each key and each frame, until
//! the content or the checklist is another.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use crate::catalogue::Catalogue;
use crate::overview::Progress;

/// What was counted of a catalogue and a checklist, as far as somebody asked.
#[derive(Debug)]
pub(super) struct Counted {
    catalogue: Rc<Catalogue>,
    /// How often the checklist had changed by then.
    changes: usize,
    pub(super) progress: OnceCell<Progress>,
    /// The first platform that is still open.
    pub(super) first_open: OnceCell<Option<usize>>,
    /// The minutes that each platform takes of somebody who uses it.
    pub(super) minutes_if_used: OnceCell<Vec<usize>>,
    /// The places of all platforms, of those that are left to do, and of those to look at
    /// again.
    pub(super) all: OnceCell<Rc<[usize]>>,
    pub(super) left: OnceCell<Rc<[usize]>>,
    pub(super) again: OnceCell<Rc<[usize]>>,
}

/// What was counted last.
#[derive(Debug, Default)]
pub(super) struct LastCounted(RefCell<Option<Rc<Counted>>>);

impl LastCounted {
    /// What was counted of this catalogue, and of a checklist that has changed so often.
    pub(super) fn of(&self, catalogue: &Rc<Catalogue>, changes: usize) -> Rc<Counted> {
        let mut last = self.0.borrow_mut();
        if let Some(last) = &*last
            && Rc::ptr_eq(&last.catalogue, catalogue)
            && last.changes == changes
        {
            return last.clone();
        }
        let new = Rc::new(Counted {
            catalogue: catalogue.clone(),
            changes,
            progress: OnceCell::new(),
            first_open: OnceCell::new(),
            minutes_if_used: OnceCell::new(),
            all: OnceCell::new(),
            left: OnceCell::new(),
            again: OnceCell::new(),
        });
        *last = Some(new.clone());
        new
    }
}
