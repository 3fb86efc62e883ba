//! The choice of a language, each by its own name.

use ratatui::text::{Line, Span};

use super::look::Look;
use super::rows::Rows;
use crate::app::Model;

/// Lays out the choice.
pub(super) fn lay(model: &Model, look: Look, selected: usize, rows: &mut Rows) {
    for (number, language) in model.catalogue.languages().iter().enumerate() {
        let name = model.catalogue.own_name(language);
        let (sign, style) = if number == selected {
            ("› ", look.selected())
        } else {
            ("  ", ratatui::style::Style::new())
        };
        rows.push(Line::from(vec![
            Span::styled(format!("{sign}{name}"), style),
            Span::styled(format!("  {}", language.tag().to_uppercase()), look.dim()),
        ]));
    }
}
