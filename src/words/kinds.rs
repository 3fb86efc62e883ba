//! The wording common to all platforms of a kind, from
//! `content/<language>/kinds.toml`.

use serde::Deserialize;

use super::values::{
    Checked, Count, Deadline, Evidence, Host, Name, NameCompany, NameSince, PageName, Quoted,
};
use crate::content::Lazy;
use crate::content::template::{Plural, Template, Text};

/// The wording common to the kinds.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Kinds {
    /// Shared by all kinds.
    pub common: Lazy<Common>,
    /// How well an address is documented.
    pub evidence: Lazy<EvidenceWords>,
    /// For a setting with an address of its own.
    pub switch: Lazy<SwitchWords>,
    /// For an objection form.
    pub form: Lazy<FormWords>,
    /// For a setting that only menus lead to.
    pub path: Lazy<PathWords>,
    /// For a request by mail.
    pub email: Lazy<MailWords>,
    /// For a setting that whoever runs the account must change.
    pub admin: Lazy<AdminWords>,
    /// Where no setting was found that refuses.
    pub none: Lazy<NoneWords>,
    /// Where there is nothing to do.
    pub off: Lazy<OffWords>,
    /// For whoever looks again at what they did.
    pub again: Lazy<AgainWords>,
    /// Where a page does not show what it should.
    pub not_seen: Lazy<NotSeenWords>,
}

/// The wording all kinds share. A field is the key of the same name.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Common {
    pub default_on: Template<Name>,
    pub default_on_since: Template<NameSince>,
    pub deadline_past: Template<Deadline>,
    pub deadline_past_same: Text,
    pub deadline_ahead: Template<Deadline>,
    pub used: Text,
    pub not_used: Text,
    pub next_address: Text,
    /// What stands above an address that only the reader’s own folder of texts names.
    pub own_address: Template<Host>,
    pub menus: Text,
    pub menus_of_app: Text,
    pub phone: Text,
    pub quoted: Template<Quoted>,
    pub english_label: Text,
    pub label: Text,
    pub forward_only: Text,
    pub old_facts: Template<Checked>,
    pub confirm_next: Text,
    pub titles: Titles,
}

/// How well an address is documented, which the list says of the selected platform.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct EvidenceWords {
    pub documented: Plural<Evidence>,
    pub undated: Plural<Count>,
    pub checked: Template<Checked>,
}

/// The titles of the steps all kinds share.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct Titles {
    pub what: Text,
    pub remains: Text,
}

/// The wording of the kind `switch`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct SwitchWords {
    pub open_title: Text,
    pub open: Template<Name>,
    pub page: Template<PageName>,
    pub confirm_title: Text,
    pub confirm: Text,
    pub toggle: ControlWords,
    pub checkbox: ControlWords,
    pub choice: ControlWords,
}

/// How one shape of setting is spoken of.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct ControlWords {
    pub title: Text,
    pub on: Text,
    pub off: Text,
    pub refused_off: Text,
    pub refused_on: Text,
    pub found_on: Text,
    pub found_off: Text,
    pub other: Text,
}

/// The wording of the kind `form`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct FormWords {
    pub open_title: Text,
    pub open: Template<Name>,
    pub open_to_all: Text,
    pub fill_title: Text,
    pub fill: Text,
    pub reason: Text,
    pub reason_text: Text,
    pub confirm_title: Text,
    pub confirm: Text,
    pub replica: FormReplicaWords,
}

/// A form that is drawn. A field is the key of the same name.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct FormReplicaWords {
    pub question: Text,
    pub yes: Text,
    pub no: Text,
    pub choice: Text,
    pub email: Text,
    pub phone: Text,
    pub reason: Text,
    pub required: Text,
    pub found: Text,
    pub found_empty: Text,
    pub filled: Text,
    pub filled_reason: Text,
    pub sense: Text,
}

/// The wording of the kind `path`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct PathWords {
    pub open_title: Text,
    pub open: Template<Name>,
    pub path_title: Text,
    pub path: Text,
    pub confirm_title: Text,
    pub confirm: Text,
}

/// The wording of the kind `email`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct MailWords {
    pub mail_title: Text,
    pub mail: Template<Name>,
    pub to: Text,
    pub subject: Text,
    pub text: Text,
    pub confirm_title: Text,
    pub confirm: Text,
}

/// The wording of the kind `admin`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct AdminWords {
    pub ask_title: Text,
    pub ask: Template<Name>,
    pub message_lead: Text,
    pub message: Template<Name>,
    pub confirm_title: Text,
    pub confirm: Text,
}

/// The wording of the kind `none`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct NoneWords {
    pub helps_title: Text,
    pub helps: Text,
    pub alternatives_title: Text,
}

/// The wording of the kind `off`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct OffWords {
    pub place_title: Text,
    pub place: Text,
}

/// The wording of the short walk, for whoever looks again at what they did.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct AgainWords {
    pub still_title: Text,
    pub still: Text,
    pub still_admin: Text,
    pub message: Template<Name>,
    pub confirm_title: Text,
    pub confirm: Text,
    pub confirm_admin: Text,
    pub kept_title: Text,
    pub kept_form: Text,
    pub kept_mail: Text,
    pub find: Text,
    pub find_form: Template<NameCompany>,
    pub find_mail: Text,
    pub find_answer: Template<NameCompany>,
    pub find_elsewhere: Text,
    pub lost_form: Text,
    pub lost_mail: Text,
}

/// The wording for whoever does not see what a page should hold.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct NotSeenWords {
    pub title: Text,
    pub lead: Text,
    pub account: Template<Name>,
    pub form_account: Template<Name>,
    pub address: Text,
    pub addresses: Text,
    pub menus: Text,
    pub look_for: Text,
    /// Where there is no page to search: in a program, on a phone, in a car.
    pub look_for_there: Text,
    pub also: Template<Quoted>,
    pub former: Template<Quoted>,
    pub former_path: Template<Quoted>,
    pub former_guides: Text,
    /// Of names known in English alone.
    pub in_english: Template<Quoted>,
    /// What can happen with a form, a paragraph each.
    pub form: Vec<Text>,
    pub concerns: Text,
    pub hidden: HiddenWords,
    pub instead: Text,
    pub still: Text,
}

/// Why somebody may not see a setting or a form.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "a field is the key of the same name")]
pub struct HiddenWords {
    pub work_account: Text,
    pub administrator: Template<Name>,
    pub plan: Text,
    pub region: Text,
    pub age: Template<Name>,
    pub app: Text,
    pub roll_out: Text,
    pub english_only: Text,
}
