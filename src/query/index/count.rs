//! Counts by cell and layer.

use std::ops::Range;

use super::{
    CellId, CellTally, Cells, Index, Query,
    cells::GroupCells,
    general::{GeneralGroup, Threshold, Thresholds},
    group::{ChainGroup, Placed},
    query::Scratch,
    wavelet::Below,
};
use crate::{
    model::{Own, Relation, RowId},
    query::ShownRow,
};

impl Index {
    /// Counts what `query` shows in each of `cells`, by layer, into `tally`; exact, and independent of how many
    /// records there are: two to four descents for each edge of a cell.
    ///
    /// `cells` must be of this index; of another one they count nothing.
    pub fn count(&self, cells: &Cells, query: &Query, tally: &mut CellTally) {
        tally.reset(cells.len(), self.layer_names.len());
        if cells.index != self.id {
            return;
        }
        let mut scratch = std::mem::take(&mut tally.scratch);
        for (group, cells) in self.chains.iter().zip(&cells.chains) {
            if query.shows(group.placed.layer) {
                group.count(cells, query, tally, &mut scratch);
            }
        }
        for (group, cells) in self.generals.iter().zip(&cells.generals) {
            if query.shows(group.placed.layer) {
                group.count(cells, query, tally, &mut scratch);
            }
        }
        tally.scratch = scratch;
        tally.hold(query.certain_only);
    }

    /// Returns the rows of one cell that `query` shows, at most `limit` of them, each certain or possible; costs a
    /// descent for each, however many the cell holds outside the window.
    #[must_use]
    pub fn rows(&self, cells: &Cells, cell: CellId, query: &Query, limit: usize) -> Vec<ShownRow> {
        let mut rows = Vec::new();
        if cells.index != self.id {
            return rows;
        }
        let is_wanted = |relation: &Relation| match relation {
            Relation::Certain => true,
            Relation::Possible { .. } => !query.certain_only,
            Relation::Out => false,
        };
        for (at, group) in self.chains_shown() {
            let cells = cells.chains.own(at);
            if query.shows(group.placed.layer) && rows.len() < limit {
                group.find(cells, cell, query, &mut |row, relation| {
                    if is_wanted(&relation) && self.is_valid(&group.placed, row) {
                        rows.push(ShownRow { row, relation });
                    }
                    rows.len() < limit
                });
            }
        }
        for (at, group) in self.generals_shown() {
            let cells = cells.generals.own(at);
            if query.shows(group.placed.layer) {
                let found = group.visible(cells.rows(cell), query);
                let found = found.filter(|visible| {
                    is_wanted(&visible.relation) && self.is_valid(&group.placed, visible.row)
                });
                rows.extend(found.take(limit.saturating_sub(rows.len())));
            }
        }
        rows
    }
}

impl ChainGroup {
    fn count(
        &self,
        cells: &GroupCells,
        query: &Query,
        tally: &mut CellTally,
        scratch: &mut Scratch,
    ) {
        let stretch = self.chain.stretch(&query.window);
        if stretch.shown.is_empty() || cells.cells.is_empty() {
            return;
        }
        let placed = &self.placed;
        let bounds = |ranks: &Range<u32>| {
            [ranks.end, ranks.start].map(|rank| Threshold {
                ranks: &self.ranks,
                rank,
            })
        };
        below(bounds(&stretch.shown), cells, &mut scratch.shown);
        if stretch.certain == stretch.shown {
            cells.add_to(tally, placed, &scratch.shown, &scratch.shown);
        } else {
            below(bounds(&stretch.certain), cells, &mut scratch.certain);
            cells.add_to(tally, placed, &scratch.shown, &scratch.certain);
        }
    }

    /// Calls `found` with the rows that a cell shows until it says no.
    fn find(
        &self,
        cells: &GroupCells,
        cell: CellId,
        query: &Query,
        found: &mut dyn FnMut(RowId, Relation) -> bool,
    ) {
        let stretch = self.chain.stretch(&query.window);
        let positions = cells.rows(cell);
        self.ranks
            .find(positions, &stretch.shown, &mut |rank, place| {
                let row = *self.rows.own(place as usize);
                let relation = self.chain.relation(rank, &stretch, &query.window);
                found(row, relation)
            });
    }
}

impl GeneralGroup {
    fn count(
        &self,
        cells: &GroupCells,
        query: &Query,
        tally: &mut CellTally,
        scratch: &mut Scratch,
    ) {
        if cells.cells.is_empty() {
            return;
        }
        let placed = &self.placed;
        let Thresholds { shown, certain } = self.thresholds(&query.window);
        below(shown, cells, &mut scratch.shown);
        below(certain, cells, &mut scratch.certain);
        cells.add_to(tally, placed, &scratch.shown, &scratch.certain);
        for places in self.straddling(&query.window) {
            // Whichever are fewer are looked up among the others.
            if places.len() < 2 * cells.cells.len() {
                for cell in places.iter().filter_map(|place| cells.cell_at(*place)) {
                    tally.add(cell, placed.layer, 0, placed.signed(1));
                }
            } else {
                cells.add_places(tally, placed, places);
            }
        }
    }
}

/// Counts what lies below each of two thresholds before each edge of the cells.
fn below(thresholds: [Threshold<'_>; 2], cells: &GroupCells, below: &mut [Below; 2]) {
    for (threshold, below) in thresholds.into_iter().zip(below) {
        threshold.ranks.below(threshold.rank, &cells.edges, below);
    }
}

impl GroupCells {
    /// Counts as certain the rows of each cell that are at these places, which rise.
    fn add_places(&self, tally: &mut CellTally, placed: &Placed, among: &[u32]) {
        let mut rest = among;
        for (cell, edge) in &self.cells {
            let rows = self.rows_at(*edge);
            let before = rest.partition_point(|place| *place < rows.start);
            rest = rest.stretch(before..rest.len());
            let count = rest.partition_point(|place| *place < rows.end);
            tally.add(*cell, placed.layer, 0, placed.signed(count as u32));
        }
    }

    /// Counts in each cell what lies below the first of each two thresholds and not below the second.
    fn add_to(
        &self,
        tally: &mut CellTally,
        placed: &Placed,
        shown: &[Below; 2],
        certain: &[Below; 2],
    ) {
        for (cell, edge) in &self.cells {
            let edge = *edge as usize;
            let rows = |[to, from]: &[Below; 2]| {
                placed.signed(to.rows(edge).wrapping_sub(from.rows(edge)))
            };
            tally.add(*cell, placed.layer, rows(shown), rows(certain));
        }
    }
}

impl Below {
    /// Counts the rows below the threshold from an edge to the next.
    fn rows(&self, edge: usize) -> u32 {
        match self.counts.get(edge..edge + 2) {
            Some([start, end]) => end - start,
            _ => 0,
        }
    }
}
