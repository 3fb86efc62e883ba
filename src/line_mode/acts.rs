//! What is done about a platform, wherever the person is: opening, copying,
//! marking, taking back, saving.

use std::io::{self, Write};

use super::conversation::{After, Conversation};
use super::world::World;
use crate::catalogue::Address;
use crate::checklist::{Change, Mark};
use crate::overview::now_marked;
use crate::words::{Name, Reason};

impl<W: World, I: Iterator<Item = String>, O: Write> Conversation<'_, W, I, O> {
    /// Asks for an address to be opened, and says what came of it.
    pub(super) fn open(&mut self, address: Option<&Address>) -> io::Result<After> {
        let texts = self.texts.clone();
        let words = &texts.interface;
        match address.map(|address| (address, self.world.open(address, words))) {
            None => self.say(&words.status.no_address)?,
            Some((address, Ok(()))) if address.is_mail() => self.say(&words.status.asked_mail)?,
            Some((_, Ok(()))) => self.say(&words.status.asked)?,
            Some((address, Err(reason))) if address.is_mail() => {
                self.say(&words.status.mail_failed.fill(&Reason { reason }))?;
            }
            Some((address, Err(reason))) => {
                self.say(&words.plain.not_opened.fill(&Reason { reason }))?;
                self.say(&words.plain.alone_address)?;
                self.say(address.as_str())?;
            }
        }
        Ok(After::Ask)
    }

    /// Sends a text to the clipboard, or else says it on a line of its own.
    pub(super) fn copy(&mut self, text: &str, is_address: bool) -> io::Result<After> {
        let texts = self.texts.clone();
        let words = &texts.interface;
        let (copied, alone) = if is_address {
            (&words.status.copied, &words.plain.alone_address)
        } else {
            (&words.status.copied_text, &words.plain.alone_text)
        };
        match self.world.copy(text, words) {
            Some(Ok(())) => self.say(copied)?,
            None | Some(Err(_)) => {
                self.say(alone)?;
                // In one piece, however long: it is there to be copied.
                self.say_whole(text)?;
            }
        }
        Ok(After::Ask)
    }

    /// Marks a platform, and says so.
    pub(super) fn mark(&mut self, platform: usize, mark: Mark) -> io::Result<()> {
        let Some(record) = self.overview().marked(platform, mark) else {
            let texts = self.texts.clone();
            return self.say(&texts.interface.status.nothing_to_tick);
        };
        let id = self.facts(platform).id.to_string();
        let said = now_marked(&self.texts.interface, mark, self.name(platform));
        self.undo.push((id.clone(), self.checklist.record(&id)));
        self.change(Change::Set {
            platform: id,
            record,
        })?;
        self.say(&said)
    }

    /// Takes the last change back, and says where the platform then stands.
    pub(super) fn take_back(&mut self) -> io::Result<()> {
        let texts = self.texts.clone();
        let words = &texts.interface.status;
        let Some((platform, record)) = self.undo.pop() else {
            return self.say(&words.nothing_to_undo);
        };
        let place = self.catalogue.position(&platform);
        self.change(Change::Set { platform, record })?;
        if let Some(place) = place {
            let name = self.name(place).to_owned();
            self.say(&words.undone.fill(&Name { name }))?;
            let state = self.state_of(place);
            self.say(&state)?;
        }
        Ok(())
    }

    /// Makes a change, and saves it where changes are saved, after those that
    /// could not be saved before.
    pub(super) fn change(&mut self, change: Change) -> io::Result<()> {
        self.checklist.apply(&change);
        self.unsaved.push(change);
        match self.save() {
            Ok(()) => Ok(()),
            Err(reason) => {
                let words = &self.texts.clone().interface.status.not_saved;
                self.say(&words.fill(&Reason { reason }))
            }
        }
    }

    /// Saves what is not saved yet.
    pub(super) fn save(&mut self) -> Result<(), String> {
        while let Some(change) = self.unsaved.first() {
            match self.world.save(change, &self.texts.interface) {
                None => self.unsaved.clear(),
                Some(Ok(checklist)) => {
                    self.unsaved.remove(0);
                    self.checklist = checklist;
                    for change in &self.unsaved {
                        self.checklist.apply(change);
                    }
                }
                Some(Err(reason)) => return Err(reason),
            }
        }
        Ok(())
    }
}
