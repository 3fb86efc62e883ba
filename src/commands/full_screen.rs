//! The full-screen program: waits for something to happen, lets the model answer,
//! carries out what it asks for, and draws when nothing more is waiting. While
//! nothing happens, nothing runs.

use std::io::{self, stdout};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crossterm::event::Event;

use super::checklist::{self, Saving};
use super::open::not_opened;
use super::options::Options;
use super::preview::{self, News};
use super::setup::Setup;
use crate::app::{Concern, Effect, Message, Model, NotOpened, Status, begin, update};
use crate::outside::signals::{self, Signal};
use crate::outside::terminal::{self, Terminal};
use crate::outside::{browser, clipboard};
use crate::problem::Problem;
use crate::screen;
use crate::words::{Interface, reason};

/// What wakes the loop.
enum Wake {
    /// Something for the model.
    Message(Message),
    /// How it went to have an address opened.
    Opened(Result<(), browser::Error>),
    /// The preview of the folder of texts.
    Preview(News),
    /// The program was stopped and goes on.
    Resumed,
    /// The window has another size, which drawing finds out by itself.
    Resized,
    /// The terminal can no longer be read.
    TerminalGone,
}

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    platform: Option<usize>,
) -> Result<(), Problem> {
    let (file, checklist, set_aside) = checklist::load(setup, options)?;
    let path = file.as_ref().map(|file| file.path().to_owned());
    let mut model = Model::new(
        setup.catalogue.clone(),
        setup.texts.clone(),
        checklist,
        setup.today.clone(),
        path,
    );
    model.status = set_aside.map(|text| Status {
        text,
        concern: Concern::NoAddress,
    });
    if let Some(platform) = platform {
        model.list.selected = platform;
        begin(&mut model, platform);
    }
    let (wakes, waiting) = channel();
    let failed = |error| super::terminal_failed(&error, &setup.texts.interface);
    // Caught before the terminal is taken, so that none leaves it in disorder.
    let signals = signals::catch().map_err(failed)?;
    let mut terminal = Terminal::take().map_err(failed)?;
    let outside = Outside {
        options,
        saving: Saving::new(file.as_ref()),
        wakes,
    };
    // The first frame comes before everything that can wait, the threads above
    // all: beside one, all that this one does takes longer.
    let result = draw(&mut model, options, &mut terminal).and_then(|()| {
        let tell = outside.wakes.clone();
        signals.listen(move |signal| {
            // Nobody listens any more once the program is leaving.
            let _ = tell.send(match signal {
                Signal::Leave => Wake::Message(Message::Stop),
                Signal::Resumed => Wake::Resumed,
                Signal::Resized => Wake::Resized,
            });
        });
        read_events(outside.wakes.clone());
        if let Some(folder) = &setup.folder {
            let wakes = outside.wakes.clone();
            preview::begin(folder, move |news| wakes.send(Wake::Preview(news)).is_ok());
        }
        turn(&mut model, options, &mut terminal, &waiting, &outside)
    });
    // The thread that reads still waits for a key; the process ends without it.
    drop(terminal);
    result.map_err(failed)?;
    outside.saving.end()
}

/// Draws the model, and tells it how long what scrolls in it is.
fn draw(model: &mut Model, options: &Options, terminal: &mut Terminal) -> io::Result<()> {
    let mut extent = None;
    terminal.draw(|frame| {
        model.size = (frame.area().width, frame.area().height);
        extent = Some(screen::draw(model, options.look, frame));
    })?;
    if let Some(extent) = extent {
        update(model, Message::Drawn(extent));
    }
    Ok(())
}

/// Hands keys and changes of size over, for as long as there is a terminal. On
/// a thread of its own: a terminal that is gone would keep its reader forever.
fn read_events(wakes: Sender<Wake>) {
    thread::spawn(move || {
        loop {
            let wake = match terminal::next_event() {
                Ok(Event::Key(key)) if key.is_press() || key.is_repeat() => {
                    Wake::Message(Message::Key(key))
                }
                Ok(Event::Resize(..)) => Wake::Resized,
                Ok(_) => continue,
                Err(_) => Wake::TerminalGone,
            };
            let last = matches!(wake, Wake::TerminalGone);
            if wakes.send(wake).is_err() || last {
                return;
            }
        }
    });
}

fn turn(
    model: &mut Model,
    options: &Options,
    terminal: &mut Terminal,
    waiting: &Receiver<Wake>,
    outside: &Outside<'_>,
) -> io::Result<()> {
    loop {
        // One frame for all that has come in meanwhile.
        let Ok(first) = waiting.recv() else {
            return Ok(());
        };
        for wake in std::iter::once(first).chain(waiting.try_iter()) {
            let message = match wake {
                Wake::Message(message) => message,
                Wake::Opened(result) => opened(result, &model.texts.interface),
                Wake::Preview(news) => preview::message(news, &model.texts.interface),
                Wake::Resumed => {
                    terminal.lend(|| Ok(()))?;
                    continue;
                }
                Wake::Resized => continue,
                Wake::TerminalGone => return Ok(()),
            };
            for effect in update(model, message) {
                if effect == Effect::Quit {
                    return Ok(());
                }
                if let Some(message) = outside.carry_out(effect, model, terminal)? {
                    update(model, message);
                }
            }
        }
        draw(model, options, terminal)?;
    }
}

/// What the model is told of how it went to have an address opened.
fn opened(result: Result<(), browser::Error>, interface: &Interface) -> Message {
    Message::Opened(result.map_err(|why| match why {
        browser::Error::NoDisplay => NotOpened::NoDisplay,
        browser::Error::OverSsh => NotOpened::OverSsh,
        browser::Error::Failed(..) | browser::Error::Ended(_) => {
            NotOpened::Failed(not_opened(&why, interface))
        }
    }))
}

/// The world, as far as the program asks something of it.
struct Outside<'a> {
    options: &'a Options,
    saving: Saving<'a>,
    wakes: Sender<Wake>,
}

impl Outside<'_> {
    /// Carries out an effect. What it leads to comes back at once, or later
    /// through the channel.
    fn carry_out(
        &self,
        effect: Effect,
        model: &Model,
        terminal: &mut Terminal,
    ) -> io::Result<Option<Message>> {
        let interface = &model.texts.interface;
        match effect {
            Effect::Open(address) => {
                let (command, wakes) = (self.options.browser.clone(), self.wakes.clone());
                thread::spawn(move || {
                    let result = browser::open(address.as_str(), command.as_deref());
                    let _ = wakes.send(Wake::Opened(result));
                });
                Ok(None)
            }
            Effect::Copy(what, text) => {
                let result = clipboard::copy(&text, clipboard::Way::here(), &mut stdout());
                let result = result
                    .map(|()| what)
                    .map_err(|error| reason(&error, interface));
                Ok(Some(Message::Copied(result)))
            }
            Effect::Save(change) => Ok(self.saving.change(&change, interface).map(Message::Saved)),
            Effect::Suspend => terminal.lend(signals::suspend).map(|()| None),
            Effect::Quit => Ok(None),
        }
    }
}
