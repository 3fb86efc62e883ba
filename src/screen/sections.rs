//! The platforms under their headings as lines, of which none is laid out before it is
//! seen: most never are.

use std::ops::Range;
use std::rc::Rc;

use ratatui::text::Line;

use super::look::Look;
use super::rows::{Row, cut};
use crate::app::Model;
use crate::catalogue::Section;

/// A line before it is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry<'a> {
    /// A line that stands above the platforms, by its number.
    Above(usize),
    /// An empty line between two sections.
    Gap,
    /// The heading of a section.
    Heading(&'a Section),
    /// A platform, by its place in the catalogue.
    Platform(usize),
}

/// The lines of platforms that are shown.
pub(super) struct Lines<'a> {
    /// The places of the platforms, in the order of the list.
    shown: Rc<[usize]>,
    parts: Vec<Part<'a>>,
    /// How many lines there are.
    count: usize,
}

/// A section of which platforms are shown.
struct Part<'a> {
    section: &'a Section,
    /// The line of its heading.
    heading: usize,
    /// Where its platforms begin among those that are shown.
    first: usize,
}

impl<'a> Lines<'a> {
    /// The lines of the platforms `shown`, below so many others.
    pub(super) fn new(model: &'a Model, shown: Rc<[usize]>, above: usize) -> Self {
        let mut parts: Vec<Part<'a>> = Vec::new();
        let (mut count, mut first) = (above, 0);
        for section in &model.catalogue.sections {
            let end = shown.partition_point(|platform| *platform < section.platforms.end);
            if end == first {
                continue;
            }
            let gap = usize::from(!parts.is_empty());
            parts.push(Part {
                section,
                heading: count + gap,
                first,
            });
            count += gap + 1 + end - first;
            first = end;
        }
        Self {
            shown,
            parts,
            count,
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// What stands on a line.
    fn at(&self, line: usize) -> Entry<'a> {
        let next = self.parts.partition_point(|part| part.heading <= line);
        let Some(part) = next.checked_sub(1).map(|part| &self.parts[part]) else {
            return Entry::Above(line);
        };
        let Some(number) = (line - part.heading).checked_sub(1) else {
            return Entry::Heading(part.section);
        };
        let end = self.parts.get(next).map(|next| next.first);
        let its = &self.shown[part.first..end.unwrap_or(self.shown.len())];
        its.get(number).copied().map_or(Entry::Gap, Entry::Platform)
    }

    /// The lines that are `seen`, laid out: what stands `above`, the headings so far from
    /// the edge and so wide, and each platform as `platform` lays it out.
    pub(super) fn rows(
        &self,
        seen: Range<usize>,
        above: &[Row],
        (model, look): (&Model, Look),
        (pad, width): (&str, usize),
        platform: impl Fn(usize) -> Row,
    ) -> Vec<Row> {
        let row = |line| match self.at(line) {
            Entry::Above(number) => above[number].clone(),
            Entry::Gap => Row::default(),
            Entry::Heading(section) => {
                let heading = section.heading.words(&model.texts);
                Line::styled(cut(&format!("{pad}{heading}"), width), look.strong()).into()
            }
            Entry::Platform(place) => platform(place),
        };
        seen.map(row).collect()
    }

    /// The line of a platform, if it is shown.
    pub(super) fn line_of(&self, platform: usize) -> Option<usize> {
        let place = self.shown.binary_search(&platform).ok()?;
        let next = self.parts.partition_point(|part| part.first <= place);
        let part = &self.parts[next.checked_sub(1)?];
        Some(part.heading + 1 + place - part.first)
    }

    /// The line of the first platform, if any is shown.
    pub(super) fn first(&self) -> Option<usize> {
        self.line_of(*self.shown.first()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use crate::checklist::Checklist;
    use crate::content::Source;
    use crate::language::Language;

    #[test]
    fn each_line_leads_to_its_platform_and_back() {
        let catalogue = Catalogue::load(Source::embedded()).expect("the built-in content");
        let texts = catalogue.texts(&Language::french()).expect("the words");
        let today = jiff::civil::date(2026, 11, 23).into();
        let model = Model::new(Rc::new(catalogue), texts, Checklist::default(), today, None);
        let all: Vec<_> = (0..model.catalogue.platforms.len()).collect();
        let some: Vec<_> = all.iter().copied().filter(|place| place % 7 == 3).collect();
        for (shown, above) in [(all, 0), (some, 4), (vec![60], 1), (vec![], 2)] {
            let lines = Lines::new(&model, shown.clone().into(), above);
            let all: Vec<_> = (0..lines.count()).map(|line| lines.at(line)).collect();
            let platforms = all.iter().enumerate();
            let platforms = platforms.filter_map(|(line, entry)| match entry {
                Entry::Platform(platform) => Some((line, *platform)),
                _ => None,
            });
            let platforms: Vec<_> = platforms.collect();
            assert!(platforms.iter().map(|(_, platform)| platform).eq(&shown));
            for (line, platform) in &platforms {
                assert_eq!(lines.line_of(*platform), Some(*line));
            }
            assert_eq!(lines.first(), platforms.first().map(|(line, _)| *line));
            let headings = all
                .iter()
                .filter(|entry| matches!(entry, Entry::Heading(_)));
            let gaps = all.iter().filter(|entry| **entry == Entry::Gap).count();
            assert_eq!(headings.count().saturating_sub(1), gaps, "{all:?}");
            let others = all.iter().take(above).enumerate();
            assert!(
                others.eq((0..above)
                    .map(Entry::Above)
                    .collect::<Vec<_>>()
                    .iter()
                    .enumerate())
            );
        }
    }
}
