//! A letter as a page to print: one sheet of A4 for each language, with the address where
//! the window of an envelope is.

use askama::Template;

use super::WindowSide;
use super::compose::Letter;
use super::version::{LetterPart, LetterVersion};

/// How many characters of a person's own leave room for print of the usual size.
const ROOMY: usize = 240;

#[derive(Debug, Template)]
#[template(path = "letter/letter.html")]
struct LetterPage {
    lang: String,
    title: String,
    right: bool,
    /// Whether it needs small print to fit.
    dense: bool,
    beside_title: String,
    beside: Vec<String>,
    print: String,
    sheets: Vec<LetterVersion>,
    /// Where the address is from, and that this is not legal advice: in small print, on
    /// the first sheet.
    foot: String,
}

impl Letter<'_> {
    /// The letter as one file of HTML that needs no other.
    ///
    /// # Panics
    /// If there is no memory for the page.
    #[must_use]
    pub fn html(&self, window: WindowSide) -> String {
        let (texts, words) = &self.wordings[0];
        let sheets = self.versions();
        // On the paper itself, so that it is said once.
        let foot = format!("{} {}", self.origin(), words.for_you.not_advice);
        let page = LetterPage {
            lang: texts.language.written().tag().to_owned(),
            title: sheets[0].subject.clone(),
            dense: self.written().1 > ROOMY,
            right: window == WindowSide::Right,
            beside_title: words.for_you.title.to_string(),
            beside: self.beside(),
            print: words.for_you.print.to_string(),
            sheets,
            foot,
        };
        page.render().expect("a template writes to memory alone")
    }
}
