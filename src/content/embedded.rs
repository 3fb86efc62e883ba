//! The content that is compiled in: its texts, one behind the other, and where each
//! begins and ends. `build/content.rs` lays them out.

/// The built-in content as JSON: see `build/content.rs`.
#[expect(clippy::unreadable_literal, reason = "the build writes the numbers")]
static EMBEDDED: Embedded = include!(concat!(env!("OUT_DIR"), "/content.rs"));

/// The built-in files as they were written, one after the other, each headed by
/// U+0001 and its name on a line: see `build/content.rs`.
static ORIGINALS: &str = include_str!(concat!(env!("OUT_DIR"), "/originals.txt"));

/// A stretch of the embedded text, from its first byte to the one behind it.
pub(crate) type Range = (u32, u32);

struct Embedded {
    text: &'static str,
    /// The name and the text of each file, and what the list shows of the prose it
    /// holds, in the order of the names.
    files: &'static [(Range, Range, Option<Range>)],
    /// The parts of files that stand by themselves.
    lazy: &'static [Range],
}

impl Embedded {
    fn at(&self, (start, end): Range) -> &'static str {
        &self.text[start as usize..end as usize]
    }

    fn find(&self, path: &str) -> Option<&'static (Range, Range, Option<Range>)> {
        let place = self
            .files
            .binary_search_by_key(&path, |file| self.at(file.0));
        Some(&self.files[place.ok()?])
    }
}

/// The number of the first part: `build/content.rs` has the same.
const FIRST_PART: u64 = 1 << 63;

/// The part of a built-in file that stands there as a number. Such numbers begin
/// where TOML's end, so that none that somebody wrote can be taken for one.
pub(super) fn embedded_part(number: u64) -> Option<&'static str> {
    let number = number.checked_sub(FIRST_PART)?;
    let range = EMBEDDED.lazy.get(usize::try_from(number).ok()?)?;
    Some(EMBEDDED.at(*range))
}

/// The built-in file at `path`, as JSON.
pub(super) fn embedded_file(path: &str) -> Option<&'static str> {
    Some(EMBEDDED.at(EMBEDDED.find(path)?.1))
}

/// What the list shows of the built-in prose at `path`.
pub(crate) fn embedded_summary(path: &str) -> Option<&'static str> {
    Some(EMBEDDED.at(EMBEDDED.find(path)?.2?))
}

/// The built-in text at a place.
pub(crate) fn embedded_text(place: Range) -> &'static str {
    EMBEDDED.at(place)
}

/// The built-in files by name, as they were written.
pub(crate) fn originals() -> impl Iterator<Item = (&'static str, &'static str)> {
    ORIGINALS
        .split('\u{1}')
        .filter_map(|file| file.split_once('\n'))
}
