//! Reminders for a calendar (RFC 5545), each on a whole day. An event is known by the
//! platform it is about: whoever imports the file again changes what is there, and
//! doubles nothing.

use icalendar::{Alarm, Calendar, Component as _, Event, Property, Trigger};
use jiff::civil::{Date, date};

use super::entry::{Entry, Export};
use crate::catalogue::Kind;
use crate::checklist::Mark;
use crate::words::{Given, Name, On};

impl Export<'_> {
    /// The reminders as a calendar, and how many there are.
    #[must_use]
    pub fn calendar(&self) -> (String, usize) {
        let mut calendar = Calendar::empty();
        calendar
            .append_property(Property::new("VERSION", "2.0"))
            .append_property(Property::new("PRODID", "-//nonmerci//nonmerci//EN"))
            .append_property(Property::new("CALSCALE", "GREGORIAN"))
            .append_property(Property::new("X-WR-CALNAME", &*self.words.calendar.name));
        let mut count = 0;
        for entry in self.recorded() {
            if let Some(event) = self.event(&entry) {
                calendar.push(event);
                count += 1;
            }
        }
        (calendar.done().to_string(), count)
    }

    fn event(&self, entry: &Entry<'_>) -> Option<Event> {
        let words = &self.words.calendar;
        let name = Name {
            name: entry.name.to_owned(),
        };
        let today = self.overview.today.date();
        let (day, summary, body) = match entry.record.mark {
            Mark::Done => {
                let on = entry.record.on?;
                let on = On {
                    date: self.texts.interface.dates.full(on),
                };
                let body = match entry.kind {
                    // What was sent is not sent again.
                    Kind::Form | Kind::Email => words.again_sent_body.fill(&on),
                    _ => words.again_body.fill(&on),
                };
                (entry.again?, words.again.fill(&name), body)
            }
            Mark::Later => {
                let body = words.later_body.to_string();
                (self.remind_on?, words.later.fill(&name), body)
            }
            Mark::NotFound => {
                let body = words.not_found_body.to_string();
                (self.remind_on?, words.not_found.fill(&name), body)
            }
            Mark::Todo | Mark::NotConcerned => return None,
        };
        let given = format!("nonmerci walk {}", entry.id);
        let mut lines = vec![body, words.walk.fill(&Given { given })];
        lines.extend(entry.address.clone());
        let mut event = Event::new();
        event
            .uid(&format!("{}@nonmerci", entry.id))
            .summary(&summary)
            .description(&lines.join("\n"))
            .append_property(stamp(today))
            .append_component(at_nine(entry.id, today, &summary)?)
            .append_property(Property::new("SEQUENCE", sequence(today)))
            .append_property(whole_day("DTSTART", day))
            .append_property(whole_day("DTEND", day.tomorrow().ok()?))
            // It blocks no time.
            .append_property(Property::new("TRANSP", "TRANSPARENT"));
        Some(event.done())
    }
}

/// An alarm at nine on the day itself: of a whole day, many calendars remind nobody.
fn at_nine(id: &str, today: Date, summary: &str) -> Option<Alarm> {
    let trigger = Property::new("TRIGGER", "PT9H");
    let mut alarm = Alarm::display(summary, Trigger::try_from(&trigger).ok()?);
    alarm
        // In hours, as calendars write it themselves, not in seconds.
        .append_property(trigger)
        // Else the moment and a number by chance: the same file twice would differ.
        .append_property(stamp(today))
        .append_property(Property::new("UID", format!("{id}-alarm@nonmerci")));
    Some(alarm.done())
}

/// The day on which the file was written.
fn stamp(today: Date) -> Property {
    Property::new("DTSTAMP", format!("{}T000000Z", plain(today)))
}

/// A number that is higher the later the file was written: some calendars change an
/// event they know for a newer one only.
fn sequence(today: Date) -> String {
    let days = (today - date(2020, 1, 1)).get_days();
    days.max(0).to_string()
}

/// A day as the format has it: `20271124`.
fn plain(day: Date) -> String {
    day.to_string().replace('-', "")
}

fn whole_day(name: &str, day: Date) -> Property {
    let mut property = Property::new(name, plain(day));
    property.add_parameter("VALUE", "DATE");
    property.done()
}
