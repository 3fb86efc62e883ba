//! How many use a platform, and how many have refused, as bars.

use ratatui::layout::Direction;
use ratatui::style::Style;
use ratatui::symbols::bar::Set;
use ratatui::text::Line;
use ratatui::widgets::{Bar, BarChart, BarGroup};

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
    let bars = rows.into_iter().zip(styles).map(|((words, count), style)| {
        let text = count.map_or_else(|| "–".to_owned(), |count| count.to_string());
        Bar::default()
            .label(Line::from(words.clone()))
            .value(count.unwrap_or(0).into())
            .text_value(text)
            .style(style)
            .value_style(
                Style::new()
                    .add_modifier(ratatui::style::Modifier::REVERSED)
                    .patch(style),
            )
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
