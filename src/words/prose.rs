//! What is said of one platform in one language, from
//! `content/<language>/platforms/<id>.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::content::Text;
use crate::language::Language;

/// The prose of one platform. Its texts may quote the platform's own words:
/// `{switch}`, `{page}` (the last menu of the path) and `{label.NAME}`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prose {
    /// The other languages it is partly, or wholly, in, where the reader's has
    /// not all of it yet.
    #[serde(skip)]
    pub borrowed: Vec<Language>,
    /// What happens and what can be done, in a sentence or two.
    pub summary: Text,
    /// What somebody who has refused at the platform of `covered_by` has to look at, and
    /// when that is enough.
    pub covered: Option<String>,
    /// More on what happens.
    #[serde(default)]
    pub what: Vec<String>,
    /// The data used.
    #[serde(default)]
    pub used: Vec<String>,
    /// The data not used.
    #[serde(default)]
    pub not_used: Vec<String>,
    /// What to know when opening the address.
    #[serde(default)]
    pub open: Vec<String>,
    /// The way through the phone's app, one act an item.
    #[serde(default)]
    pub phone: Vec<String>,
    /// The way through the menus, one act an item, for the kind `path`.
    #[serde(default)]
    pub path: Vec<String>,
    /// What to know at the setting itself.
    #[serde(default)]
    pub control: Vec<String>,
    /// What whoever runs the account has to do, one act an item, for the kinds
    /// `admin` and `email`.
    #[serde(default)]
    pub ask: Vec<String>,
    /// The mail to send, for the kind `email`.
    pub message: Option<String>,
    /// What still helps, for the kind `none`.
    #[serde(default)]
    pub helps: Vec<String>,
    /// What to use instead, for the kind `none`.
    #[serde(default)]
    pub alternatives: Vec<String>,
    /// Where to look to make sure, for the kind `off`.
    #[serde(default)]
    pub place: Vec<String>,
    /// What to enter in the form, one act an item.
    #[serde(default)]
    pub fill: Vec<String>,
    /// What to expect once it is done.
    #[serde(default)]
    pub confirm: Vec<String>,
    /// What is particular where the page does not show what it should: whom it is
    /// hidden from, what the platform shows instead.
    #[serde(default)]
    pub not_seen: Vec<String>,
    /// What a refusal does not do, and traps that stay.
    #[serde(default)]
    pub remains: Vec<String>,
    /// The extra levers, by id.
    #[serde(default)]
    pub extra: BTreeMap<String, ExtraProse>,
}

/// The prose of an extra lever.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExtraProse {
    /// Its title.
    pub title: Text,
    /// What it is for and what to do.
    pub body: Vec<String>,
}
