//! The content that is compiled in: every file as it is written.

use std::ops::Range;

/// The paths of the built-in files, one behind the other, in order. `build.rs` writes
/// them, as it does the other two.
static PATHS: &str = include_str!(concat!(env!("OUT_DIR"), "/paths.txt"));

/// Their texts, in the same order.
static TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/texts.txt"));

/// Where the path and the text of each stand. Unlike a table of references, numbers cost
/// nothing to load.
#[expect(clippy::unreadable_literal, reason = "nobody reads them")]
static PLACES: &[(Range<usize>, Range<usize>)] = include!(concat!(env!("OUT_DIR"), "/places.rs"));

/// The text of the built-in file at `path` below the content folder.
pub(crate) fn embedded_file(path: &str) -> Option<&'static str> {
    let place = PLACES.binary_search_by_key(&path, |(path, _)| &PATHS[path.clone()]);
    let (_, text) = &PLACES[place.ok()?];
    Some(&TEXTS[text.clone()])
}

/// The built-in files by path.
pub(crate) fn originals() -> impl Iterator<Item = (&'static str, &'static str)> {
    let files = PLACES.iter();
    files.map(|(path, text)| (&PATHS[path.clone()], &TEXTS[text.clone()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_file_is_found_by_its_path() {
        for (path, text) in originals() {
            assert_eq!(embedded_file(path), Some(text), "{path}");
        }
        assert_eq!(embedded_file("fr"), None);
    }
}
