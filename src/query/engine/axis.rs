//! What the axis of time shows.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    data::{Columns, Filter},
    model::{Bounds, Layer, PlacePrecision, RowId, Second, Window},
    query::{
        axis_summary::{AxisQuestion, AxisSummary, BIN_POINTS, LayerSummary},
        index::{Cells, MercatorRect},
    },
    timeline::{Bin, Histogram, TimeScale, bin_width_for},
};

use super::Engine;

/// A layer that has no more records than this in the stretch shows each of them.
const LISTED: usize = 120;
/// Records that stand alone between empty pieces of the axis are shown one by one up to this many.
const ALONE: usize = 3;
/// Most cells along the longer side of a map view.
const CELLS_ACROSS: f64 = 64.0;

impl Engine {
    /// Summarises what the axis shows. Takes milliseconds with ten thousand records, longer with millions.
    #[must_use]
    pub fn axis_summary(&self, question: AxisQuestion) -> AxisSummary {
        let scale = TimeScale::new(question.range, 0.0, question.width);
        let (in_view, layers) = if self.lists_all() {
            (self.bins_of_rows(&question, &scale), self.lanes())
        } else {
            self.counted(&question, &scale)
        };
        AxisSummary {
            question,
            in_view,
            layers,
        }
    }

    /// Summarises what the axis shows where a frame can wait for it; `None`: it must be made off the drawing thread.
    #[must_use]
    pub fn axis_summary_at_once(&self, question: &AxisQuestion) -> Option<AxisSummary> {
        self.summarises_at_once()
            .then(|| self.axis_summary(question.clone()))
    }

    /// Tells whether a frame can wait for a summary.
    #[must_use]
    pub fn summarises_at_once(&self) -> bool {
        self.lists_all()
    }

    /// Looks at every record that passes.
    fn bins_of_rows(&self, question: &AxisQuestion, scale: &TimeScale) -> Histogram {
        let columns = self.dataset().columns();
        let is_in_view = |row: &RowId| {
            // What is known to a country only lies nowhere on the map.
            let has_place = columns.precision(*row) != PlacePrecision::Country;
            let position = columns.position(*row).filter(|_| has_place);
            let view = question.view;
            view.is_none_or(|view| position.is_some_and(|position| view.contains(position)))
        };
        let layers = self.lanes();
        let shown = layers.iter().zip(columns.layer_names());
        let spans: Vec<_> = shown
            .filter(|(_, layer)| question.filter.shows_layer(layer))
            .flat_map(|(layer, _)| layer.rows.iter().copied().filter(is_in_view))
            .filter_map(|row| columns.span_on(question.filter.clock, row))
            .collect();
        Histogram::of(&spans, scale, bin_width_for(scale, BIN_POINTS))
    }

    /// Asks the index, layer by layer.
    fn counted(
        &self,
        question: &AxisQuestion,
        scale: &TimeScale,
    ) -> (Histogram, Arc<Vec<LayerSummary>>) {
        let columns = self.dataset().columns();
        let bin_width = bin_width_for(scale, BIN_POINTS);
        let (from, to) = (question.range.start.floor(), question.range.end.ceil());
        let edges: Vec<Second> = bin_width.edges(from as Second, to as Second).collect();
        let axis_summary = Summariser {
            columns,
            engine: self,
            filter: &question.filter,
            edges: &edges,
        };
        let layers = columns.layer_names().iter().zip(0_u16..);
        let counted: Vec<(Vec<Bin>, u16)> = layers
            .map(|(layer, number)| (axis_summary.bins(layer), number))
            .collect();
        let in_view = match &question.view {
            None => sum(counted.iter().map(|(bins, _)| bins.as_slice())),
            Some(rect) => axis_summary.bins_in(rect),
        };
        let layers = counted.into_iter();
        let layers = layers.map(|(bins, layer)| axis_summary.layer(layer, &bins));
        (Histogram::of_bins(in_view), Arc::new(layers.collect()))
    }
}

/// What a summary is made with.
struct Summariser<'a> {
    columns: &'a Columns,
    engine: &'a Engine,
    filter: &'a Filter,
    edges: &'a [Second],
}

impl Summariser<'_> {
    /// Returns the bins of one layer; none when it is switched off.
    fn bins(&self, layer: &Layer) -> Vec<Bin> {
        if !self.filter.shows_layer(layer) {
            return Vec::new();
        }
        let index = self.engine.index();
        let query = index.query_of(&only(layer, Window::ALL));
        index.histogram(self.edges, &query, None)
    }

    /// Returns the bins of all layers that are on, in a part of the map.
    fn bins_in(&self, rect: &MercatorRect) -> Vec<Bin> {
        let index = self.engine.index();
        let cells: Cells = index.cells(level_for(rect), rect);
        index.histogram(self.edges, &index.query_of(self.filter), Some(&cells))
    }

    /// Lists what is few and keeps the rest as it was counted.
    fn layer(&self, layer: u16, bins: &[Bin]) -> LayerSummary {
        let whole = bins.first().zip(bins.last());
        let Some(whole) = whole.map(|(first, last)| first.bounds.union(&last.bounds)) else {
            return LayerSummary::default();
        };
        if self.count(layer, whole) <= LISTED {
            return LayerSummary {
                density: Histogram::default(),
                rows: self.engine.of_layer(layer, whole, LISTED),
            };
        }
        let mut rows = Vec::new();
        let mut dense = Vec::with_capacity(bins.len());
        for stretch in bins.chunk_by(|a, b| is_empty(a) == is_empty(b)) {
            if stretch.iter().all(is_empty) {
                continue;
            }
            let bounds = stretch
                .iter()
                .map(|bin| bin.bounds)
                .reduce(|whole, bounds| whole.union(&bounds));
            let alone = bounds.filter(|bounds| self.count(layer, *bounds) <= ALONE);
            match alone {
                Some(bounds) => {
                    rows.extend(self.engine.of_layer(layer, bounds, ALONE));
                }
                None => dense.extend_from_slice(stretch),
            }
        }
        rows.sort_unstable();
        rows.dedup();
        LayerSummary {
            density: Histogram::of_bins(dense),
            rows,
        }
    }

    /// Tells how many records of a layer a stretch of time shows.
    fn count(&self, layer: u16, bounds: Bounds) -> usize {
        let names = self.columns.layer_names();
        let index = self.engine.index();
        let window = Window::new(bounds.earliest, bounds.latest);
        let shown = names.get(usize::from(layer)).and_then(|name| {
            let query = index.query_of(&only(name, window));
            index.shown(&query).get(usize::from(layer)).copied()
        });
        shown.map_or(0, |shown| shown.total())
    }
}

/// Tells whether a bin holds nothing, but for what sums leave behind.
fn is_empty(bin: &Bin) -> bool {
    bin.height() < 1e-9
}

/// Sums the bins of several layers.
fn sum<'a>(layers: impl Iterator<Item = &'a [Bin]>) -> Vec<Bin> {
    let shown = layers.filter(|bins| !bins.is_empty()).map(<[Bin]>::to_vec);
    shown
        .reduce(|mut sum, bins| {
            for (sum, bin) in sum.iter_mut().zip(&bins) {
                sum.certain += bin.certain;
                sum.possible += bin.possible;
            }
            sum
        })
        .unwrap_or_default()
}

/// Returns the level at which a part of the map is cut into few enough cells.
fn level_for(rect: &MercatorRect) -> u8 {
    let side = rect
        .east
        .wrapping_sub(rect.west)
        .max(rect.south.saturating_sub(rect.north));
    let share = f64::from(side.max(1)) / 4_294_967_296.0;
    (CELLS_ACROSS / share).log2().floor().clamp(0.0, 30.0) as u8
}

/// Makes the filter that asks for one layer in a window.
fn only(layer: &Layer, window: Window) -> Filter {
    Filter {
        layers: Some(BTreeSet::from([layer.clone()])),
        window,
        ..Filter::default()
    }
}
