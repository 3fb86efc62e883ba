//! A walk, a step at a time.

use std::io::{self, Write};

use super::answers::Meaning;
use super::conversation::{After, Conversation, Place};
use super::exchange::{Choice, Exchange};
use super::text::{block_lines, heading, heard, points, standing_words};
use super::world::World;
use crate::catalogue::{Block, Role, Step, Walk};
use crate::checklist::{Change, Mark, Standing};
use crate::language::long_date;
use crate::overview::why_again;
use crate::words::{Count, NamePlaceState, On};

/// A place in a walk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WalkPlace {
    /// The platform's place in the catalogue.
    pub(super) platform: usize,
    step: usize,
    by_phone: bool,
    /// The platform's place in the list it was chosen from, and how long that is.
    place: (usize, usize),
    /// Whether the person has heard which platform this is.
    pub(super) introduced: bool,
    /// Whether they have heard the step.
    pub(super) heard: bool,
}

impl WalkPlace {
    /// At a step of a platform, which stands in `place` of a list so long.
    pub(super) fn new(platform: usize, step: usize, place: (usize, usize)) -> Self {
        Self {
            platform,
            step,
            by_phone: false,
            place,
            introduced: false,
            heard: false,
        }
    }

    /// The same at a step there is: a translation of somebody's own may have fewer.
    fn within(&self, walk: &Walk) -> Self {
        Self {
            step: self.step.min(walk.steps.len().saturating_sub(1)),
            ..self.clone()
        }
    }
}

impl<W: World, I: Iterator<Item = String>, O: Write> Conversation<'_, W, I, O> {
    /// The steps of a platform.
    pub(super) fn steps_of(&self, platform: usize) -> Walk {
        let prose = self.texts.prose(platform);
        Walk::new(self.facts(platform), prose, &self.texts, self.today.date())
    }

    /// A step.
    pub(super) fn walk(&self, place: &WalkPlace) -> Exchange {
        let words = &self.texts.interface.plain;
        let walk = self.steps_of(place.platform);
        let place = &place.within(&walk);
        let step = &walk.steps[place.step];
        let heading = heading(&self.texts, &walk, place.step);
        let mut text = Vec::new();
        if place.heard {
            text.push(format!("{}. {heading}", self.name(place.platform)));
        } else {
            if !place.introduced {
                text.extend(self.introduction(place));
            }
            text.push(heading);
        }
        let unheard = step.blocks(place.by_phone).iter();
        for block in unheard.filter(|_| !place.heard) {
            match block {
                // Read out when they are asked for.
                Block::Fold { title, items } => {
                    text.push(points(&self.texts, title, items.len()));
                }
                Block::Tick(next) => text.extend(self.tick_lines(place.platform, next)),
                block => text.extend(block_lines(&self.texts, block, heard)),
            }
        }
        let last = place.step + 1 == walk.steps.len();
        let choices = self.step_choices(place, step, last);
        let besides = self.step_answers(place, step);
        let besides = besides.into_iter().filter(|answer| {
            !choices
                .iter()
                .any(|choice| choice.meaning == answer.meaning)
        });
        Exchange {
            text,
            besides: besides.collect(),
            announced: false,
            heard: place.heard,
            read: 0..choices.len(),
            choices,
            enter: Some(Meaning::Forward),
            back: true,
            prompt: if last {
                words.prompt_finish.to_string()
            } else {
                words.prompt_forward.to_string()
            },
        }
    }

    /// Which platform this is, its place in the list, where it stands, and what
    /// time it takes.
    fn introduction(&self, place: &WalkPlace) -> Vec<String> {
        let words = &self.texts.interface;
        let facts = self.facts(place.platform);
        let standing = self.overview().standing(place.platform);
        let (number, of) = place.place;
        let mut text = vec![words.plain.platform.fill(&NamePlaceState {
            name: facts.name_in(&self.texts).to_owned(),
            place: number.to_string(),
            of: of.to_string(),
            state: standing_words(standing, &self.texts),
        })];
        if let Standing::CheckAgain(on, reason) = standing {
            text.push(why_again(&self.texts, on, reason));
        }
        let minutes = usize::from(facts.minutes);
        if standing.is_open() && minutes > 0 {
            text.push(words.list.time_needed.fill(
                &self.texts.language,
                minutes,
                &Count {
                    count: minutes.to_string(),
                },
            ));
        }
        if place.step > 0 {
            text.push(words.plain.resumed.to_string());
        }
        text
    }

    /// Whether a platform is ticked off, and what to do if it is not to be yet.
    fn tick_lines(&self, platform: usize, next: &str) -> Vec<String> {
        let words = &self.texts.interface.walk;
        match self.overview().standing(platform) {
            Standing::Done(Some(on)) => vec![words.done_on.fill(&On {
                date: long_date(&self.texts.language, on),
            })],
            Standing::Done(None) | Standing::Later | Standing::NotConcerned => {
                vec![self.state_of(platform)]
            }
            Standing::CheckAgain(on, reason) => {
                vec![why_again(&self.texts, on, reason), next.to_owned()]
            }
            _ => vec![words.not_done.to_string(), next.to_owned()],
        }
    }

    /// What can be chosen at a step, by number.
    fn step_choices(&self, place: &WalkPlace, step: &Step, last: bool) -> Vec<Choice> {
        let words = &self.texts.interface;
        let (hints, help, offers) = (&words.hints, &words.help, &words.offers);
        let own = &words.plain.choice;
        let standing = self.overview().standing(place.platform);
        let forward = if last { &hints.finish } else { &hints.next };
        let forward = Choice::new(Meaning::Forward, forward);
        let answers = &words.plain.answers;
        let is_done = matches!(standing, Standing::Done(_));
        // Where the question is whether it is done, a yes ticks it off.
        let mut choices = if step.role != Role::Confirm {
            vec![forward.also(&answers.yes)]
        } else if is_done {
            vec![
                forward.also(&answers.yes),
                Choice::new(Meaning::Todo, &offers.untick).also(&answers.no),
            ]
        } else {
            vec![
                forward.also(&answers.no),
                Choice::new(Meaning::Done, &offers.tick).also(&answers.yes),
            ]
        };
        if step.paste().is_some() {
            choices.push(Choice::new(Meaning::CopyText, &offers.copy_text));
        }
        if !place.by_phone || step.phone.is_none() {
            for number in 0..step.addresses().count() {
                let count = || Count {
                    count: (number + 1).to_string(),
                };
                let (open, copy) = if number > 0 {
                    (own.open_other.fill(&count()), own.copy_other.fill(&count()))
                } else if step.is_mail() {
                    (own.write.to_string(), String::new())
                } else {
                    (help.open.to_string(), own.copy.to_string())
                };
                choices.push(Choice::new(Meaning::Open(number), &open));
                if !copy.is_empty() {
                    choices.push(Choice::new(Meaning::Copy(number), &copy));
                }
            }
        }
        if step.phone.is_some() {
            choices.push(if place.by_phone {
                Choice::new(Meaning::Web, &offers.web)
            } else {
                Choice::new(Meaning::Phone, &offers.phone)
            });
        }
        if step.folds() {
            choices.push(Choice::new(Meaning::Lists, &own.lists));
        }
        if matches!(step.role, Role::What | Role::Confirm) && standing.is_open() {
            choices.extend([
                Choice::new(Meaning::Later, &help.later),
                Choice::new(Meaning::NotConcerned, &help.not_concerned),
            ]);
        }
        if matches!(step.role, Role::What | Role::Remains) {
            choices.push(Choice::new(Meaning::Sources, &help.sources));
        }
        choices
    }

    /// What can be answered at any step besides; told where it does something.
    fn step_answers(&self, place: &WalkPlace, step: &Step) -> Vec<Choice> {
        let words = &self.texts.interface;
        let (help, offers) = (&words.help, &words.offers);
        let own = &words.plain.choice;
        let standing = self.overview().standing(place.platform);
        let is_done = matches!(standing, Standing::Done(_));
        let asks = !matches!(standing, Standing::NothingToDo | Standing::NoOptOut);
        let has_address = step.addresses().next().is_some();
        let by_phone = step.phone.is_some();
        let copy = if step.paste().is_some() {
            Choice::new(Meaning::CopyText, &offers.copy_text)
        } else {
            Choice::new(Meaning::Copy(0), &own.copy).told_if(has_address)
        };
        vec![
            Choice::new(Meaning::Done, &offers.tick).told_if(asks && !is_done),
            Choice::new(Meaning::Todo, &offers.untick).told_if(is_done),
            Choice::new(Meaning::Later, &help.later).told_if(asks && standing != Standing::Later),
            Choice::new(Meaning::NotConcerned, &help.not_concerned)
                .told_if(standing != Standing::NotConcerned),
            Choice::new(Meaning::Open(0), &help.open).told_if(has_address),
            copy,
            Choice::new(Meaning::Phone, &offers.phone).told_if(by_phone && !place.by_phone),
            Choice::new(Meaning::Web, &offers.web).told_if(by_phone && place.by_phone),
            Choice::new(Meaning::Lists, &own.lists).told_if(step.folds()),
            Choice::new(Meaning::Sources, &help.sources),
        ]
    }

    /// Does what an answer at a step asks for.
    pub(super) fn act_in_walk(
        &mut self,
        place: &WalkPlace,
        meaning: &Meaning,
    ) -> io::Result<After> {
        let texts = self.texts.clone();
        let words = &texts.interface;
        let walk = self.steps_of(place.platform);
        let place = &place.within(&walk);
        let step = &walk.steps[place.step];
        match meaning {
            Meaning::Forward => return self.next_step(place, &walk),
            Meaning::Done => self.mark(place.platform, Mark::Done)?,
            Meaning::Todo => self.mark(place.platform, Mark::Todo)?,
            // Whoever puts it off, or is not concerned, does not walk on.
            Meaning::Later | Meaning::NotConcerned => {
                let mark = if *meaning == Meaning::Later {
                    Mark::Later
                } else {
                    Mark::NotConcerned
                };
                self.mark(place.platform, mark)?;
                let record = self.checklist.record(&self.facts(place.platform).id);
                if record.mark == mark {
                    self.leave_walk();
                    return Ok(After::Say);
                }
            }
            Meaning::Open(number) => return self.open(step.addresses().nth(*number)),
            Meaning::Copy(number) => match step.addresses().nth(*number) {
                Some(address) => return self.copy(address.as_str(), true),
                None => self.say(&words.status.no_address)?,
            },
            Meaning::CopyText => match step.paste() {
                Some(text) => return self.copy(text, false),
                None => self.say(&words.plain.no_text)?,
            },
            Meaning::Phone | Meaning::Web => {
                let by_phone = *meaning == Meaning::Phone;
                if by_phone && step.phone.is_none() {
                    self.say(&words.plain.no_phone)?;
                    return Ok(After::Ask);
                }
                let said = if by_phone {
                    &words.plain.by_phone
                } else {
                    &words.plain.by_web
                };
                self.say(said)?;
                self.go(WalkPlace {
                    by_phone,
                    heard: false,
                    ..place.clone()
                });
                return Ok(After::Say);
            }
            Meaning::Lists if step.folds() => {
                let folds = step.blocks.iter();
                let folds = folds.filter(|block| matches!(block, Block::Fold { .. }));
                let lines: Vec<_> = folds
                    .flat_map(|block| block_lines(&texts, block, heard))
                    .collect();
                self.gap()?;
                self.say_all(&lines)?;
                self.gap()?;
            }
            Meaning::Lists => self.say(&words.plain.no_lists)?,
            Meaning::Sources => {
                let lines = self.sources_of(place.platform);
                self.gap()?;
                self.say_all(&lines)?;
                self.gap()?;
            }
            _ => {}
        }
        Ok(After::Ask)
    }

    /// Goes to the next step, and back to where the walk was begun after the last.
    fn next_step(&mut self, place: &WalkPlace, walk: &Walk) -> io::Result<After> {
        let facts = self.facts(place.platform);
        let step = &walk.steps[place.step].id;
        if !self.checklist.record(&facts.id).steps.contains(step) {
            self.change(Change::Walked {
                platform: facts.id.to_string(),
                step: step.clone(),
            })?;
        }
        if place.step + 1 < walk.steps.len() {
            self.go(WalkPlace {
                step: place.step + 1,
                heard: false,
                ..place.clone()
            });
            return Ok(After::Say);
        }
        let state = self.state_of(place.platform);
        self.gap()?;
        self.say(&state)?;
        self.leave_walk();
        Ok(After::Say)
    }

    /// Goes back to where the walk was begun.
    fn leave_walk(&mut self) {
        self.places.pop();
        if self.overview().next_open(0).is_none() {
            // All is done: the menu says so, and thanks.
            self.places.truncate(1);
        }
    }

    /// Goes one step back, if there is one.
    pub(super) fn step_back(&mut self) -> bool {
        match self.places.last_mut() {
            Some(Place::Walk(place)) if place.step > 0 => {
                place.step -= 1;
                place.heard = false;
                true
            }
            _ => false,
        }
    }

    fn go(&mut self, place: WalkPlace) {
        self.places.pop();
        self.places.push(Place::Walk(place));
    }
}
