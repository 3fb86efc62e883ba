//! The sources of what the reader sees, with their dates.

use ratatui::style::Style;

use super::look::Look;
use super::rows::Rows;
use crate::app::{Deeper, Model};
use crate::catalogue::{About, Checked, evidence};
use crate::language::{long_date, vague_date};

/// Whose sources these are.
pub(super) fn title(model: &Model) -> String {
    let words = &model.texts.interface.sources;
    match model.stack.last() {
        Some(Deeper::Story(_)) => words.title.to_string(),
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
    let language = model.language();
    let in_other_language = |about: &About| matches!(about, About::LabelsIn(other) if other != language && other.tag() != "en");
    for (heading, wanted) in [
        (&words.address, &[About::Address][..]),
        (&words.facts, &[About::Facts]),
        (&words.labels, &[]),
    ] {
        let sources = facts.sources.iter().filter(|source| match &source.about {
            about @ (About::Address | About::Facts) => wanted.contains(about),
            about => wanted.is_empty() && !in_other_language(about),
        });
        for (number, source) in sources.enumerate() {
            if number == 0 {
                rows.gap();
                rows.text(heading, look.strong());
            }
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
    let checked = long_date(language, facts.checked);
    rows.text(&words.checked.fill(&Checked { checked }), look.dim());
}

fn source_lines(model: &Model, look: Look, url: &str, date: Option<&str>, rows: &mut Rows) {
    let undated = &model.texts.interface.sources.undated;
    let date = date.map_or_else(
        || undated.to_string(),
        |date| vague_date(model.language(), date),
    );
    rows.gap();
    rows.text(&date, look.dim());
    rows.address(url, Style::new());
}
