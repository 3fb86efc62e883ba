//! Walks as plain text, for line mode and for the commands that print them.

use textwrap::{Options, WordSplitter};

use super::{Block, Platform, Step, Walk};
use crate::words::{LabelState, Quoted, StepOfTitle, Texts, TitleCount};

/// How the number of something is put before it.
pub(crate) type Number = fn(usize, &str) -> String;

/// As it is written.
fn written(number: usize, text: &str) -> String {
    format!("{number}. {text}")
}

/// The columns that the text of a command is broken to.
const WIDTH: usize = 76;

/// A platform and all its steps.
#[must_use]
pub fn walk_text(texts: &Texts, facts: &Platform, walk: &Walk) -> String {
    let mut text = format!("{}\n", facts.name_in(texts));
    for number in 0..walk.steps.len() {
        text += "\n";
        text += &heading(texts, walk, number);
        text += "\n";
        for line in paragraphs(texts, &walk.steps[number]) {
            text += "\n";
            text += &line;
        }
    }
    // What to try where the page is not so, once for the platform's own lever.
    if let Some(unseen) = walk.own_unseen() {
        let page = without_said(texts, walk, &unseen.page);
        text += "\n";
        text += &page.title;
        text += "\n";
        for line in paragraphs(texts, &page) {
            text += "\n";
            text += &line;
        }
    }
    text
}

/// A page without the ways that the steps before it have told already.
fn without_said(texts: &Texts, walk: &Walk, page: &Step) -> Step {
    let steps = walk.steps[..walk.main].iter();
    let said: Vec<_> = steps.flat_map(|step| both_ways(texts, step)).collect();
    let is_said = |block: &Block| said.contains(&block_lines(texts, block, written));
    let mut blocks: Vec<Block> = Vec::new();
    let mut left_out = false;
    for block in &page.blocks {
        left_out = match block {
            Block::Acts { .. } | Block::Menus { .. } => is_said(block),
            // It belongs to the way before it.
            Block::Note(_) => left_out && is_said(block),
            _ => false,
        };
        if !left_out {
            blocks.push(block.clone());
        }
    }
    Step {
        blocks,
        ..page.clone()
    }
}

/// What a step says, one paragraph to a line.
#[must_use]
pub fn body(texts: &Texts, step: &Step) -> String {
    let lines = both_ways(texts, step).into_iter().flatten();
    lines.collect::<Vec<_>>().join("\n")
}

/// What a step says, a block at a time: in the browser, and then by the phone's app where
/// there is such a way. Nobody who reads can ask for it.
fn both_ways(texts: &Texts, step: &Step) -> Vec<Vec<String>> {
    let lines = |block: &Block| block_lines(texts, block, written);
    let mut said: Vec<_> = step.blocks.iter().map(lines).collect();
    if let Some(phone) = &step.phone {
        // What holds for both is said once.
        let own = phone.iter().map(lines);
        let own: Vec<_> = own.filter(|lines| !said.contains(lines)).collect();
        said.extend(own);
    }
    said
}

/// The place and title of a step.
pub(crate) fn heading(texts: &Texts, walk: &Walk, number: usize) -> String {
    let words = &texts.interface.line_mode;
    let title = walk.steps[number].title.clone();
    let (message, step, of) = if number < walk.main {
        (&words.step, number, walk.main)
    } else {
        (
            &words.extra_step,
            number - walk.main,
            walk.steps.len() - walk.main,
        )
    };
    message.fill(&StepOfTitle {
        step: (step + 1).to_string(),
        of: of.to_string(),
        title,
    })
}

/// The paragraphs of a step.
fn paragraphs(texts: &Texts, step: &Step) -> Vec<String> {
    let paragraphs = both_ways(texts, step).into_iter().map(|lines| {
        lines
            .iter()
            .map(|line| broken(line, WIDTH) + "\n")
            .collect()
    });
    paragraphs
        .filter(|paragraph: &String| !paragraph.is_empty())
        .collect()
}

/// The heading of a list, with its length.
pub(crate) fn points(texts: &Texts, title: &str, count: usize) -> String {
    let title = title.trim_end_matches(':').to_owned();
    let words = &texts.interface.line_mode.points;
    let values = TitleCount {
        title,
        count: count.to_string(),
    };
    words.fill(&texts.language, count, &values)
}

/// What a part of a step says, one line for each thing it says.
pub(crate) fn block_lines(texts: &Texts, block: &Block, number: Number) -> Vec<String> {
    match block {
        Block::Lead(text)
        | Block::Paragraph(text)
        | Block::Note(text)
        | Block::Paste(text)
        | Block::Covered { text, .. } => {
            vec![text.clone()]
        }
        Block::Fold { title, items } | Block::Acts { title, items } => {
            let numbered = (1..).zip(items);
            let numbered = numbered.map(|(place, item)| number(place, item));
            std::iter::once(points(texts, title, items.len()))
                .chain(numbered)
                .collect()
        }
        Block::Points { title, items } => std::iter::once(title).chain(items).cloned().collect(),
        Block::Menus { title, path } => {
            let then = format!(", {} ", texts.interface.line_mode.then);
            vec![format!("{title} {}", path.join(&then))]
        }
        Block::Address(address) => vec![address.to_string()],
        Block::Mail { to, subject, .. } => {
            vec![
                format!("{} {}", to.0, to.1),
                format!("{} {}", subject.0, subject.1),
            ]
        }
        Block::Replica(replica) => {
            let state = replica.word(replica.refused).to_owned();
            vec![texts.interface.line_mode.switch.fill(&LabelState {
                label: replica.label.clone(),
                state: if replica.own_states {
                    texts.kinds.common.quoted.fill(&Quoted { text: state })
                } else {
                    state
                },
            })]
        }
        Block::Label { title, label } => vec![title.clone(), label.clone()],
        // What is drawn of a form, the acts before it say.
        Block::Form(_) | Block::Tick(_) | Block::Sent(_) | Block::Missing(_) => Vec::new(),
    }
}

/// A line broken to a width. An address is never broken.
pub(crate) fn broken(line: &str, width: usize) -> String {
    if line.starts_with("https://") {
        return line.to_owned();
    }
    // A word with a hyphen stays whole: half of it would be read as a word.
    let options = Options::new(width).word_splitter(WordSplitter::NoHyphenation);
    // What is not to be parted stands on one line now.
    textwrap::fill(line, options).replace('\u{a0}', " ")
}
