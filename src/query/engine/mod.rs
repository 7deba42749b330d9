//! One engine for every question about what a filter shows, for sixty records as for ten million.
//!
//! An [`Engine`] is made for a dataset and for all of a filter but its window and its layers: within a frame where
//! that can be done ([`Engine::at_once`]), else off the drawing thread. It counts by its [`Index`] and lists by its
//! [`TimeOrder`]s, so that an answer costs what is looked at and not what is in the file.
//!
//! Which plan it takes is its own matter. Up to a size that a frame can look through it lists every record of
//! a window, so that each can be drawn by itself; beyond, it lists the first and counts the rest.

mod amend;
mod axis;
mod files;
mod lists;
mod next_record;
mod places;
mod times;

use std::{
    ops::Range,
    sync::{Arc, OnceLock},
};

use crate::{
    data::{Columns, Dataset, Filter, PublicationDates},
    model::{Relation, RowId},
    timeline::ChangeDayCounts,
    work::Progress,
};

use super::{
    axis_summary::LayerSummary,
    counts::{Counts, Shown},
    index::Index,
    row_mask::RowMask,
    stale::Unended,
    time_order::TimeOrder,
    window_result::{ShownRow, WindowResult},
};

use lists::RowLists;

/// Up to this many records an engine is made within a frame: in 8 ms, or 13 ms where the text of every record is searched
/// (`benches/window.rs`, one core of two).
const AT_ONCE: usize = 10_000;
/// Up to this many records are listed one by one: a frame that looks at them takes as long as one that asks.
const LISTED: usize = 10_000;

/// Records of a window that are listed where the others are only counted; the table shows them all.
const HEAD: usize = 50;
/// Rows that are looked at for each of such a list, where a filter leaves out most of them.
const LOOKED_AT: usize = 4;

/// Answers every question about a dataset and a filter, for any window and layers.
#[derive(Debug, Default)]
pub struct Engine {
    dataset: Arc<Dataset>,
    filter: Filter,
    is_ready: bool,
    matching: RowMask,
    index: Index,
    /// Placed records that are known to a country only, which no cell of the map holds.
    countries: Index,
    /// Placed records that are known to an area or a region; the cells hold them too.
    areas: Index,
    /// The rows of each file, where there are several.
    files: Vec<Index>,
    lists: RowLists,
    /// The days on which something changes, by layer.
    change_days: Vec<ChangeDayCounts>,
    /// Presences that may grow stale.
    unended: Unended,
    /// Records that are listed one by one.
    listed: usize,
    /// What the indices were built of.
    read: Arc<amend::Read>,
    /// All dated rows by layer, where each has a bar of its own.
    lanes: OnceLock<Arc<Vec<LayerSummary>>>,
}

/// Making an engine.
impl Engine {
    /// Makes the engine where a frame can wait for it; `None`: it must be made off the drawing thread.
    #[must_use]
    pub fn at_once(dataset: &Arc<Dataset>, filter: &Filter) -> Option<Self> {
        (dataset.len() <= AT_ONCE)
            .then(|| Self::of(dataset, filter, &Progress::unwatched()))
            .flatten()
    }

    /// Makes the engine for `dataset` and `filter`. Looks through all rows on every core: 8 ms for ten thousand, some
    /// seconds for ten million. Reports rows done and rows in all to `progress` now and then; gives up with `None` when
    /// that says no.
    #[must_use]
    pub fn of(dataset: &Arc<Dataset>, filter: &Filter, progress: &Progress) -> Option<Self> {
        let columns = dataset.columns();
        let filter = filter.of_records();
        let matching = RowMask::of(dataset, &filter, progress)?;
        let build = |rows: &RowMask| Index::build(columns, filter.clock, Some(rows), progress);
        let (index, (lists, unended)) = rayon::join(
            || build(&matching),
            || {
                rayon::join(
                    || RowLists::of(columns, filter.clock, &matching, progress),
                    || Unended::of(columns, filter.clock, &matching),
                )
            },
        );
        let (lists, [countries, areas]) = lists?;
        Some(Self {
            dataset: Arc::clone(dataset),
            is_ready: true,
            index: index?,
            countries: build(&countries)?,
            areas: build(&areas)?,
            files: files::indices(dataset, &matching, build)?,
            change_days: next_record::change_days_of(&lists.time_orders, columns),
            lists,
            unended,
            listed: LISTED,
            lanes: OnceLock::new(),
            read: Arc::new(amend::Read {
                columns: columns.clone(),
                matching: matching.clone(),
            }),
            filter,
            matching,
        })
    }

    /// Lets the engine list every record of a window only where no more than `records` are open: for measuring, and to
    /// test that counting and listing agree.
    #[must_use]
    pub fn listing_at_most(self, records: usize) -> Self {
        Self {
            listed: records,
            ..self
        }
    }

    /// Makes the engine that answers before anything is known but how many records there are.
    #[must_use]
    pub fn unready(dataset: &Arc<Dataset>) -> Self {
        Self {
            dataset: Arc::clone(dataset),
            ..Self::default()
        }
    }
}

/// What an engine is about.
impl Engine {
    /// Returns a number that no other engine of this process has; 0 before it is ready.
    #[must_use]
    pub const fn id(&self) -> u64 {
        self.index.id()
    }

    /// Returns the dataset that is asked about.
    #[must_use]
    pub const fn dataset(&self) -> &Arc<Dataset> {
        &self.dataset
    }

    /// Tells whether anything is known.
    #[must_use]
    pub const fn is_ready(&self) -> bool {
        self.is_ready
    }

    /// Tells whether it was made for this dataset and, but for window and layers, for this filter.
    #[must_use]
    pub fn answers(&self, dataset: &Dataset, filter: &Filter) -> bool {
        self.is_ready && self.is_of(dataset) && self.filter == filter.of_records()
    }

    /// Tells whether no record is kept back by anything but window and layers.
    #[must_use]
    pub fn is_unfiltered(&self) -> bool {
        self.is_ready && self.filter == Filter::default()
    }

    /// Tells whether it was made for this dataset, whatever the filter.
    #[must_use]
    pub fn is_of(&self, dataset: &Dataset) -> bool {
        self.dataset.revision() == dataset.revision()
    }

    /// Returns the rows that pass the filter, whatever their layer.
    #[must_use]
    pub const fn matching(&self) -> &RowMask {
        &self.matching
    }

    /// Counts by place and time.
    #[must_use]
    pub const fn index(&self) -> &Index {
        &self.index
    }

    /// Tells whether every record of a window is listed, and any answer takes no longer than a frame can wait.
    #[must_use]
    pub(super) fn lists_all(&self) -> bool {
        self.is_ready && self.dataset.len() <= self.listed
    }

    fn columns(&self) -> &Columns {
        self.dataset.columns()
    }
}

/// What a window shows.
impl Engine {
    /// Tells how a row shows by all conditions of `filter`; `None`: not at all.
    #[must_use]
    pub fn relation(&self, filter: &Filter, row: RowId) -> Option<Relation> {
        self.is_ready
            .then(|| filter.relation(self.columns(), &self.matching, row))
            .flatten()
    }

    /// Finds what the window shows: all of it counted, and all or the first 50 of it listed. Costs O(records) up to ten
    /// thousand records, O(groups log n) beyond.
    #[must_use]
    pub fn visible(&self, filter: &Filter) -> WindowResult {
        if !self.is_ready {
            return WindowResult::unknown(&self.dataset);
        }
        if self.lists_all() {
            return WindowResult::among(&self.dataset, filter, &self.matching);
        }
        WindowResult {
            rows: self.first(&self.lists.time_orders, filter, HEAD),
            undated: self.undated(filter, 0..HEAD),
            unplaced: self.unplaced(filter, HEAD),
            unplaced_in_window: self.without_place(filter).iter().map(Shown::total).sum(),
            counts: Counts {
                files: self.shown_by_file(filter),
                ..self.index.totals(&self.index.query_of(filter))
            },
            aged: self.unended.aged(self.columns(), filter),
        }
    }

    /// Counts what the window shows, placed or not, by layer of the columns. Costs O(groups log n).
    #[must_use]
    pub fn shown(&self, filter: &Filter) -> Vec<Shown> {
        self.index.shown(&self.index.query_of(filter))
    }

    /// Lists the rows without a date that the filter does not keep back, in file order: those at the places `stretch`.
    #[must_use]
    pub fn undated(&self, filter: &Filter, stretch: Range<usize>) -> Vec<RowId> {
        let layers = self.lists.undated.iter().zip(self.columns().layer_names());
        let shown = layers.filter(|(_, layer)| filter.shows_layer(layer));
        let lists: Vec<&[RowId]> = shown.map(|(rows, _)| rows.as_slice()).collect();
        let before = |row: RowId, rows: &[RowId]| rows.partition_point(|other| *other < row);
        // The row with which the stretch begins: so many stand before it in all lists together.
        let (mut first, mut behind) = (0, self.dataset.rows().len());
        while first < behind {
            let middle = first + (behind - first) / 2;
            let count: usize = lists
                .iter()
                .map(|rows| before(RowId::new(middle), rows))
                .sum();
            if count < stretch.start {
                first = middle + 1;
            } else {
                behind = middle;
            }
        }
        let first = RowId::new(first);
        let rest = lists.into_iter();
        let mut rest: Vec<&[RowId]> = rest
            .filter_map(|rows| rows.get(before(first, rows)..))
            .collect();
        let next = || {
            let rows = rest.iter_mut().filter(|rows| !rows.is_empty());
            let rows = rows.min_by_key(|rows| rows.first().copied())?;
            let (next, others) = rows.split_first()?;
            *rows = others;
            Some(*next)
        };
        std::iter::from_fn(next).take(stretch.len()).collect()
    }

    /// Lists the rows without a place that the window shows. Where every record is listed: all of them, in file order; else
    /// the first in order of time, at most `limit`, and fewer where they are not found quickly.
    #[must_use]
    pub fn unplaced(&self, filter: &Filter, limit: usize) -> Vec<RowId> {
        let limit = if self.lists_all() { usize::MAX } else { limit };
        let rows = self.first(&self.lists.unplaced, filter, limit);
        let mut rows: Vec<RowId> = rows.into_iter().map(|shown| shown.row).collect();
        if self.lists_all() {
            rows.sort_unstable();
        }
        rows
    }

    /// Returns when documents were published, if that is known without keeping a frame waiting.
    #[must_use]
    pub fn reporting(&self) -> Option<&PublicationDates> {
        if self.lists_all() {
            return Some(self.dataset.reporting());
        }
        self.dataset.known_reporting()
    }

    /// Returns the items of `by_layer` whose layers are on.
    fn of_shown_layers<'a, T>(
        &'a self,
        by_layer: &'a [T],
        filter: &Filter,
    ) -> impl Iterator<Item = &'a T> {
        by_layer
            .iter()
            .zip(self.columns().layer_names())
            .filter(|(_, layer)| filter.shows_layer(layer))
            .map(|(of_layer, _)| of_layer)
    }

    /// Returns the first rows of `time_orders` that the window shows, in order of time.
    fn first(&self, time_orders: &[TimeOrder], filter: &Filter, limit: usize) -> Vec<ShownRow> {
        let (columns, window) = (self.columns(), filter.window.bounds());
        let shown = |row: RowId| {
            let relation = self.relation(filter, row)?;
            Some(ShownRow { row, relation })
        };
        let mut rows: Vec<ShownRow> = self
            .of_shown_layers(time_orders, filter)
            .flat_map(|time_order| {
                let met = time_order.meeting(columns, window);
                let met = met.take(limit.saturating_mul(LOOKED_AT));
                met.filter_map(shown).take(limit)
            })
            .collect();
        rows.sort_by_cached_key(|shown| columns.order_on(filter.clock, shown.row));
        rows.truncate(limit);
        rows
    }
}
