//! Whether somebody is at a stand still.

use jiff::civil::DateTime;

use super::timing::seconds_after;

/// How many seconds a walk stays without a key. Whoever left it there has gone.
const ALONE: i64 = 60;

/// Somebody at a stand, by the keys that they press.
#[derive(Debug, Clone, Copy)]
pub struct Attendance {
    /// When the last key was pressed.
    last: DateTime,
}

impl Attendance {
    /// Somebody pressed a key now.
    #[must_use]
    pub fn begin(now: DateTime) -> Self {
        Self { last: now }
    }

    /// When they will have gone, if no other key is pressed.
    #[must_use]
    pub fn ends(&self) -> DateTime {
        seconds_after(self.last, ALONE)
    }

    /// Whether they have gone.
    #[must_use]
    pub fn is_over(&self, now: DateTime) -> bool {
        now >= self.ends()
    }
}
