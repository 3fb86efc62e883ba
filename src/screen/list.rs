//! The list of platforms, and what there is to say of the selected one.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::blocks::sign;
use super::letters;
use super::look::Look;
use super::rows::{Row, Rows, cut, end_of};
use super::sections::Lines;
use super::{cursor, paint};
use crate::actions::keymap::{Action, Place, keys_for, name_of};
use crate::actions::{
    nothing_left, old_facts, progress_figures, progress_short, progress_words, state_detail,
    state_word,
};
use crate::app::{Filter, Model};
use crate::catalogue::{Course, UnlistedName, anyway, evidence, unlisted};
use crate::checklist::State;
use crate::words::{Count, DoneOf, Letter, Query};

/// The columns of the list where something stands beside it.
const WIDTH: u16 = 34;

/// The columns between the two.
const GAP: u16 = 3;

/// The columns that are left of a name at least, where the word for its state needs room.
const LEAST_OF_NAME: usize = 10;

/// From this many columns on, the selected platform is summed up beside the list.
const WITH_SUMMARY: u16 = 70;

/// How far the person is, in full and in short.
pub(super) fn progress(model: &Model) -> Vec<String> {
    let progress = model.progress();
    // Where there is little room, what is left is said before what is counted apart.
    let mut without_counts = progress;
    without_counts.again = 0;
    without_counts.not_found = 0;
    vec![
        progress_words(progress, &model.texts),
        progress_short(progress, &model.texts),
        progress_short(without_counts, &model.texts),
        progress_figures(progress),
    ]
}

/// Draws the page.
pub(super) fn draw(
    model: &Model,
    look: Look,
    frame: &mut Frame,
    area: Rect,
) -> (crate::app::ScrollExtent, usize) {
    let area = search_line(model, look, frame, area);
    let area = filter_line(model, look, frame, area);
    let summed_up = area.width >= WITH_SUMMARY;
    let (mut area, mut above) = (area, Vec::new());
    if let Some(greeting) = greeting(model) {
        let rows = greeting_rows(look, &greeting, usize::from(area.width));
        // In a small window, what tells a newcomer how to move goes as they move.
        if summed_up || model.first_open().is_none() {
            paint(frame, look, area, &rows, 0);
            area = below(area, u16::try_from(rows.len()).unwrap_or(area.height));
        } else {
            above = rows;
        }
    }
    let list = Rect {
        width: if summed_up && !model.visible().is_empty() {
            WIDTH
        } else {
            area.width
        },
        ..area
    };
    let height = usize::from(list.height);
    let (rows, lines, offset) = lay(model, look, &above, usize::from(list.width), height);
    paint(frame, look, list, &rows, 0);
    if !model.list.searching {
        let selected = rows.iter().position(|row| row.fill.is_some());
        cursor::at_row(frame, list, selected.unwrap_or(0));
    }
    if summed_up {
        let summary = beside(area);
        let mut rows = Rows::tight(usize::from(summary.width).saturating_sub(1));
        sum_up(model, look, &mut rows);
        let rows = rows.finish().rows;
        paint(frame, look, summary, &rows, 0);
    }
    let extent = crate::app::ScrollExtent {
        lines,
        height,
        ..crate::app::ScrollExtent::default()
    };
    (extent, offset)
}

/// Draws the list alone, in its place, beside something else.
pub(super) fn draw_aside(model: &Model, look: Look, frame: &mut Frame, area: Rect) {
    let list = Rect {
        width: WIDTH,
        ..area
    };
    let height = usize::from(list.height);
    let (rows, ..) = lay(model, look, &[], usize::from(WIDTH), height);
    paint(frame, look, list, &rows, 0);
}

/// What is left of an area beside the list.
pub(super) fn beside(area: Rect) -> Rect {
    Rect {
        x: area.x + WIDTH + GAP,
        width: area.width - WIDTH - GAP,
        ..area
    }
}

/// The line that is typed into, above the list. Returns what is left.
fn search_line(model: &Model, look: Look, frame: &mut Frame, area: Rect) -> Rect {
    let list = &model.list;
    if !list.searching && list.query.is_empty() {
        return area;
    }
    let words = &model.texts.interface.list;
    let pad = if area.width < 60 { "" } else { " " };
    let cursor = if list.searching { "▏" } else { "" };
    let label = format!("{pad}{} ", words.search);
    let room = usize::from(area.width).saturating_sub(label.width() + cursor.width());
    let (before, after) = list.query.parts();
    let before = end_of(before, room);
    let after = cut(after, room.saturating_sub(before.width()));
    if list.searching {
        cursor::at(frame, area, label.width() + before.width(), 0);
    }
    let line = Line::from(vec![
        Span::styled(label, look.strong()),
        Span::styled(before, look.strong()),
        Span::raw(cursor),
        Span::styled(after, look.strong()),
    ]);
    let area_of_line = Rect {
        height: 1.min(area.height),
        ..area
    };
    letters::put(frame.buffer_mut(), area_of_line, &line);
    below(area, 1)
}

/// The line that says which platforms are shown, where these are not all. Returns what
/// is left.
fn filter_line(model: &Model, look: Look, frame: &mut Frame, area: Rect) -> Rect {
    let words = &model.texts.interface.list;
    let text = match model.filter() {
        Filter::All => return area,
        Filter::Left => &words.shown_left,
        Filter::Again => &words.shown_again,
    };
    let pad = if area.width < 60 { "" } else { " " };
    let line = Line::styled(format!("{pad}{text}"), look.strong());
    paint(frame, look, area, &[line.into()], 0);
    below(area, 1)
}

/// A sentence to somebody who is new here, or who has done everything; or what is said
/// of names that are searched and not listed.
fn greeting(model: &Model) -> Option<String> {
    let words = &model.texts.interface.list;
    let greeting = if model.list.searching || !model.list.query.is_empty() {
        let said = unlisted_sentences(model);
        return (!said.is_empty() && !model.visible().is_empty()).then(|| said.join(" "));
    } else if model.list.filter != Filter::All {
        None
    } else if model.checklist().is_empty() {
        Some(&words.first_run)
    } else if model.first_open().is_none() {
        Some(nothing_left(model.progress(), words))
    } else if model.overview().five_done() {
        Some(&words.five_done)
    } else {
        None
    };
    let said = [
        greeting.map(ToString::to_string),
        old_facts(model.overview(), &model.texts),
    ];
    let said: Vec<_> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// What is said of the names off the list that are searched.
fn unlisted_sentences(model: &Model) -> Vec<String> {
    let found = unlisted(&model.catalogue, &model.texts, &model.list.query);
    let looked = |name: &UnlistedName| {
        let looked = model.catalogue.unlisted().looked;
        name.sentence(&model.texts, looked)
    };
    found.into_iter().map(looked).collect()
}

/// The lines of such a sentence, and an empty one.
fn greeting_rows(look: Look, text: &str, width: usize) -> Vec<Row> {
    let mut rows = Rows::tight(width);
    let pad = if width < 60 { "" } else { " " };
    rows.hanging(pad, text, Style::new(), look.strong());
    let mut rows = rows.finish().rows;
    rows.push(Row::default());
    rows
}

/// What is left of an area below its first `lines`.
fn below(area: Rect, lines: u16) -> Rect {
    let lines = lines.min(area.height);
    Rect {
        y: area.y + lines,
        height: area.height - lines,
        ..area
    }
}

/// Lays out as many lines of the list as there is room for, the selected one in
/// the middle as far as the ends allow. `above` are lines that move with the list.
/// With the lines comes how many there are in all, and how many of them stand
/// above the first.
fn lay(
    model: &Model,
    look: Look,
    above: &[Row],
    width: usize,
    height: usize,
) -> (Vec<Row>, usize, usize) {
    let shown = model.visible();
    if shown.is_empty() {
        let mut rows = nothing_found(model, look, width);
        let lines = rows.len();
        let offset = model.list.scroll.min(lines.saturating_sub(height));
        rows.drain(..offset);
        return (rows, lines, offset);
    }
    let pad = if width < 60 && model.size.0 < 60 {
        ""
    } else {
        " "
    };
    let lines = Lines::new(model, shown, above.len());
    let selected = lines.line_of(model.platform()).unwrap_or(above.len());
    let farthest = lines.count().saturating_sub(height);
    let mut offset = selected.saturating_sub(height / 2).min(farthest);
    // From the first platform, what stands before it is in sight.
    if lines.first() == Some(selected) && selected < height {
        offset = 0;
    }
    let seen = offset..lines.count().min(offset + height);
    let platform = |platform| {
        let here = lines.line_of(platform) == Some(selected);
        let (line, note) = line(model, look, platform, here, pad, width);
        Row {
            right: Some(note.into()),
            fill: here.then(|| look.selected()),
            ..line.into()
        }
    };
    let rows = lines.rows(seen, above, (model, look), (pad, width), platform);
    (rows, lines.count(), offset)
}

/// What stands in the list's place when a search finds nothing.
fn nothing_found(model: &Model, look: Look, width: usize) -> Vec<Row> {
    let words = &model.texts.interface.list;
    let query = model.list.query.to_string();
    let mut rows = Rows::tight(width);
    let pad = if model.size.0 < 60 { "" } else { " " };
    let none = match model.filter() {
        Filter::All => None,
        Filter::Left => Some(&words.none_left),
        Filter::Again => Some(&words.none_again),
    };
    if let Some(none) = none {
        rows.hanging(pad, none, Style::new(), look.strong());
        let way_on = if query.trim().is_empty() {
            let keys = keys_for(Place::List, Action::Filter);
            let letter = name_of(keys, &model.texts.interface, look.ascii);
            words.whole_list.fill(&Letter { letter })
        } else {
            words.clear_search.to_string()
        };
        rows.hanging(pad, &way_on, Style::new(), look.dim());
        return rows.finish().rows;
    }
    let known = unlisted_sentences(model);
    if known.is_empty() {
        let nothing_found = words.nothing_found.fill(&Query { query });
        rows.hanging(pad, &nothing_found, Style::new(), look.strong());
    }
    for sentence in known {
        rows.hanging(pad, &sentence, Style::new(), look.strong());
    }
    rows.hanging(pad, &words.clear_search, Style::new(), look.dim());
    let found = unlisted(&model.catalogue, &model.texts, &model.list.query);
    for sentence in anyway(&model.texts, &found) {
        rows.gap();
        rows.hanging(pad, sentence, Style::new(), Style::new());
    }
    rows.finish().rows
}

/// A platform's line, and the word at its right end.
fn line(
    model: &Model,
    look: Look,
    platform: usize,
    selected: bool,
    pad: &str,
    width: usize,
) -> (Line<'static>, Span<'static>) {
    let state = model.state(platform);
    let mark = if selected { "›" } else { " " };
    let left = format!("{pad}{mark} {} ", sign(look, state));
    let room = width.saturating_sub(left.width());
    let name = model.name(platform);
    let note = note(model, platform, state);
    let beside_note = room.saturating_sub(note.width() + 2);
    // What time it takes is said beside the list, too.
    let says_state = state != State::Todo || model.overview().is_new(platform);
    let (name, note) = if name.width() <= beside_note {
        (name.to_owned(), note)
    } else if says_state && beside_note >= LEAST_OF_NAME {
        // The state before the end of a long name: nobody has to know what the sign
        // means, and a name is known by its beginning.
        (cut(name, beside_note), note)
    } else {
        (cut(name, room), String::new())
    };
    let style = Style::new();
    let note_style = if selected { Style::new() } else { look.dim() };
    (
        Line::from(vec![Span::styled(left, style), Span::styled(name, style)]),
        Span::styled(note, note_style),
    )
}

/// The word beside the sign: what time it takes, where it is to do.
fn note(model: &Model, platform: usize, state: State) -> String {
    match state {
        State::Todo if model.overview().is_new(platform) => {
            model.texts.interface.list.new.to_string()
        }
        State::Todo => model.texts.interface.list.minutes.fill(&Count {
            count: model.facts(platform).minutes.to_string(),
        }),
        state => state_word(state, &model.texts).to_owned(),
    }
}

/// What there is to say of the selected platform, in a few lines.
fn sum_up(model: &Model, look: Look, rows: &mut Rows) {
    if model.visible().is_empty() {
        return;
    }
    let platform = model.list.selected;
    let facts = model.facts(platform);
    let interface = &model.texts.interface;
    let language = model.language();
    rows.text(model.name(platform), look.strong());
    rows.gap();
    rows.text(model.texts.summary(platform), Style::new());
    rows.gap();
    let kind = facts.asks_in(&model.texts);
    let course = model.overview().course(platform);
    let minutes = model.overview().minutes(platform, course);
    let time = interface.list.time_needed.fill(
        language,
        minutes,
        &Count {
            count: minutes.to_string(),
        },
    );
    let asks = model.state(platform).is_open();
    let text = match course {
        // What was sent is not to be sent again.
        Course::Short => time,
        Course::Full if asks => format!("{kind} {time}"),
        Course::Full => kind.to_string(),
    };
    rows.text(&text, Style::new());
    rows.gap();
    let detail = match model.state(platform) {
        State::Todo | State::Later => started(model, platform),
        state => state_detail(state, &model.texts),
    };
    if model.state(platform).is_open() && model.overview().is_new(platform) {
        rows.text(&interface.list.new_asks, look.strong());
        rows.gap();
    }
    if let Some(detail) = detail {
        rows.text(&detail, look.strong());
        rows.gap();
    }
    if let Some(evidence) = evidence(facts, &model.texts) {
        rows.text(&evidence, look.dim());
    }
    put_aside(model, look, platform, rows);
}

/// The keys that put a platform off or aside, or take that back, with the word for
/// what it is then: most people use but a few of these platforms.
fn put_aside(model: &Model, look: Look, platform: usize, rows: &mut Rows) {
    let words = &model.texts.interface.states;
    let (not_concerned, later) = match model.state(platform) {
        State::Later => (&words.not_concerned, &words.todo),
        State::NotConcerned if model.facts(platform).kind.asks() => (&words.todo, &words.later),
        state if state.is_open() => (&words.not_concerned, &words.later),
        _ => return,
    };
    let offered = [
        (Action::NotConcerned, not_concerned),
        (Action::Later, later),
    ];
    let mut line = Line::default();
    for (action, word) in offered {
        let key = name_of(
            keys_for(Place::List, action),
            &model.texts.interface,
            look.ascii,
        );
        line.push_span(Span::styled(key, look.key()));
        line.push_span(Span::raw(format!(" {word}   ")));
    }
    rows.gap();
    rows.push(line);
}

/// How many steps of a walk that was begun are behind the reader.
fn started(model: &Model, platform: usize) -> Option<String> {
    let steps = model.record(platform).steps;
    if steps.is_empty() {
        return None;
    }
    let walk = model.walk(platform);
    let main = &walk.steps[..walk.main];
    let done = main.iter().filter(|step| steps.contains(&step.id)).count();
    (done > 0).then(|| {
        model.texts.interface.list.started.fill(&DoneOf {
            done: done.to_string(),
            of: walk.main.to_string(),
        })
    })
}
