//! The menu, lists of platforms, the search and the choice of a language.

use std::ops::Range;

use super::answers::Intent;
use super::exchange::{Choice, Exchange};
use super::guide::Guide;
use super::scene::{AT_A_TIME, ListScene, Listing};
use crate::actions::{nothing_left, old_facts, spoken_time, state_brief};
use crate::catalogue::{search_best_first, unlisted};
use crate::checklist::State;
use crate::translation::share;
use crate::words::{Count, CountOf, DoneOf, FromToOf, KnownOnes, Name, QueryCount, Time};

/// Up to this many platforms are read out in one go.
const IN_ONE_GO: usize = 15;

impl Guide<'_> {
    /// The menu: what comes next, the sections of the list, and the rest.
    pub(super) fn menu(&self, heard: bool) -> Exchange {
        let words = &self.texts.interface.line_mode;
        let help = &self.texts.interface.help;
        let overview = self.overview();
        let progress = overview.progress();
        let next = overview.first_to_take_up();
        let all: Vec<_> = (0..self.catalogue.platforms.len()).collect();
        let used: Vec<_> = self.that_count(0..all.len()).collect();
        let mut text = vec![format!("{} {}", words.menu, self.count_words(&used))];
        let new: Vec<_> = all
            .iter()
            .filter(|place| overview.is_new(**place))
            .collect();
        if !new.is_empty() {
            let names: Vec<_> = new.into_iter().map(|place| self.name(*place)).collect();
            let known = names.join(", ");
            text.push(words.which.new.fill(&KnownOnes { known }));
        }
        match next {
            Some(_) if progress.minutes > 0 => text.push(words.remaining.fill(&Time {
                time: spoken_time(progress.minutes, &self.texts),
            })),
            Some(_) => {}
            None => text.push(nothing_left(progress, &self.texts.interface.list).to_string()),
        }
        text.extend(old_facts(overview, &self.texts));
        let mut choices = Vec::new();
        if let Some(next) = next {
            let name = Name {
                name: self.name(next).to_owned(),
            };
            let steps = self.work.checklist().record(&self.facts(next).id).steps;
            let words = if progress.done == 0 && steps.is_empty() {
                &words.choice.begin
            } else {
                &words.choice.proceed
            };
            choices.push(Choice::new(Intent::Platform(next), &words.fill(&name)));
        }
        for (place, section) in self.catalogue.sections.iter().enumerate() {
            let heading = section.heading.words(&self.texts);
            let does = format!("{heading}. {}", self.section_words(place));
            choices.push(Choice::new(Intent::Section(place), &does).named(heading));
        }
        if next.is_some() {
            choices.push(Choice::new(Intent::Left, &self.left_words()));
        }
        choices.extend([
            Choice::new(Intent::Which, &words.choice.which),
            Choice::new(Intent::Search, &help.search),
            Choice::new(Intent::Story, &help.story),
            Choice::new(Intent::Languages, &help.language),
            Choice::new(Intent::Help, &help.help),
            Choice::new(Intent::Quit, &help.quit),
        ]);
        Exchange {
            text,
            read: 0..choices.len(),
            choices,
            global: self.by_name(&all),
            announced: false,
            heard,
            enter: next.map(Intent::Platform),
            back: false,
            prompt: self.prompt_for(next),
        }
    }

    /// A list of platforms.
    pub(super) fn list(&self, place: &ListScene) -> Exchange {
        let words = &self.texts.interface.line_mode;
        let platforms = self.platforms(place);
        let heading = match &place.of {
            Listing::Section(section) => {
                let heading = self.catalogue.sections[*section].heading.words(&self.texts);
                format!("{heading}. {}", self.section_words(*section))
            }
            Listing::Found(query) => self.found_words(query, platforms.len()),
            Listing::Left => self.left_words(),
        };
        let choices: Vec<_> = platforms
            .iter()
            .map(|platform| {
                let facts = self.facts(*platform);
                let state = self.overview().state(*platform);
                let state = state_brief(state, &self.texts);
                let does = format!("{}, {state}", facts.name_in(&self.texts));
                Choice::new(Intent::Platform(*platform), &does)
                    .named(facts.name_in(&self.texts))
                    .named(&facts.id)
            })
            .collect();
        let count = choices.len();
        let end = if count <= IN_ONE_GO {
            count
        } else {
            (place.from + AT_A_TIME).min(count)
        };
        let read = if end <= place.from {
            0..end
        } else {
            place.from..end
        };
        let mut text = vec![heading];
        if read.len() < count {
            text.push(words.page.fill(&FromToOf {
                from: (read.start + 1).to_string(),
                to: read.end.to_string(),
                of: count.to_string(),
            }));
        }
        let is_open = |platform: &usize| self.overview().state(*platform).is_open();
        let next = platforms.iter().copied().find(is_open);
        let more = read.end < count;
        let (enter, prompt) = match next {
            _ if more => (Intent::More, words.prompt_more.to_string()),
            Some(next) => (Intent::Platform(next), self.prompt_for(Some(next))),
            None => (Intent::Back, words.prompt_back.to_string()),
        };
        // They are in order.
        let elsewhere = |platform: &usize| platforms.binary_search(platform).is_err();
        let elsewhere: Vec<_> = (0..self.catalogue.platforms.len())
            .filter(elsewhere)
            .collect();
        let mut global = self.by_name(&elsewhere);
        if more {
            global.push(Choice::new(Intent::More, &words.choice.more).also(&words.answers.yes));
        }
        Exchange {
            text,
            choices,
            global,
            announced: true,
            heard: place.heard,
            read,
            enter: Some(enter),
            back: true,
            prompt,
        }
    }

    /// How much a query finds.
    pub(super) fn found_words(&self, query: &str, count: usize) -> String {
        self.texts.interface.line_mode.found.fill(
            &self.texts.language,
            count,
            &QueryCount {
                query: query.to_owned(),
                count: count.to_string(),
            },
        )
    }

    /// What is said of the names off the list that a query finds.
    pub(super) fn unlisted_sentences(&self, query: &str) -> Vec<String> {
        let looked = self.catalogue.unlisted().looked;
        let found = unlisted(self.catalogue, &self.texts, query).into_iter();
        found
            .map(|name| name.sentence(&self.texts, looked))
            .collect()
    }

    /// The line that searches.
    pub(super) fn search_line(&self) -> Exchange {
        let words = &self.texts.interface.line_mode;
        Exchange {
            text: Vec::new(),
            choices: Vec::new(),
            global: Vec::new(),
            announced: false,
            heard: false,
            read: 0..0,
            enter: Some(Intent::Back),
            back: true,
            prompt: words.prompt_search.to_string(),
        }
    }

    /// The choice of a language.
    pub(super) fn languages(&self) -> Exchange {
        let words = &self.texts.interface;
        let languages = self.catalogue.languages();
        let choices: Vec<_> = languages
            .into_iter()
            .map(|language| {
                let name = self.catalogue.own_name(&language);
                let tag = language.to_string();
                let percent = share(self.catalogue.source(), &language);
                let shown = match self.catalogue.stands_in(&language, percent, &self.texts) {
                    Some(share) => format!("{name} ({share})"),
                    None => name.clone(),
                };
                Choice::new(Intent::Speak(language), &shown)
                    .named(&name)
                    .named(&tag)
            })
            .collect();
        Exchange {
            text: vec![words.line_mode.language_now.fill(&Name {
                name: words.language.to_string(),
            })],
            read: 0..choices.len(),
            choices,
            global: Vec::new(),
            announced: false,
            heard: false,
            enter: Some(Intent::Back),
            back: true,
            prompt: words.line_mode.prompt_back.to_string(),
        }
    }

    /// The platforms of a list.
    pub(super) fn platforms(&self, place: &ListScene) -> Vec<usize> {
        match &place.of {
            Listing::Section(section) => {
                let section = self.catalogue.sections.get(*section);
                section.map_or_else(Vec::new, |section| section.platforms.clone().collect())
            }
            Listing::Found(query) => search_best_first(self.catalogue, &self.texts, query),
            Listing::Left => self.left(),
        }
    }

    /// The platforms that are left to do.
    fn left(&self) -> Vec<usize> {
        let all = 0..self.catalogue.platforms.len();
        let overview = self.overview();
        all.filter(|platform| overview.state(*platform).is_open())
            .collect()
    }

    /// How many platforms are left to do.
    fn left_words(&self) -> String {
        let count = self.left().len();
        self.texts.interface.line_mode.left.fill(
            &self.texts.language,
            count,
            &Count {
                count: count.to_string(),
            },
        )
    }

    /// Those of these platforms that the person has not set aside: from the choice on,
    /// only what was chosen counts.
    fn that_count(&self, platforms: Range<usize>) -> impl Iterator<Item = usize> {
        let counts = |place: &usize| self.overview().state(*place) != State::NotConcerned;
        platforms.filter(counts)
    }

    /// The place of a platform among all that count, and how many these are. One that was
    /// set aside has its place among all.
    pub(super) fn place_in_whole(&self, platform: usize) -> (usize, usize) {
        let all = self.catalogue.platforms.len();
        let those: Vec<_> = self.that_count(0..all).collect();
        match those.binary_search(&platform) {
            Ok(place) => (place + 1, those.len()),
            Err(_) => (platform + 1, all),
        }
    }

    /// How many platforms a section has, or how many of them count where some were set
    /// aside, and how many are done.
    fn section_words(&self, section: usize) -> String {
        let platforms = self.catalogue.sections[section].platforms.clone();
        let of = platforms.len();
        let those: Vec<_> = self.that_count(platforms).collect();
        if those.len() == of {
            return self.count_words(&those);
        }
        let text = self.texts.interface.line_mode.for_you.fill(&CountOf {
            count: those.len().to_string(),
            of: of.to_string(),
        });
        text + &self.done_words(&those)
    }

    /// How many platforms these are, and how many of them are done.
    fn count_words(&self, platforms: &[usize]) -> String {
        let count = platforms.len();
        let number = Count {
            count: count.to_string(),
        };
        let words = &self.texts.interface.line_mode.platforms;
        let text = words.fill(&self.texts.language, count, &number);
        text + &self.done_words(platforms)
    }

    /// How many of these platforms are done, after what is said before it. Nothing where
    /// none of them asks for anything.
    fn done_words(&self, platforms: &[usize]) -> String {
        let asked = platforms
            .iter()
            .filter(|platform| !self.overview().is_new(**platform));
        let states = asked.map(|platform| self.overview().state(*platform));
        let counted: Vec<_> = states.filter(|state| state.counts()).collect();
        let done = counted.iter();
        let done = done.filter(|state| state.is_done());
        if counted.is_empty() {
            return String::new();
        }
        let words = &self.texts.interface.line_mode.done_of;
        let done_of = words.fill(&DoneOf {
            done: done.count().to_string(),
            of: counted.len().to_string(),
        });
        format!(" {done_of}")
    }

    /// Platforms as answers by name.
    fn by_name(&self, platforms: &[usize]) -> Vec<Choice> {
        let choice = |platform: &usize| {
            let facts = self.facts(*platform);
            Choice::new(Intent::Platform(*platform), facts.name_in(&self.texts))
                .named(facts.name_in(&self.texts))
                .named(&facts.id)
                // By their names alone: there are many.
                .listed_if(false)
        };
        platforms.iter().map(choice).collect()
    }

    fn prompt_for(&self, next: Option<usize>) -> String {
        let words = &self.texts.interface.line_mode;
        next.map_or_else(
            || words.prompt.to_string(),
            |next| {
                let name = self.name(next).to_owned();
                words.prompt_name.fill(&Name { name })
            },
        )
    }
}
