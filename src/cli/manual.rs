//! The pages of the manual, as `man` reads them.

use roff::{Inline, Roff, bold, italic, roman};

use super::page::{Page, Part, Piece, pages};
use crate::words::Interface;

/// A page of the manual.
#[derive(Debug)]
pub struct ManualPage {
    /// The name of its file.
    pub file: String,
    /// What stands in it.
    pub text: String,
}

/// The page of the program itself. `date` is that of the content, as YYYY-MM-DD.
#[must_use]
pub fn manual(definition: clap::Command, interface: &Interface, date: &str) -> String {
    let pages = manual_pages(definition, interface, date).into_iter();
    pages.map(|page| page.text).next().unwrap_or_default()
}

/// All pages, that of the program first.
#[must_use]
pub fn manual_pages(
    definition: clap::Command,
    interface: &Interface,
    date: &str,
) -> Vec<ManualPage> {
    let pages = pages(definition, interface);
    let pages = pages.iter().map(|page| ManualPage {
        file: format!("{}.1", page.path.join("-")),
        text: written(page, interface, date),
    });
    pages.collect()
}

fn written(page: &Page, interface: &Interface, date: &str) -> String {
    let words = &interface.cli.manual;
    let name = page.path.join("-");
    let version = concat!("nonmerci ", env!("CARGO_PKG_VERSION"));
    let mut roff = Roff::new();
    roff.control(
        "TH",
        [&*name.to_uppercase(), "1", date, version, &words.title],
    );
    roff.control("SH", [&*words.name]);
    let about = page.about.trim_end_matches('.');
    running(&mut roff, &format!("{name} - {about}"));
    for section in &page.sections {
        roff.control("SH", [&*section.heading]);
        for (place, part) in section.parts.iter().enumerate() {
            match part {
                Part::Line(pieces) => {
                    roff.text(inlines(pieces));
                }
                Part::Paragraph(text) => {
                    if place > 0 {
                        roff.control("PP", []);
                    }
                    running(&mut roff, text);
                }
                Part::Entry(pieces, what) => {
                    roff.control("TP", []);
                    roff.text(inlines(pieces));
                    running(&mut roff, what);
                }
            }
        }
    }
    roff.control("SH", [&*words.see_also]);
    let last = page.see_also.len().saturating_sub(1);
    for (place, path) in page.see_also.iter().enumerate() {
        let end = if place == last { "(1)" } else { "(1)," };
        roff.text([bold(path.join("-")), roman(end)]);
    }
    // Without what the crate puts in front of it: our apostrophes are not ASCII.
    roff.to_roff()
}

/// How long a line of the source may be, in what `man` makes of it.
const LINE: usize = 78;

/// A text, in lines that are short enough for those who read the source.
fn running(roff: &mut Roff, text: &str) {
    let length = |word: &str| -> usize { word.chars().map(letter).sum() };
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && length(&line) + length(word) >= LINE {
            roff.text([roman(&*line)]);
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    roff.text([roman(line)]);
}

/// How long a letter is there: one outside ASCII is written as its number.
fn letter(letter: char) -> usize {
    match letter {
        '-' | '\\' => 2,
        letter if letter.is_ascii() => 1,
        _ => "\\[u00000]".len(),
    }
}

fn inlines(pieces: &[Piece]) -> Vec<Inline> {
    let inlines = pieces.iter().map(|piece| match piece {
        Piece::Literal(text) => bold(text),
        Piece::Value(text) => italic(text),
        Piece::Plain(text) => roman(*text),
    });
    inlines.collect()
}
