//! A walk, a step at a time.

use super::answers::Intent;
use super::exchange::{Choice, Exchange};
use super::guide::Guide;
use super::scene::WalkScene;
use super::text::heard;
use crate::actions::{
    Offer, StepOffers, confirmation, covered_words, is_undecided, sent_words, state_brief,
    why_walked_again,
};
use crate::catalogue::text::{block_lines, heading, points};
use crate::catalogue::{Block, Course, Kind, Role, Step, Walk};
use crate::checklist::State;
use crate::words::{Count, NamePlaceState, YesNoLater};

impl Guide<'_> {
    /// A step.
    pub(super) fn step(&self, place: &WalkScene) -> Exchange {
        let words = &self.texts.interface.line_mode;
        let walk = self.walk(place.platform, place.course);
        let place = &place.within(&walk);
        let shown = &walk.steps[place.step];
        let step = walk.page(place.step, place.behind).unwrap_or(shown);
        let heading = if place.behind.is_some() {
            step.title.clone()
        } else {
            heading(&self.texts, &walk, place.step)
        };
        let mut text = Vec::new();
        if place.heard {
            text.push(format!("{}. {heading}", self.name(place.platform)));
        } else {
            if !place.introduced {
                text.extend(self.introduction(place, step));
            }
            text.push(heading);
        }
        let mut asks_done = false;
        let unheard = step.blocks(place.by_phone).iter();
        for block in unheard.filter(|_| !place.heard) {
            match block {
                // Read out when they are asked for.
                Block::Fold { title, items } => {
                    text.push(points(&self.texts, title, items.len()));
                }
                Block::Missing(still) => {
                    text.push(still.clone());
                    if matches!(self.overview().state(place.platform), State::NotFound(_)) {
                        text.push(self.state_of(place.platform));
                    }
                }
                Block::Covered { by, text: when } => {
                    text.push(covered_words(by, when, self.overview(), &self.texts));
                }
                Block::Sent(extra) => {
                    let sent = self.overview().extra_on(place.platform, extra);
                    text.push(sent_words(sent, &self.texts));
                }
                Block::Tick(_) => {
                    text.push(self.tick_line(place.platform));
                    asks_done = is_undecided(self.overview().state(place.platform));
                }
                block => text.extend(block_lines(&self.texts, block, heard)),
            }
        }
        // A question comes last: what is said after it is taken for something else.
        if asks_done {
            text.push(self.ask_done(place));
        }
        let offers = self.offers(place, &walk);
        let choices = self.step_choices(offers);
        Exchange {
            text,
            global: self.step_answers(offers),
            announced: false,
            heard: place.heard,
            read: 0..choices.len(),
            choices,
            enter: Some(if offers.asks_done() {
                Intent::AskDone
            } else {
                Intent::Do(Offer::Forward)
            }),
            back: true,
            prompt: if offers.asks_done() {
                words.prompt_done.to_string()
            } else if offers.leaves_unfound() {
                words.prompt_finish.to_string()
            } else if place.behind.is_some() {
                words.prompt_to_step.to_string()
            } else if offers.is_last {
                words.prompt_finish.to_string()
            } else {
                words.prompt_forward.to_string()
            },
        }
    }

    /// What a step offers, or the page behind it.
    pub(super) fn offers<'a>(&self, place: &WalkScene, walk: &'a Walk) -> StepOffers<'a> {
        let shown = &walk.steps[place.step];
        StepOffers {
            step: walk.page(place.step, place.behind).unwrap_or(shown),
            kind: self.facts(place.platform).kind,
            course: place.course,
            is_last: place.step + 1 == walk.steps.len(),
            state: self.overview().state(place.platform),
            sent: self.sent(place, walk),
            by_phone: place.by_phone,
            unfolded: false,
        }
    }

    /// Whether the extra lever of a step is ticked off, where it is something to send.
    fn sent(&self, place: &WalkScene, walk: &Walk) -> Option<bool> {
        let step = walk.page(place.step, place.behind)?;
        let sent = self.overview().extra_on(place.platform, step.sends()?);
        Some(sent.is_some())
    }

    /// Which platform this is, its place in the list, where it stands, and what
    /// time it takes.
    fn introduction(&self, place: &WalkScene, step: &Step) -> Vec<String> {
        let words = &self.texts.interface;
        let facts = self.facts(place.platform);
        let state = self.overview().state(place.platform);
        let (number, of) = place.place;
        let mut text = vec![words.line_mode.platform.fill(&NamePlaceState {
            name: facts.name_in(&self.texts).to_owned(),
            place: number.to_string(),
            of: of.to_string(),
            state: state_brief(state, &self.texts),
        })];
        // The step that ticks off says it beside the tick.
        if step.role != Role::Confirm {
            text.extend(why_walked_again(state, place.course, &self.texts));
        }
        let minutes = self.overview().minutes(place.platform, place.course);
        if state.is_open() && minutes > 0 {
            text.push(words.list.time_needed.fill(
                &self.texts.language,
                minutes,
                &Count {
                    count: minutes.to_string(),
                },
            ));
        }
        if place.step > 0 {
            text.push(words.line_mode.resumed.to_string());
        }
        text
    }

    /// The question whether it is done, or still as it was, with the words that answer it.
    pub(super) fn ask_done(&self, place: &WalkScene) -> String {
        let words = &self.texts.interface.line_mode;
        let answers = &words.answers;
        let question = match (place.course, self.facts(place.platform).kind) {
            (Course::Full, _) => &words.ask_done,
            (Course::Short, Kind::Form | Kind::Email) => &words.ask_kept,
            (Course::Short, _) => &words.ask_again,
        };
        question.fill(&YesNoLater {
            yes: answers.yes.first().to_owned(),
            no: answers.no.first().to_owned(),
            later: answers.later.first().to_owned(),
        })
    }

    /// Whether a platform is ticked off.
    fn tick_line(&self, platform: usize) -> String {
        let state = self.overview().state(platform);
        match state {
            // The word alone would not be a sentence.
            State::Done(None) | State::NotFound(None) | State::Later | State::NotConcerned => {
                self.state_of(platform)
            }
            _ => confirmation(state, &self.texts),
        }
    }

    /// What can be chosen at a step, by number.
    fn step_choices(&self, offers: StepOffers<'_>) -> Vec<Choice> {
        let interface = &self.texts.interface;
        let answers = &interface.line_mode.answers;
        // Where the question is whether it is done, a yes ticks it off.
        let asks = offers.asks_done();
        let choices = offers.in_lines().filter_map(|offer| {
            let does = match offer {
                Offer::Forward if asks => interface.line_mode.choice.unticked.to_string(),
                offer => offers.spoken(offer, interface)?,
            };
            let choice = Choice::new(Intent::Do(offer), &does);
            Some(match offer {
                Offer::Forward if asks => choice.also(&answers.no),
                Offer::Tick if !asks => choice,
                Offer::Forward | Offer::Tick => choice.also(&answers.yes),
                _ => choice,
            })
        });
        choices.collect()
    }

    /// What can be answered at any step, listed where it does something.
    fn step_answers(&self, offers: StepOffers<'_>) -> Vec<Choice> {
        let answers = offers.anywhere().filter_map(|(offer, does_something)| {
            let does = offers.spoken(offer, &self.texts.interface)?;
            Some(Choice::new(Intent::Do(offer), &does).listed_if(does_something))
        });
        answers.collect()
    }
}
