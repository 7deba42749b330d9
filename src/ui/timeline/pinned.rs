//! The pinned window of a comparison on the axis: a bracket named A; the window itself is then named B.

use egui::{Align, Align2, FontId, Painter, Rect, Stroke, pos2, vec2};

use super::Frame;
use crate::{
    theme::{fonts, size},
    timeline::edit,
    typeset::{self, Setting},
};

/// Height of the letters' ground, in points.
const CHIP: f32 = 14.0;

/// Draws bracket and letters, while something is compared.
pub(super) fn pinned(painter: &Painter, frame: &Frame<'_>) {
    let Some(compared) = frame.context.document.compared else {
        return;
    };
    let window = edit::bounded(&compared.side.window, frame.extent);
    let slack = 4.0;
    let left = frame.scale.x_in_screen(window.first(), slack);
    let right = frame
        .scale
        .x_in_screen(window.last().saturating_add(1), slack);
    let palette = frame.context.theme.palette;
    let plot = frame.plot_in_screen();
    let stroke = Stroke::new(1.5, palette.text_weak);
    for x in [left, right] {
        let line = [pos2(x, plot.top()), pos2(x, plot.bottom())];
        painter.extend(egui::Shape::dashed_line(&line, stroke, 5.0, 4.0));
    }
    let top = plot.top() + 0.75;
    painter.hline(left..=right, top, Stroke::new(2.5, palette.text_weak));
    let (b_left, b_right) = frame.window_in_screen();
    for (letter, edges, colour) in [
        ("A", left..=right, palette.text_weak),
        ("B", b_left..=b_right, palette.time),
    ] {
        let is_in_view = *edges.end() > plot.left() && *edges.start() < plot.right();
        if is_in_view {
            chip(painter, frame, letter, *edges.start(), colour);
        }
    }
}

/// A letter at the foot of the lanes, right of `x`.
fn chip(painter: &Painter, frame: &Frame<'_>, letter: &str, x: f32, colour: egui::Color32) {
    let lanes = frame.lanes_in_screen;
    let x = x.clamp(lanes.left(), lanes.right() - 2.0 * CHIP);
    let rect = Rect::from_min_size(pos2(x, lanes.bottom() - CHIP), vec2(CHIP, CHIP));
    painter.rect_filled(rect, 3.0, colour);
    let setting = Setting::new(FontId::new(size::SMALL, fonts::semibold()))
        .colour(frame.context.theme.palette.on_accent);
    let galley = typeset::galley(painter.ctx(), letter, &setting);
    let text = Align2([Align::Center, Align::Center]).anchor_size(rect.center(), galley.size());
    typeset::paint_galley(painter, text.min, galley, None);
}
