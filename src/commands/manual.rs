//! `nonmerci man`: the manual, in the reader's language, or all of it into a folder.

use std::path::Path;

use crate::cli::{self, ManualPage};
use crate::commands::print;
use crate::commands::setup::Setup;
use crate::content::ContentError;
use crate::outside::files::create_folders;
use crate::outside::replace::{Readers, replace};
use crate::problem::{self, Problem};

/// The language whose pages have no folder of their own: what `man` shows where there
/// is none for the reader's.
const WITHOUT_FOLDER: &str = "en";

pub(super) fn run(setup: &Setup, dir: Option<&Path>) -> Result<(), Problem> {
    let languages = setup.catalogue.languages();
    let interface = &setup.texts.interface;
    // The date of a page is that of what it tells of.
    let date = setup.catalogue.unlisted().looked.to_string();
    let Some(dir) = dir else {
        let definition = cli::command(interface, &languages);
        return print(setup, &cli::manual(definition, interface, &date));
    };
    let unusable = |error| problem::content(&error, interface);
    let mut written = String::new();
    for language in &languages {
        let texts = setup.catalogue.texts(language).map_err(unusable)?;
        let definition = cli::command(&texts.interface, &languages);
        let folder = match language.tag() {
            WITHOUT_FOLDER => dir.join("man1"),
            tag => dir.join(tag).join("man1"),
        };
        for ManualPage { file, text } in cli::manual_pages(definition, &texts.interface, &date) {
            let path = folder.join(file);
            let saved = create_folders(&folder)
                .and_then(|()| replace(&path, text.as_bytes(), Readers::Everybody));
            if let Err(error) = saved {
                return Err(unusable(ContentError::Unwritable { path, error }));
            }
            written += &format!("{}\n", path.display());
        }
    }
    print(setup, &written)
}
