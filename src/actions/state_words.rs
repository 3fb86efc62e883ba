//! Where a platform stands, in words; and how far the person is over all of them.

use jiff::civil::Date;

use crate::catalogue::Course;
use crate::checklist::{Mark, RecheckReason, State};
use crate::content::Text;
use crate::content::template::Plural;
use crate::overview::{Overview, Progress};
use crate::words::{
    ChangedOn, Checked, Count, DoneOf, HoursMinutes, List, Name, On, Texts, TickedOn, Time,
};

/// What the person said of a platform, in a word or two.
#[must_use]
pub fn mark_word(mark: Mark, texts: &Texts) -> &str {
    let words = &texts.interface.states;
    match mark {
        Mark::Todo => &words.todo,
        Mark::Done => &words.done,
        Mark::Later => &words.later,
        Mark::NotConcerned => &words.not_concerned,
        Mark::NotFound => &words.not_found,
    }
}

/// The state in a word or two.
#[must_use]
pub fn state_word(state: State, texts: &Texts) -> &str {
    let words = &texts.interface.states;
    match state {
        State::Todo => &words.todo,
        State::Done(_) => &words.done,
        State::Later => &words.later,
        State::NotConcerned => &words.not_concerned,
        State::NotFound(_) => &words.not_found,
        State::CheckAgain(..) => &words.check_again,
        State::NothingToDo => &words.nothing_to_do,
        State::NoOptOut => &words.no_opt_out,
        State::Objected(_) => &words.objected,
    }
}

/// The state in a few words, with the day of a tick.
#[must_use]
pub fn state_brief(state: State, texts: &Texts) -> String {
    match state {
        State::Done(Some(on)) => done_on(on, texts),
        State::NotFound(Some(on)) => not_found_on(on, texts),
        State::Objected(on) => objected_on(on, texts),
        _ => state_word(state, texts).to_owned(),
    }
}

/// What there is to say of a state beyond its word: the day of a tick, or why to look
/// again.
#[must_use]
pub fn state_detail(state: State, texts: &Texts) -> Option<String> {
    match state {
        State::Done(Some(on)) => Some(done_on(on, texts)),
        State::NotFound(Some(on)) => Some(not_found_on(on, texts)),
        State::Objected(on) => Some(objected_on(on, texts)),
        State::CheckAgain(on, reason) => Some(why_again(texts, on, reason)),
        _ => None,
    }
}

/// What the step that ticks off says of the state.
#[must_use]
pub fn confirmation(state: State, texts: &Texts) -> String {
    let walk = &texts.interface.walk;
    match state {
        State::Done(Some(on)) | State::Objected(on) => walk.done_on.fill(&On {
            date: texts.interface.dates.full(on),
        }),
        State::NotFound(Some(on)) => walk.not_found_on.fill(&On {
            date: texts.interface.dates.full(on),
        }),
        State::CheckAgain(on, reason) => why_again(texts, on, reason),
        State::Done(None) | State::NotFound(None) | State::Later | State::NotConcerned => {
            state_word(state, texts).to_owned()
        }
        State::Todo | State::NothingToDo | State::NoOptOut => walk.not_done.to_string(),
    }
}

/// What the step of an extra lever says of it: whether it was ticked off, and when.
#[must_use]
pub fn sent_words(on: Option<Date>, texts: &Texts) -> String {
    confirmation(on.map_or(State::Todo, |on| State::Done(Some(on))), texts)
}

/// Whether the step that ticks off still waits for a decision. A tick that has aged is
/// one to set again.
#[must_use]
pub fn is_undecided(state: State) -> bool {
    !matches!(
        state,
        State::Done(_)
            | State::Objected(_)
            | State::Later
            | State::NotConcerned
            | State::NotFound(_)
    )
}

/// What is said where all facts are old, and nobody may have looked since.
#[must_use]
pub fn old_facts(overview: Overview<'_>, texts: &Texts) -> Option<String> {
    let newest = overview.newest_facts();
    let checked = newest.filter(|_| overview.facts_are_old())?;
    let checked = texts.interface.dates.full(checked);
    Some(texts.interface.list.old_facts.fill(&Checked { checked }))
}

fn done_on(on: Date, texts: &Texts) -> String {
    texts.interface.states.done_on.fill(&On {
        date: texts.interface.dates.full(on),
    })
}

fn objected_on(on: Date, texts: &Texts) -> String {
    texts.interface.states.objected_on.fill(&On {
        date: texts.interface.dates.full(on),
    })
}

fn not_found_on(on: Date, texts: &Texts) -> String {
    texts.interface.states.not_found_on.fill(&On {
        date: texts.interface.dates.full(on),
    })
}

/// Why to look again at a platform ticked off on the day `on`, in a sentence.
#[must_use]
fn why_again(texts: &Texts, on: Date, reason: RecheckReason) -> String {
    let states = &texts.interface.states;
    let date = |day| texts.interface.dates.full(day);
    let on = date(on);
    match reason {
        RecheckReason::Old => states.check_again_old.fill(&TickedOn { on }),
        RecheckReason::Moved => states.check_again_moved.fill(&TickedOn { on }),
        RecheckReason::Future => states.check_again_future.fill(&TickedOn { on }),
        RecheckReason::NotFound => states.check_again_not_found.fill(&TickedOn { on }),
        RecheckReason::Changed(changed) => states.check_again_changed.fill(&ChangedOn {
            changed: date(changed),
            on,
        }),
    }
}

/// What whoever looks again is told at the first step of a walk: why, and how much of it
/// there is to go through. None where it is not for that.
#[must_use]
pub fn why_walked_again(state: State, course: Course, texts: &Texts) -> Option<String> {
    let State::CheckAgain(on, reason) = state else {
        return None;
    };
    let why = why_again(texts, on, reason);
    let words = &texts.interface.walk;
    let how = match (course, reason) {
        (Course::Short, _) => &words.short,
        (Course::Full, RecheckReason::Changed(_)) => &words.all_again,
        (Course::Full, _) => return Some(why),
    };
    Some(format!("{why} {how}"))
}

/// What is said where a refusal at the platform `by` may hold here too: that it is ticked
/// off, if it is, and `text`.
#[must_use]
pub fn covered_words(by: &str, text: &str, overview: Overview<'_>, texts: &Texts) -> String {
    let mark = overview.checklist.record(by).mark;
    let place = overview.catalogue.position(by);
    match place.filter(|_| mark == Mark::Done) {
        Some(place) => {
            let name = overview.catalogue.platforms[place]
                .name_in(texts)
                .to_owned();
            let done = texts.interface.walk.covered.fill(&Name { name });
            format!("{done} {text}")
        }
        None => text.to_owned(),
    }
}

/// What is done, what is to be looked at again, what was not found, and what time the
/// rest takes.
#[must_use]
pub fn progress_words(progress: Progress, texts: &Texts) -> String {
    let done = texts.interface.list.progress.fill(&DoneOf {
        done: progress.done.to_string(),
        of: progress.of.to_string(),
    });
    with_rest(done, progress, texts)
}

/// As [`progress_words`], in figures where it can be.
#[must_use]
pub fn progress_short(progress: Progress, texts: &Texts) -> String {
    with_rest(progress_figures(progress), progress, texts)
}

/// What is said to somebody who has nothing left to do.
#[must_use]
pub fn nothing_left(progress: Progress, words: &List) -> &Text {
    if progress.not_found > 0 {
        &words.all_but_not_found
    } else {
        &words.all_done
    }
}

/// What is done, in figures alone.
#[must_use]
pub fn progress_figures(progress: Progress) -> String {
    format!("{}/{}", progress.done, progress.of)
}

fn with_rest(done: String, progress: Progress, texts: &Texts) -> String {
    let words = &texts.interface.list;
    let count = |count: usize| Count {
        count: count.to_string(),
    };
    let mut parts = vec![done];
    for (number, plural) in [
        (progress.again, &words.again),
        (progress.not_found, &words.not_found),
    ] {
        if number > 0 {
            parts.push(plural.fill(&texts.language, number, &count(number)));
        }
    }
    if progress.minutes > 0 {
        let time = time_words(progress.minutes, words);
        parts.push(words.remaining.fill(&Time { time }));
    }
    parts.join(" · ")
}

/// A time in figures: minutes, and hours from sixty minutes up.
#[must_use]
pub fn time_words(minutes: usize, words: &List) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let count = |count: usize| Count {
        count: count.to_string(),
    };
    match (hours, rest) {
        (0, minutes) => words.minutes.fill(&count(minutes)),
        (hours, 0) => words.hours.fill(&count(hours)),
        (hours, minutes) => words.hours_minutes.fill(&HoursMinutes {
            hours: hours.to_string(),
            minutes: format!("{minutes:02}"),
        }),
    }
}

/// A time as it is said aloud.
#[must_use]
pub fn spoken_time(minutes: usize, texts: &Texts) -> String {
    let words = &texts.interface.line_mode.time;
    let fill = |plural: &Plural<Count>, count: usize| {
        let number = Count {
            count: count.to_string(),
        };
        plural.fill(&texts.language, count, &number)
    };
    match (minutes / 60, minutes % 60) {
        (0, minutes) => fill(&words.minutes, minutes),
        (hours, 0) => fill(&words.hours, hours),
        (hours, minutes) => words.both.fill(&HoursMinutes {
            hours: fill(&words.hours, hours),
            minutes: fill(&words.minutes, minutes),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::content::Source;
    use crate::language::Language;

    #[test]
    fn from_sixty_minutes_up_a_time_is_in_hours() {
        let catalogue = Catalogue::load(Source::embedded()).expect("the built-in content");
        let texts = catalogue.texts(&Language::new("fr")).expect("the words");
        for (minutes, written, spoken) in [
            (1, "1 min", "une minute"),
            (59, "59 min", "59 minutes"),
            (60, "1 h", "une heure"),
            (65, "1 h 05", "une heure et 5 minutes"),
            (110, "1 h 50", "une heure et 50 minutes"),
            (121, "2 h 01", "2 heures et une minute"),
        ] {
            assert_eq!(time_words(minutes, &texts.interface.list), written);
            assert_eq!(spoken_time(minutes, &texts), spoken);
        }
    }
}
