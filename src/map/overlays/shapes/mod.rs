//! Records that are lines, polygons or several points.

mod fills;
mod memo;
mod outline;
mod pointer;

use std::sync::Arc;

use egui::{Color32, Mesh, Pos2, Rect, Shape, Stroke, Vec2, epaint::PathShape};

use super::{
    super::{frame::MapFrame, hit::Hit},
    Brush, OccupiedSpace, Overlay, OverlayKind, Painted, by_file,
};
use crate::{
    data::mercator::UnitPoint,
    query::marks::{Certainty, Mark},
};

use fills::Triangles;
use memo::{Fill, ShapeMemo};
use outline::ShapeOutline;

pub(super) static KIND: OverlayKind = OverlayKind {
    id: "shapes",
    switch: None,
    help: &[],
    new: || Box::<Shapes>::default(),
};

/// The shapes in view, in file order.
#[derive(Default)]
struct Shapes {
    memo: ShapeMemo,
    placed: Vec<PlacedShape>,
}

/// A shape in view.
struct PlacedShape {
    mark: Mark,
    outline: Arc<ShapeOutline>,
    /// `None` while it is being cut.
    fill: Option<Fill>,
}

impl Overlay for Shapes {
    fn prepare(&mut self, frame: &MapFrame<'_>, _room: &mut OccupiedSpace) {
        self.placed.clear();
        if frame.shows_density() {
            return;
        }
        let columns = frame.input.dataset.columns();
        let revision = frame.input.dataset.revision();
        self.memo.begin(revision, frame.level(), frame.is_still);
        for mark in &frame.layout.shapes {
            let outline = self.memo.outline(columns, mark.row);
            let Some(outline) = outline.filter(|outline| outline.is_in(frame.view)) else {
                continue;
            };
            self.placed.push(PlacedShape {
                mark: *mark,
                fill: self.memo.fill(mark.row, &outline),
                outline,
            });
        }
        self.memo.end(frame.ctx);
    }

    fn pick(&self, frame: &MapFrame<'_>, pointer: Pos2) -> Option<Hit> {
        let from_above = self.placed.iter().rev();
        let mut hits =
            from_above.filter(|placed| pointer::is_on(&placed.outline, frame.view, pointer));
        hits.next().map(|PlacedShape { mark, .. }| {
            let rect = Rect::from_center_size(pointer, Vec2::splat(12.0));
            Hit::place(vec![mark.row], rect)
        })
    }

    fn paint(&self, brush: &Brush<'_>) {
        for placed in &self.placed {
            brush.shape(placed);
        }
    }

    fn report(&self, painted: &mut Painted) {
        painted.is_any_in_view |= !self.placed.is_empty();
    }
}

impl Brush<'_> {
    /// Paints a line, a polygon or points.
    fn shape(&self, placed: &PlacedShape) {
        let PlacedShape {
            mark,
            outline,
            fill,
        } = placed;
        let (by_layer, _) = self.look(mark.layer);
        let colour = by_file::colour_of(self.frame.input, mark).unwrap_or(by_layer);
        let is_selected = self.frame.input.selection.selected == Some(mark.row);
        let is_hovered = self.hovered.is_some_and(|hit| hit.rows.contains(&mark.row))
            || self.frame.input.selection.hovered == Some(mark.row);
        let strength = if is_selected || is_hovered { 0.3 } else { 0.18 };
        for fill in fill.iter().flat_map(|fill| fill.iter()) {
            self.painter.add(Shape::mesh(
                self.filled(fill, colour.gamma_multiply(strength)),
            ));
        }
        let width = if is_selected || is_hovered { 3.0 } else { 2.0 };
        let line = Stroke::new(width, colour);
        let casing = Stroke::new(
            width + 2.4,
            self.frame.input.theme.palette.halo.gamma_multiply(0.85),
        );
        let strokes: &[Stroke] = if is_selected {
            &[casing, line]
        } else {
            &[line]
        };
        for stroke in strokes {
            for ring in outline.rings.iter().chain(&outline.lines) {
                self.path(ring, *stroke, mark.certainty);
            }
        }
        for dot in &outline.dots {
            let at = self.frame.view.screen_from_map(*dot);
            self.painter
                .circle_filled(at, 5.0, self.frame.input.theme.palette.halo);
            if mark.certainty.is_certain() {
                self.painter.circle_filled(at, 3.6, colour);
            } else {
                self.painter
                    .circle_stroke(at, 3.0, Stroke::new(1.4, colour));
            }
        }
    }

    /// Paints a line: whole when certain, dashed when not.
    fn path(&self, line: &[UnitPoint], stroke: Stroke, certainty: Certainty) {
        let points: Vec<Pos2> = line
            .iter()
            .map(|at| self.frame.view.screen_from_map(*at))
            .collect();
        let reach = Rect::from_points(&points);
        // Dashes of a line that is mostly out of view would be counted in millions.
        if certainty.is_certain() || reach.width().max(reach.height()) > 8192.0 {
            self.painter.add(PathShape::line(points, stroke));
        } else {
            self.painter
                .extend(Shape::dashed_line(&points, stroke, 6.0, 4.0));
        }
    }

    fn filled(&self, fill: &Triangles, colour: Color32) -> Mesh {
        let mut mesh = Mesh::default();
        for corner in &fill.corners {
            mesh.colored_vertex(self.frame.view.screen_from_map(*corner), colour);
        }
        mesh.indices.clone_from(&fill.indices);
        mesh
    }
}
