//! Comparing a language with the French: what is there, what is reviewed, and
//! what has aged.

use std::collections::BTreeMap;

use super::items::{Row, list_rows};
use super::reviewed::Reviewed;
use super::units::{Unit, Units, units};
use crate::content::ContentError;
use crate::content::read::parse;
use crate::content::source::Source;
use crate::language::{Language, forms_needed};

/// A text of a language, compared with its French.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslatedText {
    /// What it is called by: its file without the ending, a colon, and the way
    /// to it, items of lists by their number from 1:
    /// `platforms/linkedin:what.2`.
    pub key: String,
    /// Its file, below the content folder.
    pub file: String,
    /// Its line, from 1; 0 where it is not there.
    pub line: usize,
    /// What it says; empty where it is missing.
    pub text: String,
    /// The French of today; empty where there is none any more.
    pub french: String,
    /// Where it stands.
    pub state: TextState,
}

/// Where a text stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextState {
    /// It is not translated yet.
    Missing,
    /// It is there, but nobody has said which French it was made from.
    Unreviewed,
    /// It was made from the French of today, or compared with it since.
    Reviewed,
    /// It was made from another French: this one.
    Aged(String),
    /// There is no such French text any more.
    Surplus,
}

/// How much of a language there is, in texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many texts the language should have.
    pub texts: usize,
    /// How many are there.
    pub present: usize,
    /// How many of these are reviewed: see [`TextState::Reviewed`].
    pub reviewed: usize,
    /// How many were made from a French that has changed.
    pub aged: usize,
    /// How many the French does not have any more.
    pub surplus: usize,
}

impl Coverage {
    /// How much is there, in percent; 100 only if nothing is missing.
    #[must_use]
    pub fn percent(&self) -> usize {
        self.present * 100 / self.texts.max(1)
    }
}

/// How much of a language that somebody added is there, in percent; None for the
/// built-in ones, which have all their texts, and where it cannot be read.
#[must_use]
pub fn share(source: &Source, language: &Language) -> Option<usize> {
    if language.is_built_in() {
        return None;
    }
    let texts = texts(source, language, &Reviewed::default()).ok()?;
    Some(coverage(&texts).percent())
}

/// Counts texts.
#[must_use]
pub fn coverage(texts: &[TranslatedText]) -> Coverage {
    let mut coverage = Coverage::default();
    for text in texts {
        coverage.texts += usize::from(text.state != TextState::Surplus);
        coverage.present += usize::from(!matches!(
            text.state,
            TextState::Surplus | TextState::Missing
        ));
        coverage.reviewed += usize::from(text.state == TextState::Reviewed);
        coverage.aged += usize::from(matches!(text.state, TextState::Aged(_)));
        coverage.surplus += usize::from(text.state == TextState::Surplus);
    }
    coverage
}

/// All texts of `language`, file by file, in the order of their keys.
///
/// # Errors
/// If a file is not TOML.
pub fn texts(
    source: &Source,
    language: &Language,
    reviewed: &Reviewed,
) -> Result<Vec<TranslatedText>, ContentError> {
    let mut texts = Vec::new();
    for file in files(source, language, reviewed)? {
        for unit in &file.units {
            texts.extend(unit.texts(&file));
        }
    }
    Ok(texts)
}

/// Marks the present texts that `accepts` names by key as reviewed, and those it
/// does not as they were. Returns how many there are, and the keys of those that
/// cannot be: texts that are missing, and items of lists that are longer or shorter
/// than in French.
///
/// # Errors
/// If a file is not TOML.
pub fn accept(
    source: &Source,
    language: &Language,
    reviewed: &mut Reviewed,
    accepts: impl Fn(&str) -> bool,
) -> Result<(usize, Vec<String>), ContentError> {
    let mut accepted = 0;
    let mut left = Vec::new();
    let mut marks = BTreeMap::new();
    for file in files(source, language, reviewed)? {
        let mut units = Units::new();
        for unit in &file.units {
            let texts: Vec<_> = unit.texts(&file).collect();
            let named = texts.iter().filter(|text| accepts(&text.key));
            let named: Vec<_> = named
                .filter(|text| text.state != TextState::Surplus)
                .collect();
            if !unit.has_equal_shape() {
                left.extend(named.into_iter().map(|text| text.key.clone()));
                units.extend(unit.old.clone().map(|old| (unit.path.clone(), old)));
                continue;
            }
            let (there, missing): (Vec<_>, Vec<_>) = named
                .into_iter()
                .partition(|text| text.state != TextState::Missing);
            accepted += there.len();
            left.extend(missing.into_iter().map(|text| text.key.clone()));
            let is_accepted = |key: &str| there.iter().any(|text| text.key == key);
            units.extend(unit.marked(&file, is_accepted));
        }
        if !units.is_empty() {
            marks.insert(file.name, units);
        }
    }
    reviewed.files = marks;
    Ok((accepted, left))
}

/// A file of a language beside its French.
struct File {
    /// Its name, without the ending.
    name: String,
    /// Where it is, below the content folder.
    path: String,
    units: Vec<Beside>,
}

/// A unit of a file beside its French.
struct Beside {
    /// Its key.
    path: String,
    /// What the language says.
    own: Option<Unit>,
    /// The French of today.
    french: Option<Unit>,
    /// The French it was made from.
    old: Option<Unit>,
    /// The plural forms that the language needs.
    forms: Vec<&'static str>,
}

/// The files of a language, and those it lacks.
fn files(
    source: &Source,
    language: &Language,
    reviewed: &Reviewed,
) -> Result<Vec<File>, ContentError> {
    let forms = forms_needed(language);
    let mut files = Vec::new();
    for (name, text) in source.french() {
        let french = units(text, &parse(text, &format!("fr/{name}"))?);
        let path = format!("{language}/{name}");
        let mut own = match source.file(&path) {
            Some(text) => units(text, &parse(text, &path)?),
            None => Units::new(),
        };
        let name = name.strip_suffix(".toml").unwrap_or(name);
        let mut old = reviewed.files.get(name).cloned().unwrap_or_default();
        let mut beside: Vec<_> = french
            .into_iter()
            .map(|(path, french)| Beside {
                own: own.remove(&path),
                old: old.remove(&path),
                french: Some(french),
                forms: forms.clone(),
                path,
            })
            .collect();
        beside.extend(own.into_iter().map(|(path, own)| Beside {
            own: Some(own),
            old: old.remove(&path),
            french: None,
            forms: Vec::new(),
            path,
        }));
        files.push(File {
            name: name.to_owned(),
            path,
            units: beside,
        });
    }
    Ok(files)
}

impl Beside {
    /// The texts of the unit: the language's own, the French, and the French it
    /// was made from, each where it is there, under the end of its key.
    fn rows(&self) -> Vec<Row> {
        let lines = |unit: &Option<Unit>| match unit {
            Some(Unit::List(lines)) => lines.clone(),
            Some(Unit::One(line)) => vec![line.clone()],
            _ => Vec::new(),
        };
        let forms = |unit: &Option<Unit>| match unit {
            Some(Unit::Plural(forms)) => forms.clone(),
            _ => BTreeMap::new(),
        };
        let kind = self.french.as_ref().or(self.own.as_ref());
        match kind {
            Some(Unit::One(_)) => vec![Row {
                end: String::new(),
                own: lines(&self.own).into_iter().next(),
                french: lines(&self.french).into_iter().next(),
                old: lines(&self.old).into_iter().next(),
            }],
            Some(Unit::Plural(_)) => {
                let (own, french, old) = (forms(&self.own), forms(&self.french), forms(&self.old));
                let needed = self.forms.iter();
                needed
                    .map(|form| Row {
                        end: format!(".{form}"),
                        own: own.get(*form).cloned(),
                        // Where French lacks a form, it uses the general one.
                        french: french.get(*form).or_else(|| french.get("other")).cloned(),
                        old: old.get(*form).cloned(),
                    })
                    .collect()
            }
            Some(Unit::List(_)) => {
                list_rows(&lines(&self.own), &lines(&self.french), &lines(&self.old))
            }
            None => Vec::new(),
        }
    }

    fn texts<'a>(&'a self, file: &'a File) -> impl Iterator<Item = TranslatedText> + 'a {
        self.rows().into_iter().filter_map(move |row| {
            let own = row.own.filter(|own| !own.is_empty());
            // Neither here nor there: an entry never filled in, and gone since.
            if own.is_none() && row.french.is_none() {
                return None;
            }
            let french = row.french.map(|french| french.text);
            let old = row.old.filter(|old| !old.is_empty()).map(|old| old.text);
            let state = match (&own, &french, old) {
                (_, None, _) => TextState::Surplus,
                (None, _, _) => TextState::Missing,
                (_, _, None) => TextState::Unreviewed,
                (_, Some(french), Some(old)) if *french == old => TextState::Reviewed,
                (_, _, Some(old)) => TextState::Aged(old),
            };
            let own = own.unwrap_or_default();
            Some(TranslatedText {
                key: format!("{}:{}{}", file.name, self.path, row.end),
                file: file.path.clone(),
                line: own.line,
                text: own.text,
                french: french.unwrap_or_default(),
                state,
            })
        })
    }

    /// Whether each item of a list has its French at the same number. Else no
    /// mark could say which of them it is for.
    fn has_equal_shape(&self) -> bool {
        match (&self.own, &self.french) {
            (Some(Unit::List(own)), Some(Unit::List(french))) => own.len() == french.len(),
            (Some(_) | None, Some(_)) => true,
            (_, None) => false,
        }
    }

    /// What `reviewed.toml` says of this unit once the texts of these keys are
    /// accepted.
    fn marked(&self, file: &File, is_accepted: impl Fn(&str) -> bool) -> Option<(String, Unit)> {
        let rows = self.rows();
        let marks = rows.iter().map(|row| {
            let key = format!("{}:{}{}", file.name, self.path, row.end);
            let old = row.old.clone();
            let mark = if is_accepted(&key) {
                row.french.clone()
            } else {
                old
            };
            (row, mark.unwrap_or_default())
        });
        let marks: Vec<_> = marks.collect();
        if marks.iter().all(|(_, mark)| mark.is_empty()) {
            return None;
        }
        let unit = match &self.french {
            Some(Unit::List(_)) => Unit::List(marks.into_iter().map(|(_, mark)| mark).collect()),
            Some(Unit::Plural(_)) => {
                let forms = marks.into_iter().filter(|(_, mark)| !mark.is_empty());
                let forms = forms.map(|(row, mark)| (row.end[1..].to_owned(), mark));
                Unit::Plural(forms.collect())
            }
            _ => Unit::One(marks.into_iter().next()?.1),
        };
        Some((self.path.clone(), unit))
    }
}
