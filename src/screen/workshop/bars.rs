//! How many use a platform, and how many have refused, as bars.

use ratatui::layout::Direction;
use ratatui::symbols::bar::Set;
use ratatui::text::Line;
use ratatui::widgets::{Bar, BarChart, BarGroup};
use unicode_width::UnicodeWidthStr as _;

use super::page::Leaf;
use crate::screen::look::Look;

/// Bars in ASCII, which have no parts of a cell.
const ASCII: Set<'static> = Set {
    full: "#",
    seven_eighths: "#",
    three_quarters: "#",
    five_eighths: "#",
    half: "#",
    three_eighths: " ",
    one_quarter: " ",
    one_eighth: " ",
    empty: " ",
};

/// The columns of a number.
const NUMBER: usize = 3;

/// Lays out the bars of a platform.
pub(super) fn lay(
    name: &str,
    rows: [&(String, Option<u16>); 2],
    most: u16,
    look: Look,
    leaf: &mut Leaf,
) {
    leaf.gap();
    leaf.text(name, look.strong());
    let styles = [look.dim(), look.accent()];
    let longest = rows
        .iter()
        .map(|(words, _)| words.width())
        .max()
        .unwrap_or(0);
    let bars = rows.into_iter().zip(styles).map(|((words, count), style)| {
        let text = count.map_or_else(|| "–".to_owned(), |count| count.to_string());
        let gap = " ".repeat(longest - words.width());
        // The number stands before the bar: inside it, it could not be read from afar.
        Bar::default()
            .label(Line::from(format!("{words}{gap} {text:>NUMBER$}")))
            .value(count.unwrap_or(0).into())
            .text_value(String::new())
            .style(style)
    });
    let bars: Vec<_> = bars.collect();
    let chart = BarChart::default()
        .direction(Direction::Horizontal)
        .bar_width(1)
        .bar_gap(0)
        .max(most.into())
        .data(BarGroup::default().bars(&bars));
    let chart = if look.ascii {
        chart.bar_set(ASCII)
    } else {
        chart
    };
    leaf.chart(chart, 2);
}
