//! The content that is compiled in: every file as it is written.

/// The text of the built-in file at `path` below the content folder. `build.rs`
/// lists them in a `match`: unlike a table of references, it costs nothing to load.
pub(crate) fn embedded_file(path: &str) -> Option<&'static str> {
    include!(concat!(env!("OUT_DIR"), "/files.rs"))
}

/// The paths of the built-in files, each on a line.
static PATHS: &str = include_str!(concat!(env!("OUT_DIR"), "/paths.txt"));

/// The built-in files by path.
pub(crate) fn originals() -> impl Iterator<Item = (&'static str, &'static str)> {
    PATHS
        .lines()
        .filter_map(|path| Some((path, embedded_file(path)?)))
}
