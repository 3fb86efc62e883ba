//! How many keys it takes to go past a screen.

use super::model::Model;
use super::of_platform::phone_pages;
use super::on_plan::turn_to;
use super::sheet::pages_of;
use crate::catalogue::{PlanScreen, ScreenKind};

/// How many stages a screen has: each takes one key to go on.
#[must_use]
pub fn stages(model: &Model, screen: &PlanScreen) -> usize {
    match screen.kind {
        ScreenKind::Hands | ScreenKind::Done => model.asked(screen).len().max(1),
        ScreenKind::Card => model.asked(screen).len() + 1,
        ScreenKind::Switch | ScreenKind::Form => 2,
        ScreenKind::Phone => phone_pages(model, screen).len().max(1),
        ScreenKind::Help => pages_of(turn_to(model).count()),
        ScreenKind::Bars => pages_of(model.position.before_and_after().len()),
        ScreenKind::Parked => pages_of(model.position.parked.len()),
        _ => 1,
    }
}
