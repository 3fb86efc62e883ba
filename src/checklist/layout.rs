//! How the text of the file is laid out, beyond what TOML is about; and which parts of
//! it are not TOML.

use std::collections::BTreeSet;

use super::damage::{Damage, Skipped, parse};

/// What is taken off the text before it is read, and put back as it is written.
#[derive(Debug, Default)]
pub(super) struct Layout {
    byte_order_mark: bool,
    carriage_returns: bool,
    /// The tables that are not TOML, to the letter.
    unread: String,
}

impl Layout {
    /// Takes off a text what is no TOML, and says of which platforms that is.
    ///
    /// # Errors
    /// If what is left of it could be nobody's record.
    pub(super) fn of(text: &str) -> Result<(String, Self, Vec<Skipped>), Damage> {
        let (text, byte_order_mark) = match text.strip_prefix('\u{feff}') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let lines = text.matches('\n').count();
        let layout = Self {
            byte_order_mark,
            carriage_returns: text.matches("\r\n").count() * 2 > lines,
            unread: String::new(),
        };
        let Err(whole) = parse(text) else {
            return Ok((text.to_owned(), layout, Vec::new()));
        };
        let (mut read, mut unread, mut skipped) = (String::new(), String::new(), Vec::new());
        let mut seen = BTreeSet::new();
        for (before, table) in tables(text) {
            let damage = match parse(table) {
                Ok(_) if heading(table).is_none_or(|heading| seen.insert(heading)) => {
                    read += table;
                    continue;
                }
                Ok(_) => Damage {
                    line: before + 1,
                    value: None,
                },
                Err(damage) => Damage {
                    line: before + damage.line,
                    ..damage
                },
            };
            let Some(platform) = platform(table) else {
                return Err(whole);
            };
            unread += table;
            skipped.push(Skipped { platform, damage });
            // So that the lines that follow keep their numbers.
            read.extend(table.matches('\n'));
        }
        let layout = Self { unread, ..layout };
        Ok((read, layout, skipped))
    }

    /// Whether nothing at all is to be written, of what now stands in the part that is
    /// TOML.
    pub(super) fn is_blank(&self, text: &str) -> bool {
        self.unread.is_empty() && text.trim().is_empty()
    }

    /// Leaves out what is no TOML of a platform.
    pub(super) fn forget(&mut self, forgotten: &str) {
        let kept = tables(&self.unread).into_iter();
        let kept = kept.filter(|(_, table)| platform(table).as_deref() != Some(forgotten));
        self.unread = kept.map(|(_, table)| table).collect();
    }

    /// The text to be written, of what now stands in the part that is TOML.
    pub(super) fn lay_out(&self, text: &str) -> String {
        let mut text = text.to_owned();
        if !self.unread.is_empty() {
            // The lines that stood for it are not to grow with each change.
            text.truncate(text.trim_end().len());
            text += "\n\n";
            text += &self.unread;
        }
        if self.carriage_returns {
            text = text.replace("\r\n", "\n").replace('\n', "\r\n");
        }
        if self.byte_order_mark {
            text.insert(0, '\u{feff}');
        }
        text
    }
}

/// The tables of a text, and before them what stands above the first; each with the
/// number of lines before it.
fn tables(text: &str) -> Vec<(usize, &str)> {
    let mut starts = vec![(0, 0)];
    let mut offset = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if line.trim_start().starts_with('[') && heading(line).is_some() {
            starts.push((number, offset));
        }
        offset += line.len();
    }
    let ends = starts.iter().skip(1).map(|(_, start)| *start);
    let ends = ends.chain([text.len()]);
    let tables = starts.iter().zip(ends);
    tables
        .map(|((number, start), end)| (*number, &text[*start..end]))
        .collect()
}

/// The heading of a table as far as it is one, without the ways to write it. None where
/// there is none, or where there may be several of it.
fn heading(table: &str) -> Option<Vec<String>> {
    let line = table.lines().next()?;
    if !line.trim_start().starts_with('[') || line.trim_start().starts_with("[[") {
        return None;
    }
    let document = parse(line).ok()?;
    let mut path = Vec::new();
    let mut item = document.as_item();
    while let Some((key, inner)) = item.as_table().and_then(|table| table.iter().next()) {
        path.push(key.to_owned());
        item = inner;
    }
    Some(path)
}

/// The platform whose record a table is.
fn platform(table: &str) -> Option<String> {
    let path = heading(table)?;
    let mut path = path.into_iter();
    (path.next()? == "platforms").then_some(())?;
    path.next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guard::planted::PANIC;

    #[test]
    fn a_record_that_its_reader_panics_at_condemns_no_other() {
        let sound = "format = 1\n[platforms.a]\nstate = \"done\"\n";
        let text = format!("{sound}[platforms.b]\n# {PANIC}\n");
        let (read, layout, skipped) = Layout::of(&text).expect("the rest is read");
        assert!(read.starts_with(sound) && !read.contains(PANIC));
        let skipped: Vec<_> = skipped
            .iter()
            .map(|it| (&*it.platform, it.damage.line))
            .collect();
        assert_eq!(skipped, [("b", 4)]);
        assert!(
            layout.lay_out(&read).contains(PANIC),
            "it stays in the file"
        );
        Layout::of(&format!("# {PANIC}\n")).expect_err("nobody’s record");
    }
}
