//! The occupied cells of a view, and where each begins and ends in the order of every group.

use std::ops::Range;

use crate::{
    data::Mercator,
    model::{Own, id_type},
};

use super::{
    Index,
    group::Placed,
    morton::{Cell, FINEST_LEVEL},
};

id_type! {
    /// A cell among the [`Cells`] of a view, or among others that are counted together.
    CellId
}

/// A rectangle of the Mercator square, edges included; where `west` lies beyond `east` it crosses the
/// antimeridian.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MercatorRect {
    /// The least x.
    pub west: u32,
    /// The least y.
    pub north: u32,
    /// The greatest x.
    pub east: u32,
    /// The greatest y.
    pub south: u32,
}

impl MercatorRect {
    /// The whole square.
    pub const WORLD: Self = Self {
        west: 0,
        north: 0,
        east: u32::MAX,
        south: u32::MAX,
    };

    /// Tells whether a position lies in it.
    #[must_use]
    pub const fn contains(&self, position: Mercator) -> bool {
        let in_x = if self.west <= self.east {
            self.west <= position.x && position.x <= self.east
        } else {
            self.west <= position.x || position.x <= self.east
        };
        in_x && self.north <= position.y && position.y <= self.south
    }

    /// Finds the least rectangle that holds all of `positions`, and does not cross the antimeridian; `None`: there
    /// are none.
    #[must_use]
    pub fn around(positions: impl IntoIterator<Item = Mercator>) -> Option<Self> {
        let mut positions = positions.into_iter();
        let Mercator { x, y } = positions.next()?;
        let first = Self {
            west: x,
            north: y,
            east: x,
            south: y,
        };
        Some(positions.fold(first, |rect, Mercator { x, y }| Self {
            west: rect.west.min(x),
            north: rect.north.min(y),
            east: rect.east.max(x),
            south: rect.south.max(y),
        }))
    }

    /// Tells whether all of `other` lies in it; neither may cross the antimeridian.
    #[must_use]
    pub const fn holds(&self, other: &Self) -> bool {
        self.west <= other.west
            && self.north <= other.north
            && self.east >= other.east
            && self.south >= other.south
    }

    /// Tells whether it shares a position with `cell`.
    #[must_use]
    pub const fn touches(&self, cell: Cell) -> bool {
        let (first, last) = cell.corners();
        let in_x = if self.west <= self.east {
            first.x <= self.east && last.x >= self.west
        } else {
            first.x <= self.east || last.x >= self.west
        };
        in_x && first.y <= self.south && last.y >= self.north
    }
}

/// The cells of one level that hold dated, placed records and touch a rectangle, in Morton order.
///
/// Found once a view, asked many times: [`Index::count`], [`Index::rows`], [`Index::histogram`].
/// A cell that reaches beyond the rectangle counts whole.
#[derive(Clone, Debug, Default)]
pub struct Cells {
    /// Which index they belong to.
    pub(super) index: u64,
    list: Vec<Cell>,
    /// In the order of the index's groups.
    pub(super) chains: Vec<GroupCells>,
    /// In the order of the index's general groups.
    pub(super) generals: Vec<GroupCells>,
}

/// Where the cells lie in the Morton order of one group.
#[derive(Clone, Debug, Default)]
pub(super) struct GroupCells {
    /// Rows at which a cell begins or ends, in rising order.
    pub(super) edges: Vec<u32>,
    /// For each cell with rows of this group: its number in [`Cells`], and the edge at which it begins; it ends
    /// at the next.
    pub(super) cells: Vec<(CellId, u32)>,
}

impl GroupCells {
    /// Returns the rows of a cell, in the Morton order of the group; empty where it has none.
    pub(super) fn rows(&self, cell: CellId) -> Range<u32> {
        let found = self
            .cells
            .binary_search_by_key(&cell, |(number, _)| *number);
        found.map_or(0..0, |at| self.rows_at(self.cells.own(at).1))
    }

    /// Returns the rows of the cell that begins at an edge.
    pub(super) fn rows_at(&self, edge: u32) -> Range<u32> {
        *self.edges.own(edge as usize)..*self.edges.own(edge as usize + 1)
    }

    /// Returns the cell that holds the row at a place of the Morton order.
    pub(super) fn cell_at(&self, place: u32) -> Option<CellId> {
        let edge = self.edges.partition_point(|edge| *edge <= place);
        let edge = edge.checked_sub(1)? as u32;
        let at = self.cells.binary_search_by_key(&edge, |(_, edge)| *edge);
        at.ok().map(|at| self.cells.own(at).0)
    }

    /// Returns the rows of all cells, neighbours joined.
    pub(super) fn ranges(&self) -> Vec<Range<u32>> {
        let mut ranges: Vec<Range<u32>> = Vec::new();
        for (_, edge) in &self.cells {
            let rows = self.rows_at(*edge);
            match ranges.last_mut() {
                Some(last) if last.end == rows.start => last.end = rows.end,
                _ => ranges.push(rows),
            }
        }
        ranges
    }

    /// Keeps `found`, which [`occupied`] found in one group; `cells` is what it found in all. Both are in order.
    fn new(found: &[FoundCell], cells: &[Cell]) -> Self {
        let mut group = Self::default();
        let mut numbers = cells.iter().zip(CellId::all());
        for FoundCell { cell, rows } in found {
            let Some((_, number)) = numbers.find(|(own, _)| *own == cell) else {
                unreachable!("a cell of a group is none of those of all groups")
            };
            if group.edges.last() != Some(&rows.start) {
                group.edges.push(rows.start);
            }
            group.cells.push((number, group.edges.len() as u32 - 1));
            group.edges.push(rows.end);
        }
        group
    }
}

impl Cells {
    /// Returns the number of cells.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Tells whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Returns the cells, in Morton order; their place in it is the number by which an index knows them.
    #[must_use]
    pub fn as_slice(&self) -> &[Cell] {
        &self.list
    }

    /// Returns the numbers of all cells, in order.
    pub fn numbers(&self) -> impl Iterator<Item = CellId> + use<> {
        CellId::all().take(self.list.len())
    }

    /// Returns the number of a cell, when it is occupied.
    #[must_use]
    pub fn number_of(&self, cell: Cell) -> Option<CellId> {
        self.list.binary_search(&cell).ok().map(CellId::new)
    }
}

impl Index {
    /// Finds the occupied cells of `level` that touch `rect`. Costs O(cells log n).
    #[must_use]
    pub fn cells(&self, level: u8, rect: &MercatorRect) -> Cells {
        let level = level.min(FINEST_LEVEL);
        let find = |placed: &Placed| {
            let mut found = Vec::new();
            let all = 0..placed.codes.len() as u32;
            occupied(placed, Cell::WORLD, all, level, rect, &mut found);
            found
        };
        let of_chains: Vec<_> = self
            .chains
            .iter()
            .map(|group| find(&group.placed))
            .collect();
        let of_generals: Vec<_> = self
            .generals
            .iter()
            .map(|group| find(&group.placed))
            .collect();
        let found = of_chains.iter().chain(&of_generals).flatten();
        let mut cells: Vec<Cell> = found.map(|found| found.cell).collect();
        cells.sort_unstable();
        cells.dedup();
        let place = |found: Vec<Vec<FoundCell>>| {
            let groups = found.iter().map(|found| GroupCells::new(found, &cells));
            groups.collect()
        };
        Cells {
            index: self.id,
            chains: place(of_chains),
            generals: place(of_generals),
            list: cells,
        }
    }
}

/// A cell with the rows in it of one group, as places of the Morton order.
struct FoundCell {
    cell: Cell,
    rows: Range<u32>,
}

/// Adds the cells of a level inside `cell` that touch a rectangle and hold some of `rows`, which are those in `cell`.
fn occupied(
    placed: &Placed,
    cell: Cell,
    rows: Range<u32>,
    level: u8,
    rect: &MercatorRect,
    found: &mut Vec<FoundCell>,
) {
    if rows.is_empty() || !rect.touches(cell) {
        return;
    }
    if cell.level == level {
        found.push(FoundCell { cell, rows });
        return;
    }
    let mut ahead = rows;
    for quarter in cell.quarters() {
        let end = placed.end_of(&ahead, quarter.last_code());
        occupied(placed, quarter, ahead.start..end, level, rect, found);
        ahead.start = end;
    }
}
