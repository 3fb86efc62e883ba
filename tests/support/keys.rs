//! Keys by their names: `Enter`, `Space`, `Down`, `q`, `Ctrl-c` …

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The keys with names, and what a terminal sends for each.
const NAMED: [(&str, KeyCode, &str); 12] = [
    ("Enter", KeyCode::Enter, "\r"),
    ("Space", KeyCode::Char(' '), " "),
    ("Esc", KeyCode::Esc, "\x1b"),
    ("Backspace", KeyCode::Backspace, "\x7f"),
    ("Up", KeyCode::Up, "\x1b[A"),
    ("Down", KeyCode::Down, "\x1b[B"),
    ("Right", KeyCode::Right, "\x1b[C"),
    ("Left", KeyCode::Left, "\x1b[D"),
    ("PageUp", KeyCode::PageUp, "\x1b[5~"),
    ("PageDown", KeyCode::PageDown, "\x1b[6~"),
    ("Home", KeyCode::Home, "\x1b[H"),
    ("End", KeyCode::End, "\x1b[F"),
];

/// A key as the program hears of it.
pub(crate) fn event(name: &str) -> KeyEvent {
    if let Some(letter) = name.strip_prefix("Ctrl-") {
        return KeyEvent::new(KeyCode::Char(only_letter(letter)), KeyModifiers::CONTROL);
    }
    let named = NAMED.iter().find(|(known, ..)| *known == name);
    let code = named.map_or_else(|| KeyCode::Char(only_letter(name)), |(_, code, _)| *code);
    KeyEvent::from(code)
}

/// A key as a terminal sends it.
#[cfg(unix)]
pub(crate) fn sequence(name: &str) -> String {
    if let Some(letter) = name.strip_prefix("Ctrl-") {
        let letter = u8::try_from(only_letter(letter)).expect("ASCII");
        return char::from(letter & 0x1f).to_string();
    }
    let named = NAMED.iter().find(|(known, ..)| *known == name);
    named.map_or_else(
        || only_letter(name).to_string(),
        |(_, _, sent)| (*sent).to_owned(),
    )
}

fn only_letter(name: &str) -> char {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => letter,
        _ => panic!("no key is called {name:?}"),
    }
}
