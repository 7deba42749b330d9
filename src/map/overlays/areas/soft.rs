//! The ground of an area: a disc that fades, so that no spot of it seems meant.

use std::f32::consts::TAU;

use egui::{Color32, Mesh, Pos2, Shape, Stroke, Vec2};

use super::super::Brush;
use crate::query::marks::{Certainty, Cluster, leading_layer};

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

/// Paints the ground of an area, without its label.
pub(super) fn paint(brush: &Brush<'_>, cluster: &Cluster, at: Pos2, radius: f32) {
    let input = brush.frame.input;
    let colour = leading_layer(&cluster.tallies, input.dataset.layers())
        .map_or(input.theme.palette.context, |layer| {
            input.theme.layer(layer)
        });
    let [certain, possible] = AREA_STRENGTH;
    let holds_certain = cluster.tallies.iter().any(|tally| tally.certain > 0);
    let mut strength = if holds_certain { certain } else { possible };
    // A wide area says little about each spot of it.
    strength *= (1.0 - (radius - 60.0) / 700.0).clamp(0.6, 1.0);
    if brush.is_any_marked(&cluster.members) {
        strength += 0.08;
    }
    let disc = soft_disc(at, radius, colour, strength);
    brush.painter.add(Shape::mesh(disc));
    let is_unconfirmed = cluster
        .members
        .iter()
        .all(|mark| matches!(mark.certainty, Certainty::Unconfirmed | Certainty::Unknown));
    if is_unconfirmed {
        let edge = Stroke::new(1.2, colour.gamma_multiply(0.7));
        brush.dashed_circle(at, radius * 0.93, edge, [5.0, 4.0]);
    }
}

/// Returns a disc without an edge.
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
