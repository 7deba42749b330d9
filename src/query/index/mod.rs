//! Exact counts by cell of the map, layer and window. The cost depends on what is on the screen, not on the file.
//!
//! **Chains.** The spans of a layer are put into a few `chain`s, in which a window shows one stretch: two
//! binary searches among the *different* spans turn a question about time into a range of ranks. Days make one
//! chain, months one, years one. What fits none (random intervals) is a `general` group with each bound by itself.
//! **Places.** The rows of a chain stand in `morton` order, so that each cell of each level is one range of them. A
//! `wavelet` tree over their ranks counts "in this range of rows, in that range of ranks" in one step a level.
//! **Plans.** A view's [`Cells`] are found once and counted for every window ([`Index::count`]); a fixed set of cells over
//! everything is counted faster still from [`RunningCounts`] counts; totals and the histogram of all need no order at all.
//!
//! **Edits.** Rows that edits have changed are counted twice beside all others, as they were and as they are: the first are
//! taken away, the second added (`amend`), until the index is built anew.
//!
//! Start with [`Index::build`]. The window, what is only possible, and layers are asked for with a [`Query`];
//! every other filter is in the index.

mod amend;
mod build;
mod cells;
mod chain;
mod count;
mod general;
mod group;
mod histogram;
mod morton;
mod order;
mod partition;
mod query;
mod ranks;
mod running;
mod sample;
mod totals;
mod wavelet;
mod work;

pub(in crate::query) use amend::RowSide;
pub use build::SpanOfRow;
pub use cells::{CellId, Cells, MercatorRect};
pub use morton::{Cell, FINEST_LEVEL, MortonCode};
pub use query::{CellCount, CellTally, Query, TALLIED_LAYERS};
pub use running::RunningCounts;

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::model::{Layer, RowId};

use general::GeneralGroup;
use group::ChainGroup;
use totals::Fixed;

/// The dated rows of a dataset that pass a filter, ordered for counting. Takes about 20 bytes a row.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// A number that no other index of this process has.
    id: u64,
    layer_names: Vec<Layer>,
    chains: Vec<Arc<ChainGroup>>,
    generals: Vec<Arc<GeneralGroup>>,
    fixed: Fixed,
    /// What was fixed before edits.
    read: Fixed,
    /// Rows of groups that were read which edits have changed.
    changed: Arc<FxHashSet<RowId>>,
}
