//! A letter as plain text, to paste or to send by e-mail.

use textwrap::{Options, WordSeparator, WordSplitter};

use super::compose::Letter;
use super::joined::{joined, parted};
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
            let line = joined(&line, &words.common.kept);
            text += &filled(&line, "- ", "  ");
        }
        text
    }
}

/// A block of a letter: what stands between two empty lines.
enum LetterBlock<'a> {
    /// Lines that are not broken, as those of an address.
    Lines(&'a [String]),
    /// Lines of running text.
    Text(&'a [String]),
    /// Points.
    Points(&'a [String]),
}

impl LetterVersion {
    /// This version as text.
    #[must_use]
    pub fn text(&self) -> String {
        let block = |block: LetterBlock<'_>| -> String {
            match block {
                LetterBlock::Lines(lines) => lines.join("\n") + "\n",
                LetterBlock::Text(lines) => lines.iter().map(|it| filled(it, "", "")).collect(),
                LetterBlock::Points(points) => {
                    points.iter().map(|it| filled(it, "- ", "  ")).collect()
                }
            }
        };
        let blocks: Vec<String> = self.blocks().map(block).collect();
        blocks.join("\n")
    }

    /// This version in lines that are not broken, with an empty one between its blocks.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for block in self.blocks() {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            match block {
                LetterBlock::Lines(of_block) | LetterBlock::Text(of_block) => {
                    lines.extend_from_slice(of_block);
                }
                LetterBlock::Points(points) => {
                    lines.extend(points.iter().map(|point| format!("- {point}")));
                }
            }
        }
        lines
    }

    fn blocks(&self) -> impl Iterator<Item = LetterBlock<'_>> {
        use LetterBlock::{Lines, Points, Text};
        let one = std::slice::from_ref;
        let head = [
            Lines(&self.sender),
            Lines(&self.to),
            Lines(one(&self.place_date)),
            Text(one(&self.subject)),
            Text(&self.references),
            Lines(one(&self.salutation)),
        ];
        let body = self.body.iter().map(|part| match part {
            LetterPart::Paragraph(lines) => Text(lines),
            LetterPart::Points(points) => Points(points),
        });
        let end = [Lines(one(&self.closing)), Lines(one(&self.signature))];
        let blocks = head.into_iter().chain(body).chain(end);
        let blocks = blocks.chain(self.enclosed.as_ref().map(|line| Text(one(line))));
        blocks.filter(|block| {
            let (Lines(of_block) | Text(of_block) | Points(of_block)) = block;
            !of_block.is_empty()
        })
    }
}

/// A text broken into lines.
fn filled(text: &str, first: &str, others: &str) -> String {
    let options = Options::new(COLUMNS)
        .initial_indent(first)
        .subsequent_indent(others)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation);
    parted(&textwrap::fill(text, options)) + "\n"
}
