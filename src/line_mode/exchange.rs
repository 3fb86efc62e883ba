//! One exchange of the conversation: what is said, what can be answered, and the
//! prompt.

use super::answers::{Answer, Intent};
use super::text::heard;
use crate::content::Words;
use crate::words::{Count, Texts};

/// One exchange.
#[derive(Debug)]
pub(super) struct Exchange {
    /// What is said, a paragraph at a time.
    pub(super) text: Vec<String>,
    /// What can be answered by number, in order.
    pub(super) choices: Vec<Choice>,
    /// What can be answered without a number: what goes everywhere, and what a
    /// person may know by its name.
    pub(super) global: Vec<Choice>,
    /// Whether the text has said already how many choices there are.
    pub(super) announced: bool,
    /// Whether the choices were read out before, and need not be again.
    pub(super) heard: bool,
    /// Which of the choices are read out, where the list is long.
    pub(super) read: std::ops::Range<usize>,
    /// What an empty answer means.
    pub(super) enter: Option<Intent>,
    /// Whether there is somewhere to go back to, as choice number 0.
    pub(super) back: bool,
    /// What is asked.
    pub(super) prompt: String,
}

/// Something that can be answered.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// What it asks for.
    pub(super) intent: Intent,
    /// What it does, in words.
    pub(super) does: String,
    /// The words for it that are not in the list of answers: a name.
    pub(super) names: Vec<String>,
    /// Whether the help lists it: not where it would do nothing, nor where all
    /// that is known by its name would be a long list.
    pub(super) listed: bool,
}

impl Choice {
    pub(super) fn new(intent: Intent, does: &str) -> Self {
        Self {
            intent,
            does: does.to_owned(),
            names: Vec::new(),
            listed: true,
        }
    }

    /// The same, understood, but in the help only if `listed`.
    pub(super) fn listed_if(self, listed: bool) -> Self {
        Self { listed, ..self }
    }

    /// The same, called by a name.
    pub(super) fn named(self, name: &str) -> Self {
        let mut names = self.names;
        names.push(name.to_owned());
        Self { names, ..self }
    }

    /// The same, called by each of these words too.
    pub(super) fn also(self, words: &Words) -> Self {
        words.iter().fold(self, Self::named)
    }
}

impl Exchange {
    /// The choices, announced with their number.
    pub(super) fn choice_lines(&self, texts: &Texts) -> Vec<String> {
        let words = &texts.interface.line_mode;
        let mut lines = Vec::new();
        if self.choices.is_empty() {
            return lines;
        }
        if !self.announced {
            let count = self.choices.len() + usize::from(self.back);
            let number = count.to_string();
            let number = &Count { count: number };
            lines.push(words.choices.fill(&texts.language, count, number));
        }
        let numbered = (1..).zip(&self.choices);
        let read = numbered.skip(self.read.start).take(self.read.len());
        lines.extend(read.map(|(number, choice)| heard(number, &choice.does)));
        if self.back {
            lines.push(heard(0, &texts.interface.help.back));
        }
        lines
    }

    /// All that can be answered.
    pub(super) fn answers(&self, texts: &Texts) -> Vec<Answer> {
        let answers = &texts.interface.line_mode.answers;
        let answer = |number: Option<usize>, choice: &Choice| {
            let words = choice.intent.words(answers).into_iter();
            let words = words.flat_map(|words| words.iter().map(str::to_owned));
            Answer {
                intent: choice.intent.clone(),
                number,
                letter: choice.intent.letter(),
                words: choice.names.iter().cloned().chain(words).collect(),
                does: choice.does.clone(),
                listed: choice.listed,
            }
        };
        let numbered = (1..).zip(&self.choices);
        let back = Choice::new(Intent::Back, &texts.interface.help.back);
        numbered
            .map(|(number, choice)| answer(Some(number), choice))
            .chain([answer(Some(0), &back)])
            .chain(self.global.iter().map(|choice| answer(None, choice)))
            .collect()
    }

    /// What can be answered, and how.
    pub(super) fn help_lines(&self, texts: &Texts) -> Vec<String> {
        let words = &texts.interface.line_mode;
        let mut lines = vec![words.help.to_string()];
        for answer in self.answers(texts) {
            let read = match answer.number {
                Some(0) => self.back,
                Some(number) => self.read.contains(&(number - 1)),
                None => answer.listed,
            };
            if !read {
                continue;
            }
            let known = answer.intent.words(&words.answers);
            let enter = (self.enter.as_ref() == Some(&answer.intent))
                .then(|| texts.interface.keys.enter.to_string());
            // Signs have to be named: many voices pass over them.
            let letter = answer.letter.map(|letter| match letter {
                '?' => words.question_mark.to_string(),
                '/' => words.slash.to_string(),
                letter => letter.to_string(),
            });
            let word = known.map(|words| words.first().to_owned());
            let ways: Vec<_> = [enter, letter, word].into_iter().flatten().collect();
            let does = &answer.does;
            let line = answer.number.map(|number| heard(number, does));
            let mut line = line.unwrap_or_else(|| does.clone());
            if !ways.is_empty() {
                line = format!("{}. {}", line.trim_end_matches('.'), ways.join(", "));
            }
            lines.push(line);
        }
        lines
    }

    /// What can be answered, in a few words, for somebody who was not understood.
    pub(super) fn known(&self, texts: &Texts) -> String {
        let words = &texts.interface.line_mode;
        let mut known = Vec::new();
        if !self.choices.is_empty() {
            let count = self.choices.len();
            let number = count.to_string();
            let number = Count { count: number };
            known.push(words.numbers.fill(&texts.language, count, &number));
        }
        let named = self.choices.iter().map(|choice| &choice.intent);
        for intent in named.chain(&[Intent::Back, Intent::Help, Intent::Quit]) {
            if let Some(word) = intent.words(&words.answers).map(Words::first)
                && !known.iter().any(|known| known == word)
            {
                known.push(word.to_owned());
            }
        }
        known.join(", ")
    }
}
