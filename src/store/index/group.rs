//! The rows of one layer whose spans make a chain.

use super::{chain::Chain, wavelet::Wavelet};

/// What every group knows of its rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Placed {
    /// Index into the layers of the columns.
    pub(super) layer: u16,
    /// Where the rows lie, in rising order; empty when they have no geometry.
    pub(super) codes: Vec<u64>,
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
    pub(super) rows: Vec<u32>,
}
