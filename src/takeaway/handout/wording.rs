//! The words of a page.

use std::rc::Rc;

use crate::catalogue::{Catalogue, OwnScreens};
use crate::content::ContentError;
use crate::words::{Texts, WorkshopWords};

/// The words of a page in one language.
#[derive(Debug)]
pub struct Wording {
    /// Those of the program and of the platforms.
    pub texts: Rc<Texts>,
    /// Those of the workshop, of which the page is a part.
    pub workshop: WorkshopWords,
}

impl Wording {
    /// The words in the language of `texts`.
    ///
    /// # Errors
    /// If those of the workshop are faulty.
    pub fn new(catalogue: &Catalogue, texts: Rc<Texts>) -> Result<Self, ContentError> {
        let workshop = catalogue.workshop_words(&texts.language)?;
        Ok(Self { texts, workshop })
    }

    /// Lays the words of screens over these that a plan brings along.
    pub fn lay_over(&mut self, own: &OwnScreens) {
        own.lay_over(&self.texts.chain, &mut self.workshop);
    }

    /// The tag that HTML knows the language by.
    pub(super) fn lang(&self) -> String {
        self.texts.language.written().tag().to_owned()
    }
}
