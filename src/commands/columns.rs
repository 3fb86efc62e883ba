//! Texts in columns, one below the other.

use unicode_width::UnicodeWidthStr as _;

/// The blanks between two columns.
const GAP: &str = "  ";

/// To which side of its column a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
}

/// Columns, each as wide as the widest text in it.
#[derive(Debug)]
pub(super) struct Columns<const N: usize>([(Align, usize); N]);

impl<const N: usize> Columns<N> {
    /// The columns for these rows, which stand to these sides.
    pub(super) fn of<'a>(sides: [Align; N], rows: impl Iterator<Item = [&'a str; N]>) -> Self {
        let mut columns = sides.map(|side| (side, 0));
        for row in rows {
            for ((_, widest), text) in columns.iter_mut().zip(row) {
                *widest = text.width().max(*widest);
            }
        }
        Self(columns)
    }

    /// A row, its last column filled up too.
    pub(super) fn row(&self, row: [&str; N]) -> String {
        let cells = self.0.iter().zip(row).map(|((side, width), text)| {
            let blanks = " ".repeat(width.saturating_sub(text.width()));
            match side {
                Align::Left => format!("{text}{blanks}"),
                Align::Right => format!("{blanks}{text}"),
            }
        });
        cells.collect::<Vec<_>>().join(GAP)
    }
}
