//! The one table of keys. What a key does, the bottom line and the help page
//! are all read from it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_width::UnicodeWidthStr as _;

use crate::content::Text;
use crate::words::{Help, Interface, Letter};

/// Where a key is pressed: the same key may do different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The list.
    List,
    /// The line that searches the list: letters are letters there.
    Search,
    /// A step of a walk.
    Walk,
    /// A page of the story.
    Story,
    /// The choice of the platforms one uses: letters lead to a name there.
    Which,
    /// A walk that is being left, whether or not its platform is ticked off.
    Leaving,
    /// A page over the screen: help, sources, a QR code.
    Overlay,
    /// The choice of a language.
    Languages,
    /// Any prompt of line mode, where a letter is an answer.
    Line,
    /// A screen of the workshop, on the wall or in the window with the notes.
    Wall,
    /// A page over it, or a choice before it.
    WallOver,
    /// A line that is typed in the workshop: letters are letters there.
    Prompt,
}

impl Place {
    /// Whether it is one of the full-screen program whose keys every help page has. Those
    /// of the choice of platforms are in the help of that choice alone; where a walk is
    /// left, the screen says all there is.
    #[must_use]
    pub fn is_of_full_screen(&self) -> bool {
        !matches!(self, Leaving | Which | Line | Wall | WallOver | Prompt)
    }
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the table below says what each does")]
pub enum Action {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Enter,
    Forward,
    Back,
    Toggle,
    Later,
    NotConcerned,
    NotSeen,
    Open,
    Copy,
    Qr,
    Phone,
    Sources,
    Letter,
    AllSteps,
    Story,
    Act,
    Filter,
    Which,
    Search,
    Language,
    Menu,
    Undo,
    Help,
    Redraw,
    Save,
    Quit,
    Blank,
    SoFar,
    Park,
    Notes,
    More,
    Fewer,
    ToPlan,
    Drop,
    Cancel,
}

/// A key, apart from how a terminal reports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "a key is what its name says")]
pub enum Key {
    Letter(char),
    /// A letter held with Control.
    Control(char),
    Up,
    Down,
    Left,
    Right,
    Enter,
    Escape,
    Backspace,
    PageUp,
    PageDown,
    Home,
    End,
    Space,
}

/// A line of the table.
#[derive(Debug)]
pub struct Binding {
    /// What it does.
    pub action: Action,
    /// The keys, the one to show first.
    pub keys: &'static [Key],
    /// Where.
    pub places: &'static [Place],
    /// What the help page says of it.
    pub help: fn(&Help) -> &Text,
}

use Place::{
    Languages, Leaving, Line, List, Overlay, Prompt, Search, Story, Walk, Wall, WallOver, Which,
};

const EVERYWHERE: &[Place] = &[List, Walk, Story, Overlay, Languages];
const EVERYWHERE_AND_LINES: &[Place] = &[
    List, Walk, Leaving, Story, Overlay, Languages, Line, Wall, WallOver,
];
const PAGES_AND_LINES: &[Place] = &[List, Walk, Story, Line, Wall];
const PLATFORMS: &[Place] = &[List, Walk, Line];
const WALKED: &[Place] = &[List, Walk, Leaving, Line];
const ADDRESSES: &[Place] = &[List, Walk, Line, Wall];
const FULL_SCREEN: &[Place] = &[
    List, Search, Walk, Story, Overlay, Languages, Wall, WallOver, Prompt,
];
const MOVABLE: &[Place] = &[List, Walk, Story, Overlay, Languages, Search, Which];

/// The table. Its order carries meaning: where several lines have one action at a place,
/// the first one has the keys that are shown for it; and the help pages list the keys in
/// this order. What a key does does not hang on it: none stands twice at one place.
pub const BINDINGS: &[Binding] = &[
    bind(Action::Up, &[Key::Up], MOVABLE, |help| &help.movement),
    bind(Action::Down, &[Key::Down], MOVABLE, |help| &help.movement),
    bind(Action::Up, &[Key::Letter('k')], EVERYWHERE, |help| {
        &help.movement
    }),
    bind(Action::Down, &[Key::Letter('j')], EVERYWHERE, |help| {
        &help.movement
    }),
    bind(Action::PageUp, &[Key::PageUp], EVERYWHERE, |help| {
        &help.page
    }),
    bind(Action::PageDown, &[Key::PageDown], EVERYWHERE, |help| {
        &help.page
    }),
    bind(
        Action::First,
        &[Key::Letter('g'), Key::Home],
        EVERYWHERE,
        |help| &help.ends,
    ),
    bind(
        Action::Last,
        &[Key::Letter('G'), Key::End],
        EVERYWHERE,
        |help| &help.ends,
    ),
    bind(
        Action::Enter,
        &[Key::Enter],
        &[List, Story, Overlay, Languages, Search],
        |help| &help.forward,
    ),
    bind(
        Action::Forward,
        &[Key::Right],
        &[List, Story, Languages],
        |help| &help.forward,
    ),
    // At the step that ticks off they part: Enter does what the step is there for.
    bind(Action::Enter, &[Key::Enter], &[Walk], |help| &help.enter),
    bind(Action::Forward, &[Key::Right], &[Walk], |help| {
        &help.forward
    }),
    bind(Action::Act, &[Key::Letter('v')], &[Story], |help| &help.act),
    bind(
        Action::Back,
        &[Key::Left, Key::Escape, Key::Backspace],
        &[Walk, Story],
        |help| &help.back,
    ),
    // As at the step that ticks off.
    bind(
        Action::Enter,
        &[Key::Enter, Key::Space],
        &[Leaving],
        |help| &help.toggle,
    ),
    bind(
        Action::Back,
        &[
            Key::Escape,
            Key::Right,
            Key::Left,
            Key::Backspace,
            Key::Letter('h'),
        ],
        &[Leaving],
        |help| &help.back,
    ),
    bind(
        Action::Back,
        &[Key::Escape, Key::Left, Key::Backspace],
        &[Overlay, Languages],
        |help| &help.back,
    ),
    // What Escape does in the search line, it does behind it too.
    bind(Action::Back, &[Key::Escape], &[List, Search], |help| {
        &help.back
    }),
    bind(
        Action::Back,
        &[Key::Left, Key::Backspace],
        &[List],
        |help| &help.back,
    ),
    bind(Action::Toggle, &[Key::Space], &[List, Walk], |help| {
        &help.toggle
    }),
    bind(Action::Later, &[Key::Letter('s')], WALKED, |help| {
        &help.later
    }),
    bind(Action::NotConcerned, &[Key::Letter('n')], WALKED, |help| {
        &help.not_concerned
    }),
    bind(
        Action::NotSeen,
        &[Key::Letter('x')],
        &[Walk, Line],
        |help| &help.not_seen,
    ),
    bind(Action::Open, &[Key::Letter('o')], ADDRESSES, |help| {
        &help.open
    }),
    bind(Action::Copy, &[Key::Letter('c')], ADDRESSES, |help| {
        &help.copy
    }),
    bind(
        Action::Qr,
        &[Key::Letter('r')],
        &[List, Walk, Overlay, Wall],
        |help| &help.qr,
    ),
    bind(
        Action::Phone,
        &[Key::Letter('m')],
        &[Walk, Line, Wall],
        |help| &help.phone,
    ),
    bind(
        Action::Sources,
        &[Key::Letter('i')],
        PAGES_AND_LINES,
        |help| &help.sources,
    ),
    bind(Action::Letter, &[Key::Letter('e')], &[Walk, Line], |help| {
        &help.letter
    }),
    bind(
        Action::AllSteps,
        &[Key::Letter('v')],
        &[Walk, Line],
        |help| &help.all_steps,
    ),
    bind(Action::Story, &[Key::Letter('a')], PLATFORMS, |help| {
        &help.story
    }),
    bind(
        Action::Search,
        &[Key::Letter('/')],
        PAGES_AND_LINES,
        |help| &help.search,
    ),
    bind(Action::Which, &[Key::Letter('w')], &[List, Line], |help| {
        &help.which
    }),
    // Where letters lead to a name, the keys without a letter are left.
    bind(Action::PageUp, &[Key::PageUp], &[Which], |help| &help.page),
    bind(Action::PageDown, &[Key::PageDown], &[Which], |help| {
        &help.page
    }),
    bind(Action::First, &[Key::Home], &[Which], |help| &help.ends),
    bind(Action::Last, &[Key::End], &[Which], |help| &help.ends),
    bind(Action::Toggle, &[Key::Space], &[Which], |help| &help.which),
    bind(Action::Enter, &[Key::Enter], &[Which], |help| {
        &help.end_choice
    }),
    bind(Action::Back, &[Key::Escape], &[Which], |help| {
        &help.leave_choice
    }),
    bind(Action::Filter, &[Key::Letter('f')], &[List], |help| {
        &help.filter
    }),
    bind(
        Action::Menu,
        &[Key::Letter('h')],
        &[List, Walk, Story, Overlay, Languages],
        |help| &help.home,
    ),
    bind(
        Action::Language,
        &[Key::Letter('L')],
        PAGES_AND_LINES,
        |help| &help.language,
    ),
    bind(Action::Undo, &[Key::Letter('u')], PAGES_AND_LINES, |help| {
        &help.undo
    }),
    // The workshop. A clicker has four buttons, which send PageDown, PageUp, a letter
    // or a full stop for black, and F5 or Escape to start and stop: these two never
    // leave.
    bind(
        Action::Forward,
        &[Key::Right, Key::PageDown, Key::Enter, Key::Space],
        &[Wall],
        |help| &help.workshop.next,
    ),
    bind(
        Action::Back,
        &[Key::Left, Key::PageUp],
        &[Wall, WallOver],
        |help| &help.workshop.back,
    ),
    bind(
        Action::Forward,
        &[Key::Right, Key::PageDown, Key::Space],
        &[WallOver],
        |help| &help.workshop.next,
    ),
    bind(Action::Enter, &[Key::Enter], &[WallOver, Prompt], |help| {
        &help.forward
    }),
    bind(
        Action::Cancel,
        &[Key::Escape],
        &[Wall, WallOver, Prompt],
        |help| &help.workshop.close,
    ),
    bind(
        Action::More,
        &[Key::Letter('+'), Key::Up],
        &[Wall],
        |help| &help.workshop.count,
    ),
    bind(
        Action::Fewer,
        &[Key::Letter('-'), Key::Down],
        &[Wall],
        |help| &help.workshop.count,
    ),
    bind(Action::Up, &[Key::Up], &[WallOver, Prompt], |help| {
        &help.movement
    }),
    bind(Action::Down, &[Key::Down], &[WallOver, Prompt], |help| {
        &help.movement
    }),
    bind(Action::Up, &[Key::Letter('k')], &[Wall], |help| {
        &help.workshop.scroll
    }),
    bind(Action::Down, &[Key::Letter('j')], &[Wall], |help| {
        &help.workshop.scroll
    }),
    bind(
        Action::Blank,
        &[Key::Letter('b'), Key::Letter('.')],
        &[Wall],
        |help| &help.workshop.blank,
    ),
    bind(Action::ToPlan, &[Key::Letter('0')], &[Wall], |help| {
        &help.workshop.to_plan
    }),
    bind(Action::SoFar, &[Key::Letter('t')], &[Wall], |help| {
        &help.workshop.so_far
    }),
    bind(Action::Park, &[Key::Letter('f')], &[Wall], |help| {
        &help.workshop.park
    }),
    bind(
        Action::Notes,
        &[Key::Letter('v')],
        &[Wall, WallOver],
        |help| &help.workshop.notes,
    ),
    bind(Action::Drop, &[Key::Letter('d')], &[Wall], |help| {
        &help.workshop.drop
    }),
    // Keys without a letter have one where only letters can be typed.
    bind(Action::Back, &[Key::Letter('b')], &[Line], |help| {
        &help.back
    }),
    bind(Action::Menu, &[Key::Letter('h')], &[Line], |help| {
        &help.menu
    }),
    bind(
        Action::Help,
        &[Key::Letter('?')],
        EVERYWHERE_AND_LINES,
        |help| &help.help,
    ),
    bind(Action::Help, &[Key::Letter('?')], &[Which], |help| {
        &help.help
    }),
    bind(Action::Redraw, &[Key::Control('l')], FULL_SCREEN, |help| {
        &help.redraw
    }),
    bind(
        Action::Save,
        &[Key::Control('s')],
        &[List, Search, Walk, Story, Overlay, Languages],
        |help| &help.save,
    ),
    bind(
        Action::Quit,
        &[Key::Letter('q')],
        EVERYWHERE_AND_LINES,
        |help| &help.quit,
    ),
];

const fn bind(
    action: Action,
    keys: &'static [Key],
    places: &'static [Place],
    help: fn(&Help) -> &Text,
) -> Binding {
    Binding {
        action,
        keys,
        places,
        help,
    }
}

/// What a key asks for at a place, if anything.
#[must_use]
pub fn action(place: Place, event: KeyEvent) -> Option<Action> {
    let key = Key::from_event(event)?;
    let bound = |key: Key| {
        BINDINGS
            .iter()
            .find(|binding| binding.places.contains(&place) && binding.keys.contains(&key))
            .map(|binding| binding.action)
    };
    bound(key).or_else(|| match key {
        // Caps Lock, or a capital typed small, still does what it says.
        Key::Letter(letter) => bound(Key::Letter(swap_case(letter))),
        _ => None,
    })
}

/// The keys that do `action` at `place`, the one to show first. Empty where none
/// does.
#[must_use]
pub fn keys_for(place: Place, action: Action) -> &'static [Key] {
    BINDINGS
        .iter()
        .find(|binding| binding.action == action && binding.places.contains(&place))
        .map_or(&[], |binding| binding.keys)
}

/// What to show for keys that do the same: the first; but in ASCII, where an arrow
/// is a word or two, the one with the shortest name.
#[must_use]
pub fn name_of(keys: &[Key], interface: &Interface, ascii: bool) -> String {
    let first = keys.first().map(|key| key.name(interface, ascii));
    let shown = first.filter(|_| !ascii);
    shown.unwrap_or_else(|| shortest_name_of(keys, interface, ascii))
}

/// The same where room is scarce: the shortest of their names.
#[must_use]
pub fn shortest_name_of(keys: &[Key], interface: &Interface, ascii: bool) -> String {
    let names = keys.iter().map(|key| key.name(interface, ascii));
    names.min_by_key(|name| name.width()).unwrap_or_default()
}

/// The letter that stands for `action` in line mode.
#[must_use]
pub fn letter(action: Action) -> Option<char> {
    match keys_for(Line, action).first() {
        Some(Key::Letter(letter)) => Some(*letter),
        _ => None,
    }
}

impl Key {
    /// The key of a terminal's report. None for keys that can be in no table, as any
    /// held with Alt or Super.
    #[must_use]
    pub fn from_event(event: KeyEvent) -> Option<Self> {
        let held = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SUPER;
        match (event.modifiers & held, event.code) {
            (KeyModifiers::CONTROL, KeyCode::Char(letter)) => {
                return Some(Self::Control(letter.to_ascii_lowercase()));
            }
            (KeyModifiers::NONE, _) => {}
            _ => return None,
        }
        Some(match event.code {
            KeyCode::Char(' ') => Self::Space,
            KeyCode::Char(letter) => Self::Letter(letter),
            KeyCode::Up => Self::Up,
            KeyCode::Down => Self::Down,
            KeyCode::Left => Self::Left,
            KeyCode::Right => Self::Right,
            KeyCode::Enter => Self::Enter,
            KeyCode::Esc => Self::Escape,
            KeyCode::Backspace => Self::Backspace,
            KeyCode::PageUp => Self::PageUp,
            KeyCode::PageDown => Self::PageDown,
            KeyCode::Home => Self::Home,
            KeyCode::End => Self::End,
            _ => return None,
        })
    }

    /// What is printed on it; for an arrow, in ASCII, a word: a letter or a sign
    /// that looks like one would be typed.
    #[must_use]
    pub fn name(self, interface: &Interface, ascii: bool) -> String {
        let keys = &interface.keys;
        let arrow = match self {
            Self::Up => "↑",
            Self::Down => "↓",
            Self::Left => "←",
            Self::Right => "→",
            _ => "",
        };
        if !arrow.is_empty() && !ascii {
            return arrow.to_owned();
        }
        match self {
            Self::Letter(letter) => return letter.to_string(),
            Self::Control(letter) => {
                let letter = letter.to_ascii_uppercase().to_string();
                return keys.control.fill(&Letter { letter });
            }
            Self::Up => &keys.up,
            Self::Down => &keys.down,
            Self::Left => &keys.left,
            Self::Right => &keys.right,
            Self::Enter => &keys.enter,
            Self::Escape => &keys.escape,
            Self::Backspace => &keys.backspace,
            Self::PageUp => &keys.page_up,
            Self::PageDown => &keys.page_down,
            Self::Home => &keys.home,
            Self::End => &keys.end,
            Self::Space => &keys.space,
        }
        .to_string()
    }
}

fn swap_case(letter: char) -> char {
    if letter.is_ascii_uppercase() {
        letter.to_ascii_lowercase()
    } else {
        letter.to_ascii_uppercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACES: [Place; 12] = [
        Which, List, Search, Walk, Leaving, Story, Overlay, Languages, Line, Wall, WallOver, Prompt,
    ];

    #[test]
    fn no_key_does_two_things_at_one_place() {
        for place in PLACES {
            let mut seen = Vec::new();
            for binding in BINDINGS
                .iter()
                .filter(|binding| binding.places.contains(&place))
            {
                for key in binding.keys {
                    assert!(!seen.contains(key), "{key:?} is bound twice at {place:?}");
                    seen.push(*key);
                }
            }
        }
    }

    #[test]
    fn a_capital_typed_small_is_understood_unless_it_is_bound_itself() {
        let press = |letter| action(List, KeyEvent::from(KeyCode::Char(letter)));
        assert_eq!(press('l'), Some(Action::Language));
        assert_eq!(press('Q'), Some(Action::Quit));
        assert_eq!(press('g'), Some(Action::First));
        assert_eq!(press('G'), Some(Action::Last));
        assert_eq!(press('x'), None);
    }

    #[test]
    fn letters_are_letters_in_the_search_line() {
        for letter in ('a'..='z').chain(['?', '/', ' ']) {
            assert_eq!(action(Search, KeyEvent::from(KeyCode::Char(letter))), None);
        }
    }

    #[test]
    fn a_letter_held_with_control_is_not_that_letter() {
        let event = KeyEvent::new(KeyCode::Char('q'), KeyModifiers::CONTROL);
        assert_eq!(action(List, event), None);
    }
}
