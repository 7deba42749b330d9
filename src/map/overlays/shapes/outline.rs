//! Records that are lines, polygons or several points: their geometry, made ready for drawing.
//!
//! Points closer than a pixel at a level of zoom are left out, so that a coastline of a million points costs what can
//! be seen of it. That takes one pass; cutting polygons into triangles may take far more, and is for `fills`.

use std::ops::Range;

use geo::{Coord, Geometry, LineString, Polygon};

use crate::{
    data::mercator::{UnitPoint, unit_from_degrees},
    map::viewport::Viewport,
    query::marks::Level,
};

/// Points of a line closer than this at its level are one, in points.
const FINENESS_POINTS: f64 = 0.7;
/// A geometry in unit Mercator, as fine as a level of zoom needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ShapeOutline {
    /// The edges of polygons, closed.
    pub(super) rings: Vec<Vec<UnitPoint>>,
    /// Which of the rings are a polygon's, the outer one first.
    pub(super) polygons: Vec<Range<usize>>,
    /// Lines.
    pub(super) lines: Vec<Vec<UnitPoint>>,
    /// Points.
    pub(super) dots: Vec<UnitPoint>,
    /// Its corners, north-west and south-east.
    pub(super) corners: Option<[UnitPoint; 2]>,
}

impl ShapeOutline {
    /// Makes the outline of a geometry in degrees.
    pub(super) fn of(geometry: &Geometry<f64>, level: Level) -> Self {
        let mut outline = Self::default();
        outline.add(geometry, FINENESS_POINTS / level.points_per_unit());
        outline
    }

    /// Returns the number of points of its polygons.
    pub(super) fn corners_of_rings(&self) -> usize {
        self.rings.iter().map(Vec::len).sum()
    }

    /// Returns the number of bytes that it takes in memory.
    pub(super) fn bytes(&self) -> usize {
        let lines = self.rings.iter().chain(&self.lines).chain([&self.dots]);
        let points = lines.map(|line| size_of_val(line) + line.capacity() * size_of::<UnitPoint>());
        points.sum::<usize>() + size_of::<Self>()
    }

    /// Tells whether any of it may be in view.
    pub(super) fn is_in(&self, view: &Viewport) -> bool {
        let [view_min, view_max] = view.corners();
        self.corners.is_some_and(|[min, max]| {
            (0..2).all(|axis| {
                let of = |unit: &UnitPoint| unit.get(axis).copied().unwrap_or_default();
                of(&min) <= of(&view_max) && of(&max) >= of(&view_min)
            })
        })
    }

    fn add(&mut self, geometry: &Geometry<f64>, fineness: f64) {
        match geometry {
            Geometry::Point(point) => self.add_dot(point.0),
            Geometry::MultiPoint(points) => points.iter().for_each(|point| self.add_dot(point.0)),
            Geometry::Line(line) => {
                self.add_line(&LineString::new(vec![line.start, line.end]), fineness);
            }
            Geometry::LineString(line) => self.add_line(line, fineness),
            Geometry::MultiLineString(lines) => {
                lines.iter().for_each(|line| self.add_line(line, fineness));
            }
            Geometry::Polygon(polygon) => self.add_polygon(polygon, fineness),
            Geometry::MultiPolygon(polygons) => {
                polygons
                    .iter()
                    .for_each(|polygon| self.add_polygon(polygon, fineness));
            }
            Geometry::GeometryCollection(parts) => {
                parts.iter().for_each(|part| self.add(part, fineness));
            }
            Geometry::Rect(rect) => self.add_polygon(&rect.to_polygon(), fineness),
            Geometry::Triangle(triangle) => self.add_polygon(&triangle.to_polygon(), fineness),
        }
    }

    fn add_dot(&mut self, coord: Coord<f64>) {
        let at = unit_from_degrees(coord.into());
        self.reach(at);
        self.dots.push(at);
    }

    fn add_line(&mut self, line: &LineString<f64>, fineness: f64) {
        let line = self.thinned(line, fineness);
        if line.len() > 1 {
            self.lines.push(line);
        }
    }

    fn add_polygon(&mut self, polygon: &Polygon<f64>, fineness: f64) {
        let exterior = self.thinned(polygon.exterior(), fineness);
        if exterior.len() < 4 {
            // Too small to have an inside: its edge still shows.
            self.lines.extend((exterior.len() > 1).then_some(exterior));
            return;
        }
        let interiors: Vec<Vec<UnitPoint>> = polygon
            .interiors()
            .iter()
            .map(|ring| self.thinned(ring, fineness))
            .filter(|ring| ring.len() >= 4)
            .collect();
        let first = self.rings.len();
        self.rings.push(exterior);
        self.rings.extend(interiors);
        self.polygons.push(first..self.rings.len());
    }

    /// Returns the line without points that cannot be told apart; its ends stay.
    fn thinned(&mut self, line: &LineString<f64>, fineness: f64) -> Vec<UnitPoint> {
        let mut kept: Vec<UnitPoint> = Vec::new();
        let last = line.0.len().saturating_sub(1);
        for (index, coord) in line.0.iter().enumerate() {
            let at = unit_from_degrees((*coord).into());
            self.reach(at);
            if is_apart(&kept, at, fineness) || index == last {
                kept.push(at);
            }
        }
        kept
    }

    fn reach(&mut self, [x, y]: UnitPoint) {
        let [min, max] = self.corners.get_or_insert([[x, y], [x, y]]);
        *min = [min[0].min(x), min[1].min(y)];
        *max = [max[0].max(x), max[1].max(y)];
    }
}

/// Tells whether a point can be told apart from the last one that is kept.
pub(super) fn is_apart(kept: &[UnitPoint], at: UnitPoint, fineness: f64) -> bool {
    let last = kept.last();
    last.is_none_or(|[x, y]| (x - at[0]).hypot(y - at[1]) >= fineness)
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::polygon;

    #[test]
    fn detail_that_cannot_be_seen_is_left_out() {
        let line: LineString<f64> = (0..10_000)
            .map(|step| (f64::from(step) * 1e-4, 12.0))
            .collect();
        let far = ShapeOutline::of(&line.clone().into(), Level::of(3.0));
        let near = ShapeOutline::of(&line.into(), Level::of(13.0));
        assert!(far.lines[0].len() < 20);
        assert!(near.lines[0].len() > 3000);
    }

    #[test]
    fn degenerate_polygons_do_no_harm() {
        let empty = Polygon::new(LineString::new(Vec::new()), Vec::new());
        assert_eq!(
            ShapeOutline::of(&empty.into(), Level::of(5.0)),
            ShapeOutline::default()
        );
        let flat: Polygon<f64> = polygon![(x: 0., y: 0.), (x: 0., y: 0.), (x: 0., y: 0.)];
        let outline = ShapeOutline::of(&flat.into(), Level::of(5.0));
        assert!(outline.polygons.is_empty());
    }
}
