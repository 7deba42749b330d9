//! Records that are lines, polygons or several points: their geometry, made ready for drawing.
//!
//! Points closer than a pixel at a level of zoom are left out before polygons are cut into
//! triangles, so that a coastline of a million points costs what can be seen of it.

use std::{collections::HashMap, rc::Rc};

use geo::{Coord, Geometry, LineString, Polygon, TriangulateEarcut};

use crate::{
    data::{
        Columns,
        mercator::{UnitPoint, unit_from_degrees},
    },
    map::viewport::Viewport,
    query::marks::Level,
};

/// Points of a line closer than this at its level are one, in points.
const FINENESS_POINTS: f64 = 0.7;
/// Outlines that are kept.
const OUTLINES_KEPT: usize = 4096;

/// Triangles in unit Mercator.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Triangles {
    /// Corners.
    pub(super) corners: Vec<UnitPoint>,
    /// Three indices of corners to a triangle.
    pub(super) indices: Vec<u32>,
}

/// A geometry in unit Mercator, as fine as a level of zoom needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ShapeOutline {
    /// The inside of polygons.
    pub(super) fills: Vec<Triangles>,
    /// The edges of polygons, closed.
    pub(super) rings: Vec<Vec<UnitPoint>>,
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
        let line = |ring: &Vec<UnitPoint>| LineString::from(ring.clone());
        let thinned = Polygon::new(line(&exterior), interiors.iter().map(line).collect());
        let raw = thinned.earcut_triangles_raw();
        self.fills.push(Triangles {
            corners: raw.vertices,
            indices: raw
                .triangle_indices
                .into_iter()
                .map(|index| index as u32)
                .collect(),
        });
        self.rings.push(exterior);
        self.rings.extend(interiors);
    }

    /// Returns the line without points that cannot be told apart; its ends stay.
    fn thinned(&mut self, line: &LineString<f64>, fineness: f64) -> Vec<UnitPoint> {
        let mut kept: Vec<UnitPoint> = Vec::new();
        let last = line.0.len().saturating_sub(1);
        for (index, coord) in line.0.iter().enumerate() {
            let at = unit_from_degrees((*coord).into());
            self.reach(at);
            let is_apart = kept
                .last()
                .is_none_or(|[x, y]| (x - at[0]).hypot(y - at[1]) >= fineness);
            if is_apart || index == last {
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

/// Outlines of a dataset at one level, made when they are first drawn.
#[derive(Default)]
pub(super) struct OutlineMemo {
    key: Option<(u64, Level)>,
    outlines: HashMap<usize, Rc<ShapeOutline>>,
}

impl OutlineMemo {
    /// Returns the outline of a row, if it has more than a point.
    pub(super) fn outline(
        &mut self,
        columns: &Columns,
        revision: u64,
        level: Level,
        row: usize,
    ) -> Option<Rc<ShapeOutline>> {
        if self.key != Some((revision, level)) || self.outlines.len() >= OUTLINES_KEPT {
            self.key = Some((revision, level));
            self.outlines.clear();
        }
        if let Some(outline) = self.outlines.get(&row) {
            return Some(Rc::clone(outline));
        }
        let outline = Rc::new(ShapeOutline::of(columns.shape(row)?, level));
        self.outlines.insert(row, Rc::clone(&outline));
        Some(outline)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::polygon;

    #[test]
    fn a_square_is_two_triangles_and_its_edge() {
        let square: Polygon<f64> =
            polygon![(x: 0., y: 0.), (x: 1., y: 0.), (x: 1., y: 1.), (x: 0., y: 1.)];
        let outline = ShapeOutline::of(&square.into(), Level::of(8.0));
        assert_eq!(outline.fills[0].indices.len(), 6);
        assert_eq!(outline.rings[0].len(), 5);
    }

    #[test]
    fn a_hole_stays_open() {
        let ring: Polygon<f64> = polygon! {
            exterior: [(x: 0., y: 0.), (x: 9., y: 0.), (x: 9., y: 9.), (x: 0., y: 9.)],
            interiors: [[(x: 3., y: 3.), (x: 6., y: 3.), (x: 6., y: 6.), (x: 3., y: 6.)]],
        };
        let outline = ShapeOutline::of(&ring.into(), Level::of(8.0));
        assert_eq!(
            (outline.rings.len(), outline.fills[0].indices.len() / 3),
            (2, 8)
        );
    }

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
        assert!(
            ShapeOutline::of(&flat.into(), Level::of(5.0))
                .fills
                .is_empty()
        );
    }
}
