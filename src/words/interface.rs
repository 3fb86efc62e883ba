//! Every word of the program itself, from `content/<language>/interface.toml`.
//!
//! A field is the key of the same name. A word that is missing, misspelt or
//! faulty stops the content from being read.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::dates::Dates;
use super::line_mode::LineMode;
use super::values::{
    AtPlace, ChangedOn, Checked, Count, DamagedFile, DoneOf, Folder, FoundFaults, Given, GivenFrom,
    GivenOther, GivenWanted, HoursMinutes, Id, InLanguage, KnownOnes, Letter, MailTo, Merged,
    MergedSame, Name, NameId, NameOn, Nearest, On, PathFormat, PathReason, PlaceReason, Query,
    Quoted, Reason, ReportedVersion, ShareOf, Size, Sizes, SkippedRecord, StepOf, TickedOn, Time,
    Wanted,
};
use crate::content::Lazy;
use crate::content::template::{Plural, Template, Text, Words};
use crate::language::Language;

/// The words of the program, section by section.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Interface {
    /// The language’s own name.
    pub language: Text,
    /// The languages to read where a text is not translated yet, in this order.
    /// The built-in languages have all their texts, and no such key.
    #[serde(default)]
    pub falls_back_to: Vec<Language>,
    /// The program’s name.
    pub name: Text,
    /// The list of platforms, the first screen.
    pub list: Lazy<List>,
    /// What is said of names that are not on the list.
    pub unlisted: Lazy<UnlistedWords>,
    /// The choice of the platforms one uses.
    pub which: Lazy<WhichWords>,
    /// What somebody can tell those who look after the content.
    pub report: Lazy<ReportWords>,
    /// The groups of platforms, by id.
    pub groups: Lazy<BTreeMap<String, Text>>,
    /// What platforms are called in this language, by id, where that is not their
    /// own name.
    pub names: Lazy<BTreeMap<String, Text>>,
    /// How dates are written.
    pub dates: Lazy<Dates>,
    /// What each kind of lever asks of a person, in a sentence.
    pub kinds: Lazy<Asks>,
    /// The states of a platform.
    pub states: Lazy<States>,
    /// A walk, around its steps.
    pub walk: Lazy<WalkWords>,
    /// What a step offers, spelled out beside the key.
    pub offers: Lazy<Offers>,
    /// The same in a word or two, for the bottom line.
    pub hints: Lazy<Hints>,
    /// The help page.
    pub help: Lazy<Help>,
    /// The names of the keys.
    pub keys: Lazy<Keys>,
    /// The page of sources.
    pub sources: Lazy<Sources>,
    /// The choice of a language.
    pub languages: Lazy<Languages>,
    /// The page with a QR code.
    pub qr: Lazy<Qr>,
    /// What the program says happened.
    pub status: Lazy<Status>,
    /// What the live preview of a folder of texts says.
    pub preview: Lazy<Preview>,
    /// What went wrong, and what to do.
    pub errors: Lazy<Errors>,
    /// What is said of settings that cannot be used.
    pub settings: Lazy<SettingsWords>,
    /// The command line’s own help.
    pub cli: Lazy<CommandLine>,
    /// What the commands `mark` and `open` say.
    pub marked: Lazy<Marked>,
    /// What the command `merge` says of the differences.
    pub merging: Lazy<Merging>,
    /// What the command `content check` says around what it found.
    pub check: Lazy<Check>,
    /// Line mode.
    pub line_mode: Lazy<LineMode>,
}

/// The list of platforms, the first screen.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct List {
    pub progress: Template<DoneOf>,
    pub again: Plural<Count>,
    pub not_found: Plural<Count>,
    pub remaining: Template<Time>,
    pub first_five: Text,
    pub search: Text,
    pub nothing_found: Template<Query>,
    pub clear_search: Text,
    pub whole_list: Template<Letter>,
    pub first_run: Text,
    pub all_done: Text,
    pub all_but_not_found: Text,
    pub five_done: Text,
    /// What stands beside a platform that came after the choice.
    pub new: Text,
    pub new_asks: Text,
    pub shown_left: Text,
    pub shown_again: Text,
    pub none_left: Text,
    pub none_again: Text,
    /// What is typed into the search to see what is left to do.
    pub left_words: Words,
    /// What is typed into the search to see what is to be looked at again.
    pub again_words: Words,
    pub started: Template<DoneOf>,
    pub old_facts: Template<Checked>,
    pub minutes: Template<Count>,
    pub hours: Template<Count>,
    pub hours_minutes: Template<HoursMinutes>,
    pub time_needed: Plural<Count>,
}

/// What is said of names that are not on the list, and what can be done there.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct UnlistedWords {
    pub no_setting: Template<NameOn>,
    pub trains: Template<NameOn>,
    pub unsure: Template<NameOn>,
    pub admin: Template<NameOn>,
    pub off: Template<NameOn>,
    pub settings: Text,
    pub letter: Text,
    pub tell: Text,
}

/// The choice of the platforms one uses.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct WhichWords {
    pub title: Text,
    pub first: Text,
    pub first_short: Text,
    pub intro: Text,
    pub kept: Template<Letter>,
    pub none_yet: Text,
    pub chosen: Plural<Count>,
    pub skip: Text,
}

/// What somebody can tell those who look after the content.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ReportWords {
    pub title: Text,
    pub lead: Text,
    pub to: Template<MailTo>,
    pub nowhere: Text,
    pub about: Text,
    pub missing: Template<Name>,
    pub platform: Template<NameId>,
    pub step: Template<NameId>,
    pub address: Template<Quoted>,
    pub label: Template<Quoted>,
    pub seen: Text,
    pub language: Template<Quoted>,
    pub program: Template<ReportedVersion>,
    pub program_alone: Template<Quoted>,
    pub written: Template<Given>,
}

/// What each kind of lever asks of a person, in a sentence.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Asks {
    pub switch: Text,
    pub form: Text,
    pub path: Text,
    pub email: Text,
    pub admin: Text,
    pub none: Text,
    pub off: Text,
}

/// The states of a platform.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct States {
    pub todo: Text,
    pub new: Text,
    pub done: Text,
    pub done_on: Template<On>,
    pub later: Text,
    pub not_concerned: Text,
    pub not_found: Text,
    pub not_found_on: Template<On>,
    pub check_again: Text,
    pub check_again_changed: Template<ChangedOn>,
    pub check_again_old: Template<TickedOn>,
    pub check_again_moved: Template<TickedOn>,
    pub check_again_not_found: Template<TickedOn>,
    pub check_again_future: Template<TickedOn>,
    pub nothing_to_do: Text,
    pub no_opt_out: Text,
    pub objected: Text,
    pub objected_on: Template<On>,
}

/// A walk, around its steps.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct WalkWords {
    pub position: Template<StepOf>,
    pub extra_position: Template<StepOf>,
    pub done_on: Template<On>,
    pub not_found_on: Template<On>,
    pub not_done: Text,
    pub leaving: Template<Name>,
    pub untranslated: Template<InLanguage>,
    pub short: Text,
    pub all_again: Text,
    pub covered: Template<Name>,
    pub more: Text,
}

/// What a step offers, spelled out beside the key.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Offers {
    pub open: Text,
    pub copy: Text,
    pub copy_text: Text,
    pub qr: Text,
    pub phone: Text,
    pub web: Text,
    pub not_seen: Text,
    pub not_found: Text,
    pub report: Text,
    pub choose_address: Text,
    pub tick: Text,
    pub go_on: Text,
    pub untick: Text,
    pub flip: Text,
    pub unfold: Text,
    pub fold: Text,
    pub write: Text,
    pub letter: Text,
    pub all_steps: Text,
    pub act: Template<Name>,
}

/// The same in a word or two, for the bottom line.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Hints {
    pub begin: Text,
    pub resume: Text,
    pub view: Text,
    pub next: Text,
    pub next_platform: Text,
    pub read_on: Text,
    pub finish: Text,
    pub back: Text,
    pub tick: Text,
    pub without: Text,
    pub not_yet: Text,
    pub untick: Text,
    pub not_seen: Text,
    pub not_found: Text,
    pub report: Text,
    pub to_step: Text,
    pub flip: Text,
    pub unfold: Text,
    pub fold: Text,
    pub open: Text,
    pub copy: Text,
    pub qr: Text,
    pub phone: Text,
    pub web: Text,
    pub act: Text,
    pub sources: Text,
    pub letter: Text,
    pub all_steps: Text,
    pub story: Text,
    pub search: Text,
    pub filter: Text,
    pub language: Text,
    pub undo: Text,
    pub help: Text,
    pub quit: Text,
    pub close: Text,
    pub choose: Text,
    pub keep: Text,
    pub clear: Text,
    pub show_all: Text,
    pub larger: Text,
    pub smaller: Text,
}

/// The help page.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Help {
    pub title: Text,
    pub here: Text,
    pub elsewhere: Text,
    pub movement: Text,
    pub page: Text,
    pub ends: Text,
    pub forward: Text,
    pub enter: Text,
    pub back: Text,
    pub home: Text,
    pub toggle: Text,
    pub later: Text,
    pub not_concerned: Text,
    pub not_seen: Text,
    pub open: Text,
    pub copy: Text,
    pub qr: Text,
    pub phone: Text,
    pub sources: Text,
    pub letter: Text,
    pub all_steps: Text,
    pub story: Text,
    pub act: Text,
    pub search: Text,
    pub filter: Text,
    pub which: Text,
    pub end_choice: Text,
    pub leave_choice: Text,
    pub language: Text,
    pub menu: Text,
    pub undo: Text,
    pub help: Text,
    pub redraw: Text,
    pub save: Text,
    pub quit: Text,
    pub saved: Text,
    pub not_saved: Text,
    pub network: Text,
    pub workshop: WorkshopHelp,
}

/// What keys do in a workshop.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct WorkshopHelp {
    pub next: Text,
    pub back: Text,
    pub close: Text,
    pub count: Text,
    pub scroll: Text,
    pub blank: Text,
    pub to_plan: Text,
    pub so_far: Text,
    pub park: Text,
    pub notes: Text,
    pub drop: Text,
}

/// The names of the keys.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Keys {
    pub control: Template<Letter>,
    pub enter: Text,
    pub space: Text,
    pub escape: Text,
    pub backspace: Text,
    pub page_up: Text,
    pub page_down: Text,
    pub home: Text,
    pub end: Text,
    pub up: Text,
    pub down: Text,
    pub left: Text,
    pub right: Text,
}

/// The page of sources.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Sources {
    pub title: Text,
    pub address: Text,
    pub facts: Text,
    pub labels: Text,
    pub checked: Template<Checked>,
    pub untried: Text,
    pub undated: Text,
}

/// The choice of a language.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Languages {
    pub title: Text,
    pub share: Template<ShareOf>,
}

/// The page with a QR code.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Qr {
    pub title: Text,
    pub scan: Text,
    pub too_small: Template<Size>,
    pub or_type: Text,
}

/// What the program says happened.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Status {
    pub opening: Text,
    pub asked: Text,
    pub opening_mail: Text,
    pub asked_mail: Text,
    pub mail_failed: Template<Reason>,
    pub no_display: Text,
    pub over_ssh: Text,
    pub open_failed: Template<Reason>,
    pub copied: Text,
    pub copied_text: Text,
    pub copy_failed: Template<Reason>,
    pub no_address: Text,
    pub nothing_to_tick: Text,
    pub nothing_to_see: Text,
    pub already_all_steps: Text,
    pub now_todo: Template<Name>,
    pub now_done: Template<Name>,
    pub now_later: Template<Name>,
    pub now_not_concerned: Template<Name>,
    pub now_not_found: Template<Name>,
    pub now_sent: Template<Name>,
    pub now_unsent: Template<Name>,
    pub now_unmarked: Template<Name>,
    pub chosen: Plural<Count>,
    pub chosen_none: Text,
    pub chosen_time: Template<Time>,
    pub choice_undone: Text,
    pub undone: Template<Name>,
    pub undone_earlier: Template<MergedSame>,
    pub changed_since: Template<Name>,
    pub nothing_to_undo: Text,
    pub saving: Text,
    pub not_saved: Template<Reason>,
    pub language_not_kept: Template<Reason>,
    pub unsaved: Text,
    pub all_saved: Text,
    pub set_aside: Template<DamagedFile>,
    pub file_gone: Text,
    pub file_damaged: Template<DamagedFile>,
    pub taken_in: Template<Given>,
    pub taken_in_many: Template<Count>,
    pub restored: Template<Given>,
    pub restored_many: Template<Count>,
    pub skipped: Template<SkippedRecord>,
    pub pasted: Text,
    pub not_utf8: Text,
    pub too_small: Template<Sizes>,
}

/// What the live preview of a folder of texts says.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Preview {
    pub fault: Template<PlaceReason>,
    pub kept: Text,
    pub gone: Template<AtPlace>,
    pub unwatched: Text,
}

/// What went wrong, and what to do.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Errors {
    pub error: Text,
    pub hint: Text,
    pub unknown_platform: Template<Given>,
    pub unknown_step: Template<Given>,
    pub did_you_mean: Template<Nearest>,
    pub list_platforms: Text,
    pub bad_date: Template<Given>,
    pub bad_date_hint: Text,
    pub future_date: Template<Given>,
    pub future_date_hint: Text,
    pub date_needs_done: Text,
    pub date_needs_done_hint: Text,
    pub nothing_to_mark: Template<Name>,
    pub mark_the_rest: Text,
    pub unknown_language: Template<GivenFrom>,
    pub unknown_language_hint: Template<KnownOnes>,
    pub content_unreadable: Template<PathReason>,
    pub content_unreadable_hint: Text,
    pub file_unwritable: Template<PathReason>,
    pub file_unwritable_hint: Text,
    pub file_exists: Template<Given>,
    pub file_exists_hint: Text,
    pub same_language: Template<Given>,
    pub same_language_hint: Text,
    pub content_faulty: Template<PlaceReason>,
    pub content_faulty_hint: Text,
    pub content_empty: Template<Folder>,
    pub content_empty_hint: Text,
    pub checklist_unreadable: Template<PathReason>,
    pub checklist_unreadable_hint: Text,
    pub other_unreadable_hint: Text,
    pub checklist_damaged: Template<DamagedFile>,
    pub damaged_syntax: Text,
    pub damaged_value: Template<GivenWanted>,
    pub checklist_damaged_hint: Text,
    pub other_damaged_hint: Text,
    pub checklist_newer: Template<PathFormat>,
    pub checklist_newer_hint: Text,
    pub checklist_unwritable: Template<PathReason>,
    pub checklist_unwritable_hint: Text,
    pub unsaved_hint: Text,
    pub no_place: Text,
    pub no_place_hint: Text,
    pub no_address: Template<Name>,
    pub no_form: Template<Name>,
    pub show_hint: Template<Id>,
    pub not_opened: Template<Reason>,
    pub not_opened_hint: Text,
    pub no_display: Text,
    pub over_ssh: Text,
    pub launcher: Text,
    pub terminal: Template<Reason>,
    pub terminal_hint: Text,
    pub output: Template<Reason>,
    pub output_hint: Text,
    pub unknown_argument: Template<Given>,
    pub missing_argument: Template<Wanted>,
    pub missing_value: Template<Wanted>,
    pub bad_value: Template<GivenWanted>,
    pub possible_values: Template<KnownOnes>,
    pub no_value: Template<Given>,
    pub no_value_hint: Text,
    pub twice: Template<Given>,
    pub conflicting: Template<GivenOther>,
    pub conflicting_hint: Text,
    pub not_unicode: Text,
    pub usage_hint: Text,
    pub not_found: Text,
    pub not_allowed: Text,
    pub already_there: Text,
    pub bad_name: Text,
    pub is_a_folder: Text,
    pub not_a_folder: Text,
    pub not_a_file: Text,
    pub disk_full: Text,
    pub too_large: Text,
    pub read_only: Text,
    pub unsupported: Text,
    pub in_use: Text,
    pub too_slow: Text,
    pub ended_with_error: Text,
}

/// What is said of settings that cannot be used.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct SettingsWords {
    pub unreadable: Template<PathReason>,
    pub damaged: Template<DamagedFile>,
    pub unknown: Template<GivenFrom>,
    pub bad_value: Template<GivenWanted>,
    pub possible: Template<KnownOnes>,
}

/// The command line’s own help.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct CommandLine {
    pub about: Text,
    pub usage: Text,
    pub commands: Text,
    pub arguments: Text,
    pub options: Text,
    pub common_options: Text,
    pub walk: Text,
    pub list: Text,
    pub show: Text,
    pub open: Text,
    pub mark: Text,
    pub workshop: Text,
    pub minutes: Text,
    pub start: Text,
    pub people: Text,
    pub platforms: Text,
    pub second_lang: Text,
    pub plan: Text,
    pub summary: Text,
    pub force: Text,
    pub notes: Text,
    pub round: Text,
    pub look_after: Text,
    pub check: Text,
    pub new: Text,
    pub status: Text,
    pub accept: Text,
    pub urls: Text,
    pub schema: Text,
    pub platform: Text,
    pub state: Text,
    pub list_state: Text,
    pub merge: Text,
    pub merge_file: Text,
    pub dry_run: Text,
    pub on: Text,
    pub json: Text,
    pub form: Text,
    pub lang: Template<KnownOnes>,
    pub content: Text,
    pub checklist: Text,
    pub no_save: Text,
    pub plain: Text,
    pub ascii: Text,
    pub theme: Text,
    pub links: Text,
    pub browser: Text,
    pub dir: Text,
    pub output: Text,
    pub strict: Text,
    pub new_lang: Text,
    pub new_dir: Text,
    pub translation: Text,
    pub missing: Text,
    pub keys: Text,
    pub all: Text,
    pub help: Text,
    pub version: Text,
    pub environment: Text,
    pub help_command: Text,
    pub help_of: Text,
    pub more: Text,
    pub completions: Text,
    pub shell: Text,
    pub man: Text,
    pub man_output: Text,
    pub examples: Text,
    pub values: ValueNames,
    pub example: CommandExamples,
    pub handout: HandoutHelp,
    pub letter: LetterHelp,
    pub export: ExportHelp,
    pub manual: ManualWords,
    pub report: ReportHelp,
}

/// The manual: its headings, and what it says beside the help.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ManualWords {
    pub title: Text,
    pub name: Text,
    pub synopsis: Text,
    pub description: Text,
    pub commands: Text,
    pub arguments: Text,
    pub options: Text,
    pub common_options: Text,
    pub files: Text,
    pub environment: Text,
    pub exit_status: Text,
    pub examples: Text,
    pub see_also: Text,
    pub without_command: Text,
    pub checklist_file: Text,
    pub settings_file: Text,
    pub lang_variable: Text,
    pub content_variable: Text,
    pub checklist_variable: Text,
    pub plain_variable: Text,
    pub accessible_variable: Text,
    pub no_color_variable: Text,
    pub browser_variable: Text,
    pub locale_variables: Text,
    pub done: Text,
    pub failed: Text,
    pub wrong_usage: Text,
    pub signal: Text,
}

/// The help of the command `export`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ExportHelp {
    pub about: Text,
    pub format: Text,
    pub remind_on: Text,
    pub output: Text,
    pub force: Text,
}

/// The help of the command `letter`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct LetterHelp {
    pub about: Text,
    pub kind: Text,
    pub name: Text,
    pub address: Text,
    pub email: Text,
    pub place: Text,
    pub date: Text,
    pub account: Text,
    pub reason: Text,
    pub data: Text,
    pub no_account: Text,
    pub organisation_account: Text,
    pub child: Text,
    pub sent: Text,
    pub to: Text,
    pub english: Text,
    pub format: Text,
    pub window: Text,
    pub short: Text,
    pub output: Text,
    pub force: Text,
}

/// What the values of options and arguments are called.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ValueNames {
    pub options: Text,
    pub platform: Text,
    pub platforms: Text,
    pub state: Text,
    pub step: Text,
    pub file: Text,
    pub folder: Text,
    pub language: Text,
    pub command: Text,
    pub theme: Text,
    pub when: Text,
    pub day: Text,
    pub time: Text,
    pub number: Text,
    pub seconds: Text,
    pub name: Text,
    pub account: Text,
    pub address: Text,
    pub email: Text,
    pub format: Text,
    pub key: Text,
    pub kind: Text,
    pub place: Text,
    pub side: Text,
    pub text: Text,
    pub shell: Text,
}

/// What each example of the help does.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct CommandExamples {
    pub start: Text,
    pub walk: Text,
    pub plain: Text,
    pub list: Text,
    pub json: Text,
    pub show: Text,
    pub show_in: Text,
    pub open: Text,
    pub open_form: Text,
    pub open_with: Text,
    pub mark: Text,
    pub mark_on: Text,
    pub mark_aside: Text,
    pub merge: Text,
    pub merge_try: Text,
    pub workshop: Text,
    pub workshop_long: Text,
    pub workshop_notes: Text,
    pub handout: Text,
    pub handout_large: Text,
    pub export: Text,
    pub export_calendar: Text,
    pub letter: Text,
    pub report: Text,
    pub report_mail: Text,
    pub help: Text,
    pub completions_bash: Text,
    pub completions_fish: Text,
    pub man: Text,
    pub man_folder: Text,
    pub check: Text,
    pub status: Text,
    pub new: Text,
    pub accept: Text,
    pub urls: Text,
    pub schema: Text,
}

/// The help of the command `handout`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct HandoutHelp {
    pub about: Text,
    pub platforms: Text,
    pub workshop: Text,
    pub minutes: Text,
    pub plan: Text,
    pub second_lang: Text,
    pub large: Text,
    pub notes: Text,
    pub organisation: Text,
    pub output: Text,
    pub force: Text,
}

/// The help of the command `report`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ReportHelp {
    pub about: Text,
    pub platform: Text,
    pub step: Text,
    pub format: Text,
    pub output: Text,
    pub force: Text,
}

/// What the commands `mark` and `open` say.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Marked {
    pub done: Template<NameOn>,
    pub objected: Template<NameOn>,
    pub later: Template<Name>,
    pub not_concerned: Template<Name>,
    pub not_found: Template<NameOn>,
    pub todo: Template<Name>,
    pub unmarked: Template<Name>,
    pub not_saved: Text,
    pub opened: Text,
}

/// What `merge` says of the differences.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Merging {
    pub taken: Template<Merged>,
    pub kept: Template<Merged>,
    pub both: Template<MergedSame>,
    pub same: Text,
    pub dry_run: Text,
    pub copy: Template<Given>,
    pub aside: Template<Given>,
}

/// What the command `content check` says around what it found.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Check {
    pub error: Text,
    pub warning: Text,
    pub note: Text,
    pub help: Text,
    pub errors: Plural<Count>,
    pub warnings: Plural<Count>,
    pub notes: Plural<Count>,
    pub clean: Plural<Count>,
    pub passed: Template<FoundFaults>,
    pub failed: Template<FoundFaults>,
    pub failed_hint: Text,
    pub longest_ago: Template<NameOn>,
}
