//! How a shape that is not finished looks.

use egui::{Color32, Pos2, Shape, Stroke, Ui, vec2};

use crate::{
    data::km_between,
    map::{ShapeSketch, ShapeTool, Viewport},
    ui::PanelContext,
};

use super::{
    super::draw::place,
    near::{GRIP, knob, ring, screen},
};

/// Radius of a corner, in points.
const CORNER: f32 = 4.5;
/// Radius of the middle of an edge, in points.
const MIDDLE: f32 = 3.0;
/// Length of the arms of the crosshair, in points.
const ARM: f32 = 14.0;

pub(super) fn paint(
    ui: &Ui,
    context: &PanelContext<'_>,
    sketch: &ShapeSketch,
    view: &Viewport,
    pointer: Option<Pos2>,
) {
    let canvas = ui.painter().with_clip_rect(view.rect);
    let palette = context.theme.palette;
    let stroke = Stroke::new(1.6, palette.accent);
    let dot = |at: Pos2, radius: f32, fill: Color32| {
        canvas.circle(at, radius, fill, Stroke::new(1.5, palette.accent));
    };
    let crosshair = sketch.aim.map(|at| screen(view, at));
    for path in sketch.paths() {
        let corners = path.corners.iter();
        let mut line: Vec<Pos2> = corners.map(|it| screen(view, it.at)).collect();
        if sketch.is_growing() {
            line.extend(crosshair.or(pointer));
        }
        if sketch.is_area() {
            line.extend(line.first().copied());
        }
        dashed(ui, context, view, &line);
    }
    for (_, at) in sketch.middles() {
        dot(screen(view, at), MIDDLE, palette.surface);
    }
    for (id, at) in sketch.corners() {
        let is_held = sketch.held == Some(id);
        let at = screen(view, at);
        canvas.circle_filled(at, CORNER + 1.5, palette.halo);
        dot(at, CORNER, palette.accent);
        if is_held {
            canvas.circle_stroke(at, GRIP, stroke);
        }
    }
    if sketch.tool() == ShapeTool::Radius {
        paint_radius(ui, context, sketch, view, pointer);
    }
    if let Some(at) = crosshair {
        for (width, colour) in [(4.0, palette.halo), (1.6, palette.text)] {
            let stroke = Stroke::new(width, colour);
            for arm in [vec2(ARM, 0.0), vec2(0.0, ARM)] {
                canvas.line_segment([at - arm, at + arm], stroke);
            }
        }
    }
}

/// A dashed line on quiet ground.
fn dashed(ui: &Ui, context: &PanelContext<'_>, view: &Viewport, line: &[Pos2]) {
    let canvas = ui.painter().with_clip_rect(view.rect);
    let palette = context.theme.palette;
    canvas.add(Shape::line(line.to_vec(), Stroke::new(4.0, palette.halo)));
    let stroke = Stroke::new(1.6, palette.accent);
    canvas.extend(Shape::dashed_line(line, stroke, 6.0, 4.0));
}

/// The edge of the radius, or of what it would be.
fn paint_radius(
    ui: &Ui,
    context: &PanelContext<'_>,
    sketch: &ShapeSketch,
    view: &Viewport,
    pointer: Option<Pos2>,
) {
    let palette = context.theme.palette;
    let km = sketch.km().or_else(|| {
        let to = pointer.map(|at| place(view, at))?;
        Some(km_between(sketch.centre()?, to))
    });
    if let Some(ring) = km.and_then(|km| ring(sketch, km)) {
        let mut line: Vec<Pos2> = ring.map(|at| screen(view, at)).collect();
        line.extend(line.first().copied());
        dashed(ui, context, view, &line);
    }
    if let Some(at) = knob(sketch, view) {
        let canvas = ui.painter().with_clip_rect(view.rect);
        canvas.circle_filled(at, CORNER, palette.accent);
    }
}
