//! The real program in a terminal beside the same program without one: whatever is
//! typed, the terminal must show what is drawn. A test that only follows somebody
//! through the program so needs no word of what it says.

use std::path::Path;

use nonmerci::app::{Message, Model, StatusMessage, Subject, ask_which};
use nonmerci::checklist::Checklist;

use super::day::today;
use super::driver::Driver;
use super::edition::{Edition, built_in};
use super::session::Session;

/// The real program, and what it should show.
pub(crate) struct Mirror {
    pub(crate) session: Session,
    pub(crate) driver: Driver,
}

impl Mirror {
    /// The program on its first screen, in a language and in a terminal of so many
    /// columns and lines, with these further arguments and variables.
    pub(crate) fn new(
        window: (&str, (u16, u16)),
        home: &Path,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        Self::of(&built_in(), window, home, arguments, variables)
    }

    /// The same where the arguments name another edition of the content.
    pub(crate) fn of(
        edition: &Edition,
        (language, size): (&str, (u16, u16)),
        home: &Path,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        let arguments = [&["--lang", language], arguments].concat();
        let session = Session::nonmerci(size, home, &arguments, variables);
        let mut driver = Driver::on(today(), edition, language, size, &Checklist::default());
        let saves = !arguments.contains(&"--no-save");
        if !saves {
            say_unsaved(&mut driver.model);
        }
        driver.model.file = saves.then(|| home.join("nonmerci/checklist.toml"));
        let mut mirror = Self { session, driver };
        // Whoever comes for the first time is asked which platforms they use.
        let walks = arguments.contains(&"walk");
        if !walks && !home.join("nonmerci/checklist.toml").exists() {
            ask_which(&mut mirror.driver.model);
            mirror.wait().press("Esc");
        }
        mirror
    }

    /// The program as somebody new meets it: at the question which platforms they use.
    pub(crate) fn first((language, size): (&str, (u16, u16)), home: &Path) -> Self {
        let session = Session::nonmerci(size, home, &["--lang", language], &[]);
        let none = Checklist::default();
        let mut driver = Driver::on(today(), &built_in(), language, size, &none);
        driver.model.file = Some(home.join("nonmerci/checklist.toml"));
        ask_which(&mut driver.model);
        let mut mirror = Self { session, driver };
        mirror.wait();
        mirror
    }

    /// What should be shown is that of somebody with this checklist.
    pub(crate) fn take_up(&mut self, saved: &Checklist) {
        self.driver.saved = saved.clone();
        self.driver.tell(Message::Saved(Ok(saved.clone().into())));
        let next = self.driver.model.overview().first_to_take_up();
        self.driver.model.list.selected = next.unwrap_or(0);
    }

    /// Waits until the terminal shows what is drawn, and its cursor stands where Braille
    /// displays and magnifiers should look.
    pub(crate) fn wait(&mut self) -> &mut Self {
        self.session.wait_for_screen(&self.driver.screen());
        let (column, line) = self.driver.cursor();
        self.session.wait_until("the cursor", |screen| {
            screen.cursor_position() == (line, column)
        });
        self
    }

    /// Presses keys, one after the other as each is answered.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.session.press(key);
            self.driver.press(key);
            self.wait();
        }
        self
    }

    /// Presses a key to which the world answers, which the program then says.
    pub(crate) fn press_and_hear(&mut self, key: &str, answer: Message) -> &mut Self {
        self.session.press(key);
        self.driver.press(key).tell(answer);
        self.wait()
    }

    /// Gives the window another size.
    pub(crate) fn resize(&mut self, size: (u16, u16)) -> &mut Self {
        self.session.resize(size);
        self.driver.resize(size);
        self.wait()
    }

    /// Leaves the program.
    pub(crate) fn quit(&mut self) -> u32 {
        self.session.press("q").end()
    }
}

/// Says what the program says at its start where nothing is saved.
pub(crate) fn say_unsaved(model: &mut Model) {
    let text = model.texts.interface.help.not_saved.to_string();
    let subject = Subject::NoAddress;
    model.status = Some(StatusMessage { text, subject });
}
