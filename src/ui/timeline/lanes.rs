//! The lanes: which layers have one, how high it is, and where each record lies in it.

use std::sync::Arc;

use egui::{Id, Ui};

use super::Frame;
use crate::{
    model::Span,
    store::Filter,
    timeline::{Entry, Histogram, Packing, Queue, ViewRange, grain_for},
};

/// Lanes at most; further layers share the last.
const LANES_MAX: usize = 8;
/// Rows that a lane may have.
const SLOTS_MAX: usize = 12;
/// Height of a row with the gap below it, at least and at most.
const PITCH: std::ops::RangeInclusive<f32> = 9.0..=15.0;
/// Room above and below the rows of a lane.
const PADDING: f32 = 3.0;
/// Least width of a bar.
pub(super) const BAR_MIN: f32 = 6.0;
/// Least width of a bin of the histogram.
const BIN_MIN: f32 = 5.0;

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
}

/// All lanes, as they are laid out for one view of one dataset.
///
/// Each part is kept from frame to frame until what it depends on changes: the order of the records
/// until the filter does, their places until the zoom does, the histogram until the view moves.
#[derive(Clone)]
pub(super) struct Lanes {
    sorted: Arc<Sorted>,
    packed: Arc<Packed>,
    histogram: Arc<Counted>,
}

/// The records of the lanes, in order.
struct Sorted {
    revision: u64,
    filter: Filter,
    places: Vec<Lane>,
    entries: Vec<Entry>,
    queue: Queue,
}

/// Where they are drawn at one zoom.
struct Packed {
    sorted: Arc<Sorted>,
    seconds_per_point: f64,
    height: f32,
    places: Vec<Lane>,
    packing: Packing,
    pitch: f32,
}

/// How many there are in each piece of one view.
struct Counted {
    sorted: Arc<Sorted>,
    range: ViewRange,
    width: f32,
    histogram: Histogram,
}

/// The lanes of this frame, as much of them as can be from the last.
pub(super) fn prepared(ui: &Ui, frame: &Frame<'_>) -> Lanes {
    let id = Id::unique("timeline lanes");
    let known: Option<Lanes> = ui.data(|data| data.get_temp(id));
    let sorted = known
        .as_ref()
        .map(|known| Arc::clone(&known.sorted))
        .filter(|sorted| sorted.is_current(frame))
        .unwrap_or_else(|| Arc::new(Sorted::of(frame)));
    let packed = known
        .as_ref()
        .map(|known| Arc::clone(&known.packed))
        .filter(|packed| packed.is_current(frame, &sorted))
        .unwrap_or_else(|| Arc::new(Packed::of(frame, &sorted)));
    let histogram = known
        .map(|known| known.histogram)
        .filter(|counted| counted.is_current(frame, &sorted))
        .unwrap_or_else(|| Arc::new(Counted::of(frame, &sorted)));
    let lanes = Lanes {
        sorted,
        packed,
        histogram,
    };
    ui.data_mut(|data| data.insert_temp(id, lanes.clone()));
    lanes
}

impl Sorted {
    fn is_current(&self, frame: &Frame<'_>) -> bool {
        self.revision == frame.scene.dataset.revision()
            && self.filter == frame.scene.filter.without_window()
    }

    fn of(frame: &Frame<'_>) -> Self {
        let columns = frame.scene.dataset.columns();
        let (places, lane_of_layer) = lanes_of(frame);
        let entries: Vec<Entry> = (0..columns.len())
            .filter(|row| frame.scene.matching.contains(*row))
            .filter_map(|row| {
                let layer = usize::from(columns.layer_index(row)?);
                let lane = (*lane_of_layer.get(layer)?)?;
                let span = columns.span_on(frame.scene.filter.clock, row)?;
                Some(Entry { row, lane, span })
            })
            .collect();
        Self {
            revision: frame.scene.dataset.revision(),
            filter: frame.scene.filter.without_window(),
            queue: Queue::of(&entries, places.len()),
            places,
            entries,
        }
    }
}

impl Packed {
    fn is_current(&self, frame: &Frame<'_>, sorted: &Arc<Sorted>) -> bool {
        // Panning changes the last digits of the zoom, which moves nothing.
        let zoom = frame.scale.seconds_per_point() / self.seconds_per_point;
        Arc::ptr_eq(&self.sorted, sorted)
            && (zoom - 1.0).abs() < 1e-9
            && (self.height - frame.lanes_in_screen.height()).abs() < 0.01
    }

    fn of(frame: &Frame<'_>, sorted: &Arc<Sorted>) -> Self {
        let height = frame.lanes_in_screen.height();
        let seconds_per_point = frame.scale.seconds_per_point();
        let seconds_min = f64::from(BAR_MIN + 3.0) * seconds_per_point;
        let mut places = sorted.places.clone();
        let most = vec![SLOTS_MAX; places.len()];
        let wanted = Packing::of(&sorted.queue, &most, seconds_min);
        let limits = shared_out(&wanted.slots, height);
        let packing = if limits == wanted.slots {
            wanted
        } else {
            Packing::of(&sorted.queue, &limits, seconds_min)
        };
        let pitch = arrange(&mut places, &packing.slots, height);
        Self {
            sorted: Arc::clone(sorted),
            seconds_per_point,
            height,
            places,
            packing,
            pitch,
        }
    }
}

impl Counted {
    fn is_current(&self, frame: &Frame<'_>, sorted: &Arc<Sorted>) -> bool {
        Arc::ptr_eq(&self.sorted, sorted)
            && self.range == *frame.scale.range()
            && (self.width - frame.lanes_in_screen.width()).abs() < 0.01
    }

    fn of(frame: &Frame<'_>, sorted: &Arc<Sorted>) -> Self {
        let spans = sorted.entries.iter().map(|entry| &entry.span);
        let grain = grain_for(&frame.scale, f64::from(BIN_MIN));
        Self {
            sorted: Arc::clone(sorted),
            range: *frame.scale.range(),
            width: frame.lanes_in_screen.width(),
            histogram: Histogram::of(spans, &frame.scale, grain),
        }
    }
}

/// A lane for each layer that has records and is shown, and the lane of each layer.
fn lanes_of(frame: &Frame<'_>) -> (Vec<Lane>, Vec<Option<usize>>) {
    let columns = frame.scene.dataset.columns();
    let totals = &columns.totals().layers;
    let mut lanes: Vec<Lane> = Vec::new();
    let mut lane_of_layer = vec![None; columns.layer_names().len()];
    for (index, layer) in columns.layer_names().iter().enumerate() {
        let is_shown = frame.scene.filter.shows_layer(layer);
        if !is_shown || totals.get(index).is_none_or(|total| *total == 0) {
            continue;
        }
        if lanes.len() == LANES_MAX {
            if let Some(last) = lanes.last_mut() {
                last.layers += 1;
            }
        } else {
            let layer = u16::try_from(index).unwrap_or(u16::MAX);
            lanes.push(Lane {
                layer,
                layers: 1,
                top: 0.0,
                bottom: 0.0,
                slots: 1,
            });
        }
        if let Some(lane) = lane_of_layer.get_mut(index) {
            *lane = Some(lanes.len() - 1);
        }
    }
    (lanes, lane_of_layer)
}

/// Takes rows from the lanes that have most until all are high enough.
fn shared_out(wanted: &[usize], height: f32) -> Vec<usize> {
    let mut slots = wanted.to_vec();
    let padding = 2.0 * PADDING * slots.len() as f32;
    let room = ((height - padding) / PITCH.start()).max(1.0) as usize;
    while slots.iter().sum::<usize>() > room.max(slots.len()) {
        // The first of the highest, so that the choice is the same every time.
        let most = slots.iter().copied().max().unwrap_or(1);
        match slots.iter_mut().find(|slots| **slots == most) {
            Some(highest) if *highest > 1 => *highest -= 1,
            _ => break,
        }
    }
    slots
}

/// Gives each lane its place; returns the height of a row.
fn arrange(lanes: &mut [Lane], slots: &[usize], height: f32) -> f32 {
    let count = slots.iter().sum::<usize>().max(1) as f32;
    let lane_count = lanes.len().max(1) as f32;
    let pitch = ((height - 2.0 * PADDING * lane_count) / count)
        .clamp(4.0, *PITCH.end())
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

    /// How many records each piece of time holds.
    pub(super) fn histogram(&self) -> &Histogram {
        &self.histogram.histogram
    }

    /// Where each record lies.
    pub(super) fn packing(&self) -> &Packing {
        &self.packed.packing
    }

    /// Top and bottom of a bar, on the screen.
    pub(super) fn bar_rows(
        &self,
        frame: &Frame<'_>,
        lane: usize,
        slot: usize,
    ) -> Option<(f32, f32)> {
        let place = self.places().get(lane)?;
        let pitch = self.packed.pitch;
        let used = pitch * place.slots as f32;
        let top = place.top + (place.bottom - place.top - used) / 2.0 + pitch * slot as f32;
        let top = (frame.lanes_in_screen.top() + top).round();
        let gap = if pitch >= 7.0 { 2.0 } else { 1.0 };
        Some((top + gap / 2.0, top + pitch - gap / 2.0))
    }
}

/// The bounds of a row on the clock that time runs on.
pub(super) fn span(frame: &Frame<'_>, row: usize) -> Option<Span> {
    let columns = frame.scene.dataset.columns();
    columns.span_on(frame.scene.filter.clock, row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_taken_from_the_lanes_that_have_most() {
        let slots = shared_out(&[6, 1, 2, 11], 150.0);
        assert_eq!(slots.get(1), Some(&1));
        assert_eq!(slots.get(2), Some(&2));
        assert!(slots.iter().sum::<usize>() as f32 * PITCH.start() <= 150.0);
    }

    #[test]
    fn every_lane_keeps_a_row_however_little_room_there_is() {
        assert_eq!(shared_out(&[5, 5, 5], 1.0), [1, 1, 1]);
    }
}
