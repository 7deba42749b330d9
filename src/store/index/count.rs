//! Counts by cell and layer.

use super::{
    Cells, Index, Query, Tally,
    cells::GroupCells,
    group::{ChainGroup, GeneralGroup},
    query::Scratch,
    wavelet::Below,
};
use crate::{model::Relation, store::VisibleRow};

impl Index {
    /// Counts what `query` shows in each of `cells`, by layer, into `tally`; exact, and independent of how many
    /// records there are: two to four descents for each edge of a cell.
    ///
    /// `cells` must be of this index; of another one they count nothing.
    pub fn count(&self, cells: &Cells, query: &Query, tally: &mut Tally) {
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
        tally.scratch = scratch;
        for (group, cells) in self.generals.iter().zip(&cells.generals) {
            if query.shows(group.placed.layer) {
                group.count(cells, query, tally);
            }
        }
        if query.certain_only {
            for count in &mut tally.counts {
                count.possible = 0;
            }
        }
    }

    /// The rows of one cell that `query` shows, at most `limit` of them, each certain or possible; costs a descent
    /// for each, however many the cell holds outside the window.
    #[must_use]
    pub fn rows(&self, cells: &Cells, cell: usize, query: &Query, limit: usize) -> Vec<VisibleRow> {
        let mut rows = Vec::new();
        if cells.index != self.id {
            return rows;
        }
        let is_wanted = |relation: &Relation| match relation {
            Relation::Certain => true,
            Relation::Possible { .. } => !query.certain_only,
            Relation::Out => false,
        };
        for (group, cells) in self.chains.iter().zip(&cells.chains) {
            if query.shows(group.placed.layer) && rows.len() < limit {
                group.find(cells, cell, query, &mut |row, relation| {
                    if is_wanted(&relation) {
                        rows.push(VisibleRow { row, relation });
                    }
                    rows.len() < limit
                });
            }
        }
        for (group, cells) in self.generals.iter().zip(&cells.generals) {
            if query.shows(group.placed.layer) {
                let found = group.visible(cells.rows(cell), query);
                let found = found.filter(|visible| is_wanted(&visible.relation));
                rows.extend(found.take(limit.saturating_sub(rows.len())));
            }
        }
        rows
    }
}

impl ChainGroup {
    fn count(&self, cells: &GroupCells, query: &Query, tally: &mut Tally, scratch: &mut Scratch) {
        let stretch = self.chain.stretch(&query.window);
        if stretch.shown.is_empty() || cells.cells.is_empty() {
            return;
        }
        let [shown_from, shown_to] = &mut scratch.shown;
        self.ranks
            .below(stretch.shown.start, &cells.edges, shown_from);
        self.ranks.below(stretch.shown.end, &cells.edges, shown_to);
        let is_all_certain = stretch.certain == stretch.shown;
        let has_certain = !stretch.certain.is_empty();
        let [certain_from, certain_to] = &mut scratch.certain;
        if has_certain && !is_all_certain {
            self.ranks
                .below(stretch.certain.start, &cells.edges, certain_from);
            self.ranks
                .below(stretch.certain.end, &cells.edges, certain_to);
        }
        for (cell, edge) in &cells.cells {
            let edge = *edge as usize;
            let shown = between(shown_from, shown_to, edge);
            let certain = match (is_all_certain, has_certain) {
                (true, _) => shown,
                (false, true) => between(certain_from, certain_to, edge),
                (false, false) => 0,
            };
            if let Some(count) = tally.count_mut(*cell, self.placed.layer) {
                count.certain += certain;
                count.possible += shown - certain;
            }
        }
    }

    /// Calls `found` with the rows that a cell shows until it says no.
    fn find(
        &self,
        cells: &GroupCells,
        cell: usize,
        query: &Query,
        found: &mut dyn FnMut(usize, Relation) -> bool,
    ) {
        let stretch = self.chain.stretch(&query.window);
        let positions = cells.rows(cell);
        self.ranks
            .find(positions, &stretch.shown, &mut |rank, place| {
                let Some(row) = self.rows.get(place as usize) else {
                    return true;
                };
                let relation = self.chain.relation(rank, &stretch, &query.window);
                found(*row as usize, relation)
            });
    }
}

/// Keys between two thresholds from an edge to the next.
fn between(from: &Below, to: &Below, edge: usize) -> u32 {
    let step = |below: &Below| match below.counts.get(edge..edge + 2) {
        Some([start, end]) => end - start,
        _ => 0,
    };
    step(to) - step(from)
}

impl GeneralGroup {
    fn count(&self, cells: &GroupCells, query: &Query, tally: &mut Tally) {
        for (cell, edge) in &cells.cells {
            let edge = *edge as usize;
            let (Some(from), Some(to)) = (cells.edges.get(edge), cells.edges.get(edge + 1)) else {
                continue;
            };
            let spans = self.spans.get(*from as usize..*to as usize).unwrap_or(&[]);
            let Some(count) = tally.count_mut(*cell, self.placed.layer) else {
                continue;
            };
            for span in spans {
                match span.relation(&query.window) {
                    Relation::Certain => count.certain += 1,
                    Relation::Possible { .. } => count.possible += 1,
                    Relation::Out => {}
                }
            }
        }
    }
}
