//! Discs and parts of rings as triangles with soft edges: the ground of stacks.
//!
//! One mesh of a hundred corners a stack is several times cheaper than circles and paths.

use std::{f32::consts::TAU, sync::LazyLock};

use egui::{Color32, Mesh, Pos2, Vec2, vec2};

/// Corners of a disc.
const CORNERS: u16 = 28;

/// The corners of a disc of radius one, clockwise from the top.
static CIRCLE: LazyLock<Vec<Vec2>> = LazyLock::new(|| {
    (0..CORNERS)
        .map(|corner| direction(TAU * f32::from(corner) / f32::from(CORNERS)))
        .collect()
});

/// Returns the unit vector at `angle` radians clockwise from the top.
fn direction(angle: f32) -> Vec2 {
    vec2(angle.sin(), -angle.cos())
}

/// Builds stacks; edges are `soft` points wide.
pub(super) struct Donut<'a> {
    pub(super) mesh: &'a mut Mesh,
    pub(super) at: Pos2,
    pub(super) soft: f32,
}

impl Donut<'_> {
    /// Adds a disc.
    pub(super) fn disc(&mut self, radius: f32, colour: Color32) {
        let middle = self.mesh.vertices.len() as u32;
        self.mesh.colored_vertex(self.at, colour);
        for (radius, colour) in [
            (radius - self.soft / 2.0, colour),
            (radius + self.soft / 2.0, Color32::TRANSPARENT),
        ] {
            for corner in CIRCLE.iter() {
                self.mesh.colored_vertex(self.at + *corner * radius, colour);
            }
        }
        let corners = u32::from(CORNERS);
        for corner in 0..corners {
            let next = (corner + 1) % corners;
            let (inner, outer) = (middle + 1, middle + 1 + corners);
            self.mesh.add_triangle(middle, inner + corner, inner + next);
            self.quad([inner + corner, inner + next, outer + corner, outer + next]);
        }
    }

    /// Adds a part of a ring between two radii and two angles (clockwise from the top).
    pub(super) fn arc(&mut self, [inner, outer]: [f32; 2], [from, to]: [f32; 2], colour: Color32) {
        let half = self.soft / 2.0;
        let rings = [
            (inner - half, Color32::TRANSPARENT),
            (inner + half, colour),
            (outer - half, colour),
            (outer + half, Color32::TRANSPARENT),
        ];
        let steps = ((to - from) / TAU * f32::from(CORNERS))
            .ceil()
            .clamp(1.0, 64.0) as u16;
        let start = self.mesh.vertices.len() as u32;
        for step in 0..=steps {
            let angle = from + (to - from) * f32::from(step) / f32::from(steps);
            let direction = direction(angle);
            for (radius, colour) in rings {
                self.mesh
                    .colored_vertex(self.at + direction * radius, colour);
            }
        }
        let across = rings.len() as u32;
        for step in 0..u32::from(steps) {
            for ring in 0..across - 1 {
                let near = start + step * across + ring;
                self.quad([near, near + 1, near + across, near + across + 1]);
            }
        }
    }

    /// Adds the edge of a part of a ring, `width` points wide.
    pub(super) fn outline(
        &mut self,
        [inner, outer]: [f32; 2],
        [from, to]: [f32; 2],
        width: f32,
        colour: Color32,
    ) {
        let cap = width / outer;
        self.arc([inner, inner + width], [from, to], colour);
        self.arc([outer - width, outer], [from, to], colour);
        let is_closed = to - from > TAU - 1e-3;
        if !is_closed {
            self.arc([inner + width, outer - width], [from, from + cap], colour);
            self.arc([inner + width, outer - width], [to - cap, to], colour);
        }
    }

    fn quad(&mut self, [a, b, c, d]: [u32; 4]) {
        self.mesh.add_triangle(a, b, c);
        self.mesh.add_triangle(c, b, d);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn a_disc_reaches_as_far_as_its_radius_and_its_soft_edge() {
        let mut mesh = Mesh::default();
        let at = pos2(50.0, 50.0);
        Donut {
            mesh: &mut mesh,
            at,
            soft: 1.0,
        }
        .disc(10.0, Color32::WHITE);
        assert!(mesh.is_valid());
        let reach = mesh.calc_bounds();
        assert!((reach.height() - 21.0).abs() < 0.1, "{reach:?}");
    }

    #[test]
    fn a_quarter_of_a_ring_stays_in_its_quarter() {
        let mut mesh = Mesh::default();
        let at = pos2(50.0, 50.0);
        let mut donut = Donut {
            mesh: &mut mesh,
            at,
            soft: 1.0,
        };
        donut.arc([8.0, 12.0], [0.0, TAU / 4.0], Color32::WHITE);
        donut.outline([8.0, 12.0], [0.0, TAU / 4.0], 1.3, Color32::WHITE);
        assert!(mesh.is_valid());
        let reach = mesh.calc_bounds();
        assert!(reach.min.x > 49.9 && reach.max.y < 50.1, "{reach:?}");
    }
}
