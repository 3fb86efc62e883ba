//! The sources of what the reader sees, with their dates.

use ratatui::style::Style;

use super::look::Look;
use super::rows::Rows;
use crate::app::{Model, Page};
use crate::catalogue::{evidence, sources};
use crate::words::Checked;

/// Whose sources these are.
pub(super) fn title(model: &Model) -> String {
    let words = &model.texts.interface.sources;
    match model.stack.last() {
        Some(Page::Story(_)) => words.title.to_string(),
        _ => format!("{} · {}", model.name(model.platform()), words.title),
    }
}

/// Lays out the page.
pub(super) fn lay(model: &Model, look: Look, rows: &mut Rows) {
    if let Some(place) = model.story_place() {
        let page = model.catalogue.story.page.get(place.page);
        for source in page.into_iter().flat_map(|page| &page.sources) {
            source_lines(
                model,
                look,
                source.url.as_str(),
                source.date.as_deref(),
                rows,
            );
        }
        return;
    }
    let words = &model.texts.interface.sources;
    let facts = model.facts(model.platform());
    if let Some(evidence) = evidence(facts, &model.texts) {
        rows.text(&evidence, look.strong());
        rows.gap();
        rows.text(&words.untried, Style::new());
    }
    for (heading, sources) in sources(facts, &model.texts) {
        rows.gap();
        rows.text(heading, look.strong());
        for source in sources {
            source_lines(
                model,
                look,
                source.url.as_str(),
                source.date.as_deref(),
                rows,
            );
        }
    }
    rows.gap();
    let checked = model.texts.interface.dates.full(facts.checked);
    rows.text(&words.checked.fill(&Checked { checked }), look.dim());
}

fn source_lines(model: &Model, look: Look, url: &str, date: Option<&str>, rows: &mut Rows) {
    let undated = &model.texts.interface.sources.undated;
    let date = date.map_or_else(
        || undated.to_string(),
        |date| model.texts.interface.dates.vague(date),
    );
    rows.gap();
    rows.text(&date, look.dim());
    rows.address(url, Style::new());
}
