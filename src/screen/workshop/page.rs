//! A page of the wall: a heading, texts of at most sixty columns, all of it in the
//! middle of the window.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{BarChart, LineGauge, Widget as _};

use crate::screen::letters;
use crate::screen::look::Look;
use crate::screen::rows::{Row, Rows, wrap, wrap_address};
use crate::workshop::{WIDEST, width};

/// The height from which texts stand apart by more.
const ROOMY: u16 = 30;

/// What stands on a page, in lines.
enum LeafPart {
    /// Lines of text.
    Lines(Vec<Row>),
    /// A gauge of one line: its words, its share, its style.
    Gauge(String, f64, Style),
    /// A chart, and its lines.
    Chart(Box<BarChart<'static>>, u16),
    /// A line of air.
    Gap,
}

impl LeafPart {
    fn height(&self) -> usize {
        match self {
            Self::Lines(rows) => rows.len(),
            Self::Gauge(..) | Self::Gap => 1,
            Self::Chart(_, lines) => usize::from(*lines),
        }
    }
}

/// A page of the wall.
pub(super) struct Leaf {
    window: Rect,
    /// The columns of the text.
    width: usize,
    parts: Vec<LeafPart>,
}

impl Leaf {
    /// An empty page. The last line of the window is for the keys.
    pub(super) fn new(window: Rect) -> Self {
        Self {
            window,
            width: usize::from(width((window.width, window.height))),
            parts: Vec::new(),
        }
    }

    /// An empty page that fills an area beside something else.
    pub(super) fn within(area: Rect) -> Self {
        Self {
            window: area,
            width: usize::from(area.width.min(WIDEST)),
            parts: Vec::new(),
        }
    }

    /// The columns of the text.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Rows as wide as the text, to be filled.
    pub(super) fn rows(&self) -> Rows {
        Rows::tight(self.width)
    }

    /// The headings, each in a language of the room.
    pub(super) fn headings(&mut self, headings: &[String], look: Look) {
        for heading in headings {
            self.lines(
                wrap(heading, self.width)
                    .into_iter()
                    .map(|line| Line::styled(line, look.strong())),
            );
        }
        if !headings.is_empty() {
            self.gap();
            if self.window.height >= ROOMY {
                self.parts.push(LeafPart::Gap);
            }
        }
    }

    /// A line of air, unless there is one.
    pub(super) fn gap(&mut self) {
        if matches!(self.parts.last(), Some(part) if !matches!(part, LeafPart::Gap)) {
            self.parts.push(LeafPart::Gap);
        }
    }

    /// A sentence.
    pub(super) fn text(&mut self, text: &str, style: Style) {
        self.lines(
            wrap(text, self.width)
                .into_iter()
                .map(|line| Line::styled(line, style)),
        );
    }

    /// A sentence whose first line starts with a mark, and whose others are indented
    /// by as much.
    pub(super) fn hanging(&mut self, mark: &str, text: &str, mark_style: Style, style: Style) {
        let mut rows = self.rows();
        rows.hanging(mark, text, mark_style, style);
        self.take(rows);
    }

    /// An address, broken where the eye expects it.
    pub(super) fn address(&mut self, address: &str, style: Style) {
        let lines = wrap_address(address, self.width);
        self.lines(lines.into_iter().map(|line| Line::styled(line, style)));
    }

    /// A line with something at its right end.
    pub(super) fn between(&mut self, left: Line<'static>, right: Span<'static>, style: Style) {
        let gap = self.width.saturating_sub(left.width() + right.width());
        let mut line = left;
        line.push_span(Span::raw(" ".repeat(gap)));
        line.push_span(right);
        self.lines([line.style(style)]);
    }

    /// Rows that were filled elsewhere.
    pub(super) fn take(&mut self, rows: Rows) {
        self.parts.push(LeafPart::Lines(rows.finish().rows));
    }

    /// Lines.
    pub(super) fn lines(&mut self, lines: impl IntoIterator<Item = Line<'static>>) {
        self.parts
            .push(LeafPart::Lines(lines.into_iter().map(Row::from).collect()));
    }

    /// A gauge.
    pub(super) fn gauge(&mut self, text: String, share: f64, style: Style) {
        self.parts.push(LeafPart::Gauge(text, share, style));
    }

    /// A chart of so many lines.
    pub(super) fn chart(&mut self, chart: BarChart<'static>, lines: u16) {
        self.parts.push(LeafPart::Chart(Box::new(chart), lines));
    }

    fn height(&self) -> usize {
        self.parts.iter().map(LeafPart::height).sum()
    }

    /// The lines there are, without that of the keys.
    fn room(&self) -> usize {
        usize::from(self.window.height.saturating_sub(1))
    }

    /// Whether all of it fits, without the air.
    pub(super) fn fits(&self) -> bool {
        let needed = self
            .parts
            .iter()
            .filter(|part| !matches!(part, LeafPart::Gap));
        let wide = self.parts.iter().all(|part| match part {
            LeafPart::Lines(rows) => rows.iter().all(|row| row.line.width() <= self.width),
            _ => true,
        });
        wide && needed.map(LeafPart::height).sum::<usize>() < self.room()
    }

    /// Draws it in the middle of the window. Where it is too high, air is left out,
    /// from the end.
    pub(super) fn draw(mut self, look: Look, frame: &mut Frame) {
        while self.height() > self.room() {
            let Some(place) = self
                .parts
                .iter()
                .rposition(|part| matches!(part, LeafPart::Gap))
            else {
                break;
            };
            self.parts.remove(place);
        }
        let free = self.room().saturating_sub(self.height());
        // A little above the middle, where the eye looks first.
        let top = u16::try_from(free * 2 / 5).unwrap_or(0);
        let width = u16::try_from(self.width).unwrap_or(self.window.width);
        let left = self.window.width.saturating_sub(width) / 2;
        let mut y = self.window.y + top;
        let bottom = self.window.bottom().saturating_sub(1);
        for part in self.parts {
            let height = u16::try_from(part.height()).unwrap_or(u16::MAX);
            let area = Rect::new(self.window.x + left, y, width, height);
            let area = area.intersection(Rect {
                height: bottom,
                ..self.window
            });
            match part {
                LeafPart::Lines(rows) => {
                    for (row, y) in rows.iter().zip(area.y..area.bottom()) {
                        let line = Rect {
                            y,
                            height: 1,
                            ..area
                        };
                        letters::put(frame.buffer_mut(), line, &row.line);
                    }
                }
                LeafPart::Gauge(text, share, style) => {
                    let gauge = LineGauge::default()
                        .label(Span::styled(text, look.strong()))
                        .ratio(share)
                        .filled_style(style)
                        .unfilled_style(look.dim())
                        .filled_symbol(if look.ascii { "#" } else { "█" })
                        .unfilled_symbol("─");
                    gauge.render(area, frame.buffer_mut());
                }
                LeafPart::Chart(chart, _) => chart.render(area, frame.buffer_mut()),
                LeafPart::Gap => {}
            }
            y = y.saturating_add(height);
        }
    }
}
