//! Around the lanes: the histogram above them and the lines between them.

use egui::{FontId, Mesh, Painter, Stroke, pos2};

use super::{Frame, density, lanes::Lanes};
use crate::{
    theme::{fonts, size},
    typeset::{self, Setting},
    ui::kit,
};

/// Height of the strip of the histogram, in points.
pub(super) const HEIGHT: f32 = 24.0;
/// Least height of the lanes below it; with less the strip gives way.
pub(super) const LANES_MIN: f32 = 100.0;
/// Room above the highest bar, in points.
const AIR: f32 = 3.0;

/// How many records each piece of time holds in the part of the map that is looked at: solid what is certain, hollow above
/// it what is possible.
pub(super) fn histogram(painter: &Painter, frame: &Frame<'_>, lanes: &Lanes) {
    let strip = frame.histogram_in_screen;
    let histogram = lanes.histogram().filter(|it| it.highest > 0.0);
    let Some(histogram) = histogram.filter(|_| strip.height() > 0.0) else {
        return;
    };
    let ink = frame.context.theme.palette.text_weak.gamma_multiply(0.75);
    let room = strip.with_min_y(strip.top() + AIR);
    let mut mesh = Mesh::default();
    for bin in &histogram.bins {
        density::bar(&mut mesh, frame, room, histogram, bin, ink);
    }
    painter.add(mesh);
}

/// What the strip of the histogram is called, in the gutter.
pub(super) fn name(painter: &Painter, frame: &Frame<'_>) {
    let (strip, gutter) = (frame.histogram_in_screen, frame.gutter_in_screen);
    if strip.height() <= 0.0 {
        return;
    }
    let words = frame.context.words;
    let setting = Setting::new(FontId::new(size::SMALL, fonts::medium()))
        .colour(frame.context.theme.palette.text_weak)
        .wrapped(gutter.width())
        .rows(1);
    let galley = typeset::galley(painter.ctx(), words.get("timeline-histogram"), &setting);
    let left = kit::from_start(words, gutter, 0.0, galley.size().x);
    let at = pos2(left, strip.center().y - galley.size().y / 2.0);
    typeset::paint_galley(painter, at, galley, None);
}

/// Lines between the lanes, through names and plot alike.
pub(super) fn lines(painter: &Painter, frame: &Frame<'_>, lanes: &Lanes) {
    let stroke = Stroke::new(1.0, frame.context.theme.palette.outline);
    let all = frame
        .gutter_in_screen
        .union(frame.lanes_in_screen)
        .x_range();
    let has_histogram = frame.histogram_in_screen.height() > 0.0;
    let first = usize::from(!has_histogram);
    for lane in lanes.places().iter().skip(first) {
        let y = painter.round_to_pixel_center(frame.lanes_in_screen.top() + lane.top);
        painter.hline(all, y, stroke);
    }
}
