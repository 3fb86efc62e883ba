//! Which platforms the list shows, that the selected one is among them, and what is counted
//! over all of them.

use std::rc::Rc;

use super::counted::Counted;
use super::model::{Filter, Model};
use crate::catalogue::{fold, search_nearly};
use crate::content::template::Words;
use crate::overview::Progress;

impl Model {
    /// What was counted of what there is now.
    fn counted(&self) -> Rc<Counted> {
        self.counted.of(&self.catalogue, self.work().changes())
    }

    /// How far the person is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let counted = self.counted();
        let progress = || self.overview().progress();
        *counted.progress.get_or_init(progress)
    }

    /// The first platform that is still open.
    #[must_use]
    pub fn first_open(&self) -> Option<usize> {
        let counted = self.counted();
        let first = || self.overview().next_open(0);
        *counted.first_open.get_or_init(first)
    }

    /// The minutes that these platforms take of somebody who uses them.
    #[must_use]
    pub fn minutes_if_used(&self, used: &[bool]) -> usize {
        let counted = self.counted();
        let minutes = counted.minutes_if_used.get_or_init(|| {
            let overview = self.overview();
            let platforms = 0..self.catalogue.platforms.len();
            platforms
                .map(|platform| overview.minutes_if_used(platform))
                .collect()
        });
        let used = minutes.iter().zip(used).filter(|(_, used)| **used);
        used.map(|(minutes, _)| minutes).sum()
    }

    /// The platforms that a filter shows, in the order of the list.
    #[must_use]
    pub fn of_filter(&self, filter: Filter) -> Rc<[usize]> {
        let counted = self.counted();
        let shown = match filter {
            Filter::All => &counted.all,
            Filter::Left => &counted.left,
            Filter::Again => &counted.again,
        };
        let found = || {
            let overview = self.overview();
            let platforms = 0..self.catalogue.platforms.len();
            platforms
                .filter(|platform| filter == Filter::All || filter.shows(overview.state(*platform)))
                .collect()
        };
        shown.get_or_init(found).clone()
    }

    /// The platforms that the list shows, in its order.
    #[must_use]
    pub fn visible(&self) -> Rc<[usize]> {
        let list = &self.list;
        if list.query.trim().is_empty() {
            return self.of_filter(list.filter);
        }
        // Whoever searches means the whole list, whatever it shows.
        match self.filter_asked_for() {
            Some(filter) => self.of_filter(filter),
            None => search_nearly(&self.catalogue, &self.texts, &list.query),
        }
    }

    /// The filter that the search names in so many words: “left”.
    fn filter_asked_for(&self) -> Option<Filter> {
        let query = fold(self.list.query.trim());
        let words = &self.texts.interface.list;
        let names = |words: &Words| words.iter().any(|word| fold(word) == query);
        [
            (Filter::Left, &words.left_words),
            (Filter::Again, &words.again_words),
        ]
        .into_iter()
        .find_map(|(filter, words)| names(words).then_some(filter))
    }

    /// What the list shows at this moment, be it by its filter or by a word of the
    /// search.
    #[must_use]
    pub fn filter(&self) -> Filter {
        if self.list.query.trim().is_empty() {
            self.list.filter
        } else {
            self.filter_asked_for().unwrap_or_default()
        }
    }

    /// The first platform after `platform` that the list shows and that is still open,
    /// going round. Not the platform itself.
    pub(super) fn next_open_shown(&self, platform: usize) -> Option<usize> {
        let overview = self.overview();
        let visible = self.visible();
        let (before, after) = visible.split_at(visible.partition_point(|it| *it <= platform));
        let mut others = after.iter().chain(before).copied();
        others.find(|other| *other != platform && overview.state(*other).is_open())
    }
}

/// Sees to it that the selected platform is one that the list shows, where it shows
/// any: else the next one after it, or the last.
pub(super) fn keep_selection_shown(model: &mut Model) {
    let visible = model.visible();
    let selected = model.list.selected;
    let next = visible.partition_point(|platform| *platform < selected);
    if let Some(shown) = visible.get(next).or(visible.last()) {
        model.list.selected = *shown;
    }
}
