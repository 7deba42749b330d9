//! What is asked of an index, and the counts that it answers with.

use crate::{data::Filter, model::Window, query::Shown};

use super::{CellId, Index, wavelet::Below};

/// A window over the layers that are switched on. Everything else that a filter says was decided when the
/// index was built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The stretch of time, both ends included.
    pub window: Window,
    /// Leave out what is only possible.
    pub certain_only: bool,
    /// Whether each layer of the columns is on.
    pub(super) layers: Vec<bool>,
}

impl Query {
    /// Tells whether the layer with this number is on.
    pub(super) fn shows(&self, layer: u16) -> bool {
        self.layers.get(usize::from(layer)).copied().unwrap_or(true)
    }
}

impl Index {
    /// Returns all layers in `window`.
    #[must_use]
    pub fn query(&self, window: Window) -> Query {
        Query {
            window,
            certain_only: false,
            layers: Vec::new(),
        }
    }

    /// Tells what `filter` says of window, certainty and layers.
    #[must_use]
    pub fn query_of(&self, filter: &Filter) -> Query {
        let layers = self.layer_names.iter();
        Query {
            window: filter.window,
            certain_only: filter.certain_only,
            layers: layers.map(|layer| filter.shows_layer(layer)).collect(),
        }
    }
}

/// Layers that have a count of their own in a [`CellTally`]; those beyond share its last place.
pub const TALLIED_LAYERS: usize = 32;

/// Counts by cell and layer. Reused from question to question, so that none allocates.
#[derive(Clone, Debug, Default)]
pub struct CellTally {
    /// Places of a cell: one a layer.
    pub(super) layers: usize,
    /// Cell by cell.
    pub(super) counts: Vec<CellCount>,
    pub(super) scratch: Scratch,
}

/// What a count works with.
#[derive(Clone, Debug, Default)]
pub(super) struct Scratch {
    /// Below the end of what is shown, and below its beginning.
    pub(super) shown: [Below; 2],
    /// The same for certain.
    pub(super) certain: [Below; 2],
    /// Running counts of what is shown and of what is certain.
    pub(super) running: [Vec<u32>; 2],
}

/// How many records of one layer a cell shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellCount {
    /// Shown whatever their true dates are.
    pub certain: u32,
    /// Shown for some of their possible dates.
    pub possible: u32,
}

impl CellCount {
    /// Adds certain and possible.
    #[must_use]
    pub const fn total(self) -> u32 {
        self.certain + self.possible
    }
}

impl From<CellCount> for Shown {
    fn from(count: CellCount) -> Self {
        Self {
            certain: count.certain as usize,
            possible: count.possible as usize,
        }
    }
}

impl CellTally {
    /// Returns the counts of a cell, one for each layer of the columns in their order; the last of
    /// [`TALLIED_LAYERS`] stands for all beyond. Empty when there is no such cell.
    #[must_use]
    pub fn cell(&self, cell: CellId) -> &[CellCount] {
        let from = cell.index() * self.layers;
        self.counts.get(from..from + self.layers).unwrap_or(&[])
    }

    /// Returns the counts of all cells in order.
    pub fn cells(&self) -> impl Iterator<Item = &[CellCount]> {
        self.counts.chunks_exact(self.layers.max(1))
    }

    /// Returns the count of a cell over all layers.
    #[must_use]
    pub fn sum(&self, cell: CellId) -> CellCount {
        let layers = self.cell(cell).iter();
        layers.fold(CellCount::default(), |sum, count| CellCount {
            certain: sum.certain + count.certain,
            possible: sum.possible + count.possible,
        })
    }

    /// Makes room for `cells` cells of `layers` layers, all counts zero.
    pub(super) fn reset(&mut self, cells: usize, layers: usize) {
        self.layers = layers.min(TALLIED_LAYERS);
        self.counts.clear();
        self.counts
            .resize(cells * self.layers, CellCount::default());
    }

    /// Adds `shown` rows of a layer to a cell, `certain` of them certain. Both may wrap around below zero on the way, but
    /// not when all is added up.
    pub(super) fn add(&mut self, cell: CellId, layer: u16, shown: u32, certain: u32) {
        let layer = usize::from(layer).min(self.layers.saturating_sub(1));
        if let Some(count) = self.counts.get_mut(cell.index() * self.layers + layer) {
            count.certain = count.certain.wrapping_add(certain);
            count.possible = count.possible.wrapping_add(shown.wrapping_sub(certain));
        }
    }

    /// Leaves out what is only possible, when that is asked for.
    pub(super) fn hold(&mut self, certain_only: bool) {
        if certain_only {
            for count in &mut self.counts {
                count.possible = 0;
            }
        }
    }
}
