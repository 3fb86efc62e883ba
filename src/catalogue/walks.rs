//! The walks of all platforms, each composed once.

use std::cell::OnceCell;
use std::rc::Rc;

use jiff::civil::Date;

use super::{Catalogue, Walk};
use crate::words::Texts;

/// The walks of all platforms in the words of one language, each composed when it is
/// first asked for. They hold until the catalogue, the words or the day change.
#[derive(Debug)]
pub struct Walks(Vec<OnceCell<Rc<Walk>>>);

impl Walks {
    /// The walks of a catalogue, none composed yet.
    #[must_use]
    pub fn new(catalogue: &Catalogue) -> Self {
        Self(
            catalogue
                .platforms
                .iter()
                .map(|_| OnceCell::new())
                .collect(),
        )
    }

    /// The walk of a platform of `catalogue`, in the words of `texts`, on a day:
    /// always the same ones.
    #[must_use]
    pub fn get(
        &self,
        platform: usize,
        catalogue: &Catalogue,
        texts: &Texts,
        today: impl FnOnce() -> Date,
    ) -> &Rc<Walk> {
        self.0[platform].get_or_init(|| {
            let facts = &catalogue.platforms[platform];
            Rc::new(Walk::new(facts, texts.prose(platform), texts, today()))
        })
    }
}
