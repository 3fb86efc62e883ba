//! The loop of a program that takes the whole screen: waits for something to happen,
//! lets the model answer, carries out what it asks for, and draws when nothing more is
//! waiting and the terminal has taken the last frame. While nothing happens, nothing runs.

use std::collections::VecDeque;
use std::io;
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

/// The screen that is drawn on.
pub(super) trait Screen {
    /// Waits until it has taken what was drawn last, as far as that can be known.
    fn wait_until_taken(&mut self);
    /// Gives it back, calls `meanwhile`, and takes it again.
    fn lend(&mut self, meanwhile: fn() -> io::Result<()>) -> io::Result<()>;
    /// Has what is drawn next drawn whole.
    fn redraw(&mut self) -> io::Result<()>;
}

impl Screen for Terminal {
    fn wait_until_taken(&mut self) {
        self.wait_until_sent();
    }

    fn lend(&mut self, meanwhile: fn() -> io::Result<()>) -> io::Result<()> {
        self.lend(meanwhile)
    }

    fn redraw(&mut self) -> io::Result<()> {
        self.redraw()
    }
}

/// Runs until an effect leaves or the terminal is gone. `message` turns what
/// happened into a message for the model, `carry_out` does what the model asks for.
///
/// # Errors
/// If the terminal fails.
pub(super) fn run_loop<Model, S: Screen, T, Message, Effect>(
    model: &mut Model,
    screen: &mut S,
    events: &Receiver<Event<T>>,
    message: impl Fn(T, &Model) -> Message,
    update: impl Fn(&mut Model, Message) -> Vec<Effect>,
    mut carry_out: impl FnMut(Effect, &Model, &mut S) -> io::Result<Carried<Message>>,
    mut draw: impl FnMut(&mut Model, &mut S) -> io::Result<()>,
) -> io::Result<()> {
    while let Ok(first) = events.recv() {
        let mut first = Some(first);
        // One frame for all that has come in meanwhile, as far as nobody has to wait for
        // it; on a slow line, for what came in while that was taking the last one too.
        for busy in [true, false] {
            let begun = Stopwatch::start();
            for event in first.take().into_iter().chain(events.try_iter()) {
                let mut messages = VecDeque::new();
                match event {
                    Event::Program(event) => messages.push_back(message(event, model)),
                    Event::Stop => screen.lend(signals::suspend)?,
                    Event::Resumed => screen.lend(|| Ok(()))?,
                    // A size as before is told where others have spoilt the screen.
                    Event::Resized => screen.redraw()?,
                    Event::TerminalGone => return Ok(()),
                }
                while let Some(message) = messages.pop_front() {
                    for effect in update(model, message) {
                        match carry_out(effect, model, screen)? {
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
            if busy {
                screen.wait_until_taken();
            }
        }
        draw(model, screen)?;
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
    address: Address,
    command: Option<&str>,
    events: &Sender<Event<T>>,
    opened: fn(Address, Result<(), browser::Error>) -> T,
) {
    let (events, command) = (events.clone(), command.map(str::to_owned));
    thread::spawn(move || {
        let result = browser::open(address.as_str(), command.as_deref());
        // Nobody listens any more once the program is leaving.
        let _ = events.send(Event::Program(opened(address, result)));
    });
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    /// A screen at which somebody types while it takes a frame.
    struct Slow {
        typed: Vec<u32>,
        keyboard: Sender<Event<u32>>,
    }

    impl Screen for Slow {
        fn wait_until_taken(&mut self) {
            for key in self.typed.drain(..) {
                let _ = self.keyboard.send(Event::Program(key));
            }
        }

        fn lend(&mut self, meanwhile: fn() -> io::Result<()>) -> io::Result<()> {
            meanwhile()
        }

        fn redraw(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_is_typed_while_a_frame_is_taken_is_in_the_next() {
        let (keyboard, events) = channel();
        let mut slow = Slow {
            typed: (1..=60).collect(),
            keyboard,
        };
        slow.keyboard.send(Event::Program(0)).expect("it listens");
        let (mut keys, mut frames) = (Vec::new(), Vec::new());
        let result = run_loop(
            &mut keys,
            &mut slow,
            &events,
            |key, _| key,
            |keys: &mut Vec<u32>, key| {
                keys.push(key);
                Vec::<()>::new()
            },
            |(), _, _| Ok(Carried::Done),
            |keys, slow| {
                frames.push(keys.len());
                let gone = slow.keyboard.send(Event::TerminalGone);
                gone.map_err(io::Error::other)
            },
        );
        result.expect("it ends");
        assert!(keys.into_iter().eq(0..=60), "each key, in order");
        assert_eq!(frames, [61]);
    }
}
