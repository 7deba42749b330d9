//! What the lanes stand on: the histogram behind them and the lines between them.

use egui::{Painter, Rect, Stroke, pos2};

use super::{Frame, lanes::Lanes};

/// Behind everything: how many records each piece of time holds. What is only possible is lighter.
pub(super) fn histogram(painter: &Painter, frame: &Frame<'_>, lanes: &Lanes) {
    let palette = frame.context.theme.palette;
    let area = frame.lanes_in_screen;
    let histogram = lanes.histogram().filter(|it| it.highest > 0.0);
    let Some(histogram) = histogram else {
        return;
    };
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
    let stroke = Stroke::new(1.0, frame.context.theme.palette.outline);
    let all = frame
        .gutter_in_screen
        .union(frame.lanes_in_screen)
        .x_range();
    for lane in lanes.places().iter().skip(1) {
        let y = painter.round_to_pixel_center(frame.lanes_in_screen.top() + lane.top);
        painter.hline(all, y, stroke);
    }
}
