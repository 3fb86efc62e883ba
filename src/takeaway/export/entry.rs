//! A platform in a record: what was ticked, when, at which address, against which facts.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::actions::state_brief;
use crate::catalogue::{Address, Kind, Walk};
use crate::checklist::{Mark, Record, State};
use crate::overview::Overview;
use crate::words::{ExportWords, Texts};

/// What is exported.
#[derive(Debug)]
pub struct Export<'a> {
    /// The platforms, and what the person did.
    pub overview: Overview<'a>,
    /// The words of the program.
    pub texts: &'a Texts,
    /// Those of what is exported.
    pub words: &'a ExportWords,
    /// The day on which to remind of what was put off or not found.
    pub remind_on: Option<Date>,
}

/// A platform in a record.
#[derive(Debug)]
pub struct Entry<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What it offers.
    pub kind: Kind,
    /// The group it stands in.
    pub group: &'a str,
    /// Whether it is one of the first five.
    pub first_five: bool,
    /// Where it stands.
    pub state: State,
    /// The same in words.
    pub stands: String,
    /// What was recorded.
    pub record: Record,
    /// The address there is today.
    pub address: Option<String>,
    /// When its facts were last compared with their sources.
    pub checked: Date,
    /// The day from which to look at it again, where it was done.
    pub again: Option<Date>,
    /// The extra levers that were ticked off, by their titles, with the day.
    pub extras: Vec<(String, Date)>,
    /// The setting by its name, and the position that it was to be left in.
    pub setting: Option<(String, String)>,
}

impl<'a> Export<'a> {
    /// The platforms, in the order of the list.
    pub(super) fn entries(&self) -> impl Iterator<Item = Entry<'a>> {
        let places = 0..self.overview.catalogue.platforms.len();
        places.map(|place| self.entry(place))
    }

    /// Those that the person said something of.
    pub(super) fn recorded(&self) -> impl Iterator<Item = Entry<'a>> {
        self.entries()
            .filter(|entry| entry.record.mark != Mark::Todo || !entry.record.extras.is_empty())
    }

    fn entry(&self, place: usize) -> Entry<'a> {
        let texts = self.texts;
        let facts = &self.overview.catalogue.platforms[place];
        let mut record = self.overview.checklist.record(&facts.id);
        // Anybody may have written in the file: only an address is handed on as one.
        record.address = record.address.filter(|it| Address::parse(it).is_ok());
        let state = self.overview.state(place);
        // The walk is put together only where its setting is to be named.
        let setting = (record.mark == Mark::Done)
            .then(|| {
                let today = self.overview.today.date();
                let walk = Walk::new(facts, texts.prose(place), texts, today);
                let replica = walk.own().find_map(|step| step.replica())?;
                let position = replica.word(replica.refused).to_owned();
                Some((replica.label.clone(), position))
            })
            .flatten();
        let extras = record.extras.iter().map(|(id, on)| {
            let prose = texts.prose(place).extra.get(id);
            let title = prose.map_or(id.as_str(), |prose| &*prose.title);
            (title.to_owned(), *on)
        });
        let extras = extras.collect();
        Entry {
            id: &facts.id,
            name: facts.name_in(texts),
            kind: facts.kind,
            group: &facts.group,
            first_five: facts.first_five,
            state,
            stands: state_brief(state, texts),
            address: facts.main_address().map(ToString::to_string),
            checked: facts.checked,
            again: again(&record, state, self.overview.today.date()),
            setting,
            extras,
            record,
        }
    }

    /// How many platforms a reminder could not be written for, as no day was chosen.
    #[must_use]
    pub fn without_day(&self) -> usize {
        if self.remind_on.is_some() {
            return 0;
        }
        let waits = |entry: &Entry<'_>| {
            let mark = entry.record.mark;
            matches!(mark, Mark::Later | Mark::NotFound)
        };
        self.recorded().filter(waits).count()
    }
}

/// A year after it was done, or now where there is a reason to look at once.
fn again(record: &Record, state: State, today: Date) -> Option<Date> {
    let on = record.on.filter(|_| record.mark == Mark::Done)?;
    match state {
        State::CheckAgain(..) => Some(today),
        // What was sent holds.
        State::Objected(_) => None,
        // A record is one to check again once the year is over.
        _ => on.checked_add(1.year()).and_then(Date::tomorrow).ok(),
    }
}
