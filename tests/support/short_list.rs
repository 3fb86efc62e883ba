//! The list of `tests/short_list/`: it does not grow, so that a new platform
//! changes no test.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use nonmerci::content::Source;

use super::edition::Edition;

/// The folder to lay over the built-in content.
pub(crate) fn short_list_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/short_list")
}

/// The built-in content with that list.
pub(crate) fn short_list() -> Rc<Edition> {
    thread_local! {
        static SHORT_LIST: Rc<Edition> = {
            let source = Source::with_folder(&short_list_folder());
            Rc::new(Edition::of(source.expect("the short list")))
        };
    }
    SHORT_LIST.with(Rc::clone)
}
