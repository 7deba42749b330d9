//! Whom and what the records name, read when somebody wants to choose from it.

use std::sync::Arc;

use crate::{
    data::Dataset,
    query::NameCounts,
    text::{Catalogue, Locale},
    ui::Named,
    work::{BackgroundQuery, Progress, Room, is_quick},
};

/// The names of what is open.
#[derive(Default)]
pub(super) struct NamesOfRecords {
    /// The dataset whose names are wanted.
    wanted: Option<u64>,
    answers: BackgroundQuery<(u64, Locale), NameCounts>,
}

impl NamesOfRecords {
    /// Somebody wants to choose from the names of a dataset.
    pub(super) const fn want(&mut self, dataset: &Dataset) {
        self.wanted = Some(dataset.revision());
    }

    /// Brings the names up to date, where they are wanted or quickly read.
    pub(super) fn update(&mut self, room: &Room, dataset: &Arc<Dataset>, words: &Arc<Catalogue>) {
        let question = (dataset.revision(), words.locale());
        let records = dataset.len();
        let is_wanted = is_quick(records) || self.wanted == Some(question.0);
        if !is_wanted || !self.answers.wants(&question, |_| false) {
            return;
        }
        let (dataset, words) = (Arc::clone(dataset), Arc::clone(words));
        let work = move |progress: &Progress| NameCounts::of(&dataset, &words, progress);
        self.answers.look_at(records, room, "names", question, work);
    }

    /// What panels may see of them.
    pub(super) fn named(&self, dataset: &Dataset) -> Named<'_> {
        let revision = dataset.revision();
        let shown = self.answers.shown();
        let shown = shown.filter(|((of, _), _)| *of == revision);
        Named {
            name_counts: shown.map(|(_, name_counts)| name_counts),
            is_wanted: self.wanted == Some(revision),
            share: self.answers.share(),
        }
    }
}
