//! A platform of the catalogue: what the list needs at hand, the rest of its
//! facts when somebody looks.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Deref;
use std::rc::Rc;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::facts::{Facts, Kind};
use super::listed::listed;
use super::reports_to::ReportsTo;
use crate::content::ContentError;
use crate::content::embedded::embedded_file;
use crate::content::error::faulty;
use crate::content::files::facts_path;
use crate::content::read::read;
use crate::content::source::Source;
use crate::content::template::Text;
use crate::words::Texts;

/// A platform. It reads like its [`Facts`], which are read from the content the
/// first time one is asked for that is not a field of its own.
#[derive(Debug)]
pub struct Platform {
    /// The name of the file: what the checklist knows the platform by, for ever.
    pub id: String,
    /// The platform's own name.
    pub name: Text,
    /// The names besides it that people look for it by.
    pub(super) also: Cow<'static, [Text]>,
    /// The company that answers for it.
    pub(super) operator: Text,
    /// What the platform offers to refuse by.
    pub kind: Kind,
    /// How long the walk takes, in minutes.
    pub minutes: u16,
    /// The day the setting last changed enough for people to look again.
    pub changed: Option<Date>,
    /// When a person last compared the facts with their sources.
    pub checked: Date,
    /// The address to open first.
    pub first_address: Option<Cow<'static, str>>,
    /// How many sources that address has, or else that of its mail, and the month or
    /// day of the newest of them: `2026-08` or `2026-08-21`. No day where none has one.
    pub documented: Option<(usize, Option<Cow<'static, str>>)>,
    /// The group it is listed in.
    pub group: String,
    /// Whether it is among the first five.
    pub first_five: bool,
    /// Boxed, as few are ever looked at.
    facts: OnceCell<Box<Facts>>,
    source: Rc<Source>,
}

impl Platform {
    /// Whether its facts were last compared with their sources over a year ago.
    #[must_use]
    pub fn is_old(&self, today: Date) -> bool {
        let until = self.checked.checked_add(1.year());
        until.is_ok_and(|until| until < today)
    }

    /// The platform `id`, from what is built in; or, where the facts are somebody's
    /// own, from them.
    pub(super) fn new(
        source: &Rc<Source>,
        id: String,
        group: String,
        first_five: bool,
    ) -> Result<Self, ContentError> {
        if source.has_own() && source.is_laid_over(&facts_path(&id)) {
            let facts = Box::new(read_facts(source, &id)?);
            return Ok(Self {
                name: facts.name,
                also: facts.also.clone().into(),
                operator: facts.operator,
                kind: facts.kind,
                minutes: facts.minutes,
                changed: facts.changed,
                checked: facts.checked,
                first_address: facts
                    .main_address()
                    .map(|address| address.to_string().into()),
                documented: facts
                    .documented()
                    .map(|(sources, newest)| (sources, newest.map(|day| day.to_owned().into()))),
                id,
                group,
                first_five,
                facts: OnceCell::from(facts),
                source: source.clone(),
            });
        }
        let listed = listed(&id)
            .ok_or_else(|| faulty(facts_path(&id), "this file is missing".to_owned()))?;
        Ok(Self {
            name: listed.name,
            also: listed.also.into(),
            operator: listed.operator,
            kind: listed.kind,
            minutes: listed.minutes,
            changed: listed.changed,
            checked: listed.checked,
            first_address: listed.address.map(Cow::Borrowed),
            documented: listed
                .documented
                .map(|(sources, newest)| (sources, newest.map(Cow::Borrowed))),
            id,
            group,
            first_five,
            facts: OnceCell::new(),
            source: source.clone(),
        })
    }

    /// Whether the program itself knows it. Else a folder of somebody's own brought it.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        embedded_file(&facts_path(&self.id)).is_some()
    }

    /// Where reports about it go.
    pub(super) fn reports_to(&self) -> ReportsTo {
        ReportsTo::read(&self.source)
    }

    /// What it is called in the language of `texts`, in lists and titles. Sentences
    /// have its own name, as a platform is spoken of.
    #[must_use]
    pub fn name_in<'a>(&'a self, texts: &'a Texts) -> &'a str {
        let own = texts.interface.names.get(&*self.id);
        own.unwrap_or(&self.name)
    }

    /// What its kind of lever asks of a person, in a sentence of `texts`.
    #[must_use]
    pub fn asks_in<'a>(&self, texts: &'a Texts) -> &'a str {
        let asks = &texts.interface.kinds;
        match self.kind {
            Kind::Switch => &asks.switch,
            Kind::Form => &asks.form,
            Kind::Path => &asks.path,
            Kind::Email => &asks.email,
            Kind::Admin => &asks.admin,
            Kind::None => &asks.none,
            Kind::Off => &asks.off,
        }
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

/// Reads the facts of a platform, and checks what their form does not.
pub(super) fn read_facts(source: &Source, id: &str) -> Result<Facts, ContentError> {
    let (file, facts): (_, Facts) = read(source, &facts_path(id))?;
    if let Some(fault) = facts.fault() {
        return Err(faulty(file, fault));
    }
    let elsewhere = if source.is_laid_over(&file) {
        facts.elsewhere(id)
    } else {
        Vec::new()
    };
    match elsewhere.first() {
        Some((url, hosts)) => {
            let reason = format!(
                "`{url}` is on none of the websites that the program knows for {id} ({hosts})"
            );
            Err(faulty(file, reason))
        }
        None => Ok(facts),
    }
}
