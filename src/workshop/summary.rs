//! The summary of an evening: numbers and parked questions, and nothing of anybody's
//! own.

use std::path::Path;

use super::hands::Asked;
use super::headings::heading;
use super::model::Model;
use super::on_plan::asked_for;
use crate::catalogue::PlanScreen;
use crate::inert::{markdown as plain, table};
use crate::language::time_of_day;
use crate::words::{Count, FromTo, On};

/// How a summary is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SummaryFormat {
    /// Markdown.
    Markdown,
    /// A table for a spreadsheet.
    Csv,
}

impl SummaryFormat {
    /// The format that the ending of a file's name stands for.
    #[must_use]
    pub fn of(file: &Path) -> Option<Self> {
        match file.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Some(Self::Markdown),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// A count: of which screen, of what, and how many hands there were.
type Row = (String, String, u16);

/// The summary, in the words of the room.
#[must_use]
pub fn summary(model: &Model, format: SummaryFormat) -> String {
    match format {
        SummaryFormat::Markdown => markdown(model),
        SummaryFormat::Csv => csv(model),
    }
}

/// The counts, in the order of the plan.
fn rows(model: &Model) -> Vec<Row> {
    let mut rows = Vec::new();
    for screen in &model.position.screens {
        let own = model.room.workshop.screens.get(&screen.id);
        for (place, asked) in model.asked(screen).iter().enumerate() {
            if let Some(count) = model.position.count(&screen.id, place) {
                rows.push((
                    question(model, screen, asked),
                    asked_for(model, asked, own),
                    count,
                ));
            }
        }
    }
    rows
}

/// What was asked on a screen: of a card, its statement.
fn question(model: &Model, screen: &PlanScreen, asked: &Asked<'_>) -> String {
    let cards = &model.room.workshop.cards;
    let card = screen.card.as_deref().and_then(|id| cards.get(id));
    match (asked, card) {
        (Asked::Verdict(_), Some(card)) => card.statement.to_string(),
        _ => heading(model, &model.room, screen),
    }
}

/// When the evening began and when it ended, or was to end.
fn times(model: &Model) -> FromTo {
    let language = &model.room.texts.language;
    let begun = model.position.begun.unwrap_or(model.now);
    FromTo {
        start: time_of_day(language, begun.time()),
        end: time_of_day(language, model.now.time()),
    }
}

fn date(model: &Model) -> String {
    let begun = model.position.begun.unwrap_or(model.position.opened);
    model.room.texts.interface.dates.full(begun.date())
}

fn markdown(model: &Model) -> String {
    let words = &model.room.workshop.words.summary;
    let language = &model.room.texts.language;
    let date = date(model);
    let mut text = format!(
        "# {}\n\n{}\n",
        words.title.fill(&On { date }),
        words.times.fill(&times(model))
    );
    if let Some(people) = model.position.people {
        let count = Count {
            count: people.to_string(),
        };
        text += &format!("{}\n", words.people.fill(language, people.into(), &count));
    }
    text += &format!("\n## {}\n\n", words.hands);
    let rows = rows(model);
    if rows.is_empty() {
        text += &format!("{}\n", words.none);
    } else {
        text += &format!(
            "| {} | {} | {} |\n",
            words.question, words.answer, words.count
        );
        text += "|---|---|---:|\n";
        for (question, answer, count) in rows {
            text += &format!("| {} | {} | {count} |\n", plain(&question), plain(&answer));
        }
    }
    text += &format!("\n## {}\n\n", words.parked);
    if model.position.parked.is_empty() {
        text += &format!("{}\n", words.none);
    }
    for question in &model.position.parked {
        text += &format!("- {}\n", plain(question));
    }
    text
}

fn csv(model: &Model) -> String {
    let words = &model.room.workshop.words.summary;
    let heads = [&words.question, &words.answer, &words.count];
    let mut records = vec![heads.map(ToString::to_string)];
    let day = words.title.fill(&On { date: date(model) });
    records.push([day, words.times.fill(&times(model)), String::new()]);
    if let Some(people) = model.position.people {
        let language = &model.room.texts.language;
        let count = Count {
            count: people.to_string(),
        };
        let text = words.people.fill(language, people.into(), &count);
        records.push([text, String::new(), people.to_string()]);
    }
    for (question, answer, count) in rows(model) {
        records.push([question, answer, count.to_string()]);
    }
    for question in &model.position.parked {
        records.push([words.parked.to_string(), question.clone(), String::new()]);
    }
    table(records)
}
