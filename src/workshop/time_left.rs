//! How much of the time for a screen is left, for the room to see.

use super::model::Model;
use super::sheet::{Piece, Sheet};
use crate::catalogue::PlanScreen;
use crate::words::Count;

/// How much of the time for a screen is left.
pub(super) fn left(model: &Model, screen: &PlanScreen, sheet: &mut Sheet) {
    let words = &model.room.workshop.words.walk;
    let left = model.position.minutes_left(model.now);
    let count = usize::try_from(left).unwrap_or(0);
    let text = if left == 0 {
        words.time_is_up.to_string()
    } else {
        let language = &model.room.texts.language;
        words.minutes_left.fill(
            language,
            count,
            &Count {
                count: count.to_string(),
            },
        )
    };
    let of = f64::from(screen.minutes.max(1));
    let left = u16::try_from(left).unwrap_or(0);
    sheet
        .pieces
        .push(Piece::Left(text, (f64::from(left) / of).clamp(0.0, 1.0)));
}
