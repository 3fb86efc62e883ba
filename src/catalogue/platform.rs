//! A platform of the catalogue: what the list needs at hand, the rest of its
//! facts when somebody looks.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Deref;
use std::rc::Rc;

use jiff::civil::Date;

use super::facts::{Facts, Kind};
use super::order::Identifier;
use super::source::{Range, Source, embedded_entry, embedded_text};
use super::template::Text;
use super::{ContentError, faulty, read};

/// A platform. It reads like its [`Facts`], which are read from the content the
/// first time one is asked for that is not a field of its own.
#[derive(Debug)]
pub struct Platform {
    /// The name of the file: what the checklist knows the platform by, for ever.
    pub id: Identifier,
    /// The platform's own name.
    pub name: Text,
    /// What the platform offers to refuse by.
    pub kind: Kind,
    /// How long the walk takes, in minutes.
    pub minutes: u16,
    /// The day the setting last changed enough for people to look again.
    pub changed: Option<Date>,
    /// When a person last held the facts against their sources.
    pub checked: Date,
    /// The address to open first.
    pub first_address: Option<Cow<'static, str>>,
    /// How well that address, or else that of its mail, is documented.
    pub documented: Option<Documented>,
    /// The group it is listed in.
    pub group: Identifier,
    /// Whether it is among the first five.
    pub first_five: bool,
    /// Boxed, as few are ever looked at.
    facts: OnceCell<Box<Facts>>,
    source: Rc<Source>,
}

/// How well an address is documented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Documented {
    /// How many public sources agree on it.
    pub sources: usize,
    /// The month or day of the newest of them: `2026-08` or `2026-08-21`.
    pub newest: Cow<'static, str>,
}

/// What the list needs of a built-in platform. `build/content.rs` writes these, with places
/// in the built-in text: to read them from it would take longer than all else that
/// the list needs.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) id: Range,
    pub(super) name: Range,
    pub(super) kind: Kind,
    pub(super) minutes: u16,
    pub(super) changed: Option<Date>,
    pub(super) checked: Date,
    pub(super) address: Option<Range>,
    /// How many sources, and the newest of them.
    pub(super) documented: Option<(usize, Range)>,
}

impl Platform {
    /// The platform `id`, from what is built in; or, where the facts are somebody's
    /// own, from them.
    pub(super) fn new(
        source: &Rc<Source>,
        id: Identifier,
        group: Identifier,
        first_five: bool,
    ) -> Result<Self, ContentError> {
        if source.has_own() && source.is_laid_over(&path(&id)) {
            let facts = Box::new(read_facts(source, &id)?);
            return Ok(Self {
                name: facts.name.clone(),
                kind: facts.kind,
                minutes: facts.minutes,
                changed: facts.changed,
                checked: facts.checked,
                first_address: facts
                    .main_address()
                    .map(|address| address.to_string().into()),
                documented: facts.documented().map(|(sources, newest)| Documented {
                    sources,
                    newest: newest.to_owned().into(),
                }),
                id,
                group,
                first_five,
                facts: OnceCell::from(facts),
                source: source.clone(),
            });
        }
        let fault = |reason: String| faulty(path(&id), reason);
        let entry = embedded_entry(&id);
        let entry = entry.ok_or_else(|| fault("this file is missing".to_owned()))?;
        let name = Text::try_from(embedded_text(entry.name).to_owned());
        Ok(Self {
            name: name.map_err(|error| fault(error.to_string()))?,
            kind: entry.kind,
            minutes: entry.minutes,
            changed: entry.changed,
            checked: entry.checked,
            first_address: entry.address.map(|address| embedded_text(address).into()),
            documented: entry.documented.map(|(sources, newest)| Documented {
                sources,
                newest: embedded_text(newest).into(),
            }),
            id,
            group,
            first_five,
            facts: OnceCell::new(),
            source: source.clone(),
        })
    }
}

impl Deref for Platform {
    type Target = Facts;

    /// The facts.
    ///
    /// # Panics
    /// If built-in facts cannot be read, which their tests rule out.
    fn deref(&self) -> &Facts {
        self.facts.get_or_init(|| {
            let facts = read_facts(&self.source, &self.id);
            Box::new(facts.expect("the built-in facts can be read"))
        })
    }
}

/// The file with the facts of a platform.
pub(super) fn path(id: &str) -> String {
    format!("platforms/{id}.toml")
}

/// Reads the facts of a platform, and checks what their form does not.
pub(super) fn read_facts(source: &Source, id: &str) -> Result<Facts, ContentError> {
    let (file, facts): (_, Facts) = read(source, &path(id))?;
    match facts.fault() {
        Some(fault) => Err(faulty(file, fault)),
        None => Ok(facts),
    }
}
