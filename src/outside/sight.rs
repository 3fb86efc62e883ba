//! How the files of a folder look from outside: whoever has read them need not read them
//! again to know that nobody has written to them since.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::files::PathKind;

/// How long the clock of a file system may stand still: on old ones, two seconds. What was
/// written that shortly before it was read may have been written to since, and look as
/// before.
const STANDS_STILL: Duration = Duration::from_secs(2);

/// How files looked.
#[derive(Debug, Clone)]
pub struct Sight {
    /// Of their names, lengths and days.
    hash: DefaultHasher,
    /// When one of them was last written to.
    newest: Option<SystemTime>,
    /// When somebody began to look.
    begun: SystemTime,
}

impl Sight {
    /// Nothing yet.
    #[must_use]
    pub fn begin() -> Self {
        Self {
            hash: DefaultHasher::new(),
            newest: None,
            begun: SystemTime::now(),
        }
    }

    /// Looks at what lies at `path`, and is called `name`.
    ///
    /// # Errors
    /// If it leads nowhere, or cannot be looked at.
    pub fn look(&mut self, path: &Path, name: &str) -> io::Result<PathKind> {
        name.hash(&mut self.hash);
        let metadata = fs::metadata(path)?;
        let written = metadata.modified().ok();
        (metadata.len(), written).hash(&mut self.hash);
        self.newest = self.newest.max(written);
        Ok(PathKind::of(&metadata))
    }

    /// Whether what looked so, and was read then, and now looks as in `later`, need not be
    /// read again.
    #[must_use]
    pub fn holds(&self, later: &Self) -> bool {
        let settled = self.newest.is_none_or(|newest| {
            self.begun
                .duration_since(newest)
                .is_ok_and(|ago| ago > STANDS_STILL)
        });
        settled && self.hash.finish() == later.hash.finish()
    }
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "the test writes what is looked at"
)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    #[test]
    fn what_was_written_just_now_or_otherwise_is_read_again() {
        let folder = TempDir::new().expect("a folder for the test");
        let path = folder.path().join("a.toml");
        let see = |text: &str, ago: u64| {
            fs::write(&path, text).expect("a file");
            let day = SystemTime::now() - Duration::from_secs(ago);
            let file = fs::File::options().write(true).open(&path);
            file.and_then(|file| file.set_modified(day)).expect("a day");
            let mut sight = Sight::begin();
            let kind = sight.look(&path, "a.toml").expect("a file");
            assert_eq!(kind, PathKind::File);
            sight
        };
        let again = || {
            let mut sight = Sight::begin();
            sight.look(&path, "a.toml").map(|_| sight).expect("a file")
        };
        let old = see("one", 3600);
        assert!(old.holds(&again()));
        let (longer, newer) = (see("three", 3600), see("two", 0));
        assert!(!old.holds(&longer) && !old.holds(&newer));
        assert!(!newer.holds(&again()));
    }
}
