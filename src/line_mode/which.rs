//! Which platforms the person uses: the groups to hear, and the names they say.

use std::io::{self, Write};

use super::answers::{Intent, Understood, clean, understand};
use super::conversation::{Conversation, Flow};
use super::exchange::{Choice, Exchange};
use super::guide::Guide;
use super::scene::{Scene, WhichScene};
use super::text::visible;
use super::world::World;
use crate::catalogue::search_nearly;
use crate::content::Words;
use crate::words::{Count, Given, KnownOnes, Name};

/// What an answer makes of the choice.
#[derive(Debug, Default)]
struct Named {
    /// The platforms it names.
    platforms: Vec<usize>,
    /// What it names that is not listed.
    unknown: Vec<String>,
}

impl Guide<'_> {
    /// The question which platforms the person uses, or one of the groups.
    pub(super) fn which(&self, place: &WhichScene) -> Exchange {
        let words = &self.texts.interface.line_mode.which;
        let choices = match place.group {
            None => self.group_choices(),
            Some(group) => self.members(group, &place.chosen),
        };
        let mut text = match place.group {
            None => vec![words.ask.to_string(), words.how.to_string()],
            Some(group) => {
                let section = &self.catalogue.sections[group];
                vec![section.heading.words(&self.texts).to_owned()]
            }
        };
        if place.group.is_none() && !place.chosen.is_empty() {
            text.push(self.chosen_words(&place.chosen));
        }
        let count = place.chosen.len();
        let number = Count {
            count: count.to_string(),
        };
        let prompt = match place.group {
            Some(_) => words.prompt_group.to_string(),
            None if count == 0 => words.prompt.to_string(),
            None => words.prompt_end.fill(&self.texts.language, count, &number),
        };
        Exchange {
            text,
            read: 0..choices.len(),
            choices,
            global: Vec::new(),
            announced: false,
            heard: place.heard,
            enter: Some(match place.group {
                Some(_) => Intent::Back,
                None => Intent::EndChoice,
            }),
            back: true,
            prompt,
        }
    }

    /// The groups, to be read out.
    fn group_choices(&self) -> Vec<Choice> {
        let sections = self.catalogue.sections.iter().enumerate();
        let choice = sections.map(|(place, section)| {
            let heading = section.heading.words(&self.texts);
            let count = section.platforms.len();
            let counted = self.texts.interface.line_mode.platforms.fill(
                &self.texts.language,
                count,
                &Count {
                    count: count.to_string(),
                },
            );
            let does = format!("{heading}. {counted}");
            Choice::new(Intent::Group(place), &does).named(heading)
        });
        choice.collect()
    }

    /// The platforms of a group, each with whether it is chosen.
    fn members(&self, group: usize, chosen: &[usize]) -> Vec<Choice> {
        let words = &self.texts.interface.line_mode.which;
        let platforms = self.catalogue.sections[group].platforms.clone();
        let choice = platforms.map(|platform| {
            let name = self.name(platform).to_owned();
            let does = if chosen.contains(&platform) {
                words.chosen_one.fill(&Name { name })
            } else {
                name
            };
            Choice::new(Intent::Use(platform), &does)
        });
        choice.collect()
    }

    /// The chosen platforms, by their names.
    fn chosen_words(&self, chosen: &[usize]) -> String {
        let names: Vec<_> = chosen.iter().map(|place| self.name(*place)).collect();
        let known = names.join(", ");
        let words = &self.texts.interface.line_mode.which;
        words.chosen.fill(&KnownOnes { known })
    }

    /// The platforms an answer names one after another, or by their numbers where a
    /// group was read out. A slip of the finger is understood: what is chosen is said.
    fn chosen_by(&self, place: &WhichScene, answer: &str) -> Named {
        let words = &self.texts.interface.line_mode.which;
        let mut named = Named::default();
        if words.all.iter().any(|all| clean(all) == clean(answer)) {
            let all = 0..self.catalogue.platforms.len();
            let group = place.group.map(|group| &self.catalogue.sections[group]);
            named.platforms = group.map_or(all, |group| group.platforms.clone()).collect();
            return named;
        }
        for part in answer.split([',', ';']).map(str::trim) {
            match self.numbers(place, part).or_else(|| self.names(part).ok()) {
                Some(platforms) => named.platforms.extend(platforms),
                None if part.is_empty() => {}
                None => match search_nearly(self.catalogue, &self.texts, part)[..] {
                    [platform] if part.chars().count() > 3 => named.platforms.push(platform),
                    _ => named.unknown.push(part.to_owned()),
                },
            }
        }
        named
    }

    /// The platforms of the group that was read out, by their numbers.
    fn numbers(&self, place: &WhichScene, part: &str) -> Option<Vec<usize>> {
        let platforms = self.catalogue.sections[place.group?].platforms.clone();
        let and = &self.texts.interface.line_mode.and;
        let numbers = clean(part);
        let numbers = numbers.split(' ').filter(|word| !is_one_of(and, word));
        let numbers: Option<Vec<_>> = numbers
            .map(|number| {
                let number: usize = number.parse().ok()?;
                platforms.clone().nth(number.checked_sub(1)?)
            })
            .collect();
        numbers.filter(|numbers| !numbers.is_empty())
    }
}

/// Whether a word is one of these.
fn is_one_of(words: &Words, word: &str) -> bool {
    words.iter().any(|known| clean(known) == word)
}

impl<W: World, I: Iterator<Item = String>, O: Write> Conversation<'_, W, I, O> {
    /// Asks which platforms the person uses. Those they use already are chosen.
    pub(super) fn ask_which(&mut self) {
        let chosen = self.used();
        self.places.push(Scene::Which(WhichScene {
            chosen,
            ..WhichScene::default()
        }));
    }

    /// Takes an answer to that question.
    pub(super) fn answer_which(
        &mut self,
        place: WhichScene,
        exchange: &Exchange,
        answer: &str,
    ) -> io::Result<Flow> {
        let texts = self.guide.texts.clone();
        let words = &texts.interface.line_mode.which;
        let folded = clean(answer);
        let without = words.without.iter().map(clean).find_map(|word| {
            let rest = folded.strip_prefix(&word)?;
            rest.starts_with(' ').then(|| rest.trim().to_owned())
        });
        if let Some(names) = without {
            let named = self.guide.chosen_by(&place, &names);
            return self.choose(place, &named, false);
        }
        // A name of one platform before all else, as X is one.
        let is_name = self.guide.names(answer).is_ok();
        let understood = understand(answer, &exchange.answers(&texts));
        match understood {
            Understood::One(intent) if !is_name && !matches!(intent, Intent::Use(_)) => {
                self.act(exchange, intent)
            }
            _ => {
                let named = self.guide.chosen_by(&place, answer);
                self.choose(place, &named, true)
            }
        }
    }

    /// Takes platforms up into the choice, or out of it.
    fn choose(&mut self, place: WhichScene, named: &Named, used: bool) -> io::Result<Flow> {
        let mut chosen = place.chosen;
        chosen.retain(|platform| !named.platforms.contains(platform));
        if used {
            chosen.extend(named.platforms.iter().copied());
            chosen.sort_unstable();
            chosen.dedup();
        }
        let texts = self.guide.texts.clone();
        let words = &texts.interface.line_mode;
        for given in &named.unknown {
            let given = visible(given);
            self.say(&words.unknown_name.fill(&Given { given }))?;
        }
        if !named.platforms.is_empty() {
            let said = if chosen.is_empty() {
                words.which.none.to_string()
            } else {
                self.guide.chosen_words(&chosen)
            };
            self.say(&said)?;
        }
        if let Some(Scene::Which(now)) = self.places.last_mut() {
            now.chosen = chosen;
        }
        Ok(Flow::Ask)
    }

    /// Whether platforms were named, and the choice never ended: it is then not kept.
    pub(super) fn is_choosing(&self) -> bool {
        matches!(self.place(), Scene::Which(place) if place.chosen != self.used())
    }

    /// The platforms that the person uses, as far as is known.
    fn used(&self) -> Vec<usize> {
        let overview = self.guide.overview();
        let all = 0..self.guide.catalogue.platforms.len();
        all.filter(|platform| overview.is_used(*platform)).collect()
    }

    /// Notes which platforms the person uses, if they have named any.
    pub(super) fn end_choice(&mut self, place: &WhichScene) -> io::Result<Flow> {
        self.places.pop();
        if place.chosen.is_empty() {
            let texts = self.guide.texts.clone();
            self.say(&texts.interface.line_mode.which.kept)?;
            return Ok(Flow::Say);
        }
        let guide = &mut self.guide;
        let outcome = guide
            .work
            .choose(guide.catalogue, |platform| place.chosen.contains(&platform));
        self.save_and_say()?;
        self.say_outcome(&outcome)?;
        Ok(Flow::Say)
    }
}
