//! The lanes: which layers have one, how high it is, and where each record lies in it.

use std::{collections::BTreeMap, ops::RangeInclusive, sync::Arc};

use egui::{Id, Rangef, Ui};

use super::{
    Frame,
    heights::{PADDING, row_heights, shared_out},
};
use crate::{
    data::Filter,
    model::{Layer, RowId, Second, Span},
    query::{AxisQuestion, AxisSummary, LayerSummary},
    timeline::{Arrangement, Bin, Histogram, LaneEntry, LaneQueue, Packing},
};

/// Lanes at most; further layers share the last.
const LANES_MAX: usize = 8;
/// Rows that a lane may have.
const SLOTS_MAX: usize = 12;

/// Least width of a bar.
pub(super) const BAR_MIN: f32 = 10.0;
/// Rows that a lane takes at least whose records are too many to be told apart.
const DENSE_SLOTS: usize = 4;

/// One lane.
#[derive(Clone, Debug)]
pub(super) struct Lane {
    /// Index of the layer in the columns; of the first, where several share the lane.
    pub layer: u16,
    /// Layers that share it.
    pub layers: usize,
    /// Its top and bottom, from the top of all lanes.
    pub top: f32,
    /// Its bottom.
    pub bottom: f32,
    /// Rows in it.
    pub slots: usize,
    /// Whether it is folded to one row.
    pub is_folded: bool,
}

/// All lanes, as they are laid out for one view of one dataset.
///
/// Each part is kept from frame to frame until what it depends on changes: the order of the records
/// until the filter does, their places until the zoom does, the summary until the view moves.
#[derive(Clone)]
pub(super) struct Lanes {
    /// What the engine says; `None`: it is being found out.
    axis_summary: Option<Arc<AxisSummary>>,
    sorted: Arc<Sorted>,
    packed: Arc<Packed>,
}

/// The records of the lanes, in order.
struct Sorted {
    revision: u64,
    filter: Filter,
    layers: Option<Arc<Vec<LayerSummary>>>,
    arrangement: Arrangement,
    places: Vec<Lane>,
    /// By layer of the columns.
    lane_of_layer: Vec<Option<usize>>,
    queue: LaneQueue,
    /// By lane: how many records there are that have no bar of their own.
    densities: Vec<Histogram>,
}

/// Where they are drawn at one zoom.
struct Packed {
    sorted: Arc<Sorted>,
    seconds_per_point: f64,
    height: f32,
    rows: RangeInclusive<f32>,
    places: Vec<Lane>,
    packing: Packing,
    pitch: f32,
}

/// The lanes of this frame, as much of them as can be from the last.
pub(super) fn prepared(ui: &Ui, frame: &Frame<'_>) -> Lanes {
    let id = Id::unique("timeline lanes");
    let known: Option<Lanes> = ui.data(|data| data.get_temp(id));
    let axis_summary = summarised(known.as_ref(), frame);
    let layers = axis_summary
        .as_ref()
        .map(|axis_summary| &axis_summary.layers);
    let sorted = known
        .as_ref()
        .map(|known| Arc::clone(&known.sorted))
        .filter(|sorted| sorted.is_current(frame, layers))
        .unwrap_or_else(|| Arc::new(Sorted::of(frame, layers)));
    let packed = known
        .map(|known| known.packed)
        .filter(|packed| packed.is_current(frame, &sorted))
        .unwrap_or_else(|| Arc::new(Packed::of(frame, &sorted)));
    let lanes = Lanes {
        axis_summary,
        sorted,
        packed,
    };
    ui.data_mut(|data| data.insert_temp(id, lanes.clone()));
    lanes
}

/// What the axis shows: answered at once, or as it was found out last.
fn summarised(known: Option<&Lanes>, frame: &Frame<'_>) -> Option<Arc<AxisSummary>> {
    let context = frame.context;
    let question = AxisQuestion {
        engine: context.answers.engine.id(),
        filter: context.document.filter.without_window(),
        range: *frame.scale.range(),
        width: frame.lanes_in_screen.width(),
        view: context.answers.in_view,
    };
    let known = known.and_then(|known| known.axis_summary.clone());
    known
        .filter(|axis_summary| axis_summary.question == question)
        .or_else(|| {
            context
                .answers
                .engine
                .axis_summary_at_once(&question)
                .map(Arc::new)
        })
        .or_else(|| context.answers.axis_summary.cloned())
}

impl Sorted {
    fn is_current(&self, frame: &Frame<'_>, layers: Option<&Arc<Vec<LayerSummary>>>) -> bool {
        let is_same = match (&self.layers, layers) {
            (Some(own), Some(layers)) => Arc::ptr_eq(own, layers),
            (own, layers) => own.is_none() && layers.is_none(),
        };
        is_same
            && self.revision == frame.context.document.dataset.revision()
            && self.arrangement == frame.context.settings.lanes
            && self.filter == frame.context.document.filter.without_window()
    }

    fn of(frame: &Frame<'_>, layers: Option<&Arc<Vec<LayerSummary>>>) -> Self {
        let context = frame.context;
        let (places, lane_of_layer) = lanes_of(frame);
        let summarised = layers.map_or(&[][..], |layers| layers);
        let rows = summarised.iter().flat_map(|layer| &layer.rows);
        let entries = entries(frame, &lane_of_layer, rows.copied());
        Self {
            revision: context.document.dataset.revision(),
            arrangement: context.settings.lanes.clone(),
            filter: context.document.filter.without_window(),
            layers: layers.cloned(),
            queue: LaneQueue::of(&entries, places.len()),
            densities: densities(summarised, &lane_of_layer, places.len()),
            places,
            lane_of_layer,
        }
    }
}

/// The dated ones among `rows`, each in its lane.
fn entries(
    frame: &Frame<'_>,
    lane_of_layer: &[Option<usize>],
    rows: impl Iterator<Item = RowId>,
) -> Vec<LaneEntry> {
    let columns = frame.context.document.dataset.columns();
    let entry = |row| {
        let layer = usize::from(columns.layer_index(row));
        let lane = (*lane_of_layer.get(layer)?)?;
        let span = columns.span_on(frame.context.document.filter.clock, row)?;
        Some(LaneEntry { row, lane, span })
    };
    rows.filter_map(entry).collect()
}

/// How many records each piece of each lane holds; layers that share a lane are added up.
fn densities(
    layers: &[LayerSummary],
    lane_of_layer: &[Option<usize>],
    lanes: usize,
) -> Vec<Histogram> {
    let mut by_lane: Vec<BTreeMap<Second, Bin>> = vec![BTreeMap::new(); lanes];
    for (layer, lane) in layers.iter().zip(lane_of_layer) {
        let Some(lane) = lane.and_then(|lane| by_lane.get_mut(lane)) else {
            continue;
        };
        for bin in &layer.density.bins {
            lane.entry(bin.bounds.earliest)
                .and_modify(|sum| {
                    sum.certain += bin.certain;
                    sum.possible += bin.possible;
                })
                .or_insert(*bin);
        }
    }
    let lanes = by_lane.into_iter();
    lanes
        .map(|bins| Histogram::of_bins(bins.into_values().collect()))
        .collect()
}

impl Sorted {
    /// The rows that lanes want, where those with a density take some more.
    fn with_density(&self, slots: &[usize]) -> Vec<usize> {
        let mut slots = slots.to_vec();
        let lanes = self.densities.iter().zip(&self.places);
        for (slots, (density, place)) in slots.iter_mut().zip(lanes) {
            if !density.bins.is_empty() && !place.is_folded {
                *slots = (*slots).max(DENSE_SLOTS);
            }
        }
        slots
    }
}

impl Packed {
    fn is_current(&self, frame: &Frame<'_>, sorted: &Arc<Sorted>) -> bool {
        // Panning changes the last digits of the zoom, which moves nothing.
        let zoom = frame.scale.seconds_per_point() / self.seconds_per_point;
        Arc::ptr_eq(&self.sorted, sorted)
            && (zoom - 1.0).abs() < 1e-9
            && (self.height - frame.lanes_in_screen.height()).abs() < 0.01
            && self.rows == row_heights(frame)
    }

    fn of(frame: &Frame<'_>, sorted: &Arc<Sorted>) -> Self {
        let height = frame.lanes_in_screen.height();
        let seconds_per_point = frame.scale.seconds_per_point();
        let seconds_min = f64::from(BAR_MIN + 3.0) * seconds_per_point;
        let heights = row_heights(frame);
        let mut places = sorted.places.clone();
        let rows = |lane: &Lane| if lane.is_folded { 1 } else { SLOTS_MAX };
        let most: Vec<usize> = places.iter().map(rows).collect();
        let wanted = Packing::of(&sorted.queue, &most, seconds_min);
        let slots = sorted.with_density(&wanted.slots);
        let limits = shared_out(&slots, height, *heights.start());
        let packing = if limits == slots {
            wanted
        } else {
            Packing::of(&sorted.queue, &limits, seconds_min)
        };
        let slots = sorted.with_density(&packing.slots);
        let shared = shared_out(&slots, height, *heights.start());
        let pitch = arrange(&mut places, &shared, height, *heights.end());
        Self {
            sorted: Arc::clone(sorted),
            seconds_per_point,
            height,
            rows: heights,
            places,
            packing,
            pitch,
        }
    }
}

/// A lane for each layer that has records and is shown, and the lane of each layer.
fn lanes_of(frame: &Frame<'_>) -> (Vec<Lane>, Vec<Option<usize>>) {
    let columns = frame.context.document.dataset.columns();
    let totals = &columns.totals().layers;
    let mut lanes: Vec<Lane> = Vec::new();
    let mut lane_of_layer = vec![None; columns.layer_names().len()];
    let layers = columns.layer_names();
    let names: Vec<&str> = layers.iter().map(Layer::name).collect();
    let arrangement = &frame.context.settings.lanes;
    let in_order = arrangement.sorted(&names).into_iter();
    for (index, layer) in in_order.filter_map(|index| Some((index, layers.get(index)?))) {
        let is_shown = frame.context.document.filter.shows_layer(layer);
        if !is_shown || totals.get(index).is_none_or(|total| *total == 0) {
            continue;
        }
        if lanes.len() == LANES_MAX {
            if let Some(last) = lanes.last_mut() {
                last.layers += 1;
            }
        } else {
            lanes.push(Lane {
                layer: u16::try_from(index).unwrap_or(u16::MAX),
                layers: 1,
                top: 0.0,
                bottom: 0.0,
                slots: 1,
                is_folded: arrangement.is_folded(layer.name()),
            });
        }
        if let Some(lane) = lane_of_layer.get_mut(index) {
            *lane = Some(lanes.len() - 1);
        }
    }
    (lanes, lane_of_layer)
}

/// Gives each lane its place; returns the height of a row.
fn arrange(lanes: &mut [Lane], slots: &[usize], height: f32, most: f32) -> f32 {
    let count = slots.iter().sum::<usize>().max(1) as f32;
    let lane_count = lanes.len().max(1) as f32;
    let pitch = ((height - 2.0 * PADDING * lane_count) / count)
        .clamp(4.0, most)
        .floor();
    let spare = (height - pitch * count - 2.0 * PADDING * lane_count).max(0.0) / lane_count;
    let mut top = 0.0;
    for (lane, slots) in lanes.iter_mut().zip(slots) {
        lane.slots = *slots;
        lane.top = top;
        top += pitch * *slots as f32 + 2.0 * PADDING + spare;
        lane.bottom = top;
    }
    pitch
}

impl Lanes {
    /// From the top.
    pub(super) fn places(&self) -> &[Lane] {
        &self.packed.places
    }

    /// How many records each piece of time holds in the part of the map that is looked at, where it is known.
    pub(super) fn histogram(&self) -> Option<&Histogram> {
        self.axis_summary
            .as_ref()
            .map(|axis_summary| &axis_summary.in_view)
    }

    /// Whether what they show is being found out.
    pub(super) const fn are_awaited(&self) -> bool {
        self.axis_summary.is_none()
    }

    /// By lane: how many records each piece of time holds that have no bar of their own.
    pub(super) fn densities(&self) -> &[Histogram] {
        &self.sorted.densities
    }

    /// Whether there is nothing to be seen.
    pub(super) fn is_empty(&self) -> bool {
        let is_dense = |density: &Histogram| !density.bins.is_empty();
        self.packing().items.is_empty() && !self.densities().iter().any(is_dense)
    }

    /// Where each record lies.
    pub(super) fn packing(&self) -> &Packing {
        &self.packed.packing
    }

    /// The layers of a lane, by their number in the columns.
    pub(super) fn layers_of(&self, lane: usize) -> impl Iterator<Item = usize> {
        let layers = self.sorted.lane_of_layer.iter().enumerate();
        layers
            .filter(move |(_, own)| **own == Some(lane))
            .map(|(layer, _)| layer)
    }

    /// The lane at a height of the screen.
    pub(super) fn lane_at(&self, frame: &Frame<'_>, y: f32) -> Option<usize> {
        let below = y - frame.lanes_in_screen.top();
        let mut places = self.places().iter();
        places.position(|lane| (lane.top..lane.bottom).contains(&below))
    }

    /// Top and bottom of a bar, on the screen.
    pub(super) fn bar_rows(&self, frame: &Frame<'_>, lane: usize, slot: usize) -> Option<Rangef> {
        let place = self.places().get(lane)?;
        let pitch = self.packed.pitch;
        let used = pitch * place.slots as f32;
        let top = place.top + (place.bottom - place.top - used) / 2.0 + pitch * slot as f32;
        let top = (frame.lanes_in_screen.top() + top).round();
        let gap = if pitch >= 7.0 { 2.0 } else { 1.0 };
        Some(Rangef::new(top + gap / 2.0, top + pitch - gap / 2.0))
    }
}

/// The bounds of a row on the clock that time runs on.
pub(super) fn span(frame: &Frame<'_>, row: RowId) -> Option<Span> {
    let columns = frame.context.document.dataset.columns();
    columns.span_on(frame.context.document.filter.clock, row)
}
