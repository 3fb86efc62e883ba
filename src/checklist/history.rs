//! What was said of platforms before, where nothing else shows what was said last: so
//! that another program that is running can tell a change from an old copy of the file.
//!
//! The module `reconcile` has an example, and says what is called known, before and now.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use toml_edit::{Array, DocumentMut, Item, Table, TableLike, value};

use super::Record;

/// The table of the file that holds it, below the records.
const TABLE: &str = "history";

/// For how many days it stays in the file: hardly any program runs for longer without
/// saving.
const DAYS: i64 = 7;

/// How much of it stays there of one platform.
const MOST: usize = 8;

/// What stands for a platform of which nothing is said.
const NOTHING: &str = "none";

/// By platform, what was said of it before what is said now, each a state with what was
/// sent besides and its day where it has one, the oldest first. It begins anew with whatever is of a later day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct History {
    said: BTreeMap<String, Vec<String>>,
}

/// How what is said of a platform now stands to what was said of it before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Descent {
    /// What is said now came out of what was said before, by changes that a program made.
    Newer,
    /// What was said before came out of what is said now, which is an old copy.
    Older,
    /// Neither, as far as is known.
    Apart,
}

impl History {
    /// Reads it. What cannot be read is passed over.
    pub(super) fn read(root: &dyn TableLike) -> Self {
        let table = root.get(TABLE).and_then(Item::as_table_like);
        let platforms = table.into_iter().flat_map(|table| table.iter());
        let said = platforms.map(|(platform, item)| {
            let said = item.as_array().into_iter().flatten();
            let said = said.filter_map(|said| said.as_str().map(str::to_owned));
            (platform.to_owned(), said.collect())
        });
        Self {
            said: said.collect(),
        }
    }

    /// Takes note that something else is now said of a platform.
    pub(super) fn note(&mut self, platform: &str, before: Option<&Record>, now: Option<&Record>) {
        if said(before) == said(now) {
            return;
        }
        let mut of_it = self.up_to(platform, before);
        let on = now.and_then(|now| now.on);
        // Nothing at all shows to be older, unless something was said before it.
        let is_first = of_it == [NOTHING];
        if is_first || of_it.iter().all(|said| said != NOTHING && day(said) < on) {
            self.said.remove(platform);
            return;
        }
        of_it.drain(..of_it.len().saturating_sub(MOST));
        self.said.insert(platform.to_owned(), of_it);
    }

    /// Goes on with what the known one holds of a platform.
    pub(super) fn take(&mut self, platform: &str, known: &Self) {
        match known.said.get(platform) {
            Some(said) => self.said.insert(platform.to_owned(), said.clone()),
            None => self.said.remove(platform),
        };
    }

    /// How what is said of a platform now, after this history, stands to what was said of
    /// it before, after the known one.
    pub(super) fn descent(
        &self,
        platform: &str,
        now: Option<&Record>,
        (known, before): (&Self, Option<&Record>),
    ) -> Descent {
        let now = self.up_to(platform, now);
        let before = known.up_to(platform, before);
        match (begins(&now, &before), begins(&before, &now)) {
            (false, true) => Descent::Newer,
            (true, false) => Descent::Older,
            _ => Descent::Apart,
        }
    }

    /// The newest day on which anything of it was said of a platform, as far as is known.
    pub(super) fn newest(&self, platform: &str, record: &Record) -> Option<Date> {
        let said = self.up_to(platform, Some(record));
        said.iter().filter_map(|said| day(said)).max()
    }

    fn up_to(&self, platform: &str, record: Option<&Record>) -> Vec<String> {
        let mut said_of_it = self.said.get(platform).cloned().unwrap_or_default();
        said_of_it.push(said(record));
        said_of_it
    }

    /// Writes it, without what is too old to matter.
    pub(super) fn write(&mut self, document: &mut DocumentMut, today: Date) {
        let is_recent = |said: &String| {
            let end = day(said).and_then(|day| day.checked_add(DAYS.days()).ok());
            end.is_some_and(|end| end >= today)
        };
        self.said.retain(|_, said| said.iter().any(is_recent));
        if Self::read(document.as_table()) == *self {
            return;
        }
        document.remove(TABLE);
        if self.said.is_empty() {
            return;
        }
        let mut table = Table::new();
        for (platform, said) in &self.said {
            table.insert(platform, value(said.iter().collect::<Array>()));
        }
        document.insert(TABLE, Item::Table(table));
    }
}

/// Whether one history is the beginning of another, which may have lost its own.
fn begins(one: &[String], other: &[String]) -> bool {
    let lost = if other.len() > MOST { one.len() } else { 1 };
    other.len() > one.len() && other.starts_with(one)
        || (1..lost).any(|from| other.starts_with(&one[from..]))
}

/// What is said of a platform: its state, what was sent besides, and the day, which comes
/// last.
pub(super) fn said(record: Option<&Record>) -> String {
    let Some(record) = record else {
        return NOTHING.to_owned();
    };
    let mut said = record.mark.name().to_owned();
    for (id, on) in &record.extras {
        said += &format!(" {id}={on}");
    }
    if let Some(on) = record.on {
        said += &format!(" {on}");
    }
    said
}

/// The day on which it was said.
fn day(said: &str) -> Option<Date> {
    said.split(' ').next_back()?.parse().ok()
}
