//! Where a shape is on the screen, and what of it is near a place there.

use egui::Pos2;
use geo::Point;

use crate::{
    data::{Circle, Within, mercator::unit_from_degrees},
    map::{CornerId, ShapeSketch, Viewport},
};

/// How near a corner is grasped, in points.
pub(super) const GRIP: f32 = 12.0;

pub(super) fn screen(view: &Viewport, at: Point<f64>) -> Pos2 {
    view.screen_from_map(unit_from_degrees(at))
}

/// The corner, else the middle of an edge, that is nearest to a place on the screen; whether it is a corner.
pub(super) fn nearest(
    sketch: &ShapeSketch,
    view: &Viewport,
    pointer: Pos2,
) -> Option<(CornerId, Pos2, bool)> {
    let near = |found: &(CornerId, Pos2)| found.1.distance(pointer) <= GRIP;
    let closest = |one: &(CornerId, Pos2), other: &(CornerId, Pos2)| {
        let far = |found: &(CornerId, Pos2)| found.1.distance(pointer);
        far(one).total_cmp(&far(other))
    };
    let shown = |(id, at): (CornerId, Point<f64>)| (id, screen(view, at));
    let corner = sketch.corners().map(shown).filter(near).min_by(closest);
    let corner = corner.map(|(id, at)| (id, at, true));
    corner.or_else(|| {
        let middle = sketch.middles().map(shown).filter(near).min_by(closest);
        middle.map(|(id, at)| (id, at, false))
    })
}

/// Where the edge of the radius is taken: east of the point.
pub(super) fn knob(sketch: &ShapeSketch, view: &Viewport) -> Option<Pos2> {
    let ring = ring(sketch, sketch.km()?)?;
    let east = ring.max_by(|one, other| one.x().total_cmp(&other.x()))?;
    Some(screen(view, east))
}

pub(super) fn ring(sketch: &ShapeSketch, km: f64) -> Option<impl Iterator<Item = Point<f64>>> {
    let area = Within::Circle(Circle::about(sketch.centre()?, km));
    Some(area.corners().into_iter().map(Point::from))
}
