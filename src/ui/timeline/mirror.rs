//! Time from the right.
//!
//! All of the plot is thought of with time running from the left. Where it runs from the right, what
//! was painted is turned over, but for letters, which only change places, and so are the places of
//! pointer and controls. So no other part needs to know.

use std::sync::Arc;

use egui::{
    Mesh, Pos2, Rect, Shape, Ui,
    epaint::{CircleShape, PathShape, RectShape, TextShape},
    layers::ShapeIdx,
    pos2,
};

/// Turns places of the plot over, or leaves them where they are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Mirror {
    /// Twice the middle of the plot, where time runs from the right.
    twice_middle: Option<f32>,
}

impl Mirror {
    /// The mirror in the middle of `plot`.
    pub(super) fn new(plot: Rect, time_from_right: bool) -> Self {
        Self {
            twice_middle: time_from_right.then(|| plot.left() + plot.right()),
        }
    }

    /// Whether time runs from the right.
    pub(super) const fn is_on(self) -> bool {
        self.twice_middle.is_some()
    }

    /// A place on the screen as a place of the plot, or the other way.
    pub(super) fn x(self, x: f32) -> f32 {
        self.twice_middle.map_or(x, |sum| sum - x)
    }

    /// The same for a point.
    pub(super) fn pos(self, pos: Pos2) -> Pos2 {
        pos2(self.x(pos.x), pos.y)
    }

    /// The same for a rectangle.
    pub(super) fn rect(self, rect: Rect) -> Rect {
        let (a, b) = (self.x(rect.left()), self.x(rect.right()));
        Rect::from_x_y_ranges(a.min(b)..=a.max(b), rect.y_range())
    }

    /// A distance to the right.
    pub(super) const fn sideways(self, x: f32) -> f32 {
        if self.is_on() { -x } else { x }
    }

    /// Turns over all that `paint` adds to the layer of `ui`.
    pub(super) fn paint<R>(self, ui: &Ui, paint: impl FnOnce() -> R) -> R {
        let next = || {
            ui.ctx()
                .graphics_mut(|layers| layers.entry(ui.layer_id()).next_idx())
        };
        let ShapeIdx(first) = next();
        let result = paint();
        if self.is_on() {
            let ShapeIdx(end) = next();
            ui.ctx().graphics_mut(|layers| {
                let list = layers.entry(ui.layer_id());
                for index in first..end {
                    list.mutate_shape(ShapeIdx(index), |clipped| {
                        clipped.clip_rect = self.rect(clipped.clip_rect);
                        self.turn(&mut clipped.shape);
                    });
                }
            });
        }
        result
    }

    fn turn(self, shape: &mut Shape) {
        match shape {
            Shape::Vec(shapes) => shapes.iter_mut().for_each(|shape| self.turn(shape)),
            Shape::Circle(CircleShape { center, .. }) => *center = self.pos(*center),
            Shape::LineSegment { points, .. } => *points = points.map(|point| self.pos(point)),
            Shape::Path(PathShape { points, .. }) => {
                // The other way round, so that its inside stays inside.
                points.reverse();
                for point in points {
                    *point = self.pos(*point);
                }
            }
            Shape::Rect(RectShape { rect, .. }) => *rect = self.rect(*rect),
            Shape::Text(text) => self.move_text(text),
            Shape::Mesh(mesh) => self.turn_mesh(Arc::make_mut(mesh)),
            // The plot paints none of the others.
            _ => {}
        }
    }

    fn move_text(self, text: &mut TextShape) {
        let rect = text.galley.rect;
        let place = self.rect(rect.translate(text.pos.to_vec2()));
        text.pos.x = place.left() - rect.left();
    }

    fn turn_mesh(self, mesh: &mut Mesh) {
        for vertex in &mut mesh.vertices {
            vertex.pos = self.pos(vertex.pos);
        }
    }
}

#[cfg(test)]
#[expect(
    clippy::float_cmp,
    reason = "whole numbers of points, which sums keep exactly"
)]
mod tests {
    use super::*;

    #[test]
    fn what_is_turned_over_twice_is_where_it_was() {
        let plot = Rect::from_min_max(pos2(100.0, 0.0), pos2(500.0, 80.0));
        let mirror = Mirror::new(plot, true);
        let place = Rect::from_min_max(pos2(120.0, 10.0), pos2(180.0, 20.0));
        assert_eq!(mirror.rect(place).left(), 420.0);
        assert_eq!(mirror.rect(mirror.rect(place)), place);
        assert_eq!(mirror.x(100.0), 500.0);
        assert_eq!(Mirror::new(plot, false).rect(place), place);
    }
}
