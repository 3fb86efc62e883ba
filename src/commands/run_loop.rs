//! The loop of a program that takes the whole screen: waits for something to happen,
//! lets the model answer, carries out what it asks for, and draws when nothing more is
//! waiting. While nothing happens, nothing runs.

use std::collections::VecDeque;
use std::io;
use std::iter::once;
use std::sync::mpsc::{Receiver, Sender};
use std::thread;

use crossterm::event::{Event as TerminalEvent, KeyEvent};

use crate::catalogue::Address;
use crate::outside::browser;
use crate::outside::signals::{Caught, Signal};
use crate::outside::terminal::{self, Terminal};

/// What wakes the loop.
#[derive(Debug)]
pub(super) enum Event<T> {
    /// Something that the program knows what to make of.
    Program(T),
    /// The program was stopped and goes on.
    Resumed,
    /// The window has another size, which drawing finds out by itself.
    Resized,
    /// The terminal can no longer be read.
    TerminalGone,
}

/// What comes of carrying out an effect.
#[derive(Debug)]
pub(super) enum Carried<Message> {
    /// Nothing yet: it is done, or reports back later as an event.
    Done,
    /// This, for the model.
    Reply(Message),
    /// The end of the loop.
    Leave,
}

/// Runs until an effect leaves or the terminal is gone. `message` turns what
/// happened into a message for the model, `carry_out` does what the model asks for.
///
/// # Errors
/// If the terminal fails.
pub(super) fn run_loop<Model, T, Message, Effect>(
    model: &mut Model,
    terminal: &mut Terminal,
    events: &Receiver<Event<T>>,
    message: impl Fn(T, &Model) -> Message,
    update: impl Fn(&mut Model, Message) -> Vec<Effect>,
    mut carry_out: impl FnMut(Effect, &Model, &mut Terminal) -> io::Result<Carried<Message>>,
    mut draw: impl FnMut(&mut Model, &mut Terminal) -> io::Result<()>,
) -> io::Result<()> {
    while let Ok(first) = events.recv() {
        // One frame for all that has come in meanwhile.
        for event in once(first).chain(events.try_iter()) {
            let mut messages = VecDeque::new();
            match event {
                Event::Program(event) => messages.push_back(message(event, model)),
                Event::Resumed => terminal.lend(|| Ok(()))?,
                Event::Resized => {}
                Event::TerminalGone => return Ok(()),
            }
            while let Some(message) = messages.pop_front() {
                for effect in update(model, message) {
                    match carry_out(effect, model, terminal)? {
                        Carried::Done => {}
                        Carried::Reply(message) => messages.push_back(message),
                        Carried::Leave => return Ok(()),
                    }
                }
            }
        }
        draw(model, terminal)?;
    }
    Ok(())
}

/// Sends on what the system signals; `leave` makes what asks the program to leave.
pub(super) fn send_signals<T: Send + 'static>(
    signals: Caught,
    events: Sender<Event<T>>,
    leave: impl Fn() -> T + Send + 'static,
) {
    signals.listen(move |signal| {
        // Nobody listens any more once the program is leaving.
        let _ = events.send(match signal {
            Signal::Leave => Event::Program(leave()),
            Signal::Resumed => Event::Resumed,
            Signal::Resized => Event::Resized,
        });
    });
}

/// Sends on keys, as what `event` makes of them, texts that are pasted, where `pasted`
/// makes something of them, and changes of size, for as long as there is a terminal. On a thread of its own: a terminal that is gone would keep its
/// reader forever.
pub(super) fn send_keys<T: Send + 'static>(
    events: Sender<Event<T>>,
    event: impl Fn(KeyEvent) -> T + Send + 'static,
    pasted: impl Fn(String) -> Option<T> + Send + 'static,
) {
    thread::spawn(move || {
        loop {
            let read = match terminal::next_event() {
                Ok(TerminalEvent::Key(key)) if key.is_press() || key.is_repeat() => {
                    Event::Program(event(key))
                }
                Ok(TerminalEvent::Paste(text)) => match pasted(text) {
                    Some(event) => Event::Program(event),
                    None => continue,
                },
                Ok(TerminalEvent::Resize(..)) => Event::Resized,
                Ok(_) => continue,
                Err(_) => Event::TerminalGone,
            };
            let last = matches!(read, Event::TerminalGone);
            if events.send(read).is_err() || last {
                return;
            }
        }
    });
}

/// Asks the browser to open an address, on a thread of its own. `opened` makes an event of
/// how it went.
pub(super) fn open_beside<T: Send + 'static>(
    address: &Address,
    command: Option<&str>,
    events: &Sender<Event<T>>,
    opened: fn(Result<(), browser::Error>) -> T,
) {
    let (address, events) = (address.clone(), events.clone());
    let command = command.map(str::to_owned);
    thread::spawn(move || {
        let result = browser::open(address.as_str(), command.as_deref());
        // Nobody listens any more once the program is leaving.
        let _ = events.send(Event::Program(opened(result)));
    });
}
