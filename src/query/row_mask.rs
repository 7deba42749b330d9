//! The rows that pass everything in a filter but its window.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use rayon::prelude::*;

use crate::{
    data::{Chunked, Columns, Dataset, Filter},
    model::{Own, PlacePrecision, Relation, RowId},
    work::Progress,
};

use super::{evidence_filter::EvidenceFilter, search::Search};

impl Filter {
    /// Tells how a row shows by all conditions; `None`: not at all. `matching` must be of this filter, with or
    /// without its layers.
    #[must_use]
    pub fn relation(&self, columns: &Columns, matching: &RowMask, row: RowId) -> Option<Relation> {
        let is_kept =
            columns.readable(row) && matching.contains(row) && self.shows_layer(columns.layer(row));
        let relation = columns.span_on(self.clock, row)?.relation(&self.window);
        let is_left_out = self.certain_only && !relation.is_certain();
        (is_kept && relation.is_shown() && !is_left_out).then_some(relation)
    }
}

/// Which rows pass everything in a filter but its window: one flag a row. Recomputed when the filter changes, not when
/// the window moves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowMask {
    /// Shared, so that a job can have it without copying.
    rows: Arc<Chunked<bool>>,
}

/// Records that one core tests between two looks at whether the work is still wanted.
const CHUNK: usize = 1 << 11;

impl RowMask {
    /// Tests every row of `dataset` against `filter`, on every core. Reports rows done and rows in all to `progress` now
    /// and then; gives up with `None` when that says no.
    #[must_use]
    pub fn of(dataset: &Dataset, filter: &Filter, progress: &Progress) -> Option<Self> {
        let test = Test::of(dataset, filter);
        let mut rows = vec![false; dataset.rows().len()];
        let done = AtomicUsize::new(0);
        let total = rows.len();
        let test_chunk = |folded: &mut Vec<u8>, (number, chunk): (usize, &mut [bool])| {
            for (offset, passes) in chunk.iter_mut().enumerate() {
                *passes = test.passes(RowId::new(number * CHUNK + offset), folded);
            }
            let done = done.fetch_add(chunk.len(), Ordering::Relaxed) + chunk.len();
            progress.advance(done, total)
        };
        rows.par_chunks_mut(CHUNK)
            .enumerate()
            .try_for_each_init(Vec::new, test_chunk)?;
        Some(Self::of_rows(rows))
    }

    /// Makes the mask of what passes, row by row.
    #[must_use]
    pub fn of_rows(rows: Vec<bool>) -> Self {
        Self {
            rows: Arc::new(rows.into_iter().collect()),
        }
    }

    /// Tests `rows` again, which edits have changed; `dataset` is what is open now, and has those behind that are new.
    #[must_use]
    pub(in crate::query) fn amended(
        &self,
        dataset: &Dataset,
        filter: &Filter,
        rows: &[RowId],
    ) -> Self {
        let test = Test::of(dataset, filter);
        let mut passing = Chunked::clone(&self.rows);
        passing.fill_up(dataset.rows().len(), &false);
        let mut folded = Vec::new();
        for row in rows {
            *passing.own_mut(*row) = test.passes(*row, &mut folded);
        }
        Self {
            rows: Arc::new(passing),
        }
    }

    /// Returns the number of rows that were tested.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Tells whether no row was tested.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Tells whether a row passes. Unreadable rows pass as long as nothing can be said against them.
    #[must_use]
    pub fn contains(&self, row: RowId) -> bool {
        *self.rows.own(row)
    }
}

/// A filter, ready to be put to the rows of a dataset.
struct Test<'a> {
    dataset: &'a Dataset,
    filter: &'a Filter,
    actor: Search,
    text: Search,
    /// Whether each file is shown; `None`: all are.
    files: Option<Vec<bool>>,
    evidence: EvidenceFilter<'a>,
}

impl<'a> Test<'a> {
    fn of(dataset: &'a Dataset, filter: &'a Filter) -> Self {
        Self {
            dataset,
            filter,
            actor: Search::of(dataset, &filter.actor),
            text: Search::of(dataset, &filter.text),
            files: Some(dataset.shown_files(filter)).filter(|shown| shown.contains(&false)),
            evidence: EvidenceFilter::of(dataset, filter),
        }
    }

    /// Tells whether a row passes; `folded` is room to work in. Nobody can say who took part in a record
    /// that cannot be read, so that the filter by actor does not hold it back.
    fn passes(&self, row: RowId, folded: &mut Vec<u8>) -> bool {
        !self.dataset.columns().is_gone(row)
            && self.passes_file(row)
            && passes_columns(self.dataset, self.filter, row)
            && (!self.dataset.is_readable(row) || self.actor.finds_actor(self.dataset, row, folded))
            && self.evidence.passes(row)
            && self.evidence.passes_status(row)
            && self.finds_text(row, folded)
    }

    /// What cannot be read is in a file all the same.
    fn passes_file(&self, row: RowId) -> bool {
        self.files
            .as_ref()
            .is_none_or(|shown| *shown.own(self.dataset.part_of(row)))
    }

    /// Claims that became known later than the day from which the analyst looks are not searched.
    fn finds_text(&self, row: RowId, folded: &mut Vec<u8>) -> bool {
        self.text.finds(self.dataset, row, folded)
            && (!self.evidence.has_later_claims(row)
                || self.text.finds_without_later_claims(
                    self.dataset,
                    row,
                    self.filter.known,
                    folded,
                ))
    }
}

fn passes_columns(dataset: &Dataset, filter: &Filter, row: RowId) -> bool {
    let columns = dataset.columns();
    if !columns.readable(row) {
        return true;
    }
    let layer = filter.shows_layer(columns.layer(row));
    let known = dataset.is_known(row, filter.known);
    let place = filter.within.as_ref().is_none_or(|area| {
        // What is known to a country only has a badge at the edge of the map and no point on it.
        let position = columns.position(row);
        let position = position.filter(|_| columns.precision(row) != PlacePrecision::Country);
        position.is_some_and(|position| area.contains(position.point()))
    });
    layer && known && place
}
