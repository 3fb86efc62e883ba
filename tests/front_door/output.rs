//! Where a takeaway is written: a file is there whole or not at all, its owner alone
//! can read it, and nothing is replaced without being asked to.

use std::fs;
use std::path::PathBuf;

use nonmerci::takeaway::output::{Output, OutputError};
use tempfile::TempDir;

fn to(path: PathBuf, force: bool) -> Output {
    Output::new(Some(path), force)
}

/// All that lies in a folder, by name and content.
fn all(folder: &TempDir) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder.path()).expect("the folder");
    let mut all: Vec<_> = entries
        .map(|entry| {
            let path = entry.expect("a file").path();
            let name = path.file_name().expect("a name").to_string_lossy();
            let text = fs::read_to_string(&path).unwrap_or_default();
            (name.into_owned(), text)
        })
        .collect();
    all.sort();
    all
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_asked_to() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("sheet.html");
    let file = |text: &str| vec![("sheet.html".to_owned(), text.to_owned())];
    to(path.clone(), false).write("one").expect("a new file");
    assert_eq!(all(&folder), file("one"));
    let refused = to(path.clone(), false).write("two").expect_err("there");
    assert!(matches!(refused, OutputError::Exists(_)), "{refused:?}");
    assert_eq!(all(&folder), file("one"));
    to(path, true).write("two").expect("replaced");
    assert_eq!(all(&folder), file("two"));
}

#[test]
fn a_dash_is_standard_output() {
    assert_eq!(to("-".into(), false), Output::Standard);
    assert_eq!(Output::new(None, true), Output::Standard);
}

#[cfg(unix)]
#[test]
fn its_owner_alone_can_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("sheet.html");
    for force in [false, true] {
        to(path.clone(), force).write("text").expect("a file");
        let mode = fs::metadata(&path).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_counts_as_a_file() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("sheet.html");
    std::os::unix::fs::symlink("elsewhere.html", &path).expect("a link");
    let refused = to(path.clone(), false).write("text").expect_err("a link");
    assert!(matches!(refused, OutputError::Exists(_)), "{refused:?}");
    to(path.clone(), true)
        .write("text")
        .expect("behind the link");
    assert!(path.is_symlink());
    assert_eq!(fs::read_to_string(path).expect("the file"), "text");
}

#[test]
fn what_cannot_be_written_leaves_nothing() {
    let folder = TempDir::new().expect("a folder");
    for path in [folder.path().join("none/sheet.html"), folder.path().into()] {
        for force in [false, true] {
            let refused = to(path.clone(), force).write("text").expect_err("no");
            assert!(
                matches!(refused, OutputError::Unwritable(..)),
                "{refused:?}"
            );
        }
    }
    assert_eq!(all(&folder), []);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_reported_and_stays_a_device() {
    use std::io;

    use nonmerci::outside::files::{self, PathKind};

    for force in [false, true] {
        let full = to("/dev/full".into(), force);
        match full.write("text").expect_err("it is full") {
            OutputError::Unwritable(_, error) => {
                assert_eq!(error.kind(), io::ErrorKind::StorageFull);
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(
            files::kind("/dev/full".as_ref()).ok(),
            Some(PathKind::Special)
        );
    }
}
