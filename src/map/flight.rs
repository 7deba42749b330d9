//! The smooth way from one view to another: out, across and in again, as one movement.
//!
//! After J. J. van Wijk and W. A. A. Nuij, "Smooth and efficient zooming and panning" (2003): the
//! path in the space of position and zoom along which the picture seems to move at one speed.

use crate::data::mercator::{UnitPoint, WORLD_POINTS};

/// How readily the path zooms out to cover ground (the paper's rho); sqrt 2 is its own finding.
const RHO: f64 = std::f64::consts::SQRT_2;

/// Screens a second, in the paper's measure.
const SPEED: f64 = 2.6;

/// Shortest and longest flight in seconds.
const SECONDS: [f64; 2] = [0.25, 1.8];

/// Below this many screens of distance a flight only zooms.
const STANDING: f64 = 1e-4;

/// Where a view is: its centre and zoom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Waypoint {
    pub(super) centre: UnitPoint,
    pub(super) zoom: f64,
}

/// A flight under way.
#[derive(Clone, Debug)]
pub(super) struct Flight {
    from: Waypoint,
    to: Waypoint,
    /// Width of the view at the start, in units.
    width: f64,
    /// Width of the screen in points.
    screen_points: f64,
    /// Distance in units.
    distance: f64,
    /// Length of the path in the paper's measure.
    length: f64,
    /// The paper's `r0`.
    start: f64,
    /// When it began, in seconds of the interface's clock; `None` until the first step.
    began: Option<f64>,
}

impl Flight {
    /// Makes the flight between two views that are `screen_points` wide.
    pub(super) fn new(from: Waypoint, to: Waypoint, screen_points: f64) -> Self {
        let screen_points = screen_points.max(1.0);
        let width = |zoom: f64| screen_points / (WORLD_POINTS * zoom.exp2());
        let (w0, w1) = (width(from.zoom), width(to.zoom));
        let [dx, dy] = [to.centre[0] - from.centre[0], to.centre[1] - from.centre[1]];
        let distance = dx.hypot(dy);
        let (start, length) = if distance < STANDING * w0.min(w1) {
            (0.0, (w1 / w0).ln().abs() / RHO)
        } else {
            // The paper's `b` at either end; `ln(-b + sqrt(b^2 + 1))` is `-asinh(b)`.
            let bend = RHO.powi(4) * distance * distance;
            let b0 = (w1 * w1 - w0 * w0 + bend) / (2.0 * w0 * RHO * RHO * distance);
            let b1 = (w1 * w1 - w0 * w0 - bend) / (2.0 * w1 * RHO * RHO * distance);
            let (r0, r1) = (-b0.asinh(), -b1.asinh());
            (r0, (r1 - r0) / RHO)
        };
        Self {
            from,
            to,
            width: w0,
            screen_points,
            distance,
            length: length.abs(),
            start,
            began: None,
        }
    }

    /// Returns the zoom at which it lands.
    pub(super) const fn target_zoom(&self) -> f64 {
        self.to.zoom
    }

    /// Tells how long it takes, in seconds.
    pub(super) fn seconds(&self) -> f64 {
        (self.length / SPEED).clamp(SECONDS[0], SECONDS[1])
    }

    /// Returns the view at `now` (seconds of the interface's clock) and whether the flight goes on.
    pub(super) fn step(&mut self, now: f64) -> (Waypoint, bool) {
        let began = *self.began.get_or_insert(now);
        let share = ((now - began) / self.seconds()).clamp(0.0, 1.0);
        if share >= 1.0 {
            return (self.to, false);
        }
        // Starts and lands gently.
        (self.at(share * share * (3.0 - 2.0 * share)), true)
    }

    /// Returns the view after a share of the path.
    fn at(&self, share: f64) -> Waypoint {
        if self.start == 0.0 && self.distance < STANDING * self.width {
            let zoom = self.from.zoom + (self.to.zoom - self.from.zoom) * share;
            return Waypoint {
                centre: self.mix(share),
                zoom,
            };
        }
        let s = RHO * share * self.length;
        let along = self.width / (RHO * RHO)
            * (self.start.cosh() * (s + self.start).tanh() - self.start.sinh());
        let width = self.width * self.start.cosh() / (s + self.start).cosh();
        Waypoint {
            centre: self.mix((along / self.distance).clamp(0.0, 1.0)),
            zoom: (self.screen_points / (WORLD_POINTS * width)).log2(),
        }
    }

    fn mix(&self, share: f64) -> UnitPoint {
        let [x0, y0] = self.from.centre;
        let [x1, y1] = self.to.centre;
        [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAMAKO: Waypoint = Waypoint {
        centre: [0.4778, 0.4645],
        zoom: 9.0,
    };
    const TIMBUKTU: Waypoint = Waypoint {
        centre: [0.4916, 0.4527],
        zoom: 10.0,
    };

    fn path(from: Waypoint, to: Waypoint) -> Vec<Waypoint> {
        let flight = Flight::new(from, to, 1000.0);
        (0..=100)
            .map(|step| flight.at(f64::from(step) / 100.0))
            .collect()
    }

    #[test]
    fn a_flight_begins_and_ends_where_it_should() {
        let path = path(BAMAKO, TIMBUKTU);
        for (end, expected) in [(path[0], BAMAKO), (path[100], TIMBUKTU)] {
            assert!((end.zoom - expected.zoom).abs() < 1e-6, "{end:?}");
            assert!((end.centre[0] - expected.centre[0]).abs() < 1e-9, "{end:?}");
        }
    }

    #[test]
    fn a_long_flight_goes_out_before_it_goes_in() {
        let lowest = path(BAMAKO, TIMBUKTU)
            .into_iter()
            .map(|view| view.zoom)
            .fold(f64::INFINITY, f64::min);
        assert!(lowest < 8.0, "{lowest}");
    }

    #[test]
    fn no_step_of_a_flight_jumps() {
        let mut last = BAMAKO;
        for view in path(BAMAKO, TIMBUKTU) {
            assert!((view.zoom - last.zoom).abs() < 0.2);
            last = view;
        }
    }

    #[test]
    fn zooming_in_place_never_moves() {
        let to = Waypoint {
            zoom: 12.0,
            ..BAMAKO
        };
        for view in path(BAMAKO, to) {
            assert!((view.centre[0] - BAMAKO.centre[0]).abs() < 1e-12);
            assert!((9.0..=12.0).contains(&view.zoom));
        }
    }

    #[test]
    fn a_flight_is_over_in_time_and_says_so() {
        let mut flight = Flight::new(BAMAKO, TIMBUKTU, 1000.0);
        assert!(flight.step(5.0).1);
        assert_eq!(flight.step(5.0 + flight.seconds()), (TIMBUKTU, false));
    }
}
