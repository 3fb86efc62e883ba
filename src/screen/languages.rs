//! The choice of a language, each by its own name; and which languages a page is
//! in.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::look::Look;
use super::rows::Rows;
use crate::app::{Model, Page};

/// Lays out the choice. Of a language that somebody added it says how much there
/// is of it, in percent, and which ones stand in for the rest. Returns the line of the
/// selected one.
pub(super) fn lay(
    model: &Model,
    look: Look,
    selected: usize,
    shares: &[Option<usize>],
    rows: &mut Rows,
) -> usize {
    let mut row = 0;
    for (number, language) in model.catalogue.languages().iter().enumerate() {
        let name = model.catalogue.own_name(language);
        let (sign, style) = if number == selected {
            row = rows.len();
            ("› ", look.selected())
        } else {
            ("  ", Style::new())
        };
        rows.push(Line::from(vec![
            Span::styled(format!("{sign}{name}"), style),
            Span::styled(format!("  {}", language.tag().to_uppercase()), look.dim()),
        ]));
        let percent = shares.get(number).copied().flatten();
        let share = model.catalogue.stands_in(language, percent, &model.texts);
        if let Some(share) = share {
            rows.hanging("    ", &share, Style::new(), Style::new());
        }
    }
    row
}

/// The tag of the reader's language, and behind it those of the languages that
/// stand in on this page for what is not translated yet: `rm/de`.
pub(super) fn tags(model: &Model) -> String {
    let texts = &model.texts;
    let of_page = match model.stack.last() {
        Some(Page::Walk(place)) => {
            let prose = &texts.prose(place.platform).borrowed;
            [&texts.borrowed.kinds[..], prose]
        }
        Some(Page::Story(_)) => [&texts.borrowed.story[..], &[]],
        None => [&[][..], &[]],
    };
    let mut tags = vec![texts.language.tag()];
    for language in texts
        .borrowed
        .interface
        .iter()
        .chain(of_page.into_iter().flatten())
    {
        if !tags.contains(&language.tag()) {
            tags.push(language.tag());
        }
    }
    tags.join("/")
}
