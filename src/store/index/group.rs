//! The rows of one layer whose spans make a chain, and those that fit none.

use std::ops::Range;

use crate::{model::Span, store::VisibleRow};

use super::{Query, chain::Chain, wavelet::Wavelet};

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

/// Rows of one layer, all placed or all unplaced, whose spans fit no chain.
#[derive(Clone, Debug)]
pub(super) struct GeneralGroup {
    pub(super) placed: Placed,
    /// The spans, in Morton order.
    pub(super) spans: Vec<Span>,
    /// Rows of the columns, in Morton order.
    pub(super) rows: Vec<u32>,
}

impl GeneralGroup {
    /// How the rows at these places of the Morton order stand to the window; those that are out as well.
    pub(super) fn visible(
        &self,
        places: Range<u32>,
        query: &Query,
    ) -> impl Iterator<Item = VisibleRow> {
        let places = places.start as usize..places.end as usize;
        let rows = self.rows.get(places.clone()).unwrap_or(&[]);
        let spans = self.spans.get(places).unwrap_or(&[]);
        let window = query.window;
        rows.iter().zip(spans).map(move |(row, span)| VisibleRow {
            row: *row as usize,
            relation: span.relation(&window),
        })
    }
}
