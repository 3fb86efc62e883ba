//! The letter as a walk shows it, with blanks, and what to do with it.

use std::rc::Rc;

use jiff::civil::Date;

use super::joined::parted;
use super::{Letter, LetterWish};
use crate::catalogue::Catalogue;
use crate::content::ContentError;
use crate::language::Language;
use crate::words::{Given, LetterKind, LetterWords, Name, Texts};

/// A letter to the company behind a platform, to show and to copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalkLetter {
    /// What it is.
    pub title: String,
    /// What has to be seen to first.
    pub first: Vec<String>,
    /// What is to be copied, in lines that are not broken, with no-break spaces where a
    /// line is not to be broken; an empty one between paragraphs.
    pub lines: Vec<String>,
    /// What is said beside it.
    pub beside: Vec<String>,
}

impl WalkLetter {
    /// The letter for a platform: to its company, or where nobody is known to write to,
    /// a short text for whatever form there is.
    ///
    /// # Errors
    /// If its words or the addressees are faulty.
    pub fn new(
        catalogue: &Catalogue,
        platform: usize,
        kind: LetterKind,
        texts: &Rc<Texts>,
        today: Date,
    ) -> Result<Self, ContentError> {
        let platform = &catalogue.platforms[platform];
        let addressees = catalogue.addressees()?;
        let addressee = addressees.of(&platform.id);
        let wordings = wordings(catalogue, texts, addressee.is_some_and(|it| it.english))?;
        let wish = LetterWish {
            kind,
            ..LetterWish::default()
        };
        let letter = Letter {
            platform,
            addressee,
            wordings: &wordings,
            wish: &wish,
            today,
        };
        let words = &wordings[0].1;
        let name = Name {
            name: platform.name_in(texts).to_owned(),
        };
        // What has to be added to the command for this kind.
        let (title, option) = match kind {
            LetterKind::Access => (&words.walk.title_access, " --kind access"),
            _ => (&words.walk.title, ""),
        };
        let title = title.fill(&name);
        let not_advice = words.for_you.not_advice.to_string();
        if addressee.is_none() {
            let mut beside = Vec::new();
            if let Some(address) = platform.page_for_requests() {
                let given = address.to_string();
                beside.push(words.walk.by_form.fill(&Given { given }));
            }
            let given = format!("nonmerci letter {}{option} --to \"…; …; …\"", platform.id);
            beside.push(words.walk.own_address.fill(&Given { given }));
            beside.push(not_advice);
            return Ok(Self {
                title,
                first: vec![words.walk.short.to_string()],
                lines: vec![letter.short()],
                beside,
            });
        }
        let versions = letter.versions();
        let lines = versions.iter().enumerate().flat_map(|(number, version)| {
            let between =
                (number > 0).then(|| vec![String::new(), "* * *".to_owned(), String::new()]);
            between.into_iter().flatten().chain(version.lines())
        });
        let lines = lines.collect();
        let id = &platform.id;
        let given = format!("nonmerci letter {id}{option} --format html --name \"…\" -o {id}.html");
        let fill = words.walk.fill.fill(&Given { given });
        let first = letter.to_do_first();
        // What has to be seen to stands above.
        let beside = letter.beside().into_iter().skip(first.len());
        let beside = std::iter::once(fill).chain(beside).chain([not_advice]);
        Ok(Self {
            title,
            lines,
            beside: beside.collect(),
            first,
        })
    }

    /// What is to be copied.
    #[must_use]
    pub fn to_copy(&self) -> String {
        parted(&self.lines.join("\n"))
    }
}

/// The words of a letter in the reader's language, and where it is wanted in English.
///
/// # Errors
/// If they are faulty.
pub fn wordings(
    catalogue: &Catalogue,
    texts: &Rc<Texts>,
    in_english: bool,
) -> Result<Vec<(Rc<Texts>, LetterWords)>, ContentError> {
    let words = catalogue.letter_words(&texts.language)?;
    let mut wordings = vec![(Rc::clone(texts), words)];
    let english = Language::english();
    if in_english && texts.language.written() != english {
        let words = catalogue.letter_words(&english)?;
        wordings.push((catalogue.texts(&english)?, words));
    }
    Ok(wordings)
}
