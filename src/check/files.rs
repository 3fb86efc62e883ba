//! The files to check, with what is wrong with them as files.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::diagnostic::{Code, Diagnostic, visible};
use super::line_index::LineIndex;
use crate::content::embedded::originals;
use crate::content::folder::{Folder, FolderFault, FolderFaultKind};
use crate::content::is_read;

/// The files to check, and what is wrong with them as files.
#[derive(Debug, Default)]
pub struct Files {
    /// The texts by their path below the content folder.
    pub(super) texts: BTreeMap<String, Cow<'static, str>>,
    pub(super) faults: Vec<Diagnostic>,
    /// The folder they were read from.
    dir: PathBuf,
    /// Where that folder lies below the content: `de/` for a language's own.
    below: String,
}

impl Files {
    /// The built-in content, as it was written.
    #[must_use]
    pub fn embedded() -> Self {
        let texts = originals().map(|(name, text)| (name.to_owned(), Cow::Borrowed(text)));
        Self {
            texts: texts.collect(),
            ..Self::default()
        }
    }

    /// These texts, by their path below the content folder.
    #[must_use]
    pub fn of(texts: BTreeMap<String, String>) -> Self {
        let texts = texts.into_iter();
        let texts = texts.map(|(path, text)| (path, Cow::Owned(text)));
        Self {
            texts: texts.collect(),
            ..Self::default()
        }
    }

    /// The files of the folder `dir`: those that the program would lay over the
    /// built-in ones. A folder that is one language's own, named by its tag, is
    /// taken as such.
    #[must_use]
    pub fn read(dir: &Path) -> Self {
        let folder = Folder::read(dir);
        let faults = folder.faults.iter();
        let faults = faults
            .map(|fault| diagnostic(fault, &folder.texts))
            .collect();
        let mut files = Self {
            faults,
            dir: dir.to_owned(),
            below: folder.below,
            ..Self::of(folder.texts)
        };
        let unread = |fault: &Diagnostic| fault.code == Code::UnknownFile;
        if !files.texts.keys().any(|path| is_read(path)) && files.faults.iter().all(unread) {
            let meant = files.faults.first().map(|fault| fault.help.clone());
            files.texts.clear();
            files.faults = vec![Diagnostic::of_file(
                Code::NotContent,
                &dir.display().to_string(),
                "this folder holds no content".to_owned(),
                meant.unwrap_or_else(|| {
                    "name the folder that holds `catalogue.toml`, `platforms/` and a folder for each language, or some of them".to_owned()
                }),
            )];
        }
        files
    }

    /// Those files of which `sound` is true by themselves, and the paths of the others.
    pub(super) fn parted(&self, sound: impl Fn(&Self) -> bool) -> (Self, Vec<String>) {
        let (mut with, mut without) = (Self::default(), Vec::new());
        with.faults.clone_from(&self.faults);
        for (path, text) in &self.texts {
            let texts = BTreeMap::from([(path.clone(), text.clone())]);
            let alone = Self {
                texts,
                ..Self::default()
            };
            if sound(&alone) {
                with.texts.extend(alone.texts);
            } else {
                without.push(path.clone());
            }
        }
        (with, without)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The path of a diagnostic's file, as somebody has to type it.
    #[must_use]
    pub fn path(&self, file: &str) -> String {
        let below = file.strip_prefix(&self.below).unwrap_or(file);
        // A fault of the folder itself has its path already.
        if Path::new(file) == self.dir {
            file.to_owned()
        } else {
            visible(&self.dir.join(below).display().to_string())
        }
    }

    /// Whether the file at `path` is among them.
    #[must_use]
    pub fn contains(&self, path: &str) -> bool {
        self.texts.contains_key(path)
    }
}

/// What is wrong with a file as such, as the check reports it.
fn diagnostic(fault: &FolderFault, texts: &BTreeMap<String, String>) -> Diagnostic {
    let code = match fault.kind {
        FolderFaultKind::NoFolder(_)
        | FolderFaultKind::Unreadable(_)
        | FolderFaultKind::BrokenLink
        | FolderFaultKind::NotAFile => Code::Unreadable,
        FolderFaultKind::LinkLoop => Code::LinkLoop,
        FolderFaultKind::TooLong | FolderFaultKind::TooMany(_) | FolderFaultKind::TooMuch(_) => {
            Code::TooLong
        }
        FolderFaultKind::NotUtf8(..) | FolderFaultKind::Utf16 => Code::NotUtf8,
        FolderFaultKind::LoneReturns => Code::LineEnds,
        FolderFaultKind::ByteOrderMark => Code::ByteOrderMark,
        FolderFaultKind::UnknownName
        | FolderFaultKind::NearlyToml(_)
        | FolderFaultKind::StrayFolder(_) => Code::UnknownFile,
    };
    let (message, help) = (fault.to_string(), fault.help());
    match (&fault.kind, texts.get(&fault.file)) {
        (FolderFaultKind::NotUtf8(place, ..), Some(text)) => {
            let span = *place..*place + char::REPLACEMENT_CHARACTER.len_utf8();
            LineIndex::new(text).diagnostic(code, &fault.file, span, message, help)
        }
        _ => Diagnostic::of_file(code, &fault.file, message, help),
    }
}
