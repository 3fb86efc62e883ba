//! The story, a page at a time.

use std::io::{self, Write};

use super::answers::Meaning;
use super::conversation::{After, Conversation, Place};
use super::exchange::{Choice, Exchange};
use super::text::heard;
use super::world::World;
use crate::words::{Name, StepOfTitle};

/// A page of the story.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct StoryPlace {
    page: usize,
    /// Whether the person has heard it.
    pub(super) heard: bool,
}

impl<W: World, I: Iterator<Item = String>, O: Write> Conversation<'_, W, I, O> {
    /// A page of the story.
    pub(super) fn story(&self, place: &StoryPlace) -> Exchange {
        let page = place.page;
        let words = &self.texts.interface;
        let pages = &self.catalogue.story.page;
        let last = page + 1 >= pages.len();
        let mut text = Vec::new();
        let mut choices = Vec::new();
        let forward = if last {
            &words.hints.finish
        } else {
            &words.hints.next
        };
        choices.push(Choice::new(Meaning::Forward, forward).also(&words.plain.answers.yes));
        if let Some(page_facts) = pages.get(page)
            && let Some(page_words) = self.texts.story.pages.get(&page_facts.id)
        {
            text.push(words.plain.story_page.fill(&StepOfTitle {
                step: (page + 1).to_string(),
                of: pages.len().to_string(),
                title: page_words.title.to_string(),
            }));
            let unheard = page_words.body.iter().filter(|_| !place.heard);
            text.extend(unheard.map(|paragraph| point(paragraph)));
            if let Some(platform) = self.catalogue.position(&page_facts.platform) {
                let name = self.name(platform).to_owned();
                let act = words.offers.act.fill(&Name { name });
                let act = Choice::new(Meaning::Platform(platform), &act);
                choices.push(
                    act.named(self.name(platform))
                        .named(words.plain.answers.act.first()),
                );
            }
        }
        choices.push(Choice::new(Meaning::Sources, &words.help.sources));
        Exchange {
            text,
            announced: false,
            heard: place.heard,
            read: 0..choices.len(),
            choices,
            besides: Vec::new(),
            enter: Some(Meaning::Forward),
            back: true,
            prompt: if last {
                words.plain.prompt_finish.to_string()
            } else {
                words.plain.prompt_forward.to_string()
            },
        }
    }

    /// Does what an answer at a page asks for.
    pub(super) fn act_in_story(
        &mut self,
        place: &StoryPlace,
        meaning: &Meaning,
    ) -> io::Result<After> {
        let page = place.page;
        let pages = self.catalogue.story.page.len();
        match meaning {
            Meaning::Forward => {
                self.places.pop();
                if page + 1 < pages {
                    self.places.push(Place::Story(StoryPlace {
                        page: page + 1,
                        heard: false,
                    }));
                }
                Ok(After::Say)
            }
            Meaning::Sources => {
                let sources = self.catalogue.story.page.get(page);
                let sources = sources.map_or(&[][..], |page| &page.sources);
                let title = &self.texts.story.title;
                let mut lines = vec![self.source_count(title, sources.len())];
                for source in sources {
                    lines.extend(self.source_lines(source.url.as_str(), source.date.as_deref()));
                }
                self.gap()?;
                self.say_all(&lines)?;
                self.gap()?;
                Ok(After::Ask)
            }
            _ => Ok(After::Ask),
        }
    }

    /// Goes one page back, if there is one.
    pub(super) fn page_back(&mut self) -> bool {
        match self.places.last_mut() {
            Some(Place::Story(place)) if place.page > 0 => {
                place.page -= 1;
                place.heard = false;
                true
            }
            _ => false,
        }
    }
}

/// A paragraph as it is heard. Some are numbered points.
fn point(paragraph: &str) -> String {
    let point = paragraph.split_once(". ");
    let point = point.and_then(|(number, text)| Some(heard(number.parse().ok()?, text)));
    point.unwrap_or_else(|| paragraph.to_owned())
}
