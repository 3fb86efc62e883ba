//! Texts broken into lines of a width, with margins: what all pages are made of.

use std::ops::Range;
use std::rc::Rc;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_width::UnicodeWidthStr as _;

/// The widest a text runs, in columns: longer lines tire the eye.
pub(super) const WIDEST_TEXT: usize = 72;

/// One line of a page.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// What it says.
    pub(super) line: Line<'static>,
    /// What stands at its right end, a column before the edge.
    pub(super) right: Option<Line<'static>>,
    /// The whole of the address that it is a line of. It then starts in the
    /// first column, with nothing beside it, to be selected by hand.
    pub(super) address: Option<Rc<str>>,
    /// The style of the whole line, from edge to edge.
    pub(super) fill: Option<Style>,
}

impl From<Line<'static>> for Row {
    fn from(line: Line<'static>) -> Self {
        Self {
            line,
            right: None,
            address: None,
            fill: None,
        }
    }
}

/// The lines of a page.
#[derive(Debug, Clone)]
pub(super) struct Rows {
    lines: Vec<Row>,
    /// The columns of the whole page.
    columns: usize,
    /// The columns of the window, where the page begins at its left edge.
    edge: Option<usize>,
    /// The columns before the text.
    margin: usize,
    /// The columns of the text.
    text: usize,
    addresses: Vec<usize>,
    fold: usize,
    drawings: Vec<Range<usize>>,
}

/// The lines of a finished page.
#[derive(Debug)]
pub(super) struct LaidOut {
    /// All of them.
    pub(super) rows: Vec<Row>,
    /// The columns before the text.
    pub(super) margin: u16,
    /// The line each address begins on.
    pub(super) addresses: Vec<usize>,
    /// The line the first list that opens and closes begins on.
    pub(super) fold: usize,
    /// The lines of each drawing that is not to be torn.
    pub(super) drawings: Vec<Range<usize>>,
}

impl Rows {
    /// An empty page, `page` columns wide.
    pub(super) fn new(page: usize) -> Self {
        // In the middle of a wide window.
        let margin = match page {
            0..60 => 0,
            60..80 => 3,
            _ => 3 + (page - 80) / 2,
        };
        Self::at(page, margin, page.saturating_sub(2 * margin))
    }

    /// An empty page, `page` columns wide, whose text begins after `margin` columns and
    /// has `room` of them.
    pub(super) fn at(page: usize, margin: usize, room: usize) -> Self {
        Self {
            lines: Vec::new(),
            columns: page,
            edge: None,
            margin,
            text: room.clamp(1, WIDEST_TEXT),
            addresses: Vec::new(),
            fold: 0,
            drawings: Vec::new(),
        }
    }

    /// An empty page, `page` columns wide, without margins.
    pub(super) fn tight(page: usize) -> Self {
        Self::at(page, 0, page)
    }

    /// The same page in a window of so many columns, at the left edge of which it begins:
    /// an address that is longer than the page is wide runs on to the window’s edge.
    pub(super) fn up_to_edge(mut self, window: u16) -> Self {
        self.edge = Some(usize::from(window).max(1));
        self
    }

    /// The columns of the text.
    pub(super) fn width(&self) -> usize {
        self.text
    }

    /// How many lines there are so far.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// How many lines there are without the empty ones at the end.
    pub(super) fn drawn(&self) -> usize {
        let last = self.lines.iter().rposition(|row| !is_blank(row));
        last.map_or(0, |last| last + 1)
    }

    /// Leaves out what comes after `most` lines, and marks the last one.
    pub(super) fn limit(&mut self, most: usize) {
        let width = self.width();
        if self.lines.len() > most {
            self.lines.truncate(most);
            let last = self.lines.last_mut().map(|row| &mut row.line.spans);
            if let Some(span) = last.and_then(|spans| spans.last_mut()) {
                span.content = cut(&format!("{} …", span.content), width).into();
            }
        }
    }

    /// Notes that the first list that opens and closes begins here.
    pub(super) fn mark_fold(&mut self) {
        self.fold = self.lines.len();
    }

    /// Notes that the lines from `first` on are a drawing, which is not to be torn.
    pub(super) fn mark_drawing(&mut self, first: usize) {
        self.drawings.push(first..self.lines.len());
    }

    /// The page, without empty lines at its end.
    pub(super) fn finish(mut self) -> LaidOut {
        while self.lines.last().is_some_and(is_blank) {
            self.lines.pop();
        }
        LaidOut {
            rows: self.lines,
            margin: u16::try_from(self.margin).unwrap_or(0),
            addresses: self.addresses,
            fold: self.fold,
            drawings: self.drawings,
        }
    }

    /// An empty line, unless there is one already or nothing yet.
    pub(super) fn gap(&mut self) {
        if self.lines.last().is_some_and(|row| !is_blank(row)) {
            self.push(Line::default());
        }
    }

    /// One line, as it is.
    pub(super) fn push(&mut self, line: Line<'static>) {
        self.lines.push(line.into());
    }

    /// A paragraph.
    pub(super) fn text(&mut self, text: &str, style: Style) {
        self.hanging("", text, style, style);
    }

    /// A paragraph whose first line starts with `mark` and whose others are
    /// indented by as much.
    pub(super) fn hanging(&mut self, mark: &str, text: &str, mark_style: Style, style: Style) {
        let indent = " ".repeat(mark.width());
        for (number, line) in wrap(text, self.width().saturating_sub(mark.width()))
            .into_iter()
            .enumerate()
        {
            let start = if number == 0 { mark } else { &indent };
            self.push(Line::from(vec![
                Span::styled(start.to_owned(), mark_style),
                Span::styled(line, style),
            ]));
        }
    }

    /// A paragraph that starts with `mark` and runs on below it, a little
    /// indented: where there is no room for a column of marks.
    pub(super) fn running(&mut self, mark: &str, text: &str, mark_style: Style, style: Style) {
        let options = wrapping(self.width()).initial_indent(mark);
        for line in broken(text, options.subsequent_indent("  ")) {
            let spans = match line.strip_prefix(mark) {
                Some(rest) => vec![
                    Span::styled(mark.to_owned(), mark_style),
                    Span::styled(rest.to_owned(), style),
                ],
                None => vec![Span::styled(line, style)],
            };
            self.push(Line::from(spans));
        }
    }

    /// An address, on lines of its own from the first column on.
    pub(super) fn address(&mut self, address: &str, style: Style) {
        self.addresses.push(self.lines.len());
        let whole: Rc<str> = address.into();
        let lines = match self.edge {
            Some(edge) if address.width() > self.columns => filled(address, edge),
            _ => wrap_address(address, self.columns),
        };
        for line in lines {
            self.lines.push(Row {
                // The rest of the line stays bare: an underline would run on.
                line: Line::from(Span::styled(line, style)),
                right: None,
                address: Some(whole.clone()),
                fill: None,
            });
        }
    }
}

fn is_blank(row: &Row) -> bool {
    row.line.width() == 0
}

/// How texts are broken: at spaces alone where that is enough.
fn wrapping(width: usize) -> Options<'static> {
    Options::new(width.max(1))
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
}

/// An address in lines that are full to the edge of a window: the terminal knows them as
/// one line.
fn filled(address: &str, edge: usize) -> Vec<String> {
    let letters: Vec<char> = address.chars().collect();
    letters.chunks(edge).map(String::from_iter).collect()
}

/// The most columns of a word that are left out so that it is not cut: more of them say
/// what it is.
const LONGEST_WORD_LEFT_OUT: usize = 8;

/// What asks for a sign to be drawn as a picture, which is wider in some terminals
/// and not in others. No text has it; what somebody types may.
const AS_A_PICTURE: char = '\u{fe0f}';

/// A space at which no line is broken.
const NO_BREAK: char = '\u{a0}';

/// Breaks a text into lines of at most `width` columns, at spaces where it can.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    if text.contains(AS_A_PICTURE) {
        return wrap(&text.replace(AS_A_PICTURE, ""), width);
    }
    broken(text, wrapping(width))
}

/// The lines of a text. What is not to be parted stands in one of them, with a plain space.
fn broken(text: &str, options: Options<'_>) -> Vec<String> {
    let lines = textwrap::wrap(text, options).into_iter();
    lines.map(|line| line.replace(NO_BREAK, " ")).collect()
}

/// Breaks an address into lines of at most `width` columns, after `/`, `?`, `&` or `=`
/// where it can, and never after a hyphen: it would be taken for one of ours. A host that
/// is longer than a line is broken where its end, by which people check it, stays whole.
/// The lines put together are the address.
pub(super) fn wrap_address(address: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = vec![String::new()];
    let parts = address.split_inclusive(['/', '?', '&', '=']);
    for mut part in parts.flat_map(|part| at_dot(part, width)) {
        if part.is_empty() {
            continue;
        }
        let last = lines.last().map_or(0, String::len);
        if last > 0 && last + part.len() > width {
            lines.push(String::new());
        }
        // An address is ASCII, so bytes are columns.
        while part.len() > width {
            let head = part[..width].trim_end_matches('-').len();
            let (head, tail) = part.split_at(if head == 0 { width } else { head });
            if let Some(last) = lines.last_mut() {
                last.push_str(head);
            }
            lines.push(String::new());
            part = tail;
        }
        if let Some(last) = lines.last_mut() {
            last.push_str(part);
        }
    }
    lines
}

/// A part of an address that is longer than `width`, in two: the second is as much from a
/// dot on as goes into a line. Else the part, and nothing.
fn at_dot(part: &str, width: usize) -> [&str; 2] {
    let ends = part.match_indices('.').map(|(dot, _)| dot + 1);
    let mut ends = ends.filter(|end| (1..=width).contains(&(part.len() - end)));
    let end = ends.next().filter(|_| part.len() > width);
    let (head, tail) = part.split_at(end.unwrap_or(part.len()));
    [head, tail]
}

/// A text cut to `width` columns, with an ellipsis where something is cut.
pub(super) fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    for c in text.chars() {
        let wider = format!("{short}{c}…");
        if wider.width() > width {
            break;
        }
        short.push(c);
    }
    if width > 0 {
        short.push('…');
    }
    short
}

/// The same, cut between two words where that leaves out little more: half a word is read
/// as another one.
pub(super) fn cut_at_word(text: &str, width: usize) -> String {
    let short = cut(text, width);
    if short == text {
        return short;
    }
    let kept = short.trim_end_matches('…');
    let whole_words = match kept.rfind(' ') {
        Some(end) if !text[kept.len()..].starts_with(' ') => &kept[..end],
        _ => kept,
    };
    let whole_words = whole_words.trim_end();
    if kept.width() - whole_words.width() > LONGEST_WORD_LEFT_OUT {
        return short;
    }
    format!("{whole_words}…")
}

/// The end of a text, as much of it as goes into `width` columns, with an ellipsis
/// before it where something is left out.
pub(super) fn end_of(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let starts = text.char_indices().map(|(start, _)| &text[start..]);
    let mut ends = starts.map(|end| format!("…{end}"));
    ends.find(|end| end.width() <= width).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_breaks_where_the_eye_expects() {
        let address = "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement";
        assert_eq!(
            wrap_address(address, 40),
            [
                "https://www.linkedin.com/mypreferences/",
                "d/settings/data-for-ai-improvement",
            ]
        );
        assert_eq!(
            wrap_address("https://help.instagram.com/contact/1", 15),
            ["https://help.", "instagram.com/", "contact/1"]
        );
        let hyphens = "https://example.ch/a?language=de-ch-and-then-some";
        for width in 10..40 {
            let lines = wrap_address(hyphens, width);
            assert!(lines.iter().all(|line| !line.ends_with('-')), "{lines:?}");
        }
    }

    #[test]
    fn a_title_is_cut_between_two_words() {
        assert_eq!(
            cut_at_word("Instagram 1/5 Che cosa succede", 26),
            "Instagram 1/5 Che cosa…"
        );
        assert_eq!(cut_at_word("Che cosa succede", 16), "Che cosa succede");
        assert_eq!(cut_at_word("Che cosa succede", 9), "Che cosa…");
        // A long word is known by its beginning, and would leave nothing.
        assert_eq!(
            cut_at_word("Datenschutzeinstellungen", 16),
            "Datenschutzeins…"
        );
    }

    #[test]
    fn a_picture_makes_no_line_too_wide() {
        for line in wrap("🕯\u{fe0f} aaa 🕯\u{fe0f}🕯\u{fe0f}", 5) {
            assert!(line.width() <= 5, "{line:?}");
        }
    }

    proptest! {
        #[test]
        fn a_wrapped_address_is_the_address(address in "https://[a-z0-9./?&=#-]{0,120}", width in 0usize..90) {
            let lines = wrap_address(&address, width);
            prop_assert!(lines.iter().all(|line| line.len() <= width.max(1)));
            prop_assert_eq!(lines.concat(), address);
        }

        #[test]
        fn no_line_is_wider_than_asked(text in "\\PC{0,200}", width in 2usize..90) {
            for line in wrap(&text, width) {
                prop_assert!(line.width() <= width, "{line:?} in {width}");
            }
            prop_assert!(cut(&text, width).width() <= width);
            prop_assert!(end_of(&text, width).width() <= width);
        }
    }
}
