//! The check of the content: every fault of every file, each with its place and
//! its remedy. What is found here is only told by others: nothing is printed.

mod addresses;
mod age;
mod characters;
mod diagnostic;
mod document;
mod files;
mod fit;
mod ids;
mod keys;
mod placeholders;
mod platforms;
mod plurals;
mod sentences;
mod translation;
mod typography;

pub use age::OLD;
pub use diagnostic::{Code, Diagnostic, Severity};
pub use files::Files;
pub(crate) use files::originals;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use jiff::civil::Date;

use super::facts::Facts;
use super::fallback;
use super::interface::Interface;
use super::kinds::Kinds;
use super::prose::Prose;
use super::source::is_built_in;
use super::story::{Story, StoryWords};
use super::translating::Translating;
use super::{FORMAT, Order};
use crate::language::Language;
use document::{Document, Role, Words, is_duplicate_key};

/// No more faults of a file are told than this: nobody reads on, and a file of
/// nothing but faults must not fill the memory.
const MOST: usize = 1000;

/// Everything that is wrong with the files, as of the day `today`, in the order
/// of the files and their lines. What they lack is taken from the built-in
/// content, which is itself only checked where it is among them.
#[must_use]
pub fn check(files: &Files, today: Date) -> Vec<Diagnostic> {
    let content = Content::new(files);
    let mut report = Report::default();
    report.found.clone_from(&files.faults);
    for document in content.given() {
        one(document, &mut report);
    }
    let read = Read::new(&content, &mut report);
    platforms::check(&content, &read, &mut report);
    ids::check(&content, &mut report);
    addresses::check(&content, &read, &mut report);
    age::check(&content, today, &mut report);
    placeholders::check(&content, &read, &mut report);
    translation::check(&content, &mut report);
    sentences::check(&content, &mut report);
    line_ends(&content, &mut report);
    report.finish()
}

/// What can be said of a file alone.
fn one(document: &Document<'_>, report: &mut Report) {
    characters::check(document, report);
    syntax(document, report);
    if document.role == Role::Unknown {
        report.add(
            document,
            document.key_span(&[]),
            Code::UnknownFile,
            format!("nothing reads the file `{}`", document.path),
            "move it to where the content has such a file (see docs/content.md), or take it away",
        );
        return;
    }
    characters::blank(document, report);
    if let Role::Words(language, words) = &document.role {
        plurals::check(document, language, report);
        typography::check(document, language, report);
        addresses::in_prose(document, report);
        fit::check(document, *words, report);
    }
}

fn syntax(document: &Document<'_>, report: &mut Report) {
    for error in &document.syntax {
        let span = error.span().unwrap_or(0..0);
        // A character that may not stand there has been told by its name.
        let stretch = document.text.get(span.clone()).unwrap_or_default();
        if stretch.chars().any(|c| characters::hidden(c).is_some()) {
            continue;
        }
        let message = error.message().to_owned();
        if is_duplicate_key(error) {
            let help = "keep one of the two, or give it another name";
            report.add(document, span, Code::DuplicateKey, message, help);
        } else {
            let help = "see https://toml.io for how it is written";
            report.add(document, span, Code::Syntax, message, help);
        }
    }
}

/// One word on line ends: whoever has them has them everywhere.
fn line_ends(content: &Content<'_>, report: &mut Report) {
    let mut with = content
        .given()
        .filter(|document| document.text.contains("\r\n"));
    let Some(first) = with.next() else {
        return;
    };
    let more = match with.count() {
        0 => String::new(),
        1 => ", and so does one more".to_owned(),
        more => format!(", and so do {more} more"),
    };
    let place = first.text.find("\r\n").unwrap_or(0);
    report.add(
        first,
        place..place,
        Code::LineEnds,
        format!("the lines of this file end as Windows ends them (CRLF){more}"),
        "the program reads them; save with LF if the files are to be shared",
    );
}

/// All files: those to check, and the built-in ones where these have none, which
/// are parsed when they are first needed.
struct Content<'a> {
    slots: BTreeMap<&'a str, Slot<'a>>,
}

struct Slot<'a> {
    text: &'a str,
    role: Role<'a>,
    given: bool,
    document: OnceCell<Document<'a>>,
}

impl<'a> Content<'a> {
    fn new(files: &'a Files) -> Self {
        let slot = |path, text, given| {
            let slot = Slot {
                text,
                role: Role::of(path),
                given,
                document: OnceCell::new(),
            };
            (path, slot)
        };
        let built_in = files::originals().map(|(path, text)| slot(path, text, false));
        let given = files
            .texts
            .iter()
            .map(|(path, text)| slot(path.as_str(), &**text, true));
        Self {
            slots: built_in.chain(given).collect(),
        }
    }

    /// The files of which `wanted` is true.
    fn those(
        &self,
        wanted: impl Fn(&Role<'a>, bool) -> bool,
    ) -> impl Iterator<Item = &Document<'a>> {
        self.slots
            .iter()
            .filter(move |(_, slot)| wanted(&slot.role, slot.given))
            .map(|(path, slot)| slot.document(path))
    }

    /// The files to check.
    fn given(&self) -> impl Iterator<Item = &Document<'a>> {
        self.those(|_, given| given)
    }

    fn get(&self, path: &str) -> Option<&Document<'a>> {
        let (path, slot) = self.slots.get_key_value(path)?;
        Some(slot.document(path))
    }

    /// Whether there is such a file, and whether it is to be checked.
    fn has(&self, path: &str) -> Option<bool> {
        self.slots.get(path).map(|slot| slot.given)
    }

    /// The platforms of which facts or prose are to be checked.
    fn platforms(&self) -> BTreeSet<&'a str> {
        let given = self.slots.values().filter(|slot| slot.given);
        given
            .filter_map(|slot| match slot.role {
                Role::Facts(id) | Role::Words(_, Words::Prose(id)) => Some(id),
                _ => None,
            })
            .collect()
    }

    /// The languages in which the platforms' own words are looked for, in this
    /// order, for somebody who reads `language`.
    fn label_languages(&self, language: &Language) -> Vec<Language> {
        let mut languages = vec![language.clone()];
        if !is_built_in(language) {
            let interface = self.get(&format!("{language}/interface.toml"));
            let declared = interface.and_then(|interface| interface.get(&[fallback::CHAIN]));
            match declared {
                Some(_) => {
                    let named =
                        document::items(declared).filter_map(|tag| document::text(Some(tag)));
                    languages.extend(named.map(Language::new));
                    languages.push(Language::french());
                }
                None => languages.extend(language.fallbacks()),
            }
        }
        languages.push(Language::english());
        languages
    }

    /// The languages that have a folder, those first that the country speaks most.
    fn languages(&self) -> Vec<Language> {
        let order = |language: &Language| {
            let known = ["de", "fr", "it", "en"];
            let place = known.iter().position(|tag| *tag == language.tag());
            place.unwrap_or(known.len())
        };
        let mut languages: Vec<_> = self
            .slots
            .values()
            .filter_map(|slot| match &slot.role {
                Role::Words(language, _) => Some(language.clone()),
                _ => None,
            })
            .collect();
        languages.sort_by_key(|language| (order(language), language.clone()));
        languages.dedup();
        languages
    }
}

impl<'a> Slot<'a> {
    fn document(&self, path: &'a str) -> &Document<'a> {
        self.document
            .get_or_init(|| Document::new(path, self.role.clone(), self.text, self.given))
    }
}

/// What could be read of the files.
#[derive(Default)]
struct Read {
    order: Option<Order>,
    facts: BTreeMap<String, Facts>,
}

impl Read {
    fn new(content: &Content<'_>, report: &mut Report) -> Self {
        let mut read = Self::default();
        let platforms = content.platforms();
        let wanted = |role: &Role<'_>, given: bool| match role {
            Role::Catalogue => true,
            Role::Facts(id) => platforms.contains(id),
            _ => given,
        };
        for document in content.those(wanted) {
            match &document.role {
                Role::Catalogue => {
                    read.order = keys::read(document, report);
                    format(document, read.order.as_ref(), report);
                }
                Role::Facts(id) => {
                    if let Some(facts) = keys::read(document, report) {
                        read.facts.insert((*id).to_owned(), facts);
                    }
                }
                Role::Story => drop(keys::read::<Story>(document, report)),
                Role::Words(_, words) => match words {
                    Words::Interface => drop(keys::read::<Interface>(document, report)),
                    Words::Kinds => drop(keys::read::<Kinds>(document, report)),
                    Words::Story => drop(keys::read::<StoryWords>(document, report)),
                    Words::Translating => drop(keys::read::<Translating>(document, report)),
                    Words::Prose(_) => drop(keys::read::<Prose>(document, report)),
                },
                Role::Unknown => {}
            }
        }
        read
    }
}

fn format(document: &Document<'_>, order: Option<&Order>, report: &mut Report) {
    let Some(order) = order.filter(|order| order.format != FORMAT) else {
        return;
    };
    let value = document.get(&["format"]);
    report.add(
        document,
        value.map_or(0..0, toml::Spanned::span),
        Code::WrongValue,
        format!("this program reads format {FORMAT}, not {}", order.format),
        format!("write `format = {FORMAT}`, or get the program that reads this"),
    );
}

/// What was found so far.
#[derive(Default)]
struct Report {
    found: Vec<Diagnostic>,
    /// How many in each file.
    counts: HashMap<String, usize>,
}

impl Report {
    /// Notes a fault, unless the file is only there to be compared with.
    fn add(
        &mut self,
        document: &Document<'_>,
        span: Range<usize>,
        code: Code,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        // What is missing in a file that could not be read whole may be there.
        if !document.given || (code.is_absence() && document.broken) {
            return;
        }
        // What a language has not yet is read in others; `content status` counts it.
        if document.is_begun() && (code.is_absence() || code == Code::EmptyText) {
            return;
        }
        let count = match self.counts.get_mut(document.path) {
            Some(count) => count,
            None => self.counts.entry(document.path.to_owned()).or_default(),
        };
        *count += 1;
        if *count < MOST {
            let (message, help) = (message.into(), help.into());
            self.found
                .push(document.diagnostic(code, span, message, help));
        } else if *count == MOST {
            self.found.push(document.diagnostic(
                Code::TooMany,
                span,
                "there are more faults in this file than are told".to_owned(),
                "mend some, and check again".to_owned(),
            ));
        }
    }

    /// Whether a fault of this kind was found on the line where `span` begins.
    fn has(&self, document: &Document<'_>, span: &Range<usize>, code: Code) -> bool {
        self.says(document, span, code, "")
    }

    /// The same, with a word of its message between backquotes.
    fn says(&self, document: &Document<'_>, span: &Range<usize>, code: Code, word: &str) -> bool {
        let line = document.line(span.start);
        let quoted = if word.is_empty() {
            String::new()
        } else {
            format!("`{word}`")
        };
        self.found.iter().any(|fault| {
            fault.code == code
                && fault.line == line
                && fault.file == document.path
                && fault.message.contains(&quoted)
        })
    }

    /// The faults in order, each once.
    fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by(|a, b| {
            let place =
                |fault: &Diagnostic| (fault.line, fault.column, fault.severity(), fault.code);
            a.file.cmp(&b.file).then_with(|| place(a).cmp(&place(b)))
        });
        self.found.dedup();
        self.found
    }
}
