//! A file that is not TOML, line by line. A list that is never closed, an equals sign
//! that is missing: what was meant is clear, and is repaired in a copy, so that the
//! rest of the file is read as it was meant. One slip is then reported once, and hides
//! no other.
//!
//! A repair never moves anything: each byte of the copy stands where it stood. Where
//! there is no room for what is missing, the entry is blanked instead, and what else is
//! wrong in it shows once it is mended.

use std::ops::Range;

use toml::de::DeTable;

/// A copy of a file that was not TOML, as it was meant.
#[derive(Debug)]
pub(super) struct Repaired {
    /// The text, each byte in its place.
    pub(super) text: String,
    /// Whether something that stands in the file was blanked.
    pub(super) is_partial: bool,
    /// What was wrong with the one that was written.
    pub(super) repairs: Vec<Repair>,
}

/// What was wrong with the form of a file.
#[derive(Debug)]
pub(super) struct Repair {
    pub(super) span: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

/// Repairs a text that is not TOML. None where it is, or where nothing can be said of
/// its lines.
pub(super) fn repair(text: &str) -> Option<Repaired> {
    // A text of several lines may hold anything.
    if ["\"\"\"", "'''"].iter().any(|marks| text.contains(marks)) || DeTable::parse(text).is_ok() {
        return None;
    }
    let mut reader = Reader {
        text,
        copy: text.as_bytes().to_vec(),
        list: None,
        bare: None,
        lost: None,
        end: 0,
        is_partial: false,
        repairs: Vec::new(),
    };
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        reader.line(from, line.trim_end());
        from += line.len();
    }
    reader.close_list("the file ends");
    reader.close_section(text.len());
    if reader.repairs.is_empty() {
        return None;
    }
    Some(Repaired {
        text: String::from_utf8(reader.copy).ok()?,
        is_partial: reader.is_partial,
        repairs: reader.repairs,
    })
}

/// A key, and what is known of its value.
struct FoundKey<'t> {
    name: &'t str,
    /// Where it begins.
    start: usize,
    /// Where its value begins, or would.
    value: usize,
}

struct Reader<'t> {
    text: &'t str,
    copy: Vec<u8>,
    /// The list that is open.
    list: Option<FoundKey<'t>>,
    /// The key on the line before, where it has no value.
    bare: Option<FoundKey<'t>>,
    /// The beginning of the section that has to be blanked.
    lost: Option<usize>,
    /// The end of the last line that says something.
    end: usize,
    is_partial: bool,
    repairs: Vec<Repair>,
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
            self.report(
                from..from + line.len(),
                "this mark was left by a merge of two versions",
                "keep one of the two versions, and remove the marks",
            );
            self.copy[from] = b'#';
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
    fn value(&mut self, key: FoundKey<'t>) {
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
            self.report(
                list.value..list.value + 1,
                format!("the list of `{}` is not closed before {but}", list.name),
                "put `]` on a line of its own after the last text of the list",
            );
            if self.text[..self.end].ends_with(',') {
                self.copy[self.end - 1] = b']';
            } else {
                self.blank(list.start..self.end);
                self.is_partial = true;
            }
        }
    }

    /// A section whose heading cannot be read ends where the next begins.
    fn close_section(&mut self, end: usize) {
        if let Some(start) = self.lost.take() {
            self.blank(start..end);
            self.is_partial = true;
        }
    }

    fn spaced(&mut self, key: &str, at: usize) {
        if !key.contains(' ') || key.contains(['"', '\'']) {
            return;
        }
        self.report(
            at..at + key.len(),
            "there is a space in this key",
            format!("write `{}`", key.replace(' ', "_")),
        );
        for (place, _) in key.match_indices(' ') {
            self.copy[at + place] = b'_';
        }
    }

    fn heading(&mut self, said: &str, at: usize) {
        self.close_section(at);
        let (opened, closed) = (said.starts_with('['), said.contains(']'));
        if opened && closed {
            return;
        }
        let double = said.starts_with("[[") || said.contains("]]");
        let (open, close) = if double { ("[[", "]]") } else { ("[", "]") };
        let (name, comment) = said.split_once('#').unwrap_or((said, ""));
        let name = name.trim().trim_matches(['[', ']']);
        let whole = format!("{open}{name}{close}");
        let missing = if opened { "closing" } else { "opening" };
        self.report(
            at..at + said.len(),
            format!("this heading has no {missing} bracket"),
            format!("write `{whole}`"),
        );
        // An empty line above has room for a bracket.
        let end = at + said.len() - comment.len();
        let filled = self.text[..at].trim_end().len();
        let above = self.text[filled..at].find('\n');
        let above = above.map_or(filled, |line| filled + line + 1);
        let start = end.checked_sub(whole.len());
        match start.filter(|start| *start >= above) {
            Some(start) => {
                self.blank(start.min(at)..at + said.len());
                self.copy[start..end].copy_from_slice(whole.as_bytes());
            }
            None => self.lost = Some(at),
        }
    }

    /// An item of a list, or its end, where no list is open.
    fn stray_item(&mut self, bare: Option<FoundKey<'t>>, said: &str) {
        if let Some(key) = bare {
            let name = key.name;
            let place = self.text[..key.value].rfind('=').unwrap_or(key.value);
            self.report(
                place..place + 1,
                format!("the list of `{name}` has no opening bracket"),
                format!("write `{name} = [`"),
            );
            // A space or the end of the line.
            self.copy[place + 1] = b'[';
            self.list = (!said.starts_with(']')).then_some(key);
        }
    }

    /// A line with neither a key nor anything else that can begin one.
    fn no_key(&mut self, said: &'t str, at: usize) {
        if said.starts_with("//") {
            self.report(
                at..at + 2,
                "this line is not a comment",
                "begin a comment with `#`",
            );
            self.copy[at] = b'#';
            return;
        }
        let length = said.find(|c: char| !is_of_key(c)).unwrap_or(said.len());
        let (name, rest) = said.split_at(length);
        let after = rest.trim_start();
        let place = at + said.len() - after.len();
        let help = format!("write `{name} = …`");
        let value = if name.is_empty() {
            return;
        } else if let Some(value) = after.strip_prefix(':') {
            let message = "here is a colon instead of an equals sign";
            self.report(place..place + 1, message, help);
            self.copy[place] = b'=';
            at + said.len() - value.trim_start().len()
        } else if after.len() < rest.len() && after.starts_with(['[', '"']) {
            let message = format!("there is no `=` between `{name}` and its value");
            self.report(place..place + 1, message, help);
            self.copy[at + length] = b'=';
            place
        } else {
            return;
        };
        self.value(FoundKey {
            name,
            start: at,
            value,
        });
    }

    fn report(&mut self, span: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        self.repairs.push(Repair {
            span,
            message: message.into(),
            help: help.into(),
        });
    }

    /// Leaves nothing of a stretch but its lines.
    fn blank(&mut self, span: Range<usize>) {
        for byte in &mut self.copy[span] {
            if *byte != b'\n' {
                *byte = b' ';
            }
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
fn key(said: &str, at: usize) -> Option<FoundKey<'_>> {
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
    Some(FoundKey {
        name,
        start: at,
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
        // In a list, words without quotation marks are not a heading.
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
    fn what_was_meant_is_read_and_every_byte_stays_in_its_place() {
        for (written, meant) in [
            (
                "a = [\n  'x',\n  'y',\nb = 'z'\n",
                "a = ['x', 'y']\nb = 'z'",
            ),
            (
                "a = [\n  'x',\n\n# more\n[t]\nb = 'z'\n",
                "a = ['x']\nt.b = 'z'",
            ),
            ("a = [\n  'x'\nb = 'z'\n", "b = 'z'"),
            ("a =\n  'x',\n]\n", "a = ['x']"),
            ("z = 1\na [\n  'x',\n]\n", "z = 1\na = ['x']"),
            ("a \"x\"\n", "a = 'x'"),
            ("a: [\n'é',\n]\n", "a = ['é']"),
            ("not used = [\n]\n", "not_used = []"),
            ("z = 1\n\n[t.u\na = 'x'\n", "z = 1\nt.u.a = 'x'"),
            ("z = 1\n\nt.u] # é\na = 'x'\n", "z = 1\nt.u.a = 'x'"),
            ("z = 1\n\n[[t\na = 'é'\n[v]\n", "z = 1\n[v]"),
            ("// words\na = 'x'\n", "a = 'x'"),
        ] {
            let repaired = repair(written).expect(written);
            assert_eq!(repaired.repairs.len(), 1, "{written}");
            assert_eq!(repaired.text.len(), written.len(), "{written}");
            let read: toml::Table = repaired.text.parse().expect(&repaired.text);
            assert_eq!(read, meant.parse().expect(meant), "{written}");
        }
    }

    #[test]
    fn what_nobody_can_guess_is_left_alone() {
        for text in [
            "a = [\"x\", \"y\"] # [\n\"b c\" = \"d = [\"\n[t] # t\n",
            "a = [ # open\n  \"x = [\",\n  # b = 1\n  \"]\",\n]\n",
            "a = \"\"\"\nb = [\n\"\"\"\nc = [\n",
            "a = 'x\n",
        ] {
            assert!(repair(text).is_none(), "{text}");
        }
    }
}
