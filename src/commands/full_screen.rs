//! The full-screen program in its terminal: what happens to it, and what it asks of
//! the world.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::checklist;
use super::open;
use super::options::Options;
use super::preview::{self, PreviewEvent};
use super::run_loop::{Carried, Event, open_beside, run_loop, send_keys, send_signals};
use super::saving::{Saved, Saver, with_commands};
use super::setup::Setup;
use crate::actions;
use crate::app::{
    Effect, Message, Model, NotOpened, StatusMessage, Subject, ask_which, begin, update,
};
use crate::catalogue::Address;
use crate::outside::signals;
use crate::outside::terminal::Terminal;
use crate::outside::watch::{Waker, waking};
use crate::outside::{browser, clipboard};
use crate::problem::{self, Problem};
use crate::screen;
use crate::settings::SettingsFile;
use crate::words::{Interface, reason};

/// What happens to the program.
enum AppEvent {
    /// A message that goes to the model as it is.
    Message(Message),
    /// How it went to have an address opened.
    Opened(Address, Result<(), browser::Error>),
    /// How it went to save something.
    Saved(Saved),
    /// The preview of the folder of texts.
    Preview(PreviewEvent),
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
    let said = setup.settings.said(&setup.texts.interface);
    let not_utf8 = options.look.bare_letters;
    let not_utf8 = not_utf8.then(|| setup.texts.interface.status.not_utf8.to_string());
    let unsaved = file.is_none();
    let unsaved = unsaved.then(|| setup.texts.interface.help.not_saved.to_string());
    let said: Vec<_> = set_aside
        .into_iter()
        .chain(said)
        .chain(unsaved)
        .chain(not_utf8)
        .collect();
    model.status = (!said.is_empty()).then(|| StatusMessage {
        text: said.join(" "),
        subject: Subject::NoAddress,
    });
    if let Some(platform) = platform {
        model.list.selected = platform;
        begin(&mut model, platform);
    } else if model.overview().is_first_start() {
        ask_which(&mut model);
    }
    let (events, happened) = channel();
    let failed = |error| super::terminal_failed(&error, &setup.texts.interface);
    // Caught before the terminal is taken, so that none leaves it in disorder.
    let signals = signals::catch().map_err(failed)?;
    let mut terminal = Terminal::take().map_err(failed)?;
    let saving = file.map(|file| Saver {
        file,
        today: setup.today.clone(),
        events: events.clone(),
        saved: AppEvent::Saved,
    });
    let (waker, waking) = waking();
    let runner = EffectRunner {
        options,
        saving,
        settings: setup.settings.keeps(options),
        preview: setup.folder.is_some().then_some(waker),
        events,
        opened: AppEvent::Opened,
    };
    // The first frame comes before everything that can wait, the threads above
    // all: beside one, all that this one does takes longer.
    let result = draw(&mut model, options, &mut terminal).and_then(|()| {
        let events = &runner.events;
        send_signals(signals, events.clone(), || AppEvent::Message(Message::Stop));
        let key = |key| AppEvent::Message(Message::Key(key));
        let pasted = |text| AppEvent::Message(Message::Pasted(text));
        send_keys(events.clone(), key, pasted);
        if let Some(folder) = &setup.folder {
            let events = events.clone();
            let source = Ok(setup.catalogue.source().clone());
            let first = setup.seen.clone().map(|seen| (source, seen));
            preview::begin(folder, first, waking, move |event| {
                events
                    .send(Event::Program(AppEvent::Preview(event)))
                    .is_ok()
            });
        }
        run_loop(
            &mut model,
            &mut terminal,
            &happened,
            message,
            update,
            |effect, model, terminal| runner.carry_out(effect, model, terminal),
            |model, terminal| draw(model, options, terminal),
        )
    });
    // The thread that reads still waits for a key; the process ends without it.
    drop(terminal);
    let saved = save_the_rest(&mut model, &runner, &happened);
    match (result.map_err(failed), saved) {
        (Err(problem), Err(unsaved)) => {
            super::note_text(&unsaved.report(&model.texts.interface));
            Err(problem)
        }
        (result, saved) => result.and(saved),
    }
}

/// Saves what is not saved yet, now that the terminal is given back: what is not is
/// told where it stays to be read.
fn save_the_rest(
    model: &mut Model,
    runner: &EffectRunner<AppEvent>,
    happened: &Receiver<Event<AppEvent>>,
) -> Result<(), Problem> {
    let Some(saving) = &runner.saving else {
        return Ok(());
    };
    let texts = model.texts.clone();
    let interface = &texts.interface;
    let saved = |event| match event {
        AppEvent::Saved(result) => Some(result),
        _ => None,
    };
    let wait = || super::note(&interface.status.saving);
    let result = saving.finish(model.work_mut(), happened, saved, wait);
    let catalogue = &model.catalogue;
    let (found, not_done) = result.map_err(|error| {
        let problem = problem::checklist(&error, interface);
        with_commands(problem, model.work(), catalogue, runner.options, interface)
    })?;
    if let Some(words) = checklist::found_words(catalogue, &texts, &found) {
        super::note(&words);
    }
    for outcome in not_done {
        super::note(&outcome.words(catalogue, &texts));
    }
    Ok(())
}

/// Draws the model, and reports to it how long what scrolls in it is.
pub(super) fn draw(
    model: &mut Model,
    options: &Options,
    terminal: &mut Terminal,
) -> io::Result<()> {
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

/// The message that the model gets of what happened.
fn message(event: AppEvent, model: &Model) -> Message {
    match event {
        AppEvent::Message(message) => message,
        AppEvent::Opened(address, result) => opened(address, result, &model.texts.interface),
        AppEvent::Saved(result) => saved(result, model),
        AppEvent::Preview(event) => preview::message(event, &model.texts.interface),
    }
}

/// The message that the model gets of how saving went.
fn saved(result: Saved, model: &Model) -> Message {
    let (catalogue, texts) = (&model.catalogue, &model.texts);
    let reason = |error| {
        problem::checklist(&error, &texts.interface)
            .message()
            .to_owned()
    };
    let saved = result.map(|changed| actions::Saved {
        found: checklist::found_words(catalogue, texts, &changed.found),
        checklist: changed.checklist,
    });
    Message::Saved(saved.map_err(reason))
}

/// The message that the model gets of how opening an address went.
pub(super) fn opened(
    address: Address,
    result: Result<(), browser::Error>,
    interface: &Interface,
) -> Message {
    Message::Opened(address, result.map_err(|why| not_opened(&why, interface)))
}

/// Why an address could not be opened.
pub(super) fn not_opened(why: &browser::Error, interface: &Interface) -> NotOpened {
    match why {
        browser::Error::NoDisplay => NotOpened::NoDisplay,
        browser::Error::OverSsh => NotOpened::OverSsh,
        browser::Error::Failed(_) | browser::Error::Tried(_) => {
            NotOpened::Failed(open::not_opened(why, interface))
        }
    }
}

/// Carries out what the program asks of the world, in a loop whose events are of type `T`.
pub(super) struct EffectRunner<'a, T> {
    pub(super) options: &'a Options,
    /// None where nothing is saved.
    pub(super) saving: Option<Saver<T>>,
    /// Where the choice of a language is kept, if anywhere.
    pub(super) settings: Option<&'a SettingsFile>,
    /// What has the folder of texts read again, where there is one.
    pub(super) preview: Option<Waker>,
    pub(super) events: Sender<Event<T>>,
    /// Makes an event of how it went to have an address opened.
    pub(super) opened: fn(Address, Result<(), browser::Error>) -> T,
}

impl<T: Send + 'static> EffectRunner<'_, T> {
    /// Carries out an effect. What it leads to comes back at once, or later as an
    /// event.
    pub(super) fn carry_out(
        &self,
        effect: Effect,
        model: &Model,
        terminal: &mut Terminal,
    ) -> io::Result<Carried<Message>> {
        let interface = &model.texts.interface;
        Ok(match effect {
            Effect::Open(address) => {
                let command = self.options.browser.as_deref();
                open_beside(address, command, &self.events, self.opened);
                Carried::Done
            }
            Effect::Copy(what, text) => {
                let result = clipboard::copy(&text);
                let result = result
                    .map(|()| what)
                    .map_err(|error| reason(&error, interface));
                Carried::Reply(Message::Copied(result))
            }
            Effect::Save(change) => {
                let result = self.saving.as_ref().and_then(|saving| saving.save(&change));
                let reply = |result| Carried::Reply(saved(result, model));
                result.map_or(Carried::Done, reply)
            }
            Effect::KeepLanguage(language) => {
                match super::settings::keep_language(self.settings, &language, interface) {
                    Ok(()) => Carried::Done,
                    Err(reason) => Carried::Reply(Message::LanguageNotKept(reason)),
                }
            }
            Effect::Redraw => {
                terminal.redraw()?;
                if let Some(preview) = &self.preview {
                    preview.wake();
                }
                Carried::Done
            }
            Effect::Show(key) => {
                let mut extent = None;
                terminal.draw(|frame| {
                    extent = Some(screen::draw(model, self.options.look, frame));
                })?;
                let shown = |extent| Message::Shown(extent, key);
                extent.map_or(Carried::Done, |extent| Carried::Reply(shown(extent)))
            }
            Effect::Suspend => {
                terminal.lend(signals::suspend)?;
                Carried::Done
            }
            Effect::Quit => Carried::Leave,
        })
    }
}
