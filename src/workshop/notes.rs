//! What the window with the notes says.

use super::headings::heading;
use super::model::{Model, Wording};
use super::position::Phase;
use crate::actions::time_words;
use crate::catalogue::{PlanScreen, ScreenKind};
use crate::words::{At, CountAt, Elapsed, NameAt, ScreenOf, SpanAt};

/// The notes on the screen that is shown, a paragraph an item.
#[must_use]
pub fn notes(model: &Model) -> Vec<String> {
    let words = &model.own.workshop;
    let before = match model.position.phase {
        Phase::Preflight => &words.words.notes.before,
        Phase::Code => &words.words.notes.back_row,
        Phase::Waiting | Phase::Plan => &words.words.notes.at_door,
    };
    let Some(screen) = model.position.current().filter(|_| model.on_plan()) else {
        return vec![before.to_string()];
    };
    let own = words.screens.get(&screen.id).map(|screen| &screen.notes);
    let mut notes: Vec<_> = own.into_iter().flatten().map(ToString::to_string).collect();
    if let Some(card) = screen.card.as_deref().and_then(|id| words.cards.get(id)) {
        // Before the room knows it, whoever leads does.
        notes.push(format!("{} {}", words.words.notes.answers, card.answer));
        notes.extend(card.notes.iter().map(ToString::to_string));
    }
    notes
}

/// The heading of a screen in the words of this window; of a card, its statement.
#[must_use]
pub fn title(model: &Model, screen: &PlanScreen) -> String {
    let wording: &Wording = &model.own;
    let card = screen
        .card
        .as_deref()
        .and_then(|id| wording.workshop.cards.get(id));
    card.map_or_else(
        || heading(model, wording, screen),
        |card| card.statement.to_string(),
    )
}

/// Which screen of how many it is.
#[must_use]
pub fn place(model: &Model) -> String {
    let words = &model.own.workshop.words.notes;
    words.screen.fill(&ScreenOf {
        screen: (model.position.cursor.screen + 1).to_string(),
        of: model.position.screens.len().to_string(),
    })
}

/// How the evening stands against its plan, and what to drop: a sentence an item.
#[must_use]
pub fn timing(model: &Model) -> Vec<String> {
    let words = &model.own.workshop.words.notes;
    let language = &model.own.texts.language;
    let position = &model.position;
    let Some(timing) = position.timing(model.now) else {
        return vec![words.not_begun.to_string()];
    };
    let begun = position.begun.unwrap_or(model.now);
    let seconds = model.now.duration_since(begun).as_secs().max(0);
    let planned = timing.planned;
    let mut lines = vec![words.elapsed.fill(&Elapsed {
        elapsed: format!("{}:{:02}", seconds / 60, seconds % 60),
        planned: format!("{planned}:00"),
    })];
    let time = crate::language::time_of_day(language, timing.end);
    let count = usize::try_from(timing.late.abs()).unwrap_or(0);
    let values = CountAt {
        count: count.to_string(),
        time: time.clone(),
    };
    // From an hour up, nobody counts in minutes any more.
    let span = (count >= 60).then(|| SpanAt {
        span: time_words(count, &model.own.texts.interface.list),
        time: time.clone(),
    });
    lines.push(match (timing.late, span) {
        (0, _) => words.on_time.fill(&At { time }),
        (1.., Some(span)) => words.late_hours.fill(&span),
        (1.., None) => words.late.fill(language, count, &values),
        (_, Some(span)) => words.early_hours.fill(&span),
        (_, None) => words.early.fill(language, count, &values),
    });
    if timing.late > 0 {
        let at = |time| crate::language::time_of_day(language, time);
        let Some(advice) = position.advice(model.now) else {
            lines.push(words.nothing_to_drop.to_string());
            lines.extend(leave_one(model, timing.late));
            return lines;
        };
        lines.push(words.drop.fill(&NameAt {
            name: name(model, &position.screens[advice.screen]),
            time: at(advice.end),
        }));
        if advice.screens > 1 {
            let values = CountAt {
                count: advice.screens.to_string(),
                time: at(advice.least_end),
            };
            lines.push(words.drop_all.fill(language, advice.screens, &values));
        }
        lines.extend(leave_one(model, advice.late));
    }
    lines
}

/// Where dropping is not enough, what is: not all that people were to do here, they
/// have to do here. None where they have done all.
fn leave_one(model: &Model, late: i64) -> Option<String> {
    let position = &model.position;
    let coming = position.screens.iter().skip(position.cursor.screen + 1);
    let still = coming
        .filter(|screen| screen.kind == ScreenKind::Work)
        .count();
    let words = &model.own.workshop.words.notes;
    (late > 0 && still > 0).then(|| words.leave_one.to_string())
}

/// A screen as it is named in a sentence: without the end of one.
#[must_use]
pub(super) fn name(model: &Model, screen: &PlanScreen) -> String {
    title(model, screen).trim_end_matches('.').to_owned()
}

/// What comes next: its heading, or that nothing does.
#[must_use]
pub fn next(model: &Model) -> String {
    let words = &model.own.workshop.words;
    let position = &model.position;
    match position.phase {
        Phase::Preflight => words.preflight.code.to_string(),
        Phase::Code => words.waiting.title.to_string(),
        Phase::Waiting => position
            .current()
            .map_or_else(String::new, |screen| title(model, screen)),
        Phase::Plan => position.following().map_or_else(
            || words.notes.last.to_string(),
            |screen| title(model, screen),
        ),
    }
}
