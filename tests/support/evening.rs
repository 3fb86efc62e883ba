//! A workshop evening in the real program: somebody's home, the windows opened in it,
//! and the way to the end.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use tempfile::TempDir;

use super::session::Session;

/// What a projector of 1024 by 768 shows in letters that can be read from the back.
pub(crate) const PROJECTOR: (u16, u16) = (53, 18);

/// What a clicker’s button for the next screen sends.
pub(crate) const NEXT: &str = "\x1b[6~";
/// And the one for the screen before.
pub(crate) const BACK: &str = "\x1b[5~";

/// Somebody's home, with a checklist of their own in it, and a runtime folder.
pub(crate) struct Home {
    pub(crate) dir: TempDir,
    checklist: (Vec<u8>, SystemTime),
}

impl Home {
    pub(crate) fn new() -> Self {
        let dir = TempDir::new().expect("a folder for the test");
        let own = dir.path().join("nonmerci");
        fs::create_dir_all(&own).expect("a folder");
        fs::create_dir_all(dir.path().join("run")).expect("a folder");
        let path = own.join("checklist.toml");
        let text = "format = 1\n\n[platforms.linkedin]\nstate = \"done\"\non = 2026-11-23\n";
        fs::write(&path, text).expect("a checklist");
        let checklist = Self::state(&path);
        Self { dir, checklist }
    }

    fn state(path: &Path) -> (Vec<u8>, SystemTime) {
        let modified = fs::metadata(path).and_then(|file| file.modified());
        let bytes = fs::read(path).expect("the checklist");
        (bytes, modified.expect("its time"))
    }

    /// Opens a window of the workshop.
    pub(crate) fn window(&self, size: (u16, u16), arguments: &[&str]) -> Session {
        let run = self.dir.path().join("run").display().to_string();
        let arguments: Vec<_> = ["workshop"].iter().chain(arguments).copied().collect();
        Session::nonmerci(
            size,
            self.dir.path(),
            &arguments,
            &[("XDG_RUNTIME_DIR", &run)],
        )
    }

    /// What the windows share: the names of the files, without those of locks.
    pub(crate) fn kept(&self) -> Vec<String> {
        let Ok(listed) = fs::read_dir(self.dir.path().join("run/nonmerci")) else {
            return Vec::new();
        };
        let names = listed.map(|entry| entry.expect("a file").file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned());
        names.filter(|name| !name.starts_with('.')).collect()
    }

    /// How often the evening has changed, and whether it is on its last screen.
    fn position(&self) -> (u64, bool) {
        let [name] = &self.kept()[..] else {
            panic!("one evening");
        };
        let file = self.dir.path().join("run/nonmerci").join(name);
        let text = fs::read_to_string(file).expect("the position");
        let kept: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let screens = kept["screens"].as_array().expect("screens").len();
        let here = kept["cursor"]["screen"].as_u64().expect("a place");
        let change = kept["change"].as_u64().expect("a number");
        (change, here + 1 == screens as u64)
    }

    /// Nothing of the person was touched.
    pub(crate) fn assert_untouched(&self) {
        let path = self.dir.path().join("nonmerci/checklist.toml");
        assert_eq!(Self::state(&path), self.checklist);
        let own = fs::read_dir(self.dir.path().join("nonmerci")).expect("the folder");
        assert_eq!(own.count(), 1, "only the checklist");
    }
}

/// Goes on to the last screen, with the key pressed in either window in turn. What is
/// waited for is what the windows share: of a frame, only a part may be there yet.
pub(crate) fn go_on_to_the_end(home: &Home, wall: &mut Session, notes: &mut Session) {
    for turn in 0.. {
        let (change, at_end) = home.position();
        if at_end {
            break;
        }
        let window = if turn % 2 == 0 {
            &mut *wall
        } else {
            &mut *notes
        };
        window.type_text(NEXT);
        wall.wait_until("the next screen", |_| home.position().0 > change);
        assert!(turn < 200, "it does not end");
    }
}
