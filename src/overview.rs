//! Where the person stands, over all platforms.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::catalogue::{Address, Catalogue, Course, ExtraFacts, Kind, Role, Walk};
use crate::checklist::{Checklist, Lever, Mark, RecheckReason, Record, State, StateFacts, Today};

/// The catalogue and the checklist held together, on a day.
#[derive(Debug, Clone, Copy)]
pub struct Overview<'a> {
    /// The platforms.
    pub catalogue: &'a Catalogue,
    /// What the person did.
    pub checklist: &'a Checklist,
    /// The day.
    pub today: &'a Today,
}

/// How far the person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The platforms that are done.
    pub done: usize,
    /// The platforms that ask something of the person.
    pub of: usize,
    /// Those of them that were done or looked for, and are to be checked again.
    pub again: usize,
    /// Those of them that were looked for and not found.
    pub not_found: usize,
    /// The platforms that are new to somebody who has said which ones they use. They
    /// count nowhere else until the person has said so of them too.
    pub new: usize,
    /// The minutes that the open ones take.
    pub minutes: usize,
}

impl Overview<'_> {
    /// Where a platform stands, by its place in the catalogue.
    #[must_use]
    pub fn state(&self, platform: usize) -> State {
        let facts = &self.catalogue.platforms[platform];
        let state_facts = StateFacts {
            lever: match facts.kind {
                Kind::None => Lever::NoOptOut,
                Kind::Off => Lever::NothingToDo,
                _ => Lever::Refusal,
            },
            changed: facts.changed,
            address: facts.first_address.as_deref(),
        };
        match self.checklist.get(&facts.id) {
            Some(record) => State::new(record, state_facts, self.today),
            None => State::new(&Record::default(), state_facts, self.today),
        }
    }

    /// Whether a platform can be marked so: not where there is nothing to tick off or to put
    /// off. Where no setting was found, it is done with the objection that can be sent all
    /// the same.
    #[must_use]
    pub fn can_be_marked(&self, platform: usize, mark: Mark) -> bool {
        let asks = self.catalogue.platforms[platform].kind.asks();
        match mark {
            Mark::NotConcerned => true,
            Mark::Todo => {
                let is_set = matches!(
                    self.state(platform),
                    State::NotConcerned | State::Objected(_)
                );
                is_set || asks || self.is_new(platform)
            }
            Mark::Done => asks || self.objection(platform).is_some(),
            Mark::Later | Mark::NotFound => asks,
        }
    }

    /// The record of a platform that is marked on the day `on`, with the steps walked
    /// through so far. None where it cannot be.
    #[must_use]
    pub fn marked(&self, platform: usize, mark: Mark, on: Date) -> Option<Record> {
        if !self.can_be_marked(platform, mark) {
            return None;
        }
        let facts = &self.catalogue.platforms[platform];
        let objected = matches!(self.state(platform), State::Objected(_));
        let record = self.checklist.record(&facts.id);
        let objection = self.objection(platform);
        let address = match objection {
            Some(objection) => objection.url.as_ref(),
            None => facts.main_address(),
        };
        let address = address.map(Address::as_str);
        let mut marked = record.marked(mark, on, address, facts.checked);
        if let Some(objection) = objection {
            if mark == Mark::Done {
                marked.extras.insert(objection.id.clone(), on);
            } else if mark == Mark::Todo && objected {
                marked.extras.clear();
            }
        }
        Some(Record {
            // Said of a new one, it is part of the choice.
            chosen: marked.chosen || self.is_new(platform),
            ..marked
        })
    }

    /// The form to object by of a platform that has nothing else to refuse by.
    #[must_use]
    pub fn objection(&self, platform: usize) -> Option<&ExtraFacts> {
        let facts = &self.catalogue.platforms[platform];
        if facts.kind != Kind::None {
            return None;
        }
        facts.extra.iter().find(|extra| extra.form)
    }

    /// Whether a platform can be ticked off.
    #[must_use]
    pub fn can_be_done(&self, platform: usize) -> bool {
        self.catalogue.platforms[platform].kind.asks() || self.objection(platform).is_some()
    }

    /// The day on which an extra lever of a platform was ticked off.
    #[must_use]
    pub fn extra_on(&self, platform: usize, extra: &str) -> Option<Date> {
        let id = &self.catalogue.platforms[platform].id;
        self.checklist.get(id)?.extras.get(extra).copied()
    }

    /// Whether the facts of a platform were compared with their sources over a year ago.
    #[must_use]
    pub fn is_old(&self, platform: usize) -> bool {
        self.catalogue.platforms[platform].is_old(self.today.date())
    }

    /// The day on which facts were last compared with their sources.
    #[must_use]
    pub fn newest_facts(&self) -> Option<Date> {
        self.catalogue.newest
    }

    /// Whether that was over six months ago, so that all of them are old.
    #[must_use]
    pub fn facts_are_old(&self) -> bool {
        self.newest_facts()
            .is_some_and(|newest| self.today.is_nearly_past(newest, 6.months()))
    }

    /// Whether nothing was ever recorded: the person is here for the first time.
    #[must_use]
    pub fn is_first_start(&self) -> bool {
        self.checklist.is_empty()
    }

    /// Whether the person has said which platforms they use.
    #[must_use]
    pub fn has_choice(&self) -> bool {
        self.checklist.has_choice()
    }

    /// Whether a platform came after the person had said which ones they use, so that
    /// they have not been asked of it.
    #[must_use]
    pub fn is_new(&self, platform: usize) -> bool {
        let id = &self.catalogue.platforms[platform].id;
        self.checklist.get(id).is_none() && self.has_choice()
    }

    /// Whether the person is known to use a platform: they have said so, or have done
    /// something there.
    #[must_use]
    pub fn is_used(&self, platform: usize) -> bool {
        let id = &self.catalogue.platforms[platform].id;
        self.checklist.get(id).is_some_and(|record| {
            let touched = record.chosen
                || record.mark != Mark::Todo
                || !record.steps.is_empty()
                || !record.extras.is_empty();
            record.mark != Mark::NotConcerned && touched
        })
    }

    /// The record of a platform of which the person says, among all of them, whether
    /// they use it.
    #[must_use]
    pub fn chosen(&self, platform: usize, used: bool) -> Record {
        let facts = &self.catalogue.platforms[platform];
        let before = self.checklist.record(&facts.id);
        let mark = match (used, before.mark) {
            (false, _) => Mark::NotConcerned,
            (true, Mark::NotConcerned) => Mark::Todo,
            (true, mark) => mark,
        };
        let today = self.today.date();
        let mut record = if mark == before.mark {
            before
        } else {
            before.marked(mark, today, None, facts.checked)
        };
        if mark == Mark::Todo {
            record.on = record.on.or(Some(today));
        }
        Record {
            chosen: true,
            unread: None,
            ..record
        }
    }

    /// How much of the walk of a platform there is to go through, for whoever begins it
    /// now: what they did, they look at again in short, but where the setting has changed
    /// since, or was not found, all of it is new to them.
    #[must_use]
    pub fn course(&self, platform: usize) -> Course {
        use RecheckReason::{Future, Moved, Old};
        let record = self.checklist.get(&self.catalogue.platforms[platform].id);
        let is_done = record.is_some_and(|record| record.mark == Mark::Done);
        match self.state(platform) {
            State::CheckAgain(_, Old | Moved | Future) if is_done => Course::Short,
            _ => Course::Full,
        }
    }

    /// The minutes that a walk of a platform takes. For the short one, that is half of
    /// them, or one where there is only a message to look for.
    #[must_use]
    pub fn minutes(&self, platform: usize, course: Course) -> usize {
        let facts = &self.catalogue.platforms[platform];
        let minutes = usize::from(facts.minutes);
        match (course, facts.kind) {
            (Course::Full, _) => minutes,
            (Course::Short, Kind::Form | Kind::Email) => minutes.min(1),
            (Course::Short, _) => minutes.div_ceil(2),
        }
    }

    /// The minutes that the walk of a platform takes which is due now.
    #[must_use]
    pub fn minutes_due(&self, platform: usize) -> usize {
        self.minutes(platform, self.course(platform))
    }

    /// The step at which the walk of a platform begins: the first not yet walked
    /// through, but none after the one that ticks off; or the first of all where
    /// nothing is left to do, or all is to be looked at again.
    #[must_use]
    pub fn first_step(&self, platform: usize, walk: &Walk) -> usize {
        let state = self.state(platform);
        if !state.is_open() || matches!(state, State::CheckAgain(..)) {
            return 0;
        }
        let record = self
            .checklist
            .record(&self.catalogue.platforms[platform].id);
        let mut main = walk.steps[..walk.main].iter();
        main.position(|step| step.role == Role::Confirm || !record.steps.contains(&step.id))
            .unwrap_or(0)
    }

    /// The minutes that a platform takes of somebody who uses it: none where nothing is
    /// left to do.
    #[must_use]
    pub fn minutes_if_used(&self, platform: usize) -> usize {
        let facts = &self.catalogue.platforms[platform];
        let state = self.state(platform);
        let asks = state.is_open() || state == State::NotConcerned && facts.kind.asks();
        if asks { self.minutes_due(platform) } else { 0 }
    }

    /// How far the person is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let mut progress = Progress {
            done: 0,
            of: 0,
            again: 0,
            not_found: 0,
            new: 0,
            minutes: 0,
        };
        let has_choice = self.has_choice();
        for (platform, facts) in self.catalogue.platforms.iter().enumerate() {
            if has_choice && self.checklist.get(&facts.id).is_none() {
                progress.new += 1;
                continue;
            }
            let state = self.state(platform);
            progress.of += usize::from(state.counts());
            progress.done += usize::from(state.is_done());
            progress.again += usize::from(matches!(state, State::CheckAgain(..)));
            progress.not_found += usize::from(matches!(state, State::NotFound(_)));
            if state.is_open() {
                progress.minutes += self.minutes_due(platform);
            }
        }
        progress
    }

    /// The platform to take up first: one whose walk was broken off before the step
    /// that ticks off, else the first that is still open.
    #[must_use]
    pub fn first_to_take_up(&self) -> Option<usize> {
        let broken_off = |platform: &usize| {
            let record = self.checklist.get(&self.catalogue.platforms[*platform].id);
            let steps = record.map_or(&[][..], |record| &record.steps);
            let has = |id: &str| steps.iter().any(|step| step == id);
            has("what") && !has("confirm") && self.state(*platform) == State::Todo
        };
        let mut platforms = 0..self.catalogue.platforms.len();
        platforms.find(broken_off).or_else(|| self.next_open(0))
    }

    /// Whether nothing is left of the platforms to do first, of which one at least was
    /// done.
    #[must_use]
    pub fn five_done(&self) -> bool {
        let mut states = self.catalogue.first_five().map(|place| self.state(place));
        let mut done = false;
        let closed = states.all(|state| {
            done |= state.is_done();
            !state.is_open()
        });
        closed && done
    }

    /// The first platform from `from` on, going round, that is still open.
    #[must_use]
    pub fn next_open(&self, from: usize) -> Option<usize> {
        let count = self.catalogue.platforms.len();
        (0..count)
            .map(|offset| (from + offset) % count)
            .find(|platform| self.state(*platform).is_open() && !self.is_new(*platform))
    }
}
