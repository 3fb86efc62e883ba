//! The words of line mode: the section `[line_mode]` of
//! `content/<language>/interface.toml`.

use serde::Deserialize;

use super::values::{
    Count, CountOf, DoneOf, FromToOf, Given, GivenKnown, HoursMinutes, KnownOnes, LabelState, Name,
    NamePlaceState, QueryCount, Reason, StepOfTitle, Time, TitleCount, YesNoLater,
};
use crate::content::template::{Plural, Template, Text, Words};

/// Line mode.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct LineMode {
    pub welcome: Text,
    pub first_run: Text,
    pub menu: Text,
    pub platforms: Plural<Count>,
    pub for_you: Template<CountOf>,
    pub done_of: Template<DoneOf>,
    pub remaining: Template<Time>,
    pub time: SpokenTime,
    pub choices: Plural<Count>,
    pub page: Template<FromToOf>,
    pub platform: Template<NamePlaceState>,
    pub resumed: Text,
    pub step: Template<StepOfTitle>,
    pub extra_step: Template<StepOfTitle>,
    pub story_page: Template<StepOfTitle>,
    pub points: Plural<TitleCount>,
    pub then: Text,
    pub switch: Template<LabelState>,
    pub sources: Plural<TitleCount>,
    pub found: Plural<QueryCount>,
    pub search_again: Text,
    pub language_now: Template<Name>,
    pub not_opened: Template<Reason>,
    pub alone_address: Text,
    pub alone_text: Text,
    pub by_phone: Text,
    pub by_web: Text,
    pub no_phone: Text,
    pub no_lists: Text,
    pub no_text: Text,
    pub question_mark: Text,
    pub slash: Text,
    pub prompt: Text,
    pub prompt_name: Template<Name>,
    pub prompt_forward: Text,
    pub prompt_finish: Text,
    pub prompt_to_step: Text,
    pub prompt_more: Text,
    pub prompt_back: Text,
    pub prompt_search: Text,
    pub help: Text,
    pub not_understood: Template<GivenKnown>,
    pub several: Template<GivenKnown>,
    pub numbers: Plural<Count>,
    pub ask_done: Template<YesNoLater>,
    pub ask_again: Template<YesNoLater>,
    pub ask_kept: Template<YesNoLater>,
    pub prompt_done: Text,
    pub nothing_noted: Text,
    pub whole_word: Template<GivenKnown>,
    pub unknown_name: Template<Given>,
    /// Where something to be noted is said where no platform is at hand.
    pub without_name: Template<Given>,
    pub nothing_to_mark: Template<Name>,
    pub left: Plural<Count>,
    pub and: Words,
    /// The question which platforms somebody uses.
    pub which: LineModeWhich,
    pub bye: Text,
    pub bye_unsaved: Text,
    pub bye_choosing: Text,
    pub bye_failed: Text,
    /// What a numbered choice does, where the help page has no words for it.
    pub choice: LineModeChoices,
    /// The words each answer can be given by.
    pub answers: LineModeAnswers,
}

/// The question which platforms somebody uses.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct LineModeWhich {
    pub ask: Text,
    pub how: Text,
    pub prompt: Text,
    pub prompt_end: Plural<Count>,
    pub prompt_group: Text,
    pub chosen: Template<KnownOnes>,
    pub chosen_one: Template<Name>,
    pub none: Text,
    pub kept: Text,
    pub new: Template<KnownOnes>,
    pub without: Words,
    pub all: Words,
}

/// What a numbered choice does.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct LineModeChoices {
    pub begin: Template<Name>,
    pub proceed: Template<Name>,
    pub open_other: Template<Count>,
    pub write: Text,
    pub copy: Text,
    pub copy_other: Template<Count>,
    pub lists: Text,
    pub more: Text,
    pub repeat: Text,
    pub unticked: Text,
    pub left: Text,
    pub which: Text,
}

/// The words each answer can be given by.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct LineModeAnswers {
    pub forward: Words,
    pub yes: Words,
    pub no: Words,
    pub back: Words,
    pub menu: Words,
    pub done: Words,
    pub todo: Words,
    pub later: Words,
    pub not_concerned: Words,
    pub not_seen: Words,
    pub not_found: Words,
    pub report: Words,
    pub open: Words,
    pub copy: Words,
    pub phone: Words,
    pub web: Words,
    pub lists: Words,
    pub sources: Words,
    pub letter: Words,
    pub all_steps: Words,
    pub left: Words,
    pub which: Words,
    pub act: Words,
    pub story: Words,
    pub search: Words,
    pub language: Words,
    pub undo: Words,
    pub repeat: Words,
    pub help: Words,
    pub quit: Words,
}

/// A time as it is said aloud.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct SpokenTime {
    pub minutes: Plural<Count>,
    pub hours: Plural<Count>,
    pub both: Template<HoursMinutes>,
}
