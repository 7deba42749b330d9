//! What follows from dataset and filter, remembered until one of them changes.

use crate::store::{Dataset, Filter, Matching, Visible};

/// The rows that the filter shows. There is no invalidation: the key is the whole question, a
/// dataset's revision and a filter.
#[derive(Default)]
pub(super) struct Derived {
    matched: Option<(u64, Filter)>,
    matching: Matching,
    shown: Option<(u64, Filter)>,
    visible: Visible,
}

impl Derived {
    /// Brings the answers up to date.
    pub(super) fn update(&mut self, dataset: &Dataset, filter: &Filter) {
        let question = Some((dataset.revision(), filter.clone()));
        if self.shown == question {
            return;
        }
        // The rows that match do not hang on the window, which moves much more often.
        let without_window = Some((dataset.revision(), filter.without_window()));
        if self.matched != without_window {
            self.matching = Matching::of(dataset, filter);
            self.matched = without_window;
        }
        self.visible = Visible::of(dataset, filter, &self.matching);
        self.shown = question;
    }

    /// The rows that pass everything but the window.
    pub(super) const fn matching(&self) -> &Matching {
        &self.matching
    }

    /// The rows that the window shows.
    pub(super) const fn visible(&self) -> &Visible {
        &self.visible
    }
}
