//! The record as JSON, format 1: the list as `nonmerci list --json` has it, and with each
//! platform what the checklist holds of it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::entry::{Entry, Export};
use crate::catalogue::Kind;
use crate::checklist::Mark;
use crate::inert;

/// The number of the layout.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Record<'a> {
    format: u32,
    lang: &'a str,
    exported: String,
    version: &'static str,
    done: usize,
    of: usize,
    platforms: Vec<RecordedPlatform<'a>>,
}

#[derive(Serialize)]
struct RecordedPlatform<'a> {
    id: &'a str,
    name: &'a str,
    kind: Kind,
    group: &'a str,
    first_five: bool,
    state: &'static str,
    on: Option<String>,
    address: Option<&'a str>,
    checked: String,
    /// What the checklist holds: null where the person said nothing.
    record: Option<ExportedRecord<'a>>,
}

#[derive(Serialize)]
struct ExportedRecord<'a> {
    mark: &'static str,
    address: Option<&'a str>,
    facts: Option<String>,
    steps: &'a [String],
    setting: Option<&'a str>,
    position: Option<&'a str>,
    again: Option<String>,
    /// The extra levers that were ticked off, by id, with the day.
    extras: &'a BTreeMap<String, Date>,
}

impl Export<'_> {
    /// The record as JSON.
    #[must_use]
    pub fn json(&self) -> String {
        let progress = self.overview.progress();
        let entries: Vec<_> = self.entries().collect();
        let exported = Record {
            format: FORMAT,
            lang: self.texts.language.tag(),
            exported: self.overview.today.date().to_string(),
            version: env!("CARGO_PKG_VERSION"),
            done: progress.done,
            of: progress.of,
            platforms: entries.iter().map(platform).collect(),
        };
        inert::json(&exported) + "\n"
    }
}

fn platform<'a>(entry: &'a Entry<'_>) -> RecordedPlatform<'a> {
    let record = &entry.record;
    let said = record.mark != Mark::Todo || !record.steps.is_empty() || !record.extras.is_empty();
    let setting = entry.setting.as_ref();
    RecordedPlatform {
        id: entry.id,
        name: entry.name,
        kind: entry.kind,
        group: entry.group,
        first_five: entry.first_five,
        state: entry.state.name(),
        on: record.on.map(|on| on.to_string()),
        address: entry.address.as_deref(),
        checked: entry.checked.to_string(),
        record: said.then(|| ExportedRecord {
            mark: record.mark.name(),
            address: record.address.as_deref(),
            facts: record.facts.map(|day| day.to_string()),
            steps: &record.steps,
            setting: setting.map(|(label, _)| &**label),
            position: setting.map(|(_, position)| &**position),
            again: entry.again.map(|day| day.to_string()),
            extras: &record.extras,
        }),
    }
}
