//! The files of a folder of content, read from disk: every one that can be, with
//! what is wrong with the others. The program stops at the first fault that
//! [stops](FolderFault::stops) it; the check reports them all.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{ContentError, faulty};
use super::files::{INTERFACE, KINDS, ORDER, PLATFORMS, REVIEWED, is_tag};
use crate::handwritten::line_of;
use crate::outside::files::{self, PathKind};
use crate::outside::sight::Sight;

/// No file of the content is anywhere near this long, in bytes: a mebibyte.
const LONGEST: u64 = 1 << 20;

/// The most that is read of a folder: what ten thousand platforms in the four languages
/// take, which was measured (see docs/performance.md), and a fourth more. Whoever names a
/// wrong folder is not to wait for all of a disk.
const MOST: Most = Most {
    files: 1 << 16,
    bytes: 1 << 27,
};

/// How many files are read of a folder, and how many bytes in all.
#[derive(Debug, Clone, Copy)]
struct Most {
    files: usize,
    bytes: u64,
}

/// A folder of content as it was read.
#[derive(Debug)]
pub(crate) struct Folder {
    /// The texts by their path below the content folder. What is not UTF-8 is
    /// replaced by U+FFFD.
    pub(crate) texts: BTreeMap<String, String>,
    /// What is wrong with the files as files, in the order they were read.
    pub(crate) faults: Vec<FolderFault>,
    /// Where the folder lies below the content: `de/` for a language's own folder.
    pub(crate) below: String,
    /// What a change can be seen by.
    pub(crate) seen: Seen,
}

/// What a change of what was read can be seen by.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The folders in which a change can change what is read: those that were read, or
    /// tried, and those that links lead to.
    pub folders: BTreeSet<PathBuf>,
    /// How all of it looked.
    sight: Sight,
}

impl Seen {
    /// Whether the folder `dir`, which looked so when it was read, need not be read again.
    #[must_use]
    pub fn holds(&self, dir: &Path) -> bool {
        let now = Folder::walk(dir, None);
        self.sight.holds(&now.seen.sight)
    }
}

/// What is wrong with a file or folder as such.
#[derive(Debug)]
pub(crate) struct FolderFault {
    /// Its path below the content folder, or as it was given for the folder itself.
    pub(crate) file: String,
    /// Where it is on disk.
    pub(crate) path: PathBuf,
    /// What is wrong.
    pub(crate) kind: FolderFaultKind,
}

/// What can be wrong with a file or folder as such.
#[derive(Debug)]
pub(crate) enum FolderFaultKind {
    /// The folder to read is not there, not a folder, or cannot be read.
    NoFolder(io::Error),
    /// A file or folder in it cannot be read.
    Unreadable(io::Error),
    /// A link to nothing, or to itself.
    BrokenLink,
    /// A link to a folder it lies in.
    LinkLoop,
    /// A pipe, which would keep the reader waiting, or a device, which may never end.
    NotAFile,
    /// A file longer than [`LONGEST`].
    TooLong,
    /// The file with which there are more than this. The rest is not read.
    TooMany(usize),
    /// The file with which there are more bytes in them than this. The rest is not read.
    TooMuch(u64),
    /// Bytes that are not UTF-8, the first of them with their place in the text, and at
    /// how many more places there are any.
    NotUtf8(usize, Vec<u8>, usize),
    /// UTF-16, which is read all the same to find what else is wrong.
    Utf16,
    /// Lines that end as they did on very old Macs.
    LoneReturns,
    /// A name that only looks like that of a file of the content, and the right one.
    NearlyToml(String),
    /// The mark that some editors put first.
    ByteOrderMark,
    /// A file whose name is not UTF-8.
    UnknownName,
    /// A folder of texts under a name that is not a language's, and the right one
    /// where it is known.
    StrayFolder(Option<String>),
}

impl FolderFault {
    /// Whether the program refuses a folder with such a fault.
    pub(crate) fn stops(&self) -> bool {
        use FolderFaultKind::{
            ByteOrderMark, LinkLoop, LoneReturns, NearlyToml, StrayFolder, UnknownName,
        };
        !matches!(
            self.kind,
            ByteOrderMark | LinkLoop | LoneReturns | NearlyToml(_) | StrayFolder(_) | UnknownName
        )
    }

    /// What to do about it. For whoever edits the content, so in English.
    pub(crate) fn help(&self) -> String {
        let help = match &self.kind {
            FolderFaultKind::NoFolder(error) => match error.kind() {
                io::ErrorKind::NotFound => {
                    "check how the folder’s name is written, and that you are where it begins: for a folder elsewhere, write its whole path"
                }
                io::ErrorKind::NotADirectory => "name the folder that the texts are in",
                _ => "see that you have the right to read it",
            },
            FolderFaultKind::Unreadable(_)
            | FolderFaultKind::BrokenLink
            | FolderFaultKind::NotAFile => {
                "make sure that it is there and that you have the right to read it, or take it away"
            }
            FolderFaultKind::LinkLoop => "remove the link",
            FolderFaultKind::TooLong => {
                "no text of the program is that long: take it away, or make several files of it"
            }
            FolderFaultKind::TooMany(_) | FolderFaultKind::TooMuch(_) => {
                "take away what does not belong to the content, or name a folder with fewer platforms or languages: the rest was not read"
            }
            FolderFaultKind::NotUtf8(..) => {
                "save the file as UTF-8 (many editors ask for the encoding in “Save as”; this looks like Latin-1 or Windows-1252), and see that its accents are right"
            }
            FolderFaultKind::Utf16 => {
                "save it as UTF-8 (in “Save as”; Windows calls UTF-16 “Unicode”)"
            }
            FolderFaultKind::LoneReturns => {
                "the program reads them; save with LF if the files are to be shared"
            }
            FolderFaultKind::NearlyToml(right) => {
                return format!(
                    "name it `{right}`; if you see no other name, have your system show the ends of file names"
                );
            }
            FolderFaultKind::ByteOrderMark => {
                "save it as UTF-8 without one (“UTF-8”, not “UTF-8 with BOM”)"
            }
            FolderFaultKind::UnknownName => {
                "name it after the platform’s id, in small letters without accents"
            }
            FolderFaultKind::StrayFolder(Some(tag)) => {
                return format!("name `{}` after its language: `{tag}`", self.file);
            }
            FolderFaultKind::StrayFolder(None) => {
                let path = self.path.display();
                return format!("if its texts are meant, name this folder: {path}");
            }
        };
        help.to_owned()
    }

    /// The same, as an error that stops the program.
    fn error(self, text: Option<&String>) -> ContentError {
        let reason = format!("{self}; {}", self.help());
        match (self.kind, text) {
            (FolderFaultKind::NoFolder(error) | FolderFaultKind::Unreadable(error), _) => {
                ContentError::Unreadable {
                    path: self.path,
                    error,
                }
            }
            (FolderFaultKind::NotUtf8(place, ..), Some(text)) => ContentError::Faulty {
                file: self.file,
                line: line_of(text, place),
                reason,
            },
            _ => faulty(self.file, reason),
        }
    }
}

/// What is wrong. For whoever edits the content, so in English.
impl fmt::Display for FolderFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            FolderFaultKind::NoFolder(error) if error.kind() == io::ErrorKind::NotFound => {
                f.write_str("there is no such folder")
            }
            FolderFaultKind::NoFolder(error) if error.kind() == io::ErrorKind::NotADirectory => {
                f.write_str("this is not a folder")
            }
            FolderFaultKind::NoFolder(error) | FolderFaultKind::Unreadable(error) => {
                write!(f, "this cannot be read: {error}")
            }
            FolderFaultKind::BrokenLink => {
                f.write_str("this link leads nowhere, or round in a circle")
            }
            FolderFaultKind::LinkLoop => {
                f.write_str("this symbolic link leads back to a folder it lies in")
            }
            FolderFaultKind::NotAFile => f.write_str("this is not an ordinary file"),
            FolderFaultKind::TooLong => f.write_str("this file is longer than a mebibyte"),
            FolderFaultKind::TooMany(most) => write!(
                f,
                "with this file there are more in the folder than the {most} that the program reads"
            ),
            FolderFaultKind::TooMuch(most) => write!(
                f,
                "with this file there is more in the folder than the {} MiB that the program reads",
                most >> 20
            ),
            FolderFaultKind::NotUtf8(_, bytes, more) => {
                f.write_str("this is not UTF-8:")?;
                bytes.iter().try_for_each(|byte| write!(f, " {byte:02X}"))?;
                match more {
                    0 => Ok(()),
                    1 => f.write_str(", and so at one more place"),
                    more => write!(f, ", and so at {more} more places"),
                }
            }
            FolderFaultKind::Utf16 => f.write_str("this file is UTF-16, not UTF-8"),
            FolderFaultKind::LoneReturns => {
                f.write_str("the lines of this file end as those of very old Macs (CR alone)")
            }
            FolderFaultKind::NearlyToml(_) => f.write_str("nothing reads a file of this name"),
            FolderFaultKind::ByteOrderMark => {
                f.write_str("this file starts with a byte-order mark")
            }
            FolderFaultKind::UnknownName => {
                f.write_str("the name of this file is not valid UTF-8, so nothing reads it")
            }
            FolderFaultKind::StrayFolder(_) => {
                write!(f, "`{}` is not the name of a language’s folder", self.file)
            }
        }
    }
}

impl Folder {
    /// Reads the files of the folder `dir` where content has its files: `*.toml` in
    /// it, in the folders of the languages and of the platforms, and in a `platforms`
    /// folder below a language's. What is hidden is not read: editors put files of
    /// their own beside those they edit. A folder that is one language's own, named by
    /// its tag, is taken as such.
    pub(crate) fn read(dir: &Path) -> Self {
        Self::walk(dir, Some(MOST))
    }

    /// Goes through the folder, and reads as much of its files; without a limit, only looks
    /// at them.
    fn walk(dir: &Path, most: Option<Most>) -> Self {
        let below = own_language(dir);
        let mut reader = Reader {
            folder: Self {
                texts: BTreeMap::new(),
                faults: Vec::new(),
                below: below.clone(),
                seen: Seen {
                    folders: BTreeSet::new(),
                    sight: Sight::begin(),
                },
            },
            open: Vec::new(),
            most,
            left: most.map_or(0, |most| most.bytes),
            full: false,
        };
        let depth = u8::from(!below.is_empty());
        reader.folder(dir, &below, depth);
        reader.folder
    }

    /// Its texts, unless a fault stops the program.
    ///
    /// # Errors
    /// The first such fault.
    pub(crate) fn texts(self) -> Result<BTreeMap<String, String>, ContentError> {
        match self.faults.into_iter().find(FolderFault::stops) {
            Some(fault) => {
                let text = self.texts.get(&fault.file);
                Err(fault.error(text))
            }
            None => Ok(self.texts),
        }
    }
}

/// The path of a folder that is one language's own: `de/` for `content/de`.
fn own_language(dir: &Path) -> String {
    if files::is_file(&dir.join(ORDER)) || !has_words(dir) {
        return String::new();
    }
    let absolute = files::canonical(dir);
    let name = absolute.as_deref().unwrap_or(dir).file_name();
    match name.and_then(OsStr::to_str) {
        Some(tag) if is_tag(tag) => format!("{tag}/"),
        _ => String::new(),
    }
}

/// Whether a folder has the words of a language.
fn has_words(dir: &Path) -> bool {
    let mut names = [INTERFACE, KINDS].into_iter();
    names.any(|name| files::is_file(&dir.join(name)))
}

struct Reader {
    folder: Folder,
    /// The folders being read, as the system knows them, to notice a link back.
    open: Vec<PathBuf>,
    /// None where nothing is read.
    most: Option<Most>,
    /// How many bytes may still be read.
    left: u64,
    /// Whether so much was read that the rest is left out.
    full: bool,
}

impl Reader {
    fn fault(&mut self, file: &str, path: &Path, kind: FolderFaultKind) {
        self.folder.faults.push(FolderFault {
            file: file.to_owned(),
            path: path.to_owned(),
            kind,
        });
    }

    /// Reads the folder `dir`, which is called `below` below the content folder and
    /// lies `depth` folders deep in it.
    fn folder(&mut self, dir: &Path, below: &str, depth: u8) {
        let file = match below.trim_end_matches('/') {
            "" => dir.display().to_string(),
            below => below.to_owned(),
        };
        self.folder.seen.folders.insert(dir.to_owned());
        let listed = files::canonical(dir).and_then(|known| Ok((known, files::list(dir)?)));
        let (known, paths) = match listed {
            Ok(listed) => listed,
            Err(error) => {
                let kind = if self.open.is_empty() {
                    FolderFaultKind::NoFolder
                } else {
                    FolderFaultKind::Unreadable
                };
                return self.fault(&file, dir, kind(error));
            }
        };
        if self.open.contains(&known) {
            return self.fault(&file, dir, FolderFaultKind::LinkLoop);
        }
        self.open.push(known);
        for path in paths {
            self.entry(&path, below, depth);
        }
        self.open.pop();
    }

    fn entry(&mut self, path: &Path, below: &str, depth: u8) {
        let is_toml = path.extension().is_some_and(|ending| ending == "toml");
        let Some(name) = path.file_name().and_then(OsStr::to_str) else {
            if is_toml {
                let shown = path.display().to_string();
                self.fault(&shown, path, FolderFaultKind::UnknownName);
            }
            return;
        };
        if name.starts_with('.') || name == REVIEWED {
            return;
        }
        let file = format!("{below}{name}");
        match self.folder.seen.sight.look(path, &file) {
            Ok(PathKind::Folder) => self.subfolder(path, name, &file, depth),
            Ok(PathKind::File) => match nearly_toml(name) {
                Some(right) => self.fault(&file, path, FolderFaultKind::NearlyToml(right)),
                None if is_toml => self.file(path, &file),
                None => {}
            },
            Ok(_) if !is_toml => {}
            Ok(PathKind::Special) => self.fault(&file, path, FolderFaultKind::NotAFile),
            // Gone since it was listed, as when an editor saves.
            Err(_) if !files::is_there(path) => {}
            Err(_) if is_toml || path.extension().is_none() => {
                self.fault(&file, path, FolderFaultKind::BrokenLink);
            }
            Err(_) => {}
        }
    }

    fn subfolder(&mut self, path: &Path, name: &str, file: &str, depth: u8) {
        if depth > 0 {
            if depth < 2 {
                self.folder(path, &format!("{file}/"), depth + 1);
            }
            return;
        }
        // Languages are known by their tags in lower case.
        let tag = name.to_lowercase();
        if name != tag || !is_tag(name) && name != PLATFORMS {
            self.stray_folder(path, name);
        }
        if is_tag(&tag) || tag == PLATFORMS {
            self.folder(path, &format!("{tag}/"), depth + 1);
        }
    }

    /// A folder that has neither the name of a language nor `platforms`: reported once,
    /// if it looks as if it were meant to be read.
    fn stray_folder(&mut self, path: &Path, name: &str) {
        let tag = name.to_lowercase().replace('_', "-");
        let tag = Some(tag).filter(|tag| is_tag(tag) && has_words(path));
        if tag.is_some() || files::is_file(&path.join(ORDER)) || files::is_folder(&path.join("fr"))
        {
            self.fault(name, path, FolderFaultKind::StrayFolder(tag));
        }
    }

    fn file(&mut self, path: &Path, file: &str) {
        let Some(most) = self.most.filter(|_| !self.full) else {
            return;
        };
        if files::is_link(path)
            && let Some(dir) = files::canonical(path)
                .ok()
                .as_deref()
                .and_then(Path::parent)
        {
            self.folder.seen.folders.insert(dir.to_owned());
        }
        let bytes = match read_bytes(path, self.left) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return,
            Err(error) => return self.fault(file, path, FolderFaultKind::Unreadable(error)),
        };
        let length = bytes.len() as u64;
        let too_much = if self.folder.texts.len() == most.files {
            Some(FolderFaultKind::TooMany(most.files))
        } else {
            (length > self.left).then_some(FolderFaultKind::TooMuch(most.bytes))
        };
        if let Some(too_much) = too_much {
            self.full = true;
            return self.fault(file, path, too_much);
        }
        if length > LONGEST {
            return self.fault(file, path, FolderFaultKind::TooLong);
        }
        self.left -= length;
        let text = decode(&bytes, |kind| self.fault(file, path, kind));
        self.folder.texts.insert(file.to_owned(), text);
    }
}

/// Reads a file, or as much of it as shows that it is too long.
fn read_bytes(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    files::read(path, LONGEST.min(most) + 1)
}

/// The name that a file was meant to have: editors hang `.txt` on it, and some systems
/// do not tell capitals.
#[expect(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "capitals are what it looks for"
)]
fn nearly_toml(name: &str) -> Option<String> {
    let lower = name.to_ascii_lowercase();
    let right = lower.strip_suffix(".txt").unwrap_or(&lower);
    let meant = right.ends_with(".toml") && !name.ends_with(".toml");
    meant.then(|| right.to_owned())
}

/// Makes a text of the bytes, come what may, so that the rest of the file is checked
/// too.
fn decode(bytes: &[u8], mut fault: impl FnMut(FolderFaultKind)) -> String {
    if let Some(text) = utf16(bytes) {
        fault(FolderFaultKind::Utf16);
        return text;
    }
    let marked = bytes.strip_prefix("\u{feff}".as_bytes());
    if marked.is_some() {
        fault(FolderFaultKind::ByteOrderMark);
    }
    let mut text = String::new();
    let mut invalid: Option<(usize, Vec<u8>, usize)> = None;
    for chunk in marked.unwrap_or(bytes).utf8_chunks() {
        text += chunk.valid();
        if !chunk.invalid().is_empty() {
            match &mut invalid {
                Some((_, _, more)) => *more += 1,
                None => invalid = Some((text.len(), chunk.invalid().into(), 0)),
            }
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    if let Some((place, bytes, more)) = invalid {
        fault(FolderFaultKind::NotUtf8(place, bytes, more));
    }
    if text.contains('\r') && !text.contains('\n') {
        fault(FolderFaultKind::LoneReturns);
        text = text.replace('\r', "\n");
    }
    text
}

/// The text of bytes that are UTF-16, by their mark or because every second is nought.
fn utf16(bytes: &[u8]) -> Option<String> {
    let noughts = |from: usize| {
        let every_second = bytes.iter().skip(from).step_by(2).take(32);
        bytes.len() >= 8 && every_second.clone().all(|byte| *byte == 0)
    };
    let read: fn([u8; 2]) -> u16 = if bytes.starts_with(&[0xff, 0xfe]) || noughts(1) {
        u16::from_le_bytes
    } else if bytes.starts_with(&[0xfe, 0xff]) || noughts(0) {
        u16::from_be_bytes
    } else {
        return None;
    };
    let units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
    let text = String::from_utf16_lossy(&units.collect::<Vec<_>>());
    Some(text.trim_start_matches('\u{feff}').to_owned())
}

/// Reads the text of one file at `path`, called `file` below the content folder.
///
/// # Errors
/// If it cannot be read as text, or is too long.
pub(crate) fn read_text(path: &Path, file: &str) -> Result<String, ContentError> {
    let fault = |kind| FolderFault {
        file: file.to_owned(),
        path: path.to_owned(),
        kind,
    };
    let bytes = read_bytes(path, LONGEST)
        .map_err(|error| fault(FolderFaultKind::Unreadable(error)).error(None))?;
    if bytes.len() as u64 > LONGEST {
        return Err(fault(FolderFaultKind::TooLong).error(None));
    }
    let mut faults = Vec::new();
    let text = decode(&bytes, |kind| faults.push(fault(kind)));
    match faults.into_iter().find(FolderFault::stops) {
        Some(fault) => Err(fault.error(Some(&text))),
        None => Ok(text),
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test writes what is read")]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;

    #[test]
    fn a_folder_is_read_up_to_its_limits_which_are_told_once() {
        let dir = TempDir::new().expect("a folder for the test");
        for name in ["a", "b", "c", "d"] {
            fs::write(dir.path().join(format!("{name}.toml")), "# 9 bytes").expect("a file");
        }
        let read = |files, bytes| {
            let folder = Folder::walk(dir.path(), Some(Most { files, bytes }));
            let faults = folder.faults.iter();
            let told = faults.map(|fault| (fault.file.clone(), fault.to_string()));
            (folder.texts.len(), told.collect::<Vec<_>>())
        };
        assert_eq!(read(4, 36), (4, Vec::new()));
        let (count, told) = read(3, 36);
        assert_eq!((count, told.len(), &*told[0].0), (3, 1, "d.toml"));
        assert!(told[0].1.contains("than the 3 that"), "{told:?}");
        let (count, told) = read(4, 35);
        assert_eq!((count, told.len(), &*told[0].0), (3, 1, "d.toml"));
        assert!(told[0].1.contains("than the 0 MiB that"), "{told:?}");
    }
}
