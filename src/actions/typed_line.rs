//! A line that is typed, and edited as people expect it of any.

use std::ops::Deref;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_input::{Input, InputRequest};

/// A line that is typed, with the place in it that the next letter goes to.
#[derive(Debug, Clone, Default)]
pub struct TypedLine(Input);

impl Deref for TypedLine {
    type Target = str;

    fn deref(&self) -> &str {
        self.0.value()
    }
}

impl PartialEq for TypedLine {
    fn eq(&self, other: &Self) -> bool {
        self.parts() == other.parts()
    }
}

impl Eq for TypedLine {}

impl From<String> for TypedLine {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl TypedLine {
    /// Empties it.
    pub fn clear(&mut self) {
        self.0.reset();
    }

    /// What stands before the place that the next letter goes to, and what behind it.
    #[must_use]
    pub fn parts(&self) -> (&str, &str) {
        let place = self.char_indices().nth(self.0.cursor());
        self.split_at(place.map_or(self.len(), |(place, _)| place))
    }

    /// Answers to a key: a letter is typed, where the line is then no longer than
    /// `longest` characters, and the keys that edit do so. Whether the text is another.
    pub fn press(&mut self, event: KeyEvent, longest: usize) -> bool {
        let control = event.modifiers.contains(KeyModifiers::CONTROL);
        let held = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SUPER;
        let request = match event.code {
            KeyCode::Backspace => InputRequest::DeletePrevChar,
            KeyCode::Delete => InputRequest::DeleteNextChar,
            KeyCode::Left if control => InputRequest::GoToPrevWord,
            KeyCode::Right if control => InputRequest::GoToNextWord,
            KeyCode::Left => InputRequest::GoToPrevChar,
            KeyCode::Right => InputRequest::GoToNextChar,
            KeyCode::Home => InputRequest::GoToStart,
            KeyCode::End => InputRequest::GoToEnd,
            // As in a shell.
            KeyCode::Char(letter) if control => match letter {
                'a' => InputRequest::GoToStart,
                'e' => InputRequest::GoToEnd,
                'u' => InputRequest::DeleteFromStart,
                'k' => InputRequest::DeleteTillEnd,
                'w' => InputRequest::DeletePrevWord,
                'b' => InputRequest::GoToPrevChar,
                'f' => InputRequest::GoToNextChar,
                'd' => InputRequest::DeleteNextChar,
                _ => return false,
            },
            KeyCode::Char(letter) if !event.modifiers.intersects(held) => {
                return self.insert(letter, longest);
            }
            _ => return false,
        };
        self.0.handle(request).is_some_and(|changed| changed.value)
    }

    /// Takes a text that was pasted, as one line, as far as there is room. Whether the
    /// text is another.
    pub fn paste(&mut self, text: &str, longest: usize) -> bool {
        let mut words = text.split(char::is_control).filter(|part| !part.is_empty());
        let first = words.next().unwrap_or_default().to_owned();
        let line = words.fold(first, |line, words| line + " " + words);
        let room = longest.saturating_sub(self.chars().count());
        let mut changed = false;
        for letter in line.chars().take(room) {
            changed |= self.insert(letter, longest);
        }
        changed
    }

    fn insert(&mut self, letter: char, longest: usize) -> bool {
        let fits = self.chars().count() < longest;
        let typed = fits && !letter.is_control();
        typed && self.0.handle(InputRequest::InsertChar(letter)).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Types letters; of those in angle brackets, the key of that name.
    fn typed(keys: &str) -> String {
        let mut line = TypedLine::default();
        for part in keys.split_inclusive(['>']) {
            let (letters, name) = part.split_once('<').unwrap_or((part, ""));
            for letter in letters.chars() {
                line.press(KeyCode::Char(letter).into(), 20);
            }
            let code = match name.trim_end_matches('>') {
                "" => continue,
                "Left" => KeyCode::Left,
                "Right" => KeyCode::Right,
                "Home" => KeyCode::Home,
                "End" => KeyCode::End,
                "Backspace" => KeyCode::Backspace,
                "Delete" => KeyCode::Delete,
                control => {
                    let letter = control.trim_start_matches("C-").chars().next();
                    let letter = KeyCode::Char(letter.expect("a letter"));
                    line.press(KeyEvent::new(letter, KeyModifiers::CONTROL), 20);
                    continue;
                }
            };
            line.press(code.into(), 20);
        }
        let (before, after) = line.parts();
        format!("{before}|{after}")
    }

    #[test]
    fn a_line_is_edited_as_any() {
        for (keys, expected) in [
            ("you<Left><Left>x", "yx|ou"),
            ("you<Home>x", "x|you"),
            ("you<Home><Right>x<End>y", "yxouy|"),
            ("you<Backspace>", "yo|"),
            ("you<Home><Backspace>", "|you"),
            ("you<Home><Delete>", "|ou"),
            ("you<C-a>x<C-e>y", "xyouy|"),
            ("linked in<C-w>", "linked |"),
            ("linked in<C-w><C-w>", "|"),
            ("linked in<Left><Left><C-u>", "|in"),
            ("linked in<Home><Right><C-k>", "l|"),
            ("voilà<Backspace>", "voil|"),
            // Not a letter, whatever is held with it.
            ("you<C-v>", "you|"),
            ("you<C-q>", "you|"),
            ("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrst|"),
            ("éàèùâêîôûëïüçéàèùâêîôû", "éàèùâêîôûëïüçéàèùâêî|"),
        ] {
            assert_eq!(typed(keys), expected, "{keys}");
        }
    }

    #[test]
    fn a_text_is_pasted_as_one_line_where_the_next_letter_would_go() {
        let mut line = TypedLine::from("ab".to_owned());
        line.press(KeyCode::Left.into(), 20);
        assert!(line.paste("\n  you\r\ntube\x03\n", 20));
        assert_eq!(line.parts(), ("a  you tube", "b"));
        assert!(line.paste(&"é".repeat(100), 20));
        assert!(line.chars().count() == 20 && !line.paste("é", 20));
    }
}
