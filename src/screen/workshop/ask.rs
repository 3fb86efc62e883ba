//! Choices, lines that are typed, and pages over the wall.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr as _;

use super::footer;
use super::page::Leaf;
use super::pieces::choice as choose_from;
use crate::actions::TypedLine;
use crate::catalogue::{anyway, unlisted};
use crate::language::time_of_day;
use crate::screen::look::Look;
use crate::screen::rows::{cut, end_of};
use crate::words::LeftAt;
use crate::workshop::{
    Left, Model, Phase, Popup, WALL_COMMAND, WindowPage, found_platforms, heading, is_over, paged,
};

/// How many of the platforms found are shown.
const SHOWN: usize = 6;

/// How many of the sentences about what can be done anyway concern the room.
const FOR_THE_ROOM: usize = 2;

/// A workshop to go on with, or to take notes for; or that there is none yet.
pub(super) fn choice(model: &Model, look: Look, frame: &mut Frame, window: Rect) {
    let words = &model.own.workshop.words;
    let mut leaf = Leaf::new(window);
    match &model.page {
        WindowPage::Resume { left, selected } => {
            leaf.headings(&[words.resume.title.to_string()], look);
            for (number, left) in left.iter().enumerate() {
                let text = format!("{} ({})", words.resume.go_on, about(model, left));
                choose_from(&text, number == *selected, look, &mut leaf);
                leaf.gap();
            }
            choose_from(&words.resume.anew, *selected == left.len(), look, &mut leaf);
        }
        WindowPage::Which { open, selected } => {
            leaf.headings(&[words.notes.which.to_string()], look);
            for (number, left) in open.iter().enumerate() {
                choose_from(&about(model, left), number == *selected, look, &mut leaf);
            }
        }
        WindowPage::Alone => {
            leaf.headings(&[words.notes.title.to_string()], look);
            let given = WALL_COMMAND.to_owned();
            let text = words.notes.waiting.fill(&crate::words::Given { given });
            leaf.text(&text, Style::new());
        }
        WindowPage::Evening => {}
    }
    leaf.draw(look, frame);
    footer::draw(model, look, frame, window);
}

/// When a workshop was opened, and on which screen it is.
fn about(model: &Model, left: &Left) -> String {
    let language = &model.own.texts.language;
    let position = &left.position;
    let screen = match (position.phase, position.current()) {
        (Phase::Plan, Some(screen)) => {
            let own = position.own.words(&model.own.texts.chain, &screen.id);
            own.map_or_else(
                || heading(model, &model.own, screen),
                |own| own.title.to_string(),
            )
        }
        _ => model.own.workshop.words.waiting.title.to_string(),
    };
    model.own.workshop.words.resume.left.fill(&LeftAt {
        date: model.own.texts.interface.dates.full(position.opened.date()),
        time: time_of_day(language, position.opened.time()),
        screen,
    })
}

/// What lies over the wall, or over the notes.
pub(super) fn over(model: &Model, popup: &Popup, look: Look, frame: &mut Frame, window: Rect) {
    let interface = &model.own.texts.interface;
    let words = &model.own.workshop.words;
    let mut leaf = Leaf::new(window);
    match popup {
        Popup::Help { page } => {
            leaf.headings(&[interface.help.title.to_string()], look);
            pages(model, *page, look, &mut leaf);
        }
        Popup::Sources { page } => {
            leaf.headings(&[interface.sources.title.to_string()], look);
            pages(model, *page, look, &mut leaf);
        }
        Popup::Notes { page, .. } => {
            leaf.headings(&[words.notes.title.to_string()], look);
            pages(model, *page, look, &mut leaf);
        }
        Popup::Languages { selected } => {
            leaf.headings(&[interface.languages.title.to_string()], look);
            for (number, language) in model.catalogue.languages().iter().enumerate() {
                let name = model.catalogue.own_name(language);
                choose_from(&name, number == *selected, look, &mut leaf);
            }
        }
        Popup::Park(question) => {
            leaf.headings(&[words.parked.title.to_string()], look);
            typed(&words.parked.ask, question, look, &mut leaf);
        }
        Popup::Search { query, selected } => {
            leaf.headings(&[words.clinic.title.to_string()], look);
            typed(&words.clinic.search, query, look, &mut leaf);
            leaf.gap();
            let found = found_platforms(model, query);
            for text in said_of(model, query, found.is_empty()) {
                leaf.text(&text, Style::new());
                leaf.gap();
            }
            let first = selected.saturating_sub(SHOWN - 1);
            for (number, place) in found.iter().enumerate().skip(first).take(SHOWN) {
                let name = model.catalogue.platforms[*place].name_in(&model.own.texts);
                choose_from(name, number == *selected, look, &mut leaf);
            }
        }
        Popup::Leave { file, .. } => {
            leaf.headings(&[words.leave.title.to_string()], look);
            let kept = if is_over(model) {
                &words.leave.over
            } else {
                &words.leave.kept
            };
            leaf.text(kept, Style::new());
            leaf.gap();
            typed(&words.leave.file, file, look, &mut leaf);
            leaf.gap();
            leaf.text(&words.leave.hint, look.dim());
        }
    }
    leaf.draw(look, frame);
    footer::draw(model, look, frame, window);
}

/// What is said above the platforms that a query finds: what is known of a name off the
/// list, and where `nothing` is found, what can be done anyway.
fn said_of(model: &Model, query: &TypedLine, nothing: bool) -> Vec<String> {
    let (catalogue, texts) = (&model.catalogue, &model.own.texts);
    if query.trim().is_empty() {
        return Vec::new();
    }
    let known = unlisted(catalogue, texts, query);
    let looked = catalogue.unlisted().looked;
    let mut said: Vec<_> = known
        .iter()
        .map(|name| name.sentence(texts, looked))
        .collect();
    if nothing {
        if said.is_empty() {
            said.push(model.own.workshop.words.clinic.nothing.to_string());
        }
        // How to tell us of it concerns whoever has the program before them.
        let anyway = anyway(texts, &known).into_iter().take(FOR_THE_ROOM);
        said.extend(anyway.map(str::to_owned));
    }
    said
}

/// A line that is typed, with the place in sight that the next letter goes to.
fn typed(question: &str, line: &TypedLine, look: Look, leaf: &mut Leaf) {
    leaf.text(question, Style::new());
    let room = leaf.width().saturating_sub(3);
    let (before, after) = line.parts();
    let before = end_of(before, room);
    let after = cut(after, room.saturating_sub(before.width()));
    leaf.text(&format!("› {before}▏{after}"), look.strong());
}

fn pages(model: &Model, page: usize, look: Look, leaf: &mut Leaf) {
    for part in paged(model).get(page).into_iter().flatten() {
        if part.is_address {
            leaf.address(&part.text, Style::new());
        } else if part.mark.is_empty() {
            leaf.text(&part.text, Style::new());
            leaf.gap();
        } else {
            leaf.hanging(&part.mark, &part.text, look.strong(), Style::new());
        }
    }
}
