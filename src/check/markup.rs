//! What other programs make of letters and of signs, and this one does not: HTML,
//! Markdown, and letters in two parts. Whoever writes so does it throughout, so each is
//! told once a file.

use std::ops::Range;

use icu_normalizer::properties::CanonicalCompositionBorrowed;

use super::diagnostic::Code;
use super::document::Document;
use super::report::Report;

/// A way of writing that is told once a file.
struct Habit {
    code: Code,
    find: fn(&str) -> Option<Range<usize>>,
    message: &'static str,
    help: &'static str,
}

const HABITS: [Habit; 4] = [
    Habit {
        code: Code::Markup,
        find: entity,
        message: "is HTML, and shown as it stands here",
        help: "write the letter itself, such as ü, é or «",
    },
    Habit {
        code: Code::Markup,
        find: tag,
        message: "is HTML, and shown as it stands here",
        help: "remove it: the program lays its texts out itself",
    },
    Habit {
        code: Code::Markup,
        find: bold,
        message: "is Markdown, and shown as it stands here",
        help: "remove it: the program lays its texts out itself",
    },
    Habit {
        code: Code::Decomposed,
        find: decomposed,
        message: "is a letter in two parts, which some terminals show apart and a search does not find",
        help: "write the letter again, in one piece (`é`, not `e` and an accent)",
    },
];

pub(super) fn check(document: &Document<'_>, report: &mut Report) {
    let possible = |c: char| matches!(c, '&' | '<' | '*') || is_mark(c);
    if !document.text.contains(possible) {
        return;
    }
    let strings = document.strings();
    for habit in &HABITS {
        let found = strings
            .iter()
            .filter_map(|entry| Some((entry, (habit.find)(entry.text)?)));
        let found: Vec<_> = found.collect();
        let first = found.iter().min_by_key(|(entry, _)| entry.span.start);
        let Some((entry, span)) = first.cloned() else {
            continue;
        };
        let more = match found.len() - 1 {
            0 => String::new(),
            1 => "; one more text has the same fault".to_owned(),
            more => format!("; {more} more texts have the same fault"),
        };
        let written = &entry.text[span.clone()];
        report.add(
            document,
            entry.within(span),
            habit.code,
            format!("`{written}` {}{more}", habit.message),
            habit.help,
        );
    }
}

/// `&uuml;`, `&#252;`.
fn entity(text: &str) -> Option<Range<usize>> {
    text.match_indices('&').find_map(|(start, _)| {
        let rest = &text[start + 1..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#')?;
        let is_one = (2..=10).contains(&end) && rest[end..].starts_with(';');
        is_one.then_some(start..start + end + 2)
    })
}

/// `<b>`, `</b>`, `<br/>`.
fn tag(text: &str) -> Option<Range<usize>> {
    text.match_indices('<').find_map(|(start, _)| {
        let rest = text[start + 1..].trim_start_matches('/');
        let end = text[start..].find('>')?;
        let opens = rest.starts_with(|c: char| c.is_ascii_alphabetic());
        opens.then_some(start..start + end + 1)
    })
}

/// `**bold**`.
fn bold(text: &str) -> Option<Range<usize>> {
    let start = text.find("**")?;
    let end = text[start + 2..].find("**")?;
    Some(start..start + end + 4)
}

/// A letter and a mark for which there is one letter.
fn decomposed(text: &str) -> Option<Range<usize>> {
    let letters = text.char_indices();
    let mut pairs = letters.clone().zip(letters.skip(1));
    pairs.find_map(|((start, letter), (place, mark))| {
        let composes = is_mark(mark)
            && CanonicalCompositionBorrowed::new()
                .compose(letter, mark)
                .is_some();
        composes.then_some(start..place + mark.len_utf8())
    })
}

/// Whether this is drawn over the letter before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_would_read_is_found_and_plain_text_is_not() {
        type Find = fn(&str) -> Option<Range<usize>>;
        for (find, text, expected) in [
            (entity as Find, "Gr&uuml;ezi", Some("&uuml;")),
            (entity, "a & b; &#252;", Some("&#252;")),
            (entity, "Q&A; AT&T, R&D", None),
            (tag, "Non <b>merci</b>", Some("<b>")),
            (tag, "a<br/>", Some("<br/>")),
            (tag, "1 < 2 > 0, <3", None),
            (bold, "ein **Wort** hier", Some("**Wort**")),
            (bold, "2 ** 3 *", None),
            (decomposed, "Zu\u{308}rich", Some("u\u{308}")),
            (decomposed, "Zürich q\u{308}", None),
        ] {
            assert_eq!(find(text).map(|span| &text[span]), expected, "{text}");
        }
    }
}
