//! A few positions of a cell, spread over its records.

use crate::data::Mercator;

use super::{
    Index,
    cells::{CellId, Cells, GroupCells},
    group::Placed,
    morton::MortonCode,
};

impl Index {
    /// Returns a number that no other index of this process has: what is derived from an index is remembered
    /// under it.
    #[must_use]
    pub const fn id(&self) -> u64 {
        self.id
    }

    /// Samples at most `limit` positions of a cell's records, spread evenly over each group of them, whatever the
    /// window shows.
    #[must_use]
    pub fn sample(&self, cells: &Cells, cell: CellId, limit: usize) -> Vec<Mercator> {
        if cells.index != self.id {
            return Vec::new();
        }
        let chains = self.chains_shown();
        let chains = chains.map(|(at, group)| (&group.placed, cells.chains.get(at)));
        let generals = self.generals_shown();
        let generals = generals.map(|(at, group)| (&group.placed, cells.generals.get(at)));
        let parts: Vec<CellRows<'_>> = chains
            .chain(generals)
            .filter_map(|(placed, cells)| CellRows::of(placed, cells?, cell))
            .collect();
        let total: usize = parts.iter().map(|part| part.codes.len()).sum();
        let step = total.div_ceil(limit.max(1)).max(1);
        parts
            .iter()
            .flat_map(|part| {
                part.codes
                    .iter()
                    .skip(step / 2 % part.codes.len())
                    .step_by(step)
            })
            .map(|code| code.position())
            .collect()
    }
}

/// What a cell holds of one group.
struct CellRows<'a> {
    codes: &'a [MortonCode],
}

impl<'a> CellRows<'a> {
    fn of(placed: &'a Placed, cells: &GroupCells, cell: CellId) -> Option<Self> {
        let rows = cells.rows(cell);
        // A group of records without a place has rows and no codes.
        let codes = placed.codes.get(rows.start as usize..rows.end as usize)?;
        (!codes.is_empty()).then_some(Self { codes })
    }
}
