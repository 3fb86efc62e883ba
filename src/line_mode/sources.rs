//! The sources of what is said.

use super::guide::Guide;
use crate::catalogue::{evidence, sources};
use crate::words::{Checked, TitleCount};

impl Guide<'_> {
    /// The sources of what is said of a platform, by what they support.
    pub(super) fn sources_of(&self, platform: usize) -> Vec<String> {
        let words = &self.texts.interface;
        let facts = self.facts(platform);
        let groups = sources(facts, &self.texts);
        let count = groups.iter().map(|(_, sources)| sources.len()).sum();
        let mut lines = vec![self.source_count(self.name(platform), count)];
        match evidence(facts, &self.texts) {
            Some(evidence) => lines.extend([evidence, words.sources.untried.to_string()]),
            None => lines.push(words.sources.checked.fill(&Checked {
                checked: self.texts.interface.dates.full(facts.checked),
            })),
        }
        for (heading, sources) in groups {
            lines.push(self.source_count(heading, sources.len()));
            for source in sources {
                lines.extend(self.source_lines(source.url.as_str(), source.date.as_deref()));
            }
        }
        lines
    }

    /// The line that says how many sources there are, under a title.
    fn source_count(&self, title: &str, count: usize) -> String {
        self.texts.interface.line_mode.sources.fill(
            &self.texts.language,
            count,
            &TitleCount {
                title: title.to_owned(),
                count: count.to_string(),
            },
        )
    }

    /// A source: its date, and its address on a line of its own.
    fn source_lines(&self, url: &str, date: Option<&str>) -> [String; 2] {
        let undated = &self.texts.interface.sources.undated;
        let date = date.map_or_else(
            || undated.to_string(),
            |date| self.texts.interface.dates.vague(date),
        );
        [date, url.to_owned()]
    }

    /// The sources of a page of the story.
    pub(super) fn sources_of_page(&self, page: usize) -> Vec<String> {
        let page = self.catalogue.story.page.get(page);
        let sources = page.map_or(&[][..], |page| &page.sources);
        let mut lines = vec![self.source_count(&self.texts.story.title, sources.len())];
        for source in sources {
            lines.extend(self.source_lines(source.url.as_str(), source.date.as_deref()));
        }
        lines
    }
}
