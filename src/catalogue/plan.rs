//! The plan of a workshop evening, its cards, questions and whom to turn to, from
//! `content/workshop.toml`: facts, without their words.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use super::address::Address;
use super::own_screens::OwnScreens;
use super::story::PageSource;
use crate::language::Language;
use crate::words::WorkshopWords;

/// The number of the file's form.
pub(crate) const FORMAT: u32 = 1;

/// The facts of a workshop.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkshopFacts {
    /// The number of the file's form.
    pub format: u32,
    /// The plans to choose from.
    pub plan: Vec<Plan>,
    /// Statements that are true, false, or neither.
    #[serde(default)]
    pub card: Vec<Card>,
    /// Questions that people ask on such an evening.
    #[serde(default)]
    pub question: Vec<Question>,
    /// Whom to turn to, in this order.
    #[serde(default)]
    pub turn_to: Vec<TurnTo>,
    /// The words of screens, by language and by id: for a plan of one's own, which
    /// brings them along.
    #[serde(default)]
    pub screens: OwnScreens,
}

/// The screens of an evening.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// How long it takes, in minutes: the sum of its screens.
    pub minutes: u16,
    /// The screens, in order.
    #[serde(default)]
    pub screen: Vec<PlanScreen>,
}

/// A screen of the plan, without its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanScreen {
    /// What the words know it by.
    pub id: String,
    /// What it is.
    pub kind: ScreenKind,
    /// How long it is planned to stay, in minutes. With 0 it goes with the one
    /// before it.
    #[serde(default)]
    pub minutes: u16,
    /// How soon it is dropped when time is short: 1 for never, 3 for first.
    #[serde(default = "kept")]
    pub priority: u8,
    /// The platform it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub platform: Option<String>,
    /// The platforms that hands are asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub platforms: Vec<String>,
    /// The card it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<String>,
    /// Whether this text says something to whoever passes by a stand.
    #[serde(default)]
    pub round: bool,
}

impl PlanScreen {
    /// How soon it is dropped when time is short: 1 for never, 3 for first. What the
    /// evening closes with is never dropped, whatever its priority.
    #[must_use]
    pub fn dropped_at(&self) -> u8 {
        match self.kind {
            ScreenKind::Bars | ScreenKind::Parked | ScreenKind::Again => 1,
            _ => self.priority,
        }
    }
}

/// The priority of what is never dropped.
fn kept() -> u8 {
    1
}

/// The kinds of screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ScreenKind {
    /// A heading and a text.
    Text,
    /// Hands are asked for and counted.
    Hands,
    /// A statement, hands, and the answer.
    Card,
    /// A platform's label and the way to it on the phone.
    Phone,
    /// A platform's address as a QR code.
    Qr,
    /// A platform's switch, to try.
    Switch,
    /// A platform's form, to try.
    Form,
    /// The short text for a form, as a QR code.
    TextQr,
    /// What stays while people do it.
    Work,
    /// Hands: done, not found, at home.
    Done,
    /// A platform in brief.
    Brief,
    /// Whom to turn to.
    Help,
    /// Before and after.
    Bars,
    /// The questions that were parked.
    Parked,
    /// The day to look again.
    Again,
    /// A break, with its clock.
    Break,
    /// A search over all platforms.
    Clinic,
}

impl ScreenKind {
    /// Whether such a screen is about one platform.
    #[must_use]
    pub fn is_of_platform(self) -> bool {
        matches!(
            self,
            Self::Phone
                | Self::Qr
                | Self::Switch
                | Self::Form
                | Self::TextQr
                | Self::Work
                | Self::Done
                | Self::Brief
        )
    }

    /// Whether the words must say something of each such screen: of the others,
    /// the program has a heading of its own.
    #[must_use]
    pub fn needs_words(self) -> bool {
        matches!(self, Self::Text | Self::Hands)
    }
}

/// A statement to judge.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// What the words know it by.
    pub id: String,
    /// Whether it is true.
    pub verdict: Verdict,
    /// Where the answer comes from.
    pub sources: Vec<PageSource>,
}

/// Whether a statement is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It is.
    True,
    /// It is not.
    False,
    /// It depends.
    Depends,
}

/// A question that people ask.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// What the words know it by.
    pub id: String,
    /// Where the answer comes from.
    pub sources: Vec<PageSource>,
}

/// An authority or organisation to turn to.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TurnTo {
    /// What the words know it by.
    pub id: String,
    /// Its website.
    pub url: Address,
    /// For readers of which languages it comes first.
    #[serde(default)]
    pub languages: Vec<Language>,
    /// Where this comes from.
    pub sources: Vec<PageSource>,
}

/// What does not go together in the facts of a workshop, or between them and their
/// words. For whoever edits them, so in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFault {
    /// Where it is: keys, and the places of items from 0.
    pub place: Vec<PlaceIn>,
    /// What is wrong.
    pub message: String,
}

/// A step of the way to a value of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceIn {
    /// A key of a table.
    Key(&'static str),
    /// An item of a list, from 0.
    Item(usize),
}

use PlaceIn::{Item, Key};

impl fmt::Display for PlanFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, step) in self.place.iter().enumerate() {
            let dot = if number == 0 { "" } else { "." };
            match step {
                Key(key) => write!(f, "{dot}{key}")?,
                // As people count.
                Item(place) => write!(f, "{dot}{}", place + 1)?,
            }
        }
        let colon = if self.place.is_empty() { "" } else { ": " };
        write!(f, "{colon}{}", self.message)
    }
}

impl WorkshopFacts {
    /// What is wrong beyond the form of the file. Which ids are platforms is asked
    /// of `is_platform`.
    pub(crate) fn faults(&self, is_platform: &dyn Fn(&str) -> bool) -> Vec<PlanFault> {
        let mut faults = Vec::new();
        let mut add = |place: Vec<PlaceIn>, message: String| {
            faults.push(PlanFault { place, message });
        };
        if self.format != FORMAT {
            let message = format!("this program reads format {FORMAT}, not {}", self.format);
            add(vec![Key("format")], message);
        }
        if self.plan.is_empty() {
            add(Vec::new(), "there is no `[[plan]]`".to_owned());
        }
        for (number, plan) in self.plan.iter().enumerate() {
            let at = |rest: &[PlaceIn]| [&[Key("plan"), Item(number)], rest].concat();
            if plan.screen.is_empty() {
                let message = "this plan has no screens: add a `[[plan.screen]]`";
                add(at(&[]), message.to_owned());
                continue;
            }
            let sum: u32 = plan.screen.iter().map(|it| u32::from(it.minutes)).sum();
            if sum != u32::from(plan.minutes) {
                let minutes = plan.minutes;
                let message = format!("the screens take {sum} minutes, the plan says {minutes}");
                add(at(&[Key("minutes")]), message);
            }
            let mut seen = BTreeSet::new();
            for (place, screen) in plan.screen.iter().enumerate() {
                let at = |key| at(&[Key("screen"), Item(place), Key(key)]);
                if !seen.insert(&screen.id) {
                    let message = format!("`{}` is twice in this plan", screen.id);
                    add(at("id"), message);
                }
                for (key, message) in self.screen_faults(screen, is_platform) {
                    add(at(key), message);
                }
            }
        }
        let sourced = [
            ("card", self.card.iter().map(|it| &it.sources).collect()),
            (
                "question",
                self.question
                    .iter()
                    .map(|it| &it.sources)
                    .collect::<Vec<_>>(),
            ),
        ];
        for (key, sources) in sourced {
            for (place, sources) in sources.into_iter().enumerate() {
                if sources.is_empty() {
                    let place = vec![Key(key), Item(place), Key("sources")];
                    add(place, "there has to be at least one source".to_owned());
                }
            }
        }
        faults
    }

    /// What is wrong with a screen: the key to look at, and what it is.
    fn screen_faults(
        &self,
        screen: &PlanScreen,
        is_platform: &dyn Fn(&str) -> bool,
    ) -> Vec<(&'static str, String)> {
        let mut faults = Vec::new();
        if !(1..=3).contains(&screen.priority) {
            let message = "a priority is 1 (never dropped), 2 or 3 (dropped first)";
            faults.push(("priority", message.to_owned()));
        }
        match &screen.platform {
            None if screen.kind.is_of_platform() => {
                faults.push(("kind", "this kind of screen needs a `platform`".to_owned()));
            }
            Some(id) if !is_platform(id) => {
                faults.push(("platform", format!("there are no facts of `{id}`")));
            }
            _ => {}
        }
        if let Some(id) = screen.platforms.iter().find(|id| !is_platform(id)) {
            faults.push(("platforms", format!("there are no facts of `{id}`")));
        }
        match &screen.card {
            None if screen.kind == ScreenKind::Card => {
                faults.push(("kind", "this kind of screen needs a `card`".to_owned()));
            }
            Some(id) if !self.card.iter().any(|card| card.id == *id) => {
                faults.push(("card", format!("there is no `[[card]]` of the id `{id}`")));
            }
            _ => {}
        }
        faults
    }

    /// The ids that the words know something by: the table of the words, the ids
    /// that have to be there, and those that may be.
    pub(crate) fn ids(&self) -> [(&'static str, BTreeSet<&str>, BTreeSet<&str>); 4] {
        let screens = || self.plan.iter().flat_map(|plan| &plan.screen);
        let needed = screens().filter(|screen| screen.kind.needs_words());
        let cards = || self.card.iter().map(|card| &*card.id).collect();
        let questions = || self.question.iter().map(|it| &*it.id).collect();
        let turn_to = || self.turn_to.iter().map(|it| &*it.id).collect();
        [
            (
                "screens",
                needed.map(|screen| &*screen.id).collect(),
                screens().map(|screen| &*screen.id).collect(),
            ),
            ("cards", cards(), cards()),
            ("questions", questions(), questions()),
            ("turn_to", turn_to(), turn_to()),
        ]
    }

    /// What does not go together between facts and words, if anything.
    pub(super) fn fault_with(&self, words: &WorkshopWords) -> Option<String> {
        fn keys<T>(table: &BTreeMap<String, T>) -> BTreeSet<&str> {
            table.keys().map(String::as_str).collect()
        }
        let have = [
            keys(&words.screens),
            keys(&words.cards),
            keys(&words.questions),
            keys(&words.turn_to),
        ];
        let mut pairs = self.ids().into_iter().zip(have);
        pairs.find_map(|((table, needed, known), have)| {
            if let Some(id) = needed.difference(&have).next() {
                return Some(format!("`[{table}.{id}]` is missing"));
            }
            let stray = have.difference(&known).next()?;
            Some(format!(
                "`[{table}.{stray}]` is not in content/workshop.toml"
            ))
        })
    }

    /// The card of an id.
    #[must_use]
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.card.iter().find(|card| card.id == id)
    }
}
