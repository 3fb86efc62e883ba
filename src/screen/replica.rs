//! Settings and forms as the platform draws them: a frame around its own words.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use super::look::Look;
use super::rows::{Rows, wrap};
use crate::catalogue::{Block, Control, FormReplica, OnOff, Replica};

/// The widest that a frame becomes, in columns.
const WIDEST: usize = 66;

/// The columns of a field that is to be filled in.
const FIELD: usize = 12;

/// A frame that is as wide as there is room for.
struct Frame {
    /// The columns inside, without the air.
    inner: usize,
    /// The columns of air on each side.
    air: usize,
    style: Style,
}

impl Frame {
    fn new(look: Look, rows: &Rows) -> Self {
        let outer = rows.width().min(WIDEST);
        // Where there is room, a column of air on each side.
        let air = usize::from(outer >= 50);
        Self {
            inner: outer.saturating_sub(2 + 2 * air).max(1),
            air,
            style: look.line(),
        }
    }

    fn top(&self, rows: &mut Rows) {
        rows.push(Line::styled(format!("╭{}╮", self.edge()), self.style));
    }

    fn bottom(&self, rows: &mut Rows) {
        rows.push(Line::styled(format!("╰{}╯", self.edge()), self.style));
    }

    fn edge(&self) -> String {
        "─".repeat(self.inner + 2 * self.air)
    }

    /// A line between the sides.
    fn line(&self, content: Vec<Span<'static>>, rows: &mut Rows) {
        let side = || Span::styled("│", self.style);
        let mut line = Line::from(vec![side(), Span::raw(" ".repeat(self.air))]);
        let used: usize = content.iter().map(Span::width).sum();
        line.extend(content);
        let rest = self.inner.saturating_sub(used) + self.air;
        line.extend([Span::raw(" ".repeat(rest)), side()]);
        rows.push(line);
    }

    /// A line whose last part stands at its right end; two, where one has no room
    /// for both.
    fn line_with(&self, left: Span<'static>, right: Span<'static>, rows: &mut Rows) {
        let together = left.width() + 2 + right.width();
        if together <= self.inner {
            let gap = Span::raw(" ".repeat(self.inner + 2 - together));
            self.line(vec![left, gap, right], rows);
        } else {
            let gap = Span::raw(" ".repeat(self.inner.saturating_sub(right.width())));
            self.line(vec![left], rows);
            self.line(vec![gap, right], rows);
        }
    }
}

/// What a block draws of a setting or a form, as it should be or, `flipped`, as it
/// should not. Of other blocks nothing.
pub(super) fn drawn(look: Look, block: &Block, flipped: bool, rows: &mut Rows) {
    match block {
        Block::Replica(replica) => setting(look, replica, flipped, rows),
        // Beside what is to be filled in, it is drawn where somebody asks for it.
        Block::Form(replica) if flipped => form(look, replica, false, rows),
        _ => {}
    }
}

/// A setting, as it should be or, `flipped`, as it should not.
pub(super) fn setting(look: Look, replica: &Replica, flipped: bool, rows: &mut Rows) {
    let position = if flipped {
        replica.refused.flipped()
    } else {
        replica.refused
    };
    let (before, after) = match (replica.control, position) {
        (Control::Toggle, OnOff::On) => ("", format!("{} ──●", replica.word(position))),
        (Control::Toggle, OnOff::Off) => ("", format!("{} ○──", replica.word(position))),
        (Control::Choice, _) => ("", format!("[ {} ]", replica.word(position))),
        (Control::Checkbox, OnOff::On) => ("[x] ", replica.word(position).to_owned()),
        (Control::Checkbox, OnOff::Off) => ("[ ] ", replica.word(position).to_owned()),
    };
    let frame = Frame::new(look, rows);
    let width = frame.inner.saturating_sub(before.width()).max(1);
    let mut lines = wrap(&replica.label, width);
    for (number, line) in lines.iter_mut().enumerate() {
        let indent = if number == 0 { before } else { "    " };
        *line = format!("{}{line}", &indent[..before.len()]);
    }
    let last = lines.pop().unwrap_or_default();
    rows.gap();
    let first = rows.len();
    frame.top(rows);
    for line in lines {
        frame.line(vec![Span::raw(line)], rows);
    }
    frame.line_with(Span::raw(last), Span::styled(after, look.strong()), rows);
    frame.bottom(rows);
    rows.mark_drawing(first);
    let caption = if flipped {
        &replica.found_caption
    } else {
        &replica.refused_caption
    };
    rows.gap();
    rows.text(caption, look.strong());
}

/// A form, filled in as it should be or, where `found`, as a person finds it.
pub(super) fn form(look: Look, form: &FormReplica, found: bool, rows: &mut Rows) {
    let frame = Frame::new(look, rows);
    rows.gap();
    let first = rows.len();
    frame.top(rows);
    if let Some((question, answers)) = &form.question {
        for line in wrap(question, frame.inner) {
            frame.line(vec![Span::raw(line)], rows);
        }
        let sign = |number: usize| {
            if number == 0 && !found {
                (if look.ascii { "(*)" } else { "(•)" }, look.strong())
            } else {
                ("( )", Style::new())
            }
        };
        if let [answer] = &answers[..] {
            let (mark, style) = sign(0);
            let width = frame.inner.saturating_sub(mark.width() + 1).max(1);
            for (number, line) in wrap(answer, width).into_iter().enumerate() {
                let mark = if number == 0 { mark } else { "   " };
                frame.line(vec![Span::styled(format!("{mark} {line}"), style)], rows);
            }
        } else {
            let answers = answers.iter().enumerate().map(|(number, answer)| {
                let (mark, style) = sign(number);
                Span::styled(format!("{mark} {answer}   "), style)
            });
            frame.line(answers.collect(), rows);
        }
    }
    // What the question decides is not there before it is answered.
    let shown = !found || !form.hides_fields;
    for (name, required) in form.fields.iter().filter(|_| shown) {
        let style = if *required {
            look.strong()
        } else {
            Style::new()
        };
        let mut field = "_".repeat(FIELD);
        if *required {
            field = format!("{field} {}", form.required);
        }
        let mut lines = wrap(name, frame.inner);
        let last = lines.pop().unwrap_or_default();
        for line in lines {
            frame.line(vec![Span::styled(line, style)], rows);
        }
        let (last, field) = (Span::styled(last, style), Span::styled(field, style));
        frame.line_with(last, field, rows);
    }
    if let Some(send) = form.send.as_ref().filter(|_| shown) {
        let send = Span::styled(format!("[ {send} ]"), look.strong());
        frame.line_with(Span::raw(""), send, rows);
    }
    frame.bottom(rows);
    rows.mark_drawing(first);
    let caption = if found {
        &form.found_caption
    } else {
        &form.filled_caption
    };
    rows.gap();
    rows.text(caption, look.strong());
    rows.text(&form.sense, look.dim());
}
