//! The words of a workshop, from `content/<language>/workshop.toml`. They are read
//! only where one is led or its sheet is printed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::values::{Count, Given, Name, On, Reason, Size, Sizes};
use crate::content::template::{Plural, Template, Text, values};

/// The words of a workshop in one language.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkshopWords {
    /// The screens of the plans, by id.
    #[serde(default)]
    pub screens: BTreeMap<String, ScreenWords>,
    /// The cards, by id.
    #[serde(default)]
    pub cards: BTreeMap<String, CardWords>,
    /// The questions that people ask, by id.
    #[serde(default)]
    pub questions: BTreeMap<String, QuestionWords>,
    /// Whom to turn to, by id.
    #[serde(default)]
    pub turn_to: BTreeMap<String, TurnToWords>,
    /// What the program itself says.
    pub words: WorkshopInterface,
}

/// The words of a screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScreenWords {
    /// The heading on the wall.
    pub title: Text,
    /// What else stands on the wall.
    #[serde(default)]
    pub body: Vec<Text>,
    /// What the facilitator can say, a paragraph an item.
    #[serde(default)]
    pub notes: Vec<Text>,
    /// The answers that hands are counted for, where they are not the usual ones.
    #[serde(default)]
    pub answers: Vec<Text>,
}

/// The words of a card.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CardWords {
    /// The statement to judge.
    pub statement: Text,
    /// The answer, which begins with the verdict.
    pub answer: Text,
    /// What the facilitator can say.
    #[serde(default)]
    pub notes: Vec<Text>,
}

/// A question and its answer.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    /// The question.
    pub question: Text,
    /// The answer, to speak.
    pub answer: Text,
}

/// Whom to turn to, in words.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TurnToWords {
    /// The official name.
    pub name: Text,
    /// What they do.
    pub does: Text,
}

/// What the program itself says in a workshop.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct WorkshopInterface {
    pub resume: ResumeWords,
    pub preflight: PreflightWords,
    pub waiting: WaitingWords,
    pub walk: WorkshopWalkWords,
    pub card: VerdictWords,
    pub bars: BarsWords,
    pub parked: ParkedWords,
    pub so_far: SoFarWords,
    pub closing: ClosingWords,
    pub pause: PauseWords,
    pub clinic: ClinicWords,
    pub stand: StandWords,
    pub footer: FooterWords,
    pub said: SaidWords,
    pub leave: LeaveWords,
    pub notes: NotesWords,
    pub summary: SummaryWords,
    pub handout: HandoutWords,
    pub refused: WorkshopRefused,
}

/// The offer to go on with a workshop that was broken off.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ResumeWords {
    pub title: Text,
    pub left: Template<LeftAt>,
    pub go_on: Text,
    pub anew: Text,
}

/// What the facilitator sees before anybody else does.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct PreflightWords {
    pub title: Text,
    pub size: Template<Size>,
    pub too_small: Template<Sizes>,
    pub larger: Template<Sizes>,
    pub languages: Template<Given>,
    pub platforms: Template<Given>,
    pub people: Template<Count>,
    pub people_unknown: Text,
    pub by_phone: Text,
    pub in_browser: Text,
    pub times: Template<FromTo>,
    pub notes_joined: Text,
    pub notes_absent: Template<Given>,
    pub notes_impossible: Template<Reason>,
    pub summary: Template<Given>,
    pub no_summary: Text,
    pub code: Text,
}

/// What the room sees before the beginning.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct WaitingWords {
    pub title: Text,
    pub starts: Template<At>,
    pub soon: Text,
    pub ready: Text,
}

/// The screens of a platform.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct WorkshopWalkWords {
    pub phone: Template<Name>,
    pub browser: Template<Name>,
    pub in_english: Text,
    pub no_phone: Text,
    pub qr: Template<Name>,
    pub sign_in: Text,
    pub no_address: Text,
    pub at_code: Text,
    pub code_too_large: Text,
    pub switch: Template<Name>,
    pub no_switch: Text,
    pub form: Template<Name>,
    pub text_qr: Template<Name>,
    pub reason: Text,
    pub work: Template<Name>,
    pub minutes_left: Plural<Count>,
    pub time_is_up: Text,
    pub at_home: Text,
    pub done: Template<Name>,
    pub answer_done: Text,
    pub answer_not_found: Text,
    pub answer_at_home: Text,
    pub minutes: Plural<Count>,
    pub on_sheet: Text,
}

/// Verdicts, and what hands are raised for.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct VerdictWords {
    pub title: Text,
    pub r#true: Text,
    pub r#false: Text,
    pub depends: Text,
}

/// Before and after.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct BarsWords {
    pub title: Text,
    pub uses: Text,
    pub done: Text,
    pub none: Text,
}

/// The parked questions.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ParkedWords {
    pub title: Text,
    pub none: Text,
    pub ask: Text,
}

/// For whoever comes late.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct SoFarWords {
    pub title: Text,
    pub done: Text,
    pub now: Text,
    pub next: Text,
    pub sheet: Text,
}

/// The end of the evening.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ClosingWords {
    pub turn_to: Text,
    pub again: Text,
    pub again_on: Template<On>,
}

/// The break.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct PauseWords {
    pub title: Text,
    pub until: Template<At>,
}

/// The search over all platforms.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ClinicWords {
    pub title: Text,
    pub search: Text,
    pub nothing: Text,
}

/// The round that goes by itself.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct StandWords {
    pub touch: Text,
}

/// What keys do, in a word, at the bottom of the wall.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct FooterWords {
    pub next: Text,
    pub back: Text,
    pub begin: Text,
    pub flip: Text,
    pub answer: Text,
    pub count: Text,
    pub sources: Text,
    pub search: Text,
    pub plan: Text,
    pub close: Text,
    pub choose: Text,
    pub keep: Text,
    pub stay: Text,
    pub leave: Text,
    pub help: Text,
}

/// What the program says in a line.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct SaidWords {
    pub too_many: Template<PeopleMore>,
    pub by_phone: Text,
    pub in_browser: Text,
    pub parked: Plural<Count>,
    pub notes_warning: Text,
    pub no_address: Text,
    pub no_sources: Text,
    pub dropped: Template<NameAt>,
    pub brought_back: Template<Name>,
    pub nothing_dropped: Text,
    pub nothing_to_drop: Text,
    pub not_kept: Template<Reason>,
    pub end: Text,
}

/// The question before leaving.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct LeaveWords {
    pub title: Text,
    pub kept: Text,
    pub over: Text,
    pub file: Text,
    pub hint: Text,
    pub exists: Template<Given>,
    pub not_written: Template<Reason>,
}

/// The window with the notes.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct NotesWords {
    pub title: Text,
    pub waiting: Template<Given>,
    pub before: Text,
    pub back_row: Text,
    pub at_door: Text,
    pub gone: Text,
    pub over: Text,
    pub more: Text,
    pub which: Text,
    pub none: Text,
    pub screen: Template<ScreenOf>,
    pub next: Text,
    pub last: Text,
    pub elapsed: Template<Elapsed>,
    pub not_begun: Text,
    pub on_time: Template<At>,
    pub late: Plural<CountAt>,
    pub late_hours: Template<SpanAt>,
    pub early: Plural<CountAt>,
    pub early_hours: Template<SpanAt>,
    pub drop: Template<NameAt>,
    pub drop_all: Plural<CountAt>,
    pub nothing_to_drop: Text,
    pub leave_one: Text,
    pub off_plan: Text,
    pub blank: Text,
    pub answers: Text,
}

/// The summary of an evening.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct SummaryWords {
    pub title: Template<On>,
    pub people: Plural<Count>,
    pub times: Template<FromTo>,
    pub hands: Text,
    pub question: Text,
    pub answer: Text,
    pub count: Text,
    pub parked: Text,
    pub none: Text,
}

/// The sheet to take home, and the notes on paper.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct HandoutWords {
    pub title: Text,
    pub lead: Text,
    pub scan: Text,
    pub type_in: Text,
    pub not_advice: Text,
    pub organisation: Text,
    pub code: Template<Name>,
    pub label: Text,
    pub browser: Text,
    pub leave_on: Template<LeftOn>,
    pub done_on: Text,
    pub nothing_to_do: Text,
    pub no_setting: Text,
    pub remains: Text,
    pub further: Text,
    pub checked: Template<On>,
    pub again: Text,
    pub written: Template<Given>,
    pub save_hint: Text,
    pub notes_title: Text,
    pub plan: Text,
    pub from_minute: Text,
    pub lasts: Text,
    pub on_wall: Text,
    pub when_short: Text,
    pub drop_first: Text,
    pub drop_next: Text,
    pub to_say: Text,
    pub questions: Text,
    pub sources: Text,
}

/// Why the command was refused, and what to do.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct WorkshopRefused {
    pub no_terminal: Text,
    pub no_terminal_hint: Text,
    pub people: Template<Given>,
    pub people_hint: Text,
    pub minutes: Template<Given>,
    pub minutes_hint: Template<LeastMost>,
    pub platforms: Template<PlatformsMinutes>,
    pub platforms_hint: Template<Count>,
    pub start: Template<Given>,
    pub start_hint: Text,
    pub seconds: Template<Given>,
    pub seconds_hint: Text,
    pub summary_ending: Template<Given>,
    pub summary_ending_hint: Text,
    pub summary_exists: Template<Given>,
    pub summary_exists_hint: Text,
    pub summary_unwritable: Template<FileReason>,
    pub summary_unwritable_hint: Text,
    pub plan_hint: Text,
    pub no_round: Text,
    pub no_round_hint: Text,
    pub folder: Template<FileReason>,
    pub folder_hint: Text,
    pub foreign: Template<FileReason>,
    pub foreign_hint: Text,
}

values! {
    /// A time of the day.
    At { time }
    /// Two times of the day.
    FromTo { start, end }
    /// When a workshop was broken off, and on which screen.
    LeftAt { date, time, screen }
    /// How many people were expected, and one more.
    PeopleMore { people, more }
    /// What is dropped, and when the evening ends then.
    NameAt { name, time }
    /// A place among the screens.
    ScreenOf { screen, of }
    /// The time since the beginning, and what was planned.
    Elapsed { elapsed, planned }
    /// How many minutes, and the end that this leads to.
    CountAt { count, time }
    /// A span of time, and when something ends.
    SpanAt { span, time }
    /// The fewest and the most minutes.
    LeastMost { least, most }
    /// How many platforms, and how many minutes there are.
    PlatformsMinutes { platforms, minutes }
    /// The position of a setting.
    LeftOn { state }
    /// A file and why it failed.
    FileReason { file, reason }
}
