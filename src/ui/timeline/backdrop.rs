//! What the lanes stand on: the histogram behind them, the lines between them, their names.

use egui::{Align2, FontId, Painter, Rect, Stroke, Ui, pos2, vec2};

use super::{Frame, lanes::Lanes};
use crate::{
    text::{args, dates},
    theme::{fonts, layer_shape, size},
    typeset,
    ui::kit,
};

/// Behind everything: how many records each piece of time holds. What is only possible is lighter.
pub(super) fn histogram(painter: &Painter, frame: &Frame<'_>, lanes: &Lanes) {
    let palette = frame.scene.theme.palette;
    let area = frame.lanes_in_screen;
    let histogram = lanes.histogram();
    if histogram.highest <= 0.0 {
        return;
    }
    let points_per_record = f64::from(area.height() * 0.92) / histogram.highest;
    for bin in &histogram.bins {
        let left = frame.scale.x_in_screen(bin.bounds.earliest, 2.0);
        let end = frame.scale.x_in_screen(bin.bounds.latest + 1, 2.0);
        // Narrow bars stand close, or their gaps would be all that is seen.
        let right = if end - left > 9.0 { end - 1.0 } else { end };
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
    for lane in lanes.places().iter().skip(1) {
        let y = painter.round_to_pixel_center(frame.lanes_in_screen.top() + lane.top);
        painter.hline(all, y, stroke);
    }
}

/// The names of the lanes, and above them the window in words.
pub(super) fn gutter_ui(ui: &Ui, frame: &Frame<'_>, lanes: &Lanes) {
    let scene = frame.scene;
    let painter = ui.painter();
    window_in_words(painter, frame);
    for lane in lanes.places() {
        let middle = frame.lanes_in_screen.top() + f32::midpoint(lane.top, lane.bottom);
        let Some(layer) = scene.dataset.layers().get(usize::from(lane.layer)) else {
            continue;
        };
        let gutter = frame.gutter_in_screen;
        let left = kit::from_start(scene.words, gutter, 1.0, 12.0);
        let centre = pos2(left + 6.0, middle);
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
        let room = gutter.width() - 28.0;
        let setting = typeset::Setting::new(FontId::new(size::SMALL + 0.5, fonts::medium()))
            .colour(scene.theme.palette.text)
            .wrapped(room)
            .rows(1);
        let galley = typeset::galley(ui.ctx(), &name, &setting);
        let left = kit::from_start(scene.words, gutter, 20.0, galley.size().x);
        let rect = Align2::LEFT_CENTER.anchor_size(pos2(left, middle), galley.size());
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
    let left = kit::from_start(frame.scene.words, gutter, 0.0, galley.size().x);
    let rect = Align2::LEFT_CENTER.anchor_size(pos2(left, middle), galley.size());
    typeset::paint_galley(painter, rect.min, galley, None);
}
