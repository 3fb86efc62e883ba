//! Counting hands, and before the plan people.

use super::fitting;
use super::hands::Counted;
use super::message::Effect;
use super::model::Model;
use super::moving::keep;
use super::position::{MOST_PEOPLE, Phase};
use crate::words::PeopleMore;

/// A digit: part of a count, or of the number of people. None where it is neither.
pub(super) fn typed(
    model: &mut Model,
    digit: char,
    typing: bool,
    refused: bool,
) -> Option<Vec<Effect>> {
    let digit = u16::try_from(digit.to_digit(10)?).ok()?;
    let longer = |known: u16| {
        if typing {
            known
                .saturating_mul(10)
                .saturating_add(digit)
                .min(MOST_PEOPLE)
        } else {
            digit
        }
    };
    if model.position.phase == Phase::Preflight {
        let people = longer(model.position.people.unwrap_or(0));
        model.position.people = (people > 0).then_some(people);
        model.typing = true;
        return Some(keep(model));
    }
    let (screen, answer) = model.counting()?;
    let known = model.position.count(&screen.id, answer).unwrap_or(0);
    let count = longer(known);
    let effects = set_count(model, count, refused);
    model.typing = true;
    Some(effects)
}

/// Sets the count that is being taken. More hands than people are refused once.
fn set_count(model: &mut Model, count: u16, anyway: bool) -> Vec<Effect> {
    let Some((screen, answer)) = model.counting() else {
        return Vec::new();
    };
    let id = screen.id.clone();
    match model.position.set_count(&id, answer, count, anyway) {
        Counted::Set => {
            let users = model.position.users();
            let here = model.position.cursor.screen;
            fitting::by_hands(&mut model.position.screens, here, &users);
            keep(model)
        }
        Counted::TooMany(people) => {
            let words = &model.own.workshop.words.said;
            model.said = Some(words.too_many.fill(&PeopleMore {
                people: people.to_string(),
                more: count.to_string(),
            }));
            model.refused = true;
            Vec::new()
        }
    }
}

/// One hand more or fewer; before the plan, one person.
pub(super) fn more(model: &mut Model, by: i16, refused: bool) -> Vec<Effect> {
    if model.position.phase == Phase::Preflight {
        let people = model.position.people.unwrap_or(0).saturating_add_signed(by);
        let people = people.min(MOST_PEOPLE);
        model.position.people = (people > 0).then_some(people);
        return keep(model);
    }
    let Some((screen, answer)) = model.counting() else {
        return Vec::new();
    };
    let count = model.position.count(&screen.id, answer).unwrap_or(0);
    set_count(model, count.saturating_add_signed(by), refused)
}
