//! The manual as one page of Markdown.

use super::page::{Part, Piece, pages};
use crate::words::Interface;

/// All commands with their options, as Markdown.
#[must_use]
pub fn reference(definition: clap::Command, interface: &Interface) -> String {
    let mut text = String::new();
    for page in pages(definition, interface) {
        let is_top = page.path.len() == 1;
        let depth = if is_top { "#" } else { "##" };
        text += &format!(
            "{depth} {}\n\n{}\n",
            page.path.join(" "),
            sentence(&page.about)
        );
        for section in &page.sections {
            // What is the same for each command is said once.
            let once = [
                &interface.cli.manual.exit_status,
                &interface.cli.manual.description,
            ];
            if !is_top && once.iter().any(|once| ***once == *section.heading) {
                continue;
            }
            if let [Part::Line(pieces)] = &*section.parts {
                text += &format!("\n```text\n{}\n```\n", bare(pieces));
                continue;
            }
            if is_top {
                text += &format!("\n## {}\n", capital(&section.heading));
            } else {
                text += &format!("\n{}:\n", capital(&section.heading));
            }
            text.push('\n');
            for part in &section.parts {
                match part {
                    Part::Line(pieces) => text += &format!("`{}`\n", bare(pieces)),
                    Part::Paragraph(paragraph) => text += &format!("{paragraph}\n"),
                    Part::Entry(pieces, what) => {
                        text += &format!("- `{}`: {what}\n", bare(pieces));
                    }
                }
            }
        }
        text.push('\n');
    }
    format!("{}\n", text.trim_end())
}

fn bare(pieces: &[Piece]) -> String {
    let pieces = pieces.iter().map(|piece| match piece {
        Piece::Literal(text) | Piece::Value(text) => text,
        Piece::Plain(text) => *text,
    });
    pieces.collect()
}

fn sentence(text: &str) -> String {
    format!("{}.", text.trim_end_matches('.'))
}

/// A heading in capitals, as one has it in Markdown.
fn capital(heading: &str) -> String {
    let mut letters = heading.chars();
    let first = letters.next().into_iter();
    first.chain(letters.flat_map(char::to_lowercase)).collect()
}
