//! What playback does with the axis: the days that it stays within, and the stretches that it leaps
//! over. Both are drawn on an axis that stays as long as time is.

use egui::{Painter, Rect, Stroke};

use super::Frame;
use crate::{
    model::{DAY, Second},
    timeline::edit,
};

/// Height of the marks at the foot of the axis, in points.
const HEIGHT: f32 = 3.0;

pub(super) fn skipped(painter: &Painter, frame: &Frame<'_>) {
    let playback = &frame.context.document.time.playback;
    let palette = frame.context.theme.palette;
    let axis = frame.axis_in_screen;
    let foot = axis.bottom() - 1.0;
    if let Some(range) = playback.range {
        let whole = edit::whole(range).bounds();
        let x = |second| frame.scale.x_in_screen(second, 4.0);
        let (left, right) = (x(whole.earliest), x(whole.latest.saturating_add(1)));
        let bar = Rect::from_x_y_ranges(left..=right, foot - HEIGHT..=foot);
        painter.rect_filled(bar, 1.0, palette.time.gamma_multiply(0.6));
        for edge in [left, right] {
            painter.vline(edge, axis.center().y..=foot, Stroke::new(1.5, palette.time));
        }
    }
    let Some(change_days) = frame.context.answers.change_days.filter(|_| playback.skips) else {
        return;
    };
    let stroke = Stroke::new(HEIGHT, palette.text_weak);
    for (first, last) in change_days.empty_stretches(2 * playback.lead_days()) {
        let x = |day: Second| frame.scale.x_in_screen(day.saturating_mul(DAY), 4.0);
        let (left, right) = (x(first), x(last + 1));
        if right - left < 2.0 || right < axis.left() || left > axis.right() {
            continue;
        }
        let line = [
            egui::pos2(left, foot - HEIGHT / 2.0),
            egui::pos2(right, foot - HEIGHT / 2.0),
        ];
        painter.extend(egui::Shape::dashed_line(&line, stroke, 2.0, 3.0));
    }
}
