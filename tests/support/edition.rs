//! An edition of the content: what there is in the program, or in a folder laid
//! over it. Read once, because reading takes longer than most tests.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use nonmerci::catalogue::Catalogue;
use nonmerci::content::Source;
use nonmerci::language::Language;
use nonmerci::words::Texts;

/// A catalogue, and its words in each language that was asked for.
pub(crate) struct Edition {
    pub(crate) catalogue: Rc<Catalogue>,
    texts: RefCell<BTreeMap<String, Rc<Texts>>>,
}

impl Edition {
    /// What can be read from a source.
    pub(crate) fn of(source: Source) -> Self {
        Self {
            catalogue: Rc::new(Catalogue::load(source).expect("the content")),
            texts: RefCell::default(),
        }
    }

    /// The words in a language.
    pub(crate) fn texts(&self, language: &str) -> Rc<Texts> {
        let mut read = self.texts.borrow_mut();
        let texts = read.entry(language.to_owned()).or_insert_with(|| {
            let texts = self.catalogue.texts(&Language::new(language));
            texts.expect("the words")
        });
        texts.clone()
    }
}

/// The edition that is built in, with all its platforms.
pub(crate) fn built_in() -> Rc<Edition> {
    thread_local! {
        static BUILT_IN: Rc<Edition> = Rc::new(Edition::of(Source::embedded()));
    }
    BUILT_IN.with(Rc::clone)
}
