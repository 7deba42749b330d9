//! The search for what is typed, with what is found as it is found.

use crate::model::RowId;
use std::sync::Arc;

use crate::{
    data::Dataset,
    query::Search,
    ui::FoundRecords,
    work::{Ended, Job, Progress, Room, is_quick},
};

/// Found records that are put in order of date; more keep the order of the file.
const MOST_SORTED: usize = 20_000;

/// What a search has found since it was asked last.
struct FoundBatch {
    rows: Vec<RowId>,
    searched: usize,
}

/// What is typed, and what was found.
#[derive(Default)]
pub(super) struct Finding {
    typed: String,
    /// The text of the filter when it was last looked at.
    filtered: String,
    /// What was looked for in which dataset.
    asked: Option<(u64, Search)>,
    rows: Vec<RowId>,
    searched: usize,
    total: usize,
    /// What is looked for in place of what is typed, which no record holds.
    near: Option<String>,
    running: Option<Job<Option<String>, FoundBatch>>,
}

impl Finding {
    /// What panels may see of it.
    pub(super) fn found(&self) -> FoundRecords<'_> {
        FoundRecords {
            typed: &self.typed,
            near: self.near.as_deref(),
            rows: &self.rows,
            searched: self.searched,
            total: self.total,
        }
    }

    /// What is typed.
    pub(super) fn typed(&self) -> &str {
        &self.typed
    }

    /// What is looked for: what is typed, or what is near to it where no record holds that.
    pub(super) fn wanted(&self) -> &str {
        self.near.as_deref().unwrap_or(&self.typed)
    }

    /// Whether what was found is of this dataset.
    pub(super) fn is_of(&self, dataset: &Dataset) -> bool {
        let revision = self.asked.as_ref().map(|(revision, _)| *revision);
        self.typed.is_empty() || revision == Some(dataset.revision())
    }

    /// The same field over another dataset: what was found in this one is forgotten.
    pub(super) fn carried_on(&self) -> Self {
        Self {
            typed: self.typed.clone(),
            filtered: self.filtered.clone(),
            ..Self::default()
        }
    }

    /// Takes over the text of the filter where that has changed without the field.
    pub(super) fn follow(&mut self, filter_text: &str) -> bool {
        if self.filtered == filter_text {
            return false;
        }
        filter_text.clone_into(&mut self.filtered);
        let is_other = self.typed != filter_text;
        filter_text.clone_into(&mut self.typed);
        is_other
    }

    /// Looks for `typed`. A search that was under way is given up; where the new one can only find less
    /// than a finished one, it looks only among what that found.
    pub(super) fn search(&mut self, room: &Room, dataset: &Arc<Dataset>, typed: String) {
        let search = Search::of(dataset, &typed);
        let candidates = self.candidates(dataset, &search);
        self.running = None;
        self.near = None;
        self.typed = typed;
        self.rows.clear();
        self.searched = 0;
        self.total = candidates.len();
        self.asked = Some((dataset.revision(), search.clone()));
        if search.is_empty() {
            self.total = 0;
        } else if is_quick(dataset.len()) {
            self.search_at_once(dataset, &search, &candidates);
        } else {
            let (dataset, typed) = (Arc::clone(dataset), self.typed.clone());
            let job = room.start_with_drafts("search", "", move |progress, show| {
                let mut has_found = false;
                search.find_in(&dataset, &candidates, |rows, searched| {
                    has_found |= !rows.is_empty();
                    show(FoundBatch { rows, searched });
                    progress.is_wanted()
                });
                if has_found {
                    return None;
                }
                let near = Search::nearest(&dataset, &typed, progress)?;
                let all: Vec<RowId> = dataset.rows().collect();
                Search::of(&dataset, &near).find_in(&dataset, &all, |rows, _| {
                    let searched = candidates.len();
                    show(FoundBatch { rows, searched });
                    progress.is_wanted()
                });
                Some(near)
            });
            self.running = Some(job);
        }
    }

    fn search_at_once(&mut self, dataset: &Dataset, search: &Search, candidates: &[RowId]) {
        self.find(dataset, search, candidates);
        if self.rows.is_empty() {
            self.near = Search::nearest(dataset, &self.typed, &Progress::unwatched());
            if let Some(near) = &self.near {
                let all: Vec<RowId> = dataset.rows().collect();
                self.find(dataset, &Search::of(dataset, near), &all);
            }
        }
        self.searched = self.total;
        self.put_in_order(dataset);
    }

    fn find(&mut self, dataset: &Dataset, search: &Search, rows: &[RowId]) {
        search.find_in(dataset, rows, |found, _| {
            self.rows.extend(found);
            true
        });
    }

    /// The rows that `search` must look at.
    fn candidates(&self, dataset: &Dataset, search: &Search) -> Vec<RowId> {
        let is_narrower = self.asked.as_ref().is_some_and(|(revision, asked)| {
            *revision == dataset.revision() && !asked.is_empty() && search.narrows(asked)
        });
        if is_narrower && self.searched == self.total {
            // What is near to the text before says nothing about this one.
            return match self.near {
                None => self.rows.clone(),
                Some(_) => Vec::new(),
            };
        }
        let columns = dataset.columns();
        dataset
            .rows()
            .filter(|row| !columns.is_gone(*row))
            .collect()
    }

    /// Takes what has been found since the last frame.
    pub(super) fn take_in(&mut self, dataset: &Dataset) {
        if !self.is_of(dataset) {
            return;
        }
        let Some(job) = self.running.take() else {
            return;
        };
        // What it shows comes before its end.
        let end = job.poll();
        let has_ended = end.is_some();
        if let Some(Ended::Done(near)) = end {
            self.near = near;
        }
        let before = self.rows.len();
        for batch in job.drafts() {
            self.rows.extend(batch.rows);
            self.searched = batch.searched;
        }
        if self.rows.len() > before {
            self.put_in_order(dataset);
        }
        if !has_ended {
            self.running = Some(job);
        } else if self.searched < self.total {
            // Cancelled with everything else: it is asked anew.
            self.asked = None;
        }
    }

    fn put_in_order(&mut self, dataset: &Dataset) {
        if self.rows.len() <= MOST_SORTED {
            let columns = dataset.columns();
            self.rows.sort_by_key(|row| columns.order(*row));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::io;

    fn bundled(times: usize) -> Arc<Dataset> {
        Arc::new(Dataset::from_parts(vec![io::read::bundled(); times]))
    }

    fn settle(finding: &mut Finding, dataset: &Dataset) {
        while finding.running.is_some() {
            finding.take_in(dataset);
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    fn found(dataset: &Arc<Dataset>, typed: &[&str]) -> Vec<RowId> {
        let room = Room::silent();
        let mut finding = Finding::default();
        for text in typed {
            finding.search(&room, dataset, (*text).to_owned());
            settle(&mut finding, dataset);
        }
        assert_eq!(finding.searched, finding.total);
        finding.rows
    }

    #[test]
    fn typing_on_finds_what_typing_at_once_finds_in_few_records_and_in_many() {
        for times in [1, 40] {
            let dataset = bundled(times);
            let whole = found(&dataset, &["wagner"]);
            assert!(!whole.is_empty());
            assert_eq!(found(&dataset, &["w", "wa", "wagn", "wagner"]), whole);
            assert_eq!(found(&dataset, &["wagner", "wagner x", "wagner"]), whole);
        }
    }

    #[test]
    fn a_word_that_no_record_holds_finds_the_nearest_that_one_does_in_few_records_and_in_many() {
        for times in [1, 40] {
            let dataset = bundled(times);
            let meant = found(&dataset, &["wagner"]);
            assert!(!meant.is_empty());
            assert_eq!(found(&dataset, &["wanger"]), meant);
            assert_eq!(
                found(&dataset, &["wang", "wanger", "wangerx", "wagner"]),
                meant
            );
            assert!(found(&dataset, &["wanx"]).is_empty());
        }
    }

    #[test]
    fn what_is_found_is_in_the_order_of_dates() {
        let dataset = bundled(1);
        let rows = found(&dataset, &["mali"]);
        assert!(rows.is_sorted_by_key(|row| dataset.columns().order(*row)));
    }

    #[test]
    fn a_search_that_was_cancelled_with_everything_else_is_asked_anew() {
        let dataset = bundled(40);
        let room = Room::silent();
        let mut finding = Finding::default();
        finding.search(&room, &dataset, "wagner".to_owned());
        assert!(finding.is_of(&dataset));
        room.cancel_all();
        finding.total += 1;
        settle(&mut finding, &dataset);
        assert!(!finding.is_of(&dataset));
    }

    #[test]
    fn the_field_follows_a_filter_that_is_changed_elsewhere() {
        let mut finding = Finding {
            typed: "wag".to_owned(),
            ..Finding::default()
        };
        assert!(!finding.follow(""));
        assert_eq!(finding.typed(), "wag");
        assert!(finding.follow("moura"));
        assert_eq!(finding.typed(), "moura");
    }
}
