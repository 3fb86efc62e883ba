//! The parts of a screen as lines of a page.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::bars;
use super::page::Leaf;
use crate::screen::look::Look;
use crate::screen::replica;
use crate::screen::rows::wrap;
use crate::workshop::Piece;

/// Lays a part out below the others.
pub(super) fn lay(piece: &Piece, look: Look, leaf: &mut Leaf) {
    match piece {
        Piece::Text(text) => {
            leaf.gap();
            leaf.text(text, Style::new());
        }
        Piece::Small(text) => {
            leaf.gap();
            leaf.text(text, look.dim());
        }
        Piece::Main(text) => {
            leaf.gap();
            leaf.text(text, look.strong());
            leaf.gap();
        }
        Piece::Act(number, text) => {
            leaf.gap();
            leaf.hanging(&format!("{number}  "), text, look.strong(), Style::new());
        }
        Piece::Label(text) => {
            leaf.gap();
            leaf.text(text, look.strong());
        }
        Piece::Menus(menus) => {
            leaf.gap();
            leaf.text(&menus.join(" › "), Style::new());
        }
        Piece::Address(address) => leaf.address(address, Style::new()),
        Piece::Choice(text, chosen) => choice(text, *chosen, look, leaf),
        Piece::Hands { text, count, now } => {
            let count = count.map_or_else(|| "–".to_owned(), |count| count.to_string());
            let (mark, style) = if *now {
                ("› ", look.strong().add_modifier(Modifier::REVERSED))
            } else {
                ("  ", Style::new())
            };
            let left = Line::from(vec![Span::raw(mark), Span::raw(text.clone())]);
            leaf.between(left, Span::raw(format!("{count} ")), style);
        }
        Piece::Switch(setting, refused) => {
            let mut rows = leaf.rows();
            replica::setting(look, setting, !refused, &mut rows);
            leaf.gap();
            leaf.take(rows);
        }
        Piece::Form(form, filled) => {
            let mut rows = leaf.rows();
            replica::form(look, form, !filled, &mut rows);
            leaf.gap();
            leaf.take(rows);
        }
        Piece::Left(text, share) => {
            leaf.gap();
            leaf.gauge(text.clone(), *share, look.accent());
        }
        Piece::Bars {
            name,
            before,
            after,
            most,
        } => {
            bars::lay(name, [before, after], *most, look, leaf);
        }
        // It fills a screen of its own.
        Piece::Code { .. } => {}
    }
}

/// Something to choose from.
pub(super) fn choice(text: &str, chosen: bool, look: Look, leaf: &mut Leaf) {
    let style = if chosen {
        look.strong().add_modifier(Modifier::REVERSED)
    } else {
        Style::new()
    };
    for (number, line) in wrap(text, leaf.width().saturating_sub(3))
        .into_iter()
        .enumerate()
    {
        let mark = if chosen && number == 0 { "› " } else { "  " };
        leaf.between(Line::from(format!("{mark}{line}")), Span::raw(" "), style);
    }
}
