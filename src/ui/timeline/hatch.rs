//! Shapes that the painter lacks: fades, hatching, dashes, outlines with hollows.

use egui::{Mesh, Painter, Pos2, Rangef, Rect, Shape, Stroke, pos2};

use crate::theme::Colour;

/// Points from one line of hatching to the next.
const HATCH: f32 = 4.5;
/// Points of a dash and of the gap behind it.
const DASH: (f32, f32) = (4.0, 3.0);

/// Part of a bar, from edge to edge, with its opacity at both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fade {
    pub left: f32,
    pub right: f32,
    pub opacity: (f32, f32),
}

impl Fade {
    /// Fully opaque.
    pub(super) const fn whole(left: f32, right: f32) -> Self {
        Self {
            left,
            right,
            opacity: (1.0, 1.0),
        }
    }

    /// The part between two edges, as opaque there as the whole is.
    pub(super) fn cut(&self, left: f32, right: f32) -> Self {
        let (left, right) = (self.left.max(left), self.right.min(right));
        Self {
            left,
            right,
            opacity: (self.at(left), self.at(right)),
        }
    }

    /// Opacity at `x`.
    fn at(&self, x: f32) -> f32 {
        let share = ((x - self.left) / (self.right - self.left).max(0.1)).clamp(0.0, 1.0);
        self.opacity.0 + (self.opacity.1 - self.opacity.0) * share
    }
}

/// A stretch of the height `y` in `colour`, as opaque as `fade` says.
pub(super) fn faded(mesh: &mut Mesh, fade: Fade, y: Rangef, colour: Colour) {
    let (left, right) = (
        colour.gamma_multiply(fade.opacity.0),
        colour.gamma_multiply(fade.opacity.1),
    );
    let first = mesh.vertices.len() as u32;
    mesh.colored_vertex(pos2(fade.left, y.min), left);
    mesh.colored_vertex(pos2(fade.right, y.min), right);
    mesh.colored_vertex(pos2(fade.right, y.max), right);
    mesh.colored_vertex(pos2(fade.left, y.max), left);
    mesh.add_triangle(first, first + 1, first + 2);
    mesh.add_triangle(first, first + 2, first + 3);
}

/// Slanted lines over a stretch, as opaque as `fade` says.
pub(super) fn hatched(painter: &Painter, fade: Fade, y: Rangef, colour: Colour) {
    let seen = painter.clip_rect();
    let rise = y.span();
    let first = ((fade.left.max(seen.left()) - rise) / HATCH).floor() as i32;
    let last = (fade.right.min(seen.right()) / HATCH).ceil() as i32;
    for line in first..=last {
        let x = line as f32 * HATCH;
        let (from, to) = (x.max(fade.left), (x + rise).min(fade.right));
        if from < to {
            let ends = [pos2(from, y.max - (from - x)), pos2(to, y.max - (to - x))];
            let ink = colour.gamma_multiply(fade.at(f32::midpoint(from, to)));
            painter.line_segment(ends, Stroke::new(1.0, ink));
        }
    }
}

/// Dashes along a level line over `x`; counted from where it begins, so that they do not crawl.
pub(super) fn dashed(mesh: &mut Mesh, x: Rangef, seen: Rect, y: f32, line: Stroke) {
    let period = DASH.0 + DASH.1;
    let skipped = ((seen.left() - x.min) / period).floor().max(0.0);
    let mut left = x.min + skipped * period;
    let end = x.max.min(seen.right());
    while left < end {
        let dash = Rect::from_min_max(
            pos2(left, y - line.width / 2.0),
            pos2((left + DASH.0).min(end), y + line.width / 2.0),
        );
        mesh.add_colored_rect(dash, line.color);
        left += period;
    }
}

/// An arrow's head at `tip`; `towards` is 1 for the right and -1 for the left.
pub(super) fn arrow_head(painter: &Painter, tip: Pos2, towards: f32, colour: Colour) {
    let back = tip.x - towards * 5.0;
    let points = vec![tip, pos2(back, tip.y - 3.5), pos2(back, tip.y + 3.5)];
    painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
}

/// A filled outline that may have hollows, such as an arrow or a cross, around its centre.
pub(super) fn filled(points: Vec<Pos2>, colour: Colour) -> Shape {
    let count = points.len().max(1) as f32;
    let sum = points
        .iter()
        .fold(egui::Vec2::ZERO, |sum, point| sum + point.to_vec2());
    let mut mesh = Mesh::default();
    mesh.colored_vertex((sum / count).to_pos2(), colour);
    for point in &points {
        mesh.colored_vertex(*point, colour);
    }
    let count = points.len() as u32;
    for corner in 0..count {
        mesh.add_triangle(0, corner + 1, (corner + 1) % count + 1);
    }
    // The mesh has hard edges; a thin line of the same colour softens them.
    Shape::Vec(vec![
        Shape::mesh(mesh),
        Shape::closed_line(points, Stroke::new(0.75, colour)),
    ])
}
