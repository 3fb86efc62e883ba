//! Hands: what they are raised for, and how many there were.

use std::collections::BTreeMap;

use super::position::{MOST_PEOPLE, Position};
use crate::catalogue::{PlanScreen, ScreenKind};

/// What hands are raised for on a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked<'a> {
    /// Whoever uses a platform, by its id.
    Platform(&'a str),
    /// The screen's own answer at this place.
    Answer(usize),
    /// The statement is true, or it is not.
    Verdict(bool),
    /// It is done.
    Done,
    /// It was not found.
    NotFound,
    /// It will be done at home.
    AtHome,
}

/// What hands are raised for on a screen with so many answers of its own, in order.
#[must_use]
pub fn asked(screen: &PlanScreen, own_answers: usize) -> Vec<Asked<'_>> {
    match screen.kind {
        ScreenKind::Hands if !screen.platforms.is_empty() => {
            let platforms = screen.platforms.iter();
            platforms.map(|id| Asked::Platform(id)).collect()
        }
        ScreenKind::Hands => (0..own_answers).map(Asked::Answer).collect(),
        ScreenKind::Card => vec![Asked::Verdict(true), Asked::Verdict(false)],
        ScreenKind::Done if own_answers == 3 => (0..own_answers).map(Asked::Answer).collect(),
        ScreenKind::Done => vec![Asked::Done, Asked::NotFound, Asked::AtHome],
        _ => Vec::new(),
    }
}

/// What became of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// It is so now.
    Set,
    /// There would be more hands than people: so many people are expected.
    TooMany(u16),
}

impl Position {
    /// Sets how many hands were raised for an answer of a screen. More hands than
    /// people are refused; `anyway`, there are more people.
    pub fn set_count(&mut self, screen: &str, answer: usize, count: u16, anyway: bool) -> Counted {
        let count = count.min(MOST_PEOPLE);
        if let Some(people) = self.people.filter(|people| count > *people) {
            if !anyway {
                return Counted::TooMany(people);
            }
            self.people = Some(count);
        }
        let counts = self.hands.entry(screen.to_owned()).or_default();
        if counts.len() <= answer {
            counts.resize(answer + 1, None);
        }
        counts[answer] = Some(count);
        Counted::Set
    }

    /// The hands that were raised for platforms, by id.
    #[must_use]
    pub fn users(&self) -> BTreeMap<String, u16> {
        let mut users = BTreeMap::new();
        for screen in self
            .screens
            .iter()
            .filter(|it| it.kind == ScreenKind::Hands)
        {
            let counts = self.hands.get(&screen.id).into_iter().flatten();
            let counted = screen.platforms.iter().zip(counts);
            users.extend(counted.filter_map(|(id, count)| Some((id.clone(), (*count)?))));
        }
        users
    }

    /// The platforms of the evening with the hands of those who use them and of
    /// those who have refused, in the order of the plan. Of what was never asked
    /// for, nothing is known.
    #[must_use]
    pub fn before_and_after(&self) -> Vec<(&str, Option<u16>, Option<u16>)> {
        let users = self.users();
        let done = self.screens.iter().filter(|it| it.kind == ScreenKind::Done);
        let rows = done.filter_map(|screen| {
            let platform = screen.platform.as_deref()?;
            let before = users.get(platform).copied();
            let after = self.count(&screen.id, 0);
            (before.is_some() || after.is_some()).then_some((platform, before, after))
        });
        rows.collect()
    }
}
