//! The shape of a file, line by line, for where it is not TOML. A list that is
//! never closed, an equals sign that is missing: what was meant is clear, and is
//! put in, so that the rest of the file is read as it was meant. One slip is then
//! told once, and hides no other.

use std::ops::Range;

use toml::de::DeTable;

/// A file with what was missing in it.
#[derive(Debug, Default)]
pub(super) struct Mended {
    /// The text as it was meant.
    pub(super) text: String,
    /// What was wrong with the one that was written.
    pub(super) slips: Vec<Slip>,
    edits: Vec<Edit>,
}

/// What was wrong with the shape of a file.
#[derive(Debug)]
pub(super) struct Slip {
    /// Where, in the mended text.
    pub(super) span: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

/// What was put into a text, and what it took the place of, in bytes.
#[derive(Debug)]
struct Edit {
    /// Where, in the text as it was written.
    at: usize,
    removed: usize,
    put_in: &'static str,
}

impl Mended {
    /// The place in the text as it was written of one in the mended text.
    pub(super) fn written(&self, place: usize) -> usize {
        let (mut added, mut removed) = (0, 0);
        for edit in &self.edits {
            let start = edit.at + added - removed;
            if place < start {
                break;
            }
            if place < start + edit.put_in.len() {
                return edit.at;
            }
            added += edit.put_in.len();
            removed += edit.removed;
        }
        place + removed - added
    }
}

/// Mends the shape of a text that is not TOML. None where it is, or where nothing
/// can be said of its lines.
pub(super) fn mend(text: &str) -> Option<Mended> {
    // A text of several lines may hold anything.
    if ["\"\"\"", "'''"].iter().any(|marks| text.contains(marks)) {
        return None;
    }
    let mut reader = Reader {
        text,
        list: None,
        bare: None,
        end: 0,
        edits: Vec::new(),
        slips: Vec::new(),
    };
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        reader.line(from, line.trim_end());
        from += line.len();
    }
    reader.close_list("the file ends");
    if reader.slips.is_empty() || DeTable::parse(text).is_ok() {
        return None;
    }
    Some(reader.mended())
}

/// A key, and what is known of its value.
struct Key<'t> {
    name: &'t str,
    /// Where its value begins, or would.
    value: usize,
}

struct Reader<'t> {
    text: &'t str,
    /// The list that is open.
    list: Option<Key<'t>>,
    /// The key on the line before, where it has no value.
    bare: Option<Key<'t>>,
    /// The end of the last line that says something.
    end: usize,
    edits: Vec<Edit>,
    slips: Vec<Slip>,
}

impl<'t> Reader<'t> {
    /// Reads a line that begins at `from`.
    fn line(&mut self, from: usize, line: &'t str) {
        let said = line.trim_start();
        let at = from + line.len() - said.len();
        if said.is_empty() || said.starts_with('#') {
            return;
        }
        if is_conflict(line) {
            self.slip(
                from..from + line.len(),
                "this mark was left by a merge of two versions",
                "keep one of the two versions, and remove the marks",
            );
            self.put(from, 0, "# ");
            return;
        }
        let key = key(said, at);
        if key.is_some() || is_heading(said) {
            self.close_list("the next key or heading comes");
        }
        let bare = self.bare.take();
        if self.list.is_some() {
            if said.starts_with(']') {
                self.list = None;
            }
        } else if let Some(key) = key {
            self.spaced(key.name, at);
            self.value(key);
        } else if is_heading(said) {
            self.heading(said, at);
        } else if said.starts_with(['"', '\'', ']']) {
            self.stray_item(bare, said);
        } else {
            self.no_key(said, at);
        }
        self.end = from + line.len();
    }

    /// The value of a key opens a list, is on the line, or missing.
    fn value(&mut self, key: Key<'t>) {
        let value = self.text[key.value..].lines().next().unwrap_or_default();
        if value.trim().is_empty() {
            self.bare = Some(key);
        } else if opens_list(value) {
            self.list = Some(key);
        }
    }

    /// The open list ends where something else begins.
    fn close_list(&mut self, but: &str) {
        if let Some(list) = self.list.take() {
            self.slip(
                list.value..list.value + 1,
                format!("the list of `{}` is not closed before {but}", list.name),
                "put `]` on a line of its own after the last text of the list",
            );
            self.put(self.end, 0, "]");
        }
    }

    fn spaced(&mut self, key: &str, at: usize) {
        if !key.contains(' ') || key.contains(['"', '\'']) {
            return;
        }
        self.slip(
            at..at + key.len(),
            "there is a space in this key",
            format!("write `{}`", key.replace(' ', "_")),
        );
        for (place, _) in key.match_indices(' ') {
            self.put(at + place, 1, "_");
        }
    }

    fn heading(&mut self, said: &str, at: usize) {
        if said.contains(']') {
            if !said.starts_with('[') {
                self.slip(
                    at..at + said.len(),
                    "this heading has no opening bracket",
                    format!("write `[{said}`"),
                );
                self.put(at, 0, "[");
            }
            return;
        }
        let closing = if said.starts_with("[[") { "]]" } else { "]" };
        self.slip(
            at..at + said.len(),
            "this heading has no closing bracket",
            format!("write `{said}{closing}`"),
        );
        self.put(at + said.len(), 0, closing);
    }

    /// An item of a list, or its end, where no list is open.
    fn stray_item(&mut self, bare: Option<Key<'t>>, said: &str) {
        if let Some(key) = bare {
            let name = key.name;
            let place = self.text[..key.value].rfind('=').unwrap_or(key.value);
            self.slip(
                place..place + 1,
                format!("the list of `{name}` is not opened"),
                format!("write `{name} = [`"),
            );
            self.put(place + 1, 0, "[");
            self.list = (!said.starts_with(']')).then_some(key);
        }
    }

    /// A line with neither a key nor anything else that can begin one.
    fn no_key(&mut self, said: &'t str, at: usize) {
        if said.starts_with("//") {
            self.slip(
                at..at + 2,
                "this line is no comment",
                "begin a comment with `#`",
            );
            self.put(at, 0, "#");
            return;
        }
        let length = said.find(|c: char| !is_of_key(c)).unwrap_or(said.len());
        let (name, rest) = said.split_at(length);
        let after = rest.trim_start();
        let place = at + said.len() - after.len();
        let colon = after.starts_with(':');
        if name.is_empty() || !(colon || after.starts_with(['[', '"'])) {
            return;
        }
        let value = if colon {
            self.slip(
                place..place + 1,
                "a key is not followed by a colon",
                format!("write `{name} = …`"),
            );
            self.put(place, 1, "=");
            place + after.len() - after[1..].trim_start().len()
        } else {
            self.slip(
                place..place + 1,
                format!("there is no `=` between `{name}` and its value"),
                format!("write `{name} = …`"),
            );
            self.put(place, 0, "= ");
            place
        };
        self.value(Key { name, value });
    }

    fn slip(&mut self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.slips.push(Slip {
            span,
            message: message.into(),
            help: help.into(),
        });
    }

    fn put(&mut self, at: usize, removed: usize, put_in: &'static str) {
        self.edits.push(Edit {
            at,
            removed,
            put_in,
        });
    }

    fn mended(mut self) -> Mended {
        self.edits.sort_by_key(|edit| edit.at);
        let mut text = String::with_capacity(self.text.len() + 2 * self.edits.len());
        let mut from = 0;
        for edit in &self.edits {
            text += &self.text[from..edit.at];
            text += edit.put_in;
            from = edit.at + edit.removed;
        }
        text += &self.text[from..];
        for slip in &mut self.slips {
            let moved = |place: usize| {
                let before = self.edits.iter().take_while(|edit| edit.at < place);
                before.fold(place, |place, edit| {
                    place + edit.put_in.len() - edit.removed
                })
            };
            slip.span = moved(slip.span.start)..moved(slip.span.end);
        }
        Mended {
            text,
            slips: self.slips,
            edits: self.edits,
        }
    }
}

/// What a merge leaves where two versions differ.
fn is_conflict(line: &str) -> bool {
    line == "======="
        || ["<<<<<<<", ">>>>>>>"]
            .iter()
            .any(|mark| line.starts_with(mark))
}

/// Whether a key without quotation marks can have this character.
fn is_of_key(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.')
}

/// The key of a line, which begins at `at`, where it has one with an equals sign.
fn key(said: &str, at: usize) -> Option<Key<'_>> {
    let (name, value) = if let Some(rest) = said.strip_prefix('"') {
        let end = rest.find('"')? + 2;
        (&said[..end], said[end..].trim_start().strip_prefix('=')?)
    } else {
        let (name, value) = said.split_once('=')?;
        let name = name.trim_end();
        let of_key = |c: char| is_of_key(c) || c == ' ';
        if name.is_empty() || !name.chars().all(of_key) {
            return None;
        }
        (name, value)
    };
    Some(Key {
        name,
        value: at + said.len() - value.trim_start().len(),
    })
}

/// Whether a line is a heading, with one of its brackets at least.
fn is_heading(said: &str) -> bool {
    let said = said.split('#').next().unwrap_or_default().trim_end();
    let inner = said.trim_start_matches('[').trim_end_matches(']');
    inner.len() < said.len()
        && !inner.is_empty()
        && inner.chars().all(is_of_key)
        // In a list, words without quotation marks are no heading.
        && (said.starts_with('[') || inner.contains('.'))
}

/// Whether a value is a list that goes on on the next line.
fn opens_list(value: &str) -> bool {
    if !value.starts_with('[') {
        return false;
    }
    let mut depth = 0;
    let mut quote = None;
    let mut escaped = false;
    for c in value.chars() {
        match (quote, c) {
            (Some('"'), '\\') if !escaped => {
                escaped = true;
                continue;
            }
            (Some(open), c) if c == open && !escaped => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '#') => break,
            (None, '[') => depth += 1,
            (None, ']') => depth -= 1,
            _ => {}
        }
        escaped = false;
    }
    // What a quotation mark without partner is about, the line itself shows.
    depth > 0 && quote.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_is_read_and_told_once_on_its_line() {
        for (written, line, message, meant) in [
            (
                "a = [\n  \"x\",\n  \"y\",\nb = \"z\"\n",
                1,
                "the list of `a` is not closed before the next key or heading comes",
                "a = ['x', 'y']\nb = 'z'",
            ),
            (
                "a = [\n  \"x\",\n\n# more\n[t]\nb = \"z\"\n",
                1,
                "the list of `a` is not closed before the next key or heading comes",
                "a = ['x']\nt.b = 'z'",
            ),
            (
                "a = [\n  \"x\"",
                1,
                "the list of `a` is not closed before the file ends",
                "a = ['x']",
            ),
            (
                "a =\n  \"x\",\n]\n",
                1,
                "the list of `a` is not opened",
                "a = ['x']",
            ),
            (
                "z = 1\na [\n  \"x\",\n]\n",
                2,
                "there is no `=` between `a` and its value",
                "z = 1\na = ['x']",
            ),
            (
                "a \"x\"\n",
                1,
                "there is no `=` between `a` and its value",
                "a = 'x'",
            ),
            (
                "a: [\n\"x\",\n]\n",
                1,
                "a key is not followed by a colon",
                "a = ['x']",
            ),
            (
                "not used = [\n]\n",
                1,
                "there is a space in this key",
                "not_used = []",
            ),
            (
                "[t.u\na = 'x'\n",
                1,
                "this heading has no closing bracket",
                "t.u.a = 'x'",
            ),
            (
                "[[t\na = 'x'\n",
                1,
                "this heading has no closing bracket",
                "t = [{ a = 'x' }]",
            ),
            (
                "t.u]\na = 'x'\n",
                1,
                "this heading has no opening bracket",
                "t.u.a = 'x'",
            ),
            (
                "// words\na = 'x'\n",
                1,
                "this line is no comment",
                "a = 'x'",
            ),
        ] {
            let mended = mend(written).expect(written);
            let slips: Vec<_> = mended.slips.iter().collect();
            let [slip] = slips[..] else {
                panic!("{written}: {slips:?}");
            };
            assert_eq!(slip.message, message, "{written}");
            let place = mended.written(slip.span.start);
            assert_eq!(
                written[..place].matches('\n').count() + 1,
                line,
                "{written}"
            );
            let read: toml::Table = mended.text.parse().expect(&mended.text);
            assert_eq!(read, meant.parse().expect(meant), "{written}");
        }
    }

    #[test]
    fn what_is_well_formed_is_left_alone() {
        for text in [
            "a = [\"x\", \"y\"] # [\n\"b c\" = \"d = [\"\n[t] # t\n",
            "a = [ # open\n  \"x = [\",\n  # b = 1\n  \"]\",\n]\n",
            "a = [\n  [\"x\"],\n]\n",
            "a = { b = \"x\", c = [\"y\"] }\n",
            "a = \"\"\"\nb = [\n\"\"\"\n",
        ] {
            assert!(mend(text).is_none(), "{text}");
        }
    }

    #[test]
    fn places_are_those_of_the_text_as_it_was_written() {
        let text = "a [\n\"x\"\nb: \"é\"\nc = [\n\"y\",\nd = 1";
        let mended = mend(text).expect("slips");
        for word in ["x", "é", "y", "d = 1"] {
            let place = mended.text.find(word).expect(word);
            assert_eq!(
                mended.written(place),
                text.find(word).expect(word),
                "{word}"
            );
        }
    }
}
