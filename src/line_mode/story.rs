//! The story, a page at a time.

use super::answers::Intent;
use super::exchange::{Choice, Exchange};
use super::guide::Guide;
use super::scene::StoryScene;
use crate::actions::Offer;
use crate::content::Text;
use crate::words::{Name, StepOfTitle};

impl Guide<'_> {
    /// A page of the story.
    pub(super) fn story(&self, place: &StoryScene) -> Exchange {
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
        choices.push(
            Choice::new(Intent::Do(Offer::Forward), forward).also(&words.line_mode.answers.yes),
        );
        if let Some(page_facts) = pages.get(page)
            && let Some(page_words) = self.texts.story.pages.get(&page_facts.id)
        {
            text.push(words.line_mode.story_page.fill(&StepOfTitle {
                step: (page + 1).to_string(),
                of: pages.len().to_string(),
                title: page_words.title.to_string(),
            }));
            if !place.heard {
                text.extend(page_words.body.iter().map(Text::to_string));
            }
            if let Some(platform) = self.catalogue.position(&page_facts.platform) {
                let name = self.name(platform).to_owned();
                let act = words.offers.act.fill(&Name { name });
                let act = Choice::new(Intent::Platform(platform), &act);
                choices.push(
                    act.named(self.name(platform))
                        .named(words.line_mode.answers.act.first()),
                );
            }
        }
        choices.push(Choice::new(Intent::Do(Offer::Sources), &words.help.sources));
        Exchange {
            text,
            announced: false,
            heard: place.heard,
            read: 0..choices.len(),
            choices,
            global: Vec::new(),
            enter: Some(Intent::Do(Offer::Forward)),
            back: true,
            prompt: if last {
                words.line_mode.prompt_finish.to_string()
            } else {
                words.line_mode.prompt_forward.to_string()
            },
        }
    }
}
