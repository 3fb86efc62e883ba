//! One record as its table in the file has it.

use jiff::civil::Date;
use toml_edit::{Array, InlineTable, Item, TableLike, value};

use super::damage::{Damage, wrong};
use super::{Mark, Record};

/// What stands among the steps of a platform that was there when the person said which
/// ones they use: programs that know nothing of it keep it as they keep a step.
const CHOSEN: &str = "chosen";

/// Reads a record. Of one that cannot be, what is left of it is whether the person was
/// asked about the platform.
pub(super) fn read_record(table: &dyn TableLike, bytes: &[u8]) -> Result<Record, (bool, Damage)> {
    let mut record = Record::default();
    let mut damage = None;
    for (key, item) in table.iter() {
        let read = match key {
            "state" => {
                let mark = item.as_str().and_then(Mark::from_name);
                mark.map(|mark| record.mark = mark)
            }
            "on" => read_date(item).map(|on| record.on = Some(on)),
            "facts" => read_date(item).map(|facts| record.facts = Some(facts)),
            "address" => item
                .as_str()
                .map(|address| record.address = Some(address.to_owned())),
            "steps" => {
                let steps = item.as_array().and_then(|steps| {
                    let steps = steps.iter().map(|step| step.as_str().map(str::to_owned));
                    steps.collect::<Option<Vec<_>>>()
                });
                steps.map(|steps| {
                    record.chosen = steps.iter().any(|step| step == CHOSEN);
                    record.steps = steps;
                    record.steps.retain(|step| step != CHOSEN);
                })
            }
            "extras" => item.as_table_like().and_then(|extras| {
                let extras = extras.iter();
                let extras = extras.map(|(id, on)| Some((id.to_owned(), read_date(on)?)));
                let extras = extras.collect::<Option<_>>();
                extras.map(|extras| record.extras = extras)
            }),
            _ => Some(()),
        };
        if read.is_none() {
            damage.get_or_insert_with(|| wrong(bytes, key, item));
        }
    }
    match damage {
        None => Ok(record),
        Some(damage) => Err((record.chosen, damage)),
    }
}

/// A day, written as TOML has it, with a time or without, or, by hand, as a string.
fn read_date(item: &Item) -> Option<Date> {
    if let Some(moment) = item.as_datetime() {
        let day = moment.date?;
        let (month, day) = (i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?);
        return Date::new(i16::try_from(moment.date?.year).ok()?, month, day).ok();
    }
    item.as_str()?.parse().ok()
}

/// Writes a record into its table, where what else there is stays.
pub(super) fn write_record(table: &mut dyn TableLike, record: &Record) {
    set(table, "state", Some(value(record.mark.name())));
    set(table, "on", record.on.map(date_item));
    set(table, "address", record.address.as_deref().map(value));
    set(table, "facts", record.facts.map(date_item));
    let chosen = record.chosen.then_some(CHOSEN);
    let steps = record.steps.iter().map(String::as_str);
    let steps: Array = chosen.into_iter().chain(steps).collect();
    set(table, "steps", (!steps.is_empty()).then(|| value(steps)));
    let extras = record.extras.iter();
    let extras: InlineTable = extras
        .filter_map(|(id, on)| Some((id, date_item(*on).into_value().ok()?)))
        .collect();
    set(table, "extras", (!extras.is_empty()).then(|| value(extras)));
}

/// Sets or removes a key. One that stays keeps its comment.
pub(super) fn set(table: &mut dyn TableLike, key: &str, item: Option<Item>) {
    let Some(mut item) = item else {
        table.remove(key);
        return;
    };
    let old = table.get(key).and_then(Item::as_value);
    if let (Some(old), Some(new)) = (old, item.as_value_mut()) {
        *new.decor_mut() = old.decor().clone();
    }
    table.insert(key, item);
}

fn date_item(date: Date) -> Item {
    date.to_string()
        .parse::<toml_edit::Datetime>()
        .map_or_else(|_| value(date.to_string()), value)
}
