//! Text painted at a point: labels on the map, ticks of the timeline.

use std::sync::Arc;

use egui::{Align2, FontId, Galley, Painter, Pos2, Rect, Vec2, epaint::TextShape, vec2};

use super::{Setting, galley};
use crate::theme::Colour;

/// Width of a halo in points.
const HALO: f32 = 1.4;

/// The corners and sides that a halo is painted at, corners first.
const AROUND: [Vec2; 8] = [
    vec2(-0.7, -0.7),
    vec2(0.7, -0.7),
    vec2(-0.7, 0.7),
    vec2(0.7, 0.7),
    vec2(-1.0, 0.0),
    vec2(1.0, 0.0),
    vec2(0.0, -1.0),
    vec2(0.0, 1.0),
];

/// Tells where copies of a text stand to make its halo, in units of its width. On a coarse screen the
/// four corners close it already, and each copy is paid for in pixels.
#[must_use]
pub fn halo_offsets(pixels_per_point: f32) -> &'static [Vec2] {
    let (corners, _) = AROUND.split_at(4);
    if pixels_per_point < 1.5 {
        corners
    } else {
        &AROUND
    }
}

/// Paints one line of `text` with its `anchor` at `pos_in_screen`, and returns where it lies.
///
/// With a `halo` the text has an outline of that colour, so that it reads on any ground.
#[expect(
    clippy::must_use_candidate,
    reason = "most callers only want it painted"
)]
pub fn paint(
    painter: &Painter,
    pos_in_screen: Pos2,
    anchor: Align2,
    text: &str,
    font: FontId,
    colour: Colour,
    halo: Option<Colour>,
) -> Rect {
    let setting = Setting::new(font).colour(colour);
    let galley = galley(painter.ctx(), text, &setting);
    let rect_in_screen = anchor.anchor_size(pos_in_screen, galley.size());
    paint_galley(painter, rect_in_screen.min, galley, halo);
    rect_in_screen
}

/// Paints a galley with its top left corner at `pos_in_screen`, over a halo if one is asked for.
///
/// The galley must have a colour of its own.
pub fn paint_galley(
    painter: &Painter,
    pos_in_screen: Pos2,
    galley: Arc<Galley>,
    halo: Option<Colour>,
) {
    if let Some(halo) = halo {
        let pixel = 1.0 / painter.pixels_per_point();
        let width = HALO.max(pixel);
        for offset in halo_offsets(painter.pixels_per_point()) {
            let pos = pos_in_screen + width * *offset;
            let shape = TextShape::new(pos, Arc::clone(&galley), halo);
            painter.add(shape.with_override_text_color(halo));
        }
    }
    painter.add(TextShape::new(pos_in_screen, galley, Setting::INHERITED));
}
