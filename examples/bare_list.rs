//! The least a ratatui program with a list can do: a move, a page of text on Enter, and
//! back on Esc. What `tests/front_door/instructions.rs` holds our keys against.

use std::io;

use crossterm::event::{Event, KeyCode, read};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::Modifier;
use ratatui::widgets::{List, ListState, Paragraph, Wrap};

fn main() -> io::Result<()> {
    let mut terminal = ratatui::try_init()?;
    let names: Vec<_> = (1..=90)
        .map(|number| format!("Platform {number}"))
        .collect();
    let page = "A page of a bare program. ".repeat(40) + "The end.";
    let mut state = ListState::default().with_selected(Some(0));
    let mut reads = false;
    loop {
        terminal.draw(|frame| {
            let parts = Layout::vertical([
                Constraint::Length(1),
                Constraint::Fill(1),
                Constraint::Length(1),
            ]);
            let [head, body, foot] = parts.areas(frame.area());
            frame.render_widget("A bare list", head);
            if reads {
                frame.render_widget(Paragraph::new(&*page).wrap(Wrap { trim: true }), body);
            } else {
                let list = List::new(names.iter().map(String::as_str));
                let list = list
                    .highlight_style(Modifier::REVERSED)
                    .highlight_symbol("> ");
                frame.render_stateful_widget(list, body, &mut state);
            }
            frame.render_widget("Enter read   Esc back   q quit", foot);
        })?;
        let Event::Key(key) = read()? else { continue };
        match key.code {
            KeyCode::Char('q') => break,
            KeyCode::Char('j') => state.select_next(),
            KeyCode::Enter => reads = true,
            KeyCode::Esc => reads = false,
            _ => {}
        }
    }
    ratatui::try_restore()
}
