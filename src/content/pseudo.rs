//! The pseudo-language: English with accents, longer by as much as a translation
//! may be, and in brackets. A text on a screen without accents is not from the
//! content; one without its closing bracket is cut off.
//!
//! It has no files. The English ones are turned into it as they are read.

use std::borrow::Cow;

use toml::de::{DeTable, DeValue};

/// Turns every text of a file of words into the pseudo-language, but for the names of
/// platforms and for dates, which are said within others. All that such a file holds is text.
pub(super) fn translate_file(file: &mut DeTable<'_>) {
    let texts = file
        .iter_mut()
        .filter(|(key, _)| !["names", "dates"].contains(&&**key.get_ref()));
    texts.for_each(|(_, value)| translate(value.get_mut()));
}

fn translate(value: &mut DeValue<'_>) {
    match value {
        DeValue::String(text) => *text = Cow::Owned(pseudo(text)),
        DeValue::Array(items) => items.iter_mut().for_each(|item| translate(item.get_mut())),
        DeValue::Table(table) => {
            for (key, value) in table.iter_mut() {
                match value.get_mut() {
                    DeValue::Table(answers) if key.get_ref() == "answers" => {
                        let answers = answers.iter_mut();
                        answers.for_each(|(_, words)| translate_words(words.get_mut()));
                    }
                    value => translate(value),
                }
            }
        }
        _ => {}
    }
}

/// Turns words parted by commas, each of which stands alone, into the
/// pseudo-language.
fn translate_words(value: &mut DeValue<'_>) {
    if let DeValue::String(words) = value {
        let each: Vec<_> = words.split(',').map(|word| pseudo(word.trim())).collect();
        *words = Cow::Owned(each.join(", "));
    }
}

/// A text in the pseudo-language. Placeholders stay as they are.
fn pseudo(text: &str) -> String {
    let mut result = "[".to_owned();
    // How much of a letter is still to be added, in fifths: two for each letter
    // make the text two fifths longer.
    let mut owed = 0;
    // The last letter, which is repeated for what is still owed, and its place.
    let mut last = None;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c == '{'
            && let Some(end) = rest.find('}')
        {
            result += &rest[..=end];
            rest = &rest[end + 1..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        let accented = accented(c);
        result.push(accented);
        if c.is_alphabetic() {
            owed += 2;
            last = Some((accented, result.len()));
        }
        while owed >= 5 && "aeiouAEIOU".contains(c) {
            result.extend(accented.to_lowercase());
            owed -= 5;
        }
    }
    if let Some((last, place)) = last {
        let more = last.to_lowercase().to_string().repeat((owed + 2) / 5);
        result.insert_str(place, &more);
    }
    result.push(']');
    result
}

/// A letter of the alphabet with an accent: one column wide like the letter
/// itself. Anything else as it is.
fn accented(c: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "åƀçđéƒĝĥîĵķļṁñöþɋŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ";
    let place = PLAIN.find(c);
    place
        .and_then(|place| ACCENTED.chars().nth(place))
        .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr as _;

    use super::*;

    #[test]
    fn a_text_is_accented_bracketed_and_two_fifths_longer() {
        for (text, expected) in [
            ("See what happens", "[Šééé ŵĥååţ ĥååþþééñššš]"),
            ("{done} of {of} done", "[{done} öƒ {of} đööñéé]"),
            ("{label.area}: on", "[{label.area}: öññ]"),
            ("OK", "[ÖĶķ]"),
            ("5", "[5]"),
        ] {
            assert_eq!(pseudo(text), expected);
        }
        let text = "Everybody who signs in finds this setting under the name that they know.";
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let longer = pseudo(text).width() - 2 - text.width();
        assert!(
            longer.abs_diff(letters * 2 / 5) <= 1,
            "{longer} of {letters}"
        );
    }

    #[test]
    fn no_letter_keeps_its_plain_form() {
        let alphabet: String = ('a'..='z').chain('A'..='Z').collect();
        let changed = pseudo(&alphabet);
        assert!(
            !changed.contains(|c: char| c.is_ascii_alphabetic()),
            "{changed}"
        );
        assert_eq!(changed.width(), changed.chars().count());
    }
}
