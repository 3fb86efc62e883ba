//! Where a platform stands, in words; and how far the person is over all of them.

use jiff::civil::Date;

use crate::checklist::{RecheckReason, State};
use crate::overview::Progress;
use crate::words::{ChangedOn, Count, DoneOf, Interface, On, Texts, TickedOn};

/// The state in a word or two.
#[must_use]
pub fn state_word(state: State, texts: &Texts) -> &str {
    let words = &texts.interface.states;
    match state {
        State::Todo => &words.todo,
        State::Done(_) => &words.done,
        State::Later => &words.later,
        State::NotConcerned => &words.not_concerned,
        State::CheckAgain(..) => &words.check_again,
        State::NothingToDo => &words.nothing_to_do,
        State::NoOptOut => &words.no_opt_out,
    }
}

/// The state in a few words, with the day of a tick.
#[must_use]
pub fn state_brief(state: State, texts: &Texts) -> String {
    match state {
        State::Done(Some(on)) => done_on(on, texts),
        _ => state_word(state, texts).to_owned(),
    }
}

/// What there is to say of a state beyond its word: the day of a tick, or why to look
/// again.
#[must_use]
pub fn state_detail(state: State, texts: &Texts) -> Option<String> {
    match state {
        State::Done(Some(on)) => Some(done_on(on, texts)),
        State::CheckAgain(on, reason) => Some(why_again(texts, on, reason)),
        _ => None,
    }
}

/// What the step that ticks off says of the state.
#[must_use]
pub fn confirmation(state: State, texts: &Texts) -> String {
    let walk = &texts.interface.walk;
    match state {
        State::Done(Some(on)) => walk.done_on.fill(&On {
            date: texts.interface.dates.full(on),
        }),
        State::CheckAgain(on, reason) => why_again(texts, on, reason),
        State::Done(None) | State::Later | State::NotConcerned => {
            state_word(state, texts).to_owned()
        }
        State::Todo | State::NothingToDo | State::NoOptOut => walk.not_done.to_string(),
    }
}

/// Whether the step that ticks off still waits for a decision. A tick that has aged is
/// one to set again.
#[must_use]
pub fn is_undecided(state: State) -> bool {
    !matches!(state, State::Done(_) | State::Later | State::NotConcerned)
}

fn done_on(on: Date, texts: &Texts) -> String {
    texts.interface.states.done_on.fill(&On {
        date: texts.interface.dates.full(on),
    })
}

/// Why to look again at a platform ticked off on the day `on`, in a sentence.
#[must_use]
pub fn why_again(texts: &Texts, on: Date, reason: RecheckReason) -> String {
    let states = &texts.interface.states;
    let date = |day| texts.interface.dates.full(day);
    let on = date(on);
    match reason {
        RecheckReason::Old => states.check_again_old.fill(&TickedOn { on }),
        RecheckReason::Moved => states.check_again_moved.fill(&TickedOn { on }),
        RecheckReason::Changed(changed) => states.check_again_changed.fill(&ChangedOn {
            changed: date(changed),
            on,
        }),
    }
}

/// What is done, and what time the rest takes.
#[must_use]
pub fn progress_words(progress: Progress, interface: &Interface) -> String {
    let done = interface.list.progress.fill(&DoneOf {
        done: progress.done.to_string(),
        of: progress.of.to_string(),
    });
    with_remaining(done, progress, interface)
}

/// As [`progress_words`], in figures where it can be.
#[must_use]
pub fn progress_short(progress: Progress, interface: &Interface) -> String {
    with_remaining(progress_figures(progress), progress, interface)
}

/// What is done, in figures alone.
#[must_use]
pub fn progress_figures(progress: Progress) -> String {
    format!("{}/{}", progress.done, progress.of)
}

fn with_remaining(done: String, progress: Progress, interface: &Interface) -> String {
    if progress.minutes == 0 {
        return done;
    }
    let count = progress.minutes.to_string();
    let remaining = interface.list.remaining.fill(&Count { count });
    format!("{done} · {remaining}")
}
