//! Doing what is offered where the person is: walking on, marking, undoing, opening,
//! copying, and saving what came of it.

use std::io::{self, Write};

use super::conversation::{Conversation, Flow};
use super::scene::{Scene, StoryScene, WalkScene};
use super::several::Several;
use super::text::{heard, visible};
use super::world::World;
use crate::actions::{Copied, NextStep, Offer, Outcome};
use crate::catalogue::text::block_lines;
use crate::catalogue::{Address, Behind, Block, Course, Walk};
use crate::checklist::Mark;
use crate::words::{Given, Name, Reason};

impl<W: World, I: Iterator<Item = String>, O: Write> Conversation<'_, W, I, O> {
    /// Does what a step offers.
    pub(super) fn act_in_walk(&mut self, place: &WalkScene, offer: Offer) -> io::Result<Flow> {
        let texts = self.guide.texts.clone();
        let words = &texts.interface;
        let walk = self.guide.walk(place.platform, place.course);
        let place = &place.within(&walk);
        let Some(step) = walk.page(place.step, place.behind) else {
            return Ok(Flow::Say);
        };
        match offer {
            Offer::Forward if self.guide.offers(place, &walk).leaves_unfound() => {
                self.leave_walk();
                return Ok(Flow::Say);
            }
            Offer::Forward if place.behind.is_some() => return Ok(self.go_behind(place, None)),
            Offer::NotSeen if walk.unseen(place.step).is_none() => {
                self.say(&words.status.nothing_to_see)?;
            }
            Offer::NotSeen => return Ok(self.go_behind(place, Some(Behind::Page))),
            Offer::Report => return Ok(self.go_behind(place, Some(Behind::Report))),
            Offer::NotFound => self.mark(place.platform, Mark::NotFound)?,
            Offer::Forward => return self.next_step(place, &walk),
            Offer::Tick | Offer::Untick if step.sends().is_some() => {
                let extra = step.sends().unwrap_or_default();
                let guide = &mut self.guide;
                let sent = offer == Offer::Tick;
                let outcome = guide
                    .work
                    .mark_extra(guide.catalogue, place.platform, extra, sent);
                self.save_and_say()?;
                self.say_outcome(&outcome)?;
            }
            Offer::Tick => self.mark(place.platform, Mark::Done)?,
            Offer::Untick => self.mark(place.platform, Mark::Todo)?,
            Offer::Later => return self.put_aside(place.platform, Mark::Later),
            Offer::NotConcerned => return self.put_aside(place.platform, Mark::NotConcerned),
            Offer::Open(number) => self.open(step.addresses().nth(number))?,
            Offer::Copy(number) => match step.addresses().nth(number) {
                Some(address) => self.copy(address.as_str(), Copied::Address)?,
                None => self.say_outcome(&Outcome::NoAddress)?,
            },
            Offer::CopyText => match step.paste() {
                Some(text) => self.copy(text, Copied::Text)?,
                None => self.say(&words.line_mode.no_text)?,
            },
            Offer::Phone if step.phone.is_none() => self.say(&words.line_mode.no_phone)?,
            Offer::Phone | Offer::Web => {
                let by_phone = offer == Offer::Phone;
                let said = if by_phone {
                    &words.line_mode.by_phone
                } else {
                    &words.line_mode.by_web
                };
                self.say(said)?;
                self.go(Scene::Walk(WalkScene {
                    by_phone,
                    heard: false,
                    ..place.clone()
                }));
                return Ok(Flow::Say);
            }
            Offer::Lists if step.folds() => {
                let folds = step.blocks.iter();
                let folds = folds.filter(|block| matches!(block, Block::Fold { .. }));
                let lines: Vec<_> = folds
                    .flat_map(|block| block_lines(&texts, block, heard))
                    .collect();
                self.say_apart(&lines)?;
            }
            Offer::Lists => self.say(&words.line_mode.no_lists)?,
            Offer::Sources => {
                let sources = self.guide.sources_of(place.platform);
                self.say_apart(&sources)?;
            }
            Offer::Letter => {
                let kind = self.guide.offers(place, &walk).letter_kind();
                self.letter(place.platform, kind)?;
            }
            Offer::AllSteps if place.course == Course::Full => {
                self.say(&words.status.already_all_steps)?;
            }
            Offer::AllSteps => {
                self.go(Scene::Walk(WalkScene {
                    course: Course::Full,
                    step: 0,
                    heard: false,
                    ..place.clone()
                }));
                return Ok(Flow::Say);
            }
            // The full screen's alone.
            Offer::Back | Offer::Qr | Offer::ChooseAddress | Offer::Flip => {}
        }
        Ok(Flow::Ask)
    }

    /// Goes to a page behind the step, or back to the step.
    fn go_behind(&mut self, place: &WalkScene, behind: Option<Behind>) -> Flow {
        self.go(Scene::Walk(WalkScene {
            behind,
            heard: false,
            ..place.clone()
        }));
        Flow::Say
    }

    /// Does what a page of the story offers.
    pub(super) fn act_in_story(&mut self, place: &StoryScene, offer: Offer) -> io::Result<Flow> {
        match offer {
            Offer::Forward if place.page + 1 < self.guide.catalogue.story.page.len() => {
                self.go(Scene::Story(StoryScene {
                    page: place.page + 1,
                    heard: false,
                }));
                Ok(Flow::Say)
            }
            Offer::Forward => {
                self.places.pop();
                Ok(Flow::Say)
            }
            Offer::Sources => {
                let sources = self.guide.sources_of_page(place.page);
                self.say_apart(&sources)?;
                Ok(Flow::Ask)
            }
            _ => Ok(Flow::Ask),
        }
    }

    /// Goes to the next step, and back to where the walk was begun after the last.
    fn next_step(&mut self, place: &WalkScene, walk: &Walk) -> io::Result<Flow> {
        let guide = &mut self.guide;
        let next = guide
            .work
            .walk_on(guide.catalogue, place.platform, walk, place.step);
        self.save_and_say()?;
        match next {
            NextStep::Step(step) => self.go(Scene::Walk(WalkScene {
                step,
                heard: false,
                ..place.clone()
            })),
            NextStep::End => {
                let state = self.guide.state_of(place.platform);
                self.gap()?;
                self.say(&state)?;
                self.leave_walk();
            }
        }
        Ok(Flow::Say)
    }

    /// Goes back to where the walk was begun.
    fn leave_walk(&mut self) {
        self.places.pop();
        if self.guide.overview().next_open(0).is_none() {
            // All is done: the menu says so, and thanks.
            self.places.truncate(1);
        }
    }

    /// Goes to another place instead of this one.
    fn go(&mut self, place: Scene) {
        self.places.pop();
        self.places.push(place);
    }

    /// Marks a platform, and says so.
    fn mark(&mut self, platform: usize, mark: Mark) -> io::Result<()> {
        let guide = &mut self.guide;
        let outcome = guide.work.mark(guide.catalogue, platform, mark);
        self.save_and_say()?;
        self.say_outcome(&outcome)
    }

    /// Notes something of several platforms, or says which of them there is not.
    pub(super) fn note_several(&mut self, several: Several) -> io::Result<()> {
        match several {
            Several::Of(mark, platforms) => {
                let overview = self.guide.overview();
                let cannot = |platform: &usize| !overview.can_be_marked(*platform, mark);
                let refused: Vec<_> = platforms.iter().copied().filter(cannot).collect();
                if !refused.is_empty() {
                    return self.refuse(&refused);
                }
                let guide = &mut self.guide;
                let outcomes = guide.work.mark_several(guide.catalogue, &platforms, mark);
                self.save_and_say()?;
                outcomes
                    .iter()
                    .try_for_each(|outcome| self.say_outcome(outcome))
            }
            Several::Unknown(given) => {
                let given = visible(&given);
                let texts = self.guide.texts.clone();
                let words = &texts.interface.line_mode.unknown_name;
                self.say(&words.fill(&Given { given }))
            }
        }
    }

    /// Says which platforms have nothing to tick off, so that nothing was noted.
    fn refuse(&mut self, platforms: &[usize]) -> io::Result<()> {
        let texts = self.guide.texts.clone();
        let words = &texts.interface;
        for platform in platforms {
            let name = self.guide.name(*platform).to_owned();
            self.say(&words.line_mode.nothing_to_mark.fill(&Name { name }))?;
        }
        self.say(&words.line_mode.nothing_noted)
    }

    /// Puts a platform off or aside, and leaves its walk.
    fn put_aside(&mut self, platform: usize, mark: Mark) -> io::Result<Flow> {
        self.mark(platform, mark)?;
        let id = &self.guide.facts(platform).id;
        if self.guide.work.checklist().record(id).mark != mark {
            return Ok(Flow::Ask);
        }
        self.leave_walk();
        Ok(Flow::Say)
    }

    /// Undoes the last change, and says where the platform then stands.
    pub(super) fn undo(&mut self) -> io::Result<()> {
        let undone = self.guide.work.undo();
        let outcome = match self.save()? {
            Ok(outcome) => outcome.unwrap_or(undone),
            Err(reason) => {
                self.say_outcome(&Outcome::NotSaved(reason))?;
                undone
            }
        };
        self.say_outcome(&outcome)?;
        let platforms = match outcome {
            Outcome::Undone { platform }
            | Outcome::UndoneEarlier { platform, .. }
            | Outcome::ChangedSince { platform } => vec![platform],
            Outcome::SeveralUndone { platforms } => platforms,
            _ => Vec::new(),
        };
        let places = platforms
            .iter()
            .filter_map(|id| self.guide.catalogue.position(id));
        let states: Vec<_> = places.map(|place| self.guide.state_of(place)).collect();
        self.say_all(&states)
    }

    /// Asks for an address to be opened, and says what came of it.
    fn open(&mut self, address: Option<&Address>) -> io::Result<()> {
        let texts = self.guide.texts.clone();
        let words = &texts.interface;
        let Some(address) = address else {
            return self.say_outcome(&Outcome::NoAddress);
        };
        let mail = address.is_mail();
        match self.world.open(address, words) {
            Ok(()) => self.say_outcome(&Outcome::Asked { mail }),
            Err(reason) if mail => self.say_outcome(&Outcome::MailFailed(reason)),
            Err(reason) => {
                self.say(&words.line_mode.not_opened.fill(&Reason { reason }))?;
                self.say(&words.line_mode.alone_address)?;
                self.say(address.as_str())
            }
        }
    }

    /// Sends a text to the clipboard, or else says it on a line of its own.
    fn copy(&mut self, text: &str, what: Copied) -> io::Result<()> {
        let texts = self.guide.texts.clone();
        let words = &texts.interface;
        if let Some(Ok(())) = self.world.copy(text, words) {
            return self.say_outcome(&Outcome::Copied(what));
        }
        self.say(match what {
            Copied::Address => &words.line_mode.alone_address,
            Copied::Text => &words.line_mode.alone_text,
        })?;
        // In one piece, however long: it is there to be copied.
        self.say_whole(text)
    }

    /// Says what came of something the person did.
    pub(super) fn say_outcome(&mut self, outcome: &Outcome) -> io::Result<()> {
        let words = outcome.spoken(self.guide.catalogue, &self.guide.texts);
        self.say(&words)
    }

    /// Saves what is not saved yet, and says what is to be said of that.
    pub(super) fn save_and_say(&mut self) -> io::Result<()> {
        let outcome = self.save()?;
        match outcome.unwrap_or_else(|reason| Some(Outcome::NotSaved(reason))) {
            Some(outcome) => self.say_outcome(&outcome),
            None => Ok(()),
        }
    }

    /// Saves what is not saved yet, and says what was found in place of what was saved
    /// before. Returns what is to be said of the change: or why it could not be saved, and
    /// is tried again with the next.
    pub(super) fn save(&mut self) -> io::Result<Result<Option<Outcome>, String>> {
        let mut outcome = None;
        while let Some(change) = self.guide.work.begin_saving() {
            match self.world.save(&change, &self.guide.texts) {
                None => break,
                Some(Ok(saved)) => {
                    outcome = self.guide.work.saved(saved.checklist).or(outcome);
                    if let Some(found) = saved.found {
                        self.say(&found)?;
                    }
                }
                Some(Err(reason)) => {
                    self.guide.work.not_saved();
                    return Ok(Err(reason));
                }
            }
        }
        Ok(Ok(outcome))
    }
}
