//! An act said together with the platforms it is for: `n pinterest, quora`, `fait
//! linkedin et facebook`, `LinkedIn erledigt`.

use super::answers::{Intent, clean};
use super::guide::Guide;
use crate::actions::Offer;
use crate::actions::keymap::{self, Action};
use crate::catalogue::by_name;
use crate::checklist::Mark;
use crate::content::Words;

/// What is to be noted of which platforms.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Several {
    /// This, of these.
    Of(Mark, Vec<usize>),
    /// Nothing: there is no platform of this name.
    Unknown(String),
}

/// Names, as they were typed one after another.
pub(super) type Names = Result<Vec<usize>, String>;

/// What can be said of platforms that are named with it.
const ACTS: [(Offer, Option<Action>); 5] = [
    (Offer::Tick, None),
    (Offer::Untick, None),
    (Offer::NotFound, None),
    (Offer::Later, Some(Action::Later)),
    (Offer::NotConcerned, Some(Action::NotConcerned)),
];

impl Guide<'_> {
    /// What an answer asks to be noted of the platforms it names. None where it is not
    /// said so: with the whole words of an act or its letter before the names, or its
    /// words behind them.
    pub(super) fn several(&self, answer: &str) -> Option<Several> {
        let answer = clean(answer);
        let mut said = Vec::new();
        for (offer, action) in ACTS {
            let mark = Intent::Do(offer).mark()?;
            for word in self.act_words(offer) {
                // An act alone is for the platform at hand.
                if answer == word {
                    return None;
                }
                let before = answer.strip_prefix(&word).and_then(apart);
                let behind = answer
                    .strip_suffix(&word)
                    .filter(|rest| rest.ends_with(' '));
                said.extend(before.or(behind).map(|rest| (word.len(), mark, rest)));
            }
            if let Some(letter) = action.and_then(keymap::letter)
                && let Some(rest) = answer.strip_prefix(letter)
                && rest.starts_with(' ')
            {
                said.push((1, mark, rest));
            }
        }
        // The longest words: one act may begin as another does.
        let (_, mark, rest) = said.into_iter().max_by_key(|(length, ..)| *length)?;
        Some(match self.names(rest) {
            Ok(platforms) => Several::Of(mark, platforms),
            Err(unknown) => Several::Unknown(unknown),
        })
    }

    /// Whether an answer is an act alone, of whichever platform is at hand.
    pub(super) fn is_act(&self, answer: &str) -> bool {
        let answer = clean(answer);
        let mut acts = ACTS.iter();
        acts.any(|(offer, _)| self.act_words(*offer).any(|word| word == answer))
    }

    /// The words for an act, as answers are compared.
    fn act_words(&self, offer: Offer) -> impl Iterator<Item = String> {
        let words = Intent::Do(offer).words(&self.texts.interface.line_mode.answers);
        words.into_iter().flat_map(Words::iter).map(clean)
    }

    /// The platforms that are named in a text, each once.
    ///
    /// # Errors
    /// The part that isn't a platform's name. Whoever said it may have meant anything.
    pub(super) fn names(&self, text: &str) -> Names {
        let words = &self.texts.interface.line_mode.and;
        let and: Vec<_> = words.iter().map(clean).collect();
        let mut platforms = Vec::new();
        for part in text.split([',', ';']).map(str::trim) {
            // A name may have an “and” in it, and spaces.
            let found = self.name_of(part).map(|platform| vec![platform]);
            let between = |word: &str| and.iter().any(|and| and == word);
            let found = found.or_else(|| self.all_named(part, between));
            let single = || {
                let parted = part.split_whitespace().filter(|word| !between(word));
                parted.map(|word| self.name_of(word)).collect()
            };
            let found = found.or_else(single).filter(|found| !found.is_empty());
            platforms.extend(found.ok_or_else(|| part.to_owned())?);
        }
        let mut seen = Vec::new();
        platforms.retain(|platform| {
            let is_new = !seen.contains(platform);
            seen.push(*platform);
            is_new
        });
        Ok(platforms)
    }

    /// The platforms named in a text with a word between each and the next.
    fn all_named(&self, text: &str, between: impl Fn(&str) -> bool) -> Option<Vec<usize>> {
        let words: Vec<_> = text.split_whitespace().collect();
        let parts = words.split(|word| between(word));
        parts
            .filter(|part| !part.is_empty())
            .map(|part| self.name_of(&part.join(" ")))
            .collect()
    }

    fn name_of(&self, given: &str) -> Option<usize> {
        by_name(self.catalogue, &self.texts, &clean(given))
    }
}

/// The names behind an act, where they stand apart from it.
fn apart(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches([':', ',']);
    rest.starts_with(' ').then_some(rest)
}
