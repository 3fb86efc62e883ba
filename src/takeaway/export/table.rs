//! The record as comma-separated values (RFC 4180), a platform a line.

use super::entry::Export;
use crate::catalogue::Heading;
use crate::inert::cell;

impl Export<'_> {
    /// The record as a table for a spreadsheet.
    #[must_use]
    pub fn csv(&self) -> String {
        let fields = &self.words.fields;
        // Without the mark in front, some spreadsheets take the letters for others.
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            // Some take a semicolon for the end of a cell, but not between quotes.
            .quote_style(csv::QuoteStyle::Always)
            .from_writer(Vec::new());
        let heads = [
            &fields.platform,
            &fields.group,
            &fields.state,
            &fields.on,
            &fields.address,
            &fields.setting,
            &fields.position,
            &fields.facts,
            &fields.again,
            &fields.confirmation,
        ];
        let mut rows = vec![heads.map(|head| cell(head))];
        for entry in self.entries() {
            // A day as every spreadsheet reads it, whatever its language.
            let day = |day: Option<jiff::civil::Date>| day.map(|it| it.to_string());
            let (setting, position) = entry.setting.clone().unwrap_or_default();
            let group = Heading::Group(entry.group.to_owned());
            let again = day(entry.again);
            let row = [
                entry.name,
                group.words(self.texts),
                crate::actions::state_word(entry.state, self.texts),
                &day(entry.record.on).unwrap_or_default(),
                entry.record.address.as_deref().unwrap_or_default(),
                &setting,
                &position,
                &day(entry.record.facts.or(Some(entry.checked))).unwrap_or_default(),
                &again.unwrap_or_default(),
                "",
            ];
            rows.push(row.map(cell));
        }
        for row in rows {
            // Writing to memory cannot fail.
            let _ = writer.write_record(row);
        }
        let bytes = writer.into_inner().unwrap_or_default();
        let table = String::from_utf8(bytes).unwrap_or_default();
        format!("\u{feff}{table}")
    }
}
