//! The check of the content: every fault of every file, each with its place and
//! its remedy. What is found here is only told by others: nothing is printed.

mod addresses;
mod age;
mod characters;
mod diagnostic;
mod document;
mod explain;
mod facts;
mod files;
mod fit;
mod ids;
mod keys;
mod list;
mod names;
mod placeholders;
mod plurals;
mod probe;
mod prose;
mod report;
mod sentences;
mod shape;
mod story;
mod syntax;
mod translation;
mod typography;
mod workshop;

pub use age::OLD;
pub use diagnostic::{Code, Diagnostic, Severity};
pub use files::Files;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::catalogue::facts::Facts;
use crate::catalogue::order::{FORMAT, Order};
use crate::catalogue::{Story, WorkshopFacts};
use crate::content::embedded::originals;
use crate::content::fallback;
use crate::content::files::is_built_in;
use crate::language::Language;
use crate::words::Interface;
use crate::words::Kinds;
use crate::words::Prose;
use crate::words::StoryWords;
use crate::words::Translating;
use crate::words::WorkshopWords;
use document::{Document, Role, Words};
use report::Report;
use shape::Mended;

/// Everything that is wrong with the files, as of the day `today`, in the order
/// of the files and their lines. What they lack is taken from the built-in
/// content, which is itself only checked where it is among them.
#[must_use]
pub fn check(files: &Files, today: Date) -> Vec<Diagnostic> {
    let mended = mended(files);
    let content = Content::new(files, &mended);
    let mut report = Report::default();
    report.take(&files.faults);
    for document in content.given() {
        one(document, &mut report);
    }
    let read = Read::new(&content, &mut report);
    list::check(&content, &read, &mut report);
    story::check(&content, &read, &mut report);
    workshop::check(&content, &read, &mut report);
    facts::check(&content, &read, &mut report);
    prose::check(&content, &read, &mut report);
    ids::check(&content, &mut report);
    addresses::check(&content, &read, &mut report);
    age::check(&content, today, &mut report);
    placeholders::check(&content, &read, &mut report);
    translation::check(&content, &mut report);
    sentences::check(&content, &mut report);
    line_ends(&content, &mut report);
    report.finish()
}

/// The files whose shape had to be mended, by path.
fn mended(files: &Files) -> BTreeMap<&str, Mended> {
    let texts = files.texts.iter();
    let mended = texts.filter_map(|(path, text)| Some((path.as_str(), shape::mend(text)?)));
    mended.collect()
}

/// Whether the program reads the file at `path` below the content folder.
#[must_use]
pub fn is_read(path: &str) -> bool {
    Role::of(path) != Role::Unknown
}

/// What can be said of a file alone.
fn one(document: &Document<'_>, report: &mut Report) {
    characters::check(document, report);
    syntax::check(document, report);
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
    mended: Option<&'a Mended>,
    role: Role<'a>,
    given: bool,
    document: OnceCell<Document<'a>>,
}

impl<'a> Content<'a> {
    fn new(files: &'a Files, mended: &'a BTreeMap<&str, Mended>) -> Self {
        let slot = |path, text, given| {
            let slot = Slot {
                text,
                mended: mended.get(path).filter(|_| given),
                role: Role::of(path),
                given,
                document: OnceCell::new(),
            };
            (path, slot)
        };
        let built_in = originals().map(|(path, text)| slot(path, text, false));
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

    /// The platforms of which there are facts.
    fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.slots.values().filter_map(|slot| match slot.role {
            Role::Facts(id) => Some(id),
            _ => None,
        })
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
        self.document.get_or_init(|| Document::new(path, self))
    }
}

/// What could be read of the files.
#[derive(Default)]
struct Read {
    order: Option<Order>,
    facts: BTreeMap<String, Facts>,
    workshop: Option<WorkshopFacts>,
}

impl Read {
    fn new(content: &Content<'_>, report: &mut Report) -> Self {
        let mut read = Self::default();
        let platforms = content.platforms();
        let wanted = |role: &Role<'_>, given: bool| match role {
            Role::Catalogue | Role::Workshop => true,
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
                Role::Workshop => read.workshop = keys::read(document, report),
                Role::Words(_, words) => match words {
                    Words::Interface => drop(keys::read::<Interface>(document, report)),
                    Words::Kinds => drop(keys::read::<Kinds>(document, report)),
                    Words::Story => drop(keys::read::<StoryWords>(document, report)),
                    Words::Translating => drop(keys::read::<Translating>(document, report)),
                    Words::Workshop => drop(keys::read::<WorkshopWords>(document, report)),
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
