//! A window of the workshop: what wakes it, and what it asks of the world.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use super::super::full_screen::not_opened;
use super::super::options::Options;
use super::super::run_loop::{Carried, Event, open_beside, run_loop, send_keys, send_signals};
use super::super::setup::Setup;
use super::super::terminal_failed;
use super::shared::Shared;
use crate::outside::alarm::Alarm;
use crate::outside::replace::{Readers, create, replace};
use crate::outside::signals;
use crate::outside::terminal::Terminal;
use crate::outside::watch::{Watch, waking};
use crate::outside::{browser, clipboard, clock, files};
use crate::problem::Problem;
use crate::screen;
use crate::words::{FileReason, Reason, reason};
use crate::workshop::{
    Effect, Left, Message, Model, Other, SummaryFormat, Window, WindowPage, summary, update,
};

/// What happens besides signals and changes of size.
enum WindowEvent {
    /// Something for the model.
    Message(Message),
    /// How it went to have an address opened.
    Opened(Result<(), browser::Error>),
    /// Something changed in the folder in which the windows meet.
    Changed,
}

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    mut model: Model,
    shared: io::Result<Shared>,
    is_planned: bool,
) -> Result<(), Problem> {
    let interface = &setup.texts.interface;
    let failed = |error| terminal_failed(&error, interface);
    let (events, happened) = channel();
    let signals = signals::catch().map_err(failed)?;
    let mut runner = EffectRunner {
        options,
        shared: None,
        events: events.clone(),
    };
    match shared {
        Ok(shared) => runner.begin(shared, &mut model, is_planned),
        Err(error) => model.other = Other::Impossible(reason(&error, interface)),
    }
    let mut terminal = Terminal::take().map_err(failed)?;
    let ring = events.clone();
    let alarm = Alarm::new(move || {
        let now = Message::Clock(clock::now());
        ring.send(Event::Program(WindowEvent::Message(now))).is_ok()
    });
    let result = draw(&mut model, options, &mut terminal, &alarm).and_then(|()| {
        send_signals(signals, events.clone(), || {
            WindowEvent::Message(Message::Stop)
        });
        send_keys(
            events.clone(),
            |key| WindowEvent::Message(Message::Key(key)),
            |text| WindowEvent::Message(Message::Pasted(text)),
        );
        let runner = std::cell::RefCell::new(runner);
        let result = run_loop(
            &mut model,
            &mut terminal,
            &happened,
            |news, model| runner.borrow().message(news, model),
            |model, message| {
                // What the other window has just done is not undone by a key.
                let is_key = matches!(message, Message::Key(_));
                let seen = is_key.then(|| runner.borrow().changed(model));
                let now = Message::Clock(clock::now());
                let messages = [Some(now), seen, Some(message)].into_iter().flatten();
                messages
                    .flat_map(|message| update(model, message))
                    .collect()
            },
            |effect, model, terminal| runner.borrow_mut().carry_out(effect, model, terminal),
            |model, terminal| draw(model, options, terminal, &alarm),
        );
        let mut runner = runner.into_inner();
        if options.no_save() && model.window == Window::Wall {
            runner.keep(&Effect::Forget, &model);
        }
        result
    });
    drop(terminal);
    result.map_err(failed)
}

/// Draws the window, and sets the alarm to when it has to be drawn anew.
fn draw(
    model: &mut Model,
    options: &Options,
    terminal: &mut Terminal,
    alarm: &Alarm,
) -> io::Result<()> {
    let due = model.due().map(|due| {
        let left = due.duration_since(clock::now());
        Duration::try_from(left).unwrap_or_default()
    });
    alarm.set(due);
    terminal.draw(|frame| {
        model.size = (frame.area().width, frame.area().height);
        screen::workshop::draw(model, options.look, frame);
    })
}

/// What is said of how it went to have an address opened.
fn said_of_opening(result: Result<(), browser::Error>, model: &Model) -> String {
    let interface = &model.own.texts.interface;
    match result {
        Ok(()) => interface.status.asked.to_string(),
        Err(why) => not_opened(&why, interface).words(interface),
    }
}

/// Carries out what a window asks of the world.
struct EffectRunner<'a> {
    options: &'a Options,
    /// None where nothing can join the windows.
    shared: Option<Shared>,
    events: Sender<Event<WindowEvent>>,
}

impl EffectRunner<'_> {
    /// Looks which workshops there are, and watches for the other window. Whoever has planned
    /// this one, by what was asked for, goes on with one that was planned alike, or with
    /// none.
    fn begin(&mut self, shared: Shared, model: &mut Model, is_planned: bool) {
        let interface = &model.own.texts.interface;
        let (found, foreign) = shared.find(model.window == Window::Notes);
        if let Some((file, reason)) = foreign.into_iter().next() {
            let words = &model.own.workshop.words.refused;
            let message = words.foreign.fill(&FileReason { file, reason });
            model.said = Some(format!("{message} {}", words.foreign_hint));
        }
        let watched = watch(&shared, self.events.clone());
        self.shared = Some(shared);
        if let Err(error) = watched {
            model.other = Other::Impossible(reason(&error, interface));
        }
        let effects = match model.window {
            Window::Notes => {
                model.page = WindowPage::Alone;
                update(model, Message::Found(found))
            }
            _ if found.is_empty() => vec![Effect::Keep],
            _ => {
                let alike = |left: &Left| left.position.is_planned_as(&model.position);
                let is_meant = |left: &Left| !is_planned || alike(left);
                let meant = found.iter().position(is_meant);
                model.page = WindowPage::Resume {
                    selected: meant.unwrap_or(found.len()),
                    left: found,
                };
                Vec::new()
            }
        };
        for effect in effects {
            if let Some(message) = self.keep(&effect, model) {
                update(model, message);
            }
        }
    }

    /// What the model is told of what happened.
    fn message(&self, news: WindowEvent, model: &Model) -> Message {
        match news {
            WindowEvent::Message(message) => message,
            WindowEvent::Opened(result) => Message::Said(said_of_opening(result, model)),
            WindowEvent::Changed => self.changed(model),
        }
    }

    /// What a change in the folder in which the windows meet means for the model.
    fn changed(&self, model: &Model) -> Message {
        let Some(shared) = &self.shared else {
            return Message::Clock(clock::now());
        };
        let other = shared.other();
        // Whoever takes notes for a wall that is gone, looks for another.
        if model.window == Window::Notes && matches!(other, Other::Absent | Other::Over) {
            let (found, _) = shared.find(true);
            if !found.is_empty() {
                return Message::Found(found);
            }
        }
        Message::Seen(other, shared.position().map(Box::new))
    }

    /// Carries out what concerns the file that both windows share.
    fn keep(&mut self, effect: &Effect, model: &Model) -> Option<Message> {
        let shared = self.shared.as_mut()?;
        let interface = &model.own.texts.interface;
        let result = match effect {
            Effect::Join(name) => match shared.join(name) {
                Ok(true) => return Some(Message::Seen(shared.other(), None)),
                // Another wall was quicker: this one goes its own way.
                Ok(false) => shared.keep(&model.position),
                Err(error) => Err(error),
            },
            Effect::Forget => {
                shared.forget();
                Ok(())
            }
            _ => shared.keep(&model.position),
        };
        let error = result.err()?;
        Some(Message::NotKept(reason(&error, interface)))
    }

    /// Carries out an effect. What it leads to comes back at once, or later as an
    /// event.
    fn carry_out(
        &mut self,
        effect: Effect,
        model: &Model,
        terminal: &mut Terminal,
    ) -> io::Result<Carried<Message>> {
        let interface = &model.own.texts.interface;
        Ok(match effect {
            Effect::Keep | Effect::Join(_) | Effect::Forget => {
                let said = self.keep(&effect, model);
                said.map_or(Carried::Done, Carried::Reply)
            }
            Effect::Open(address) => {
                let command = self.options.browser.as_deref();
                open_beside(address, command, &self.events, |_, result| {
                    WindowEvent::Opened(result)
                });
                Carried::Done
            }
            Effect::Copy(text) => {
                let words = &interface.status;
                Carried::Reply(Message::Said(match clipboard::copy(&text) {
                    Ok(()) => words.copied.to_string(),
                    Err(error) => words.copy_failed.fill(&Reason {
                        reason: reason(&error, interface),
                    }),
                }))
            }
            Effect::LookFor(path) => Carried::Reply(Message::SummaryIs(files::is_there(&path))),
            Effect::Write(path, may_replace) => {
                let written = write(model, &path, may_replace).map(|()| path);
                let written = written.map_err(|error| reason(&error, interface));
                Carried::Reply(Message::Written(written))
            }
            Effect::Redraw => {
                terminal.redraw()?;
                Carried::Done
            }
            Effect::Suspend => {
                terminal.lend(signals::suspend)?;
                Carried::Done
            }
            Effect::Quit => Carried::Leave,
        })
    }
}

/// Writes the summary.
fn write(model: &Model, path: &Path, may_replace: bool) -> io::Result<()> {
    let format = SummaryFormat::of(path).unwrap_or(SummaryFormat::Markdown);
    let text = summary(model, format);
    if may_replace {
        replace(path, text.as_bytes(), Readers::Everybody)
    } else {
        create(path, text.as_bytes(), Readers::Everybody)
    }
}

/// Reports changes in the folder in which the windows meet, on a thread of its own.
fn watch(shared: &Shared, events: Sender<Event<WindowEvent>>) -> io::Result<()> {
    let mut watch = Watch::new(waking().1).map_err(|_| io::ErrorKind::Unsupported)?;
    let folder = files::canonical(shared.meeting.folder())?;
    watch.only(&BTreeSet::from([folder]))?;
    thread::spawn(move || {
        loop {
            watch.wait();
            if events.send(Event::Program(WindowEvent::Changed)).is_err() {
                return;
            }
        }
    });
    Ok(())
}
