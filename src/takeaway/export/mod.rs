//! What the person did, to take away: a dated record for their files, a table, reminders
//! for a calendar, JSON. It says what they ticked, against which facts of which day, and
//! claims no more.

mod calendar;
mod entry;
mod json;
mod markdown;
mod table;

pub use entry::{Entry, Export};
