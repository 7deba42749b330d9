//! Positions in unit Mercator, in fixed point.

use std::f64::consts::PI;

use geo::Point;

/// Steps of the fixed point on one axis.
const STEPS: f64 = 4_294_967_296.0;

/// The latitude at which the square of Web Mercator ends, in degrees.
const LATITUDE_LIMIT: f64 = 85.051_128_779_806_59;

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
        let latitude = point
            .y()
            .clamp(-LATITUDE_LIMIT, LATITUDE_LIMIT)
            .to_radians();
        let x = (point.x() + 180.0) / 360.0;
        let y = (1.0 - latitude.tan().asinh() / PI) / 2.0;
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
        let latitude = (PI * (1.0 - 2.0 * y)).sinh().atan();
        Point::new(x * 360.0 - 180.0, latitude.to_degrees())
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
