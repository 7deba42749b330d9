//! The lanes: which layers have one, how high it is, and where each record lies in it.

use std::sync::Arc;

use egui::{Align2, FontId, Id, Painter, Rect, Stroke, Ui, pos2, vec2};

use super::Frame;
use crate::{
    model::Span,
    store::Filter,
    text::{args, dates},
    theme::{fonts, layer_shape, size},
    timeline::{Entry, Histogram, Packing, ViewRange, grain_for},
    typeset,
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
pub(super) struct Lanes {
    key: Key,
    /// From the top.
    pub places: Vec<Lane>,
    /// Where each record lies.
    pub packing: Packing,
    /// Height of a row with the gap below it.
    pub pitch: f32,
    histogram: Histogram,
}

#[derive(Clone, PartialEq)]
struct Key {
    revision: u64,
    filter: Filter,
    range: ViewRange,
    width: f32,
    height: f32,
}

/// The lanes of this frame: those of the last unless records, filter, view or size have changed.
pub(super) fn prepared(ui: &Ui, frame: &Frame<'_>) -> Arc<Lanes> {
    let key = Key {
        revision: frame.scene.dataset.revision(),
        filter: frame.scene.filter.without_window(),
        range: *frame.scale.range(),
        width: frame.lanes_in_screen.width(),
        height: frame.lanes_in_screen.height(),
    };
    let id = Id::unique("timeline lanes");
    let known = ui.data(|data| data.get_temp::<Arc<Lanes>>(id));
    if let Some(lanes) = known.filter(|lanes| lanes.key == key) {
        return lanes;
    }
    let lanes = Arc::new(laid_out(frame, key));
    ui.data_mut(|data| data.insert_temp(id, Arc::clone(&lanes)));
    lanes
}

fn laid_out(frame: &Frame<'_>, key: Key) -> Lanes {
    let columns = frame.scene.dataset.columns();
    let (mut lanes, lane_of_layer) = lanes_of(frame);
    let entries: Vec<Entry> = (0..columns.len())
        .filter(|row| frame.scene.matching.contains(*row))
        .filter_map(|row| {
            let layer = usize::from(*columns.layers.get(row)?);
            let lane = (*lane_of_layer.get(layer)?)?;
            Some(Entry {
                row,
                lane,
                span: *columns.span(row)?,
            })
        })
        .collect();
    let seconds_min = f64::from(BAR_MIN + 3.0) * frame.scale.seconds_per_point();
    let wanted = Packing::of(&entries, &vec![SLOTS_MAX; lanes.len()], seconds_min);
    let limits = shared_out(&wanted.slots, key.height);
    let packing = if limits == wanted.slots {
        wanted
    } else {
        Packing::of(&entries, &limits, seconds_min)
    };
    let pitch = arrange(&mut lanes, &packing.slots, key.height);
    let spans = entries.iter().map(|entry| &entry.span);
    let grain = grain_for(&frame.scale, f64::from(BIN_MIN));
    let histogram = Histogram::of(spans, &frame.scale, grain);
    Lanes {
        key,
        places: lanes,
        packing,
        pitch,
        histogram,
    }
}

/// A lane for each layer that has records and is shown, and the lane of each layer.
fn lanes_of(frame: &Frame<'_>) -> (Vec<Lane>, Vec<Option<usize>>) {
    let columns = frame.scene.dataset.columns();
    let mut occurs = vec![false; columns.layer_names.len()];
    for (layer, readable) in columns.layers.iter().zip(&columns.readable) {
        if let Some(occurs) = occurs.get_mut(usize::from(*layer)) {
            *occurs |= readable;
        }
    }
    let mut lanes: Vec<Lane> = Vec::new();
    let mut lane_of_layer = vec![None; columns.layer_names.len()];
    for (index, layer) in columns.layer_names.iter().enumerate() {
        let is_shown = frame.scene.filter.shows_layer(layer);
        if !is_shown || !occurs.get(index).copied().unwrap_or(false) {
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
    /// Top and bottom of a bar, on the screen.
    pub(super) fn bar_rows(
        &self,
        frame: &Frame<'_>,
        lane: usize,
        slot: usize,
    ) -> Option<(f32, f32)> {
        let place = self.places.get(lane)?;
        let used = self.pitch * place.slots as f32;
        let top = place.top + (place.bottom - place.top - used) / 2.0 + self.pitch * slot as f32;
        let top = (frame.lanes_in_screen.top() + top).round();
        let gap = if self.pitch >= 7.0 { 2.0 } else { 1.0 };
        Some((top + gap / 2.0, top + self.pitch - gap / 2.0))
    }
}

/// Behind everything: how many records each piece of time holds. What is only possible is lighter.
pub(super) fn histogram(painter: &Painter, frame: &Frame<'_>, lanes: &Lanes) {
    let palette = frame.scene.theme.palette;
    let area = frame.lanes_in_screen;
    if lanes.histogram.highest <= 0.0 {
        return;
    }
    let points_per_record = f64::from(area.height() * 0.92) / lanes.histogram.highest;
    for bin in &lanes.histogram.bins {
        let left = frame.scale.x_in_screen(bin.bounds.earliest, 2.0);
        let right = frame.scale.x_in_screen(bin.bounds.latest + 1, 2.0) - 1.0;
        let certain = area.bottom() - (bin.certain * points_per_record) as f32;
        let possible = area.bottom() - (bin.height() * points_per_record) as f32;
        let bar = |top: f32, bottom: f32| Rect::from_min_max(pos2(left, top), pos2(right, bottom));
        painter.rect_filled(
            bar(certain, area.bottom()),
            0.0,
            palette.density.gamma_multiply(0.8),
        );
        painter.rect_filled(
            bar(possible, certain),
            0.0,
            palette.density.gamma_multiply(0.42),
        );
    }
}

/// Lines between the lanes, through names and plot alike.
pub(super) fn lines(painter: &Painter, frame: &Frame<'_>, lanes: &Lanes) {
    let stroke = Stroke::new(1.0, frame.scene.theme.palette.outline);
    let all = frame
        .gutter_in_screen
        .union(frame.lanes_in_screen)
        .x_range();
    for lane in lanes.places.iter().skip(1) {
        let y = painter.round_to_pixel_center(frame.lanes_in_screen.top() + lane.top);
        painter.hline(all, y, stroke);
    }
}

/// The names of the lanes, and above them the window in words.
pub(super) fn gutter_ui(ui: &Ui, frame: &Frame<'_>, lanes: &Lanes) {
    let scene = frame.scene;
    let painter = ui.painter();
    window_in_words(painter, frame);
    let left = frame.gutter_in_screen.left();
    for lane in &lanes.places {
        let middle = frame.lanes_in_screen.top() + f32::midpoint(lane.top, lane.bottom);
        let Some(layer) = scene.dataset.layers().get(usize::from(lane.layer)) else {
            continue;
        };
        let centre = pos2(left + 7.0, middle);
        let outline = layer_shape(layer).outline();
        let points = outline
            .iter()
            .map(|[x, y]| centre + vec2(*x, *y) * 5.0)
            .collect();
        painter.add(super::hatch::filled(points, scene.theme.layer(layer)));
        let name = if lane.layers > 1 {
            scene
                .words
                .with("timeline-more-layers", args!(n: lane.layers))
        } else {
            scene.words.layers(layer).to_owned()
        };
        let room = frame.gutter_in_screen.width() - 28.0;
        let setting = typeset::Setting::new(FontId::new(size::SMALL + 0.5, fonts::medium()))
            .colour(scene.theme.palette.text)
            .wrapped(room)
            .rows(1);
        let galley = typeset::galley(ui.ctx(), &name, &setting);
        let rect = Align2::LEFT_CENTER.anchor_size(pos2(left + 20.0, middle), galley.size());
        typeset::paint_galley(painter, rect.min, galley, None);
    }
}

fn window_in_words(painter: &Painter, frame: &Frame<'_>) {
    let gutter = frame.gutter_in_screen;
    let text = dates::span_short(
        frame.scene.words,
        crate::model::bounds::day_of(frame.window.first()),
        crate::model::bounds::day_of(frame.window.last()),
    );
    let setting = typeset::Setting::new(FontId::new(size::BODY, fonts::semibold()))
        .colour(frame.scene.theme.palette.accent)
        .wrapped(gutter.width() - 8.0)
        .rows(2);
    let galley = typeset::galley(painter.ctx(), &text, &setting);
    let middle = frame.axis_in_screen.center().y;
    let rect = Align2::LEFT_CENTER.anchor_size(pos2(gutter.left(), middle), galley.size());
    typeset::paint_galley(painter, rect.min, galley, None);
}

/// The bounds of a row.
pub(super) fn span<'a>(frame: &Frame<'a>, row: usize) -> Option<&'a Span> {
    frame.scene.dataset.columns().span(row)
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
