//! The ground of an area: a ring with sparse dots in it. No spot of it seems meant, and the map under it stays what it is.

use egui::{Color32, Mesh, Pos2, Rect, Stroke, pos2};

use super::super::{Brush, by_file};
use crate::query::marks::{Certainty, Cluster, leading_layer};

/// Between dots of a line and between lines, in points.
const PITCH: f32 = 12.0;
const LINES: f32 = PITCH * 0.866;
/// Half the width of a dot, in points.
const DOT: f32 = 1.3;
/// Room between the ring and the dots, in points.
const RIM: f32 = 5.0;
/// Width of the ring, and of one that is pointed at or selected, in points.
const WIDTH: f32 = 1.75;
const WIDTH_MARKED: f32 = 2.75;
/// Dashes and gaps of a ring that nothing certain stands in, and of one that nobody attests any more, in points.
const POSSIBLE: [f32; 2] = [7.0, 4.0];
const UNCONFIRMED: [f32; 2] = [2.5, 4.0];
/// Dashes grow on rings that are larger than this, in points: their number stays.
const USUAL_RADIUS: f32 = 160.0;

/// Paints the ground of an area, without its label.
pub(super) fn paint(brush: &Brush<'_>, cluster: &Cluster, at: Pos2, radius: f32) {
    let input = brush.frame.input;
    let by_layer = || {
        let leading = leading_layer(&cluster.tallies, input.dataset.layers());
        let context = input.theme.palette.context;
        leading.map_or(context, |layer| input.theme.layer(layer))
    };
    let colour = by_file::colour_of_all(input, cluster.members.iter()).unwrap_or_else(by_layer);
    let is_marked = brush.is_any_marked(&cluster.members);
    let is_certain = cluster.tallies.iter().any(|tally| tally.certain > 0);
    let strength = if is_marked || is_certain { 0.6 } else { 0.4 };
    let view = brush.frame.view.rect;
    let dots = dots(at, radius - RIM, view, colour.gamma_multiply(strength));
    brush.painter.add(dots);
    let width = if is_marked { WIDTH_MARKED } else { WIDTH };
    let halo = input.theme.palette.halo.gamma_multiply(0.7);
    let ring = Stroke::new(width, colour);
    brush
        .painter
        .circle_stroke(at, radius, Stroke::new(width + 2.0, halo));
    let dash = |[dash, gap]: [f32; 2]| {
        let scale = (radius / USUAL_RADIUS).max(1.0);
        brush.dashed_circle(at, radius, ring, [dash * scale, gap * scale]);
    };
    let is_unconfirmed = cluster
        .members
        .iter()
        .all(|mark| matches!(mark.certainty, Certainty::Unconfirmed | Certainty::Unknown));
    if is_certain {
        brush.painter.circle_stroke(at, radius, ring);
    } else if is_unconfirmed {
        dash(UNCONFIRMED);
    } else {
        dash(POSSIBLE);
    }
}

/// Returns dots within `radius` of `at` as far as `view` shows them. They keep their places in the area while the map
/// pans. Costs as many squares as there are dots: about 7,000 where an area fills a large screen.
fn dots(at: Pos2, radius: f32, view: Rect, colour: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    if radius <= 0.0 {
        return mesh;
    }
    let lines = |y: f32| ((y - at.y) / LINES).clamp(-radius / LINES, radius / LINES);
    let (first, last) = (lines(view.top()).ceil(), lines(view.bottom()).floor());
    let mut line = first;
    while line <= last {
        let down = line * LINES;
        let shift = if line.rem_euclid(2.0) < 1.0 {
            0.0
        } else {
            PITCH / 2.0
        };
        let half = (radius * radius - down * down).max(0.0).sqrt();
        let left = (at.x - half).max(view.left());
        let right = (at.x + half).min(view.right());
        let mut x = at.x + shift + ((left - at.x - shift) / PITCH).ceil() * PITCH;
        while x <= right {
            dot(&mut mesh, pos2(x, at.y + down), colour);
            x += PITCH;
        }
        line += 1.0;
    }
    mesh
}

/// Adds a small square that stands on its corner.
fn dot(mesh: &mut Mesh, at: Pos2, colour: Color32) {
    let corners = [(0.0, -DOT), (DOT, 0.0), (0.0, DOT), (-DOT, 0.0)];
    let first = mesh.vertices.len() as u32;
    for (right, down) in corners {
        mesh.colored_vertex(pos2(at.x + right, at.y + down), colour);
    }
    mesh.add_triangle(first, first + 1, first + 2);
    mesh.add_triangle(first, first + 2, first + 3);
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    #[test]
    fn dots_lie_in_the_area_and_in_view_and_move_with_the_map() {
        let view = Rect::from_min_size(Pos2::ZERO, vec2(300.0, 200.0));
        let at = pos2(40.0, 100.0);
        let before = dots(at, 70.0, view, Color32::BLACK);
        assert!(before.vertices.len() > 4 * 50);
        for vertex in &before.vertices {
            assert!(vertex.pos.distance(at) <= 70.0 + DOT + 0.1);
            assert!(view.expand(DOT + 0.1).contains(vertex.pos));
        }
        let shift = vec2(3.0, 5.0);
        let after = dots(at + shift, 70.0, view.translate(shift), Color32::BLACK);
        assert_eq!(before.vertices.len(), after.vertices.len());
        for (before, after) in before.vertices.iter().zip(&after.vertices) {
            assert!((after.pos - before.pos - shift).length() < 0.01);
        }
    }

    #[test]
    fn an_area_without_room_for_dots_has_none() {
        let view = Rect::from_min_size(Pos2::ZERO, vec2(300.0, 200.0));
        assert!(dots(pos2(50.0, 50.0), -2.0, view, Color32::BLACK).is_empty());
    }
}
