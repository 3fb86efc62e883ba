//! Steps and standings as plain text.

use crate::catalogue::{Block, Facts, LabelState, On, Step, StepOfTitle, Texts, Walk};
use crate::checklist::Standing;
use crate::language::long_date;

/// The columns that plain text is broken to. Addresses are never broken.
const WIDTH: usize = 76;

/// A platform and all its steps.
#[must_use]
pub fn walk_text(texts: &Texts, facts: &Facts, walk: &Walk) -> String {
    let mut text = format!("{}\n", facts.name);
    for number in 0..walk.steps.len() {
        text += "\n";
        text += &heading(texts, walk, number);
        text += "\n";
        for line in paragraphs(texts, &walk.steps[number], false) {
            text += "\n";
            text += &line;
        }
    }
    text
}

/// What a step says, one paragraph to a line.
#[must_use]
pub fn body(texts: &Texts, step: &Step) -> String {
    let mut lines = Vec::new();
    for block in &step.blocks {
        lines.extend(block_lines(texts, block));
    }
    lines.join("\n")
}

/// The place and title of a step.
pub(super) fn heading(texts: &Texts, walk: &Walk, number: usize) -> String {
    let words = &texts.interface.plain;
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

/// The paragraphs of a step, broken into lines and each ending one.
pub(super) fn paragraphs(texts: &Texts, step: &Step, by_phone: bool) -> Vec<String> {
    let blocks = step.blocks(by_phone).iter();
    let paragraphs = blocks.map(|block| {
        block_lines(texts, block)
            .iter()
            .map(|line| broken(line))
            .collect::<String>()
    });
    paragraphs
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

/// A text broken into lines, each ended.
pub(super) fn broken(text: &str) -> String {
    if text.starts_with("https://") {
        return format!("{text}\n");
    }
    textwrap::fill(text, WIDTH) + "\n"
}

fn block_lines(texts: &Texts, block: &Block) -> Vec<String> {
    match block {
        Block::Lead(text) | Block::Paragraph(text) | Block::Note(text) | Block::Paste(text) => {
            vec![text.clone()]
        }
        Block::Fold { title, items } => {
            let items = items.iter().map(|item| format!("- {item}"));
            std::iter::once(format!("{title} ({})", items.len()))
                .chain(items)
                .collect()
        }
        Block::Acts { title, items } => {
            let items = items.iter().zip(1..);
            let items = items.map(|(item, number)| format!("{number}. {item}"));
            std::iter::once(title.clone()).chain(items).collect()
        }
        Block::Menus { title, path } => vec![format!("{title} {}", path.join(" > "))],
        Block::Address(address) => vec![address.to_string()],
        Block::Mail { to, subject, .. } => {
            vec![
                format!("{} {}", to.0, to.1),
                format!("{} {}", subject.0, subject.1),
            ]
        }
        Block::Replica(replica) => vec![texts.interface.plain.switch.fill(&LabelState {
            label: replica.label.clone(),
            state: replica.word(replica.refused).to_owned(),
        })],
        Block::Label { title, label } => vec![title.clone(), label.clone()],
        Block::Tick(_) => Vec::new(),
    }
}

/// Where a platform stands, in a few words.
#[must_use]
pub fn standing_words(standing: Standing, texts: &Texts) -> String {
    let words = &texts.interface.states;
    match standing {
        Standing::Todo => words.todo.to_string(),
        Standing::Done(Some(on)) => words.done_on.fill(&On {
            date: long_date(&texts.language, on),
        }),
        Standing::Done(None) => words.done.to_string(),
        Standing::Later => words.later.to_string(),
        Standing::NotConcerned => words.not_concerned.to_string(),
        Standing::CheckAgain(..) => words.check_again.to_string(),
        Standing::NothingToDo => words.nothing_to_do.to_string(),
        Standing::NoOptOut => words.no_opt_out.to_string(),
    }
}
