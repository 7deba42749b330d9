//! Positions in unit Mercator: 0 to 1 from west to east and from north to south, in `f64` or in fixed point.

use std::f64::consts::PI;

use geo::Point;

/// Steps of the fixed point on one axis.
const STEPS: f64 = 4_294_967_296.0;

/// A position in unit Mercator: `[x, y]`, 0 to 1 from west to east and from north to south.
pub type UnitPoint = [f64; 2];

/// Points along one side of the world at zoom 0.
pub const WORLD_POINTS: f64 = 256.0;

/// Circumference of the earth at the equator, in kilometres (WGS 84).
const EQUATOR_KM: f64 = 40_075.016_686;

/// The latitude at which the square of Web Mercator ends, in degrees.
pub const LATITUDE_LIMIT: f64 = 85.051_128_779_806_59;

/// The unit position of a longitude and latitude in degrees; latitudes beyond the square are drawn at its edge.
#[must_use]
pub fn unit_from_degrees(point: Point<f64>) -> UnitPoint {
    let latitude = point
        .y()
        .clamp(-LATITUDE_LIMIT, LATITUDE_LIMIT)
        .to_radians();
    [
        (point.x() + 180.0) / 360.0,
        (1.0 - latitude.tan().asinh() / PI) / 2.0,
    ]
}

/// Longitude and latitude in degrees of a unit position.
#[must_use]
pub fn degrees_from_unit([x, y]: UnitPoint) -> Point<f64> {
    let latitude = (PI * (1.0 - 2.0 * y)).sinh().atan();
    Point::new(x * 360.0 - 180.0, latitude.to_degrees())
}

/// How much of the unit square a kilometre is, at a unit position.
#[must_use]
pub fn units_per_km([_, y]: UnitPoint) -> f64 {
    // On the Mercator square one over the cosine of the latitude is this hyperbolic cosine.
    (PI * (1.0 - 2.0 * y)).cosh() / EQUATOR_KM
}

/// A position on the Web Mercator square: 0 at the west and north edges, 2^32 at the east and south.
///
/// Exact to less than a pixel down to zoom 24, and without the jitter of `f32`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mercator {
    /// Eastwards.
    pub x: u32,
    /// Southwards.
    pub y: u32,
}

impl Mercator {
    /// The position of a longitude and latitude in degrees; latitudes beyond the square are
    /// drawn at its edge.
    #[must_use]
    pub fn of(point: Point<f64>) -> Self {
        let [x, y] = unit_from_degrees(point);
        Self {
            x: fixed(x),
            y: fixed(y),
        }
    }

    /// One axis in fixed point; what lies beyond the square is drawn in to its edge.
    #[must_use]
    pub fn of_unit(unit: f64) -> u32 {
        fixed(unit)
    }

    /// Longitude and latitude in degrees.
    #[must_use]
    pub fn point(self) -> Point<f64> {
        let (x, y) = self.unit();
        degrees_from_unit([x, y])
    }

    /// Both axes in `[0, 1)`.
    #[must_use]
    pub fn unit(self) -> (f64, f64) {
        (f64::from(self.x) / STEPS, f64::from(self.y) / STEPS)
    }
}

fn fixed(unit: f64) -> u32 {
    (unit * STEPS).round().clamp(0.0, STEPS - 1.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bamako_comes_back_within_a_centimetre() {
        let bamako = Point::new(-7.97522, 12.60915);
        let back = Mercator::of(bamako).point();
        assert!((back.x() - bamako.x()).abs() < 1e-7);
        assert!((back.y() - bamako.y()).abs() < 1e-7);
    }

    #[test]
    fn poles_and_the_antimeridian_stay_on_the_square() {
        assert_eq!(Mercator::of(Point::new(180.0, 90.0)).y, 0);
        assert_eq!(Mercator::of(Point::new(180.0, -90.0)).y, u32::MAX);
        assert_eq!(Mercator::of(Point::new(-180.0, 0.0)).x, 0);
    }
}
