//! The keys at the bottom of the wall, short and dim, and what the program has to
//! say above them.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr as _;

use crate::actions::keymap::{Action, keys_for, name_of};
use crate::catalogue::ScreenKind;
use crate::content::Text;
use crate::screen::letters;
use crate::screen::look::Look;
use crate::screen::rows::wrap;
use crate::workshop::{Model, Phase, Popup, Window, WindowPage, paged, place, stages, width};

/// The keys that a number is typed with.
const DIGITS: &str = "0–9";

/// Draws both; at a stand, that it is the reader's turn.
pub(super) fn draw(model: &Model, look: Look, frame: &mut Frame, window: Rect) {
    if model.window == Window::Stand {
        let text = model.own.workshop.words.stand.touch.to_string();
        let area = line(model, window);
        return letters::put(frame.buffer_mut(), area, &Line::styled(text, look.strong()));
    }
    said(model, look, frame, window);
    keys(model, look, frame, window);
}

/// What the program has to say, over whatever is there.
fn said(model: &Model, look: Look, frame: &mut Frame, window: Rect) {
    let Some(text) = &model.said else {
        return;
    };
    let columns = width((window.width, window.height));
    let lines = wrap(text, columns.into());
    let height = u16::try_from(lines.len()).unwrap_or(1);
    let left = window.width.saturating_sub(columns) / 2;
    let top = window.bottom().saturating_sub(1 + height);
    let above = Rect::new(window.x, top.saturating_sub(1), window.width, height + 1);
    let ground = frame.buffer_mut()[(window.x, window.y)].style();
    for position in above.intersection(window).positions() {
        frame.buffer_mut()[position].reset();
        frame.buffer_mut()[position].set_style(ground);
    }
    for (line, y) in lines.into_iter().zip(top..) {
        let area = Rect::new(window.x + left, y, columns, 1).intersection(window);
        letters::put(frame.buffer_mut(), area, &Line::styled(line, look.strong()));
    }
}

/// The keys that matter here, the most useful first.
pub(super) fn actions(model: &Model) -> Vec<(Action, &Text)> {
    let words = &model.own.workshop.words.footer;
    let place = model.place();
    match (&model.page, &model.popup) {
        (WindowPage::Evening, None | Some(Popup::Notes { shown: false, .. })) => evening(model),
        (_, Some(Popup::Park(_))) => {
            vec![(Action::Enter, &words.keep), (Action::Cancel, &words.close)]
        }
        (_, Some(Popup::Leave { .. })) => {
            vec![(Action::Enter, &words.leave), (Action::Cancel, &words.stay)]
        }
        (WindowPage::Resume { .. } | WindowPage::Which { .. }, None) => {
            vec![(Action::Enter, &words.choose), (Action::Quit, &words.leave)]
        }
        (_, Some(Popup::Languages { .. } | Popup::Search { .. })) => {
            vec![
                (Action::Enter, &words.choose),
                (Action::Cancel, &words.close),
            ]
        }
        // Past its last page, what lies over the window is closed.
        (_, Some(Popup::Help { page } | Popup::Sources { page } | Popup::Notes { page, .. })) => {
            let more = page + 1 < paged(model).len();
            let next = more.then_some((Action::Forward, &words.next));
            let close = (Action::Cancel, &words.close);
            next.into_iter().chain([close]).collect()
        }
        (WindowPage::Alone, None) => vec![(Action::Quit, &words.leave)],
    }
    .into_iter()
    .filter(|(action, _)| !keys_for(place, *action).is_empty() || *action == Action::Forward)
    .collect()
}

fn evening(model: &Model) -> Vec<(Action, &Text)> {
    let words = &model.own.workshop.words.footer;
    let position = &model.position;
    let mut actions = Vec::new();
    if position.phase != Phase::Plan {
        let next = if position.phase == Phase::Waiting {
            &words.begin
        } else {
            &words.next
        };
        actions.extend([(Action::Forward, next), (Action::Back, &words.back)]);
    } else if position.cover.is_some() {
        actions.push((Action::Forward, &words.close));
    } else {
        let screen = position.current();
        let last = screen.is_none_or(|screen| position.stage() + 1 >= stages(model, screen));
        let kind = screen.map(|screen| screen.kind);
        let next = match kind {
            Some(ScreenKind::Switch | ScreenKind::Form) if !last => &words.flip,
            Some(ScreenKind::Card) if model.counting().is_some() => &words.answer,
            _ => &words.next,
        };
        if position.aside.is_none() && last && position.following().is_none() {
            // Nothing comes after the last page.
            actions.push((Action::Quit, &words.leave));
        } else {
            actions.push((Action::Forward, next));
        }
        if position.aside.is_some() {
            actions.push((Action::ToPlan, &words.plan));
        }
        if model.counting().is_some() {
            actions.push((Action::More, &words.count));
        }
        if kind == Some(ScreenKind::Clinic) {
            actions.push((Action::Search, &words.search));
        }
        // Of an answer, one asks who says so.
        if kind == Some(ScreenKind::Card) && last {
            actions.push((Action::Sources, &words.sources));
        }
        actions.push((Action::Back, &words.back));
    }
    actions.push((Action::Help, &words.help));
    actions
}

fn keys(model: &Model, look: Look, frame: &mut Frame, window: Rect) {
    let area = line(model, window);
    let columns = area.width;
    let counted = model.on_plan() && model.position.aside.is_none() && model.popup.is_none();
    let place_of = if counted && model.window == Window::Wall {
        place(model)
    } else {
        String::new()
    };
    let mut room = usize::from(columns).saturating_sub(place_of.width() + 2);
    let interface = &model.own.texts.interface;
    let hints: Vec<_> = actions(model)
        .into_iter()
        .map(|(action, text)| {
            let name = match action {
                // Whoever has counted types the number.
                Action::More => DIGITS.to_owned(),
                _ => name_of(keys_for(model.place(), action), interface, look.ascii),
            };
            (action, format!("{name} {text}   "))
        })
        .collect();
    // Help is there however little room there is.
    let help = hints.iter().position(|(action, _)| *action == Action::Help);
    let mut shown = Vec::new();
    for number in help.into_iter().chain(0..hints.len()) {
        let wide = hints[number].1.width();
        if wide <= room + 3 && !shown.contains(&number) {
            room = room.saturating_sub(wide);
            shown.push(number);
        }
    }
    shown.sort_unstable();
    let shown = shown.into_iter().map(|number| hints[number].1.clone());
    let line = Line::styled(shown.collect::<String>(), look.dim());
    letters::put(frame.buffer_mut(), area, &line);
    let right = u16::try_from(place_of.width()).unwrap_or(0);
    let corner = Rect {
        x: area.right().saturating_sub(right),
        width: right,
        ..area
    };
    letters::put(
        frame.buffer_mut(),
        corner,
        &Line::styled(place_of, look.dim()),
    );
}

/// The last line of a window, where its texts stand.
fn line(model: &Model, window: Rect) -> Rect {
    let bottom = Rect {
        y: window.bottom().saturating_sub(1),
        height: 1,
        ..window
    };
    let evening = model.page == WindowPage::Evening && model.popup.is_none();
    if model.window == Window::Notes && evening {
        return super::notes::inner(bottom);
    }
    let columns = width((window.width, window.height));
    Rect {
        x: window.x + window.width.saturating_sub(columns) / 2,
        y: window.bottom().saturating_sub(1),
        width: columns,
        height: 1,
    }
}
