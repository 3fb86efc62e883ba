//! A platform of the catalogue: what the list needs at hand, the rest of its
//! facts when somebody looks.

use std::cell::OnceCell;
use std::ops::Deref;
use std::rc::Rc;

use jiff::civil::Date;
use serde::Deserialize;

use super::facts::{Facts, Kind, optional_date};
use super::source::Source;
use super::template::Text;
use super::{ContentError, faulty, read};

/// A platform. It reads like its [`Facts`], which are read from the content the
/// first time one is asked for that is not a field of its own.
#[derive(Debug)]
pub struct Platform {
    /// The name of the file: what the checklist knows the platform by, for ever.
    pub id: String,
    /// The platform's own name.
    pub name: Text,
    /// What the platform offers to refuse by.
    pub kind: Kind,
    /// How long the walk takes, in minutes.
    pub minutes: u16,
    /// The day the setting last changed enough for people to look again.
    pub changed: Option<Date>,
    /// The address to open first.
    pub first_address: Option<String>,
    /// The group it is listed in.
    pub group: String,
    /// Whether it is among the first five.
    pub first_five: bool,
    /// Boxed, as few are ever looked at.
    facts: OnceCell<Box<Facts>>,
    source: Rc<Source>,
}

/// What the index, made when the program is built, has of a platform.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Entry {
    id: String,
    name: Text,
    kind: Kind,
    minutes: u16,
    #[serde(deserialize_with = "optional_date")]
    changed: Option<Date>,
    address: Option<String>,
}

impl Platform {
    /// The platform `id`, from the index, which is in the order of the ids; or,
    /// where the facts are somebody's own, from them.
    pub(super) fn new(
        source: &Rc<Source>,
        index: &[Entry],
        id: &str,
        group: &str,
        first_five: bool,
    ) -> Result<Self, ContentError> {
        let mut own = OnceCell::new();
        let entry = if source.is_laid_over(&path(id)) {
            let facts = read_facts(source, id)?;
            let entry = Entry {
                id: id.to_owned(),
                name: facts.name.clone(),
                kind: facts.kind,
                minutes: facts.minutes,
                changed: facts.changed,
                address: facts.main_address().map(ToString::to_string),
            };
            own = OnceCell::from(Box::new(facts));
            entry
        } else {
            let place = index.binary_search_by_key(&id, |entry| &entry.id);
            let place = place.map_err(|_| faulty(path(id), "this file is missing".to_owned()))?;
            index[place].clone()
        };
        Ok(Self {
            id: entry.id,
            name: entry.name,
            kind: entry.kind,
            minutes: entry.minutes,
            changed: entry.changed,
            first_address: entry.address,
            group: group.to_owned(),
            first_five,
            facts: own,
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
