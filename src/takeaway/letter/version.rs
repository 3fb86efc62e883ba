//! The letter in one language, in its parts.

/// The letter in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterVersion {
    /// The tag of its language.
    pub lang: String,
    /// The sender, in lines.
    pub sender: Vec<String>,
    /// Where it goes, in lines.
    pub to: Vec<String>,
    /// Place and day.
    pub place_date: String,
    /// What it is about.
    pub subject: String,
    /// Lines below that say who is meant.
    pub references: Vec<String>,
    /// The first words.
    pub salutation: String,
    /// What it says.
    pub body: Vec<LetterPart>,
    /// The last words.
    pub closing: String,
    /// The name below the signature.
    pub signature: String,
    /// What is enclosed.
    pub enclosed: Option<String>,
}

/// A part of what a letter says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterPart {
    /// A paragraph, in lines where the person parted it so.
    Paragraph(Vec<String>),
    /// Points that follow a colon.
    Points(Vec<String>),
}

impl LetterPart {
    /// A paragraph of these texts, one after the other.
    pub(super) fn of(texts: &[&str]) -> Self {
        Self::Paragraph(vec![texts.join(" ")])
    }
}
