//! The walks of all platforms, each composed once.

use std::cell::OnceCell;
use std::rc::Rc;

use jiff::civil::Date;

use super::{Catalogue, Course, Walk};
use crate::words::Texts;

/// The walks of all platforms in the words of one language, each composed when it is
/// first asked for. They hold until the catalogue, the words or the day change.
#[derive(Debug)]
pub struct Walks {
    full: Vec<OnceCell<Rc<Walk>>>,
    short: Vec<OnceCell<Rc<Walk>>>,
}

impl Walks {
    /// The walks of a catalogue, none composed yet.
    #[must_use]
    pub fn new(catalogue: &Catalogue) -> Self {
        let none = || catalogue.platforms.iter().map(|_| OnceCell::new());
        Self {
            full: none().collect(),
            short: none().collect(),
        }
    }

    /// The walk of a platform of `catalogue`, in the words of `texts`, on a day:
    /// always the same ones. The whole one where there is no short one.
    #[must_use]
    pub fn get(
        &self,
        platform: usize,
        course: Course,
        catalogue: &Catalogue,
        texts: &Texts,
        today: impl Fn() -> Date,
    ) -> &Rc<Walk> {
        let facts = &catalogue.platforms[platform];
        let prose = || texts.prose(platform);
        let full = || Walk::new(facts, prose(), texts, today());
        match course {
            Course::Full => self.full[platform].get_or_init(|| Rc::new(full())),
            Course::Short => self.short[platform].get_or_init(|| {
                let short = Walk::again(facts, prose(), texts, today());
                Rc::new(short.unwrap_or_else(full))
            }),
        }
    }
}
