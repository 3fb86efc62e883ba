//! The text of the file read: its records, and what cannot be read of it.

use toml_edit::{DocumentMut, Item};

use super::damage::{Damage, Skipped, parse, wrong};
use super::history::History;
use super::item::text_of;
use super::layout::Layout;
use super::record::read_record;
use super::{Checklist, Record, Undo};
use crate::handwritten::line_of;

/// The number of the file's layout that this program reads and writes.
pub(super) const FORMAT: i64 = 1;

/// What the file holds.
#[derive(Debug)]
pub(super) struct Contents {
    pub(super) document: DocumentMut,
    pub(super) checklist: Checklist,
    pub(super) skipped: Vec<Skipped>,
    pub(super) layout: Layout,
    pub(super) history: History,
}

/// Why a text is none of ours.
#[derive(Debug)]
pub(super) enum Unread {
    /// It does not read as a checklist.
    Damaged(Damage),
    /// It was written by a newer version, in the layout of this number.
    Newer(i64),
}

impl Contents {
    /// Whether there is nothing at all in it.
    pub(super) fn is_blank(&self) -> bool {
        self.layout.is_blank(&self.document.to_string())
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// If it does not read as a checklist that this version knows.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Unread> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            Unread::Damaged(Damage {
                line: line_of(bytes, error.valid_up_to()),
                value: None,
            })
        })?;
        let (text, layout, skipped) = Layout::of(text).map_err(Unread::Damaged)?;
        let mut skipped = skipped;
        let document = parse(&text).map_err(Unread::Damaged)?;
        let bytes = text.as_bytes();
        let root = document.as_table();
        let wrong_in = |key, item| Unread::Damaged(wrong(bytes, key, item));
        let format = match root.get("format") {
            None => FORMAT,
            Some(item) => item.as_integer().ok_or_else(|| wrong_in("format", item))?,
        };
        if format > FORMAT {
            return Err(Unread::Newer(format));
        }
        let mut checklist = Checklist::default();
        let mut unread = Vec::new();
        if let Some(item) = root.get("platforms") {
            let platforms = item
                .as_table_like()
                .ok_or_else(|| wrong_in("platforms", item))?;
            for (id, item) in platforms.iter() {
                let record = item
                    .as_table_like()
                    .ok_or_else(|| (false, wrong(bytes, id, item)))
                    .and_then(|table| read_record(table, bytes));
                let record = record.unwrap_or_else(|(chosen, damage)| {
                    unread.push(id.to_owned());
                    skipped.push(Skipped {
                        platform: id.to_owned(),
                        damage,
                    });
                    Record {
                        chosen,
                        ..Record::default()
                    }
                });
                checklist.put(id.to_owned(), record);
            }
        }
        let document = document.into_mut();
        let platforms = document.get("platforms").and_then(Item::as_table_like);
        for platform in unread {
            let item = platforms.and_then(|platforms| platforms.get(&platform));
            let text = item.map(|item| text_of(item, &platform));
            checklist.records.entry(platform).or_default().unread = text;
        }
        checklist.last = Undo::read(document.as_table(), &checklist.records);
        Ok(Self {
            history: History::read(document.as_table()),
            document,
            checklist,
            skipped,
            layout,
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::trial::{DAY, done, holding, text};
    use super::super::{FileError, Mark};

    #[test]
    fn a_damaged_file_is_named_to_the_line_and_left_alone() {
        for (before, line, value) in [
            ("format = 1\n[platforms", 2, None),
            ("\n\nstate = = 1\n", 3, None),
            ("format = \"x\"\n", 1, Some("format")),
            ("format = 1\nplatforms = 3\n", 2, Some("platforms")),
            ("format = 1\n[other]\nx = = 1\n", 3, None),
        ] {
            let (_dir, file) = holding(before);
            for result in [file.load().err(), file.change(&done("linkedin"), DAY).err()] {
                let Some(FileError::Damaged(_, damage)) = result else {
                    panic!("{before:?}: {result:?}");
                };
                assert_eq!(damage.line, line, "{before:?}");
                assert_eq!(
                    damage.value.map(|(key, _)| key).as_deref(),
                    value,
                    "{before:?}"
                );
            }
            assert_eq!(text(&file), before);
        }
    }

    /// Each stands between two good ones, which are read and can be changed; and it
    /// stays in the file to the letter.
    #[test]
    fn one_record_that_cannot_be_read_condemns_no_other() {
        let good = "[platforms.first]\nstate = \"done\"\non = 2026-11-01\n\n";
        let last = "[platforms.last]\nstate = \"later\"\n";
        for (bad, line, value) in [
            ("[platforms.x]\nstate = \"dnoe\"\n", 6, Some("state")),
            ("[platforms.x]\nstate = 3\n", 6, Some("state")),
            (
                "[platforms.x]\nstate = \"done\"\non = 2026-02-30\n",
                7,
                None,
            ),
            ("[platforms.x]\non = 23.11.2026\n", 6, None),
            ("[platforms.x]\non = \"23.11.2026\"\n", 6, Some("on")),
            ("[platforms.x]\non = \"soon\"\n", 6, Some("on")),
            ("[platforms.x]\nsteps = [1]\n", 6, Some("steps")),
            ("[platforms.x]\naddress = [\n[1]\n]\n", 6, Some("address")),
            ("[platforms.x]\nstate = \"done\nfriend = 1\n", 6, None),
            ("[platforms.first]\nstate = \"todo\"\n", 5, None),
            (
                "[platforms.x.y]\n[platforms.x]\nstate = \"dnoe\"\n",
                7,
                Some("state"),
            ),
            (
                "[platforms.\"\u{202e}x\"]\n\"\\u001bon\" = 1\nstate = 1\n",
                7,
                Some("state"),
            ),
        ] {
            let before = format!("{good}{bad}\n{last}");
            let (_dir, file) = holding(&before);
            let (checklist, skipped) = file.load_with_skipped().expect(bad);
            assert_eq!(skipped.len(), 1, "{bad}: {skipped:?}");
            assert_eq!(skipped[0].damage.line, line, "{bad}");
            let key = skipped[0].damage.value.as_ref().map(|(key, _)| &**key);
            assert_eq!(key, value, "{bad}");
            assert_eq!(checklist.record("first").mark, Mark::Done, "{bad}");
            assert_eq!(checklist.record("last").mark, Mark::Later, "{bad}");
            for platform in ["first", "new"] {
                file.change(&done(platform), DAY).expect(bad);
            }
            let after = text(&file);
            assert!(after.contains(bad), "{bad} is lost in:\n{after}");
            let (checklist, skipped) = file.load_with_skipped().expect(bad);
            assert_eq!(skipped.len(), 1, "{after}");
            for (platform, mark) in [
                ("first", Mark::Done),
                ("new", Mark::Done),
                ("last", Mark::Later),
            ] {
                assert_eq!(checklist.record(platform).mark, mark, "{after}");
            }
        }
    }

    #[test]
    fn a_day_with_a_time_is_that_day() {
        for moment in [
            "2026-11-23T23:30:00+01:00",
            "2026-11-23T10:00:00Z",
            "2026-11-23 10:00:00",
        ] {
            let (_dir, file) =
                holding(&format!("[platforms.x]\nstate = \"done\"\non = {moment}\n"));
            let (checklist, skipped) = file.load_with_skipped().expect(moment);
            assert_eq!(skipped, []);
            assert_eq!(checklist.record("x").on, Some(date(2026, 11, 23)));
        }
    }
}
