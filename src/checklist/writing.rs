//! Changes written into the text of the file, which stays as it is for the rest.

use jiff::civil::Date;
use toml_edit::{Array, DocumentMut, InlineTable, Item, Table, value};

use super::item::{item_of, put_in_place};
use super::reading::{Contents, FORMAT};
use super::record::{set, write_record};
use super::{Change, Mark, Undo};

impl Contents {
    /// Makes a change to one platform. Returns whether it was made: see
    /// [`Checklist::apply`].
    ///
    /// [`Checklist::apply`]: super::Checklist::apply
    pub(super) fn apply(&mut self, change: &Change) -> bool {
        let platform = change.platform().unwrap_or_default();
        let before = self.checklist.get(platform).cloned();
        let made = self.checklist.apply(change);
        if made {
            write_change(&mut self.document, change);
            let now = self.checklist.get(platform);
            self.history.note(platform, before.as_ref(), now);
        }
        made
    }

    /// The text to be written.
    pub(super) fn text(&mut self, today: Date) -> String {
        self.history.write(&mut self.document, today);
        self.layout.lay_out(&self.document.to_string())
    }
}

/// Makes a change to one platform in the document, leaving everything else as it
/// stands.
pub(super) fn write_change(document: &mut DocumentMut, change: &Change) {
    if !document.contains_key("format") {
        document.insert("format", value(FORMAT));
    }
    if let Change::Remember(last) = change {
        Undo::write(last.as_ref(), document);
    }
    let (Change::Set { platform, .. }
    | Change::Restore { platform, .. }
    | Change::Walked { platform, .. }) = change
    else {
        return;
    };
    let platforms = platforms_of(document);
    let inline = platforms.is_inline_table();
    let Some(platforms) = platforms.as_table_like_mut() else {
        return;
    };
    if let Change::Set { record, .. }
    | Change::Restore {
        before: Some(record),
        ..
    } = change
        && let Some(unread) = &record.unread
        && let Some(item) = item_of(unread, platform)
    {
        put_in_place(platforms, platform, item);
        return;
    }
    // What can be no record gives way to one.
    let is_record = |item: &Item| item.is_table_like();
    if !platforms.get(platform).is_some_and(is_record) {
        let table = if inline {
            value(InlineTable::new())
        } else {
            toml_edit::table()
        };
        platforms.insert(platform, table);
    }
    let entry = platforms.get_mut(platform);
    let Some(table) = entry.and_then(Item::as_table_like_mut) else {
        return;
    };
    match change {
        Change::Set { record, .. }
        | Change::Restore {
            before: Some(record),
            ..
        } => {
            write_record(table, record);
        }
        Change::Restore { before: None, .. } => {
            for key in ["state", "on", "address", "facts", "steps", "extras"] {
                table.remove(key);
            }
            if table.is_empty() {
                platforms.remove(platform);
            }
        }
        Change::Several(_) | Change::Remember(_) => {}
        Change::Walked { step, .. } => {
            if !table.contains_key("state") {
                set(table, "state", Some(value(Mark::Todo.name())));
            }
            if !table.contains_key("steps") {
                set(table, "steps", Some(value(Array::new())));
            }
            let steps = table.get_mut("steps");
            if let Some(steps) = steps.and_then(Item::as_array_mut)
                && !steps.iter().any(|known| known.as_str() == Some(step))
            {
                steps.push(step);
            }
        }
    }
}

/// The table of the records, which is made if need be.
pub(super) fn platforms_of(document: &mut DocumentMut) -> &mut Item {
    document.entry("platforms").or_insert_with(|| {
        let mut table = Table::new();
        // The heading `[platforms]` alone would say nothing.
        table.set_implicit(true);
        Item::Table(table)
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::trial::{DAY, done, holding, place, text};
    use super::super::{Checklist, Record};
    use super::*;

    #[test]
    fn the_file_is_written_as_documented_and_read_back() {
        let (_dir, file) = place();
        assert_eq!(file.load().expect("no file yet"), Checklist::default());
        let written = file.change(&done("linkedin"), DAY).expect("a change");
        let written = written.checklist;
        assert_eq!(file.load().expect("the file"), written);
        assert_eq!(
            text(&file),
            "format = 1\n\n[platforms.linkedin]\nstate = \"done\"\non = 2026-11-23\n\
             address = \"https://www.linkedin.com/x\"\nfacts = 2026-11-23\n\
             steps = [\"open\", \"switch\"]\n"
        );
    }

    #[test]
    fn what_was_sent_is_kept_with_its_day() {
        let before = "[platforms.x]\nextras = { form = 2026-11-20, other = 2026-11-21 }\n";
        let (_dir, file) = holding(before);
        let mut record = file.load().expect("the file").record("x");
        assert_eq!(record.extras["form"], date(2026, 11, 20));
        let set = |record: &Record| {
            let change = Change::Set {
                platform: "x".to_owned(),
                record: record.clone(),
            };
            file.change(&change, DAY).expect("a change");
            assert_eq!(file.load().expect("the file").record("x"), *record);
            text(&file)
        };
        record.extras.remove("other");
        assert!(set(&record).contains("extras = { form = 2026-11-20 }"));
        record.extras.clear();
        let after = set(&record);
        let records = after.split("\n[history]").next();
        assert!(!records.expect("the records").contains("extras"), "{after}");
    }

    #[test]
    fn what_is_not_known_stays() {
        let before = "# mine\nformat = 1\ncolour = \"blue\"\n\n[platforms.linkedin]\n\
                      state = \"todo\" # soon\nfriend = \"Anna\"\n\n[platforms.gone]\nstate = \"done\"\n\n\
                      [other]\nx = 1\n";
        let (_dir, file) = holding(before);
        file.change(&done("linkedin"), DAY).expect("a change");
        let after = text(&file);
        for kept in [
            "# mine",
            "colour = \"blue\"",
            "state = \"done\" # soon",
            "friend = \"Anna\"",
            "[platforms.gone]\nstate = \"done\"",
            "[other]\nx = 1",
        ] {
            assert!(after.contains(kept), "{kept} is lost in:\n{after}");
        }
    }

    /// Programs that know nothing of a choice keep it as they keep a step.
    #[test]
    fn a_choice_stands_among_the_steps_and_is_taken_back_to_the_letter() {
        let before = "format = 1\n\n[platforms.linkedin]\nstate = \"done\"\non = 2026-11-01\n\
                      steps = [\"open\"]\n";
        let (_dir, file) = holding(before);
        let record = |platform: &str, mark, chosen| Record {
            chosen,
            ..file.load().expect("the file").record(platform).marked(
                mark,
                date(2026, 11, 23),
                None,
                date(2026, 11, 23),
            )
        };
        let set = |platform: &str, record| Change::Set {
            platform: platform.to_owned(),
            record,
        };
        let linkedin = file.load().expect("the file").record("linkedin");
        let ours = [
            (
                "linkedin",
                Record {
                    chosen: true,
                    ..linkedin.clone()
                },
                Some(linkedin),
            ),
            ("x", record("x", Mark::NotConcerned, true), None),
            ("chatgpt", record("chatgpt", Mark::Todo, true), None),
        ];
        let sets = ours.iter().map(|(id, record, _)| set(id, record.clone()));
        let chosen = file
            .change(&Change::Several(sets.collect()), DAY)
            .expect("a change")
            .checklist;
        assert!(chosen.has_choice());
        assert_eq!(file.load().expect("the file"), chosen);
        let after = text(&file);
        for written in [
            "steps = [\"chosen\", \"open\"]",
            "[platforms.chatgpt]\nstate = \"todo\"\non = 2026-11-23\nsteps = [\"chosen\"]",
        ] {
            assert!(after.contains(written), "{written}:\n{after}");
        }
        let restores = ours.into_iter().map(|(id, ours, before)| Change::Restore {
            platform: id.to_owned(),
            ours,
            before,
        });
        file.change(&Change::Several(restores.collect()), DAY)
            .expect("a change");
        let after = text(&file);
        let (records, _) = after
            .split_once("\n[history]")
            .expect("what was taken back");
        assert_eq!(records, before);
    }

    #[test]
    fn a_platform_that_cannot_be_read_can_be_marked_anew() {
        for bad in [
            "[platforms.linkedin]\nstate = \"dnoe\"\n",
            "[platforms.linkedin]\non = 23.11.2026\n",
            "[platforms]\nlinkedin = 3\n",
        ] {
            let (_dir, file) = holding(bad);
            file.change(&done("linkedin"), DAY).expect(bad);
            let record = file.load().expect(bad).record("linkedin");
            assert_eq!(record.mark, Mark::Done, "{}", text(&file));
        }
    }

    /// Whatever form TOML has for it, with commas wherever they may stand.
    #[test]
    fn records_of_any_form_can_be_changed() {
        for before in [
            "platforms = { linkedin = { state = \"todo\", }, }\n",
            "platforms = { }\n",
            "platforms = { x = { }, }\n",
            "platforms = {\n  linkedin = { state = \"todo\", }, # mine\n}\n",
            "[platforms]\nlinkedin = { state = \"todo\", }\n",
            "[platforms]\nlinkedin = { steps = [ \"open\", ], }\n",
            "[platforms]\nlinkedin.state = \"todo\"\n",
            "platforms.linkedin.state = \"todo\"\n",
            "[platforms]\n[[platforms.linkedin]]\nstate = \"done\"\n",
        ] {
            let (_dir, file) = holding(before);
            let walked = |step: &str| Change::Walked {
                platform: "facebook".to_owned(),
                step: step.to_owned(),
            };
            let set = done("linkedin");
            for change in [
                walked("what"),
                walked("open"),
                set,
                walked("more"),
                done("x"),
            ] {
                file.change(&change, DAY).expect(before);
            }
            let checklist = file.load().expect(before);
            assert_eq!(
                checklist.record("linkedin").mark,
                Mark::Done,
                "{}",
                text(&file)
            );
            assert_eq!(
                checklist.record("facebook").steps.len(),
                3,
                "{}",
                text(&file)
            );
            assert_eq!(checklist.record("x").mark, Mark::Done, "{}", text(&file));
        }
    }

    #[test]
    fn the_ends_of_lines_and_a_mark_of_the_byte_order_stay() {
        let before = "\u{feff}format = 1\r\n\r\n[platforms.x]\r\nstate = \"done\"\r\n";
        let (_dir, file) = holding(before);
        assert_eq!(file.load().expect("the file").record("x").mark, Mark::Done);
        file.change(&done("linkedin"), DAY).expect("a change");
        let after = text(&file);
        assert!(after.starts_with(before), "{after:?}");
        assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
        assert_eq!(after.matches('\u{feff}').count(), 1);
    }

    /// Whatever stood there, undoing brings it back to the letter.
    #[test]
    fn what_could_not_be_read_is_brought_back_by_undo() {
        for before in [
            "format = 1\n\n[platforms.linkedin] # mine\non = \"soon\" # or later\nstate = \"dnoe\"\n\
             address = 3\nfriend = \"Anna\"\n\n[platforms.x]\nstate = \"done\"\n",
            "format = 1\n\n# what was this?\n[platforms.linkedin]\nstate = 3\nsteps = [\n  1, # one\n]\n",
            "format = 1\n\n[platforms]\nx = { state = \"done\" }\nlinkedin = { state = 3 , on = 1 }\n",
            "format = 1\nplatforms = { linkedin = { state = 3 }, x = { } }\n",
            "format = 1\n\n[platforms.linkedin]\non = 23.11.2026\n",
        ] {
            let (_dir, file) = holding(before);
            let was = file.load().expect(before).get("linkedin").cloned();
            for mark in [Mark::Done, Mark::Todo] {
                let change = done("linkedin");
                let Change::Set { platform, record } = change else {
                    panic!("{change:?}");
                };
                let ours = Record {
                    mark,
                    address: None,
                    ..record
                };
                let (set, undo) = (
                    Change::Set {
                        platform: platform.clone(),
                        record: ours.clone(),
                    },
                    Change::Restore {
                        platform,
                        ours,
                        before: was.clone(),
                    },
                );
                let marked = file.change(&set, DAY).expect(before).checklist;
                assert_eq!(marked.record("linkedin").mark, mark, "{}", text(&file));
                let undone = file.change(&undo, DAY).expect(before).checklist;
                assert_eq!(undone.get("linkedin"), was.as_ref());
                let after = text(&file);
                let records = after.split("\n[history]").next().expect("the records");
                if before.contains("23.11.2026") {
                    // What is no TOML is at the end of the file.
                    assert!(
                        after.ends_with("[platforms.linkedin]\non = 23.11.2026\n"),
                        "{after}"
                    );
                } else {
                    assert_eq!(records, before);
                }
            }
        }
    }
}
