//! Two languages for those who write the others, made from English as it is read. They
//! have no files.
//!
//! The pseudo-language is English with accents, longer by as much as a translation may
//! be, and in brackets. A text on a screen without accents is not from the content; one
//! without its closing bracket is cut off.
//!
//! In the other, each text is its key, by the name that `content status` has for it:
//! what stands on a screen says where it is written.

use std::borrow::Cow;

use toml::de::{DeTable, DeValue};

use crate::language::Language;

/// What a text becomes.
#[derive(Clone, Copy)]
enum Made {
    Accented,
    Key,
}

/// Turns every text of the file of words `name` into `language`, but for the names of
/// platforms and for dates, which are said within others. All that such a file holds is
/// text.
pub(super) fn translate_file(language: &Language, name: &str, file: &mut DeTable<'_>) {
    let made = if language.tag() == Language::KEYS {
        Made::Key
    } else {
        Made::Accented
    };
    let name = name.strip_suffix(".toml").unwrap_or(name);
    let texts = file
        .iter_mut()
        .filter(|(key, _)| !["names", "dates"].contains(&&**key.get_ref()));
    texts.for_each(|(key, value)| {
        made.translate(&format!("{name}:{}", key.get_ref()), value.get_mut());
    });
}

impl Made {
    /// Turns what stands under `key`, and all below it.
    fn translate(self, key: &str, value: &mut DeValue<'_>) {
        match value {
            DeValue::String(text) => *text = Cow::Owned(self.text(key, text)),
            DeValue::Array(items) => {
                for (place, item) in items.iter_mut().enumerate() {
                    self.translate(&format!("{key}.{}", place + 1), item.get_mut());
                }
            }
            DeValue::Table(table) => {
                for (end, value) in table.iter_mut() {
                    let key = format!("{key}.{}", end.get_ref());
                    match value.get_mut() {
                        DeValue::Table(answers) if end.get_ref() == "answers" => {
                            for (end, words) in answers.iter_mut() {
                                self.answers(&format!("{key}.{}", end.get_ref()), words.get_mut());
                            }
                        }
                        value => self.translate(&key, value),
                    }
                }
            }
            _ => {}
        }
    }

    /// Turns words parted by commas, each of which stands alone.
    fn answers(self, key: &str, value: &mut DeValue<'_>) {
        if let DeValue::String(words) = value {
            *words = Cow::Owned(match self {
                Self::Accented => {
                    let each: Vec<_> = words.split(',').map(|word| pseudo(word.trim())).collect();
                    each.join(", ")
                }
                Self::Key => key.to_owned(),
            });
        }
    }

    fn text(self, key: &str, text: &str) -> String {
        match self {
            Self::Accented => pseudo(text),
            Self::Key => named(key, text),
        }
    }
}

/// The key of a text, and the placeholders that it has to keep.
fn named(key: &str, text: &str) -> String {
    let placeholders = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'));
    let placeholders = placeholders.map(|(name, _)| format!(" {{{name}}}"));
    placeholders.fold(key.to_owned(), |named, placeholder| named + &placeholder)
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
    fn a_key_keeps_the_placeholders_of_its_text() {
        for (text, expected) in [
            ("Search:", "interface:list"),
            ("{done} of {of} done", "interface:list {done} {of}"),
        ] {
            assert_eq!(named("interface:list", text), expected);
        }
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
