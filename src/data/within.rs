//! Where a record must lie to be shown: in a box, in a circle, in a drawn area.
//!
//! What counts is the point at which a record is drawn. A record that is known to a country only is drawn at no point,
//! so that it lies in no area.

use std::f64::consts::TAU;

use geo::{BoundingRect, Coord, Intersects, LineString, Point, Polygon, Rect};

/// Mean radius of the earth in kilometres (IUGG).
const EARTH_RADIUS_KM: f64 = 6_371.008_8;
/// Sides of the polygon that a circle is drawn as.
const SIDES: u16 = 72;

/// An area of the map.
#[derive(Clone, Debug, PartialEq)]
pub enum Within {
    /// Between these longitudes and latitudes in degrees, edges included. A box across 180 degrees ends beyond them.
    Bounds(Rect<f64>),
    /// At most so far from a point.
    Circle(Circle),
    /// Inside a ring of longitudes and latitudes in degrees, its edge included.
    Ring(Polygon<f64>),
}

/// All that lies at most so far from a point, along the surface of the earth.
#[derive(Clone, Debug, PartialEq)]
pub struct Circle {
    /// Its middle: longitude and latitude in degrees.
    pub centre: Point<f64>,
    /// Its radius in kilometres.
    pub km: f64,
    /// What its middle is called; empty: nothing.
    pub name: String,
}

impl Circle {
    /// Makes a circle about a point without a name.
    #[must_use]
    pub const fn about(centre: Point<f64>, km: f64) -> Self {
        Self {
            centre,
            km,
            name: String::new(),
        }
    }

    fn contains(&self, point: Point<f64>) -> bool {
        let degrees = (point.y() - self.centre.y()).abs();
        degrees.to_radians() * EARTH_RADIUS_KM <= self.km
            && km_between(self.centre, point) <= self.km
    }

    /// Returns points along its edge, clockwise from the north, in degrees.
    fn edge(&self) -> Vec<Coord<f64>> {
        let (lon, lat) = self.centre.x_y();
        let (lat, angle) = (lat.to_radians(), self.km / EARTH_RADIUS_KM);
        (0..SIDES)
            .map(|side| {
                let bearing = TAU * f64::from(side) / f64::from(SIDES);
                let sine = lat.sin() * angle.cos() + lat.cos() * angle.sin() * bearing.cos();
                let north = sine.clamp(-1.0, 1.0).asin();
                let east = (bearing.sin() * angle.sin() * lat.cos())
                    .atan2(angle.cos() - lat.sin() * north.sin());
                Coord {
                    x: lon + east.to_degrees(),
                    y: north.to_degrees(),
                }
            })
            .collect()
    }
}

impl Within {
    /// Makes the area inside a ring of at least three corners, joined from the last to the first.
    #[must_use]
    pub fn ring(corners: Vec<Coord<f64>>) -> Option<Self> {
        let polygon = Polygon::new(LineString::new(corners), Vec::new());
        // The first corner is there again at the end.
        (polygon.exterior().0.len() > 3).then_some(Self::Ring(polygon))
    }

    /// Tells whether a point in degrees lies in it.
    #[must_use]
    pub fn contains(&self, point: Point<f64>) -> bool {
        match self {
            Self::Circle(circle) => circle.contains(point),
            Self::Bounds(bounds) => turned(point).into_iter().any(|at| bounds.intersects(&at)),
            Self::Ring(ring) => turned(point).into_iter().any(|at| ring.intersects(&at)),
        }
    }

    /// Returns the corners of its edge in degrees, each once.
    #[must_use]
    pub fn corners(&self) -> Vec<Coord<f64>> {
        match self {
            Self::Bounds(bounds) => {
                let (min, max) = (bounds.min(), bounds.max());
                [
                    (min.x, max.y),
                    (max.x, max.y),
                    (max.x, min.y),
                    (min.x, min.y),
                ]
                .map(Coord::from)
                .to_vec()
            }
            Self::Circle(circle) => circle.edge(),
            Self::Ring(ring) => {
                let closed = &ring.exterior().0;
                let (_, open) = closed.split_last().unzip();
                open.unwrap_or_default().to_vec()
            }
        }
    }

    /// Returns the longitudes and latitudes that it reaches over, in degrees; `None`: it has no corners.
    #[must_use]
    pub fn bounds(&self) -> Option<Rect<f64>> {
        match self {
            Self::Bounds(bounds) => Some(*bounds),
            _ => LineString::new(self.corners()).bounding_rect(),
        }
    }
}

/// A point, and the same once more around the earth to the east, for areas across 180 degrees.
fn turned(point: Point<f64>) -> [Point<f64>; 2] {
    [point, Point::new(point.x() + 360.0, point.y())]
}

/// Returns the distance between two points along the surface of the earth, taken as a sphere, in kilometres.
#[must_use]
pub fn km_between(from: Point<f64>, to: Point<f64>) -> f64 {
    let (south, north) = (from.y().to_radians(), to.y().to_radians());
    let half = |angle: f64| (angle / 2.0).sin().powi(2);
    let east = (to.x() - from.x()).to_radians();
    let chord = half(north - south) + south.cos() * north.cos() * half(east);
    2.0 * EARTH_RADIUS_KM * chord.sqrt().clamp(0.0, 1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOPTI: Point<f64> = Point(Coord {
        x: -4.182_96,
        y: 14.4843,
    });
    const MOURA: Point<f64> = Point(Coord {
        x: -4.6,
        y: 14.327_78,
    });

    #[test]
    fn a_distance_is_measured_along_the_surface_of_the_earth() {
        // Bamako to Gao: 952 km by the formula of Vincenty on WGS 84, less than half a percent away.
        let km = km_between(Point::new(-8.0, 12.65), Point::new(-0.04, 16.27));
        assert!((km - 944.0).abs() < 5.0, "{km}");
        assert!((km_between(Point::new(179.5, 0.0), Point::new(-179.5, 0.0)) - 111.2).abs() < 0.1);
    }

    #[test]
    fn a_circle_holds_what_is_no_farther_than_its_radius() {
        let km = km_between(MOPTI, MOURA);
        assert!(Within::Circle(Circle::about(MOPTI, km + 0.01)).contains(MOURA));
        assert!(!Within::Circle(Circle::about(MOPTI, km - 0.01)).contains(MOURA));
        assert!(Within::Circle(Circle::about(MOPTI, 0.0)).contains(MOPTI));
    }

    #[test]
    fn the_edge_of_a_circle_is_everywhere_as_far_as_its_radius() {
        for corner in Within::Circle(Circle::about(MOPTI, 50.0)).corners() {
            let km = km_between(MOPTI, corner.into());
            assert!((km - 50.0).abs() < 1e-6, "{km}");
        }
    }

    #[test]
    fn the_corners_and_the_edge_of_an_area_belong_to_it() {
        let corners = [(0.0, 0.0), (4.0, 0.0), (0.0, 4.0)].map(Coord::from);
        let ring = Within::ring(corners.to_vec()).unwrap();
        for (x, y, is_in) in [
            (0.0, 0.0, true),
            (2.0, 2.0, true),
            (1.0, 1.0, true),
            (2.1, 2.0, false),
            (-0.1, 1.0, false),
        ] {
            assert_eq!(ring.contains(Point::new(x, y)), is_in, "{x} {y}");
        }
        assert_eq!(ring.corners(), corners);
    }

    #[test]
    fn areas_across_180_degrees_hold_what_lies_on_both_sides() {
        let bounds = Within::Bounds(Rect::new((170.0, -10.0), (190.0, 10.0)));
        assert!(bounds.contains(Point::new(-175.0, 0.0)));
        assert!(bounds.contains(Point::new(175.0, 0.0)));
        assert!(!bounds.contains(Point::new(0.0, 0.0)));
        let circle = Within::Circle(Circle::about(Point::new(179.9, 0.0), 50.0));
        assert!(circle.contains(Point::new(-179.9, 0.0)));
    }

    #[test]
    fn two_corners_are_no_area() {
        assert_eq!(
            Within::ring(vec![(0.0, 0.0).into(), (1.0, 1.0).into()]),
            None
        );
    }
}
