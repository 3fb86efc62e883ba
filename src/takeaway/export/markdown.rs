//! The record as Markdown, for the person's files or for a complaint.

use super::entry::{Entry, Export};
use crate::checklist::Mark;
use crate::inert::markdown as plain;
use crate::words::{Count, DateVersion};

/// Where a day is to be written by hand.
const LINE: &str = "………………………………";

impl Export<'_> {
    /// The record as Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let words = &self.words.record;
        let dates = &self.texts.interface.dates;
        let made = words.made.fill(&DateVersion {
            date: dates.full(self.overview.today.date()),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        });
        let mut text = format!("# {}\n\n{made} {}\n", words.title, words.own_words);
        let entries: Vec<_> = self.recorded().collect();
        if entries.is_empty() {
            text += &format!("\n{}\n", words.none);
        }
        for (mark, title) in [
            (Mark::Done, &words.done),
            (Mark::NotFound, &words.not_found),
            (Mark::Later, &words.later),
            (Mark::NotConcerned, &words.not_concerned),
            // Of these, an extra lever alone was ticked off.
            (Mark::Todo, &words.extras),
        ] {
            let mut of_mark = entries
                .iter()
                .filter(|it| it.record.mark == mark)
                .peekable();
            if of_mark.peek().is_none() {
                continue;
            }
            text += &format!("\n## {title}\n\n");
            // Whoever uses few platforms has many here: their names are enough.
            if mark == Mark::NotConcerned {
                let names: Vec<_> = of_mark.map(|entry| plain(entry.name)).collect();
                text += &format!("{}\n", names.join(", "));
                continue;
            }
            for entry in of_mark {
                text += &self.section(entry);
            }
        }
        let open = self.entries().filter(|entry| entry.state.is_open()).count();
        if open > 0 {
            let count = open.to_string();
            let language = &self.texts.language;
            text += &format!("\n{}\n", words.open.fill(language, open, &Count { count }));
        }
        text += &format!("\n{}\n", words.not_advice);
        text
    }

    fn section(&self, entry: &Entry<'_>) -> String {
        let fields = &self.words.fields;
        let dates = &self.texts.interface.dates;
        let record = &entry.record;
        let mut lines = Vec::new();
        if let Some(on) = record.on.filter(|_| record.mark != Mark::Todo) {
            lines.push((&*fields.on, dates.full(on)));
        }
        if record.mark == Mark::Done || record.mark == Mark::NotFound {
            // An address in angle brackets is a link, and nothing else.
            let address = record.address.as_ref();
            let is_address =
                |it: &&String| !it.contains(['<', '>']) && !it.contains(char::is_whitespace);
            lines.extend(address.map(|it| match Some(it).filter(is_address) {
                Some(address) => (&*fields.address, format!("<{address}>")),
                None => (&*fields.address, plain(it)),
            }));
        }
        if let Some((label, position)) = &entry.setting {
            lines.push((&*fields.setting, plain(label)));
            lines.push((&*fields.position, plain(position)));
        }
        if let Some(facts) = record.facts {
            lines.push((&*fields.facts, dates.full(facts)));
        }
        if let Some(again) = entry.again {
            lines.push((&*fields.again, dates.full(again)));
        }
        for (title, on) in &entry.extras {
            let on = dates.full(*on);
            lines.push((&*fields.extra, format!("{}, {on}", plain(title))));
        }
        if record.mark == Mark::Done {
            lines.push((&*fields.confirmation, LINE.to_owned()));
        }
        let mut text = format!("- **{}**\n", plain(entry.name));
        for (field, value) in lines {
            // Four blanks: with two, older readers of Markdown see one flat list.
            text += &format!("    - {field}: {value}\n");
        }
        text
    }
}
