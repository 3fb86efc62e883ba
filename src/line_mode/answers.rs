//! Understanding an answer: by its number, its letter, a word of the reader's
//! language or the beginning of one. What records something is understood by its
//! number or its own words alone.

use crate::actions::Offer;
use crate::actions::keymap::{self, Action};
use crate::catalogue::fold;
use crate::checklist::Mark;
use crate::content::Words;
use crate::language::Language;
use crate::words::LineModeAnswers;

/// What an answer asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Intent {
    /// What a step offers, or a page of the story.
    Do(Offer),
    /// To where one came from.
    Back,
    /// To the menu.
    Menu,
    /// A section of the list, by its place in the catalogue.
    Section(usize),
    /// A platform, by its place in the catalogue.
    Platform(usize),
    /// More of a long list.
    More,
    /// What is left to do.
    Left,
    /// The question which platforms the person uses.
    Which,
    /// A group of platforms to choose from, by its place in the catalogue.
    Group(usize),
    /// A platform that the person uses, by its place in the catalogue.
    Use(usize),
    /// That is all of them.
    EndChoice,
    /// Whether it is done, where nothing was answered to that.
    AskDone,
    /// A no, which records nothing.
    No,
    /// The story.
    Story,
    /// Search.
    Search,
    /// The choice of a language.
    Languages,
    /// This language.
    Speak(Language),
    /// Take the last change back.
    Undo,
    /// Hear it again.
    Repeat,
    /// What can be answered.
    Help,
    /// Leave.
    Quit,
}

impl Intent {
    /// The letter that asks for it, from the table of keys.
    pub(super) fn letter(&self) -> Option<char> {
        // “n” and “s” are how a no and a yes begin, in one language or another.
        if self.mark().is_some() {
            return None;
        }
        keymap::letter(match self {
            // Without a letter: there are several, or another has it.
            Self::Do(Offer::Lists | Offer::Open(1..) | Offer::Copy(1..)) => {
                return None;
            }
            Self::Do(offer) => offer.action(),
            Self::Back => Action::Back,
            Self::Menu => Action::Menu,
            Self::Which => Action::Which,
            Self::Story => Action::Story,
            Self::Search => Action::Search,
            Self::Languages => Action::Language,
            Self::Undo => Action::Undo,
            Self::Help => Action::Help,
            Self::Quit => Action::Quit,
            _ => return None,
        })
    }

    /// What it notes of a platform, if anything.
    pub(super) fn mark(&self) -> Option<Mark> {
        Some(match self {
            Self::Do(Offer::Tick) => Mark::Done,
            Self::Do(Offer::NotFound) => Mark::NotFound,
            Self::Do(Offer::Untick) => Mark::Todo,
            Self::Do(Offer::Later) => Mark::Later,
            Self::Do(Offer::NotConcerned) => Mark::NotConcerned,
            _ => return None,
        })
    }

    /// Whether its words have to be whole, for it changes what is noted: “no” may well
    /// be how one of them begins.
    fn is_noted(&self) -> bool {
        self.mark().is_some() || *self == Self::Undo
    }

    /// The words that ask for it.
    pub(super) fn words<'a>(&self, words: &'a LineModeAnswers) -> Option<&'a Words> {
        Some(match self {
            Self::Do(offer) => match offer {
                Offer::Forward => &words.forward,
                Offer::Tick => &words.done,
                Offer::Untick => &words.todo,
                Offer::Later => &words.later,
                Offer::NotConcerned => &words.not_concerned,
                Offer::NotSeen => &words.not_seen,
                Offer::NotFound => &words.not_found,
                Offer::Report => &words.report,
                Offer::Open(0) => &words.open,
                Offer::Copy(0) | Offer::CopyText => &words.copy,
                Offer::Phone => &words.phone,
                Offer::Web => &words.web,
                Offer::Lists => &words.lists,
                Offer::Sources => &words.sources,
                Offer::Letter => &words.letter,
                Offer::AllSteps => &words.all_steps,
                _ => return None,
            },
            Self::More => &words.forward,
            Self::Left => &words.left,
            Self::Which => &words.which,
            Self::No => &words.no,
            Self::Back => &words.back,
            Self::Menu => &words.menu,
            Self::Story => &words.story,
            Self::Search => &words.search,
            Self::Languages => &words.language,
            Self::Undo => &words.undo,
            Self::Repeat => &words.repeat,
            Self::Help => &words.help,
            Self::Quit => &words.quit,
            Self::Section(_)
            | Self::Platform(_)
            | Self::Speak(_)
            | Self::Group(_)
            | Self::Use(_)
            | Self::EndChoice
            | Self::AskDone => return None,
        })
    }
}

/// An answer that can be given.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    /// What it asks for.
    pub(super) intent: Intent,
    /// Its number, if it has one.
    pub(super) number: Option<usize>,
    /// Its letter, if it has one.
    pub(super) letter: Option<char>,
    /// Its words, the one to name it by first.
    pub(super) words: Vec<String>,
    /// What it does, in words.
    pub(super) does: String,
    /// Whether the help lists it.
    pub(super) listed: bool,
}

/// What was understood.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Understood {
    /// This.
    One(Intent),
    /// It could be any of these, called by these words.
    Several(Vec<(Intent, String)>),
    /// The beginning of these words, which have to be whole.
    Begun(Vec<String>),
    /// Nothing.
    Nothing,
}

/// What `given` means among `answers`. Case, accents, the spaces around it and a
/// full stop after it do not count. A whole word comes before a letter, a letter
/// before the beginning of a word, and that before the beginning of a later
/// word, as in *Copilot*.
pub(super) fn understand(given: &str, answers: &[Answer]) -> Understood {
    let given = clean(given);
    if given.is_empty() {
        return Understood::Nothing;
    }
    if given.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = given.parse().ok();
        return answers
            .iter()
            .find(|answer| answer.number.is_some() && answer.number == number)
            .map_or(Understood::Nothing, |answer| {
                Understood::One(answer.intent.clone())
            });
    }
    let words = answers.iter().flat_map(|answer| {
        let words = answer.words.iter();
        words.map(|word| Word {
            intent: &answer.intent,
            written: word,
            compared: clean(word),
        })
    });
    let words: Vec<_> = words.collect();
    let letter = |answer: &&Answer| {
        let letter = answer.letter.map(String::from);
        letter.is_some_and(|letter| clean(&letter) == given)
    };
    // What is offered by number comes first among what has the same letter.
    let by_letter = || {
        let first = answers.iter().find(letter)?;
        Some(vec![(first.intent.clone(), given.clone())])
    };
    let inside = |word: &str| {
        word.split(|c: char| !c.is_alphanumeric())
            .any(|part| part.starts_with(&given))
    };
    let found = matching(&words, |word| word == given)
        .or_else(by_letter)
        .or_else(|| matching(&words, |word| word.starts_with(&given)))
        .or_else(|| matching(&words, inside));
    match found {
        None => Understood::Nothing,
        Some(mut found) if found.len() == 1 => {
            let (intent, word) = found.swap_remove(0);
            if intent.is_noted() && clean(&word) != given {
                Understood::Begun(vec![word])
            } else {
                Understood::One(intent)
            }
        }
        Some(found) => Understood::Several(found),
    }
}

/// A word that asks for something.
struct Word<'a> {
    intent: &'a Intent,
    written: &'a str,
    /// As answers are compared.
    compared: String,
}

/// What the words that fit ask for, each intent once, with the first that fits of each.
/// None if there is none.
fn matching(words: &[Word<'_>], fits: impl Fn(&str) -> bool) -> Option<Vec<(Intent, String)>> {
    let mut found: Vec<(Intent, String)> = Vec::new();
    for word in words {
        if fits(&word.compared) && !found.iter().any(|(intent, _)| intent == word.intent) {
            found.push((word.intent.clone(), word.written.to_owned()));
        }
    }
    (!found.is_empty()).then_some(found)
}

/// An answer as it is compared.
pub(super) fn clean(text: &str) -> String {
    let folded = fold(text);
    let trimmed = folded
        .trim_matches(|c: char| c.is_whitespace() || "«»“”\"".contains(c))
        .trim_end_matches(['.', ',', ';', ':', '!', ')']);
    trimmed.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers() -> Vec<Answer> {
        let answer = |intent: Intent, number, words: &[&str]| Answer {
            letter: intent.letter(),
            intent,
            number,
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            does: String::new(),
            listed: true,
        };
        vec![
            answer(Intent::Platform(0), Some(1), &["LinkedIn"]),
            answer(Intent::Platform(1), Some(2), &["Microsoft Copilot"]),
            answer(Intent::Platform(2), Some(3), &["X"]),
            answer(Intent::Platform(3), Some(4), &["GitHub Copilot"]),
            answer(Intent::Back, Some(0), &["retour", "revenir"]),
            answer(Intent::Repeat, None, &["répéter", "relire"]),
            answer(Intent::Story, None, &["l’histoire", "histoire"]),
            answer(Intent::Do(Offer::Later), None, &["plus tard"]),
            answer(Intent::Languages, None, &["langue"]),
            answer(Intent::Search, None, &["chercher"]),
            answer(Intent::Help, None, &["aide"]),
        ]
    }

    #[test]
    fn numbers_letters_words_and_their_beginnings() {
        use Understood::{Begun, Nothing, One, Several};
        let later = || Begun(vec!["plus tard".to_owned()]);
        for (given, expected) in [
            ("1", One(Intent::Platform(0))),
            (" 2. ", One(Intent::Platform(1))),
            ("2)", One(Intent::Platform(1))),
            ("０", One(Intent::Back)),
            ("02", One(Intent::Platform(1))),
            ("9", Nothing),
            ("99999999999999999999999", Nothing),
            ("-1", Nothing),
            // A letter, whatever its case.
            ("L", One(Intent::Languages)),
            ("l", One(Intent::Languages)),
            ("B", One(Intent::Back)),
            ("/", One(Intent::Search)),
            ("?", One(Intent::Help)),
            // A word, whatever its case and accents.
            ("Répéter", One(Intent::Repeat)),
            ("repeter", One(Intent::Repeat)),
            ("REPETER!", One(Intent::Repeat)),
            ("revenir", One(Intent::Back)),
            ("l'histoire", One(Intent::Story)),
            ("«plus   tard»", One(Intent::Do(Offer::Later))),
            // The beginning of one.
            ("lin", One(Intent::Platform(0))),
            ("plus", later()),
            (
                "re",
                Several(vec![
                    (Intent::Back, "retour".to_owned()),
                    (Intent::Repeat, "répéter".to_owned()),
                ]),
            ),
            ("rev", One(Intent::Back)),
            // A whole word before a letter or a beginning.
            ("x", One(Intent::Platform(2))),
            // The beginning of a later word.
            ("tard", later()),
            ("s", Nothing),
            (
                "copilot",
                Several(vec![
                    (Intent::Platform(1), "Microsoft Copilot".to_owned()),
                    (Intent::Platform(3), "GitHub Copilot".to_owned()),
                ]),
            ),
            ("git", One(Intent::Platform(3))),
            ("zz", Nothing),
            ("", Nothing),
            ("   ", Nothing),
            (".", Nothing),
            ("\u{1b}[A", Nothing),
        ] {
            assert_eq!(understand(given, &answers()), expected, "{given:?}");
        }
    }
}
