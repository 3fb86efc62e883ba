//! Faults planted in the content by key, whatever its texts say, and in files that
//! are no longer TOML once they are planted. So it goes by lines: a key stands on one
//! of its own, and so does each item of a list.

use std::collections::BTreeMap;

/// What is done to the text of a file.
pub(crate) type Change = Box<dyn Fn(&str) -> String>;

/// The line, from 0, that a key stands on, such as `address.0.url` in the first
/// `[[address]]`, or `used.2` for the third item of a list.
pub(crate) fn line_at(file: &str, key: &str) -> usize {
    let mut table = String::new();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, line) in file.lines().enumerate() {
        if let Some(name) = line.strip_prefix("[[").and_then(|it| it.strip_suffix("]]")) {
            let place = numbers.entry(name).and_modify(|n| *n += 1).or_default();
            table = format!("{name}.{place}.");
        } else if let Some(name) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
            table = format!("{name}.");
            if name == key {
                return number;
            }
        } else if let Some((name, _)) = line.split_once(" = ") {
            let Some(rest) = key.strip_prefix(&format!("{table}{name}")) else {
                continue;
            };
            // The key itself; an item of its list; a plural form, on the same line.
            match rest.strip_prefix('.').map(str::parse::<usize>) {
                None if rest.is_empty() => return number,
                Some(Ok(item)) => return number + 1 + item,
                Some(Err(_)) => return number,
                None => {}
            }
        }
    }
    panic!("there is no {key}")
}

/// Changes a line.
fn at(file: &str, number: usize, change: &dyn Fn(&str) -> String) -> String {
    let lines = file.lines().enumerate().map(|(place, line)| {
        let line = if place == number {
            change(line)
        } else {
            line.to_owned()
        };
        line + "\n"
    });
    lines.collect()
}

/// Changes the line that a key stands on.
pub(crate) fn line(key: &'static str, change: impl Fn(&str) -> String + 'static) -> Change {
    Box::new(move |file| at(file, line_at(file, key), &change))
}

/// Changes the text at a key.
pub(crate) fn text(key: &'static str, change: impl Fn(&str) -> String + 'static) -> Change {
    line(key, move |line| {
        let (start, end) = line.find('"').zip(line.rfind('"')).expect("a text");
        let changed = change(&line[start + 1..end]);
        format!("{}{changed}{}", &line[..=start], &line[end..])
    })
}

/// Changes the first line that has something in it.
pub(crate) fn first_line_with(
    part: &'static str,
    change: impl Fn(&str) -> String + 'static,
) -> Change {
    Box::new(move |file| {
        let number = file.lines().position(|line| line.contains(part));
        at(file, number.expect(part), &change)
    })
}

/// Takes a list away.
pub(crate) fn without_list(key: &'static str) -> Change {
    Box::new(move |file| {
        let first = line_at(file, key);
        let length = file.lines().skip(first).position(|line| line == "]");
        let last = first + length.expect("the end of the list");
        let lines = file.split_inclusive('\n').enumerate();
        let rest = lines.filter(|(place, _)| !(first..=last).contains(place));
        rest.map(|(_, line)| line).collect()
    })
}

/// Adds something at the end.
pub(crate) fn at_the_end(more: &'static str) -> Change {
    Box::new(move |file| format!("{file}{more}"))
}
