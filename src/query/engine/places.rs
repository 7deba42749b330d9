//! What lies where on the map.

use crate::model::RowId;
use geo::Rect;

use crate::{
    data::{Filter, Mercator},
    query::{
        extent,
        index::{Cell, CellId, CellTally, Cells, Index, MercatorRect},
    },
};

use super::{Engine, HEAD, Shown};

/// The level of cells by which the reach is found: half a degree or so, which is exact enough for the camera.
const REACH_LEVEL: u8 = 9;

impl Engine {
    /// Counts of those records that are known to an area or a region only.
    #[must_use]
    pub(in crate::query) const fn areas(&self) -> &Index {
        &self.areas
    }

    /// Counts the records of a cell of the map that are known to an area or a region only.
    #[must_use]
    pub fn areas_of(&self, cell: Cell, filter: &Filter) -> usize {
        count_of(&self.areas, cell, filter)
    }

    /// Counts the placed records that the window shows and that are known to a country only, by layer of the columns.
    #[must_use]
    pub fn in_countries(&self, filter: &Filter) -> Vec<Shown> {
        self.countries.shown(&self.countries.query_of(filter))
    }

    /// Lists the first rows that [`Engine::in_countries`] counts, in order of time, at most 50.
    #[must_use]
    pub fn first_in_countries(&self, filter: &Filter) -> Vec<RowId> {
        let rows = self.first(&self.lists.of_countries, filter, HEAD);
        rows.into_iter().map(|shown| shown.row).collect()
    }

    /// Returns the rows that a cell of the map shows, at most `limit`.
    #[must_use]
    pub fn rows_of(&self, cell: Cell, filter: &Filter, limit: usize) -> Vec<RowId> {
        let cells = cell_alone(&self.index, cell);
        let query = self.index.query_of(filter);
        let rows = self.index.rows(&cells, CellId::default(), &query, limit);
        rows.into_iter().map(|shown| shown.row).collect()
    }

    /// Counts the records that a cell of the map shows. Costs O(groups log n).
    #[must_use]
    pub fn count_of(&self, cell: Cell, filter: &Filter) -> usize {
        count_of(&self.index, cell, filter)
    }

    /// Counts the records without any place that the window shows, by layer of the columns.
    #[must_use]
    pub fn without_place(&self, filter: &Filter) -> Vec<Shown> {
        let off_map = self.index.shown_off_map(&self.index.query_of(filter));
        let rest = |(all, known): (Shown, Shown)| Shown {
            certain: all.certain.saturating_sub(known.certain),
            possible: all.possible.saturating_sub(known.possible),
        };
        off_map
            .into_iter()
            .zip(self.in_countries(filter))
            .map(rest)
            .collect()
    }

    /// Returns the box around everything that has a place of its own; `None`: nothing has.
    #[must_use]
    pub const fn reach(&self) -> Option<MercatorRect> {
        self.lists.reach
    }

    /// Tells how far what the window shows reaches on the map, in longitudes and latitudes: exactly and with areas in
    /// full where every record is listed, else by cells. `None` where nothing that it shows has a place of its own.
    #[must_use]
    pub fn reach_in_window(&self, filter: &Filter) -> Option<Rect<f64>> {
        if self.lists_all() {
            let rows = self.dataset.rows();
            let shown = rows.filter(|row| self.relation(filter, *row).is_some());
            return extent::of_rows(self.columns(), shown);
        }
        self.reach_of_cells(filter)
    }

    /// Tells how far everything that is open reaches, whatever the filter; where not every record is listed, as far
    /// as it passes.
    #[must_use]
    pub fn reach_of_all(&self) -> Option<Rect<f64>> {
        if self.lists_all() {
            return extent::of_rows(self.columns(), self.dataset.rows());
        }
        let MercatorRect {
            west,
            north,
            east,
            south,
        } = self.lists.reach?;
        let corner = |x: u32, y: u32| Mercator { x, y }.point().0;
        Some(Rect::new(corner(west, north), corner(east, south)))
    }

    /// Returns the box around the cells in which the window shows something.
    fn reach_of_cells(&self, filter: &Filter) -> Option<Rect<f64>> {
        let whole = self.lists.reach?;
        let cells = self.index.cells(REACH_LEVEL, &whole);
        let mut tally = CellTally::default();
        self.index
            .count(&cells, &self.index.query_of(filter), &mut tally);
        let shown = cells
            .numbers()
            .zip(cells.as_slice())
            .filter(|(number, _)| tally.sum(*number).total() > 0)
            .map(|(_, cell)| cell.corners());
        let (first, last) = shown.reduce(|(first, last), (other_first, other_last)| {
            let first = Mercator {
                x: first.x.min(other_first.x),
                y: first.y.min(other_first.y),
            };
            let last = Mercator {
                x: last.x.max(other_last.x),
                y: last.y.max(other_last.y),
            };
            (first, last)
        })?;
        let corner = |x: u32, y: u32| Mercator { x, y }.point().0;
        Some(Rect::new(
            corner(first.x.max(whole.west), first.y.max(whole.north)),
            corner(last.x.min(whole.east), last.y.min(whole.south)),
        ))
    }
}

fn count_of(index: &Index, cell: Cell, filter: &Filter) -> usize {
    let mut tally = CellTally::default();
    index.count(
        &cell_alone(index, cell),
        &index.query_of(filter),
        &mut tally,
    );
    let cells = tally.sum(CellId::default());
    cells.total() as usize
}

fn cell_alone(index: &Index, cell: Cell) -> Cells {
    let (first, last) = cell.corners();
    let rect = MercatorRect {
        west: first.x,
        north: first.y,
        east: last.x,
        south: last.y,
    };
    index.cells(cell.level, &rect)
}
