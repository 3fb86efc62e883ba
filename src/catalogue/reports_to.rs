//! Where what somebody tells goes.

use serde::Deserialize;

use crate::content::files::REPORTS;
use crate::content::read::read;
use crate::content::{Source, Text};

/// Where reports go: `content/reports.toml`.
#[derive(Debug, Default, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportsTo {
    /// The e-mail address that reads them. Not there as long as nobody does.
    pub mail: Option<Text>,
}

impl ReportsTo {
    /// Where the reports of this content go. The built-in file can be read, and so can
    /// one of somebody's own: the catalogue has read it before.
    pub(super) fn read(source: &Source) -> Self {
        read(source, REPORTS).map_or_else(|_| Self::default(), |(_, to)| to)
    }
}
