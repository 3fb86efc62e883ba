//! The sheet to take home: what stands on each of its sides.

use askama::Template;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::entry::{Drawing, Entry, Part};
use super::text::in_pieces;
use super::wording::Wording;
use crate::catalogue::{Catalogue, TurnTo};
use crate::language::Language;
use crate::takeaway::typed::one_line;

/// What a sheet is made of.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// The platforms there are.
    pub catalogue: &'a Catalogue,
    /// The words: of the front, and of the back where that is in another language.
    pub wordings: &'a [Wording],
    /// The platforms on it, by their places in the catalogue.
    pub platforms: &'a [usize],
    /// Whom one can turn to.
    pub turn_to: &'a [TurnTo],
    /// Who hands it out; where that is not given, there is a line to write it on.
    pub organisation: Option<&'a str>,
    /// Whether it is in large print.
    pub large: bool,
    /// The day it is printed.
    pub today: Date,
}

/// The whole of it.
#[derive(Debug, Template)]
#[template(path = "handout/sheet.html")]
struct SheetPage {
    lang: String,
    title: String,
    large: bool,
    sides: Vec<Side>,
}

/// A side of the sheet; in one language alone, all of it.
#[derive(Debug)]
struct Side {
    lang: String,
    /// What stands above the platforms of the first side of a language.
    head: Option<Head>,
    entries: Vec<Entry>,
    /// What stands below those of the last.
    foot: Option<Foot>,
}

/// What stands above the platforms.
#[derive(Debug)]
struct Head {
    /// Whether this is the heading of the whole page.
    first: bool,
    title: String,
    organisation: (String, Option<String>),
    lead: String,
    how: Vec<String>,
}

/// What stands below the platforms.
#[derive(Debug)]
struct Foot {
    again: (String, String),
    turn_to: String,
    whom: Vec<Whom>,
    not_advice: String,
}

/// Somebody to turn to.
#[derive(Debug)]
struct Whom {
    name: String,
    does: String,
    address: Vec<String>,
}

impl Sheet<'_> {
    /// The sheet as one file of HTML that needs no other. In one language, the platforms follow each other. In two, what
    /// stands on the front of a leaf stands on its back in the other.
    ///
    /// # Panics
    /// If there are no words, or no memory for the page.
    #[must_use]
    pub fn html(&self) -> String {
        let first = &self.wordings[0];
        let sides = if let [wording] = self.wordings {
            vec![Side {
                lang: wording.lang(),
                head: Some(self.head(wording, true)),
                entries: self.entries(self.platforms, wording),
                foot: Some(self.foot(wording)),
            }]
        } else {
            self.leaves()
        };
        let page = SheetPage {
            lang: first.lang(),
            title: first.workshop.words.handout.title.to_string(),
            large: self.large,
            sides,
        };
        page.render().expect("a template writes to memory alone")
    }

    /// The fronts and backs of the leaves: the head and the foot, which need one each in
    /// large print, and a leaf for each platform.
    fn leaves(&self) -> Vec<Side> {
        let empty = |wording: &Wording| Side {
            lang: wording.lang(),
            head: None,
            entries: Vec::new(),
            foot: None,
        };
        let heads = self
            .wordings
            .iter()
            .enumerate()
            .map(|(back, wording)| Side {
                head: Some(self.head(wording, back == 0)),
                foot: (!self.large).then(|| self.foot(wording)),
                ..empty(wording)
            });
        let platforms = self.platforms.chunks(1).flat_map(|platform| {
            self.wordings.iter().map(move |wording| Side {
                entries: self.entries(platform, wording),
                ..empty(wording)
            })
        });
        let feet = self.wordings.iter().filter(|_| self.large);
        let feet = feet.map(|wording| Side {
            foot: Some(self.foot(wording)),
            ..empty(wording)
        });
        heads.chain(platforms).chain(feet).collect()
    }

    fn entries(&self, platforms: &[usize], wording: &Wording) -> Vec<Entry> {
        let entry =
            |place: &usize| Entry::new(self.catalogue, *place, wording, self.large, self.today);
        platforms.iter().map(entry).collect()
    }

    fn head(&self, wording: &Wording, first: bool) -> Head {
        let words = &wording.workshop.words;
        Head {
            first,
            title: words.handout.title.to_string(),
            organisation: (
                words.handout.organisation.to_string(),
                self.organisation.and_then(one_line),
            ),
            lead: words.handout.lead.to_string(),
            how: vec![
                words.handout.scan.to_string(),
                words.walk.sign_in.to_string(),
                words.handout.type_in.to_string(),
            ],
        }
    }

    fn foot(&self, wording: &Wording) -> Foot {
        let dates = &wording.texts.interface.dates;
        let words = &wording.workshop.words;
        let in_a_year = self.today.saturating_add(1.year());
        Foot {
            again: (words.handout.again.to_string(), dates.full(in_a_year)),
            turn_to: words.closing.turn_to.to_string(),
            whom: whom(self.turn_to, wording),
            not_advice: words.handout.not_advice.to_string(),
        }
    }
}

/// Whom to turn to: first those who are there for readers of the language, then those
/// who are there for all. In a language that none are there for, everybody.
fn whom(turn_to: &[TurnTo], wording: &Wording) -> Vec<Whom> {
    let language: &Language = &wording.texts.language.written();
    let own = |it: &&TurnTo| it.languages.contains(language);
    let all = |it: &&TurnTo| it.languages.is_empty();
    let any_own = turn_to.iter().any(|it| own(&it));
    let first = turn_to.iter().filter(|it| own(it) || !any_own && !all(it));
    let ordered = first.chain(turn_to.iter().filter(all));
    ordered
        .filter_map(|it| {
            let words = wording.workshop.turn_to.get(&it.id)?;
            Some(Whom {
                name: words.name.to_string(),
                does: words.does.to_string(),
                address: in_pieces(&it.url),
            })
        })
        .collect()
}
