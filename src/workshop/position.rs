//! Where a workshop is: all that the wall and the window with the notes share, and
//! all that has to be there again after a crash. Nothing of it is anybody's own.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{DateTime, Time};
use serde::{Deserialize, Serialize};

use crate::catalogue::{OwnScreens, PlanScreen};
use crate::guard::guard;

/// The number of the form in which a position is kept.
pub const FORMAT: u32 = 1;

/// The longest question that is parked, in characters.
pub const LONGEST_QUESTION: usize = 120;

/// The most hands and people that are counted.
pub const MOST_PEOPLE: u16 = 999;

/// Where a workshop is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// The number of its form.
    pub format: u32,
    /// How often it has changed: of two, the higher is the later one.
    pub change: u64,
    /// When the wall was opened.
    pub opened: DateTime,
    /// The language of the room, by its tag.
    pub language: String,
    /// The second language on the wall, by its tag.
    pub second: Option<String>,
    /// How many people are expected; None where nobody said.
    pub people: Option<u16>,
    /// Which way to a setting the room goes.
    #[serde(default)]
    pub way: Way,
    /// How long the workshop takes, in minutes.
    pub minutes: u16,
    /// When it was announced to begin.
    pub start: Option<Time>,
    /// The screens, in the order they are shown.
    pub screens: Vec<PlanScreen>,
    /// The words of screens that a plan of one's own brought along.
    #[serde(default)]
    pub own: OwnScreens,
    /// What was dropped, the last first: where it stood, and what.
    pub dropped: Vec<(usize, PlanScreen)>,
    /// Which part of the evening it is.
    pub phase: Phase,
    /// Where on the plan.
    pub cursor: Cursor,
    /// The screens of a platform that was looked up, which lie over the plan.
    pub aside: Option<Aside>,
    /// What covers the wall.
    pub cover: Option<Cover>,
    /// When the plan was begun.
    pub begun: Option<DateTime>,
    /// When the plan last came to the screen of it that is shown, going on or back.
    pub entered: DateTime,
    /// The hands that were counted, by screen, an answer an item; None where nobody
    /// counted.
    pub hands: BTreeMap<String, Vec<Option<u16>>>,
    /// The questions that were parked.
    pub parked: Vec<String>,
}

/// Which way to a setting the room goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// The one in the app, on the phones that people have with them.
    #[default]
    Phone,
    /// The one in the browser: there is a computer for everybody.
    Browser,
}

impl Way {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Phone => Self::Browser,
            Self::Browser => Self::Phone,
        }
    }
}

/// Which part of the evening it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// The facilitator looks whether all is well.
    Preflight,
    /// A code to try from the back of the room.
    Code,
    /// The room comes in.
    Waiting,
    /// The plan.
    Plan,
}

/// A place among screens.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cursor {
    /// The screen.
    pub screen: usize,
    /// How far on this screen: the switch flipped, the answer shown.
    pub stage: usize,
}

/// The screens of a platform that is not where the plan is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aside {
    /// The screens.
    pub screens: Vec<PlanScreen>,
    /// The place among them.
    pub cursor: Cursor,
}

/// What covers the wall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cover {
    /// Black.
    Blank,
    /// What was seen so far.
    SoFar,
    /// The address of the screen as a QR code.
    Qr,
}

impl Position {
    /// Whether both were planned alike, whatever has happened in the evening since.
    #[must_use]
    pub fn is_planned_as(&self, other: &Self) -> bool {
        let planned = |position: &Self| {
            let dropped = position.dropped.iter().map(|(_, screen)| screen);
            let screens = position.screens.iter().chain(dropped);
            let screens: BTreeSet<_> = screens.map(|screen| screen.id.clone()).collect();
            (position.minutes, position.start, screens)
        };
        planned(self) == planned(other)
    }

    /// Takes over the questions and the counts that another state of the same evening has
    /// and this one lacks. Returns whether there were any.
    pub(super) fn take_notes_of(&mut self, other: Self) -> bool {
        if other.opened != self.opened {
            return false;
        }
        let mut taken = false;
        for question in other.parked {
            if !self.parked.contains(&question) {
                self.parked.push(question);
                taken = true;
            }
        }
        for (screen, counts) in other.hands {
            let own = self.hands.entry(screen).or_default();
            own.resize(own.len().max(counts.len()), None);
            for (own, count) in own.iter_mut().zip(counts) {
                if own.is_none() && count.is_some() {
                    *own = count;
                    taken = true;
                }
            }
        }
        taken
    }

    /// The screen that is meant by the keys: of the platform looked up, else of
    /// the plan.
    #[must_use]
    pub fn current(&self) -> Option<&PlanScreen> {
        match &self.aside {
            Some(aside) => aside.screens.get(aside.cursor.screen),
            None => self.screens.get(self.cursor.screen),
        }
    }

    /// How far it is on that screen.
    #[must_use]
    pub fn stage(&self) -> usize {
        self.aside
            .as_ref()
            .map_or(self.cursor, |it| it.cursor)
            .stage
    }

    /// The screen that comes after it.
    #[must_use]
    pub fn following(&self) -> Option<&PlanScreen> {
        match &self.aside {
            Some(aside) => aside.screens.get(aside.cursor.screen + 1),
            None => self.screens.get(self.cursor.screen + 1),
        }
    }

    /// The hands that were counted for an answer of a screen.
    #[must_use]
    pub fn count(&self, screen: &str, answer: usize) -> Option<u16> {
        self.hands.get(screen)?.get(answer).copied()?
    }

    /// What it is in the file that both windows share.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Its keys are texts, so that writing it cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a position.
    ///
    /// # Errors
    /// If the text is not one, in the words of whoever reads JSON; or it is one of
    /// another version of the program.
    pub fn from_json(text: &[u8]) -> Result<Self, String> {
        let read = guard(text, serde_json::from_slice::<Self>);
        let read = read.map_err(|_| "JSON".to_owned())?;
        let position = read.map_err(|error| error.to_string())?;
        if position.format != FORMAT {
            return Err(format!("format {}", position.format));
        }
        // A place that is not there would be shown as nothing.
        if position.screens.is_empty() || position.current().is_none() {
            return Err("screens".to_owned());
        }
        Ok(position)
    }
}
