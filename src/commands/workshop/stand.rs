//! `nonmerci workshop --loop`: screens go round by themselves until a key is pressed.
//! Then it is an ordinary walk on a clean record, and a minute without keys starts
//! the round again.

use std::cell::Cell;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::civil::DateTime;

use super::super::full_screen::{self, EffectRunner};
use super::super::options::Options;
use super::super::run_loop::{Carried, Event, run_loop, send_keys, send_signals};
use super::super::setup::Setup;
use super::super::terminal_failed;
use crate::app;
use crate::catalogue::Address;
use crate::checklist::Checklist;
use crate::outside::alarm::Alarm;
use crate::outside::terminal::Terminal;
use crate::outside::{browser, clock, signals};
use crate::problem::Problem;
use crate::screen;
use crate::workshop::{Attendance, Round};

/// What happens besides signals and changes of size.
enum StandEvent {
    /// A key was pressed.
    Key(KeyEvent),
    /// A text was pasted.
    Pasted(String),
    /// The alarm rang: the next screen is due, or nobody is there any more.
    Alarm,
    /// The program is asked to leave.
    Stop,
    /// How it went to have an address opened.
    Opened(Address, Result<(), browser::Error>),
}

/// Why a round or a walk is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    /// Somebody came, or went.
    Turned,
    /// The program leaves.
    Left,
}

pub(super) fn run(setup: &Setup, options: &Options, mut round: Round) -> Result<(), Problem> {
    let failed = |error| terminal_failed(&error, &setup.texts.interface);
    let (events, happened) = channel();
    let signals = signals::catch().map_err(failed)?;
    let mut terminal = Terminal::take().map_err(failed)?;
    send_signals(signals, events.clone(), || StandEvent::Stop);
    send_keys(events.clone(), StandEvent::Key, StandEvent::Pasted);
    let ring = events.clone();
    let alarm = Alarm::new(move || ring.send(Event::Program(StandEvent::Alarm)).is_ok());
    let mut stand = Stand {
        setup,
        options,
        terminal: &mut terminal,
        happened: &happened,
        events: &events,
        alarm: &alarm,
    };
    let result = loop {
        match stand.round(&mut round) {
            Ok(Over::Turned) => {}
            Ok(Over::Left) => break Ok(()),
            Err(error) => break Err(error),
        }
        match stand.walk(round.platform()) {
            Ok(Over::Turned) => round.begin(clock::now()),
            Ok(Over::Left) => break Ok(()),
            Err(error) => break Err(error),
        }
    };
    drop(terminal);
    result.map_err(failed)
}

/// The terminal and what happens at it.
struct Stand<'a> {
    setup: &'a Setup,
    options: &'a Options,
    terminal: &'a mut Terminal,
    happened: &'a Receiver<Event<StandEvent>>,
    events: &'a Sender<Event<StandEvent>>,
    alarm: &'a Alarm,
}

impl Stand<'_> {
    /// Shows the round until a key is pressed.
    fn round(&mut self, round: &mut Round) -> io::Result<Over> {
        let over = Cell::new(Over::Left);
        let (alarm, options) = (self.alarm, self.options);
        let draw = |round: &mut Round, terminal: &mut Terminal| {
            alarm.set(Some(until(round.due())));
            terminal.draw(|frame| {
                round.model.size = (frame.area().width, frame.area().height);
                screen::workshop::draw(&round.model, options.look, frame);
            })
        };
        draw(round, self.terminal)?;
        run_loop(
            round,
            self.terminal,
            self.happened,
            |event, _| event,
            |round, event| match event {
                StandEvent::Key(key) => {
                    over.set(if leaves(key) {
                        Over::Left
                    } else {
                        Over::Turned
                    });
                    vec![()]
                }
                StandEvent::Stop => vec![()],
                StandEvent::Alarm | StandEvent::Opened(..) | StandEvent::Pasted(_) => {
                    round.tick(clock::now());
                    Vec::new()
                }
            },
            |(), _, _| Ok(Carried::Leave),
            draw,
        )?;
        Ok(over.get())
    }

    /// An ordinary walk, of which nothing is kept, until nobody is there any more.
    fn walk(&mut self, platform: Option<usize>) -> io::Result<Over> {
        let setup = self.setup;
        let mut model = app::Model::new(
            setup.catalogue.clone(),
            setup.texts.clone(),
            Checklist::default(),
            setup.today.clone(),
            None,
        );
        if let Some(platform) = platform {
            model.list.selected = platform;
            app::begin(&mut model, platform);
        }
        // What it means that the walk leaves; a terminal that is gone ends all.
        let leaving = Cell::new(Over::Left);
        let mut over = Over::Left;
        let options = self.options;
        let draw = |model: &mut app::Model, terminal: &mut Terminal| {
            full_screen::draw(model, options, terminal)
        };
        let runner = EffectRunner {
            options,
            // It is recorded nowhere.
            saving: None,
            settings: None,
            preview: None,
            events: self.events.clone(),
            opened: StandEvent::Opened,
        };
        let attendance = Cell::new(Attendance::begin(clock::now()));
        let alarm = self.alarm;
        let wait = || alarm.set(Some(until(attendance.get().ends())));
        wait();
        draw(&mut model, self.terminal)?;
        run_loop(
            &mut model,
            self.terminal,
            self.happened,
            |event, model: &app::Model| {
                Some(match event {
                    StandEvent::Key(key) => {
                        attendance.set(Attendance::begin(clock::now()));
                        wait();
                        leaving.set(if leaves(key) {
                            Over::Left
                        } else {
                            Over::Turned
                        });
                        app::Message::Key(key)
                    }
                    // A key may have been pressed just as it rang.
                    StandEvent::Alarm if !attendance.get().is_over(clock::now()) => {
                        wait();
                        return None;
                    }
                    StandEvent::Pasted(text) => app::Message::Pasted(text),
                    StandEvent::Alarm => {
                        leaving.set(Over::Turned);
                        app::Message::Stop
                    }
                    StandEvent::Stop => {
                        leaving.set(Over::Left);
                        app::Message::Stop
                    }
                    StandEvent::Opened(address, result) => {
                        full_screen::opened(address, result, &model.texts.interface)
                    }
                })
            },
            |model, message| message.map_or_else(Vec::new, |message| app::update(model, message)),
            |effect, model, terminal| {
                Ok(match runner.carry_out(effect, model, terminal)? {
                    Carried::Done => Carried::Done,
                    Carried::Reply(message) => Carried::Reply(Some(message)),
                    Carried::Leave => {
                        over = leaving.get();
                        Carried::Leave
                    }
                })
            },
            draw,
        )?;
        Ok(over)
    }
}

/// How long it is until then; no time at all where that is past.
fn until(then: DateTime) -> Duration {
    let left = then.duration_since(clock::now());
    Duration::try_from(left).unwrap_or_default()
}

/// Whether a key leaves the program, not only what is shown: nobody but whoever
/// looks after the stand presses it.
fn leaves(key: KeyEvent) -> bool {
    key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL)
}
