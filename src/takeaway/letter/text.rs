//! A letter as plain text, to paste or to send by e-mail.

use textwrap::{Options, WordSeparator, WordSplitter};

use super::compose::Letter;
use super::version::{LetterPart, LetterVersion};

/// The columns of a line, as mail has them.
const COLUMNS: usize = 72;

impl Letter<'_> {
    /// The letter as text, in each of its languages; below a line, what is for the person
    /// alone.
    #[must_use]
    pub fn text(&self) -> String {
        let (_, words) = &self.wordings[0];
        let rule = "-".repeat(COLUMNS);
        let mut text = String::new();
        for version in self.versions() {
            text += &version.text();
            text += &format!("\n{rule}\n\n");
        }
        text += &format!("{}\n\n", words.for_you.title);
        let not_advice = words.for_you.not_advice.to_string();
        for line in self.beside().into_iter().chain([not_advice]) {
            text += &filled(&line, "- ", "  ");
        }
        text
    }
}

impl LetterVersion {
    /// This version as text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut blocks = vec![
            as_lines(&self.sender),
            as_lines(&self.to),
            as_lines(std::slice::from_ref(&self.place_date)),
            filled(&self.subject, "", ""),
        ];
        let references = self.references.iter().map(|line| filled(line, "", ""));
        blocks.push(references.collect());
        blocks.push(as_lines(std::slice::from_ref(&self.salutation)));
        blocks.extend(self.body.iter().map(|part| {
            match part {
                LetterPart::Paragraph(lines) => {
                    lines.iter().map(|line| filled(line, "", "")).collect()
                }
                LetterPart::Points(points) => points
                    .iter()
                    .map(|point| filled(point, "- ", "  "))
                    .collect(),
            }
        }));
        blocks.push(as_lines(std::slice::from_ref(&self.closing)));
        blocks.push(as_lines(std::slice::from_ref(&self.signature)));
        blocks.extend(self.enclosed.iter().map(|line| filled(line, "", "")));
        blocks.retain(|block: &String| !block.is_empty());
        blocks.join("\n")
    }
}

fn as_lines(lines: &[String]) -> String {
    lines.join("\n") + "\n"
}

/// A text broken into lines.
fn filled(text: &str, first: &str, others: &str) -> String {
    let options = Options::new(COLUMNS)
        .initial_indent(first)
        .subsequent_indent(others)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(text, options) + "\n"
}
