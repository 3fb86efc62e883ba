//! Keys and pasted texts, in the bytes that a terminal sends.
//!
//! Only what a person typed comes out. What a terminal says by itself (replies to
//! questions of whoever used it before, the mouse, its focus, its colours) is passed
//! over to its end, whatever it contains, and so is what breaks off half-way.
//!
//! The states are those of <https://vt100.net/emu/dec_ansi_parser>, and what the keys
//! of today's terminals need besides.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What somebody did at the keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Pressed a key.
    Key(KeyEvent),
    /// Pasted a text, of which only so much is kept as can be typed anywhere.
    Pasted(String),
    /// Gave the window another size, where no signal says so.
    Resized,
}

/// How long a lone Escape is waited for to become more. Arrows that come in pieces,
/// over serial lines and proxies, have up to 30 ms between them; and whoever presses
/// Escape waits as long.
const ESCAPE: Duration = Duration::from_millis(50);

/// How long a sequence that has begun is waited for to go on. What comes after that
/// was typed.
const SEQUENCE: Duration = Duration::from_secs(1);

/// The same of a text that is pasted: what comes too late would be taken for keys.
const PASTE: Duration = Duration::from_secs(2);

/// A shorter pause than this is none: so a slow line may take as long as it likes, and
/// somebody who goes on pressing keys in the middle of a half sequence is soon heard.
const PAUSE: Duration = Duration::from_millis(100);

/// The longest that the parameters of a key are, with room to spare, in bytes.
const LONGEST_PARAMETERS: usize = 64;

/// How much of a pasted text is kept, in bytes. Nothing that can be typed into is
/// longer.
const LONGEST_PASTE: usize = 1 << 16;

/// What ends a pasted text.
const PASTE_END: &[char] = &['\x1b', '[', '2', '0', '1', '~'];

const ESC: char = '\x1b';
const BEL: char = '\x07';

#[derive(Debug, Clone, PartialEq, Eq)]
enum State {
    /// Nothing is open.
    Ground,
    /// After an Escape.
    Escape,
    /// After SS3, which one letter follows, and in old terminals a number before it.
    Single { number: bool },
    /// After CSI: what has come of its parameters.
    Control(String),
    /// After CSI and another bracket: a function key of the Linux console.
    Console,
    /// In the report of a mouse: so many bytes are to come, each of which may be any.
    Mouse(u8),
    /// In a string, which ST or BEL ends: whether an Escape came last.
    Text { escape: bool },
    /// In a pasted text: what is kept of it, and how much of its end has come.
    Paste { text: String, end: usize },
}

/// Finds the keys in bytes, which may come in any pieces.
#[derive(Debug)]
pub(super) struct Parser {
    state: State,
    /// The bytes of a letter that has begun.
    letter: Vec<u8>,
    /// How much longer is waited for what is open to go on.
    patience: Duration,
}

impl Parser {
    /// A parser to which nothing has come yet.
    pub(super) fn new() -> Self {
        Self {
            state: State::Ground,
            letter: Vec::with_capacity(4),
            patience: Duration::ZERO,
        }
    }

    /// How long to wait for what is open to go on. None where nothing is: then the
    /// next byte may come whenever it does.
    pub(super) fn patience(&self) -> Option<Duration> {
        let open = self.state != State::Ground || !self.letter.is_empty();
        open.then_some(self.patience)
    }

    /// Takes note of how long it was waited for until more came.
    pub(super) fn waited(&mut self, time: Duration) {
        if time > PAUSE {
            self.patience = self.patience.saturating_sub(time);
        }
    }

    /// Takes what is open for over: nothing came for as long as it was waited for.
    pub(super) fn give_up(&mut self, report: &mut impl FnMut(Input)) {
        self.letter.clear();
        match std::mem::replace(&mut self.state, State::Ground) {
            State::Escape => report(key(KeyCode::Esc)),
            State::Paste { text, .. } => report(Input::Pasted(text)),
            _ => {}
        }
    }

    /// Takes a byte, and reports what it completes.
    pub(super) fn push(&mut self, byte: u8, report: &mut impl FnMut(Input)) {
        // The bytes of a mouse’s report are no letters.
        if let State::Mouse(left) = &mut self.state {
            *left -= 1;
            if *left == 0 {
                self.state = State::Ground;
            }
            return;
        }
        if self.letter.is_empty() && byte.is_ascii() {
            return self.take(byte.into(), report);
        }
        if self.letter.is_empty() && self.state == State::Ground {
            self.patience = SEQUENCE;
        }
        self.letter.push(byte);
        match std::str::from_utf8(&self.letter) {
            Ok(text) => {
                let letter = text.chars().next();
                self.letter.clear();
                if let Some(letter) = letter {
                    self.take(letter, report);
                }
            }
            Err(error) if error.error_len().is_none() => {}
            Err(_) => {
                // The first isn't a letter; those behind it may be. One of the control
                // codes of 8 bits stands for two bytes of 7.
                let letters = std::mem::take(&mut self.letter);
                if let State::Text { escape } = &mut self.state {
                    // What follows stands behind it, not behind an Escape.
                    *escape = false;
                }
                if matches!(letters[0], 0x80..=0x9f) {
                    self.take(letters[0].into(), report);
                }
                for byte in &letters[1..] {
                    self.push(*byte, report);
                }
            }
        }
    }

    fn take(&mut self, letter: char, report: &mut impl FnMut(Input)) {
        match &mut self.state {
            State::Ground => self.ground(letter, report),
            State::Escape => match letter {
                // The end of a string that was given up.
                '\\' => self.state = State::Ground,
                _ => match introduced(letter) {
                    Some(state) => self.open(state),
                    // A person was quick, or a multiplexer joined what was typed: this
                    // is never Alt and a letter.
                    None => {
                        report(key(KeyCode::Esc));
                        self.ground(letter, report);
                    }
                },
            },
            State::Single { number } => match letter {
                '0'..='9' | ';' => *number = true,
                _ if is_control(letter) => self.ground(letter, report),
                _ => {
                    // With a number, another key is held.
                    let code = (!*number).then(|| of_single(letter)).flatten();
                    self.state = State::Ground;
                    code.map(key).into_iter().for_each(report);
                }
            },
            State::Control(parameters) => match letter {
                ' '..='?' => {
                    // Longer than any key’s, it says nothing, but has its end.
                    if parameters.len() <= LONGEST_PARAMETERS {
                        parameters.push(letter);
                    }
                    // Some write Shift so, as the last letter, and some never.
                    if letter == '$' {
                        self.patience = ESCAPE;
                    }
                }
                '[' if parameters.is_empty() => self.open(State::Console),
                'M' if parameters.is_empty() => self.open(State::Mouse(3)),
                '@'..='~' => {
                    let parameters = std::mem::take(parameters);
                    self.state = State::Ground;
                    match of_control(&parameters, letter) {
                        Some(Meaning::Key(event)) => report(Input::Key(event)),
                        Some(Meaning::PasteBegins) => self.open(State::Paste {
                            text: String::new(),
                            end: 0,
                        }),
                        None => {}
                    }
                }
                // It broke off: this was typed.
                _ => self.ground(letter, report),
            },
            State::Console => {
                self.state = State::Ground;
                match letter {
                    'A'..='E' => report(key(function(letter, 'A', 1))),
                    _ if is_control(letter) => self.ground(letter, report),
                    _ => {}
                }
            }
            // Counted in bytes.
            State::Mouse(_) => {}
            State::Text { escape } => match letter {
                BEL | '\u{9c}' => self.state = State::Ground,
                '\\' if *escape => self.state = State::Ground,
                _ => *escape = letter == ESC,
            },
            State::Paste { text, end } => {
                if letter == PASTE_END[*end] {
                    *end += 1;
                    if *end == PASTE_END.len() {
                        let text = std::mem::take(text);
                        self.state = State::Ground;
                        report(Input::Pasted(text));
                    }
                    return;
                }
                let begun = std::mem::take(end);
                let pasted = PASTE_END[..begun].iter().copied();
                if letter == ESC {
                    *end = 1;
                }
                let last = (letter != ESC).then_some(letter);
                for letter in pasted.chain(last) {
                    if text.len() < LONGEST_PASTE {
                        text.push(letter);
                    }
                }
            }
        }
    }

    /// What a letter is where nothing is open.
    fn ground(&mut self, letter: char, report: &mut impl FnMut(Input)) {
        self.state = State::Ground;
        let control = |letter| {
            let event = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
            Input::Key(event)
        };
        match letter {
            ESC => self.open(State::Escape),
            '\r' | '\n' => report(key(KeyCode::Enter)),
            '\t' => report(key(KeyCode::Tab)),
            '\x08' | '\x7f' => report(key(KeyCode::Backspace)),
            '\0' => report(control(' ')),
            '\x01'..='\x1a' => report(control(shifted(letter, 'a', 1))),
            '\x1c'..='\x1f' => report(control(shifted(letter, '4', 0x1c))),
            // The control codes of 8 bits stand for an Escape and a letter.
            '\u{80}'..='\u{9f}' => {
                let letter = shifted(letter, '@', 0x80);
                if let Some(state) = introduced(letter) {
                    self.open(state);
                }
            }
            _ => report(key(KeyCode::Char(letter))),
        }
    }

    fn open(&mut self, state: State) {
        self.patience = match state {
            State::Escape => ESCAPE,
            State::Paste { .. } => PASTE,
            _ => SEQUENCE,
        };
        self.state = state;
    }
}

/// What an Escape and this letter begin.
fn introduced(letter: char) -> Option<State> {
    Some(match letter {
        '[' => State::Control(String::new()),
        'O' => State::Single { number: false },
        'P' | 'X' | ']' | '^' | '_' => State::Text { escape: false },
        _ => return None,
    })
}

/// Whether a letter breaks off what is open. What it is itself is seen to then.
fn is_control(letter: char) -> bool {
    letter.is_control()
}

fn key(code: KeyCode) -> Input {
    Input::Key(code.into())
}

/// The letter as far behind `to` as `letter` is behind the number `from`.
fn shifted(letter: char, to: char, from: u32) -> char {
    let distance = u32::from(letter) - from;
    char::from_u32(u32::from(to) + distance).unwrap_or(letter)
}

/// The function key that a letter stands for, where `first` stands for `number`.
fn function(letter: char, first: char, number: u8) -> KeyCode {
    let distance = u32::from(letter) - u32::from(first);
    KeyCode::F(u8::try_from(distance).unwrap_or(0) + number)
}

/// The key that moves and that CSI or SS3 ends with this letter for.
fn of_letter(letter: char) -> Option<KeyCode> {
    Some(match letter {
        'A' => KeyCode::Up,
        'B' => KeyCode::Down,
        'C' => KeyCode::Right,
        'D' => KeyCode::Left,
        'F' => KeyCode::End,
        'H' => KeyCode::Home,
        'P' | 'Q' | 'S' => function(letter, 'P', 1),
        _ => return None,
    })
}

/// The key that is SS3 and this letter: besides those that move, the keypad.
fn of_single(letter: char) -> Option<KeyCode> {
    Some(match letter {
        'M' => KeyCode::Enter,
        'I' => KeyCode::Tab,
        'R' => KeyCode::F(3),
        'X' => KeyCode::Char('='),
        // The keypad has the order of ASCII.
        'j'..='y' => KeyCode::Char(shifted(letter, '*', u32::from('j'))),
        _ => return of_letter(letter),
    })
}

enum Meaning {
    Key(KeyEvent),
    PasteBegins,
}

/// What CSI with these parameters and this letter is. None for all that nobody typed,
/// and for keys that no program needs to know.
fn of_control(parameters: &str, last: char) -> Option<Meaning> {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, ';' | ':');
    if !parameters.chars().all(is_number) || parameters.len() > LONGEST_PARAMETERS {
        return None;
    }
    let mut fields = parameters.split(';');
    let first = fields.next().unwrap_or_default();
    let held = fields.next().unwrap_or_default();
    let third = fields.next().unwrap_or_default();
    let more = fields.next().is_some();
    let modifiers = modifiers(held)?;
    let event = |code| Some(Meaning::Key(KeyEvent::new(code, modifiers)));
    match (last, first) {
        _ if more => None,
        // xterm’s modifyOtherKeys.
        ('~', "27") => event(of_number(number(third)?, third, modifiers)?),
        ('u', _) => {
            let (code, shifted) = first.split_once(':').unwrap_or((first, ""));
            let shifted = shifted.split(':').next().unwrap_or_default();
            let text = if third.is_empty() { shifted } else { third };
            event(of_number(number(code)?, text, modifiers)?)
        }
        _ if !third.is_empty() => None,
        ('~', "200") => Some(Meaning::PasteBegins),
        ('~', _) => event(of_tilde(number(first)?)?),
        ('Z', "" | "1") => event(KeyCode::BackTab),
        // rxvt with Shift.
        ('a'..='d', "") => event(of_letter(last.to_ascii_uppercase())?),
        (_, "" | "1") => event(of_letter(last)?),
        _ => None,
    }
}

fn number(digits: &str) -> Option<u32> {
    digits.parse().ok()
}

/// The key of this number, as VT220 and those after it number them.
fn of_tilde(number: u32) -> Option<KeyCode> {
    let function = |number: u32| KeyCode::F(u8::try_from(number).unwrap_or(0));
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => function(number - 10),
        17..=21 => function(number - 11),
        23..=24 => function(number - 12),
        _ => return None,
    })
}

/// The keys that are held, of `1 + their bits`, perhaps with what happened to the key
/// behind a colon. None where it was let go.
fn modifiers(field: &str) -> Option<KeyModifiers> {
    let (held, happened) = field.split_once(':').unwrap_or((field, "1"));
    if happened == "3" {
        return None;
    }
    let bits = match held {
        "" => 0,
        held => number(held)?.checked_sub(1)?,
    };
    let all = [
        KeyModifiers::SHIFT,
        KeyModifiers::ALT,
        KeyModifiers::CONTROL,
        KeyModifiers::SUPER,
        KeyModifiers::HYPER,
        KeyModifiers::META,
    ];
    let held = all.into_iter().enumerate();
    let held = held.filter(|(bit, _)| bits & (1 << bit) != 0);
    Some(held.map(|(_, modifier)| modifier).collect())
}

/// The key of this number in Unicode, or among those that kitty numbers besides;
/// `text` is the number of the letter that it writes, where that is said.
fn of_number(code: u32, text: &str, modifiers: KeyModifiers) -> Option<KeyCode> {
    Some(match code {
        8 | 127 => KeyCode::Backspace,
        9 if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        9 => KeyCode::Tab,
        10 | 13 | 57414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        57399..=57408 => KeyCode::Char(char::from_u32(code - 57399 + u32::from('0'))?),
        57409 => KeyCode::Char('.'),
        57410 => KeyCode::Char('/'),
        57411 => KeyCode::Char('*'),
        57412 => KeyCode::Char('-'),
        57413 => KeyCode::Char('+'),
        57415 => KeyCode::Char('='),
        57416 => KeyCode::Char(','),
        57417 => KeyCode::Left,
        57418 => KeyCode::Right,
        57419 => KeyCode::Up,
        57420 => KeyCode::Down,
        57421 => KeyCode::PageUp,
        57422 => KeyCode::PageDown,
        57423 => KeyCode::Home,
        57424 => KeyCode::End,
        57425 => KeyCode::Insert,
        57426 => KeyCode::Delete,
        // Other keys that write nothing.
        57344..=63743 => return None,
        _ => {
            let letter = char::from_u32(number(text).unwrap_or(code))?;
            if letter.is_control() {
                return None;
            }
            // Who does not say what Shift makes of a letter means a capital.
            let capital = text.is_empty() && modifiers.contains(KeyModifiers::SHIFT);
            let mut capitals = letter.to_uppercase().filter(|_| capital);
            match (capitals.next(), capitals.next()) {
                (Some(capital), None) => KeyCode::Char(capital),
                _ => KeyCode::Char(letter),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What is found in pieces, between which there is hardly a pause, and after which
    /// nothing more comes.
    fn found<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> Vec<Input> {
        let (mut parser, mut found) = (Parser::new(), Vec::new());
        for piece in pieces {
            parser.waited(Duration::from_millis(30));
            for byte in piece {
                parser.push(*byte, &mut |input| found.push(input));
            }
        }
        if parser.patience().is_some() {
            parser.give_up(&mut |input| found.push(input));
        }
        assert_eq!(parser.patience(), None, "nothing stays open");
        found
    }

    fn whole(bytes: &[u8]) -> Vec<Input> {
        found([bytes])
    }

    /// Keys by their names.
    fn named(inputs: &[Input]) -> String {
        let names = inputs.iter().map(|input| match input {
            Input::Pasted(text) => format!("‹{text}›"),
            Input::Resized => "resized".to_owned(),
            Input::Key(event) => {
                let held: String = [
                    (KeyModifiers::CONTROL, "C-"),
                    (KeyModifiers::ALT, "A-"),
                    (KeyModifiers::SHIFT, "S-"),
                ]
                .into_iter()
                .filter(|(held, _)| event.modifiers.contains(*held))
                .map(|(_, name)| name)
                .collect();
                let code = match event.code {
                    KeyCode::Char(letter) => letter.to_string(),
                    KeyCode::F(number) => format!("F{number}"),
                    code => format!("{code:?}"),
                };
                held + &code
            }
        });
        names.collect::<Vec<_>>().join(" ")
    }

    /// What terminals send for keys, and which.
    const KEYS: &[(&[u8], &str)] = &[
        (b"q", "q"),
        ("é".as_bytes(), "é"),
        ("€".as_bytes(), "€"),
        ("😀".as_bytes(), "😀"),
        (b"\r", "Enter"),
        (b"\n", "Enter"),
        (b"\t", "Tab"),
        (b"\x7f", "Backspace"),
        (b"\x08", "Backspace"),
        (b"\x00", "C- "),
        (b"\x03", "C-c"),
        (b"\x0c", "C-l"),
        (b"\x16", "C-v"),
        (b"\x1a", "C-z"),
        (b"\x1f", "C-7"),
        (b"\x1b[A", "Up"),
        (b"\x1b[B", "Down"),
        (b"\x1b[C", "Right"),
        (b"\x1b[D", "Left"),
        (b"\x1b[H", "Home"),
        (b"\x1b[F", "End"),
        (b"\x1b[1~", "Home"),
        (b"\x1b[4~", "End"),
        (b"\x1b[7~", "Home"),
        (b"\x1b[8~", "End"),
        (b"\x1b[2~", "Insert"),
        (b"\x1b[3~", "Delete"),
        (b"\x1b[5~", "PageUp"),
        (b"\x1b[6~", "PageDown"),
        (b"\x1b[Z", "BackTab"),
        (b"\x1b[1;2A", "S-Up"),
        (b"\x1b[1;5C", "C-Right"),
        (b"\x1b[1;3D", "A-Left"),
        (b"\x1b[3;5~", "C-Delete"),
        (b"\x1b[a", "Up"),
        (b"\x1b[15~", "F5"),
        (b"\x1b[24~", "F12"),
        (b"\x1b[1;2P", "S-F1"),
        (b"\x1b[[A", "F1"),
        (b"\x1b[[E", "F5"),
        (b"\x1bOA", "Up"),
        (b"\x1bOD", "Left"),
        (b"\x1bOH", "Home"),
        (b"\x1bOF", "End"),
        (b"\x1bOP", "F1"),
        (b"\x1bOS", "F4"),
        (b"\x1bOM", "Enter"),
        (b"\x1bOp", "0"),
        (b"\x1bOy", "9"),
        (b"\x1bOk", "+"),
        (b"\x1bOm", "-"),
        (b"\x9bA", "Up"),
        (b"\xc2\x9bB", "Down"),
        (b"\x8fC", "Right"),
        // kitty’s keyboard
        (b"\x1b[27u", "Esc"),
        (b"\x1b[13u", "Enter"),
        (b"\x1b[127u", "Backspace"),
        (b"\x1b[113u", "q"),
        (b"\x1b[97;2u", "S-A"),
        (b"\x1b[97:65;2u", "S-A"),
        (b"\x1b[49:33;2u", "S-!"),
        (b"\x1b[49;2;33u", "S-!"),
        (b"\x1b[99;5u", "C-c"),
        (b"\x1b[118;6u", "C-S-V"),
        (b"\x1b[97;1:2u", "a"),
        (b"\x1b[97;1:3u", ""),
        (b"\x1b[1;1:3A", ""),
        (b"\x1b[57417u", "Left"),
        (b"\x1b[57441;2u", ""),
        // xterm’s modifyOtherKeys
        (b"\x1b[27;5;99~", "C-c"),
        (b"\x1b[27;2;65~", "S-A"),
        (b"\x1b[27;6;118~", "C-S-v"),
        (
            b"\x1b[200~ j\rq\x03\x1b[A\x1b\x1b[201~",
            "‹ j\rq\x03\x1b[A\x1b›",
        ),
        ("\x1b[200~é\x1b[201~".as_bytes(), "‹é›"),
    ];

    /// What terminals say by themselves, or to questions of others.
    const SAID: &[&[u8]] = &[
        b"\x1bP>|Konsole 24.08.1\x1b\\",
        b"\x1bP>|tmux 3.5a\x1b\\",
        b"\x1bP>|tmux 3.5a\x9c",
        b"\x1bP1+r524742=38\x1b\\",
        b"\x1bP!|7E565445\x1b\\",
        b"\x1bP1$r0 q\x1b\\",
        b"\x90>|nos 3.5a\x9c",
        b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
        b"\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
        // An Escape in front of a byte that is not a letter does not begin an end.
        b"\x1b]11;\x1b\xa0\\\0\x1b\\",
        b"\x1b]4;1;rgb:cd/00/00\x07",
        b"\x1b]52;c;cXFxIGogaiAgDQ==\x07",
        "\x1b]lÜbersicht: nos qœ\x1b\\".as_bytes(),
        b"\x1b]l\x1b[A q\x03\x1b\\",
        b"\x9d11;rgb:00/00/00\x9c",
        b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b^nos q\x1b\\",
        b"\x1bXnos q\x1b\\",
        b"\x1b[?62;22c",
        b"\x1b[>1;10;0c",
        b"\x1b[=1;2c",
        b"\x1b[?1;2c",
        b"\x1b[0n",
        b"\x1b[?997;1n",
        b"\x1b[?2026;2$y",
        b"\x1b[4;2$y",
        b"\x1b[?0u",
        b"\x1b[12;40R",
        b"\x1b[1;2R",
        b"\x1b[?12;40R",
        b"\x1b[8;24;80t",
        b"\x1b[I",
        b"\x1b[O",
        b"\x1b[<0;12;5M",
        b"\x1b[<0;12;5m",
        b"\x1b[32;12;5M",
        b"\x1b[M qn",
        b"\x1b[M \x9b\xc3",
        b"\x1b[201~",
        b"\x1b[99;99;99;99;99q",
        b"\x1b[2;1;1;6;22;80;1;1x",
        b"\x1b[3^",
        b"\x1b[3@",
        b"\x1b[7$",
        b"\x1bOa",
        b"\x1b\\",
        b"\x9c",
        b"\x85",
        b"\xff\xfe",
        b"\xc3",
        b"\xe2\x82",
        b"\xed\xa0\x80",
    ];

    /// What begins and does not end.
    const OPEN: &[&[u8]] = &[
        b"\x1b[",
        b"\x1b[<",
        b"\x1b[?",
        b"\x1b[?2026;2$",
        b"\x1b[1;",
        b"\x1b[[",
        b"\x1b[M!",
        b"\x1bO",
        b"\x1bP>|Konsole 24",
        b"\x1b]11;rgb:",
        b"\x1b]11;rgb:\x1b",
        b"\x1b_",
        b"\xc3",
        b"\x9b",
    ];

    /// A sequence cut at each of its places.
    fn cuts(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
        (0..=bytes.len()).map(|place| bytes.split_at(place))
    }

    #[test]
    fn keys_are_keys_in_whichever_pieces_they_come() {
        for (bytes, expected) in KEYS {
            assert_eq!(named(&whole(bytes)), *expected, "{}", bytes.escape_ascii());
            for (one, other) in cuts(bytes) {
                let found = named(&found([one, other]));
                assert_eq!(found, *expected, "{}", bytes.escape_ascii());
            }
            let letters = bytes.chunks(1);
            assert_eq!(
                named(&found(letters)),
                *expected,
                "{}",
                bytes.escape_ascii()
            );
        }
    }

    #[test]
    fn what_the_terminal_says_is_passed_over_and_the_key_behind_it_heard() {
        for bytes in SAID {
            let then = [bytes, &b"q"[..]].concat();
            // A byte that isn't a letter by itself may be the first half of one.
            let pieces: Vec<&[u8]> = bytes.chunks(1).collect();
            assert_eq!(named(&found(pieces)), "", "{}", bytes.escape_ascii());
            if bytes.ends_with(b"$") {
                continue;
            }
            for (one, other) in cuts(&then) {
                let found = named(&found([one, other]));
                assert_eq!(found, "q", "{}", bytes.escape_ascii());
            }
        }
    }

    #[test]
    fn what_breaks_off_is_passed_over_in_time() {
        let broken = SAID.iter().chain(OPEN);
        for bytes in broken {
            for (begun, _) in cuts(bytes) {
                let (mut parser, mut found) = (Parser::new(), Vec::new());
                let mut report = |input| found.push(input);
                for byte in begun {
                    parser.push(*byte, &mut report);
                }
                if parser.patience().is_some() {
                    parser.give_up(&mut report);
                }
                parser.push(b'q', &mut report);
                let expected = if begun.ends_with(b"\x1b") && begun.len() == 1 {
                    "Esc q"
                } else {
                    "q"
                };
                assert_eq!(named(&found), expected, "{}", begun.escape_ascii());
            }
        }
    }

    #[test]
    fn whoever_goes_on_pressing_a_key_is_heard() {
        let pasted = &b"\x1b[200~"[..];
        for bytes in OPEN.iter().copied().chain([pasted]) {
            let (mut parser, mut found) = (Parser::new(), Vec::new());
            let mut report = |input| found.push(input);
            for byte in bytes {
                parser.push(*byte, &mut report);
            }
            let mut pressed = 0;
            while parser.patience().is_some() {
                pressed += 1;
                assert!(pressed < 20, "{}", bytes.escape_ascii());
                let pause = Duration::from_millis(200);
                if parser.patience().is_some_and(|left| left < pause) {
                    parser.give_up(&mut report);
                } else {
                    parser.waited(pause);
                }
                parser.push(b'q', &mut report);
            }
            parser.push(b'q', &mut report);
            assert_eq!(found.last(), Some(&key(KeyCode::Char('q'))));
        }
    }

    #[test]
    fn escape_and_a_letter_are_two_keys() {
        for (bytes, expected) in [
            (&b"\x1b"[..], "Esc"),
            (b"\x1b\x1b", "Esc Esc"),
            (b"\x1bj", "Esc j"),
            (b"\x1bq", "Esc q"),
            (b"\x1bN", "Esc N"),
            (b"\x1b/", "Esc /"),
            (b"\x1b ", "Esc  "),
            (b"\x1b\r", "Esc Enter"),
            (b"\x1b\x7f", "Esc Backspace"),
            (b"\x1b\x03", "Esc C-c"),
            ("\x1bé".as_bytes(), "Esc é"),
            (b"\x1b\x1b[A", "Esc Up"),
            (b"\x1b\x1bOB", "Esc Down"),
            // A sequence that broke off, and a key.
            (b"\x1b[\x03", "C-c"),
            (b"\x1b[1;\x1b[A", "Up"),
            (b"\x1b[?\x1bq", "Esc q"),
            (b"\x1bO\x1b[B", "Down"),
            (b"\x1b[\r", "Enter"),
        ] {
            assert_eq!(named(&whole(bytes)), expected, "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn what_is_no_letter_stands_between_an_escape_and_what_would_end_a_string() {
        let bytes = b"\x1b]\x1b\xa0\\j\x1b\xc3\\j\x1b\\q";
        assert_eq!(whole(bytes), [key(KeyCode::Char('q'))]);
    }

    #[test]
    fn of_a_long_text_the_beginning_is_kept() {
        let text = "é".repeat(LONGEST_PASTE);
        let bytes = format!("\x1b[200~{text}\x1b[201~q");
        let found = whole(bytes.as_bytes());
        let [Input::Pasted(kept), last] = &found[..] else {
            panic!("a text and a key");
        };
        assert!(text.starts_with(kept.as_str()) && kept.len() <= LONGEST_PASTE + 3);
        assert_eq!(*last, key(KeyCode::Char('q')));
    }

    proptest! {
        /// Whatever a terminal says between them, in whichever pieces: the keys are
        /// those that were typed.
        #[test]
        fn only_what_was_typed_comes_out(
            parts in proptest::collection::vec((0..SAID.len(), 0..KEYS.len()), 1..8),
            cuts in proptest::collection::vec(0usize..200, 0..12),
        ) {
            let mut bytes = Vec::new();
            let mut expected = Vec::new();
            for (said, key) in parts {
                // These end by nothing but time.
                if matches!(SAID[said].last(), Some(b'$' | b'\xc3' | b'\x82')) {
                    continue;
                }
                bytes.extend(SAID[said]);
                bytes.extend(KEYS[key].0);
                expected.extend(whole(KEYS[key].0));
            }
            let mut cuts: Vec<usize> = cuts.into_iter().filter(|cut| *cut < bytes.len()).collect();
            cuts.extend([0, bytes.len()]);
            cuts.sort_unstable();
            let pieces = cuts.windows(2).map(|cut| &bytes[cut[0]..cut[1]]);
            prop_assert_eq!(found(pieces), expected);
        }

        /// Whatever comes, it is over in time, and what is typed then is heard.
        #[test]
        fn no_bytes_keep_the_next_key_from_being_heard(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let (mut parser, mut found) = (Parser::new(), Vec::new());
            for byte in &bytes {
                    parser.push(*byte, &mut |_| {});
                }
            if parser.patience().is_some() {
                parser.give_up(&mut |_| {});
            }
            parser.push(b'q', &mut |input| found.push(input));
            prop_assert_eq!(found, [key(KeyCode::Char('q'))]);
        }

        /// A string may hold anything but what ends it.
        #[test]
        fn nothing_in_a_string_is_a_key(
            opening in prop::sample::select(vec!["\x1b]", "\x1bP", "\x1b_", "\x1b^", "\x1bX"]),
            mut bytes in proptest::collection::vec(any::<u8>(), 0..60),
        ) {
            bytes.retain(|byte| !matches!(byte, 7 | 0x9c));
            while let Some(end) = bytes.windows(2).position(|two| two == b"\x1b\\") {
                bytes.remove(end);
            }
            let all = [opening.as_bytes(), &bytes, b"\x1b\\q"].concat();
            prop_assert_eq!(whole(&all), [key(KeyCode::Char('q'))]);
        }
    }
}
