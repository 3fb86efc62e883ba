//! Screens that go round by themselves, for a stand or a waiting room, until somebody
//! presses a key.

use jiff::civil::DateTime;

use super::model::Model;
use super::position::{Cursor, Phase};
use super::stages::stages;
use super::timing::seconds_after;
use crate::catalogue::{PlanScreen, ScreenKind};

/// A round of screens.
#[derive(Debug)]
pub struct Round {
    /// The wall that shows them.
    pub model: Model,
    /// How long each stays, in seconds.
    seconds: i64,
    /// When the one that is shown came.
    since: DateTime,
}

/// Whether a screen says something to whoever passes by.
#[must_use]
pub fn goes_round(screen: &PlanScreen) -> bool {
    match screen.kind {
        ScreenKind::Card
        | ScreenKind::Brief
        | ScreenKind::Switch
        | ScreenKind::Form
        | ScreenKind::Qr
        | ScreenKind::Help => true,
        _ => screen.round,
    }
}

impl Round {
    /// A round of the screens of `model`, each of which stays so many seconds.
    #[must_use]
    pub fn new(mut model: Model, seconds: i64) -> Self {
        model.position.phase = Phase::Plan;
        model.position.screens.retain(goes_round);
        Self {
            since: model.now,
            model,
            seconds,
        }
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.model.position.screens.is_empty()
    }

    /// When the next one comes.
    #[must_use]
    pub fn due(&self) -> DateTime {
        seconds_after(self.since, self.seconds)
    }

    /// The time is now: shows the next one where it is due.
    pub fn tick(&mut self, now: DateTime) {
        self.model.now = now;
        if now < self.due() {
            return;
        }
        self.since = now;
        let position = &self.model.position;
        let Some(screen) = position.screens.get(position.cursor.screen) else {
            return;
        };
        // Nobody raises a hand: a statement is followed by its answer.
        let count = stages(&self.model, screen);
        let step = if screen.kind == ScreenKind::Card {
            count - 1
        } else {
            1
        };
        let cursor = &mut self.model.position.cursor;
        cursor.stage += step;
        if cursor.stage >= count {
            let screens = self.model.position.screens.len();
            self.model.position.cursor = Cursor {
                screen: (self.model.position.cursor.screen + 1) % screens,
                stage: 0,
            };
        }
    }

    /// It begins again from the first one.
    pub fn begin(&mut self, now: DateTime) {
        self.model.now = now;
        self.since = now;
        self.model.position.cursor = Cursor::default();
    }

    /// The platform that is shown, by its place in the catalogue.
    #[must_use]
    pub fn platform(&self) -> Option<usize> {
        self.model.current_platform().map(|(place, _)| place)
    }
}
