//! Which platforms the list shows, and that the selected one is among them.

use super::model::{Filter, Model};
use crate::catalogue::{fold, search_nearly};
use crate::content::template::Words;

impl Model {
    /// The platforms that the list shows, in its order.
    #[must_use]
    pub fn visible(&self) -> Vec<usize> {
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

    fn of_filter(&self, filter: Filter) -> Vec<usize> {
        let overview = self.overview();
        let platforms = 0..self.catalogue.platforms.len();
        platforms
            .filter(|platform| filter == Filter::All || filter.shows(overview.state(*platform)))
            .collect()
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
        let (before, after): (Vec<usize>, _) = visible.into_iter().partition(|it| *it <= platform);
        let mut others = after.into_iter().chain(before);
        others.find(|other| *other != platform && overview.state(*other).is_open())
    }
}

/// Sees to it that the selected platform is one that the list shows, where it shows
/// any: else the next one after it, or the last.
pub(super) fn keep_selection_shown(model: &mut Model) {
    let visible = model.visible();
    let selected = model.list.selected;
    let next = visible.iter().find(|platform| **platform >= selected);
    if let Some(shown) = next.or(visible.last()) {
        model.list.selected = *shown;
    }
}
