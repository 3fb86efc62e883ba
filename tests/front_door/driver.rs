//! Drives the whole full-screen program without a terminal: keys in, frames and
//! effects out.

use std::rc::Rc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::civil::{Date, date};
use nonmerci::app::{Effect, Message, Model, update};
use nonmerci::catalogue::Catalogue;
use nonmerci::checklist::{Change, Checklist, Mark, Record};
use nonmerci::content::Source;
use nonmerci::language::Language;
use nonmerci::screen::{self, Look};
use nonmerci::words::Texts;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};

/// The languages the program ships.
pub(crate) const LANGUAGES: [&str; 4] = ["fr", "de", "it", "en"];

/// The day in all tests.
pub(crate) const TODAY: Date = date(2026, 11, 23);

/// Screens of every sort, by the keys that lead to them from the list.
pub(crate) const SCREENS: [&str; 16] = [
    "",
    "Enter",
    "Enter Space",
    "Enter Right",
    "Enter Right m",
    "Enter Right r",
    "Enter Right Right",
    "Enter Right Right Right Space",
    "Enter Right Right Right Right",
    "?",
    "L",
    "i",
    "a",
    "/ z z z",
    "/ ( )",
    "Space",
];

/// The built-in content.
pub(crate) fn catalogue() -> Rc<Catalogue> {
    Rc::new(Catalogue::load(Source::embedded()).expect("the built-in content"))
}

/// The program, and what it asked for.
pub(crate) struct Driver {
    pub(crate) model: Model,
    /// All that was asked for since [`Driver::press`], [`Driver::type_text`] or
    /// [`Driver::tell`] was last called, in order.
    pub(crate) effects: Vec<Effect>,
    pub(crate) look: Look,
    /// The checklist as it is saved: other programs may change it too.
    pub(crate) saved: Checklist,
    /// Why nothing can be saved, if so.
    pub(crate) failing: Option<String>,
    size: (u16, u16),
}

impl Driver {
    /// The program on its first screen, for somebody who never used it.
    pub(crate) fn new(language: &str, size: (u16, u16)) -> Self {
        Self::with(&catalogue(), language, size, Checklist::default())
    }

    /// The program on its first screen, with a checklist.
    pub(crate) fn with(
        catalogue: &Rc<Catalogue>,
        language: &str,
        size: (u16, u16),
        checklist: Checklist,
    ) -> Self {
        let texts = catalogue
            .texts(&Language::new(language))
            .expect("the words");
        Self::speaking(catalogue, &texts, size, checklist)
    }

    /// The program on its first screen, with words that were read already.
    pub(crate) fn speaking(
        catalogue: &Rc<Catalogue>,
        texts: &Rc<Texts>,
        size: (u16, u16),
        checklist: Checklist,
    ) -> Self {
        let file = Some("/home/anna/.local/state/nonmerci/checklist.toml".into());
        let model = Model::new(
            catalogue.clone(),
            texts.clone(),
            checklist,
            TODAY.into(),
            file,
        );
        let mut driver = Self {
            saved: model.checklist().clone(),
            failing: None,
            model,
            effects: Vec::new(),
            look: Look::default(),
            size,
        };
        driver.buffer();
        driver
    }

    /// Presses keys, parted by spaces: `Enter`, `Space`, `Down`, `q`, `Ctrl-c` …
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        self.send(keys.split_whitespace().map(|key| Message::Key(event(key))))
    }

    /// Selects a platform in the list.
    pub(crate) fn select(&mut self, id: &str) -> &mut Self {
        self.model.list.selected = self.model.catalogue.position(id).expect(id);
        self
    }

    /// Goes to a step of a platform.
    pub(crate) fn go_to(&mut self, id: &str, step: usize) -> &mut Self {
        let keys = format!("Enter{}", " Right".repeat(step));
        self.select(id).press(&keys)
    }

    /// Types text.
    pub(crate) fn type_text(&mut self, text: &str) -> &mut Self {
        let letters = text.chars().map(KeyCode::Char).map(KeyEvent::from);
        self.send(letters.map(Message::Key))
    }

    /// Tells the program that something happened.
    pub(crate) fn tell(&mut self, message: Message) -> &mut Self {
        self.send([message])
    }

    /// Hands messages over one by one, and draws after each as the program does.
    fn send(&mut self, messages: impl IntoIterator<Item = Message>) -> &mut Self {
        self.effects.clear();
        for message in messages {
            self.update(message);
            self.buffer();
        }
        self
    }

    /// Hands a message over, and saves what it asks to be saved.
    fn update(&mut self, message: Message) {
        for effect in update(&mut self.model, message) {
            self.effects.push(effect.clone());
            if let Effect::Save(change) = effect {
                let result = match &self.failing {
                    Some(reason) => Err(reason.clone()),
                    None => {
                        self.saved.apply(&change);
                        Ok(self.saved.clone())
                    }
                };
                self.update(Message::Saved(result));
            }
        }
    }

    /// Changes the size of the window.
    pub(crate) fn resize(&mut self, size: (u16, u16)) -> &mut Self {
        self.size = size;
        self.buffer();
        self
    }

    /// The frame as it is, cells and styles.
    pub(crate) fn buffer(&mut self) -> Buffer {
        let backend = TestBackend::new(self.size.0, self.size.1);
        let mut terminal = Terminal::new(backend).expect("a test terminal");
        self.model.size = self.size;
        let mut extent = None;
        terminal
            .draw(|frame| extent = Some(screen::draw(&self.model, self.look, frame)))
            .expect("a frame");
        if let Some(extent) = extent {
            let asked = update(&mut self.model, Message::Drawn(extent));
            assert_eq!(asked, [], "what was drawn asks for nothing");
        }
        terminal.backend().buffer().clone()
    }

    /// The frame as text, without the spaces at the ends of lines.
    pub(crate) fn screen(&mut self) -> String {
        let buffer = self.buffer();
        let width = usize::from(buffer.area.width).max(1);
        let lines = buffer.content.chunks(width).map(|cells| {
            let line: String = cells.iter().map(Cell::symbol).collect();
            line.trim_end().to_owned()
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The changes among the effects that are to be saved.
    pub(crate) fn saved(&self) -> Vec<&Change> {
        let changes = self.effects.iter().filter_map(|effect| match effect {
            Effect::Save(change) => Some(change),
            _ => None,
        });
        changes.collect()
    }

    /// The addresses among the effects that are to be opened.
    pub(crate) fn opened(&self) -> Vec<&str> {
        let addresses = self.effects.iter().filter_map(|effect| match effect {
            Effect::Open(address) => Some(address.as_str()),
            _ => None,
        });
        addresses.collect()
    }
}

/// The report of a key by its name.
fn event(name: &str) -> KeyEvent {
    if let Some(letter) = name.strip_prefix("Ctrl-") {
        let letter = letter.chars().next().expect("a letter");
        return KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    }
    KeyEvent::from(match name {
        "Enter" => KeyCode::Enter,
        "Space" => KeyCode::Char(' '),
        "Esc" => KeyCode::Esc,
        "Backspace" => KeyCode::Backspace,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "PageUp" => KeyCode::PageUp,
        "PageDown" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        letter => KeyCode::Char(letter.chars().next().expect("a letter")),
    })
}

/// A checklist in which these platforms are so marked, on these days.
pub(crate) fn checklist(marks: &[(&str, Mark, Date)]) -> Checklist {
    let mut checklist = Checklist::default();
    for (platform, mark, on) in marks {
        checklist.apply(&Change::Set {
            platform: (*platform).to_owned(),
            record: Record::new(*mark, *on, None, TODAY, Vec::new()),
        });
    }
    checklist
}
