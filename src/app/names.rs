//! Whom and what the records name, read when somebody wants to choose from it.

use std::sync::Arc;

use crate::{
    query::NameCounts,
    store::Dataset,
    task::{JobId, Tasks},
    text::{Voice, Words},
    ui::Named,
};

use super::{jobs::Outcome, lagging::Lagging};

/// Records whose names are read at once: in a few milliseconds.
const AT_ONCE: usize = 500;

/// The names of what is open.
#[derive(Default)]
pub(super) struct Names {
    /// The dataset whose names are wanted.
    wanted: Option<u64>,
    answers: Lagging<(u64, Voice), NameCounts>,
}

impl Names {
    /// Somebody wants to choose from the names of a dataset.
    pub(super) const fn want(&mut self, dataset: &Dataset) {
        self.wanted = Some(dataset.revision());
    }

    /// Brings the names up to date, where they are wanted or records are few.
    pub(super) fn update(
        &mut self,
        tasks: &mut Tasks<Outcome>,
        dataset: &Arc<Dataset>,
        words: &Arc<Words>,
    ) {
        let question = (dataset.revision(), words.voice());
        let is_few = dataset.len() <= AT_ONCE;
        let is_wanted = is_few || self.wanted == Some(question.0);
        if !is_wanted || !self.answers.wants(&question, |_| false) {
            return;
        }
        if is_few {
            if let Some(name_counts) = NameCounts::of_while(dataset, words, &|_, _| true) {
                self.answers.set(question, name_counts);
            }
            return;
        }
        let (dataset, words) = (Arc::clone(dataset), Arc::clone(words));
        self.answers
            .start(tasks, "names", question, move |progress| {
                NameCounts::of_while(&dataset, &words, &|done, total| {
                    progress.set(done as u64, total as u64);
                    !progress.is_cancelled()
                })
            });
    }

    /// A job has ended.
    pub(super) fn ended(&mut self, id: JobId) {
        self.answers.ended(id);
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
