//! The program line by line.

use std::io::{self, Write};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use super::checklist::{self, Saving};
use super::open::not_opened;
use super::options::Options;
use super::saving::with_commands;
use super::setup::Setup;
use crate::actions::Saved;
use crate::ascii;
use crate::catalogue::Address;
use crate::checklist::Change;
use crate::language::Language;
use crate::line_mode::{Conversation, World};
use crate::outside::signals::{self, Signal};
use crate::outside::{browser, clipboard, streams, terminal};
use crate::problem::{self, Problem};
use crate::settings::SettingsFile;
use crate::words::{Interface, Texts, reason};

/// The longest answer that is read, in bytes: the rest of the line is passed over.
const LONGEST: u64 = 4096;

struct RealWorld<'a> {
    options: &'a Options,
    saving: Saving<'a>,
    /// Where the choice of a language is kept, if anywhere.
    settings: Option<&'a SettingsFile>,
}

impl World for RealWorld<'_> {
    fn open(&self, address: &Address, words: &Interface) -> Result<(), String> {
        let result = browser::open(address.as_str(), self.options.browser.as_deref());
        result.map_err(|error| not_opened(&error, words))
    }

    fn copy(&self, text: &str, words: &Interface) -> Option<Result<(), String>> {
        match clipboard::copy(text) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => None,
            result => Some(result.map_err(|error| reason(&error, words))),
        }
    }

    fn file(&self) -> Option<String> {
        let file = self.saving.file?;
        Some(file.path().display().to_string())
    }

    fn save(&self, change: &Change, texts: &Texts) -> Option<Result<Saved, String>> {
        self.saving.change(change, texts)
    }

    fn keep_language(&self, language: &Language, words: &Interface) -> Result<(), String> {
        super::settings::keep_language(self.settings, language, words)
    }

    fn width(&self) -> Option<usize> {
        streams::output_is_terminal()
            .then(terminal::width)
            .flatten()
    }

    fn repeats(&self) -> bool {
        !streams::input_is_terminal()
    }
}

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    platform: Option<usize>,
) -> Result<(), Problem> {
    let interface = &setup.texts.interface;
    let (file, checklist, set_aside) = checklist::load(setup, options)?;
    if let Some(set_aside) = set_aside {
        super::note(&set_aside);
    }
    if options.look.bare_letters {
        super::note(&interface.status.not_utf8);
    }
    let world = RealWorld {
        options,
        saving: Saving::new(setup, file.as_ref()),
        settings: setup.settings.keeps(options),
    };
    // Nothing is read ahead of the answers.
    let (answers, given) = sync_channel(0);
    let leave = answers.clone();
    let caught = signals::catch();
    let caught = caught.map_err(|error| super::terminal_failed(&error, interface))?;
    caught.listen(move |signal| {
        match signal {
            Signal::Leave => {
                // Nobody listens any more once the program is leaving.
                let _ = leave.send(None);
            }
            Signal::Stop => {
                // Where the system refuses, it runs on.
                let _ = signals::suspend();
            }
            Signal::Resumed | Signal::Resized => {}
        }
    });
    listen(answers);
    let output: Box<dyn Write> = if options.look.ascii {
        Box::new(ascii::Writer {
            output: streams::output(),
            bare_letters: options.look.bare_letters,
        })
    } else {
        Box::new(streams::output())
    };
    let mut conversation = Conversation::new(
        &setup.catalogue,
        setup.texts.clone(),
        checklist,
        setup.today.clone(),
        &world,
        given.into_iter().map_while(|answer| answer),
        output,
    );
    match conversation.run(platform) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(problem::output(&error, interface))
        }
        _ => {
            let (work, catalogue) = (conversation.work(), &setup.catalogue);
            let saved = world.saving.end();
            saved.map_err(|problem| with_commands(problem, work, catalogue, options, interface))
        }
    }
}

/// Hands over each line that is typed, and None at the end. On a thread of its
/// own, which the process ends without: so Ctrl-C is heard while it waits.
fn listen(answers: SyncSender<Option<String>>) {
    thread::spawn(move || {
        loop {
            let answer = read_line();
            let last = answer.is_none();
            if answers.send(answer).is_err() || last {
                return;
            }
        }
    });
}

/// A line of the input, without its end. None at the end of the input, or where
/// it can no longer be read.
fn read_line() -> Option<String> {
    let line = streams::read_line(LONGEST)?;
    let line = String::from_utf8_lossy(&line);
    Some(line.trim_start_matches('\u{feff}').trim_end().to_owned())
}
