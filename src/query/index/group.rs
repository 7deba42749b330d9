//! The rows of one layer whose spans make a chain.

use crate::model::{Own, RowId};
use std::ops::Range;

use super::{chain::Chain, morton::MortonCode, wavelet::Wavelet};

/// Rows from one landmark to the next.
const ROWS_BETWEEN_LANDMARKS: u32 = 64;

/// What the rows of a group are to the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// They were there when the index was built.
    #[default]
    Read,
    /// They are what edits have made of some.
    Come,
    /// They are what edits have changed, as it was when the index was built: each is among those that were read, and is
    /// taken away from what is counted.
    Gone,
}

/// What every group knows of its rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Placed {
    /// Whether the rows count or are taken away.
    pub(super) role: Role,
    /// Index into the layers of the columns.
    pub(super) layer: u16,
    /// Where the rows lie, in rising order; empty when they have no geometry.
    pub(super) codes: Vec<MortonCode>,
    /// Every 64th code: these fit into the cache of the processor, all codes together do not.
    landmarks: Vec<MortonCode>,
}

impl Placed {
    /// Keeps rows of a layer at `codes`, which rise.
    pub(super) fn new(layer: u16, codes: Vec<MortonCode>) -> Self {
        let landmarks = codes.iter().step_by(ROWS_BETWEEN_LANDMARKS as usize);
        Self {
            role: Role::Read,
            layer,
            landmarks: landmarks.copied().collect(),
            codes,
        }
    }

    /// Tells what so many rows add to a count, which may wrap around below zero on the way.
    pub(super) const fn signed(&self, rows: u32) -> u32 {
        match self.role {
            Role::Gone => rows.wrapping_neg(),
            _ => rows,
        }
    }

    /// Tells what a row adds to a sum.
    pub(super) const fn sign(&self) -> f64 {
        match self.role {
            Role::Gone => -1.0,
            _ => 1.0,
        }
    }

    /// Finds where, among `rows`, the codes end that lie at `code` or before. Costs O(log n).
    pub(super) fn end_of(&self, rows: &Range<u32>, code: MortonCode) -> u32 {
        let is_within = |own: &MortonCode| *own <= code;
        let first = rows.start / ROWS_BETWEEN_LANDMARKS;
        let last = rows.end.div_ceil(ROWS_BETWEEN_LANDMARKS);
        let landmarks = self.landmarks.stretch(first as usize..last as usize);
        let passed = landmarks.partition_point(is_within) as u32;
        // The end lies behind the last landmark that is passed and before the next.
        let block = first + passed.saturating_sub(1);
        let from = (block * ROWS_BETWEEN_LANDMARKS).max(rows.start);
        let to = ((block + 1) * ROWS_BETWEEN_LANDMARKS).min(rows.end);
        let codes = self.codes.stretch(from as usize..to as usize);
        from + codes.partition_point(is_within) as u32
    }
}

/// Rows of one layer, all placed or all unplaced, whose spans make a chain.
#[derive(Clone, Debug)]
pub(super) struct ChainGroup {
    pub(super) placed: Placed,
    pub(super) chain: Chain,
    /// Whether every span of the chain is bounded on both sides, or none is.
    pub(super) is_finite: bool,
    /// Ranks in the chain, in Morton order.
    pub(super) ranks: Wavelet,
    /// Rows of the columns, sorted by rank and then in Morton order.
    pub(super) rows: Vec<RowId>,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_cell_ends_where_a_scan_would_end_it(
            mut codes in prop::collection::vec((0..50_u64).prop_map(MortonCode), 0..400), a: u32, b: u32, code in (0..52_u64).prop_map(MortonCode),
        ) {
            codes.sort_unstable();
            let length = codes.len() as u32 + 1;
            let rows = (a % length).min(b % length)..(a % length).max(b % length);
            let within = codes[rows.start as usize..rows.end as usize].iter().filter(|own| **own <= code);
            let naive = rows.start + within.count() as u32;
            prop_assert_eq!(Placed::new(0, codes).end_of(&rows, code), naive);
        }
    }
}
