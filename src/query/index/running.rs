//! Counts of a fixed set of cells over everything, for any window in some microseconds.
//!
//! The rows of a chain stand in the order of its ranks, so that a window is one stretch of them. Beside each row stands
//! its cell, and after every so many rows a snapshot of all counts so far: a stretch is the difference
//! of two snapshots, put right by the few rows between each of its ends and the snapshot next to it. Cells may be of
//! any shape, unlike those of [`super::Cells`]; but all rows must be gone through once to set this up.

use crate::model::{Own, RowId};
use rayon::prelude::*;

use crate::{
    data::{Columns, Mercator},
    work::Progress,
};

use super::{
    CellId, CellTally, Cells, Index, Query,
    general::{GeneralGroup, Threshold},
    group::{ChainGroup, Placed},
    morton::Cell,
    order::{CounterOrder, counters_of},
    query::Scratch,
};

/// Rows that one core takes at a time.
const CHUNK: usize = 1 << 16;

/// Running counts of the placed rows of an index, in cells numbered from 0.
#[derive(Clone, Debug, Default)]
pub struct RunningCounts {
    index: u64,
    cells: usize,
    /// In the order of the index's groups.
    chains: Vec<RunningGroup<1>>,
    generals: Vec<RunningGroup<4>>,
}

/// The running counts of one group, in as many orders as a window sets thresholds in.
#[derive(Clone, Debug)]
struct RunningGroup<const ORDERS: usize> {
    /// The cell behind each counter.
    cells: Vec<CellId>,
    /// The counter of each row in Morton order, where rows are looked up one by one.
    places: Vec<u32>,
    orders: [CounterOrder; ORDERS],
}

/// Which cell a row lies in, if any.
type CellOfRow<'a> = dyn Fn(&RowId) -> Option<CellId> + Sync + 'a;

impl RunningCounts {
    /// Goes once through the rows of `index`, which was built from `columns`. `cell_of` numbers the cells below
    /// `cells`; what lies in none is not counted. `progress` is asked now and then; `None` when it said no.
    #[must_use]
    pub fn build(
        index: &Index,
        columns: &Columns,
        cells: usize,
        cell_of: &(dyn Fn(Mercator) -> Option<CellId> + Sync),
        progress: &Progress,
    ) -> Option<Self> {
        let of_row = |row: &RowId| cell_of(columns.position(*row)?);
        let chains: Option<Vec<_>> = index
            .chains
            .par_iter()
            .map(|group| {
                progress
                    .is_wanted()
                    .then(|| RunningGroup::of_chain(group, &of_row))
            })
            .collect();
        let generals: Option<Vec<_>> = index
            .generals
            .par_iter()
            .map(|group| {
                progress
                    .is_wanted()
                    .then(|| RunningGroup::of_general(group, &of_row))
            })
            .collect();
        Some(Self {
            index: index.id,
            cells,
            chains: chains?,
            generals: generals?,
        })
    }

    /// Counts the rows of `index` in the cells of a view.
    #[must_use]
    pub fn of_cells(
        index: &Index,
        columns: &Columns,
        cells: &Cells,
        progress: &Progress,
    ) -> Option<Self> {
        let level = cells.as_slice().first().map_or(0, |cell| cell.level);
        let cell_of = |position| cells.number_of(Cell::of(position, level));
        Self::build(index, columns, cells.len(), &cell_of, progress)
    }

    /// Counts what `query` shows in each cell, by layer, as [`Index::count`] would say; `index` must be the one that
    /// this was built from, else nothing is counted.
    pub fn count(&self, index: &Index, query: &Query, tally: &mut CellTally) {
        tally.reset(self.cells, index.layer_names.len());
        if self.index != index.id {
            return;
        }
        let mut scratch = std::mem::take(&mut tally.scratch);
        for (group, running) in index.chains.iter().zip(&self.chains) {
            if query.shows(group.placed.layer) && !running.is_empty() {
                running.count(group, query, tally, &mut scratch);
            }
        }
        for (group, running) in index.generals.iter().zip(&self.generals) {
            if query.shows(group.placed.layer) && !running.is_empty() {
                running.count(group, query, tally, &mut scratch);
            }
        }
        tally.scratch = scratch;
        tally.hold(query.certain_only);
    }
}

/// Returns the cells of the rows of a group, on every core; none at all where it has no places.
fn cells_of(placed: &Placed, rows: &[RowId], of_row: &CellOfRow<'_>) -> Vec<Option<CellId>> {
    if placed.codes.is_empty() {
        return Vec::new();
    }
    let chunks = rows.par_chunks(CHUNK);
    chunks
        .flat_map_iter(|rows| rows.iter().map(of_row))
        .collect()
}

impl RunningGroup<1> {
    fn of_chain(group: &ChainGroup, of_row: &CellOfRow<'_>) -> Self {
        let (cells, counters) = counters_of(&cells_of(&group.placed, &group.rows, of_row));
        Self {
            orders: [CounterOrder::new(counters, cells.len())],
            places: Vec::new(),
            cells,
        }
    }

    fn count(
        &self,
        group: &ChainGroup,
        query: &Query,
        tally: &mut CellTally,
        scratch: &mut Scratch,
    ) {
        let stretch = group.chain.stretch(&query.window);
        let [order] = &self.orders;
        let start = |rank: u32| group.ranks.start(rank);
        let [shown, certain] = &mut scratch.running;
        let placed = &group.placed;
        let rows = |ranks: &std::ops::Range<u32>| start(ranks.start)..start(ranks.end);
        order.count(&rows(&stretch.shown), shown);
        if stretch.certain == stretch.shown {
            self.add_to(tally, placed, shown, shown);
        } else {
            order.count(&rows(&stretch.certain), certain);
            self.add_to(tally, placed, shown, certain);
        }
    }
}

impl RunningGroup<4> {
    fn of_general(group: &GeneralGroup, of_row: &CellOfRow<'_>) -> Self {
        let (cells, places) = counters_of(&cells_of(&group.placed, group.rows(), of_row));
        let orders = group.by_bounds(&places);
        Self {
            orders: orders.map(|counters| CounterOrder::new(counters, cells.len())),
            cells,
            places,
        }
    }

    fn count(
        &self,
        group: &GeneralGroup,
        query: &Query,
        tally: &mut CellTally,
        scratch: &mut Scratch,
    ) {
        let [s1, s2, t1, t2] = &self.orders;
        let thresholds = group.thresholds(&query.window);
        let [shown, certain] = &mut scratch.running;
        between([s1, t2], thresholds.shown, shown);
        between([s2, t1], thresholds.certain, certain);
        for place in group.straddling(&query.window).flatten() {
            // What lies in no cell is counted nowhere.
            let counter = *self.places.own(*place as usize);
            if let Some(count) = certain.get_mut(counter as usize) {
                *count = count.wrapping_add(1);
            }
        }
        self.add_to(tally, &group.placed, shown, certain);
    }
}

/// Counts what lies below the first threshold in the first order, less what lies below the second in the second.
fn between([to, from]: [&CounterOrder; 2], thresholds: [Threshold<'_>; 2], counts: &mut Vec<u32>) {
    let [end, start] = thresholds.map(Threshold::start);
    to.count(&(0..end), counts);
    from.take_away(start, counts);
}

impl<const ORDERS: usize> RunningGroup<ORDERS> {
    /// Whether none of its rows lies in a cell; of a group without places no rows are kept.
    const fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    fn add_to(&self, tally: &mut CellTally, placed: &Placed, shown: &[u32], certain: &[u32]) {
        let counts = shown.iter().zip(certain);
        for (cell, (shown, certain)) in self.cells.iter().zip(counts) {
            if *shown != 0 {
                let [shown, certain] = [*shown, *certain].map(|rows| placed.signed(rows));
                tally.add(*cell, placed.layer, shown, certain);
            }
        }
    }
}
