//! `nonmerci content schema`: the JSON Schemas of the content's files, for editors.

use std::path::Path;

use serde_json::Map;

use crate::check::schemas;
use crate::commands::setup::Setup;
use crate::commands::{print, to_json};
use crate::content::ContentError;
use crate::outside::files::create_folders;
use crate::outside::replace::{Readers, replace};
use crate::problem::{self, Problem};

pub(super) fn run(setup: &Setup, dir: Option<&Path>) -> Result<(), Problem> {
    let schemas = schemas().into_iter();
    let Some(dir) = dir else {
        let mut all = Map::new();
        all.extend(schemas.map(|schema| (schema.name.to_owned(), schema.schema)));
        return print(setup, &to_json(&all));
    };
    let mut written = String::new();
    for schema in schemas {
        let path = dir.join(format!("{}.schema.json", schema.name));
        let text = format!("{:#}\n", schema.schema);
        let saved =
            create_folders(dir).and_then(|()| replace(&path, text.as_bytes(), Readers::Everybody));
        if let Err(error) = saved {
            let error = ContentError::Unwritable { path, error };
            return Err(problem::content(&error, &setup.texts.interface));
        }
        written += &format!("{}\n", path.display());
    }
    print(setup, &written)
}
