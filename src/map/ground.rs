//! Paints what lies below the marks: soft areas, lines and polygons.

use std::f32::consts::TAU;

use egui::{Color32, Mesh, Pos2, Rect, Shape, Stroke, Vec2, epaint::PathShape};

use super::{
    marks::{Certainty, Mark, leading_layer},
    paint::{Brush, arc},
    place::Item,
    shapes::{Outline, Triangles},
    viewport::Unit,
};

/// Corners of a soft area.
const AREA_CORNERS: u16 = 72;
/// How a soft area fades from its middle to its edge: share of the radius, share of its strength.
const AREA_FADE: [(f32, f32); 6] = [
    (0.0, 0.9),
    (0.55, 0.95),
    (0.78, 1.0),
    (0.88, 0.72),
    (0.95, 0.3),
    (1.0, 0.0),
];
/// Strength of an area that holds a certain record, and of one that holds none.
const AREA_STRENGTH: [f32; 2] = [0.26, 0.14];
impl Brush<'_> {
    /// A soft area, without its label.
    pub(super) fn area_ground(&self, item: &Item) {
        let Item::Area {
            cluster,
            at,
            radius,
            ..
        } = item
        else {
            return;
        };
        let Some(cluster) = self.layout.clusters.get(*cluster) else {
            return;
        };
        let colour = leading_layer(&cluster.tallies, self.dataset.layers())
            .map_or(self.theme.palette.context, |layer| self.theme.layer(layer));
        let [certain, possible] = AREA_STRENGTH;
        let holds_certain = cluster.tallies.iter().any(|tally| tally.certain > 0);
        let mut strength = if holds_certain { certain } else { possible };
        // A wide area says little about each spot of it.
        strength *= (1.0 - (radius - 60.0) / 700.0).clamp(0.6, 1.0);
        if self.is_marked(cluster) {
            strength += 0.08;
        }
        self.painter
            .add(Shape::mesh(soft_disc(*at, *radius, colour, strength)));
        let is_unconfirmed = cluster
            .members
            .iter()
            .all(|mark| matches!(mark.certainty, Certainty::Unconfirmed | Certainty::Unknown));
        if is_unconfirmed {
            let edge = arc(*at, radius * 0.93, 0.0, TAU);
            self.painter.extend(Shape::dashed_line(
                &edge,
                Stroke::new(1.2, colour.gamma_multiply(0.7)),
                5.0,
                4.0,
            ));
        }
    }

    /// A line or polygon, or points.
    pub(super) fn shape(&self, mark: &Mark, outline: &Outline) {
        let (colour, _) = self.look(mark.layer);
        let is_selected = self.selection.selected == Some(mark.row);
        let is_hovered = self.hovered.is_some_and(|hit| hit.rows.contains(&mark.row))
            || self.selection.hovered == Some(mark.row);
        let strength = if is_selected || is_hovered { 0.3 } else { 0.18 };
        for fill in &outline.fills {
            self.painter.add(Shape::mesh(
                self.filled(fill, colour.gamma_multiply(strength)),
            ));
        }
        let width = if is_selected || is_hovered { 3.0 } else { 2.0 };
        let line = Stroke::new(width, colour);
        let casing = Stroke::new(width + 2.4, self.theme.palette.halo.gamma_multiply(0.85));
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
            let at = self.view.screen_from_map(*dot);
            self.painter.circle_filled(at, 5.0, self.theme.palette.halo);
            if mark.certainty.is_certain() {
                self.painter.circle_filled(at, 3.6, colour);
            } else {
                self.painter
                    .circle_stroke(at, 3.0, Stroke::new(1.4, colour));
            }
        }
    }

    /// A line: whole when certain, dashed when not.
    fn path(&self, line: &[Unit], stroke: Stroke, certainty: Certainty) {
        let points: Vec<Pos2> = line
            .iter()
            .map(|at| self.view.screen_from_map(*at))
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
            mesh.colored_vertex(self.view.screen_from_map(*corner), colour);
        }
        mesh.indices.clone_from(&fill.indices);
        mesh
    }
}

/// A disc without an edge.
fn soft_disc(at: Pos2, radius: f32, colour: Color32, strength: f32) -> Mesh {
    let mut mesh = Mesh::default();
    for (share, alpha) in AREA_FADE {
        for corner in 0..AREA_CORNERS {
            let angle = TAU * f32::from(corner) / f32::from(AREA_CORNERS);
            let offset = Vec2::angled(angle) * radius * share;
            mesh.colored_vertex(at + offset, colour.gamma_multiply(strength * alpha));
        }
    }
    let corners = u32::from(AREA_CORNERS);
    for ring in 0..AREA_FADE.len() as u32 - 1 {
        for corner in 0..corners {
            let next = (corner + 1) % corners;
            let (inner, outer) = (ring * corners, (ring + 1) * corners);
            mesh.add_triangle(inner + corner, outer + corner, outer + next);
            mesh.add_triangle(inner + corner, outer + next, inner + next);
        }
    }
    mesh
}
