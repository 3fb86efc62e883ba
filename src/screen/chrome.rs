//! What frames every page: the title bar, the two rules, what the program has to
//! say, and the keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::codes::can_be_larger;
use super::letters;
use super::look::Look;
use super::rows::{Rows, cut_at_word};
use crate::actions::keymap::{Action, Place};
use crate::app::{Hint, Model, Overlay, PreviewNotice, ScrollExtent, Subject, hints};
use crate::catalogue::Role;
use crate::words::{AtPlace, Name, PlaceReason, StepOf};

/// The parts of the window.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts {
    /// The title bar.
    pub(super) title: Rect,
    /// The line under it.
    pub(super) top_rule: Rect,
    /// Everything between.
    pub(super) body: Rect,
    /// What the program has to say.
    pub(super) status: Rect,
    /// The line above the keys.
    pub(super) bottom_rule: Rect,
    /// The keys.
    pub(super) keys: Rect,
}

/// Parts the window, of which `status` lines are wanted for what is said.
pub(super) fn part(window: Rect, status: u16) -> Parts {
    let line =
        |y: u16, height: u16| Rect::new(window.x, y, window.width, height).intersection(window);
    let bottom = window.height.saturating_sub(2);
    let status = status.min(bottom.saturating_sub(3));
    let body = bottom.saturating_sub(2 + status);
    Parts {
        title: line(0, 1),
        top_rule: line(1, 1),
        body: line(2, body),
        status: line(2 + body, status),
        bottom_rule: line(bottom, 1),
        keys: line(bottom + 1, 1),
    }
}

/// The title bar: where the reader is, how far they are, the language.
pub(super) fn title(
    frame: &mut Frame,
    area: Rect,
    look: Look,
    left: &str,
    right: &[String],
    tag: &str,
) {
    let width = usize::from(area.width);
    let tag = format!("{}  ", tag.to_uppercase());
    let pad = if width < 60 { "" } else { " " };
    let left = format!("{pad}{left}");
    // The fullest of the right-hand texts that leaves the left one whole.
    let room = width.saturating_sub(left.width() + tag.width() + 3);
    let right = right
        .iter()
        .find(|text| text.width() <= room)
        .map_or("", String::as_str);
    let right = format!("{right}  {}", tag.trim_end());
    let left = cut_at_word(&left, width.saturating_sub(right.width() + 1));
    let gap = width.saturating_sub(left.width() + right.width() + usize::from(!pad.is_empty()));
    let line = Line::from(vec![
        Span::styled(left, look.strong()),
        Span::raw(" ".repeat(gap)),
        Span::raw(right),
    ]);
    letters::put(frame.buffer_mut(), area, &line);
}

/// A rule, with the place in what scrolls at its right end.
pub(super) fn rule(frame: &mut Frame, area: Rect, look: Look, mark: &str) {
    let width = usize::from(area.width);
    let mark = if mark.is_empty() || mark.width() + 4 > width {
        String::new()
    } else {
        format!(" {mark} ─")
    };
    // Cell by cell: laying a line of eighty such characters out as text takes
    // longer than all the words between the rules.
    let buffer = frame.buffer_mut();
    for position in area.intersection(buffer.area).positions() {
        buffer[position].set_symbol("─").set_style(look.line());
    }
    let mark_area = Rect {
        x: area
            .right()
            .saturating_sub(u16::try_from(mark.width()).unwrap_or(0)),
        ..area
    };
    // The place is there to be read, so it is not dimmed like the rule.
    letters::put(
        frame.buffer_mut(),
        mark_area.intersection(area),
        &Span::styled(mark, Style::reset()).into(),
    );
}

/// The place in what scrolls, in words: empty where everything is seen.
pub(super) fn scroll_mark(model: &Model, extent: &ScrollExtent, offset: usize) -> String {
    if extent.farthest() == 0 || extent.height == 0 {
        return String::new();
    }
    let (page, pages) = extent.page(offset);
    let step = StepOf {
        step: page.to_string(),
        of: pages.to_string(),
    };
    let walk = &model.texts.interface.walk;
    let position = walk.position.fill(&step);
    if offset < extent.farthest() {
        format!("{position} · {}", walk.more)
    } else {
        position
    }
}

/// The lines of what the program has to say.
pub(super) fn status_rows(model: &Model, look: Look, window: Rect, edge: u16) -> Rows {
    let mut rows = Rows::new(usize::from(window.width)).up_to_edge(edge);
    if let Some(notice) = &model.notice {
        // Where there is room, it does not touch the text.
        if window.height >= 20 {
            rows.push(Line::default());
        }
        notice_rows(
            model,
            look,
            notice,
            usize::from(window.height) / 3,
            &mut rows,
        );
    }
    if model.place() == Place::Leaving {
        let name = model.name(model.platform()).to_owned();
        let leaving = &model.texts.interface.walk.leaving;
        rows.text(&leaving.fill(&Name { name }), look.strong());
    }
    let words = &model.texts.interface.status;
    if let Some(status) = model.said() {
        rows.text(&status.text, look.strong());
        if let Subject::Address(address) = &status.subject {
            rows.address(address.as_str(), look.address());
        }
    } else if model.work().is_saving() {
        rows.text(&words.saving, look.dim());
    } else if model.work().has_failed() {
        rows.text(&words.unsaved, look.strong());
    }
    rows
}

/// What the preview has to say, on at most `most` lines, so that what is previewed stays
/// in sight.
fn notice_rows(model: &Model, look: Look, notice: &PreviewNotice, most: usize, rows: &mut Rows) {
    let words = &model.texts.interface.preview;
    match notice {
        PreviewNotice::Fault { fault, kept } => {
            let place = fault.place.clone();
            let reason = fault.reason.clone();
            rows.text(
                &words.fault.fill(&PlaceReason { place, reason }),
                look.strong(),
            );
            rows.limit(most);
            if *kept && rows.len() < most {
                rows.text(&words.kept, look.dim());
            }
        }
        PreviewNotice::Gone(place) => {
            let place = place.clone();
            rows.text(&words.gone.fill(&AtPlace { place }), look.strong());
        }
    }
    rows.limit(most);
}

/// The keys: the way on, the way out and help, and of the others as many as there
/// is room for. Whether some of the page is `below` decides what Enter does.
pub(super) fn keys(frame: &mut Frame, area: Rect, look: Look, model: &Model, below: bool) {
    let width = usize::from(area.width);
    let (pad, gap) = if width < 60 { (0, 2) } else { (1, 3) };
    let mut hints = hints(model, below);
    // In ASCII, and where the window has room for no other, a code has one size only.
    let one_size = match &model.overlay {
        Some(Overlay::Qr { address, .. }) => !can_be_larger(address, look, model.size),
        _ => false,
    };
    hints.retain(|hint| !(one_size && hint.action == Action::Qr));
    let interface = &model.texts.interface;
    let name = |hint: &Hint| {
        if width < 60 {
            hint.short_key(interface, look.ascii)
        } else {
            hint.key(interface, look.ascii)
        }
    };
    let first_of = |wanted: &[Action]| {
        let mut hints = hints.iter();
        hints.position(|hint| wanted.contains(&hint.action))
    };
    let first = [
        first_of(&[Action::Help]),
        // What there is to do here.
        Some(0).filter(|_| !hints.is_empty()),
        first_of(&[Action::Enter, Action::Forward]),
        // Whoever chooses does so again and again, and skips but once; and whoever looks
        // for something in vain has that to note.
        first_of(&[Action::Toggle]).filter(|_| match model.place() {
            Place::Which => true,
            Place::Walk => model.step().is_some_and(|step| step.role == Role::Unseen),
            _ => false,
        }),
        first_of(&[Action::Back, Action::Quit]),
    ];
    let mut room = (width + gap).saturating_sub(pad);
    let mut shown: Vec<usize> = Vec::new();
    for number in first.into_iter().flatten().chain(0..hints.len()) {
        let hint = &hints[number];
        let wide = name(hint).width() + 1 + hint.text.width() + gap;
        if wide <= room && !shown.contains(&number) {
            room -= wide;
            shown.push(number);
        }
    }
    shown.sort_unstable();
    let mut line = Line::from(" ".repeat(pad));
    for number in shown {
        let hint = &hints[number];
        let (key, word) = match number {
            0 => (look.main(), look.main()),
            _ => (look.key(), look.dim()),
        };
        line.push_span(Span::styled(name(hint), key));
        line.push_span(Span::styled(format!(" {}", hint.text), word));
        line.push_span(Span::raw(" ".repeat(gap)));
    }
    letters::put(frame.buffer_mut(), area, &line);
}
