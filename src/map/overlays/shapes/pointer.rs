//! Whether the pointer is on a shape.

use egui::Pos2;

use crate::{
    data::mercator::UnitPoint,
    map::{hit::SLACK, viewport::Viewport},
};

use super::ShapeOutline;

/// Tells whether the pointer is on a line, on a point or inside a polygon.
pub(super) fn is_on(outline: &ShapeOutline, view: &Viewport, pointer: Pos2) -> bool {
    let reach = f64::from(SLACK + 2.0) / view.points_per_unit();
    let at = view.map_from_screen(pointer);
    let near_line = |line: &Vec<UnitPoint>| {
        line.windows(2)
            .any(|ends| matches!(ends, [a, b] if distance_to_segment(at, *a, *b) <= reach))
    };
    outline
        .dots
        .iter()
        .any(|dot| (dot[0] - at[0]).hypot(dot[1] - at[1]) <= reach + reach)
        || outline.lines.iter().any(near_line)
        || is_inside(&outline.rings, at)
        || outline.rings.iter().any(near_line)
}

fn distance_to_segment(at: UnitPoint, a: UnitPoint, b: UnitPoint) -> f64 {
    let along = [b[0] - a[0], b[1] - a[1]];
    let length = along[0] * along[0] + along[1] * along[1];
    let share = if length > 0.0 {
        (((at[0] - a[0]) * along[0] + (at[1] - a[1]) * along[1]) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (a[0] + along[0] * share - at[0]).hypot(a[1] + along[1] * share - at[1])
}

/// Tells whether `at` is inside, by the even-odd rule over all rings, so that holes are outside.
fn is_inside(rings: &[Vec<UnitPoint>], at: UnitPoint) -> bool {
    let crossings = rings
        .iter()
        .flat_map(|ring| ring.windows(2))
        .filter(|ends| {
            let [a, b] = ends else { return false };
            (a[1] > at[1]) != (b[1] > at[1])
                && at[0] < (b[0] - a[0]) * (at[1] - a[1]) / (b[1] - a[1]) + a[0]
        })
        .count();
    crossings % 2 == 1
}
