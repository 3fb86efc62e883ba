//! The loop of a program that takes the whole screen: waits for something to happen,
//! lets the model answer, carries out what it asks for, and draws when nothing more is
//! waiting. While nothing happens, nothing runs.

use std::collections::VecDeque;
use std::io;
use std::iter::once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender};
use std::thread;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::catalogue::Address;
use crate::outside::browser;
use crate::outside::clock::Stopwatch;
use crate::outside::keyboard::{Input, Keyboard};
use crate::outside::signals::{self, Caught, Signal};
use crate::outside::terminal::{self, Terminal};

/// How long keys are answered to, one after the other, before what comes of them is
/// seen.
const UNSEEN: Duration = Duration::from_millis(100);

/// How long Ctrl-C may go unheard before a second one ends the program.
const UNHEARD: Duration = Duration::from_millis(500);

/// Whether something was answered to since Ctrl-C was pressed.
static HEARD: AtomicBool = AtomicBool::new(true);

/// What wakes the loop.
#[derive(Debug)]
pub(super) enum Event<T> {
    /// Something that the program knows what to make of.
    Program(T),
    /// The program is to stop until resumed.
    Stop,
    /// The program was stopped and goes on.
    Resumed,
    /// The window has another size, or the terminal was drawn on by others.
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
        let begun = Stopwatch::start();
        // One frame for all that has come in meanwhile, as far as nobody has to wait
        // for it.
        for event in once(first).chain(events.try_iter()) {
            let mut messages = VecDeque::new();
            match event {
                Event::Program(event) => messages.push_back(message(event, model)),
                Event::Stop => terminal.lend(signals::suspend)?,
                Event::Resumed => terminal.lend(|| Ok(()))?,
                // A size as before is told where others have spoilt the screen.
                Event::Resized => terminal.redraw()?,
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
            HEARD.store(true, Ordering::SeqCst);
            if begun.elapsed() >= UNSEEN {
                break;
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
            Signal::Stop => Event::Stop,
            Signal::Resumed => Event::Resumed,
            Signal::Resized => Event::Resized,
        });
    });
}

/// Sends on keys, as what `key` makes of them, texts that are pasted, as what `pasted`
/// makes of them, and changes of size, for as long as there is a terminal. On a thread
/// of its own: a terminal that is gone would keep its reader forever.
pub(super) fn send_keys<T: Send + 'static>(
    events: Sender<Event<T>>,
    key: impl Fn(KeyEvent) -> T + Send + 'static,
    pasted: impl Fn(String) -> T + Send + 'static,
) {
    thread::spawn(move || {
        let Ok(mut keyboard) = Keyboard::new() else {
            let _ = events.send(Event::TerminalGone);
            return;
        };
        let mut interrupted = None;
        loop {
            let event = match keyboard.wait() {
                Ok(Input::Key(event)) => {
                    if is_interrupt(event) {
                        end_if_unheard(&mut interrupted);
                    }
                    Event::Program(key(event))
                }
                Ok(Input::Pasted(text)) => Event::Program(pasted(text)),
                Ok(Input::Resized) => Event::Resized,
                Err(_) => Event::TerminalGone,
            };
            let last = matches!(event, Event::TerminalGone);
            if events.send(event).is_err() || last {
                return;
            }
        }
    });
}

fn is_interrupt(key: KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers == KeyModifiers::CONTROL
}

/// Ends the program where Ctrl-C is pressed again, and the first was not even heard:
/// the program waits for something that may never come, as a disk.
fn end_if_unheard(since: &mut Option<Stopwatch>) {
    let heard = HEARD.swap(false, Ordering::SeqCst);
    match since {
        Some(since) if !heard => {
            if since.elapsed() >= UNHEARD {
                terminal::end_at_once(signals::INTERRUPTED);
            }
        }
        _ => *since = Some(Stopwatch::start()),
    }
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
