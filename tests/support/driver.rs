//! Drives the whole full-screen program without a terminal: keys in, frames and
//! effects out.

use crossterm::event::{KeyCode, KeyEvent};
use jiff::civil::Date;
use nonmerci::app::{Effect, Message, Model, NotOpened, Page, ScrollExtent, WalkPlace, update};
use nonmerci::catalogue::Course;
use nonmerci::checklist::{Change, Checklist, State};
use nonmerci::screen::{self, Look};
use ratatui::buffer::Buffer;

use super::canvas::{Canvas, text};
use super::day::TODAY;
use super::edition::Edition;
use super::keys::event;
use super::phrases::in_words;
use super::short_list::short_list;

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
    /// Whether saving takes so long that a test says how it went: see [`Driver::tell`].
    pub(crate) slow: bool,
    canvas: Canvas,
    /// Whether the model knows how long what it shows is.
    drawn: bool,
}

impl Driver {
    /// The program with the short list, for somebody who never used it.
    pub(crate) fn new(language: &str, size: (u16, u16)) -> Self {
        Self::marked(language, size, &Checklist::default())
    }

    /// The program with the short list, for somebody with a checklist.
    pub(crate) fn marked(language: &str, size: (u16, u16), checklist: &Checklist) -> Self {
        Self::of(&short_list(), language, size, checklist)
    }

    /// The program with an edition of the content.
    pub(crate) fn of(
        edition: &Edition,
        language: &str,
        size: (u16, u16),
        checklist: &Checklist,
    ) -> Self {
        Self::on(TODAY, edition, language, size, checklist)
    }

    /// The same on another day.
    pub(crate) fn on(
        day: Date,
        edition: &Edition,
        language: &str,
        size: (u16, u16),
        checklist: &Checklist,
    ) -> Self {
        let mut model = Model::new(
            edition.catalogue.clone(),
            edition.texts(language),
            checklist.clone(),
            day.into(),
            Some("/home/anna/.local/state/nonmerci/checklist.toml".into()),
        );
        model.size = size;
        Self {
            saved: model.checklist().clone(),
            failing: None,
            slow: false,
            model,
            effects: Vec::new(),
            look: Look::default(),
            canvas: Canvas::new(size),
            drawn: false,
        }
    }

    /// Presses keys, parted by spaces: see [`super::keys`].
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        self.send(keys.split_whitespace().map(|key| Message::Key(event(key))))
    }

    /// Selects a platform in the list.
    pub(crate) fn select(&mut self, id: &str) -> &mut Self {
        self.model.list.selected = self.model.catalogue.position(id).expect(id);
        self.drawn = false;
        self
    }

    /// Puts the reader at a step of a platform, by their places, without the way
    /// there.
    pub(crate) fn put_at(&mut self, platform: usize, step: usize) -> &mut Self {
        self.put_in(platform, Course::Full, step)
    }

    /// The same in the whole walk or in the short one.
    pub(crate) fn put_in(&mut self, platform: usize, course: Course, step: usize) -> &mut Self {
        self.model.stack = vec![Page::Walk(WalkPlace {
            platform,
            course,
            step,
            ..WalkPlace::default()
        })];
        self.model.status = None;
        self.drawn = false;
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

    /// Tells what came of opening the address the reader is at.
    pub(crate) fn tell_opened(&mut self, result: Result<(), NotOpened>) -> &mut Self {
        let address = self.model.address().expect("an address");
        self.tell(Message::Opened(address, result))
    }

    /// Hands messages over one by one, each to a model that was drawn, as in the
    /// program.
    fn send(&mut self, messages: impl IntoIterator<Item = Message>) -> &mut Self {
        self.effects.clear();
        for message in messages {
            self.see();
            self.update(message);
            self.drawn = false;
        }
        self
    }

    /// Hands a message over, and saves what it asks to be saved.
    fn update(&mut self, message: Message) {
        for effect in update(&mut self.model, message) {
            self.effects.push(effect.clone());
            if let (Effect::Save(change), false) = (effect, self.slow) {
                let result = match &self.failing {
                    Some(reason) => Err(reason.clone()),
                    None => {
                        self.saved.apply(&change);
                        Ok(self.saved.clone().into())
                    }
                };
                self.update(Message::Saved(result));
            }
        }
    }

    /// Changes the size of the window.
    pub(crate) fn resize(&mut self, size: (u16, u16)) -> &mut Self {
        self.canvas = Canvas::new(size);
        self.model.size = size;
        self.drawn = false;
        self
    }

    /// Has the screen drawn, unless it is: the model then knows how much of what it shows
    /// is seen.
    pub(crate) fn see(&mut self) {
        if !self.drawn {
            self.draw();
        }
    }

    /// Draws a frame, and tells the model what was drawn.
    fn draw(&mut self) -> Buffer {
        let (model, look) = (&self.model, self.look);
        let (buffer, extent) = self.canvas.draw(|frame| screen::draw(model, look, frame));
        self.drawn(extent);
        buffer
    }

    /// Tells the model what was drawn.
    fn drawn(&mut self, extent: ScrollExtent) {
        let asked = update(&mut self.model, Message::Drawn(extent));
        assert_eq!(asked, [], "what was drawn asks for nothing");
        self.drawn = true;
    }

    /// The frame as it is, cells and styles.
    pub(crate) fn buffer(&mut self) -> Buffer {
        let mut buffer = self.draw();
        part_addresses(&mut buffer);
        buffer
    }

    /// Where the cursor stands, as column and line.
    pub(crate) fn cursor(&mut self) -> (u16, u16) {
        self.see();
        self.canvas.cursor(|frame| {
            screen::draw(&self.model, self.look, frame);
        })
    }

    /// The frame as text, without the spaces at the ends of lines.
    pub(crate) fn screen(&mut self) -> String {
        text(&self.buffer())
    }

    /// The lines of the page between the rules, scrolled through from its top to its
    /// end; beside it stands nothing.
    pub(crate) fn whole_page(&mut self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        self.press("Home");
        loop {
            let screen = self.screen();
            let extent = self.model.extent.clone();
            let page: Vec<&str> = screen.lines().skip(2).collect();
            let (page, _rule_and_keys) = page.split_at(page.len() - 2);
            if extent.farthest() == 0 {
                return page.iter().map(|line| (*line).to_owned()).collect();
            }
            let seen = &page[..extent.height];
            // A page goes on with the last line of the one before, or with a drawing that
            // the end of that one would have torn.
            lines.truncate(self.model.scroll().unwrap_or(0));
            lines.extend(seen.iter().map(|line| (*line).to_owned()));
            if self.model.scroll().unwrap_or(0) >= extent.farthest() {
                return lines;
            }
            self.press("PageDown");
        }
    }

    /// The frame as a reader takes it in: its words, wherever the lines break.
    pub(crate) fn words(&mut self) -> String {
        in_words(&self.screen())
    }

    /// The platform that is selected in the list, by its id.
    pub(crate) fn selected(&self) -> &str {
        &self.model.facts(self.model.list.selected).id
    }

    /// Where a platform stands.
    pub(crate) fn state(&self, id: &str) -> State {
        let place = self.model.catalogue.position(id).expect(id);
        self.model.state(place)
    }

    /// The step of a walk that the reader is at, by its id.
    pub(crate) fn step_id(&self) -> Option<String> {
        self.model.step().map(|step| step.id.clone())
    }

    /// What the program says happened.
    pub(crate) fn said(&self) -> Option<&str> {
        self.model
            .status
            .as_ref()
            .map(|status| status.text.as_str())
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

/// Gives each letter of an address that is written in one go, over its lines, a cell of
/// its own, as a terminal does.
fn part_addresses(buffer: &mut Buffer) {
    for place in 0..buffer.content.len() {
        if buffer.content[place].symbol().len() == 1 {
            continue;
        }
        let first = buffer.content[place].clone();
        let text = match first.symbol().strip_prefix("\x1b]8;") {
            Some(link) => link.split("\x1b\\").nth(1).expect("a text"),
            None => first.symbol(),
        };
        let text = text.strip_suffix("\x1b]8;;").unwrap_or(text);
        if text.len() > 1 && text.is_ascii() {
            for (letter, cell) in text.chars().zip(&mut buffer.content[place..]) {
                cell.set_char(letter).set_style(first.style());
            }
        }
    }
}
