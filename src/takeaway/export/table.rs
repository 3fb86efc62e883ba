//! The record as a table, a platform a line.

use super::entry::Export;
use crate::catalogue::Heading;
use crate::inert;

impl Export<'_> {
    /// The record as a table for a spreadsheet.
    #[must_use]
    pub fn csv(&self) -> String {
        let fields = &self.words.fields;
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
        let mut rows = vec![heads.map(ToString::to_string)];
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
            rows.push(row.map(str::to_owned));
        }
        inert::table(rows)
    }
}
