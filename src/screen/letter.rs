//! A letter to the company: what to see to first, the letter itself, what is said beside
//! it.

use ratatui::style::Style;

use super::look::Look;
use super::rows::Rows;
use crate::takeaway::letter::WalkLetter;

/// Lays out the page.
pub(super) fn lay(letter: &WalkLetter, look: Look, rows: &mut Rows) {
    for line in &letter.first {
        rows.gap();
        rows.text(line, look.strong());
    }
    rows.gap();
    for line in &letter.lines {
        match line.strip_prefix("- ") {
            _ if line.is_empty() => rows.gap(),
            Some(point) => rows.hanging("- ", point, look.dim(), Style::new()),
            None => rows.text(line, Style::new()),
        }
    }
    for line in &letter.beside {
        rows.gap();
        rows.text(line, look.dim());
    }
}
